"""Source → Document: zones, sentences, quotations; voices when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sentencex import segment

from checker.model import Span, Zone
from checker.read.source import Source
from checker.structure.document import Document
from checker.structure.quotes import quotations
from checker.structure.zones import zones

_LONG = 10_000  # characters
_ONE = frozenset({"headline", "dateline", "byline", "credit"})  # zones of one sentence
_new = tuple.__new__  # a named tuple is made at half the price


def _sentences(text: str, blocks: tuple[Zone, ...]) -> tuple[Span, ...]:
    """Sentences of each zone; never over a zone's border."""
    found: list[Span] = []
    for zone in blocks:
        start, end = zone.span
        if end - start < 60 or zone.kind in _ONE:
            found.append(zone.span)
            continue
        for first, last in _pieces(text, start, end) if end - start > _LONG else (zone.span,):
            begin = first
            for sentence in segment("en", text[first:last]):  # with the blanks behind each, so that their lengths tell where they stand
                if words := len(sentence.rstrip()):
                    found.append(_new(Span, (begin, begin + words)))
                begin += len(sentence)
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraph, one that is as long as a book cut at full stops: the library's time grows with the square of unclosed marks."""
    while end - start > _LONG:
        cut = text.rfind(". ", start, start + _LONG) + 2
        if cut < start + 2:
            cut = max(text.rfind(" ", start, start + _LONG), start + _LONG - 1) + 1
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def structure(source: Source) -> Document:
    """Read the structure of a source."""
    blocks = zones(source)
    sentences = _sentences(source.text, blocks)
    return Document(source, blocks, sentences, quotations(source.text, blocks))
