"""When a text was written, by all that it counts from that day: "in 1999, 12 years ago … in 2009, five years ago" are of two years."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import figure
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Relation

_ROOM = 1  # year, for what is told by the month
_FURTHEST = 60  # years between the two


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Times before now, told with their year, that lead to another now than the first ones do; of two that differ the later one, or the one that a later year told as past rules out."""
    document = analysis.document
    told = [(int(figure(r, "start").low) + int(figure(r, "length").low), r) for r in analysis.relations if r.kind == "ago" and _exact(r) and document.quotation_at(r.all("length")[0].span.start) is None]
    if not told:
        return
    years = [now for now, _ in told]
    for now, r in told:
        agree = sum(abs(now - other) <= _ROOM for other in years)
        against = next((x for other, x in told if _ROOM < abs(now - other) <= _FURTHEST and sum(abs(other - y) <= _ROOM for y in years) >= max(agree, 1)), None)
        if against is not None and (against.all("length")[0].span < r.all("length")[0].span or agree == 1 < len(years) - 1):
            yield _conflict(number, r, against, now)
            return
    from checker.link.pastyears import latest_past  # few texts tell one

    for now, r in told:
        past = latest_past(analysis, r.all("start")[0].span)
        if past is not None and past[0] - now > _ROOM:
            year, length = int(figure(r, "start").low), r.all("length")[0]
            shown = f"{past[0] - year} years"
            yield Conflict((Place(number, length.span), Place(number, r.all("start")[0].span)), {"computed": shown, "expected": shown, "change": f"{year} to {past[0]}, which the text tells of as past,", "tolerance": "a year"},
                           ("the text tells of a later year as past",), likely=True)


def _exact(r: Relation) -> bool:
    q = figure(r, "length")
    return q.unit == "year" and not q.hedge and not q.ranged and q.low == q.high and q.low % 10 != 0


def _conflict(number: int, r: Relation, against: Relation, now: int) -> Conflict:
    other = int(figure(against, "start").low) + int(figure(against, "length").low)
    right = f"{other - int(figure(r, 'start').low)} years"
    return Conflict((Place(number, r.all("length")[0].span), Place(number, r.all("start")[0].span)),
                    {"computed": right, "expected": right, "change": f"{r.all('start')[0].text} to {other}, from which “{against.all('length')[0].text}” counts,", "tolerance": "a year"}, ("one text has one now",), likely=True)
