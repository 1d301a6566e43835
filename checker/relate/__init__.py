"""What stands together in a sentence: relations, and claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
        kind = m[0]
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
    related = (*figures.relate(document, quantities), *spans.spans(document, quantities, mentions), *told, *ordered.ordered(document, mentions, quantities),
            *happenings.happenings(document, dates), *deeds.deeds(document, dates), *venues.venues(document), *venues.owned(document),
            *lapses.lapses(document, dates, quantities), *others.others(document, quantities), *seats.seats(document, quantities),
            *openings.openings(document, dates), *periods.periods(document, quantities, dates), *sequels.sequels(document, dates))
    return (*related, *_lasted(document, mentions, quantities, related))


def _lasted(document: Document, mentions: Sequence[Mention], quantities: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """How long things lasted, apart from when they began and ended; asked where a text tells several times and a length."""
    times = [m for m in mentions if m[0] in _TIMES]
    lengths = [m for m in quantities if gaps.quantity(m).dimension == "duration"]
    if len(lengths) > 1:
        from checker.relate.inother import in_other_units

        yield from in_other_units(document, lengths)
    if lengths and len(times) > 1:
        from checker.relate.thingspan import thing_spans

        yield from thing_spans(document, lengths, times, known)


_TIMES = frozenset({"date", "clock"})
