"""The common form of a word's inflections, and of the noun and verb of one event."""

from __future__ import annotations

from functools import lru_cache

from checker.data.english import FAMILIES

_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))
_PLAIN = _SUFFIXES[-1:]
_ENDINGS = {"g": "ing", "d": "ed"}


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """The common form of a word's inflections, and of the noun and verb of one event ("met", "meeting" → "meet")."""
    word = word.lower()
    if not word.isalpha():
        word = word.replace("’", "'").removesuffix("'s").rstrip("'.")
    if (family := FAMILIES.get(word)) is not None:
        return family
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        for suffix, put in _SUFFIXES if word[-2] == "e" else _PLAIN:
            if word.endswith(suffix):
                word = word[:-len(suffix)] + put
                break
    ending = _ENDINGS.get(word[-1:], "")
    if ending and len(word) > len(ending) + 3 and word.endswith(ending):
        word = word[:-len(ending)]
        if word[-1] == word[-2] and word[-1] not in "lsz":
            word = word[:-1]
    if len(word) > 4 and word[-1] == "e":
        word = word[:-1]
    return FAMILIES.get(word, word)
