"""Check `calendar`, years and lengths: a span against its length, a birth against an age, an anniversary against the year; two ages of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.checks import founded, lapses, order, yearold
from checker.checks.base import Check, each, figure
from checker.checks.figures import plain
from checker.data.english import FUNCTION_WORDS
from checker.extract.hedges import kind_of, printed
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Mention, Name, Quantity, Relation
from checker.records import NamedTuple
from checker.structure.words import digits

_BIRTHS = frozenset({"born", "Born", "age", "aged"})
AS_TOLD = (" was ", "At ", "turned ")  # before an age that may be another year's
_AGES = (*AS_TOLD, " at ", " then ")
_AT_AGES = (" was ", " just ", " only ", " at ")
# an anniversary that is kept as the text is written
_KEPT = re.compile(r"\b(?:today|tonight|tomorrow|this (?:year|week|month|weekend)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_PRINTED = 1900
_THEN = re.compile(r"\b(?:then|when|at the time|at age|the late|died|years? ago|son|daughter|father|mother|jr|sr)\b", re.I)


class Params(NamedTuple):
    """`years`: how many years the told length may be off, `hedged`: share of it where it is hedged."""

    years: int = 1
    hedged: float = 0.15


def _year(relation: Relation, role: str) -> int:
    return int(figure(relation, role).low)


def _off(real: int, q: Quantity, params: Params, least: int = 0) -> bool:
    """Is the told length in years not that of `real` years (or one more, where both ends count)?"""
    low, high = printed(q)
    factor = 10 if q.unit == "decade" else 1
    room = Decimal(params.years) if not q.hedge else max(Decimal(params.years), real * Decimal(str(params.hedged)))
    if q.unit == "decade":
        room = Decimal(5)
    kind = kind_of(q)
    up = real * Decimal("0.34") if kind in ("over", "least") else Decimal(0)  # "more than 20 years" of 26
    down = real * Decimal("0.34") if kind in ("under", "most") else Decimal(0)
    return not (low * factor - room - down <= real + least and real <= high * factor + room + up)


def _lasting(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for i, relation in each(ledger, "span"):
        start, end = _year(relation, "start"), _year(relation, "end")
        whole = relation.all("whole")[0]
        length = relation.get("length")
        if length is None:
            facts = {"computed": "a time that ends before it begins", "change": f"{start} to {end}", "expected": f"from {end} to {start}", "tolerance": "none"}
            yield Conflict((Place(i, relation.all("end")[0].span), Place(i, relation.all("start")[0].span)), facts, ("one span of time",))
        elif _off(end - start, figure(relation, "length"), params):
            yield Conflict((Place(i, length.span), Place(i, whole.span)), _working(end - start, f"{start} to {end}"), ("one span of time",))
    yield from order.lengths(ledger, "date")


def _spans(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    known = set()
    for conflict in _lasting(ledger, params):
        known.add(conflict.places[0])
        yield conflict
    yield from (conflict for conflict in lapses.conflicts(ledger, since=False) if conflict.places[0] not in known)
    if any(relation.kind == "relength" for analysis in ledger.analyses for relation in analysis.relations):
        from checker.checks import inother  # asked by few texts
        yield from inother.conflicts(ledger)
    for number, analysis in enumerate(ledger.analyses):
        yield from founded.founded(number, analysis, ledger.date)
        yield from founded.lives(number, analysis)


def _working(years: int, change: str) -> dict[str, str]:
    shown = f"{years} years" if years != 1 else "1 year"
    return {"computed": shown, "expected": shown, "change": change, "tolerance": "one year, as both ends may count"}


def _anniversaries(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    yield from _since(ledger, params)
    yield from lapses.conflicts(ledger, since=True)
    for i, relation in each(ledger, "wed"):
        length, jubilee = (relation.all(role)[0] for role in ("length", "jubilee"))
        if _off(int(figure(relation, "jubilee").low), figure(relation, "length"), params):
            shown = f"{figure(relation, 'length').low} years"
            yield Conflict((Place(i, jubilee.span), Place(i, length.span)), {"computed": shown, "expected": shown, "change": "the marriage", "tolerance": "one year"},
                           ("one marriage",), likely=True)
    if ledger.date is None:
        yield from _too_early(ledger, params)
        for i, analysis in enumerate(ledger.analyses):
            if any(relation.kind == "ago" for relation in analysis.relations):
                from checker.checks import nows  # asked by few texts
                yield from nows.conflicts(i, analysis)
        return
    today = int(ledger.date[:4])
    for kind in ("anniversary", "ago"):
        for i, relation in each(ledger, kind):
            start = _year(relation, "start")
            if start < today and _off(today - start, figure(relation, "length"), params):
                yield Conflict((Place(i, relation.all("length")[0].span), Place(i, relation.all("start")[0].span)),
                               _working(today - start, f"{start} to {today}"), ("counted from the article's date",))


def _too_early(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """Anniversaries kept now, that the latest year which the text tells as past rules out; likely."""
    for i, relation in each(ledger, "anniversary"):
        start, q, document = _year(relation, "start"), figure(relation, "length"), ledger.analyses[i].document
        length, year = relation.all("length")[0], relation.all("start")[0]
        if q.unit == "decade" or q.hedge or not _KEPT.search(document.text, *document.sentence_at(length.span.start)):
            continue
        from checker.link.pastyears import latest_past  # few texts tell one
        past = latest_past(ledger.analyses[i], year.span)
        if past is not None and past[0] - start > int(q.high) + params.years and start + int(q.high) > _PRINTED:
            yield Conflict((Place(i, length.span), Place(i, year.span)), _working(past[0] - start, f"{start} to {past[0]}"),
                           ("the text tells of a later year as past",), likely=True)


def _since(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """Years since what the text dates elsewhere; likely, as another event may be meant."""
    for i, relation in each(ledger, "since"):
        start, length, told = _year(relation, "start"), relation.all("length")[0], relation.get("end")
        end = _year(relation, "end") if told else int(ledger.date[:4]) if ledger.date else 0
        if start < end and _off(end - start, figure(relation, "length"), params):
            yield Conflict((Place(i, length.span), Place(i, relation.all("start")[0].span)), _working(end - start, f"{start} to {end}"),
                           ("the text tells the year of what it is counted from",), likely=True)


def _ages(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    known = set[tuple[int, int]]()
    if ledger.date is not None:
        today = int(ledger.date[:4])
        for i, relation in each(ledger, "birth"):
            known.add((i, relation.all("start")[0].span.end))
            born, age = _year(relation, "start"), int(figure(relation, "length").low)
            if abs(today - born - age - Decimal("0.5")) > params.years:
                facts = {"computed": f"{today - born - 1} or {today - born}", "expected": f"{today - born - 1} or {today - born}",
                         "change": f"{born} to {today}", "tolerance": "one year"}
                yield Conflict((Place(i, relation.all("start")[0].span), Place(i, relation.all("length")[0].span)), facts, ("age and birth stand together",))
    told = [m for found in map(names, ledger.analyses) for parts in found.told for m in found.written[parts] if isinstance(m.value, Name) and m.value.age is not None]
    for referent in ledger.referents if len(told) > 1 else ():
        if len(referent.mentions) > 1:
            yield from _two_ages(ledger, [(i, m) for i, m in referent.mentions if isinstance(m.value, Name) and m.value.age is not None])
    for i, analysis in enumerate(ledger.analyses):
        yield from yearold.conflicts(i, analysis)
        if _tells_ages_then(analysis):
            from checker.checks import agesthen
            yield from agesthen.conflicts(i, analysis)
        if _may_tell_birth(analysis):
            from checker.checks.births import conflicts
            births = [c for c in conflicts(i, analysis, ledger.date) if (i, c.places[0].span.end) not in known]
            yield from births
            if not _DEATHS.isdisjoint(analysis.document.lowercase):
                from checker.checks.lifetimes import lifetimes
                seen = {c.places[0].span.end for c in births} | {c.places[-1].span.end for c in births}
                yield from (c for c in lifetimes(i, analysis) if c.places[0].span.end not in seen)


_DEATHS = frozenset({"died", "dies"})


def _tells_ages_then(analysis: Analysis) -> bool:
    """Does the text tell two ages at which something was done ("when she was 24", "at age 34")?"""
    document = analysis.document
    text = document.text
    return "when" in document.lowercase and sum(document.counts.get(word, 0) for word in ("age", "aged")) + sum(
        end - start == 2 and text.endswith(_AT_AGES, 0, start) for start, end in digits(text)) > 1


def _may_tell_birth(analysis: Analysis) -> bool:
    """Is a birth told, or an age that may be another year's ("At 36", "was 18 when")?"""
    text = analysis.document.text
    return not _BIRTHS.isdisjoint(analysis.document.lowercase) or any(end - start == 2 and text.endswith(_AGES, 0, start) for start, end in digits(text))


def _two_ages(ledger: Ledger, aged: list[tuple[int, Mention]]) -> Iterator[Conflict]:
    """One person's age given twice; silent where a sentence tells another time or a relative of the same surname."""
    if len(aged) < 2:
        return
    first = aged[0]
    for number, m in aged[1:]:
        if _age(m) == _age(first[1]) or number != first[0]:
            continue
        analysis = ledger.analyses[number]
        if any(_THEN.search(analysis.document.text[max(0, x.span.start - 30):x.span.end + 25]) for x in (m, first[1])) \
                or abs(_age(m) - _age(first[1])) > 15 and str(_age(m)) != str(_age(first[1]))[::-1] or not _one_person(m, first[1]) or _rest_of_name(analysis, m, first[1]):
            continue
        facts = {"computed": f"{_age(first[1])} and {_age(m)}", "expected": plain(Decimal(_age(first[1]))), "tolerance": "none"}
        yield Conflict((Place(number, yearold.with_age(analysis.document.text, m)), Place(first[0], yearold.with_age(ledger.analyses[first[0]].document.text, first[1]))), facts,
                       ("one person's age, given twice",), likely=abs(_age(m) - _age(first[1])) == 1)


def _age(m: Mention) -> int:
    assert isinstance(m.value, Name)
    return m.value.age or 0


def _one_person(a: Mention, b: Mention) -> bool:
    """One name is the other's surname, or both are the same full name."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    one, two = a.value.parts, b.value.parts
    return one == two or (min(len(one), len(two)) == 1 and one[-1] == two[-1])


def _rest_of_name(analysis: Analysis, *surnames: Mention) -> bool:
    """Does a capitalised word, which no name took in, stand right before a bare surname?"""
    text, openings = analysis.document.text, analysis.document.sentence_openings
    return any(isinstance(m.value, Name) and len(m.value.parts) == 1 and not m.value.title and
               (before := re.compile(r"([A-Z][\w’'-]+) $").search(text, max(0, m.span.start - 20), m.span.start)) is not None
               and not (before[1].lower() in FUNCTION_WORDS and before.start() in openings) for m in surnames)  # "For Trent, 41, …" is whole


CHECKS: dict[str, Check] = {
    "span": Check(Params, _spans),
    "anniversary": Check(Params, _anniversaries),
    "age": Check(Params, _ages),
}
