"""Sums told behind their parts by words that count or point at them: "the two mills, between them, make 57 tons", "another 40, bringing the total to 95"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Quantity, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document

_NUMBERS = {"two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4}
_DIMENSIONS = frozenset({"count", "number", "money", "mass", "volume", "area", "length"})
_BACK = 4  # sentences before a sum in which its parts stand
_FEW = 12  # figures before a sum among which they are
_NEAR = 120  # characters before a sum that hold what makes it one
_BOUNDS = frozenset({"most", "least", "under", "over"})
_SUMS, _MAKES = ("together", "between the", "combined", "altogether", "in all", "all told", " total"), ("that ", "total", "making for")
_HEADS = frozenset({"headline", "summary", "caption"})
_SUMMING = (*_SUMS, "between them", "that makes", "making for", "bringing", "raising", "pushing", "lifting", "taking")
_ROOM = Decimal("0.01")  # of the sum, by which what is right may miss it
_SUBSET = 7  # figures of which some may be what was added up


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    many = "two|both|three|four|pair|trio"
    raising = "bringing|raising|taking|pushing|lifting"
    return {
        "counted": re.compile(rf"\b(?:the|those|these|all|its|their|for|of|in) (?:(?:last|first|past) )?({many})\b|\b(both)\b|\b(?:^|the |those |these )({many}) [a-z]+"),
        "sum": re.compile(r"\b(?:together|between (?:them|the (?:two|three|four))|combined|altogether|in all|all told|(?:grand|combined|overall) total|a total)\b"),
        "behind": re.compile(rf"[^.;:“”\"\d$£€]{{0,60}}?(?:\b(?:together|combined|altogether|in all|all told)\b|\bbetween (?:them|the ({many}))\b)"),
        "makes": re.compile(rf"(?:\bthat (?:makes|adds up to|comes to|would make|made)|\bfor an? (?:combined |grand |overall )?total of|\b(?:making|giving) (?:it )?a (?:combined |grand )?total of|\bmaking for) {HEDGE}$"),
        "of them": re.compile(rf"[^.;:“”\"\d]{{0,40}}? (?:for|of|by|from|in|between) (?:the|all|these|those)? ?({many}|them)\b"),
        "raised": re.compile(rf"\b(?:{raising}) (?:the|its|their|his|her|this year[’']s) (?:[a-z’'-]+ ){{0,4}}?(?:total|toll|number|count|tally|figure|sum)(?: (?!from )[a-z’'-]+){{0,5}} to {HEDGE}$"),
        "another": re.compile(r"\b(?:another|(?:an )?additional|a further|a second|an extra) (?:\w+ )?$"),
        "more": re.compile(r"(?: [a-z]+){0,2} (?:more|others?|further)\b"),
        "no part": re.compile(r"\b(?:each|every|per (?!year|month|week|day)|average|averag\w+|apiece|percent|from|than|up|down|compared|against|versus|including|among|of (?:them|whom|which|those)|as (?:many|much)|minimum|maximum|record|goal|target|worth of|out of|instead|remaining)\b"),
    }


def reckoned(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part, part, …) of figures behind a word that sums up."""
    lower = document.lower
    for i, whole in enumerate(mentions):
        (start, end), q = whole.span, quantity(whole)
        if i < 2 or q.dimension not in _DIMENSIONS:
            continue
        if q.ranged or q.low <= 3 or q.unit in ("time", "year") or kind_of(q) in _BOUNDS or not any(map(lower[max(0, start - _NEAR):end + _NEAR].__contains__, _SUMMING)):
            continue
        before = lower[max(document.sentence_at(start).start, start - _NEAR):start]
        raised = " to " in before and "ing " in before and _patterns()["raised"].search(before) is not None
        parts = _raised(document, mentions, i) if raised else _summed(document, mentions, i, before)
        if parts and not _made(document, mentions, i):
            yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "reckoned", "likely": "yes"})


def _earlier(document: Document, mentions: Sequence[Mention], i: int, whole: Mention) -> list[Mention]:
    """The figures of the whole's kind in the sentences before it, and in its own up to it."""
    first = document.sentences[max(0, document.sentence_index(whole.span.start) - _BACK)].start
    return [m for m in mentions[max(first_from(mentions, first), i - _FEW):i] if _kin(quantity(m), quantity(whole))]


def _kin(part: Quantity, whole: Quantity) -> bool:
    return part.dimension in _DIMENSIONS and not part.ranged and part.low > 0 and (part.per == whole.per or not whole.per or not part.per) and alike(part, whole)


def _summed(document: Document, mentions: Sequence[Mention], i: int, before: str) -> list[Mention]:
    """The parts of a sum that is told as that of so many."""
    patterns, lower, whole = _patterns(), document.lower, mentions[i]
    makes = patterns["makes"].search(before) if any(map(before.__contains__, _MAKES)) else None
    after = lower[whole.span.end:whole.span.end + _NEAR]
    behind = patterns["behind"].match(after) if not makes and any(map(after.__contains__, _SUMS)) else None
    if makes is None and behind is None and not (any(map(before.__contains__, _SUMS)) and patterns["sum"].search(before)):
        return []
    counted = patterns["of them"].match(after) if makes else patterns["counted"].search(before)
    word = next((w for w in (counted.groups() if counted else ()) if w in _NUMBERS), behind[1] if behind is not None else None)
    sentence = document.sentence_at(whole.span.start)
    near = _earlier(document, mentions, i, whole)
    own = [m for m in near if m.span.start >= sentence.start]
    number = _NUMBERS.get(word or "", 0) or (len(own) if makes and len(own) > 1 else 2 if makes and own and _is_more(lower, own[0]) else 0)
    found = near[-number:] if number else []
    if len(found) < 2 or len(found) != number or len(near) > number and not (makes and own == found) or not _sound(document, found, whole):
        return []
    return found


def _raised(document: Document, mentions: Sequence[Mention], i: int) -> list[Mention]:
    """What was told before, and what "another" has added to it."""
    lower, whole = document.lower, mentions[i]
    near = _earlier(document, mentions, i, whole)
    if len(near) < 2:
        return []
    then, more = near[-2:]
    if more.span.start < document.sentence_at(whole.span.start).start or not _is_more(lower, more):
        return []
    p, q = quantity(then), quantity(more)
    return [then, more] if (p.unit == q.unit or "" in (p.unit, q.unit)) and not p.dimension == q.dimension == "number" and _sound(document, [then, more], whole, [more]) else []


def _is_more(lower: str, m: Mention) -> bool:
    """ "another 40", "15 more boats"."""
    patterns = _patterns()
    return " more" in m.text or patterns["another"].search(lower, max(0, m.span.start - 30), m.span.start) is not None or patterns["more"].match(lower, m.span.end) is not None


def _sound(document: Document, parts: Sequence[Mention], whole: Mention, more: Sequence[Mention] = ()) -> bool:
    """Are the parts of one kind, with nothing that makes them other than parts? Where "another" tells that they are `more`, what it comes from may follow."""
    if any(kind_of(quantity(m)) in _BOUNDS for m in parts) or len({quantity(m).unit for m in parts} - {""}) > 1 or len({quantity(m).high for m in parts}) < len(parts) \
            or any(document.zones[document.zone_index(m.span.start)].kind in _HEADS for m in parts):
        return False  # one figure told twice
    lower = document.lower
    return not any(_patterns()["no part"].search(lower, max(document.sentence_at(m.span.start).start, m.span.start - 40), min(m.span.end + 25 * (m not in more), whole.span.start)) for m in parts)


def _made(document: Document, mentions: Sequence[Mention], i: int) -> bool:
    """Do some of the figures near by make the whole, so that others than these are its parts?"""
    whole = printed(quantity(mentions[i]))[1]
    values = [printed(quantity(m))[0] for m in _earlier(document, mentions, i, mentions[i])[-_SUBSET:]]
    room = whole * _ROOM
    return any(abs(sum(some, Decimal(0)) - whole) <= room for size in range(1, len(values) + 1) for some in combinations(values, size))
