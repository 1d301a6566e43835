"""Measures told twice that no figure shows: "half a kilometre (nearly a mile)", and a price by two units: "$1.20 a kilo ($0.54 a pound)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import SIZE, UNITS
from checker.data.words import HEDGES
from checker.extract.hedges import before, printed, widen
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.conversions import conversion
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.structure.document import Document
from checker.structure.words import alternatives

_DIMENSIONS = frozenset({"length", "area", "mass", "volume"})
_SINGULAR = {form: told for form, told in UNITS.items() if told[0] in _DIMENSIONS and not form.endswith("s") and len(form) > 2 and told[1] in SIZE} | {"foot": UNITS["foot"]}
_SINGULARS = frozenset(_SINGULAR)
_SIZED = {form: told for form, told in UNITS.items() if told[0] in _DIMENSIONS and told[1] in SIZE}
_BACK, _NEAR = 26, 60  # characters before a unit in which its article stands, and between two prices
_SQUARE = "square "
_CENTS = Decimal("0.05")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    article = re.compile(r"(?<![\w-])(?:(?P<half>(?:an? )?half(?:[ -]an?)?)|(?P<quarter>(?:a )?quarter[ -](?:of an?|an?))|(?P<three>three[- ]quarters of an?)|(?P<one>an?))[ -]$", re.I)
    by = re.compile(rf"(?: ?(?:an?|per|the)[ -]|/| each )({alternatives(frozenset(_SIZED))})(?![\w-])", re.I)
    link = re.compile(rf"(?:,? (?:or|equal to|equivalent to|which is|that is)|,|\s?[(\[](?:or )?| [—–]| --) ?{HEDGE}")
    return article, by, link


def articled(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation conversion of a figure and a measure with an article in place of its numeral, beside each other."""
    text = document.text
    for word in sorted(_SINGULARS & document.lowercase):
        for at in document.places(word):
            m = _measure(text, word, at) if text.startswith((")", " ("), at + len(word)) or text.startswith((",", "."), at + len(word)) and _halved(document.lower, at) else None
            if m is None:
                continue
            i = first_from(mentions, m.span.start)
            for a, b in ((mentions[i - 1] if i else None, m), (m, next((x for x in mentions[i:i + 2] if x.span.start >= m.span.end), None))):
                if a is not None and b is not None and a.kind == b.kind == "quantity" and a.span.end < b.span.start and (relation := conversion(text, a, b)):
                    yield relation


def _halved(lower: str, at: int) -> bool:
    """May half of the unit, or a quarter, be told, so that a comma sets it off: "640 acres, just over a half square mile,"? A mile with no more than an article is a length of its own."""
    return any(part in lower[at - _BACK:at] for part in ("half", "quarter"))


def _measure(text: str, word: str, at: int) -> Mention | None:
    """The measure that ends with the unit at an offset: "a mile", "half a kilometre", with its hedge."""
    square = text.endswith(_SQUARE, 0, at)
    start = at - len(_SQUARE) * square
    found = _patterns()[0].search(text, max(0, start - _BACK), start)
    if found is None or text.endswith(" of ", 0, found.start()):
        return None  # "a third of a mile"
    dimension, unit = _SINGULAR[word]
    if square:
        dimension, unit = "area", _SQUARE + unit
    value = Decimal("0.5") if found["half"] else Decimal("0.25") if found["quarter"] else Decimal("0.75") if found["three"] else Decimal(1)
    hedge = before(text, found.start())[0]
    low, high = widen(value, value, HEDGES.get(hedge, ""))
    span = Span(found.start(), at + len(word))
    return Mention("quantity", span, text[span.start:span.end], Quantity(low, high, dimension, unit, hedge=hedge, step=value / 2))


def unit_prices(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "unit price" (amount, converted) of one price by two units, with what they are in the facts."""
    _, by, link = _patterns()
    for a, b in zip(figures, figures[1:], strict=False):
        p, q = quantity(a), quantity(b)
        if p.dimension != "money" or q.dimension != "money" or p.unit != q.unit or not p.per or b.span.start - a.span.end > _NEAR or p.ranged or q.ranged:
            continue
        one, two = by.match(text, a.span.end), by.match(text, b.span.end)
        if one is None or two is None or not link.fullmatch(text, one.end(), b.span.start):
            continue
        units = [_SIZED[m[1].lower()] for m in (one, two)]
        if units[0][0] == units[1][0] and units[0][1] != units[1][1] and printed(p)[0] > _CENTS:
            spans = Span(a.span.start, one.end()), Span(b.span.start, two.end())
            roles = [m._replace(span=s, text=text[s.start:s.end]) for m, s in zip((a, b), spans, strict=True)]
            yield Relation("unit price", (("amount", roles[0]), ("converted", roles[1])), {"from": units[0][1], "to": units[1][1]})
