"""A vote against the body that cast it: "a committee of 14 … approved it by 12 votes to three", "the nine-member board voted 6-4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, TENS
from checker.data.words import BODIES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.others import value_of
from checker.structure.document import Document
from checker.structure.words import alternatives

_OTHER = re.compile(r"\b(?:full|whole|entire|another|other|previous|earlier|former|house|senate|assembly|union|members|shareholders|voters|delegates|residents|faculty|public)\b", re.I)
_LEAST, _TIMES, _BACK = 3, 2, 50


@cache
def _sized() -> tuple[re.Pattern[str], re.Pattern[str]]:
    number = alternatives(w for w in (*ONES, *TENS) if w.isalpha() and (ONES.get(w) or TENS.get(w)))
    many = rf"(\d{{1,3}}|(?:{number})(?:-(?:{number}))?)"
    return re.compile(rf" of {many}(?![\w%-]|[,.]\d| (?:percent|per cent))"), re.compile(rf"(?<![\w-]){many}-(?:member|strong|person|judge|seat) (?:[a-z]+ ){{0,2}}$")


def voters(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part) bound from above: no more can vote than sit there."""
    votes, lower = [m for m in mentions if quantity(m).dimension == "vote"], document.lower
    behind, before = _sized()
    for word in sorted(BODIES & document.distinct) if votes else ():
        for at in document.places(word):
            end = at + len(word)
            m = behind.match(lower, end) or before.search(lower, max(0, at - _BACK), at)
            if m is not None and (found := _cast(document, votes, Span(*m.span(1)), max(end, m.end()), value_of(m[1]))) is not None:
                yield found


def _cast(document: Document, votes: Sequence[Mention], size: Span, end: int, value: int) -> Relation | None:
    """The only vote of the sentence or the next, where it is of more than sit there."""
    index, zone = document.sentence_index(size.start), document.zone_at(size.start).span
    near = [v for v in votes if end < v.span.start < zone.end and document.sentence_index(v.span.start) <= index + 1]
    if len(near) != 1 or value < _LEAST or document.quotation_at(size.start) is not None:
        return None
    vote, cast = near[0], quantity(near[0]).low + quantity(near[0]).high
    if not value < cast <= value * _TIMES or _OTHER.search(document.text, end, vote.span.start):
        return None
    whole = Mention("quantity", size, document.text[size.start:size.end], Quantity(Decimal(value), Decimal(value), "count"))
    return Relation("total", (("whole", whole), ("part", vote)), {"cue": "told", "bound": "at most", "likely": "yes"})
