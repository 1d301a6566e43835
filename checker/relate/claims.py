"""Figures → claims: what each figure is said of, read off its clause and its sentence when somebody asks for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import compress
from typing import Any, NamedTuple, TypeVar, cast

from checker.data.english import CONDITIONAL, DENIED, FAMILIES, FORECAST, FUNCTION_WORDS, PERIODS, ROLES, TOLLS
from checker.model import Claim, Dimension, Mention, Mood, Quantity, Relation, Span, Voice
from checker.relate import events
from checker.relate.stems import stem
from checker.structure.document import Document

_WORD = re.compile(r"[A-Za-z]\w*(?:['’.-][A-Za-z0-9]+)*|\d+(?:[,.]\d+)*|[;:—–]|[.!?](?=\s|$)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_new = tuple.__new__  # a named tuple is made at half the price
_NEAR = 8
_TABLE = 60  # figures; what has more between two full stops is no sentence
_BREAKS = frozenset(";:—–")
_SKIPPED = frozenset({"byline", "credit", "dateline", "aside"})
_DISPLAY = frozenset({"headline", "summary", "caption", "list"})
_DETERMINERS = {"the": "the", "this": "the", "that": "the", "these": "the", "those": "the", "a": "a", "an": "a", "another": "a"}
_HEDGES = frozenset("""than more less nearly about almost some over at least around just roughly only approximately under up to estimated
total""".split())
_COUNTED = frozenset("first second third fourth fifth sixth last next previous".split())
_COUNTABLE_PERIODS = frozenset("quarter half year month week day season decade term century".split())
_CLAUSES = frozenset({"and", "but", "while", "which", "who", "that", "to"})
_COUNTABLE = frozenset({"ordinal", "number", "age", "score"})
_NO_THINGS = frozenset({"figure", "time", "star", "fold", "digit"})  # "six-figure", "three-time": what they count is no thing
# what every word begins with whose stem is that of a toll: a sentence without tells of none
_TOLL = re.compile("(?<![A-Za-z])(?:" + "|".join(sorted({word.removesuffix("y") for word, stem in FAMILIES.items() if stem in TOLLS})) + ")", re.I)
_T = TypeVar("_T")


class _Lazy:
    """A field that is read when it is first asked for, and kept: `functools.cached_property` without its lock."""

    def __init__(self, read: Callable[[Any], object]) -> None:
        self.read = read

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, one: Any, owner: type) -> object:
        found = one.__dict__[self.name] = self.read(one)
        return found


def _lazy(read: Callable[[Any], _T]) -> _T:
    return cast(_T, _Lazy(read))


class _Word(NamedTuple):
    """What a word is in any sentence: its small letters, its stem ("" for figures and marks), the stem or those, and what it may be to a figure."""

    low: str
    stem: str
    form: str
    content: bool
    name: bool
    breaks: bool
    year: bool
    period: bool


@lru_cache(maxsize=20000)
def _read(word: str) -> _Word:
    low = word.lower()
    stemmed = stem(low) if low[0].isalpha() else ""
    plain = low not in FUNCTION_WORDS
    year = not stemmed and _YEAR.match(low) is not None
    return _new(_Word, (low, stemmed, stemmed or low, plain and stemmed != "", plain and word[0].isupper(), word in _BREAKS, year, low in PERIODS))


class _Words:
    """The words of a sentence once, for all its figures: side by side, and where those stand that can tell something of a figure."""

    __slots__ = ("breaks", "content", "ends", "forms", "lower", "names", "parts", "periods", "starts", "stems", "years")

    def __init__(self, text: str, span: Span) -> None:
        spans = [m.span() for m in _WORD.finditer(text, span.start, span.end)]
        words = [_read(text[start:end]) for start, end in spans]
        places = range(len(words))
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.forms: tuple[str, ...]
        lower, stems, self.forms, content, names, breaks, years, periods = zip(*words, strict=True) if words else ((),) * 8
        self.lower, self.stems = list(lower), list(stems)
        self.content = list(compress(places, content))
        self.names = list(compress(places, names))
        self.breaks = list(compress(places, breaks))
        self.years = list(compress(places, years))
        self.periods = list(compress(places, periods))
        self.parts = events.Words(self.lower, self.stems, names, self._behind_commas(text, span))

    def _behind_commas(self, text: str, span: Span) -> frozenset[int]:
        """The words before which a comma stands."""
        found: list[int] = []
        at = text.find(",", span.start, span.end)
        while at >= 0:
            i = bisect_right(self.starts, at)
            if 0 < i < len(self.starts) and self.ends[i - 1] <= at:
                found.append(i)
            at = text.find(",", at + 1, span.end)
        return frozenset(found)


class _Sentence:
    """A sentence with figures; `dimensions` are those of its claims, `counts` its counts and bare numbers."""

    def __init__(self, document: Document, span: Span, zone: int, dimensions: Sequence[Dimension], counts: Sequence[Decimal]) -> None:
        self.document = document
        self.span = span
        self.zone = zone
        self.dimensions = dimensions
        self.counts = counts

    @_lazy
    def words(self) -> _Words:
        return _Words(self.document.text, self.span)

    @_lazy
    def numbers(self) -> frozenset[Decimal]:
        return frozenset(self.counts)

    @_lazy
    def tells_toll(self) -> bool:
        return _TOLL.search(self.document.text, self.span.start, self.span.end) is not None


class _Figure(Claim):
    """A claim that reads its sentence when it is asked."""

    def __init__(self, m: Mention, quantity: Quantity, number: int, sentence: _Sentence) -> None:
        self.value = m
        self.sentence = number
        self.zone = sentence.zone
        self._quantity = quantity
        self._sentence = sentence

    @_lazy
    def _reach(self) -> tuple[int, int]:
        """The first and the last of the figure's own words among those of the sentence."""
        words, span = self._sentence.words, self.value.span
        return bisect_right(words.ends, span.start), bisect_left(words.starts, span.end) - 1

    @_lazy
    def _content(self) -> list[int]:
        """The content words of the sentence but the figure's own."""
        first, last = self._reach
        content = self._sentence.words.content
        i, j = bisect_left(content, first), bisect_right(content, last)
        return content[:i] + content[max(i, j):]

    @_lazy
    def _noun_words(self) -> list[str]:
        return [w for w in self._quantity.noun.split() if w[0].isalpha()]

    @_lazy
    def voice(self) -> Voice:
        return self._sentence.document.voice_at(self.value.span.start)

    @_lazy
    def mood(self) -> Mood:
        lower, first = self._sentence.words.lower, self._reach[0]
        near = lower[max(0, first - 5):first]
        if not DENIED.isdisjoint(near):
            return "denied"
        if "if" in lower[:first] and not CONDITIONAL.isdisjoint(lower):
            return "conditional"
        return "asserted" if FORECAST.isdisjoint(near) else "forecast"

    @_lazy
    def noun(self) -> str:
        return stem(self._noun_words[-1]) if self._noun_words else ""

    @_lazy
    def modifiers(self) -> tuple[str, ...]:
        return tuple([stem(w) for w in self._noun_words[:-1]])

    @_lazy
    def near(self) -> tuple[str, ...]:
        first, last = self._reach
        words, content = self._sentence.words, self._content
        left, right = _clause(words, first, last)
        near = sorted(content[bisect_left(content, left):bisect_right(content, right)], key=lambda i: first - i if i < first else i - last)
        return tuple(dict.fromkeys([words.stems[i] for i in near]))

    @_lazy
    def words(self) -> frozenset[str]:
        stems = self._sentence.words.stems
        return frozenset([stems[i] for i in self._content])

    @_lazy
    def names(self) -> frozenset[str]:
        first, last = self._reach
        words = self._sentence.words
        return frozenset([words.stems[i] for i in words.names if words.stems[i] and not first <= i <= last])

    @_lazy
    def before(self) -> tuple[str, ...]:
        first = self._reach[0]
        return self._sentence.words.forms[max(0, first - 3):first]

    @_lazy
    def after(self) -> tuple[str, ...]:
        last = self._reach[1]
        return self._sentence.words.forms[last + 1:last + 4]

    @_lazy
    def scope(self) -> frozenset[str]:
        first, last = self._reach
        words = self._sentence.words
        found = [words.lower[i] for i in words.years if not first <= i <= last]
        for i in words.periods:
            if first - _NEAR <= i <= last + _NEAR and not first <= i <= last:
                found += _period(words.lower, i)
        # the figure's own inner words beyond its noun ("other" in "three other Americans")
        return frozenset([*found, *filter(_YEAR.match, words.lower[first:last + 1])])

    @_lazy
    def roles(self) -> frozenset[str]:
        first, last = self._reach
        return ROLES.intersection(self._sentence.words.lower[max(0, first - 4):last + 4])

    @_lazy
    def company(self) -> int:
        return self._sentence.dimensions.count(self._quantity.dimension) - 1

    @_lazy
    def _event(self) -> tuple[str, bool]:
        return events.event(self._quantity, self._sentence.words.parts, *self._reach)

    @_lazy
    def event(self) -> str:
        dimension = self._quantity.dimension
        return self._event[0] if dimension == "duration" or dimension == "count" and self._sentence.tells_toll else ""

    @_lazy
    def definite(self) -> bool:
        return self._event[1]

    @_lazy
    def determiner(self) -> str:
        lower = self._sentence.words.lower
        pointer = _skip_hedge(lower, self._reach[0] - 1)
        return _DETERMINERS.get(lower[pointer], "") if pointer >= 0 else ""

    @_lazy
    def complement(self) -> tuple[str, ...]:
        return _complement(self._sentence.words, self._reach[1])

    @_lazy
    def leaders(self) -> tuple[str, ...]:
        return _leaders(self._sentence.words, self._reach[0])

    @_lazy
    def display(self) -> bool:
        return self._sentence.document.zones[self.zone].kind in _DISPLAY

    @_lazy
    def numbers(self) -> frozenset[Decimal]:
        return self._sentence.numbers


def claims(document: Document, mentions: Sequence[Mention], relations: Sequence[Relation]) -> tuple[Claim, ...]:
    """A claim for every figure that could be said twice: counts with a noun, amounts, shares, measures, votes."""
    by_sentence: dict[int, list[tuple[Mention, Quantity]]] = {}
    counts: dict[int, list[Decimal]] = {}
    for m in mentions:
        q = m.value
        if not isinstance(q, Quantity):
            continue
        index, dimension = -1, q.dimension
        if dimension in ("count", "number"):
            index = document.sentence_index(m.span.start)
            counts.setdefault(index, []).append(q.high)
        if dimension not in _COUNTABLE and (dimension != "count" or q.unit) and q.unit not in _NO_THINGS and not _ago(document, m):
            index = document.sentence_index(m.span.start) if index < 0 else index
            by_sentence.setdefault(index, []).append((m, q))
    found: list[Claim] = []
    for index, figures in by_sentence.items():
        span = document.sentences[index]
        zone = document.zone_index(span.start)
        if document.zones[zone].kind not in _SKIPPED and len(figures) <= _TABLE:
            sentence = _Sentence(document, span, zone, [q.dimension for _, q in figures], counts.get(index, ()))
            found += [_Figure(m, q, index, sentence) for m, q in figures]
    return tuple(found)


def _ago(document: Document, m: Mention) -> bool:
    """Does the figure say when ("four years ago", "an hour in,"), not how long?"""
    if not isinstance(m.value, Quantity) or m.value.dimension != "duration":
        return False
    return document.text.startswith((" ago", " earlier"), m.span.end) or (
        document.text.startswith(" in", m.span.end) and document.text[m.span.end + 3:m.span.end + 4] in (".", ",", ";"))


def _period(lower: Sequence[str], i: int) -> tuple[str, ...]:
    """A word of time, and with what counts it before it: "quarter", "second quarter"."""
    counted = i > 0 and lower[i - 1] in _COUNTED and lower[i] in _COUNTABLE_PERIODS
    return (lower[i], f"{lower[i - 1]} {lower[i]}") if counted else (lower[i],)


def _skip_hedge(lower: Sequence[str], at: int) -> int:
    while at >= 0 and lower[at] in _HEDGES:
        at -= 1
    return at


def _complement(words: _Words, last: int) -> tuple[str, ...]:
    """The first content words behind the figure: up to the next semicolon, colon or dash or, once there is one, the next clause."""
    found: list[str] = []
    for word, stemmed in zip(words.lower[last + 1:last + 9], words.stems[last + 1:last + 9], strict=True):
        if not word[0].isalnum() or (found and word in _CLAUSES):
            break
        if stemmed and word not in FUNCTION_WORDS:
            found.append(stemmed)
            if len(found) == 4:
                break
    return tuple(found)


def _leaders(words: _Words, first: int) -> tuple[str, ...]:
    """The proper names before the figure in its clause, the nearest first."""
    i = bisect_left(words.breaks, first)
    border = words.breaks[i - 1] if i else -1
    names = words.names
    return tuple([words.stems[n] for n in names[bisect_right(names, border):bisect_left(names, first)][::-1]])


def _clause(words: _Words, first: int, last: int) -> tuple[int, int]:
    """The first and the last word near the figure with no semicolon, colon or dash in between."""
    i = bisect_left(words.breaks, first)
    left = words.breaks[i - 1] if i else 0
    j = bisect_right(words.breaks, last)
    right = words.breaks[j] if j < len(words.breaks) else len(words.lower)
    return max(left, first - _NEAR), min(right, last + _NEAR)
