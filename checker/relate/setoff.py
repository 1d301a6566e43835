"""Which way a figure went, told behind a mark: "52 fires in 2016 alone, a slight drop from 48 in 2015", "has him at 8 percent in a race with Lowe, Tice and Hale, down from 4 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike, ranked
from checker.structure.document import Document
from checker.structure.words import alternatives

_UP = frozenset("increase rise jump gain surge climb uptick upturn hike leap spike".split())
_DOWN = frozenset("decrease drop fall decline reduction dip slide plunge slump downturn".split())
CUES = _UP | _DOWN | {"up", "down", "higher", "lower"}
_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_LED = 70  # characters before the earlier figure in which the change stands
_FAR = 150  # characters from the later figure to the change
_TIMES = 20  # times that the one may be the other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    source = rf"(?:from|over|on) {HEDGE}(?:last [a-z]+[’']s )?{HEDGE}(?:(?:average|total|level|figure|rate|share|high|low|peak|record) of {HEDGE})?"
    return {
        "set off": re.compile(rf"(?:(?:,|\s?[—–]| --) (?:which (?:is|was) |representing |marking |or |still |itself )?|\s\()(?:(?P<particle>(?P<rose>up|higher)|down|lower)(?: [a-z]+ly| a bit| a little)?|(?P<noun>an? (?:[a-z-]+ ){{0,3}}?(?:(?P<up>{alternatives(_UP)})|{alternatives(_DOWN)})))(?: in [a-z]+)? {source}$"),
        # another clause, with figures or a subject of its own
        "breaks": re.compile(r"[;:\n“”\"()]|\b(?:but|while|whereas|although|though|than|from|compared|which|who|said|as|after|before|up|down)\b|(?<!(?:19|20)\d\d),? and (?!(?:[A-Z]|[a-z-]+ (?:[a-z-]+ )?[A-Z]))|(?<=[.,])\d|\d(?=[.,]\d)"),
        "number": re.compile(r"(?<![\w’'])(?!(?:19|20)\d\d(?!\w))\d"),
        "of the": re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|most|all|some|none)) (?:out )?of (?:the |its |their |all |his |her )?$", re.I),
    }


def set_off(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of a figure behind "an increase from", "down from" and the only one of its kind in its sentence before."""
    lower, pattern = document.lower, _patterns()["set off"]
    for i, then in enumerate(mentions):
        start = then.span.start
        near = lower[max(0, start - _LED):start]
        if i and (" from " in near or " over " in near or " on " in near) and quantity(then).dimension not in _NEVER and (told := pattern.search(lower, max(0, start - _LED), start)) is not None:
            now = _before(document, mentions, then, told.start())
            if now is not None:
                at = told.start("noun") if told["noun"] else told.start("particle")
                place = Span(at, then.span.end)
                yield Relation("direction", (("now", now), ("then", _plain(then)), ("told", then._replace(span=place, text=document.text[place.start:place.end]))),
                               {"way": "up" if told["up"] or told["rose"] else "down"})


def _before(document: Document, mentions: Sequence[Mention], then: Mention, at: int) -> Mention | None:
    """The only figure that the sentence tells up to there, of the kind of the earlier one."""
    sentence, patterns, text = document.sentence_at(at), _patterns(), document.text
    first = first_from(mentions, sentence.start)
    own = [m for m in mentions[first:first_from(mentions, at)] if m.kind == "quantity" and quantity(m).dimension != "ordinal"]
    kin = [m for m in own if alike(quantity(m), quantity(then)) and not _adjective(m)]
    if len(kin) != 1 or (now := kin[0]) is not next((m for m in reversed(own) if not _adjective(m)), None) or at - now.span.end > _FAR:
        return None  # "in a four-way race" tells of no other
    q, p = quantity(now), quantity(then)
    if q.ranged or p.ranged or p.dimension != q.dimension and p.dimension != "number" or q.dimension != "count" and p.dimension == "number" and q.dimension != "percent":
        return None
    if patterns["breaks"].search(text, now.span.end + text.startswith(")", now.span.end), at) or patterns["number"].search(text, now.span.end, at) or patterns["of the"].search(text, max(0, now.span.start - 24), now.span.start):
        return None
    low, high = sorted((printed(q)[0], printed(p)[0]))
    if low <= 0 or high > low * _TIMES or ranked(text, Span(now.span.start, then.span.end)) or text.startswith((" to ", "-"), then.span.end):
        return None
    return _plain(now)


def _adjective(m: Mention) -> bool:
    """Is the count part of an adjective ("four-way")?"""
    return "-" in m.text and " " not in m.text and quantity(m).dimension == "count"


def _plain(m: Mention) -> Mention:
    """The figure as printed where what hedges it says that it is an average."""
    q = quantity(m)
    low, high = printed(q)
    return m._replace(value=q._replace(low=low, high=high, hedge="")) if "average" in q.hedge else m
