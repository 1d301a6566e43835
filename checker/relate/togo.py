"""What is done and what is left of so many told elsewhere: "the 20 berths … so far dredging eleven, with seven to go"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.nouns import singular
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_NEAR = 60  # characters between the two parts
_COUNTS = frozenset({"count", "number"})
_CLOSE = 2  # by how many they may miss the whole; more is another


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    between = re.compile(rf"(?: (?!but |or |than )[a-z’'-]+){{0,5}}?,? (?:and |with )?(?:leav(?:ing|es)|left|with|(?:has|have) (?:just |only |another )?)(?: (?:just|only|another))? ?{HEDGE}")
    return between, re.compile(r"(?: [a-z]+)?(?: (?:more|others?))? (?:to go|left to (?:go|do|pass|play|win|fill)|still to (?:go|come)|yet to (?:go|come)|remaining|pending|outstanding|unfinished)(?![\w-])")


def to_go(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation total (whole, part, part) of a document's figures."""
    text = document.lower
    between, left = _patterns()
    for done, rest in zip(mentions, mentions[1:], strict=False):
        if done.kind != "quantity" or rest.kind != "quantity" or not 0 < rest.span.start - done.span.end < _NEAR or quantity(rest).dimension not in _COUNTS or quantity(done).dimension not in _COUNTS \
                or not left.match(text, rest.span.end) and not left.search(text, max(rest.span.start, rest.span.end - _NEAR // 4), rest.span.end + _NEAR // 4) or not between.fullmatch(text, done.span.end, rest.span.start):
            continue
        if any(quantity(m).hedge or quantity(m).ranged for m in (done, rest)):
            continue
        place = document.sentence_at(done.span.start)
        total, words = quantity(done).low + quantity(rest).low, {singular(w) for w in document.plain[place.start:rest.span.end].split()}
        wholes = {quantity(m).low: m for m in mentions if m.kind == "quantity" and quantity(m).dimension == "count" and quantity(m).unit in words and not quantity(m).hedge
                  and not place.start <= m.span.start < place.end and abs(quantity(m).low - total) <= _CLOSE and quantity(m).low > max(quantity(done).low, quantity(rest).low)}
        if len(wholes) == 1:
            yield Relation("total", (("whole", next(iter(wholes.values()))), ("part", done), ("part", rest)), {"cue": "told", "likely": "yes"})
