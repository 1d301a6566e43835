"""People counted by two nouns: "148 people" here, "147 students" there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.link.figures import Link, because, contradict, grouped, may_be_one, weighed
from checker.link.group import quantity
from checker.model import Claim

_LEAST = Decimal(10)  # below, a number of people and one of things meet by chance
_SOMEBODY = re.compile(r"(?:er|or|ant|(?<!m)ent|ee|[ie]an|ist|man|child|kid|adult|boy|girl|victim|life|death)$")  # who does or undergoes something, or is from somewhere
_SELDOM = 0.6  # what it speaks for a pair that counts of other nouns are seldom told in the same words


def links(claims: Sequence[Claim], least: float, most: int = 5) -> Iterator[Link]:
    """Pairs of "people" and of another noun, unequal in value, whose log-odds of being one claim reach `least`."""
    found = [(a, b) if a.sentence < b.sentence else (b, a) for a, b in _pairs(claims, most) if may_be_one(a, b)]
    if not found:
        return
    group = next(g for g in grouped(claims, lambda q: q.dimension) if quantity(g.claims[0]).dimension == "count")
    for a, b in found:
        odds = weighed(a, b, group, least - _SELDOM)
        if odds >= least - _SELDOM:
            yield Link(a, b, odds, because(a, b))


def _pairs(claims: Sequence[Claim], most: int) -> Iterator[tuple[Claim, Claim]]:
    """People and things of two sentences whose numbers contradict each other; "a ten-judge panel" counts no people."""
    counts = [(c, q) for c in claims if (q := quantity(c)).dimension == "count" and q.high >= _LEAST]
    people = [(c, q) for c, q in counts if q.unit == "person"]
    if people and len(people) < len(counts):
        for b, two in counts:
            if two.unit != "person" and "-" not in b.value.text and _SOMEBODY.search(two.unit):
                yield from ((a, b) for a, one in people if a.sentence != b.sentence and contradict(one, two, most))
