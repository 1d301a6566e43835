"""Relations between figures."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Mention, Relation
from checker.structure.document import Document


def relate(document: Document, mentions: Sequence[Mention]) -> list[Relation]:
    """Nothing yet."""
    return []
