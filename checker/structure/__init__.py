"""Source → Document: zones, sentences, quotations, voices."""

from __future__ import annotations

from sentencex import get_sentence_boundaries

from checker.model import Span, Zone
from checker.read.source import Source
from checker.structure.document import Document
from checker.structure.quotes import quotations
from checker.structure.voices import voices
from checker.structure.zones import zones


def _sentences(text: str, blocks: tuple[Zone, ...]) -> tuple[Span, ...]:
    """Sentences of each zone; never over a zone's border."""
    found: list[Span] = []
    for zone in blocks:
        start, end = zone.span
        if end - start < 60 or zone.kind in ("headline", "dateline", "byline", "credit"):
            found.append(zone.span)
            continue
        for b in get_sentence_boundaries("en", text[start:end]):
            last = start + len(b["text"].rstrip()) + b["start_index"]
            first = start + b["start_index"]
            if last > first:
                found.append(Span(first, last))
    return tuple(found)


def structure(source: Source) -> Document:
    """Read the structure of a source."""
    blocks = zones(source)
    sentences = _sentences(source.text, blocks)
    quoted, spoken = voices(source.text, blocks, sentences, quotations(source.text, blocks))
    return Document(source, blocks, sentences, quoted, spoken)
