"""Two figures that are one: ranges ("£3m-£4m", "between 5 and 7"), scores ("3-2"), votes ("52-46", "218 votes to 210").

Where a hyphen or "to" joins two bare figures, the words around decide: a vote word makes a vote, a game word a score,
else a smaller and a larger one make a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from checker.data.units import ONES, UNITS
from checker.data.words import SCORE_WORDS, VOTE_WORDS
from checker.extract.spelled import STARTS
from checker.model import Dimension
from checker.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.extract.numbers import Core, Meaning
    from checker.extract.numerals import Numeral


class Pair(NamedTuple):
    """An interval or two sides, where it ends and what it is."""

    low: Decimal
    high: Decimal
    step: Decimal
    end: int
    ranged: bool
    dimension: Dimension


class Second(NamedTuple):
    """The second figure, the word or sign that joins it, and whether it shares the unit printed after the second."""

    other: Core
    word: str
    inherits: bool


_JOINT = re.compile(r"[ ]?([-–])[ ]?(?=[\d$£€¥])| +(to|and|or) +(?=[\d$£€¥A-Za-z])|-(to|or)-(?=[\da-z])")
_JOINS = frozenset({" to", " an", " or"})  # how `_JOINT` begins where there is no dash, with one plain blank
_REPEATED = re.compile(r"[ ]?([A-Za-z]{1,3})(?=[ ]?[-–][ ]?\d[\d.,]*[ ]?\1(?![A-Za-z]))")
_LEAD = re.compile(r"[$£€¥]?([A-Za-z]+|\d+)")
_WORDS = re.compile(r"[a-z]+")
_BETWEEN = re.compile(r"(?:between|[Bb]etween an? \w+ of)[ ](?:about |roughly |some )?$")
_FROM = re.compile(r"(?:from|by|rose|fell|dropped|grew|increased|decreased|declined)[ ](?:(?:today|last year|last month|this year)[’']s |(?:its|their|his|her) |(?:the |a )?(?:current|present|previous) )?"
                   r"(?:about |roughly |around |nearly |just |an? |the |just over |more than |at least )*$")
_VOTE_TO = re.compile(rf" to (\d{{1,3}}(?:,\d{{3}})*(?![\d%])|(?:{'|'.join(ONES)})(?![A-Za-z-]))")
_VOTED = re.compile(r"\b(?:voted|ruled|decided|split|(?:vote|margin|majority|decision) of)(?: by)? $")


def second(text: str, core: Core, reader: Callable[[str, int, int, str], Core | None]) -> Second | None:
    """The figure joined to this one, None where there is none."""
    end = core.numeral.end
    near = text[end:end + 7]
    dashed = "-" in near or "–" in near
    if near[:1] == "%":
        end += 1
    elif dashed and (unit := _REPEATED.match(text, end)) and unit[1].lower() in UNITS:  # "3km-5km": the unit is told twice
        end = unit.end()
    if not dashed and text[end:end + 3] not in _JOINS and "  " not in near:
        return None
    m = _JOINT.match(text, end)
    if m is None:
        return None
    word = m[2] or m[3] or "-"
    lead = _LEAD.match(text, m.end())
    if lead is None or (lead[1][0].isalpha() and (lead[1] not in STARTS or lead[1] in ("half", "quarter", "third", "first", "second"))):
        return None
    if word == "-" and lead[0][0].isdigit():
        other = reader(" " + text[lead.start(1):lead.start(1) + 60], 1, 1 + len(lead[1]), lead[1])
        other = other and _shift(other, lead.start(1) - 1)
    else:
        other = reader(text, lead.start(1), lead.end(1), lead[1])
    if other is None or other.numeral.form == "ordinal" or other.numeral.start < m.end() - 1:
        return None
    return Second(other, word, end == core.numeral.end and not (other.currency and not core.currency))


def _shift(core: Core, by: int) -> Core:
    n = core.numeral
    return core._replace(begin=core.begin + by, numeral=n._replace(start=n.start + by, end=n.end + by))


def read(text: str, core: Core, second: Second, meaning: Meaning | None) -> Pair | None:
    """The range, score or vote that two joined figures make; None where they are two."""
    a, b = core.numeral, second.other.numeral
    if text[a.end:a.end + 1] == "%" and (meaning is None or meaning.dimension != "percent"):
        return None  # "climbed 4% to 340"
    left = text[max(0, core.begin - 24):core.begin]
    bare = meaning is None or meaning.dimension in ("number", "count", "points")
    plain = a.scale == b.scale == 1 and not core.currency and a.form == b.form == "digits" and _whole(a.value) and _whole(b.value)
    if bare and plain and second.word in ("-", "to"):
        contest = _contest(text, core.begin, b.end, second.word, a.value, b.value)
        if contest is not None and not (meaning and meaning.dimension == "count" and a.value < b.value and contest == "score"
                                        and meaning.unit not in ("vote", "victory", "win", "loss", "point")):
            return Pair(a.value, b.value, Decimal(1), b.end, False, contest)
    if second.word == "to" and _FROM.search(left):
        return None
    if second.word == "and" and not _BETWEEN.search(left):
        return None
    scale = b.scale if second.inherits and a.scale == 1 and a.value < b.value / b.scale else Decimal(1)
    low = a.value * scale
    if second.word == "or" and not _about(a, b, low, scale):
        return None
    if second.word == "-" and meaning is not None and meaning.dimension == "age" and a.value >= b.value:
        return None
    factor = meaning.factor if meaning else Decimal(1)
    if low >= b.value:
        return None
    end = meaning.end if meaning else b.end
    return Pair(low * factor, b.value * factor, max(a.step * scale, b.step) * factor, end, True, meaning.dimension if meaning else "number")


def _about(a: Numeral, b: Numeral, low: Decimal, scale: Decimal) -> bool:
    """Do two figures with "or" between them name one vague figure ("two or three", "10 or 15", "$4 or $5 million"), not two choices?"""
    if (b.value - low) / scale in (1, 2):
        return True
    alike = a.form == "words" == b.form or (low / scale % 5 == 0 and b.value / scale % 5 == 0)
    return alike and 0 < low < b.value <= 2 * low


def voted(text: str, core: Core, second: Second, meaning: Meaning | None) -> Pair | None:
    """A vote in words, where nothing behind it is counted: "voted four to one", not "voted two to three times"."""
    a, b = core.numeral, second.other.numeral
    if second.word != "to" or not (a.scale == b.scale == 1 and a.form == b.form == "words") or not _VOTED.search(text, max(0, core.begin - 24), core.begin):
        return None
    return Pair(a.value, b.value, Decimal(1), b.end, False, "vote") if meaning is None or meaning.dimension == "number" or b.value == 1 else None


def votes(text: str, core: Core, end: int) -> Pair | None:
    """218 votes to 210."""
    m = _VOTE_TO.match(text, end)
    if m is None:
        return None
    other = Decimal(m[1].replace(",", "") if m[1][0].isdigit() else ONES[m[1]])
    return Pair(core.numeral.value, other, Decimal(1), m.end(), False, "vote")


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _contest(text: str, start: int, end: int, joint: str, a: Decimal, b: Decimal) -> Dimension | None:
    """Is "a-b" or "a to b" a vote or a score, by the words around it?"""
    behind = _clause(text[end:end + 26], last=False)
    ahead = _clause(text[max(0, start - 60):start], last=True)
    if behind[:1] and behind[0] in ("vote", "margin", "majority", "decision", "ruling"):
        return "vote"
    if joint == "to":
        near = set(ahead[-5:])
        if a + b < 8 and not near & VOTE_WORDS:
            return None
        if near & VOTE_WORDS and not near & {"from", "between"}:
            return "vote"
        return "score" if a > b and near & SCORE_WORDS and not near & {"from"} else None
    around = set(ahead) | set(behind)
    if around & VOTE_WORDS and not (a + b < 5):
        return "vote"
    if around & SCORE_WORDS or a >= b:
        return "score"
    return None


def _clause(text: str, last: bool) -> list[str]:
    """Lower-case words of the sentence part nearest the figure."""
    parts = re.split(r"[.!?;]\s|\n", text)
    return _WORDS.findall((parts[-1] if last else parts[0]).lower())
