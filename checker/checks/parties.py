"""The party told of a person: "GOP strategist Ann Marsh" and "Marsh, the Democratic strategist," are not one person, nor is a Republican "the Democratic senator"."""

from __future__ import annotations

import re
from bisect import bisect_right
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
_SIDES = (frozenset({"republican", "gop"}), frozenset({"democrat", "democratic"}))  # as `Document.distinct` has them
_BRITISH = (frozenset({"labour"}), frozenset({"conservative", "tory"}))
_HOLDERS = "senator|congressman|congresswoman|governor|mayor|lawmaker|representative|legislator|assemblyman|assemblywoman|nominee|candidate|challenger|incumbent|hopeful"
_WHO = (rf"{_HOLDERS}|strategist|consultant|pollster|operative|donor|activist|adviser|advisor|analyst|commentator|fundraiser|lobbyist|leader|chairman|chairwoman|delegate|"
        r"aide|official|politician|organizer|planner|member|attorney|lawyer|spokesman|spokeswoman")
_INNER = r"(?:(?!(?:of|for|by|to|and|or|than|with|against|from|in|on|at|as|like)\b)[a-z][a-z-]* )"
_AHEAD = re.compile(rf"(?<![\w-])(?:(Labour|Conservative|Tory) (?:MP|peer|councillor|leader|minister) |(GOP|Republican|Democratic|Democrat) (?:{_INNER}{{0,2}}(?:{_WHO}) |(?:[A-Z][a-z]{{2,4}}\. ){{1,2}}|(?:state |U\.S\. )?(?:Sen|Rep|Gov)\. |(?:Senator|Representative|Governor|Mayor) )"
                    r"|(Republican|Democrat) )$")
_WITHIN = re.compile(r"(?:[A-Z][\w.]+ ){0,2}(?:(Republican|Democrat|GOP)|(Labour|Conservative|Tory) MP) (?=[A-Z])")
_AFTER = re.compile(rf" ?(?:\(([DR])(?:-[A-Z][\w. ]*)?\)|, ([DR])-[A-Z]|, (?:who is )?(?:an?|the) (?:[\w’'-]+ ){{0,3}}?(?:(Republican|Democrat)(?=[,.;)]| (?:from|of|who) )|(Labour|Conservative|Tory) (?:MP|peer|councillor|leader|minister)(?=[,.;)] | (?:for|who) )|(Republican|Democratic|GOP) {_INNER}{{0,2}}(?:{_WHO})(?![\w-]|[’'])))")
_OTHER_TIME = re.compile(r"\b(?:former|then|ex|late|one-?time|lifelong|longtime|once|turned|fellow|anti|non|never|not|like|as)[- ](?:[\w.’'-]+ )?(?:an? |the )?$", re.I)
_CHANGED = re.compile(r"switch(?:ed|es|ing)? (?:part|from|to|his|her)|party[- ]switch|(?:chang|left|leav)\w* (?:(?:the|his|her) )?(?:part(?:y|ies)|GOP|Democratic|Republican)|defect|turned[- ](?:Democrat|Republican)|"
                      r"(?:became|become|becoming) an? (?:Democrat|Republican)|registered (?:as )?an?|(?:Republican|Democrat)-turned|(?:[Ff]ormer(?:ly)?|ex-|then-|[Oo]nce an?|lifelong|was an?) ?(?:Democrat|Republican)\b", re.I)
_POINTS = re.compile(rf"(?:^|(?<=\n)|(?<=[.”\"] ))The (Republican|Democratic|GOP|Labour|Conservative|Tory) ({_HOLDERS}|MP)(?= (?:has|had|said|says|is|was|told|added|also|will|would|did|[a-z]+ed)(?![\w-]))")
_WORDS = ("Republican", "Democrat", "GOP ", "Labour ", "Conservative ", "Tory ", "R-", "D-", "(R)", "(D)")
_MARKS = (", ", " (")
_THE_PARTY = ("The Republican ", "The Democratic ", "The GOP ", "The Labour ", "The Conservative ", "The Tory ")
_LETTERS = ("(R", "(D", "R-", "D-")
_BEFORE, _BEHIND = 60, 80  # characters beside a name
_TITLES = {"sen": "senator", "senator": "senator", "gov": "governor", "governor": "governor", "mayor": "mayor", "rep": "congressman", "representative": "congressman",
           "congressman": "congressman", "congresswoman": "congressman"}


class Member(NamedTuple):
    """A party told of a person, and where with the name."""

    party: str
    surname: str
    span: Span


def parties(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """One person told to be of two parties: the odd place, another, the surname."""
    document = analysis.document
    words = document.distinct
    text = document.text
    if any(side.isdisjoint(words) for side in _BRITISH) and any(side.isdisjoint(words) and not any(map(text.__contains__, _LETTERS)) for side in _SIDES):
        return
    told: dict[str, list[Member]] = {}
    for member in members(analysis):
        told.setdefault(member.surname, []).append(member)
    if found := [*_of_two(analysis, told), *_pointed(analysis, told)]:
        yield from found if not _CHANGED.search(text) else ()


def _of_two(analysis: Analysis, told: dict[str, list[Member]]) -> Iterator[tuple[Span, Span, str]]:
    """Who is told to be of two parties, in two sentences."""
    document = analysis.document
    for surname, seen in told.items():
        sides = {m.party: [x for x in seen if x.party == m.party] for m in seen}
        if len(sides) == 2 and _is_one(analysis, surname):
            odd, other = sorted(sides.values(), key=lambda x: (len(x), -x[0].span.start))
            if document.sentence_at(odd[0].span.start) != document.sentence_at(other[0].span.start):
                yield odd[0].span, other[0].span, surname


def _is_one(analysis: Analysis, surname: str) -> bool:
    """Does the text know exactly one given name with it?"""
    return len({m.value.parts[0] for m in names(analysis).holding({surname}) if isinstance(m.value, Name) and len(m.value.parts) > 1}) == 1


def members(analysis: Analysis) -> Iterator[Member]:
    """Whoever is named twice and has a party told right beside the name, in prose of the article's own."""
    document = analysis.document
    counts = document.counts
    for m in _beside(analysis):
        assert isinstance(m.value, Name)
        surname, start = m.value.parts[-1], m.span.start
        if counts[surname.lower()] < 2 or m.text.isupper() or document.quotation_at(start) is not None or document.zone_at(start).kind not in _PROSE:
            continue
        if (found := _party(document, m)) is not None:
            yield Member(found[0], surname, found[1])


def _beside(analysis: Analysis) -> list[Mention]:
    """The names next to the words that tell a party: the one that holds it or ends before it, and the next one behind it."""
    text, mentions = analysis.document.text, analysis.mentions
    found: dict[int, Mention] = {}
    for at in sorted(at for word in _WORDS for at in occurrences(text, word)):
        i = bisect_right(mentions, at, key=_begin)
        for m in mentions[max(0, i - 2):i + 2]:
            start, end = m.span
            if m.kind == "name" and start - _BEFORE < at and at < end + _BEHIND and (at < end or text[end:end + 2] in _MARKS):
                found[start] = m
    return [found[start] for start in sorted(found)]


def _begin(m: Mention) -> int:
    return m.span.start


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


def _pointed(analysis: Analysis, told: dict[str, list[Member]]) -> Iterator[tuple[Span, Span, str]]:
    """ "The Republican mayor" where the one mayor of the text is a Democrat."""
    document = analysis.document
    if not any(map(document.text.__contains__, _THE_PARTY)):
        return
    found = names(analysis)
    for m in _POINTS.finditer(document.text):
        office = _TITLES.get(m[2])
        surnames = {found.bearers[at][-1] for at, title in found.titles.items() if _TITLES.get(title.rpartition(" ")[2].rstrip(".").lower()) == office} if office else set()
        known = told.get(next(iter(surnames)), []) if len(surnames) == 1 else []
        before = [x for x in known if x.span.start < m.start()]
        if before and all(x.party != _PARTY[m[1]] for x in known) and _is_one(analysis, before[0].surname) and document.quotation_at(m.start()) is None:
            yield Span(*m.span()), before[-1].span, before[0].surname
