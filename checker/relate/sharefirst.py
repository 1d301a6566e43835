"""A share and behind it the part and its whole: "turnout was 60 percent, with 9,000 of the 15,000 voters casting ballots", "a fifth of its staff has left: 90 of 450 clerks", "12 percent of the 200 beds are free, 24 in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.fractional import of_fraction, told, value
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.relate.portions import some_of
from checker.structure.document import Document

_COUNTS = frozenset({"count", "number", "money"})
_LONGEST = 90  # characters from the share to the part
_LEAST = 5  # of a whole of which shares are told
_FAR = 12  # times that the told share may be the real one


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    set_off = rf"(?: (?!and |but |while |or |than |compared |from |to |up |down )[\w’'-]+){{0,9}}?(?:,|:|;|\s?[—–]| --|\s?\() ?(?:or|with|that is,?)? ?{HEDGE}"
    return {
        "set off": re.compile(set_off),
        "fraction": re.compile(rf"(?<![\w-]){told()}(?= of\b| the\b| its\b| have\b| has\b| are\b| were\b| [a-z]+ (?:is|are|was|were|has|have)\b)"),
        "all": re.compile(r" (?:in all|in total|altogether|all told)(?=[,.;)])"),
        "of the": re.compile(rf" of (?:the|its|their) {HEDGE}"),
        "behind": re.compile(rf"(?: (?!but |while |whereas )[\w’'-]+){{0,12}}?(?:,|\s?[—–]| --) ?(?:or )?an? (?:[a-z-]+ ){{0,2}}?(?:share|rate|turnout|majority|proportion|portion) of {HEDGE}$"),
        "that is": re.compile(rf"(?:that|this|it)(?:[’']s| is| was| means| makes| makes for| gives) an? (?:[a-z-]+ ){{0,2}}?(?:share|rate|turnout|proportion|portion) of {HEDGE}"),
        "of others": re.compile(r"(?: [a-z]+)? (?:being|having|who|that|which|by|in|on|from|for|with|through|among|outside|inside)\b"),
        "parted": re.compile(r"[“”\"\n]|\b(?:while|whereas|but|compared|than|up from|down from|increase|rise|drop)\b"),
    }


def share_first(document: Document, figures: Sequence[Mention], mentions: Sequence[Mention], lower: str) -> Iterator[Relation]:
    """Relations portion and share of a part, its whole and the share of a sentence (given in small letters too), the share first or named as such behind them."""
    text, patterns, sentence = document.lower, _patterns(), document.sentence_at(figures[0].span.start)
    shares: list[Mention | re.Match[str]] = [m for m in figures if quantity(m).dimension == "percent" and not quantity(m).ranged and quantity(m).low]
    pairs = [(a, b) for a, b in zip(figures, figures[1:], strict=False) if _pair(document.text, a, b)]
    if len(pairs) == 1 and not (len(shares) == 1 and len(figures) == len(shares) + 2 or not shares and len(figures) < _MANY):
        return
    if len(pairs) != 1:
        if len(shares) == 1 and len(figures) == len(shares) + 2:
            yield from _in_all(text, shares[0], figures)
        return
    part, whole = pairs[0]
    if not shares:
        shares = [m for m in patterns["fraction"].finditer(text, sentence.start, part.span.start) if value(m)]
    if len(shares) != 1:
        return
    share = shares[0]
    span = share.span if isinstance(share, Mention) else Span(*share.span())
    if span.end <= part.span.start:
        if part.span.start - span.end > _LONGEST or not patterns["set off"].fullmatch(text, span.end, part.span.start):
            return
    elif span.start - whole.span.end > _LONGEST or not patterns["behind"].fullmatch(text, whole.span.end, span.start):
        return
    if span.end <= part.span.start and patterns["of others"].match(text, whole.span.end):
        return
    if not patterns["parted"].search(text, min(span.end, whole.span.end), max(span.start, part.span.start)):
        yield from _relation(document.text, part, whole, share)


_MANY = 5


def _in_all(text: str, share: Mention | re.Match[str], figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "12 percent of the 200 beds are free, 24 in all"."""
    if not isinstance(share, Mention) or figures[0] is not share:
        return
    whole, part = figures[1:3]
    if _sound(quantity(part), quantity(whole)) and _patterns()["of the"].fullmatch(text, share.span.end, whole.span.start) and _patterns()["set off"].fullmatch(text, whole.span.end, part.span.start) and _patterns()["all"].match(text, part.span.end):
        yield from _relation(text, part, whole, share)


def _pair(text: str, part: Mention, whole: Mention) -> bool:
    return _sound(quantity(part), quantity(whole)) and some_of(text, part, whole)


def _sound(part: Quantity, whole: Quantity) -> bool:
    """Can the one be a part of the other?"""
    if part.dimension not in _COUNTS or whole.dimension not in _COUNTS or (part.dimension == "money") != (whole.dimension == "money"):
        return False
    return not any((part.ranged, whole.ranged, part.per, whole.per)) and 0 < part.low < whole.low and whole.low >= _LEAST


def _relation(text: str, part: Mention, whole: Mention, share: Mention | re.Match[str]) -> Iterator[Relation]:
    if not isinstance(share, Mention):
        found = of_fraction(text, part, whole, share)
        if found is not None:
            yield found
        return
    real = quantity(part).low / quantity(whole).low * 100
    if quantity(share).low / _FAR <= real <= quantity(share).low * _FAR:
        yield Relation("portion", (("part", part), ("whole", whole), ("share", share)))


def that_share(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """ "Of 400 ships inspected, 100 failed. That is a failure rate of 25 percent": relation portion of the only two counts of the sentence before."""
    from checker.relate.portions import of_whole
    for share in mentions:
        q = share.value
        if not isinstance(q, Quantity) or q.dimension != "percent" or q.ranged or not q.low:
            continue
        index, sentence = document.sentence_index(share.span.start), document.sentence_at(share.span.start)
        if not index or not _patterns()["that is"].fullmatch(document.lower, sentence.start, share.span.start) or document.zone_index(document.sentences[index - 1].start) != document.zone_index(sentence.start):
            continue
        figures = within(mentions, document.sentences[index - 1])
        if len(figures) != 2:
            continue
        a, b = figures
        part, whole = (a, b) if some_of(document.text, a, b) else (b, a) if of_whole(document.text, a, b) else (None, None)
        if part is not None and whole is not None and _sound(quantity(part), quantity(whole)):
            yield from _relation(document.text, part, whole, share)
