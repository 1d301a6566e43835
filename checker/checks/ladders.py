"""Offices of a ladder told in small letters: beside a name ("Hale, the mayor of Orle,"), or for it ("the Republican senator said")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from checker.checks.base import occurrences
from checker.checks.beside import bearer
from checker.data.english import SPEECH
from checker.data.offices import LOWER
from checker.data.people import COUNTRIES
from checker.link.ledger import Analysis
from checker.model import Mention, Referent, Span
from checker.structure.document import Document

_PROSE = frozenset({"body", "list"})
_WORDS = r"(?:(?!(?:of|for|to|from|with|by|and|or|in|at|on|as|than|who|whose|said|says) )[\w.’'-]+ ){0,4}"
# words that make it another office or another time
_OTHER = re.compile(r"\b(?:former|then|ex|late|future|incoming|outgoing|acting|deputy|vice|assistant|lieutenant|onetime|ousted|shadow|elect|elected|state|"
                    r"interim|fellow|longtime|[a-z]+ing|next|designate|first)\b", re.I)
_NOT_HELD = re.compile(r"(?:[- ](?:candidate|nominee|race|hopeful|campaign|elect|designate|and|or|general)\b|[’'-]| [A-Z])")


def told_low(analysis: Analysis, ladders: Mapping[str, Set[str]]) -> dict[int, tuple[str, str, Span]]:
    """Ladder, office and place of what small letters tell right before or behind a name, by where the name begins.

    Looked for are the offices of these ladders that are not the only one that titles tell.
    """
    document = analysis.document
    text, words = document.text, document.distinct
    found: dict[int, tuple[str, str, Span]] = {}
    for form, first, last, ladder, office in _forms(frozenset(ladders)):
        if first not in words or last not in words or ladders[ladder] == {office}:
            continue
        for at in occurrences(text, form):
            end = at + len(form)
            m = bearer(text, analysis.mentions, at + 1, end)
            if m is not None and document.quotation_at(at) is None and _is_held(document, m, at + 1, end):
                found[m.span.start] = (ladder, office, Span(min(at + 1, m.span.start), max(end, m.span.end)))
    return found


@cache
def _forms(ladders: frozenset[str]) -> list[tuple[str, str, str, str, str]]:
    """The forms of the offices on these ladders behind a blank, each with its first and last word, ladder and office."""
    return [(f" {form}", form.partition(" ")[0], form.rpartition(" ")[2], *told) for form, told in LOWER.items() if told[0] in ladders]


def _is_held(document: Document, m: Mention, at: int, end: int) -> bool:
    """Is it the person's office now, whole words, and not another's that stands behind in a list?"""
    text = document.text
    if m.span.start > at:
        start = max(document.sentence_at(at).start, at - 40)
        return not _OTHER.search(text[start:at].rpartition(",")[2])
    return not _OTHER.search(text, m.span.end, at) and not text[end:end + 1].isalpha() and not _NOT_HELD.match(text, end)


_POINTED = ("senator", "governor", "congressman", "congresswoman", "mayor")
_THE = re.compile(r"([Tt]he )((?:(?!(?:other|only|then|current|late|new|state|city|two|lieutenant|deputy|vice|junior|senior) )[\w.’'-]+ ){0,3}?)")
_VERB = re.compile(r" (?!(?:who|of|from|race|elect|candidate|general|and|or)\b)([a-z’']+)")
_SAME = {"congressman": "representative", "congresswoman": "representative"}
_PRINTED = {"senator": (" senator", " sen ", " sens "), "governor": (" governor", " gov ", " govs "), "mayor": (" mayor",),
            "representative": (" congressm", " congresswom", " representative", " rep ", " reps ")}  # as `Document.plain` has them
_BEFORE = re.compile(r"\b(?:([Ff]ormer )(?:[A-Z][\w.]* ){0,3})?(?:([Ss]enator|Sen\.)|([Gg]overnor|Gov\.)|([Cc]ongress(?:wo)?man|[Rr]epresentative|Rep\.)|([Mm]ayor)) $")
_ORDER = ("senator", "governor", "representative", "mayor")
_BEHIND_WORDS = 40  # characters before a name in which its office stands
_NEAR = 4  # paragraphs before it in which somebody who holds the office would be named


def pointed(analysis: Analysis, referents: Sequence[Referent], number: int) -> Iterator[tuple[Span, Span, str]]:
    """Where "the senator" can only mean a person who is told to be a governor: its place, the other office with its name, the name.

    The one person named in its paragraph and the one before, where nobody near is told to hold the office that is pointed at.
    """
    document = analysis.document
    text, plain, words = document.text, document.plain, document.distinct
    for noun in [noun for noun in _POINTED if noun in words]:
        for at in occurrences(plain, f" {noun} "):
            end = at + 1 + len(noun)
            start = plain.rfind(" the ", max(0, at - 40), at + 1)
            if start < 0 or (the := _THE.fullmatch(text, start + 1, at + 1)) is None:
                continue
            if not _is_subject(document, the, _VERB.match(text, end)):
                continue
            office, zone = _SAME.get(noun, noun), document.zone_index(at)
            start = document.zones[max(0, zone - _NEAR)].span.start
            if any(plain.find(form, start, at) >= 0 for form in _PRINTED[office]):
                continue
            person = _only(document, referents, number, zone)
            held = _official(document, person, number) if person is not None else None
            if held is not None and person is not None and held[0] != office and held[1] == ("former" in the[2]):
                yield Span(the.start(), end), held[2], person.name


def _is_subject(document: Document, the: re.Match[str], verb: re.Match[str] | None) -> bool:
    """Does it open a sentence, told apart by a word of its own, or say a quotation?"""
    at = the.start()
    if verb is None or document.quotation_at(at) is not None or document.zone_at(at).kind not in _PROSE:
        return False
    if the[0][0] == "T":
        return bool(the[2])
    return verb[1] in SPEECH and document.text[at - 2:at - 1] in ("”", '"', "’", "'", ",")


def _official(document: Document, person: Referent, number: int) -> tuple[str, bool, Span] | None:
    """The one office told before a person's name, whether it is a former one, and where; None where none or several are told."""
    told = [(_ORDER[m.lastindex - 2], m[1] is not None, Span(m.start(), n.span.end)) for d, n in person.mentions if d == number
            and (m := _BEFORE.search(document.text, max(0, n.span.start - _BEHIND_WORDS), n.span.start)) and m.lastindex]
    return told[0] if len({t[:2] for t in told}) == 1 else None


def _only(document: Document, referents: Sequence[Referent], number: int, zone: int) -> Referent | None:
    """The one person whom a paragraph and the one before name, or the nearest further back that names anybody."""
    end = document.zones[zone].span.end
    people = [r for r in referents if r.kind == "person" and r.name.lower() not in COUNTRIES]
    for first in range(max(0, zone - 1), max(-1, zone - _NEAR), -1):
        start = document.zones[first].span.start
        named = [r for r in people if any(d == number and start <= m.span.start < end for d, m in r.mentions)]
        if named:
            return named[0] if len(named) == 1 else None
    return None
