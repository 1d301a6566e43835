"""What a figure is held against ("rose to 8.1 billion from 4.8 billion", "30 million against 35 million"): two of one thing are held against the same."""

from __future__ import annotations

from checker.model import Claim

_AGAINST = frozenset({"from", "vs", "versus", "against"})
_AHEAD, _BACK = 10, 7  # words from the figure in which its base is told
_BEHIND = 5  # words from "from" on in which the base itself is


def bases_apart(a: Claim, b: Claim) -> bool:
    """Is each held against a figure of its own?"""
    one = _base(a)
    return one != "" and _base(b) not in ("", one)


def _base(c: Claim) -> str:
    """The number behind "from", "against", "vs": behind the figure in its clause, or before it ("from 4.8 billion to 8.1 billion")."""
    behind = c.said[c.at + 1:c.at + _AHEAD]
    for i, word in enumerate(behind):
        if not word[0].isalnum():
            break
        if word in _AGAINST:
            return next((w for w in behind[i + 1:i + _BEHIND] if w[0].isdigit()), "")
    before = c.said[max(0, c.at - _BACK):c.at]
    return "" if _AGAINST.isdisjoint(before) else next((w for w in before[::-1] if w[0].isdigit()), "")
