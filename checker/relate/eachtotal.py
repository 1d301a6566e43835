"""How many, what each gets, and the sum: "Each of the 50 families will get $4,000, for a total of $200,000"; and so many of these for each of those: "1,200 pupils and 60 teachers, or one teacher for every 20 pupils"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_FAR = 120  # times that the two may lie apart and still be told of one thing
_NEVER = frozenset("time year month week day hour minute second decade percent".split())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    total = r"(?:for|or|making|meaning|costing|worth|totaling|totalling|that is)?(?: a)?(?: grand| combined)?(?: total (?:of|cost of)| sum of| bill of)? ?"
    return {
        "each of": re.compile(rf"(?:^|[.,“\" ])each of (?:the|its|their|those) {HEDGE}$", re.I),
        "gets": re.compile(r"(?: (?!and |but |or |of )[\w’'-]+){0,7} "),
        "gets each": re.compile(r"(?: (?!but |or |another )[\w’'-]+){0,7} "),
        "each": re.compile(r"(?: each| apiece)(?=[ ,.—–(])"),
        "total": re.compile(rf"(?: each| apiece)?(?:,|\s?[—–]| --|\s?\() ?{total}{HEDGE}"),
        "in all": re.compile(r" (?:in all|altogether|in total|all told|total)(?![\w-])"),
        "one for": re.compile(r"(?:,|\s?[—–]| --|\s?\() ?(?:or )?(?:about |roughly |nearly )?one (?P<one>[a-z]+) (?:for|to) (?:every|each) $"),
    }


def each_total(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of the only three figures of a sentence: how many, so much each, and the sum."""
    text, lower, patterns = document.text, document.lower, _patterns()
    if len(figures) != len(("many", "each", "sum")):
        return
    many, rate, whole = figures
    n, r, w = map(quantity, figures)
    if n.dimension != "count" or n.unit in _NEVER or n.low < 2 or any(q.ranged or q.per or kind_of(q) in ("most", "least", "under", "over") for q in (n, r, w)) or r.dimension != "money" or w.dimension != "money" or r.unit != w.unit:
        return
    of_each = patterns["each of"].search(text, max(0, many.span.start - 40), many.span.start)
    each = patterns["each"].match(text, rate.span.end)
    if not (of_each and patterns["gets"].fullmatch(text, many.span.end, rate.span.start) or each and patterns["gets each"].fullmatch(text, many.span.end, rate.span.start)):
        return
    gap = patterns["total"].fullmatch(lower, rate.span.end, whole.span.start)
    if gap is None or " total" not in gap[0] and not patterns["in all"].match(lower, whole.span.end):
        return
    if r.low / _FAR <= w.low / n.low <= r.low * _FAR:
        yield Relation("rate", (("whole", whole), ("length", many), ("rate", rate)))


def one_for_every(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations rate of two counts and "one teacher for every 20 pupils" behind them."""
    patterns, counts = _patterns(), [m for m in figures if quantity(m).dimension == "count"]
    rate = figures[-1]
    told = patterns["one for"].search(document.lower, max(0, rate.span.start - 60), rate.span.start)
    if told is None or quantity(rate).dimension != "count" or any(quantity(m).ranged or quantity(m).per for m in counts):
        return
    few = [m for m in counts if m.span.start < told.start() and _noun(quantity(m)) == told["one"].rstrip("s")]
    many = [m for m in counts if m.span.start < told.start() and _noun(quantity(m)) == _noun(quantity(rate))]
    if len(few) == len(many) == 1 and quantity(few[0]).low >= 1 and quantity(rate).low / _FAR <= quantity(many[0]).low / quantity(few[0]).low <= quantity(rate).low * _FAR:
        yield Relation("rate", (("whole", many[0]), ("length", few[0]), ("rate", rate)))


def _noun(q: Quantity) -> str:
    return q.noun.split()[-1].rstrip("s") if q.noun else ""
