"""The only pronoun of its sex in the text, in which nobody of that sex is named or spoken of: "he" throughout, and once "she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.clauses import NOUNS, SAY, SOMEBODY, either
from checker.checks.pronouns import Reader
from checker.checks.spoken import Pronoun, sex_of_given
from checker.model import Mention, Name, Span
from checker.structure.document import Document

_FAR = 600  # characters before the pronoun in which whoever speaks is named
_SAYS = re.compile(rf" (?:also |later |then |had |has )?{SAY}\b")
_SAID = re.compile(r"\b(?:said|says|added|adds) $")


def lone_said(reader: Reader) -> Iterator[tuple[Span, Span, int]]:
    """The pronoun that says something, the name before it and the person."""
    for odd, usual in (("he", "she"), ("she", "he")):
        these = [p for p in reader.spoken.all if p.word == odd]
        if len(these) != 1 or not these[0].subject or not any(p.word == usual for p in reader.spoken.all):
            continue
        found = _speaker(reader, these[0], usual)
        if found is not None:
            yield these[0].span, found[1].span, found[0]


def _speaker(reader: Reader, p: Pronoun, usual: str) -> tuple[int, Mention] | None:
    """Who is named last before it, where that is somebody of the other sex and nobody else can be meant."""
    document = reader.document
    if document.quotation_at(p.start) is not None or document.zone_at(p.start).kind != "body" or either(document, p.start, p.end) or not _says(document, p):
        return None
    if _is_called(reader, p.word, Span(max(0, p.start - _FAR), p.end)):
        return None
    named = [x for x in reader.people_named(max(0, p.start - _FAR), p.start) if document.quotation_at(x[1].span.start) is None]
    if not named or reader.sex_of(named[-1][0]) != usual or any(not reader.sex_of(i) and " " in m.text for i, m in named):
        return None
    person, last = named[-1]
    assert isinstance(last.value, Name)
    if last.value.possessive and not reader.spoken.between(last.span.end, p.start):
        return None
    start = document.sentence_at(last.span.start).start
    if reader.named_behind(p.end, person) or reader.may_act(last.span.end, p.start) or reader.may_act(max(0, p.start - _FAR), p.start, 2) or _somebody(document, p.word, start, document.sentence_at(p.start).end):
        return None
    return person, last


def _is_called(reader: Reader, word: str, near: Span) -> bool:
    """Has anybody a given name or title of that sex, behind words of an office too ("Green MEP Clara Hale"), or a single name near a place?"""
    for m in reader.names:
        if isinstance(m.value, Name):
            *before, last = m.value.parts
            if any(sex_of_given(part) == word for part in before) or not before and near.start <= m.span.start < near.end and last not in reader.surnames and sex_of_given(last) == word:
                return True
    return word in reader.titled.values() or any(reader.sex_of(i) == word for i in reader.people)


def _says(document: Document, p: Pronoun) -> bool:
    """Does the pronoun say something: "she said", "said she"?"""
    return _SAYS.match(document.text, p.end) is not None or _SAID.search(document.text, max(0, p.start - 14), p.start) is not None


def _somebody(document: Document, word: str, start: int, end: int) -> bool:
    """Is somebody spoken of there, outside quotations, whom the pronoun may mean?"""
    return any(document.quotation_at(m.end() - 1) is None for told in (NOUNS[word], SOMEBODY) for m in told.finditer(document.text, start, end))
