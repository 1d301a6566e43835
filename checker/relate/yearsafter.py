"""So many years after something that is told with its year, in a sentence with just one year more: "twenty years after its founding in 1975, the club folded in 1990"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_YEARS = {"year": 1, "decade": 10, "century": 100}
_REACH = 90  # characters of what it is counted from


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = r"(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?"
    return {
        "year": re.compile(r"(?<![\d$£€#.,–/-])(?:1[5-9]|20)\d\d(?![\d%–/-]|,\d|\.\d|s\b|[’']s\b)"),
        # the year of what it is counted from closes the words behind the length
        "after": re.compile(rf" (?:after|before|following|ahead of|prior to|on from|from|since) (?:(?!\b(?:when|while|but|who|which|that)\b)[^.;:()“”\"\d]){{3,{_REACH}}}? (?:in|of|since) {month}$"),
        "of year": re.compile(r" (?:after|before|following|ahead of|prior to) (?:the|that) $"),
        "closed": re.compile(r"(?=[,.;)—–]| —| (?:it|he|she|they|the)\b)"),
        "in": re.compile(rf"\b(?:[Ii]n|[Oo]n) {month}(?:the )?$|\b[Tt]he $"),
        "back": re.compile(rf"(?: before| earlier),? in {month}$"),
        "plan": re.compile(r"\b(?:every|each|within|another|first|last|past|next|least|most|up to|than|about|nearly|almost|over|some|around|roughly) (?:[a-z-]+ )?$", re.I),
        "loose": re.compile(r"\b(?:if|would|could|not|never|aged?|old)\b"),
    }


def years_after(document: Document, lengths: Sequence[Mention], fours: Sequence[Span], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations since (start, end, length) of lengths that no known relation has, in sentences of just two years; `fours` are the places of four digits, in order."""
    text, p = document.text, _patterns()
    taken = {m.span for r in known for m in r.all("length")}
    starts = [y.start for y in fours]
    for length in lengths:
        q = quantity(length)
        at, end = length.span
        if length.span in taken or q.ranged or q.hedge or q.unit not in _YEARS or p["plan"].search(text, max(0, at - 20), at):
            continue
        sentence = document.sentence_at(at)
        inside = fours[bisect_left(starts, sentence.start):bisect_left(starts, sentence.end)]
        if len(inside) != 2 or not all(p["year"].match(text, y.start) for y in inside) or p["loose"].search(text, *sentence) or document.quotation_at(at) is not None:
            continue
        for of, other in (inside, inside[::-1]):
            if of.start < end or other.end <= at and not text[other.end:at].strip(" ,—–-") and text.startswith((" after ", " before "), end):
                continue  # the latter are lapses
            if p["after"].fullmatch(text, end, of.start) and p["closed"].match(text, of.end) or p["of year"].fullmatch(text, end, of.start) or p["back"].fullmatch(text, end, of.start):
                beside = other.end <= at and not text[other.end:at].strip(" ,—–-")
                if not (beside or p["in"].search(text, max(sentence.start, other.start - 20), other.start)) or text[of.start:of.end] == text[other.start:other.end]:
                    continue
                one, two = sorted((of, other), key=lambda y: text[y.start:y.end])
                if (one is of) == (text.startswith((" before ", " ahead ", " prior "), end) and not p["back"].fullmatch(text, end, of.start)):
                    continue  # it would be told the other way about
                value = Decimal(_YEARS[q.unit])
                told = Mention("quantity", length.span, length.text, Quantity(q.low * value, q.high * value, "duration", "year", step=q.step * value)) if q.unit == "century" else length
                yield Relation("since", (("start", year_at(text, one)), ("length", told), ("end", year_at(text, two))))
                break


def year_at(text: str, place: Span) -> Mention:
    """The year of four digits at a place, as a figure."""
    value = Decimal(text[slice(*place)])
    return Mention("quantity", place, text[slice(*place)], Quantity(value, value, "number"))
