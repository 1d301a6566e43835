"""Conversions of money, each held against a reference: what `check facts` prints and the check `compute conversion` judges.

The tolerance is the rounding of both printed figures (5% where one is "about") and a margin around the lowest and highest
reference rate of the seven days up to the article's date; without a date, of the whole history, so that only gross slips show.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.currencies import SHARED, SHARED_NAMES
from checker.data.rates import Reference, reference
from checker.extract.hedges import kind_of, printed, rounding
from checker.link.ledger import Ledger
from checker.model import Quantity, Relation
from checker.records import NamedTuple
from checker.structure.document import Document


class Assessment(NamedTuple):
    """A conversion of document `document`: the implied rate as an interval and its middle, what it was held against, whether it fits.

    `reference` is None (and `fits` True) where the European Central Bank quotes no rate for the pair.
    """

    document: int
    relation: Relation
    low: Decimal
    high: Decimal
    rate: Decimal
    reference: Reference | None
    fits: bool
    base: str
    other: str


def assess(ledger: Ledger, margin: float = 0.02) -> list[Assessment]:
    """Every conversion of money in the ledger, in the order of the text."""
    share = Decimal(str(margin))
    return [_assess(ledger, i, relation, share) for i, a in enumerate(ledger.analyses) for relation in a.relations
            if relation.kind == "conversion" and _amount(relation, "amount").dimension == "money" and printed(_amount(relation, "amount"))[1] > 0]  # nothing has no rate


def currency(document: Document, unit: str) -> str:
    """The unit's code; its plain name where nothing in the text tells which country's it is ("francs"), or that it is none of old ("shekels of silver")."""
    return SHARED_NAMES[unit][0] if unit in SHARED_NAMES and not (unit == "INR" and "₹" in document.text) and document.distinct.isdisjoint(SHARED_NAMES[unit][1]) else unit


def _amount(relation: Relation, role: str) -> Quantity:
    m = relation.get(role)
    assert m is not None
    assert isinstance(m.value, Quantity)
    return m.value


_EURO = 1999  # the first year of the reference
_YEARS = re.compile(r"\b1[0-9]{3}(?!\d|[,.]\d)s?")


def _is_older(document: Document, relation: Relation) -> bool:
    """Does the sentence tell a year before those of the reference? The amount is then one of that time, as a rule at its rate."""
    start, end = document.sentence_at(relation.roles[0][1].span.start)
    return any(int(m[0][:4]) < _EURO for m in _YEARS.finditer(document.text, start, end)
               if not any(x.span.start <= m.start() < x.span.end for _, x in relation.roles))


_ROUNDED = Decimal("0.15")  # of an amount that its rounding may be at most: "$1 million" is not half a million more


def _reach(q: Quantity) -> tuple[Decimal, Decimal]:
    """The amount that the figure may stand for: rounding, and 5% either way where it is hedged."""
    low, high = printed(q)
    half = min(rounding(q), high * _ROUNDED)
    slack = Decimal("0.05") if kind_of(q) in ("about", "almost", "just over") else Decimal("0.25") if kind_of(q) == "over" else Decimal(0)
    low, high = min(low - half, low * (1 - min(slack, Decimal("0.05")))), max(high + half, high * (1 + slack))
    return max(low, high / 1000), high


def _assess(ledger: Ledger, document: int, relation: Relation, margin: Decimal) -> Assessment:
    a, b = _amount(relation, "amount"), _amount(relation, "converted")
    a_low, a_high = _reach(a._replace(low=printed(a)[0], high=printed(a)[1], hedge=""))  # its hedge loosens both alike
    b_low, b_high = _reach(b)
    low, high = b_low / a_high, b_high / a_low
    (a_first, a_last), (b_first, b_last) = printed(a), printed(b)
    rate = (b_first + b_last) / max(a_first + a_last, Decimal("1e-9"))
    best: Reference | None = None
    fits, older = True, _is_older(ledger.analyses[document].document, relation)
    units = [currency(ledger.analyses[document].document, q.unit) for q in (a, b)]
    for base in SHARED.get(units[0], (units[0],)):
        for other in SHARED.get(units[1], (units[1],)):
            found = reference(base, other, ledger.date) if base != other and not older else None
            if found is None:
                continue
            near = low <= found.high * (1 + margin) and high >= found.low * (1 - margin)
            if best is None or near:
                best, fits = found, near
            if near:
                return Assessment(document, relation, low, high, rate, best, True, *units)
    return Assessment(document, relation, low, high, rate, best, fits, *units)
