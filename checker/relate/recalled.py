"""A change told again as a thing: "rose from 40 to 58 … That 60 percent jump …"; and one from a day whose figure is told elsewhere: "down 12 points from May 2011"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.english import CALENDAR
from checker.data.ways import FALLING, RISING
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.changes import MOVE
from checker.relate.gaps import quantity
from checker.relate.moved import pair_of
from checker.relate.near import first as first_from
from checker.relate.ratios import alike, group_of
from checker.structure.document import Document
from checker.structure.words import alternatives

_RATES = frozenset({"percent", "points"})
_NEVER = frozenset({"ordinal", "age"})
_BACK = 3  # sentences from a change to what it is called again
_EARLIER = 10  # sentences from a day's figure to what it is compared with
_LED = 24  # characters before a change in which it is pointed at
_NEAR = 90  # characters before a change in which its figure stands
_CLAUSE = 70  # characters between a day and its figure
_FIT = 4  # times that the told change may be the real one


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = alternatives(CALENDAR)
    rising, falling = alternatives(RISING), alternatives(FALLING)
    return {
        "that": re.compile(r"(?:^|[\s“\"(—–])(?P<that>that|this|such an?|so [a-z]+ an?|the)(?: (?:nearly|almost|roughly|about|more than|over|whopping|stunning|huge|big|steep|sharp|sudden|dramatic|startling|rapid|surprising))? $"),
        "move": re.compile(rf"(?:[ -](?:percentage[ -])?points?)?(?:[ -]per ?cent)? ?-?(?:[a-z]+ )?(?:{MOVE}|bounce|surge|lurch|collapse|decrease|slippage|turnaround|turnround)(?![\w-])"),
        "from day": re.compile(rf" (?:from|since|compared (?:with|to)|on|over) (?:in |what it was in |the level of |its level in )?((?:(?:{months}|may)\.? )?(?:19|20)\d\d|(?:{months}))(?![\w-])"),
        "of another": re.compile(r" (?:in|of|from|for|to|on|over|[a-z]* ?(?:forecast|target|rate|estimate|figure|goal|limit|cap|plan))(?![\w-])"),
        "way": re.compile(rf"(?:\b(?:{rising}|{falling}|up|down|a (?:rise|drop|fall|gain|loss|jump|increase|decline|decrease) of)(?: by)?(?: (?:about|nearly|almost|roughly|some|more than|over|just))? $)"),
        "another time": re.compile(rf" (?:in|during|for|since|by) (?:(?:early |late |mid-)?(?:{months}|may)\b|(?:19|20)\d\d|the (?:first|second|third|fourth|last|previous|following|next))"),
        "whose": re.compile(r"(?:^|[\s“\"(—–])(?:that|this|such an?|the|his|her|their|its|[\w.]+[’']s?)(?: (?:nearly|almost|roughly|about|slim|narrow|wide|huge|comfortable|commanding))? $"),
        "lead": re.compile(r"(?:[ -](?:percentage[ -])?points?)? (?:[a-z]+ )?(?:lead|edge|margin|advantage|gap)(?![\w-])(?! (?:in|among|with|on|from|of) )"),
        "formerly": re.compile(r"\b(?:from|last|previous(?:ly)?|earlier|had|since|before|than|undecided|margin of error|independents|among|but|where|which|whom|women|men|seats|delegates)\b"),
        "other": re.compile(r"[;:\n“”]|\b(?:and|but|while|whereas|among|for)\b"),
    }


def recalled(document: Document, mentions: Sequence[Mention], changes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change (from, to, by) of the percentages and points among a document's figures whose ends stand in sentences before."""
    for by in changes:
        q = quantity(by)
        if q.ranged or not q.low:
            continue
        if q.dimension == "points" and (lead := _lead(document, mentions, by)) is not None:
            yield lead
            continue
        found = _pointed(document, mentions, by) or _since(document, mentions, by)
        if found is not None and _plausible(*found, by):
            yield Relation("change", (("from", found[0]), ("to", found[1]), ("by", by)))


def _pointed(document: Document, mentions: Sequence[Mention], by: Mention) -> tuple[Mention, Mention] | None:
    """The two figures of the nearest sentence before that tells where something came from and went to."""
    lower, patterns, start = document.lower, _patterns(), by.span.start
    led = patterns["that"].search(lower, max(0, start - _LED), start)
    move = patterns["move"].match(lower, by.span.end)
    if led is None or not (move or patterns["move"].fullmatch(" " + quantity(by).noun)) or led["that"] == "the" and patterns["of another"].match(lower, move.end() if move else by.span.end):
        return None
    if patterns["another time"].match(lower, move.end() if move else by.span.end):
        return None
    index = document.sentence_index(start)
    for at in range(index - 1, max(-1, index - 1 - (1 if led["that"] == "the" else _BACK)), -1):
        figures = _of_sentence(document, mentions, at)
        pair = pair_of(lower, figures, None) if len(figures) > 1 or figures and quantity(figures[0]).ranged else None
        if pair is not None and pair[2]:
            return pair[0], pair[1]
        if any(quantity(m).dimension in _RATES for m in figures):
            return None
    return None


def _lead(document: Document, mentions: Sequence[Mention], by: Mention) -> Relation | None:
    """ "Hale has 48 percent and Reeve 41 percent. Her seven-point lead …": the only two shares of the sentence before."""
    lower, patterns, (start, end) = document.lower, _patterns(), by.span
    if not patterns["whose"].search(lower, max(0, start - _LED), start) or not (patterns["lead"].match(lower, end) or quantity(by).noun.startswith(_LEADS)):
        return None
    index = document.sentence_index(start)
    shares = [m for m in _of_sentence(document, mentions, index - 1) if quantity(m).dimension in ("percent", "points")] if index else []
    if len(shares) == 1 and index > 1 and len(before := [m for m in _of_sentence(document, mentions, index - 2) if quantity(m).dimension in ("percent", "points")]) == 1 and not patterns["formerly"].search(lower, *document.sentences[index - 2]):
        shares = before + shares  # "Hale won 56 percent. Reeve got 41 percent."
    if len(shares) != 2 or any(quantity(m).dimension != "percent" or quantity(m).ranged or quantity(m).hedge for m in shares) or patterns["formerly"].search(lower, *document.sentences[index - 1]):
        return None
    one, two = (quantity(m).low for m in shares)
    told = quantity(by).low
    if one + two > _WHOLE or one == two or abs(one - two) > told * _FIT or told > abs(one - two) * _FIT:
        return None
    place = Span(shares[0].span.start, shares[1].span.end)
    both = shares[0]._replace(span=place, text=document.text[place.start:place.end])
    return Relation("lead", (("by", by), ("shares", both)), {"first": str(one), "second": str(two)})


_LEADS = ("lead", "edge", "margin", "advantage", "gap")
_WHOLE = 101  # percent that two sides can have together


def _of_sentence(document: Document, mentions: Sequence[Mention], at: int) -> list[Mention]:
    start, end = document.sentences[at]
    first = first_from(mentions, start)
    return [m for m in mentions[first:first_from(mentions, end)] if m.kind == "quantity" and quantity(m).dimension not in _NEVER]


def _since(document: Document, mentions: Sequence[Mention], by: Mention) -> tuple[Mention, Mention] | None:
    """The figure right before the change, and the only one of its kind that stands beside the day in a sentence before."""
    lower, patterns, (start, end) = document.lower, _patterns(), by.span
    day = patterns["from day"].match(lower, end)
    if day is None or not patterns["way"].search(lower, max(0, start - _LED), start):
        return None
    index = document.sentence_index(start)
    own = [m for m in _of_sentence(document, mentions, index) if m.span.start < start and start - m.span.end < _NEAR and _is_end(quantity(m), quantity(by))]
    if len(own) != 1 or patterns["other"].search(lower, own[0].span.end, start):
        return None
    told: dict[Decimal, Mention] = {}
    for at in range(max(0, index - _EARLIER), index):
        place = document.sentences[at]
        i = lower.find(day[1], place.start, place.end)
        if i < 0:
            continue
        kin = [m for m in _of_sentence(document, mentions, at) if alike(quantity(m), quantity(own[0])) and (quantity(m).dimension == "percent") == (quantity(own[0]).dimension == "percent")]
        behind = [m for m in kin if 0 < m.span.start - i < _CLAUSE][:1] or [m for m in kin if 0 < i - m.span.end < _CLAUSE][-1:]
        for m in behind:
            if (group := group_of(document.text, m)) and group != group_of(document.text, own[0]):
                return None  # told of others
            told.setdefault(quantity(m).high, m)
    return (next(iter(told.values())), own[0]) if len(told) == 1 else None


def _is_end(q: Quantity, by: Quantity) -> bool:
    """Can a change of so many points or percent lead to the figure?"""
    return not q.ranged and (q.dimension == "percent" if by.dimension == "points" else q.dimension in ("money", "count", "number"))


def _plausible(then: Mention, now: Mention, by: Mention) -> bool:
    """Is the change told within reason that of the two, so that it is told of them?"""
    a, b, told = quantity(then).low, quantity(now).low, quantity(by).low
    if not a or not b or quantity(by).dimension == "points" and quantity(then).dimension != "percent":
        return False
    change = abs(b - a) if quantity(by).dimension == "points" else abs(b - a) / a * 100
    return change <= told * _FIT and told <= change * _FIT
