"""So much in all, so long, so much a year, in any order: "$4 million a year under a three-year deal worth $20 million", "900 calls in 30 days, or 60 a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_CUES = (" a year", " per ", " annual", "yearly", " a month", "monthly", " a week", "weekly", " a day", "daily", " each ", " every ", " an hour")
_UNITS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_DIMENSIONS = frozenset({"money", "count", "number"})
_NEARLY = 3  # times that the two may lie apart and still be told of one thing
_DECADE = 10
_APPOSED = 40  # characters from a length to what the whole comes to in each year of it


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    unit = "year|month|week|day|hour"
    return {
        "each": re.compile(rf"(?: (?:more|less|[a-z]+s))? (?:(?:an?|per|each|every) (?P<unit>{unit})|(?P<word>annually|yearly|monthly|weekly|daily))(?![\w-])"),
        "breaks": re.compile(r"[;:“”\"\n]|\b(?:and|but|while|whereas|with|plus|(?<!adds )(?<!add )up to|as much as|first|last year|initial|from|than|instead|who|which (?!would|will|comes|works|is|totals|amounts|means)|until|"
                             r"after|before|another|remaining|rising|growing|increasing|starting|each of|apiece)\b"),
        "over": re.compile(rf"\b(?:over|in|for|during|within|across|through|spread over|lasted) (?:the (?:next|past|last|coming|following|first) |a period of |its |those )?{HEDGE}$", re.I),
        "decade": re.compile(r"\b(?:over|in|during|across) (?:a|the(?: next| coming| following)?) decade\b"),
        "or": re.compile(rf"(?:,|—|–| -|--|\(|:)? ?(?:or|that is|which (?:would|will|is|comes|works|totals|amounts|means)[a-z ]*|a total of|for a total of|totaling|totalling|making|averag(?:ing|e of|es)|an average of|at) ?{HEDGE}$|(?:—|–|--| -|\(|,) ?{HEDGE}$"),
        "pays": re.compile(rf"\b(?:pays?|paying|paid|earns?|earning|earned|gets?|getting|receives?|receiving|costs?|costing|saves?|saving|worth|valued at|spends?|spending|plays?|playing|makes?|making|brings?(?: (?:him|her|it|them))?|gives?(?: (?:him|her|it|them))?|nets?) {HEDGE}$"),
    }


def paces(document: Document, figures: Sequence[Mention], sentence: str, known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of a sentence, given in small letters, that tells one whole, one length and one rate of the whole's unit."""
    if len(figures) < 2 or not any(map(sentence.__contains__, _CUES)) or any(r.kind == "rate" for r in known):
        return
    text = document.text
    place = document.sentence_at(figures[0].span.start)
    if " decade" not in sentence and not any(quantity(m).dimension == "duration" for m in figures):
        return
    rates = [(m, unit) for m in figures if quantity(m).dimension in _DIMENSIONS and (unit := _per(text, m))]
    lengths = [m for m in figures if quantity(m).dimension == "duration"] or _decade(text, place)
    if len(rates) != 1 or not lengths:
        return
    rate, unit = rates[0]
    q = quantity(rate)
    wholes = [m for m in figures if m is not rate and m not in lengths and quantity(m).dimension in _DIMENSIONS and (quantity(m).dimension == q.dimension or "money" not in (quantity(m).dimension, q.dimension))]
    if len(wholes) > 1 or len(lengths) > 1:  # of several those right before what they come to
        wholes = [m for m in wholes if m.span.end < rate.span.start][-1:]
        lengths = [m for m in lengths if wholes and wholes[0].span.end < m.span.start and m.span.end < rate.span.start and rate.span.start - m.span.end < _APPOSED]
    if len(lengths) != 1:
        return
    length = lengths[0]
    if len(wholes) != 1 or quantity(length).unit != unit or quantity(length).ranged or q.ranged or not q.low:
        return
    whole = wholes[0]
    w = quantity(whole)
    if w.ranged or w.per or w.dimension == "money" and w.unit != q.unit or w.dimension != "money" and q.unit and w.unit and q.unit != w.unit:
        return
    three = sorted((whole, length, rate))
    if _patterns()["breaks"].search(text, three[0].span.end, three[-1].span.start) or not _tied(text, whole, length, rate):
        return
    ratio = w.low / quantity(length).low / q.low if quantity(length).low else Decimal(0)
    if ratio * _NEARLY >= 1 and ratio <= _NEARLY:
        yield Relation("rate", (("whole", whole), ("length", length), ("rate", rate)))


def _per(text: str, m: Mention) -> str:
    """The unit of time that a figure is told by: "year" in "$4 million a year", "" for a figure that is none's rate."""
    behind = _patterns()["each"].match(text, m.span.end)
    if behind is None:
        return quantity(m).per if quantity(m).per in _UNITS.values() else ""
    return behind["unit"] or _UNITS[behind["word"]]


def _decade(text: str, place: Span) -> list[Mention]:
    m = _patterns()["decade"].search(text, place.start, place.end)
    return [] if m is None else [Mention("quantity", Span(m.end() - len("decade"), m.end()), "decade", Quantity(Decimal(_DECADE), Decimal(_DECADE), "duration", "year"))]


def _tied(text: str, whole: Mention, length: Mention, rate: Mention) -> bool:
    """Do words say that the whole is that of the length, and the rate that of the whole?"""
    patterns = _patterns()

    def led(name: str, m: Mention) -> bool:
        return patterns[name].search(text, max(0, m.span.start - 60), m.span.start) is not None

    deal = "-" in length.text
    long = deal or length.text == "decade" or led("over", length)
    first, second = sorted((whole, rate))
    return long and (led("or", second) or deal and (led("pays", second) or led("pays", first)))
