"""The party told right beside a name: "GOP strategist Ann Marsh", "Ruth Orwin, a Democrat", "Hale (D-Ohio)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from checker.checks.base import occurrences
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_PROSE = frozenset({"body", "list"})
_PARTY = {"Republican": "Republican", "GOP": "Republican", "R": "Republican", "Democrat": "Democrat", "Democratic": "Democrat", "D": "Democrat",
          "Labour": "Labour", "Conservative": "Conservative", "Tory": "Conservative"}
_HOLDERS = "senator|congressman|congresswoman|governor|mayor|lawmaker|representative|legislator|assemblyman|assemblywoman|nominee|candidate|challenger|incumbent|hopeful"
_WHO = (rf"{_HOLDERS}|strategist|consultant|pollster|operative|donor|activist|adviser|advisor|analyst|commentator|fundraiser|lobbyist|leader|chairman|chairwoman|delegate|"
        r"aide|official|politician|organizer|planner|member|attorney|lawyer|spokesman|spokeswoman")
_INNER = r"(?:(?!(?:of|for|by|to|and|or|than|with|against|from|in|on|at|as|like)\b)[a-z][a-z-]* )"
_AHEAD = re.compile(rf"(?<![\w-])(?:(Labour|Conservative|Tory) (?:MP|peer|councillor|leader|minister) |(GOP|Republican|Democratic|Democrat) (?:{_INNER}{{0,2}}(?:{_WHO}) |(?:[A-Z][a-z]{{2,4}}\. ){{1,2}}|(?:state |U\.S\. )?(?:Sen|Rep|Gov)\. |(?:Senator|Representative|Governor|Mayor) )"
                    r"|(Republican|Democrat) )$")
_WITHIN = re.compile(r"(?:[A-Z][\w.]+ ){0,2}(?:(Republican|Democrat|GOP)|(Labour|Conservative|Tory) MP) (?=[A-Z])")
_AFTER = re.compile(rf" ?(?:\(([DR])(?:-[A-Z][\w. ]*)?\)|, ([DR])-[A-Z][\w.]*|, (?:who is )?(?:an?|the) (?:[\w’'-]+ ){{0,3}}?(?:(Republican|Democrat)(?=[,.;)]| (?:from|of|who) )|(Labour|Conservative|Tory) (?:MP|peer|councillor|leader|minister)(?=[,.;)] | (?:for|who) )|(Republican|Democratic|GOP) {_INNER}{{0,2}}(?:{_WHO})(?![\w-]|[’'])))")
_OTHER_TIME = re.compile(r"\b(?:former|then|ex|late|one-?time|lifelong|longtime|once|turned|fellow|anti|non|never|not|like|as)[- ](?:[\w.’'-]+ )?(?:an? |the )?$", re.I)
_WORDS = {"Republican": "Republican", "Democrat": "Democrat", "Democratic": "Democratic", "GOP ": "GOP", "Labour ": "Labour", "Conservative ": "Conservative", "Tory ": "Tory",
          "R-": "R", "D-": "D", "(R)": "R", "(D)": "D"}  # each with its letters, to be asked for first
_MARKS = (", ", " (")
_BEFORE, _BEHIND = 60, 80  # characters beside a name


class Member(NamedTuple):
    """A party told of a person, and where with the name."""

    party: str
    surname: str
    span: Span


def members(analysis: Analysis, least: int = 1) -> Iterator[Member]:
    """Whoever has a party told right beside the name, in prose of the article's own; of whom so many names stand near such a word."""
    document = analysis.document
    text = document.text
    told = sorted({at for word, run in _WORDS.items() if run in document.lowercase for at in occurrences(text, word)})
    mentions = analysis.mentions
    starts = [m[1][0] for m in mentions] if told else []
    near: dict[int, None] = {}  # the mentions beside such a word
    for at in told:
        first, last = bisect_left(starts, at - _BEHIND), bisect_left(starts, at + _BEFORE)
        near.update(dict.fromkeys(i for i in range(first, last) if starts[i] > at or text[mentions[i][1][1]:mentions[i][1][1] + 2] in _MARKS))
    beside = [mentions[i] for i in sorted(near)]
    often = Counter(m.value.parts[-1] for m in beside if isinstance(m.value, Name)) if least > 1 else {}
    for m in beside:
        if least > 1 and (not isinstance(m.value, Name) or often[m.value.parts[-1]] < least):
            continue
        if m.kind != "name" or m.text.isupper() or not isinstance(m.value, Name):
            continue
        found = _party(document, m)
        if found is not None and document.quotation_at(m.span.start) is None and document.zone_at(m.span.start).kind in _PROSE:
            yield Member(found[0], m.value.parts[-1], found[1])


def _party(document: Document, m: Mention) -> tuple[str, Span] | None:
    """The party beside a name and where; None where none is, or two are."""
    text, (start, end) = document.text, m.span
    line = max(text.rfind(mark, max(0, start - _BEFORE), start) for mark in "\n,”")
    before = _AHEAD.search(text, max(line, start - _BEFORE, 0), start) if text[start - 1:start] == " " else None
    after = _AFTER.match(text, end, end + _BEHIND) if text[end:end + 2] in _MARKS else None
    within = _WITHIN.match(text, start, end) if " " in m.text else None  # "Ohio Democrat Ruth Hale" is read as one name
    told = [(_PARTY[next(filter(None, x.groups()))], x) for x in (before, within, after) if x is not None]
    if not told or len({party for party, _ in told}) > 1 or any(_OTHER_TIME.search(text, max(0, x.start() - 30), x.start()) for _, x in told):
        return None
    return told[0][0], Span(min(start, told[0][1].start()), max(end, told[-1][1].end()))


def two(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """Two parties told of one person, with the surname, where the text has nobody else of it and tells of no change."""
    text, runs = analysis.document.text, analysis.document.lowercase
    if sum([not side.isdisjoint(runs) for side in _SIDES]) < 2:
        return
    told: dict[str, list[Member]] = {}
    for m in members(analysis, 2):
        told.setdefault(m.surname, []).append(m)
    for surname, held in told.items():
        odd = next((m for m in held if m.party != held[0].party), None)
        if odd is not None and len({parts for parts in names(analysis).full if parts[-1] == surname}) == 1 and not any(map(text.__contains__, _CHANGES)):
            yield odd.span, held[0].span, surname


_SIDES = (frozenset({"Republican", "R", "GOP"}), frozenset({"Democrat", "Democratic", "D"}), frozenset({"Labour"}), frozenset({"Conservative", "Tory"}))
_CHANGES = ("switched part", "changed part", "left the party", "became a Democrat", "became a Republican", "defected", "crossed the floor", "joined the Republican", "joined the Democrat", "turned Republican", "turned Democrat")
