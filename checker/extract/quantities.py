"""Figures in prose → quantities: what number, of what, in which unit, how hedged.

Two passes find where a number starts (a digit, a number word); one grammar reads on from there: currency sign,
numeral, range, magnitude, per cent, unit, noun, "per". Nothing here looks behind more than a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, Protocol

from checker.data.tender import MINOR, NAMES, NATIONAL, SIGNS
from checker.data.english import FUNCTION_WORDS
from checker.data.measures import IRREGULAR_PLURALS, UNITS, singular
from checker.extract.cardinals import FRACTIONS, STARTS, Numeral, digits, words
from checker.model import Dimension, Mention, Quantity, Span
from checker.structure.document import Document

_WORD = re.compile(r"[A-Za-z]+")
_DIGIT = re.compile(r"(?<![\w.,:/-])\d|(?<=[$£€¥₹₪₽₩])\d|(?<=[a-z]-)\d|(?<=[–—])\d")
_SIGN = re.compile(r"(?<![\w$£€¥])([A-Za-z.]{0,4}[$£€¥₹₪₽₩₺₦₱]|[A-Z][A-Za-z]{1,2}\.?[ \u00a0]?|R)$")
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s")
_NEXT = re.compile(r"[ \u00a0\n]?([A-Za-z°%][\w’'°]*(?:\.(?=\w))?|%)")
_HYPHENED = re.compile(r"[-‑]([A-Za-z]+)(?:[-‑]([A-Za-z]+))?(?![\w])")
_NOUN = re.compile(r"[ \u00a0\n]([A-Za-z][\w]*(?:[-’'][A-Za-z]\w*)*)")
_PER = re.compile(r"\s?(?:per|an?|each|every|/)\s?([a-z]+)")
_PERCENT = re.compile(r"[ \u00a0-]?(?:%|percent(?:age)?(?![\w])|per[ -]cent(?![\w])|pct(?![\w]))(?:[- ]points?(?![\w]))?", re.I)
_POINTS = re.compile(r"[ -](?:percentage[ -])?(?:basis )?points?(?![\w])")
_SCORE = re.compile(r"(\d{1,4})[-–](?:to[-–])?(\d{1,4})(?![\w%-]|\.\d|,\d)")
_VOTING = re.compile(r"vot|senate|house|approv|pass|confirm|ballot|reject|committee|decision|rul|court|chamber|parliament", re.I)
_HEDGES = {
    "about": (Decimal("0.92"), Decimal("1.08")), "around": (Decimal("0.92"), Decimal("1.08")),
    "roughly": (Decimal("0.9"), Decimal("1.1")), "approximately": (Decimal("0.92"), Decimal("1.08")),
    "some": (Decimal("0.9"), Decimal("1.1")), "estimated": (Decimal("0.9"), Decimal("1.1")),
    "nearly": (Decimal("0.88"), Decimal(1)), "almost": (Decimal("0.88"), Decimal(1)), "close to": (Decimal("0.9"), Decimal("1.05")),
    "under": (Decimal("0.85"), Decimal(1)), "less than": (Decimal("0.85"), Decimal(1)), "fewer than": (Decimal("0.85"), Decimal(1)),
    "up to": (Decimal("0.85"), Decimal(1)), "as many as": (Decimal("0.85"), Decimal(1)), "as much as": (Decimal("0.85"), Decimal(1)),
    "at most": (Decimal("0.85"), Decimal(1)), "more than": (Decimal(1), Decimal("1.2")), "over": (Decimal(1), Decimal("1.2")),
    "at least": (Decimal(1), Decimal("1.2")), "upwards of": (Decimal(1), Decimal("1.2")), "just over": (Decimal(1), Decimal("1.1")),
    "well over": (Decimal(1), Decimal("1.5")), "just under": (Decimal("0.9"), Decimal(1)), "no more than": (Decimal("0.85"), Decimal(1)),
    "no fewer than": (Decimal(1), Decimal("1.2")), "a minimum of": (Decimal(1), Decimal("1.2")), "above": (Decimal(1), Decimal("1.2")),
    "below": (Decimal("0.85"), Decimal(1)), "another": (Decimal(1), Decimal(1)), "exceeding": (Decimal(1), Decimal("1.2")),
}
_HEDGE = re.compile(r"(?<![\w-])(" + "|".join(sorted((h.replace(" ", r"\s") for h in _HEDGES), key=len, reverse=True)) +
                    r")\s(?:an?\s|the\s|just\s)?$", re.I)
_MONTHS = ("jan feb mar apr may jun jul aug sep oct nov dec sept january february march april june july august september october "
           "november december")
_MONTH = frozenset(w for m in _MONTHS.split() for w in (m.capitalize(), m.capitalize() + "."))
_PRECEDED = re.compile(r"([A-Za-z][\w.]*)\s$")
_NO_NOUN = FUNCTION_WORDS | {"says", "yes", "gas", "news", "politics", "always", "perhaps", "sometimes", "others", "things", "times"}


class _Maker(Protocol):
    """Makes the mention of the figure being read, once its unit is known."""

    def __call__(self, to: int, dimension: Dimension, unit: str = "", noun: str = "") -> Mention:
        """Make the mention that ends at `to`."""
        ...


class _Figure(NamedTuple):
    """A number with what stands around it, before its unit is read."""

    start: int
    low: Numeral
    high: Numeral
    spelled: bool
    currency: str
    ranged: bool


def extract(document: Document) -> list[Mention]:
    """All quantities of a document in order, none overlapping another."""
    text = document.text
    found: list[Mention] = []
    reach = 0
    for start, spelled in _starts(text):
        if start < reach:
            continue
        zone_end = document.zone_at(start).span.end
        m = _read(text, start, zone_end, spelled)
        if m is not None:
            if m.span.start >= reach:
                found.append(m)
            reach = max(reach, m.span.end)
    return found


def _starts(text: str) -> Iterator[tuple[int, list[tuple[int, int, str]]]]:
    """Where numbers start: the digits' offsets with an empty list, the number words' with the words from there on."""
    spelled = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    heads = [(w[0], spelled[i:i + 12]) for i, w in enumerate(spelled) if w[2] in STARTS or w[2] in ("half", "a")
             and i + 1 < len(spelled) and spelled[i + 1][2] in _A_STARTS]
    figures: list[tuple[int, list[tuple[int, int, str]]]] = [(m.start(), []) for m in _DIGIT.finditer(text)]
    yield from sorted(heads + figures, key=lambda x: x[0])


_A_STARTS = frozenset({"a", "hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", "third"})


def _number(text: str, start: int, end: int, spelled: list[tuple[int, int, str]]) -> Numeral | None:
    if not spelled:
        return digits(text, start, end)
    first = spelled[0][2].lower()
    if first in ("half", "a"):
        return _article(text, spelled)
    got = words(spelled, 0, text)
    if got is None:
        return None
    numeral, used = got
    if used < len(spelled) and text[numeral.end:spelled[used][0]] in (" ", "-") and spelled[used][2] in FRACTIONS \
            and (spelled[used][2].endswith("s") or numeral.value == 1) and numeral.value < 20:
        a, b = FRACTIONS[spelled[used][2]]
        return Numeral(numeral.value * a / Decimal(b), Decimal("0.01"), spelled[used][1])
    return numeral


def _article(text: str, spelled: list[tuple[int, int, str]]) -> Numeral | None:
    """ "a million", "half a million", "a dozen", "a quarter of a million"."""
    value = Decimal(1)
    i = 0
    if spelled[0][2] == "half":
        value, i = Decimal("0.5"), 1
    if i < len(spelled) and spelled[i][2] == "a":
        i += 1
    if i < len(spelled) and spelled[i][2] in ("half", "quarter", "third"):
        a, b = FRACTIONS[spelled[i][2]]
        return Numeral(Decimal(a) / b, Decimal("0.01"), spelled[i][1]) if text[spelled[i][1]:spelled[i][1] + 4] == " of " else None
    if i >= len(spelled) or text[spelled[i - 1][1]:spelled[i][0]] != " ":
        return None
    factor = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}.get(spelled[i][2])
    return Numeral(value * factor, Decimal(factor), spelled[i][1]) if factor else None


def _read(text: str, start: int, end: int, spelled: list[tuple[int, int, str]]) -> Mention | None:
    if not spelled and (vote := _vote(text, start, end)):
        return vote
    first = _number(text, start, end, spelled)
    if first is None:
        return None
    begin, currency = _sign(text, start) if not spelled else (start, "")
    if not spelled and not currency and _is_no_quantity(text, start, first):
        return None
    low, high, ranged = first, first, False
    if (m := _RANGE.match(text, first.end, end)) and (second := _second(text, m, start, end, currency)):
        joined = text[m.start():m.end()].strip()
        if joined not in ("and", "or") or re.search(r"between\s\S{0,4}$", text[max(0, begin - 14):begin]) or joined == "or":
            low, high, ranged = _scaled(first, second, text), second, True
    if low.value > high.value:
        low, high, ranged = first, first, False
    return _unit(text, _Figure(begin, low, high, bool(spelled), currency, ranged), end)


def _second(text: str, m: re.Match[str], start: int, end: int, currency: str) -> Numeral | None:
    """The upper end of a range: digits (with their sign) or number words."""
    at = m.end()
    if currency and (s := re.compile(r"[A-Z]{0,3}[$£€¥]").match(text, at)):
        at = s.end()
    if at < end and text[at].isdigit():
        return digits(text, at, end)
    found = [(w.start(), w.end(), w.group()) for w in _WORD.finditer(text, at, min(end, at + 60))]
    if found and found[0][0] == at and found[0][2] in STARTS and not text[start].isdigit():
        got = words(found, 0, text)
        return got[0] if got else None
    return None


def _scaled(low: Numeral, high: Numeral, text: str) -> Numeral:
    """ "3 to 4 million" is 3 million to 4 million: the lower end takes the magnitude that only the upper has."""
    for factor in (10**12, 10**9, 10**6, 1000):
        if high.value >= factor and low.value < factor and low.value < 1000 and high.step >= factor // 1000 and \
                text[low.end:low.end + 1] in " -–—" and low.value * factor <= high.value:
            return Numeral(low.value * factor, low.step * factor, low.end)
    return low


def _sign(text: str, start: int) -> tuple[int, str]:
    m = _SIGN.search(text[max(0, start - 6):start])
    if m is None:
        return start, ""
    sign = m.group(1).strip()
    begin = start - (len(text[max(0, start - 6):start]) - m.start())
    if sign in SIGNS and (not sign.isalpha() or sign.isupper() or sign in ("Rs", "Fr")):
        return (begin, SIGNS[sign]) if sign != "R" or text[start - 1] == "R" else (start, "")
    return (start - 1, SIGNS[sign[-1]]) if sign[-1] in SIGNS and not sign[-1].isalpha() else (start, "")


def _is_no_quantity(text: str, start: int, numeral: Numeral) -> bool:
    """Years, days of a month, times of day, and numbers that name something ("Boeing 747", "Flash 90")."""
    after = text[numeral.end:numeral.end + 12]
    before = _PRECEDED.search(text[max(0, start - 14):start])
    printed = text[start:numeral.end]
    if before and before.group(1) in _MONTH or re.match(r"(?:st|nd|rd|th)(?!\w)|:\d\d|\s?[ap]\.?m(?!\w)|/\d|['’]s(?!\w)|s(?!\w)", after):
        return True
    if re.match(r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", after):
        return True
    if printed.isdigit() and len(printed) == 4 and "1000" <= printed <= "2100":
        return not re.match(r"[ -](?:people|miles?|feet|jobs|acres|years|troops|pounds|km|metres|meters|dollars|euros|square)\b", after)
    named = before and before.group(1)[0].isupper() and before.group(1).lower() not in FUNCTION_WORDS and printed.isdigit()
    return bool(named and not text[max(0, start - 3 - len(before.group(1))):start].strip().startswith((".", "“", '"'))
                and not re.match(r"[ -](?:percent|per cent|pct|million|billion|points?)|%", after)
                and not _plural_next(text, numeral.end)) if before else False


def _plural_next(text: str, at: int) -> bool:
    m = _NOUN.match(text, at)
    return bool(m and m.group(1).islower() and (singular(m.group(1)) or m.group(1) in UNITS))


def _vote(text: str, start: int, end: int) -> Mention | None:
    """ "51-44": a vote or a score by the words around it; None for a range."""
    m = _SCORE.match(text, start, end)
    if m is None or text[max(0, start - 1):start] in ("$", "£", "€", "-", "–"):
        return None
    a, b = Decimal(m.group(1)), Decimal(m.group(2))
    around = text[max(0, start - 90):min(end, m.end() + 70)]
    if re.match(r"[- ](?:year|month|week|day|hour|minute|mile|foot|percent|per cent|point|million|billion)", text[m.end():m.end() + 12]):
        return None
    if a < b and not re.search(r"vot|lost|lose|fell|defeat|beaten|trail", around, re.I):
        return None
    if len(m.group(1)) == 4 or (a < 25 and b < 25 and not re.search(r"vot|decision|ruling|ruled|court", around, re.I)):
        dimension: Dimension = "score"
    elif _VOTING.search(around):
        dimension = "vote"
    else:
        return None
    return _mention(text, start, m.end(), Quantity(max(a, b), min(a, b), dimension))


def _mention(text: str, start: int, end: int, value: Quantity) -> Mention:
    return Mention("quantity", Span(start, end), text[start:end], value)


def _hedged(text: str, f: _Figure) -> tuple[Decimal, Decimal, str]:
    m = _HEDGE.search(text[max(0, f.start - 26):f.start])
    low, high, hedge = f.low.value, f.high.value, ""
    if m:
        hedge = " ".join(m.group(1).lower().split())
        one, two = _HEDGES[hedge]
        low, high = low * one, high * two
        hedge = "" if hedge == "another" else hedge
    return low, high, hedge


def _unit(text: str, f: _Figure, end: int) -> Mention | None:
    """Read what the number counts or measures, and make the mention."""
    at = f.high.end
    low, high, hedge = _hedged(text, f)
    step = min(f.low.step, f.high.step)

    def made(to: int, dimension: Dimension, unit: str = "", noun: str = "") -> Mention:
        per, to = _per(text, to, end, dimension)
        return _mention(text, f.start, to, Quantity(low, high, dimension, unit, noun, hedge, step, per, f.ranged))

    if f.currency:
        noun, to = _after_hyphen(text, at, end)
        return made(to if noun else at, "money", f.currency, noun)
    if m := _PERCENT.match(text, at, end):
        points = "point" in m.group().lower()
        return made(m.end(), "points" if points else "percent")
    if m := _POINTS.match(text, at, end):
        return made(m.end(), "points")
    if m := _HYPHENED.match(text, at, end):
        return _adjectival(text, m, made, end)
    if money := _currency_after(text, at, end):
        to, code, minor = money
        if minor:
            low, high, step = low / 100, high / 100, step / 100
        return made(to, "money", code)
    if m := _NEXT.match(text, at, end):
        square = m.group(1) in ("square", "sq", "cubic") and (n := _NEXT.match(text, m.end(), end)) and n.group(1) in UNITS
        if square and n is not None:
            return made(n.end(), "area" if m.group(1) != "cubic" else "volume", f"{m.group(1)} {UNITS[n.group(1)][0]}")
        if m.group(1) in UNITS and (m.group(1).islower() or len(m.group(1)) < 3) and (
                len(m.group(1)) > 2 or text[f.high.end - 1].isdigit()) and m.group(1) not in ("C", "F", "ha", "sec"):
            unit, dimension = UNITS[m.group(1)]
            if dimension == "duration" and (age := re.compile(r"(?:\s|-)old(?!\w)").match(text, m.end(), end)):
                return made(age.end(), "age", "year")
            return made(m.end(), dimension, unit)
    return _count(text, f, end, made)


def _adjectival(text: str, m: re.Match[str], made: _Maker, end: int) -> Mention | None:
    """ "three-hour meeting", "60-vote threshold", "34-year-old"."""
    word, second = m.group(1), m.group(2)
    if second == "old" or (second is None and text.startswith("-old", m.end())):
        return made(m.end(), "age", UNITS.get(word, ("year", "duration"))[0])
    noun_match = _NOUN.match(text, m.end(), end)
    noun = noun_match.group(1) if noun_match and noun_match.group(1).lower() not in FUNCTION_WORDS else ""
    to = noun_match.end() if noun and noun_match else m.end()
    if noun and noun_match and not singular(noun) and (n2 := _NOUN.match(text, to, end)) and n2.group(1).islower() \
            and n2.group(1) not in FUNCTION_WORDS and not n2.group(1).endswith(("ed", "ing", "ly")) and noun.islower():
        noun, to = f"{noun} {n2.group(1)}", n2.end()
    if word in UNITS and second is None:
        unit, dimension = UNITS[word]
        return made(to, dimension, unit, noun)
    if word in ("point", "points"):
        return made(m.end(), "points")
    if second is not None or word.lower() in FUNCTION_WORDS or word in FRACTIONS:
        return None
    return made(m.end(), "count", word.lower(), noun)


def _currency_after(text: str, at: int, end: int) -> tuple[int, str, bool] | None:
    m = _NEXT.match(text, at, end)
    if m is None:
        return None
    word = m.group(1).rstrip(".")
    if word.lower() in MINOR:
        return m.end(), MINOR[word.lower()], True
    if word == "p" and m.start(1) == at:
        return m.end(), "GBP", True
    code = NAMES.get(word if word.isupper() else word.lower())
    big = re.search(r"(?:llion|bn|m|hundred|thousand)\s*$", text[max(0, at - 9):at])
    if code is None and word.lower() in ("pound", "pounds") and big:
        code = "GBP"
    if code:
        return m.end(), code, False
    if n := _NEXT.match(text, m.end(), end):
        code = NAMES.get(n.group(1).lower()) or ("GBP" if n.group(1).lower() in ("pound", "pounds") else None)
        if code and (word.lower(), code) in NATIONAL:
            return n.end(), NATIONAL[word.lower(), code], False
    return None


def _after_hyphen(text: str, at: int, end: int) -> tuple[str, int]:
    m = _HYPHENED.match(text, at, end)
    return (m.group(1), m.end()) if m else ("", at)


def _per(text: str, to: int, end: int, dimension: str) -> tuple[str, int]:
    if dimension in ("duration", "age", "vote", "ordinal"):
        return "", to
    m = _PER.match(text, to, end)
    if m and m.group(1) in _RATES:
        return _RATES[m.group(1)], m.end()
    return "", to


_RATES = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year", "night": "night", "minute": "minute",
          "second": "second", "share": "share", "person": "person", "gallon": "gallon", "barrel": "barrel", "head": "person",
          "unit": "unit", "ton": "ton", "tonne": "tonne", "mile": "mile", "acre": "acre", "pound": "pound", "ounce": "ounce",
          "capita": "person", "student": "student", "child": "child", "household": "household", "annum": "year", "piece": "unit",
          "litre": "litre", "liter": "litre", "kilo": "kilogram", "vote": "vote"}


def _count(text: str, f: _Figure, end: int, made: _Maker) -> Mention | None:
    """A bare number with the noun it counts: the first plural within four words, none behind a function word."""
    at = f.high.end
    nouns: list[str] = []
    if m := re.compile(r" of (?:the|its|their|his|her|those|these|our|my) ").match(text, at, end):
        at = m.end() - 1
    for _ in range(4):
        m = _NOUN.match(text, at, end)
        if m is None:
            break
        word = m.group(1)
        if word.lower() in _NO_NOUN and word.lower() not in ("other", "more", "such", "own", "most", "least"):
            break
        nouns.append(word)
        at = m.end()
        one = singular(word) if not (word[0].isupper() and len(nouns) > 2) else None
        if f.high.value == 1 and not one and f.spelled:
            return None
        if one and not _NOUN_GOES_ON.match(text, at):
            return made(at, "count", one.lower(), " ".join(nouns))
        if text[at:at + 1] not in (" ", "\u00a0", "\n"):
            break
    if f.spelled and f.high.value < 10:
        return None
    return made(f.high.end, "number")


_NOUN_GOES_ON = re.compile(r" (?:" + "|".join(sorted(w for w in IRREGULAR_PLURALS if w not in ("dead", "injured", "wounded"))) + r")(?!\w)")
