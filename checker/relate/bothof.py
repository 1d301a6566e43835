""" "three failed transformers, both of which had been replaced": what is told of both, where more or fewer are counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.model import Mention, Quantity, Relation, Span
from checker.structure.document import Document

_BOTH = re.compile(r", both of (?:which|whom)\b|, both of them\b")
_BETWEEN = re.compile(r"(?: (?!and |or |to |of |including |from |with |by |who |which |that )[a-z’'-]+){0,3}")
_TWO, _MANY = 2, 12


def both_of(document: Document, counts: Sequence[Mention]) -> Iterator[Relation]:
    """Relations list (announced, items) of the counts of a text, in order."""
    for m in _BOTH.finditer(document.text):
        i = bisect_left(counts, m.start(), key=lambda c: c.span.start)
        count = counts[i - 1] if i else None
        if count is None or not isinstance(q := count.value, Quantity) or q.dimension != "count" or q.hedge or q.ranged or q.per or q.low == _TWO or not 1 < q.low <= _MANY \
                or not _BETWEEN.fullmatch(document.text, count.span.end, m.start()):
            continue
        yield Relation("list", (("announced", count), ("items", Mention("quantity", Span(m.start() + 2, m.end()), m[0][2:], q))), {"least": "2", "most": "2"})
