"""Check `variants`, given names: two of them before one surname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import Check
from checker.checks.forms import fold
from checker.data.people import GENERIC, GIVEN, WOMEN
from checker.link.ledger import Analysis, Ledger
from checker.link.names import alike, is_person
from checker.model import Conflict, Mention, Name, Place
from checker.structure.document import Document


class Params(NamedTuple):
    """Nothing to set."""


def _given(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """Two given names before one surname, where the second is no person introduced on its own."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        people: dict[str, list[Mention]] = defaultdict(list)
        for m in analysis.mentions:
            if isinstance(m.value, Name) and 2 <= len(m.value.parts) <= 4 and (m.value.title or m.value.parts[0].lower() in GIVEN) and is_person(m.value) \
                    and (surname := _surname(m.value)) and surname.lower() not in GENERIC:
                people[fold(surname)].append(m)
        shared = [ms for ms in people.values() if len({m.text for m in ms}) > 1]
        told = _told(analysis) if shared else None
        for mentions in shared:
            if told is not None:
                yield from _slips(number, document, told, mentions)


def _surname(name: Name) -> str:
    """The last part that is no suffix; empty for popes and kings, who have none."""
    parts = [p for p in name.parts if p.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV")]
    return "" if len(parts) < 2 or re.fullmatch(r"[IVX]+", parts[-1]) else parts[-1]


def _slips(number: int, document: Document, told: _Told, mentions: list[Mention]) -> Iterator[Conflict]:
    by_given: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        assert isinstance(m.value, Name)
        key = next((k for k in by_given if alike(k, m.value.parts[0])), m.value.parts[0])
        by_given[key].append(m)
    if not 2 <= len(by_given) <= 4:
        return
    main, *others = sorted(by_given.values(), key=lambda ms: (-len(ms), ms[0].span.start))
    for other in others:
        yield from _slip(number, document, told, main, other)


def _slip(number: int, document: Document, told: _Told, main: list[Mention], other: list[Mention]) -> Iterator[Conflict]:
    odd = other[0]
    assert isinstance(odd.value, Name)
    if len(other) > 1 or odd.value.age or odd.value.apposition or _kin(document, odd) or _introduced(document, odd):
        return
    if len(main) < 2 and _surname(odd.value) not in told.surnames:
        return  # two people named once each
    if any(_longer(odd.value, m.value) for m in main if isinstance(m.value, Name)) or _family(told, odd, main):
        return
    main_given = {m.value.parts[0].lower() for m in main if isinstance(m.value, Name)}
    if (odd.value.parts[0].lower() in WOMEN) != bool(main_given & WOMEN) and main_given & GIVEN:
        return
    titles = {m.value.title for m in main if isinstance(m.value, Name)}
    if odd.value.title and odd.value.title not in titles and titles != {None}:
        return
    if odd.value.parts[0].lower() not in GIVEN and not (odd.value.title and odd.value.title in titles):
        return
    first = main[0].span if main[0].span < odd.span else main[-1].span
    yield Conflict((Place(number, odd.span), Place(number, first)), {"count": "1", "total": str(len(main))},
                   ("one surname, and the second name is not introduced on its own",), likely=True)


def _longer(a: Name, b: Name) -> bool:
    """Is the given name of one among the words of the other ("Nawaz Sharif", "Muhammad Nawaz Sharif")?"""
    one, two = ([p.casefold() for p in x.parts[:-1]] for x in (a, b))
    return one[0] in two or two[0] in one


_OWN = re.compile(r",? (?:is|was) an? |\s*\n")


def _introduced(document: Document, m: Mention) -> bool:
    """Has the name words of its own that tell who this is: what he or she is, a line to itself?"""
    return bool(_OWN.match(document.text, m.span.end)) or document.zone_at(m.span.start).span == m.span


class _Told(NamedTuple):
    """What a text tells of families, read in one pass: "the Kochs", "Charles and David Koch", a given name alone, a surname alone."""

    families: frozenset[str]
    pairs: frozenset[tuple[str, str, str]]
    given: frozenset[str]
    surnames: frozenset[str]


def _told(analysis: Analysis) -> _Told:
    text = analysis.document.text
    alone = frozenset(m.value.parts[0] for m in analysis.mentions if isinstance(m.value, Name) and len(m.value.parts) == 1)
    return _Told(frozenset(re.findall(r"\b[Tt]he ([A-Z]\w+?)e?s\b", text)), frozenset(re.findall(r"\b([A-Z]\w+) and ([A-Z]\w+) ([A-Z][\w’'-]+)", text)),
                 frozenset(re.findall(r"[a-z,] ([A-Z]\w+)(?:,| [a-z])", text)), alone)


def _family(told: _Told, odd: Mention, main: list[Mention]) -> bool:
    """Does the text speak of the two at once, or of one of them by the given name?"""
    assert isinstance(odd.value, Name)
    surname = _surname(odd.value)
    given = {odd.value.parts[0], *(m.value.parts[0] for m in main if isinstance(m.value, Name))}
    return surname in told.families or odd.value.parts[0] in told.given or any((a, b, surname) in told.pairs for a in given for b in given)


_KIN = re.compile(
    r"(?:wife|husband|son|sons|daughter|daughters|brother|brothers|sister|sisters|father|mother|parents|cousin|uncle|aunt|nephew|niece|twin|"
    r"widow|widower|spouse|partner|grandson|granddaughter|grandfather|grandmother|married|born|versus|vs\.?|not|unrelated|lady)"
    r"[,:]?(?: [A-Z][\w.]*){0,2} $", re.I)
_RELATIVES = re.compile(r"(?<!\w)(?:wife|husband|sons?|daughters?|brothers?|sisters?|father|mother|parents?|cousin|uncle|aunt|niece|nephew|twins?|"
                        r"widow|family|siblings?|spouse|first lady|couple)(?!\w)", re.I)
_KIN_AFTER = re.compile(r"(?:, (?:his|her|their|the|a|an|who|whose)\b)")


def _kin(document: Document, m: Mention) -> bool:
    """Is the name told as a relative's, or joined to another by "and"?"""
    before, after = document.text[max(0, m.span.start - 40):m.span.start], document.text[m.span.end:m.span.end + 12]
    sentence = document.sentence_at(m.span.start)
    if _RELATIVES.search(document.text, sentence.start, sentence.end):
        return True
    if before.endswith(", ") and (after.startswith(",") or re.search(r"[A-Z][\w.-]+ [A-Z][\w’'-]+, $", before)):
        return True  # one of a list of people
    pair = re.search(r"(?:^|[^\w.] |[a-z],? )([A-Z][a-z]+) (?:and|or|&) $", before)
    return bool(_KIN.search(before) or _KIN_AFTER.match(after) or (pair and pair.group(1).lower() in GIVEN))


CHECKS = {"given-name": Check(Params, _given)}
