"""In which state, part or country a town is told to be, in a phrase behind it or before it: "Ashford, in northern Ohio", "the Ohio town of Ashford"."""

from __future__ import annotations

import re

from checker.data.people import COUNTRIES
from checker.data.places import NATIONS, PARTS, REGIONS
from checker.model import Mention, Span

_SIDES = r"(?:(?:the|a|of|far|north|south|east|west|central|upper|lower|rural|remote|edge|coast|corner|part|shore|end|tip|state|province|heart|hills|plains|outskirts|desert|\w+ern|(?:north|south)-(?:east|west|\w+ern)|" \
         r"(?:north|south)(?:east|west))[ -])*?"
_KINDS = "town|city|village|port|resort|suburb|settlement|hamlet|township|capital|community|district"
_BEHIND = re.compile(rf"(?: and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?(?:, (?:an?|the) (?:[a-z-]+ ){{0,2}}(?:{_KINDS})(?: of [\d,]+(?: people| residents)?)?)?(?:,? (?:which (?:is|lies|stands) |that is |lying |located |situated )?(?:in|on|at)|, (?:just |a \w+ )?(?:near|outside|north|south|east|west)(?: of)?(?=(?: the)? [A-Z][\w ]*? (?:{_KINDS})\b)) "
                     rf"{_SIDES}((?:[A-Z][\w-]+)(?: [A-Z][\w-]+){{0,2}})")
_SHUT = re.compile(r"(?: and| or|,) [A-Z]|[’']s? (?!north|south|east|west|far |central|coast|interior|border)|-| (?:border|line|frontier|government|police|team|capital)\b")
_BEFORE = re.compile(rf"(?:[Tt]he |[Aa]n? |^)(?:(?!town|city)[\w-]+ern |[a-z]+ ){{0,2}}((?:[A-Z][\w-]+)(?: [A-Z][\w-]+){{0,2}})(?:[’']s)? (?:[a-z-]+ )?(?:{_KINDS}) of $")
_TO_PLACE = re.compile(rf"\b(?:in|near|at|from|to|of|around|outside|leave|left|reach|reached|hit) (?:the )?(?:(?:[a-z]+ )?(?:{_KINDS}|towns|villages|settlements) of )?(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? and )?$")
_OPENERS = (", ", " in ", " on ", " and ")
_REACH = 70  # characters before a town that tell where it is


def within(text: str, m: Mention, alone: bool) -> tuple[Span, str] | None:
    """Where a town stands with what tells its state, part or country, and which it is; `alone` tells that it can be no person, so that the words before it need not tell a place."""
    start, end = m.span
    if text.endswith(" of ", max(0, start - 4), start) and (before := _BEFORE.search(text, max(0, start - _REACH), start)) is not None \
            and (told := _known(before[1], last=True)) is not None:
        return Span(before.start(1) + before[1].rindex(told[0]), end), told[1]
    if not text.startswith(_OPENERS, end) or (behind := _BEHIND.match(text, end)) is None:
        return None
    told = _known(behind[1]) or _division(text, behind)
    if told is None or told[0] in NATIONS and not _is_kind(text, behind):
        return None
    close = behind.start(1) + len(told[0])
    if _SHUT.match(text, close) or not alone and not _TO_PLACE.search(text, max(0, start - _REACH), start):
        return None
    return Span(start, close), told[1]


def _is_kind(text: str, behind: re.Match[str]) -> bool:
    """Does a word for a town follow, so that an adjective tells the country?"""
    return re.match(rf" (?:{_KINDS})\b", text[behind.end():behind.end() + 20]) is not None


_DIVISION = re.compile(r" (province|county|district|state|prefecture|governorate|region|County|Province|District)\b")


def _division(text: str, behind: re.Match[str]) -> tuple[str, str] | None:
    """A province, county or the like by its name: "Helmand province"."""
    kind = _DIVISION.match(text, behind.end())
    words = behind[1].split(" ")
    if kind is not None:
        return behind[1] + kind[0], behind[1] + kind[0].lower()
    return (behind[1], f"{' '.join(words[:-1])} {words[-1].lower()}") if len(words) > 1 and _DIVISION.fullmatch(f" {words[-1]}") else None


def is_other_kind(one: str, two: str) -> bool:
    """Is the one a province or the like and the other something else, which may lie in it or hold it?"""
    return one.rpartition(" ")[2] != two.rpartition(" ")[2] and any(_DIVISION.fullmatch(f" {x.rpartition(' ')[2]}") for x in (one, two))


def _known(words: str, last: bool = False) -> tuple[str, str] | None:
    """The longest form of a state, part or country that the words begin with (or end with), and its name."""
    parts = words.split(" ")
    for size in range(len(parts), 0, -1):
        form = " ".join(parts[-size:] if last else parts[:size])
        if form in PARTS or form in REGIONS:
            return form, "Gaza Strip" if form == "Gaza" else REGIONS.get(form, form)
        if form in NATIONS or form.lower() in COUNTRIES:
            return form, NATIONS.get(form, form)
    return None
