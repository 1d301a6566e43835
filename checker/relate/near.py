"""The figures of a stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.model import Mention, Span


def within(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    """The figures that begin within the characters, which are found by halving."""
    first = bisect_left(mentions, place.start, key=_start)
    return [m for m in mentions[first:bisect_left(mentions, place.end, key=_start)] if m.kind == "quantity"]


def _start(m: Mention) -> int:
    return m.span.start
