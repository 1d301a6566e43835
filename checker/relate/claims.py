"""Figures → claims: what each figure is said of, read off its clause and its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.data.english import CONDITIONAL, DENIED, FORECAST, FUNCTION_WORDS, PERIODS, ROLES
from checker.model import Claim, Mention, Mood, Quantity, Relation, Span
from checker.relate import events
from checker.relate.stems import stem
from checker.structure.document import Document

_WORD = re.compile(r"[A-Za-z][\w]*(?:['’.-]?[A-Za-z0-9]+)*|\d+(?:[,.]\d+)*|[;:—–]|[.!?](?=\s|$)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NEAR = 8
_SKIPPED = frozenset({"byline", "credit", "dateline", "aside"})
_DISPLAY = frozenset({"headline", "summary", "caption", "list"})
_DETERMINERS = {"the": "the", "this": "the", "that": "the", "these": "the", "those": "the", "a": "a", "an": "a", "another": "a"}
_HEDGES = frozenset("""than more less nearly about almost some over at least around just roughly only approximately under up to estimated
total""".split())
_COUNTED = frozenset("first second third fourth fifth sixth last next previous".split())
_COUNTABLE_PERIODS = frozenset("quarter half year month week day season decade term century".split())
_CLAUSES = frozenset({"and", "but", "while", "which", "who", "that", "to"})
_COUNTABLE = frozenset({"ordinal", "number", "age", "score"})


class _Sentence:
    """The words of a sentence once, for all its figures."""

    __slots__ = ("lower", "names", "parts", "spans", "stems", "words")

    def __init__(self, text: str, span: Span) -> None:
        found = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, span.start, span.end)]
        self.spans = [(a, b) for a, b, _ in found]
        self.words = [w for _, _, w in found]
        self.lower = [w.lower() for w in self.words]
        self.stems = [stem(w) if w[0].isalpha() else "" for w in self.words]
        self.names = [w[0].isupper() and (i > 0 or not w.islower()) and self.lower[i] not in FUNCTION_WORDS
                      for i, w in enumerate(self.words)]
        commas = frozenset(i for i, (a, _) in enumerate(self.spans) if i and "," in text[self.spans[i - 1][1]:a])
        self.parts = events.Words(self.lower, self.stems, self.names, commas)


_NO_THINGS = frozenset({"figure", "time", "star", "fold", "digit"})  # "six-figure", "three-time": what they count is no thing


def claims(document: Document, mentions: Sequence[Mention], relations: Sequence[Relation]) -> tuple[Claim, ...]:
    """A claim for every figure that could be said twice: counts with a noun, amounts, shares, measures, votes."""
    found: list[Claim] = []
    by_sentence: dict[int, list[Mention]] = {}
    for m in mentions:
        if isinstance(m.value, Quantity) and m.value.dimension not in _COUNTABLE and \
                (m.value.dimension != "count" or m.value.unit) and m.value.unit not in _NO_THINGS and not _ago(document, m):
            by_sentence.setdefault(document.sentence_index(m.span.start), []).append(m)
    for index, figures in by_sentence.items():
        span = document.sentences[index]
        zone = document.zone_index(span.start)
        if document.zones[zone].kind in _SKIPPED:
            continue
        sentence = _Sentence(document.text, span)
        for m in figures:
            company = sum(1 for o in figures if o is not m and isinstance(o.value, Quantity)
                          and isinstance(m.value, Quantity) and o.value.dimension == m.value.dimension)
            found.append(_claim(document, m, index, zone, sentence, company))
    return tuple(found)


def _ago(document: Document, m: Mention) -> bool:
    """Does the figure say when ("four years ago", "an hour in,"), not how long?"""
    if not isinstance(m.value, Quantity) or m.value.dimension != "duration":
        return False
    return document.text.startswith((" ago", " earlier"), m.span.end) or (
        document.text.startswith(" in", m.span.end) and document.text[m.span.end + 3:m.span.end + 4] in (".", ",", ";"))


def _claim(document: Document, m: Mention, index: int, zone: int, sentence: _Sentence, company: int) -> Claim:
    q = m.value
    assert isinstance(q, Quantity)
    inside = [i for i, (a, b) in enumerate(sentence.spans) if a < m.span.end and b > m.span.start]
    first, last = (inside[0], inside[-1]) if inside else _gap(sentence, m.span.start)
    noun_words = [w for w in q.noun.split() if w[0].isalpha()]
    noun = stem(noun_words[-1]) if noun_words else ""
    stems, lower = sentence.stems, sentence.lower
    outside = [i for i in range(len(stems)) if not first <= i <= last]
    content = [i for i in outside if stems[i] and lower[i] not in FUNCTION_WORDS]
    near = sorted((i for i in content if _distance(i, first, last) <= _NEAR and not _cut(sentence, i, first, last)),
                  key=lambda i: _distance(i, first, last))
    window = range(max(0, first - 4), min(len(stems), last + 4))
    scope = {lower[i] for i in outside if _YEAR.match(lower[i])} | \
            {w for i in outside if lower[i] in PERIODS and _distance(i, first, last) <= _NEAR for w in _period(lower, i)}
    # the figure's own inner words beyond its noun ("other" in "three other Americans")
    inner = [lower[i] for i in inside]
    roles = frozenset(w for i in window if (w := lower[i]) in ROLES) | {w for w in inner if w in ROLES}
    before = tuple(stems[i] or lower[i] for i in range(max(0, first - 3), first))
    after = tuple(stems[i] or lower[i] for i in range(last + 1, min(len(stems), last + 4)))
    event, definite = events.event(q, sentence.parts, first, last)
    at = _skip_hedge(lower, first - 1)
    return Claim(
        m, index, zone, document.voice_at(m.span.start), _mood(lower, first, last), noun,
        tuple(stem(w) for w in noun_words[:-1]), tuple(dict.fromkeys(stems[i] for i in near)),
        frozenset(stems[i] for i in content), frozenset(stems[i] for i in content if sentence.names[i]),
        before, after, frozenset(scope) | frozenset(w for w in inner if _YEAR.match(w)), roles, company, event, definite,
        _DETERMINERS.get(lower[at], "") if at >= 0 else "", _complement(sentence, last), _leaders(sentence, first),
        document.zones[zone].kind in _DISPLAY)


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
    for i in range(last + 1, min(len(sentence.lower), last + 9)):
        word = sentence.lower[i]
        if not word[0].isalnum() or (found and word in _CLAUSES) or len(found) == 4:
            break
        if sentence.stems[i] and word not in FUNCTION_WORDS:
            found.append(sentence.stems[i])
    return tuple(found)


def _leaders(sentence: _Sentence, first: int) -> tuple[str, ...]:
    """The proper names before the figure in its clause, the nearest first."""
    found: list[str] = []
    for i in range(first - 1, -1, -1):
        if sentence.lower[i] in ";:—–":
            break
        if sentence.names[i]:
            found.append(sentence.stems[i])
    return tuple(found)


def _gap(sentence: _Sentence, at: int) -> tuple[int, int]:
    i = sum(1 for a, _ in sentence.spans if a < at)
    return i, i - 1


def _distance(i: int, first: int, last: int) -> int:
    return first - i if i < first else i - last


def _cut(sentence: _Sentence, i: int, first: int, last: int) -> bool:
    """Does a semicolon, colon or dash stand between the word and the figure?"""
    lo, hi = (i + 1, first) if i < first else (last + 1, i)
    return any(sentence.words[k] in ";:—–" for k in range(lo, hi))


def _mood(lower: list[str], first: int, last: int) -> Mood:
    near = set(lower[max(0, first - 5):first])
    if near & DENIED:
        return "denied"
    if "if" in lower[:first] and set(lower) & CONDITIONAL:
        return "conditional"
    if near & FORECAST:
        return "forecast"
    return "asserted"
