"""A lead in a poll that is named, and the two shares that the text tells of that poll elsewhere: "her 17-point cushion in the Selby survey … A Selby poll has her ahead 48 percent to 40 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.near import first as first_from
from checker.structure.document import Document

_MANY = 30  # places of a name that are looked at
_FIT = 3  # times that the told lead may be the real one
_WHOLE = 101  # percent that two sides can have together


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lead = "lead|edge|margin|advantage|gap|cushion|deficit"
    return {
        "in": re.compile(rf"(?:[- ](?:percentage[- ])?points?)?(?: [a-z]+)? (?:{lead})(?: over [A-Z][\w’'-]+)? in (?:the|a|an|that)(?: (?:latest|new|recent|last))? (?P<name>[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){{0,3}} (?:poll|survey)(?![\w-])(?! (?:of|among) )"),
        "to": re.compile(r",? ?(?:per ?cent )?(?:to|-|–|against|versus) ?(?:just |only |about )?"),
        "formerly": re.compile(r"\b(?:among|women|men|independents|previous|earlier|last)\b", re.I),
    }


def polled(document: Document, mentions: Sequence[Mention], changes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations lead (by, shares) of the points that are told as a lead in a poll of that name, and the only two shares set against each other in the sentences that name it."""
    for by in changes:
        q = quantity(by)
        if q.dimension != "points" or q.ranged or q.hedge or (told := _patterns()["in"].match(document.text, by.span.end)) is None:
            continue
        shares = _shares(document, mentions, told["name"], document.sentence_index(by.span.start))
        if shares is None:
            continue
        a, b = shares
        one, two, lead = printed(quantity(a))[0], printed(quantity(b))[0], q.low
        if one + two <= _WHOLE and one != two and lead <= abs(one - two) * _FIT and abs(one - two) <= lead * _FIT:
            place = Span(a.span.start, b.span.end)
            both = a._replace(span=place, text=document.text[place.start:place.end])
            yield Relation("lead", (("by", by), ("shares", both)), {"first": str(one), "second": str(two)})


def _shares(document: Document, mentions: Sequence[Mention], name: str, own: int) -> tuple[Mention, Mention] | None:
    """The only two shares that stand against each other in the other sentences that name the poll."""
    found: dict[tuple[Decimal, Decimal], tuple[Mention, Mention]] = {}
    at, places = document.text.find(name), 0
    while at >= 0 and places < _MANY:
        index, places = document.sentence_index(at), places + 1
        start, end = document.sentences[index]
        if index != own and ("poll" in (told := document.lower[start:end]) or "survey" in told):
            figures = [m for m in mentions[first_from(mentions, start):first_from(mentions, end)] if m.kind == "quantity" and quantity(m).dimension in ("percent", "number", "points")]
            pairs = [(a, b) for a, b in zip(figures, figures[1:], strict=False) if _patterns()["to"].fullmatch(document.lower, a.span.end, b.span.start) and "percent" in (quantity(a).dimension, quantity(b).dimension)]
            if pairs and _patterns()["formerly"].search(document.text, start, end):
                return None
            found.update({(quantity(a).low, quantity(b).low): (a, b) for a, b in pairs})
        at = document.text.find(name, at + 1)
    return next(iter(found.values())) if len(found) == 1 else None
