"""Two shares of one whole, the second of which is told by "not" or "against": "70 percent like him and 40 percent do not", "65 percent were for it and 45 percent against"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_CLOSE = 70  # characters between the two


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "not": re.compile(r"(?: of (?:them|respondents|those [a-z]+))? (?:(?:do|did|does|are|is|were|was|would|will|have|has|had|could|can) not|(?:do|did|does|are|is|were|was|would|wo|have|has|had|could|ca)n[’']t|against(?: it| them| the [a-z]+)?)(?=[.,;])"),
        "and": re.compile(r" [^.;:()\d“”]*?(?:,? (?:and|while|but)|;|,) (?:(?:about|only|just|some|another|the other) )?"),
        "denied": re.compile(r"\b(?:not|no|against|oppos\w+|never|neither|among|compared|than|of (?:whom|them|those))\b|n[’']t\b"),
    }


def negated(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations sides (part, part) of neighbouring shares of a sentence, the second the denial of the first."""
    lower, patterns = document.lower, _patterns()
    shares = [m for m in figures if quantity(m).dimension == "percent" and not quantity(m).ranged]
    if len(shares) != 2:
        return
    a, b = shares
    if b.span.start - a.span.end <= _CLOSE and patterns["and"].fullmatch(lower, a.span.end, b.span.start) and not patterns["denied"].search(lower, a.span.end, b.span.start) and patterns["not"].match(lower, b.span.end):
        yield Relation("sides", (("part", a), ("part", b)))
