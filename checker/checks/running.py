"""A total that goes on from an earlier one: "two more on Friday, bringing the total to 19 this year" is no sum of what the sentence tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from checker.checks.base import quantity
from checker.extract.hedges import printed, rounding
from checker.link.ledger import Analysis
from checker.model import Mention, Quantity
from checker.relate.near import first as nearest

_BEFORE, _BEHIND = 60, 60  # characters around the total in which its time, or what brings it there, is told
_PASSAGE = 2  # sentences before the parts in which another part may be told
_RATE = re.compile(r"(?: [a-z]+)? (?:(?:on|in|per|every|each|during) )?(?:an?|each|every) (?:week|day|night|hour|month|year|season|(?:mon|tues|wednes|thurs|fri|satur|sun|week)day|weekend|shift|game|match)\b", re.I).match
_ALSO = re.compile(r"\b(?:also|besides|in addition|as well)\b", re.I).search
_BY_CHANCE = 10  # a smaller rest is told of something in every passage
_FAR = Decimal("1.5")  # times the parts; a total of a season that is further from them has others in it


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    time = "week|weekend|month|year|season|term|quarter|decade|century|summer|winter|spring|autumn|fall|campaign|tournament|series|tour|career|war|trial|regular season"
    open_ended = re.compile(rf"[^.;:()\n\d]{{0,40}}?\b(?:so far|since|to date|year-to-date|up to now|until now|this (?:{time}))\b")
    longer = re.compile(rf"[^.;:()\n\d]{{0,40}}?\b(?:in|for|over|during|on) (?:the|his|her|its|their) (?:past |last |whole |entire )?(?:{time})\b")
    brought = re.compile(r"\b(?:bring|tak|push|lift|rais)(?:ing|es|s) (?:the|its|his|her|their) [a-z ]*?(?:total|toll|sum|number|count|tally)\b|\b(?:brought|took|pushed|lifted|raised) (?:the|its|his|her|their) [a-z ]*?(?:total|toll|sum|number|count|tally)\b")
    return open_ended, longer, brought


def made_with_another(analysis: Analysis, whole: Mention, parts: Sequence[Mention], total: Decimal) -> bool:
    """Does one more figure of the passage make the whole ("profit was 1,284 … 1,172 and 1,231 before, making 3,687 for the nine months"), or is it the sum of them all
    ("96 houses were under water, with 71 at Bridgend and 47 at Harley, making 214")?
    """
    w, document = quantity(whole), analysis.document
    if w.hedge or abs(w.low - total) < _BY_CHANCE or w.low < total and len(parts) == 1:
        return False
    first = document.sentence_index(min(p.span.start for p in parts))
    start = document.sentences[max(0, first - _PASSAGE)].start
    taken, sought = {whole.span, *(p.span for p in parts)}, w.low - total if w.low > total else w.low + total
    return any(m.span not in taken and isinstance(q := m.value, Quantity) and _of_one_kind(q, w) and not q.per and abs(printed(q)[0] - sought) <= rounding(w)
               for m in analysis.mentions[nearest(analysis.mentions, start):nearest(analysis.mentions, document.sentence_at(whole.span.start).end)])


def _of_one_kind(a: Quantity, b: Quantity) -> bool:
    counts = {a.dimension, b.dimension} <= {"count", "number"}
    return a.unit == b.unit and a.dimension == b.dimension or counts and not (a.unit and b.unit)


def runs_on(text: str, whole: Mention, parts: Sequence[Mention], total: Decimal) -> bool:
    """Is the whole told behind its parts, more than they are (`total`), and of a longer time, or brought far beyond them?"""
    told = quantity(whole).low
    if told <= total or whole.span.start < max(p.span.start for p in parts):
        return False
    if told > total * _FAR and any(_RATE(text, p.span.end) for p in parts):
        return True  # "640 on a weekday and 1,050 on a Saturday, which makes 4,250 a week"
    first = min(p.span.start for p in parts)
    if _ALSO(text, max(text.rfind(". ", 0, first), text.rfind("\n", 0, first)) + 1, first):
        return True  # "They also have 14 grandchildren and 25 great-grandchildren, which makes 45 descendants"
    open_ended, longer, brought = _patterns()
    end = whole.span.end
    if text.startswith(" from ", end):
        return True  # "open 14 and close five, which would bring its total to 421 from 412"
    if open_ended.match(text, end, end + _BEHIND):
        return True
    return told > total * _FAR and (longer.match(text, end, end + _BEHIND) is not None or brought.search(text, max(0, whole.span.start - _BEFORE), whole.span.start) is not None)
