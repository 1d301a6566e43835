"""A speaker's surname that nobody in the text bears, beside a person's that is much like it and is not used again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks.apart import is_introduced
from checker.checks.forms import edits, fold
from checker.data.english import SPEECH
from checker.data.people import COUNTRIES, GENERIC, GIVEN
from checker.data.places import REGIONS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import is_person, sex
from checker.model import Mention, Name
from checker.records import NamedTuple
from checker.structure.document import Document

_ALIKE = 4  # letters that both begin with, at least
_SHORTEST = 5
_SHORT = 4  # letters of a surname that is a whole one but for a letter ("Hall", "Hill")
_MOST = 3  # uses of the surname; who is named more often was introduced in a part that we do not see
_LETTERS = 3  # at the end of a surname that may be others
_BEFORE = re.compile(r"[,”\"’'] (?:said|says|added|adds|explained|explains|recalled|recalls|replied) (?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?)? ?$")
_AFTER = re.compile(rf",? (?:also |later |has |then )?(?:{'|'.join(sorted(SPEECH))})\b")
_HONORIFICS = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"})


class _Person(NamedTuple):
    full: Mention
    surname: str


def strangers(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Speakers who are named by a surname alone, where exactly one person of the text may be meant; likely, never certain."""
    document = analysis.document
    for surname, mentions, others in _names(analysis):
        if not speaks(document, mentions[0]):
            continue
        near = [_Person(m, m.value.parts[-1]) for m in names(analysis).holding(others) if isinstance(m.value, Name)
                and m.value.parts[-1] in others and 1 < len(m.value.parts) <= 3 and _is_person(m)]
        if len({p.surname for p in near}) != 1:
            continue
        first, person = mentions[0], near[0]
        if has_office(first) and not is_introduced(document, person.full.span):
            continue
        if not person.full.span < first.span or len(_used(analysis, surname)) != len(mentions) \
                or any(at > first.span.start for at in _used(analysis, person.surname)):
            continue
        if _count(document, surname) == len(mentions) and not _known(surname, document):
            again = [Place(number, m.span) for m in mentions[1:]]
            start = person.full.span.end - len(person.surname)
            there = person.full.span._replace(start=start) if document.text[start:person.full.span.end] == person.surname else person.full.span
            yield Conflict((Place(number, first.span), Place(number, there), *again), {"count": str(len(mentions)), "total": "1"},
                           ("nobody else in the text bears the surname, and the other is not used again",), likely=True)


def _names(analysis: Analysis) -> Iterator[tuple[str, Sequence[Mention], set[str]]]:
    """Words that stand alone as names, where they stand, and the surnames in full names that are much like them, in the order of the text."""
    known = names(analysis)
    surnames: dict[str, set[str]] = {}
    for parts in known.full:
        if len(last := parts[-1]) >= _SHORT and len(parts) <= 3:
            surnames.setdefault(last[:_ALIKE] if len(last) > _SHORT else last[0] + last[-1], set()).add(last)
    for word, found in known.alone.items() if surnames else ():
        near = surnames.get(word[:_ALIKE] if len(word) > _SHORT else word[0] + word[-1])  # how they begin; of short ones, the first and the last letter
        if near is None or len(word) < _SHORT or len(found) > _MOST:
            continue
        others = {other for other in near if other != word and _much_alike(fold(other), fold(word))}
        if others:
            yield word, found, others


def _used(analysis: Analysis, word: str) -> list[int]:
    """Where the names stand that have the word in them."""
    return [m.span.start for m in names(analysis).holding({word})]


def _is_person(m: Mention) -> bool:
    assert isinstance(m.value, Name)
    return is_person(m.value) or sex(m.value.parts[0]) is not None  # the long list last: most texts never ask


def _much_alike(x: str, y: str) -> bool:
    """Do two surnames begin alike, with only a few letters that differ, or a last "s"?"""
    if x == y or abs(len(x) - len(y)) > 2:
        return False
    if x.startswith(y) or y.startswith(x):
        return x + "s" == y or y + "s" == x
    if len(x) == len(y) == _SHORT:
        return edits(x, y) == 1
    n = 0
    while n < min(len(x), len(y)) and x[n] == y[n]:
        n += 1
    return n >= _ALIKE and (max(len(x), len(y)) - n <= _LETTERS or edits(x, y) <= 2)


def speaks(document: Document, m: Mention) -> bool:
    """Does the article itself give the speaker's word, or an honorific, beside the name? Not a family's ("the Hales said")."""
    assert isinstance(m.value, Name)
    at, end = m.span
    if document.text[max(0, at - 4):at].lower() == "the " or document.quotation_at(at) is not None or document.zone_at(at).kind not in ("body", "list") or m.value.possessive:
        return False
    if m.value.title in _HONORIFICS:
        return True
    return not m.value.apposition and (_AFTER.match(document.text, end) is not None or _BEFORE.search(document.text, max(0, at - 24), at) is not None)


def has_office(m: Mention) -> bool:
    """Does the name stand behind an office, which the person who is meant then has as well?"""
    return isinstance(m.value, Name) and bool(m.value.title) and m.value.title not in _HONORIFICS


def _count(document: Document, surname: str) -> int:
    """How often the word stands in the text, also where a page has run it into the next word."""
    return len(re.findall(rf"{re.escape(surname)}(?![a-z])", document.text))


def _known(surname: str, document: Document) -> bool:
    """Is the word a given name, a place or a word of the language?"""
    small = fold(surname)
    return small in GIVEN or sex(small) is not None or small in GENERIC or small in COUNTRIES or surname in REGIONS or (len(small) > 2 and small in document.lowercase) or surname.isupper()
