"""Who bears one surname, as names stand in full, and what a text tells of several: families, relatives, lists of people."""

from __future__ import annotations

import re
from functools import cached_property

from checker.checks.base import occurrences
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import sex
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


class Bearer(NamedTuple):
    """A full name as it stands."""

    mention: Mention
    name: Name


_WORDS_APART = frozenset("relation related unrelated kin namesake namesakes name names surname surnames".split())  # one of them is in what `_TOLD_APART` finds
_AFTER = 60  # characters of the next sentence that may tell two of one name apart
_CLUB = 30  # characters of a club in brackets


class Told:
    """What a text tells of families: "the Kochs", "Charles and David Koch", a given name alone, a surname alone; read when asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        self._known = names(analysis)
        self._names = self._known.written

    def plural(self, surname: str) -> bool:
        """Does the surname stand in the plural behind "the"?"""
        if self._known.words.keys().isdisjoint((f"{surname}s", f"{surname}es")):
            return False
        return any((m := _PLURAL.match(self._text, at)) and m[1] == surname for at in occurrences(self._text, f"he {surname}"))

    def pair(self, surname: str) -> bool:
        """Does the surname stand behind two given names?"""
        text = self._text
        for at in (m.span.end - len(surname) for m in self._known.holding({surname})):
            joined = text.rfind(" and ", max(0, at - _LONGEST), at)
            m = _PAIR.match(text, _opening(text, joined)) if joined >= 0 else None
            if m and m[3] == surname and m[1] not in self.bearers and sex(m[1]) is not None and sex(m[2]) is not None:
                return True
        return False

    def lettered(self, one: Name, two: Name) -> bool:
        """Has the surname the initials of both before it, or two clubs behind it, as in the line-up of a team ("G Hale … J Hale", "Hale (Orle), … Hale (Selby)")?"""
        surname, text = surname_of(one.parts), self._text
        ends = [m.span.end for m in self._known.holding({surname}) if text.startswith(" (", m.span.end)]
        clubs = {text[end + 2:text.find(")", end)] for end in ends if text[end + 2:end + 3].isupper()}
        if len(clubs) > 1 and all(len(club) < _CLUB and not any(c.isdigit() for c in club) for club in clubs):
            return True
        before = {text[m.span.end - len(surname) - 3:m.span.end - len(surname)] for m in self._known.holding({surname})}
        return all(any(b.endswith((f"{name.parts[0][0]} ", f"{name.parts[0][0]}. ")) for b in before) for name in (one, two))

    def given(self, word: str) -> bool:
        """Does the name stand alone?"""
        return any(m.span.start and _ALONE.match(self._text, m.span.start - 1) for m in self._names.get((word,), ()))

    def alone(self, word: str) -> bool:
        """Is the name used alone somewhere?"""
        return (word,) in self._names

    @cached_property
    def bearers(self) -> frozenset[str]:
        """The last words of full names."""
        return frozenset(parts[-1] for parts in self._names if len(parts) > 1)


_PLURAL = re.compile(r"(?<=\b[Tt])he ([A-Z]\w+?)e?s\b")
_ALONE = re.compile(r"(?<=[a-z,;]) ([A-Z]\w+)(?:,| [a-z])|(?<=[^\w’'.-]) ([A-Z]\w+), \d\d?[,.;]")
_LONGEST = 60  # characters from "and" to a surname
_PAIR = re.compile(r"([A-Z]\w+) and ([A-Z]\w+) ([A-Z][\w’'-]+)")


def _opening(text: str, end: int) -> int:
    """Where the word begins that ends there."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return start


def surname_of(parts: tuple[str, ...]) -> str:
    """The last part that is no suffix; empty for popes and kings, who have none."""
    if not SUFFIXES.isdisjoint(parts):
        parts = tuple(p for p in parts if p not in SUFFIXES)
    return "" if len(parts) < 2 or not parts[-1].strip("IVX") else parts[-1]


def family(told: Told, name: Name) -> bool:
    """Does the text speak of several of the surname, or of this one by the given name?"""
    return told.given(name.parts[0]) or told.plural(surname_of(name.parts)) or told.pair(surname_of(name.parts))


_FULL_BEFORE = re.compile(r"[A-Z][\w.-]+ [A-Z][\w’'-]+, $")
_AND = re.compile(r"(?:^|[^\w.] |[a-z],? )([A-Z][a-z]+) (?:and|or|&) $")


_DAY = re.compile(r"\b(?:[A-Z][a-z]+day|Day|Night|Eve|January|February|March|April|May|June|July|August|September|October|November|December|\d+), $")
_APPOSED = re.compile(r", (?![A-Z0-9])")


def listed(document: Document, told: Told, m: Mention, known: bool) -> bool:
    """Is the name one of a list of people, or joined by "and" to a given name (no surname) whose bearer shares the surname? Where the text says who
    it is, by one office or in the headline, neither a day nor an office before the comma is an item ("on Sunday, Ann Hale, ", "the mayor, Ann Hale, said").
    """
    before, after = document.text[max(0, m.span.start - 40):m.span.start], document.text[m.span.end:m.span.end + 1]
    if before.endswith(", ") and (after == "," or _FULL_BEFORE.search(before)) and not (
            known and (_DAY.search(before) or before[:-2].rpartition(" ")[2].islower() and _APPOSED.match(document.text, m.span.end))):
        return True
    pair = _AND.search(before)
    return pair is not None and pair[1] not in told.bearers and sex(pair[1]) is not None


_KIN = re.compile(
    r"(?i:wife|husband|son|sons|daughter|daughters|brother|brothers|sister|sisters|father|mother|parents|cousin|uncle|aunt|nephew|niece|twin|"
    r"widow|widower|spouse|partner|grandson|granddaughter|grandfather|grandmother|married|born|versus|vs\.?|not|unrelated|lady)"
    r"[,:]?(?: [A-Z][\w.]*){0,2} $")
_KIN_OF = re.compile(r"\b(?:father|mother|parent|son|daughter|brother|sister|cousin|uncle|aunt|nephew|niece|wife|husband|widow) (?:of|to) [^.;\n]{0,70}$")
_RELATIVE = re.compile(r"(?<!\w)(?:(?:(his)|(her)) (?:[\w-]+ ){0,2})?(?:((?:step|grand)?(?:fathers?|sons?)|brothers?|uncle|nephew|husband|widower)|"
                       r"((?:step|grand)?(?:mothers?|daughters?)|sisters?|aunt|niece|wife|widow|first lady)|"
                       r"parents?|cousins?|twins?|siblings?|spouse|couple|(?:his|her|their|my|our|the|own) family)(?!\w)", re.I)
# what tells that two of one name are two
_TOLD_APART = re.compile(r"\b(?:no relation|(?:not|un|isn[’']t|aren[’']t) ?related|no kin|namesakes?|shar(?:es?|ed|ing) (?:a|the|his|her|that|their) (?:sur|last |family |first )?names?|of (?:the|that) same name|same (?:sur|last |family )name)\b", re.I)


_ALONE_IN_OFFICE = frozenset({"Vice President", "Prime Minister", "Attorney General", "Chief Justice", "Secretary of State"})  # one at a time


def kin(document: Document, odd: Bearer, main: list[Bearer]) -> bool:
    """Do the words around tell the two as relatives, or is the other named in full in the same sentence (a titled name: in the same paragraph)?"""
    text, at = document.text, odd.mention.span
    sentence = document.sentence_at(at.start)
    alone = odd.name.title in _ALONE_IN_OFFICE and all(b.name.title == odd.name.title for b in main)
    near = document.zone_at(at.start).span if odd.name.title and not alone else sentence
    if _KIN.search(text, max(0, at.start - 40), at.start) or _TOLD_APART.search(text, sentence.start, sentence.end + _AFTER):
        return True
    if _spoken_of_apart(document, odd, main):
        return True
    for start in (b.mention.span.start for b in main):
        if near.start <= start < near.end or _KIN.search(text, max(0, start - 40), start) or _KIN_OF.search(text, max(0, start - 100), start):
            return True
    if any(_is_relative(text, document.sentence_at(b.mention.span.start), odd.name.parts[0]) for b in main):
        return True
    one = sex(odd.name.parts[0])
    two = next((s for b in main if (s := sex(b.name.parts[0]))), None)
    return any(_may_be(r, one, two) for r in _RELATIVE.finditer(text, *sentence))


def _apart(document: Document) -> list[str]:
    """The sentences that tell people of one name apart, read once."""
    told: list[str] | None = document.memo.get(_apart)
    if told is None:
        told = document.memo[_apart] = [document.text[slice(*document.sentence_at(m.start()))] for m in _TOLD_APART.finditer(document.text)]
    return told


def _spoken_of_apart(document: Document, odd: Bearer, main: list[Bearer]) -> bool:
    """Does a sentence with the surname say that the two are not one ("Dr Orme, who is not related to her Green opponent"), or the one behind
    the name whose relative the other is ("Sir Keith Prewett resigned. Mr Prewett, who is his nephew, …")?
    """
    text, surname = document.text, surname_of(odd.name.parts)
    if not _WORDS_APART.isdisjoint(document.lowercase) and any(surname in sentence for sentence in _apart(document)):
        return True
    one, two = sex(odd.name.parts[0]), next((s for b in main if (s := sex(b.name.parts[0]))), None)
    following = document.sentence_index(odd.mention.span.start) + 1
    if following >= len(document.sentences):
        return False
    start, end = document.sentences[following]
    return any(at >= 0 and any(_may_be(r, one, two) for r in _RELATIVE.finditer(text, at, min(end, at + len(name) + _NEAR_KIN)))
               for name in (surname, odd.name.parts[0]) for at in [text.find(name, start, end)])


def _is_relative(text: str, sentence: Span, given: str) -> bool:
    """Does a sentence of the one call him or her a relative of the other: "Shelby Dunn, who is Terri's sister"?"""
    return any((m := _RELATIVE.search(text, at, at + _NEAR_KIN)) is not None and m.start() < sentence.end
               for end in ("’s ", "'s ") if (at := text.find(given + end, sentence.start, sentence.end)) >= 0)


_NEAR_KIN = 40  # characters from "Terri's" to "sister"


def _may_be(relative: re.Match[str], one: str | None, two: str | None) -> bool:
    """May one of the two be the relative and the other whose relative it is?"""
    owner = "he" if relative[1] else "she" if relative[2] else None
    kin = "he" if relative[3] else "she" if relative[4] else None
    return (_fits(one, owner) and _fits(two, kin)) or (_fits(one, kin) and _fits(two, owner))


def _fits(one: str | None, two: str | None) -> bool:
    return not one or not two or one == two


