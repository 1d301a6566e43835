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
    verbs = "|".join(_DECIDED)
    no = r"from|cut|raised|rose|fell|grew|increas\w+|reduc\w+|stake|holding|rates?|price|prices|tax|taxes|tariffs?"
    # "voted to lift the due by 40 percent to 75 percent" tells what was done
    decided = re.compile(rf"\b(?:{verbs})\b(?:(?:(?!\b(?:{no}|to)\b)[^.;:%\n]){{0,90}}? (?:by|with|of)|(?:(?!\b(?:{no}|by)\b)[^.;:%\n]){{0,90}}?,?) {HEDGE}$")
    return rival, whose, pair, decided


# what is done by one share to another
_DECIDED = ("vot(?:e|es|ed|ing)", "reject(?:s|ed|ing)?", "approv(?:e|es|ed|ing)", "defeat(?:s|ed|ing)?", "beat(?:s|en|ing)?", "won", "wins?", "winning", "lost", "losing", "leads?", "led", "leading",
            "trail(?:s|ed|ing)?", "ahead", "pass(?:es|ed|ing)", "carried", "elected", "re-elected", "favou?r(?:s|ed)?", "back(?:s|ed)", "support(?:s|ed)", "oppos(?:e|es|ed)", "prefer(?:s|red)?", "margin")
_SPLIT = re.compile(rf"(?: of (?:the )?(?:votes?|ballots?))? ?(?:to|-|–) {HEDGE}")


def rivals(document: Document, shares: Sequence[Mention]) -> Iterator[Relation]:
    """Relations sides (part, part) of a document's shares and scores, in order."""
    text = document.text
    rival, whose, pair, decided = _patterns()
    for a, b in zip(shares, (*shares[1:], None), strict=False):
        p = quantity(a)
        if p.dimension != "percent" or p.ranged:
            continue
        if text[a.span.end:a.span.end + 1] in "-–—" and (m := pair.match(text, a.span.end)):
            two = Decimal(m[1])
            if two < p.low <= _MOST:
                yield Relation("sides", (("part", a), ("part", Mention("quantity", Span(m.start(1), m.end()), text[m.start(1):m.end()], Quantity(two, two, "percent", "percent")))))
        elif b is not None and quantity(b).dimension == "percent" and b.span.start - a.span.end < _BESIDE and text.startswith(" of ", a.span.end) \
                and (found := rival.fullmatch(text, a.span.end, b.span.start)) and (found["who"] or whose.match(text, b.span.end)) or b is not None and quantity(b).dimension == "percent" and b.span.start - a.span.end < _BESIDE and _SPLIT.fullmatch(text, a.span.end, b.span.start) \
                and not document.text.startswith((" a ", " each", " per "), b.span.end) and decided.search(document.lower, max(document.sentence_at(a.span.start).start, a.span.start - 2 * _BESIDE), a.span.start):
            yield Relation("sides", (("part", a), ("part", b)))
