"""Numbers in words: "one hundred and five thousand", "two and a half", "half a million", "two-thirds", "three lakh crore".

The words are added up from left to right: `Sum` holds what is closed and what may still grow. A part ("third", "fifths",
"hundredths") or an ordinal ends the number. What stands before the first number word ("a million", "half a dozen") is taken in.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.units import ONES, ORDINALS, PARTS, SCALES, TENS, UNITS
from checker.extract.numerals import BIG, Numeral, scaled
from checker.records import NamedTuple

_NEXT = re.compile(r"( {1,3}|-|—|[ ]-[ ])(and(?:-|[ ]{1,3}))?(an?[ -])?([A-Za-z]+)")
_AFTER = re.compile(r"([ -]|[ ]-[ ])([a-z]+)")
_SHARE = re.compile(r"(?<![A-Za-z])(?:an?|An?)[ -]$")
_OF = re.compile(r" of (?:the|all|its|their|those|these|our|his|her|voters|americans|people|them|us)(?![a-z])", re.I)
_SCALE_NEXT = re.compile(r"[ -]{1,2}(?:an? |of an? )?[ ]?(?:hundred|million|billion|trillion|dozen|thousand|crore|lakh)(?![a-z])")
_QUARTER_UNIT = re.compile(r"-(?=lit|mile|hour|inch|pound|point|century|gallon)")
_PART_OF = re.compile(r" of (?!(?:20|19)\d\d)|[ -](?=mile|hour|century|point|percent)")
_IN_YEAR = re.compile(r" (?:of )?(?:20|19)\d\d")
_OF_UNIT = re.compile(r" of (?:an? )?([a-z]+)")
_BY = re.compile(r"(?:by|to|about|around|nearly|almost|roughly|than|over|under)[ ]$")
_LETTER = re.compile(r"[ -][A-Za-z]")
_STOPS = re.compile(r"[.;:!?](?!\d)|$|\n")
_OF_A = re.compile(r" of an? [a-z]")
_POINT = re.compile(r" point ((?:(?:" + "|".join([*ONES, *TENS, "oh"]) + r")(?![a-z])[ -]?)+)")
_ARTICLE = re.compile(r"(?:(half|quarter|third)[ -](?:of )?)?(?<![A-Za-z])(an?|[Hh]alf|[Qq]uarter|A|An)(?:-|[ ]{1,2})(?:(half|quarter)[ -])?$")
_AFTER_HALF = re.compile(
    r"(?: (?:an? (?=hour|day|mile|year|century|decade|inch|pound|point|percent|dozen|gallon|lit|kilo|met|ton|acre|ounce|minute|week|month)|of (?=the|all|its|their|those|these|his|her|our|them|us|"
    r"voters|americans)|the (?=[a-z])|(?=hour|year|day|mile|lit|gallon|inch|kilo|met))|-(?=lit|met|gallon|kilo|hour|day|mile|century|inch|point|percent|dollar|year))", re.I)
_HALF_UNIT = re.compile(r" (?!an?\b|of\b(?! (?:hour|minute|day|mile)s?\b)|the\b|his\b|her\b|its\b|their\b|dozen\b|million\b|billion\b)[a-z]")
_OF_SCALE = re.compile(r" (?:of an? )?(hundred|thousand|million|billion|trillion|dozen)(?![a-z])")
_VAGUE = re.compile(r"(?:few|many|several|couple|some|tens|hundreds|thousands|of|per|the)[ -](?:of )?$", re.I)
_FEW = re.compile(r"(?:few|many|several|couple)[ -]$")
_HEAD = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", "third", "lakh", "crore"})
_SMALL = ONES.keys() | TENS.keys()
_NUMBERS = frozenset({*ONES, *TENS, *ORDINALS, *PARTS, *BIG, *_HEAD})  # what may go on a number
_new = tuple.__new__  # a named tuple is made at half the price
_ZERO, _ONE, _TENTH = Decimal(0), Decimal(1), Decimal("0.1")
_VALUES = {word: Decimal(n) for word, n in (*TENS.items(), *ONES.items())}
_NOTHING = frozenset({"nought", "naught"})
STARTS = frozenset(form for w in (*ONES, *TENS, *ORDINALS, *_HEAD) for form in (w, w.capitalize(), w.upper()))


class Sum(NamedTuple):
    """Words added up to `at`: what is closed, the group that may grow, the kind of the last word, its scale, its tens."""

    total: Decimal
    group: Decimal
    last: str
    at: int
    scale: Decimal = _ONE
    tens: Decimal = _ZERO


class Part(NamedTuple):
    """The lower half of a fraction: "thirds" is 3; `many` where it is a plural."""

    value: Decimal
    end: int
    many: bool


def spelled(text: str, start: int, word: str, end: int) -> Numeral | None:
    """The numeral in words whose first number word stands at [start, end); an article or "half a" before it is taken in."""
    low = word.lower()
    if low in _HEAD:
        return _headless(text, start, low, end)
    if low in ORDINALS:
        share = _SHARE.search(text, max(0, start - 4), start)
        if low in PARTS and (of := _OF_UNIT.match(text, end)) and of[1] in UNITS and of[1] != "year":
            return Numeral(share.start() if share else start, end, _ONE / PARTS[low], _TENTH, "fraction")
        if share and low in PARTS and (_OF.match(text, end) or _OF_A.match(text, end) or _by(text, share.start(), end)):
            return Numeral(share.start(), end, _ONE / PARTS[low], _TENTH, "fraction")
        return Numeral(start, end, Decimal(ORDINALS[low]), _ONE, "ordinal")
    more = _NEXT.match(text, end)
    if (more is None or more[4].lower() not in _NUMBERS) and not text.startswith(" point ", end):  # a number of one word, as most
        return None if low in _NOTHING else _new(Numeral, (start, end, _VALUES[low], _ONE, "words", _ONE))
    n = _summed(text, start, Sum(_ZERO, Decimal(ONES[low] if low in ONES else TENS[low]), "tens" if low in TENS else "ones", end,
                                 _ONE, Decimal(TENS.get(low, 0))))
    return None if n and low in _NOTHING and n.end == end else n


def _summed(text: str, start: int, s: Sum) -> Numeral | None:
    """The words from `s` on, to the last that belongs to the number; None where they tell a year ("nineteen eighty-four")."""
    while (m := _NEXT.match(text, s.at)) and (low := m[4].lower()) in _NUMBERS:
        loose, joined, article = m[1] in ("—", " - "), bool(m[2]), bool(m[3])
        if not article and not joined and low in TENS and s.last == "ones" and 10 < s.group < 21 and s.scale == 1:
            return None
        ended = _ended(text, start, s, m)
        if ended is not None:
            return _of_scale(text, ended)
        more = None if article or (loose and s.last != "tens") else _added(s, low, joined, m.end())
        if more is None:
            break
        s = more
    return _pointed(text, start, s)


def _added(s: Sum, low: str, joined: bool, at: int) -> Sum | None:
    """The sum with one more number word; None where the word does not go on with it."""
    if low in ONES or low in TENS:
        if s.last == "tens" and not joined and 0 < ONES.get(low, 0) < 10:
            return s._replace(group=s.group + ONES[low], last="ones", at=at)
        if s.last == "scale":
            n = Decimal(ONES[low] if low in ONES else TENS[low])
            return s._replace(group=s.group + n, last="tens" if low in TENS else "ones", at=at, scale=_ONE, tens=n if low in TENS else _ZERO)
        return None
    if joined or low not in BIG:
        return None
    if low == "hundred":
        return s._replace(group=s.group * 100, last="scale", at=at, scale=Decimal(100)) if s.last == "ones" and s.group < 100 else None
    scale = SCALES[low]
    if s.group:
        return Sum(s.total + s.group * scale, _ZERO, "scale", at, scale)
    if s.last == "scale" and scale >= s.scale:
        return Sum(s.total * scale, _ZERO, "scale", at, s.scale * scale)
    return None


def _ended(text: str, start: int, s: Sum, m: re.Match[str]) -> Numeral | None:
    """The numeral where what follows ends it: a part ("two thirds", "and a half", "and three fifths") or an ordinal."""
    joined, article, low = bool(m[2]), bool(m[3]), m[4].lower()
    value = s.total + s.group
    if joined:
        part = _and_part(text, m, article, low)
        return _with_part(text, start, s, *part) if part else None
    if article or m[1] == "—" and low not in ORDINALS:
        return None
    part = _part(text, m.start(4), low, m.end())
    if part is not None and part.many and value > 1:
        # "one hundred thirty-fifths" is 100 of 35, "twenty fifths" 20 of 5
        lower = s.tens if s.tens and part.value < 10 and value != s.tens and s.group % 100 == s.tens else _ZERO
        return Numeral(start, part.end, (value - lower) / (lower + part.value), _TENTH, "fraction")
    if part is not None and value == 1 and _one_of(text, part, low):
        return Numeral(start, part.end, _ONE / part.value, _TENTH, "fraction")
    return _ordinal(start, s, low, m.end())


def _one_of(text: str, part: Part, low: str) -> bool:
    """Is "one" and this word a part: "one third", "one hundredth of", but not "one hundredth birthday", "one thirty-second spot"?"""
    if low in TENS or low in ("hundredth", "thousandth"):
        return text.startswith(" of ", part.end) or _LETTER.match(text, part.end) is None
    return _IN_YEAR.match(text, part.end) is None  # "one quarter 2012" is a time


def _ordinal(start: int, s: Sum, low: str, end: int) -> Numeral | None:
    """twenty-first, one hundred twenty fifth, two hundredth, three millionth."""
    n = ORDINALS.get(low)
    if n is None:
        return None
    if n >= 100:
        return Numeral(start, end, (s.total + s.group) * n if s.total == 0 or s.group == 0 else s.total + s.group * n, _ONE, "ordinal")
    if s.last == "tens" and n < 10 or s.last == "scale" and low != "second":
        return Numeral(start, end, s.total + s.group + n, _ONE, "ordinal")
    return None


def _part(text: str, start: int, low: str, end: int) -> Part | None:
    """The denominator that begins with this word: third(s), hundredth(s), twenty-fifth(s)."""
    if low in PARTS:
        return Part(Decimal(PARTS[low]), end, low.endswith("s"))
    if low in TENS and (m := _AFTER.match(text, end)) and m[2] in PARTS and 3 <= PARTS[m[2]] < 10:
        return Part(Decimal(TENS[low] + PARTS[m[2]]), m.end(), m[2].endswith("s"))
    if low in TENS and (m := re.compile(r"[ -](first|second)(s?)(?![a-z])").match(text, end)):
        return Part(Decimal(TENS[low] + ORDINALS[m[1]]), m.end(), bool(m[2]))
    return None


def _by(text: str, begin: int, end: int) -> bool:
    """Whether "a fifth" at the end of a sentence is a part: "fell by a fifth.", but "arrested a fifth."."""
    return bool(_STOPS.match(text, end)) and (begin == 0 or _BY.search(text, max(0, begin - 8), begin) is not None)


def _and_part(text: str, m: re.Match[str], article: bool, low: str) -> tuple[Decimal, int, bool] | None:
    """What "and …" adds: (fraction, end, told with an article), from "and a half", "and three fifths", "and fifty-four hundredths"."""
    if article or low in ("half", "quarter"):
        if low not in PARTS or low.endswith("s") or _OF.match(text, m.end()) or not (article or _HALF_UNIT.match(text, m.end())):
            return None
        return _ONE / PARTS[low], m.end(), article
    if low not in _SMALL:
        return None
    n, end = Decimal(ONES[low] if low in ONES else TENS[low]), m.end()
    if low in TENS and (more := _AFTER.match(text, end)) and 0 < ONES.get(more[2], 0) < 10:
        n, end = n + ONES[more[2]], more.end()
    of = _AFTER.match(text, end)
    part = _part(text, of.start(2), of[2], of.end()) if of else None
    if part is None or n >= part.value or not (part.many or n == 1 or part.value == 4) or (n == 1 and part.value == 2 and part.many):
        return None
    return None if n == 1 and _OF.match(text, part.end) else (n / part.value, part.end, False)


def _with_part(text: str, start: int, s: Sum, part: Decimal, end: int, article: bool) -> Numeral:
    """The number and a part of one, or, after a scale word, of it: "two million and a half", but "one billion and a half million"."""
    value = s.total + s.group
    if (m := _OF_SCALE.match(text, end)) and SCALES[m[1]] > 12 and s.scale > SCALES[m[1]]:
        return Numeral(start, m.end(), value + part * SCALES[m[1]], SCALES[m[1]] * _TENTH, "words", SCALES[m[1]])
    if s.group == 0 and s.scale >= 1000:
        return Numeral(start, end, value + s.scale * part, s.scale * _TENTH, "words", s.scale)
    n = Numeral(start, end, value + part, _TENTH, "words" if article else "fraction")
    return scaled(text, n, False)


def _of_scale(text: str, n: Numeral) -> Numeral:
    """Two thirds of a million, three-quarters of a billion."""
    m = _OF_SCALE.match(text, n.end) if n.form == "fraction" and n.value < 1 else None
    if m is None:
        return n
    scale = SCALES[m[1]]
    return Numeral(n.start, m.end(), n.value * scale, scale * _TENTH, "words", scale)


def _pointed(text: str, start: int, s: Sum) -> Numeral:
    """With the decimals that "point" announces, and the scale word after them."""
    decimal = _POINT.match(text, s.at) if text.startswith(" point ", s.at) else None
    if decimal is None:
        step = s.scale if s.group == 0 or s.last == "scale" else _ONE
        return _new(Numeral, (start, s.at, s.total + s.group, step, "words", s.scale))
    said = _decimals(decimal[1].replace("-", " ").split())
    end = decimal.end() - (len(decimal[1]) - len(decimal[1].rstrip(" -")))
    return scaled(text, Numeral(start, end, s.total + s.group + Decimal("0." + said), _ONE.scaleb(-len(said)), "words"), False)


def _decimals(words: list[str]) -> str:
    """The digits said: "seven one" and "seventy-one" are 71."""
    out = ""
    for i, w in enumerate(words):
        if w in TENS:
            more = ONES.get(words[i + 1], 0) if i + 1 < len(words) else 0
            out += str(TENS[w])[:-1] if 0 < more < 10 else str(TENS[w])
        else:
            out += str(ONES.get(w, 0))
    return out


def _headless(text: str, start: int, low: str, end: int) -> Numeral | None:
    """A number word that needs another before it: a million, half a dozen, a quarter of a million, half an hour."""
    if low in PARTS:
        return _half(text, start, low, end)
    m = _ARTICLE.search(text, max(0, start - 18), start)
    if m is None:
        return _bare(text, start, low, end)
    first, article, inner = m.groups()
    if _FEW.search(text, max(0, m.start() - 8), m.start()):
        return None
    part = first or inner or (article.lower() if article.lower() in PARTS else "")
    share = _ONE / PARTS[part.lower()] if part else _ONE
    if not part:
        return _counted_on(text, m.start(), low, end)
    step = _ONE if low == "dozen" else SCALES[low] * _TENTH
    return scaled(text, Numeral(m.start(), end, SCALES[low] * share, step, "words", SCALES[low]), False)


def _counted_on(text: str, start: int, low: str, end: int) -> Numeral | None:
    """A million, a hundred and five, a thousand two hundred, a million and a half, a hundred thousand."""
    if low == "hundred":
        n = _summed(text, start, Sum(_ZERO, Decimal(100), "scale", end, Decimal(100)))
        return n._replace(step=n.value) if n and n.form == "words" and n.value == 100 * n.scale else n
    s = Sum(SCALES[low], _ZERO, "scale", end, SCALES[low])
    if low == "dozen":
        more = _NEXT.match(text, end)
        if not (more and more[4] in ("dozen", "dozens", "million", "thousand") and not more[2]):
            return Numeral(start, end, s.total, Decimal(2), "words", s.scale)  # told loosely: eleven and thirteen are a dozen, too
    return _summed(text, start, s)


def _bare(text: str, start: int, low: str, end: int) -> Numeral | None:
    """Hundred thousand, thousand nine hundred twenty: without an article only where another number word follows."""
    more = _NEXT.match(text, end)
    if more is None or more[3] or low == "dozen" or not (more[4].lower() in _SMALL or more[4] in BIG or more[4] in UNITS) or _VAGUE.search(text, max(0, start - 12), start):
        return None
    n = _counted_on(text, start, low, end)
    return n if n and (n.end > end or more[4] in UNITS) else None


def _half(text: str, start: int, low: str, end: int) -> Numeral | None:
    """half, a half, a third, a quarter: where "of", "the", "an hour" or a hyphen follows."""
    if _SCALE_NEXT.match(text, end):
        return None
    article = _SHARE.search(text, max(0, start - 4), start)
    if low == "half":
        follows = _AFTER_HALF.match(text, end)
        if follows is None:
            return Numeral(article.start(), end, Decimal("0.5"), _TENTH, "fraction") if article and _by(text, article.start(), end) else None
        tail = follows[0]
        return Numeral(start, end + (len(tail) if tail.strip() in ("a", "an") else 0), Decimal("0.5"), _TENTH, "fraction")
    if low == "quarter" and not article and _QUARTER_UNIT.match(text, end):
        return Numeral(start, end, _ONE / 4, _TENTH, "fraction")
    if article and (_PART_OF.match(text, end) or _by(text, article.start(), end)):
        return Numeral(article.start(), end, _ONE / PARTS[low], _TENTH, "fraction")
    if low == "third":
        return Numeral(start, end, Decimal(3), _ONE, "ordinal")
    return None
