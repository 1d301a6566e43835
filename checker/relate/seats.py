"""Seats of one chamber told party by party: "the parliament has 120 seats. The Greens won 50, the Liberals 40 and the Left 33"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_REACH = 500  # characters from the whole to the last of the parties
_LEAST, _FEWEST = 9, 3  # seats of a chamber, and parties told
_SENTENCES = 2  # behind the one with the whole
_LOOSE = re.compile(r"\b(?:about|around|some|nearly|almost|over|than|least|most|up|down|from|previous\w*|lost|losing|gain\w*|last|earlier|both|upper|lower|votes?|points?|percent|pct)\b|%")


@cache
def _chain() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = r"(?:[Tt]he )?[A-Z][\w’'.-]*(?: (?:of |and the |for )?[A-Z(][\w’'.)-]*){0,4}"
    number = r"(?:(?:has|have|had|won|took|got|holds?|held|with|on|will have) )?(?:only |just )?(\d{1,3})(?: seats?)?(?: of (?:the |its )?\d{1,3} seats)?(?![\w%-]|[,.]\d)"
    return re.compile(rf"{name} {number}(?:[,;]? (?:and |while |with )?{name} {number})+"), re.compile(r" of (?:the |its )?\d{1,3} seats")


def seats(document: Document, quantities: Sequence[Mention]) -> Iterator[Relation]:
    """Relations "total" (whole, part) bound from above, since not every party need be told."""
    if "seats" not in document.lowercase:
        return
    text, (chain, of) = document.text, _chain()
    done = 0
    for whole in quantities:
        q = quantity(whole)
        if q.unit != "seat" or q.hedge or q.ranged or q.low <= _LEAST or q.low != q.high or whole.span.start < done:
            continue
        index = document.sentence_index(whole.span.start)
        start, end = document.sentences[index].start, document.sentences[min(len(document.sentences) - 1, index + _SENTENCES)].end
        end = min(end, whole.span.end + _REACH)
        found = chain.search(text, start, end)
        if found is None:
            continue
        sentence = document.sentence_at(found.start())
        masked = of.sub(lambda m: " " * len(m[0]), found[0])
        parts = [_part(found.start() + m.start(), m[0]) for m in re.finditer(r"\d{1,3}", masked)]
        total = sum((quantity(m).low for m in parts), Decimal(0))
        if len(parts) < _FEWEST or max(quantity(m).low for m in parts) >= q.low or total >= q.low * 2 or _LOOSE.search(text, sentence.start, found.end()) or _LOOSE.search(text, max(0, whole.span.start - 14), whole.span.start):
            continue
        done = found.end()
        yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "told", "bound": "at most"})


def _part(start: int, figure: str) -> Mention:
    number = Decimal(figure)
    return Mention("quantity", Span(start, start + len(figure)), figure, Quantity(number, number, "count"))
