"""What a figure was, what it became, and a word for the way that it went: "1,400 in 2008, dipped to 1,520 in 2012"; "It was 21 percent in 2009. Four years on it was 26 percent, a decrease that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.followed import of_same, times_in
from checker.relate.gaps import HEDGE, quantity
from checker.relate.moved import pair_of
from checker.relate.near import first as first_from
from checker.relate.ratios import alike, of_earlier, ranked
from checker.structure.document import Document
from checker.structure.words import alternatives

_UP = frozenset("increase rise jump gain surge climb uptick upturn leap".split())
_DOWN = frozenset("decrease drop fall decline reduction dip slide plunge slump downturn".split())
_PASSIVE = frozenset("cut lowered reduced trimmed slashed".split())
_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_LED = 45  # characters before a figure in which its verb stands
_LEADING = (" a ", " an ", "another ", " the ", " its ")  # what leads to the noun of a change
_SOON = 60  # characters from a figure to the noun of its change
_FAR = 10  # times that the one may be the other
_TAIL = 30  # characters behind a figure in which its time stands


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    past = {w for w in RISING | FALLING if not w.endswith(("ing", "s")) and w not in ("lower", "cut", "mounted", "raised")} - {"rise", "grow", "climb", "increase", "jump", "surge", "soar", "drop", "decline", "decrease", "slide", "slip", "dip", "shrink", "plunge", "raise"}
    up, down = alternatives(past & RISING), alternatives(past & FALLING - _PASSIVE)
    return {
        "to": re.compile(rf"\b(?P<verb>(?P<up>{up})|{down}|(?<=was )(?:(?P<raised>raised|increased|lifted)|{alternatives(_PASSIVE)}))(?: (?:[a-z]+ly|back|further|again|slightly))? to {HEDGE}$"),
        "noun": re.compile(rf"(?:,|\s?[—–]| --) (?:(?:an?|another|yet another|the (?:first|second|third|fourth|fifth|sixth)|its (?:first|second|third|fourth|fifth|sixth)) (?:[a-z-]+ ){{0,2}}?)(?:(?P<up>{alternatives(_UP)})|{alternatives(_DOWN)})(?=[.,;—–]| --| that | which | in a row| the | for | and )"),
        "held": re.compile(rf"\b(?:compared (?:with|to)|against|versus) {HEDGE}$"),
        "breaks": re.compile(r"[:\n“”\"()]|\b(?:while|whereas|although|though|than|including|compared|from)\b"),
        "joint": re.compile(r"(?:;|,? (?:and|but)(?![\w-]))"),
        "apart": re.compile(r"(?: [a-z’'-]+){0,4}(?: in (?:the )?(?:[a-z]+ )?(?:(?:19|20)\d\d)?)?"),
    }


def sequenced(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of two figures, each with its time, in a sentence or two, where a verb or noun tells which way the later one went."""
    lower, patterns, nouns = document.lower, _patterns(), not document.distinct.isdisjoint(_UP | _DOWN)
    for i, m in enumerate(mentions):
        q = m.value
        if not isinstance(q, Quantity) or q.dimension in _NEVER or q.ranged or q.unit == "time":
            continue
        start, end = m.span
        if lower.endswith(_TO, 0, start) or " to " in lower[start - _LED:start]:
            led = patterns["to"].search(lower, max(0, start - _LED), start)
            if led is not None and " from " not in lower[end:end + _SOON] and (then := _then(document, mentions, i, led.start())) is not None:
                yield _relation(document, then, m, Span(led.start(), end), up=bool(led["up"] or led["raised"]))
        behind = patterns["noun"].search(lower, end, min(end + _SOON, document.sentence_at(start).end)) if nouns and ("," in (near := lower[end:end + _SOON]) or "—" in near) and any(map(near.__contains__, _LEADING)) else None
        if behind is not None and not any(x.span.start < behind.start() for x in mentions[i + 1:i + 2]):
            pair = _before_noun(document, mentions, i, behind.start())
            if pair is not None:
                at = behind.start() + len(behind[0]) - len(behind[0].lstrip(" ,—–-"))
                yield _relation(document, *pair, Span(at, behind.end()), up=bool(behind["up"]))


_TO = " to "
_SINCE = frozenset({"since", "later", "soon"})
_BOUNDS = frozenset({"over", "under", "least", "most", "just over", "almost"})


def _relation(document: Document, then: Mention, now: Mention, told: Span, *, up: bool) -> Relation:
    cue = now._replace(span=told, text=document.text[told.start:told.end])
    return Relation("direction", (("now", now), ("then", then), ("told", cue)), {"way": "up" if up else "down", "apart": "yes", "noun": "yes"})


def _then(document: Document, mentions: Sequence[Mention], i: int, at: int) -> Mention | None:
    """The only figure of its kind before in the sentence, else in the one before, of another time and of nothing else."""
    lower, now = document.lower, mentions[i]
    index, sentence = document.sentence_index(at), document.sentence_at(at)
    kin = [m for m in _kin(mentions, sentence, now) if m is not now]
    if len(kin) == 1 and kin[0].span.start < at:
        then = kin[0]
        joint = _patterns()["joint"].search(lower, then.span.end, at)
        first, second = lower[sentence.start:joint.start() if joint else at], lower[joint.end() if joint else at:now.span.start]
    elif not kin and index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(at):
        before = document.sentences[index - 1]
        near = _kin(mentions, before, now)
        if len(near) != 1:
            return None
        then, first, second = near[0], lower[before.start:before.end], lower[sentence.start:now.span.start]
    else:
        return None
    if _patterns()["breaks"].search(lower, then.span.end, now.span.start) or not _related(document, then, now) or not of_same(first, second):
        return None
    tail = lower[now.span.end:min(sentence.end, now.span.end + _TAIL)]
    one, two = times_in(first), times_in(second) | times_in(tail)
    return then if one and (two and one != two or not _SINCE.isdisjoint(lower[max(then.span.end, at - _LED):now.span.start].split())) else None


def _before_noun(document: Document, mentions: Sequence[Mention], i: int, at: int) -> tuple[Mention, Mention] | None:
    """The figure before and the figure after of the change that is called a rise or a fall."""
    lower, last, sentence = document.lower, mentions[i], document.sentence_at(at)
    if not _patterns()["apart"].fullmatch(lower, last.span.end, at):
        return None
    own = [m for m in _own(mentions, sentence) if m.span.start < at]
    pair = pair_of(lower, own, None) if len(own) > 1 else None
    if pair is not None and pair[2] and last in pair[:2]:
        return (pair[0], pair[1]) if _related(document, pair[0], pair[1]) else None
    if len(own) == 2 and own[1] is last and _patterns()["held"].search(lower, own[0].span.end, last.span.start) and of_earlier(lower, last.span.end) and _related(document, last, own[0]):
        return last, own[0]
    then = _then(document, mentions, i, last.span.start) if len(own) < 3 else None
    return (then, last) if then is not None else None


def _related(document: Document, then: Mention, now: Mention) -> bool:
    """Are both of one unit and one size, and no places in a ranking?"""
    p, q = quantity(then), quantity(now)
    if p.ranged or q.ranged or kind_of(p) in _BOUNDS or kind_of(q) in _BOUNDS or p.dimension != q.dimension and not (p.dimension == "count" and q.dimension == "number") or p.per != q.per:
        return False
    low, high = sorted((p.low, q.low))
    return low > 0 and high <= low * _FAR and not ranked(document.text, Span(min(then.span.start, now.span.start), max(then.span.end, now.span.end)))


def _own(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity" and quantity(m).dimension not in _NEVER]


def _kin(mentions: Sequence[Mention], place: Span, like: Mention) -> list[Mention]:
    return [m for m in _own(mentions, place) if alike(quantity(m), quantity(like)) and quantity(m).unit != "time"]
