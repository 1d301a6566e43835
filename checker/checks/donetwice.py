"""One act on one thing, told by its verb on two weekdays: "passed the bill on Wednesday … the bill, which the Senate passed on Friday", "the ship sank on Tuesday"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Mention, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import alternatives

# what is done to one thing, or by it, once: not what goes on or comes again
DONE = frozenset("""passed published released filed signed unveiled introduced vetoed approved adopted rejected issued launched opened closed reopened seized
sank collapsed crashed exploded erupted struck capsized derailed burned submitted printed delivered finalised finalized ratified repealed""".split())
_ALONE = frozenset("sank collapsed crashed exploded erupted capsized derailed burned struck opened closed reopened".split())  # which need no object
_LEAD = 110  # characters before a weekday in which its act is told
_WORDS = re.compile(r"[a-z]+")
_MOST = 4
_KINDS = frozenset("statement report letter poll survey ad video statements reports papers documents data figures list lawsuit suit complaint motion brief".split())  # of which there are many


class _Act(NamedTuple):
    """A verb, the head of what it was done to with the words before it and "the" or "a", who did it, the weekday and the place of all."""

    verb: str
    thing: str
    words: frozenset[str]
    definite: bool
    by: str
    day: int
    span: Span


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verb = rf"(?P<verb>{alternatives(DONE)})"
    det = r"(?P<det>[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[A-Z][\w’'-]*[’']s)"
    noun = r"(?P<words>(?:(?!and |or |of |in |at |for |that |which |who )[A-Za-z0-9$][\w’'.-]* ){0,4})(?P<thing>[a-z]{3,})"
    tail = r"(?:,? (?:in|at|by|with|from|to|of|for|against|off|near|over|into|under|during|outside)(?: (?!and |but |when |after |before |who |which |that |while |as |said )[\w’'.$-]+){1,6}?){0,2},?(?: early| late)?(?: on)? $"
    return {
        # "the report was released on Monday", "the report, released Monday", "the report that was released on Monday"
        "done to": re.compile(rf"(?<![\w-]){det} {noun}(?:,? (?:which|that))?(?: (?:was|were|had been|has been)(?: [a-z]+ly)?|,)(?: first| finally)? {verb}{tail}"),
        # "the bill, which the Senate passed on Friday"
        "which": re.compile(rf"(?<![\w-]){det} {noun},? (?:which|that) (?:the )?(?P<by>[A-Za-z][\w’'-]*(?: [A-Z][\w’'-]+)?) {verb}(?: [a-z]+ly)?,?(?: late| early)?(?: on)? $"),
        # "the Senate passed the bill on Wednesday", "filed a suit in Osk on Monday"
        "did": re.compile(rf"(?:(?P<by>[A-Za-z][\w’'-]*) )(?:had |has )?{verb} {det} {noun}{tail}"),
        # "the ship sank off Osk on Tuesday"
        "went": re.compile(rf"(?<![\w-]){det} {noun} (?:had |has )?(?P<verb>{alternatives(_ALONE)}){tail}"),
        "by": re.compile(r"\bby (?:the )?([A-Za-z][\w’'-]*)"),
        "other": re.compile(r"\b(?:again|second|third|[Aa]nother|previous\w*|earlier|separate\w*|not|never|would|will|could|scheduled|expected|if|until|ago|first|also|supposed|plan\w*|due|next|other|each|every|both|new|latest|last|revised|amended|updated|similar|version)\b|n[’']t\b"),
    }


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Acts told of two days in two paragraphs of the document of this number."""
    document = analysis.document
    days = [m for m in names(analysis).others if isinstance(m.value, Date) and m.value.weekday is not None and not m.value.day]
    if len({m.value.weekday for m in days if isinstance(m.value, Date)}) < 2:
        return
    told: dict[tuple[str, str], list[_Act]] = defaultdict(list)
    for m in days:
        if (act := _act(document, m)) is not None:
            told[act.verb, act.thing].append(act)
    for (verb, thing), acts in told.items():
        if 1 < len(acts) <= _MOST and len({a.day for a in acts}) == 2:
            for a, b in combinations(acts, 2):
                if a.day != b.day and b.definite and _one(document, a, b):
                    yield Conflict((Place(number, b.span), Place(number, a.span)), {"what": f"act (“{thing}”, “{verb}”)"}, ("it is done once",), likely=True, by_voice=True)
                    break


def _one(document: Document, a: _Act, b: _Act) -> bool:
    """Is it one thing, done by one: the same words before it or none, in two paragraphs, both or neither in a quotation?"""
    if a.by and b.by and a.by.lower() != b.by.lower() or document.zone_index(a.span.start) == document.zone_index(b.span.start):
        return False
    if a.words and b.words and not (a.words <= b.words or b.words <= a.words) or b.words and not a.words and b.thing in _KINDS:
        return False
    return a.definite or not a.words ^ b.words or a.thing not in _KINDS


def _act(document: Document, m: Mention) -> _Act | None:
    """What was done on a day, as the words before it in its sentence tell; or those behind "on Thursday, when"."""
    assert isinstance(m.value, Date)
    text, p = document.text, _patterns()
    sentence = document.sentence_at(m.span.start)
    start = max(sentence.start, m.span.start - _LEAD)
    stretch = text[start:m.span.start]
    if DONE.isdisjoint(_WORDS.findall(stretch)) or text.startswith(("’s", "'s"), m.span.end):
        return None
    for way in ("which", "done to", "did", "went"):
        found = p[way].search(text, start, m.span.start)
        if found is None:
            continue
        if p["other"].search(text, max(sentence.start, found.start() - 25), min(sentence.end, m.span.end + 15)):
            return None
        words = frozenset(w.lower() for w in found["words"].split())
        if way in ("which", "did"):
            by = found["by"]
        else:
            told = p["by"].search(text, found.end("verb"), min(sentence.end, m.span.end + 30))
            by = told[1] if told is not None else ""
        return _Act(found["verb"], found["thing"], words, found["det"].lower() not in ("a", "an"), by.split()[-1] if by else "", m.value.weekday or 0, Span(found.start("det") if way != "did" else found.start("verb"), m.span.end))
    return None
