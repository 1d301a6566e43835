"""A sentence that tells the only measure or sum of the one before in another unit: "The tunnel is 14 miles long. That is about 22 kilometres"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, occurrences, quantity
from checker.relate.near import first as first_from
from checker.structure.document import Document

_DIMENSIONS = frozenset({"length", "area", "volume", "mass", "temperature", "speed", "money"})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    opens = re.compile(rf"(?: is|[’']s| was| works out at| comes to| amounts to| would be|, or)(?: the equivalent of| equal to| equivalent to)? (?:minus )?{HEDGE}")
    return opens, re.compile(r"\s*[.,;—–?!]|$"), re.compile(r"\b(?:more|less|fewer|higher|lower|longer|shorter|up|down|than|each|per|inflation|adjusted)\b")


def that_is(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations conversion (amount, converted) of the figure behind "That is" and the only one of its kind in the sentence before."""
    text = document.text
    opens, ends, moved = _patterns()
    for at in occurrences(text, "That"):
        i = document.sentence_index(at)
        if at != document.sentences[i].start or not i:
            continue
        k = first_from(mentions, at)
        b = mentions[k] if k < len(mentions) else None
        if b is None or quantity(b).dimension not in _DIMENSIONS or not opens.fullmatch(text, at + len("That"), b.span.start) or not ends.match(text, b.span.end):
            continue
        before, q = document.sentences[i - 1], quantity(b)
        own = [m for m in mentions[first_from(mentions, before.start):k] if quantity(m).dimension == q.dimension]
        if len(own) == 1 and (p := quantity(own[0])).unit != q.unit and not p.ranged and not q.ranged and p.per == q.per and not moved.search(document.lower, before.start, b.span.end):
            yield Relation("conversion", (("amount", own[0]), ("converted", b)), {"shape": "apposition"})
