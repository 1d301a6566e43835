"""Whom a pronoun means, where English leaves little choice.

A pronoun counts only right behind "Hale said", with a verb of saying ("she added") or at the start of a sentence, in the article's own
words, where the paragraph (or the nearest one before it that names anybody) names one person only, as a subject, and has no noun that
the pronoun might mean. Linking by the nearest name alone was tried: it finds fewer slips and fourteen false ones in 500 articles,
where this finds one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.checks.clauses import BARE_SAID, IN, NAME_SAID, NOUNS, SOMEBODY, THE_ONE, VERB, either, has_verb, is_subject, slot
from checker.checks.spoken import Pronoun, Spoken, given, like_a_person, no_person, titled
from checker.data.people import BODIES, GENERIC
from checker.link.ledger import Analysis
from checker.link.names import sex
from checker.model import Mention, Name, Referent, Span
from checker.records import NamedTuple
from checker.relate.lazy import lazy
from checker.structure.document import Document

_FAR = 6  # paragraphs before a pronoun in which whomever it means is named or spoken of
_BOUND = frozenset({"his", "himself", "herself", "Her"})  # what may mean somebody whom its own clause names
_CLOSE = 100  # characters within which so many hardly ever begin
_BACK = 3  # paragraphs without a name that a pronoun may reach over


class Vote(NamedTuple):
    """A pronoun and the person it surely means."""

    word: str
    span: Span
    person: int


def _start(mention: tuple[int, Mention]) -> int:
    return mention[1].span.start


def _begin(m: Mention) -> int:
    return m[1][0]


@lru_cache(maxsize=10000)
def _like_a_person(name: str) -> bool:
    return like_a_person(tuple(name.split(" ")))


@lru_cache(maxsize=10000)
def _is_body(name: str) -> bool:
    """Does the name say that it is no person's, whatever stands before it ("Senate Finance Committee", "Coalition" behind "Criminal Justice")?"""
    *before, last = name.split(" ")
    small = last.lower()
    return small in BODIES if not before else (small in BODIES or small in GENERIC) and sex(before[0]) is None


class Reader:
    """A document with its names in order, to ask whom a pronoun means."""

    def __init__(self, number: int, analysis: Analysis, referents: Sequence[Referent]) -> None:
        self.number = number
        self.document: Document = analysis.document
        self.referents = referents
        self.titled = titled(analysis).sexes
        self.spoken = Spoken(analysis.document)
        self.names = analysis.mentions
        self.people = {i for i, (kind, name, _, _) in enumerate(referents) if kind == "person" and not _is_body(name) or " " in name and _like_a_person(name)}
        self._held: dict[int, tuple[int, Mention]] = {}  # the mentions of people, each with the person, by where it begins
        for person in self.people:
            self._put(person)
        untold = self.titled.keys() - self._held.keys()
        for person in {self._owners[at] for at in untold} if untold else ():
            self.people.add(person)
            self._put(person)
        self.with_title = {self._held[at][0] for at in self.titled}
        self._sexes: dict[int, str] = {}
        self._told: dict[tuple[str, int, int], bool] = {}
        self._zones: dict[int, tuple[frozenset[int], tuple[tuple[int, Mention], ...]]] = {}
        self._votes: dict[Pronoun, Vote | None] = {}
        self._lasts: dict[int, int] = {}

    def _put(self, person: int) -> None:
        number, held = self.number, self._held
        for n, m in self.referents[person][2]:
            if n == number:
                held[m[1][0]] = person, m

    @lazy
    def _owners(self) -> dict[int, int]:
        """The referent of each name, by where it begins; most texts are read through by their people alone."""
        return {m[1][0]: i for i, referent in enumerate(self.referents) for n, m in referent[2] if n == self.number}

    @lazy
    def surnames(self) -> set[str]:
        """The last words of the people's names."""
        return {self.referents[i].name.split()[-1] for i in self.people}

    @lazy
    def _person_starts(self) -> list[int]:
        return sorted(self._held)

    @lazy
    def _persons(self) -> list[tuple[int, Mention]]:
        """The mentions of people in order."""
        return [self._held[at] for at in self._person_starts]

    def _named(self, start: int, end: int) -> list[Mention]:
        """The names that begin between two offsets, the second left out."""
        mentions = self.names
        first = bisect_left(mentions, start, key=_begin)
        return [m for m in mentions[first:bisect_left(mentions, end, first, key=_begin)] if m[0] == "name"]

    def names_from(self, start: int, end: int) -> list[Mention]:
        """The names, whosever they are, that begin between two offsets, the second left out."""
        return self._named(start, end)

    def people_named(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """The mentions of people that begin between two offsets, the second left out."""
        first = bisect_left(self._person_starts, start)
        return self._persons[first:bisect_left(self._person_starts, end, first)]

    def mentions(self, person: int) -> list[Mention]:
        """The mentions of a person in this document."""
        return [m for n, m in self.referents[person].mentions if n == self.number]

    def in_zone(self, zone: int) -> tuple[frozenset[int], tuple[tuple[int, Mention], ...]]:
        """Who is named in a paragraph outside quotations, and the mentions of people."""
        if zone not in self._zones:
            span = self.document.zones[zone].span
            named = [self._held.get(m.span.start) or (self._owners[m.span.start], m) for m in self._named(span.start, span.end + 1)
                     if self.document.quotation_at(m.span.start) is None and (m.span.start in self._held or self._acts(m))]
            self._zones[zone] = frozenset(i for i, _ in named), tuple(x for x in named if x[0] in self.people)
        return self._zones[zone]

    def _acts(self, m: Mention) -> bool:
        """Might the name be a person's after all: a known surname, or the subject of a verb?"""
        assert isinstance(m.value, Name)
        last, text = m.value.parts[-1], self.document.text
        if len(m.value.parts) > 2 or m.text.isupper() or _is_body(" ".join(m.value.parts)):
            return False
        if IN.search(text, max(0, m.span.start - 5), m.span.start):
            return False
        if last in self.surnames or (len(m.value.parts) == 2 and (m.value.apposition or m.value.age) and not no_person(m.value.parts)):
            return True
        return has_verb(text, m.span, last)

    def may_act(self, start: int, end: int, words: int = 1) -> bool:
        """Does a name of so many words stand there, outside quotations, that might be another person's?"""
        return any(len(m.value.parts) >= words and self.document.quotation_at(m.span.start) is None and m.span.start not in self._held and self._acts(m) for m in self._named(start, end) if isinstance(m.value, Name))

    def _antecedent(self, at: int) -> tuple[int, Mention, int] | None:
        """The one person of the nearest paragraph that names any before `at`, the last mention before it, and that paragraph."""
        here = self.document.zone_index(at)
        everybody: set[int] = set()
        for zone in range(here, max(-1, here - _BACK - 1), -1):
            who, mentions = self.in_zone(zone)
            everybody |= who
            before = bisect_left(mentions, at, key=_start)
            if before:
                return (next(iter(everybody)), mentions[before - 1][1], zone) if len(everybody) == 1 else None
        return None

    def named_last(self, at: int) -> int | None:
        """The person who is named last before the offset, outside quotations: whom a pronoun there means, if anybody for sure."""
        last = self._last(at)
        return self._persons[last][0] if last >= 0 else None

    def _last(self, at: int) -> int:
        known = self._lasts.get(at)  # every sort of pronoun asks
        if known is None:
            known = bisect_left(self._person_starts, at) - 1
            while known >= 0 and self.document.quotation_at(self._person_starts[known]) is not None:
                known -= 1
            self._lasts[at] = known
        return known

    def _several(self, at: int) -> bool:
        """Are two people named in the paragraphs from the last who is named to the offset's own? Asked before what costs more."""
        last, starts, document = self._last(at), self._person_starts, self.document
        if last < 0:
            return True
        first, behind = bisect_left(starts, document.zone_at(starts[last]).span.start), bisect_right(starts, document.zone_at(at).span.end)
        person = self._persons[last][0]
        return any(i != person and document.quotation_at(m.span.start) is None for i, m in self._persons[first:behind])

    def vote(self, pronoun: Pronoun) -> Vote | None:
        """Whom the pronoun surely means, None where it may mean another."""
        if pronoun not in self._votes:
            self._votes[pronoun] = self._vote(pronoun.word, pronoun.span)
        return self._votes[pronoun]

    def _vote(self, word: str, span: Span) -> Vote | None:
        document, text = self.document, self.document.text
        at, end = span
        if document.quotation_at(at) is not None or document.zone_at(at).kind != "body" or self._several(at):
            return None
        where = slot(document, at, end)
        if not where or either(document, at, end):
            return None
        found = self._antecedent(at)
        if found is None:
            return None
        person, last, zone = found
        assert isinstance(last.value, Name)
        start = document.sentence_at(last.span.start).start
        if where == "clause" and (not NAME_SAID.fullmatch(text, last.span.end, at) or any(p.word == word for p in self.spoken.between(start, last.span.start))):
            return None  # "In a review of her plan, Hale writes that she": another's
        if last.value.possessive or not is_subject(document, last):
            return None
        if THE_ONE.search(text, last.span.end, at):
            return None
        if self.named_behind(end, person):
            return None
        if self._noun_between(word, document.zones[zone].span.start, document.zone_at(at).span.end):
            return None
        return Vote(word, span, person)

    def _noun_between(self, word: str, start: int, end: int) -> bool:
        """Does a noun of that sex stand there ("the woman")? Asked once for the same paragraphs."""
        key = word, start, end
        if key not in self._told:
            self._told[key] = NOUNS[word].search(self.document.text, start, end) is not None
        return self._told[key]

    def named_behind(self, at: int, person: int) -> bool:
        """Is the person named in the rest of the sentence? A subject cannot mean somebody whom its own clause names ("She said Hale was")."""
        end = min(self.document.sentence_at(at).end, self.document.zone_at(at).span.end)
        return any(i == person and self.document.quotation_at(m.span.start) is None for i, m in self.people_named(at + 1, end + 1))

    def others(self, vote: Vote) -> bool:
        """Do more pronouns of that sex stand around, in quotations too? Then somebody else is spoken of."""
        here = self.document.zone_index(vote.span.start)
        start = next((z for z in range(here, max(-1, here - _BACK - 1), -1) if self.in_zone(z)[1]), here)
        around = self.spoken.between(self.document.zones[start].span.start, self.document.zones[here].span.end)
        return sum(p.word == vote.word for p in around) > 1

    def other(self, person: int, word: str) -> Span | None:
        """Any pronoun of that sex that most likely means the person: in a paragraph that names nobody else."""
        for m in self.mentions(person):
            zone = self.document.zone_index(m.span.start)
            for p in self.spoken.between(m.span.end, self.document.zones[zone].span.end) if len(self.in_zone(zone)[0]) == 1 else ():
                if p.word == word and self.document.quotation_at(p.start) is None:
                    return p.span
        return None

    def told_by(self, person: int) -> tuple[str, Mention] | None:
        """The sex that a given name tells, else that a title does, and the first mention that shows it."""
        return next(((s, m) for m in self.mentions(person) if isinstance(m[3], Name) and len(m[3][0]) > 1 and (s := given(m[3][0]))), None) or self.told_by_title(person)

    def told_by_title(self, person: int) -> tuple[str, Mention] | None:
        """The sex that a title tells, and the first mention behind one."""
        return next(((t, m) for m in self.mentions(person) if (t := self.titled.get(m.span.start))), None)

    @staticmethod
    def given(m: Mention) -> str:
        """The sex that the given name tells."""
        assert isinstance(m.value, Name)
        return given(m.value.parts)

    def sex_of(self, person: int) -> str:
        """The sex that a person's titles and given names tell; nothing where they tell none or both."""
        if person not in self._sexes:
            told = {t for m in self.mentions(person) for t in (self.titled.get(m.span.start, ""), self.given(m)) if t}
            self._sexes[person] = told.pop() if len(told) == 1 else ""
        return self._sexes[person]

    def alone_of(self, word: str) -> Iterator[Span]:
        """Where "he" or "she" stands far from every other pronoun of its sex."""
        zones, text, before = self.document.zone_index, self.document.text, -1
        these = [p for p in self.spoken.all if p[0] == word]
        for at, (_, start, end, subject) in enumerate(these):
            last, before = before, start
            if last >= 0 and start - last < _CLOSE or not (subject or text[start:end].lower() in _BOUND or text[start:end] in _BOUND) or last >= 0 and zones(start) - zones(last) <= _FAR:
                continue
            if at + 1 == len(these) or zones(these[at + 1].start) - zones(start) > 1:
                yield Span(start, end)

    def around(self, span: Span) -> Span:
        """The paragraphs in which another person whom a pronoun means would be named or spoken of."""
        zones, here = self.document.zones, self.document.zone_index(span.start)
        return Span(zones[max(0, here - _FAR)].span.start, zones[min(len(zones) - 1, here + 1)].span.end)

    def alone(self, span: Span, word: str) -> int | None:
        """Whom the only pronoun of its sex seems to mean though the name tells the other: None where somebody else may be meant."""
        document, text = self.document, self.document.text
        here = document.zone_index(span.start)
        if document.zones[here].kind != "body" or document.quotation_at(span.start) is not None \
                or either(document, span.start, span.end):
            return None
        around = self.around(span)
        here_named = any(m.span.start < span.start for _, m in self.in_zone(here)[1])
        start = document.zones[max(0, here - _BACK)].span.start if here_named else around.start
        if any(self.sex_of(i) == word for i, _ in self.people_named(start, around.end)):
            return None
        for zone in range(here, max(-1, here - _BACK - 1), -1):
            who, mentions = self.in_zone(zone)
            before = [(i, m) for i, m in mentions if m.span.start < span.start]
            if any(self.sex_of(i) in ("", word) for i in who):
                return None
            if before:
                person, last = before[-1]
                assert isinstance(last.value, Name)
                if not (last.value.possessive or is_subject(document, last) or any(p.word != word for p in self.spoken.between(last.span.end, span.start))):
                    return None
                window = document.zones[zone].span.start, document.sentence_at(span.start).end
                vague = NOUNS[word].search(text, *window) or SOMEBODY.search(text, *window)
                told = [(self._owners[m.span.start], m) for m in self._named(*window)]
                if any(i not in who and self.referents[i].kind == "other" and (VERB.match(text, m.span.end) or sex(m.text) == word) for i, m in told):
                    return None  # whom the text names by a given name alone, too
                bound = text[span.start:span.end].lower() in _BOUND
                return None if vague or not bound and self.named_behind(span.end, person) else person
        return None

    def of_itself(self) -> Iterator[tuple[Span, int, Span]]:
        """Pronouns right behind a name and "says" that are of the other sex, with the person and where a title tells the sex: nobody else far and wide may be meant."""
        for word, start, end, _ in self.spoken.subjects:
            at = bisect_left(self._person_starts, start) - 1
            if at < 0 or start - self._person_starts[at] > _CLOSE:
                continue
            person, m = self._persons[at]
            told = self.sex_of(person)
            if not told or told == word or not BARE_SAID.fullmatch(self.document.text, m.span.end, start) or self.document.quotation_at(start) is not None:
                continue
            around = self.around(Span(start, end))
            if NOUNS[word].search(self.document.text, *around) or sum(p.word == word for p in self.spoken.between(*around)) > 1:
                continue
            if not any(self.sex_of(i) == word for i, _ in self.people_named(*around)) and not self.named_behind(end, person):
                yield Span(start, end), person, (self.told_by_title(person) or self.told_by(person) or (told, m))[1].span

    def nearest(self, span: Span, word: str, person: int) -> Span | None:
        """The pronoun of the other sex that stands nearest in a paragraph where nobody else is named."""
        zone = self.document.zone_index(span.start)
        zones = self.document.zones
        start, end = zones[max(0, zone - _BACK)].span.start, zones[min(len(zones) - 1, zone + _BACK)].span.end
        near = [p.span for p in self.spoken.between(start, end) if p.word == word and self.document.quotation_at(p.start) is None
                and self.in_zone(self.document.zone_index(p.start))[0] <= {person}]
        return min(near, key=lambda p: abs(p.start - span.start), default=None)

    def named_before(self, span: Span, person: int) -> Span:
        """Where the person is named last before the place."""
        return [m.span for m in self.mentions(person) if m.span.start < span.start][-1]
