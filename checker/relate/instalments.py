"""A share of the sum told in the sentence before and what it comes to: "… a debt of $80 million. A quarter, or $25 million, will be paid in March"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, PARTS
from checker.data.words import HEDGES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.fractions import in_percent
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.structure.document import Document

_LONGEST = 60  # characters from the beginning of the sentence to the amount
_PLAUSIBLE = 3  # times that the told share may be the real one; beyond that it is told of something else


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ones = "|".join(w for w, n in ONES.items() if 1 <= n <= 10)
    parts = "|".join(sorted((p for p in PARTS if not p.startswith("hal")), key=len, reverse=True))
    hedges = "|".join(sorted((re.escape(h) for h in HEDGES), key=len, reverse=True))
    opens = re.compile(rf"[“\"]?(?:of (?:that|this|it)(?: (?:sum|amount|total|money|figure))?,? )?(?:(?:some|just|only|the first|another) )?"
                       rf"(?P<share>(?:(?P<hedge>{hedges}) )?(?:(?P<percent>\d\d?(?:\.\d+)?)(?: percent| pct| per cent|%)|(?P<half>half)|(?P<one>an?|{ones})[- ](?P<part>{parts})))"
                       rf"(?: of (?:it|that|this|which|that sum|that amount|the sum|the total|the money|the amount))?(?:,? or|,|\s?\(|\s?—|\s?–| --) ?(?:some )?{HEDGE}")
    another = re.compile(r"[\s,)]*(?:of (?!(?:it|that|this|which|them)\b)|(?:more|less|higher|lower|fewer) than|(?:a|per|each) (?:year|month|week|day))")
    return opens, another


def instalments(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations portion (part, whole, share); `mentions` are figures in order."""
    text, lower = document.text, document.lower
    for i, part in enumerate(mentions):
        if quantity(part).dimension != "money" or quantity(part).ranged or not i or quantity(part).per:
            continue
        index = document.sentence_index(part.span.start)
        start = document.sentences[index].start
        if not index or not 0 < part.span.start - start < _LONGEST:
            continue
        opens, another = _patterns()
        found = opens.fullmatch(lower, start, part.span.start)
        if found is None or another.match(text, part.span.end) or (whole := _whole(document, mentions, index, part)) is None:
            continue
        share = _share(found)
        real, told = quantity(part).low / quantity(whole).low * 100, quantity(share)
        if quantity(part).high < quantity(whole).low and real < told.high * _PLAUSIBLE and told.low < real * _PLAUSIBLE:
            yield Relation("portion", (("part", part), ("whole", whole), ("share", share)))


def _share(found: re.Match[str]) -> Mention:
    span = Span(*found.span("share"))
    if not found["percent"]:
        return in_percent(found)._replace(span=span, text=found["share"])
    value = Decimal(found["percent"])
    step = Decimal(1).scaleb(-len(found["percent"].partition(".")[2]))
    loose = value / 10 if found["hedge"] else Decimal(0)
    return Mention("quantity", span, found["share"], Quantity(value - loose, value + loose, "percent", "percent", step=step))


def _whole(document: Document, mentions: Sequence[Mention], index: int, part: Mention) -> Mention | None:
    """The only amount of the part's currency in the sentence before, in its paragraph or the one before it."""
    start, end = document.sentences[index - 1]
    if document.zone_index(part.span.start) - document.zone_index(start) > 1:
        return None
    first = first_from(mentions, start)
    amounts = [m for m in mentions[first:first_from(mentions, end)] if quantity(m).dimension == "money" and quantity(m).unit == quantity(part).unit]
    return amounts[0] if len(amounts) == 1 and not quantity(amounts[0]).ranged and not quantity(amounts[0]).per else None
