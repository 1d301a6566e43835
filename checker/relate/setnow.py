"""What a figure is set to, and what it is now or has been: "wants to raise the fee to $50; it is $40 now", "the fee, now $40, will be raised to $50", "cut its rate to 2.5 percent; it had been 2.75 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.structure.document import Document

RAISED = frozenset("raise raised raising lift lifted increase increased boost boosted".split())
LOWERED = frozenset("lower lowered lowering cut reduce reduced reducing trim trimmed slash slashed".split())
_EITHER = RAISED | LOWERED
_NEVER = frozenset({"points", "score", "vote", "temperature", "age", "ordinal"})
_YEARS = 1500  # from which on a bare number may be a year
_FAR = 90  # characters from the verb to its figure
_TIMES = 6  # times that the one may be the other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "to": re.compile(rf"(?: (?!and |but |by |from |than )[\w’'-]+){{0,6}}? to {HEDGE}"),
        "now to": re.compile(rf"(?: (?!and |but |by |from |than )[\w’'-]+){{0,6}}?(?:,|\s?[—–(]| --) ?(?:now|currently|which is(?: now)?|which was|today) (?:at |set at )?{HEDGE}"),
        "closed": re.compile(rf"(?:,|\)|\s?[—–]| --) to {HEDGE}"),
        "now": re.compile(rf"(?:,|\s?[—–(]| --) ?(?:now|currently|which is(?: now| currently)?|today) (?:at |set at )?{HEDGE}$"),
        "be": re.compile(r"(?: [a-z]+)?(?:,|\)|\s?[—–]| --) (?:will|would|is to|should|could|may|was to|is set to|was|is being) (?:be )?$"),
        "had been": re.compile(rf"(?: (?:in|by|on|from|for|next|this|over|at) [\w’' -]{{2,24}})?(?:;|,|\.|\s?[—–]| --) (?:and |but )?(?:it|they|the [a-z]+)(?: (?:is|are|stands at|had been|has been|used to be))(?: (?:now|currently|only|just|still|at))* {HEDGE}"),
        "today": re.compile(r"(?: now| today| currently| at present|, | since|\.|;)"),
    }


def set_now(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of what a figure is raised or cut to and what it is now or had been."""
    lower, patterns = document.lower, _patterns()
    for word in sorted(_EITHER & document.lowercase):
        for at in document.places(word):
            end, sentence = at + len(word), document.sentence_at(at)
            figures = within(mentions, Span(sentence.start, min(len(lower), max(sentence.end, end + _FAR))))
            behind = [m for m in figures if end <= m.span.start < end + _FAR]
            pair = None
            if len(behind) > 1 and patterns["now to"].fullmatch(lower, end, behind[0].span.start) and patterns["closed"].fullmatch(lower, behind[0].span.end, behind[1].span.start):
                pair = behind[0], behind[1]
            elif behind and patterns["to"].fullmatch(lower, end, behind[0].span.start):
                before = [m for m in figures if m.span.end <= at]
                if before and patterns["now"].search(lower, max(sentence.start, before[-1].span.start - 40), before[-1].span.start) and patterns["be"].fullmatch(lower, before[-1].span.end, at):
                    pair = before[-1], behind[0]
                elif len(behind) > 1 and patterns["had been"].fullmatch(lower, behind[0].span.end, behind[1].span.start) and patterns["today"].match(lower, behind[1].span.end):
                    pair = behind[1], behind[0]
            if pair is not None and _comparable(*pair):
                then, now = pair
                place = Span(at, end)
                yield Relation("direction", (("now", now), ("then", then), ("told", Mention("quantity", place, document.text[at:end], quantity(now)))), {"way": "up" if word in RAISED else "down", "far": "yes"})


def _comparable(then: Mention, now: Mention) -> bool:
    """Are both of one kind, as printed, and near enough?"""
    p, q = quantity(then), quantity(now)
    if q.dimension in _NEVER or p.ranged or q.ranged or p.dimension != q.dimension or not alike(p, q) or kind_of(q) in ("most", "least", "under", "over") or kind_of(p) in ("most", "least", "under", "over"):
        return False
    if q.dimension == "number" and q.low > _YEARS:
        return False
    low, high = sorted((printed(p)[0], printed(q)[0]))
    return low > 0 and high <= low * _TIMES
