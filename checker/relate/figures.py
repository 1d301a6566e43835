"""Relations between the figures of a sentence: conversions, totals, changes, ratios."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Mention, Relation
from checker.relate.changes import changes, moves
from checker.relate.conversions import conversions
from checker.relate.gaps import quantity, sentences
from checker.relate.portions import portions
from checker.relate.ratios import fractions, ratios, sides
from checker.relate.totals import totals
from checker.relate.wholes import wholes
from checker.structure.document import Document


def relate(document: Document, mentions: Sequence[Mention]) -> list[Relation]:
    """All relations of a document, in the order of their first figures' sentences."""
    text = document.text
    found: list[Relation] = [*fractions(document, mentions)]
    for figures in sentences(document, mentions):
        dimensions = [quantity(m).dimension for m in figures]
        found += conversions(text, figures)
        found += totals(text, figures)
        found += wholes(document, mentions, figures, dimensions)
        span = document.sentence_at(figures[0].span.start)
        found += ratios(document, figures, span)
        if "percent" in dimensions or "points" in dimensions:
            if dimensions.count("percent") > 1:
                found += sides(text, figures, span.start, span.end)
            if len(figures) > 2:
                found += changes(text, figures, span.start, span.end)
                found += moves(text, figures)
                found += portions(text, figures)
    return found
