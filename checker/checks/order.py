"""Check `order`: a range whose ends are turned round, an average outside it, a winner with the smaller score, an end before its beginning, hours that do not add up."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from checker.checks import clocks, results
from checker.checks.base import Check, each, quantity
from checker.checks.figures import plain
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Clock, Date, Mention, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_DAY = 24 * 60
_MINUTES = {"minute": 1, "hour": 60, "day": _DAY, "week": 7 * _DAY, "month": 43_830}  # the mean Gregorian month


class Params(NamedTuple):
    """Nothing to set."""


def _ranges(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for i, relation in each(ledger, "range"):
        low, high = (relation.all(role)[0] for role in ("low", "high"))
        one, two = quantity(low), quantity(high)
        if one.low > two.high and not _is_quoted(ledger.analyses[i].document, low, high):
            facts = {"kind": "a range goes up", "expected": f"{high.text} … {low.text}", "tolerance": "none"}
            yield Conflict((Place(i, low.span), Place(i, high.span)), facts, ("the two ends of one range",), likely=True)
        average = relation.get("average")
        if average is not None and one.low <= two.high:
            least, most = printed(quantity(average)._replace(hedge=""))
            middle = (least + most) / 2
            if not one.low <= middle <= two.high:
                facts = {"kind": "an average lies between", "expected": f"between {plain(one.low)} and {plain(two.high)}", "tolerance": "none"}
                yield Conflict((Place(i, average.span), *dict.fromkeys((Place(i, low.span), Place(i, high.span)))), facts, ("one sentence tells the range and its average",))


@cache
def _losses() -> re.Pattern[str]:
    return re.compile(r"\b(?:loss(?:es)?|lost|falls?|fell|drop(?:s|ped)?|declin(?:es?|ed)|down)(?: (?!and |but )[\w’'-]+){0,5} between $", re.I)


def _is_quoted(document: Document, low: Mention, high: Mention) -> bool:
    """Are the two prices or rates, which dealers tell from high to low (in fractions, or decimals of no unit), or losses, of which the larger is the lower?"""
    if "/" in low.text or "/" in high.text or quantity(high).dimension == "number" and quantity(low).step < 1 and quantity(high).step < 1:
        return True
    return _losses().search(document.text, document.sentence_at(low.span.start).start, low.span.start) is not None


def _scores(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """The smaller side told first of who won."""
    for i, relation in each(ledger, "score"):
        m = relation.all("result")[0]
        q = quantity(m)
        if q.low < q.high:
            expected = f"{plain(q.high)}-{plain(q.low)}"
            facts = {"expected": expected, "kind": f"but the sentence has the first side win (“{relation.facts['verb']}”): {expected}?", "tolerance": "none"}
            yield Conflict((Place(i, m.span), *(Place(i, told.span) for told in relation.all("told"))), facts, ("the sentence tells who won",), likely=True)
    for i, analysis in enumerate(ledger.analyses):
        yield from results.conflicts(i, analysis)


def _endings(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for i, relation in each(ledger, "ending"):
        start, end = (relation.all(role)[0] for role in ("start", "end"))
        assert isinstance(start.value, Date)
        assert isinstance(end.value, Date)
        if _before(end.value, start.value):
            yield Conflict((Place(i, end.span), Place(i, start.span)), {"computed": f"{end.text} is before {start.text}", "tolerance": "none"},
                           ("the text tells when it began and when it ended",), likely="across" in relation.facts)
    yield from lengths(ledger, "clock")
    for i, analysis in enumerate(ledger.analyses):
        yield from clocks.conflicts(i, analysis)


def _before(a: Date, b: Date) -> bool:
    """Is the first date surely the earlier? Without years only where a month or two lie between: what goes from August to March goes over the turn of the year."""
    if a.year and b.year and a.year != b.year:
        return a.year < b.year
    if (a.year is None) != (b.year is None) or not (a.month and b.month):
        return False
    months = b.month - a.month
    if months:
        return months > 0 if a.year else 0 < months < _APART
    return bool(a.day and b.day and a.day < b.day)


_APART = 3  # months
_SHARE = Decimal("0.1")  # of the real length, by which the told one may be off


def lengths(ledger: Ledger, kind: str) -> Iterator[Conflict]:
    """Days (`kind` "date") or hours ("clock") from one to the other against the length told; a round one off by a tenth, others by half of their unit or a day."""
    for i, relation in each(ledger, "lasting"):
        start, end, length = (relation.all(role)[0] for role in ("start", "end", "length"))
        q = quantity(length)
        of = "date" if relation.facts.get("hedged") else start.kind  # those of `stretches` are all of one rule
        real = _minutes(start, end, ledger.date) if of == kind else ()
        if not real or q.hedge and not relation.facts.get("hedged"):
            continue
        unit = _MINUTES[q.unit]
        if unit >= _DAY and isinstance(start.value, Clock):
            continue  # "on weekdays between 9 a.m. and 3 p.m., ten days in all"
        low, high = (Decimal(unit) * x for x in printed(q))
        # both ends may count, and a week may be one of working days
        room = Decimal(_DAY) * 2 if q.unit == "week" else Decimal(unit) if unit == _DAY else Decimal(unit) / 2
        loose = max(room, _SHARE * Decimal(max(real)))
        if unit != _DAY or q.low % 10 == 0:
            room = loose  # a round figure
        if relation.facts.get("apart"):
            room = max(room, Decimal(unit) * 6 / 10)  # told by itself, rounded to its unit
        if all(not low - room <= x <= high + room for x in real):
            shown = _shown(real[0], q.unit)
            yield Conflict((Place(i, length.span), Place(i, Span(start.span.start, end.span.end))),
                           {"computed": shown, "expected": shown, "change": f"{start.text} to {end.text}", "tolerance": "one day" if unit >= _DAY else "half of the unit"},
                           ("one span of time",), likely=any(low - loose <= x <= high + loose for x in real))


def _shown(minutes: int, unit: str) -> str:
    size = _MINUTES[unit]
    value = plain(Decimal(minutes) / size, 2)
    return f"{value} {unit}" + ("" if value == "1" else "s")


def _minutes(start: Mention, end: Mention, article: str | None) -> tuple[int, ...]:
    """How long it is in minutes, in every reading; empty where it cannot be told."""
    a, b = start.value, end.value
    if isinstance(a, Clock) and isinstance(b, Clock):
        if a.zone != b.zone or (not b.meridiem and b.hour < 13) or (not a.meridiem and a.hour < 13):
            return ()
        return ((_of_day(b) - _of_day(a)) % _DAY,)
    if isinstance(a, Date) and isinstance(b, Date) and a.month and a.day and b.month and b.day:
        year = b.year or a.year or (int(article[:4]) if article else 0)
        years = (year,) if year else (2023, 2024)  # a common year and a leap year
        days = [d for y in years for d in _between(a, b, a.year or y, y)]
        return tuple(dict.fromkeys(d * _DAY for d in days))
    return ()


def _of_day(c: Clock) -> int:
    return (c.hour % 12 + 12 * (c.meridiem == "pm") if c.meridiem else c.hour) * 60 + c.minute


def _between(a: Date, b: Date, first: int, last: int) -> Iterator[int]:
    """Days between two dates; the turn of the year in between where the second comes earlier in it."""
    try:
        one, two = datetime.date(first, a.month or 1, a.day or 1), datetime.date(last, b.month or 1, b.day or 1)
        if two < one and b.year is None:
            two = two.replace(year=last + 1)
    except ValueError:
        return
    if two > one:
        yield (two - one).days


CHECKS: dict[str, Check] = {
    "range": Check(Params, _ranges),
    "score": Check(Params, _scores),
    "ending": Check(Params, _endings),
}
