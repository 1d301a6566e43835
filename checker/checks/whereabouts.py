"""Where a town or a body is told to be: "the northern town of Orle" and "Orle, in southern Spain"; "Selby-based Orlemarine", "Orlemarine, based in Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.base import occurrences
from checker.data.demonyms import DEMONYMS
from checker.data.places import REGIONS
from checker.link.ledger import Analysis
from checker.model import Conflict, Place, Span
from checker.structure.document import Document

_COMPASS = frozenset("""north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern
southwestern""".split())
_OPPOSITE = (frozenset("ns"), frozenset("ew"))
_KINDS = "city|town|village|port|suburb|county|province|region|district|state|island|resort|capital|settlement|hamlet|municipality"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    way = r"(?P<way>[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)-?(?P<side>east|west)?(?:ern)?"
    name = r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})"
    return (re.compile(rf"{way} (?:[\w’-]+ ){{0,2}}?(?:{_KINDS}) of {name}"),
            re.compile(rf"{name}(?:, (?:an? |the )?(?:[\w’-]+ ){{0,3}}?(?:(?:{_KINDS}) )?| is |, | )(?:lies |which is |located |situated )?in (?:the )?{way} (?:of the (?:country|state|island)|[A-Z][\w’-]+)"))


def sides(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Each name that is told with a side of its country, the letters of the side, and where."""
    text = document.text
    for word in sorted(_COMPASS & document.distinct):
        for at in occurrences(document.plain, word):
            for pattern, start in zip(_patterns(), (at, max(0, at - 90)), strict=True):
                for m in pattern.finditer(text, start, at + len(word) + 90):
                    if m.start("way") == at and document.quotation_at(at) is None:
                        yield m["name"], m["way"][0].lower() + (m["side"] or "")[:1], Span(*m.span())


def opposite(a: str, b: str) -> bool:
    """Do two sides exclude each other on one axis?"""
    return any(x != y and {x, y} == axis for axis in _OPPOSITE for x in a for y in b if x in axis and y in axis)


def compass(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One town in the north and in the south; likely, as towns share names."""
    document = analysis.document
    known = _COMPASS & document.distinct
    if len(known) < 2 or not any(opposite(_letters(a), _letters(b)) for a in known for b in known):
        return
    told: dict[str, list[tuple[str, Span]]] = {}
    for name, side, span in sides(document):
        told.setdefault(name, []).append((side, span))
    for name, entries in told.items():
        entries.sort(key=lambda e: e[1])
        other = next((e for e in entries if opposite(entries[0][0], e[0])), None)
        if other is not None:
            yield Conflict((Place(number, other[1]), Place(number, entries[0][1])), {"name": name}, (f"both are told of {name}",), likely=True, by_voice=True)


def _letters(word: str) -> str:
    return word[0] + (word[5:6] if word[5:6] in "ew" and word[5:9] in ("east", "west") else "")


_BASED_BEHIND = re.compile(r"(?P<name>[A-Z][\w&’-]+(?: [A-Z][\w&’-]+){0,3}),? (?:which is |who is |an? (?:[\w’-]+ ){1,4}|is )?based in (?P<town>[A-Z][\w’]+(?: [A-Z][\w’]+){0,2})(?![\w-])")
_BASED_BEFORE = re.compile(r"(?P<town>[A-Z][\w’]+(?: [A-Z][\w’]+){0,2})-based (?:[a-z][\w’-]+ ){0,3}?(?P<name>[A-Z][\w&’-]+(?: [A-Z][\w&’-]+){0,3})")


def seated(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One body that is based in two towns."""
    document = analysis.document
    if document.text.count("based") < 2 or "-based" not in document.text and " based in " not in document.text:
        return
    told: dict[str, list[tuple[str, Span]]] = {}
    for at in occurrences(document.text, "based"):
        pattern, start = (_BASED_BEFORE, at - 40) if document.text[at - 1] == "-" else (_BASED_BEHIND, at - 90)
        for m in pattern.finditer(document.text, max(0, start), at + 70):
            told.setdefault(m["name"], []).append((m["town"], Span(*m.span())))
    for name, entries in told.items():
        entries.sort(key=lambda e: e[1])
        town = entries[0][0]
        other = next((e for e in entries if e[0] != town and e[0] not in town and town not in e[0] and (e[0] in REGIONS) == (town in REGIONS)), None)
        if other is not None:
            yield Conflict((Place(number, other[1]), Place(number, entries[0][1])), {"name": name}, (f"both are told of {name}",), likely=True, by_voice=True)


@cache
def _of_country() -> tuple[re.Pattern[str], ...]:
    name = r"(?P<name>[A-Z][\w&’-]+(?: [A-Z][\w&’-]+){0,2})"
    return (re.compile(rf" (?:[a-z][\w-]+ ){{0,2}}?(?P<kind>(?:{_KINDS}) of(?= [A-Z])|(?:{_KINDS}|{_BODIES}))(?![\w-])"),
            re.compile(rf" {name}"), re.compile(rf"{name}, (?:an?|the) (?:[a-z][\w-]+ ){{0,2}}?$"))


_BODIES = "company|firm|bank|maker|manufacturer|airline|carrier|newspaper|broadcaster|magazine|club|group|giant|retailer|brewer|carmaker|automaker|publisher|university|chain|brand"


def nations(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One town or body in two countries: "the Chilean town of Orle", "Orle, a Peruvian port"."""
    document = analysis.document
    known = DEMONYMS.keys() & document.lowercase
    if len(known) < 2 or document.distinct.isdisjoint(_KIND_WORDS):
        return
    text = document.text
    kind, behind, before = _of_country()
    told: dict[str, list[tuple[str, Span]]] = {}
    for nation in known:
        for at in occurrences(text, f" {nation} "):
            m = kind.match(text, at + len(nation) + 1)
            if m is None:
                continue
            found = before.search(text, max(0, at - 60), at + 1) or (behind.match(text, m.end()) if m["kind"].endswith(" of") or m["kind"] not in _TOWNS else None)
            if found is not None:
                told.setdefault(found["name"], []).append((DEMONYMS[nation], Span(min(at + 1, found.start("name")), max(m.end(), found.end()))))
    for name, entries in told.items():
        entries.sort(key=lambda e: e[1])
        other = next((e for e in entries if e[0] != entries[0][0]), None)
        if other is not None:
            yield Conflict((Place(number, other[1]), Place(number, entries[0][1])), {"name": name}, (f"both are told of {name}",), likely=True, by_voice=True)


_TOWNS = frozenset(_KINDS.split("|"))
_KIND_WORDS = frozenset(f"{_KINDS}|{_BODIES}".split("|"))
