"""Mentions of one or several documents → referents, and the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from checker.link import names
from checker.link.ledger import Analysis, Ledger


def link(analyses: Sequence[Analysis], date: str | None = None) -> Ledger:
    """Join what is about one person, place, body or thing."""
    return Ledger(tuple(analyses), tuple(names.link(analyses)), date)
