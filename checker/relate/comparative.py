"""So many percent more, told of two figures of a sentence: "is 60 percent higher than that of cooks, $16 an hour", "about 70 percent below the issue price of $40, at $26", "$2 in May, $3 in June — 75 percent more"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity, unbounded
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_MORE = frozenset("more higher larger taller longer heavier dearer bigger greater wider deeper above".split())
_LESS = frozenset("less fewer lower smaller shorter lighter cheaper below".split())
COMPARED = _MORE | _LESS
_NEVER = frozenset({"percent", "points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_FIT = 4  # times that the told change may be the real one
_NEAR = 90  # characters from a figure to the comparison


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "than": re.compile(rf" (?:(?P<less>{alternatives(_LESS)})|{alternatives(_MORE)})(?P<than> than|(?<=above)|(?<=below))?(?![\w-])"),
        "levels": re.compile(rf" (?:its|the|their|his|her|an?|that|those|what)(?: (?:19|20)\d\d)?(?: (?!of |in |for )[a-z’'-]+){{0,4}}(?: (?:of|for|in) (?:[A-Za-z’'-]+ ){{0,4}}?|,? ){HEDGE}(?:at |of )?{HEDGE}"),
        "points": re.compile(rf" (?:(?P<less>below|under|less than|lower than|behind|short of|down on)|above|over|more than|higher than|ahead of|up on) (?:the |its |their |last year[’']s )?{HEDGE}"),
        "that": re.compile(rf" (?:that|those|what)(?: (?:of|for|in) (?:[A-Za-z’'-]+ ){{0,4}}[A-Za-z’'-]+)?, (?:at )?{HEDGE}"),
        "when": re.compile(rf" (?:in |at |during )?(?:[a-z]+ )?(?:(?:19|20)\d\d|[a-z]+), when (?:[a-z’'-]+ ){{1,4}}{HEDGE}"),
        "it": re.compile(rf" (?:the|its|their) {HEDGE}"),
        "led": re.compile(rf"(?:,|[—–]| --|\bis|\bare|\bwas|\bwere|\bstill|\bnow|\bremains?) (?:or )?{HEDGE}$"),
        "end": re.compile(r"\s?(?:[.,;)—–]|--)"),
        "breaks": re.compile(r"[:\n“”\"]|\b(?:but|while|whereas|although|because|after|if|than|which|who|to|from|rose|fell|grew|increase\w*|decrease\w*|up|down)\b"),
        "time": re.compile(r"\b(?:in|last|this|next|by|now|today|once|new|old|ago|earlier|later|then)\b"),
    }


def comparative(document: Document, mentions: Sequence[Mention], changes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change (from, to, by) of the percentages with a comparative behind them and the only two other figures of one kind of their sentence."""
    lower, patterns = document.lower, _patterns()
    for by in changes:
        q = quantity(by)
        if q.dimension == "points" and not q.ranged and (points := _points(document, mentions, by)) is not None:
            yield Relation("change", (("from", points[0]), ("to", points[1]), ("by", by)), {"far": "yes"})
            continue
        if q.dimension != "percent" or q.ranged or not q.low or (behind := patterns["than"].match(lower, by.span.end)) is None or not patterns["led"].search(lower, max(0, by.span.start - 30), by.span.start):
            continue
        pair = _pair(document, mentions, by, behind)
        if pair is not None and _plausible(*pair, by, less=bool(behind["less"])):
            yield Relation("change", (("from", pair[0]), ("to", pair[1]), ("by", by)), {"far": "yes"})


def _points(document: Document, mentions: Sequence[Mention], by: Mention) -> tuple[Mention, Mention] | None:
    """ "81% of children had both, 14 points below the 95% that …": the level and what is so far from it, the only percentages of the sentence."""
    lower, sentence = document.lower, document.sentence_at(by.span.start)
    behind = _patterns()["points"].match(lower, by.span.end)
    first = first_from(mentions, sentence.start)
    both = [m for m in mentions[first:first_from(mentions, sentence.end)] if quantity(m).dimension == "percent"]
    if behind is None or len(both) != 2 or both[0].span.end > by.span.start or both[1].span.start != behind.end() or any(quantity(m).ranged for m in both):
        return None
    now, then = printed(quantity(both[0]))[0], printed(quantity(both[1]))[0]
    return (unbounded(both[1]), both[0]) if (now < then) == bool(behind["less"]) else None


def _pair(document: Document, mentions: Sequence[Mention], by: Mention, behind: re.Match[str]) -> tuple[Mention, Mention] | None:
    """The figure that is compared with and the one that is so much more or less."""
    lower, patterns, sentence = document.lower, _patterns(), document.sentence_at(by.span.start)
    own = _of_sentence(mentions, sentence, by)
    own = [m for m in own if alike(quantity(m), quantity(own[-1]))]
    before, after = [m for m in own if m.span.end <= by.span.start], [m for m in own if m.span.start >= behind.end()]
    if behind["than"] is None:  # both stand before
        if after or len(before) != 2 or not patterns["end"].match(lower, behind.end()) or by.span.start - before[1].span.end > _NEAR or patterns["breaks"].search(lower, before[0].span.end, by.span.start) \
                or not patterns["time"].search(lower, before[0].span.end, by.span.start) or lower[before[0].span.end:before[1].span.start].find(" ") < 0:
            return None
        return before[0], before[1]
    if not after or after[0].span.start - behind.end() > _NEAR:
        return None
    base, at = unbounded(after[0]), behind.end()  # "more than" is no bound of it
    levelled = not behind["than"]  # "below the price of"
    if not (patterns["levels"] if levelled else patterns["that"]).fullmatch(lower, at, base.span.start) and not any(patterns[way].fullmatch(lower, at, base.span.start) for way in ("it", "when")):
        return None
    if not before and levelled and len(after) == 2 and lower[base.span.end:after[1].span.start] in (", at ", ", to ", " at "):
        return base, after[1]
    if len(after) > 1 and alike(quantity(after[1]), quantity(base)):
        return None
    index = document.sentence_index(by.span.start)
    if not before and levelled and index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(by.span.start):
        before = _of_sentence(mentions, document.sentences[index - 1], by)
        return (base, before[0]) if len(before) == 1 else None
    if len(before) != 1 or patterns["breaks"].search(lower, before[0].span.end, by.span.start) or by.span.start - before[0].span.end > _NEAR:
        return None
    return base, before[0]


def _plausible(then: Mention, now: Mention, by: Mention, *, less: bool) -> bool:
    """Are both of one kind and as printed, the later one more or less as told, and the change within reason the told one?"""
    p, q = quantity(then), quantity(now)
    if not alike(p, q) or {p.dimension, q.dimension} != {"count", "number"} and (p.dimension != q.dimension or p.unit != q.unit) or p.per and q.per and p.per != q.per or p.ranged or q.ranged or {kind_of(p), kind_of(q)} & {"over", "under", "least", "most"}:
        return False
    a, b, told = printed(p)[0], printed(q)[0], quantity(by).low
    if not a or not b or (b < a) != less:
        return False
    change = abs(b - a) / a * 100
    return change <= told * _FIT and told <= change * _FIT


def _of_sentence(mentions: Sequence[Mention], place: Span, by: Mention) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity" and m is not by and quantity(m).dimension not in _NEVER and not ("-" in m.text and " " not in m.text and quantity(m).dimension == "count")]
