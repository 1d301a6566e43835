"""A speaker who goes on: “…,” Mr. Hale said. / “…,” she said. Whoever spoke last speaks on, where nobody near is of the pronoun's sex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.checks.clauses import NOUNS, SAY, SOMEBODY, is_subject
from checker.checks.pronouns import Reader
from checker.checks.spoken import Pronoun, no_person
from checker.model import Mention, Span
from checker.structure.document import Document

_BACK = 3  # paragraphs before in which nobody of the pronoun's sex may be named or spoken of
_REACH = 2  # paragraphs without a name that it may reach over
_CLOSE = 150  # characters within which three paragraphs hardly ever begin
_MARKS = frozenset("”\"’',")
_THEN = re.compile(rf" (?:also |later |then )?{SAY}\b")
_SAYS = re.compile(rf"(?:, (?!which|where)[^.;\n“\"]{{2,110}}?,)? (?:also |later |then |has |had |who )?{SAY}\b")
_SAID_BY = re.compile(rf"\b{SAY} (?:[\w.’'-]+ ){{0,6}}$")


def goes_on(reader: Reader) -> Iterator[tuple[Span, Mention, int]]:
    """A pronoun that says something, the name of whoever spoke last, the person; where the name tells the other sex."""
    document = reader.document
    text = document.text
    last = {"he": -1, "she": -1}  # where each stands last: most stand close together
    for p in reader.spoken.all:
        word, at, end, subject = p
        before, last[word] = last[word], at
        if not subject or before >= 0 and at - before < _CLOSE or (text[at - 2:at - 1] not in _MARKS and not text[at].isupper()) or (m := _THEN.match(text, end)) is None:
            continue
        if before >= document.zones[max(0, document.zone_index(at) - _BACK)].span.start or not _may_speak(reader, p):
            continue
        found = _last_speaker(reader, p)
        if found is not None and _sex(reader, found[0], p) not in ("", p.word) and not _somebody_else(reader, p, found[1]):
            yield Span(p.start, m.end()), found[1], found[0]


def _may_speak(reader: Reader, p: Pronoun) -> bool:
    """Does it say a quotation or a clause in the article's own words: “…,” she said; The rest, she said, is; She added"""
    document = reader.document
    if document.quotation_at(p.start) is not None or document.zone_at(p.start).kind != "body":
        return False
    return document.text[p.start].isupper() and p.start in document.sentence_openings or document.text[p.start - 2:p.start - 1] in _MARKS


def _last_speaker(reader: Reader, p: Pronoun) -> tuple[int, Mention] | None:
    """Who says something last in the nearest paragraph that names anybody, or else is the subject of a sentence there."""
    here = reader.document.zone_index(p.start)
    for zone in range(here, max(-1, here - _REACH - 1), -1):
        named = [x for x in reader.in_zone(zone)[1] if x[1].span.start < p.start]
        if named:
            named.reverse()
            return next((x for x in named if _says(reader, x[1])), None) or next((x for x in named if is_subject(reader.document, x[1])), None) or _told_of(reader, named, p)
    return None


def _told_of(reader: Reader, named: Sequence[tuple[int, Mention]], p: Pronoun) -> tuple[int, Mention] | None:
    """The only person named, whom a pronoun means that opens the next sentence: "The surge took Ann Hale's house. She stood in it." """
    person, last = named[0]
    if any(i != person for i, _ in named):
        return None
    between = [q for q in reader.spoken.between(last.span.end, p.start) if reader.document.quotation_at(q.start) is None]
    opens = bool(between) and between[0].subject and between[0].start in reader.document.sentence_openings
    return named[0] if opens and p.word not in {q.word for q in between} else None


def hands_over(reader: Reader) -> Iterator[tuple[Span, Span]]:
    """A pronoun that says a quotation with which its paragraph begins, and that of the other sex which speaks in the paragraph before, where nobody is named between."""
    document = reader.document
    speaking = [p for p in reader.spoken.subjects if _THEN.match(document.text, p.end) and document.quotation_at(p.start) is None]
    for one, two in pairwise(speaking):
        if one.word != two.word and _opens_with_quotation(document, two) and document.zone_index(one.start) == document.zone_index(two.start) - 1 and not _changes(reader, one, two):
            yield _with_verb(document, two), _with_verb(document, one)


def _opens_with_quotation(document: Document, p: Pronoun) -> bool:
    """Does the pronoun stand right behind the quotation with which its paragraph begins?"""
    start = document.zone_at(p.start).span.start
    first = document.quotation_at(start)
    return first is not None and document.zone_at(start).kind == "body" and first.span.end == p.start - 1


def _changes(reader: Reader, one: Pronoun, two: Pronoun) -> bool:
    """May the second speaker be another: who is named in the paragraph of the first behind its sentence or is of the other sex, or has no name?"""
    document = reader.document
    before, sentence = document.zone_at(one.start).span, document.sentence_at(one.start)
    named = [(i, m) for i, m in reader.in_zone(document.zone_index(one.start))[1]]
    if any(m.span.start > sentence.end or m.span.start < one.start and reader.sex_of(i) != one.word for i, m in named):
        return True
    if any(q.word == two.word for q in reader.spoken.between(before.start, two.start)):
        return True
    return NOUNS[two.word].search(document.text, before.start, two.start) is not None or SOMEBODY.search(document.text, before.start, two.start) is not None


def _with_verb(document: Document, p: Pronoun) -> Span:
    verb = _THEN.match(document.text, p.end)
    return Span(p.start, verb.end() if verb else p.end)


def _says(reader: Reader, m: Mention) -> bool:
    """Does the name say something: "Hale said", "said Hale"?"""
    document = reader.document
    start = max(document.sentence_at(m.span.start).start, m.span.start - 70)
    return bool(_SAYS.match(document.text, m.span.end) or _SAID_BY.search(document.text, start, m.span.start))


def _somebody_else(reader: Reader, p: Pronoun, last: Mention) -> bool:
    """May the pronoun mean somebody else who is named or spoken of near?"""
    document = reader.document
    here, told = document.zone_index(p.start), document.zone_index(last.span.start)
    back, start = max(0, here - _BACK), document.zones[max(0, here - _BACK)].span.start
    near = {i for z in range(told, here + 1) for i in reader.in_zone(z)[0]}
    far = {i for z in range(back, here + 1) for i in reader.in_zone(z)[0]}
    if any(_sex(reader, i, p) in ("", p.word) for i in near if not _is_body(reader, i)) or any(_sex(reader, i, p) == p.word for i in far):
        return True
    window = document.zones[told].span.start, p.start
    return NOUNS[p.word].search(document.text, start, p.start) is not None or SOMEBODY.search(document.text, *window) is not None


def _sex(reader: Reader, person: int, but: Pronoun) -> str:
    """The sex that names and titles tell, else what all other pronouns that surely mean the person tell."""
    told = reader.sex_of(person)
    if told or any(m.span.start in reader.titled for m in reader.mentions(person)):
        return told
    words = {v.word for p in reader.spoken.all if p.subject and p != but and reader.named_last(p.start) == person and (v := reader.vote(p)) is not None and v.person == person}
    return words.pop() if len(words) == 1 else ""


def _is_body(reader: Reader, referent: int) -> bool:
    """Is it a body or a people, that no "he" or "she" means?"""
    parts = tuple(reader.referents[referent].name.split())
    return no_person(parts) or len(parts) == 1 and parts[0].endswith("s") and referent not in reader.people
