"""Two sums and what one leaves of the other: "cost £212,000 to run and took £187,000, a loss of £25,000", "income of $40m against costs of $36m, a surplus of $4m"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

BALANCES = frozenset({"loss", "deficit", "profit", "surplus", "shortfall"})  # what `balance` looks for
_FAR = 90  # characters between two of the three
_BACK = 60  # characters around a sum that tell whether it came in or went out
_PLAUSIBLE = 3  # times that the balance told may be the real one


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    balances = "|".join(sorted(BALANCES))
    return {
        "balance": re.compile(rf"(?:,|\s?[—–(:]| --|;)? ?(?:(?:leaving|making|giving|showing|producing|which (?:left|leaves|made|makes|meant|means)|or|and so|that is|for|with) )?(?:(?:it|him|her|them|the [a-z]+) )?(?:with )?an? (?:(?:net|annual|operating|overall|total|small|slim|modest|tidy) )*(?:{balances}) of {HEDGE}$"),
        "out": re.compile(r"\b(?:cost|costs|costing|spent|spending|spends|spend|expenses?|expenditure|outlays?|outgoings|paid|pays|bills?|wages|expenditures)\b"),
        "in": re.compile(r"\b(?:took|take|takes|taking|takings|revenues?|income|earned|earns|raised|raises|received|receives|receipts|collected|collects|sold|sales|brought in|turnover|made)\b"),
        "other": re.compile(r"\b(?:before|after|compared|against (?:a|an)|than|previous|another|each|per(?! cent)|including|from|while|whereas)\b"),
    }


_BEFORE = (" from ", " against ", " than ", " with ", " to ")


def balance(document: Document, figures: Sequence[Mention], lower: str) -> Iterator[Relation]:
    """Relations total (whole, part, part) of three amounts in a row: the greater of two is the smaller and the balance. The sentence is given in small letters."""
    if BALANCES.isdisjoint(lower.split()):
        return
    text, p, place = document.lower, _patterns(), document.sentence_at(figures[0].span.start)
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = {(quantity(m).dimension, quantity(m).unit, quantity(m).per) for m in (a, b, c)}
        if len(kinds) != 1 or "money" not in {k[0] for k in kinds} or any(quantity(m).ranged for m in (a, b, c)) or b.span.start - a.span.end > _FAR or c.span.start - b.span.end > _FAR:
            continue
        if text.endswith(_BEFORE, place.start, a.span.start):
            continue  # "was £3.1m, up from £2.9m, and expenditure £3.25m"
        told = p["balance"].search(text, b.span.end, c.span.start)
        if told is None or p["other"].search(text, a.span.end, c.span.start):
            continue
        first, second = text[max(place.start, a.span.start - _BACK):b.span.start - (b.span.start - a.span.end) // 2], text[a.span.end:told.start()]
        ways = [{way for way in ("in", "out") if p[way].search(words)} for words in (first, second)]
        if not (ways[0] and ways[1] and len(ways[0] | ways[1]) == 2):
            continue
        large, small = sorted((a, b), key=lambda m: quantity(m).high, reverse=True)
        real, said = quantity(large).low - quantity(small).low, quantity(c).low
        if 0 < real <= said * _PLAUSIBLE and said <= real * _PLAUSIBLE:
            yield Relation("total", (("whole", large), ("part", small), ("part", c)), {"cue": "told"})
