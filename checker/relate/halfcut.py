"""A multiple without "from" and "to": "44 percent in 2009; now, their number cut in half, 13 percent"; "140 cases against 20 in 2012, the number of cases has tripled"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Relation, Span
from checker.relate.followed import pair_before, times_in
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.relate.since import stems
from checker.structure.document import Document

BECOME = {"doubled": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3), "quadrupled": Decimal(4), "quintupled": Decimal(5), "halved": Decimal("0.5")}
MADE = {"doubling": Decimal(2), "tripling": Decimal(3), "trebling": Decimal(3), "quadrupling": Decimal(4), "halving": Decimal("0.5"), "twofold": Decimal(2), "threefold": Decimal(3), "fourfold": Decimal(4), "fivefold": Decimal(5),
        "tenfold": Decimal(10), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4)}
_NEVER = frozenset({"points", "temperature", "score", "vote", "ordinal", "age", "duration"})
_BOUNDS = frozenset({"over", "under", "least", "most"})
_FIT = 4  # times that the told multiple may be the real one
_SOON = 40  # characters from "in half" to what it makes
_LED = 30  # characters before a word in which its hedge stands


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "cut": re.compile(r"\b(?:cut|cutting|slashed|slashing|sliced|chopped) (?:exactly |almost |nearly |roughly |about |more than )?in $"),
        "makes": re.compile(rf"(?:,? to|,|\s?[—–]| --) {HEDGE}"),
        "hedge": re.compile(r"\b(more than|nearly|almost|about|roughly)(?: in)? $"),
        "set off": re.compile(r"(?:,|\s?[—–]| --) (?:more than |nearly |almost |about |roughly |an? |or )*$"),
        "end": re.compile(r"(?:[ -](?:increase|rise|jump|gain|surge|leap))?(?:\s?[.,;)—–]|$)"),
        "of": re.compile(r"\b(?:number|total|count|tally|toll|price|cost|population|membership|fleet|sum|amount) of (?P<what>[a-z]+) (?:(?:has|have|had) )?(?:(?:since|more than|nearly|almost|about|roughly) )?$"),
        "breaks": re.compile(r"[“”\"\n]|\b(?:than|each|every|per|which|who|whose)\b"),
    }


def half_cut(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations multiple (then, now, told) of "cut in half", "has tripled" and "doubling its sales", with the only two figures of one kind around."""
    for at in document.places("half") if "half" in document.lowercase else ():
        led = _patterns()["cut"].search(document.lower, max(0, at - _LED), at)
        if led is not None and (pair := _halved(document, mentions, led.start(), at + len("half"))) is not None:
            yield from _relation(document, *pair, Span(led.start(), at + len("half")), Decimal("0.5"), _kind(led[0]))
    for word in sorted(document.lowercase.intersection(BECOME)):
        for at in document.places(word):
            if (pair := _around(document, mentions, at, at + len(word), BECOME[word])) is not None:
                yield from _relation(document, *pair, Span(at, at + len(word)), BECOME[word], _hedged(document, at))
    for word in sorted(document.lowercase.intersection(MADE)):
        for at in document.places(word):
            led = _patterns()["set off"].search(document.lower, max(0, at - _LED), at)
            if led is not None and (word.endswith("ing") or _patterns()["end"].match(document.lower, at + len(word))) and (pair := pair_before(document, mentions, Span(led.start(), at + len(word)), None)) is not None:
                yield from _relation(document, *pair, Span(at, at + len(word)), MADE[word], _hedged(document, at))


def _hedged(document: Document, at: int) -> str:
    found = _patterns()["hedge"].search(document.lower, max(0, at - _LED), at)
    return _kind(found[0]) if found else ""


def _kind(words: str) -> str:
    return "more than" if "more than" in words else "nearly" if "nearly" in words or "almost" in words else "about" if "about" in words or "roughly" in words else ""


def _relation(document: Document, then: Mention, now: Mention, told: Span, times: Decimal, hedge: str) -> Iterator[Relation]:
    p, q = quantity(then), quantity(now)
    if not p.low or not q.low or p.ranged or q.ranged or {p.dimension, q.dimension} != {"count", "number"} and p.dimension != q.dimension or {kind_of(p), kind_of(q)} & _BOUNDS:
        return
    real = q.low / p.low
    if real <= times * _FIT and times <= real * _FIT and (real > 1) == (times > 1):
        cue = now._replace(span=told, text=document.text[told.start:told.end])
        yield Relation("multiple", (("then", then), ("now", now), ("told", cue)), {"times": str(times), "hedge": hedge})


def _halved(document: Document, mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, Mention] | None:
    """The figure right behind, and the only one of its kind before it in the sentence or the one before."""
    lower, sentence, index = document.lower, document.sentence_at(start), document.sentence_index(start)
    i = first_from(mentions, end)
    now = next((m for m in mentions[i:i + 1] if m.kind == "quantity"), None)
    if now is None or now.span.start - end > _SOON or not _patterns()["makes"].fullmatch(lower, end, now.span.start) or " from " in lower[now.span.end:sentence.end]:
        return None
    before = [m for m in _own(mentions, sentence) if m.span.end <= start]
    if not before and index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(start):
        before = _own(mentions, document.sentences[index - 1])
    kin = [m for m in before if alike(quantity(m), quantity(now))]
    return (kin[0], now) if len(kin) == 1 == len(before) else None


def _around(document: Document, mentions: Sequence[Mention], at: int, end: int, times: Decimal) -> tuple[Mention, Mention] | None:
    """The two figures, each with its time, of a sentence that says of their thing that it has so multiplied."""
    lower, patterns, sentence = document.lower, _patterns(), document.sentence_at(at)
    own = _own(mentions, sentence)
    if len(own) != 2 or not alike(*map(quantity, own)) or own[0].span.start < at < own[1].span.start or (of := patterns["of"].search(lower, sentence.start, at)) is None or patterns["breaks"].search(lower, own[0].span.start, own[1].span.end):
        return None
    behind = own[0].span.start > at
    what = stems(of["what"])
    colon = ":" in lower[end:own[0].span.start]
    said = stems(lower[own[0].span.start:own[1].span.end])
    if not what or not (colon if behind else what & said) or times_in(lower[own[0].span.end:own[1].span.start]) == times_in(lower[own[1].span.end:sentence.end if behind else at]):
        return None
    one, two = sorted(own, key=lambda m: quantity(m).low, reverse=times < 1)
    return one, two


def _own(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity" and quantity(m).dimension not in _NEVER and quantity(m).unit != "time"]
