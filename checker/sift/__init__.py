"""Findings → those that still want attention: accepted with a reason, known by a baseline, outside the changed lines."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase


class SiftError(Exception):
    """A baseline, revision or comment that cannot be used: what, where, remedy."""


def names(pattern: str, rule: str) -> bool:
    """Does the pattern (an id, "numbers/*", or a family) name the rule?"""
    return fnmatchcase(rule, pattern) or rule.split("/")[0] == pattern


def named(pattern: str, rules: Iterable[str]) -> bool:
    """Does the pattern name any of the rules?"""
    return any(names(pattern, r) for r in rules)
