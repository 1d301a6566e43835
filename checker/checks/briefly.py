"""A short sentence that stands twice in one paragraph, with others between: what moved in an edit and was left behind."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Span
from checker.structure.document import Document

_FEWEST = 5  # words; what is shorter is a refrain


def told_twice(document: Document, words: int) -> Iterator[tuple[Span, Span]]:
    """Such sentences of fewer than so many `words`, the later one and the first; none in quotation marks, none that stands a third time."""
    text, seen = document.text, dict[tuple[int, str], list[Span]]()
    for start, end in document.sentences:
        size = end - start
        if not _SHORT <= size <= _LONG or not text[start:start + 1].isupper() or not text[start:end].rstrip().endswith("."):
            continue
        line = text[start:end].rstrip()
        if _FEWEST <= line.count(" ") + 1 < words:
            seen.setdefault((document.zone_index(start), line), []).append(Span(start, start + len(line)))
    for (zone, _), places in seen.items():
        if len(places) == _TWICE and document.zones[zone].kind == "body" and document.sentence_index(places[1].start) - document.sentence_index(places[0].start) > 1 \
                and not any(document.quotation_at(p.start) for p in places):
            yield places[1], places[0]


_SHORT, _LONG = 18, 90  # characters of a short sentence
_TWICE = 2
