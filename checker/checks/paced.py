"""Check `compute`, rates told apart: "2,000 pupils leave every day" here and "73,000 pupils leaving each year" there, "$3 trillion over 10 years" and "$30 billion a year"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.checks.figures import amount
from checker.checks.ratios import EVERY
from checker.data.units import ONES
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Claim, Quantity
from checker.relate.spread import LENGTHS
from checker.structure.document import Document

_UNITS = frozenset(unit for pair in LENGTHS for unit in pair)
_ROOM = Decimal("1.3")  # times that either may be off, beyond the calendar's own room
_FAR = 5000  # times beyond which the two are of two things
_POWERS = (Decimal("0.001"), Decimal("0.01"), Decimal("0.1"), Decimal(10), Decimal(100), Decimal(1000))  # what a slip of noughts leaves
_CLOSE = Decimal("0.03")
_SHARED = 2  # words near either that the other's sentence has, too


@cache
def _over() -> re.Pattern[str]:
    return re.compile(rf"(?: (?:in|of|for) [a-z]+(?: [a-z]+)?)? (?:over|during|across|in|within) (?:the )?(?:(?:next|past|last|coming|first|following) )?(?:(?P<decade>a decade|decade)|(?P<many>{'|'.join(ONES)}|\d\d?)[ -]years?)(?![\w-])", re.I)


def told_apart(ledger: Ledger) -> Iterator[Conflict]:
    """Rates of two sentences that one thing cannot have."""
    for number, analysis in enumerate(ledger.analyses):
        rates = [(c, per) for c in analysis.claims if (per := _quantity(c).per) in _UNITS]
        if not EVERY.isdisjoint(analysis.document.lowercase):
            rates += _every(analysis.document, analysis.claims)
        if rates:
            yield from _two_rates(number, rates)
            yield from _of_whole(number, analysis.document, [c for c, per in rates if per == "year"], analysis.claims)


_DONE = 40  # characters from what is counted to how often it is


def _every(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """Counts with a verb before "every day": "2,000 pupils will leave every day"."""
    text = document.text
    for c in claims:
        q = _quantity(c)
        if q.dimension == "count" and not q.per:
            near = text[(end := c.value.span.end):end + _DONE]
            if (" every " in near or " each " in near) and (m := _often().match(text, end)):
                yield c, m[1]


@cache
def _often() -> re.Pattern[str]:
    return re.compile(r"(?: (?!and |but |or |to |who |that |each |every )[a-z]+){1,3} (?:every|each) (day|week|month|year)(?![\w-])")


def _quantity(c: Claim) -> Quantity:
    return c.value.value  # type: ignore[return-value]  # claims are of figures


def _two_rates(number: int, rates: Sequence[tuple[Claim, str]]) -> Iterator[Conflict]:
    """One thing by two lengths of time."""
    for j, (b, second) in enumerate(rates):
        for a, first in rates[:j]:
            short, long, unit, longer = (a, b, first, second) if (second, first) in LENGTHS else (b, a, second, first)
            many = LENGTHS.get((longer, unit))
            if many is None or a.sentence == b.sentence or not _one_thing(a, b):
                continue
            low, high = many
            told, times = printed(_quantity(short))[0], printed(_quantity(long))[0]
            if not told or not times or low / _ROOM <= times / told <= high * _ROOM or not 1 / Decimal(_FAR) < times / told / high < _FAR:
                continue
            few, most = amount(told * low), amount(told * high)
            shown = (few if few == most else f"{few} to {most}") + f" a {longer}"
            yield _conflict(number, max(a, b, key=_start), min(a, b, key=_start), shown)


def _start(c: Claim) -> int:
    return c.value.span.start


def _conflict(number: int, here: Claim, there: Claim, shown: str) -> Conflict:
    facts = {"computed": shown, "expected": shown, "whole": there.value.text, "tolerance": "the calendar's, and 30% more"}
    return Conflict((Place(number, here.value.span), Place(number, there.value.span)), facts, ("both seem to be told of one thing",), likely=True, by_voice=True)


def _one_thing(a: Claim, b: Claim) -> bool:
    """Do both count the same, with words near them in common and nothing that tells them apart?"""
    p, q = _quantity(a), _quantity(b)
    if p.dimension != q.dimension or p.unit != q.unit or p.ranged or q.ranged or a.mood != b.mood or a.roles != b.roles:
        return False
    if (years := set(filter(str.isdigit, a.scope))) and (others := set(filter(str.isdigit, b.scope))) and years.isdisjoint(others):
        return False
    if p.dimension == "count" and a.modifiers != b.modifiers:
        return False
    return len(_near(a, b)) >= (1 if p.dimension == "count" and a.noun else _SHARED)


def _near(a: Claim, b: Claim) -> set[str]:
    return set(a.near) & set(b.near) - {a.noun, "day", "week", "month", "year", "hour"}


_MANY = 60  # rates before and behind a whole that are held against it


def _of_whole(number: int, document: Document, rates: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Conflict]:
    """A whole over so many years, and a yearly amount that has its digits and not its noughts."""
    yearly = [c for c in rates if _quantity(c).dimension == "money" and not _quantity(c).ranged]
    starts = [c.value.span.start for c in yearly]
    for whole in claims if yearly else ():
        w = _quantity(whole)
        if w.dimension != "money" or w.per or w.ranged or (found := _over().match(document.text, whole.value.span.end)) is None:
            continue
        at = bisect_left(starts, whole.value.span.start)
        years = Decimal(10) if found["decade"] else Decimal(ONES.get(found["many"].lower()) or found["many"])
        for rate in yearly[max(0, at - _MANY):at + _MANY]:
            r = _quantity(rate)
            if rate.sentence == whole.sentence or r.unit != w.unit or years < 2 or not printed(w)[0]:
                continue
            times = printed(r)[0] * years / printed(w)[0]
            if any(abs(times - power) <= power * _CLOSE for power in _POWERS) and len((whole.words & rate.words) | (whole.names & rate.names)) >= _SHARED:
                yield _conflict(number, rate, whole, f"{amount(printed(w)[0] / years, w.unit)} a year")
