"""Pronouns and nouns that the grammar of one sentence binds to a name of the other sex: "Mr. Hale, who left before she", "Ann Hale, a father of two", "Ms. Hale and his wife"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks.clauses import NOUNS, SAY
from checker.checks.pronouns import Reader
from checker.checks.spoken import COURTESY, Pronoun
from checker.data.gender import APPOSED
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.words import alternatives, occurrences

_WHO = ", who "
_SUBORDINATE = frozenset({"after", "as", "because", "before", "if", "once", "since", "though", "although", "unless", "until", "when", "whenever", "where", "while"})
_AGED = re.compile(r", \d{1,3},?")  # between a name and what is told of its bearer
_KIN = frozenset({"wife", "husband", "fiancee", "fiance", "widow", "ex-wife", "ex-husband", "boyfriend", "girlfriend"})
_SPOUSES = frozenset({"wife", "husband", "fiancee", "fiance", "widow", "boyfriend", "girlfriend"})  # the last letters of those
_POSSESSED = {" and his ": "he", " and her ": "she"}
_NOUN = re.compile(rf", (?:an?|the) (?:[a-z-]+ ){{0,2}}?({alternatives(APPOSED)})(?= (?:of|with|who|from|in|for|at) |,(?! and)|\.(?:\s|$))")
_BETWEEN = 24  # characters of an age between a name and its apposition
_SAID_SHE = re.compile(rf", [^,.;:\n\"“”]{{3,70}}(?:, [A-Z][\w.]+)?, {SAY} (?:that )?$")
_SAYS = frozenset(SAY.removeprefix("(?:").removesuffix(")").split("|"))
_TOLD = 110  # characters between a name and the pronoun behind its apposition


class Bound(NamedTuple):
    """The place of the other sex, where the name or title stands that tells its own, the person, and why both are one."""

    odd: Span
    told: Span
    person: int
    why: str


def bound(reader: Reader) -> Iterator[Bound]:
    """What stands in one sentence with a name and can mean nobody else, in the order of the text's names."""
    text = reader.document.text
    behind = [(p, text[max(0, p[1] - 16):p[1] - 1].rpartition(" ")[2]) for p in reader.spoken.subjects]  # each with the word before it
    subordinate = [p for p, word in behind if word in _SUBORDINATE]
    if subordinate:
        yield from _relative(reader)
    yield from apposed(reader)
    if not _SPOUSES.isdisjoint(reader.document.lowercase):
        yield from _coupled(reader)
    yield from _saying(reader, [p for p, word in behind if word == "that" or word in _SAYS])
    yield from _bodily(reader)
    yield from _subordinate(reader, subordinate)


def _ending(reader: Reader, at: int) -> tuple[int, Mention] | None:
    """The person whose name ends at an offset, perhaps with an age behind it, in the article's own words."""
    found = reader.people_named(max(0, at - 80), at)
    if not found or reader.document.quotation_at(at) is not None or reader.document.zone_at(at).kind != "body":
        return None
    person, m = found[-1]
    text = reader.document.text
    return (person, m) if m.span.end == at or at - m.span.end < _BETWEEN and _AGED.fullmatch(text, m.span.end, at) else None


def last_named(reader: Reader, at: int) -> Mention:
    """The last person's name before an offset, outside quotations; asked where there is one."""
    return next(m for _, m in reversed(reader.people_named(0, at)) if reader.document.quotation_at(m.span.start) is None)


def with_courtesy(reader: Reader, m: Mention) -> Span:
    """A name with "Mr." or the like before it."""
    found = COURTESY.search(reader.document.text, max(0, m.span.start - 6), m.span.start)
    return Span(found.start() if found else m.span.start, m.span.end)


def _sex(reader: Reader, person: int, m: Mention) -> tuple[str, Span] | None:
    """The sex that the title or the given name at this place tells, else the person's elsewhere, and where; None where they tell none or both."""
    told = reader.sex_of(person)
    if not told:
        return None
    if reader.titled.get(m.span.start) or reader.given(m):
        return told, with_courtesy(reader, m)
    elsewhere = reader.told_by_title(person) or reader.told_by(person)
    return (told, elsewhere[1].span) if elsewhere else None


def _relative(reader: Reader) -> Iterator[Bound]:
    """A subordinate clause within the name's own relative clause, with nobody else between: "Mr. Hale, who wrote it before she left"."""
    document, text = reader.document, reader.document.text
    for at in occurrences(text, _WHO):
        found = _ending(reader, at)
        told = _sex(reader, *found) if found else None
        if found is None or told is None:
            continue
        end = document.sentence_at(at).end
        pronoun = next((p for p in reader.spoken.between(at, end)), None)
        if pronoun is None or pronoun.word == told[0] or not pronoun.subject or text[:pronoun.start - 1].rpartition(" ")[2] not in _SUBORDINATE:
            continue
        if not reader.people_named(at, pronoun.start) and not NOUNS[pronoun.word].search(text, document.sentence_at(at).start, pronoun.start) and nobody_else(reader, pronoun, found[0]):
            yield Bound(pronoun.span, told[1], found[0], "the clause is about this person and names nobody else")


def _subordinate(reader: Reader, pronouns: Sequence[Pronoun]) -> Iterator[Bound]:
    """A clause that ends the sentence of its subject, where nobody else is named: "Hale was taken to hospital, where she died"."""
    document, text = reader.document, reader.document.text
    for pronoun in pronouns:
        person = reader.named_last(pronoun.start) if document.quotation_at(pronoun.start) is None else None
        if person is None:
            continue
        m = last_named(reader, pronoun.start)
        told = _sex(reader, person, m)
        sentence = document.sentence_at(pronoun.start)
        if told is None or told[0] == pronoun.word or m.span.start < sentence.start or text[sentence.start:with_courtesy(reader, m).start].strip(' “"') \
                or document.zone_at(pronoun.start).kind != "body" or NOUNS[pronoun.word].search(text, m.span.end, pronoun.start):
            continue
        if nobody_else(reader, pronoun, person) and not reader.named_behind(pronoun.end, person):
            yield Bound(pronoun.span, told[1], person, "the sentence names nobody else")


def nobody_else(reader: Reader, pronoun: Pronoun, person: int) -> bool:
    """Is nobody else of the pronoun's sex named or spoken of in the paragraphs around?"""
    around = reader.around(pronoun.span)
    if NOUNS[pronoun.word].search(reader.document.text, *around) or any(reader.sex_of(i) == pronoun.word for i, _ in reader.people_named(*around)):
        return False
    return sum(p.word == pronoun.word for p in reader.spoken.between(*around)) == 1


def apposed(reader: Reader) -> Iterator[Bound]:
    """A noun of the other sex as the head of the apposition right behind a full name: "Ann Hale, 43, a father of two"."""
    text = reader.document.text
    for word in APPOSED.keys() & reader.document.distinct:
        for at in reader.document.places(word):
            comma = text.rfind(", ", max(0, at - 50), at)
            m = _NOUN.match(text, comma) if comma >= 0 else None
            found = _ending(reader, comma) if m and m.start(1) == at else None
            if found is None or len(found[1].value.parts if isinstance(found[1].value, Name) else ()) < 2 and not reader.titled.get(found[1].span.start):
                continue
            courteous = with_courtesy(reader, found[1]).start < found[1].span.start
            told = reader.given(found[1]) or (reader.titled.get(found[1].span.start) if courteous else "")  # else the noun itself may have told it
            if told and told != APPOSED[word] and reader.sex_of(found[0]) in ("", told) and _opens(reader, found[1]):
                yield Bound(Span(at, at + len(word)), with_courtesy(reader, found[1]), found[0], "the word stands right behind the name as what the person is")


def _opens(reader: Reader, m: Mention) -> bool:
    """Is it no part of a row of people, in which the noun would be the next?"""
    return not reader.document.lower.endswith((" and ", ", ", "with "), 0, with_courtesy(reader, m).start)


def _coupled(reader: Reader) -> Iterator[Bound]:
    """Somebody at the head of a sentence with the wife or husband of the other sex's possessive: "Ms. Hale and his wife"."""
    document, text = reader.document, reader.document.text
    for phrase, sex in _POSSESSED.items():
        for at in occurrences(text, phrase):
            start, word = at + len(phrase), text[at + len(phrase):at + len(phrase) + 16]
            kin = re.match(r"[a-z-]+", word)
            found = _ending(reader, at) if kin and kin[0] in _KIN else None
            told = _sex(reader, *found) if found else None
            if found and told and told[0] != sex and not text[document.sentence_at(at).start:with_courtesy(reader, found[1]).start].strip(' “"'):
                yield Bound(Span(start - 4, start + (kin.end() if kin else 0)), told[1], found[0], "both stand side by side at the head of the sentence")


def _saying(reader: Reader, pronouns: Sequence[Pronoun]) -> Iterator[Bound]:
    """ "Hale, who runs the shop, said she": a pronoun right behind the name's own verb, where a title elsewhere tells the other sex."""
    document, text = reader.document, reader.document.text
    for pronoun in pronouns:
        person = reader.named_last(pronoun.start)
        told = reader.sex_of(person) if person is not None else ""
        if person is None or not told or told == pronoun.word or document.quotation_at(pronoun.start) is not None:
            continue
        m = last_named(reader, pronoun.start)
        if not _SAID_SHE.fullmatch(text, m.span.end, pronoun.start) or pronoun.start - m.span.end > _TOLD or text[document.sentence_at(m.span.start).start:m.span.start].strip(' “"'):
            continue
        around = reader.around(pronoun.span)
        before = reader.spoken.between(around.start, pronoun.start)
        if NOUNS[pronoun.word].search(text, around.start, pronoun.start) or any(p.word == pronoun.word for p in before) or any(reader.sex_of(i) == pronoun.word for i, _ in reader.people_named(*around)):
            continue
        elsewhere = reader.told_by_title(person) or reader.told_by(person)
        if elsewhere and not reader.named_behind(pronoun.end, person):
            yield Bound(pronoun.span, with_courtesy(reader, elsewhere[1]), person, "the name's own verb stands right before it")


def _bodily(reader: Reader) -> Iterator[Bound]:
    """What only one's own can be, behind the one who does it: "Hale said, shaking his head", "Hale, a cup in her hand,"."""
    document, text = reader.document, reader.document.text
    for pronoun in reader.spoken.all:
        noun = _OWN_BODY.match(text, pronoun.end) if not pronoun.subject else None
        person = reader.named_last(pronoun.start) if noun and document.quotation_at(pronoun.start) is None else None
        told = reader.sex_of(person) if person is not None else ""
        if person is None or noun is None or not told or told == pronoun.word:
            continue
        m = last_named(reader, pronoun.start)
        between = text[m.span.end:pronoun.start]
        if m.span.start < document.sentence_at(pronoun.start).start or len(between.split()) > _FEW or _OTHERS.search(between) or not _is_ones_own(noun[1], between):
            continue
        opens = text[document.sentence_at(m.span.start).start:with_courtesy(reader, m).start].strip()
        if (not opens or opens[-1] in "\"”’'") and not NOUNS[pronoun.word].search(between) and text[m.span.end:m.span.end + 1] in " ,":
            elsewhere = reader.told_by_title(person) or reader.told_by(person)
            if elsewhere:
                yield Bound(Span(pronoun.start, noun.end()), with_courtesy(reader, elsewhere[1]), person, "one does so with one's own")


def _is_ones_own(noun: str, before: str) -> bool:
    """Others' hands are taken, too, and others' voices praised."""
    if noun in _HELD:
        return before.endswith(" in ")
    return noun != "voice" or before.split()[-1].startswith(("rais", "lower", "dropp", "soft"))


_OWN_BODY = re.compile(r" (head|voice|brow|lips|eyes|fists?|glasses|throat|breath|sight|temper|arms?|legs?|shoulders|hands?)(?![\w-])")
_HELD = frozenset({"hand", "hands", "shoulders", "arm", "arms", "leg", "legs"})  # which one takes of others, too
_FEW = 9  # words
_OTHERS = re.compile(r"[.;:\n\"“”]|\b(?:at|of|to|by|over|that|who|whose|when|while|as)\b|[a-z] [A-Z]")
