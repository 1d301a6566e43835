"""Possessives, reflexives and nouns of relation of the wrong sex beside a name: "Hale, known for her work", "Hale's office said he", "his wife, Tom,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.bound import Bound, last_named, nobody_else, with_courtesy
from checker.checks.clauses import NOUNS, is_subject
from checker.checks.pronouns import Reader
from checker.checks.spoken import Pronoun, sex_of_given
from checker.link.ledger import Analysis
from checker.model import Mention, Span
from checker.structure.words import alternatives, occurrences

_KNOWN = re.compile(r", (?:(?:best |well |long |widely )?known|famed|famous|noted|remembered|celebrated|praised|admired) for $")
_OWN = re.compile(r" own\b")
_RELATIVE = re.compile(r", who [^,.;:\n\"“”]{3,60} $")
_OFFICE = re.compile(r"[’']s? (?:office|campaign|family|team|press office|party|publisher|club) (?:said|says|confirmed|announced)(?: (?:on )?[A-Z][a-z]+day)?(?: that)? $")
_KIN_SEX = {"wife": "she", "husband": "he", "brother": "he", "sister": "she", "father": "he", "mother": "she", "son": "he", "daughter": "she", "uncle": "he", "aunt": "she", "nephew": "he", "niece": "she"}
_KIN = _KIN_SEX.keys() | {"cousin", "parents"}
_NAMED_KIN = re.compile(rf"\b(?:his|her|[’']s) ({alternatives(_KIN_SEX)}), ([A-Z][a-z]+)(?:,| [A-Z][a-z]+,)")
_REFLEXIVE = re.compile(r"(Himself|Herself) (?:an?|the|once|long) [^,.;\n]{3,50}, (?=[A-Z])")
_FEW = 14  # words between a name and its possessive


def belonging(reader: Reader) -> Iterator[Bound]:
    """What can be nobody's but that of the one who is named beside it."""
    text = reader.document.text
    for pronoun in reader.spoken.all:
        if not pronoun.subject:
            if _OWN.match(text, pronoun.end) or text.endswith(" for ", 0, pronoun.start):
                yield from _of_the_name(reader, pronoun)
            elif text[pronoun.start].isupper():
                yield from _of_the_sentence_before(reader, pronoun)
        elif text.endswith(("said ", "says ", "confirmed ", "announced ", "that ", "day "), 0, pronoun.start):
            yield from _of_the_office(reader, pronoun)
    yield from _reflexive(reader)


def _told(reader: Reader, pronoun: Pronoun) -> tuple[int, Mention, Span] | None:
    """The person named last before a pronoun of the other sex in the article's own words: who, the mention, and where the sex is told."""
    if reader.document.quotation_at(pronoun.start) is not None or reader.document.zone_at(pronoun.start).kind != "body":
        return None
    person = reader.named_last(pronoun.start)
    told = reader.sex_of(person) if person is not None else ""
    elsewhere = (reader.told_by_title(person) or reader.told_by(person)) if person is not None and told and told != pronoun.word else None
    return (person, last_named(reader, pronoun.start), with_courtesy(reader, elsewhere[1])) if person is not None and elsewhere else None


def _of_the_name(reader: Reader, pronoun: Pronoun) -> Iterator[Bound]:
    """ "Hale, known for her role", "Hale, who has three children of her own"."""
    document, text = reader.document, reader.document.text
    if (found := _told(reader, pronoun)) is None:
        return
    person, m, told = found
    between = text[m.span.end:pronoun.start]
    if m.span.start < document.sentence_at(pronoun.start).start or len(between.split()) > _FEW or NOUNS[pronoun.word].search(between):
        return
    known = _KNOWN.fullmatch(between)
    if known or _OWN.match(text, pronoun.end) and _RELATIVE.fullmatch(between):
        yield Bound(pronoun.span, told, person, "it stands in the name's own clause")


def _of_the_office(reader: Reader, pronoun: Pronoun) -> Iterator[Bound]:
    """ "Hale's office said he": of whom an office speaks is who it belongs to."""
    if (found := _told(reader, pronoun)) is not None and _OFFICE.fullmatch(reader.document.text, found[1].span.end, pronoun.start) and nobody_else(reader, pronoun, found[0]):
        yield Bound(pronoun.span, found[2], found[0], "the person's own office speaks")


def _of_the_sentence_before(reader: Reader, pronoun: Pronoun) -> Iterator[Bound]:
    """ "Ann Hale owns a third. His brother owns the rest.": the sentence before names and tells of one person."""
    document, text = reader.document, reader.document.text
    noun = re.match(r" ([a-z]+)\b", text[pronoun.end:pronoun.end + 16])
    here = document.sentence_at(pronoun.start)
    if noun is None or noun[1] not in _KIN or here.start != pronoun.start or (found := _told(reader, pronoun)) is None:
        return
    person, m, told = found
    before = document.sentence_at(max(0, here.start - 2))
    if before.start <= m.span.start < here.start and is_subject(document, m) and len({i for i, _ in reader.people_named(before.start, here.start)}) == 1 and _alone_before(reader, pronoun):
        yield Bound(pronoun.span, told, person, "the sentence before tells of this person alone")


def _alone_before(reader: Reader, pronoun: Pronoun) -> bool:
    """Is nobody of the pronoun's sex named or spoken of in the paragraphs around, the relation behind it aside?"""
    around = reader.around(pronoun.span)
    named = any(reader.sex_of(i) == pronoun.word for i, _ in reader.people_named(*around))
    return not named and not NOUNS[pronoun.word].search(reader.document.text, around.start, pronoun.start) and sum(p.word == pronoun.word for p in reader.spoken.between(*around)) == 1


def _reflexive(reader: Reader) -> Iterator[Bound]:
    """ "Himself a former pilot, Ann Hale sat in front"."""
    text = reader.document.text
    for word, sex in (("Himself ", "he"), ("Herself ", "she")):
        for at in occurrences(text, word) if word[:-1] in reader.document.lowercase else ():
            m = _REFLEXIVE.match(text, at)
            named = reader.people_named(m.end(), m.end() + 1) if m else []
            told = reader.sex_of(named[0][0]) if named else ""
            elsewhere = (reader.told_by_title(named[0][0]) or reader.told_by(named[0][0])) if told and told != sex else None
            if elsewhere:
                yield Bound(Span(at, at + len(word) - 1), with_courtesy(reader, elsewhere[1]), named[0][0], "the word points at the name behind it")


def named_kin(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """A noun of relation and the name behind it of the other sex ("his wife, Tom,"): the name, the noun, what is printed."""
    document = analysis.document
    for word in _KIN_SEX.keys() & document.distinct:
        for at in document.places(word):
            m = _NAMED_KIN.search(document.text, max(0, at - 5), at + 60)
            if m is None or m.start(1) != at or document.quotation_at(at) is not None:
                continue
            told = sex_of_given(m[2])
            if told and told != _KIN_SEX[word]:
                yield Span(*m.span(2)), Span(*m.span(1)), m[2]
