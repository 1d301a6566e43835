"""Sums told behind their parts: "$29 million in May and $45 million in June, or $74 million for the two months"; "He took $5,500. She took $6,000, for a combined $11,500"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.totals import is_part
from checker.structure.document import Document

_PERIODS = frozenset("quarter half year month week season decade period weekend campaign cycle tour summer winter spring autumn term day days weekends weeks months quarters years seasons".split())
_SUMS = ("combined", "total", "in all", "altogether", "together", "all told")
_NEAR = 90  # characters between the last part and the sum
_COUNTED = frozenset({"count", "number", "money"})
_COUNTS = frozenset({"count", "number"})
_THREE = 3
_WHEN = r"(?: [a-z]+)?(?: (?:in|on|for|during|over|from|by|through|at)(?: [\w’'-]+){1,2}| last [a-z]+| this [a-z]+| (?:the )?(?:first|next|following|second|third) [a-z]+| a [a-z]+ (?:later|before|earlier))"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    number = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    order = "first|second|third|fourth|last|past|final|next|previous|same|whole|full|entire|fiscal|calendar|current|business|holiday|summer|winter"
    return {
        "or": re.compile(rf"(?:[^.;:()\n\d%]|(?:19|20)\d\d){{0,50}}?(?:,? or|,| —| –| --|—|, (?:making|which makes|that is|for)) ?{HEDGE}"),
        "when": re.compile(_WHEN),
        "joint": re.compile(rf"(?: [a-z]+)?{_WHEN}(?: (?:the|and|of|to) [\w’'-]+)?(,? and|,|;) (?:(?:another|then|a further) )?{HEDGE}"),
        "for all": re.compile(rf"(?: [a-z-]+){{0,2}},? (?:for|in|over|during|across|through) (?:the|all|both|its|their|that|those)(?: (?:{order}|{number}|(?:19|20)\d\d))*[ -](?P<period>[a-z]+)\b(?! of)"),
        "each": re.compile(r"\b(?:each|every|per(?! cent)|average|a (?:share|year|month|week|day|tonne|barrel)|up|down|from|rose|fell|than|compared|against|versus|including|among|profit|loss|least|net|more|less|result\w*)\b", re.I),
        "combined": re.compile(rf"[^.;:()\n\d%]{{0,60}}?[\s,(—–-]+(?:for |making |or |totall?ing |giving (?:the two|them|both) |which makes |to make |that makes )"
                               rf"(?:a|an|the)? ?(?:(?:combined|joint|grand|overall) )?(?:total (?:of|cost of|value of|price of|sum of) )?{HEDGE}"),
        "in those": re.compile(r"(?: [a-z]+){0,2}? (?:in|from|across|at|on|for|of) (?:(both)\b|(?:those|these|the) (?=two|three))"),
        "hurt": re.compile(r"\b(?:wounded|wounding|injured|injuring|hurt|sickened|missing|arrested)\b"),
        "behind": re.compile(r"(?: [a-z]+)? (?:in all|in total|altogether|all told|combined|between them|together)\b"),
    }


def summed(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relation total (whole, part, part, …) of a sentence, given in small letters."""
    if len(figures) >= _THREE and (" or " in sentence or "—" in sentence or "–" in sentence or "--" in sentence or " making " in sentence):
        yield from _over_periods(document, figures)
    if any(map(sentence.__contains__, _SUMS)):
        yield from _combined(document, mentions, figures)
    if len(figures) >= _THREE and any(map(sentence.__contains__, _THOSE)):
        yield from _in_those(document.lower, figures)


def _over_periods(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "$4 million in May, $7 million in June and $9 million in July, or $20 million for the summer"."""
    text, patterns = document.text, _patterns()
    for k in range(2, len(figures)):
        whole, last = figures[k], figures[k - 1]
        q = quantity(whole)
        if q.dimension not in _COUNTED or q.per or q.ranged or whole.span.start - last.span.end > _NEAR or not patterns["or"].fullmatch(text, last.span.end, whole.span.start):
            continue
        over = patterns["for all"].match(text, whole.span.end)
        if over is None or over["period"] not in _PERIODS:
            continue
        parts = _parts(text, figures, k - 1, whole)
        if len(parts) > 1 and patterns["when"].match(text, last.span.end) and quantity(parts[0]).dimension in (q.dimension, *(_COUNTS if q.dimension in _COUNTS else ())) \
                and not patterns["each"].search(text, max(document.sentence_at(parts[0].span.start).start, parts[0].span.start - 30), whole.span.end):
            yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "added"})


def _in_those(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "… killed 84, and … killed 49 people, 133 dead in those two attacks alone": as many parts before as there were of them."""
    patterns = _patterns()
    for k, (whole, many) in enumerate(zip(figures, (*figures[1:], None), strict=True)):
        q = quantity(whole)
        found = patterns["in those"].match(text, whole.span.end)
        if found is None or q.dimension not in _COUNTED or q.ranged or q.per:
            continue
        number = quantity(many).low if many is not None and many.span.start == found.end() else 2 if found[1] else 0
        parts = [m for m in figures[:k] if is_part(m, whole) and (quantity(m).dimension == "money" or _one_kind(quantity(m).unit, q.unit))]
        if len(parts) < 2 or len(parts) != number or whole.span.start - parts[-1].span.end > _NEAR or patterns["each"].search(text, parts[0].span.start, whole.span.start) \
                or any(quantity(m).hedge for m in parts) or not q.low / 2 <= sum(quantity(m).low for m in parts) <= q.low * 2 or patterns["hurt"].search(text, parts[0].span.start, whole.span.start):
            continue
        yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "told"})


_THOSE = (" those two ", " these two ", " the two ", " those three ", " these three ", " the three ", " both ")
_PEOPLE = frozenset({"", "person", "dead", "death", "victim", "life", "fatality", "man", "woman", "child", "civilian", "casualty"})


def _one_kind(part: str, whole: str) -> bool:
    return part == whole or part in _PEOPLE and whole in _PEOPLE


def _parts(text: str, figures: Sequence[Mention], k: int, whole: Mention) -> list[Mention]:
    """The parts that end with figures[k], each with its time or place behind it, the last of them behind "and"."""
    parts = [figures[k]] if is_part(figures[k], whole) else []
    for i in range(k - 1, -1, -1):
        found = _patterns()["joint"].fullmatch(text, figures[i].span.end, figures[i + 1].span.start) if parts else None
        if found is None or not is_part(figures[i], whole) or ("and" in found[1]) != (len(parts) == 1):
            break
        parts.insert(0, figures[i])
    return parts


def _combined(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "The club gave $5,500. The town gave $6,000, for a combined $11,500": the one part in the sentence, the other the only one before it in the paragraph."""
    text, patterns = document.text, _patterns()
    own = [m for m in figures if quantity(m).dimension in _COUNTED]
    if len(own) != 2:
        return
    part, whole = own
    if not is_part(part, whole) or quantity(whole).ranged or quantity(whole).per or whole.span.start - part.span.end > _NEAR:
        return
    found = patterns["combined"].fullmatch(text, part.span.end, whole.span.start)
    if found is None or not ("combined" in found[0] or "joint" in found[0] or "total" in found[0] or patterns["behind"].match(text, whole.span.end)):
        return
    before = _only_before(document, mentions, part, whole)
    if before is None or patterns["each"].search(text, max(0, before.span.start - 20), whole.span.end):
        return
    if quantity(before).dimension == "money" or quantity(before).unit == quantity(part).unit or not quantity(part).unit:
        yield Relation("total", (("whole", whole), ("part", before), ("part", part)), {"cue": "added"})


def _only_before(document: Document, mentions: Sequence[Mention], part: Mention, whole: Mention) -> Mention | None:
    """The only figure of the paragraph before a sentence that may be a part, too; it stands in the sentence right before."""
    start = document.sentence_at(part.span.start).start
    zone = document.zones[document.zone_index(start)].span.start
    earlier = [m for m in mentions[first_from(mentions, zone):first_from(mentions, start)] if quantity(m).dimension == quantity(whole).dimension or is_part(m, whole)]
    if len(earlier) != 1 or start < 2 or not is_part(earlier[0], whole):
        return None
    return earlier[0] if earlier[0].span.start >= document.sentence_at(start - 2).start and not quantity(earlier[0]).hedge else None
