"""What stands together in a sentence: relations, and claims."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Mention, Relation
from checker.relate import (
    awards,
    deeds,
    enumerated,
    figures,
    gaps,
    groups,
    happenings,
    itemised,
    lapses,
    listed,
    lists,
    openings,
    ordered,
    others,
    periods,
    seats,
    sequels,
    series,
    spans,
    tellings,
    venues,
)
from checker.relate.rollcall import called
from checker.structure.document import Document


def relate(document: Document, mentions: Sequence[Mention]) -> tuple[Relation, ...]:
    """Relations read within the sentences of a document."""
    quantities, dates = list[Mention](), list[Mention]()
    for m in mentions:
        kind = m.kind
        if kind == "quantity":
            quantities.append(m)
        elif kind == "date":
            dates.append(m)
    counts = lists.announcements(quantities)
    few = [m for m in counts if gaps.quantity(m).low <= lists.MOST_TOLD]
    announced = [*few, *groups.collectives(document)]
    told = [*lists.lists(document, announced), *groups.groups(document, announced), *enumerated.enumerated(document, counts), *listed.listed(document, few),
            *itemised.itemised(document, few), *awards.awards(document, few), *tellings.numbered(document, few)]
    told += called(document, few)
    if few:
        told += series.series(document, few, {relation.roles[0][1].span for relation in told})
    return (*figures.relate(document, quantities), *spans.spans(document, quantities, mentions), *told, *ordered.ordered(document, mentions, quantities),
            *happenings.happenings(document, dates), *deeds.deeds(document, dates), *venues.venues(document), *venues.owned(document),
            *lapses.lapses(document, dates, quantities), *others.others(document, quantities), *seats.seats(document, quantities),
            *openings.openings(document, dates), *periods.periods(document, quantities, dates), *sequels.sequels(document, dates))
