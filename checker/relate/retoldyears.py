"""Years whose length, distance from now, or bearer's birth a fragment behind them tells: "from 1957 to 1964 (dates seven years apart)", "Ellery, 54, whose life began in 1958"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data import restating as say
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.apposed import LONGEST, fragment, restates
from checker.relate.gaps import quantity
from checker.structure.document import Document

SET_OFF = (", ", " (", " —", "—", " –", " -")
_MANY = 5  # words that are no grammar, where one of birth is there
_SINCE = (("since",), ("past",), ("previously",))
_YEARS = frozenset({"year", "decade"})
_HAS, _CHILDREN = frozenset({"has", "had", "have", "with"}), frozenset("child children baby babies boy girl".split())
_COUNTS = frozenset({"count", "number"})


def length_told(text: str, end: int, quantities: Sequence[Mention]) -> Mention | None:
    """The number of years that a fragment behind two years (which end at the offset) tells as the time between them."""
    for m in _behind(quantities, end):
        q = quantity(m)
        if q.ranged or not (q.dimension == "duration" and q.unit in _YEARS or q.dimension in _COUNTS and q.unit in ("", "year")):
            return None
        found = fragment(text, end, m.span)
        if found is None or q.dimension != "duration" and "years" not in found.words or not restates(found, say.TIMES):
            return None
        return m if q.dimension == "duration" else m._replace(value=q._replace(dimension="duration", unit="year"))
    return None


def ago_told(document: Document, quantities: Sequence[Mention], years: Sequence[Span]) -> Iterator[Relation]:
    """Relations ago (start, length): "in 2008 (a date some 19 years behind us)"."""
    text = document.text
    for start, end in years:
        if not text.startswith(SET_OFF, end) or not text.endswith(("in ", "In "), 0, start):
            continue
        for m in _behind(quantities, end):
            q = quantity(m)
            if q.dimension != "duration" or q.unit != "year" or q.ranged:
                break
            found = fragment(text, end, m.span)
            words = found.words if found else ()
            if found and (not say.AGO.isdisjoint(words) or not say.NOW.isdisjoint(words) or found.tail in _SINCE) and restates(found, say.AGES, 3 if "ago" in words else 1):
                value = Decimal(text[start:end])
                told = Span(m.span.start, m.span.end + 4) if text.startswith(" ago", m.span.end) else m.span
                yield Relation("ago", (("start", Mention("quantity", Span(start, end), text[start:end], Quantity(value, value, "number"))),
                                       ("length", m._replace(span=told, text=text[told.start:told.end]))))
            break


def birth_told(text: str, end: int, years: Sequence[Span]) -> tuple[Span, Span] | None:
    """Where a fragment behind a name and age (which end at the offset) tells the year of birth, and the year in it."""
    k = bisect_left(years, (end,))
    if k == len(years) or (found := fragment(text, end, years[k])) is None:
        return None
    born = not say.BIRTHS.isdisjoint(found.words) or not say.LIVES.isdisjoint(found.words) or "child" in found.words and "of" in found.words
    if not _HAS.isdisjoint(found.words) and not _CHILDREN.isdisjoint(found.words):
        return None  # "who has a child born in 1999"
    return (Span(found.span.start, years[k].end), years[k]) if born and say.KIN.isdisjoint(found.words) and restates(found, say.BORN, _MANY) else None


def _behind(quantities: Sequence[Mention], end: int) -> Iterator[Mention]:
    """The figures that begin within reach behind the offset; the first of them alone can be told in the fragment."""
    k = bisect_left(quantities, end, key=_start)
    if k < len(quantities) and quantities[k].span.start - end < LONGEST:
        yield quantities[k]


def _start(m: Mention) -> int:
    return m.span.start
