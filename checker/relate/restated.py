"""A part of a whole and the fraction that it is said to be: "three of the nine judges, nearly half of the court", "of the 30 passengers, 10 — half — were"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, PARTS
from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.portions import of_whole, some_of
from checker.structure.document import Document

_COUNTS = frozenset({"count", "number"})
_WORDS = ("half", "third", "quarter", "fifth", "fourth", "sixth", "tenth", "eighth", "seventh", "ninth", "one in ", "two in ", "three in ", "four in ", "out of ", "majority")
_LEAST = 4  # of a whole of which fractions are told
_CLOSEST = 60  # characters between part and whole


@cache
def _fraction() -> re.Pattern[str]:
    ones, parts = "|".join(ONES), "|".join(sorted((p for p in PARTS if not p.startswith("hal")), key=len, reverse=True))
    hedge = r"(?:(?P<hedge>more than|over|at least|nearly|almost|less than|under|fewer than|just over|just under|about|roughly|some|around|close to) )?"
    return re.compile(r"(?: (?!and |but |while |or |to |from |than )[a-z’'-]+){0,4}(?:, or |,? or |, |\s?[—–] ?| -- | \()(?:that is |which is )?" + hedge +
                      rf"(?P<told>(?P<half>half)|(?P<one>an?|{ones})[- ](?P<part>{parts})|(?P<some>{ones}|\d\d?) (?:in|out of|in every|out of every) (?P<of>{ones}|\d\d?)|(?P<most>a majority))"
                      r"(?: of (?:(?:the|its|their) [a-z-]+(?: [a-z-]+)?|them|the total))?(?=[,.)]|\s?[—–;]| --)", re.I)


def restated(document: Document, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relations share (share, fraction) and most (told, share) of two counts, the one a part of the other, and the fraction behind them; `sentence` is given in small letters."""
    if not any(map(sentence.__contains__, _WORDS)):
        return
    text = document.text
    for a, b in zip(figures, figures[1:], strict=False):
        one, two = quantity(a), quantity(b)
        if not ({one.dimension, two.dimension} <= _COUNTS or one.dimension == two.dimension == "money" and one.unit == two.unit) or b.span.start - a.span.end > _CLOSEST or one.ranged or two.ranged or one.per or two.per:
            continue
        part, whole = (a, b) if some_of(text, a, b) else (b, a) if of_whole(text, a, b) else (None, None)
        if part is None or whole is None or not 0 < quantity(part).low < quantity(whole).low or quantity(whole).low < _LEAST or (m := _fraction().match(text, b.span.end)) is None:
            continue
        share = printed(quantity(part))[0] / printed(quantity(whole))[0] * 100
        loose = "about" if quantity(part).hedge or quantity(whole).hedge else ""
        place = Span(a.span.start, b.span.end)
        told = Mention("quantity", place, text[place.start:place.end], Quantity(share, share, "percent", "percent", hedge=loose))
        at = Span(*m.span("told"))
        if m["most"]:
            if share < _HALF:
                yield Relation("most", (("told", Mention("quantity", at, m["told"], told.value)), ("share", told)))
            continue
        if (value := _value(m)) and value < 1:
            fraction = Mention("quantity", at, m["told"], Quantity(value, value, "number", hedge=(m["hedge"] or "").lower()))
            yield Relation("share", (("share", told), ("fraction", fraction)), {"real": str(round(share, 1))})


_HALF = Decimal("49.5")


def _value(m: re.Match[str]) -> Decimal:
    if m["half"]:
        return Decimal("0.5")
    if m["part"]:
        return Decimal(ONES.get(m["one"].lower(), 1)) / PARTS[m["part"].lower()]
    some, of = (Decimal(ONES[w.lower()] if w.lower() in ONES else int(w)) for w in (m["some"], m["of"]))
    return some / of if of else Decimal(0)
