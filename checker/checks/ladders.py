"""Offices of a ladder told in small letters: beside a name ("Hale, the mayor of Orle,"), or for it ("the Republican senator said")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from checker.checks.base import occurrences
from checker.checks.beside import bearer
from checker.data.offices import LOWER, OFFICES
from checker.link.ledger import Analysis
from checker.model import Mention, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_PROSE = frozenset({"body", "list"})
_APART = ("", " ", "\n")  # before a word
_WORDS = r"(?:(?!(?:of|for|to|from|with|by|and|or|in|at|on|as|than|who|whose|said|says) )[\w.’'-]+ ){0,4}"
# words that make it another office or another time
_OTHER = re.compile(r"\b(?:former|then|ex|late|future|incoming|outgoing|acting|deputy|vice|assistant|lieutenant|onetime|ousted|shadow|elect|elected|state|"
                    r"interim|fellow|longtime|[a-z]+ing|next|designate|first)\b", re.I)
_PAST = re.compile(r"\b(?:former|then|ex|late|future|incoming|outgoing|acting|deputy|vice|assistant|lieutenant|onetime|longtime|ousted|"
                   r"designate|[Ss]hadow|Junior|Opposition|candidate|(?<!newly )elected|Lt\.?|Brig\.?|Maj\.?|Staff|First|Deputy|Assistant|Vice|Former|Then|Ex|Acting)[ -]+(?:[A-Z][\w.-]+ )?$")
_NOT_HELD = re.compile(r"(?:[- ](?:candidate|nominee|race|hopeful|campaign|elect|designate|and|or|general)\b|[’'-]| [A-Z])")

# behind an office that was held once: "the finance chief at the time", "a senator before 2008"
_ONCE = re.compile(r"(?: (?:of|for|at) [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})?,? (?:at the time\b|(?:before|until|till|from|between|in|during|through) (?:the )?(?:early |late |mid-)?(?:1[89]|20)\d\d)")


def told_low(analysis: Analysis, ladders: Mapping[str, Set[str]]) -> dict[int, tuple[str, str, Span]]:
    """Ladder, office and place of what small letters tell right before or behind a name, by where the name begins.

    Looked for are the offices of these ladders that are not the only one that titles tell.
    """
    document = analysis.document
    text = document.text
    wanted = [form for form in low_forms(document) if form.ladder in ladders and ladders[form.ladder] != {form.office}]
    found: dict[int, tuple[str, str, Span]] = {}
    for _, at, form, ladder, office in sorted(_told(document.lower, wanted)):
        end = at + len(form)
        m = bearer(text, analysis.mentions, at, end) or _named_behind(text, analysis.mentions, at, end)
        start = _with_pair(text, at, office)
        if m is None or document.quotation_at(at) is not None or not _is_held(document, m, at if start is None else start, end):
            continue
        span = Span(min(at if start is None else start, m.span.start), max(end, m.span.end))
        known = found.get(m.span.start)
        if known is None or ladder == known[0] or span.start < known[2].start or span.end > known[2].end:  # a "chief economist" is told by both words
            found[m.span.start] = (ladder, office, span)
    return found


class LowForm(NamedTuple):
    """A form of an office in small letters: its number among all, its first and last word, ladder and office."""

    number: int
    form: str
    first: str
    last: str
    ladder: str
    office: str


def low_forms(document: Document) -> list[LowForm]:
    """The forms of which the document has the first and the last word, in one order; kept, as several look for offices in small letters."""
    known: list[LowForm] | None = document.memo.get(low_forms)
    if known is None:
        words, by_last = document.distinct, _by_last_low()
        firsts = [by_last[last] for last in by_last.keys() & words]
        known = document.memo[low_forms] = sorted([form for by_first in firsts for first in by_first.keys() & words for form in by_first[first]])
    return known


@cache
def _by_last_low() -> dict[str, dict[str, list[LowForm]]]:
    """All forms by their last words, and by their first."""
    found: dict[str, dict[str, list[LowForm]]] = {}
    for number, (form, told) in enumerate(LOWER.items()):
        last = form.rpartition(" ")[2]
        first = form.partition(" ")[0].lower()
        found.setdefault(last, {}).setdefault(first, []).append(LowForm(number, form, first, last, *told))
    return found


def _told(text: str, forms: Sequence[LowForm]) -> Iterator[tuple[int, int, str, str, str]]:
    """Where these forms stand in a text in small letters, each by its number: the text is looked through once for those of one word."""
    by_word: dict[str, list[tuple[int, int, str, str, str]]] = defaultdict(list)
    for number, form, first, last, ladder, office in forms:
        word = first if first in _LOW_HOLDERS else last.lower()  # "minister" is rarer than "home"
        by_word[word].append((number, 0 if first in _LOW_HOLDERS else len(form) - len(word), form, ladder, office))
    for word, holding in by_word.items():
        for found in occurrences(text, word):
            for number, before, form, ladder, office in holding:
                at = found - before
                if at >= 0 and text.startswith(form.lower(), at) and text[max(0, at - 1):at] in _APART:
                    yield number, at, form, ladder, office


_POINTS = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[’']s) (?:[\w.’'-]+ ){0,2}$")
_OPENS = re.compile(r"(?:^|[\n”\"] ?|[.!?] )[A-Z][a-z]+(?: [a-z]+)? (?:(?:and|&) [A-Za-z]+ )?[a-z]+$")  # an office that opens a sentence ("Trade minister, Ann Hale,")
_OF_BODY = re.compile(r"(?: (?:of|for|at) (?:[\w.&’'-]+ ){0,4}?[\w.&’'-]+)?, (?:[A-Z][a-z]+\.? ){0,2}")  # and a title before the name ("the mayor, Senator Hale,")
_BODY = 80  # characters between an office and the name between commas


def _named_behind(text: str, mentions: Sequence[Mention], at: int, end: int) -> Mention | None:
    """The name between commas behind an office that is pointed to: "the mayor, Ann Hale,", "the chairman of the bank, Ann Hale,"."""
    comma = text.find(", ", end, end + _BODY)
    if comma < 0 or not text[comma + 2:comma + 3].isupper() or not (_POINTS.search(text, max(0, at - 30), at) or _OPENS.search(text, max(0, at - 40), end)):
        return None
    i = bisect_left(mentions, comma, key=_start)
    m = mentions[i] if i < len(mentions) else None
    if m is None or m.kind != "name" or text[m.span.end:m.span.end + 1] not in (",", ".") or m.span.start - end > _BODY:
        return None
    return m if _OF_BODY.fullmatch(text, end, m.span.start) else None


def _start(m: Mention) -> int:
    return m.span.start


def _is_held(document: Document, m: Mention, at: int, end: int) -> bool:
    """Is it the person's office now, whole words, and not another's that stands behind in a list?"""
    text = document.text
    if m.span.start > at:
        start = max(document.sentence_at(at).start, at - 40)
        return not (text[at:end].lower().endswith(_LOW_HOLDERS) and text.endswith(_JOINED, start, at)) and not _OTHER.search(text[start:at].rpartition(",")[2])
    return not _OTHER.search(text, m.span.end, at) and not text[end:end + 1].isalpha() and not _NOT_HELD.match(text, end) and not _ONCE.match(text, end)


_PAIR = re.compile(r"(?<![\w’'-])([A-Za-z]+|[A-Za-z]+ [A-Za-z]+) (?:and|&) $")


def _with_pair(text: str, at: int, office: str) -> int | None:
    """Where an office begins whose first word stands before "and" and is of the same portfolio ("Energy and Mines Minister"); None where it is of another."""
    if not text.endswith(_JOINED, 0, at):
        return at
    pair = _PAIR.search(text, max(0, at - 30), at)
    holder = office.rpartition(" ")[2]
    return pair.start() if pair is not None and LOWER.get(f"{pair[1].lower()} {holder}", ("", ""))[1] == office else None


_HOLDERS = ("Minister", "Secretary")
_LOW_HOLDERS = ("minister", "secretary")
_JOINED = (" and ", " & ")  # "Finance and Planning Minister" holds both


def held(analysis: Analysis, m: Mention) -> tuple[str, str, Span] | None:
    """The office that stands right before a name and is the person's now."""
    text = analysis.document.text
    if text[m.span.start - 1:m.span.start] != " ":
        return None
    last = text[max(0, m.span.start - 26):m.span.start].split()[-1:]
    for form in _by_last().get(last[0], ()) if last else ():
        at = m.span.start - 1 - len(form)
        if text.startswith(form, at) and not (at and (text[at - 1].isalnum() or text[at - 1] in "-_")):
            start = _with_pair(text, at, OFFICES[form][1]) if form.endswith(_HOLDERS) else at
            if start is not None and OFFICES[form][0] == "army" and (rank := _GRADE.search(text, max(0, start - 12), start)) is not None:
                start = rank.start()  # a lieutenant colonel is a colonel to those who speak of one
            if start is None or _PAST.search(text, max(0, start - 32), start):
                return None
            return (*OFFICES[form], Span(start, m.span.end))
    return None


_GRADE = re.compile(r"(?<![\w-])(?:Lt\.?|Lieutenant|Brig\.?|Brigadier|Maj\.?|Major|Rear|Vice|Staff|First|Det\.?|Detective) $")


@cache
def _by_last() -> dict[str, list[str]]:
    """The forms of offices by their last words as printed, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(OFFICES, key=len, reverse=True):
        found[form.rpartition(" ")[2]].append(form)
    return found
