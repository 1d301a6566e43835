"""The years since a thing that the text dates elsewhere: "fifty-three years after the ruling in Orr v. Lund", "the 1954 ruling in Orr v. Lund"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.english import FUNCTION_WORDS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.stems import stem
from checker.structure.document import Document

_SINCE = re.compile(r" (?:after|since) (?=(?:the|his|her|its|their|a|an|[A-Z]))")
_THING = re.compile(r"(?:[\w’'&-]+|v\.|vs\.|St\.)(?: (?:(?!(?:and|but|when|while|that|which|who|is|are|was|were|has|have|had|will|would|many|some|as|more)\b)[\w’'&-]+|v\.|vs\.|St\.)){1,10}")
_DATED = re.compile(r"\b[Tt]he (?P<year>(?:1[5-9]|20)\d\d) ")
_OTHER = re.compile(r"\b(?:second|another|other|first|last|previous|earlier|later)\b")
_ENOUGH = 2  # words that the two have in common, one of them a name's


def jubilees(document: Document, lengths: Sequence[Mention], anniversaries: Sequence[tuple[Mention, int]], years: Sequence[Span]) -> Iterator[Relation]:
    """Relations anniversary (start, length); `lengths` are the figures in years, `anniversaries` the jubilees told, each with where its thing begins."""
    text = document.text
    told = [*anniversaries, *((m, found.end()) for m in lengths if (found := _SINCE.match(text, m.span.end)) is not None)]
    dated = [d for y in years if (d := _dated(text, y)) is not None] if told else []
    if not dated:
        return
    for length, at in told:
        thing = _words(text, at, document.sentence_at(length.span.start).end)
        fit = {text[y.start:y.end]: y for words, y in dated if _one(thing, words)} if thing is not None else {}
        if len(fit) == 1 and _years(text, document.sentence_at(length.span.start)) <= fit.keys():
            year = next(iter(fit.values()))
            value = Decimal(text[year.start:year.end])
            start = Mention("quantity", year, text[year.start:year.end], Quantity(value, value, "number"))
            yield Relation("anniversary", (("start", start), ("length", length)))


def _years(text: str, sentence: Span) -> set[str]:
    return set(re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", text[sentence.start:sentence.end]))


def _dated(text: str, year: Span) -> tuple[tuple[frozenset[str], frozenset[str]], Span] | None:
    """The thing that a year is told with: what follows "the 1954"."""
    m = _DATED.search(text, max(0, year.start - 4), year.end + 1)
    if m is None:
        return None
    words = _words(text, m.end(), m.end() + 90)
    return (words, year) if words is not None else None


def _words(text: str, at: int, end: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """The stems of a thing's words, and those of its names."""
    m = _THING.match(text, at, end)
    if m is None or _OTHER.search(m[0]):
        return None
    words = [w for w in re.findall(r"[A-Za-z][a-z]+", m[0].replace("’s", "").replace("'s", "")) if w.lower() not in FUNCTION_WORDS]
    return frozenset(stem(w.lower()) for w in words), frozenset(stem(w.lower()) for w in words if w[0].isupper())


def _one(a: tuple[frozenset[str], frozenset[str]], b: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Is it one thing: with a name in common, and another word, and the same names?"""
    return bool(a[1] & b[1]) and len(a[0] & b[0]) >= _ENOUGH and a[1] == b[1]
