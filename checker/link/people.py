"""People counted by two nouns: "148 people" here, "147 students" there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.link.figures import Link, because, candidates, grouped, weighed
from checker.link.group import quantity
from checker.model import Claim

_LEAST = Decimal(10)  # below, a number of people and one of things meet by chance
_SELDOM = 0.6  # what it speaks for a pair that counts of other nouns are seldom told in the same words


def links(claims: Sequence[Claim], least: float, most: int = 5) -> Iterator[Link]:
    """Pairs of "people" and of another noun, unequal in value, whose log-odds of being one claim reach `least`."""
    if not _both_kinds(claims):
        return
    for group in grouped(claims, lambda q: q.dimension):
        if quantity(group.claims[0]).dimension != "count":
            continue
        for a, b in candidates(group, most):
            if (quantity(a).unit == "person") != (quantity(b).unit == "person") and _told_whole(a) and _told_whole(b):
                odds = weighed(a, b, group, least - _SELDOM)
                if odds >= least - _SELDOM:
                    yield Link(a, b, odds, because(a, b))


def _both_kinds(claims: Sequence[Claim]) -> bool:
    """Are people counted, and something else, in numbers that could contradict each other?"""
    kinds = {quantity(c).unit == "person" for c in claims if quantity(c).dimension == "count" and quantity(c).high >= _LEAST}
    return len(kinds) > 1


def _told_whole(c: Claim) -> bool:
    """Is it a count of some size, and not the first half of a compound ("a ten-judge panel")?"""
    return quantity(c).high >= _LEAST and "-" not in c.value.text[-len(quantity(c).noun) - 1:][:1]
