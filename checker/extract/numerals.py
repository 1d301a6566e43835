"""Numerals: digits ("1,234.5", "3½", "1/2", "5m", "10-million"), words ("twenty-one million", "half a million", "two-thirds").

`read` takes the numeral that begins at an offset and returns its value, the value of its last printed digit, and where it ends.
Nothing here looks at units.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from checker.data.units import LETTERS, ONES, ORDINALS, PARTS, SCALES, TENS, VULGAR


class Numeral(NamedTuple):
    """A numeral at [start, end): `step` is the value of the last printed digit, `scale` what multiplies the figure."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    form: str = "digits"
    scale: Decimal = Decimal(1)


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(?:(\d{1,3})(?: | ?- ?))?(\d{1,2})/(\d{1,2})(?![\d/])")
_SCALE = re.compile(r"[ \u00a0-]?([A-Za-z]+)")
_NEXT = re.compile(r"(?:[ \u00a0]|-)(and[ -])?(an?[ -])?([A-Za-z]+)(?![A-Za-z])")
_THREE_QUARTERS = re.compile(r"[ -]([a-z]+)(?![a-z])")
_AND_A = re.compile(r" and (?:an?|one)[ -](half|quarter|third|fourth)(?![a-z])(?! of)")
_SHARE = re.compile(r"(?<![A-Za-z])(?:an?|An?)[ -]$")
_OF = re.compile(r" of (?:the|all|its|their|those|these|our|his|her|voters|americans|people|them|us)(?![a-z])", re.I)
_POINT = re.compile(r" point ((?:(?:zero|oh|nought|naught|one|two|three|four|five|six|seven|eight|nine)(?![a-z])[ -]?)+)")
_ARTICLE = re.compile(r"(?:(half|quarter|third)[ -](?:of )?)?(?<![A-Za-z])(an?|[Hh]alf|[Qq]uarter|A|An)[ -](?:(half|quarter)[ -])?$")
_AFTER_HALF = re.compile(
    r"(?: (?:an? (?=hour|day|mile|year|century|decade|inch|pound|point|percent|dozen|gallon|lit|kilo|met|ton|acre|ounce|minute|week|month)|of (?=the|all|its|their|those|these|his|her|our|them|us|"
    r"voters|americans)|the (?=[a-z])|(?=hour|year|day|mile|lit|gallon|inch|kilo|met))|-(?=lit|met|gallon|kilo|hour|day|mile|century|inch|point|percent|dollar|year))", re.I)
_ONE, _TENTH = Decimal(1), Decimal("0.1")
_DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "32", "64"})
_ORDINAL_END = {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"}
_BIG = frozenset(w for w in SCALES if not w.endswith("s") or w in ("lakhs", "crores"))
STARTS = frozenset(form for w in (*ONES, *TENS, *ORDINALS, "hundred", "thousand", "million", "billion", "trillion", "dozen",
                                  "half", "quarter", "third", "lakh", "crore") for form in (w, w.capitalize(), w.upper()))


def digits(text: str, start: int, money: bool = False) -> Numeral | None:
    """The numeral in digits at `start`; None where the digits are too long or make no number.

    With `money` a letter may scale it ("$5m", "£3bn", "€10k"); without, only what cannot be a unit.
    """
    m = _DIGITS.match(text, start)
    if m is None or len(m[0]) > 24:
        return None
    fraction = _FRACTION.match(text, start)
    if fraction:
        return _fraction(text, fraction)
    printed = m[0].replace(",", "")
    value, end = Decimal(printed), m.end()
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    if text[end:end + 1] in VULGAR and end < len(text):
        value, step, end = value + Decimal(VULGAR[text[end]]), _TENTH, end + 1
    elif text[end:end + 2] in _ORDINAL_END and not text[end + 2:end + 3].isalnum():
        return Numeral(start, end + 2, value, _ONE, "ordinal")
    return _scaled(text, Numeral(start, end, value, step), money)


def _fraction(text: str, m: re.Match[str]) -> Numeral | None:
    """3 1/2 or 1/2; anything else with a stroke ("9/11", "24/7") is no number."""
    whole, top, bottom = m.groups()
    if bottom not in _DENOMINATORS or int(top) >= int(bottom):
        return None
    return _scaled(text, Numeral(m.start(), m.end(), Decimal(whole or 0) + Decimal(top) / Decimal(bottom), _TENTH, "fraction"), False)


def _scaled(text: str, n: Numeral, money: bool) -> Numeral:
    """The numeral times the scale words that follow it: "5 hundred thousand", "$1.2bn", "2m"."""
    for _ in range(2):
        m = _SCALE.match(text, n.end)
        if m is None:
            break
        word, glued = m[1], m.start(1) == n.end
        scale = SCALES.get(word.lower()) if word.lower() in _BIG else None
        if scale is None and glued and len(word) == 1:
            scale = LETTERS.get(word.lower()) if money or _counting(text, word, m.end()) else None
        if scale is None:
            break
        n = n._replace(end=m.end(), value=n.value * scale, step=n.step * scale, scale=n.scale * scale)
    if (m := _AND_A.match(text, n.end)) and n.scale != 100 and n.scale != 12:
        n = n._replace(end=m.end(), value=n.value + n.scale / PARTS[m[1]], step=n.scale * _TENTH)
    return n


def _counting(text: str, letter: str, end: int) -> bool:
    """Is a letter glued to a bare number a scale ("5m people", "20k followers"), not metres?"""
    if letter in "kKMB":
        return True
    return letter == "m" and bool(re.compile(r" (?:people|jobs|barrels|homes|[a-z]+s\b)").match(text, end))


def spelled(text: str, start: int, word: str, end: int) -> Numeral | None:
    """The numeral in words whose first number word stands at [start, end); an article or "half a" before it is taken in."""
    low = word.lower()
    if low in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", "third", "lakh", "crore"):
        return _headless(text, start, low, end)
    if low in ORDINALS:
        share = _SHARE.search(text, max(0, start - 4), start)
        if share and low in PARTS and _OF.match(text, end):
            return Numeral(share.start(), end, Decimal(1) / PARTS[low], _TENTH, "fraction")
        return Numeral(start, end, Decimal(ORDINALS[low]), _ONE, "ordinal")
    total, group, last, at = Decimal(0), Decimal(ONES[low] if low in ONES else TENS[low]), "tens" if low in TENS else "ones", end
    scale = smallest = _ONE
    while m := _NEXT.match(text, at):
        joined, article, nxt = bool(m[1]), bool(m[2]), m[3].lower()
        if article:
            if joined and nxt in PARTS and last != "half" and not _OF.match(text, m.end()):
                part = Decimal(1) / PARTS[nxt]
                if group == 0 and scale >= 1000:
                    return Numeral(start, m.end(), total + scale * part, scale * _TENTH, "words", scale)
                group, last, at, smallest = group + part, "half", m.end(), _TENTH
                continue
            break
        if joined and nxt in ONES and (of := _THREE_QUARTERS.match(text, m.end())) and of[1].endswith("s") and of[1] in PARTS:
            return Numeral(start, of.end(), total + group + Decimal(ONES[nxt]) / PARTS[of[1]], _TENTH, "fraction")
        if nxt in PARTS and not joined and last == "ones" and (PARTS[nxt] != 2 or group == 1) and _is_part(nxt, group, text, m.end()):
            return Numeral(start, m.end(), (total + group) / PARTS[nxt], _TENTH, "fraction")
        if nxt in ORDINALS and last in ("tens", "scale") and not (nxt == "second" and last != "tens"):
            return Numeral(start, m.end(), total + group + ORDINALS[nxt], _ONE, "ordinal")
        if nxt in ONES and not joined and last == "tens" and 0 < ONES[nxt] < 10:
            group, last = group + ONES[nxt], "ones"
        elif (nxt in ONES or nxt in TENS) and last == "scale":
            group, last = group + (ONES[nxt] if nxt in ONES else TENS[nxt]), "tens" if nxt in TENS else "ones"
            smallest = scale = _ONE
        elif nxt in TENS and last == "ones" and 10 < group < 21 and not joined:
            return None  # "nineteen eighty-four" is a year
        elif nxt == "hundred" and last == "ones" and not joined:
            group, last, scale = group * 100, "scale", Decimal(100)
        elif nxt in _BIG and nxt != "hundred" and not joined and (last != "scale" or group):
            if group == 0:
                break
            scale, last = SCALES[nxt], "scale"
            total, group = total + group * scale, Decimal(0)
        else:
            break
        at = m.end()
    decimal = _POINT.match(text, at)
    if decimal:
        digits_said = [str(ONES.get(w, 0)) for w in decimal[1].replace("-", " ").split()]
        group, at = group + Decimal("0." + "".join(digits_said)), decimal.end() - (len(decimal[1]) - len(decimal[1].rstrip(" -")))
        smallest = Decimal(1).scaleb(-len(digits_said))
        if (more := _SCALE.match(text, at)) and more[1].lower() in _BIG:
            group, scale, at = group * SCALES[more[1].lower()], SCALES[more[1].lower()], more.end()
    return Numeral(start, at, total + group, smallest * scale, "words", scale)


def _is_part(word: str, group: Decimal, text: str, end: int) -> bool:
    """two-thirds, one-third, one quarter; not "two third", "one second", nor "three quarters" of a year in results."""
    if word.endswith("s"):
        return group > 1
    return group == 1 and word not in ("first", "second") and not re.compile(r" (?:of )?(?:20|19)\d\d").match(text, end)


def _headless(text: str, start: int, low: str, end: int) -> Numeral | None:
    """A number word that needs another before it: a million, half a dozen, a quarter of a million, half an hour."""
    if low in PARTS:
        return _part(text, start, low, end)
    m = _ARTICLE.search(text, max(0, start - 18), start)
    if m is None:
        return None
    first, article, inner = m.groups()
    if re.compile(r"(?:few|many|several|couple)[ -]$").search(text, max(0, m.start() - 8), m.start()):
        return None
    part = first or inner or (article.lower() if article.lower() in PARTS else "")
    share = Decimal(1) / PARTS[part.lower()] if part else _ONE
    step = _ONE if low == "dozen" else SCALES[low] * (_TENTH if part else _ONE)
    n = Numeral(m.start(), end, SCALES[low] * share, step, "words", SCALES[low])
    n = _scaled(text, n, False)
    if not part and low in ("hundred", "thousand") and n.scale == SCALES[low] and (more := _NEXT.match(text, n.end)) and \
            not more[2] and more[3].lower() in ONES.keys() | TENS.keys():
        rest = spelled(text, more.start(3), more[3], more.end(3))
        if rest and rest.form == "words" and 0 < rest.value < n.scale:
            n = n._replace(end=rest.end, value=n.value + rest.value, step=_ONE)
    if (half := re.compile(r" and a (half|quarter)(?![a-z])").match(text, n.end)) and not part:
        n = n._replace(end=half.end(), value=n.value + n.scale / PARTS[half[1]], step=n.step * _TENTH)
    return n


def _part(text: str, start: int, low: str, end: int) -> Numeral | None:
    """half, a half, a third, a quarter: where "of", "the", "an hour" or a hyphen follows."""
    if re.compile(r"[ -](?:an? |of an? )?(?:hundred|million|billion|trillion|dozen|thousand|crore|lakh)(?![a-z])").match(text, end):
        return None
    article = re.compile(r"(?<![A-Za-z])(?:an?|An?)[ -]$").search(text, max(0, start - 4), start)
    if low == "half":
        follows = _AFTER_HALF.match(text, end)
        if follows is None:
            return None
        tail = follows[0]
        return Numeral(start, end + (len(tail) if tail.strip() in ("a", "an") else 0), Decimal("0.5"), _TENTH, "fraction")
    if article and re.compile(r" of (?!an? )(?!(?:20|19)\d\d)|[ -](?=mile|hour|century|point|percent)").match(text, end):
        return Numeral(article.start(), end, Decimal(1) / PARTS[low], _TENTH, "fraction")
    if low == "third":
        return Numeral(start, end, Decimal(3), _ONE, "ordinal")
    return None
