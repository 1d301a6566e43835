"""A length told again in another unit: "125 days, or roughly four months", "18 months (about a year and a half)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_REACH = 40  # characters between the two
# a second length without a hedge may be another's: "30 days, or six months where a judge agrees"
_AGAIN = re.compile(rf",? or {HEDGE}|(?:,| [—–-]{{1,2}}) (?:that is|in other words|which is|that’s|that's|meaning),? {HEDGE}| \({HEDGE}")
_CLOSED = re.compile(r"[.;)?!”\"]|,(?! (?:and|or|depending|whichever|if|but|in some|whatever|up to)\b)| [—–-]{1,2} |$")
_BOUND = re.compile(r"\b(?:least|most|minimum|maximum|to|between|every|within|up to|another|under|over|than) (?:[a-z]+ )?$")


def in_other_units(document: Document, lengths: Sequence[Mention]) -> Iterator[Relation]:
    """Relations relength (first, again) of two lengths in different units, the second of which says the first once more, roughly; `lengths` are durations in order."""
    text = document.text
    for a, b in zip(lengths, lengths[1:], strict=False):
        start, end = a.span.end, b.span.start
        if not 0 < end - start <= _REACH or text[start] not in ", (—–-":
            continue
        one, two = quantity(a), quantity(b)
        if one.unit == two.unit or not {one.unit, two.unit} <= _UNITS or one.ranged or two.ranged or one.per or two.per or one.noun or two.noun:
            continue
        between = _AGAIN.fullmatch(text, start, end)
        if between is None or not (two.hedge or "or " not in between[0]) or _BOUND.search(text, max(0, a.span.start - 20), a.span.start):
            continue
        if _CLOSED.match(text, b.span.end):
            yield Relation("relength", (("first", a), ("again", b)))
