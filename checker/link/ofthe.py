"""A figure pointed at without its noun: "62,000 homes were cut off … Of the 72,000, about 38,000", where nothing else in the text is of 72,000."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from checker.extract.hedges import printed
from checker.link.again import one_digit
from checker.link.ledger import Analysis
from checker.model import Mention
from checker.relate.gaps import quantity

_LEAST = 20  # smaller numbers ("of the 12") stand for people in every other paragraph
_BACK = 12  # figures before it among which it is looked for


def pointed_bare(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Such a figure at the head of a sentence, and the one counted before that differs from it in one digit, or two that changed places."""
    document = analysis.document
    if "Of the " not in document.text:
        return
    figures = [m for m in analysis.mentions if m.kind == "quantity"]
    starts = [m.span.start for m in figures]
    told = Counter(value for m in figures for value in {quantity(m).low, quantity(m).high, *printed(quantity(m))})
    for at in document.places("of"):
        if document.text[at] != "O" or not document.text.startswith("Of the ", at):
            continue
        i = bisect_left(starts, at)
        if i >= len(figures) or figures[i].span.start != at + len("Of the ") or not _is_bare(document.text, figures[i]):
            continue
        m = figures[i]
        if told[quantity(m).high] > 1:
            continue
        near = [x for x in figures[max(0, i - _BACK):i] if quantity(x).dimension == "count" and document.sentence_index(x.span.start) < document.sentence_index(at) and one_digit(quantity(x), quantity(m))]
        if len({printed(quantity(x)) for x in near}) == 1:
            yield m, near[-1]


def _is_bare(text: str, m: Mention) -> bool:
    q = quantity(m)
    return q.dimension == "number" and q.low >= _LEAST and not q.hedge and not q.ranged and text.startswith(",", m.span.end)  # "of the 200 that were waxed" tells of its own

