"""The average of a range that is told right behind it: "between $100 million and $150 million, with the mean coming in at $176 million,"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_FAR = 60  # characters from the range to its average
_AFTER = 26  # characters behind a figure that call it the average


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    word = "average|averages|averaged|averaging|mean|median"
    return (
        re.compile(r"\bbetween (?:about |roughly |around |some )?$", re.I),
        re.compile(r" and (?:about |roughly |around |some )?"),
        re.compile(r"(?: of [a-z ]{3,30}| a [a-z]+)?(?:,|\s?[—–(]| --) ?(?![^()]*\b(?:above|below|than|national|country|industry|state|up|down|from|compared|against|versus|vs|previous|earlier|last)\b)[^.;()\d$£€%]*$"),
        re.compile(rf"\b(?:{word})\b"),
        re.compile(rf"(?: [a-z]+)?,? (?:on (?:the )?|as (?:the|an?) |being (?:the|an?) |is (?:the|an?) |the )?(?:{word})\b"),
    )


def means_of(document: Document, mentions: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations range (low, high, average) of a document's figures, in order; `known` relations of the kind are not told again."""
    text = document.lower
    between, joined, set_off, word, called = _patterns()
    taken = {m.span for r in known for m in r.all("average")}
    starts = [m.span.start for m in mentions]
    for i, m in enumerate(mentions):
        q = quantity(m)
        end, last = m.span.end, i
        if not between.search(text, max(0, m.span.start - 24), m.span.start):
            continue
        low, high = m, m
        if q.ranged:
            low, high = (m._replace(value=q._replace(low=side, high=side, ranged=False)) for side in (q.low, q.high))
        elif i + 1 < len(mentions) and joined.fullmatch(text, end, mentions[i + 1].span.start) and _one_unit(m, mentions[i + 1]):
            high, last = mentions[i + 1], i + 1
            end = high.span.end
        else:
            continue
        k = bisect_right(starts, end)
        if k != last + 1 or k >= len(mentions) or mentions[k].span.start - end > _FAR or not _one_unit(high, mentions[k]) or quantity(mentions[k]).ranged or mentions[k].span in taken:
            continue
        mean = mentions[k]
        gap = text[end:mean.span.start]
        if set_off.fullmatch(gap) and (word.search(gap) or called.match(text, mean.span.end, mean.span.end + _AFTER)) and document.sentence_index(mean.span.start) == document.sentence_index(m.span.start):
            yield Relation("range", (("low", low), ("high", high), ("average", mean)))


def _one_unit(a: Mention, b: Mention) -> bool:
    p, q = quantity(a), quantity(b)
    return (p.dimension, p.unit) == (q.dimension, q.unit) or p.dimension == "number" and not p.unit
