"""Relations between the figures of a sentence: conversions, totals, changes."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Mention, Relation
from checker.relate.changes import changes
from checker.relate.conversions import conversions
from checker.relate.gaps import quantity, sentences
from checker.relate.totals import totals
from checker.structure.document import Document


def relate(document: Document, mentions: Sequence[Mention]) -> list[Relation]:
    """All relations of a document, in the order of their first figures' sentences."""
    text = document.text
    found: list[Relation] = []
    for figures in sentences(document, mentions):
        dimensions = [quantity(m).dimension for m in figures]
        found += conversions(text, figures)
        found += totals(text, figures)
        if len(figures) > 2 and ("percent" in dimensions or "points" in dimensions):
            span = document.sentence_at(figures[0].span.start)
            found += changes(text, figures, span.start, span.end)
    return found
