"""Check `posthumous`: somebody of whom the text tells that they died speaks on a day of this week."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.checks.base import Check, occurrences
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.model import Mention, Name, Referent, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_LONG_AGO = r"(?:in (?:(?:January|February|March|April|May|June|July|August|September|October|November|December),? )?(?:1[5-9]|20)\d\d|last (?:year|month|spring|summer|fall|autumn|winter)" \
            r"|(?:\w+ ){1,2}(?:days|weeks|months|years|decades) ago|(?:a|an) (?:week|month|year|decade) ago|earlier this year)"
_LATE = re.compile(r"(?<![\w’'-])(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) late,? (?:[\w.’'-]+,? ){0,4}$")
_DIED = re.compile(rf"(?:,[^,.;]{{0,40}},|, who)? (?:died|passed away|was (?:killed|murdered|assassinated|shot dead))(?: [^.;]{{0,50}}?)?(?<= ){_LONG_AGO}")
_YEAR = r"(?:1[5-9]|20)\d\d"
# "the death of … in 2003", "…'s death in 2006", "… is dead, having died in 2011": with the year of it
_DEATH_OF = re.compile(r"(?<![\w’'-])(?:[Dd]eath|[Pp]assing) of (?:[A-Z][\w.’'-]+ ){0,3}$")
_OF_YEAR = re.compile(rf"(?:[^.;:\n]{{0,50}}? )?{_LONG_AGO}")
_YEAR_BEFORE = re.compile(rf"\b(?:[Ii]n|[Yy]ear) {_YEAR},? (?:(?!of |in |to |from |before |after |until |since )[a-z]+ ){{0,4}}?(?:of )?(?:the )?(?:death|passing) of (?:[A-Z][\w.’'-]+ ){{0,3}}$")
_OWN_DEATH = re.compile(rf"[’']s (?:own )?(?:death|passing)(?: [^.;:\n]{{0,40}}?)? {_LONG_AGO}")
_IS_DEAD = re.compile(rf",? (?:is|was) (?:long |now )?(?:dead|no longer (?:alive|living)|gone)\b[^.;:\n]{{0,40}}? (?:in|since) {_YEAR}")
_OF = re.compile(r"(?<![\w’'-])(?:widow|widower|funeral|burial|obituary) of (?:[A-Z][\w.’'-]+ ){0,3}$")
_DAY = r"(?:(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?: (?:morning|afternoon|evening|night))?(?!,? [A-Z][a-z]+\.? \d)|today|yesterday|this (?:morning|afternoon|week))(?![\w’'-])"
_SPEAKS = re.compile(rf"(?:,[^,.;]{{0,50}},)? (?:said|announced|tweeted|testified|argued|told (?:[A-Z][\w.]+|the|reporters|lawmakers|supporters|journalists|a|an)(?: [\w.]+){{0,3}}?)(?: [a-z ]{{0,45}}?)? {_DAY}")
_AGO = re.compile(_LONG_AGO)
_OTHERS = re.compile(r"\b(?:of|to|for|with|by|near|about|against|from|behind) (?:the |his |her |their )?(?:[\w.’'-]+ ){0,3}$")  # "friends of the poet"
_POINTERS = ("the", "The", "his", "His", "her", "Her", "their", "Their")
_DEATHS = {"died": "died", "away": "passed away", "killed": "was killed", "murdered": "was murdered", "assassinated": "was assassinated", "dead": "was shot dead"}  # by their last words
_DYING = frozenset({"death", "passing", "dead", "alive", "gone", "living"})
_LEFT = frozenset({"widow", "widower", "funeral", "burial", "obituary"})
_TELLING = _LEFT.union(_DEATHS, _DYING, ("late",))
_SAYING = frozenset({"said", "announced", "tweeted", "testified", "argued", "told"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "this"})
_EARLIER = re.compile(r"\b(?:before|recorded|recording|video|once|at the time|years? (?:ago|earlier)|in (?:1[5-9]|20)\d\d|posthumous\w*|diary|memoir|letter|book)\b")
_AHEAD, _BEHIND = 60, 160


class Params(NamedTuple):
    """Nothing to set."""


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    texts = [a.document.text if _may_tell(a.document) and _may_speak(a) else "" for a in ledger.analyses]
    if not any(texts):
        return
    surnames: dict[str, int] = {}
    people = [r for r in ledger.referents if r.kind != "place"]  # who died and speaks is a person, known as one or not
    for r in people:
        for surname in {m.value.parts[-1] for _, m in r.mentions if isinstance(m.value, Name)}:
            surnames[surname] = surnames.get(surname, 0) + 1
    for r in people:
        yield from _of_one(r, texts, surnames)


def _may_tell(document: Document) -> bool:
    """Has a text the words that tell of somebody long dead, and of somebody who speaks on a day? That is looked for before anybody asks who is who."""
    words = document.distinct
    return not words.isdisjoint(_TELLING) and not words.isdisjoint(_SAYING) and not words.isdisjoint(_DAYS)


def _telling(document: Document) -> list[int]:
    """Where a text holds what tells of somebody long dead beside the name."""
    text, words = document.text, document.distinct
    late = [at for at in occurrences(text, " late") if text.endswith(_POINTERS, max(0, at - 5), at)] if "late" in words else []
    left = [at for noun in _LEFT if noun in words for at in occurrences(text, f"{noun} of ")]
    died = [at for last, form in _DEATHS.items() if last in words for at in occurrences(text, form) if _AGO.search(text, at, at + _AHEAD + 20) is not None]
    told = [at for word in _DYING if word in words for at in document.places(word)]
    return late + left + died + told


def _may_speak(analysis: Analysis) -> bool:
    """Is somebody told to be dead of whose surname it is said that they speak?"""
    text, mentions = analysis.document.text, analysis.mentions
    near = {m for at in _telling(analysis.document) for m in mentions[bisect_left(mentions, at - _BEHIND, key=_start):bisect_left(mentions, at + _AHEAD + 20, key=_start)]}
    dead = {m.value.parts[-1] for m in near if isinstance(m.value, Name) and _told_dead(text, m)}
    return any(_SPEAKS.match(text, at + len(name), at + len(name) + _BEHIND) for name in dead for at in occurrences(text, name))


def _of_one(r: Referent, texts: Sequence[str], surnames: dict[str, int]) -> Iterator[Conflict]:
    dead = next(((n, m) for n, m in r.mentions if texts[n] and _told_dead(texts[n], m)), None)
    if dead is None:
        return
    for n, m in r.mentions:
        text = texts[n]
        if not text or not isinstance(m.value, Name) or (len(m.value.parts) == 1 and surnames[m.value.parts[-1]] > 1):
            continue  # "Kennedy said": which of the family?
        said = None if _OTHERS.search(text, max(0, m.span.start - _AHEAD), m.span.start) else _SPEAKS.match(text, m.span.end, m.span.end + _BEHIND)
        if said and not _EARLIER.search(_sentence(text, m.span.start, said.end())):
            yield Conflict((Place(n, Span(m.span.start, said.end())), Place(dead[0], dead[1].span)), {"name": r.name},
                           ("both are the same person", *r.because), likely=True)
            return


def _told_dead(text: str, m: Mention) -> bool:
    """Does the text tell here that the person has been dead for some time?"""
    before = text[max(0, m.span.start - _AHEAD):m.span.start]
    if _LATE.search(before) or _OF.search(before) or _DIED.match(text, m.span.end, m.span.end + _BEHIND):
        return True
    behind = m.span.end, m.span.end + _BEHIND
    return bool(_DEATH_OF.search(before) and not text.startswith(("’s", "'s"), m.span.end) and (_OF_YEAR.match(text, *behind) or _YEAR_BEFORE.search(before)) or _OWN_DEATH.match(text, *behind) or _IS_DEAD.match(text, *behind))


def _start(m: Mention) -> int:
    return m.span.start


def _sentence(text: str, start: int, end: int) -> str:
    """The words around: up to the line's ends, the last and the next full stop."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    stops = [i for i in (text.find("\n", end), text.find(". ", end)) if i >= 0]
    return text[first:min(stops, default=len(text))]


CHECKS: dict[str, Check] = {"death": Check(Params, _run)}
