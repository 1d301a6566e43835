"""A whole and what it comes to in a shorter time, or for each, where no length is counted: "$6 million over a decade, an average of …", "9,600 calls in its first year, some 800 a month", "It spent $4 million on 20 boats. That is $200,000 a boat"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document

# how many of the second make one of the first: calendar and working time
LENGTHS = {("decade", "year"): (10, 10), ("year", "month"): (12, 12), ("year", "week"): (50, 53), ("year", "day"): (220, 366), ("month", "week"): (4, 5), ("month", "day"): (20, 31),
           ("week", "day"): (5, 7), ("day", "hour"): (8, 24), ("year", "hour"): (1600, 8784), ("quarter", "month"): (3, 3), ("quarter", "week"): (12, 14), ("quarter", "day"): (60, 92), ("week", "hour"): (35, 168)}
_TURNED = frozenset((unit, longer) for longer, unit in LENGTHS)
_UNITS = frozenset(unit for _, unit in LENGTHS)
_RATED = frozenset({"money", "count", "number"})
_COUNTS = frozenset({"count", "number"})
_NEARLY = 120  # times that the two may lie apart and still be told of one thing: a slip of two noughts
_SOON = 110  # characters from the whole to what it comes to
_STEM = 4


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    set_off = r"(?:(?:,|\s?[—–]|\s?--|\s?\()\s?(?:or|that is|which (?:is|works out at|comes to|works out to)|an average of|averaging|for an average of|at a rate of|a rate of|nearly|almost|about|some|roughly|around|approximately|more than|over|just over|just under|less than) |\s?(?:—|–|--|\()\s?| or )"
    return {
        "in a": re.compile(rf"[^.;:()“”\"\d]{{0,80}}?\b(?:in|over|during|within|across|for|throughout|a|per|each|every)(?: (?:the|an?|its|their|his|her|that|this|one))?(?: [\w-]+(?:[’']s|s[’']))?(?: (?:first|last|past|next|coming|full|single|entire|whole|calendar|fiscal|previous|opening|final|same))?"
                           rf"[ -](decade|year|quarter|month|week)(?: alone| period)?{set_off}{HEDGE}$"),
        "last": re.compile(rf"[^.;:()“”\"\d]{{0,60}}? (?:last|this|that) (decade|year|quarter|month|week){set_off}{HEDGE}$"),
        "longer": re.compile(rf"(?: [a-z-]+){{0,3}}(?: an?|/| per| each| every) ?(hour|day|week|month|quarter)(?:,|\s?[—–]| --|\s?\()? ?(?:or |that is |which (?:is|comes to) |making |adding up to |amounting to ){HEDGE}$"),
        "yearly": re.compile(rf"(?: [a-z-]+){{0,3}} (annually|yearly|monthly|weekly){set_off}{HEDGE}$"),
        "that is": re.compile(rf"(?:That|This|It|Which)(?:[’']s| is| was| works out (?:to|at)| worked out (?:to|at)| comes (?:out )?to| came (?:out )?to| amounts to| amounted to| averages out (?:to|at)| equals| makes| would be) (?:an average of |a cost of |a price of )?{HEDGE}"),
        "each": re.compile(r"(?: (?P<all>each|apiece|a piece|a head|per head|per person|per capita)(?![a-z])| for (?:each|every)(?: of (?:the|those|these))? (?P<for>[a-z]+)|(?: an?|/| per) (?P<unit>[a-z]+))"),
        "partly": re.compile(r"\b(?:up to|at most|as much as|instead|from|compared|than|up|down|rising|another|further|more than the|less than)\b"),
    }


_PER = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week"}


def spread(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of neighbouring figures of a sentence, the length told without a number."""
    if any(r.kind == "rate" for r in known):
        return
    text, patterns = document.text, _patterns()
    for whole, rate in zip(figures, figures[1:], strict=False):
        q = quantity(rate)
        if (quantity(whole).per, q.per) in _TURNED and patterns["longer"].fullmatch(text, whole.span.end, rate.span.start):  # "5,000 a day, or 180,000 a year"
            if _one_kind(quantity(whole), q) and (told := _related(q, q.per, rate.span, text, quantity(whole))) is not None:
                yield Relation("rate", (("whole", rate), ("length", told), ("rate", whole)))
            continue
        if q.per not in _UNITS or q.dimension not in _RATED or rate.span.start - whole.span.end > _SOON or not _one_kind(quantity(whole), q):
            continue
        found = patterns["in a"].fullmatch(text, whole.span.end, rate.span.start) or patterns["last"].fullmatch(text, whole.span.end, rate.span.start) or patterns["yearly"].fullmatch(text, whole.span.end, rate.span.start)
        if found is None or patterns["partly"].search(text, whole.span.end, rate.span.start):
            continue
        if (told := _related(quantity(whole), _PER.get(found[1], found[1]), Span(*found.span(1)), text, q)) is not None:
            yield Relation("rate", (("whole", whole), ("length", told), ("rate", rate)))


def _one_kind(whole: Quantity, rate: Quantity) -> bool:
    return alike(whole._replace(per=""), rate._replace(per="")) and not whole.ranged and not rate.ranged and whole.low > 0 and rate.low > 0


def _related(whole: Quantity, longer: str, place: Span, text: str, rate: Quantity) -> Mention | None:
    """The longer time as so many of the rate's, where the two may be told of one thing."""
    many = LENGTHS.get((longer, rate.per))
    if many is None or whole.per and whole.per != longer:
        return None
    low, high = map(Decimal, many)
    if not rate.low / _NEARLY <= whole.low / high <= rate.low * _NEARLY:
        return None
    return Mention("quantity", place, text[place.start:place.end], Quantity(low, high, "duration", rate.per))


def each_of(document: Document, mentions: Sequence[Mention], rate: Mention, sentence: Span) -> Iterator[Relation]:
    """ "It spent $4 million on 20 boats. That is $200,000 a boat": the sum, how many there are, and the `rate` of each that its sentence begins with."""
    text, patterns = document.text, _patterns()
    if not patterns["that is"].fullmatch(text, sentence.start, rate.span.start) or (each := patterns["each"].match(text, rate.span.end)) is None:
        return
    index = document.sentence_index(sentence.start)
    if not index or document.zone_index(document.sentences[index - 1].start) != document.zone_index(sentence.start):
        return
    start = document.sentences[index - 1].start
    before = [m for m in mentions[bisect_left(mentions, start, key=_start):bisect_left(mentions, sentence.start, key=_start)] if m.kind == "quantity"]
    sums = [m for m in before if quantity(m).dimension == "money"]
    counts = [m for m in before if quantity(m).dimension in _COUNTS]
    if len(sums) != 1 or len(counts) != 1 or quantity(sums[0]).unit != quantity(rate).unit or quantity(counts[0]).low < 2 or any(quantity(m).ranged or quantity(m).per for m in (*sums, *counts)):
        return
    if not each["all"] and not _of_them(document, each["for"] or each["unit"], counts[0], start, sentence.start):
        return
    expected, told = quantity(sums[0]).low / quantity(counts[0]).low, quantity(rate).low
    if told and told / _NEARLY <= expected <= told * _NEARLY:
        yield Relation("rate", (("whole", sums[0]), ("length", counts[0]), ("rate", rate)))


def _of_them(document: Document, word: str, counted: Mention, start: int, end: int) -> bool:
    """Is the word for what was counted, or for who did what the sentence before says ("five people enrolled … per enrollee")?"""
    q = quantity(counted)
    if word == q.unit or word in ("person", "head") and q.unit in ("person", "man", "woman", "child"):
        return True
    return q.unit == "person" and any(w[:_STEM] == word[:_STEM] for w in document.plain[counted.span.end:end].split()[:3] if len(w) > _STEM)


def _start(m: Mention) -> int:
    return m.span.start
