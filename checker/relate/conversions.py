"""Conversions: an amount and the same in another currency or unit, in brackets, after "or", or set off by commas or dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity

_LINK = (r"(?:or|that is|that’s|that's|i\.e\.|equal to|equals|equivalent to|the equivalent of|which is|which equals|worth|converted to|"
         r"which comes to|which amounts to|which works out at|in U\.S\. terms|at current exchange rates|at current rates|U\.S\.)")
_MEASURES = frozenset({"length", "area", "volume", "mass", "temperature", "speed"})
# another year's money, or the money of that time: the rate of the day says nothing about it
_OTHER_YEAR = re.compile(r"(?:in|at) (?:(?:19|20)\d\d|today[’']s|current|constant|then-?|present-day)"
                         r"[ -](?:US |U\.S\. )?(?:dollars?|money|prices?|terms|values?|euros?|pounds?)"
                         r"|inflation|constant|adjusted|at the time|in today|back then|then worth|a year ago|nowadays|purchasing power")


_BRACKET = re.compile(rf"(?: [a-z][a-z-]*){{0,3}}\s?[(\[]\s?(?:{_LINK},? )*{HEDGE}(?:{_LINK} )?", re.I)
_BESIDE = re.compile(rf"(?:\s?(,|—|–|--|-)\s?|\s)(?:({_LINK}),? )*({HEDGE})", re.I)
_CLOSED = re.compile(r"[^()\[\]]{0,30}[)\]]")
_SET_OFF = re.compile(r"(?: (?:per|an?) [a-z]+)?(?:[\s]*(?:[,.;:)—–\n]|--|$)|(?: [a-z]+){1,3}[,.;)])")


def conversions(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Conversions among the figures of one sentence."""
    for a, b in zip(figures, figures[1:], strict=False):
        p, q = quantity(a), quantity(b)
        if p.dimension != q.dimension or p.unit == q.unit or b.span.start - a.span.end > 48:
            continue
        if p.dimension != "money" and p.dimension not in _MEASURES:
            continue
        if (shape := _shape(text, a, b)) and not (p.per and q.per and p.per != q.per) and \
                not _OTHER_YEAR.search(text, max(0, a.span.start - 25), b.span.end + 40):
            yield Relation("conversion", (("amount", a), ("converted", b)), {"shape": shape})


def _shape(text: str, a: Mention, b: Mention) -> str:
    """"bracket", "apposition" or "or"; "" where nothing says that the two are one amount."""
    between = text[a.span.end:b.span.start]
    if _BRACKET.fullmatch(between) and _CLOSED.match(text, b.span.end):
        words = between.lower().split("(")[0].split()
        return "" if {"and", "from", "to", "plus", "versus"} & set(words) else "bracket"
    m = _BESIDE.fullmatch(between)
    if m is None:
        return ""
    mark, link, hedge = m.groups()
    if mark and mark != "-" and (link or mark != "," or hedge.strip()):
        return "apposition" if _SET_OFF.match(text, b.span.end) else ""
    return "or" if link and link.lower() in ("or", "equivalent to", "equal to", "the equivalent of") else ""
