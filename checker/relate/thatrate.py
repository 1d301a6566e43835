"""A rate made of the figure of the sentence before, whose time is a year, month or week told without a number: "Some 3,650 boats sank in 2013. That is 10 a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.english import CALENDAR
from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.relate.spread import LENGTHS
from checker.structure.document import Document
from checker.structure.words import alternatives

_FAR = 60  # times that the two may lie apart and still be told of one thing
_LED = 60  # characters before a rate in which its sentence begins


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = alternatives({w for w in CALENDAR if not w.endswith("day") and len(w) > 2} | {"may"})
    return {
        "that is": re.compile(rf"[“\"]?(?:that|this|it)(?:[’']s| is| was| means| meant| makes| made| (?:works?|worked) out (?:to|at|as)| (?:comes?|came) (?:out )?to| amounts? to| amounted to| equals| averages out (?:to|at)| translates (?:in)?to| equates to) (?:an average of )?{HEDGE}"),
        "in": re.compile(rf"\b(?:in (?P<year>(?:19|20)\d\d)|(?:last|in the|in its first|in the past|in the last|in that|during the|over the|over the past|over the last|in a|that|this past) (?P<unit>year|month|week|quarter)|in (?P<month>{months}))(?![\w-])(?! (?:of|and|to) (?:19|20)| and)"),
        "parted": re.compile(r"\b(?:while|but|whereas|up from|down from|compared|than|by|since|including)\b"),
    }


def that_rate(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of the only figure of its kind in the sentence before and what "That is" makes of it."""
    lower, patterns = document.lower, _patterns()
    for rate in mentions:
        q = rate.value
        if not isinstance(q, Quantity) or not q.per or q.ranged or not q.low or q.dimension not in ("count", "number", "money"):
            continue
        index, sentence = document.sentence_index(rate.span.start), document.sentence_at(rate.span.start)
        if not index or rate.span.start - sentence.start > _LED or not patterns["that is"].fullmatch(lower, sentence.start, rate.span.start):
            continue
        before = document.sentences[index - 1]
        if document.zone_index(before.start) != document.zone_index(rate.span.start) and lower[sentence.start] not in "“\"":
            continue
        figures = [m for m in within(mentions, before) if quantity(m).dimension not in ("ordinal", "age")]
        times = list(patterns["in"].finditer(lower, *before))
        if len(figures) != 1 or len(times) != 1 or patterns["parted"].search(lower, *before):
            continue
        w, unit = quantity(figures[0]), "year" if times[0]["year"] else times[0]["unit"] or "month"
        many = LENGTHS.get((unit, q.per))
        if many is None or w.ranged or w.per or w.dimension != q.dimension and "number" not in (q.dimension, w.dimension) or not alike(w._replace(per=""), q._replace(per="")) or kind_of(w) in ("most", "least", "under"):
            continue
        if q.low / _FAR <= w.low / many[1] <= q.low * _FAR:
            at = Span(*times[0].span())
            length = Mention("quantity", at, document.text[at.start:at.end], Quantity(Decimal(many[0]), Decimal(many[1]), "duration", q.per))
            yield Relation("rate", (("whole", figures[0]), ("length", length), ("rate", rate)))
