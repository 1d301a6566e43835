"""A figure and what it was before, a thousand times apart: "fell to 1.9 million from 2.5 billion" is a slip of the one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.words import alternatives

_CUES = (" from ", " against ", " compared ", " versus ", " vs ", " up from ", " down from ")
_LEAST, _MOST = Decimal(400), Decimal(2500)  # times; of 1,900 such pairs in 8,400 stories of the press five lay there, all slips
_SCALE = 1000  # of figures that are told with a word of scale
_SUMS = frozenset({"money", "number", "count", "mass", "volume", "area"})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    moves = alternatives(RISING | FALLING)
    between = rf"(?: \(?[A-Za-z.][\w.’'-]*\)?){{0,4}},? (?:(?:up|down) from|from|compared (?:with|to)|against|versus|vs\.?) {HEDGE}(?:a |an )?(?:(?:loss|profit|deficit|surplus|low|high|record|revised) )?(?:of )?"
    return re.compile(between), re.compile(rf"\b(?:{moves}|up|down|by|another|extra|additional|of) {HEDGE}$", re.I)


def scaled(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relation scaled (now, then) of a sentence, given in small letters: two figures of one unit that a word says came one from the other."""
    yield from _moved(text, figures, sentence)
    if not any(map(sentence.__contains__, _CUES)):
        return
    for a, b in zip(figures, figures[1:], strict=False):
        one, two = quantity(a), quantity(b)
        if one.step < _SCALE or two.step < _SCALE or one.ranged or two.ranged or one.low <= 0 or two.low <= 0 or not {one.dimension, two.dimension} <= _SUMS \
                or (one.unit and two.unit and one.unit != two.unit) or one.per != two.per:
            continue
        low, high = sorted((one.low, two.low))
        between, moved = _patterns()
        if low * _LEAST <= high <= low * _MOST and between.fullmatch(text, a.span.end, b.span.start) and not moved.search(text, max(0, a.span.start - 40), a.span.start):
            yield Relation("scaled", (("now", a), ("then", b)))


@cache
def _forward() -> dict[str, re.Pattern[str]]:
    moves = alternatives(RISING | FALLING)
    return {
        "from": re.compile(rf"\b(?:{moves})(?: [a-z’'-]+){{0,2}} from {HEDGE}$", re.I),
        "to": re.compile(rf"(?: [a-z’'-]+){{0,2}},? to {HEDGE}"),
        "by": re.compile(rf"\b(?P<verb>{moves})(?: [a-z’'-]+)? by {HEDGE}$", re.I),
        "while": re.compile(r"\b(?:since|decades?|(?:19|20)\d\d|years|first|began|founded|overnight|over)\b", re.I),
    }


def _moved(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """ "grew from 3.1 billion to 3.4 million", "has fallen by 12 billion to 40 million", where no time is told in which it could have grown or shrunk so."""
    if " to " not in sentence or " from " not in sentence and " by " not in sentence:
        return
    patterns = _forward()
    for a, b in zip(figures, figures[1:], strict=False):
        one, two = quantity(a), quantity(b)
        if one.step < _SCALE or two.step < _SCALE or one.ranged or two.ranged or one.low <= 0 or two.low <= 0 or one.dimension != "money" or one.unit != two.unit or one.per != two.per:
            continue
        low, high = sorted((one.low, two.low))
        if not low * _LEAST / 4 <= high <= low * _MOST or not patterns["to"].fullmatch(text, a.span.end, b.span.start) or patterns["while"].search(sentence):
            continue
        before, start = max(0, a.span.start - 50), a.span.start
        by = patterns["by"].search(text, before, start)
        if low * _LEAST <= high and patterns["from"].search(text, before, start) or by is not None and one.low > two.low:
            yield Relation("scaled", (("now", b), ("then", a)))
