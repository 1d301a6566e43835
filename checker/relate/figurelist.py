"""Figures that a number announces: "in four instalments: £5,000, £4,000 and, a week later, £3,000"; "five innings: 0, 4, 11, 0, 2 and 7"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_FAR = 40  # characters from the number to the colon
_FEWEST = 3
_BARE = frozenset({"money", "number", "percent"})


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    opens = re.compile(rf"(?: (?!and |or |but |includ|among |such |with )[a-z’'-]+){{0,4}}: {HEDGE}")
    joint = re.compile(rf"(?:, (?:[a-z ]{{4,24}}, )?|,? and (?:, )?(?:[a-z ]{{4,24}}, )?|,? and, [a-z ]{{4,24}}, ){HEDGE}")
    return opens, joint, re.compile(r"[.;)]|\s*$")


def figure_lists(document: Document, announced: Sequence[Mention], figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations list (announced, items; least and most bound their count) of bare figures behind a colon; both sequences are in order."""
    text, (opens, joint, closes) = document.text, _patterns()
    starts = [m.span.start for m in figures]
    for m in announced:
        end = m.span.end
        if ":" not in text[end:end + _FAR] or not quantity(m).noun:
            continue
        i = bisect_right(starts, end)
        if i >= len(figures) or opens.fullmatch(text, end, figures[i].span.start) is None:
            continue
        items, last = [figures[i]], ""
        for x in figures[i + 1:]:
            found = joint.fullmatch(text, items[-1].span.end, x.span.start)
            if found is None or "and" in last:
                break
            items.append(x)
            last = found[0]
        kinds = {(quantity(x).dimension, quantity(x).unit) for x in items}
        if len(items) >= _FEWEST and "and" in last and len(kinds) == 1 and next(iter(kinds))[0] in _BARE and not any(quantity(x).ranged for x in items) \
                and closes.match(text, items[-1].span.end) and sum(quantity(x).low for x in items) != quantity(m).low:
            place = Span(items[0].span.start, items[-1].span.end)
            yield Relation("list", (("announced", m), ("items", m._replace(span=place, text=text[place.start:place.end]))), {"least": str(len(items)), "most": str(len(items))})
