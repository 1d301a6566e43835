"""The common form of a word's inflections, and of the noun and verb of one event."""

from __future__ import annotations

from functools import lru_cache

from checker.data.english import FAMILIES

_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """The common form of a word's inflections, and of the noun and verb of one event ("met", "meeting" → "meet")."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'.")
    if (family := FAMILIES.get(word)) is not None:
        return family
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        for suffix, put in _SUFFIXES:
            if word.endswith(suffix):
                word = word[:-len(suffix)] + put
                break
    for suffix in ("ing", "ed"):
        if len(word) > len(suffix) + 3 and word.endswith(suffix):
            word = word[:-len(suffix)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    word = word[:-1] if len(word) > 4 and word.endswith("e") else word
    return FAMILIES.get(word, word)
