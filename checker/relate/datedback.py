"""A change since a day, told far from its two figures: "has shrunk by 31 points since 2008 … In 2008, 54 percent of growers backed it; now 37 percent do"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.english import CALENDAR
from checker.data.ways import FALLING, RISING
from checker.model import Mention, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import HEDGE, quantity
from checker.relate.moved import pair_of
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.relate.since import stems
from checker.relate.stems import stem
from checker.relate.toldchange import amount, plausible, relation
from checker.structure.document import Document
from checker.structure.words import alternatives

_TIMES = {"doubled": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_RATES = frozenset({"percent", "points"})
_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_BACK = 100  # characters before "since" in which the change stands
_SUBJECT = 80  # characters before the change that tell of what it is
_MANY = 24  # places of a year or month that are looked at
_FIT = 4  # times that the told change may be the real one
_NEAR = 4  # figures from one end of such a pair to the other
_CLOSE = Decimal("0.05")  # of the told change by which another pair may miss it and be the one that it is told of


class _Cue(NamedTuple):
    """What is told of a change: the words of it, which way, by how much or how many times, since when, and of what."""

    told: Span
    up: bool
    by: Mention | None
    times: Decimal | None
    day: str
    of: frozenset[str]


_PEAKS = frozenset("peak high low height level record total".split())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = alternatives({w for w in CALENDAR if not w.endswith("day")} | {"may"})
    day = rf"(?:early |late |mid-)?(?:(?:{months}),? )?(?P<day>(?:19|20)\d\d|{months})(?![\w-])"
    return {
        "since": re.compile(rf" (?:in )?{day}"),
        "peak": re.compile(rf" (?:its|their|his|her|the|an?) (?:[a-z]+ )?(?:peak|high|low|height|level|record|total)(?: (?:[^.;,:\d”“]|(?<= [a-z])\.){{0,60}}?)? in {day}"),
        "way": re.compile(rf"\b(?:(?P<up>{alternatives(RISING | {'up'})})|(?P<down>{alternatives(FALLING | {'down', 'lost', 'shed', 'reducing', 'cutting'})})|(?P<times>{alternatives(_TIMES)}))(?![\w-])"),
        "breaks": re.compile(r"[;:\n“”\"]|\b(?:but|while|whereas|although|than)\b"),
        "apart": re.compile(r"[,;:—–]|\b(?:and|but|to)\b"),
        "from": re.compile(rf"\bfrom {HEDGE}$"),
        "to": re.compile(rf" to {HEDGE}$"),
        "group": re.compile(r" of (?:the |all |registered |likely )?([a-z’'-]+)"),
        "year": re.compile(r"\b(?:19|20)\d\d\b"),
        "now": re.compile(r"(?:now|today|currently|this|it|that|by|last|but now)\b"),
    }


def dated_back(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change, multiple and direction of the only two figures that the text tells of such a thing, one of them of that day."""
    for cue in _cues(document, mentions):
        found = {(quantity(a).high, quantity(b).high): (a, b) for a, b in _pairs(document, mentions, cue)}
        if len(found) != 1:
            continue
        then, now = next(iter(found.values()))
        if plausible(then, now, up=cue.up, by=cue.by, times=cue.times, fit=_FIT) and not _fitted(mentions, cue):
            yield relation(document, then, now, cue.told, up=cue.up, by=cue.by, times=cue.times)


def _cues(document: Document, mentions: Sequence[Mention]) -> Iterator[_Cue]:
    """The changes told with their day, and without the figures of it."""
    lower, patterns = document.lower, _patterns()
    peak = not document.distinct.isdisjoint(_PEAKS)
    for word, way in (("since", "since"), ("from", "peak")) if peak else (("since", "since"),):
        for at in document.places(word):
            day = patterns[way].match(lower, at + len(word))
            if day is None:
                continue
            sentence = document.sentence_at(at)
            begin, at, stop = max(sentence.start, at - _BACK), at, at
            if at == sentence.start and lower.startswith(",", day.end()):  # "Since 2005, the fleet has shrunk by 45 percent"
                begin, stop = day.end(), min(sentence.end, day.end() + _BACK)
            acts = list(patterns["way"].finditer(lower, begin, stop))
            if not acts:
                continue
            act, at = acts[-1], sentence.end if begin == day.end() else at
            own = [m for m in _of_sentence(mentions, sentence) if quantity(m).dimension not in ("age", "ordinal", "duration")]
            between = [m for m in own if act.end() <= m.span.start < at]
            if len(between) > 1 or patterns["breaks"].search(lower, act.end(), at) or [m for m in own if m not in between]:
                continue
            by = between[0] if between else None
            if by is not None and (quantity(by).dimension not in _RATES or quantity(by).ranged or not quantity(by).low or act["times"]):
                continue
            start = max(sentence.start, act.start() - _SUBJECT)
            of = stems(lower[start:act.start()] + " " + lower[act.end():at])
            yield _Cue(Span(act.start(), by.span.end if by else act.end()), bool(act["up"]), by, _TIMES[act["times"]] if act["times"] else None, day["day"], of - _moves())


@cache
def _moves() -> frozenset[str]:
    return frozenset(stem(w) for w in RISING | FALLING | CALENDAR | frozenset(_TIMES) | {"up", "down", "number", "rate", "level", "figure", "percentage", "point", "share", "total", "price"})


def _pairs(document: Document, mentions: Sequence[Mention], cue: _Cue) -> Iterator[tuple[Mention, Mention]]:
    """The figure of that day and the one that it is held against, in each sentence that tells of the same thing."""
    lower, patterns, own = document.lower, _patterns(), document.sentence_index(cue.told.start)
    for place, at in enumerate(document.places(cue.day)):
        index = document.sentence_index(at)
        if place == _MANY:
            return
        if index == own:
            continue
        sentence = document.sentences[index]
        figures = [m for m in _of_sentence(mentions, sentence) if quantity(m).dimension not in _NEVER and not quantity(m).ranged and quantity(m).unit != "time"
                   and (cue.by is None or quantity(m).dimension == "percent" if cue.by is not None and quantity(cue.by).dimension == "points" else quantity(m).dimension != "percent" or cue.by is None)]
        if len(figures) == 1 and index + 1 < len(document.sentences) and index + 1 != own and patterns["now"].match(lower, document.sentences[index + 1].start):
            figures += [m for m in _of_sentence(mentions, document.sentences[index + 1]) if alike(quantity(m), quantity(figures[0]))]
        if len(figures) > 2:
            figures = next(([a, b] for a, b in zip(figures, figures[1:], strict=False) if a.span.end <= at < b.span.start and patterns["from"].search(lower, a.span.start - 20, a.span.start) and patterns["to"].search(lower, at, b.span.start)), [])
        if len(figures) != 2 or not alike(quantity(figures[0]), quantity(figures[1])) or quantity(figures[0]).dimension != quantity(figures[1]).dimension and "number" not in (quantity(figures[0]).dimension, quantity(figures[1]).dimension):
            continue
        if not _same_thing(document, index, figures, cue):
            continue
        then = next((m for m in reversed(figures) if m.span.end <= at and not patterns["apart"].search(lower, m.span.end, at)), None) or next((m for m in figures if m.span.start > at), figures[0])
        now = figures[1] if then is figures[0] else figures[0]
        pair = pair_of(lower, figures, None)
        if pair is not None and pair[2] and pair[0] is not then:
            continue
        yield then, now


def _same_thing(document: Document, index: int, figures: Sequence[Mention], cue: _Cue) -> bool:
    """Do the sentence of the figures, or the one before it in its paragraph, tell of what has changed?"""
    start, end = document.sentences[index]
    if index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(start):
        start = document.sentences[index - 1].start
    end = max(end, document.sentence_at(figures[1].span.start).end)
    told = stems(document.lower[start:end])
    shared = cue.of & told
    if cue.by is None:
        return len(shared) > 1 and shared == cue.of or len(cue.of) == 1 == len(shared)
    groups = {stem(found[1]) for m in figures if (found := _patterns()["group"].match(document.lower, m.span.end))}
    if shared == cue.of and any(quantity(m).noun and stem(quantity(m).noun.split()[-1]) in shared for m in figures):
        return True
    return bool(shared) and (bool(groups & cue.of) or len(shared) > 1 or bool(_years(document, document.sentence_index(cue.told.start)) & _years(document, index) - {cue.day}))


def _years(document: Document, index: int) -> set[str]:
    return set(_patterns()["year"].findall(document.lower, *document.sentences[index]))


def _fitted(mentions: Sequence[Mention], cue: _Cue) -> bool:
    """Are there two other figures near each other of which the change is told rightly?"""
    if cue.by is None:
        return False
    told, points = quantity(cue.by).low, quantity(cue.by).dimension == "points"
    figures = [m for m in mentions if quantity(m).dimension not in _NEVER and (quantity(m).dimension == "percent") == points and quantity(m).low > 0]
    for i, m in enumerate(figures):
        for n in figures[i + 1:i + _NEAR]:
            if alike(quantity(m), quantity(n)):
                a, b = quantity(m).low, quantity(n).low
                if any((y > x) == cue.up and abs(amount(x, y, cue.by) - told) <= max(told * _CLOSE, Decimal(1)) for x, y in ((a, b), (b, a))):
                    return True
    return False


def _of_sentence(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity"]
