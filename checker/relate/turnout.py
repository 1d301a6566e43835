"""How many voted, and the vote: "passed 18-11 … In all, 31 members voted", in one sentence or some apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_COUNTS = frozenset({"count", "number"})
_VOTERS = frozenset("""member lawmaker senator representative legislator councilor councillor delegate deputy mp person trustee commissioner supervisor vote ballot
assemblyman congressman justice judge juror director parliamentarian peer politician alderman voter shareholder""".split())
_NEAR = Decimal("0.15")  # of the vote by which those who voted may miss it; others voted on something else
_WITHIN = 12  # sentences from the vote to those who voted
_FEW = 20  # votes before and behind those who voted
_LEAST = 5  # voters; of fewer a slip is no misreading


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cast = re.compile(r"(?: (?:of (?:the )?[a-z]+|in (?:all|total|the [a-z]+)|who were present|altogether))?,? (?:had |have |has |who |that |all )?(?:(?:eventually|actually|finally|ultimately) )?"
                      r"(?:present and voting|(?:took part|taking part|take part|participat(?:ed|ing))(?=[.,;)—–]| in (?:the (?:vote|ballot|roll call|election|decision)|it)\b)|cast (?:a |their |an? )?(?:votes?|ballots?)|casting (?:votes?|ballots?)|voted(?= (?:in all|in total)\b|[.,;)—–]|$)|voting(?=[.,;)])|(?:were |was )?cast(?=[.,;)]| in| on))")
    total = re.compile(r"\b(?:a total of|in all,|altogether,|in total,|all|of (?:the|its|all) [\w,]+ (?:[a-z]+ )?[a-z]+,(?: only| just| some| all but)?) $")
    aside = re.compile(r"\b(?:abst(?:ain|ention)\w*|voted present|voting present|absent|absence|not vot\w+|did not vote|didn[’']t vote|miss(?:ed|ing) the vote|recus\w+|vacan\w+|invalid|spoiled|blank|tie-?break\w*|proxy|proxies)\b")
    return cast, total, aside


def turnout(document: Document, mentions: Sequence[Mention], votes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part) of those who are told to have voted and the only vote near by that they may have taken part in."""
    lower, cast = document.lower, _patterns()[0]
    for m in mentions:
        q = quantity(m)
        if q.dimension not in _COUNTS or q.ranged or kind_of(q) or q.low < _LEAST or q.unit and q.unit not in _VOTERS or not cast.match(lower, m.span.end):
            continue
        if not q.unit and not _patterns()[1].search(lower, max(0, m.span.start - 40), m.span.start):
            continue
        found = _vote_of(document, votes, m)
        if found is not None:
            near = Span(document.sentence_at(min(found.span, m.span).start).start, document.sentence_at(max(found.span, m.span).end - 1).end)
            away = _patterns()[2].search(lower, *near) is not None
            yield Relation("total", (("whole", m), ("part", found)), {"cue": "told", **({"bound": "at most"} if away else {})})


def _vote_of(document: Document, votes: Sequence[Mention], voters: Mention) -> Mention | None:
    """The only vote told before that so many voters may have taken part in, else the only one told behind; None where one makes just as many."""
    before: dict[tuple[Decimal, Decimal], Mention] = {}
    behind: dict[tuple[Decimal, Decimal], Mention] = {}
    many, index = quantity(voters).low, document.sentence_index(voters.span.start)
    first = bisect_left(votes, voters.span, key=_span)
    for m in votes[max(0, first - _FEW):first + _FEW]:
        q = quantity(m)
        if document.text.startswith(("-", "–"), m.span.end):
            return None  # three sides
        both = q.low + q.high
        if both == many:
            return None
        if abs(both - many) <= _NEAR * many and abs(document.sentence_index(m.span.start) - index) <= _WITHIN:
            (before if m.span < voters.span else behind).setdefault(_sides(q), m)
    told = before or behind
    return next(iter(told.values())) if len(told) == 1 else None


def _span(m: Mention) -> Span:
    return m.span


def _sides(q: Quantity) -> tuple[Decimal, Decimal]:
    return min(q.low, q.high), max(q.low, q.high)
