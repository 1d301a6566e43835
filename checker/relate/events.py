"""Whose length or toll a figure is: "three-hour meeting" and "met for four hours" are figures of one event."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data.english import FUNCTION_WORDS, IRREGULAR_PASTS, LASTING, TOLLS
from checker.model import Quantity

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REACH = 14  # words between a verb and its "for N hours"
_PREPOSITIONS = frozenset("of at in on for between with over about to from by against near outside".split())
_AUXILIARIES = frozenset("has had have also only eventually finally then itself would will".split())
_TO_BE = frozenset({"were", "was", "are", "is", "been", "be", "had", "have", "has", "people", "others", "dead"})


def event(q: Quantity, lower: Sequence[str], stems: Sequence[str], first: int, last: int) -> tuple[str, bool]:
    """The stem of the event and whether the figure points back to it; ("", False) when it tells no event's size.

    `first` and `last` are the figure's own words among the sentence's words; `lower` and `stems` run side by side.
    """
    before = first - 1
    definite = before >= 0 and lower[before] in _DEFINITE
    if q.dimension == "duration":
        head = stems[last] if q.noun and 0 <= last < len(stems) else ""
        return (head, definite) if head else _lasting(lower, stems, first)
    if q.dimension == "count":
        return _toll(q, lower, stems, first, last), definite
    return "", False


def _skip_hedge(lower: Sequence[str], at: int) -> int:
    while at >= 0 and lower[at] in ("than", "more", "less", "nearly", "about", "almost", "some", "over", "at", "least", "around",
                                    "just", "roughly", "only", "approximately", "under", "up", "to"):
        at -= 1
    return at


def _lasting(lower: Sequence[str], stems: Sequence[str], first: int) -> tuple[str, bool]:
    """ "met … for four hours", "the strike lasted four days", "the strike ended after four days"."""
    at = _skip_hedge(lower, first - 1)
    if at < 1:
        return "", False
    if lower[at] in LASTING:
        return _subject(lower, stems, at)
    if lower[at] not in ("for", "after"):
        return "", False
    verb = at - 2 if lower[at - 1] in ("on", "out") else at - 1
    if verb > 0 and lower[verb] in LASTING:
        return _subject(lower, stems, verb)
    if lower[at] == "after":
        return "", False
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if not lower[i][0].isalpha():
            break
        if lower[i] in IRREGULAR_PASTS or (lower[i].endswith("ed") and len(lower[i]) > 4 and lower[i] not in FUNCTION_WORDS):
            return stems[i], False
    return "", False


def _subject(lower: Sequence[str], stems: Sequence[str], verb: int) -> tuple[str, bool]:
    """The head noun of the verb's subject ("the strike at the port lasted": strike), and whether it points back."""
    start = verb
    while start > 0 and verb - start < 10 and lower[start - 1][0].isalpha() and lower[start - 1] not in ("and", "but", "which", "that"):
        start -= 1
    if start and lower[start - 1] in ("which", "that"):
        return "", False
    words = range(start, verb)
    head = next((i - 1 for i in words if i > start and lower[i] in _PREPOSITIONS), verb - 1)
    while head > start and lower[head] in _AUXILIARIES:
        head -= 1
    if head < start or lower[head] in FUNCTION_WORDS:
        return "", False
    return stems[head], lower[start] in _DEFINITE


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
