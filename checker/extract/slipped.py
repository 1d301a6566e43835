"""Numbers that a slip of the hand makes of each other."""

from __future__ import annotations


def is_slipped(one: str, two: str) -> bool:
    """Do two rows of digits of one length differ in one, or in two that changed places?"""
    if len(one) != len(two):
        return False
    apart = [i for i, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    return len(apart) == 1 or len(apart) == 2 and sorted(one) == sorted(two)
