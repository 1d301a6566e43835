"""Two shares of one whole that nothing but a mark or a rival's name tells apart: "62%-45%", "33.4 percent of the vote compared with Reeve's 71 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_MOST = 100  # percent; what follows a share and is more is none
_BESIDE = 80  # characters between two shares


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    of = r"(?: of (?:the |all |those )?(?:[a-z]+ )?(?:votes?|ballots?|voters|vote cast|votes cast|delegates|electorate|respondents|total|market|seats))"
    name = r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
    rival = re.compile(rf"{of}(?: (?:in|on|from) [\w ]{{2,30}}?)?(?:,| —| –| --|—|;)? ?(?:(?:compared|as against|as compared) (?:with|to)|against|versus|vs\.?|to|and|while) (?:only |just )?"
                       rf"(?P<who>{name}(?:[’']s?| (?:had|got|won|took|received|drew|with|at|has|scored|polled)) )?{HEDGE}")
    whose = re.compile(rf"{of}? (?:for|went to|goes to) (?:only |just )?{name}")
    pair = re.compile(r" ?[-–—] ?(\d{1,2}(?:\.\d)?) ?(?:%|percent|per cent)(?![\w-])")
    return rival, whose, pair


def rivals(document: Document, shares: Sequence[Mention]) -> Iterator[Relation]:
    """Relations sides (part, part) of a document's shares and scores, in order."""
    text = document.text
    rival, whose, pair = _patterns()
    for a, b in zip(shares, (*shares[1:], None), strict=False):
        p = quantity(a)
        if p.dimension != "percent" or p.ranged:
            continue
        if text[a.span.end:a.span.end + 1] in "-–—" and (m := pair.match(text, a.span.end)):
            two = Decimal(m[1])
            if two < p.low <= _MOST:
                yield Relation("sides", (("part", a), ("part", Mention("quantity", Span(m.start(1), m.end()), text[m.start(1):m.end()], Quantity(two, two, "percent", "percent")))))
        elif b is not None and quantity(b).dimension == "percent" and b.span.start - a.span.end < _BESIDE and text.startswith(" of ", a.span.end) \
                and (found := rival.fullmatch(text, a.span.end, b.span.start)) and (found["who"] or whose.match(text, b.span.end)):
            yield Relation("sides", (("part", a), ("part", b)))
