"""The latest year in which a text tells that something happened: it was not written before.

A floor for the date of an article that tells none; the ceiling nobody knows, but a text is of no year to come.
"""

from __future__ import annotations

import re
from functools import cache

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Mention, Span


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (re.compile(r"\b(?:[Ii]n|[Ss]ince|[Oo]n|[Ee]arly|[Ll]ate|[Oo]f) (?:early |late |mid-)?$"),
            re.compile(r"\b(?:was|were|had|did|came|won|lost|took|became|began|got|left|went|made|ran|told|gave|held|met|sent|wrote|fell|rose|led|[a-z]{2,}[^e]ed)\b"),
            re.compile(r"\b(?:will|would|by|until|till|through|to be|next|plan\w*|expect\w*|could|should|may|might|aim\w*|goals?|target\w*|project\w*|forecast\w*|predict\w*|scheduled|due|if|deadline|set for|bid|model|fiction\w*|novel|film|series|imagin\w*|estimat\w*)\b"))


def latest_past(analysis: Analysis, but: Span) -> tuple[int, Mention] | None:
    """The latest year told as past outside of these words, and the date that tells it; None where there is none."""
    document = analysis.document
    text, (led, past, ahead) = document.text, _patterns()
    found: tuple[int, Mention] | None = None
    for m in names(analysis).dates:
        d = m.value
        if not isinstance(d, Date) or not d.year or found is not None and d.year <= found[0]:
            continue
        if d.month is None and not led.search(text, max(0, m.span.start - 14), m.span.start) or document.quotation_at(m.span.start) is not None:
            continue
        start, end = document.sentence_at(m.span.start)
        if m.span.start < but.end and m.span.end > but.start:
            continue
        if past.search(text, start, end) and not ahead.search(text, start, end):
            found = d.year, m
    return found
