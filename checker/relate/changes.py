"""Changes: from, to and by how much ("from 50 to 65, a rise of 30%", "$80m, up 10% from $60m", "rose 7 pct to 1.07m from 1m"), and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.extract.hedges import printed
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity, unbounded

_WHEN = (r"(?: (?:in|during|by|on|today|now|last|this|that|the|year|years|month|quarter|week|decade|ago|a|an|per|each|hour|person|early|late|"
         r"mid|currently|since|before|after|previous|first|second|third|fourth|seats|members|people|jobs|points|(?:19|20)\d\d(?:-\d\d(?:\d\d)?)?|"
         r"January|February|March|April|May|June|July|August|September|October|November|December|tonnes|tons|barrels|dollars|dlrs)){0,5}")
MOVE = (r"(?:rise|increase|gain|jump|growth|climb|surge|hike|raise|drop|fall|decline|decrease|cut|reduction|loss|slide|plunge|slump|dip|"
         r"change|shift|difference|swing|improvement|boost|spike|leap|bump|uptick|downturn|rebound|advance|shrinkage|contraction)")
ADJUSTED = re.compile(r"adjusted|inflation|constant|currenc|organic|like-for-like|comparable|annuali[sz]ed|average annual|annual (?:rate|average)|"
                       r"year-on-year|year-over-year|real terms|per capita|compound|seasonal|excluding|a year on average", re.I)
TAIL = re.compile(r" (?:of (?!an? |about|roughly)|a year|annually|per year|each year|every year|a month|on average|higher|lower|chance|more likely)")

_LONG = 500  # characters before a change in which the sentence tells of prices or seasons: sentences are shorter

_BEGINS = re.compile(r"(?:^|[\s(—–])from (?:(?:today|last year|last month|this year)[’']s |(?:the |a )?(?:current|present|previous) )?" + HEDGE + "$", re.I)
_FEW = r"(?: (?!and |but |or |to |from )\(?[A-Za-z.]+\)?){0,5}"
_TO = re.compile(rf"(?:{_WHEN}|{_FEW}),? to {HEDGE}")
_BY = re.compile(_WHEN + rf"(?:\s?[,(—–;]|\s-{{1,2}})?,?\s?(?:(?:or|representing|meaning|marking|for|which is|that is|making|by|amounting to|down|up|"
                 rf"i\.e\.|an overall|a total|total) )*"
                 rf"(?:(?:an?|the) (?:[a-z]+ )?{MOVE} of )?{HEDGE}", re.I)
_UP = re.compile(rf"(?:{_WHEN}|{_FEW})(?:\s?[,(—–]|\s--?)\s?(?:(?:up|down|higher by|lower by|(?:an?|the) (?:[a-z]+ )?{MOVE} of) ){HEDGE}", re.I)
_START = re.compile(rf",? (?:from|compared with|compared to|on) {HEDGE}(?:revised )?")
_TARGET = re.compile(rf",? to (?:a (?:record|high|new high) (?:of )?)?{HEDGE}")
_AGAINST = re.compile(rf"(?:{_WHEN}|{_FEW}) (?:from|against|compared with|compared to|versus|vs\.?) {HEDGE}(?:a revised )?")
_BEFORE = re.compile(rf"[^.;:()]{{0,110}}?,? (?:compared (?:with|to)|down from|up from) {HEDGE}")
# "a 55 percent drop from the …": what stands between the two, before the first, and right behind it
_DROP_FROM = re.compile(rf"[- ]{MOVE}(?: (?:in|of) (?:the )?[a-z]+)? (?:from|over|on|compared (?:with|to)) {HEDGE}(?:total of )?")
_A_DROP = re.compile(r"(?:,|—|–|--| and| or| is| was| representing| marking) (?:about |nearly |almost |more than |roughly |over )?an? $")
# "50 boats, 30 percent more than the 45 of"
_MORE_THAN = re.compile(r" (?:more|higher|greater|larger|less|lower|fewer|smaller) than (?:the |last (?:year|month|quarter|week)[’']s |its |their )" + HEDGE)
_APPOSED = re.compile(rf"(?: (?!and |but )[a-z’'-]+){{0,5}}(?:,|—|–| --) (?:or |that is |which is |up |a full )?{HEDGE}")
_DROP = re.compile(rf"[- ]{MOVE}(?![\w-])")


def changes(text: str, figures: Sequence[Mention], start: int, end: int) -> Iterator[Relation]:
    """Changes and shares among the figures of the sentence at [start, end)."""
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        roles = _roles(text, a, b, c)
        if roles is None:
            continue
        frm, to, by = roles[0], _meant(figures, *roles), roles[2]
        adjusted = quantity(by).dimension == "percent" and ADJUSTED.search(text, max(start, a.span.start - _LONG), min(end, max(m.span.end for m in roles) + 12))
        if _alike(frm, to) and not adjusted and not TAIL.match(text, by.span.end):
            yield Relation("change", (("from", frm), ("to", to), ("by", by)))


def _meant(figures: Sequence[Mention], frm: Mention, to: Mention, by: Mention) -> Mention:
    """The figure that came from the other: the one beside the change or, where that is far from fitting, one before it that fits ("612 athletes in 38 events, up 12 per cent from 548")."""
    then, share = printed(quantity(frm))[0], printed(quantity(by))[0]
    if not then or quantity(by).dimension != "percent" or _fits(printed(quantity(to))[0] / then, share):
        return to
    earlier = [m for m in figures if m.span.end < to.span.start and _alike(frm, m) and _fits(printed(quantity(m))[0] / then, share)]
    return earlier[-1] if earlier else to


def _fits(ratio: Decimal, share: Decimal) -> bool:
    """Is a change of as many per cent, up or down, what the two figures give to a point?"""
    return abs(abs(ratio - 1) * 100 - share) <= 1


def moves(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "36 boats were sold in May, … and a 55 percent drop from the 132 boats sold in June"."""
    for i, (by, frm) in enumerate(zip(figures[1:], figures[2:], strict=False), 1):
        if quantity(by).dimension != "percent" or text[by.span.end:by.span.end + 1] not in " -" or not (found := _DROP_FROM.match(text, by.span.end, frm.span.start)) or found.end() != frm.span.start:
            continue
        if not _A_DROP.search(text, max(0, by.span.start - 30), by.span.start):
            continue
        to = next((m for m in reversed(figures[:i]) if quantity(m).dimension == quantity(frm).dimension), None)
        if to is not None and _alike(frm, to) and quantity(to).unit == quantity(frm).unit and not ADJUSTED.search(text, to.span.end, frm.span.start):
            yield Relation("change", (("from", frm), ("to", to), ("by", by)))


def _roles(text: str, a: Mention, b: Mention, c: Mention) -> tuple[Mention, Mention, Mention] | None:
    """Which of three figures is where from, where to, and by how much."""
    rate = [quantity(m).dimension in ("percent", "points") for m in (a, b, c)]
    if not any(rate):
        return None
    if c.span.start - a.span.end > 140:
        return None
    ab, bc = text[a.span.end:b.span.start], text[b.span.end:c.span.start]
    if rate[2] and "to " in ab and _BEGINS.search(text, max(0, a.span.start - 40), a.span.start) and _TO.fullmatch(ab) and (_set_off(bc) or _DROP.match(text, c.span.end)) \
            and _BY.fullmatch(bc):
        return a, b, c
    if rate[0] and _START.fullmatch(ab) and _TO.fullmatch(bc):
        return b, c, a
    if rate[1] and not rate[0] and " than " in bc and _MORE_THAN.fullmatch(bc) and _APPOSED.fullmatch(ab):
        return unbounded(c, 0), a, b
    if rate[1] and _UP.fullmatch(ab) and _START.fullmatch(bc):
        return c, a, b
    if rate[0] and _TARGET.fullmatch(ab) and _AGAINST.fullmatch(bc):
        return c, b, a
    if rate[2] and not rate[0] and ("from" in ab or "compared" in ab) and _BEFORE.fullmatch(ab) and (_set_off(bc) or _DROP.match(text, c.span.end)) and _BY.fullmatch(bc):
        return b, a, c
    return None


def _set_off(between: str) -> bool:
    """Is the change told as one ("by", "or", "a drop of", in brackets, after a dash), not just the next in a series?"""
    return bool(re.search(r"[(—–]|--| - | (?:or|by|for|of|representing|meaning|marking|up|down) ", between))


def _alike(a: Mention, b: Mention) -> bool:
    """Whether both figures are of one unit, so that one can have become the other."""
    p, q = quantity(a), quantity(b)
    if p.ranged or q.ranged or p.low <= 0 or q.low <= 0:
        return False
    if {p.dimension, q.dimension} <= {"count", "number"}:
        return not (p.unit and q.unit and p.unit != q.unit)
    if (p.dimension == "number") != (q.dimension == "number"):
        return "percent" not in (p.dimension, q.dimension) and not {p.dimension, q.dimension} & {"vote", "score", "duration"}
    return p.dimension == q.dimension and p.unit == q.unit and p.dimension not in ("vote", "score")
