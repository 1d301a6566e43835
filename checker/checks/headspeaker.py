"""Check `quoted`, the headline's speaker: "Hale: ‘A cruel hoax’" over a text in which another says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.attributed import attributed
from checker.checks.quotewords import Quote, quotes_of
from checker.data.english import FUNCTION_WORDS, SPEECH
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Span

_SAYS = re.compile(rf"(?:[A-Z][\w’'.-]*,? )*?([A-Z][\w’'-]+)(?:: |,? (?:{'|'.join(sorted(SPEECH | {'calls', 'sees', 'blasts', 'slams', 'rips', 'vows', 'warns', 'hails', 'condemns', 'denounces', 'decries', 'laments'}))}) (?:[a-z][\w’'-]* |[A-Z][\w’'-]+ (?=[a-z‘“'\"])){{0,5}})[“‘\"']")
_SAID = re.compile(rf"[,?!]?[”’\"'] (?:[A-Z][\w’'.-]* )*?([A-Z][\w’'-]+) (?:{'|'.join(sorted(SPEECH | {'warns', 'vows'}))})\b")
_LEAST = 2  # words that say something, of a quotation that two people do not say alike


def other_speakers(analysis: Analysis) -> Iterator[tuple[Span, Span]]:
    """Where the headline names the speaker of its quotation, and where the text names another right beside the same words."""
    document = analysis.document
    quotes = quotes_of(document)
    line = document.zones[0].span
    heads = [q for q in quotes if q.head and q.inner.start < line.end and sum(w not in FUNCTION_WORDS for w in q.words) >= _LEAST]
    found = [(head, m) for head in heads if (m := _speaker(document.text, line, head)) is not None]
    if not found:
        return
    written = names(analysis).written
    full = {parts[-1] for parts in written if len(parts) > 1}
    named = {parts[-1] for parts, mentions in written.items() if mentions[0].span.start < line.end} & full
    for head, says in found:
        there = [q for q in quotes if not q.head and _holds(q.words, head.words)] if named == {says[1]} else []
        told = [attributed(q) for q in there]
        speakers = {found[0].split()[-1] for found in told if found is not None}
        if told and None not in told and not says[1].isupper() and len(speakers) == 1 and speakers <= full - {says[1]} and (first := told[0]) is not None:
            yield Span(*says.span(1)), first[1]


def _speaker(text: str, line: Span, head: Quote) -> re.Match[str] | None:
    """The name right before or right behind the headline's quotation."""
    before = _SAYS.match(text, *line)
    return before if before is not None and before.end() == head.inner.start else _SAID.match(text, head.inner.end)


def _holds(words: list[str], asked: list[str]) -> bool:
    n = len(asked)
    return any(words[i:i + n] == asked for i in range(len(words) - n + 1))
