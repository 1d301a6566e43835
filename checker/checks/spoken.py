"""The pronouns of a document, and what titles and given names tell of a person's sex."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter

from checker.checks.beside import roles
from checker.data.gender import BOTH, TITLES
from checker.data.people import COUNTRIES, GENERIC
from checker.data.places import REGIONS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import sex
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document

_OPENINGS = {" he": " r'", " hi": "sm", " she": " '"}  # of all of them, as `Document.plain` has them, and what stands behind
_ANY = re.compile(r"(?<![\w’'-])(?:([Hh]e|[Hh]is|[Hh]im|[Hh]imself)|[Ss]he|[Hh]ers?|[Hh]erself)(?![\w-])")
_COURTESIES = ("Mr", "Mrs", "Ms", "Miss", "Sir", "Lady", "Dame", "Lord")
_SMALL = frozenset(courtesy.lower() for courtesy in _COURTESIES)
_COURTESY = re.compile(rf"\b({'|'.join(_COURTESIES)})\.? ")
COURTESY = re.compile(_COURTESY.pattern + "$")
_SUBJECTS = frozenset({"he", "He", "she", "She"})
_FORMS = {form: (word, small == word) for word, forms in (("he", "he his him himself"), ("she", "she her hers herself"))
          for small in forms.split() for form in (small, small.capitalize())}
_BEFORE, _BEHIND = frozenset(" \n“\""), frozenset(" ,.\n")
_new = tuple.__new__  # a named tuple is made at half the price


class Pronoun(NamedTuple):
    """A pronoun of the third person: `word` is "he" or "she" whatever its case; `subject` tells that it is one of these itself."""

    word: str
    start: int
    end: int
    subject: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Spoken:
    """The pronouns of a document in order."""

    def __init__(self, document: Document) -> None:
        plain, text = document.plain, document.text
        starts = [0]
        for opening, behind in _OPENINGS.items():
            first, *pieces = plain.split(opening)
            at = len(first)
            for piece in pieces:
                if piece[:1] in behind:
                    starts.append(at + 1)
                at += len(opening) + len(piece)
        starts.sort()
        self.all = [p for at in starts if (p := _pronoun(text, at, plain.find(" ", at))) is not None]
        self.subjects = [p for p in self.all if p[3]]

    def between(self, start: int, end: int) -> list[Pronoun]:
        """Those that stand between two offsets."""
        first = bisect_left(self.all, start, key=_start)
        return self.all[first:bisect_left(self.all, end, first, key=_start)]


def _pronoun(text: str, at: int, end: int) -> Pronoun | None:
    """The pronoun that begins at an offset, of a word that ends at another; most have a space or a full stop beside them, and ask for no expression."""
    known = _FORMS.get(text[at:end]) if end >= 0 else None
    if known is not None and text[at - 1:at] in _BEFORE and text[end] in _BEHIND:
        return _new(Pronoun, (known[0], at, end, known[1]))
    m = _ANY.match(text, at)
    return _new(Pronoun, ("he" if m[1] else "she", at, m.end(), m[0] in _SUBJECTS)) if m else None


_start = attrgetter("start")


class Titled(NamedTuple):
    """What titles before names and nouns beside them tell: the sex ("he", "she") and the parts of the name, by where the name begins."""

    sexes: dict[int, str]
    bearers: dict[int, tuple[str, ...]]


def titled(analysis: Analysis) -> Titled:
    """The names whose title or role tells a sex; worked out once."""
    memo = analysis.document.memo
    known: tuple[object, Titled] | None = memo.get(titled)
    if known is None or known[0] is not analysis.mentions:
        known = memo[titled] = analysis.mentions, _titled(analysis)
    return known[1]


def _titled(analysis: Analysis) -> Titled:
    document, found = analysis.document, names(analysis)
    kinds = {title: word for title in found.kinds if (word := _by_title(title))}
    sexes = {at: kinds[title] for at, title in found.titles.items() if title in kinds} if kinds else {}
    bearers = {at: found.bearers[at] for at in sexes}
    before = {m.end(): TITLES[m[1]] for courtesy in document.distinct & _SMALL
              for at in document.places(courtesy) if (m := _COURTESY.match(document.text, at)) and m.end() not in sexes}
    if before:
        for parts, mentions in found.written.items():
            for start in [m.span.start for m in mentions]:
                if start in before:
                    sexes[start], bearers[start] = before[start], parts
    for at, role in roles(analysis).items():
        if at not in sexes:
            sexes[at], bearers[at] = role.sex, role.parts
    return Titled(sexes, bearers)


_borne_by = lru_cache(maxsize=4096)(sex)


@lru_cache(maxsize=4096)
def sex_of_given(first: str) -> str:
    """The sex of those who bear a given name ("he", "she"), nothing where both do or nobody knows."""
    return "" if first.lower() in BOTH else sex(first) or ""


@lru_cache(maxsize=1024)
def _by_title(title: str) -> str:
    return next((TITLES[t] for t in title.split() if t in TITLES), "")


def given_names(analysis: Analysis) -> set[str]:
    """The first words of names of two words and more, which may be given names."""
    return {parts[0] for parts in names(analysis).written if len(parts) > 1}


def given(parts: tuple[str, ...]) -> str:
    """The sex of those who bear the given name of a full name ("he", "she"), nothing where both do or nobody knows."""
    return sex_of_given(parts[0]) if len(parts) > 1 else ""


def like_a_person(parts: tuple[str, ...]) -> bool:
    """Is it a known given name before a word that is no place's or body's, perhaps behind an office and its place?"""
    if len(parts) > 3:  # "Orle County District Attorney Carol Hale"
        return any(_borne_by(p) is not None for p in (parts[0], *parts[-3:-1])) and parts[-1].lower() not in GENERIC and (_borne_by(parts[0]) is None or not no_person(parts))
    return len(parts) > 1 and _borne_by(parts[0]) is not None and not parts[-1].isupper() and not no_person(parts)


def no_person(parts: tuple[str, ...]) -> bool:
    """Is one of the words a place's or a body's?"""
    for part in (*parts, " ".join(parts)):
        small = part.lower()
        if small in GENERIC or small in COUNTRIES or part in REGIONS:
            return True
    return False
