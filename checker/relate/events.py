"""Whose length or toll a figure is: "three-hour meeting" and "met for four hours" are figures of one event."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data.english import FUNCTION_WORDS, IRREGULAR_PASTS, LASTING, TOLLS
from checker.model import Quantity

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REACH = 14  # words between a verb and its "for N hours"
_TO_BE = frozenset({"were", "was", "are", "is", "been", "be", "had", "have", "has", "people", "others", "dead"})


def event(q: Quantity, lower: Sequence[str], stems: Sequence[str], first: int, last: int) -> tuple[str, bool]:
    """The stem of the event and whether the figure points back to it; ("", False) when it tells no event's size.

    `first` and `last` are the figure's own words among the sentence's words; `lower` and `stems` run side by side.
    """
    before = first - 1
    definite = before >= 0 and lower[before] in _DEFINITE
    if q.dimension == "duration":
        head = stems[last] if q.noun and 0 <= last < len(stems) else ""
        return (head, definite) if head else (_lasting(lower, stems, first), True)
    if q.dimension == "count":
        return _toll(q, lower, stems, first, last), definite
    return "", False


def _skip_hedge(lower: Sequence[str], at: int) -> int:
    while at >= 0 and lower[at] in ("than", "more", "less", "nearly", "about", "almost", "some", "over", "at", "least", "around",
                                    "just", "roughly", "only", "approximately", "under", "up", "to"):
        at -= 1
    return at


def _lasting(lower: Sequence[str], stems: Sequence[str], first: int) -> str:
    """ "met … for four hours", "the strike lasted four days", "the strike ended after four days"."""
    at = _skip_hedge(lower, first - 1)
    if at < 1:
        return ""
    if lower[at] in LASTING and lower[at - 1].isalpha():
        return _subject(lower, stems, at)
    if lower[at] not in ("for", "after", "on"):
        return ""
    if lower[at - 1] in LASTING or (lower[at - 1] in ("on", "out") and at > 2 and lower[at - 2] in LASTING):
        return _subject(lower, stems, at - 1 if lower[at - 1] in LASTING else at - 2)
    if lower[at] != "for":
        return ""
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if not lower[i][0].isalpha():
            return ""
        if lower[i] in IRREGULAR_PASTS or (lower[i].endswith("ed") and len(lower[i]) > 4 and lower[i] not in FUNCTION_WORDS):
            return stems[i]
    return ""


def _subject(lower: Sequence[str], stems: Sequence[str], verb: int) -> str:
    """The head noun right before the verb, auxiliaries aside."""
    i = verb - 1
    while i >= 0 and lower[i] in ("has", "had", "have", "also", "only", "eventually", "finally", "then", "itself", "would", "will"):
        i -= 1
    return stems[i] if i >= 0 and lower[i] not in FUNCTION_WORDS else ""


def _toll(q: Quantity, lower: Sequence[str], stems: Sequence[str], first: int, last: int) -> str:
    """ "killed 49 people", "49 people were killed", "the 49 deaths", "49 arrests"."""
    if 0 <= last < len(stems) and stems[last] in TOLLS and lower[last] not in ("victims", "lives"):
        return stems[last]
    at = _skip_hedge(lower, first - 1)
    if at >= 0 and stems[at] in TOLLS and not lower[at].endswith("ing"):
        return stems[at]
    if at >= 1 and lower[at] == "of" and stems[at - 1] in TOLLS:
        return stems[at - 1]
    i = last + 1
    while i < len(stems) and lower[i] in _TO_BE and i < last + 4:
        i += 1
    return stems[i] if last < i - 1 and i < len(stems) and stems[i] in TOLLS else ""
