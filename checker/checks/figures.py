"""How checks print figures: amounts, rates and percentages, rounded for reading."""

from __future__ import annotations

from decimal import Decimal

from checker.model import Quantity

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def plain(value: Decimal, digits: int = 4) -> str:
    """A number with thousands separators, at most `digits` significant ones behind the point."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    size = value.copy_abs().adjusted() + 1
    rounded = round(value, max(0, digits - size))
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal, unit: str = "") -> str:
    """An amount as news print it: "407.7 million USD"."""
    for scale, name in _SCALES:
        if value >= scale:
            return f"{plain(value / scale)} {name} {unit}".rstrip()
    return f"{plain(value)} {unit}".rstrip()


def length(value: Decimal, unit: str) -> str:
    """A length in minutes or hours as news print it: "39 minutes and 2 seconds"."""
    whole, rest = divmod(int((value * _SIXTY).to_integral_value()), _SIXTY)
    smaller = {"hour": "minute", "minute": "second"}[unit]
    return f"{whole} {unit}{'s' * (whole != 1)} and {rest} {smaller}{'s' * (rest != 1)}"


_SIXTY = 60


def spread(low: Decimal, high: Decimal, unit: str = "") -> str:
    """An interval, or one figure where both ends print alike."""
    a, b = amount(low, unit), amount(high, unit)
    return a if a == b else f"{amount(low)} to {b}"


def count(q: Quantity) -> str:
    """The printed figure of a quantity."""
    return amount(q.low, q.unit if q.dimension == "money" else "")
