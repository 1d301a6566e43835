"""One person's place in one contest told twice: "who came in second, Rep. Ann Hale", "Hale, who finished third"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from checker.data.units import ORDINALS
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import alternatives

_PLACES = {**{word: int(number) for word, number in ORDINALS.items() if 1 < number <= 10}, "first": 1, "last": 0}
_CUES = ("came", "finished", "placed", "finisher", "runner-up")
_BALLOTS = frozenset("balloting ballot voting vote race contest election count poll end".split())
_MOST = 4  # placings of one name that are told; more are a career's


class _Placing(NamedTuple):
    """Who, which place, of what ("" where it is not told), where it is told."""

    who: str
    place: int
    of: str
    span: Span


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    place = rf"(?P<place>{alternatives(_PLACES)})"
    came = rf"(?:came|finished|placed) (?:in )?(?:an? (?:[a-z-]+ )?)?{place}(?: place)?(?![\w-])(?! (?:half|round|time|quarter|term|or|to|most)\b)"
    of = r"(?P<of>,? (?:in|at|of) (?:the |a |an |that |this |his |her )?(?:[\w.’'-]+ ){0,3}?(?:[\w’'-]+))?"
    title = r"(?:[A-Z][a-z]+\.? |[a-z]+ ){0,2}"
    name = r"(?P<who>[A-Z][\w’'-]+(?: (?:[A-Z]\.? )?[A-Z][\w’'-]+){0,2})(?![\w’'-]|\.? [A-Z])"
    then = r"(?:,? who)? (?:has |had )?"
    return (re.compile(rf"{name}{then}{came}{of}"), re.compile(rf"\b(?:man|woman|candidate|one|contender|rival) who {came}{of}, {title}{name}"),
            re.compile(rf"\b(?:the|The) {place}-place finisher(?P<of>),? {title}{name}"), re.compile(rf"{name},? (?:was |is )?the {place}-place finisher(?P<of>)"))


_OTHER = re.compile(r"\b(?:last|previous|earlier|ago|then|once|twice|also|again|would|could|may|might|will|if|or|was not|heat|leg|round|stage|lap|group|class|season|previously|career|first time|time|polls?|surveys?|(?:19|20)\d\d|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
                    r"January|February|March|April|May|June|July|August|September|October|November|December|and (?:first|second|third|fourth|fifth|sixth))\b")


def placings(document: Document) -> Iterator[tuple[Span, Span]]:
    """The earlier and the later of two places of one person in one contest."""
    cues = [cue for cue in _CUES if cue in document.distinct]
    if not cues or document.distinct.isdisjoint(_PLACES):
        return
    found: dict[str, list[_Placing]] = defaultdict(list)
    for told in _told(document, cues):
        found[told.who].append(told)
    for told_of in found.values():
        first = told_of[0]
        other = next((p for p in told_of if p.place != first.place), None)
        if other is not None and len(told_of) <= _MOST and len({p.place for p in told_of}) == 2 and _one_contest(first.of, other.of):
            yield first.span, other.span


def _told(document: Document, cues: list[str]) -> Iterator[_Placing]:
    text, seen = document.text, set[tuple[int, str]]()
    for s in sorted({document.sentence_at(at) for cue in cues for at in document.places(cue)}):
        if _OTHER.search(text, *s):
            continue
        for pattern in _patterns():
            for m in pattern.finditer(text, *s):
                who = m["who"].split()[-1].removesuffix("’s").removesuffix("'s")
                if document.quotation_at(m.start()) is None and (s.start, who) not in seen:
                    seen.add((s.start, who))
                    yield _Placing(who, _PLACES[m["place"]], (m["of"] or "").strip(" ,"), Span(*m.span()))


def _one_contest(one: str, two: str) -> bool:
    """Are both told of nothing, of the same, or one of nothing and the other of a vote?"""
    a, b = (x.split()[-1].lower() if x else "" for x in (one, two))
    return a == b and one == two or {a, b} - _BALLOTS == {""} or bool({a, b} <= _BALLOTS and not any(w[0].isupper() for w in (one + " " + two).split()))
