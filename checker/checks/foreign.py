"""A form in another language: "Banco do Brasil" beside Brazil, "Den Norske Creditbank" beside Norsk Hydro."""

from __future__ import annotations

import re

from checker.checks.forms import Form, Use
from checker.data.people import COUNTRIES, LEGAL_FORMS, PARTICLES
from checker.link.names import sex
from checker.structure.document import Document

_SMALL = PARTICLES | {"do", "des", "les", "et", "und"}
_ARTICLES = frozenset({"Den", "Det", "Der", "Het", "Les"})  # before a name of three words
_BEFORE = re.compile(r"[A-Z][\w.’'-]* ([a-z]+) $")
_BEHIND = re.compile(r" ([a-z]+) [A-Z]")
_LONGEST = 24  # characters of the word and the particle before a name


def in_another_language(document: Document, a: Form, b: Form) -> bool:
    """Is one of the two only ever a word of a longer name, somewhere with a small word of another language beside it, and the other not?

    The other is a country with as many letters, or has a vowel more or less at its end, or is never alone either. Letters in another order
    are a slip in any language, and so are two forms that share a word or both have a small one.
    """
    x, y = a.folded, b.folded
    if sorted(x) == sorted(y) or a.others() & b.others():
        return False
    told = [any(_by_small_word(document, u) for u in f.uses) for f in (a, b)]
    if told[0] == told[1]:
        return False
    one, two = (a, b) if told[0] else (b, a)
    if not all(_by_small_word(document, u) or _in_longer(u) for u in one.uses):
        return False
    return (two.folded in COUNTRIES and len(x) == len(y)) or _vowel_apart(x, y) or all(map(_in_longer, two.uses))


def _by_small_word(document: Document, use: Use) -> bool:
    parts, at = use.parts, use.position
    if sex(parts[0]) is not None:
        return False
    near = [p for p in parts[max(0, at - 1):at + 2] if p in _SMALL]
    if near or (at == 1 and len(parts) > 2 and parts[0] in _ARTICLES):
        return True
    start, end = use.span
    beside = _BEFORE.search(document.text, max(0, start - _LONGEST), start), _BEHIND.match(document.text, end)
    return any(m is not None and m[1] in _SMALL for m in beside)


def _in_longer(use: Use) -> bool:
    """Does it stand in a name of more words, which is no person's and no headline's in capitals?"""
    others = [p for i, p in enumerate(use.parts) if i != use.position and p not in LEGAL_FORMS]
    return bool(others) and not all(map(str.isupper, use.parts)) and sex(use.parts[0]) is None and not use.mention.value.title  # type: ignore[union-attr]


def _vowel_apart(x: str, y: str) -> bool:
    return abs(len(x) - len(y)) == 1 and (x[:-1] == y or y[:-1] == x) and max(x, y, key=len)[-1] in "aeio"
