"""A total told at the end of a sentence whose parts stand in clauses of their own: "640 residents left Tarrow, 320 were moved out of Bell and 180 from
farms by the river, a total of 1,410".

Such clauses may tell what is no part, so that the total must look like a slip of the sum: a digit other, or two in each other's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.extract.slipped import is_slipped
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document

_LEAST, _PARTS = 100, 2  # the smallest total that a digit tells enough of, and parts
_DIMENSIONS = frozenset({"count", "number", "money"})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (re.compile(rf"(?:,|;|\s?[—–]| --) (?:for |making |or |giving |bringing it to )?(?:a|the|its|their) (?:combined |grand |overall )?total of {HEDGE}$"),
            re.compile(r"\b(?:each|every|per(?! cent)|includ\w+|of (?:them|whom|which|those)|among|more|fewer|less|than|compared|another|average)\b"))


def end_totals(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations total (whole, parts) of a sentence's last figure and those of its kind before it, where nothing `known` reads them."""
    whole, (cue, apart) = figures[-1], _patterns()
    q = quantity(whole)
    if q.dimension not in _DIMENSIONS or q.ranged or q.hedge or q.low < _LEAST or any(whole in (m for _, m in r.roles) for r in known):
        return
    told = cue.search(document.text, figures[-2].span.end, whole.span.start)
    parts = [m for m in figures[:-1] if alike(quantity(m), q) and not quantity(m).ranged and not quantity(m).per]
    if told is None or len(parts) < _PARTS or apart.search(document.lower, parts[0].span.end, told.start()):
        return
    total, value = sum((printed(quantity(m))[0] for m in parts), Decimal(0)), printed(q)[0]
    if total != value and total == total.to_integral_value() and value == value.to_integral_value() and is_slipped(str(int(total)), str(int(value))):
        yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "told"})
