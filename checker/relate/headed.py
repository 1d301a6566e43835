"""The names that a plural noun leads, and the number with which that noun comes again: "The winners, A, B and C, … The four winners"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.groups import series_of_names
from checker.structure.document import Document

_DEFINITE = ("he ", "all ", "All ", "ese ", "ose ")
_MOST = 40  # places of a noun that are looked at


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "led": re.compile(r"(?:,| [—–]| --?|:| \()? (?=[A-Z])"),
        "the": re.compile(r"\b(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]hose|[Tt]he other) $"),
        "some": re.compile(r"\b(?:includ\w+|such as|among|like|some|other|others|more|between|former|past|fellow)\b"),
        "which": re.compile(r" (?:who|whose|that|which|on|in|at|from|of|with|near|along|not|other|remaining|already|still)\b"),
    }


def headed(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items) of a count with "the" and the only names that its noun leads before it; no other count of that noun stands in the text."""
    text, patterns = document.text, _patterns()
    for m in announced:
        q, (start, end) = quantity(m), m.span
        if q.hedge or not q.noun or " " in q.noun or not q.noun.islower() or not q.noun.endswith("s") or not text.startswith(_DEFINITE, start - 3) and not text.startswith(_DEFINITE, start - 4) \
                or not patterns["the"].search(text, max(0, start - 10), start) or patterns["which"].match(text, end):
            continue
        if any(x is not m and (quantity(x).unit == q.unit or not quantity(x).noun) and quantity(x).low != q.low for x in announced):
            continue
        places = [at for form in (q.noun, q.noun.capitalize()) for at in document.places(form)][:_MOST]
        led = [found for at in places if at < start and (found := _names(document, at, len(q.noun))) is not None]
        if len(led) == 1:
            span, told = led[0]
            yield Relation("list", (("announced", m), ("items", Mention("quantity", span, text[span.start:span.end], m.value))), {"least": str(told[0]), "most": str(told[1])})


def _names(document: Document, at: int, length: int) -> tuple[Span, tuple[int, int]] | None:
    """The series of full names right behind a noun, and how many they are."""
    text, patterns, sentence = document.text, _patterns(), document.sentence_at(at)
    opened = patterns["led"].match(text, at + length)
    if opened is None or patterns["some"].search(text, max(sentence.start, at - 30), at):
        return None
    found = series_of_names(text, opened.end(), sentence.end)
    if found is None or found[1][0] != found[1][1] or found[1][0] < 3 or text.startswith((", and", " and", ", who", " as well", ", as well", ";", ", along"), found[0].end):
        return None
    return found
