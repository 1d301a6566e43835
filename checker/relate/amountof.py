"""A change told as a sum and in per cent, with what it leads to: "rose by $10, or 25 percent, to $50", "closed at 220, up 20 points, or 10 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_NEVER = frozenset({"percent", "score", "vote", "temperature", "duration", "age", "ordinal"})
_LED = 50  # characters before the sum in which its verb stands
_FIT = 5  # times that the told change may be the real one


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    up, down = alternatives(RISING | {"up", "increase", "rise", "gain", "jump"}), alternatives(FALLING | {"down", "drop", "decline", "decrease", "reduction"})
    return {
        "way": re.compile(rf"\b(?:(?P<up>{up})|{down})(?: (?!and |but |to |from )[a-z’'-]+){{0,4}}?(?: by| of)? {HEDGE}$"),
        "or": re.compile(rf"(?: [a-z]+){{0,2}}?(?:,? or|\s?\(|,) ?{HEDGE}"),
        "to": re.compile(rf"(?:,|\))? to (?:close at |end at |settle at |finish at |reach |stand at )?{HEDGE}"),
        "then": re.compile(rf"(?:,? or|,|\s?[—–]| --|\s?\() ?(?:an? )?{HEDGE}"),
        "at": re.compile(r"(?:,|\s?[—–]| --) (?:which (?:is|was) |still )?$"),
        "closed": re.compile(r"(?:,|\)|\.|;|\s?[—–]| to | in | on | at )"),
    }


def amount_of(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change (from, to, by) of neighbouring figures of a sentence: the sum of a change, its percentage and the figure behind or before them."""
    lower, patterns, sentence = document.lower, _patterns(), document.sentence_at(figures[0].span.start)
    yield from _last(document, figures, sentence)
    for i, (step, by) in enumerate(zip(figures, figures[1:], strict=False)):
        d, p = quantity(step), quantity(by)
        if p.dimension != "percent" or p.ranged or not p.low or d.dimension in _NEVER or d.ranged or not d.low or d.per or not patterns["or"].fullmatch(lower, step.span.end, by.span.start):
            continue
        way = patterns["way"].search(lower, max(sentence.start, step.span.start - _LED), step.span.start)
        if way is None or not patterns["closed"].match(lower, by.span.end):
            continue
        end = None
        if i + 2 < len(figures) and patterns["to"].fullmatch(lower, by.span.end, figures[i + 2].span.start):
            end = figures[i + 2]
        elif i and not lower.startswith((" to ", ", to ", ") to "), by.span.end) and patterns["at"].search(lower, figures[i - 1].span.end, way.start()) and way.start() - figures[i - 1].span.end < _NEAR:
            end = figures[i - 1]
        if end is None or not _kin(quantity(end), d):
            continue
        yield from _change(step, end, by, up=bool(way["up"]))


def _last(document: Document, figures: Sequence[Mention], sentence: Span) -> Iterator[Relation]:
    """ "will rise 10 cents, to 60 cents, a 20 percent increase"."""
    lower, patterns = document.lower, _patterns()
    for step, end, by in zip(figures, figures[1:], figures[2:], strict=False):
        p = quantity(by)
        if p.dimension != "percent" or p.ranged or not p.low or quantity(step).dimension in _NEVER or quantity(step).ranged or not quantity(step).low or quantity(step).per or not _kin(quantity(end), quantity(step)):
            continue
        way = patterns["way"].search(lower, max(sentence.start, step.span.start - _LED), step.span.start)
        if way is not None and patterns["to"].fullmatch(lower, step.span.end, end.span.start) and patterns["then"].fullmatch(lower, end.span.end, by.span.start):
            yield from _change(step, end, by, up=bool(way["up"]))


def _change(step: Mention, end: Mention, by: Mention, *, up: bool) -> Iterator[Relation]:
    """The change from what it was before, where the told one is off by more than rounding and by no more than a slip may be."""
    d, told = quantity(step), quantity(by).low
    value, change = printed(quantity(end))[0], printed(d)[0]
    base = value - change if up else value + change
    if base <= 0:
        return
    real = change / base * 100
    if real <= told * _FIT and told <= real * _FIT and abs(real - told) > max(d.step / base * 100, Decimal("0.6")):
        yield Relation("change", (("from", _base(step, base, d, quantity(end))), ("to", end), ("by", by)), {"far": "yes"})


_NEAR = 8  # characters of a mark and "still" between a figure and its change


def _base(step: Mention, base: Decimal, d: Quantity, end: Quantity) -> Mention:
    """What it was before, placed at the sum by which it has changed."""
    return Mention("quantity", Span(*step.span), step.text, end._replace(low=base, high=base, step=max(d.step, end.step), hedge=d.hedge))


def _kin(end: Quantity, step: Quantity) -> bool:
    """Is the figure told in the unit of its change, or as index points are?"""
    if end.ranged or end.per or end.dimension in _NEVER:
        return False
    if step.dimension == "points":
        return end.dimension == "number"
    return alike(end, step) and end.dimension == step.dimension
