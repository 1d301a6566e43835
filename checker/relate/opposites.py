"""Two shares of one whole that opposite words tell: "40 percent said yes, and 70 percent said no", "men are 55 percent of the crew and women 65 percent"."""

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
        # what a voter does for one only
        "chosen": re.compile(r"(?: of (?:[a-z’'-]+ ){1,3}?(?:(?:with|without|over|under|aged) [a-z0-9’' -]{2,25}?)?)?,? ?(?:(?:who |had |have |would |will |say they |said they )*(?:vot(?:e|ed|ing) for|back(?:ed|ing|s)?|support(?:ed|ing|s)?|chose|choosing|prefer(?:red|ring)?|picked|picking|went for|going for|opted for|cast(?:ing)? (?:their )?(?:ballots|votes) for)|for) (?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"),
        "among": re.compile(r"\b(?:among|of (?:men|women|democrats|republicans|whites|blacks)|from|last|earlier|previous\w*|than|in (?:19|20)\d\d|compared)\b"),
    }


def opposites(document: Document, shares: Sequence[Mention]) -> Iterator[Relation]:
    """Relations sides (part, part) of neighbouring percentages of one sentence."""
    lower, patterns = document.lower, _patterns()
    percents = [m for m in shares if quantity(m).dimension == "percent" and not quantity(m).ranged]
    for a, b in zip(percents, percents[1:], strict=False):
        if b.span.start - a.span.end > _BESIDE or not patterns["between"].fullmatch(lower, a.span.end, b.span.start) or patterns["among"].search(lower, a.span.end, b.span.end + _NEAR):
            continue
        if _chosen(document.text, a, b) or _answers(lower, a, b) and group_of(document.text, a) == group_of(document.text, b) or _people(lower, a, b):
            yield Relation("sides", (("part", a), ("part", b)))


def _chosen(text: str, a: Mention, b: Mention) -> bool:
    """Have they voted for two, in one group?"""
    one, two = (_patterns()["chosen"].match(text, m.span.end) for m in (a, b))
    return one is not None and two is not None and not one[0].startswith(" for") and one["who"].split()[-1] != two["who"].split()[-1] and group_of(text, b) in ("", group_of(text, a))


def _answers(lower: str, a: Mention, b: Mention) -> bool:
    one, two = (_patterns()["answer"].match(lower, m.span.end) for m in (a, b))
    return one is not None and two is not None and _ANSWERS[one[1]] == two[1]


def _people(lower: str, a: Mention, b: Mention) -> bool:
    """Are they the two halves of one crowd: the first "of the" whole, the second of nothing else?"""
    patterns = _patterns()
    one = patterns["people"].search(lower, max(0, a.span.start - _NEAR), a.span.start)
    two = patterns["others"].search(lower, max(a.span.end, b.span.start - _NEAR), b.span.start) if one else None
    return one is not None and two is not None and _PEOPLE[one[1]] == two[1] and patterns["of"].match(lower, a.span.end) is not None
