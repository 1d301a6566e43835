"""Check `disagree`, pronouns: one person is "he" here and "she" there.

Two ways: pronouns that `checker.checks.pronouns` links surely to one person, and a pronoun that is the only one of its sex in a text that
speaks of nobody of that sex.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.checks.base import Check
from checker.checks.pronouns import Reader, Vote, every, given, pronouns, title
from checker.link.ledger import Analysis, Ledger
from checker.model import Conflict, Mention, Name, Place, Referent, Span


class Params(NamedTuple):
    """`most`: how often at most a person may be the odd sex; beyond that there are two people of the name."""

    most: int = 2


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        if not _both(number, analysis, ledger.referents):
            continue
        reader = Reader(number, analysis, ledger.referents)
        votes: dict[int, list[Vote]] = defaultdict(list)
        for m in pronouns(analysis.document):
            vote = reader.vote(m)
            if vote is not None:
                votes[vote.person].append(vote)
        pairs = [c for person, told in votes.items() if (c := _conflict(reader, ledger.referents[person], told, params)) is not None]
        yield from pairs
        if not pairs:
            yield from _alone(reader)
            yield from _mistitled(reader)


def _both(number: int, analysis: Analysis, referents: Sequence[Referent]) -> bool:
    """Can there be a conflict at all: both pronouns, or a name or title of the one sex where only the other is spoken of?"""
    text = analysis.document.text
    women = "she" in analysis.document.lowercase or "She " in text
    men = " he " in text or "He " in text
    if women and men:
        return True
    wanted = "she" if men else "he"
    return (women or men) and any(n == number and wanted in (title(text, m), given(m)) for r in referents for n, m in r.mentions)


def _conflict(reader: Reader, person: Referent, told: list[Vote], params: Params) -> Conflict | None:
    """The odd pronoun of a person, against the other pronoun or the name that tells the sex."""
    document = reader.document
    names = [m for n, m in person.mentions if n == reader.number]
    titled = next(((m, t) for m in names if (t := title(document.text, m))), None)
    named = next(((m, t) for m in names if (t := given(m))), None)
    for odd, usual in (("he", "she"), ("she", "he")):
        these, those = ([v for v in told if v.word == w] for w in (odd, usual))
        if any(title(document.text, m) == odd or _office(m) for m in names) or (these and reader.others(these[0])):
            continue
        if not these or len(these) > min(params.most, max(1, len(those))) or (named or titled or (None, usual))[1] == odd:
            continue
        other: Span | None = those[0].span if those else None
        if other is None and (sure := titled or named) is not None and len(these) == 1:
            other = reader.other(person, usual) or sure[0].span
        if other is not None:
            why = f"the paragraph names {person.name} only"
            return Conflict((Place(reader.number, _with_verb(document.text, these[0].span)), Place(reader.number, _with_verb(document.text, other))),
                            {"name": person.name}, (why,), likely=True)
    return None


def _alone(reader: Reader) -> Iterator[Conflict]:
    """A pronoun that is the only one of its sex far and wide, where everybody named around it is of the other."""
    document = reader.document
    places: dict[str, list[Span]] = {"he": [], "she": []}
    for word, span in every(document):
        places[word].append(span)
    for odd, usual in (("he", "she"), ("she", "he")):
        for span in places[odd]:
            around = reader.around(span)
            if bisect_left(places[odd], (around.end, 0)) - bisect_left(places[odd], (around.start, 0)) > 1 or (person := reader.alone(span, odd)) is None:
                continue
            other = reader.nearest(span, places[usual], person) or reader.named_before(span, person)
            why = f"the only “{odd}” far and wide, among people who are all “{usual}”"
            yield Conflict((Place(reader.number, _with_verb(document.text, span)), Place(reader.number, _with_verb(document.text, other))),
                           {"name": reader.referents[person].name}, (why,), likely=True)


def _mistitled(reader: Reader) -> Iterator[Conflict]:
    """A man's title before a woman's name or the other way round, with the pronoun behind it."""
    for person in sorted(reader.people):
        found = reader.mistitled(person)
        if found is not None:
            place, pronoun = found
            name = reader.referents[person].name
            yield Conflict((Place(reader.number, place), Place(reader.number, _with_verb(reader.document.text, pronoun))), {"name": name},
                           (f"the given name in {name} and the pronoun are of the other sex",), likely=True)


def _with_verb(text: str, span: Span) -> Span:
    """The pronoun with the word behind it: a lone "he" shows an editor little."""
    word = re.compile(r" [a-z’']+").match(text, span.end) if span.end - span.start < 4 else None
    return Span(span.start, word.end()) if word else span


def _office(m: Mention) -> bool:
    """Is it a surname behind an office ("President Hale"), so that somebody else of the family may be meant?"""
    return isinstance(m.value, Name) and len(m.value.parts) == 1 and "President" in (m.value.title or "")


CHECKS: dict[str, Check] = {"pronoun": Check(Params, _run)}
