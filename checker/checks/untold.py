"""A speaker whom the text names with a courtesy title alone, and nowhere by the full name or with who it is: the paragraph that introduced him went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks.base import occurrences
from checker.data.words import KIN
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.structure.document import Document
from checker.structure.words import alternatives

_COURTESIES = ("Mr", "Mrs", "Ms")
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms)\.? $")
_TOLD = re.compile(r",? (?:who|an?|the|of|from|at|his|her|is|was) ")  # what may tell who it is
_ROLE = re.compile(r"(?<=[a-z,] )(?!M[rs]s?\b|Dr\b|Miss\b)[A-Z][a-z]+ $|\b(?:[A-Z]\.|[a-z]+(?:er|or|ist|ian|man|woman|ant|yst|chief|head|-in-law)|" + alternatives(KIN) + r"|named|called) (?:M[rs]s?\.? )?$")
_PROSE = frozenset({"body", "list"})
_USES = 2  # of a name that is met once there may be little to say


def untold(analysis: Analysis) -> Iterator[tuple[Span, Span]]:
    """Where such a speaker is named first, and where next."""
    document, found = analysis.document, names(analysis)
    told = [courtesy for courtesy in _COURTESIES if courtesy.lower() in document.counts]
    if not told:
        return
    behind = {at + len(courtesy) + 1 + document.text.startswith(".", at + len(courtesy)) for courtesy in told for at in occurrences(document.text, courtesy)}
    within = {word for parts in found.full for word in parts}
    for parts, mentions in found.written.items():
        if len(parts) == 1 and len(mentions) >= _USES and parts[0] not in within and any(m.span.start in behind for m in mentions) and _is_unknown(document, mentions):
            first = next((m for m in mentions if m.span.start in behind and _in_own_words(document, m.span.start)), None)
            if first is not None:
                yield Span(_opening(document.text, first.span.start), first.span.end), next(m.span for m in mentions if m is not first)


def _is_unknown(document: Document, mentions: Sequence[Mention]) -> bool:
    """Does nothing beside any of these mentions tell who it is?"""
    return not any(isinstance(m.value, Name) and (m.value.title or m.value.apposition or m.value.age) or _TOLD.match(document.text, m.span.end)
                   or _ROLE.search(document.text, max(0, m.span.start - 30), m.span.start) for m in mentions)


def _in_own_words(document: Document, at: int) -> bool:
    return document.zone_at(at).kind in _PROSE and document.quotation_at(at) is None


def _opening(text: str, at: int) -> int:
    before = _COURTESY.search(text, max(0, at - 6), at)
    return before.start() if before else at
