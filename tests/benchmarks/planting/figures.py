"""Figures of an article: how they are written, and what they are worth."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty").split()
_WORDS = {w: n for n, w in enumerate(SMALL)}
_WORD = "|".join(SMALL[2:])
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# one figure with its currency, scale and percent sign, no part of a longer one
FIGURE = (r"(?<![\w$€£.,:/'’-])(?P<{0}>(?P<{0}c>[$€£])?(?P<{0}n>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<{0}d>\.\d+)?(?: (?P<{0}s>million|billion|trillion)\b)?(?P<{0}p> percent\b| per cent\b|%)?)"
          r"(?![\d%/:]|[.,]\d|-\w|[\w°]| (?:million|billion|trillion|percent))")
COUNT = rf"(?<![\w$€£.,:/'’-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{_WORD})(?![\d%/:]|[.,]\d|-|\w| (?:million|billion|trillion|percent|per cent)\b)"


class Figure(NamedTuple):
    """A figure as it is written."""

    text: str
    value: float
    currency: str
    scale: str
    percent: str
    decimals: int

    @property
    def unit(self) -> tuple[str, bool]:
        """What makes two figures comparable."""
        return self.currency, bool(self.percent)


def figure(m: re.Match[str], name: str) -> Figure:
    """The figure that the group of a pattern made with FIGURE found."""
    number = float(m[f"{name}n"].replace(",", "") + (m[f"{name}d"] or ""))
    scale = m[f"{name}s"] or ""
    return Figure(m[name], number * _SCALES.get(scale, 1), m[f"{name}c"] or "", scale, m[f"{name}p"] or "", max(0, len(m[f"{name}d"] or "") - 1))


def count(words: str) -> int:
    """What a whole number in digits or a word is worth."""
    return _WORDS[words.lower()] if words.lower() in _WORDS else int(words.replace(",", ""))


def written(number: int, like: str = "") -> str:
    """A whole number as news copy has it, or as another one is written."""
    if (like and not like[:1].isdigit() and number <= 20) or (not like and number < 10):
        return SMALL[number].capitalize() if like[:1].isupper() else SMALL[number]
    return f"{number:,}" if not like or "," in like or number >= 10_000 else str(number)


def rounded(value: float, digits: int = 3) -> float:
    """To so many significant digits."""
    return float(f"{value:.{digits - 1}e}")


def plain(value: float, decimals: int = 2) -> str:
    """A number with commas and no idle zeros."""
    told = f"{value:,.{decimals}f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def scaled(value: float, currency: str = "", digits: int = 3) -> str:
    """An amount as news copy has it: $2.36 billion, $236 million, $31,500."""
    value = rounded(value, digits)
    for word, size in reversed(list(_SCALES.items())[1:]):
        if value >= size:
            return f"{currency}{plain(value / size)} {word}"
    return currency + (plain(value, 0) if value >= 20 else f"{value:.2f}" if currency and value % 1 else plain(value))


def nearby(value: int, rng: Random) -> int:
    """Another count that is as round, a fifth off or more, or by two or three where it is small."""
    if value < 20:
        return value + rng.choice([2, 3] if value < 5 else [-3, -2, 2, 3])
    size = int("1" + "0" * (len(str(value)) - len(str(value).rstrip("0"))))
    return value + size * max(1, round(value / size * rng.choice([0.2, 0.3, 0.5]))) * rng.choice([1, -1] if value // size > 2 else [1])
