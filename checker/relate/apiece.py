"""A sum, how many share it, and what that makes for each: "$9 million to 300 fishermen, or $30,000 each", "the four winners of the £80,000, who got £20,000 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_FAR = 60  # times that the two may lie apart and still be told of one thing
_LONGEST = 90  # characters from the sum to what each gets
_NEVER = frozenset("time year month week day hour minute second decade percent".split())
_PEOPLE = frozenset({"person", "man", "woman", "child", "people"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "each": re.compile(r" (?:(?P<all>each|apiece|a piece|a head|per head|per person|per capita)(?! (?:an?|per|every|for|of|time|year|month|week|day|night|hour)\b)(?![\w-])|for (?:each|every)(?: of the)? (?P<for>[a-z]+)|(?:an?|per) (?P<unit>[a-z]+))"),
        "or": re.compile(rf"(?: (?!and |but |while |or |plus )[\w’'-]+){{0,8}}?(?:,|\s?[—–]| --|\s?\()(?: ?(?:or|that is|which is|which comes to|an average of|averaging|for an average of|or an average of|getting an average of|who got|who each got|giving each|which makes|at))? ?{HEDGE}"),
        "apart": re.compile(r"[;:“”\"\n]|\b(?:another|other|additional|more than the|up to|including|compared|(?<!more )(?<!less )(?<!fewer )than|from|fined?|minimum|maximum|instead|plus|tickets?|between)\b"),
    }


def apiece(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of the only sum, the only count and what each gets, in one sentence, the last set off as the same in other terms."""
    text, patterns = document.text, _patterns()
    for i, rate in enumerate(figures[2:], 2):
        q = quantity(rate)
        each = patterns["each"].match(text, rate.span.end) if q.dimension == "money" and not q.ranged and q.low else None
        if each is None or kind_of(q) in ("most", "least", "under", "over"):
            continue
        before = [m for m in figures[:i] if quantity(m).dimension not in ("ordinal", "age")]
        counts = [m for m in before if _counts(m)]
        sums = [m for m in before if quantity(m).dimension == "money" and m not in counts]
        if len(sums) != 1 or len(counts) != 1 or len(before) != 2 or not _exact(quantity(sums[0]), q) or quantity(counts[0]).low < 2 or quantity(counts[0]).ranged or quantity(counts[0]).per:
            continue
        last = before[-1].span.end
        if rate.span.start - last > _LONGEST or not patterns["or"].fullmatch(text, last, rate.span.start) or patterns["apart"].search(text, before[0].span.end, rate.span.start):
            continue
        if not each["all"] and not _of_one(each["for"] or each["unit"], quantity(counts[0])):
            continue
        if q.low / _FAR <= quantity(sums[0]).low / quantity(counts[0]).low <= q.low * _FAR:
            yield Relation("rate", (("whole", sums[0]), ("length", counts[0]), ("rate", rate)))


def _counts(m: Mention) -> bool:
    """Is it a count of things or people, also one that "$9 million to 300 fishermen" seems to make the end of a range?"""
    q = quantity(m)
    return q.dimension in ("count", "number") and q.unit not in _NEVER or q.dimension == "money" and m.text.isdigit() and bool(q.noun)


def _exact(whole: Quantity, rate: Quantity) -> bool:
    return not whole.ranged and not whole.per and whole.unit == rate.unit and whole.low > rate.low and kind_of(whole) not in ("most", "under")


def _of_one(word: str, counted: Quantity) -> bool:
    """Is the word one of what was counted?"""
    return word == counted.unit or word in ("person", "head", "man") and (counted.unit in _PEOPLE or counted.noun.endswith("men")) or bool(counted.noun) and counted.noun.split()[-1].rstrip("s") == word.rstrip("s")
