"""The extractor held against other libraries' own test cases: numbers, money, measures, durations, dates.

    python tests/benchmarks/peers.py --peers DIR [--show FAMILY] [--beside quantulum3]

A case applies when it is prose in English; what does not is left out by a mechanical test (`REASONS`), and the table tells
how many went for which reason. A case is right when every value that it expects is among the values read, with its
currency, unit's dimension or date. `--beside` runs an installed tool of the field on the same cases.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from checker.data.units import SIZE
from checker.extract import numbers, times
from checker.model import Date, Quantity

_NOT_ENGLISH = frozenset({"language", "bare", "nothing"})
Reader = Callable[[str], "list[Reading]"]


class Reading(NamedTuple):
    """A value read or expected: `kind` is number, money, duration (in hours), measure or date; `unit` a currency code or ""."""

    kind: str
    value: object
    unit: str = ""


class Case(NamedTuple):
    """A peer's case: the text, what it expects, and why it does not apply ("" where it does)."""

    family: str
    text: str
    expected: tuple[Reading, ...]
    left_out: str = ""


REASONS = {
    "nothing": "expects nothing under that tool's own scope (a number within a measure it leaves to another model)",
    "vague": "no figure is printed, in digits or words (a few, a couple, dozens of, several hundred, an hour, all day, another week)",
    "ambiguous": "a bare phrase that the sentence around it would decide (ten pounds: money or weight; 2m: metres, minutes or millions)",
    "relative": "a time relative to now, a holiday or a season: neither a printed day, month nor year",
    "language": "not written as English prose does it: decimal comma, grouping by points, spaces or apostrophes, another script",
    "bare": "a web price without a currency, or with one that our table has not",
    "notation": "mathematics or programming (powers, e-notation, infinity, negative numbers also in accountants' brackets, no figure before the point)",
    "dictated": "said aloud, not printed (one over three, point seventy-seven, one twenty-two, nineteen seventy-eight)",
    "glued": "a date run together (22april, Oct-2), or figures without a year or with two digits of one (5/7, 1-2-07)",
    "small": "a date whose month is written in small letters, where “may” and “march” are verbs",
    "ordinals": "an ordinal relative to others (the last but one, next)",
}
_ONES = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
# "three dozens" is a figure, "dozens" alone is none
_TOLD = re.compile(rf"\b(?:\d+|{_ONES}|ten|hundred|thousand) (?:dozens|thousands|millions|billions|trillions)\b|\bsome (?=\d)", re.I)
_DICTATED = re.compile(
    rf"(?<![$\w])(?:\d+|one) over (?:\d|{_ONES}|{_TENS}|hundred|and|[ -])+\W*$|^\s*point\b|\d point \d|(?<!point )\b(?:{_ONES})[ -](?:{_ONES}|{_TENS})(?!-)\b|"
    rf"\b(?:\w+teen|{_TENS})[ -](?:{_TENS})\b|\b(?:{_TENS}) and (?:{_ONES})\b(?! \w+(?:th|rd)s)|\b(?:of|[a-z]{{3,9}},) two thousand\b", re.I)
_LONE = re.compile(r"^\W*(?:at least |above |over |about )?\d[\d.,]*\s?(?:[mlMG]|in|['\"]{1,2})$")
_VAGUE = re.compile(r"\b(?:few|couple|several|dozens|hundreds|thousands|millions|billions|trillions|tens|some|pair|many|score)\b", re.I)
_NOTATION = re.compile(r"\d\s?[\^*]|\d+(?:\.\d+)?[eE][+-]?\d|\be\d|\([$€£]\d[\d.,]*\)|(?<![\w\d])(?<!\d )[-−–]\s?\.?\d|\bminus\b|\bnegative\b|(?<!\d)\.\d|±|\+/-|infinit|\bbelow zero\b", re.I)
_FOREIGN = re.compile(r"\d\.\d{3}[.,]\d|\d,\d{1,2}(?!\d)|\d[\s'’\u00a0]\d{3}(?!\d)|\d\.\d{3}(?!\d)|[^\x00-\x7f€£¥₹₪₩₽₺฿½¼¾–—’‘“”°º¢]")
_SMALL_LETTERS = re.compile(r"\b(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)\b(?=[ .]\W*(?:\d|t[wh]|first))")
# set before and apart from what we read: a reason looks at the case's text alone, never at the outcome
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|twent|thirt|forty|fortie|fift|fourt|sixt|sevent|eight|ninet|hundred|thousand|"
                     r"million|billion|dozen|half|quarter|third|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth|zero|twelfth)", re.I)
_MONTHS = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
# 22april, Oct-2; 4/22, 4.22, 22-04: no year; 3-7-07: a year of two digits that no stroke marks
_GLUED = re.compile(r"\d(?!st|nd|rd|th)[a-z]|^[a-z]{3,9}[-/]?\d|(?:^|[^\d/.-])\d{1,2}[./-]\d{1,2}(?!\d|[./-]\d)|\b\d{1,2}[.-]\d{1,2}[.-]\d{2}\b", re.I)


def ours(text: str) -> list[Reading]:
    """What our extractor reads."""
    found: list[Reading] = []
    for m in [*numbers.find(text), *times.find(text)]:
        if isinstance(m.value, Date) and m.value.month and m.value.day:
            found.append(Reading("date", (m.value.year, m.value.month, m.value.day)))
            if m.value.swapped:
                found.append(Reading("date", (m.value.year, *m.value.swapped)))
        elif isinstance(m.value, Date) and m.value.year and not m.value.month:
            found.append(Reading("number", Decimal(m.value.year)))
            found.append(Reading("measure", Decimal(m.value.year)))
        elif isinstance(m.value, Quantity):
            found += _quantity(m.value)
    return found


def _quantity(q: Quantity) -> Iterator[Reading]:
    from checker.extract.hedges import printed

    for value in dict.fromkeys(printed(q) if q.dimension != "vote" else (q.low, q.high)):
        yield Reading("number", value)
        if q.dimension == "mass" and q.unit in SIZE:
            yield Reading("number", value * SIZE[q.unit] * 1000)  # duckling tells grams
        if q.dimension == "length" and q.unit in SIZE:
            yield Reading("length", value * SIZE[q.unit])
        if q.dimension == "money":
            yield Reading("money", value, q.unit)
        elif q.dimension in ("duration", "age"):
            yield Reading("duration", value * SIZE.get(q.unit, Decimal(1)))
            yield Reading("measure", value)
        elif q.dimension not in ("count", "number", "ordinal"):
            yield Reading("measure", value)


def _decimal(printed: object) -> Decimal | None:
    try:
        return Decimal(str(printed).rstrip("%"))
    except InvalidOperation:
        return None


def _common(text: str) -> str:
    """The reasons that hold for every family."""
    if _VAGUE.search(_TOLD.sub("", text)) or not _NUMBER.search(text):
        return "vague"
    if _LONE.match(text):
        return "ambiguous"
    if _DICTATED.search(text):
        return "dictated"
    if _NOTATION.search(text):
        return "notation"
    return "language" if _FOREIGN.search(text) else ""


def recognizers(root: Path) -> Iterator[Case]:
    """Microsoft Recognizers-Text: values of numbers, percentages, money, measures, ages, durations, dates."""
    kinds = {"Number_NumberModel": "number", "Number_OrdinalModel": "number", "Number_PercentModel": "number", "NumberWithUnit_CurrencyModel": "money",
             "NumberWithUnit_DimensionModel": "number", "NumberWithUnit_AgeModel": "number", "NumberWithUnit_TemperatureModel": "number",
             "DateTime_DurationParser": "duration", "DateTime_DateParser": "date"}
    for name, kind in kinds.items():
        for case in json.loads((root / "recognizers_text" / f"{name}.json").read_text(encoding="utf-8-sig")):
            yield _recognizer(f"recognizers {name.split('_')[1]}", kind, case)


def _recognizer(family: str, kind: str, case: dict[str, Any]) -> Case:
    text, results = case["Input"], case.get("Results") or []
    if not results:
        return Case(family, text, (), "nothing")
    expected: list[Reading] = []
    for r in results:
        found = _dated(r) if kind in ("date", "duration") else _valued(kind, r.get("Resolution") or {})
        if found is None:
            why = "relative" if kind == "date" else "ordinals" if "Ordinal" in family else "vague"
            return Case(family, text, (), why)
        expected.append(found)
    why = _common(text)
    if kind == "date" and not why:
        spans = [str(r["Text"]) for r in results]
        why = "relative" if not all(_MONTHS.search(s) or re.search(r"\d[/.-]\d", s) for s in spans) else \
            "glued" if any(_GLUED.search(s) for s in spans) else "small" if _SMALL_LETTERS.search(text) else ""
    return Case(family, text, tuple(expected), why)


def _valued(kind: str, resolution: dict[str, Any]) -> Reading | None:
    value = _decimal(resolution.get("value"))
    if value is None:
        return None
    if resolution.get("unit") in ("Cent", "Pence", "Penny"):
        value /= 100
    return Reading("money", value, str(resolution.get("isoCurrency") or "")) if kind == "money" else Reading(kind, value)


def _dated(r: dict[str, Any]) -> Reading | None:
    value = r.get("Value") or {}
    if r["Type"] == "duration":
        seconds = _decimal((value.get("FutureResolution") or {}).get("duration"))
        return Reading("duration", seconds / 3600) if seconds is not None else None
    m = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", str(value.get("Timex")))
    return Reading("date", (int(m[1]) if m[1] != "XXXX" else None, int(m[2]), int(m[3]))) if m else None


_DUCKLING_MONEY = {"Dollar": "USD", "EUR": "EUR", "Pound": "GBP", "GBP": "GBP", "USD": "USD", "INR": "INR", "JPY": "JPY", "CNY": "CNY", "AUD": "AUD", "CAD": "CAD",
                   "ILS": "ILS", "KRW": "KRW", "RUB": "RUB", "CHF": "CHF", "SEK": "SEK", "BRL": "BRL", "Rial": "IRR", "Riyal": "SAR", "VND": "VND"}
_METRES = {"metre": "meter", "centimetre": "centimeter", "millimetre": "millimeter", "kilometre": "kilometer", "foot": "foot", "inch": "inch",
           "yard": "yard", "mile": "mile"}
_SECONDS = {"Second": 1, "Minute": 60, "Hour": 3600, "Day": 86400, "Week": 604800, "Month": 2629800, "Quarter": 7889400, "Year": 31557600}


def duckling(root: Path) -> Iterator[Case]:
    """Facebook duckling's English corpus: numerals, money, durations, distances, volumes, temperatures, ordinals."""
    for line in (root / "duckling/examples.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        dimension, text, expression = row["dimension"], _unescaped(row["text"]), row["value_expr"]
        if dimension in ("Email", "Time") or "examples" in expression or expression == "NEGATIVE":
            continue
        family = f"duckling {dimension}"
        expected = _duckling(dimension, expression)
        if not expected:
            yield Case(family, text, (), "bare" if dimension == "AmountOfMoney" else "vague")
            continue
        why = _common(text) or ("ambiguous" if dimension == "AmountOfMoney" and "pound" in text else "")
        yield Case(family, text, tuple(expected), why)


def _unescaped(text: str) -> str:
    """The text with the numeric escapes of Haskell read: what stands for € becomes €."""
    return re.sub(r"\\x([0-9a-fA-F]{2,4})(?:\\&)?", lambda m: chr(int(m[1], 16)), text)


def _duckling(dimension: str, expression: str) -> list[Reading]:
    figures = [Decimal(x) for x in re.findall(r"(?<![\w.])\d+(?:\.\d+)?(?:e\d+)?", expression)]
    if dimension == "AmountOfMoney":
        code = next((_DUCKLING_MONEY[w] for w in re.findall(r"[A-Za-z]+", expression) if w in _DUCKLING_MONEY), "")
        return [Reading("money", f, code) for f in figures] if code else []
    if dimension == "Duration":
        m = re.match(r"DurationData (\d+) (\w+)", expression)
        return [Reading("duration", Decimal(m[1]) * _SECONDS[m[2]] / 3600)] if m else []
    if dimension == "Quantity":
        figures = [f for f in figures if f]
    if dimension == "Distance" and (unit := next((w.lower() for w in re.findall(r"[A-Za-z]+", expression) if w.lower() in _METRES), "")):
        return [Reading("length", f * SIZE[_METRES[unit]]) for f in figures]
    return [Reading("number", f) for f in figures]


def quantulum(root: Path) -> Iterator[Case]:
    """quantulum3: sentences with values and units; the values are compared."""
    for name in ("quantities", "quantities.ambiguity"):
        for row in json.loads((root / "quantulum3" / f"{name}.json").read_text(encoding="utf-8")):
            expected = tuple(x for r in row["res"] for x in _ends(r))
            yield Case("quantulum3", row["req"], expected, ("" if expected else "nothing") or _common(row["req"]))


def _ends(r: dict[str, Any]) -> list[Reading]:
    """The value; of a range, which quantulum3 gives as its middle, the two figures printed."""
    values = r["value"] if isinstance(r["value"], list) else [r["value"]]
    printed = [Decimal(x.replace(",", "")) for x in re.findall(r"\d[\d,]*(?:\.\d+)?", r["surface"])]
    if len(printed) == 2 and abs((printed[0] + printed[1]) / 2 - Decimal(str(values[0]))) < Decimal("0.01"):
        return [Reading("number", x) for x in printed]
    return [Reading("number", Decimal(str(v))) for v in values]


def prices(root: Path) -> Iterator[Case]:
    """price-parser: prices as web shops print them, in many languages; those in English notation with a known currency apply."""
    from checker.data.currencies import CODES, SIGNS, WORDS

    for line in (root / "price_parser.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, amount = row["price_raw"] or "", row["amount"]
        if _decimal(amount) is None:
            yield Case("price-parser", text, (), "nothing")
            continue
        if not re.search(r"\d", text):
            yield Case("price-parser", text, (), "vague")
            continue
        known = bool(row["currency"]) and (str(row["currency"])[-1:] in SIGNS or row["currency"] in CODES or str(row["currency"]).lower() in WORDS)
        why = "bare" if not known or str(row["currency"]) not in text else "language" if _FOREIGN.search(text) else \
            "language" if re.search(r"[a-z]{3,}", text.replace(str(row["currency"]), ""), re.I) and not re.search(r"\b(?:from|price|was|now|only|each|per|save)\b", text, re.I) else \
            "notation" if _NOTATION.search(text) or len(re.findall(r"\d[\d,.]*", text)) > 1 else ""
        yield Case("price-parser", text, (Reading("number", Decimal(str(amount))),), why)


def text2num(root: Path) -> Iterator[Case]:
    """text2num: numbers in words."""
    for line in (root / "text2num_en.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        value = _decimal(row["expected"])
        if value is None:
            yield Case("text2num", row["text"], (), "nothing")
        else:
            yield Case("text2num", row["text"], (Reading("number", value),), _common(row["text"]))


def right(case: Case, found: list[Reading]) -> bool:
    """Is every expected value among those read (a date without a year in either is compared on month and day)?"""
    return all(any(_same(e, f) for f in found) for e in case.expected)


def _same(e: Reading, f: Reading) -> bool:
    if e.kind != f.kind or (e.unit and e.unit != f.unit):
        return False
    if e.kind == "date":
        return e.value == f.value
    a, b = Decimal(str(e.value)), Decimal(str(f.value))
    return abs(a - b) <= abs(a) * Decimal("0.03" if e.kind == "duration" else "0.002") + Decimal("0.0000001")


def beside(tool: str) -> Reader:
    """An installed tool of the field, behind the same interface (values only)."""
    if tool == "quantulum3":
        from quantulum3 import parser  # type: ignore[import-not-found,import-untyped,unused-ignore]

        return lambda text: [r for q in parser.parse(text) for r in _theirs(Decimal(str(q.value)), str(q.unit.name), str(q.unit.entity.name))]
    if tool == "text2num":
        from text_to_num import alpha2digit  # type: ignore[import-not-found,import-untyped,unused-ignore]

        return lambda text: [Reading(k, Decimal(x.replace(",", ""))) for x in re.findall(r"\d[\d,]*(?:\.\d+)?", alpha2digit(text, "en")) for k in ("number", "money")]
    from price_parser import Price  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def one(text: str) -> list[Reading]:
        amount = Price.fromstring(text).amount
        return [] if amount is None else [Reading("number", amount), Reading("money", amount)]

    return one


def _theirs(value: Decimal, unit: str, entity: str) -> Iterator[Reading]:
    """A value of quantulum3 as every kind that it may be compared as; lengths in metres and times in hours, as ours."""
    for kind in ("number", "money", "measure"):
        yield Reading(kind, value)
    size = SIZE.get(unit.replace("metre", "meter"))
    if size is not None and entity in ("length", "time"):
        yield Reading("length" if entity == "length" else "duration", value * size)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--peers", type=Path, required=True)
    options.add_argument("--show", help="print the cases of this family that come out wrong")
    options.add_argument("--beside", choices=["quantulum3", "text2num", "price-parser"])
    o = options.parse_args()
    other = beside(o.beside) if o.beside else None
    cases = [c for family in (recognizers, duckling, quantulum, prices, text2num) for c in family(o.peers)]
    total: Counter[str] = Counter()
    print(f"{'family':32}{'cases':>7}{'English':>8}{'apply':>7}{'right':>7}{'%':>7}{'% of all English':>18}" + (f"{o.beside:>14}" if other else "") + "   left out")
    for family in dict.fromkeys(c.family for c in cases):
        mine = [c for c in cases if c.family == family]
        apply = [c for c in mine if not c.left_out]
        good = [c for c in apply if right(c, ours(c.text))]
        dated = all(e.kind == "date" for c in apply for e in c.expected)  # none of the others reads dates
        theirs = sum(_safely(other, c) for c in apply) if other and not dated else 0
        why = Counter(c.left_out for c in mine if c.left_out)
        english = [c for c in mine if c.left_out not in _NOT_ENGLISH]
        everywhere = sum(bool(c.expected) and right(c, ours(c.text)) for c in english)
        print(f"{family:32}{len(mine):7}{len(english):8}{len(apply):7}{len(good):7}{100 * len(good) / max(1, len(apply)):7.1f}"
              f"{100 * everywhere / max(1, len(english)):18.1f}" + (f"{'–' if dated else theirs:>14}" if other else "") + "   " +
              ", ".join(f"{k} {v}" for k, v in why.most_common()))
        total.update(common=0 if dated else len(apply), shared=0 if dated else len(good))
        total.update(cases=len(mine), apply=len(apply), right=len(good), theirs=theirs, english=len(english), everywhere=everywhere)
        if o.show and o.show in family:
            for c in apply:
                if c not in good:
                    print("   ", repr(c.text), "expected", [str(e.value) + e.unit for e in c.expected], "read", [f"{r.value}{r.unit}" for r in ours(c.text)])
    print(f"{'all':32}{total['cases']:7}{total['english']:8}{total['apply']:7}{total['right']:7}{100 * total['right'] / total['apply']:7.1f}"
          f"{100 * total['everywhere'] / total['english']:18.1f}" + (f"{total['theirs']:14}" if other else ""))
    if other:
        print(f"\n{o.beside}: {total['theirs']} of the {total['common']} cases that apply and are no dates ({100 * total['theirs'] / total['common']:.1f}%); "
              f"ours: {total['shared']} ({100 * total['shared'] / total['common']:.1f}%). Currencies are compared for ours only.")
    print(f"\n{100 * total['apply'] / total['english']:.0f}% of the English cases apply; “% of all English” counts every case left out as wrong unless it comes out right")
    print("Left out:")
    for key, reason in REASONS.items():
        print(f"  {key:10} {reason}")


def _safely(reader: Reader | None, case: Case) -> bool:
    bare = case._replace(expected=tuple(e._replace(unit="") for e in case.expected))
    try:
        return reader is not None and right(bare, reader(case.text))
    except Exception as e:
        print(f"{case.text!r}: {e}", file=sys.stderr)
        return False


if __name__ == "__main__":
    main()
