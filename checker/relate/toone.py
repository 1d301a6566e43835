"""So many to one, against two figures: "by six to one: 300 men and 120 women"; "160 islanders joined 90 mainlanders. The islanders gave three votes for every mainland one"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.relate.since import stems
from checker.structure.document import Document

_KINDS = frozenset({"count", "number", "money", "vote", "score"})
_FIT = 3  # times that the told ratio may be the real one
_EXACT = Decimal("0.1")  # share by which the two that are told before may be off
_LED = 60  # characters before "to one" in which the number stands


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    number = "|".join(w for w, n in ONES.items() if 1 < n <= 20)
    many = rf"(?:(?P<hedge>more than|less than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over) )?(?P<many>{number}|\d\d?(?:\.\d)?)"
    return {
        "to": re.compile(rf"\b(?:by|margin of|ratio of|majority of|by a|by an|of) (?:an? )?{many}[ -](?:to[ -])$"),
        "for": re.compile(rf"(?:^|\s){many} (?:[a-z]+ )?for (?:every|each)(?: [a-z]+)? $"),
        "out": re.compile(r"\bout(?:spen|rais|s(?:old|ell)|earn)"),
        "odds": re.compile(r"\b(?:odds|chance|bet|bets|favou?rite|shot|of every|teacher|pupils?|students?)\b"),
    }


def to_one(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations multiple (then, now, told) of ratios of so many to one and the only two figures that stand against each other in the sentence, or in the one before."""
    lower, patterns = document.lower, _patterns()
    for at in document.places("one"):
        near = lower[max(0, at - _LED):at]
        way = "to" if near.endswith(("to ", "to-")) else "for" if " for e" in near else None
        told = patterns[way].search(near) if way else None
        if told is None:
            continue
        start = max(0, at - _LED) + told.start("hedge" if told["hedge"] else "many")
        place = Span(start, at + len("one"))
        pair = _pair(document, mentions, place, far=way == "for")
        times = Decimal(ONES.get(told["many"]) or told["many"])
        if pair is not None and _fits(pair, times) and not _is_told_before(document, mentions, place, times):
            cue = Mention("quantity", place, document.text[start:place.end], Quantity(times, times, "number"))
            yield Relation("multiple", (("then", pair[0]), ("now", pair[1]), ("told", cue)), {"times": str(times), "hedge": _kind(told["hedge"]), "likely": "yes"})


def _is_told_before(document: Document, mentions: Sequence[Mention], at: Span, times: Decimal) -> bool:
    """Are two figures of the sentence before so many to one ("204 voted for it and 67 against. That is three to one on a turnout of …")?"""
    index = document.sentence_index(at.start)
    sizes = [quantity(m).low for m in _figures(mentions, document.sentences[index - 1], at)] if index else []
    return any(small > 0 and abs(large / small / times - 1) <= _EXACT for large in sizes for small in sizes)


def _kind(hedge: str | None) -> str:
    words = hedge or ""
    return "more than" if "more" in words or "over" in words else "nearly" if words in ("nearly", "almost", "less than", "just under") else "about" if words else ""


def _fits(pair: tuple[Mention, Mention], times: Decimal) -> bool:
    """Is the ratio told within reason that of the two?"""
    small, large = quantity(pair[0]).low, quantity(pair[1]).low
    return small > 0 and large / small <= times * _FIT and times <= large / small * _FIT


def _pair(document: Document, mentions: Sequence[Mention], at: Span, *, far: bool) -> tuple[Mention, Mention] | None:
    """The smaller and the larger of the two figures."""
    index, sentence = document.sentence_index(at.start), document.sentence_at(at.start)
    if _patterns()["odds"].search(document.lower, *sentence):
        return None
    own = _figures(mentions, sentence, at)
    if not own and far and index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(at.start):
        before = document.sentences[index - 1]
        if stems(document.lower[before.start:before.end]) & stems(document.lower[sentence.start:sentence.end]):
            own = _figures(mentions, before, at)
    if len(own) == 1 and quantity(own[0]).dimension in ("vote", "score"):
        m, q = own[0], quantity(own[0])
        small, large = sorted((q.low, q.high))
        return m._replace(value=q._replace(low=small, high=small, dimension="count")), m._replace(value=q._replace(low=large, high=large, dimension="count"))
    if any(quantity(m).dimension == "money" for m in own) and not _patterns()["out"].search(document.lower, *sentence):
        return None
    if len(own) != 2 or not alike(*map(quantity, own)) and {quantity(m).dimension for m in own} != {"count"} or any(quantity(m).ranged for m in own):
        return None
    one, two = sorted(own, key=lambda m: printed(quantity(m))[0])
    return one, two


def _figures(mentions: Sequence[Mention], place: Span, at: Span) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity" and quantity(m).dimension in _KINDS and not at.start - 10 <= m.span.start < at.end and quantity(m).unit not in ("time", "vote")]
