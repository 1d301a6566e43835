"""The figures of a stretch of text, and how near those that may be held against each other stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.model import Mention, Quantity, Span
from checker.structure.document import Document

FAR = 4  # sentences; figures further apart are not held against each other by the words between them
_NEVER = frozenset({"points", "score", "vote", "temperature", "age", "ordinal"})
_MOST = 24  # figures together, of which some may be taken for kin unasked: the time would grow with their square
_OF_NUMBERS = frozenset({"count", "percent", "money"})  # what a bare number may be one of


def measured(document: Document, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions that are no names, a fifth as a rule; picked out once for all that ask: names are many, and far apart in memory."""
    known: tuple[Sequence[Mention], Sequence[Mention]] | None = document.memo.get(measured)
    if known is None or known[0] is not mentions:
        known = document.memo[measured] = mentions, [m for m in mentions if m[0] != "name"]
    return known[1]


_kept: tuple[Sequence[Mention], list[int], list[int]] = ((), [], [])


def keep(document: Document, figures: Sequence[Mention]) -> None:
    """Where the figures of a document begin, and in which of its sentences: worked out once for all that ask about these figures."""
    global _kept
    starts = [m[1][0] for m in figures]
    _kept = figures, starts, list(map(document.sentence_index, starts))


def first(figures: Sequence[Mention], offset: int) -> int:
    """The number of the first of the figures that begins at or behind an offset, which is found by halving."""
    known, starts, _ = _kept
    return bisect_left(starts, offset) if known is figures else bisect_left(figures, offset, key=_start)


def numbers(document: Document, figures: Sequence[Mention]) -> Sequence[int]:
    """The sentences, by number, in which the figures stand."""
    known, _, held = _kept
    return held if known is figures else [document.sentence_index(m[1][0]) for m in figures]


def within(figures: Sequence[Mention], place: Span) -> list[Mention]:
    """The figures that begin within the characters."""
    begin, end = first(figures, place[0]), first(figures, place[1])
    return [m for m in figures[begin:end] if m[0] == "quantity"] if end > begin else []


def _start(m: Mention) -> int:
    return m[1][0]


def _may_be_kin(p: Quantity, q: Quantity) -> bool:
    """May the one be more or less than the other? What `ratios.alike` and those like it take, and some more."""
    one, two = p[2], q[2]
    if one == two:
        return p[3] == q[3] or one == "count" and not (p[3] and q[3])
    return one == "number" and two in _OF_NUMBERS or two == "number" and one in _OF_NUMBERS


def paired(figures: Sequence[Mention]) -> bool:
    """Are there two among the figures of a sentence that may be held against each other, or one told as a range, which is two?"""
    known = [q for m in figures if isinstance(q := m[3], Quantity) and q[2] not in _NEVER]
    return len(known) > _MOST or any(q[8] or any(_may_be_kin(p, q) for p in known[:i]) for i, q in enumerate(known))


def apart(document: Document, figures: Sequence[Mention]) -> int:
    """How many sentences stand between the two figures that may be held against each other and are the nearest to each other; `FAR` where none are nearer.

    Half of all texts have no two in a sentence, and none of what compares figures has anything to say of them.
    """
    nearest, held = FAR, list[tuple[int, Quantity]]()
    for m, index in zip(figures, numbers(document, figures), strict=True):
        q = m[3]
        if not isinstance(q, Quantity) or q[2] in _NEVER:
            continue
        if q[8]:
            return 0
        for i in range(len(held) - 1, -1, -1):
            at, p = held[i]
            if index - at >= nearest:
                break
            if _may_be_kin(p, q):
                nearest = index - at
                break
            if len(held) - i > _MOST:
                return 0
        if not nearest:
            return 0
        held.append((index, q))
    return nearest
