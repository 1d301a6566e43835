"""A length that points back to two years told before: "between 1983 and 2010 … over the same 27 years", "1975-2015 … that four-decade stretch"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.tenures import spanning
from checker.structure.document import Document

_YEAR = r"(?:1[5-9]|20)\d\d"
_POINTS = re.compile(r"\b(?:(?P<firm>(?:(?:that|this|those|these) same|the same)(?: (?:roughly|nearly|almost))?)|(?P<det>that|this|those|these)|[Tt]he(?: entire| whole| full)?) $", re.I)
_STRETCH = frozenset("span period stretch interval run window".split())
_SOMEBODYS = re.compile(r" of (?:his|her|its|their|another|an?|[A-Z])")
_PAIR = re.compile(rf"(?P<first>{_YEAR})(?:(?: to| through| until| till| and)(?: [A-Z][a-z]{{2,8}}\.?)?(?: \d{{1,2}},)? |[-–])(?P<last>{_YEAR})(?![\d-])")
_LED = re.compile(r"\b(?:from|between)(?: [A-Z][a-z]{2,8}\.?)?(?: \d{1,2},)? $", re.I)
_BEHIND = re.compile(r" (?:later|before|earlier|ago|from|since|old|into|after(?! all))\b|-")
_FIRM, _NEAR = 900, 260  # characters back to the years of "the same N years", and of "those N years"


def pointed_spans(document: Document, lengths: Sequence[Mention], years: Sequence[Span], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations span (start, end, whole, length) of lengths that no other pair of years is told for; `years` are the places of four digits, in order."""
    text = document.text
    taken = {m.span for r in known for m in r.all("length")}
    starts = [start for start, _ in years]
    for length in lengths:
        start, end = length.span
        points = _POINTS.search(text, max(0, start - 26), start)
        if points is None or length.span in taken or _BEHIND.match(text, end) or _SOMEBODYS.match(text, end):
            continue
        stretch = not _STRETCH.isdisjoint(quantity(length).noun.split())
        if not (stretch or points["firm"] or points["det"] and quantity(length).low > 1 and "-" not in length.text):
            continue
        pair = _pair_before(document, starts, points.start(), _FIRM if points["firm"] or stretch and points["det"] else _NEAR)
        if pair is not None:
            yield spanning(text, Span(*pair.span("first")), Span(*pair.span("last")), length)


def _pair_before(document: Document, starts: Sequence[int], at: int, reach: int) -> re.Match[str] | None:
    """The pair of years before an offset, where no other year and no other pair stands between and the place told is not too far back."""
    text = document.text
    i = bisect_left(starts, at)
    if i < 2 or starts[i - 2] < at - reach:
        return None
    pair = _PAIR.match(text, starts[i - 2])
    if pair is None or pair.start("last") != starts[i - 1] or pair["last"] <= pair["first"]:
        return None
    hyphen = text[pair.end("first")] in "-–"
    return pair if hyphen or _LED.search(text, max(0, pair.start() - 24), pair.start()) else None
