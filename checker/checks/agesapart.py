"""How many years two people are apart, against the ages told with their names: "Lis Brandt, 34, is six years older than her brother Kai, 31"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.yearold import age_of, with_age
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Span

WORDS = frozenset({"older", "younger", "senior", "junior"})
_ROOM = 1  # years that birthdays make
_KIN = ("brother", "sister", "wife", "husband", "twin", "cousin", "partner")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    age = r",? \(?(?:aged )?\d{1,2}\)?"
    return {
        "years": re.compile(r"(?<![\w.-])(\d{1,2}|[a-z]+) years? (?:(?:his|her|their) )?$"),
        # "…, 34, is six years older than his sister Eva, 31"
        "is": re.compile(rf"{age},? (?:is|was) $"),
        "than": re.compile(r" than (?:(?:his|her) )?(?:[a-z]+,? ){0,3}(?!(?:and|but)\b)$"),
        # "…, 34, and his sister Eva, 28, who is six years younger"
        "and": re.compile(rf"{age},?[^.;:()\d]{{0,50}} (?:his|her) (?:[a-z]+ ){{0,2}}(?:{'|'.join(_KIN)}),? $"),
        "who": re.compile(rf"{age},? who is $"),
    }


def conflicts(number: int, analysis: Analysis, aged: Sequence[Mention]) -> Iterator[Conflict]:
    """Years apart that two of `aged`, the names with an age in order, do not give."""
    document = analysis.document
    text, p = document.text, _patterns()
    starts = [m.span.start for m in aged]
    for word in WORDS & document.lowercase:
        for at in document.places(word):
            told = p["years"].search(text, max(0, at - 24), at)
            years = age_of(told[1]) if told is not None else 0
            if told is None or not years or document.quotation_at(at) is not None:
                continue
            i, end = bisect_left(starts, at), at + len(word)
            pair = None
            if 0 < i < len(aged) and p["is"].fullmatch(text, aged[i - 1].span.end, told.start()) and p["than"].fullmatch(text, end, aged[i].span.start):
                pair = aged[i - 1], aged[i]
            elif i > 1 and p["who"].fullmatch(text, aged[i - 1].span.end, told.start()) and p["and"].fullmatch(text, aged[i - 2].span.end, aged[i - 1].span.start):
                pair = aged[i - 1], aged[i - 2]
            if pair is None:
                continue
            one, two = (m.value.age or 0 if isinstance(m.value, Name) else 0 for m in pair)
            real = one - two if word in ("older", "senior") else two - one
            if abs(real - years) > _ROOM:
                first = min(m.span for m in pair)
                yield Conflict((Place(number, Span(told.start(), end)), Place(number, Span(first.start, with_age(text, max(pair, key=_start)).end))),
                               {"computed": f"{abs(real)} years" if real else "one age", "expected": str(abs(real)), "tolerance": "a birthday"}, ("both ages are told",), likely=True)


def _start(m: Mention) -> int:
    return m.span.start
