"""A change told first, and its two figures right behind: "Employment has dropped 40 percent in two years. It was 900 in 2012. It is 540 now"; "has fallen every year … had 600 pupils in 2011 and has 540 now"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from checker.data.english import CALENDAR
from checker.data.ways import FALLING, RISING
from checker.model import Mention, Quantity, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import HEDGE, quantity
from checker.relate.moved import pair_of
from checker.relate.near import numbers, within
from checker.relate.ratios import alike
from checker.relate.since import stems
from checker.relate.stems import stem
from checker.relate.toldchange import plausible, relation
from checker.structure.document import Document
from checker.structure.words import alternatives

_TIMES = {"doubled": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_LOST = frozenset({"lost", "shed"})
_PARTICLES, WENT = frozenset({"up", "down"}), (" goes ", " gone ", " went ")
_FEW = 5  # of what may be counted beside a change: "between the two votes"
_ONLY_NOW = frozenset("rise rises rising fall falls falling drop drops dropping lower cut cuts decline declines slide slides slip slips dip dips increase increases jump jumps climb climbs raise raises raising".split())
CUES = frozenset(_TIMES) | _LOST | {"up", "down"} | (RISING | FALLING) - frozenset({"mounted", "mounting", "slowed", "slows", "eased", "eases", "accelerated", "accelerates", "sank", "sinks", "sinking"})
_RATES = frozenset({"percent", "points"})
_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_FIT = 3  # times that the told change may be the real one
_LONGEST = 170  # characters from the one figure to the other


class _Cue(NamedTuple):
    """A change told in a sentence without its figures: its words, by how much or how many times, which way, and of what."""

    told: Span
    by: Mention | None
    times: Decimal | None
    up: bool
    of: frozenset[str]
    sentence: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = alternatives({w for w in CALENDAR if not w.endswith("day") and len(w) > 2} | {"may"})
    return {
        "by": re.compile(rf"(?: (?!and |but |from |to |since |as |in )[a-z’'-]+){{0,4}}?(?: by)? {HEDGE}"),
        "done": re.compile(r"(?:has|have|had|has been|have been|had been|been|is|are|was|were|will be|be)(?: (?:[a-z]+ly|also|since|even|again|been|nearly|almost|about|more than|roughly|still))* $"),
        "joint": re.compile(r"(?:;|\.|,? (?:and|but)(?![\w-])|,|:)"),
        "year": re.compile(r"(?<![\d,.$-])(?:19|20)\d\d(?![\d,])"),
        "month": re.compile(rf"(?<![\w-])(?:in|last|by|of|at the end of|from|since) ({months})(?![\w-])"),
        "last": re.compile(r"(?<![\w-])(?:last|this) (?:year|month|week|spring|summer|fall|autumn|winter)(?![\w-])"),
        "this": re.compile(r"(?<![\w-])this (?:year|month|week|spring|summer|fall|autumn|winter)(?![\w-])"),
        "now": re.compile(r"(?<![\w-])(?:now|today|currently|these days|at present)(?![\w-])"),
        "then": re.compile(r"(?<![\w-])(?:ago|earlier|first|once|initially|previously|formerly|originally|used to|had been|the (?:year|month) before|last (?:year|month|week|spring|summer|fall|autumn|winter))(?![\w-])"),
        "pointer": re.compile(r"(?:(?:first|once|initially|originally)[^,.]{0,30}, )?(?:(?:in|by|back in|as of) (?:(?:[a-z]+ )?(?:19|20)\d\d|[a-z]+),? )?(?:it|they|there|that|he|she|the (?:number|figure|total|count|rate|level|price|share))(?:[’']s| (?:has|had|have|was|is|were|are|stood|stands|costs?|numbered|totaled|totalled|came|comes|will be))(?![\w-])"),
        "breaks": re.compile(r"[“”\"]|\b(?:up from|down from|while|whereas|although|compared|including|among|than|nationwide|nationally|elsewhere|forecast|expected|could|would|if)\b"),
        "within": re.compile(r"[:\n“”\"]|\b(?:but|while|whereas|although|though|than|if|could|would|might|may|when|after|not|until|before|unless|despite|expected|forecast|want|wants|should|promised|threatened)\b|[’']t\b"),
    }


def borne_out(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change, multiple and direction of the only two figures, told with their times, of the sentence or two behind a change."""
    for cue in _cues(document, mentions):
        found = _pair(document, mentions, cue)
        if found is not None and plausible(*found, up=cue.up, by=cue.by, times=cue.times, fit=_FIT):
            yield relation(document, *found, cue.told, up=cue.up, by=cue.by, times=cue.times)


def _cues(document: Document, mentions: Sequence[Mention]) -> Iterator[_Cue]:
    """Changes told in a sentence that has no other figures than theirs."""
    near = _before_two(document, mentions)
    if not near:
        return
    lower, patterns = document.lower, _patterns()
    told = [lower[start:end] for start, end in map(document.sentences.__getitem__, near)]
    for word in sorted([word for word in CUES & document.lowercase if True in [word in sentence for sentence in told]]):
        for at in document.places(word):
            if document.sentence_index(at) not in near:  # the quick question first
                continue
            sentence, end = document.sentence_at(at), at + len(word)
            if word in _ONLY_NOW and not patterns["done"].search(lower, sentence.start, at) or word in _PARTICLES and not lower.endswith(WENT, 0, at) or document.text[sentence.start] == "“":
                continue
            stop = lower.find(":", end, sentence.end)
            stop = stop if stop >= 0 else sentence.end
            own = [m for m in within(mentions, Span(sentence.start, stop)) if quantity(m).dimension not in ("age", "ordinal", "duration") and not (quantity(m).dimension == "count" and quantity(m).low <= _FEW)]
            if len(own) > 1 or patterns["within"].search(lower, sentence.start, stop):
                continue
            by = own[0] if own else None
            if by is not None and (quantity(by).dimension not in _RATES or quantity(by).ranged or not quantity(by).low or word in _TIMES or by.span.start < end
                                   or not patterns["by"].fullmatch(lower, end, by.span.start) or lower.startswith((" of ", " a year", " annually", " each", " per "), by.span.end) and word not in _LOST):
                continue
            if by is None and word in _LOST or sum(w in CUES for w in re.findall(r"[a-z]+", lower[sentence.start:stop])) != 1:
                continue
            of = stems(lower[sentence.start:at] + " " + lower[end:by.span.start if by else min(stop, end + 40)]) - _plain()
            yield _Cue(Span(at, by.span.end if by else end), by, _TIMES.get(word), word in RISING or word == "up", of, document.sentence_index(at))


def _before_two(document: Document, mentions: Sequence[Mention]) -> set[int]:
    """The sentences, by number, that have two figures in the two behind them, or behind a colon of their own."""
    ends = [(at, q) for m, at in zip(mentions, numbers(document, mentions), strict=True) if _may_be_end(q := quantity(m))]
    held = [at for at, _ in ends]
    near = {at for one, two in pairwise(held) if two - one < _BEHIND for at in range(max(0, two - _BEHIND), one + (one == two))}
    if not near:
        return near
    text, sentences = document.text, document.sentences
    crowd = [at for at, q in ends if not (q.dimension == "count" and q.low <= _FEW)]  # as in `_cues`, a change tells one figure beside it
    return {at for at in near if crowd.count(at) < 2 or text.find(":", *sentences[at]) >= 0}


_BEHIND = 2  # sentences behind a change in which its figures may stand


@cache
def _plain() -> frozenset[str]:
    return frozenset(stem(w) for w in RISING | FALLING | CALENDAR | frozenset(_TIMES) | frozenset("number rate level figure total share percent percentage point year month week day mayor board official say said report new every last past decade since time average annual it they".split()))


def _pair(document: Document, mentions: Sequence[Mention], cue: _Cue) -> tuple[Mention, Mention] | None:
    """The earlier and the later figure behind the change, told of the same."""
    lower, patterns = document.lower, _patterns()
    sentence = document.sentences[cue.sentence]
    colon = lower.find(":", cue.told.end, sentence.end)
    if colon >= 0 and cue.times is not None:
        return None  # which `halfcut` reads
    places = [Span(colon + 1, sentence.end)] if colon >= 0 else []
    if not places and cue.sentence + 1 < len(document.sentences):
        following = document.sentences[cue.sentence + 1]
        places = [following]
        if cue.sentence + 2 < len(document.sentences) and document.zone_index(document.sentences[cue.sentence + 2].start) == document.zone_index(following.start):
            places.append(Span(following.start, document.sentences[cue.sentence + 2].end))
    for place in places:
        kin = [m for m in within(mentions, place) if _is_end(quantity(m), cue)]
        others = [m for m in within(mentions, place) if quantity(m).dimension in _RATES and m not in kin]
        if len(kin) != 2 or others or not _one_kind(*map(quantity, kin)) or kin[1].span.start - kin[0].span.end > _LONGEST or patterns["breaks"].search(lower, *place):
            continue
        if colon < 0 and not _of_one(document, cue, place):
            continue
        return ordered(lower, kin, place)
    return None


def _of_one(document: Document, cue: _Cue, place: Span) -> bool:
    """Do the figures' words tell of what has changed: a pronoun in the same paragraph, or the same words?"""
    lower = document.lower
    shared = cue.of & stems(lower[place.start:place.end])
    if _patterns()["pointer"].match(lower, place.start):
        if document.zone_index(place.start) == document.zone_index(cue.told.start):
            return cue.by is not None or cue.times is not None or bool(shared) or len(cue.of) == 1
        return cue.by is not None or cue.times is not None
    if cue.by is None and cue.times is None or document.zone_index(place.start) != document.zone_index(cue.told.start):
        return bool(cue.of) and shared == cue.of
    return bool(shared)


def ordered(lower: str, kin: Sequence[Mention], place: Span) -> tuple[Mention, Mention] | None:
    """The two in the order of their times, where words tell it."""
    patterns, (a, b) = _patterns(), kin
    pair = pair_of(lower, kin, None)
    if pair is not None and pair[2]:
        return pair[0], pair[1]
    joint = next(iter(patterns["joint"].finditer(lower, a.span.end, b.span.start)), None)
    if joint is None:
        return None
    first, second = (place.start, joint.start()), (joint.start(), place.end)
    years = [patterns["year"].findall(lower, *x) for x in (first, second)]
    if all(len(y) == 1 for y in years):
        return (a, b) if years[0] < years[1] else (b, a) if years[1] < years[0] else None
    if len(years[0]) == 1 and not years[1] and patterns["last"].search(lower, *second):
        return a, b
    if patterns["last"].search(lower, *first) and patterns["this"].search(lower, *second) and not patterns["this"].search(lower, *first):
        return a, b
    nows, thens = ([patterns[p].search(lower, *x) is not None for x in (first, second)] for p in ("now", "then"))
    if nows[0] != nows[1]:
        earlier = 1 if nows[0] else 0
        said = bool(years[earlier]) or thens[earlier] or bool(patterns["month"].search(lower, *(first, second)[earlier]))
        return ((b, a) if nows[0] else (a, b)) if said and not thens[1 - earlier] else None
    if thens[0] != thens[1] and not any(nows):
        return (a, b) if thens[0] else (b, a)
    months = [[_MONTHS[m[:3]] for m in patterns["month"].findall(lower, *x)] for x in (first, second)]
    if all(len(m) == 1 for m in months) and not any(years):
        return (a, b) if months[0] < months[1] else (b, a) if months[1] < months[0] else None
    return None


_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}


def _may_be_end(q: Quantity) -> bool:
    """May the figure be what something was before or after a change?"""
    return not (q.dimension in _NEVER or q.ranged or q.per or q.unit == "time" or not q.low)


def _is_end(q: Quantity, cue: _Cue) -> bool:
    if not _may_be_end(q):
        return False
    if cue.by is not None:
        return (q.dimension == "percent") == (quantity(cue.by).dimension == "points")
    return True


def _one_kind(a: Quantity, b: Quantity) -> bool:
    return alike(a, b) and (a.dimension == b.dimension or {a.dimension, b.dimension} == {"count", "number"})
