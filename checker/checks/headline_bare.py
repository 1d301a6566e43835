"""Figures of a headline that count no noun: "Police arrest three after raid", "Five freed in Orle", "Actress Ida Brask dies at 78"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data.units import ONES
from checker.findings import Conflict, Place
from checker.link.group import quantity
from checker.link.ledger import Analysis
from checker.model import Claim, Span
from checker.relate.stems import stem
from checker.structure.document import Document
from checker.structure.words import alternatives

NUMBERS = frozenset(word for word, n in ONES.items() if n > 1)
_NUMBER = rf"({alternatives(NUMBERS)}|\d{{1,3}})"
_OBJECT = re.compile(rf"\b([a-z]{{3,}}s?) {_NUMBER}(?=$| (?:in|after|at|from|on|over|as|near|during|amid|with)\b)", re.I)
_SUBJECT = re.compile(rf"(?:^|[:;,] ){_NUMBER} ((?:[a-z]{{3,}}ed|held|shot|freed|hurt))\b", re.I)
_NO_VERB = frozenset("the and but for with from than past last next least most under over about nearly some page day week year part chapter round game super top no are was were all "
                     "article section rule route flight phase level grade measure question another other every each between among of in on at to by as just only".split())
_DIES = re.compile(r"\b(?:dies|dead|died) (?:at(?: age)?|aged) (\d{1,3})\b", re.I)
_AGED = re.compile(r"(?:\b(?:aged?|[Hh]e was|[Ss]he was|who was|at|at age|at the age of|turned)|,) (\d{2,3})(?=[.,;)]|\s*$| years old\b)")
_DEATH = re.compile(r"\b(?:died|dies|has died|dead)\b")
_KIN = re.compile(r"\b(?:wife|husband|widow|widower|partner|son|daughter|brother|sister|mother|father)\b")
_OLDEST = 110
_LEAD, _TEXT = 3, 8  # paragraphs in which a counterpart of a count, of an age would stand
_BESIDE = 34  # characters beside a count in which its verb stands


def bare(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Counts and ages of the headline of the document of this number against the one that the text has of the same deed or death; likely, never certain."""
    document = analysis.document
    line = document.text[head.start:head.end]
    for m in (*_OBJECT.finditer(line), *_SUBJECT.finditer(line)):
        number_first = _is_number(m[1])
        verb, printed = (m[2], m[1]) if number_first else (m[1], m[2])
        place = Span(*(head.start + x for x in m.span(1 if number_first else 2)))
        if verb.lower() not in _NO_VERB and (other := _counted(analysis, head, stem(verb), _value(printed))) is not None:
            yield Conflict((Place(number, place), Place(number, other.value.span)), {"kind": "figure"}, ("the text tells it of so many",), likely=True)
    died = _DIES.search(line)
    if died is not None and (age := _age(document, head, int(died[1]))) is not None:
        yield Conflict((Place(number, Span(head.start + died.start(1), head.start + died.end(1))), Place(number, age)), {"kind": "figure"}, ("the text has one age only",), likely=True)


def _is_number(word: str) -> bool:
    return word.isdigit() or word.lower() in NUMBERS


def _value(word: str) -> int:
    return int(word) if word.isdigit() else int(ONES[word.lower()])


def _counted(analysis: Analysis, head: Span, verb: str, told: int) -> Claim | None:
    """The one count beside the same verb in the lead, where no count there is the headline's; a part of the text may tell the figure in another way."""
    document = analysis.document
    first = document.zone_index(head.end) + 1
    counts = [c for c in analysis.claims if first <= c.zone < first + _LEAD and quantity(c).dimension in ("count", "number")]
    zones = document.zones
    lead = document.plain[head.end:zones[min(len(zones) - 1, first + _LEAD)].span.end].split()
    if any(quantity(c).low <= told <= quantity(c).high for c in counts) or str(told) in lead or any(word in lead for word, n in ONES.items() if n == told):
        return None
    found = [c for c in counts if _does(document, c, verb) and not _is_part(document, c)]
    values = {(quantity(c).low, quantity(c).high) for c in found}
    return found[0] if len(values) == 1 and not quantity(found[0]).hedge and quantity(found[0]).low == quantity(found[0]).high else None


def _is_part(document: Document, c: Claim) -> bool:
    """Is it some of those told ("two men and a woman", "six others")?"""
    start, end = c.value.span
    near = document.plain[max(0, start - _PAIR):start].split()[-1:] + document.plain[start:end + _PAIR].split()
    return not _PARTS.isdisjoint(near)


_PARTS = frozenset({"and", "others", "other", "more", "another", "plus"})
_PAIR = 14  # characters behind a count in which another is joined to it


def _does(document: Document, c: Claim, verb: str) -> bool:
    """Stands the verb right before the count, or behind it and its noun with "were"?"""
    start, end = c.value.span
    before = document.plain[max(0, start - _BESIDE):start].split()[-1:]
    behind = document.plain[end:end + _BESIDE].split()
    passive = next((i for i, w in enumerate(behind[:5]) if w in ("was", "were", "been")), -1)
    return any(stem(w) == verb or w == f"{verb}d" for w in (*before, *(behind[passive + 1:passive + 2] if passive >= 0 else ())))


def _age(document: Document, head: Span, told: int) -> Span | None:
    """The one age that the first paragraphs tell, where they have no number that is the headline's."""
    zones = document.zones
    end = zones[min(len(zones) - 1, document.zone_index(head.end) + _TEXT)].span.end
    if re.search(rf"(?<!\d)(?:{told}(?!\d)|{told + 1}(?:st|nd|rd|th) birthday)", document.text[head.end:]):
        return None
    found = [m for m in _AGED.finditer(document.text, head.end, end) if int(m[1]) <= _OLDEST and not _KIN.search(document.text, document.sentence_at(m.start()).start, m.start())]
    if len({m[1] for m in found}) > 1:  # of a life's other years, too
        found = [m for m in found if _DEATH.search(document.text, document.sentence_at(m.start()).start, m.start())]
    return Span(*found[0].span(1)) if len({m[1] for m in found}) == 1 else None
