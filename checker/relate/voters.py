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
from checker.structure.document import Document
from checker.structure.words import alternatives

_OTHER = re.compile(r"\b(?:full|whole|entire|another|other|previous|earlier|former|house|senate|assembly|union|members|shareholders|voters|delegates|residents|faculty|public)\b", re.I)
_LEAST, _TIMES = 3, 2


@cache
def _sized() -> re.Pattern[str]:
    number = alternatives(w for w in (*ONES, *TENS) if w.isalpha() and (ONES.get(w) or TENS.get(w)))
    many = rf"(\d{{1,3}}|(?:{number})(?:-(?:{number}))?)"
    bodies = alternatives(BODIES)
    return re.compile(rf"\b(?:{bodies}) of {many}(?![\w%-]|[,.]\d| (?:percent|per cent))|(?<![\w-]){many}-(?:member|strong|person|judge|seat) (?:[a-z]+ ){{0,2}}(?:{bodies})\b", re.I)


def voters(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part) bound from above: no more can vote than sit there."""
    votes = [m for m in mentions if quantity(m).dimension == "vote"]
    for m in _sized().finditer(document.lower) if votes else ():
        group = 1 if m[1] else 2
        value, index = _value(m[group]), document.sentence_index(m.start())
        zone = document.zone_index(m.start())
        near = [v for v in votes if v.span.start > m.end() and document.zone_index(v.span.start) == zone and document.sentence_index(v.span.start) <= index + 1]
        if len(near) != 1 or value < _LEAST or document.quotation_at(m.start()) is not None:
            continue
        vote, cast = near[0], quantity(near[0]).low + quantity(near[0]).high
        if value < cast <= value * _TIMES and not _OTHER.search(document.text, m.end(), vote.span.start):
            span = Span(m.start(group), m.end(group))
            whole = Mention("quantity", span, document.text[span.start:span.end], Quantity(Decimal(value), Decimal(value), "count"))
            yield Relation("total", (("whole", whole), ("part", vote)), {"cue": "told", "bound": "at most", "likely": "yes"})


def _value(word: str) -> int:
    if word[0].isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    return int(TENS.get(tens, Decimal(0)) + ONES.get(ones, Decimal(0))) if ones else int(ONES.get(tens, TENS.get(tens, Decimal(0))))
