"""A person's age given twice, by one noun: "a 14-year-old boy … the boy, 16, …", "the co-pilot, 29, … 31-year-old co-pilot Ole Trent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.yearold import PERSONS, SUFFIX, age_before, slip
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.document import Document

_ANOTHER = ("another ", "other ", "second ", "younger ", "older ", "elder ", "third ", "new ", "dead ", "former ")
_LEAST = 4  # letters of a noun


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "article": re.compile(r"\b[Aa]n? (?:\d{1,2}|[a-z]+(?:-[a-z]+)?)$"),
        "noun": re.compile(r" (?:(?!and |or |to |of |who )[A-Za-z’'-]+ ){0,2}?([a-z]+)(?![\w’'-])(?!,? (?:and|or|with) )"),
        # any noun that the age is told of together with the name: "its 32-year-old chairman Ole Trent"
        "named": re.compile(r" (?:[A-Z][\w’'-]+ )?(?:(?!and |or |to |of |who )[a-z’'-]+ )?([a-z-]+), ?(?=[A-Z])| (?:[A-Z][\w’'-]+ )?(?:(?!and |or |to |of |who )[a-z’'-]+ )?([a-z-]+) (?=[A-Z][\w’'-]+ [A-Z])"),
        "the": re.compile(r"\b[Tt]he $"),
        "age": re.compile(r", (?:aged |now )?(\d{1,2})(?=,)(?!, \d)| \((?:aged )?(\d{1,2})\)|,? (?:who )?(?:is|was) (\d{1,2})(?=[,.;])"),
        "beside": re.compile(r", (?:aged |now )?(\d{1,2})(?=, [a-z])"),
    }


def conflicts(number: int, analysis: Analysis, places: Sequence[int]) -> Iterator[Conflict]:
    """Two ages of one person without a name; `places` are those of "-year-old"."""
    document = analysis.document
    text, p = document.text, _patterns()
    told: dict[str, list[tuple[int, Span]]] = {}
    by_office: dict[str, list[tuple[int, Span]]] = {}
    for at in places:
        if (age := age_before(text, at)) is None:
            continue
        noun = p["noun"].match(text, at + len(SUFFIX))
        if noun is not None and (noun[1] in PERSONS or noun[1].endswith(("man", "woman"))):
            first = p["article"].search(text, max(0, at - 20), at)
            start = first.start() if first is not None else age[1]
            told.setdefault(noun[1], []).append((age[0] if first is not None else -age[0], Span(start, noun.end())))
        elif (noun := p["named"].match(text, at + len(SUFFIX))) is not None and len(word := noun[1] or noun[2]) >= _LEAST:
            by_office.setdefault(word, []).append((age[0], Span(age[1], noun.end(1 if noun[1] else 2))))
    for person, found in told.items():
        if len(found) == 1 and _plural(person) not in document.lowercase:
            yield from _again(number, document, person, abs(found[0][0]), found[0][1], "age" if found[0][0] > 0 else "beside")
    for person, found in by_office.items():
        if len({age for age, _ in found}) == 1 and _plural(person) not in document.lowercase:
            yield from _again(number, document, person, *found[0], "beside")


def _plural(noun: str) -> str:
    return noun[:-3] + "men" if noun.endswith("man") else "children" if noun == "child" else noun + "s"


def _again(number: int, document: Document, noun: str, age: int, first: Span, way: str) -> Iterator[Conflict]:
    """The ages behind the same noun, where the text has only one and never another of the kind."""
    text, p = document.text, _patterns()
    here = list(document.places(noun))
    if any(text.endswith(_ANOTHER, 0, at) for at in here):
        return
    for at in here:
        end = at + len(noun)
        told = p[way].match(text, end)
        if first.start <= at < first.end or (at < first.start and way == "age") or told is None or not p["the"].search(text, max(0, at - 5), at):
            continue
        other = next(int(group) for group in told.groups() if group)
        if other != age and slip(age, other) and document.quotation_at(at) is None:
            one, two = sorted((Span(at - len("the "), told.end()), first))
            yield Conflict((Place(number, two), Place(number, one)), {"computed": f"{age} and {other}", "expected": str(age), "tolerance": "none"},
                           ("the text knows one such person",), likely=True)
            return
