"""Whether a text is in another language than English, by its commonest small words or its script."""

from __future__ import annotations

_FEW, _LETTERS = 40, 20  # words, and letters of another script, below which nothing is told
_SAMPLE = 20_000  # characters from the start that are looked at: a paragraph in another language is no other language
_ENGLISH_FROM, _OTHER_FROM = 0.08, 0.12  # shares of the small words; English news has 0.25 and more of its own
_THE = 300  # characters for one “the”, up to which nothing else needs to be asked; English has one in a hundred


def other_language(text: str) -> str:
    """The language or script, in words ("French", "the Cyrillic script"), of a text that is not in English; else nothing.

    It takes both that English small words are rare and that those of the other language are common, so that tables, lists of names and
    telegrams in English are none.
    """
    if text.count(" the ", 0, _SAMPLE) * _THE > min(len(text), _SAMPLE):
        return ""
    from collections import Counter

    from checker.data.languages import ENGLISH, OTHERS, SCRIPTS  # hardly ever needed

    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    for name, first, last in SCRIPTS:
        if sum(first <= c <= last for c in letters) * 2 > len(letters) >= _LETTERS:
            return f"the {name} script"
    words = [w.strip(".,;:!?()[]«»“”„‘’\"'") for w in sample.lower().split()]
    if len(words) < _FEW:
        return ""
    counts = Counter(words)
    if sum(counts[w] for w in ENGLISH) >= _ENGLISH_FROM * len(words):
        return ""
    shares = {name: sum(counts[w] for w in small) for name, small in OTHERS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _OTHER_FROM * len(words) else ""
