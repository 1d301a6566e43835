"""A share of an amount and what it comes to: "$12m, or half, of the $24m", "less than half the 94,000 tonnes, or around 40,000", "$90m. That is 9 percent of the $1bn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.units import ONES, PARTS
from checker.data.words import HEDGES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.fractions import in_percent
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike, linked, told_once
from checker.structure.document import Document

_SIZES = frozenset({"money", "mass", "volume", "area", "length", "count", "number"})
_FRACTIONS = ("half", "third", "quarter", "fifth", "fourth", "tenth", "eighth")
_NEAR = 70  # characters between two of the three
_PLAUSIBLE = 4  # times that the told share may be the real one; beyond that it is told of something else
_SAME_SUM = ("count", "number")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    ones = "|".join(w for w, n in ONES.items() if 1 <= n <= 10)
    parts = "|".join(sorted((p for p in PARTS if not p.startswith("hal")), key=len, reverse=True))
    hedges = "|".join(sorted((re.escape(h) for h in HEDGES), key=len, reverse=True))
    determiner = r"(?:the|its|their|his|her|this year[’']s|last year[’']s|a total of|all the|the [a-z]+[’']s)"
    represent = r"(?:represent(?:s|ed|ing)?|account(?:s|ed|ing)? for|ma[dk]es? up|compris(?:e|es|ed)|amount(?:s|ed|ing)? to|(?:is|are|was|were)|constitut(?:e|es|ed))"
    return {
        "fraction": re.compile(rf"(?<![\w-])(?:(?P<hedge>{hedges}) )?(?:(?P<half>half)|(?P<one>an?|{ones})[- ](?P<part>{parts}))(?![\w-])"),
        "of": re.compile(rf"(?: of)? {determiner} {HEDGE}| of (?:(?:the|its|their|all|total|an?) )?(?:(?!(?:and|but|or|to|from|at|by|in)(?![\w-]))[a-z][a-z0-9.’'-]+ ){{1,5}}of {HEDGE}| of an? {HEDGE}"),
        "of whole": re.compile(rf",? of {determiner} {HEDGE}"),
        "or": re.compile(rf"[^.;:()\d]{{0,{_NEAR}}}?(?:,| —| –| --) or {HEDGE}"),
        "apposed": re.compile(rf"(?: (?!(?:but|earlier|ago|before)(?![\w-]))[a-z]+){{0,4}}(?:(?:,| —| –| --| -|\s?—)(?: or)?| or|,?(?: which)? {represent}) {HEDGE}"),
        "represent": re.compile(rf"\b{represent} {HEDGE}$|(?:,|\s?[—–(]| --)(?: or)? ?{HEDGE}$| or {HEDGE}$"),
        "total": re.compile(r" of (?:the total|those|them|all (?:of )?(?:those|of them|[a-z]+s\b)|the (?:lot|group|whole|sample))(?! (?:in|on|for|from|by)\b)"),
        "that is": re.compile(rf"(?:That|This|It|Which)(?:[’']s| is| was| would be| amounts to| represents| equals| comes to| makes) {HEDGE}", re.I),
    }


def portioned(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention], sentence: str, known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations portion (part, whole, share) of a sentence, given in small letters, whose share or part stands right before "of the" and its whole.

    `known` are the relations found in it already.
    """
    if " the " not in sentence and " its " not in sentence and " their " not in sentence and " of " not in sentence:
        return
    place = document.sentence_at(figures[0].span.start)
    shares = [m for m in figures if quantity(m).dimension == "percent" and not quantity(m).ranged]
    if any(map(sentence.__contains__, _FRACTIONS)):
        shares += [in_percent(m)._replace(span=Span(*m.span()), text=m[0]) for m in _patterns()["fraction"].finditer(document.lower, place.start, place.end)]
    if not shares:
        return
    told = {m.span.start for r in known for m in (*r.all("share"), *r.all("fraction"), *r.all("by"))}
    for share in shares:
        if share.span.start in told:
            continue
        amounts = [m for m in figures if quantity(m).dimension in _SIZES and not quantity(m).ranged and not quantity(m).per
                   and not (m.span.start < share.span.end and share.span.start < m.span.end)]
        found = _whole_behind(document, mentions, share, amounts, place) or _part_behind(document.lower, share, amounts) or _of_those(document, mentions, share, amounts, place)
        if found is not None and _sound(*found, share):
            part, whole = found
            yield Relation("portion", (("part", part), ("whole", whole), ("share", share)))


def _whole_behind(document: Document, mentions: Sequence[Mention], share: Mention, amounts: Sequence[Mention], place: Span) -> tuple[Mention, Mention] | None:
    """The part and the whole of "half the 94,000 tonnes, or 40,000"; "$90 million, 9 percent of the $1 billion"; "$90 million. That is 9 percent of the $1 billion"."""
    text, patterns = document.lower, _patterns()
    behind = [m for m in amounts if m.span.start >= share.span.end]
    if not behind or not patterns["of"].fullmatch(text, share.span.end, behind[0].span.start):
        return None
    whole = behind[0]
    before = [m for m in amounts if m.span.end <= share.span.start]
    if before and patterns["apposed"].fullmatch(text, before[-1].span.end, share.span.start):
        return before[-1], whole
    if len(behind) > 1 and patterns["or"].fullmatch(text, whole.span.end, behind[1].span.start):
        return behind[1], whole
    if not before and patterns["that is"].fullmatch(text, place.start, share.span.start):
        earlier = _last_before(document, mentions, place)
        return (earlier, whole) if earlier is not None else None
    return None


def _of_those(document: Document, mentions: Sequence[Mention], share: Mention, amounts: Sequence[Mention], place: Span) -> tuple[Mention, Mention] | None:
    """ "It screened 20,000 sailors. The 590 who failed represent 8 percent of the total": the part before the share, the whole in the sentence before."""
    text, patterns = document.lower, _patterns()
    if len(amounts) != 1 or amounts[0].span.end > share.span.start or share.span.start - amounts[0].span.end > _NEAR or not patterns["total"].match(text, share.span.end) \
            or not patterns["represent"].search(text, amounts[0].span.end, share.span.start):
        return None
    whole = _last_before(document, mentions, place)
    return None if whole is None else (amounts[0], whole)


def _last_before(document: Document, mentions: Sequence[Mention], place: Span) -> Mention | None:
    """The only figure of the sentence before, in the same paragraph."""
    i = document.sentence_index(place.start)
    if i == 0 or document.zone_index(earlier := document.sentences[i - 1].start) != document.zone_index(place.start):
        return None
    found = []
    at = first_from(mentions, place.start) - 1
    while at >= 0 and mentions[at].span.start >= earlier:
        if isinstance(mentions[at].value, Quantity):
            found.append(mentions[at])
        at -= 1
    return found[0] if len(found) == 1 and quantity(found[0]).dimension in _SIZES and not quantity(found[0]).ranged else None


def _part_behind(text: str, share: Mention, amounts: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """The part and the whole of "half, or 20 billion, of the 41 billion"; "20 billion, or half, of the 41 billion"."""
    patterns = _patterns()
    behind = [m for m in amounts if m.span.start >= share.span.end]
    before = [m for m in amounts if m.span.end <= share.span.start]
    if len(behind) > 1 and linked(text[share.span.end:behind[0].span.start]) and patterns["of whole"].fullmatch(text, behind[0].span.end, behind[1].span.start):
        return behind[0], behind[1]
    if before and behind and linked(text[before[-1].span.end:share.span.start]) and patterns["of whole"].fullmatch(text, share.span.end, behind[0].span.start):
        return before[-1], behind[0]
    return None


def _sound(part: Mention, whole: Mention, share: Mention) -> bool:
    """Can the one be a part of the other, and the share theirs?"""
    p, w, told = quantity(part), quantity(whole), quantity(share)
    alone = alike(p, w) and (p.dimension in _SAME_SUM) == (w.dimension in _SAME_SUM)
    if not (alone or told_once(part, whole)) or not 0 < p.high < w.low or not told.low:
        return False
    real = p.high / w.low * 100
    return real < told.high * _PLAUSIBLE and told.low < real * _PLAUSIBLE
