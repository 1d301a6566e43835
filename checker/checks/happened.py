"""Check `disagree`, events: what happens once in a story, on two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import Check
from checker.link.ledger import Ledger
from checker.model import Conflict, Date, Place, Relation


class Params(NamedTuple):
    """`most`: mentions of one noun with a day from which it is no single event."""

    most: int = 6


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        told: dict[str, list[Relation]] = defaultdict(list)
        for relation in analysis.relations:
            if relation.kind == "happening":
                told[relation.facts["noun"]].append(relation)
        for relations in told.values():
            if len(relations) > params.most or len({_day(r) for r in relations}) != 2:
                continue
            first = relations[0]
            other = next(r for r in relations if _day(r) != _day(first))
            document = analysis.document
            if _one_event(first, other) and document.zone_index(first.roles[0][1].span.start) != document.zone_index(other.roles[0][1].span.start):
                places = Place(number, other.all("what")[0].span), Place(number, first.all("what")[0].span)
                yield Conflict(places, {"what": first.facts["noun"]}, (f"the text knows one {first.facts['noun']}",), likely=True, by_voice=True)


def _day(relation: Relation) -> tuple[int | None, int | None, int | None]:
    """The weekday, or the month and day where those are told."""
    value = relation.all("day")[0].value
    assert isinstance(value, Date)
    return (None, value.month, value.day) if value.day else (value.weekday, None, None)


def _one_event(a: Relation, b: Relation) -> bool:
    """Are both days told in one way, and do no words before the noun tell two events apart?"""
    one, two = a.facts["modifiers"], b.facts["modifiers"]
    named = any(w != w.lower() for w in (one, two))
    return (_day(a)[0] is None) == (_day(b)[0] is None) and (one.lower() == two.lower() or (not named and not (one and two)))


CHECKS: dict[str, Check] = {"event": Check(Params, _run)}
