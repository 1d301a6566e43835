"""Figures told as what was said before: "the ministry had said that four", "an earlier report put it at 12"."""

from __future__ import annotations

from collections.abc import Sequence

_REPORTED = frozenset("said put reported told estimated given counted announced spoken listed".split())
_BEFOREHAND = frozenset("first earlier initially originally previously".split())
_ACCOUNTS = frozenset("report reports count figure figures estimate estimates toll statement bulletin tally account".split())
_EARLIER = frozenset("earlier initial first previous original".split())


def is_superseded(before: Sequence[str]) -> bool:
    """Do the words before a figure tell it as what was said before: "the ministry had said that four", "police at first put it at 12"?"""
    if "had" not in before and _BEFOREHAND.isdisjoint(before) and _EARLIER.isdisjoint(before):
        return False
    if any(w in _ACCOUNTS and before[i - 1] in _EARLIER for i, w in enumerate(before) if i):
        return True  # "an earlier report by the operator said"
    return any(w in _REPORTED and ("had" in before[max(0, i - 2):i] or not _BEFOREHAND.isdisjoint(before[max(0, i - 2):i])) for i, w in enumerate(before))
