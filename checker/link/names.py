"""Referents of names."""

from __future__ import annotations

from collections.abc import Sequence

from checker.link.ledger import Analysis
from checker.model import Referent


def link(analyses: Sequence[Analysis]) -> list[Referent]:
    """Nothing yet."""
    return []
