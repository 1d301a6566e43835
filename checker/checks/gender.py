"""Check `disagree`, pronouns: one person is "he" here and "she" there.

Two ways: pronouns that `checker.checks.pronouns` links surely to one person, and a pronoun that is the only one of its sex in a text that
speaks of nobody of that sex.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from checker.checks.base import Check
from checker.checks.belongs import belonging, named_kin
from checker.checks.bound import Bound, apposed, bound
from checker.checks.mistitled import mistitled
from checker.checks.pronouns import Reader, Vote
from checker.checks.sexes import two_sexes
from checker.checks.speakers import goes_on, hands_over
from checker.checks.spoken import Pronoun, given_names, sex_of_given, titled
from checker.checks.vessels import may_be_a_ship
from checker.data.english import CALENDAR
from checker.data.gender import APPOSED
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.model import Mention, Name, Span
from checker.records import NamedTuple

_POSSESSOR = re.compile(r"(?<![\w’'-])([A-Z][\w-]+)[’']s(?= )")
_WORD = re.compile(r" [a-z’']+")


_WOMEN, _MEN = frozenset({"she", "She", "her", "Her", "Herself"}), frozenset({"he", "He", "his", "His", "Himself"})


class Params(NamedTuple):
    """`most`: how often at most a person may be the odd sex; beyond that there are two people of the name."""

    most: int = 2


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        found: list[Conflict] = []
        if _both(analysis):
            found += _pronouns(Reader(number, analysis, ledger.referents), params)
        elif not analysis.document.distinct.isdisjoint(APPOSED):
            reader = Reader(number, analysis, ledger.referents)
            found += _bound(reader, apposed(reader))
        yield from found
        for named, noun, name in named_kin(analysis):
            yield Conflict((Place(number, named), Place(number, noun)), {"name": name}, ("the name stands behind the word as whose it is",), likely=True)
        told = {c.places[0] for c in found}
        for name, span, other in two_sexes(analysis):
            if Place(number, span) not in told:
                yield Conflict((Place(number, span), Place(number, other)), {"name": name}, (f"nobody else in the text is called {name}",), likely=True)


def _pronouns(reader: Reader, params: Params) -> Iterator[Conflict]:
    """The pronouns that surely mean somebody, else those that can hardly mean another."""
    for c in _of_people(reader, params):
        if not any(may_be_a_ship(reader, span) for _, span in c.places):
            yield c


def _of_people(reader: Reader, params: Params) -> Iterator[Conflict]:
    pairs = [c for person, votes in _votes(reader) if (c := _conflict(reader, person, votes, params)) is not None]
    known = {span.start for c in pairs for _, span in c.places}
    sure = [*pairs, *(c for c in _bound(reader, (*bound(reader), *belonging(reader))) if c.places[0].span.start not in known)]
    yield from sure
    told = {c.places[0].span.start for c in sure}
    for c in _likely(reader) if not pairs else ():
        if c.places[0].span.start not in told:
            yield c


def _likely(reader: Reader) -> Iterator[Conflict]:
    """The pronouns that can hardly mean another."""
    found = list(_gone_on(reader))
    yield from found
    yield from _handed_over(reader, {f.places[0].span.start for f in found})
    yield from (c for c in _alone(reader) if c.places[0].span.start not in {f.places[0].span.start for f in found})
    yield from _mistitled(reader)
    yield from _of_itself(reader)
    from checker.checks.lonesaid import lone_said
    for span, name, person in lone_said(reader):
        if span.start not in {f.places[0].span.start for f in found}:
            yield Conflict((Place(reader.number, _with_verb(reader.document.text, span)), Place(reader.number, name)), {"name": reader.referents[person].name},
                           ("the only pronoun of its sex in a text that names nobody of that sex",), likely=True)


def _bound(reader: Reader, found: Iterable[Bound]) -> Iterator[Conflict]:
    """What one sentence binds to a name of the other sex."""
    seen: set[int] = set()
    for odd, told, person, why in found:
        if odd.start in seen or _of_anothers(reader, odd, person):
            continue
        seen.add(odd.start)
        yield Conflict((Place(reader.number, _with_verb(reader.document.text, odd)), Place(reader.number, told)), {"name": reader.referents[person].name}, (why,), likely=True)


def _of_anothers(reader: Reader, odd: Span, person: int) -> bool:
    """Does the sentence name another before the pronoun as whose something is ("won the round on Salazar's card, she would")?"""
    own = reader.referents[person].name.split()
    start = reader.document.sentence_at(odd.start).start
    return any(m[1] not in own and m[1].lower() not in CALENDAR and reader.names_from(m.start(), m.start() + 1) for m in _POSSESSOR.finditer(reader.document.text, start, odd.start))


def _both(analysis: Analysis) -> bool:
    """Can a pronoun be of the wrong sex: both pronouns, or a name or title of the one sex where only the other is spoken of?"""
    words = analysis.document.lowercase
    women, men = not words.isdisjoint(_WOMEN), not words.isdisjoint(_MEN)
    if women and men:
        return True
    wanted = "she" if men else "he"
    return (women or men) and (wanted in titled(analysis).sexes.values() or wanted in map(sex_of_given, given_names(analysis)))


def _votes(reader: Reader) -> list[tuple[int, list[Vote]]]:
    """The pronouns of each person who may be "he" and "she", in order; of others, whose names and pronouns agree, none is looked at."""
    near: dict[int, list[Pronoun]] = defaultdict(list)
    for p in reader.spoken.subjects:
        if (person := reader.named_last(p[1])) is not None:
            near[person].append(p)
    voted = []
    for person, pronouns in near.items():
        told, words = reader.told_by(person), {p.word for p in pronouns}
        if (words == {told[0]} if told else len(words) == 1) or not any(reader.vote(p) for p in pronouns if not told or p.word != told[0]):
            continue
        votes = [v for p in pronouns if (v := reader.vote(p)) is not None]
        voted.append((person, votes))
    return sorted(voted, key=lambda x: x[1][0].span)


def _conflict(reader: Reader, person: int, told: list[Vote], params: Params) -> Conflict | None:
    """The odd pronoun of a person, against the other pronoun or the name that tells the sex."""
    document, names, sure = reader.document, reader.mentions(person), reader.told_by(person)
    for odd, usual in (("he", "she"), ("she", "he")):
        these, those = ([v for v in told if v.word == w] for w in (odd, usual))
        if any(reader.titled.get(m.span.start) == odd or _office(m) for m in names) or (these and reader.others(these[0])):
            continue
        if not these or len(these) > min(params.most, max(1, len(those))) or (sure and sure[0] == odd):
            continue
        other: Span | None = those[0].span if those else None
        if other is None and sure and len(these) == 1:
            other = reader.other(person, usual) or (reader.told_by_title(person) or sure)[1].span
        if other is not None:
            name = reader.referents[person].name
            return Conflict((Place(reader.number, _with_verb(document.text, these[0].span)), Place(reader.number, _with_verb(document.text, other))),
                            {"name": name}, (f"the paragraph names {name} only",), likely=True)
    return None


def _alone(reader: Reader) -> Iterator[Conflict]:
    """A pronoun that is the only one of its sex far and wide, where everybody named around it is of the other."""
    document = reader.document
    for odd, usual in (("he", "she"), ("she", "he")):
        for span in reader.alone_of(odd):
            if (person := reader.alone(span, odd)) is None or _of_anothers(reader, span, person):
                continue
            other = reader.nearest(span, usual, person) or reader.named_before(span, person)
            why = f"the only “{odd}” far and wide, among people who are all “{usual}”"
            yield Conflict((Place(reader.number, _with_verb(document.text, span)), Place(reader.number, _with_verb(document.text, other))),
                           {"name": reader.referents[person].name}, (why,), likely=True)


def _gone_on(reader: Reader) -> Iterator[Conflict]:
    """Whoever spoke in the paragraph before goes on as a pronoun of the other sex."""
    for span, name, person in goes_on(reader):
        yield Conflict((Place(reader.number, span), Place(reader.number, name.span)), {"name": reader.referents[person].name},
                       ("the speaker of the paragraph before goes on, and nobody else near is of that sex",), likely=True)


def _handed_over(reader: Reader, known: Collection[int]) -> Iterator[Conflict]:
    """A pronoun speaks on as one of the other sex in the next paragraph."""
    for span, other in hands_over(reader):
        if span.start not in known:
            yield Conflict((Place(reader.number, span), Place(reader.number, other)), {"name": "one speaker"},
                           ("the paragraph before tells of one speaker, and nobody else is named between",), likely=True)


def _of_itself(reader: Reader) -> Iterator[Conflict]:
    """Right behind "Hale says" the pronoun of the other sex, where nobody of that sex is named or spoken of far and wide."""
    for span, person, told in reader.of_itself():
        yield Conflict((Place(reader.number, _with_verb(reader.document.text, span)), Place(reader.number, told)), {"name": reader.referents[person].name},
                       ("the name right before it is of the other sex, and nobody else far and wide is of this",), likely=True)


def _mistitled(reader: Reader) -> Iterator[Conflict]:
    """A man's title before a woman's name or the other way round, with the pronoun behind it."""
    for person in sorted(reader.with_title):
        found = mistitled(reader, person)
        if found is not None:
            place, pronoun = found
            name = reader.referents[person].name
            yield Conflict((Place(reader.number, place), Place(reader.number, _with_verb(reader.document.text, pronoun))), {"name": name},
                           (f"the given name in {name} and the pronoun are of the other sex",), likely=True)


def _with_verb(text: str, span: Span) -> Span:
    """The pronoun with the word behind it: a lone "he" shows an editor little."""
    word = _WORD.match(text, span.end) if span.end - span.start < 4 else None
    return Span(span.start, word.end()) if word else span


def _office(m: Mention) -> bool:
    """Is it a surname behind an office ("President Hale"), so that somebody else of the family may be meant?"""
    return isinstance(m.value, Name) and len(m.value.parts) == 1 and "President" in (m.value.title or "")


CHECKS: dict[str, Check] = {"pronoun": Check(Params, _run)}
