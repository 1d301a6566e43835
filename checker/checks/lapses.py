"""Check `calendar`, lapses: two dates against the time that is told to lie between them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import each, figure
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Date
from checker.relate.lapses import days, span

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_SLACK = {"day": 1.0, "week": 3.5, "month": 20.0, "year": 200.0, "decade": 1100.0}  # days by which a told length may be off, as people round
_LONG = frozenset({"year", "decade"})
_SHARE = 0.1


def conflicts(ledger: Ledger, since: bool) -> Iterator[Conflict]:
    """Lapses whose length is not that between the two dates; likely, as others may be meant. `since` asks for years from one to the other, else for all the others."""
    for i, relation in each(ledger, "lapse"):
        start, end, length = (relation.all(role)[0] for role in ("start", "end", "length"))
        q = figure(relation, "length")
        if (q.unit in _LONG and relation.facts["way"] == "later") != since:
            continue
        real = _elapsed(start.value, end.value, relation.facts["way"], int(ledger.date[:4]) if ledger.date else 0)
        if real is None:
            continue
        low, high = (float(x) * _DAYS[q.unit] for x in printed(q))
        slack = max(0.0 if q.unit == "day" and relation.facts["way"] == "long" else _SLACK[q.unit], high * _SHARE)
        if q.low >= 10 and q.low % 10 == 0:
            slack = max(slack, high * 2 * _SHARE)
        if real[1] < low - slack or real[0] > high + slack:
            shown = _shown(real, q.unit)
            whole = span(start, end) if "\n" not in relation.facts["gap"] else start.span  # some paragraphs apart: the day told before
            yield Conflict((Place(i, length.span), Place(i, whole)), {"computed": shown, "expected": shown, "change": f"{start.text} to {end.text}", "tolerance": "as people round"},
                           ("the text tells both dates and the time between",), likely=True)


def _shown(real: tuple[int, int], unit: str) -> str:
    """How long it is in the unit of the told length: the middle of what it can be."""
    value = round((real[0] + real[1]) / 2 / _DAYS[unit], 1 if unit != "day" else 0)
    return f"{value:g} {unit}" + ("" if value == 1 else "s")


def _elapsed(a: object, b: object, way: str, article: int) -> tuple[int, int] | None:
    """The least and the most days from one date to the other, both ends counted where something lasts; None where it cannot be told."""
    assert isinstance(a, Date)
    assert isinstance(b, Date)
    both = 1 if way == "long" else 0
    if a.day is None and b.day is None and a.weekday is not None and b.weekday is not None:
        between = (b.weekday - a.weekday) % 7
        return (between, between + both) if way == "long" else None
    if (a.month is None) != (b.month is None) and not (a.year and b.year):
        return None
    known = b.year or a.year or article or 2023
    one, two = days(a, a.year or known), days(b, known)
    if one is None or two is None:
        return None
    if two[1] < one[0] and not (a.year and b.year):
        one, two = (two, one) if way == "later" else (one, (two[0] + 365, two[1] + 365))
    if two[1] < one[0]:
        one, two = two, one
    return max(0, two[0] - one[1]), two[1] - one[0] + both
