"""What letters are told to stand for: "NBW, which stands for National Business Wire", "BLH … The initials stand for Brewer Lamb Holdings", "as WWHT, for Wend and Wold Health Trust"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.words import occurrences

_WORDS = r"(?:the )?(?P<words>[A-Z][\w’'-]+(?: (?:(?:of|and|the|for|in|on|to|&) )*[A-Z][\w’'-]+){1,6})(?![\w’'-]| [A-Z])"
_BESIDE = re.compile(rf"(?<![\w.-])(?P<short>[A-Z]{{3,8}}),? (?:which |that |and )?(?:stands|stood|is short|being short|short|standing) for {_WORDS}")
_FOR = re.compile(rf"(?<![\w.-])(?P<short>[A-Z]{{3,8}}), for {_WORDS}(?=[,.;)])")
_BACK = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]hose|[Tt]hese) (?:initials|letters|acronym|abbreviation) (?:stand|stands|stood|is short|are short) for {_WORDS}")
_LETTERS = re.compile(r"(?<![\w.-])[A-Z]{3,8}(?![\w-])")
_CUES = ("stands", "stand", "short", "stood", "standing")
_SHORTEST = 3
_FAR = 200  # characters back from "the initials" to the letters


def told_for(analysis: Analysis) -> Iterator[tuple[str, Span, Span]]:
    """The letters, where they stand, and where the words are."""
    text, words = analysis.document.text, analysis.document.distinct
    for at in (x for word in _CUES if word in words for x in occurrences(text, f" {word} for ")):
        line = text.rfind("\n", 0, at) + 1
        if (m := next((m for m in _BESIDE.finditer(text, max(line, at - 30), at + _FAR) if m.start() < at < m.end()), None)) is not None:
            yield m["short"], Span(*m.span("short")), Span(*m.span("words"))
        elif (m := next((m for m in _BACK.finditer(text, max(line, at - 30), at + _FAR) if m.start() < at < m.end()), None)) is not None:
            before = list(_LETTERS.finditer(text, max(line, m.start() - _FAR), m.start()))
            if before and len({b[0] for b in before}) == 1:
                yield before[-1][0], Span(*before[-1].span()), Span(*m.span("words"))
    for at in occurrences(text, ", for "):
        start = at
        while start and "A" <= text[start - 1] <= "Z":
            start -= 1
        if at - start >= _SHORTEST and (m := _FOR.match(text, start, start + _FAR)) is not None:
            yield m["short"], Span(*m.span("short")), Span(*m.span("words"))
