"""What stands between two figures of a sentence: the grammar that relates them is in these gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.data.words import HEDGES
from checker.extract.hedges import printed
from checker.model import Mention, Quantity
from checker.relate.near import numbers
from checker.structure.document import Document
from checker.structure.words import alternatives
from checker.structure.words import occurrences as occurrences

HEDGE = r"(?:(?:" + "|".join(sorted((re.escape(h) for h in HEDGES), key=len, reverse=True)) + r"|just|only|an?|the|its) )*"
_AGAIN = frozenset("revised restated previous prior earlier record current corrected adjusted already comparable downwardly upwardly present".split())  # of a figure told a second time
_TOLD = r"(?!(?:and|but|or|to|from|at|by|in|while)(?![\w-]))(?:[a-z’-]+|(?:19|20)\d\d)"
# what stands before the figure that another is held against: "a revised", "last year's", "January's", "sales of"
WAS = rf"(?:(?:an?|the|its|their) )?(?:(?:{alternatives(_AGAIN)}) )*(?:[a-z.]+(?: [a-z]+)?[’']s )?(?:(?:{alternatives(_AGAIN)}) )*(?:(?:{_TOLD} ){{1,5}}of {HEDGE})?"

HEDGED, THAN = 18, 16  # characters before a figure that hold "to" and a hedge, and behind one those that hold "smaller than"
_NO_FIGURES = frozenset({"ordinal", "age"})


def quantity(m: Mention) -> Quantity:
    """The quantity of a mention of kind "quantity"."""
    return m[3]  # type: ignore[return-value]  # asserted, it would be asked a hundred times in an article


def unbounded(m: Mention, side: int = 1) -> Mention:
    """The figure as printed, where the words before it are no bound of its own: "times as many as 40" (the upper `side`), "more than 40" as a verb's (0)."""
    q = quantity(m)
    value = printed(q)[side]
    return m._replace(value=q._replace(low=value, high=value, hedge=""))


def sentences(document: Document, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The figures of each sentence that holds two or more of them (ordinals and ages left out)."""
    group: list[Mention] = []
    current = -1
    for m, index in zip(mentions, numbers(document, mentions), strict=True):
        if not isinstance(q := m[3], Quantity) or q[2] in _NO_FIGURES:
            continue
        if index != current:
            if len(group) > 1:
                yield group
            group, current = [], index
        group.append(m)
    if len(group) > 1:
        yield group


def gap(text: str, a: Mention, b: Mention) -> str:
    """The characters between two mentions; empty where they are more than 90 apart."""
    return text[a.span.end:b.span.start] if 0 < b.span.start - a.span.end <= 90 else ""
