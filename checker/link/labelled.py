"""Bare numbers with one label that differ as slips do: "a majority of 6,480" at the top, "had a majority last year of 6,840" below."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.data.words import TOLD_OF
from checker.link.again import one_digit
from checker.link.ledger import Analysis
from checker.link.pointed import Pointed
from checker.model import Mention, Quantity

_OF = re.compile(r"\b([a-z]+)(?: (?:last|this) (?:year|month|week|season|time)| then| now| today)?,? of (?:(?:just|only|about|some|nearly|almost) )?$")
_BEFORE, _LEAST = 48, 100
_YEARS = range(1800, 2101)


def labelled(analysis: Analysis) -> Iterator[Pointed]:
    """The later of two numbers behind one label, where the text has no third, and they differ in one digit or in two that changed places."""
    document, found = analysis.document, defaultdict[str, list[Mention]](list)
    for m in analysis.mentions:
        q = m.value
        if m.kind == "quantity" and isinstance(q, Quantity) and q.dimension in ("number", "count") and q.low >= _LEAST and not q.ranged and not q.hedge and not q.per \
                and (label := _OF.search(document.lower, max(0, m.span.start - _BEFORE), m.span.start)) is not None and label[1] in TOLD_OF:
            found[label[1]].append(m)
    for told in found.values():
        values = {m.value.low for m in told if isinstance(m.value, Quantity)}
        if len(values) != 2 or all(int(v) in _YEARS for v in values):
            continue
        first, odd = told[0], next(m for m in told if _low(m) != _low(told[0]))
        if document.zone_index(first.span.start) != document.zone_index(odd.span.start) and one_digit(first.value, odd.value):  # type: ignore[arg-type]
            yield Pointed(odd, first)


def _low(m: Mention) -> object:
    return m.value.low if isinstance(m.value, Quantity) else None
