"""The figures of a stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.model import Mention, Span


def within(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    """The figures that begin within the characters, which are found by halving."""
    first, size, end = bisect_left(mentions, place.start, key=_start), len(mentions), place.end
    last = first
    while last < size and mentions[last][1][0] < end:  # a sentence has few, and may have none
        last += 1
    return [m for m in mentions[first:last] if m[0] == "quantity"] if last > first else []


def _start(m: Mention) -> int:
    return m[1][0]
