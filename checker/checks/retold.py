"""A person whose full name comes twice with what tells who it is, as if new: "said Ann Hale of the Harbour Board", then "Ann Hale, who sits on the Harbour Board,".

Told are the office before the name and the description behind it. Two that have the office or two telling words in common introduce one person twice, where
the surname alone had stood between, or both describe.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.checks.told_office import office
from checker.data.english import FUNCTION_WORDS
from checker.model import Mention, Name
from checker.records import NamedTuple
from checker.structure.document import Document

_BEHIND = re.compile(r"(,? (?:of|with|from|for|at)(?: the)? (?=[A-Z])|, (?=(?:an?|one of|the|who|whose|[a-z-]+(?: [a-z-]+){0,3} (?:of|at|for|with|in))\b))([^.;,“”\"\n(]{4,110})")
_CAPITAL = re.compile(r"[A-Z]")
_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_AS_NEW = re.compile(r", (?:an?|one of|who) ")
_LEAST = 2  # telling words in common


class Told(NamedTuple):
    """A full name with what tells who it is: the office, the telling words behind it, the words that make it new, where it ends."""

    mention: Mention
    office: str
    words: frozenset[str]
    new: bool
    end: int


def told(document: Document, m: Mention) -> Told | None:
    """What tells who the bearer of a full name is; None where nothing behind it does."""
    assert isinstance(m.value, Name)
    behind = _BEHIND.match(document.text, m.span.end)
    if behind is None or not _CAPITAL.search(behind[2]) and not office(m):
        return None
    words = frozenset(w.lower().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(behind[2])) - FUNCTION_WORDS
    return Told(m, office(m), words, _AS_NEW.match(document.text, m.span.end) is not None, behind.end())


def retold(document: Document, full: Sequence[Mention], alone: Sequence[int]) -> tuple[Told, Told] | None:
    """The later and the earlier of two introductions in two paragraphs; `alone` is where the surname stands alone in the article's own words."""
    known: list[Told] = []
    for m in full:
        here = told(document, m)
        if here is None:
            continue
        for first in known:
            between = any(first.end <= at < m.span.start for at in alone)
            if document.zone_index(first.mention.span.start) != document.zone_index(m.span.start) and _alike(first, here, between):
                return here, first
        known.append(here)
    return None


def _alike(a: Told, b: Told, between: bool) -> bool:
    """Do both tell the same of the person, the second as new?"""
    if len(a.words & b.words) >= _LEAST and (between or b.new):
        return True
    return b.new and a.office != "" and a.office == b.office
