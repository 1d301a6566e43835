"""Check `order`, names: a surname that comes before the full name which introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import Check, occurrences
from checker.data.people import COUNTRIES, GENERIC, GIVEN
from checker.data.places import REGIONS
from checker.link.ledger import Analysis, Ledger
from checker.model import Conflict, Mention, Name, Place, Referent, Span
from checker.structure.document import Document

_SIDED = re.compile(r"(?<![\w’'-])(?:pro|anti)-([A-Z][\w’']*[\w])(?![\w’'-])")
_PROSE = frozenset({"body", "list"})


class Params(NamedTuple):
    """`uses`: how often the person is named at least."""

    uses: int = 2


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    sided = [_sided(a.document) for a in ledger.analyses]
    for referent in ledger.referents:
        if referent.kind == "person" and len(referent.mentions) >= params.uses:
            number = referent.mentions[0][0]
            early = _late(ledger, referent, sided[number])
            if early is not None:
                yield early
            yield from _again(ledger, referent)


def _sided(document: Document) -> dict[str, Span]:
    """Where "pro-Hale" or "anti-Hale" first stands in the article's own words, by the surname."""
    found: dict[str, Span] = {}
    places = sorted(at for side in ("pro-", "anti-") for at in occurrences(document.text, side))
    start = next((z.span.start for z in document.zones if z.kind == "body"), 0) if places else 0
    for at in places:
        if at >= start and (m := _SIDED.match(document.text, at)) and document.quotation_at(at) is None:
            found.setdefault(m[1], Span(*m.span()))
    return found


def _late(ledger: Ledger, referent: Referent, sided: dict[str, Span]) -> Conflict | None:
    """A person's surname in the article's own words, and the full name only after it."""
    number = referent.mentions[0][0]
    analysis = ledger.analyses[number]
    document = analysis.document
    mentions = [m for n, m in referent.mentions if n == number]
    full = next((m for m in mentions if _is_full(m) and document.zone_at(m.span.start).kind in _PROSE), None)
    if full is None or not isinstance(full.value, Name) or document.quotation_at(full.span.start) is not None:
        return None
    surname = full.value.parts[-1]
    early = next(m.span for m in mentions if m is full or isinstance(m.value, Name) and m.value.parts[-1] == surname
                 and document.zone_at(m.span.start).kind in _PROSE)
    if early == full.span:
        early = sided.get(surname, full.span)
    if early >= full.span or document.zone_index(early.start) <= 1:  # the first paragraph may be another headline
        return None
    if surname in _FAMOUS or not _may_be(analysis, surname) or not _is_bare(document, early, surname) or _given_before(document.text, full):
        return None
    return Conflict((Place(number, early), Place(number, full.span)), {"name": full.text}, ("the full name comes only later",), likely=True)


def _again(ledger: Ledger, referent: Referent) -> Iterator[Conflict]:
    """A person introduced with party and seat in two paragraphs, as if new: copy put together from two versions."""
    number = referent.mentions[0][0]
    document = ledger.analyses[number].document
    full = [m for n, m in referent.mentions if n == number and isinstance(m.value, Name) and len(m.value.parts) > 1]
    first: Mention | None = None
    for m in full if len(full) > 1 else ():
        if not _SEAT.match(document.text, m.span.end):
            continue
        zone = document.zone_at(m.span.start)
        if zone.kind not in _PROSE or document.quotation_at(m.span.start) is not None or _FURNITURE.search(document.text, *zone.span) \
                or document.text[zone.span.end - 1] not in ".!?”\"":
            continue
        if first is not None and document.zone_index(first.span.start) != document.zone_index(m.span.start):
            spans = [Span(x.span.start, _closed(document, x)) for x in (m, first)]
            yield Conflict((Place(number, spans[0]), Place(number, spans[1])), {"name": m.text}, ("party and seat are told again",), likely=True)
            return
        first = first or m


_SEAT = re.compile(r",? \(?[DRI]-[A-Z][\w.]*(?: [A-Z]\w+)?\)?")


def _closed(document: Document, m: Mention) -> int:
    seat = _SEAT.match(document.text, m.span.end)
    return seat.end() if seat else m.span.end


# presidents and candidates whom papers name by the surname alone
_FAMOUS = frozenset("Washington Jefferson Lincoln Roosevelt Truman Eisenhower Kennedy Johnson Nixon Ford Carter Reagan Bush Clinton Obama Romney McCain Trump "
                    "Biden Sanders Putin Merkel Hitler Stalin Churchill Thatcher Blair Napoleon Shakespeare Einstein Freud Marx Darwin Jesus Muhammad".split())


def _given_before(text: str, full: Mention) -> bool:
    """Does the given name stand anywhere before, so that the full name was there in another form?"""
    assert isinstance(full.value, Name)
    return bool(re.search(rf"\b{re.escape(full.value.parts[0])}\b", text[:full.span.start]))


def _is_full(m: Mention) -> bool:
    assert isinstance(m.value, Name)
    return len(m.value.parts) in (2, 3) and m.value.parts[0].lower() in GIVEN


def _is_bare(document: Document, span: Span, surname: str) -> bool:
    """Is it the surname alone, said of the person by the article: no law or camp named after him, no caption or link between paragraphs?"""
    text = document.text
    zone = document.zone_at(span.start).span
    if "-" in text[span.start:span.end]:
        return True
    if text[span.start:span.end] != surname or surname.isupper() or document.quotation_at(span.start) is not None:
        return False
    if not re.search(r"[a-z,;] $|^$", text[max(zone.start, span.start - 3):span.start]) or not _ACTS.match(text, span.end):
        return False
    return not _FURNITURE.search(text, zone.start, zone.end) and text[zone.end - 1] in ".!?”\""


_ACTS = re.compile(r"['’]s? |,? (?:said|says|told|has|had|was|is|will|would|did|also|and|who|to|in|on|at|for|as|by|with|from|after|before|[a-z]+ed)\b|[.;]|,(?! [A-Z])")
_FURNITURE = re.compile(r"\||Getty|Hide Caption|https?:|Photo:|WATCH|Also on")


def _may_be(analysis: Analysis, surname: str) -> bool:
    small = surname.lower()
    return small not in GIVEN and small not in GENERIC and small not in COUNTRIES and surname not in REGIONS


CHECKS: dict[str, Check] = {"introduction": Check(Params, _run)}
