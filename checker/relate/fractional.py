"""Fractions in words and the share that a part makes of its whole, as relations."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, PARTS
from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.words import alternatives

_HEDGES = "more than|over|at least|nearly|almost|less than|under|fewer than|just over|just under|about|roughly|some|around|close to|only|just|barely|fully|well over|well under"
_PLAUSIBLE = Decimal(12)  # times that the told share may be the real one
_RATIO = Decimal("0.1")


@cache
def told() -> str:
    """The pattern of a fraction: "half", "two-thirds", "one in five", "three out of five"; groups hedge, half, one, part, some, of."""
    ones, parts = alternatives(w for w, n in ONES.items() if 1 <= n <= 20), alternatives(p for p in PARTS if not p.startswith("hal"))
    return rf"(?:(?P<hedge>{_HEDGES}) )?(?P<fraction>(?P<half>half)|(?P<one>an?|{ones})[- ](?P<part>{parts})(?![\w-])|(?P<some>{ones}|\d\d?) (?:in|out of|in every|out of every|of every) (?P<of>{ones}|\d\d?\d?)(?![\w,.%-]*\d))"


def value(m: re.Match[str]) -> Decimal:
    """What the fraction comes to, between nothing and one; 0 where it is none."""
    if m["half"]:
        return Decimal("0.5")
    if m["part"]:
        return Decimal(ONES.get(m["one"], 1)) / PARTS[m["part"]]
    some, of = (Decimal(ONES[w] if w in ONES else int(w)) for w in (m["some"], m["of"]))
    return some / of if 0 < some < of else Decimal(0)


def of_fraction(text: str, part: Mention, whole: Mention, m: re.Match[str], *, told_before: bool = False) -> Relation | None:
    """Relation share (share, fraction) of a part, its whole and the fraction matched; the share is placed at both, or at the whole where that is `told_before`."""
    p, w, told_as = printed(quantity(part))[0], printed(quantity(whole))[0], value(m)
    if not 0 < p < w or not told_as:
        return None
    real = p / w
    if not real / _PLAUSIBLE <= told_as <= real * _PLAUSIBLE:
        return None
    loose = "about" if quantity(part).hedge or quantity(whole).hedge else ""
    span = whole.span if told_before else Span(min(part.span.start, whole.span.start), max(part.span.end, whole.span.end)) if abs(part.span.start - whole.span.start) < _NEAR else part.span
    share = Mention("quantity", span, text[span.start:span.end], Quantity(real * 100, real * 100, "percent", "percent", hedge=loose))
    at = Span(*m.span("fraction"))
    if at.start <= span.start < at.end or span.start <= at.start < span.end:
        share = share._replace(span=part.span, text=part.text)
    fraction = Mention("quantity", at, text[at.start:at.end], Quantity(told_as, told_as, "number", hedge=_plain(m["hedge"])))
    return Relation("share", (("share", share), ("fraction", fraction)), {"real": str(round(real * 100, 1))})


_NEAR = 60  # characters between a part and its whole that are shown as one place


def _plain(hedge: str | None) -> str:
    return {"only": "", "just": "", "barely": "almost", "fully": "", "well over": "over", "well under": "under"}.get(hedge or "", hedge or "")
