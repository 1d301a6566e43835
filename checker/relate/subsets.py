"""Some of a whole told before: "a total of 90. It includes 60 …, plus 40 …"; "of those, 120 …", "90 people, including 120 …", where the part is more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.near import numbers
from checker.structure.document import Document

_COUNTS = frozenset({"count", "number"})
_OF_IT = frozenset({"that", "those", "these", "them", "which", "whom", "this"})  # nearly every text has one of them; a short one may not
_SPLIT = frozenset({"include", "includes", "included", "comprise", "comprises", "comprised", "consist", "consists", "consisted", "composed", "made"})
_BACK = 70  # characters between "including" and the figure that it is some of
_NEAR = 110  # characters between two parts
_LONGEST = 24  # characters of what opens a sentence before its figure


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    what = r"(?:that|this|those|these|them|which|whom|the total|that (?:total|sum|amount|number|figure|money)|this (?:total|sum|amount|number))"
    return {
        "of it": re.compile(rf"(?:^|[\s“\"])Of {what}(?:,|:| —| –)? (?:(?:only|just|some|about|the first|an? estimated|another|nearly|almost) )*$"),
        "of which": re.compile(rf"[,;—–(]\s?(?:out )?of (?:which|whom),? (?:(?:only|just|some) )*{HEDGE}$"),
        "including": re.compile(rf"(?: (?!and |or |but |with |by |from |than |in |at |for )[a-z’'-]+){{0,4}},(?: including| among them) {HEDGE}"),
        "splits": re.compile(rf"(?:It|They|This|That|These|Those|Th(?:at|is|ese|ose|e) (?:total|figures?|sum|number|amount|toll|tally|count|bill)) (?P<verb>includ(?:e|es|ed)|compris(?:e|es|ed)|consist(?:s|ed)? of|"
                             rf"(?:is|was|are|were) (?:made up|composed|comprised) of):? {HEDGE}"),
        "of the": re.compile(r"Of (?:the|its|their|that|this|those|these|his|her)(?: (?:total|original|full))? "),
        "held against": re.compile(rf"\b(?:from|than|against|compared (?:with|to)|versus) {HEDGE}$"),
        "comma": re.compile(rf"(?: (?!(?:were|was|are|is|had|have|has|will|and) )[a-z’'-]+){{0,4}},? (?:(?:only|just|some|about|nearly|almost) )*{HEDGE}"),
        "joint": re.compile(rf"[^.;:()\d$£€]{{0,{_NEAR}}}?(?:,? and|,? plus|,? as well as|, along with|, together with) {HEDGE}"),
    }


def subsets(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part, …) of a whole and what is told as some of it, or all of it, right behind; `mentions` are figures."""
    words = document.lowercase
    if words.isdisjoint(_OF_IT) and "including" not in words and words.isdisjoint(_SPLIT) and "Of " not in document.text:
        return
    text, previous = document.text, -1
    for i, (m, index) in enumerate(zip(mentions, numbers(document, mentions), strict=True)):
        dimension = m[3][2]  # type: ignore[misc]  # a figure's, by number: asked of all of them
        if dimension not in _COUNTS and dimension != "money":
            continue
        start = m[1][0]
        opening = document.sentences[index].start
        before = text[max(0, start - _LONGEST):start]
        if "Of " in before and _patterns()["of it"].search(text, max(0, start - 60), start):
            yield from _over(m, _own(text, _beside(document, mentions, i, 0) or _beside(document, mentions, i, -1)))  # "members. Of those" may be one sentence
        elif ("hich" in before or "whom" in before) and _patterns()["of which"].search(text, max(0, start - 40), start) or \
                ("including " in before or "among them " in before) and _counted(mentions, i) and start - mentions[i - 1].span.end < _BACK and _patterns()["including"].fullmatch(text, mentions[i - 1].span.end, start):
            yield from _over(m, _beside(document, mentions, i, 0))
        elif text.startswith("Of ", opening) and i and _patterns()["of the"].fullmatch(text, opening, mentions[i - 1].span.start) \
                and _patterns()["comma"].fullmatch(text, mentions[i - 1].span.end, start):
            yield from _over(m, [mentions[i - 1]])
        if index != previous:
            previous = index
            if text.startswith(("It ", "Th"), opening) and (found := _split(document, mentions, i, index)) is not None:
                yield found


def _counted(mentions: Sequence[Mention], i: int) -> bool:
    """Do the figure and the one before it count, the second not ten times as many ("four exchanges, including 68,000 lines")? A loss may include a larger one."""
    return i > 0 and {quantity(m).dimension for m in mentions[i - 1:i + 1]} <= _COUNTS and quantity(mentions[i]).low < 10 * quantity(mentions[i - 1]).high


def _kind(m: Mention) -> tuple[str, str]:
    q = quantity(m)
    return ("count", "") if q.dimension in _COUNTS else (q.dimension, q.unit)


def _beside(document: Document, mentions: Sequence[Mention], i: int, step: int) -> list[Mention]:
    """The figures of the sentence before that of a figure, in its paragraph, or those before it in its own."""
    index = document.sentence_index(mentions[i].span.start) + step
    if index < 0:
        return []
    start, end = document.sentences[index]
    if document.zone_index(start) != document.zone_index(mentions[i].span.start):
        return []
    return list(mentions[first_from(mentions, start):min(i, first_from(mentions, end))])


def _own(text: str, figures: Sequence[Mention]) -> list[Mention]:
    """Without those that others are held against: "1,150 growers, down from 1,700"."""
    return [m for m in figures if not _patterns()["held against"].search(text, max(0, m.span.start - _NEAR), m.span.start)]


def _over(part: Mention, figures: Sequence[Mention]) -> Iterator[Relation]:
    """The part and the greatest figure that it may be some of, where it is more than all of them."""
    wholes = [m for m in figures if _kind(m) == _kind(part) and not quantity(m).per]
    p = quantity(part)
    if not wholes or p.ranged or p.per or any(quantity(m).ranged or quantity(m).dimension in _COUNTS and quantity(m).low < 2 for m in wholes):
        return
    whole = max(wholes, key=lambda m: quantity(m).high)
    if printed(p)[0] > quantity(whole).high:
        yield Relation("total", (("whole", whole), ("part", part)), {"cue": "told", "bound": "at most"})


def _split(document: Document, mentions: Sequence[Mention], i: int, index: int) -> Relation | None:
    """ "90 were caught. That includes 60 …, plus 40 …": the only whole of the one or two sentences before, and the parts from the first figure of this one."""
    text, first, patterns = document.text, mentions[i], _patterns()
    opened = patterns["splits"].fullmatch(text, document.sentences[index].start, first.span.start)
    if opened is None:
        return None
    whole = next((found[-1] for step in (-1, -2) if (found := [m for m in _beside(document, mentions, i, step) if _kind(m) == _kind(first)])), None)
    parts = [first]
    for m in mentions[i + 1:]:
        if m.span.start >= document.sentences[index].end or patterns["joint"].fullmatch(text, parts[-1].span.end, m.span.start) is None:
            break
        parts.append(m)
    if whole is None or len(parts) < 2 or any(_kind(p) != _kind(whole) or quantity(p).ranged or quantity(p).per or quantity(p).high >= quantity(whole).low for p in parts):
        return None
    some = opened["verb"].startswith("includ")
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "payers", **({"bound": "at most"} if some else {})})
