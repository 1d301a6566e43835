"""When a person was born, by all that a text tells of it: "born in 1951", "in 1991, at age 33", "Orwin, 52", "She was 18 when … in 2012"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import digits

_CUES = frozenset({"born", "age", "aged", "turned", "At", "when"})
_YEAR = r"((?:1[89]|20)\d\d)(?!\d|[-–]\d)"
_BORN = re.compile(rf"born(?: (?:on|in) (?:[A-Z][a-z]+\.?(?: \d{{1,2}})?,? )?| )(?:in )?{_YEAR}")
_AT_AGE = re.compile(r"(?:the )?age (?:of )?(\d{1,2})(?![\d.,%-]*\d)(?! (?:months|weeks|days))")
_AGED = re.compile(r"aged (\d{1,2})(?![\d.,%-]*\d)(?! (?:months|weeks|days))")
_AS_TOLD = (" was ", "At ", "turned ")
_BEHIND = re.compile(r",? when |, (?=(?:he|she|[A-Z]))| (?:in|on) ")
_OLD = re.compile(r", an? (\d{1,2})-year-old(?= [a-z])")
_KIN = re.compile(r"\b(?:sons?|daughters?|father|mother|brothers?|sisters?|wife|husband|parents?|child|children|baby|twins?|grand\w+|nephew|niece|uncle|aunt|cousin|couple|girlfriend|boyfriend|widow)\b", re.I)
_NOT_NOW = re.compile(r"\b(?:then|when|died|dead|killed|late|was buried|would (?:be|have been)|ago)\b")
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_ROOM = 1  # years that copy is off as it counts birthdays or not
_FURTHEST = 25  # years between two births that are one person's; farther apart they are likelier two people's
_LEAST = 5  # years of age
_BACK = 2  # sentences back to the one that names the person


class Told(NamedTuple):
    """What tells a birth: the first and the last year that it can be in, the age (-1 for a birth itself), the year of that age (0 for now), the place."""

    first: int
    last: int
    age: int
    year: int
    span: Span


def conflicts(number: int, analysis: Analysis, date: str | None) -> Iterator[Conflict]:
    """Births and ages of one person that do not go together, in the document of this number; `date` is the article's."""
    document = analysis.document
    if _CUES.isdisjoint(document.lowercase):
        return
    found = list(_told(document))
    if not found:
        return
    from checker.checks.yearold import people

    persons = people(analysis)
    starts = [m.span.start for m in persons]
    by_person: dict[str, list[Told]] = {}
    for told in found:
        if (who := _whose(document, told.span, persons, starts)) is not None:
            by_person.setdefault(who, []).append(told)
    if not by_person:
        return
    today = int(date[:4]) if date else 0
    for m in persons:
        if isinstance(m.value, Name) and m.value.parts[-1] in by_person and (now := _now(document, m, today)) is not None:
            by_person[m.value.parts[-1]].append(now)
    for told_of in by_person.values():
        yield from _apart(number, told_of)


def _told(document: Document) -> Iterator[Told]:
    """Births told with their year, and ages told with the one year of their sentence."""
    text, words = document.text, document.lowercase
    for at in document.places("born") if "born" in words else ():
        if (m := _BORN.match(text, at)) is not None:
            yield Told(int(m[1]), int(m[1]), -1, int(m[1]), Span(*m.span()))
    ages: list[tuple[int, Span]] = []
    for word, pattern in (("age", _AT_AGE), ("aged", _AGED)):
        for at in document.places(word) if word in words else ():
            start = at - len("the ") if text.startswith("the ", at - len("the ")) else at
            if (m := pattern.match(text, start)) is not None and (word == "aged" or text.startswith(("at ", "At "), start - len("at "))):
                ages.append((int(m[1]), Span(start - len("at ") if word == "age" else start, m.end())))
    for start, end in digits(text):
        if end - start == 2 and text.endswith(_AS_TOLD, 0, start) and (m := _BEHIND.match(text, end)) is not None and (m[0][:5] != ", " or text.endswith("At ", 0, start)):
            ages.append((int(text[start:end]), Span(text.rindex(" ", 0, start - 1) + 1 if not text.endswith("At ", 0, start) else start - len("At "), end)))
    for age, span in ages:
        if age >= _LEAST and (year := _year_of(document, span)):
            yield Told(year - age - 1, year - age, age, year, span)


def _year_of(document: Document, span: Span) -> int:
    """The only year of the sentence but one of a birth; 0 where there is none, or several."""
    text, sentence = document.text, document.sentence_at(span.start)
    births = {m.start(1) for m in _BORN.finditer(text, *sentence)}
    years = {text[a:b] for a, b in digits(text) if sentence.start <= a < sentence.end and b - a == 4 and text[a] in "12" and a not in births and text[b:b + 1] not in ("s", "-", "–")}
    return int(years.pop()) if len(years) == 1 and 1800 < int(next(iter(years))) < 2100 else 0


def _whose(document: Document, span: Span, people: Sequence[Mention], starts: Sequence[int]) -> str | None:
    """The surname of the one person that the sentence is about, or of whom "he" or "she" in it stands for."""
    text, index = document.text, document.sentence_index(span.start)
    start, end = document.sentences[index]
    if document.quotation_at(span.start) is not None or _KIN.search(text, start, min(end, span.end + 60)):
        return None
    surnames = _surnames(people[bisect_left(starts, start):bisect_left(starts, end)])
    if surnames:
        return surnames.pop() if len(surnames) == 1 else None
    if _SUBJECT.search(text, start, end) is None:
        return None
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        start, end = document.sentences[at]
        if surnames := _surnames(people[bisect_left(starts, start):bisect_left(starts, end)]):
            return surnames.pop() if len(surnames) == 1 and not _KIN.search(text, start, end) else None
    return None


def _surnames(people: Sequence[Mention]) -> set[str]:
    return {m.value.parts[-1] for m in people if isinstance(m.value, Name)}


def _now(document: Document, m: Mention, today: int) -> Told | None:
    """The age that is told with a name as that of now."""
    text, sentence = document.text, document.sentence_at(m.span.start)
    if not isinstance(m.value, Name) or document.quotation_at(m.span.start) is not None:
        return None
    old = _OLD.match(text, m.span.end)
    age = m.value.age if m.value.age is not None else int(old[1]) if old else None
    if age is None or age < _LEAST or _NOT_NOW.search(text, max(sentence.start, m.span.start - 40), min(sentence.end, m.span.end + 60)):
        return None
    behind = re.compile(r",? \(?(?:aged? |now )?\d{1,2}|, an? \d{1,2}-year-old").match(text, m.span.end)
    return Told(today - age - 1 if today else 0, today - age if today else 0, age, 0, Span(m.span.start, behind.end() if behind else m.span.end))


def _apart(number: int, told: Sequence[Told]) -> Iterator[Conflict]:
    """The pairs that no one birth fits, each later place once."""
    seen: set[Span] = set()
    for a, b in combinations(sorted(told, key=lambda t: t.span), 2):
        if b.span in seen or (a.age >= 0 and b.age >= 0 and not a.year and not b.year) or (a.age, a.year) == (b.age, b.year):
            continue
        gap = _gap(a, b)
        if gap:
            seen.add(b.span)
            facts = {"computed": gap, "expected": gap, "tolerance": "a birthday more or less"}
            yield Conflict((Place(number, b.span), Place(number, a.span)), facts, ("one person's birth, by what is told of it",), likely=True)


def _gap(a: Told, b: Told) -> str:
    """How the two births lie apart, in words; "" where they can be one, or nothing tells when now is."""
    if not (a.first and b.first):
        now, then = (a, b) if not a.first else (b, a)
        older = then.age - now.age
        return f"{then.age} in {then.year}, and {now.age} now" if then.age > 0 and 0 < older <= _FURTHEST else ""
    apart = max(a.first, b.first) - min(a.last, b.last)
    return f"births in {a.last} and in {b.last} or so" if _ROOM < apart <= _FURTHEST else ""
