"""Relations between the figures of a sentence: conversions, totals, changes, ratios."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Mention, Quantity, Relation
from checker.relate.backward import backward
from checker.relate.conversions import conversions
from checker.relate.doubtful import doubtful
from checker.relate.fixings import fixings
from checker.relate.fractions import complements, less_by
from checker.relate.gaps import quantity, sentences
from checker.relate.instalments import instalments
from checker.relate.leads import alone, compared, leads
from checker.relate.measured import articled, unit_prices
from checker.relate.portioned import portioned
from checker.relate.ratios import fractions, ratios, sides
from checker.relate.scaled import scaled
from checker.relate.splits import ballots, splits
from checker.relate.subsets import subsets
from checker.relate.summed import summed
from checker.relate.tallies import chambers, tallies
from checker.relate.totals import totals
from checker.relate.wholes import wholes
from checker.structure.document import Document

_SHARES = frozenset({"percent", "score", "vote", "money"})


def relate(document: Document, mentions: Sequence[Mention]) -> list[Relation]:
    """All relations of a document, in the order of their first figures' sentences."""
    text = document.text
    shares = [m for m in mentions if isinstance(q := m.value, Quantity) and q.dimension in _SHARES]
    found: list[Relation] = [*fractions(document, shares), *alone(document, shares), *chambers(document, shares)] if shares else []
    votes = [m for m in shares if quantity(m).dimension == "vote"]
    if votes:
        found += ballots(document, mentions, votes)
    found += complements(document)
    found += subsets(document, mentions)
    found += backward(document, mentions)
    if "(" in text:
        found += articled(document, mentions)
    if "minutes" in document.lowercase:
        from checker.relate.lasting import lasting  # as below: a text has few of these, and what it has not is not read
        found += lasting(document, mentions)
    if shares:
        found += instalments(document, mentions)
    for figures in sentences(document, mentions):
        span = document.sentence_at(figures[0].span.start)
        lower = document.lower[span.start:span.end]
        dimensions = [quantity(m).dimension for m in figures]
        before = len(found)
        found += conversions(text, figures)
        found += totals(text, figures)
        found += summed(document, mentions, figures, lower)
        found += tallies(document, figures, span.end, lower)
        found += wholes(document, mentions, figures, dimensions)
        found += ratios(document, figures, lower)
        if dimensions.count("money") > 1:
            found += unit_prices(text, figures)
        if len(figures) > 2:
            found += splits(document, figures)
            found += less_by(text, figures)
            if dimensions.count("money") > 1:
                from checker.relate.priced import priced
                found += priced(text, figures, lower)
        if not _SHARES.isdisjoint(dimensions):
            found += leads(text, figures, lower)
        if len(figures) > 2 or " decade" in lower:
            from checker.relate.paces import paces
            found += list(paces(document, figures, lower, found[before:]))
        if " of " in lower or lower.startswith("of "):
            from checker.relate.restated import restated
            found += restated(document, figures, lower)
        found += compared(text, figures, lower)
        found += fixings(document.lower, figures, span)
        found += scaled(text, figures, lower)
        if "percent" in dimensions or "points" in dimensions:
            if dimensions.count("percent") > 1:
                found += sides(text, figures, span.start, span.end)
            if len(figures) > 2:
                from checker.relate.changes import changes, moves
                from checker.relate.mixes import mixes
                from checker.relate.portions import portions
                found += mixes(text, figures, lower)
                found += changes(text, figures, span.start, span.end)
                found += moves(text, figures)
                found += portions(text, figures)
        found += list(portioned(document, mentions, figures, lower, found[before:]))
        if " from " in lower or "percent" in dimensions or "points" in dimensions:
            from checker.relate.moved import moved
            found += list(moved(document, figures, lower, found[before:]))
    return [r for r in found if not doubtful(document, r)]
