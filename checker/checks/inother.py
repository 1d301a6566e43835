"""Check `calendar`, lengths told twice: "140 days, which is some eight months"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import each, figure
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Relation

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_SHARE = 0.15  # of the longer, by which two lengths of one may be off, as people round
_UNIT = 0.6  # of the coarser unit, likewise


def conflicts(ledger: Ledger) -> Iterator[Conflict]:
    """Two lengths of one thing in two units, the second not the first; likely, as the second may be another's."""
    for i, relation in each(ledger, "relength"):
        first, again = (relation.all(role)[0] for role in ("first", "again"))
        (low, high, unit), (least, most, other) = _days(relation, "first"), _days(relation, "again")
        room = max(_SHARE * max(high, most), _UNIT * max(unit, other))
        if low - room > most or least - room > high:
            size = (low + high) / 2 / other
            name = figure(relation, "again").unit
            shown = f"{size:.3g} {name}" + ("" if size == 1 else "s")
            yield Conflict((Place(i, again.span), Place(i, first.span)), {"computed": shown, "expected": shown, "change": first.text, "tolerance": "as people round"},
                           ("one length in two units",), likely=True)


def _days(relation: Relation, role: str) -> tuple[float, float, float]:
    """The least and the most days of a length, and the days of its unit."""
    q = figure(relation, role)
    low, high = printed(q)
    unit = _DAYS[q.unit]
    return float(low) * unit, float(high) * unit, unit
