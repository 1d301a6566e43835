"""Most of a thing and more than half of it otherwise, in one sentence: "While most of the boats are insured, two-thirds are not"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, PARTS
from checker.data.words import HEDGES
from checker.model import Mention, Quantity, Relation, Span
from checker.structure.document import Document
from checker.structure.words import alternatives

_FURTHER = 130  # characters from "most" to what the others are said to be
WORDS = frozenset({"most", "majority"})
_HALF = Decimal(50)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ones, parts, hedges = alternatives(w for w, n in ONES.items() if 1 <= n <= 10), alternatives(p for p in PARTS if not p.startswith("hal")), alternatives(HEDGES)
    most = re.compile(rf"(?:most|a majority|the majority) (?:of (?:the|its|their|his|her|these|those|our) )?(?!of |likely|recent|important)(?:[a-z’'-]+ )[^;:.“”\"]{{0,{_FURTHER}}}?"
                      rf"(?P<verb>\b(?:are|is|were|was|have|has|do|does|did|had|will|would|can|could)\b|\b[a-z]+\b)[^;:.“”\"\d]{{0,60}}?(?:, |; | — |—)(?:(?:but|while|though|although|whereas|and|yet) )?(?:(?:{hedges}) )?"
                      rf"(?P<told>(?:(?P<one>an?|{ones})[- ](?P<part>{parts})|(?P<some>{ones}|\d\d?) (?:in|out of)(?: every)? (?P<every>{ones}|\d\d?)|(?P<percent>\d\d?)(?: percent|%| per cent)))(?: of (?:them|those|these))?"
                      r" (?:(?P<then>are|is|were|was|have|has|do|does|did|had|will|would|can|could)(?: not|n[’']t)\b)(?= ?[,.;)]|$)")
    return most, re.compile(r"\b(?:not|n[’']t|never)\b")


def mostly(document: Document) -> Iterator[Relation]:
    """Relations most (told, share) where those for whom it does not hold are told as more than half."""
    lower = document.lower
    for word in sorted(WORDS):
        for at in document.places(word) if word in document.distinct else ():
            sentence = document.sentence_at(at)
            start = at - (2 if lower.startswith("a ", at - 2) else 4 if lower.startswith("the ", at - 4) else 0) if word == "majority" else at
            if not any(map(lower[at:sentence.end].__contains__, (" not", "n't", "n’t"))) or (m := _patterns()[0].match(lower, start, sentence.end)) is None:
                continue
            first = lower[start:m.start("told")]
            if _patterns()[1].search(first) or (value := _value(m)) is None or value <= _HALF:
                continue
            rest = 100 - value
            told, share = Span(m.start(), m.start("verb")), Span(*m.span("told"))
            text = document.text
            yield Relation("most", (("told", Mention("quantity", share, text[share.start:share.end], Quantity(rest, rest, "percent", "percent"))),
                                    ("share", Mention("quantity", told, text[told.start:told.end].rstrip(), Quantity(rest, rest, "percent", "percent")))))


def _value(m: re.Match[str]) -> Decimal | None:
    """The share in percent."""
    if m["percent"]:
        return Decimal(m["percent"])
    if m["part"]:
        return 100 * Decimal(ONES.get(m["one"], 1)) / PARTS[m["part"]]
    some, every = (Decimal(ONES[w] if w in ONES else int(w)) for w in (m["some"], m["every"]))
    return 100 * some / every if every else None
