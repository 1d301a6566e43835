"""Whose chief or coach speaks: the headline has one body's ("Sigma CEO says"), the text another's alone ("Aetra CEO Mark Bertoli")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import alternatives

# words that one person's office may have, by the word that the headline has
_ROLES = {word: group for group in (frozenset({"ceo", "chief executive", "chief", "boss", "head", "chief executive officer"}), frozenset({"coach", "manager", "boss", "head coach"}),
                                    frozenset({"president"}), frozenset({"chairman", "chairwoman", "chair"}), frozenset({"premier", "prime minister"}),
                                    frozenset({"captain", "skipper"}), frozenset({"governor"})) for word in group}
ROLES = frozenset(word for word in _ROLES if " " not in word)  # one of which the headline has
_BODY = r"[A-Z][\w&.-]*[\w](?: [A-Z][\w&.-]*[\w])?"
_HEAD = re.compile(rf"(?:^|[:;,] )({_BODY})(?:[’']s)? (CEO|{alternatives(ROLES - {'ceo'})}) [a-z]")
_BEFORE = re.compile(rf"(?:^|[^\w’'.-])({_BODY})(?:[’']s)? (?:(?:former|new|head|team|club|state|national|longtime) ){{0,2}}$")
_OF = re.compile(rf" (?:of|at|for) (?:the )?({_BODY})")
_OPENERS = frozenset("The A An His Her Its Their But And As When In On At Former".split())
_LEAD = 6  # paragraphs of the text
_ALIKE = 4  # letters that a land and its people begin with


class _Holder(NamedTuple):
    """A body with the office told of it, and where the two stand."""

    body: str
    span: Span


def bodies(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """The body of the headline of the document of this number whose office the text gives to one other alone; likely, never certain."""
    document = analysis.document
    m = _HEAD.search(document.text[head.start:head.end])
    if m is None or m[1].split()[0] in _OPENERS:
        return
    held = list(_holders(document, head, _ROLES[m[2].lower()]))
    if not held or any(_is_one(m[1], h.body) for h in held) or len({h.body for h in held}) > 1 or _beside(document, head, m[1], _ROLES[m[2].lower()]):
        return
    start = head.start + m.start(1)
    yield Conflict((Place(number, Span(start, head.start + m.end(2))), Place(number, held[0].span)), {"kind": "name"}, ("the text gives the office to one other alone",), likely=True)


def _holders(document: Document, head: Span, group: frozenset[str]) -> Iterator[_Holder]:
    """The bodies that the lead gives such an office to."""
    zones, text = document.zones, document.text
    end = zones[min(len(zones) - 1, document.zone_index(head.end) + _LEAD)].span.end
    for word in sorted(group):
        for at in (at for at in document.places(word) if head.end <= at < end):
            stop = at + len(word)
            before = _BEFORE.search(text, max(head.end, at - 50), at)
            behind = _OF.match(text, stop)
            if before is not None and before[1].split()[0] not in _OPENERS:
                yield _Holder(before[1], Span(before.start(1), stop))
            elif behind is not None:
                yield _Holder(behind[1], Span(at, behind.end()))


def _beside(document: Document, head: Span, body: str, group: frozenset[str]) -> bool:
    """Does a sentence of the text have the headline's body and such an office near each other?"""
    first = body.split()[0][:_ALIKE].lower()
    return any(document.lower.find(first, *document.sentence_at(at)) >= 0 for word in group for at in document.places(word) if at >= head.end and _is_near(document, at, first))


def _is_near(document: Document, at: int, first: str) -> bool:
    return first in document.lower[max(0, at - 60):at + 80]


def _is_one(one: str, two: str) -> bool:
    """Are they one body, in a longer form or as a land and its people ("Iran", "Iranian")?"""
    a, b = one.lower().split(), two.lower().split()
    return any(x[:_ALIKE] == y[:_ALIKE] for x in a for y in b)
