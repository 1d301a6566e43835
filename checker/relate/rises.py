"""How much a figure went up or down, told in the sentences behind it: "2,310 pairs, compared with 1,848 in 2019 … the increase of 562 pairs".

The two figures must be told as compared, or be the only two of their kind; the change told must be no difference of the text, and look like a slip of the one
that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from checker.data.words import RISEN
from checker.extract.hedges import printed
from checker.extract.slipped import is_slipped
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_BACK = 3  # sentences
_BEFORE = 60  # characters before the change that hold "the increase of"
_LEAST = 3  # digits of the change
_FEW = 60  # figures of a text in which a difference is no chance find
_NEVER = frozenset({"percent", "points", "score", "vote", "temperature", "duration", "age", "ordinal", "fraction"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "change": re.compile(rf"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:[a-z]+ )?(?:{alternatives(RISEN)}) of {HEDGE}$"),
        "compared": re.compile(r"[^.;:\n]{0,60}?\b(?:compared (?:with|to)|from|against|than|to|versus|up from|down from)(?: [a-z]+){0,4} $"),
    }


def rises(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part, part) of the larger figure, the smaller one and the change told between them."""
    text = document.text
    for m in mentions:
        q = quantity(m)
        if q.dimension in _NEVER or q.ranged or q.hedge or q.low < 10 or _patterns()["change"].search(text, max(0, m.span.start - _BEFORE), m.span.start) is None:
            continue
        index = document.sentence_index(m.span.start)
        start = document.sentences[max(0, index - _BACK)].start
        kin = [x for x in mentions if x is not m and alike(quantity(x), q) and quantity(x).dimension not in _NEVER]
        near = [x for x in kin if start <= x.span.start < m.span.start]
        pair = _pair(text, near)
        if pair is None or len(kin) > _FEW:
            continue
        large, small = sorted(pair, key=_value, reverse=True)
        real, told = _value(large) - _value(small), _value(m)
        if real != told and _is_slip(real, told) and not any(abs(_value(a) - _value(b)) == told for a, b in combinations(kin, 2)):
            yield Relation("total", (("whole", large), ("part", small), ("part", m)), {"cue": "told", "likely": "yes", "odd": "rest"})


def _pair(text: str, near: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The two figures between which the change lies: the last that are told as compared, or the only two."""
    for a, b in zip(reversed(near[:-1]), reversed(near[1:]), strict=True):
        if _patterns()["compared"].fullmatch(text, a.span.end, b.span.start):
            return a, b
    return (near[0], near[1]) if len(near) == 2 else None


def _value(m: Mention) -> Decimal:
    return printed(quantity(m))[0]


def _is_slip(real: Decimal, told: Decimal) -> bool:
    """Do the two differ in a digit, or in two that changed places, where there are enough of them?"""
    one, two = (f"{x:f}".replace(".", "") for x in (real.quantize(Decimal("0.01")), told.quantize(Decimal("0.01"))))
    return len(one.strip("0")) >= _LEAST and is_slipped(one, two)
