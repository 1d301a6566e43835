"""A date or an acronym of the headline that the text does not have, against the one in its lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from checker.checks.base import occurrences
from checker.checks.headline_words import letters
from checker.data.english import FUNCTION_WORDS
from checker.extract.times import MONTHS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Date, Mention, Span
from checker.relate.stems import stem
from checker.structure.document import Document

_LEAD = 4  # paragraphs behind the headline
_ACRONYM = re.compile(r"(?<![\w.’'-])([A-Z]{2,5})(?:['’]s)? ([A-Za-z]{4,})(?![\w-])")
_MONTHS = frozenset(name.capitalize() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_SMALL = frozenset(map(str.lower, _MONTHS))
_MONTH_BEFORE = re.compile(r"\b(?:in|in (?:early|late|mid)|of|since|last|until|by|this|past|the|from|(?:mid|early|late)-?) ?$")
_DAY_BEHIND = re.compile(r"\.? \d|,? (?:of )?\d{4}|[-–]")
_WORD = re.compile(r"[^\W\d_]+")


def dates(number: int, analysis: Analysis, head: Span, shared: int) -> Iterator[Conflict]:
    """Conflicts of a day ("April 30", "Friday") of the headline with the only other day of a sentence of the lead that shares so many words."""
    if not any(m[0] == "date" for m in takewhile(lambda m: m[1][0] < head.end, analysis.mentions)):
        return  # as in most
    told = [(m, m.value) for m in analysis.mentions if m.kind == "date" and isinstance(m.value, Date)]
    document = analysis.document
    last = document.zone_index(head.start) + _LEAD
    for m, date in told:
        if m.span.start >= head.end or not (date.day or date.weekday is not None):
            continue
        body = [(x, other) for x, other in told if x.span.start >= head.end]
        if any(_one_day(date, other) for _, other in body):
            continue
        words = _content(document.text[head.start:head.end])
        near = [x for x, other in body if document.zone_index(x.span.start) <= last and bool(other.day) == bool(date.day) and (not date.month or date.month == other.month)]
        for x in near[:1]:
            sentence = document.sentence_at(x.span.start)
            alone = sum(sentence.start <= y.span.start < sentence.end for y, _ in told) == 1
            if alone and len(words & _content(document.text[sentence.start:sentence.end])) >= shared + 1:
                yield _conflict(number, m, x)


def months(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of a month without a day ("in July") in the headline with the only other one of a sentence of the lead that shares its words."""
    document = analysis.document
    if _SMALL.isdisjoint(letters(document, head)) or _MONTHS.isdisjoint(_WORD.findall(document.text, head.start, head.end)):
        return
    told = list(_bare_months(document))
    last = document.zone_index(head.start) + _LEAD
    words = _content(document.text[head.start:head.end])
    dates = [x for x in (*told, *analysis.mentions) if x.span.start >= head.end and isinstance(x.value, Date)]
    for m in [m for m in told if m.span.start < head.end]:
        if any(_one_month(m.value, x.value) for x in dates):
            continue
        other = next((x for x in told if x.span.start >= head.end and document.zone_index(x.span.start) <= last), None)
        if other is not None:
            sentence = document.sentence_at(other.span.start)
            if len(words & _content(document.text[sentence.start:sentence.end])) >= max(2, min(3, len(words) - 2)):
                yield _conflict(number, m, other)


def _bare_months(document: Document) -> Iterator[Mention]:
    """Months without a day or year ("in March", "the June conference")."""
    text = document.text
    for word in _MONTHS & document.lowercase:
        for start in occurrences(text, word):
            end = start + len(word)
            if not text[end:end + 1].isalpha() and not _DAY_BEHIND.match(text, end) and not text[start - 2:start - 1].isdigit() \
                    and (text[end:end + 2] in ("'s", "’s") or _MONTH_BEFORE.search(text, max(0, start - 12), start)):
                yield Mention("date", Span(start, end), word, Date(month=MONTHS[word.lower()]))


def _one_month(a: object, b: object) -> bool:
    return isinstance(a, Date) and isinstance(b, Date) and (a.month == b.month if a.month else a.weekday == b.weekday)


def acronyms(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of an acronym before a word ("FBI director") with the only other one before that word in the lead ("CIA Director")."""
    document = analysis.document
    text, zones = document.text, document.zones
    lead = zones[min(document.zone_index(head.start) + _LEAD - 1, len(zones) - 1)].span.end
    for m in _ACRONYM.finditer(text, head.start, head.end):
        short, noun = m.groups()
        if noun.isupper() or short in text[head.end:] or ".".join(short) in text[head.end:]:
            continue
        found = [x for x in _ACRONYM.finditer(text, head.end, lead) if x[2].lower() == noun.lower()]
        if found and len({x[1] for x in found}) == 1:
            places = (Place(number, Span(m.start(), m.end())), Place(number, Span(found[0].start(), found[0].end())))
            yield Conflict(places, {"kind": "name"}, (f"the text has “{short}” nowhere", f"both stand before “{noun.lower()}”"), likely=True)


def _one_day(a: Date, b: Date) -> bool:
    if a.day:
        return bool(b.day) and (a.month, a.day) in ((b.month, b.day), b.swapped) or (b.month, b.day) == a.swapped
    return a.weekday == b.weekday


def _content(text: str) -> set[str]:
    return {stem(w.lower()) for w in _WORD.findall(text)} - FUNCTION_WORDS


def _conflict(number: int, m: Mention, other: Mention) -> Conflict:
    return Conflict((Place(number, m.span), Place(number, other.span)), {"kind": "date"}, ("no date of the text is that of the headline",), likely=True)
