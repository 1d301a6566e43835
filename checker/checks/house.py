"""Checks against the house style: a name, title, place, acronym or term that the desk writes otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from checker.checks.base import AcrossParams, Check
from checker.checks.forms import edits, fold
from checker.data.people import GENERIC, OFFICES, TITLES
from checker.findings import Conflict, Place, Repair
from checker.link.ledger import Analysis, Ledger
from checker.link.names import alike, with_title
from checker.model import Acronym, Mention, Name, Span
from checker.read.house import Entry, House, Title

_NEAR = 2  # letters that a listed surname may be away from the right one, to be put right by itself
_SHORTEST = 5  # letters of a surname from which a slip is told
_OFFICES = frozenset(w.lower() for w in OFFICES | TITLES) - {"mr", "mrs", "ms", "miss", "former", "first"}


def _each(ledger: Ledger) -> Iterator[tuple[int, Analysis, House, int]]:
    """Every article with the house style and the number of the document that holds it."""
    if ledger.house is None:
        return
    home = next(n for n, a in enumerate(ledger.analyses) if a.document.source.role == "house")
    for n, a in enumerate(ledger.analyses):
        if a.document.source.role == "article":
            yield n, a, ledger.house, home


def _forms(entries: Callable[[House], Sequence[Entry]], proper: bool) -> Callable[[Ledger, AcrossParams], Iterator[Conflict]]:
    """Forms that the house lists as wrong, wherever they stand as whole words; proper names with their capitals."""
    def run(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
        for n, analysis, house, home in _each(ledger):
            yield from _listed(n, analysis, entries(house), home, proper)
    return run


def _listed(n: int, analysis: Analysis, entries: Sequence[Entry], home: int, proper: bool) -> Iterator[Conflict]:
    text = analysis.document.text if proper else analysis.document.text.lower()
    for e in entries:
        for form in e.wrong:
            wanted = form if proper else form.lower()
            if wanted not in text:
                continue
            for m in re.finditer(rf"(?<![\w’'-]){re.escape(wanted)}(?![\w-])", text):
                if not proper and analysis.document.quotation_at(m.start()) is not None:
                    continue  # words of others are not ours to change
                if not text.startswith(e.right, m.start()):
                    yield Conflict((Place(n, Span(*m.span())), Place(home, e.span)), {"expected": e.right}, ("the house lists this form as wrong",),
                                   repair=_repair(n, analysis.document.text, Span(*m.span()), form, e.right))


def _repair(n: int, text: str, span: Span, form: str, right: str) -> Repair | None:
    """The house's form in place of the listed one, its first capital kept; for a surname alone, the word of the full name that it is near."""
    words = right.split()
    if len(words) != len(form.split()):
        near = [w for w in words if edits(fold(w), fold(form)) <= _NEAR]
        if " " in form or len(near) != 1:
            return None
        right = near[0]
    if text[span.start].isupper() and right[0].islower():
        right = right[0].upper() + right[1:]
    return Repair(((Place(n, span), right),), True, "the house's form")


def _names(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    for n, analysis, house, home in _each(ledger):
        told = set()
        for c in _listed(n, analysis, house.names, home, proper=True):
            told.add(c.places[0].span)
            yield c
        yield from (c for c in _slips(n, analysis, house, home) if not any(s.start < c.places[0].span.end and c.places[0].span.start < s.end for s in told))


def _slips(n: int, analysis: Analysis, house: House, home: int) -> Iterator[Conflict]:
    """A full name a letter from one of the house, with the same given name."""
    by_given: dict[str, list[Entry]] = defaultdict(list)
    for e in house.names:
        by_given[e.right[:1].lower()].append(e)
    right = {e.right for e in house.names}
    for m in analysis.mentions:
        if not isinstance(m.value, Name) or len(m.value.parts) < 2 or " ".join(m.value.parts) in right:
            continue
        for e in by_given.get(m.value.parts[0][:1].lower(), ()):
            parts = e.right.split()
            if len(parts) == len(m.value.parts) and _slip(parts, m.value.parts):
                yield Conflict((Place(n, m.span), Place(home, e.span)), {"expected": e.right}, ("one letter apart from the house's form",), likely=True)
                break


def _slip(right: Sequence[str], given: Sequence[str]) -> bool:
    apart = [(a, b) for a, b in zip(right, given, strict=True) if a != b]
    if len(apart) != 1 or (len(right) == 2 and apart[0][0] == right[0] and alike(right[0], given[0])):
        return False
    a, b = (fold(w) for w in apart[0])
    return min(len(a), len(b)) >= _SHORTEST - (a[-1] == b[-1]) and edits(a, b) <= 1


def _acronyms(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """An acronym behind other words than the house's."""
    for n, analysis, house, home in _each(ledger):
        known = {e.right: e for e in house.acronyms}
        for m in analysis.mentions:
            if isinstance(m.value, Acronym) and (e := known.get(m.value.short)) is not None and _plain(m.value.long) != _plain(e.wrong[0]):
                words = Span(m.span.start, m.span.start + len(m.text[:m.text.rindex("(")].rstrip()))
                yield Conflict((Place(n, words), Place(home, e.span)), {"expected": e.wrong[0]}, ("the house has other words for this acronym",), likely=True)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).removeprefix("the ").strip()


def _titles(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """An office right before a name that is none of the person's on the article's day (any day, where none is known)."""
    for n, analysis, house, home in _each(ledger):
        held: dict[str, list[Title]] = defaultdict(list)
        for t in house.titles:
            held[t.person.split()[-1]].append(t)
        for m in analysis.mentions:
            if isinstance(m.value, Name) and m.value.title and (found := held.get(m.value.parts[-1])):
                yield from _title(n, analysis, m, m.value, found, home, (ledger.date or "")[:10])


def _title(n: int, analysis: Analysis, m: Mention, name: Name, found: list[Title], home: int, day: str) -> Iterator[Conflict]:
    mine = [t for t in found if len(name.parts) == 1 or alike(t.person.split()[0], name.parts[0])]
    words = [w for w in (name.title or "").lower().replace(".", "").split() if w in _OFFICES or w in GENERIC]
    if not mine or not any(w in _OFFICES for w in words) or len({t.person for t in mine}) > 1:
        return
    now = [t for t in mine if not day or ((not t.since or t.since <= day) and (not t.until or day <= t.until))]
    if any(set(words) & set(t.title.lower().split()) & _OFFICES for t in now):
        return
    right = "; ".join(t.title for t in now) or f"no office on {day}"
    yield Conflict((Place(n, with_title(analysis.document.text, m)), Place(home, (now or mine)[0].span)),
                   {"expected": f"{right}, {mine[0].person}", "date": day}, ("the house gives the office",), likely=len(name.parts) == 1)


CHECKS = {
    "name": Check(AcrossParams, _names), "title": Check(AcrossParams, _titles), "acronym": Check(AcrossParams, _acronyms),
    "place": Check(AcrossParams, _forms(lambda h: h.places, True)), "term": Check(AcrossParams, _forms(lambda h: h.terms, False))}
