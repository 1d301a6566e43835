"""A period whose length is told in one sentence and whose two dates are told in another: "a 30-day truce … The truce, which began on April 10, ends on April 25"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from checker.model import Date, Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_UNITS = ("-day", "-week", "-month")
_BEGAN = re.compile(r"\b(?:beg[aiu]n|begins|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|running|runs|ran|served|took effect|takes effect|came into force|dat(?:es|ed))"
                    r"(?: here| there| at (?:noon|midnight))?(?: on| from| at)?(?: \w+day,?)? $")
_ENDS = re.compile(r"\b(?:end(?:s|ed|ing)?|expir(?:es?|ed|ing)|clos(?:es?|ed|ing)|finish(?:es|ed|ing)?|(?:runs?|ran|running) out|laps(?:es?|ed)|(?:is|was|be) over|conclud(?:es?|ed|ing)|"
                   r"until|through|(?:is|was) lifted|up)(?: at (?:noon|midnight))?(?: on| by)?(?: \w+day,?)? $")
_TO = re.compile(r",? (?:to|until|till|through) (?:\w+day,? )?$")
_IT_RAN = re.compile(r"It (?:ran|runs|will run|lasted|lasts|will last|went on|goes on|was open|is open|was held|is held) from (?:\w+day,? )?")
_FROM = re.compile(r"\b(?:from|between)(?: \w+day,?)? $")
_OTHER = re.compile(r"\d|\b(?:first|second|next|new|last|other|two|three|earlier|previous)\b")
# "the three-day conference opens on Monday": nothing but its verb stands between
_DIRECT = re.compile(r"-(?:day|week|month)(?: (?!and |or |but |of )[a-z-]+){1,4}? (?:which |that |will |is to |is set to |was to )*(?:open|start|begin|opens|opened|starts|started|begins|began|runs from|ran from)(?: here| there)? (?:on )?$")
_SEVERAL = re.compile(r"\b(?:of|every|each|several|two|three|four|five|first|second|third|last|next|another|other) (?:[a-z]+ )?$", re.I)
_REACH = 2000  # characters from the length to the dates
_BEFORE = 45
_APART = 260  # characters between the two dates
_WORDS = re.compile(r"-(?:day|week|month) ([a-z]+(?:[- ][a-z]+){0,4})")
_STOPS = frozenset("begins began starts started opens opened ends ended runs ran is was has had will expires expired closes closed to of on that which in for by and with from at as "
                   "who but or under against before after until".split())
_NO_PERIOD = frozenset("old year week month day term".split())


def periods(document: Document, quantities: Sequence[Mention], dates: Sequence[Mention]) -> Iterator[Relation]:
    """Relations lapse (start, end, length) with "way" "long": of a noun that the text gives one length in days, weeks or months."""
    text, words = document.text, document.lowercase
    if len(dates) < 2 or not any(unit[1:] in words and unit in text for unit in _UNITS):
        return
    told = [(m, noun) for m in quantities if quantity(m).dimension == "duration" and not quantity(m).hedge and quantity(m).unit in ("day", "week", "month")
            and "-" in m.text and (noun := _head(text, m))]
    if not told:
        return
    starts = [m.span.start for m, _ in told]
    full = [m for m in dates if isinstance(m.value, Date) and (m.value.month and m.value.day or m.value.weekday is not None)]
    for a, b in pairwise(full):
        if b.span.start - a.span.end > _APART or _bare(a) != _bare(b) or (ends := _ends(text, a, b)) is None:
            continue
        for m, noun in told[max(0, bisect_right(starts, a.span.start) - 4):bisect_right(starts, a.span.start)]:
            if a.span.start - m.span.start <= _REACH and _pointed_at(document, noun, m, a, b):
                yield Relation("lapse", (("start", ends[0]), ("end", ends[1]), ("length", m)), {"way": "long", "gap": ""})
                break


def _bare(m: Mention) -> bool:
    """Is it a weekday alone?"""
    return isinstance(m.value, Date) and m.value.day is None


def _pointed_at(document: Document, noun: str, m: Mention, a: Mention, b: Mention) -> bool:
    """Does "the truce" stand with the two dates, the length before it, and is it no other one?"""
    text, (start, end) = document.text, (document.sentence_at(a.span.start).start, document.sentence_at(b.span.start).end)
    if _bare(a) and (start > m.span.start or text[m.span.end:b.span.start].count(".") or _SEVERAL.search(text, max(0, m.span.start - 20), m.span.start)):
        return False  # weekdays of another week
    if start <= m.span.start and _DIRECT.fullmatch(text, m.span.start + m.text.find("-"), a.span.start):
        return _SEVERAL.search(text, max(0, m.span.start - 20), m.span.start) is None
    if start <= m.span.start and (start := document.sentence_at(a.span.start).end) > b.span.start:
        return False
    if text.startswith(noun.capitalize() + " ", start) or _IT_RAN.fullmatch(text, start, a.span.start) and document.sentence_index(m.span.start) == document.sentence_index(a.span.start) - 1:
        return True
    found = re.search(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) (?:[\w-]+ ){{0,3}}?{noun}\b", text[start:end])
    return found is not None and _OTHER.search(found[0]) is None


def _head(text: str, m: Mention) -> str:
    """The noun that a length in days stands before ("a 30-day cooling off period" → "period"); "" where none is read."""
    found = _WORDS.match(text, m.span.start + m.text.find("-"))
    words = list(takewhile(lambda w: w not in _STOPS, re.split("[- ]", found[1]))) if found else []
    return words[-1] if words and words[-1] not in _NO_PERIOD and not words[-1].endswith("s") else ""


def _ends(text: str, a: Mention, b: Mention) -> tuple[Mention, Mention] | None:
    """The beginning and the end among two dates, as the verbs before them tell."""
    if _TO.fullmatch(text, a.span.end, b.span.start):
        return (a, b) if _FROM.search(text, max(0, a.span.start - _BEFORE), a.span.start) else None
    began = [bool(_BEGAN.search(text, max(0, m.span.start - _BEFORE), m.span.start)) for m in (a, b)]
    ended = [bool(_ENDS.search(text, max(0, m.span.start - _BEFORE), m.span.start)) for m in (a, b)]
    if began == [True, False] and ended == [False, True]:
        return a, b
    one_sentence = ". " not in text[a.span.end:b.span.start] and "\n" not in text[a.span.end:b.span.start]
    return (b, a) if began == [False, True] and ended == [True, False] and one_sentence else None
