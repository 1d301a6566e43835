"""Check `disagree`, places: one convention or hospital in two towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Relation
from checker.relate.venues import plain


def venues(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """What the text tells in two towns, and in no third: the later of the two points back to it, and no words tell two apart."""
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in analysis.relations:
        if relation.kind == "venue":
            told[relation.facts["thing"]].append(relation)
    for thing, relations in told.items():
        relations.sort(key=lambda r: r.roles[0][1].span)
        towns = list(dict.fromkeys(_town(r) for r in relations))
        if len(towns) != 2 or _one_town(*towns) or all(r.facts.get("guessed") for r in relations):
            continue
        first = relations[0]
        other = next(r for r in relations if _town(r) != towns[0])
        document = analysis.document
        # a house with a name of its own is told apart by that: the next sentence may have it elsewhere
        index = document.sentence_index if any("guessed" in r.facts for r in (first, other)) else document.zone_index
        if index(first.roles[0][1].span.start) != index(other.roles[0][1].span.start) and other.facts["pointed"] and (plain(other.facts["modifiers"]) and plain(first.facts["modifiers"])
                                                           or other.facts["modifiers"].lower() == first.facts["modifiers"].lower()):
            yield Conflict((Place(number, other.roles[0][1].span), Place(number, first.roles[0][1].span)),
                           {"name": thing, "computed": f"{towns[0]} and {towns[1]}"}, (f"the text knows one {thing}",), likely=True, by_voice=True)


def _town(relation: Relation) -> str:
    return relation.roles[1][1].text


def _one_town(a: str, b: str) -> bool:
    """Is the one the other in a longer form ("New York City")?"""
    return a in b or b in a
