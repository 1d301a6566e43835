"""Figures → claims."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Claim, Mention, Relation
from checker.structure.document import Document


def claims(document: Document, mentions: Sequence[Mention], relations: Sequence[Relation]) -> tuple[Claim, ...]:
    """Nothing yet."""
    return ()
