"""Values told in several units: "5 feet 3 inches", "two hours and ten minutes", "6 lb 4 oz", "$15 and 50 cents", "an hour and a half".

They are one quantity in the first, larger unit: 5 ft 3 in is 5.25 feet. The second figure must be less than one of the first
unit (no "2 hours and 90 minutes"; lengths are laxer: "2 yards, 7 feet"). Without a unit of its own it is taken only at the end of a clause ("2 hours ten.", "15 dollars 50"),
or after a hyphen ("6-foot-5").
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.units import SIZE, STEPS, UNITS
from checker.extract import nouns, spelled, units
from checker.extract.numerals import Numeral, digits
from checker.model import Dimension
from checker.records import NamedTuple


class Compound(NamedTuple):
    """What stands after the first figure and its unit: how much it adds, in that unit, its step, where it ends, what it modifies."""

    more: Decimal
    step: Decimal
    end: int
    dimension: Dimension
    noun: str = ""


class Piece(NamedTuple):
    """One further figure: its value in its own unit, "" where none is printed."""

    numeral: Numeral
    unit: str
    end: int
    dimension: Dimension
    noun: str


_JOINT = re.compile(r"(?:,? and |, | ?- ?| {0,2})(?=[\dA-Za-z])")
_NUMBER = re.compile(r"[A-Za-z]+|\d+")
_CLAUSE_ENDS = re.compile(r"(?:\.(?!\d)|[;:!?)\]\"”’—]|,(?!\d)| ?\n|$)")
_HEIGHT_ENDS = re.compile(r"[ ]+(?:and|tall|with|who)(?![a-z])")
_AND_HALF = re.compile(r"[ -]and[ -](?:an?[ -])?(half|quarter)(?![a-z])(?! (?:an?|the|of|his|her|their|its|dozen|million|billion)(?![a-z]))")
_INCHES = re.compile(r"[\"”″]|''|’’")
_CENTS = re.compile(r"[ -]?(?:cents?|c|p|pence|penny|¢|paise|kopecks?)(?![A-Za-z])")
_UNIT_BEFORE = re.compile(r"(?<![A-Za-z])([Aa]n?|one|One)[ ]([a-z]+)([ -])and\3(?:an?\3)?$")
_ONE_BEFORE = re.compile(r"(?<![A-Za-z])[Aa]n?[ ]([a-z]+),? and $")
_COINED = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}
_BARE = {"hour": "minute", "foot": "inch", "minute": "second"}
DIMENSIONS = frozenset({"duration", "age", "length", "mass", "volume", "money"})
_ONE, _MILLIONTH = Decimal(1), Decimal("0.000001")


def after(text: str, begin: int, n: Numeral, dimension: Dimension, unit: str, end: int, limit: int) -> Compound | None:
    """What further units add to the figure whose unit ends at `end`; None where nothing does."""
    if dimension not in DIMENSIONS or (dimension != "money" and unit not in STEPS):
        return None
    if n.value != n.value.to_integral_value():
        return None
    if dimension == "money":
        return _money(text, begin, n, end, limit) if n.scale == 1 else None
    if dimension == "duration" and (m := _AND_HALF.match(text, end)) and m.end() <= limit:
        part = Decimal("0.5") if m[1] == "half" else Decimal("0.25")
        return _modifying(text, Compound(part, part, m.end(), dimension), m[0][0])
    found: Compound | None = None
    larger = unit
    while (piece := _piece(text, begin, larger, end, limit)) is not None:
        total = (found.more if found else 0) + within(unit, piece.numeral.value, piece.unit)
        found = Compound(total, within(unit, piece.numeral.step, piece.unit), piece.end, piece.dimension, piece.noun)
        larger, end = piece.unit, piece.end
        if piece.noun:
            break
    return found


def _short(value: Decimal) -> Decimal:
    """The value itself where its decimals end soon (6 inches are 0.5 foot), else to six places (2 inches: 0.166667)."""
    return value if value == (rounded := value.quantize(_MILLIONTH)) else rounded


def within(large: str, value: Decimal, small: str) -> Decimal:
    """A value of the small unit in the large one: 6 inches are 0.5 foot exactly."""
    whole = STEPS[large].get(small)
    return _short(value / whole if whole else value * SIZE[small] / SIZE[large])


def _piece(text: str, begin: int, larger: str, end: int, limit: int) -> Piece | None:
    """The next figure with a smaller unit of the same dimension."""
    joint = _JOINT.match(text, end)
    smaller = STEPS.get(larger)
    if joint is None or not smaller or joint.end() >= limit:
        return None
    if "and" in joint[0] and text[max(0, begin - 8):begin].lower() == "between ":
        return None
    n = _numeral(text, joint.end())
    if n is None or n.end > limit:
        return None
    words = nouns.after(text, n.end)
    u = units.measure(text, n.end, words, n.value)
    if u is None or u.unit not in smaller:
        u = _inches(text, n.end, larger) or _glued(words, larger) or _bare(text, n, larger, joint[0])
    if u is None or u.unit not in smaller or u.end > limit or n.value >= smaller[u.unit] * (4 if u.dimension == "length" else 1):
        return None
    return Piece(n, u.unit, u.end, u.dimension, u.noun)


def _numeral(text: str, start: int) -> Numeral | None:
    token = _NUMBER.match(text, start)
    if token is None:
        return None
    if token[0][0].isdigit():
        n = digits(text, start)
        return n if n and n.scale == 1 and n.form != "ordinal" else None
    if token[0] not in spelled.STARTS:
        return None
    n = spelled.spelled(text, start, token[0], token.end())
    return n if n and n.start == start and n.form != "ordinal" else None


def _inches(text: str, end: int, larger: str) -> units.Unit | None:
    """The mark of inches that goes with one of feet, as in a height of 5 feet 3."""
    m = _INCHES.match(text, end) if larger == "foot" else None
    return units.Unit("length", "inch", m.end()) if m else None


def _glued(words: list[nouns.Word], larger: str) -> units.Unit | None:
    """2h10m, 7 ft 10 in: letters that are units only beside a larger one."""
    if not words or words[0].text not in ("m", "in", "s"):
        return None
    w = words[0]
    if w.text == "in":
        return units.Unit("length", "inch", w.end) if larger in ("foot", "yard") and (len(words) < 2 or words[1].joint != " " or not _place(words[1])) else None
    if w.joint:
        return None
    return units.Unit("duration", "minute" if w.text == "m" else "second", w.end)


def _place(word: nouns.Word) -> bool:
    """Whether "in" before this word is a preposition ("7 feet 10 in places"), not inches."""
    return word.low not in ("tall", "long", "wide", "high", "deep", "more", "and", "or")


def _bare(text: str, n: Numeral, larger: str, joint: str) -> units.Unit | None:
    """2 hours ten; 6-foot-5: the next smaller unit goes without saying."""
    unit = _BARE.get(larger)
    if unit is None or n.value != n.value.to_integral_value() or "," in joint:
        return None
    hyphen = joint.strip() == "-" and larger == "foot"
    ends = _CLAUSE_ENDS.match(text, n.end) or (larger == "foot" and _HEIGHT_ENDS.match(text, n.end))
    if not (ends or (hyphen and text[n.end:n.end + 1] in " ,")) or ("-" in joint and not hyphen):
        return None
    return units.Unit("length" if larger == "foot" else "duration", unit, n.end)


def _money(text: str, begin: int, n: Numeral, end: int, limit: int) -> Compound | None:
    """$15 and 50 cents; 15 dollars 50: the hundredths of a sum."""
    joint = _JOINT.match(text, end)
    if joint is None or "-" in joint[0] or joint.end() >= limit or joint[0] == "" or text[max(0, begin - 8):begin].lower() == "between ":
        return None
    cents = _numeral(text, joint.end())
    if cents is None or cents.end > limit or not 0 < cents.value < 100 or cents.value != cents.value.to_integral_value():
        return None
    m = _CENTS.match(text, cents.end)
    if m is None and (cents.value < 10 or "," in joint[0] or not _CLAUSE_ENDS.match(text, cents.end) or text[n.end - 3:n.end - 2] == "."):
        return None
    share = Decimal("0.01")
    return Compound(cents.value * share, share, m.end() if m else cents.end, "money")


def _modifying(text: str, c: Compound, joint: str) -> Compound:
    """With the noun that an hour-and-a-half stands before ("an hour-and-a-half meeting")."""
    found = nouns.modified(nouns.after(text, c.end)) if joint == "-" else None
    return c._replace(noun=found[0], end=found[1]) if found else c


def one_more(text: str, begin: int, dimension: Dimension, unit: str) -> tuple[int, str] | None:
    """The larger unit told with an article before the figure: "an hour and 45 minutes" is (where it begins, "hour")."""
    if text[begin - 5:begin] != " and " or dimension not in ("duration", "length", "mass", "money"):
        return None
    m = _ONE_BEFORE.search(text, max(0, begin - 24), begin)
    if m is None:
        return None
    if dimension == "money":
        return (m.start(), _COINED[m[1]]) if m[1] in _COINED else None
    large = UNITS.get(m[1])
    return (m.start(), large[1]) if large and large[0] == dimension and unit in STEPS.get(large[1], {}) else None


def article(text: str, start: int, end: int) -> tuple[int, Numeral, Compound, str] | None:
    """An hour and a half, a year and a half: (where it begins, 1.5, what it adds to one, unit); the "half" is at [start, end)."""
    m = _UNIT_BEFORE.search(text, max(0, start - 30), start)
    if m is None or m[2] not in UNITS:
        return None
    dimension, unit = UNITS[m[2]]
    found = _AND_HALF.match(text, m.end(2))
    if dimension not in ("duration", "length") or unit not in STEPS or found is None or found.end() != end:
        return None
    half = Decimal("0.5") if found[1] == "half" else Decimal("0.25")
    return m.start(), Numeral(m.start(), end, _ONE, half, "words"), _modifying(text, Compound(half, half, end, dimension), m[3]), unit


