"""One person's age beside the name in two ways: "26-year-old Ola Trent" and "Ola Trent, 29"; "Trent, a quiet 19-year-old"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.checks.base import occurrences
from checker.checks.yearold import SUFFIX, THEN, age_before, slip, with_age
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple

# "26-year-old suspect Ola Trent"; with an article the name is set off: "a 26-year-old baker, Ola Trent" ("the 26-year-old told Trent" is not he)
_TO_NAME = re.compile(r" (?:[A-Z][a-z]{1,5}\. )?")
_BY_NOUN = re.compile(r"(?: (?!(?:of|from|in|with|who|whom|and|or|to|by|at|for|on|than|as|when|told|[a-z]+ed)\b)[a-z’'-]+){1,3} (?:[A-Z][a-z]{1,5}\. )?")
_SET_OFF = re.compile(r"(?: (?!(?:who|whom|and|or|than|as|when|said|told)\b)[a-z’'-]+){0,5}, (?:[A-Z][a-z]{1,5}\. )?")
_FROM_NAME = re.compile(r",? (?:(?:who )?is )?an? (?:(?:[a-z’'-]+,? ){0,3})")
_ARTICLE = re.compile(r"\b(?:an?|the|this|that|his|her|their|my|our|its|[A-Z][a-z]+[’']s) (?:[a-z-]+ )?$", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BEHIND, _AHEAD = 60, 90  # characters between a name and an age


class _Told(NamedTuple):
    """An age that stands beside a name, and where the two stand."""

    parts: tuple[str, ...]
    age: int
    span: Span


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Two ages of one person in the document of this number, one of them told in front of or behind the name as "N-year-old"."""
    told = list(_told(analysis))
    if not told:
        return
    found = names(analysis)
    beside = [_Told(parts, m.value.age, with_age(analysis.document.text, m)) for parts in found.told for m in found.written[parts] if isinstance(m.value, Name) and m.value.age is not None]
    bearers: dict[str, set[tuple[str, ...]]] = {}
    for parts in found.full:
        bearers.setdefault(parts[-1], set()).add(parts)
    for surname, held in groupby(sorted([*told, *beside], key=_surname), key=_surname):
        ages = sorted(held, key=_start)
        for one in ages[1:]:
            first = ages[0]
            if one.age != first.age and (one in told or first in told) and _one(first.parts, one.parts, bearers.get(surname, set())) and slip(first.age, one.age) \
                    and not any(_another_time(analysis, x.span) for x in (first, one)):
                yield Conflict((Place(number, one.span), Place(number, first.span)),
                               {"computed": f"{first.age} and {one.age}", "expected": str(first.age), "tolerance": "none"},
                               ("one person's age, given twice",), likely=abs(first.age - one.age) == 1)
                break


def _surname(told: _Told) -> str:
    return told.parts[-1]


def _start(told: _Told) -> int:
    return told.span.start


def _told(analysis: Analysis) -> Iterator[_Told]:
    text = analysis.document.text
    mentions: list[Mention] = []
    starts: list[int] = []
    for at in occurrences(text, SUFFIX):
        number = age_before(text, at)
        if number is None:
            continue
        if not mentions:
            mentions = sorted((m for m in analysis.mentions if m.kind == "name" and isinstance(m.value, Name) and not m.value.possessive), key=_place)
            starts = [m.span.start for m in mentions]
        age, start = number
        whose = _behind(text, start, at + len(SUFFIX), mentions, starts) or _before(text, start, mentions, starts)
        if whose is not None and isinstance(whose.value, Name) and whose.value.age is None:
            yield _Told(whose.value.parts, age, Span(min(start, whose.span.start), max(at + len(SUFFIX), whose.span.end)))


def _place(m: Mention) -> int:
    return m.span.start


def _behind(text: str, start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The name that an age stands in front of."""
    i = bisect_left(starts, end)
    if i == len(starts) or starts[i] > end + _BEHIND:
        return None
    if _ARTICLE.search(text, max(0, start - 30), start):
        fits = _SET_OFF.fullmatch(text, end, starts[i])
    else:
        fits = _TO_NAME.fullmatch(text, end, starts[i]) or _BY_NOUN.fullmatch(text, end, starts[i])
    return mentions[i] if fits else None


def _before(text: str, start: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The name that an age stands behind, with an article and some adjectives between."""
    i = bisect_left(starts, start) - 1
    if i < 0 or mentions[i].span.end < start - _AHEAD or not _FROM_NAME.fullmatch(text, mentions[i].span.end, start):
        return None
    return mentions[i]


def _one(a: tuple[str, ...], b: tuple[str, ...], bearers: set[tuple[str, ...]]) -> bool:
    """One name, or a surname that one full name has."""
    return a == b and len(a) > 1 or (len(a) == 1 or len(b) == 1) and len(bearers) <= 1


def _another_time(analysis: Analysis, span: Span) -> bool:
    """May the sentence tell of another year, or of a relative?"""
    document = analysis.document
    sentence = document.sentence_at(span.start)
    return THEN.search(document.text, max(sentence.start, span.start - 30), span.end + 25) is not None or _YEAR.search(document.text, sentence.start, sentence.end) is not None
