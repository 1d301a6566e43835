"""Check `disagree`, events: what happens once in a story, on two days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.checks import acts, deeds, openings
from checker.checks.base import Check
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Date, Relation
from checker.records import NamedTuple
from checker.structure.document import Document

_KINDS = {"once": "once", "start": "start", "the": "the", "told": "the"}
DONE = frozenset("""passed published released filed signed unveiled introduced vetoed approved adopted rejected issued launched opened closed reopened seized
sank collapsed crashed exploded erupted struck capsized derailed burned submitted printed delivered finalised finalized ratified repealed""".split())  # what `donetwice` looks for
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][a-z]{3,}|(?<=\. )[A-Z][a-z]{3,}(?= (?:said|told|was|is|had|has) )")


class Params(NamedTuple):
    """`most`: mentions of one noun with a day from which it is no single event."""

    most: int = 6


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        told: dict[tuple[str, str], list[Relation]] = defaultdict(list)
        for relation in analysis.relations:
            if relation.kind == "happening":
                told[_KINDS[relation.facts["way"]], relation.facts["noun"]].append(relation)
        for (kind, noun), relations in told.items():
            if len(relations) < 2 or len(relations) > params.most or len({_day(r) for r in relations}) != 2:
                continue
            first = relations[0]
            other = next(r for r in relations if _day(r) != _day(first))
            document = analysis.document
            one = _pointed_at(document, first, other) if kind == "the" else _one_event(first, other)
            if one and document.zone_index(first.roles[0][1].span.start) != document.zone_index(other.roles[0][1].span.start):
                places = Place(number, other.all("what")[0].span), Place(number, first.all("what")[0].span)
                what = f"start of the {noun}" if kind == "start" else noun
                yield Conflict(places, {"what": what}, (f"the text knows one {what}",), likely=True, by_voice=True)
        yield from deeds.conflicts(number, ledger)
        yield from openings.conflicts(number, analysis)
        yield from acts.twice(number, analysis)
        if not DONE.isdisjoint(analysis.document.lowercase):
            from checker.checks import donetwice  # few texts tell such days
            yield from donetwice.conflicts(number, analysis)


def _pointed_at(document: Document, first: Relation, other: Relation) -> bool:
    """Does "the June hearing" point to one that the text tells before with another month, in a paragraph about the same people?"""
    if other.facts["way"] != "the" or first.facts["way"] == "the" or _month(first) == _month(other):
        return False
    names = [set(_NAME.findall(document.text, *document.zone_at(r.roles[0][1].span.start).span)) for r in (first, other)]
    return (not other.facts["modifiers"] or other.facts["modifiers"] == first.facts["modifiers"]) and bool(names[0] & names[1])


def _month(relation: Relation) -> int | None:
    value = relation.all("day")[0].value
    assert isinstance(value, Date)
    return value.month


def _day(relation: Relation) -> tuple[int | None, int | None, int | None]:
    """The weekday, or the month and day where those are told."""
    value = relation.all("day")[0].value
    assert isinstance(value, Date)
    if relation.facts["way"] in ("the", "told"):
        return None, value.month, None
    return (None, value.month, value.day) if value.day else (value.weekday, None, None)


def _one_event(a: Relation, b: Relation) -> bool:
    """Are both days told in one way, and do no words before the noun tell two events apart?"""
    one, two = a.facts["modifiers"], b.facts["modifiers"]
    named = any(w != w.lower() for w in (one, two))
    return (_day(a)[0] is None) == (_day(b)[0] is None) and (one.lower() == two.lower() or (not named and not (one and two)))


CHECKS: dict[str, Check] = {"event": Check(Params, _run)}
