"""One figure told with the same digits but another scale or unit: million for billion, yards for feet."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checker.extract.hedges import printed
from checker.link.evidence import SIZES, evidence, log_odds
from checker.link.figures import Link, because, grouped
from checker.link.group import Group, quantity
from checker.model import Claim, Dimension, Quantity

_CHANCE = math.log(10)  # what each digit that agrees is worth: one in ten does by chance
_MOST = 12  # figures of the same digits: more are a table of round sums, not a slip
_UNUSUAL = 1000  # "5,000 million": from here on one would write another word of scale, so that the same again is no chance
_SOON = 2  # sentences from a figure to what points back at it
_HUNDREDS = 100
_TELLING = 2  # digits; with more of them, one name that leads both figures will do ("Osk Mills … for 367 million", "Osk Mills, at 367 billion")
_NO_CHANCE = 4  # digits that stand twice before two words of scale
_MEASURES = frozenset({"duration", "length", "mass", "area", "volume", "speed"})


def scales(groups: Iterable[Group], least: float) -> Iterator[Link]:
    """Pairs with the same digits a thousand or a million times apart, in different sentences; `groups` are the figures by unit.

    Equal digits are evidence in themselves, most where a word of scale was written for another ("24 million" for "24 billion"). Besides, words near
    both must be shared, one, or two where the figures have one digit only; or the later one points back ("the $2 billion").
    """
    for group in groups:
        by_digits: dict[tuple[int, ...], list[Claim]] = defaultdict(list)
        for c in group.claims:
            if _one_value(q := quantity(c)):
                by_digits[_digits(printed(q)[0])].append(c)
        yield from _ends(group.claims)
        for digits, found in by_digits.items():
            for a, b in _pairs(found):
                if _thousandfold(quantity(a), quantity(b)):
                    printed_so = _swapped(a, b)
                    size = len(digits) + (printed_so >= _UNUSUAL)
                    if printed_so and (_soon_again(a, b, group.claims) or len(digits) > 1 and _touch(a, b) or len(str(printed_so)) > _TELLING and _shared(a, b) or len(digits) >= _NO_CHANCE):
                        yield Link(a, b, 0.0, because(a, b))
                        continue
                    words = 0 if printed_so >= _UNUSUAL or (printed_so and _back(size, b)) else 1 if size > 1 else 2
                    if _shared(a, b) >= words or size > _TELLING and printed_so and a.leaders and a.leaders[:1] == b.leaders[:1]:
                        yield from _linked(a, b, group, size, least)


def units(claims: Sequence[Claim], least: float) -> Iterator[Link]:
    """Pairs with the same number of two units that measure the same, in different sentences: "500 yards" here, "500 feet" there.

    The first digit is no evidence: "two days" and "two years" stand in many an article, so lengths of time of one digit are left out.
    """
    by_number: dict[tuple[Dimension, Decimal], list[Claim]] = defaultdict(list)
    for c in claims:
        q = quantity(c)
        if q.dimension in _MEASURES and _one_value(q):
            number = printed(q)[0]
            if q.dimension != "duration" or len(_digits(number)) > 1:
                by_number[q.dimension, number].append(c)
    slips = {key: found for key, found in by_number.items() if len({quantity(c).unit for c in found}) > 1}
    if not slips:
        return
    groups = {quantity(g.claims[0]).dimension: g for g in grouped(claims, lambda q: q.dimension)}
    for (dimension, number), found in slips.items():
        for a, b in _pairs(found):
            if _one_unit(quantity(a).unit, quantity(b).unit):
                continue
            if dimension != "duration" and number >= _HUNDREDS and abs(a.sentence - b.sentence) <= _SOON and (a.noun and a.noun in b.near or b.noun and b.noun in a.near):
                yield Link(a, b, least, because(a, b))  # "the wall is 1,000 miles long … a 1,000-kilometer wall"
            elif _shared(a, b):
                yield from _linked(a, b, groups[dimension], len(_digits(number)) - 1, least)


def _ends(claims: Sequence[Claim]) -> Iterator[Link]:
    """ "three billion to four billion … The four million increase": the later figure points back at an end of a range told just before."""
    ranges = [c for c in claims if quantity(c).ranged and quantity(c).step >= _UNUSUAL]
    for a in ranges:
        p = quantity(a)
        for b in claims:
            q = quantity(b)
            if b.determiner == "the" and _one_value(q) and not q.hedge and (digit := printed(q)[0] / q.step) and 0 < b.sentence - a.sentence <= _SOON \
                    and any(x / p.step == digit and _thousandfold(p._replace(low=x, high=x), q) for x in (p.low, p.high)) and not any(c is not b and quantity(c).low == q.low for c in claims):
                yield Link(a, b, 0.0, because(a, b))


def _one_unit(a: str, b: str) -> bool:
    """Are they one, or one of them the other called loosely ("ounces" of gold for "troy ounces")?"""
    return a == b or a.endswith(f" {b}") or b.endswith(f" {a}")


def _one_value(q: Quantity) -> bool:
    return q.low == q.high or bool(q.hedge)


def _digits(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits


def _pairs(found: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    if len(found) <= _MOST:
        yield from ((a, b) for j, b in enumerate(found) for a in found[:j] if a.sentence != b.sentence)


def _shared(a: Claim, b: Claim) -> int:
    return len(set(a.near) & set(b.near)) + (a.noun != "" and a.noun == b.noun)


def _touch(a: Claim, b: Claim) -> bool:
    """Has the one sentence a word or name near its figure that the other has, or does the later figure point back ("the whole $1.6 billion", "its $4.2 billion price")?

    Two amounts with the same two digits before two words of scale stand in one of a thousand articles, slip or not.
    """
    return not a.words.isdisjoint(b.near) or not b.words.isdisjoint(a.near) or not a.names.isdisjoint(b.names) or b.determiner in _POINTERS or not _POINTERS.isdisjoint(b.before[-2:])


_POINTERS = frozenset({"the", "its", "their", "his", "her", "this", "that", "whole", "entire"})


def _swapped(a: Claim, b: Claim) -> Decimal:
    """The digits as printed, where both figures have the same with another word of scale behind them; else nothing."""
    p, q = quantity(a), quantity(b)
    digits = printed(p)[0] / p.step
    return digits if min(p.step, q.step) >= 1000 and digits == printed(q)[0] / q.step else Decimal(0)


def _back(size: int, b: Claim) -> bool:
    """Does the later figure point back ("the 24 million owed abroad"), and, where it has one digit, with nothing behind it that tells of what it is?"""
    return b.determiner == "the" and (size > 1 or not b.after)


def _soon_again(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """Does the later figure, told once, point back a sentence or two ("The $2 billion would …", "that $1 billion, if …"), with no noun behind it of its own?"""
    if b.determiner != "the" or not 0 < b.sentence - a.sentence <= _SOON + 1 or b.after and b.after[0] not in _NO_NOUNS or quantity(b).noun:
        return False
    value = printed(quantity(b))[0]
    if sum(printed(quantity(c))[0] == value for c in claims) == 1:
        return True
    return not {"that", "those"}.isdisjoint(b.before) and a.sentence == b.sentence - 1 and not a.company


# words behind a figure that say nothing of what it is
_NO_NOUNS = frozenset("""is was are were be been has had have will would won wouldn could couldn can can't won't wouldn't couldn't should must may might if and but or
as at by to into from than then does did doesn't didn't isn't wasn't hasn't hadn't not also comes came went goes half some most only none""".split())


def _linked(a: Claim, b: Claim, group: Group, digits: int, least: float) -> Iterator[Link]:
    given = {k: v for k, v in evidence(a, b, group).items() if k not in SIZES}
    odds = log_odds(given) + _CHANCE * digits
    if odds >= least:
        yield Link(a, b, odds, because(a, b))


def _thousandfold(a: Quantity, b: Quantity) -> bool:
    low, high = sorted((printed(a)[0], printed(b)[0]))
    return low >= 1000 and high / low in (1000, 10 ** 6)
