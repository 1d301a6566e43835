"""A share of what is needed, which another sentence tells: "the 1,200 votes he needs … He has 300 votes, nearly half of the total he needs"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

NEEDS = frozenset({"need", "needs", "needed", "require", "requires", "required"})
_SIZES = frozenset({"count", "number", "money"})
_BEHIND = 60  # characters behind a share that say that it is of what is needed
_BEFORE = 40  # characters before a whole in which somebody needs it


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    needs = r"(?:needs?|needed|requires?|required)"
    return {
        "of it": re.compile(rf" of (?:the |what )?(?:(?:total|number|amount|sum|money|[a-z]+s) )?(?:that |which )?(?:(?:he|she|they|it|we|you|is|are|was|were|would be|will be) )?(?:still )?{needs}(?![\w-])"),
        "apposed": re.compile(rf"(?: [a-z]+){{0,3}}(?:,| [—–]| --|—| \()(?: or)? ?(?:barely |hardly |scarcely )?{HEDGE}"),
        "behind": re.compile(rf"(?: [a-z]+){{0,2}}(?: that| which)?(?: (?:he|she|they|it|we|[A-Z][a-z]+))? {needs}(?![\w-])"),
        "before": re.compile(rf"\b{needs} (?:at least |a total of |the |about )?$"),
    }


def needed(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations share (share, fraction) of a part, its fraction or percentage "of the total he needs", and the only figure in the text that is told as needed."""
    text, patterns = document.text, _patterns()
    shares = [i for i, m in enumerate(mentions) if i and text.startswith(" of ", m.span.end) and _value(quantity(m)) is not None
              and any(map(text[m.span.end:m.span.end + _BEHIND].__contains__, NEEDS)) and patterns["of it"].match(text, m.span.end)]
    wholes = [m for m in mentions if shares and quantity(m).dimension in _SIZES and not quantity(m).ranged and _is_needed(text, m)]
    for i in shares:
        part, share = mentions[i - 1], mentions[i]
        p, value = quantity(part), _value(quantity(share))
        if value is None or p.dimension not in _SIZES or p.ranged or not patterns["apposed"].fullmatch(text, part.span.end, share.span.start):
            continue
        kin = [m for m in wholes if m is not part and quantity(m).dimension == p.dimension and quantity(m).unit == p.unit and quantity(m).low > p.low]
        if len({printed(quantity(m))[0] for m in kin}) != 1 or document.sentence_index(kin[0].span.start) == document.sentence_index(part.span.start):
            continue
        real = printed(p)[0] / printed(quantity(kin[0]))[0] * 100
        whole = Mention("quantity", kin[0].span, kin[0].text, Quantity(real, real, "percent", "percent"))
        place = Span(share.span.start, share.span.end)
        yield Relation("share", (("share", whole), ("fraction", Mention("quantity", place, share.text, value))), {"real": str(round(real, 1)), "likely": "yes"})


def _is_needed(text: str, m: Mention) -> bool:
    """Is the figure told as what somebody needs: "the 1,200 votes he needs", "he needs 1,200 votes"?"""
    near = text[max(0, m.span.start - _BEFORE):m.span.end + _BEFORE]
    return any(map(near.__contains__, NEEDS)) and (_patterns()["behind"].match(text, m.span.end) is not None or _patterns()["before"].search(text, max(0, m.span.start - _BEFORE), m.span.start) is not None)


def _value(q: Quantity) -> Quantity | None:
    """The share as a fraction of one; None for what is none."""
    if q.ranged or not q.low:
        return None
    if q.dimension == "percent":
        return q._replace(low=printed(q)[0] / 100, high=printed(q)[1] / 100, dimension="number", unit="", step=q.step / 100)
    return q if q.dimension == "number" and q.high < 1 else None
