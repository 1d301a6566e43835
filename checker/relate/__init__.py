"""What stands together in a sentence: relations, and claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.data.words import BODIES, MARGINS, REMAINS, RISEN, UNTILS
from checker.model import Mention, Relation, Span
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
    near,
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

_APIECE = (" a ", " an ", " per ")
_SHARED = frozenset("cent percent pct each apiece head".split())
_FAR_BACK = REMAINS | MARGINS | UNTILS
_AVERAGES = frozenset({"average", "averages", "averaged", "averaging", "mean", "median"})  # what `means_of` looks for


def relate(document: Document, mentions: Sequence[Mention]) -> tuple[Relation, ...]:
    """Relations read within the sentences of a document."""
    figured = near.measured(document, mentions)
    quantities, dates = ([m for m in figured if m[0] == kind] for kind in ("quantity", "date"))
    counts = lists.announcements(quantities)
    few = [m for m in counts if gaps.quantity(m).low <= lists.MOST_TOLD]
    announced = [*few, *groups.collectives(document)]
    told = [*lists.lists(document, announced), *groups.groups(document, announced), *enumerated.enumerated(document, counts), *listed.listed(document, few),
            *itemised.itemised(document, few), *awards.awards(document, few), *tellings.numbered(document, few)]
    told += called(document, few)
    if few and "both" in document.distinct and ", both of " in document.text:
        from checker.relate.bothof import both_of

        told += both_of(document, quantities)
    if few:
        if ": " in document.text:
            from checker.relate.figurelist import figure_lists

            told += figure_lists(document, few, quantities)
        told += _further(document, few, {relation.roles[0][1].span for relation in told})
        told += series.series(document, few, {relation.roles[0][1].span for relation in told})
    related = (*figures.relate(document, quantities), *spans.spans(document, quantities, mentions), *told, *ordered.ordered(document, mentions, quantities),
            *happenings.happenings(document, dates), *deeds.deeds(document, dates), *venues.venues(document), *venues.owned(document),
            *lapses.lapses(document, dates, quantities), *others.others(document, quantities), *seats.seats(document, quantities),
            *openings.openings(document, dates), *periods.periods(document, quantities, dates), *sequels.sequels(document, dates))
    related += tuple(_farther(document, quantities, related))
    return (*related, *_lasted(document, figured, quantities, related))


def _farther(document: Document, quantities: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """What figures far from each other make, each asked where the text has words for it."""
    words = document.distinct
    if not words.isdisjoint(_AVERAGES):
        from checker.relate.meanof import means_of

        yield from means_of(document, [m for m in quantities if gaps.quantity(m).dimension not in ("ordinal", "age")], [r for r in known if r.kind == "range"])
    if not words.isdisjoint(_FAR_BACK):
        from checker.relate.afar import afar

        yield from afar(document, quantities)
    if "%" in document.text or not words.isdisjoint(_SHARED):
        from checker.relate.offscale import off_scale

        yield from off_scale(document, quantities)
    if any(gaps.quantity(m).dimension == "money" and document.text.startswith(_APIECE, m.span.end) for m in quantities):
        from checker.relate.offscale import by_unit

        yield from by_unit(document, quantities)
    if any(f"{word} of " in document.lower for word in RISEN & words):
        from checker.relate.rises import rises

        yield from rises(document, quantities)
    if not words.isdisjoint(BODIES) and any(gaps.quantity(m).dimension == "vote" for m in quantities):
        from checker.relate.voters import voters

        yield from voters(document, quantities)


def _further(document: Document, few: Sequence[Mention], taken: set[Span]) -> Iterator[Relation]:
    """Lists that nothing else answers; what reads them is asked where the text has a colon, "namely", "One …", names behind a noun."""
    text = document.text
    if ":" in text or "namely" in document.lowercase or True in ["ing " in text[m.span.end:m.span.end + _BEHIND] for m in few]:
        from checker.relate.rows import rows

        yield from rows(document, few, taken)
    words = document.lowercase
    if ("other" in words or "third" in words) and ("One" in words and "One " in text or "The" in words and "The first " in text):
        from checker.relate.oneother import one_other

        yield from one_other(document, few)
    if True in [text.startswith(_POINTED, m.span.start - 3) for m in few]:
        from checker.relate.headed import headed

        yield from headed(document, [m for m in few if m.span not in taken])


def _lasted(document: Document, mentions: Sequence[Mention], quantities: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """How long things lasted, apart from when they began and ended; asked where a text tells several times and a length."""
    times = [m for m in mentions if m[0] in _TIMES]
    lengths = [m for m in quantities if gaps.quantity(m).dimension == "duration"]
    if len(lengths) > 1:
        from checker.relate.inother import in_other_units

        yield from in_other_units(document, lengths)
    if lengths and len(times) > 1:
        from checker.relate.thingspan import thing_spans

        found = list(thing_spans(document, lengths, times, known))
        yield from found
        if "after" in document.lowercase or "After" in document.lowercase or "earlier" in document.lowercase:
            from checker.relate.stretches import stretches

            yield from stretches(document, lengths, times, [*known, *found])


_POINTED = ("he ", "ll ", "se ")  # how "the", "all" and "these" before a number end
_BEHIND = 90  # characters behind a number in which the first of the things to do is told
_TIMES = frozenset({"date", "clock"})
