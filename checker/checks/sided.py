"""Surnames in "pro-Hale" and "anti-Hale"."""

from __future__ import annotations

import re

from checker.checks.base import occurrences
from checker.model import Span
from checker.structure.document import Document

_SIDED = re.compile(r"(?<![\w’'-])(?:pro|anti)-([A-Z][\w’']*[\w])(?![\w’'-])")


def sided_with(document: Document) -> dict[str, Span]:
    """Where "pro-Hale" or "anti-Hale" first stands in the article's own words, by the surname."""
    found: dict[str, Span] = {}
    places = sorted(at for side in ("pro", "anti") if side in document.lowercase for at in occurrences(document.text, side + "-"))
    start = next((z.span.start for z in document.zones if z.kind == "body"), 0) if places else 0
    for at in places:
        if at >= start and (m := _SIDED.match(document.text, at)) and document.quotation_at(at) is None:
            found.setdefault(m[1], Span(*m.span()))
    return found
