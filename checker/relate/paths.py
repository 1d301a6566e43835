"""Which way a figure went, with words between that no narrower reading allows: "earned $630m (£481m) in the quarter, down from $1bn", "a decline since May from 785 to 708"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.ways import FALLING, MOVED, OF_PACE, RISING
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, WAS, quantity
from checker.relate.ratios import alike, ranked, told_once
from checker.structure.document import Document
from checker.structure.words import alternatives

_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_UP = RISING | {"up", "higher", "increase", "gain", "surge", "climb", "boost", "hike", "upturn", "lift", "lifted", "lifting", "boosted"}
_DOWN = FALLING | {"down", "lower", "reduction", "plunge", "slump", "cutting", "trim", "trimming", "slash", "slashing", "reduce", "reducing", "lowering", "tumble", "plummet", "contraction"}
_NO_WAY = OF_PACE | {"sinking", "sinks", "sank"}  # ships sink as well
_TURNS = "slow|slows|slowed|slowing|curb|curbed|halt|halted|reverse|reversed|offset|limit|limited|stem|stemmed|against|despite|avoid|avoided|prevent|prevented|not|no|never|than"
_SET_OFF = 90  # characters before a figure in which "up 25 percent from last year's total of" stands
_LED = 26  # characters before a figure in which "from" and a hedge stand
_FARTHEST = 150  # characters from the cue to the figures, and between those
_NUMBER = re.compile(r"\bto (?:[a-z]+ ){0,2}[$£€]?\d")
_PARTICLES = frozenset({"up", "down", "higher", "lower"})
_IN_OTHER_TERMS = re.compile(r"(?:,? or|\bequal to|\bworth) (?:about |some |nearly )?$")
_OF_THE = re.compile(r"\bof (?:the |its |their |all |his |her )?$")
_PLACES = 200  # of a list, in which who rises has a smaller number
_TIMES = 20  # times that the one may be the other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    cue = alternatives((_UP | _DOWN) - _NO_WAY)
    percent = r"(?:about |nearly |almost |some |more than |over |roughly )?(?:\d[\d.]*|[a-z]+)(?: percent| per cent| pct|%)"
    aside = r"(?: ?\([^()\n]{1,40}\))"
    years = r"(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?"
    return {
        "from": re.compile(rf"\bfrom {HEDGE}$"),
        "to": re.compile(rf"\bto {HEDGE}(?:a (?:record|new|high|low) (?:of )?)?{HEDGE}$"),
        "cue": re.compile(rf"(?<![\w-])(?P<word>{cue})(?![\w-])"),
        "determiner": re.compile(r"(?:^|[ \n])(?:the|an?|this|that|its|their|another) (?:[a-z-]+ ){0,2}$"),
        "told of": re.compile(r",|,? (?:in|of|since|during|for|over|among|on|last|this|has been|had been|was|is|from|to)(?![\w-])"),
        "moves": re.compile(rf"(?:,|\b(?:{alternatives(MOVED)}|been|be|also))(?: [a-z]+ly)? $"),
        "turned": re.compile(rf"\b(?:{_TURNS})\b|n[’']t\b"),
        "breaks": re.compile(r"[;:\n“”\"]|\. |\b(?:while|whereas|but|although|though|which|who|whose|if|when|because|and(?! (?:19|20)\d\d))\b"),
        "parted": re.compile(r"[;:\n“”\"]|\. |\b(?:while|whereas|but|although|though|who|whose|if|when|because|after|before|compared|against)\b"),
        "through": re.compile(rf"{aside}?(?:,? (?!to |from |and |or |but )(?:[a-z][a-z.’'-]*|{years}|\d\d?(?=,? {years}))){{0,9}}{aside}?,?\s?"),
        "apart": re.compile(rf"(?:,|\s?[—–(]| --)\s?(?:(?:also|still|itself|sharply|slightly|way|well|revised) )?(?:(?P<particle>up|down)(?: [a-z]+ly)?(?:(?: by)? {percent})?|an? {percent} (?:(?P<rise>increase|rise|jump|gain|improvement)|decrease|drop|fall|decline|reduction)),? from {HEDGE}{WAS}$"),
    }


def paths(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of the figures of a sentence with "from" before one; `known` are those that narrower readings have found."""
    text, patterns, place = document.lower, _patterns(), document.sentence_at(figures[0].span.start)
    taken = {m.span.start for r in known for role, m in r.roles if r.kind in ("direction", "multiple", "order")}
    for i, then in enumerate(figures):
        start = then.span.start
        if start in taken or quantity(then).dimension in _NEVER or quantity(then).ranged or not (source := patterns["from"].search(text, max(place.start, start - _LED), start)):
            continue
        found = _onward(text, figures[i + 1:], then, source.start(), place) or _back(text, figures[:i], then, source.start(), place) or _set_off(text, figures[:i], then, place)
        if found is not None and _sound(*found[:2], taken) and not ranked(text, Span(min(start, found[0].span.start), max(then.span.end, found[0].span.end))):
            now, _, told, way = found
            yield Relation("direction", (("now", now), ("then", then), ("told", then._replace(span=told, text=document.text[told.start:told.end]))), {"way": way, "noun": "yes"})


_Found = tuple[Mention, Mention, Span, str]


def _onward(text: str, behind: Sequence[Mention], then: Mention, at: int, place: Span) -> _Found | None:
    """ "a decline since May from 785 to 708"."""
    now = next((m for m in behind if alike(quantity(m), quantity(then))), None)
    if now is None or now.span.start - then.span.end > _FARTHEST or (to := _patterns()["to"].search(text, then.span.end, now.span.start)) is None \
            or not _patterns()["through"].fullmatch(text, then.span.end, to.start()):
        return None
    found = _cued(text, now, then, at, place)
    return None if found is None or _NUMBER.search(text, found[2].end, at) else found  # "fell to 26 percent, from 35 to 36": a range


def _back(text: str, before: Sequence[Mention], then: Mention, at: int, place: Span) -> _Found | None:
    """ "fell to 785m euros ($1bn) in the quarter from 2.4bn euros"."""
    patterns = _patterns()
    now = next((m for m in reversed(before) if alike(quantity(m), quantity(then)) and patterns["to"].search(text, max(place.start, m.span.start - _LED - 14), m.span.start)), None)
    if now is None or not patterns["through"].fullmatch(text, now.span.end, at):
        return None
    to = patterns["to"].search(text, max(place.start, now.span.start - _LED - 14), now.span.start)
    return _cued(text, now, then, to.start(), place) if to is not None else None


def _cued(text: str, now: Mention, then: Mention, at: int, place: Span) -> _Found | None:
    """The last word of rising or falling before the figures, with no other clause between, and none that turns it round."""
    patterns = _patterns()
    cues = list(patterns["cue"].finditer(text, max(place.start, at - _FARTHEST), at))
    cue = cues[-1] if cues else None
    if cue is None or len(cues) > 1 and (cues[-2]["word"] in _UP) != (cue["word"] in _UP) and not patterns["breaks"].search(text, cues[-2].end(), cue.start()):
        return None  # "would increase the cut to 10 percent from five"
    if cue["word"] in _PARTICLES and not patterns["moves"].search(text, max(place.start, cue.start() - 24), cue.start()):
        return None  # "made up from", "whittled down to"
    noun = patterns["determiner"].search(text, max(place.start - 1, cue.start() - 30, 0), cue.start()) is not None
    if noun and not patterns["told of"].match(text, cue.end()) or patterns["breaks"].search(text, cue.end(), at) or patterns["turned"].search(text, max(place.start, cue.start() - 24), at):
        return None
    return now, then, Span(*cue.span("word")), "up" if cue["word"] in _UP else "down"


def _set_off(text: str, before: Sequence[Mention], then: Mention, place: Span) -> _Found | None:
    """ "earned $630m (£481m) in the quarter, down from $1bn": of the only figure of its kind that the sentence tells before."""
    patterns = _patterns()
    told = patterns["apart"].search(text, max(place.start, then.span.start - _SET_OFF), then.span.start)
    if told is None:
        return None
    kin = [m for m in before if m.span.end <= told.start() + 1 and (alike(quantity(m), quantity(then)) or told_once(m, then)) and text[m.span.start - 1] != "(" and not _IN_OTHER_TERMS.search(text, max(place.start, m.span.start - 14), m.span.start)]
    if len(kin) != 1 or not quantity(kin[0]).unit and quantity(then).high <= _PLACES or _OF_THE.search(text, max(place.start, kin[0].span.start - 14), kin[0].span.start) or told.start() - kin[0].span.end > _FARTHEST \
            or patterns["cue"].search(text, kin[0].span.end, told.start()) or patterns["parted"].search(text, kin[0].span.end, told.start()):
        return None
    last = next(m for m in reversed(before) if m.span.end <= told.start() + 1 and text[m.span.start - 1] != "(" and not _IN_OTHER_TERMS.search(text, max(place.start, m.span.start - 14), m.span.start))
    if last is not kin[0] and not (quantity(then).unit and quantity(then).unit == quantity(kin[0]).unit):
        return None  # "exceeded the plan by nine billion to reach 164 billion crowns, up from 152.9 billion"
    word = "particle" if told["particle"] else "rise"
    at = told.start("particle") if told["particle"] else told.start() + len(told[0]) - len(told[0].lstrip(" ,—–-("))
    return kin[0], then, Span(at, then.span.end), "down" if told[word] in (None, "down") else "up"


def _sound(now: Mention, then: Mention, taken: set[int]) -> bool:
    a, b = quantity(now), quantity(then)
    small, large = sorted((a.high, b.high))
    return now.span.start not in taken and a.dimension not in _NEVER and small > 0 and large <= small * _TIMES
