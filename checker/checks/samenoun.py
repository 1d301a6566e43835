"""A nameless person's age given twice, by one noun: "a 14-year-old boy … the boy, 16, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.yearold import PERSONS, SUFFIX, age_before, slip
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span

_ANOTHER = ("another ", "other ", "second ", "younger ", "older ", "elder ", "third ", "new ", "dead ")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (re.compile(r"\b[Aa]n? (?:\d{1,2}|[a-z]+(?:-[a-z]+)?)$"),
            re.compile(r" (?:(?!and |or |to |of |who )[A-Za-z’'-]+ ){0,2}?([a-z]+)(?![\w’'-])(?!,? (?:and|or|with) )"),
            re.compile(r"\b[Tt]he $"))


def conflicts(number: int, analysis: Analysis, places: Sequence[int]) -> Iterator[Conflict]:
    """Two ages of one person without a name; `places` are those of "-year-old"."""
    document = analysis.document
    text, (article, behind, the) = document.text, _patterns()
    told: dict[str, list[tuple[int, Span]]] = {}
    for at in places:
        if (age := age_before(text, at)) is None:
            continue
        noun = behind.match(text, at + len(SUFFIX))
        if noun is None or noun[1] not in PERSONS and not noun[1].endswith(("man", "woman")):
            continue
        first = article.search(text, max(0, at - 20), at)
        start = first.start() if first is not None else age[1]
        told.setdefault(noun[1], []).append((age[0], Span(start, noun.end())) if first is not None else (-1, Span(start, noun.end())))
    for person, found in told.items():
        if len(found) == 1 and found[0][0] > 0 and _plural(person) not in document.lowercase:
            yield from _again(number, analysis, person, *found[0], the)


def _plural(noun: str) -> str:
    return noun[:-3] + "men" if noun.endswith("man") else "children" if noun == "child" else noun + "s"


def _again(number: int, analysis: Analysis, noun: str, age: int, first: Span, the: re.Pattern[str]) -> Iterator[Conflict]:
    """The ages behind the same noun, where the text has only one and never another of the kind."""
    document = analysis.document
    text = document.text
    here = list(document.places(noun))
    if any(text.endswith(_ANOTHER, 0, at) for at in here):
        return
    for at in here:
        end = at + len(noun)
        told = re.compile(r", (?:aged |now )?(\d{1,2})(?=,)(?!, \d)| \((?:aged )?(\d{1,2})\)|,? (?:who )?(?:is|was) (\d{1,2})(?=[,.;])").match(text, end)
        if at < first.end or told is None or not the.search(text, max(0, at - 5), at):
            continue
        other = int(told[1] or told[2] or told[3])
        if other != age and slip(age, other) and document.quotation_at(at) is None:
            span = Span(at - len("the "), told.end())
            yield Conflict((Place(number, span), Place(number, first)), {"computed": f"{age} and {other}", "expected": str(age), "tolerance": "none"},
                           ("the text knows one such person",), likely=True)
            return
