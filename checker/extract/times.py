"""Names."""

from __future__ import annotations

from checker.model import Mention
from checker.structure.document import Document


def extract(document: Document) -> list[Mention]:
    """Nothing yet."""
    return []
