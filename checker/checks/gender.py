"""Check `disagree`, pronouns: one person is "he" here and "she" there.

A pronoun counts only where English leaves little choice: right behind "Hale said", with a verb of saying ("she added") or at the
start of a sentence, in the article's own words, where the paragraph (or the nearest one before it that names anybody) names one
person only, as a subject, and has no noun that the pronoun might mean. Linking by the nearest name alone was tried: it finds fewer
slips and fourteen false ones in 500 articles, where this finds one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.checks.base import Check, occurrences
from checker.data.gender import FEMALE, MALE, NOUNS, TITLES
from checker.data.people import COUNTRIES, GENERIC, WOMEN
from checker.data.places import REGIONS
from checker.link.ledger import Analysis, Ledger
from checker.model import Conflict, Mention, Name, Place, Referent, Span
from checker.structure.document import Document

_SAY = (r"(?:said|says|told|tells|added|adds|noted|notes|explained|explains|argued|argues|wrote|writes|continued|continues|recalled|recalls|asked|"
        r"asks|insisted|insists|warned|warns|believes|believed|thinks|thought|claims|claimed|contends|contended|asserts|asserted|remembers|"
        r"acknowledged|predicted|predicts|suggested|suggests|declared|admitted|admits|complained|tweeted|testified|replied|concluded|observed|"
        r"stressed|charged|joked|promised|vowed|maintains|maintained|estimated|estimates|expects|hopes|hoped|announced|conceded|concedes|"
        r"countered|cautioned|cautions)")
_ACTS = re.compile(rf"(?:, (?!which|where)(?:[^.;\n“\"]|(?<=[A-Z])\.){{2,110}}?,)? (?:(?:also|has|had|later|then|himself|herself|who) )?(?:{_SAY}|was|is|has|had|will|would|did|"
                   r"does|could|can|may|[a-z]+ed|went|took|made|got|came|won|lost|ran|led|left|began|wants?|works|plans|knows|lives|grew|spoke|"
                   r"gave|sat|stood|met|kept)\b")
_SAID_BY = re.compile(rf"\b{_SAY} (?:[a-z-]+ ){{0,5}}(?:[A-Z][\w.]+ ){{0,4}}$")
_INVERTED = re.compile(r"[,”\"’'] (?:said|says|added|adds|wrote|writes) (?:[a-z-]+ ){0,3}(?:[A-Z][\w.]+ ){0,4}$")
_PRONOUN = re.compile(r"(?<![\w’'-])([Ss]?[Hh]e)(?![\w-])")
_ANY = re.compile(r"(?<![\w’'-])(?:([Hh]e|[Hh]is|[Hh]im|[Hh]imself)|[Ss]he|[Hh]er|[Hh]erself)(?![\w-])")
_EITHER = re.compile(r" (?:or|and) (?:he|she|his|her)\b")
_OR = re.compile(r"\b(?:he|she|his|her|him|s?/) ?(?:or|and) $")
_THEN_SAID = re.compile(rf" {_SAY}\b")
_SAID = re.compile(rf"[”\",’'] {_SAY} $")
_SAID_THAT = re.compile(rf" {_SAY}(?: that| when| if| because| the (?:first|last|next|only) time)? $")
_OPENING = frozenset(("", "But", "And", "Still,", "Also,", "Then", "However,", "So", "Yet", "Later,", "In addition,"))
_BACK = 3  # paragraphs without a name that a pronoun may reach over


class Params(NamedTuple):
    """`most`: how often at most a person may be the odd sex; beyond that there are two people of the name."""

    most: int = 2


class _Vote(NamedTuple):
    """A pronoun and the person it surely means."""

    word: str
    span: Span
    person: int


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        if not _both(number, analysis, ledger.referents):
            continue
        reader = _Reader(number, analysis, ledger.referents)
        votes: dict[int, list[_Vote]] = defaultdict(list)
        for m in _pronouns(analysis.document):
            vote = reader.vote(m)
            if vote is not None:
                votes[vote.person].append(vote)
        for person, told in votes.items():
            found = _conflict(reader, ledger.referents[person], told, params)
            if found is not None:
                yield found


def _pronouns(document: Document) -> Iterator[re.Match[str]]:
    """What `_PRONOUN.finditer` finds, tried only where the word stands."""
    starts = [at + 1 for word in (" he ", " he'", " she ", " she'") for at in occurrences(document.plain, word)]
    for at in (0, *sorted(starts)):
        if m := _PRONOUN.match(document.text, at):
            yield m


def _both(number: int, analysis: Analysis, referents: Sequence[Referent]) -> bool:
    """Can there be a conflict at all: both pronouns, or a woman's name or title where only men are spoken of?"""
    text = analysis.document.text
    women = "she" in analysis.document.lowercase or "She " in text
    men = " he " in text or "He " in text
    if women and men:
        return True
    wanted = "she" if men else "he"
    return (women or men) and any(n == number and wanted in (_title(m), _given(m)) for r in referents if r.kind == "person" for n, m in r.mentions)


def _conflict(reader: _Reader, person: Referent, told: list[_Vote], params: Params) -> Conflict | None:
    """The odd pronoun of a person, against the other pronoun or the name that tells the sex."""
    names = [m for n, m in person.mentions if n == reader.number]
    titled = next(((m, t) for m in names if (t := _title(m))), None)
    given = next(((m, t) for m in names if (t := _given(m))), None)
    for odd, usual in (("he", "she"), ("she", "he")):
        these, those = ([v for v in told if v.word == w] for w in (odd, usual))
        if any(_title(m) == odd or _office(m) for m in names) or (these and reader.others(these[0])):
            continue
        if not these or len(these) > min(params.most, max(1, len(those))) or (given or titled or (None, usual))[1] == odd:
            continue
        other: Span | None = those[0].span if those else None
        if other is None and (sure := titled or given) is not None and len(these) == 1:
            other = reader.other(person, usual) or sure[0].span
        if other is not None:
            document = reader.document
            why = f"the paragraph names {person.name} only"
            return Conflict((Place(reader.number, _with_verb(document.text, these[0].span)), Place(reader.number, _with_verb(document.text, other))),
                            {"name": person.name}, (why,), likely=True)
    return None


def _with_verb(text: str, span: Span) -> Span:
    """The pronoun with the word behind it: a lone "he" shows an editor little."""
    word = re.compile(r" [a-z’']+").match(text, span.end) if span.end - span.start < 4 else None
    return Span(span.start, word.end()) if word else span


def _title(m: Mention) -> str:
    assert isinstance(m.value, Name)
    return next((TITLES[t] for t in (m.value.title or "").split() if t in TITLES), "")


def _office(m: Mention) -> bool:
    """Is it a surname behind an office ("President Hale"), so that somebody else of the family may be meant?"""
    return isinstance(m.value, Name) and len(m.value.parts) == 1 and "President" in (m.value.title or "")


def _given(m: Mention) -> str:
    assert isinstance(m.value, Name)
    first = m.value.parts[0].lower() if len(m.value.parts) > 1 else ""
    return "she" if first in FEMALE else "he" if first in MALE else ""


def _no_person(name: Name) -> bool:
    """Is one of the words a place's or a body's?"""
    return any(p.lower() in GENERIC or p.lower() in COUNTRIES or p in REGIONS for p in (*name.parts, " ".join(name.parts)))


class _Reader:
    """A document with its names in order, to ask whom a pronoun means."""

    def __init__(self, number: int, analysis: Analysis, referents: Sequence[Referent]) -> None:
        self.number = number
        self.document: Document = analysis.document
        self.referents = referents
        self._nouns = {k: re.compile(rf"\b(?:{v})\b", re.I) for k, v in NOUNS.items()}
        self._surnames = {r.name.split()[-1] for r in referents if r.kind == "person"}
        found = sorted((m.span.start, i, m) for i, r in enumerate(referents) for n, m in r.mentions if n == number)
        self._names = [(i, m) for _, i, m in found]
        self._starts = [s for s, _, _ in found]
        self._people: dict[int, tuple[frozenset[int], tuple[Mention, ...]]] = {}

    def _in_zone(self, zone: int) -> tuple[frozenset[int], tuple[Mention, ...]]:
        """Who is named in a paragraph outside quotations, and the mentions of people."""
        if zone not in self._people:
            span = self.document.zones[zone].span
            named = [x for x in self._names[bisect_right(self._starts, span.start - 1):bisect_right(self._starts, span.end)]
                     if self.document.quotation_at(x[1].span.start) is None and (self.referents[x[0]].kind == "person" or self._acts(x[1]))]
            self._people[zone] = frozenset(i for i, _ in named), tuple(m for i, m in named if self.referents[i].kind == "person")
        return self._people[zone]

    def _acts(self, m: Mention) -> bool:
        """Might the name be a person's after all: a known surname, or the subject of a verb?"""
        assert isinstance(m.value, Name)
        last, text = m.value.parts[-1], self.document.text
        if len(m.value.parts) > 2 or m.text.isupper():
            return False
        if last in self._surnames or m.value.parts[0].lower() in WOMEN or (len(m.value.parts) == 2 and (m.value.apposition or m.value.age) and not _no_person(m.value)):
            return True
        return (_THEN_SAID if last.endswith("s") else _ACTS).match(text, m.span.end) is not None \
            or _INVERTED.search(text, max(0, m.span.start - 60), m.span.start) is not None

    def _antecedent(self, at: int) -> tuple[int, Mention, int] | None:
        """The one person of the nearest paragraph that names any, the last mention before `at`, and that paragraph."""
        here = self.document.zone_index(at)
        everybody: set[int] = set()
        for zone in range(here, max(-1, here - _BACK - 1), -1):
            who, mentions = self._in_zone(zone)
            everybody |= who
            if mentions:
                before = [m for m in mentions if m.span.start < at]
                return (next(iter(everybody)), before[-1], zone) if len(everybody) == 1 and before else None
        return None

    def vote(self, m: re.Match[str]) -> _Vote | None:
        """Whom the pronoun surely means, None where it may mean another."""
        document, text = self.document, self.document.text
        slot = self._slot(m)
        if not slot or document.zone_at(m.start()).kind != "body" or document.quotation_at(m.start()) is not None:
            return None
        if _OR.search(text, max(0, m.start() - 9), m.start()) or _EITHER.match(text, m.end()):
            return None
        found = self._antecedent(m.start())
        if found is None:
            return None
        person, last, zone = found
        assert isinstance(last.value, Name)
        if slot == "clause" and not _SAID_THAT.fullmatch(text, last.span.end, m.start()):
            return None
        if last.value.possessive or not (_ACTS.match(text, last.span.end) or _SAID_BY.search(text, max(0, last.span.start - 60), last.span.start)):
            return None
        word = m[1].lower()
        window = document.zones[zone].span.start, document.zone_at(m.start()).span.end
        if self._nouns[word].search(text, *window):
            return None
        return _Vote(word, Span(m.start(1), m.end(1)), person)

    def _slot(self, m: re.Match[str]) -> str:
        """Does the pronoun say something, open a sentence or stand right behind "said"?"""
        text = self.document.text
        if _THEN_SAID.match(text, m.end()) or _SAID.search(text, max(0, m.start() - 16), m.start()):
            return "speech"
        if text[m.start()].isupper():
            start = self.document.sentence_at(m.start()).start
            return "opening" if text[start:m.start()].strip(' “"') in _OPENING else ""
        if _SAID_THAT.search(text, max(0, m.start() - 34), m.start()):
            return "clause"
        start = self.document.sentence_at(m.start()).start
        return "opening" if m.start() - start < 14 and text[start:m.start()].strip(' “"') in _OPENING else ""

    def others(self, vote: _Vote) -> bool:
        """Do more pronouns of that sex stand around, in quotations too? Then somebody else is spoken of."""
        here = self.document.zone_index(vote.span.start)
        start = next((z for z in range(here, max(-1, here - _BACK - 1), -1) if self._in_zone(z)[1]), here)
        around = _ANY.finditer(self.document.text, self.document.zones[start].span.start, self.document.zones[here].span.end)
        return sum(1 for p in around if ("he" if p[1] else "she") == vote.word) > 1

    def other(self, person: Referent, word: str) -> Span | None:
        """Any pronoun of that sex that most likely means the person: in a paragraph that names nobody else."""
        for n, m in person.mentions:
            if n == self.number:
                zone = self.document.zone_index(m.span.start)
                who, _ = self._in_zone(zone)
                for p in _ANY.finditer(self.document.text, m.span.end, self.document.zones[zone].span.end) if len(who) == 1 else ():
                    if ("he" if p[1] else "she") == word and self.document.quotation_at(p.start()) is None:
                        return Span(*p.span())
        return None


CHECKS: dict[str, Check] = {"pronoun": Check(Params, _run)}
