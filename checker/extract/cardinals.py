"""Numerals in digits and in words → exact values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

ONES = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)} | {"fourty": 40}
POWERS = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
GROUPS = {"dozen": 12, "score": 20, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7}
# after a figure: "1.2bn", "$5m", "300k", "7 mln"; a lone letter only when it touches the digits
SUFFIXES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "millions": 10**6, "billion": 10**9, "billions": 10**9,
            "trillion": 10**12, "trillions": 10**12, "mln": 10**6, "mn": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9,
            "tn": 10**12, "trn": 10**12, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "mm": 10**6,
            "lakh": 10**5, "crore": 10**7, "dozen": 12}
TOUCHING = frozenset({"k", "m", "b", "t", "mm"})
FRACTIONS = {"half": (1, 2), "third": (1, 3), "thirds": (1, 3), "quarter": (1, 4), "quarters": (1, 4), "fourth": (1, 4),
             "fourths": (1, 4), "fifth": (1, 5), "fifths": (1, 5), "sixth": (1, 6), "sixths": (1, 6), "eighth": (1, 8),
             "eighths": (1, 8), "tenth": (1, 10), "tenths": (1, 10)}
WORDS = frozenset([*ONES, *TENS, *POWERS, "dozen"])
STARTS = frozenset([*WORDS, *(w.capitalize() for w in WORDS)]) - {"hundred", "Hundred", "thousand", "Thousand"}

_DIGITS = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?")
_SUFFIX = re.compile(r"([ \u00a0-]?)([A-Za-z]+)")
_FRACTION = re.compile(r"(?:[ \u00a0](\d)/(\d)(?!\d)|([½¼¾⅓⅔]))")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}


class Numeral(NamedTuple):
    """A number as printed: its value, the value of its last printed digit, and where it ends."""

    value: Decimal
    step: Decimal
    end: int


def digits(text: str, start: int, end: int) -> Numeral | None:
    """The numeral in digits that starts at `start`, magnitude included ("1.2bn", "300 million", "2 1/2")."""
    m = _DIGITS.match(text, start, end)
    if m is None:
        return None
    printed = m.group()
    if printed.startswith("0") and "," in printed:
        return None
    value = Decimal(printed.replace(",", ""))
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    at = m.end()
    if f := _FRACTION.match(text, at, end):
        if f.group(3):
            value, step, at = value + _VULGAR[f.group(3)], Decimal("0.25"), f.end()
        elif f.group(2) != "0":
            value, step, at = value + Decimal(f.group(1)) / Decimal(f.group(2)), Decimal("0.25"), f.end()
    while s := _SUFFIX.match(text, at, end):
        factor = SUFFIXES.get(s.group(2).lower() if len(s.group(2)) > 2 else s.group(2).replace("M", "m").replace("B", "b")
                              .replace("K", "k").replace("T", "t"))
        if factor is None or (s.group(2).lower() in TOUCHING and s.group(1)):
            break
        value, step, at = value * factor, step * factor, s.end()
    return Numeral(value, step, at)


def words(found: Sequence[tuple[int, int, str]], at: int, text: str) -> tuple[Numeral, int] | None:
    """The spelled-out numeral that starts with word `at` of `found`, and the index behind its last word.

    The words of one numeral are joined by single spaces or hyphens; "and" only after a hundred or higher.
    """
    total, current, last = 0, 0, ""
    step = 1
    i = at
    while i < len(found):
        word = found[i][2].lower()
        if i > at and text[found[i - 1][1]:found[i][0]] not in (" ", "-", "\u00a0", "‑"):
            break
        if word == "and" and last in POWERS and i + 1 < len(found) and found[i + 1][2].lower() in WORDS - set(POWERS):
            i += 1
            continue
        if word in ONES:
            if last in ONES or (last in TENS and not 0 < ONES[word] < 10):
                break
            current, step = current + ONES[word], 1
        elif word in TENS:
            if last in ONES or last in TENS:
                break
            current, step = current + TENS[word], 1
        elif word in POWERS and i > at:
            if word == "hundred":
                current *= 100
            else:
                total, current = total + current * POWERS[word], 0
            step = POWERS[word]
        elif word in GROUPS and word != "score" and i > at and last in ONES:
            current, step = current * GROUPS[word], GROUPS[word]
        else:
            break
        last = word
        i += 1
    if i == at:
        return None
    return Numeral(Decimal(total + current), Decimal(step), found[i - 1][1]), i
