"""The words of a document's names as they are spelt, and which of them lie near each other.

Most texts have no two names that lie near each other, so the words are compared first, and where they stand is looked up only for those that do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations
from typing import NamedTuple

from checker.link.ledger import Analysis
from checker.model import Mention, Name, Span

_HEADS = frozenset({"headline", "summary", "caption"})
_CONTRACTED = tuple(mark + end for mark in "'’" for end in ("re", "ve", "ll", "d", "m", "t"))
_LONGEST = 60  # letters; what is longer is no name, and has as many near forms as letters
_SHORT_FIRST = re.compile(r"\w{1,2}-")
_NO_DIGIT = re.compile(r"\D+")
_CROWD = 25  # forms that share a key; more are told apart by nothing


class Use(NamedTuple):
    """One use of a form: where it stands, the run it is in and its place there."""

    span: Span
    parts: tuple[str, ...]
    position: int
    mention: Mention
    sure: bool


class Form:
    """A word as it is spelt, with all its uses."""

    __slots__ = ("folded", "uses", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.folded = fold(word)
        self.uses: list[Use] = []

    def others(self) -> set[str]:
        """The other words of the runs it stands in, folded."""
        return {fold(p) for u in self.uses for i, p in enumerate(u.parts) if i != u.position and len(p) > 1}

    def roles(self) -> set[str]:
        """Does it open full names or close them (a name alone counts as a surname)?"""
        return {"given" if u.position == 0 and len(u.parts) > 1 else "surname" for u in self.uses if u.position in (0, len(u.parts) - 1)}

    def sure(self) -> bool:
        """Is any use a name for certain?"""
        return any(u.sure for u in self.uses)


@lru_cache(maxsize=20000)
def fold(word: str) -> str:
    """Small letters without accents, hyphens and apostrophes."""
    if word.isascii():
        small = word.lower()
        return small if small.isalnum() else "".join(filter(str.isalnum, small))
    return "".join(c for c in unicodedata.normalize("NFKD", word).lower() if c.isalnum() and not unicodedata.combining(c))


@lru_cache(maxsize=20000)
def undoubled(word: str) -> str:
    """The word with a letter once where it stands twice running."""
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=20000)
def sound(folded: str) -> tuple[str, str]:
    """How it sounds, in the two ways that Double Metaphone gives."""
    from doublemetaphone import doublemetaphone

    one, two = doublemetaphone(folded)
    return one, two


def edits(x: str, y: str) -> int:
    """Insertions, deletions, changes and swaps of neighbours between two words (optimal string alignment).

    One edit is told here; the library, 5 ms to import, is asked only for more.
    """
    n = 0
    while n < min(len(x), len(y)) and x[n] == y[n]:
        n += 1
    a, b = x[n:], y[n:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if len(a) <= 1 and len(b) <= 1:
        return max(len(a), len(b))
    if len(a) == len(b) == 2 and a == b[::-1]:
        return 1
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b))


def words(analysis: Analysis) -> list[str]:
    """The different forms of a document's names, in the order of the text."""
    parts = dict.fromkeys(chain.from_iterable(m.value.parts for m in analysis.mentions if isinstance(m.value, Name)))
    return list(dict.fromkeys(form for part in parts for form, _ in _written(part)))


def spelled(analysis: Analysis, wanted: Collection[str] | None = None) -> dict[str, Form]:
    """The forms of a document's names (those that are wanted), each with its uses."""
    forms: dict[str, Form] = {}
    document = analysis.document
    text, openings = document.text, document.sentence_openings
    parts = {p for m in analysis.mentions if isinstance(m.value, Name) for p in m.value.parts}
    parts = {p for p in parts if any(wanted is None or form in wanted for form, _ in _written(p))}
    heads = max((i for i, z in enumerate(document.zones) if z.kind in _HEADS), default=-1) + 1
    below = document.zones[heads].span.start if heads < len(document.zones) else len(text)  # no head from here on
    for m in analysis.mentions:
        if not isinstance(m.value, Name) or parts.isdisjoint(m.value.parts):
            continue
        at, end = m.span
        head = at < below and document.zone_at(at).kind in _HEADS
        for i, word in enumerate(m.value.parts):
            start = text.find(word, at, end)
            if start < 0:
                continue
            at = start + len(word)
            for form, offset in _written(word) if word in parts else ():
                if form not in forms:
                    forms[form] = Form(form)
                first = start + offset
                sure = bool(offset) or (not head and (i > 0 or start not in openings))
                forms[form].uses.append(Use(Span(first, first + len(form)), m.value.parts, i, m, sure))
    return forms


@lru_cache(maxsize=4096)
def _written(word: str) -> tuple[tuple[str, int], ...]:
    """The forms in one part of a name, each with its offset: the word, and the capitalised parts of one with a hyphen ("al-Bagsiri", "R-Virginia")."""
    if not 4 <= len(word) <= _LONGEST or word.endswith(_CONTRACTED):
        return ()
    if "-" in word[:3] and _SHORT_FIRST.match(word):
        return tuple(_halves(word))
    upper = word.isupper()
    if (upper and len(word) <= 5) or not (word.isalpha() or _NO_DIGIT.fullmatch(word)):
        return ()
    return ((word.capitalize() if upper else word), 0), *(_halves(word) if "-" in word else ())


def _halves(word: str) -> Iterator[tuple[str, int]]:
    at = 0
    for half in word.split("-"):
        if len(half) >= 5 and half[0].isupper() and not half.isupper():
            yield half, at
        at += len(half) + 1


def _letters(form: str) -> tuple[str, ...]:
    """The blocks of a form among forms of the same letters."""
    folded = fold(form)
    return (folded, "-" + folded[2:]) if "-" in form and folded[:2] in ("al", "el") else (folded,)


@lru_cache(maxsize=4096)
def _keys(form: str) -> tuple[str, ...]:
    """All blocks of a form: two forms that share one are compared."""
    folded = fold(form)
    keys = [folded[:i] + folded[i + 1:] for i in range(len(folded))]
    if len(folded) >= 5:
        keys.append("#" + "".join(sorted(folded)))
        keys += ["~" + key + folded[0] for key in sound(folded) if len(key) >= 3]
    return tuple(dict.fromkeys([*_letters(form), *keys]))


def near_pairs(forms: Iterable[str], lower: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pairs within one edit (or a transposition) of each other, or of one sound: blocks, never all pairs.

    A word that the text also has in small letters is a variant only of the same letters.
    """
    keyed = [(form, _letters(form) if fold(form) in lower else _keys(form)) for form in forms]
    met: set[str] = set()
    blocks: dict[str, list[str]] = {}
    for _, keys in keyed:
        if not met.isdisjoint(keys):
            blocks.update((key, []) for key in keys if key in met)
        met.update(keys)
    if not blocks:
        return
    for form, keys in keyed:
        if not blocks.keys().isdisjoint(keys):
            for key in keys:
                if key in blocks:
                    blocks[key].append(form)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) <= _CROWD:
            for pair in combinations(sorted(block), 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair
