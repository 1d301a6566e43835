"""Ages told at some distance from the name, in a sentence that names one person: "the age of Trent is given as 34", "Already 34, Trent …", "Friends of the 34-year-old know Trent as …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache

from checker.checks.ages import Told
from checker.checks.base import occurrences
from checker.checks.yearold import SUFFIX, age_before, is_person
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Span
from checker.structure.document import Document
from checker.structure.words import digits

_LEAD = 70  # characters before an age in which "the age of" stands
_YOUNGEST = 14
OPENERS = ("Already ", "Being ", "Just ", "Only ", "Turning ", "Barely ", "Though ", "Although ", "While ", "Today ", "Even at ", "Still ", "still ", "only ", "just ", "now ", " of ", " aged ")  # before an age that opens its sentence


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        # an age of somebody, and what is said of it; "at the age of" tells of another time
        "age": re.compile(r"(?<!\bat )(?:\b(?:[Tt]he|his|her|whose)|[’']s) age\b(?!-)(?:(?! (?:when|at which|limit|gap|group|range|difference|bracket|requirement)\b)[^.;:“”\"()\d]){0,60}?(?: (?:is|as|at|to be|being|of)|,) (?:just |only |now )?$"),
        "unsure": re.compile(r"\b(?:after|before|until|till|when|once|if|by|since|under|over|above|below|from|between|average|median|mean|until|not|until|would|will|could|may|might|were|had)\b", re.I),
        "opening": re.compile(r"(?:Already|Being|Just|Only|Turning|Barely|Though|Although|While|Even at|Today|Still|Now|At|Aged|Like (?:[a-z]+ ){1,4}(?:of|aged))(?: only| just| still| now| already)? $"),
        "closed": re.compile(r"(?: years old| years of age)?(?=[,.;!?]| (?:and|has|have|is|does)\b)(?!,\d|\.\d)"),
        "does": re.compile(r"(?: years old)? (?:has|is|does)\b"),
        "named": re.compile(r"(?: years old| years of age)?, $"),
        "present": re.compile(r"[’']s\b| (?:is|has|will|can|may|must|still|remains|[a-z]+(?<!wa)s)\b"),
        "known": re.compile(r"\b(?:of|with|to|about|around|near|for|by|know|knows|knew|like) $"),
        "tells": re.compile(r"(?:[’']s [a-z]+(?: [a-z]+)?| [a-z]+)? (?:say|says|said|add|added|think|believe|insist|agree|report|reported|reports|note|noted|confirmed|confirm|describe)(?: that)? $"),
        "as": re.compile(r"(?: [a-z]+){0,3} (?:as|describes?|described|calls?|called|remembers?|remembered) $"),
        "alone": re.compile(r"(?! [a-z-]+(?: [a-z-]+)? (?:was|were|had)\b)(?: [a-z]+(?:s|ed|ly)\b| (?:has|is|was|will|can|had|kept|describe|call|know|remember|as|simply|say)\b|[,.])"),
        "of": re.compile(r"\b(?:of|know|knows|to|with|describe|call|remember)(?: the) $"),
    }


def told(analysis: Analysis, aged: Container[str]) -> Iterator[Told]:
    """The ages of people of these surnames, told in a sentence that has no other name."""
    document, text = analysis.document, analysis.document.text
    mentions: list[Mention] = []
    noun = "age" in document.lowercase
    for start, end in digits(text):
        if end - start != 2 or int(text[start:end]) < _YOUNGEST or not (noun or text.endswith(OPENERS, 0, start)):
            continue
        mentions = mentions or _names(analysis)
        if (who := _of_figure(document, start, end, mentions, aged)) is not None:
            yield _told(who, int(text[start:end]), start, end)
    for at in occurrences(text, SUFFIX) if any(SUFFIX[1:] in word for word in document.hyphened) else ():
        number = age_before(text, at)
        if number is None or not text.endswith((" the ", "The "), 0, number[1]):
            continue
        mentions = mentions or _names(analysis)
        if (who := _of_years(document, number[1], at + len(SUFFIX), mentions, aged)) is not None:
            yield _told(who, number[0], number[1], at + len(SUFFIX))


def _start(m: Mention) -> int:
    return m.span.start


def _names(analysis: Analysis) -> list[Mention]:
    return sorted([m for m in analysis.mentions if isinstance(m[3], Name)], key=_start)


def _told(who: Mention, age: int, start: int, end: int) -> Told:
    assert isinstance(who.value, Name)
    return Told(who.value.parts, age, Span(min(start, who.span.start), max(end, who.span.end)))


def _only(document: Document, at: int, mentions: Sequence[Mention], aged: Container[str]) -> Mention | None:
    """The one name of a sentence, where a person of that surname has an age elsewhere."""
    sentence = document.sentence_at(at)
    here = [m for m in mentions[bisect_left(mentions, sentence.start, key=_start):bisect_left(mentions, sentence.end, key=_start)]
            if m.span.start > sentence.start or isinstance(m.value, Name) and (len(m.value.parts) > 1 or m.value.title or m.value.parts[-1] in aged)]  # "Officials gave the age of …"
    if len(here) != 1 or not isinstance(name := here[0].value, Name) or name.age is not None or name.parts[-1] not in aged or document.quotation_at(at) is not None:
        return None
    return here[0]


def _of_figure(document: Document, start: int, end: int, mentions: Sequence[Mention], aged: Container[str]) -> Mention | None:
    """Whose age a figure is that stands behind "the age of …", or opens the sentence."""
    text, p = document.text, _patterns()
    if p["closed"].match(text, end) is None or (who := _only(document, start, mentions, aged)) is None:
        return None
    sentence = document.sentence_at(start)
    if p["age"].search(text, max(sentence.start, start - _LEAD), start) is not None:
        return None if p["unsure"].search(text, sentence.start, sentence.end) else who
    opening = p["opening"].fullmatch(text, sentence.start, start)
    if opening is None or who.span.start < end:
        return None
    if opening[0].startswith(("Being", "Turning")):
        return who if p["does"].match(text, end) else None
    return who if p["named"].fullmatch(text, end, who.span.start) and p["present"].match(text, who.span.end) else None


def _of_years(document: Document, start: int, end: int, mentions: Sequence[Mention], aged: Container[str]) -> Mention | None:
    """Who "the 34-year-old" is where those who know somebody tell of him, or what he is called stands behind."""
    text, p = document.text, _patterns()
    who = _only(document, start, mentions, aged)
    if who is None or is_person(text, end) or not p["alone"].match(text, end):
        return None
    if who.span.end < start:
        known = p["known"].search(text, max(0, who.span.start - 12), who.span.start) is not None or text.startswith(("’s ", "'s "), who.span.end)
        return who if known and p["tells"].fullmatch(text, who.span.end, start - len("the ")) else None
    return who if p["of"].search(text, max(0, start - 20), start) and p["as"].fullmatch(text, end, who.span.start) else None
