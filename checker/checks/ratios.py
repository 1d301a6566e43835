"""Check `compute`, the ratios: so much a year, so many times, which way it went, a fraction, two shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks.base import Check, each, figure, quantity
from checker.checks.figures import amount, plain
from checker.checks.leads import majorities, misordered
from checker.checks.measures import Params, half, measures
from checker.checks.ways import opposed
from checker.extract.hedges import kind_of, printed, rounding
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Mention, Quantity, Span
from checker.records import NamedTuple

_TOLD = ("the sentence tells both figures and how they relate",)

_APART_TOLD = ("both seem to be told of one thing",)


class ShareParams(NamedTuple):
    """`points`: percentage points between a percentage and the fraction said to be the same, or over 100 of two shares of one whole."""

    points: float = 6.0
    over: float = 2.0


_HALF, _AGAIN = Decimal("0.5"), re.compile(r"(?:[a-z]+ ){0,2}half as [a-z]+(?: [a-z]+)? again(?![\w-])").match
_ROUNDED = Decimal("0.1")  # of a figure that its rounding may be at most: "1 million" is not half a million more
EVERY = frozenset({"every", "each"})
_MORE_THAN = Decimal("1.6")  # times a rate that what is told as more than it may be
_BOUND = 2  # percentage points by which a share may be on the other side of the fraction that it is said to be over or under
_NEAR = Decimal("1.12")  # times a share that nearly a fraction may be
_FAR_OFF = Decimal("1.5")  # times a fraction that it may be "more than", or be less than it


def _places(number: int, first: Mention, second: Mention) -> tuple[Place, ...]:
    return Place(number, first.span), Place(number, second.span)


def _value(q: Quantity) -> Decimal:
    low, high = printed(q)
    return (low + high) / 2


def _loose(*figures: Quantity) -> bool:
    return any(q.hedge for q in figures)


def _rates(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for i, relation in each(ledger, "rate"):
        whole, length, rate = (figure(relation, r) for r in ("whole", "length", "rate"))
        if not length.low or not rate.low:
            continue
        few, many = printed(length)  # a year may be of 220 working days
        expected = _value(whole) / few
        share = Decimal(str(params.hedged if _loose(whole, rate) else params.slack))
        slack = half(whole) / few + half(rate) + expected * share
        least = (_value(whole) / many - slack) / (_MORE_THAN if kind_of(rate) in ("over", "least") else 1)
        if least <= _value(rate) <= expected + slack:
            continue
        expected = _value(whole) / many if few != many and abs(_value(rate)) < expected else expected
        shown = f"{amount(expected, whole.unit if whole.dimension == 'money' else '')} a {length.unit}"
        facts = {"computed": shown, "expected": shown, "whole": amount(_value(whole)), "tolerance": f"rounding of the printed figures and {share:.0%}"}
        yield Conflict(_places(i, relation.all("rate")[0], relation.all("whole")[0]), facts, _TOLD)
    if any(isinstance(q := c.value.value, Quantity) and q.per or not EVERY.isdisjoint(a.document.lowercase) for a in ledger.analyses if len(a.claims) > 1 for c in a.claims):
        from checker.checks.paced import told_apart
        yield from told_apart(ledger)


def _multiples(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for i, relation in each(ledger, "multiple"):
        then, now = figure(relation, "then"), figure(relation, "now")
        told, hedge = Decimal(relation.facts["times"]), relation.facts["hedge"]
        said = relation.all("told")[0]
        if told == _HALF and _AGAIN(ledger.analyses[i].document.lower, said.span.start):
            told += 1  # "half as much again"
        if not then.low or not told or kind_of(now) in ("under", "most") or kind_of(then) in ("under", "most"):
            continue
        real = _value(now) / _value(then)
        low, high = _reach(told, hedge or ("about" if _loose(then, now) else ""))
        room = sum(min(rounding(q) / _value(q), _ROUNDED) for q in (now, then)) * real if _value(now) else Decimal(0)
        if low - room <= real <= high + room or real * 200 < told or real > told * 200:
            continue
        shown = f"{plain(round(real, 1))} times"
        facts = {"computed": shown, "expected": shown, "base": plain(_value(then)), "change": f"{plain(_value(then))} to {plain(_value(now))}",
                 "tolerance": f"{plain(round(low, 2))} to {plain(round(high, 2))} times"}
        made = relation.all("now")[0]
        other = relation.all("then")[0] if "likely" in relation.facts or said.span.start <= made.span.start < said.span.end else made  # "half as many at 35" holds what it makes
        yield Conflict(_places(i, said, other), facts, _TOLD, likely="likely" in relation.facts)


def _reach(told: Decimal, hedge: str) -> tuple[Decimal, Decimal]:
    """The ratios that a multiple may stand for: copy says "doubled" of anything from 1.8 to 2.3 times, and "more than" of nothing less."""
    down, up = {"more than": ("1", "1.6"), "nearly": ("0.75", "1.02"), "about": ("0.75", "1.3")}.get(hedge, ("0.9", "1.15"))
    return told * Decimal(down), told * Decimal(up)


def _directions(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for i, relation in each(ledger, "direction"):
        now, then = figure(relation, "now"), figure(relation, "then")
        way = relation.facts["way"]
        if now.hedge and (kind_of(now) == kind_of(then) or kind_of(now) == "about" and not then.hedge and now.step < 1):
            now, then = (q._replace(low=low, high=high, hedge="") for q, (low, high) in ((q, printed(q)) for q in (now, then)))  # "about 500, up from about 610", "about 66.2 percent": as printed
        wrong = now.low > then.high if way == "down" else now.high < then.low
        if not wrong:
            continue
        facts = {"computed": f"{plain(_value(now))} is {'more' if way == 'down' else 'less'} than {plain(_value(then))}",
                 "expected": "up" if way == "down" else "down", "change": f"{plain(_value(then))} to {plain(_value(now))}", "tolerance": "none"}
        told, end = relation.all("told")[0], relation.all("now")[0]
        other = relation.all("then")[0] if "apart" in relation.facts and told.span.start <= end.span.start < told.span.end else end  # "It could shrink to 1,600" holds what is to be
        yield Conflict(_places(i, told, other), facts, _TOLD)
    yield from misordered(ledger)
    yield from opposed(ledger)


def _shares(ledger: Ledger, params: ShareParams) -> Iterator[Conflict]:
    for i, relation in each(ledger, "share"):
        share, fraction = figure(relation, "share"), figure(relation, "fraction")
        real = fraction.low * 100
        slack = Decimal(str(params.points)) * (Decimal("1.25") if _loose(share, fraction) else 1)
        kind = kind_of(fraction)
        low, high = (Decimal(_BOUND) if kind in kinds else slack for kinds in (("under", "most", "almost"), ("over", "least", "just over")))
        slack = Decimal(str(params.points)) if kind == "almost" else slack
        below, above = (_FAR_OFF if kind in kinds else Decimal(1) for kinds in (("over", "least", "just over"), ("under", "most")))
        most = max(share.high * _NEAR, share.high + high) if kind == "almost" else (share.high + high) * above
        if (share.low - low) / below <= real <= most:
            continue
        shown = f"{plain(Decimal(relation.facts.get('real', round(real, 1))))} percent"
        facts = {"computed": shown, "expected": shown, "tolerance": f"{plain(slack)} percentage points"}
        apart = "likely" in relation.facts
        yield Conflict(_places(i, relation.all("fraction")[0], relation.all("share")[0]), facts, _APART_TOLD if apart else _TOLD, likely=apart, by_voice=apart)
    yield from _portions(ledger)
    yield from majorities(ledger)
    for i, relation in each(ledger, "sides"):
        yield from _over(i, relation.all("part"), Decimal(str(params.over)), whole=False)
    for i, relation in each(ledger, "answers"):
        parts = relation.all("part")
        yield from _over(i, parts, Decimal(str(params.over)) + Decimal(len(parts)) / 2, whole="all" in relation.facts)


def _over(i: int, parts: Sequence[Mention], room: Decimal, *, whole: bool) -> Iterator[Conflict]:
    """Shares of one whole that are more than 100 percent together, or less where they are told as all of it."""
    total = sum((_value(quantity(m)) for m in parts), Decimal(0))
    if total <= 100 + room and not (whole and total < 100 - room):
        return
    facts = {"computed": f"{plain(total)} percent together", "expected": "100 percent" + ("" if whole else " at most"), "total": plain(total),
             "tolerance": f"{plain(room)} percentage points"}
    first, *others = [m.span for m in parts]
    yield Conflict((Place(i, first), Place(i, Span(others[0].start, others[-1].end))), facts, ("both answer one question" if len(parts) == 2 else "they answer one question",))


def _portions(ledger: Ledger) -> Iterator[Conflict]:
    """A share that is not its part of the whole, within the rounding of all three; hedged counts may be off by a tenth."""
    for i, relation in each(ledger, "portion"):
        part, whole, share = (figure(relation, r) for r in ("part", "whole", "share"))
        real = _value(part) / _value(whole) * 100
        loose = Decimal("0.1") if _loose(part, whole) else Decimal(0)
        room = share.step / 2 + real * (loose + rounding(part) / _value(part) + rounding(whole) / _value(whole))
        if share.low - room <= real <= share.high + room or (share.high + real).quantize(Decimal(1)) == 100 or _percent_points(share, real):
            continue
        shown = f"{plain(round(real, 1))} percent"
        facts = {"computed": shown, "expected": shown, "change": f"{plain(_value(part))} of {plain(_value(whole))}", "tolerance": "rounding of the printed figures"}
        part_at, whole_at = relation.all("part")[0].span, relation.all("whole")[0].span
        told, across = relation.all("share")[0].span, Span(min(part_at.start, whole_at.start), max(part_at.end, whole_at.end))
        if whole_at.end < told.start and (across.start <= told.start < across.end or part_at.start - whole_at.end > _APART):
            across = whole_at  # told in the sentence before
        yield Conflict((Place(i, told), Place(i, across)), facts, _TOLD)


_APART = 60  # characters from a whole to its part: told in the sentence before


def _percent_points(share: Quantity, real: Decimal) -> bool:
    """Is it off by one in the last digit only, as a share cut short instead of rounded is?"""
    return abs(_value(share) - real) <= share.step


_NO_BOUND = 99  # items: more may belong to the list than are told


class CountParams(NamedTuple):
    """`most`: by how many the announced number may differ from the items told; more is another list."""

    most: int = 2


def _lists(ledger: Ledger, params: CountParams) -> Iterator[Conflict]:
    for i, relation in each(ledger, "list"):
        q = figure(relation, "announced")
        announced, least, most = int(q.low), int(relation.facts["least"]), int(relation.facts["most"])
        if announced <= most and (least <= announced or kind_of(q) == "least") or not least - params.most <= announced <= most + params.most:
            continue
        shown = str(least) if least == most else f"{least} or {most}" if most < _NO_BOUND else f"at least {least}"
        facts = {"computed": shown, "expected": shown, "count": shown, "tolerance": "none"}
        yield Conflict(_places(i, relation.all("announced")[0], relation.all("items")[0]), facts, ("the list follows its announcement",), likely="likely" in relation.facts)


CHECKS: dict[str, Check] = {
    "rate": Check(Params, _rates),
    "multiple": Check(Params, _multiples),
    "direction": Check(Params, _directions),
    "share": Check(ShareParams, _shares),
    "list": Check(CountParams, _lists),
    "measure": Check(Params, measures),
}
