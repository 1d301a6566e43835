"""Check `compute`, the leads: a lead that its two shares do not make, two figures in the wrong order, a majority below half."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.base import each, figure
from checker.checks.figures import plain
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Relation

_ROUNDED = Decimal(1)  # points by which two rounded shares may miss a rounded lead
_DIGITS = 8  # of two prices, which may differ in the last only
_TOLD = ("the sentence tells both figures and how they relate",)


def led(ledger: Ledger) -> Iterator[Conflict]:
    """ "leads by eight points, 48 percent to 42 percent"."""
    for i, relation in each(ledger, "lead"):
        by = figure(relation, "by")
        one, two = _sides(relation)
        lead, (low, high) = abs(one - two), printed(by)
        if low - _ROUNDED <= lead <= high + _ROUNDED or by.hedge and by.low - _ROUNDED <= lead <= by.high + _ROUNDED:
            continue
        shown = f"{plain(lead)} percentage points"
        facts = {"computed": shown, "expected": shown, "base": plain(two), "change": f"{plain(one)} to {plain(two)}", "range": shown, "tolerance": "rounding of the printed figures"}
        yield Conflict(_places(i, relation, "by", "shares"), facts, _TOLD)


def misordered(ledger: Ledger) -> Iterator[Conflict]:
    """ "leads 42 percent to 48 percent", "32 fires, more than the 40 of last year"."""
    for i, relation in each(ledger, "order"):
        one, two = _sides(relation)
        if one == two or (one > two) == (relation.facts["way"] == "more"):
            continue
        facts = {"computed": f"{plain(one, _DIGITS)} is {'less' if one < two else 'more'} than {plain(two, _DIGITS)}", "expected": "less" if one < two else "more",
                 "change": f"{plain(two)} to {plain(one)}", "tolerance": "none"}
        yield Conflict(_places(i, relation, "told", "pair"), facts, _TOLD)


def majorities(ledger: Ledger) -> Iterator[Conflict]:
    """ "a majority of farmers (46 percent)"."""
    for i, relation in each(ledger, "most"):
        shown = f"{plain(printed(figure(relation, 'share'))[0])} percent, less than half"
        facts = {"computed": shown, "expected": "more than 50 percent", "tolerance": "rounding of the printed figure"}
        yield Conflict(_places(i, relation, "told", "share"), facts, _TOLD)


def _sides(relation: Relation) -> tuple[Decimal, Decimal]:
    return Decimal(relation.facts["first"]), Decimal(relation.facts["second"])


def _places(i: int, relation: Relation, here: str, there: str) -> tuple[Place, ...]:
    return Place(i, relation.all(here)[0].span), Place(i, relation.all(there)[0].span)
