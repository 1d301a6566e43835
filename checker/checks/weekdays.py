"""Weekdays of dates without a year: two of one article must fit one year, or the year that the article tells elsewhere for the same month.

What the article's own date decides is `checker.checks.calendar`'s; here nothing but the text is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.model import Date, Mention
from checker.records import NamedTuple
from checker.structure.document import Document

_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # days of a common year before each month
_YEAR_DAYS = 365
_HALF = 6  # months from which the later of two dates is taken to be the next year's
_FEW = 12  # such dates in one story; more are a calendar
_SOON = 12  # paragraphs within which a day of a month is one day
_HAPPENS = re.compile(r"\b(?:was|were|had|did|will|would|(?<!is )(?<!are )\b[a-z]{2,}ed|met|won|lost|went|came|took|made|held|told|left|began|wrote|set)\b")
_NOW = re.compile(r"\b(?:will|is|are|has|have|wants?|plans?)\b")
_AWAY = 10  # days between two dates of one story
_NEAR = 2  # sentences behind "in May 1997" in which May is that of 1997
_OTHER_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:last year|years? (?:ago|earlier|before)|decades?|next year|that year|same year|the year)\b", re.I)
_IN_YEAR = re.compile(r"\b[Ii]n (?:early |late )?((?:1[89]|20)\d\d)\b(?! and | or |[-–])")
_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same|last) year\b")


class Clash(NamedTuple):
    """A date whose weekday is wrong, and what it is held against: another date with a weekday, or the year told for its month.

    `year` is None where no year is known, `sure` tells that one sentence has both.
    """

    date: Mention
    other: Mention
    year: int | None
    sure: bool


def clashes(document: Document, dates: Sequence[Mention]) -> Iterator[Clash]:
    """The dates among those given that have a weekday, a month, a day and no year, and cannot all be right; `dates` are all of the document."""
    bare = [m for m in dates if _is_bare(m.value)]
    if not bare:
        return
    plain = [m for m in bare if not _of_another_year(document, m)]
    known = set()
    starts = [m.span.start for m in dates]
    months: dict[int | None, list[Mention]] = {}
    for m in dates:
        if _of(m).year is not None and _of(m).month is not None:
            months.setdefault(_of(m).month, []).append(m)
    full = [m for m in dates if _of(m).year is not None and _of(m).month is not None]
    latest = max((_of(m).year or 0 for m in dates), default=0)
    for m in bare:
        sentence = document.sentence_at(m.span.start)
        near = dates[bisect_left(starts, sentence.start):bisect_left(starts, sentence.end)]
        found = _told_year(document, m, near, months.get(_of(m).month, ()), latest)
        if found is None and m in plain and _HAPPENS.search(document.text, *sentence):
            found = _days_away(m, full, latest)
        if found is not None:
            known.add(m)
            year, other, sure = found
            if weekday(year, m.value) not in (_of(m).weekday, None):
                yield Clash(m, other, year, sure)
    plain = [m for m in plain if m not in known]
    wrong = _odd_one(plain)
    if wrong is not None:
        m, other = wrong
        yield Clash(m, other, None, document.zone_index(m.span.start) == document.zone_index(other.span.start))


def _of(m: Mention) -> Date:
    assert isinstance(m.value, Date)
    return m.value


def _is_bare(d: object) -> bool:
    return isinstance(d, Date) and d.weekday is not None and d.month is not None and d.day is not None and d.year is None and d.swapped is None \
        and 1 <= d.month <= 12 and 1 <= d.day <= 31


def weekday(year: int, d: object) -> int | None:
    """The weekday of a month's day in a year; None where there is no such day."""
    import datetime

    assert isinstance(d, Date)
    try:
        return datetime.date(year, d.month or 0, d.day or 0).weekday()
    except ValueError:
        return None


def _of_another_year(document: Document, m: Mention) -> bool:
    """Whether its sentence names a year or another time."""
    sentence = document.sentence_at(m.span.start)
    return _OTHER_YEAR.search(document.text, sentence.start, sentence.end) is not None


def _odd_one(dates: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The date that goes with the fewest of the others, the later of two, and the nearest that it does not go with."""
    if not 1 < len(dates) <= _FEW or all(_fit(a, b) for a, b in pairwise(dates)):
        return None
    distinct = list({(_of(m).month, _of(m).day, _of(m).weekday): m for m in reversed(dates)}.values())[::-1]
    against = [[b for b in distinct if not _fit(a, b)] for a in distinct]
    most = max(map(len, against))
    odd = max(i for i, found in enumerate(against) if len(found) == most)
    if not most or len(distinct) > 2 and sum(len(found) == most for found in against) > len(distinct) // 2:
        return None  # of three that differ nobody knows which is wrong
    return distinct[odd], min(against[odd], key=lambda m: abs(m.span.start - distinct[odd].span.start))


def _fit(a: Mention, b: Mention) -> bool:
    """Can both weekdays be right in one year, or in two that follow each other where the months are half a year apart?"""
    told = sorted((a, b), key=lambda m: m.span.start)
    one, two = sorted(map(_of, told), key=lambda d: (d.month or 0, d.day or 0))
    assert one.month
    assert two.month
    days = _number(two) - _number(one)
    fits = {days, days + (one.month < 3 <= two.month)}
    if two.month - one.month >= _HALF:  # November and the January behind it
        turned = {days - _YEAR_DAYS, days - _YEAR_DAYS - 1}
        fits = turned if _of(told[0]) is two else fits | turned
    elif two.month > one.month and _of(told[0]) is two:  # "began on Sept. 9 … are due in court on April 14"
        fits |= {days - _YEAR_DAYS, days - _YEAR_DAYS - 1}
    shift = ((two.weekday or 0) - (one.weekday or 0)) % 7
    return any(n % 7 == shift for n in fits)


def fitting(known: object, d: object) -> int:
    """The weekday of a date in a common year that gives the known one its own."""
    assert isinstance(known, Date)
    assert isinstance(d, Date)
    return ((known.weekday or 0) + _number(d) - _number(known)) % 7


def _number(d: Date) -> int:
    return _BEFORE[(d.month or 1) - 1] + (d.day or 1)


def _told_year(document: Document, m: Mention, near: Sequence[Mention], same: Sequence[Mention], latest: int) -> tuple[int, Mention, bool] | None:
    """The year of a date that prints none, where it is told, and whether its own sentence does so.

    `near` are the dates of its sentence, `same` those with a year that are of its month, `latest` the last year of all.
    """
    text, sentence = document.text, document.sentence_at(m.span.start)
    own = [d for d in near if _of(d).year is not None]
    if len(own) == 1 and own[0].value == Date(_of(own[0]).year):
        at = own[0].span.start
        if (found := _IN_YEAR.search(text, max(sentence.start, at - 10), own[0].span.end + 6)) is not None and found.start(1) == at \
                and (not text[sentence.start:found.start()].strip() or found.start() - m.span.end == 1):
            return int(found[1]), own[0], True
    if own:
        return _goes_on(text, [d for d in own if _of(d).month] or own, m)  # "which opened in 1896, will shut on Monday 5 January 2026"
    if latest - 1 > max((_of(d).year or 0 for d in same), default=latest) and _NOW.search(text, *sentence):
        return None  # the day's return after years
    day = [d for d in same if _of(d).day == _of(m).day]
    if len(same) <= _FEW and len({_of(d).year for d in day}) == 1 and abs(document.zone_index(day[0].span.start) - document.zone_index(m.span.start)) <= _SOON:
        return _of(day[0]).year or 0, day[0], False  # the very day
    if 0 < len(same) <= _FEW and len({_of(d).year for d in same}) == 1 and (_THAT_YEAR.match(text, m.span.end) or _just_told(document, same, m)):
        return _of(same[0]).year or 0, same[0], False
    return None


def _days_away(m: Mention, full: Sequence[Mention], latest: int) -> tuple[int, Mention, bool] | None:
    """The one year that the text tells with a month, its latest, where it tells it of a day near the date's; both are then of one story."""
    if not full or len(full) > _FEW or {_of(d).year for d in full} != {latest}:
        return None
    near = [d for d in full if _of(d).day is not None and 0 < abs(_number(_of(d)) - _number(_of(m))) <= _AWAY]
    return (_of(near[0]).year or 0, near[0], False) if near else None


def _goes_on(text: str, own: Sequence[Mention], m: Mention) -> tuple[int, Mention, bool] | None:
    """The year of the one full date before it in its sentence, of its month or one of the next five: "on Sunday, Aug. 28, 2005, and … on Monday, Aug. 29"."""
    full, d = _of(own[0]), _of(m)
    if len(own) != 1 or full.day is None or full.month is None or d.month is None or own[0].span.end > m.span.start or not 0 <= d.month - full.month < _HALF \
            or (d.month, d.day or 0) < (full.month, full.day) or _OTHER_YEAR.search(text, own[0].span.end, m.span.start):
        return None
    return full.year or 0, own[0], False


def _just_told(document: Document, same: Sequence[Mention], m: Mention) -> bool:
    """Does one of the two sentences before tell the month with its year?"""
    index = document.sentence_index(m.span.start)
    return any(0 < index - document.sentence_index(d.span.start) <= _NEAR for d in same)
