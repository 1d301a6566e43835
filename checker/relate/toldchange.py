"""A change told apart from its two figures: may these be the ones, and the relation that it makes with them."""

from __future__ import annotations

from decimal import Decimal

from checker.extract.hedges import kind_of
from checker.model import Mention, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_BOUNDS = frozenset({"over", "under", "least", "most"})  # hedges that leave a figure open at one end
_FAR = 3  # times that the one figure may be the other where no change is told


def amount(a: Decimal, b: Decimal, by: Mention) -> Decimal:
    """The change from one figure to the other in the unit of the one told: points, or percent of the first, which is not nothing."""
    return abs(b - a) if quantity(by).dimension == "points" else abs(b - a) / a * 100


def plausible(then: Mention, now: Mention, *, up: bool, by: Mention | None, times: Decimal | None, fit: int) -> bool:
    """Did it go the told way, and about as far: `fit` times as far at most, as a slip may be off? Where no change is told, it may go either way."""
    p, q = quantity(then), quantity(now)
    a, b = p.low, q.low
    if a <= 0 or b <= 0 or a == b or kind_of(p) in _BOUNDS or kind_of(q) in _BOUNDS:
        return False
    if by is not None:
        told, change = quantity(by).low, amount(a, b, by)
        return (b > a) == up and change <= told * fit and told <= change * fit
    if times is not None:
        return (b > a) == (times > 1) and b <= a * times * fit and a * times <= b * fit
    return b <= a * _FAR and a <= b * _FAR


def relation(document: Document, then: Mention, now: Mention, told: Span, *, up: bool, by: Mention | None, times: Decimal | None) -> Relation:
    """The relation change, multiple or direction of what is told and the two figures."""
    if by is not None:
        return Relation("change", (("from", then), ("to", now), ("by", by)), {"far": "yes"})
    roles = (("then", then), ("now", now), ("told", now._replace(span=told, text=document.text[told.start:told.end])))
    if times is not None:
        return Relation("multiple", roles, {"times": str(times), "hedge": "about", "likely": "yes", "far": "yes"})
    return Relation("direction", roles, {"way": "up" if up else "down", "apart": "yes", "far": "yes"})
