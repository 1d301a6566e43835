"""Dates and times of day: US ("Dec. 6, 2013"), British ("6 December 2013") and ISO order, weekdays, years, clock times.

What is printed is kept even where it cannot be ("June 31", "10:90 p.m."): judging is the calendar check's business.
A month or a short weekday alone is nothing ("March", "May", "Sun"); a full weekday alone is a date without a day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.data.units import ONES, ORDINALS, TENS, UNITS
from checker.data.words import COUNTED, YEAR_BEFORE
from checker.extract.spelled import STARTS
from checker.model import Clock, Date, Mention, Span
from checker.records import TYPE_CHECKING
from checker.structure.document import Document
from checker.structure.words import digits, places

if TYPE_CHECKING:
    from typing import Literal

_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: i for i, name in enumerate(_MONTH_NAMES, 1)} | {name[:3]: i for i, name in enumerate(_MONTH_NAMES, 1)} | {"sept": 9}
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: i for i, name in enumerate(_DAY_NAMES)} | {name[:3]: i for i, name in enumerate(_DAY_NAMES)} | {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3}

# as printed in a date; a short weekday alone is nothing
_NAMES = frozenset(form for name in (*MONTHS, *(day for day in WEEKDAYS if len(day) > 5)) for form in (name.capitalize(), name.upper()))
_HOURS = {"noon": Clock(12, 0, "pm"), "midday": Clock(12, 0, "pm"), "midnight": Clock(12, 0, "am")}
_WORDS = _NAMES | STARTS | _HOURS.keys()
_YEAR = r"((?:1\d|20)\d\d)(?![\d%]|[,.]\d)"
_DAY_AFTER = re.compile(r"\.?,? {1,2}(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\w%$]|[.,:/]\d)(?!-(?:year|day|hour|minute|mile|point|member))")
_YEAR_AFTER = re.compile(r"(?:,| of)? {1,2}" + _YEAR)
_MONTH_YEAR = re.compile(r"\.?,?(?: of)? {1,2}" + _YEAR)
_DAY_BEFORE = re.compile(r"(?<![\d.,:/$£€-])(\d{1,2})(?:st|nd|rd|th)?[ -](?:day )?(?:of )?$")
_WEEKDAY_BEFORE = re.compile(
    r"(?<![A-Za-z])([A-Z][A-Za-z]{2,8})\.?,?(?: (?:morning|afternoon|evening|night|next|this|last))?,? {1,2}(?:the |on )?$")
_NUMBERS = re.compile(r"\d[-/.](?:\d\d?|[A-Za-z]{3})[-/.]\d")
_NUMERIC = re.compile(
    r"(?<![\d/.\-$£€])(?:(\d{4})([-/.])(\d{1,2}|[A-Za-z]{3})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2}|[A-Za-z]{3})\6(\d{4}|\d{2}))(?![\d/\-]|\.\d)")
_DAY_WORD = (r"((?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|one|two|three|four|five|six|seven|eight|nine)|"
             r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
             r"seventeenth|eighteenth|nineteenth|twentieth|thirtieth)")
# only where the clause ends or the year follows: "May first met", "June third parties", "a March second half"
_SAID_AFTER = re.compile(r"\.?[ ](?:the )?" + _DAY_WORD + r"(?=[.,;:!?)\"”’\n]|$| (?:to|through|at|from|when|as|19\d\d|20\d\d)(?![A-Za-z\d]))")
_SAID_BEFORE = re.compile(r"(?<![A-Za-z-])" + _DAY_WORD + r" (?:day )?of $", re.I)
_new = tuple.__new__  # a named tuple is made at half the price
_WRONG = 40  # a figure up to here behind a month is a day, if a wrong one
_HALVES = frozenset("aApP")
_JOINTS = frozenset("-/.")
_HOUR_ENDS = _HALVES | {":", "."}
# these are tried where digits begin, and look back from behind the first
_CLOCK = re.compile(
    r"(\d(?<![\d.:,/$£€\-]\d)\d?)(?:([:.])(\d\d))?(?![\d:])(?: ?([apAP])(?:\.[ ]?[mM](?:\.|(?![A-Za-z]))|[mM](?![A-Za-z])\.?))?"
    r"(?: (GMT|UTC|[ECMP][SD]?T|BST|CET|CEST|local time)(?![A-Za-z]))?")
_YEARS = re.compile(r"((?:1(?<![\w.,/$£€¥#:\-–@]1)\d|2(?<![\w.,/$£€¥#:\-–@]2)0)\d\d)(?![\d%$£€]|[A-Za-z]|[,.:]\d)")
_AT = re.compile(r"(?:at|by|until|till|from|before|after|around|about|between|past|since|to|and) $", re.I)
_NO_SLIP = 30  # no slip makes so many hours of a day's 24: a race is told in minutes
_ONTO = (" and ", " to ", " after ", " from ", " between ")
_MONTH_FOLLOWS = re.compile(
    r"\.?,?(?: (?:morning|afternoon|evening|night|next|this|last))?,? {1,2}(?:the |on )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?([A-Z][a-z]+)")
_WORD_AFTER = re.compile(r"[ -]([A-Za-z]+)")
_WORD_BEFORE = re.compile(r"([A-Za-z]+)\.?,? $")


def extract(document: Document) -> list[Mention]:
    """Dates (`kind` "date") and times of day ("clock") of the document, in the order of the text, none overlapping."""
    return list(find(document.text))


@lru_cache(maxsize=2)
def find(text: str) -> tuple[Mention, ...]:
    """The same from a plain text; kept for the last two, since the numbers have to keep off them."""
    numeric, hours, years = _figures(text)
    found = [*_named(text), *(_numeric(text) if numeric else ()), *_clocks(text, hours)]
    taken = sorted([m.span for m in found])
    found += [m for m in _years(text, years) if not _overlaps(m.span, taken)]
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    out: list[Mention] = []
    for m in found:
        if not out or m.span.start >= out[-1].span.end:
            out.append(m)
    return tuple(out)


@lru_cache(maxsize=2)
def words(text: str) -> list[tuple[int, int, str]]:
    """Where the words of dates and those of `STARTS` stand, in order: one look for both, since the numbers ask behind the dates."""
    return places(text, _WORDS)


def _figures(text: str) -> tuple[bool, list[int], list[int]]:
    """Whether dates in figures can be there, where hours may begin, and years: by their digits and what stands behind them."""
    numeric, hours, years = False, [], []
    for start, end in digits(text):
        behind = text[end:end + 1]
        if end - start <= 2:
            if behind in _HOUR_ENDS or (behind == " " and text[end + 1:end + 2] in _HALVES):
                hours.append(start)
        elif end - start == 4 and text[start] in "12":
            years.append(start)
        numeric = numeric or (behind in _JOINTS and _NUMBERS.match(text, end - 1) is not None)
    return numeric, hours, years


def _overlaps(span: Span, taken: list[Span]) -> bool:
    i = bisect_right(taken, (span.start, 1 << 60)) - 1
    return (i >= 0 and taken[i].end > span.start) or (i + 1 < len(taken) and taken[i + 1].start < span.end)


def _mention(text: str, start: int, end: int, value: Date | Clock) -> Mention:
    kind: Literal["date", "clock"] = "date" if isinstance(value, Date) else "clock"
    return _new(Mention, (kind, _new(Span, (start, end)), text[start:end], value))


def _named(text: str) -> Iterator[Mention]:
    """Dates with a month's name, and weekdays alone."""
    done = 0
    for start, end, printed in words(text):
        if printed in _HOURS and start >= done and text[start - 1:start] == " ":
            yield _mention(text, start, end, _HOURS[printed])
        if printed not in _NAMES or start < done or (start and text[start - 1].isalpha()):
            continue
        word = printed.lower()
        month = MONTHS.get(word)
        if month is not None:
            found = _month(text, start, end, month, done)
            if found is not None:
                done = found.span.end
                yield found
        elif not _dated(text, end):
            yield _mention(text, start, end, Date(weekday=WEEKDAYS[word]))


def _dated(text: str, end: int) -> bool:
    """Whether a month follows, so that the weekday belongs to a fuller date."""
    m = _MONTH_FOLLOWS.match(text, end)
    return bool(m and m[1].lower() in MONTHS and (m[0][-len(m[1]) - 2:-len(m[1])].strip(" f").isdigit() or _DAY_AFTER.match(text, m.end())))


def _month(text: str, start: int, end: int, month: int, floor: int) -> Mention | None:
    """The date around a month's name, or None where it stands alone (or is a verb: "may 20 people")."""
    before = text[max(floor, start - 30):start]
    day_before = _DAY_BEFORE.search(before) or (_SAID_BEFORE.search(before) if before.endswith(" of ") and text[end:end + 1] not in ("'", "’") else None)
    after = _DAY_AFTER.match(text, end) or _SAID_AFTER.match(text, end)
    if after and (_counts(text, after, before) or day_before is not None and text.startswith(",", end)):
        after = None  # "4 November, 11 days later"
    day = None
    if day_before and not (after and not _MONTH_YEAR.match(text, end)):
        day, start, before = _day(day_before[1]), start - (len(before) - day_before.start()), before[:day_before.start()]
        end += text.startswith(".", end) and _short(text[start:end])
        year = _MONTH_YEAR.match(text, end)
    elif after:
        day, end = _day(after[1]), after.end()
        year = _YEAR_AFTER.match(text, end)
    else:
        year = _MONTH_YEAR.match(text, end)
        if year is None:
            return None
    if year:
        end = year.end()
    weekday = _WEEKDAY_BEFORE.search(before) if day is not None else None
    number = WEEKDAYS.get(weekday[1].lower()) if weekday else None
    if weekday and number is not None:
        start -= len(before) - weekday.start()
    return _mention(text, start, end, Date(int(year[1]) if year else None, month, day, number))


def _day(printed: str) -> int:
    """A day in digits or words: 22, twenty-second, twenty two."""
    if printed[0].isdigit():
        return int(printed)
    words = printed.lower().replace("-", " ").split()
    return sum(ORDINALS.get(w, 0) or ONES.get(w, 0) or TENS.get(w, 0) for w in words)


def _short(printed: str) -> bool:
    word = printed.rsplit(" ", 1)[-1].lower()
    return word in MONTHS and word not in _MONTH_NAMES


def _counts(text: str, after: re.Match[str], before: str) -> bool:
    """Is what follows the month a count ("in March 50 people"), not a day? No day is above 31, but one may be printed so."""
    word = _WORD_AFTER.match(text, after.end())
    follows = word[1] if word else ""
    day = _day(after[1])
    if follows in COUNTED or follows in ("percent", "per", "million"):
        return True
    if day > 31 or day == 0:
        told = day <= _WRONG or _YEAR_AFTER.match(text, after.end()) is not None or not follows and before.endswith(("on ", "On "))
        return not told or day == 0 or (follows.endswith("s") and follows.islower() and len(follows) > 3)
    return False


def _numeric(text: str) -> Iterator[Mention]:
    """2013-12-05, 2013/12/5, 12/5/2013, 5.12.2013, 5-Dec-2013: both readings where day and month cannot be told apart."""
    for m in _NUMERIC.finditer(text):
        date = _year_first(m) if m[1] else _year_last(m)
        if date is not None and 1000 <= (date.year or 0) <= 2100:
            yield _mention(text, *m.span(), date)


def _year_first(m: re.Match[str]) -> Date | None:
    """Year, month, day: what ISO 8601 writes with hyphens."""
    month = MONTHS.get(m[3].lower(), 0) if m[3].isalpha() else int(m[3])
    if not (1 <= month <= 12 and 1 <= int(m[4]) <= 31) or (m[2] == "." and len(m[3]) + len(m[4]) < 3):
        return None
    return Date(int(m[1]), month, int(m[4]))


def _year_last(m: re.Match[str]) -> Date | None:
    """Day and month in either order before the year; two digits of a year only after strokes, or with a month's name."""
    a, joint, short = int(m[5]), m[6], len(m[8]) == 2
    year = int(m[8]) if not short else int(m[8]) + (2000 if int(m[8]) < 50 else 1900)
    if m[7].isalpha():
        month = MONTHS.get(m[7].lower())
        return Date(year, month, a) if month and 1 <= a <= 31 else None
    b = int(m[7])
    if (joint != "/" and short) or not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if a > 12 or (joint == "." and b <= 12):
        return Date(year, b, a)
    return Date(year, a, b, None, (b, a) if a != b and b <= 12 else None)


def _clocks(text: str, hours: Sequence[int]) -> Iterator[Mention]:
    """Times of day: with a.m. or p.m. always; with a colon alone where "at", a zone or the like bears it out."""
    done = 0
    for at in hours:
        if at < done or (m := _CLOCK.match(text, at)) is None:
            continue
        done = m.end()
        meridiem: Literal["am", "pm", ""] = ""
        if m[4]:
            meridiem = "am" if m[4] in "aA" else "pm"
        elif m[2] != ":" and not (m[3] and m[5]):
            continue
        elif not m[5]:
            if text[m.end():m.end() + 1] in ("'", ".", "-", "%", "–") and text[m.end() + 1:m.end() + 2].isdigit():
                continue
            if not _AT.search(text, max(0, m.start() - 9), m.start()):
                continue
            if int(m[1]) > 24 and (int(m[1]) >= _NO_SLIP or text.endswith(_ONTO, 0, m.start())):
                continue  # "the two halves in 65:12 and 66:26"
        start, end = m.span()
        if meridiem and text[end - 1] == "." and text[end - 2] in "mM" and "." not in text[start:end - 1].lstrip("0123456789:."):
            end -= 1
        yield _mention(text, start, end, Clock(int(m[1]), int(m[3] or 0), meridiem, m[5] or ""))


def _years(text: str, starts: Sequence[int]) -> Iterator[Mention]:
    """Four digits that read as a year: 1900–2100 unless they count something, older ones after "in", "since", "of" …"""
    for start in starts:
        if (m := _YEARS.match(text, start)) is None:
            continue
        year = int(m[1])
        if year > 2100:
            continue
        follows = _WORD_AFTER.match(text, m.end())
        if follows and follows[1].lower() in COUNTED:
            continue
        if follows and follows[1] in UNITS and follows[1].endswith("s") and _before(text, start) not in YEAR_BEFORE:
            continue
        if year < 1900 and (before := _before(text, start)) not in YEAR_BEFORE and before not in MONTHS:
            continue
        if text.endswith(_TELLS_MANY, 0, start) and _MANY.search(text, max(0, start - _REACH), start):
            continue  # "a total of 1410", "fell to 1910"
        yield _mention(text, *m.span(), _new(Date, (year, None, None, None, None)))


_TELLS_MANY = ("of ", "to ", "about ", "nearly ", "almost ", "around ", "over ", "under ", "than ")
_MANY = re.compile(r"\b(?:(?:totals?|sum|tally|toll|count|crowd|attendance) of|(?:rose|risen|fell|fallen|grew|grown|dropped|climbed|increased|declined|shrank|swelled|soared|jumped|dipped) to) "
                   r"(?:about |nearly |almost |around |over |just (?:over|under) |more than |fewer than )?$")
_REACH = 40  # characters before a number that tell what it counts


def _before(text: str, start: int) -> str:
    """The word before a year, in small letters; "" where none stands there."""
    m = _WORD_BEFORE.search(text, max(0, start - 14), start)
    return m[1].lower() if m else ""
