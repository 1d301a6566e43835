"""Two shares of one whole that opposite words tell: "31 percent said yes, while 75 percent said no", "men made up 58 percent of the crowd and women 52 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import group_of
from checker.structure.document import Document

_ANSWERS = {"yes": "no", "no": "yes", "for": "against", "against": "for", "guilty": "innocent", "innocent": "guilty", "right": "wrong", "wrong": "right", "better": "worse", "worse": "better", "good": "bad", "bad": "good"}
_PEOPLE = {"men": "women", "women": "men", "boys": "girls", "girls": "boys", "males": "females", "females": "males", "owners": "renters", "renters": "owners"}
_BESIDE = 110  # characters between the two
_NEAR = 45  # characters from a share to its answer


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    answers, people = "|".join(_ANSWERS), "|".join(_PEOPLE)
    verb = r"(?:made|make|making) up|(?:are|were|is|was)|account(?:s|ed|ing)? for|compris(?:e|ed|ing)|represent(?:s|ed|ing)?|constitut(?:e|ed|ing)"
    return {
        "answer": re.compile(rf"(?: of (?:them|voters|respondents|those [a-z]+|americans|people|the public))? (?:said|say|says|saying|vot(?:e|ed|ing)|answer(?:ed|ing)?|replied|thought|think|(?:are|were|was) (?=for|against)) (?:it (?:was|is) |they (?:were|are) |he (?:was|is) |she (?:was|is) )?({answers})(?= ?[,.;:)—–]| and| while| but| to (?:the|it|this|that|a))"),
        "people": re.compile(rf"\b({people}) (?:{verb}) {HEDGE}$"),
        "others": re.compile(rf"\b({people})(?: (?:{verb}))?,? {HEDGE}$"),
        "between": re.compile(r"[^.;:\n\d]+"),
        "of": re.compile(r" of (?:the|its|their|all|those)\b(?! (?:men|women|boys|girls)\b)"),
        "among": re.compile(r"\b(?:among|of (?:men|women|democrats|republicans|whites|blacks)|from|last|earlier|previous\w*|than|in (?:19|20)\d\d|compared)\b"),
    }


def opposites(document: Document, shares: Sequence[Mention]) -> Iterator[Relation]:
    """Relations sides (part, part) of neighbouring percentages of one sentence."""
    lower, patterns = document.lower, _patterns()
    percents = [m for m in shares if quantity(m).dimension == "percent" and not quantity(m).ranged]
    for a, b in zip(percents, percents[1:], strict=False):
        if b.span.start - a.span.end > _BESIDE or not patterns["between"].fullmatch(lower, a.span.end, b.span.start) or patterns["among"].search(lower, a.span.end, b.span.end + _NEAR):
            continue
        if _answers(lower, a, b) and group_of(document.text, a) == group_of(document.text, b) or _people(lower, a, b):
            yield Relation("sides", (("part", a), ("part", b)))


def _answers(lower: str, a: Mention, b: Mention) -> bool:
    one, two = (_patterns()["answer"].match(lower, m.span.end) for m in (a, b))
    return one is not None and two is not None and _ANSWERS[one[1]] == two[1]


def _people(lower: str, a: Mention, b: Mention) -> bool:
    """Are they the two halves of one crowd: the first "of the" whole, the second of nothing else?"""
    patterns = _patterns()
    one = patterns["people"].search(lower, max(0, a.span.start - _NEAR), a.span.start)
    two = patterns["others"].search(lower, max(a.span.end, b.span.start - _NEAR), b.span.start) if one else None
    return one is not None and two is not None and _PEOPLE[one[1]] == two[1] and patterns["of"].match(lower, a.span.end) is not None
