"""Measures, durations, percentages and ages after a numeral."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.units import LINEAR, UNITS
from checker.extract.nouns import Word, modified
from checker.model import Dimension
from checker.records import NamedTuple


class Unit(NamedTuple):
    """What stands after a numeral: its dimension, its unit, where it ends, the noun that it modifies."""

    dimension: Dimension
    unit: str
    end: int
    noun: str = ""
    factor: Decimal = Decimal(1)


_GLUED = {"m": ("length", "meter"), "g": ("mass", "gram"), "h": ("duration", "hour"), "C": ("temperature", "degree Celsius"),
          "F": ("temperature", "degree Fahrenheit"), "l": ("volume", "liter"), "L": ("volume", "liter"), "t": ("mass", "tonne")}
_BETWEEN = frozenset({"more", "additional", "extra", "further", "full", "whole", "long", "less", "fewer", "straight", "consecutive", "solid", "short"})
# the first words of what `percent` and `measure` tell, in small letters
BEGINS = frozenset({*UNITS, *map(str.lower, _GLUED), *_BETWEEN, *"percent pct percents per percentage basis percentage-point point points".split(),
                    *"square sq cubic metric short long nautical troy".split()})
_FEET = frozenset("'’′")
_DEGREES = re.compile(r"[ ]?°[ ]?([CF])?(?![A-Za-z])")
_SCALE_OF = re.compile(r"[ ](Celsius|Fahrenheit|centigrade|C|F)(?![A-Za-z])", re.I)
_FEET_AND_INCHES = re.compile(r"['’′][ ]?\d{1,2}(?:½|\.5)?(?:[\"”″]|''|’’)")
_SPEED = re.compile(r"[ ](?:an|per|a)[ ]hour|[ ]?/[ ]?h(?:r|our)?(?![a-z])|ph(?![a-z])")
_POINTS = re.compile(r"[ -]?(percentage|basis)[ -]points?(?![a-z])")
_POINT = re.compile(r"([ -])points?(?![a-z])")


def percent(text: str, end: int, words: list[Word]) -> Unit | None:
    """12%, 12 percent, 12 per cent, 12 pct; percentage, basis and plain points."""
    sign = text[end:end + 2]
    if sign[:1] == "%":
        end += 1
        m = _POINT.match(text, end)
        return Unit("points", "point", m.end()) if m else Unit("percent", "percent", end)
    if sign == " %":
        return Unit("percent", "percent", end + 2)
    if not words:
        return None
    low = words[0].low
    if low in ("percent", "pct", "percents"):
        return Unit("percent", "percent", words[0].end)
    if low == "per" and len(words) > 1 and words[1].low in ("cent", "cents"):
        return Unit("percent", "percent", words[1].end)
    if low in ("percentage", "basis", "percentage-point"):
        m = _POINTS.match(text, end)
        return Unit("points", "basis point" if low == "basis" else "point", m.end()) if m else None
    if low in ("point", "points"):
        m = _POINT.match(text, end)
        return Unit("points", "point", m.end()) if m else None
    return None


def measure(text: str, end: int, words: list[Word], value: Decimal) -> Unit | None:
    """Lengths, areas, volumes, masses, temperatures, speeds, durations, ages."""
    near = text[end:end + 2]
    if "°" in near and (m := _DEGREES.match(text, end)):
        name = {"C": "degree Celsius", "F": "degree Fahrenheit"}.get(m[1] or "", "degree")
        return Unit("temperature", name, m.end())
    if near[:1] in _FEET and _FEET_AND_INCHES.match(text, end):
        return Unit("length", "foot", end + 1)
    if not words:
        return None
    word = words[0]
    # "12 feet (3.66 m)": a letter apart from its figure is a unit only at the end of a bracket
    if word.text in _GLUED and (word.joint == "" or (word.joint == " " and text[word.end:word.end + 1] == ")")):
        dimension, unit = _GLUED[word.text]
        return Unit(dimension, unit, word.end)  # type: ignore[arg-type]
    if word.low in ("square", "sq", "cubic") and len(words) > 1 and words[1].low in UNITS and UNITS[words[1].low][1] in LINEAR:
        kind: Dimension = "volume" if word.low == "cubic" else "area"
        return Unit(kind, f"{'cubic' if word.low == 'cubic' else 'square'} {UNITS[words[1].low][1]}", words[1].end)
    if word.low in ("metric", "short", "long", "nautical", "troy") and len(words) > 1 and words[1].low in UNITS:
        dimension, unit = UNITS[words[1].low]
        return Unit(dimension, {"metric": "tonne" if unit == "ton" else unit}.get(word.low, f"{word.low} {unit}"), words[1].end)
    if word.low in _BETWEEN and len(words) > 1 and words[1].low in UNITS:
        words = words[1:]
        word = words[0]
    found = UNITS.get(word.low)
    if found is None or (word.low in ("mos", "ms", "mi", "stone", "sec", "gal", "ha") and word.text[0].isupper()):
        return None
    dimension, unit = found
    if word.low in ("quarter", "second") and word.joint != "-" and value > 1 and value == int(value):
        return None
    if dimension == "duration":
        return duration(text, unit, words)
    if dimension == "length" and (s := _SPEED.match(text, word.end)):
        return Unit("speed", f"{unit} per hour", s.end())
    if dimension == "temperature":
        s = _SCALE_OF.match(text, word.end)
        name = "Fahrenheit" if (s and s[1][0] in "fF") or word.low == "fahrenheit" else "Celsius"
        return Unit("temperature", f"degree {name}" if s or word.low != "degrees" and word.low != "degree" else "degree", s.end() if s else word.end)
    adjectival = modified(words[1:]) if word.joint == "-" else None
    return Unit(dimension, unit, adjectival[1] if adjectival else word.end, adjectival[0] if adjectival else "")


_OLD = re.compile(r"[- ]olds?(?![a-z])|[ ]of age(?![a-z])")


def duration(text: str, unit: str, words: list[Word]) -> Unit:
    """A stretch of time, or an age: "34-year-old", "34 years old"; with a hyphen the noun that it modifies joins it."""
    word = words[0]
    old = _OLD.match(text, word.end)
    if old and unit in ("year", "month", "week", "day"):
        noun = modified(words[2:]) if word.joint == "-" and len(words) > 2 and words[1].low == "old" else None
        return Unit("age", unit, old.end(), noun[0] if noun else "")
    rest = words[1:]
    adjectival = modified(rest) if rest and (word.joint == "-" or word.text.endswith("'")) and not word.low.endswith("s") else None
    return Unit("duration", unit, adjectival[1] if adjectival else word.end, adjectival[0] if adjectival else "")
