"""Counts of one noun in several places and their sum in the next sentence: "The firm has 120 stores in Osk, 80 in Hythe and 40 in Selby. Its 240 stores …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_FEWEST = 3  # parts; two may be but the largest


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "joint": re.compile(r" (?P<prep>in|at|for|from|on) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?P<mark>, and|,| and) "),
        "last": re.compile(r" (?P<prep>in|at|for|from|on) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*\.?\s*$"),
        "known": re.compile(r"(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he|All|all(?: of)? the|Those|These) (?:combined |total )?$"),
        "some": re.compile(r"\b(?:includ\w+|among|such as|at least|more than|other|others|another|new|additional|each)\b", re.I),
    }


def placed_sum(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relation total (whole, part, …) of the figures of a sentence, the parts, and the first of the next, which counts the same noun as known."""
    text, patterns, first = document.text, _patterns(), figures[0]
    sentence, q = document.sentence_at(first.span.start), quantity(first)
    if q.dimension != "count" or len(figures) < _FEWEST or not patterns["last"].search(text, figures[-1].span.end, sentence.end) or any(quantity(m).dimension != "number" or quantity(m).hedge for m in figures[1:]) \
            or q.hedge or patterns["some"].search(text, *sentence):
        return
    marks = [patterns["joint"].fullmatch(text, a.span.end, b.span.start) for a, b in zip(figures, figures[1:], strict=False)]
    if any(m is None or ("and" in m["mark"]) != (i == len(marks) - 1) for i, m in enumerate(marks)):
        return
    index = document.sentence_index(first.span.start) + 1
    if index >= len(document.sentences):
        return
    start, end = document.sentences[index]
    whole = next((m for m in mentions if start <= m.span.start < end), None)
    if whole is not None and quantity(whole).dimension == "count" and quantity(whole).unit == q.unit and not quantity(whole).hedge and patterns["known"].fullmatch(text, start, whole.span.start) \
            and quantity(whole).low > max(quantity(m).low for m in figures):
        yield Relation("total", (("whole", whole), *(("part", m) for m in figures)), {"cue": "placed", "likely": "yes"})
