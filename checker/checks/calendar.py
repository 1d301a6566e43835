"""Check `calendar`: weekdays that are not the date's, and days and times that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.base import Check
from checker.checks.weekdays import clashes, fitting
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Clock, Date, Mention, Span
from checker.records import TYPE_CHECKING, NamedTuple
from checker.structure.document import Document

if TYPE_CHECKING:
    import datetime  # 6 ms that an article without a weekday and its date need not pay

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_LEAP_DAY = 29
DAYS_AWAY = frozenset({"later", "earlier", "after", "before", "next", "following", "previous"})  # what `daysaway` looks for
_NEAR_FEBRUARY = (1, 5)  # months of an article whose 29 February is that of its year
_LEADS_TO = re.compile(r"(?:,? (?:and|to|through|until|till|or)(?: on)? | ?[-–—] ?)(?:[A-Z][a-z]+day,? )?")
_OTHER_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:last year|years? (?:ago|earlier|before)|decades?|next year)\b", re.I)


class WeekdayParams(NamedTuple):
    """`days`: how far from the article's date a date without a year may lie to be of the year nearest to it; `near`: where \
    the weekday is that of the same date a year before or after, how far it may lie to be reported at all (as likely).
    """

    days: int = 150
    near: int = 40


class ImpossibleParams(NamedTuple):
    """Nothing to set."""


def _weekdays(ledger: Ledger, params: WeekdayParams) -> Iterator[Conflict]:
    for i, analysis in enumerate(ledger.analyses):
        for m in names(analysis).dates:
            d = m[3]
            if not isinstance(d, Date) or d.weekday is None or d.month is None or d.day is None:
                continue
            fits = _readings(d, ledger.date, params.days, analysis.document, m)
            if not fits or any(day.weekday() == d.weekday for day in fits):
                continue
            other = _fits_another_year(d, fits[0])
            if other and abs((fits[0] - type(fits[0]).fromisoformat(ledger.date or "")).days) > params.near:
                continue
            word = m.text.find(" ")
            weekday = Span(m.span.start, m.span.start + len(m.text[:word].rstrip(".,")))
            rest = Span(m.span.start + _day_starts(m.text), m.span.end)
            right = _DAYS[fits[0].weekday()]
            yield Conflict((Place(i, weekday), Place(i, rest)), {
                "computed": f"{fits[0].isoformat()} is a {right}", "expected": right, "weekday": right, "kind": "is", "date": fits[0].isoformat(),
                "tolerance": "none" if d.year else f"the year is that of the article's date, {ledger.date}"},
                ("weekday and date stand together",), likely=other)
        yield from _told_apart(i, analysis, ledger.date, params)
        yield from _days_away(i, analysis)
        yield from _posts(i, analysis)
        if ledger.date is None:
            yield from _among_themselves(i, analysis)


def _told_apart(i: int, analysis: Analysis, today: str | None, params: WeekdayParams) -> Iterator[Conflict]:
    """Weekdays told behind their date, or as that of the day after it or before."""
    document = analysis.document
    dates = names(analysis).dates
    if len(dates) < 2 or not (any(isinstance(d := m.value, Date) and d.day and d.weekday is None for m in dates) and any(isinstance(d := m.value, Date) and d.weekday is not None and not d.day for m in dates)):
        return
    from checker.checks.nextday import apart

    for date, weekday, days in apart(document, dates):
        assert isinstance(date.value, Date)
        assert isinstance(weekday.value, Date)
        fits = _readings(date.value, today, params.days, document, date)
        if fits and weekday.value.weekday is not None and all((day.weekday() + days) % len(_DAYS) != weekday.value.weekday for day in fits):
            right = _DAYS[(fits[0].weekday() + days) % len(_DAYS)]
            yield Conflict((Place(i, weekday.span), Place(i, date.span)), {
                "computed": f"{fits[0].isoformat()} is a {_DAYS[fits[0].weekday()]}", "expected": right, "weekday": right, "kind": "makes it" if days else "is", "date": fits[0].isoformat(),
                "tolerance": "none" if date.value.year else f"the year is that of the article's date, {today}"},
                ("the weekday is told of the date" if not days else "the weekday is told of the day beside the date",), likely=bool(days) or date.value.year is None)


def _days_away(i: int, analysis: Analysis) -> Iterator[Conflict]:
    """Weekdays that are not as many days from the one told before as the words between say."""
    document = analysis.document
    if DAYS_AWAY.isdisjoint(document.lowercase):
        return
    dates = [m for m in names(analysis).others if m.kind == "date"]
    if len({m.value.weekday for m in dates if isinstance(m.value, Date)} - {None}) < 2:
        return
    from checker.checks.daysaway import away

    for weekday, other, days in away(document, dates):
        assert isinstance(weekday.value, Date)
        assert isinstance(other.value, Date)
        right = ((other.value.weekday or 0) + days) % len(_DAYS)
        if right != weekday.value.weekday:
            yield Conflict((Place(i, weekday.span), Place(i, other.span)), {
                "computed": f"a {_DAYS[right]}, {abs(days)} days {'later' if days > 0 else 'earlier'}", "expected": _DAYS[right], "weekday": _DAYS[right], "kind": "makes it", "tolerance": "none"},
                ("the text tells how many days lie between",), likely=True)


def _posts(i: int, analysis: Analysis) -> Iterator[Conflict]:
    """Weekdays on which somebody is told to have posted what has another date under it."""
    if "(@" not in analysis.document.text:
        return
    from checker.checks.posted import posted

    for weekday, date in posted(analysis.document, [m for m in names(analysis).others if m.kind == "date"]):
        assert isinstance(weekday.value, Date)
        assert isinstance(date.value, Date)
        day = _day(date.value.year or 0, date.value.month or 0, date.value.day or 0)
        if day is not None and weekday.value.weekday is not None and 1 < (day.weekday() - weekday.value.weekday) % len(_DAYS) < len(_DAYS) - 1:
            right = _DAYS[day.weekday()]
            yield Conflict((Place(i, weekday.span), Place(i, date.span)), {
                "computed": f"{day.isoformat()} is a {right}", "expected": right, "weekday": right, "kind": "is", "date": day.isoformat(), "tolerance": "a day, as clocks differ"},
                ("the date stands under the post",), likely=True)


def _among_themselves(i: int, analysis: Analysis) -> Iterator[Conflict]:
    """Weekdays of dates without a year that do not fit each other, or the year that the text tells."""
    for clash in clashes(analysis.document, names(analysis).dates):
        m, other = clash.date, clash.other
        assert isinstance(m.value, Date)
        day = _day(clash.year, m.value.month or 0, m.value.day or 0) if clash.year else None
        right = _DAYS[day.weekday() if day else fitting(other.value, m.value)]
        yield Conflict((Place(i, m.span), Place(i, other.span)), {
            "computed": f"{day.isoformat()} is a {right}" if day else f"a {right}, in the year of the other", "expected": right, "weekday": right,
            "kind": "is" if day else "makes it",
            "tolerance": "the year is the one that the text tells" if day else "whatever the year is"},
            ("the text tells the year",) if day else ("dates of one year",), likely=not clash.sure)


def _day_starts(text: str) -> int:
    """Where the date begins behind its weekday."""
    m = re.compile(r"[A-Za-z]+\.?,?\s+(?:(?:morning|afternoon|evening|night|next|this|last),?\s+)?(?:the |on )?").match(text)
    return m.end() if m else 0


def _readings(d: Date, article: str | None, within: int, document: Document, m: Mention) -> list[datetime.date]:
    """The days that a printed date can be; empty where its year is not known."""
    assert d.month is not None
    assert d.day is not None
    pairs = [(d.month, d.day), *([d.swapped] if d.swapped else [])]
    if d.year is not None:
        return [day for month, number in pairs if (day := _day(d.year, month, number))] if d.year > 1752 else []
    if article is None or _of_another_year(document, m):
        return []
    import datetime

    today = datetime.date.fromisoformat(article)
    found = [day for year in (today.year - 1, today.year, today.year + 1) for month, number in pairs if (day := _day(year, month, number))]
    found.sort(key=lambda day: abs((day - today).days))
    near = [day for day in found if abs((day - today).days) <= within]
    return near[:len(pairs)]


def _fits_another_year(d: Date, day: datetime.date) -> bool:
    """Whether the weekday is right for the same date without a year in the year before or after."""
    return d.year is None and any(
        other.weekday() == d.weekday for year in (day.year - 1, day.year + 1) if (other := _day(year, day.month, day.day)))


def _of_another_year(document: Document, m: Mention) -> bool:
    """Whether its sentence names a year or another time, so that the date may be of another year."""
    sentence = document.sentence_at(m.span.start)
    text = document.text[sentence.start:m.span.start] + " " + document.text[m.span.end:sentence.end]
    return bool(_OTHER_YEAR.search(text))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    import datetime

    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _impossible(ledger: Ledger, params: ImpossibleParams) -> Iterator[Conflict]:
    for i, analysis in enumerate(ledger.analyses):
        for m in names(analysis).others:
            value = m[3]
            reason = _no_day(_of_year(analysis, m, value, ledger.date)) if isinstance(value, Date) else _no_time(value) if isinstance(value, Clock) else ""
            if reason:
                yield Conflict((Place(i, m.span),), {"reason": reason, "expected": reason, "computed": reason})


def _of_year(analysis: Analysis, m: Mention, d: Date, article: str | None) -> Date:
    """29 February with the year of the date that it leads to ("between Feb. 29 and March 1, 2013"), or of the article's near date; all else as it is."""
    if d.month != 2 or d.day != _LEAP_DAY or d.year is not None or d.swapped:
        return d
    to = next((x for x in names(analysis).dates if x.span.start >= m.span.end), None)
    if article is not None and _NEAR_FEBRUARY[0] <= int(article[5:7]) <= _NEAR_FEBRUARY[1] and not _of_another_year(analysis.document, m):
        return d._replace(year=int(article[:4]))
    if to is None or not isinstance(to.value, Date) or not to.value.year or not _LEADS_TO.fullmatch(analysis.document.text, m.span.end, to.span.start):
        return d
    return d._replace(year=to.value.year if (to.value.month or 0) > 1 else to.value.year - 1)


def _no_day(d: Date) -> str:
    """Why there is no such day, "" where there is."""
    if d.month is None or d.day is None or not 1 <= d.month <= 12:
        return ""
    name = _MONTHS[d.month - 1]
    last = _length(d.year or 2000, d.month)
    if d.swapped and d.swapped[1] <= 28:
        return ""
    if d.day > last:
        return f"{name}{f' {d.year}' if d.month == 2 and d.year else ''} has {last} days"
    return "no month has a day 0" if d.day == 0 else ""


def _length(year: int, month: int) -> int:
    """The days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _no_time(c: Clock) -> str:
    """Why there is no such time of day, "" where there is."""
    if c.minute > 59:
        return "an hour has 60 minutes"
    if c.meridiem and (c.hour > 12 or (c.hour == 0 and c.meridiem == "pm")):
        return f"with {c.meridiem[0]}.m. the hours are 1 to 12" if c.hour > 23 or c.minute == 0 else ""
    if c.hour > 24 or (c.hour == 24 and c.minute > 0):
        return "a day has 24 hours"
    return ""


CHECKS: dict[str, Check] = {
    "weekday": Check(WeekdayParams, _weekdays),
    "impossible": Check(ImpossibleParams, _impossible),
}
