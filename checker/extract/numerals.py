"""Numerals in digits: "1,234.5", "3½", "1/2", "5m", "10-million", "3 hundred and 21"; those in words are in `spelled`.

`digits` takes the numeral that begins at an offset and returns its value, the value of its last printed digit, and where it ends.
Nothing here looks at units.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.units import LETTERS, ONES, PARTS, SCALES, VULGAR
from checker.records import NamedTuple


class Numeral(NamedTuple):
    """A numeral at [start, end): `step` is the value of the last printed digit, `scale` what multiplies the figure."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    form: str = "digits"
    scale: Decimal = Decimal(1)


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(?:(\d{1,3})(?: {1,2}| ?- ?))?(\d{1,2})/(\d{1,4})(?![\d/])")
_WIDEST = 12  # characters of a fraction up to its stroke
_MORE = re.compile(r" (\d{1,3}) (hundred|thousand|lakh)(?![A-Za-z])|(?: and)? ([1-9]\d?)(?![\d.,:/%$-]*\d|[A-Za-z%]|-| (?:hundred|thousand|million|billion|percent)(?![a-z]))"
                   r"| and ([a-z]+)(?![A-Za-z-])")
_SCALE = re.compile(r"[ -]?([A-Za-z]+)")
AND_A = re.compile(r" and (?:an?|one)[ -](half|quarter|third|fourth)(?![a-z])(?! of)")
_ONE, _TENTH = Decimal(1), Decimal("0.1")
_new = tuple.__new__  # a named tuple is made at half the price
_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "32", "64", "100", "1000"})
_ORDINAL_END = {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"}
BIG = frozenset(w for w in SCALES if w != "hundreds")
_CLOSES = frozenset({"", *".,;:!?)%\n"})  # behind a figure no scale word
_GOES_ON = frozenset({" a", *(" " + letter for word in BIG for letter in (word[0], word[0].upper()))})  # how one begins apart from it, and "and a half"


def digits(text: str, start: int, money: bool = False) -> Numeral | None:
    """The numeral in digits at `start`; None where the digits are too long or make no number.

    With `money` a letter may scale it ("$5m", "£3bn", "€10k"); without, only what cannot be a unit.
    """
    m = _DIGITS.match(text, start)
    if m is None or len(m[0]) > 24:
        return None
    fraction = _FRACTION.match(text, start) if "/" in text[start:start + _WIDEST] else None
    if fraction:
        return _fraction(text, fraction)
    printed = m[0].replace(",", "")
    value, end = Decimal(printed), m.end()
    step = _ONE.scaleb(-len(printed.partition(".")[2])) if "." in printed else _ONE
    behind = text[end:end + 2]
    if behind[:1] in VULGAR:
        value, step, end = value + Decimal(VULGAR[text[end]]), _TENTH, end + 1
    elif behind in _ORDINAL_END and not text[end + 2:end + 3].isalnum():
        return Numeral(start, end + 2, value, _ONE, "ordinal")
    return scaled(text, _new(Numeral, (start, end, value, step, "digits", _ONE)), money)


def _fraction(text: str, m: re.Match[str]) -> Numeral | None:
    """3 1/2 or 1/2; anything else with a stroke ("9/11", "24/7") is no number."""
    whole, top, bottom = m.groups()
    if int(top) >= int(bottom) or not (bottom in _DENOMINATORS or (text.startswith(" of ", m.end()) and (top, bottom) != ("9", "11"))):
        return None
    return scaled(text, Numeral(m.start(), m.end(), Decimal(whole or 0) + Decimal(top) / Decimal(bottom), _TENTH, "fraction"), False)


def scaled(text: str, n: Numeral, money: bool) -> Numeral:
    """The numeral times the scale words that follow it: "5 hundred thousand", "$1.2bn", "2m"."""
    near = text[n.end:n.end + 2]
    if n.scale == 1 and near not in _GOES_ON and (near[:1] == " " or near[:1] in _CLOSES):
        return n  # as most
    for _ in range(2):
        m = _SCALE.match(text, n.end)
        if m is None:
            break
        word, glued = m[1], m.start(1) == n.end
        low = word.lower()
        scale = SCALES[low] if low in BIG else None
        if scale is None and glued and money and word == "MM":
            scale = SCALES["million"]
        if scale is None and glued and len(word) == 1:
            scale = LETTERS.get(word.lower()) if money or _counting(text, word, m.end()) or (word == "b" and n.value % 1) else None
        if scale is None:
            break
        n = n._replace(end=m.end(), value=n.value * scale, step=n.step * scale, scale=n.scale * scale)
    if n.scale >= 100 and n.form == "digits" and text[n.end:n.end + 1] == " ":
        n = _continued(text, n)
    if text.startswith(" and ", n.end) and (m := AND_A.match(text, n.end)) and n.scale != 100 and n.scale != 12:
        n = n._replace(end=m.end(), value=n.value + n.scale / PARTS[m[1]], step=n.scale * _TENTH)
    return n


def _continued(text: str, n: Numeral) -> Numeral:
    """4 thousand 3 hundred and 21: a smaller figure with its own scale word goes on; after "hundred" also two bare digits."""
    while n.scale >= 100 and (m := _MORE.match(text, n.end)):
        scale = SCALES[m[2]] if m[2] else _ONE
        more = m[1] or m[3] or ONES.get(m[4], 0)
        if not more or scale >= n.scale or (not m[2] and n.scale != 100):
            break
        n = n._replace(end=m.end(), value=n.value + Decimal(more) * scale, step=scale, scale=scale)
    return n


def _counting(text: str, letter: str, end: int) -> bool:
    """Is a letter glued to a bare number a scale ("5m people", "20k followers"), not metres?"""
    if letter in "kKMB":
        return True
    return letter in "mb" and bool(re.compile(r" (?:people|jobs|barrels|homes|(?!this\b|less\b|plus\b|versus\b)[a-z]{3,}s\b)").match(text, end))
