"""Figures of a document."""

from __future__ import annotations

from checker.extract import quantities
from checker.model import Mention
from checker.structure.document import Document


def extract(document: Document) -> list[Mention]:
    """Quantities in the order of the text."""
    return quantities.extract(document)
