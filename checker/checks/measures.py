"""Check `compute`, the measures: a measure told twice, in two units; temperatures with their sign, and differences of temperature.

Degrees Fahrenheit are nine fifths of degrees Celsius, plus 32 where they tell a temperature and not a difference. Sizes of units are those of the
international yard and pound agreement of 1959 and of NIST Handbook 44; gallons, quarts and pints may be imperial (1.2009499 of the American).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from checker.checks.base import each, figure
from checker.checks.figures import plain, spread
from checker.data.units import SIZE
from checker.data.ways import FALLING, RISING
from checker.extract.hedges import kind_of, printed
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Mention, Quantity, Span
from checker.records import NamedTuple
from checker.relate.gaps import HEDGE
from checker.structure.words import alternatives

_IMPERIAL = Decimal("1.2009499")
_IN_GALLONS = frozenset({"gallon", "quart", "pint"})
_OTHER = {"Celsius": "Fahrenheit", "Fahrenheit": "Celsius"}
_LOOSE = frozenset({"or", "pointed"})
_BEFORE, _BEHIND = 60, 40  # characters around the pair in which is told that it is a difference


_EXACT = Decimal("0.02")  # share by which lengths may be off where both are printed to a hundredth of themselves


class Params(NamedTuple):
    """`slack`: share by which a figure may be off beyond the rounding of the printed figures; `hedged`: the same where one is hedged."""

    slack: float = 0.05
    hedged: float = 0.15


def measures(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """A measure that its conversion does not give."""
    for i, relation in each(ledger, "conversion"):
        a, b = figure(relation, "amount"), figure(relation, "converted")
        if a.dimension == "money":
            continue
        pair = relation.all("amount")[0], relation.all("converted")[0]
        text, spans = ledger.analyses[i].document.text, [m.span for m in pair]
        if a.dimension == "temperature":
            signed, spans = _temperatures(text, *pair), [_with_sign(text, m) for m in pair]
            if signed is None:
                continue
            a, b, options = signed
        else:
            options = _converted(_towards(a, b), b)
        share = Decimal(str(params.hedged if a.hedge or b.hedge or relation.facts["shape"] in _LOOSE else params.slack))
        if not a.hedge and not b.hedge and a.dimension == "length" and _is_exact(a) and _is_exact(b):
            share = min(share, _EXACT)
        ratio = _degrees("Fahrenheit" if b.unit.endswith("Celsius") else a.unit) if a.dimension == "temperature" else None
        if not options or any(_fits(a, b, value, share, ratio) for value in options):
            continue
        shown = _told(_sensible(options[0], b), b.unit)
        facts = {"computed": shown, "expected": shown, "would_fit": spread(options[0], options[0]), "tolerance": f"rounding of the printed figures and {share:.0%}"}
        yield Conflict((Place(i, spans[1]), Place(i, spans[0])), facts, ("one measure in two units",), likely=relation.facts["shape"] == "pointed")
    yield from _unit_prices(ledger, params)


def _unit_prices(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """A price by one unit that is not the price by another: a pound weighs less than a kilo, and costs less."""
    for i, relation in each(ledger, "unit price"):
        a, b = figure(relation, "amount"), figure(relation, "converted")
        one = Quantity(Decimal(1), Decimal(1), "mass", relation.facts["to"])
        options = [_value(a) * many for many in _converted(one, one._replace(unit=relation.facts["from"]))]
        share = Decimal(str(params.hedged if a.hedge or b.hedge else params.slack))
        if not options or any(_fits(a, b, value, share) for value in options):
            continue
        shown = f"{plain(_sensible_value(options[0]))} {b.unit} per {relation.facts['to']}"
        facts = {"computed": shown, "expected": shown, "would_fit": spread(options[0], options[0]), "tolerance": f"rounding of the printed figures and {share:.0%}"}
        yield Conflict((Place(i, relation.all("converted")[0].span), Place(i, relation.all("amount")[0].span)), facts, ("one price by two units",))


def _towards(a: Quantity, b: Quantity) -> Quantity:
    """The end of a range that a bound is told of: "between seven and 12 grams, or less than half an ounce"."""
    if not a.ranged:
        return a
    kind = kind_of(b)
    return a._replace(low=a.high, ranged=False) if kind in ("under", "most", "almost") else a._replace(high=a.low, ranged=False) if kind in ("over", "least") else a


def _sensible_value(value: Decimal) -> Decimal:
    return Decimal(f"{value:.3g}")


def _converted(a: Quantity, b: Quantity) -> list[Decimal]:
    """What the amount is in the other's unit; two answers for gallons, none for units without a fixed ratio."""
    one, two = _size(a.unit), _size(b.unit)
    if not one or not two:
        return []
    value = _value(a) * one / two
    larger, smaller = a.unit in _IN_GALLONS, b.unit in _IN_GALLONS
    return [value] if larger == smaller else [value, value * _IMPERIAL if larger else value / _IMPERIAL]


def _size(unit: str) -> Decimal | None:
    """One unit in its dimension's base: "square mile" and "cubic foot" by their side, speeds by the way in an hour."""
    for word, power in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(word):
            side = SIZE.get(unit.removeprefix(word))
            return side ** power * (1000 if power == 3 else 1) if side else None  # a cubic metre is a thousand litres
    return SIZE.get(unit.removesuffix(" per hour"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    moved = alternatives(RISING | FALLING | set("warmed warm warms cooled cool cools heated rise rises drop drops fall falls dip dips".split()))
    apart = (r"(?:rise|increase|jump|climb|gain|drop|fall|dip|plunge|decrease|decline|cooling|warming|difference|gap|swing|range|change|shift|variation|anomaly|spread)")
    return {
        "minus": re.compile(r"(?:\b(?:minus|negative) |(?<![\w.)])[-–])$", re.I),
        "below": re.compile(r"\s*(?:degrees? )?below(?: zero| freezing)?\b", re.I),
        "apart": re.compile(rf"\b{apart}s? (?:in [a-z ]{{3,30}} )?(?:of|to|by|is|was) {HEDGE}$|\b(?:by|within|another|an extra|an additional) {HEDGE}$"
                            rf"|\b(?:{moved})(?: (?:up|down|back|on average|a further|another))? {HEDGE}$|\bwarming\b[^.;:]{{0,40}}$", re.I),
        "apart behind": re.compile(rf"[\s)\],]*(?:of )?(?:warmer|cooler|hotter|colder|higher|lower|above|more|less|over|under|off|either|apart|global(?:ly)?|{apart})\b", re.I),
    }


def _temperatures(text: str, a: Mention, b: Mention) -> tuple[Quantity, Quantity, list[Decimal]] | None:
    """Both with their signs, and what the second should be; None where nothing tells the scales, or a sign is in words that are not read."""
    p, q = _quantity(a), _quantity(b)
    scales = [x.unit.rpartition(" ")[2] for x in (p, q)]
    scales = [s if s in _OTHER else _OTHER.get(t, "") for s, t in (scales, reversed(scales))]  # "36 degrees (97 Fahrenheit)"
    if _OTHER.get(scales[0]) != scales[1]:
        return None
    patterns = _patterns()
    before = text[max(0, a.span.start - _BEFORE):a.span.start]
    factor = _degrees(scales[0])
    if patterns["apart"].search(before) or any(patterns["apart behind"].match(text[m.span.end:m.span.end + _BEHIND]) for m in (a, b)):
        return p, q, [_value(p) * factor]
    if any(patterns["below"].match(text[m.span.end:m.span.end + _BEHIND]) for m in (a, b)) or "zero" in a.text or "zero" in b.text:
        return None
    p, q = (x._replace(low=-x.high, high=-x.low) if patterns["minus"].search(text, max(0, m.span.start - 12), m.span.start) else x for x, m in ((p, a), (q, b)))
    return p, q, [_value(p) * factor + 32 if scales[0] == "Celsius" else (_value(p) - 32) * factor]


def _with_sign(text: str, m: Mention) -> Span:
    """The figure with the "minus" before it."""
    sign = _patterns()["minus"].search(text, max(0, m.span.start - 12), m.span.start)
    return Span(sign.start(), m.span.end) if sign else m.span


def _quantity(m: Mention) -> Quantity:
    assert isinstance(m.value, Quantity)
    return m.value


def _value(q: Quantity) -> Decimal:
    low, high = printed(q)
    return (low + high) / 2


def _degrees(scale: str) -> Decimal:
    """How many degrees of the other scale one of this is long."""
    return 1 / Decimal("1.8") if scale.endswith("Fahrenheit") else Decimal("1.8")


def _fits(a: Quantity, b: Quantity, value: Decimal, share: Decimal, ratio: Decimal | None = None) -> bool:
    """Is the converted figure right within half of the last digit that counts of either figure, and a share of itself?

    `ratio` is how many units of the second one of the first is; that of the two figures where none is given, which does not hold near freezing.
    """
    ratio = ratio or (abs(value / _value(a)) if _value(a) else Decimal(1))
    slack = half(a) * ratio + half(b) + abs(value) * share
    low, high = sorted(printed(b))
    return low - slack <= value <= high + slack


def _is_exact(q: Quantity) -> bool:
    """Is the figure printed to a hundredth of itself or closer ("1.78 meters", "5 feet 10 inches", as few heights are told)?"""
    return half(q) * 100 <= abs(printed(q)[1])


def half(q: Quantity) -> Decimal:
    """Half of the last digit that counts: zeros at the end count as rounding up to a tenth of the figure, "1 trillion" as 1.0."""
    value, step = abs(printed(q)[1]), q.step
    if step > 1 and step * 5 > value:
        step /= 10
    while step >= 1 and value and step * 100 <= value and value % (step * 10) == 0:
        step *= 10
    return step / 2


def _sensible(value: Decimal, printed_as: Quantity) -> str:
    digits = max(2, len(printed_as.low.normalize().as_tuple().digits))
    return plain(Decimal(f"{value:.{digits}g}"))


def _told(figure: str, unit: str) -> str:
    """ "330 feet", "62 miles per hour", "97 degrees Fahrenheit"."""
    head, _, rest = unit.partition(" degree" if unit.startswith("degree") else " per ")
    kind, _, scale = unit.partition(" ")
    if kind == "degree":
        return f"{figure} degrees {scale}".rstrip()
    measured = head.replace("foot", "feet") if head.endswith("foot") else head + ("" if head.endswith("stone") else "es" if head.endswith("inch") else "s")
    return f"{figure} {measured}{' per ' + rest if rest else ''}"
