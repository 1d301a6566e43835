"""How long two have been married, and the anniversary of their wedding: "married for 33 years … our 33rd wedding anniversary"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.english import FUNCTION_WORDS
from checker.extract.times import MONTHS, WEEKDAYS
from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_REACH = 2  # sentences between the two


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (re.compile(r"\b[Mm]arried (?:(?!(?:before|after|when|who|for|and|but)\b)[\w’'.-]+ ){0,6}?(?:for )?(?:the (?:past|last) )?$|\b(?:marriage of|marriage,? of some) $"),
            re.compile(r" of marriage\b|(?:-year)? marriage\b"),
            re.compile(r"\b(?:[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Tt]he couple[’']s|[Mm]y|the (?:two|couple|pair) (?:marked|celebrated|kept) (?:their|a)) (?:[a-z-]+ )?$"),
            re.compile(r"\b(?:ago|when|then|last year|next year|parents|grandparents|daughter|son|in (?:19|20)\d\d|had been|would|will|before|died|late|divorced|first|second|former|ex-\w+)\b"))


def marriages(document: Document, lengths: Sequence[Mention], jubilees: Sequence[tuple[Mention, int]]) -> Iterator[Relation]:
    """Relations wed (length, jubilee); `jubilees` are the anniversaries told, each with where its words end, `lengths` those in years."""
    text, (married, behind, whose, other) = document.text, _patterns()
    told = [m for m in lengths if quantity(m).unit == "year" and not quantity(m).ranged
            and (married.search(text, max(0, m.span.start - 60), m.span.start) or behind.match(text, m.span.end) and not quantity(m).noun)]
    starts = [document.sentence_index(m.span.start) for m in told]
    kept = {quantity(m).low for m, _ in jubilees}
    for jubilee, _ in jubilees if told else ():
        at = document.sentence_index(jubilee.span.start)
        near = told[bisect_left(starts, at - _REACH):bisect_left(starts, at + _REACH + 1)]
        here = document.zone_index(jubilee.span.start)
        near = [m for m in near if document.zone_index(m.span.start) == here] or near
        if len(near) != 1 or not whose.search(text, max(0, jubilee.span.start - 40), jubilee.span.start) or quantity(near[0]).low in kept:
            continue
        one, two = (document.sentence_at(m.span.start) for m in (near[0], jubilee))
        if not any(other.search(text, *s) for s in (one, two)) and _names(text[two.start:jubilee.span.start]) <= _names(text[one.start:one.end]):
            yield Relation("wed", (("length", near[0]), ("jubilee", jubilee)))


def _names(words: str) -> set[str]:
    """The words with a capital that are no function words, days or months."""
    return {w for w in re.findall(r"[A-Z][\w-]+", words) if not {w.lower()} & (FUNCTION_WORDS | MONTHS.keys() | WEEKDAYS.keys())}
