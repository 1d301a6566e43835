"""How long a thing lasted, told apart from when it began and ended: "the war lasted from 1914 to 1918 … the six-year war".

The two times stand in one sentence, from the one to the other or behind verbs of beginning and ending; the length stands with a noun of that
sentence that points back ("the six-year war", "in his twelve years as mayor", "the siege lasted six years").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Clock, Date, Mention, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import quantity
from checker.relate.since import akin, stems
from checker.relate.tenures import spanning
from checker.structure.document import Document

_DIGITS = 4  # of a year
_FAR = 12  # paragraphs between the two
_LONG = frozenset({"year", "decade"})
_UNITS = {"year": ("year", "decade"), "month": ("month", "year", "week"), "day": ("day", "week"), "weekday": ("day",), "clock": ("hour", "minute")}
# a holder's time in an office or a place, which the sentence with the years calls by its verb or its office
_PLURAL = re.compile(r"[^su]s$")  # of several each may have lasted so long; or a verb
_BARS = frozenset("bars prison jail captivity custody detention".split())
_HELD = frozenset("jail imprison captur kidnap detain arrest sentenc".split())
_IN_OFFICE = frozenset("office power post job helm charge".split())
_TENURES = frozenset("tenure reign rule stint presidency premiership governorship mayoralty captivity imprisonment incarceration".split())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    other = r"(?!(?:new|first|second|third|last|next|other|another|earlier|previous|separate|similar|later|final|initial)\b)"
    return {
        "led": re.compile(r"(?:\b(?:from|between|lasted|ran|runs)|[,(])(?: (?:early|late|mid))?[ -]?$", re.I),
        "day to": re.compile(r" (?:to|through|until|till) |[-–]"),
        "served": re.compile(r"\b(?:was|were|served|been|ran|led|headed|governed|ruled|held)\b[^.;:]{0,60}from $"),
        "was": re.compile(r"\b(?:who|[A-Z][\w’'-]+) (?:was|served as|had been|has been) (?:the |an? )?(?:[a-z-]+ )?([a-z]+) for (?:(?:about|nearly|almost|some) )?$"),
        "next": re.compile(r"[^.;:]{0,60}\. (?:It|They) [^.;:]{0,30}?\b(?:ended|ends|end|closed|closes|close|finished|finishes|concluded|concludes|lifted|over|stopped|adjourned|called off|docked)\b[^.;:]{0,25}?(?: (?:in|on|at|by))? "),
        "to": re.compile(r"(?: to| through| until| till| and|[-–])(?: (?:early|late|mid))?[ -]?"),
        "begins": re.compile(r"\b(?:jailed|imprisoned|captured|kidnapped|detained|arrested|began|begins|begun|opened|opens|started|starts|broke out|founded|convened|convenes|called|launched|set out|took office|was elected|arrived)\b[^.;:]{0,40}?(?:,)? ?(?:in|on|at|since)? ?$"),
        "ends": re.compile(r"[^.;:]{0,70}?\b(?:freed|released|escaped|ended|ends|end|closed|closes|close|finished|finishes|concluded|concludes|adjourned|over|stopped|left office|retired|lifted|docked|returned)\b[^.;:]{0,25}?(?: (?:in|on|at|by))? "),
        "points": re.compile(rf"\b(?:the|this|that|its|his|her|their|[A-Z][\w’'-]+[’']s) (?:{other}[a-z-]+ )?$", re.I),
        "own": re.compile(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w’'-]+[’']s) (?:(?:roughly|nearly|almost|about|some|total of|combined) )?$"),
        "held": re.compile(r"\b(?:[Hh]e|[Ss]he) (?:has |had )?held (?:the|that|this) (?:post|job|office|position|seat|title) for (?:(?:about|nearly|almost|some) )?$"),
        "made": re.compile(r" to [a-z]+ (?:the|this|that) (?:[a-z-]+ )?([a-z]+)(?![\w’'-])"),
        "took": re.compile(r"\b(?:took|taken|takes) (?:[a-z]+ ){0,3}$"),
        "in": re.compile(r"(?:\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Aa]fter|[Ff]or|spent|served|all|of)|[—–,]) (?:all )?(?:the |his |her |its |their |those )?(?:(?:roughly|nearly|almost|about|some) )?$"),
        "as": re.compile(r" (?:as|of|in|at|on|behind) (?:(?:an?|the|his|her|its|their|this|that) )?(?:[a-z’'-]+ )?([a-z]+)(?![\w’'-])"),
        "that": re.compile(r" (?:that|when|while) (?:the )?[a-z]+ (?:was|were|had been) ([a-z]+)"),
        "lasted": re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er) (?:[a-z’'-]+ ){0,2}?([a-z]+)(?:, [^,.;]{3,40},)? (?:lasted|lasts|went on|goes on|ran|runs|took|takes|dragged on)(?: for)? (?:(?:about|nearly|almost|some) )?$"),
        "whose": re.compile(r" (?:of|by|at|in|between|against|with|under|on) (?:(?:an?|the) )?(his|her|its|their|another|[A-Z][\w’'-]+)| of (?:the |an? )?([a-z]+)"),
        "part": re.compile(r" (?:of (?:which|these|them|those)|before|after|ago|earlier|later|longer|more|less|old|from|since|into|to come|remain)\b"),
        "of year": re.compile(r" (?:of|in|from) ((?:1[5-9]|20)\d\d)(?!\d)"),
        "word": re.compile(r"[A-Z][\w’'-]+"),
    }


class _Interval(NamedTuple):
    """Two times of one sentence, in what unit they are told, the common forms of the sentence's words, and its names."""

    start: Mention
    end: Mention
    kind: str
    words: frozenset[str]
    names: frozenset[str]


def thing_spans(document: Document, lengths: Sequence[Mention], times: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations span (years), lapse (months, weekdays) and lasting (days, times of day), for lengths that no known relation has."""
    intervals = _intervals(document, times)
    if not intervals:
        return
    taken = {m.span for r in known for m in r.all("length")}
    first, starts = intervals[0].end.span.end, [x.start.span.start for x in intervals]
    for length in lengths:
        if length.span.start < first or length.span in taken or quantity(length).ranged or not (noun := _noun(document, length)):
            continue
        far = document.zones[max(0, document.zone_index(length.span.start) - _FAR)].span.start
        near = intervals[bisect_left(starts, far):bisect_left(starts, length.span.start)]
        fits = [x for x in near if _belongs(document, length, noun, x)]
        if len(fits) == 1:
            yield _relation(document.text, fits[0], length)


def _intervals(document: Document, times: Sequence[Mention]) -> list[_Interval]:
    text, p, found = document.text, _patterns(), []
    for a, b in zip(times, times[1:], strict=False):
        sentence = document.sentence_at(a.span.start)
        if b.span.start >= sentence.end and not _goes_on(document, a, b) or not (kind := _kind(a.value, b.value)) or kind == "year" and not all(m.text[-_DIGITS:].isdigit() and len(m.text) >= _DIGITS for m in (a, b)):
            continue
        before = max(sentence.start, a.span.start - 60)
        joined = p["to"].fullmatch(text, a.span.end, b.span.start) and (p["led"].search(text, before, a.span.start) or kind == "day" and p["day to"].fullmatch(text, a.span.end, b.span.start))
        if joined or p["begins"].search(text, before, a.span.start) and (p["ends"].fullmatch(text, a.span.end, b.span.start) or p["next"].fullmatch(text, a.span.end, b.span.start)):
            words = text[sentence.start:sentence.end]
            found.append(_Interval(a, b, kind, stems(words), frozenset(p["word"].findall(words))))
    return found


def _goes_on(document: Document, a: Mention, b: Mention) -> bool:
    """Is the second time told in the sentence behind that of the first, in one paragraph?"""
    return document.sentence_index(b.span.start) == document.sentence_index(a.span.start) + 1 and document.zone_index(a.span.start) == document.zone_index(b.span.start)


def _kind(a: object, b: object) -> str:
    """The unit that both tell; empty where they are not alike."""
    if isinstance(a, Clock) and isinstance(b, Clock):
        return "clock"
    if not isinstance(a, Date) or not isinstance(b, Date):
        return ""
    if a.day and b.day and a.month and b.month:
        return "day"
    if a.month and b.month and not a.day and not b.day and b.year:
        return "month"
    if a.year and b.year and not a.month and not b.month and a.year < b.year:
        return "year"
    return "weekday" if a.weekday is not None and b.weekday is not None and not (a.month or b.month) else ""


def _noun(document: Document, m: Mention) -> str:
    """What a length is told of, where it points back at it: a noun behind it ("the six-year war"), the office it was spent in, what lasted so long."""
    text, p, (start, end) = document.text, _patterns(), m.span
    if p["part"].match(text, end):
        return ""
    words = quantity(m).noun.split()
    own = " ".join(words[:-1] if words and _PLURAL.search(words[-1]) else words)
    before = max(0, start - 60)
    if own and ("-" in m.text or "’" in m.text) and p["points"].search(text, before, start):
        return own
    if not words and p["in"].search(text, before, start) and (found := p["as"].match(text, end) or p["that"].match(text, end)):
        return found[1]
    if not words and p["held"].search(text, before, start):
        return "tenure"
    if not words and p["took"].search(text, before, start) and (found := p["made"].match(text, end)):
        return found[1]
    told = p["lasted"].search(text, before, start) or (p["was"].search(text, before, start) if not words else None)
    return told[1] if told is not None else ""


def _belongs(document: Document, length: Mention, noun: str, x: _Interval) -> bool:
    """Is the thing that of the sentence with the two times, near it, and nobody else's?"""
    text, p = document.text, _patterns()
    distance = document.zone_index(length.span.start) - document.zone_index(x.end.span.start)
    if quantity(length).unit not in _UNITS[x.kind] or not 0 <= distance <= _FAR or length.span.start < x.end.span.end:
        return False
    told, before = stems(noun), text[max(0, length.span.start - 40):length.span.start]
    holds = noun in _IN_OFFICE and p["served"].search(text, document.sentence_at(x.start.span.start).start, x.start.span.start) is not None
    tenure = (noun in _TENURES or holds) and distance <= 2 and (p["own"].search(before) or p["held"].search(before)) or noun in _BARS and not x.words.isdisjoint(_HELD)
    if not tenure and (document.sentence_index(length.span.start) == document.sentence_index(x.end.span.start) or not any(akin(one, w) for one in told for w in x.words)):
        return False
    year = p["of year"].match(text, length.span.end)
    if year is not None and year[1] not in (x.start.text[-_DIGITS:], x.end.text[-_DIGITS:]):
        return False  # "the 30-day siege of 1971"
    whose = p["whose"].match(text, length.span.end)
    if whose is not None and not (whose[1].removesuffix("’s").removesuffix("'s") in x.names if whose[1] else any(akin(one, w) for one in stems(whose[2]) for w in x.words)):
        return False
    sentence = document.sentence_at(length.span.start)
    office = p["was"].search(before) is not None
    named = set(p["word"].findall(text[sentence.start + (not office):sentence.end])) if office or p["own"].search(before) else set()
    return not named or bool(named & x.names) or not x.names


def _relation(text: str, x: _Interval, length: Mention) -> Relation:
    if x.kind == "year":
        start, end = (Span(m.span.end - _DIGITS, m.span.end) for m in (x.start, x.end))
        return spanning(text, start, end, length)
    roles = (("start", x.start), ("end", x.end), ("length", length))
    if x.kind in ("month", "weekday"):
        return Relation("lapse", roles, {"way": "long", "gap": text[x.start.span.end:x.end.span.start]})
    return Relation("lasting", roles, {"apart": "yes"})
