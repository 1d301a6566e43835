"""Figures → claims: what each figure is said of, read off its clause and its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from checker.data.english import CONDITIONAL, DENIED, FORECAST, FUNCTION_WORDS, PERIODS, ROLES
from checker.model import Claim, Mention, Mood, Quantity, Relation, Span
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


class _Sentence:
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


_NO_THINGS = frozenset({"figure", "time", "star", "fold", "digit"})  # "six-figure", "three-time": what they count is no thing


def claims(document: Document, mentions: Sequence[Mention], relations: Sequence[Relation]) -> tuple[Claim, ...]:
    """A claim for every figure that could be said twice: counts with a noun, amounts, shares, measures, votes."""
    found: list[Claim] = []
    by_sentence: dict[int, list[Mention]] = {}
    numbers: dict[int, set[Decimal]] = {}
    for m in mentions:
        q = m.value
        if not isinstance(q, Quantity):
            continue
        if q.dimension in ("count", "number"):
            numbers.setdefault(document.sentence_index(m.span.start), set()).add(q.high)
        if q.dimension not in _COUNTABLE and (q.dimension != "count" or q.unit) and q.unit not in _NO_THINGS and not _ago(document, m):
            by_sentence.setdefault(document.sentence_index(m.span.start), []).append(m)
    for index, figures in by_sentence.items():
        span = document.sentences[index]
        zone = document.zone_index(span.start)
        if document.zones[zone].kind in _SKIPPED or len(figures) > _TABLE:
            continue
        sentence = _Sentence(document.text, span)
        counted = frozenset(numbers.get(index, ()))
        dimensions = [m.value.dimension for m in figures if isinstance(m.value, Quantity)]
        for m, dimension in zip(figures, dimensions, strict=True):
            found.append(_claim(document, m, (index, zone), sentence, dimensions.count(dimension) - 1, counted))
    return tuple(found)


def _ago(document: Document, m: Mention) -> bool:
    """Does the figure say when ("four years ago", "an hour in,"), not how long?"""
    if not isinstance(m.value, Quantity) or m.value.dimension != "duration":
        return False
    return document.text.startswith((" ago", " earlier"), m.span.end) or (
        document.text.startswith(" in", m.span.end) and document.text[m.span.end + 3:m.span.end + 4] in (".", ",", ";"))


def _claim(document: Document, m: Mention, at: tuple[int, int], sentence: _Sentence, company: int, numbers: frozenset[Decimal]) -> Claim:
    q = m.value
    assert isinstance(q, Quantity)
    first, last = bisect_right(sentence.ends, m.span.start), bisect_left(sentence.starts, m.span.end) - 1
    noun_words = [w for w in q.noun.split() if w[0].isalpha()] if q.noun else []
    noun = stem(noun_words[-1]) if noun_words else ""
    stems, lower = sentence.stems, sentence.lower
    i, j = bisect_left(sentence.content, first), bisect_right(sentence.content, last)  # the figure's own words are none of those around it
    content = sentence.content[:i] + sentence.content[max(i, j):]
    left, right = _clause(sentence, first, last)
    near = sorted(content[bisect_left(content, left):bisect_right(content, right)], key=lambda i: first - i if i < first else i - last)
    scope = {lower[i] for i in sentence.years if not first <= i <= last}
    for i in sentence.periods:
        if first - _NEAR <= i <= last + _NEAR and not first <= i <= last:
            scope.update(_period(lower, i))
    # the figure's own inner words beyond its noun ("other" in "three other Americans")
    inner = lower[first:last + 1]
    roles = ROLES.intersection(lower[max(0, first - 4):last + 4])
    event, definite = events.event(q, sentence.parts, first, last)
    pointer = _skip_hedge(lower, first - 1)
    index, zone = at
    return Claim(
        m, index, zone, document.voice_at(m.span.start), _mood(lower, first, last), noun,
        tuple([stem(w) for w in noun_words[:-1]]), tuple(dict.fromkeys([stems[i] for i in near])),
        frozenset([stems[i] for i in content]), frozenset([stems[i] for i in sentence.names if stems[i] and not first <= i <= last]),
        sentence.forms[max(0, first - 3):first], sentence.forms[last + 1:last + 4], frozenset([*scope, *filter(_YEAR.match, inner)]), roles, company, event, definite,
        _DETERMINERS.get(lower[pointer], "") if pointer >= 0 else "", _complement(sentence, last), _leaders(sentence, first),
        document.zones[zone].kind in _DISPLAY, numbers)


def _period(lower: Sequence[str], i: int) -> tuple[str, ...]:
    """A word of time, and with what counts it before it: "quarter", "second quarter"."""
    counted = i > 0 and lower[i - 1] in _COUNTED and lower[i] in _COUNTABLE_PERIODS
    return (lower[i], f"{lower[i - 1]} {lower[i]}") if counted else (lower[i],)


def _skip_hedge(lower: Sequence[str], at: int) -> int:
    while at >= 0 and lower[at] in _HEDGES:
        at -= 1
    return at


def _complement(sentence: _Sentence, last: int) -> tuple[str, ...]:
    """The first content words behind the figure: up to the next semicolon, colon or dash or, once there is one, the next clause."""
    found: list[str] = []
    for word, stemmed in zip(sentence.lower[last + 1:last + 9], sentence.stems[last + 1:last + 9], strict=True):
        if not word[0].isalnum() or (found and word in _CLAUSES):
            break
        if stemmed and word not in FUNCTION_WORDS:
            found.append(stemmed)
            if len(found) == 4:
                break
    return tuple(found)


def _leaders(sentence: _Sentence, first: int) -> tuple[str, ...]:
    """The proper names before the figure in its clause, the nearest first."""
    i = bisect_left(sentence.breaks, first)
    border = sentence.breaks[i - 1] if i else -1
    names = sentence.names
    return tuple([sentence.stems[n] for n in names[bisect_right(names, border):bisect_left(names, first)][::-1]])


def _clause(sentence: _Sentence, first: int, last: int) -> tuple[int, int]:
    """The first and the last word near the figure with no semicolon, colon or dash in between."""
    i = bisect_left(sentence.breaks, first)
    left = sentence.breaks[i - 1] if i else 0
    j = bisect_right(sentence.breaks, last)
    right = sentence.breaks[j] if j < len(sentence.breaks) else len(sentence.lower)
    return max(left, first - _NEAR), min(right, last + _NEAR)


def _mood(lower: list[str], first: int, last: int) -> Mood:
    near = lower[max(0, first - 5):first]
    if not DENIED.isdisjoint(near):
        return "denied"
    if "if" in lower[:first] and not CONDITIONAL.isdisjoint(lower):
        return "conditional"
    return "asserted" if FORECAST.isdisjoint(near) else "forecast"
