"""Lengths told to the second that a paragraph tells one by one, and their sum elsewhere: "19 minutes and 27 seconds … 11 minutes and 54 seconds … (31 minutes and 21 seconds)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_FEWEST = 3  # parts: two lengths and a third come near each other by chance
_IN_ONE = {"minute": 60, "hour": 60}
_CLOSE = 4  # the sum misses the whole by no more than this part of it


def lasting(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part, …) of lengths in two units, where a slip in one unit leaves the other as the sum has it."""
    told = [m for m in mentions if (q := quantity(m)).dimension == "duration" and q.unit in _IN_ONE and q.step < 1 and " and " in m.text and not q.hedge]
    if len(told) <= _FEWEST:
        return
    by_zone: dict[int, list[Mention]] = defaultdict(list)
    for m in told:
        by_zone[document.zone_index(m.span.start)].append(m)
    for zone, parts in by_zone.items():
        units = {quantity(m).unit for m in parts}
        if len(parts) < _FEWEST or len(units) > 1:
            continue
        total = sum(map(_small, parts))
        wholes = [m for m in told if quantity(m).unit in units and document.zone_index(m.span.start) != zone]
        if any(_small(m) == total for m in wholes):
            continue
        for whole in wholes:
            apart = abs(_small(whole) - total)
            if _small(whole) > max(map(_small, parts)) and apart * _CLOSE <= total and _one_slip(apart):
                yield Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "payers", "likely": "yes"})
                break


def _small(m: Mention) -> int:
    """The length in the smaller of its units."""
    q = quantity(m)
    return int((q.low * _IN_ONE[q.unit]).to_integral_value())


def _one_slip(apart: int) -> bool:
    """Are two lengths apart by whole minutes, or by tens of seconds within one, as a slip in one figure leaves them?"""
    return apart % 60 == 0 or apart < 60 and apart % 10 == 0
