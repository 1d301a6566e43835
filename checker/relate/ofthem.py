"""A part of what was told just before, pointed at by "of them": "900 pupils, 300 of them, or one in three", "8 million farmers … about one in four of those farmers — roughly two million —"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.fractional import of_fraction, told, value
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

POINTING = frozenset({"them", "those", "these", "which", "whom", "it"})
_SIZES = frozenset({"money", "count", "number", "area", "mass", "volume", "length"})
_BEFORE, _BEHIND = 60, 70  # characters around "of them"
_CLAUSE = 60  # characters from "of which" to its part


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    fraction = told()
    mark = r"(?:,|\s?[—–]| --|\s?\()"
    return {
        "share of": re.compile(rf"(?:^|[^\w-]){fraction} of $"),
        "percent of": re.compile(r"^ of $"),
        "part of": re.compile(r",? of $"),
        "other part": re.compile(rf" of (?:{alternatives(POINTING)})\b"),
        "right behind": re.compile(rf"(?: (?!and |but |while |from |than |to |against )[a-z’'-]+){{0,4}}(?: to [a-z]+)?(?:,|\s?[—–(]| --) ?(?:including |and )?{HEDGE}"),
        "then": re.compile(rf"(?: (?!and |but |while |who |are |were )[a-z’'-]+){{0,2}}?{mark} ?(?:or|that is)? ?{HEDGE}"),
        "fraction": re.compile(rf"(?: (?!and |but |while )[a-z’'-]+){{0,3}}?{mark} ?(?:or )?{fraction}(?=[,.;)]|\s?[—–]| --)"),
        "of which": re.compile(rf"(?: (?!and |but |while |only |in )[\w’'.-]+){{0,7}}? {HEDGE}"),
        "or": re.compile(rf"(?: (?!and |but |while |to )[a-z’'-]+){{0,5}}?(?:, or|{mark} ?(?:or )?) ?{fraction}(?=[,.;)]|\s?[—–]| --)"),
    }


def of_them(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations share (share, fraction) and portion (part, whole, share) of a part, its fraction or percentage, and the figure that "of them" points at."""
    lower, text = document.lower, document.text
    for word in sorted(POINTING & document.distinct):
        for at in document.places(word):
            if not lower.endswith("of ", 0, at) or not at > 0:
                continue
            found = _shared(document, mentions, at, at + len(word)) or _parted(document, mentions, at, at + len(word)) or (_of_which(document, mentions, at, at + len(word)) if word not in ("them", "those", "it") else None)
            if found is None:
                if word in ("it", "them") and (over := _over(document, mentions, at)) is not None:
                    yield over
                continue
            part, share = found
            if word == "it" and quantity(part).dimension in ("count", "number") or (whole := _whole(document, mentions, at, part)) is None:
                continue  # "it" is a sum, a field, a load
            if isinstance(share, Mention):
                if quantity(part).low < quantity(whole).low:
                    yield Relation("portion", (("part", part), ("whole", whole), ("share", share)))
            elif (relation := of_fraction(text, part, whole, share, told_before=True)) is not None:
                yield relation


def _over(document: Document, mentions: Sequence[Mention], at: int) -> Relation | None:
    """ "$14.6 million, $39 million of it on Sunday": a part that is more than the figure right before it, which is then its whole."""
    lower, sentence = document.lower, document.sentence_at(at)
    before = within(mentions, Span(max(sentence.start, at - 2 * _BEFORE), at))
    if len(before) < _TWO or lower[before[-1].span.end:at] != " of ":
        return None
    whole, part = before[-2], before[-1]
    p, w = quantity(part), quantity(whole)
    if not _exact(p) or not _exact(w) or p.low <= w.high or w.low < _TWO or not (alike(w, p) and (w.dimension == p.dimension or p.dimension == "number")) \
            or not _patterns()["right behind"].fullmatch(lower, whole.span.end, part.span.start):
        return None
    return Relation("total", (("whole", whole), ("part", part)), {"cue": "told", "bound": "at most"})


_TWO = 2


def _shared(document: Document, mentions: Sequence[Mention], at: int, end: int) -> tuple[Mention, re.Match[str] | Mention] | None:
    """ "one in four of those farmers — roughly two million —", "sixty percent of them, or 30,000": the share, then the part."""
    lower, patterns, sentence = document.lower, _patterns(), document.sentence_at(at)
    behind = within(mentions, Span(end, min(sentence.end, end + _BEHIND)))
    if not behind or not patterns["then"].fullmatch(lower, end, behind[0].span.start) or not _exact(quantity(behind[0])) or patterns["other part"].match(lower, behind[0].span.end):
        return None  # "half of them women, 120 of them under 30" are two parts
    share = patterns["share of"].search(lower, max(0, at - _BEFORE), at)
    if share is not None and value(share):
        return behind[0], share
    before = within(mentions, Span(max(sentence.start, at - _BEFORE), at))
    if before and quantity(before[-1]).dimension == "percent" and not quantity(before[-1]).ranged and lower[before[-1].span.end:at] == " of ":
        return behind[0], before[-1]
    return None


def _parted(document: Document, mentions: Sequence[Mention], at: int, end: int) -> tuple[Mention, re.Match[str] | Mention] | None:
    """ "200 of those – one in four –": the part, then the fraction."""
    lower, sentence = document.lower, document.sentence_at(at)
    before = within(mentions, Span(max(sentence.start, at - _BEFORE), at))
    if not before or lower[before[-1].span.end:at] != " of " or not _exact(quantity(before[-1])):
        return None
    return _fraction(document, mentions, before[-1], "fraction", end)


def _of_which(document: Document, mentions: Sequence[Mention], at: int, end: int) -> tuple[Mention, re.Match[str] | Mention] | None:
    """ "of which the county paid $20 million, or half", "of these 2,000 are organic, or one in five": the part, then the fraction."""
    lower, sentence = document.lower, document.sentence_at(at)
    behind = within(mentions, Span(end, min(sentence.end, end + _CLAUSE)))
    if not behind or not _patterns()["of which"].fullmatch(lower, end, behind[0].span.start) or not _exact(quantity(behind[0])):
        return None
    return _fraction(document, mentions, behind[0], "or", behind[0].span.end)


def _fraction(document: Document, mentions: Sequence[Mention], part: Mention, pattern: str, end: int) -> tuple[Mention, re.Match[str] | Mention] | None:
    m = _patterns()[pattern].match(document.lower, end)
    return (part, m) if m is not None and value(m) else None


def _exact(q: Quantity) -> bool:
    return q.dimension in _SIZES and not q.ranged and not q.per and q.low > 0 and q.unit != "time"


def _whole(document: Document, mentions: Sequence[Mention], at: int, part: Mention) -> Mention | None:
    """The last figure that the part can be one of: in its sentence, else the only one of the sentence before."""
    sentence, q = document.sentence_at(at), quantity(part)
    own = [m for m in within(mentions, Span(sentence.start, min(at, part.span.start))) if _can_hold(quantity(m), q)]
    if own:
        return own[-1] if len(own) == 1 else None
    index = document.sentence_index(at)
    if not index or document.zone_index(document.sentences[index - 1].start) != document.zone_index(sentence.start):
        return None
    before = [m for m in within(mentions, document.sentences[index - 1]) if _can_hold(quantity(m), q)]
    return before[0] if len(before) == 1 else None


def _can_hold(whole: Quantity, part: Quantity) -> bool:
    """Is it a whole count or sum of the part's kind?"""
    if not _exact(whole) or whole.low < 2:
        return False
    if part.dimension in ("count", "number"):
        return whole.dimension == "count" or whole.dimension == "number" and whole.low > part.low
    return alike(whole, part) and whole.dimension == part.dimension
