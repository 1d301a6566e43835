"""The words of a document's names as they are spelt, and which of them lie near each other.

Most texts have no two names that lie near each other, so the words are compared first, and where they stand is looked up only for those that do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import combinations
from math import prod

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple

_HEADS = frozenset({"headline", "summary", "caption"})
_CONTRACTED = tuple(mark + end for mark in "'’" for end in ("re", "ve", "ll", "d", "m", "t"))
_POSSESSED = ("'S", "’S")  # of a headline in capitals
_SHORTEST = 3  # letters of a form; of so few, a surname alone
_LONGEST = 60  # letters; what is longer is no name, and has as many near forms as letters
_SHORT_FIRST = re.compile(r"\w{1,2}-")
_NO_DIGIT = re.compile(r"\D+")
_CROWD = 25  # forms that share a key; more are told apart by nothing
_FEW = 8  # forms of one half that are compared each with each; more by narrower blocks
_SHORT = 5  # letters from which order and sound tell anything
_SOUNDS = 3  # of a sound, at least
_KEPT = 8192  # words of which the forms and keys are kept from text to text


class Use(NamedTuple):
    """One use of a form: where it stands, the run it is in and its place there."""

    span: Span
    parts: tuple[str, ...]
    position: int
    mention: Mention
    sure: bool


class Form:
    """A word as it is spelt, with all its uses; what they tell is worked out when they are all there, and kept."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.folded = fold(word)
        self.uses: list[Use] = []

    @cached_property
    def runs(self) -> frozenset[tuple[tuple[str, ...], int]]:
        """The different names it stands in, each with its place there."""
        return frozenset((u.parts, u.position) for u in self.uses)

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(fold(p) for parts, position in self.runs for i, p in enumerate(parts) if i != position and len(p) > 1)

    def others(self) -> frozenset[str]:
        """The other words of the runs it stands in, folded."""
        return self._others

    @cached_property
    def _roles(self) -> frozenset[str]:
        return frozenset("given" if at == 0 and len(parts) > 1 else "surname" for parts, at in self.runs if at in (0, len(parts) - 1))

    def roles(self) -> frozenset[str]:
        """Does it open full names or close them (a name alone counts as a surname)?"""
        return self._roles

    @cached_property
    def first_words(self) -> frozenset[str]:
        """What opens the full names that it closes."""
        return frozenset(parts[0] for parts, at in self.runs if 0 < at == len(parts) - 1)

    @cached_property
    def last_words(self) -> frozenset[str]:
        """What closes the full names that it opens."""
        return frozenset(parts[-1] for parts, at in self.runs if at == 0 < len(parts) - 1)

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
    one, two = _metaphone()(folded)
    return one, two


@cache
def _metaphone() -> Callable[[str], tuple[str, str]]:
    from doublemetaphone import doublemetaphone  # imported when the first name asks

    told: Callable[[str], tuple[str, str]] = doublemetaphone
    return told


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
    found: dict[str, None] = {}
    for word in names(analysis).words:
        if word.isalpha() and not word.isupper() and _SHORTEST <= len(word) <= _LONGEST:  # as most: its own and only form
            found[word] = None
        else:
            found.update(dict.fromkeys(_forms(word)))
    return list(found)


@lru_cache(maxsize=_KEPT)
def _forms(word: str) -> tuple[str, ...]:
    """The forms in one part of a name."""
    return tuple([form for form, _ in _written(word)])


def spelled(analysis: Analysis, wanted: Collection[str] | None = None) -> dict[str, Form]:
    """The forms of a document's names (those that are wanted), each with its uses."""
    forms: dict[str, Form] = {}
    document = analysis.document
    text, openings = document.text, document.sentence_openings
    found = names(analysis)
    parts = set(found.words)
    if wanted is None:
        parts = {p for p in parts if len(p) > _SHORTEST}
    else:
        several = {p for p in parts if not p.isalpha() or p.isupper()}  # the others are their own and only form
        parts = parts.intersection(wanted).union(p for p in several if any(form in wanted for form, _ in _written(p)))
    heads = max((i for i, z in enumerate(document.zones) if z.kind in _HEADS), default=-1) + 1
    below = document.zones[heads].span.start if heads < len(document.zones) else len(text)  # no head from here on
    for m in found.holding(parts):
        assert isinstance(m.value, Name)
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


@lru_cache(maxsize=_KEPT)
def _written(word: str) -> tuple[tuple[str, int], ...]:
    """The forms in one part of a name, each with its offset: the word, and the capitalised parts of one with a hyphen ("al-Bagsiri", "R-Virginia")."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ()
    if word.isalpha() and not word.isupper():
        return ((word, 0),)
    if word.endswith(_CONTRACTED):
        return ()
    if "-" in word[:3] and _SHORT_FIRST.match(word):
        return tuple(_halves(word))
    upper = word.isupper()
    if upper and word.endswith(_POSSESSED):
        word = word[:-2]
    if (upper and len(word) <= 5) or not (word.isalpha() or _NO_DIGIT.fullmatch(word)):
        return ()
    return ((word.capitalize() if upper else word), 0), *(_halves(word) if "-" in word else ())


def _halves(word: str) -> Iterator[tuple[str, int]]:
    at = 0
    for half in word.split("-"):
        if len(half) >= 5 and half[0].isupper() and not half.isupper():
            yield half, at
        at += len(half) + 1


@lru_cache(maxsize=_KEPT)
def _keys(form: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The blocks of a form among forms of the same letters and among those near it, and the form folded.

    Two forms that share a block are compared, or looked at once more where the block is of a half ("<", ">"): of two forms one letter apart, a
    half is the same: the first or last n // 2 letters of the shorter, one letter more where n is odd and the other longer. Short ones are as
    few as their letters, so they have a block for each letter left out.
    """
    folded = form.lower() if form.isascii() and form.isalpha() else fold(form)
    size = len(folded)
    half = size // 2
    letters: tuple[str, ...] = (folded,)
    near = ["<" + folded[:half], ">" + folded[-half:]]
    if "-" in form and folded[:2] in ("al", "el"):
        letters += ("-" + folded[2:],)
        near.append(letters[1])
    if size % 2:
        near += ("<" + folded[:half + 1], ">" + folded[-half - 1:])
    if size < _SHORT:
        return letters, (*near, *dict.fromkeys((folded, *_less(folded)))), folded
    near.append(f"#{prod(folded.encode()):x}")  # the same for the same letters in any order
    one, two = _metaphone()(folded)
    if len(one) >= _SOUNDS:
        near.append("~" + one + folded[0])
    if one != two and len(two) >= _SOUNDS:
        near.append("~" + two + folded[0])
    return letters, tuple(near), folded


def _less(folded: str) -> list[str]:
    """The form less each letter in turn: forms of which one has a letter more, another or one elsewhere share one of these."""
    return [folded[:i] + folded[i + 1:] for i in range(len(folded))]


def _letter_apart(one: str, two: str) -> bool:
    """Are the letters the same but for one that the other has not, or for another in one place?"""
    x, y = fold(one), fold(two)
    if len(x) > len(y):
        x, y = y, x
    more = len(y) - len(x)
    if more > 1:
        return False
    n = 0
    for a, b in zip(x, y, strict=False):
        if a != b:
            break
        n += 1
    return x[n + 1 - more:] == y[n + 1:]


def near_pairs(forms: Iterable[str], lower: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pairs within one edit (or a transposition) of each other, or of one sound: blocks, never all pairs.

    A word that the text also has in small letters is a variant only of the same letters.
    """
    seen: set[tuple[str, str]] = set()
    for key, block in _blocks([(form, same if folded in lower else near) for form in forms for same, near, folded in [_keys(form)]]):
        half = key[:1] in ("<", ">")
        for pair in _told_apart(block) if half and len(block) > _FEW else _pairs(block):
            if pair not in seen and (not half or _letter_apart(*pair)):
                seen.add(pair)
                yield pair


def _pairs(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(block), 2) if len(block) <= _CROWD else iter(())


def _told_apart(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of a crowd, by narrower blocks."""
    for _, less in _blocks([(form, (fold(form), *dict.fromkeys(_less(fold(form))))) for form in block]):
        yield from _pairs(less)


def _blocks(keyed: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[tuple[str, list[str]]]:
    """The keys that more than one form has, each with these forms."""
    first: dict[str, str] = {}
    blocks: dict[str, list[str]] = {}
    met = first.setdefault
    for form, keys in keyed:
        for key in keys:
            if (other := met(key, form)) is not form:
                blocks.setdefault(key, [other]).append(form)
    return blocks.items()
