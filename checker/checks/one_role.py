"""One office or age told of two given names before one surname: "Mayor Ann Hale", "Helen Hale, the mayor,", so that both are one person."""

from __future__ import annotations

import re

from checker.data.english import FUNCTION_WORDS
from checker.data.offices import HEADS
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import alternatives

_HEAD = alternatives(HEADS)
_BEFORE = re.compile(rf"((?:[A-Za-z’'.-]+ ){{0,3}})(?:then-|ex-)?({_HEAD})[.,]? $", re.I)
_BEHIND = re.compile(rf", (?:who (?:is|was) )?(?:the|its|their|his|her|an?)? ?((?:[\w’'.-]+ ){{0,3}}?)({_HEAD})(?=[,.;)]| (?:of|for|at|who|since|from)\b)", re.I)
_AS = re.compile(rf"[^.;\n”\"]{{0,60}}?\b(?:as|named|became|made) (?:the |its |their )?((?:[\w’'.-]+ ){{0,3}}?)({_HEAD})\b", re.I)
_IDLE = frozenset("former then ex new longtime current outgoing ousted town city acting".split())
_CALLED = re.compile(r"[A-Za-z,] ([a-z]+(?:ster|ist|ian|yer|pher|tant|lyst)) $")  # "pollster Ann Hale"; not "defender", of whom a team has several
_REACH = 60  # characters before a name in which its title stands
_SHARED = frozenset({"leader", "editor", "principal", "manager"})  # what a text has several of
_OLDEST = 110


class _Role(NamedTuple):
    """An office by its name, and the words before it that tell which ("fire" of "fire chief")."""

    head: str
    words: frozenset[str]


def one_role(document: Document, odd: Mention, main: Mention) -> bool:
    """Is the same office told beside both names, or the same age? Offices of two bodies ("fire chief", "police chief") are two."""
    one, two = odd.value, main.value
    if not isinstance(one, Name) or not isinstance(two, Name):
        return False
    if one.age is not None and one.age == two.age and one.age < _OLDEST:
        return document.counts.get("twin", 0) + document.counts.get("twins", 0) == 0
    called = _CALLED.search(document.text, max(0, odd.span.start - _REACH), odd.span.start)
    if called and document.text.endswith(f" {called[1]} ", 0, main.span.start):
        return True
    mine, others = _roles(document, odd.span), _roles(document, main.span)
    return any(a.head == b.head and a.head not in _SHARED and (not a.words or not b.words or bool(a.words & b.words)) for a in mine for b in others)


def _roles(document: Document, span: Span) -> list[_Role]:
    """The offices told right before or behind a name."""
    text, sentence = document.text, document.sentence_at(span.start)
    found = [m for m in (_BEFORE.search(text, max(sentence.start, span.start - _REACH), span.start), _BEHIND.match(text, span.end, sentence.end),
                         _AS.match(text, span.end, sentence.end)) if m]
    if found and found[0].end() == span.start and text[span.start - 2] == "," != text[span.end:span.end + 1]:
        del found[0]  # "she told the mayor, Ann Hale said"
    return [_Role(HEADS[m[2].lower()], _which(m[1], m[2][0].isupper())) for m in found]


def _which(before: str, capital: bool) -> frozenset[str]:
    """The words right before an office that are part of it: before a capital those with one."""
    words: list[str] = []
    for word in reversed(before.split()):
        small = word.lower()
        if small in _IDLE:
            continue
        if small in FUNCTION_WORDS or small.endswith(("'s", "’s")) or capital and not word[0].isupper():
            break
        words.append(small)
    return frozenset(words)
