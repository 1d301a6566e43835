"""A share of a sum and what it comes to, told with another word of scale: "costs $240 billion, and two-thirds of it is unpaid for. Some $160 million will be borrowed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.relate.near import first as first_from
from checker.structure.document import Document

_SOON = 2  # sentences from the share to what it comes to
_SCALE = 1000  # of figures that are told with a word of scale
_NEAR = Decimal("0.012")  # share of itself by which the product may miss: what is told is rounded
_SHARES = {"half": Decimal(1) / 2, "a third": Decimal(1) / 3, "one-third": Decimal(1) / 3, "one third": Decimal(1) / 3, "two-thirds": Decimal(2) / 3, "two thirds": Decimal(2) / 3, "a quarter": Decimal(1) / 4, "one-quarter": Decimal(1) / 4,
           "three-quarters": Decimal(3) / 4, "three quarters": Decimal(3) / 4, "a fifth": Decimal(1) / 5, "two-fifths": Decimal(2) / 5, "three-fifths": Decimal(3) / 5, "four-fifths": Decimal(4) / 5}


@cache
def _told() -> re.Pattern[str]:
    share = "|".join(sorted(_SHARES, key=len, reverse=True))
    return re.compile(rf"\b({share})(?= (?:of (?:it|that|this|them|the|which)|is|are|was|were|will|would|has|goes|came|comes)\b)")


def of_sum(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation scaled (now, then) of the one sum of a sentence with a share of it, and the sum a thousandth as large as that share in the same sentence or one of the next two."""
    text, last = document.text, len(document.sentences) - 1
    for found in _told().finditer(document.lower):
        index = document.sentence_index(found.start())
        start, end = document.sentences[index]
        own = [m for m in mentions[first_from(mentions, start):first_from(mentions, end)] if _is_sum(m)]
        before = [m for m in own if m.span.end <= found.start()]
        if not before:
            continue
        whole = before[-1]
        until = document.sentences[min(index + _SOON, last)].end
        behind = [m for m in mentions[first_from(mentions, found.end()):first_from(mentions, until)] if _is_sum(m)]
        if len(behind) != 1 or document.zone_index(start) != document.zone_index(behind[0].span.start) or quantity(behind[0]).unit != quantity(whole).unit:
            continue
        told, product = printed(quantity(behind[0]))[0], printed(quantity(whole))[0] * _SHARES[found[1]]
        if any(abs(told * times - product) <= product * _NEAR for times in (Decimal(1000), Decimal(1) / 1000)) and not text.startswith("each", found.end() + 1):
            yield Relation("scaled", (("now", behind[0]), ("then", whole)), {"told": f"{found[1]} of it is a thousand times as much" if told < product else f"{found[1]} of it is a thousandth as much"})


def _is_sum(m: Mention) -> bool:
    q = quantity(m)
    return q.dimension == "money" and q.step >= _SCALE and not q.ranged and not q.per
