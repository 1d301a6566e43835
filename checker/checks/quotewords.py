"""The quotations of a document as their words, read once for all checks on quotations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.model import Span, Voice
from checker.structure.document import Document

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
HEADS = frozenset({"headline", "summary"})
_UNCLOSED = 3  # marks of one paragraph that nothing closes: further ones open nothing
_SHORTEST = 2  # words of the shortest quotation that is read


class Quote(NamedTuple):
    """The words of a quotation with where they stand; `number` is its index among those of the document."""

    number: int
    zone: int
    head: bool
    document: Document
    words: list[str]
    inner: Span

    @property
    def voice(self) -> Voice:
        """Who says it: asked of the few that are alike."""
        return self.document.quotations[self.number].voice


@lru_cache(maxsize=2)  # not kept on the document, which they refer to: a cycle would have to be collected
def quotes_of(document: Document) -> tuple[Quote, ...]:
    """The quotations of a document with their words, once for both checks."""
    out: list[Quote] = []
    unclosed, end = 0, -1
    for i, (span, inner, opening, _, _, _, level) in enumerate(document.quoted):
        if not opening or level:
            continue
        unclosed, end = unclosed + 1 if inner.end == end else 0, inner.end
        if unclosed > _UNCLOSED:
            continue
        words = _words(document, inner)
        if len(words) >= _SHORTEST:
            zone = document.zone_index(span.start)
            out.append(Quote(i, zone, document.zones[zone].kind in HEADS, document, words, inner))
    return tuple(out)


def _words(document: Document, inner: Span) -> list[str]:
    """What `WORD` finds, in small letters: the document's plain words where no mark inside a word makes a difference."""
    start, end = inner
    bare = document.text[start:end].replace("’", "'").replace(", ", " ").replace(". ", " ")
    if bare.isascii() and "." not in bare[:-1] and "," not in bare[:-1] and "_" not in bare:
        return document.plain[start:end].split()
    return WORD.findall(document.lower[start:end].replace("’", "'"))
