"""The age of somebody's child or other relative, told twice: "Ada Trent, whose 14-year-old son Bo … Trent's 15-year-old", "the mayor's daughter, 9, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.yearold import SUFFIX, age_before, slip
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document

KIN = ("son", "daughter", "stepson", "stepdaughter", "grandson", "granddaughter", "brother", "sister", "nephew", "niece", "wife", "husband", "father", "mother")
_PLURALS = {"wife": "wives"}
_ANOTHER = re.compile(r"\b(?:older|younger|elder|eldest|oldest|youngest|other|another|second|third|first|middle|late|twin|half|former|two|three|four)[ -]$")
_LEAD = 44  # characters that tell whose relative it is


class _Told(NamedTuple):
    """An age of a relative: of whom, which relative ("" where the words do not tell), and where."""

    whose: str
    kin: str
    age: int
    span: Span


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    kin, aged = "|".join(KIN), r",? (?:[A-Z][\w’'-]+,? ){0,2}\(?(?:aged |now |who is )?(\d{1,2})(?=[,.);])"
    return {
        "whose": re.compile(r"(?<![\w’'-])([A-Z][\w-]+)(?:, whose |[’']s? (?:[a-z]+ )?)$"),
        "office": re.compile(r"\b[Tt]he ([a-z]+)[’']s $"),
        "kin": re.compile(rf" (?:(?!and )[a-z-]+ )?({kin})(?![\w’'-])"),
        "alone": re.compile(r" (?:was|is|has|had|will|would|died|who)\b|[.,;]"),
        "beside": re.compile(rf"(?<![\w’'-])([A-Z][\w-]+)[’']s? ({kin}){aged}"),
        "office beside": re.compile(rf"\b[Tt]he ([a-z]+)[’']s ({kin}){aged}"),
        "aged": re.compile(aged),
    }


def conflicts(number: int, analysis: Analysis, places: Sequence[int]) -> Iterator[Conflict]:
    """Two ages of one relative in the document of this number; `places` are those of "-year-old"."""
    document = analysis.document
    if document.lowercase.isdisjoint(KIN):
        return
    told = sorted((*_hyphened(document.text, places), *_beside(document)), key=_start)
    by_owner: dict[str, list[_Told]] = {}
    for one in told:
        if document.quotation_at(one.span.start) is None:
            by_owner.setdefault(one.whose, []).append(one)
    for first, *later in by_owner.values():
        for one in later:
            kin = first.kin or one.kin
            if one.age != first.age and kin and (one.kin or kin) == (first.kin or kin) and slip(first.age, one.age) and _only(document.text, document.lowercase, kin):
                yield Conflict((Place(number, one.span), Place(number, first.span)), {"computed": f"{first.age} and {one.age}", "expected": str(first.age), "tolerance": "none"},
                               ("the text knows one such relative",), likely=True)
                break


def _start(told: _Told) -> int:
    return told.span.start


def _only(text: str, words: frozenset[str], kin: str) -> bool:
    """Does the text tell of one such relative, and of none but him or her?"""
    return _PLURALS.get(kin, kin + "s") not in words and "children" not in words and not any(_ANOTHER.search(text, max(0, m.start() - 12), m.start()) for m in re.finditer(rf"\b{kin}\b", text))


def _hyphened(text: str, places: Sequence[int]) -> Iterator[_Told]:
    p = _patterns()
    for at in places:
        if (number := age_before(text, at)) is None:
            continue
        age, start = number
        whose = p["whose"].search(text, max(0, start - _LEAD), start) or p["office"].search(text, max(0, start - _LEAD), start)
        kin = p["kin"].match(text, at + len(SUFFIX))
        if whose is not None and (kin is not None or p["alone"].match(text, at + len(SUFFIX))):
            yield _Told(whose[1], kin[1] if kin is not None else "", age, Span(start, kin.end() if kin is not None else at + len(SUFFIX)))


def _beside(document: Document) -> Iterator[_Told]:
    text, p = document.text, _patterns()
    if not any(p["aged"].match(text, at + len(kin)) for kin in KIN if kin in document.lowercase for at in document.places(kin)):
        return  # as in most: the word for a relative tells where to look, and whose it is what to look through
    for way in ("beside", "office beside"):
        for m in p[way].finditer(text):
            yield _Told(m[1], m[2], int(m[3]), Span(m.start(), m.end()))
