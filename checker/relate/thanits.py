"""Which of two is more, told of two figures with a comparative between or before them: "Selby's fee of $20 is lower than Osk's fee of $24"; "has fewer people than Osk: 21,000 against 30,000"; "sold more cars than last year: 3,600 compared with 3,100"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of, printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_MORE = frozenset("more higher larger bigger greater".split())
_LESS = frozenset("less fewer lower smaller".split())
_OF_LENGTH = {"taller": True, "longer": True, "shorter": False, "heavier": True, "lighter": False, "cheaper": False, "dearer": True}
_MEASURES = {"taller": "length", "longer": "length", "shorter": "length", "heavier": "mass", "lighter": "mass", "cheaper": "money", "dearer": "money"}
CUES = _MORE | _LESS | frozenset(_OF_LENGTH)
_NEVER = frozenset({"points", "score", "vote", "temperature", "age", "ordinal", "duration"})
_EXCEEDED = frozenset({"topped", "surpassed", "exceeded", "outnumbered", "eclipsed"})
CUES |= _EXCEEDED
_BEFORE, _BEHIND = 40, 70  # characters from a figure to the comparative, and behind it
_TIMES = 12  # times that the one may be the other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = alternatives(_MORE | _LESS)
    held = r"(?:against|compared (?:with|to)|versus|to|and)"
    return {
        "is": re.compile(r"(?: (?!and |or |of |but )[a-z’'-]+){0,3}?,? (?:(?:which|that) )?(?:is|was|are|were)(?: (?:still|far|well|much|slightly|significantly|considerably|a bit|a little|also|even|actually))* $"),
        "than": re.compile(rf" than (?:(?:the|its|that of|those of|in|[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)?[’']s?|[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)?,?|last [a-z]+[’']s) )*(?:(?:[a-z]+ )?(?:of|with|at|,) )?{HEDGE}"),
        "at": re.compile(r",? (?:the|its|it|he|she|they)(?: [a-z]+){0,2} (?:is|was|are|were)(?: (?:still|far|well|much|slightly|significantly))? $"),
        "noun": re.compile(rf"\b(?:{words}) (?P<noun>[a-z]+)(?: [a-z]+)? than [^.;:,\d“”()]{{2,40}}(?::|,|\s?[—–]| --|\s?\() ?{HEDGE}"),
        "held": re.compile(rf"(?: [a-z]+)?,? {held} {HEDGE}"),
        "behind": re.compile(r" (?:more|less|fewer|lower|higher|per ?cent|to |on |off |of the )"),
    }


def than_its(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of the two figures that a comparative with "than" stands between, or right before."""
    words = CUES & document.lowercase if "than" in document.distinct else _EXCEEDED & document.lowercase
    for word in sorted(words):
        for at in document.places(word):
            if not _between_figures(document, mentions, at, at + len(word)):
                continue
            if word in _EXCEEDED:
                found = _exceeded(document, mentions, word, at)
            elif document.lower.startswith(" than ", at + len(word)) or " than " in document.lower[at:at + _BEHIND]:
                found = _between(document, mentions, word, at) or _behind(document, mentions, word, at)
            else:
                continue
            if found is not None:
                one, other, place = found
                told = Mention("quantity", place, document.text[place.start:place.end], quantity(one))
                up = word in _MORE or word in _EXCEEDED or _OF_LENGTH.get(word, False)
                yield Relation("direction", (("now", one), ("then", other), ("told", told)), {"way": "up" if up else "down", "apart": "yes", "far": "yes"})


def _between_figures(document: Document, mentions: Sequence[Mention], at: int, end: int) -> bool:
    """Do figures stand on both sides of a word, or two behind it in its sentence? The cheap part of what the ways to tell it ask."""
    i = first_from(mentions, at)
    if i == len(mentions):
        return False
    sentence = document.sentence_at(at)
    return bool(i) and mentions[i - 1].span.start >= sentence.start and mentions[i].span.start < min(sentence.end, end + _BEHIND) or i + 1 < len(mentions) and mentions[i + 1].span.start < sentence.end


def _exceeded(document: Document, mentions: Sequence[Mention], word: str, at: int) -> tuple[Mention, Mention, Span] | None:
    """ "The 4,000 visitors topped last year's 3,200"."""
    lower, end, sentence = document.lower, at + len(word), document.sentence_at(at)
    before, behind = within(mentions, Span(sentence.start, at)), within(mentions, Span(end, min(sentence.end, end + _BEHIND)))
    if not before or not behind or not _PLAIN(lower, before[-1].span.end, at) or not _OF_LAST(lower, end, behind[0].span.start):
        return None
    a, b = before[-1], behind[0]
    return (a, b, Span(at, b.span.end)) if _comparable(quantity(a), quantity(b), word) and sum(alike(quantity(m), quantity(a)) for m in before) == 1 else None


_PLAIN = re.compile(r"(?: who [a-z]+)? (?:has |have |had |easily |far |also |barely |just )*").fullmatch
_OF_LAST = re.compile(rf" (?:the|its|their|last [a-z]+[’']s) {HEDGE}").fullmatch


def _between(document: Document, mentions: Sequence[Mention], word: str, at: int) -> tuple[Mention, Mention, Span] | None:
    """ "Selby's fee of $20 is lower than Osk's fee of $24"."""
    lower, patterns, end, sentence = document.lower, _patterns(), at + len(word), document.sentence_at(at)
    before, behind = within(mentions, Span(sentence.start, at)), within(mentions, Span(end, min(sentence.end, end + _BEHIND)))
    if not before or not behind or at - before[-1].span.end > _BEFORE:
        return None
    a, b = before[-1], behind[0]
    if not _comparable(quantity(a), quantity(b), word) or not (patterns["is"].fullmatch(lower, a.span.end, at) or lower.endswith("at ", 0, a.span.start) and patterns["at"].fullmatch(lower, a.span.end, at)) or not patterns["than"].fullmatch(document.text, end, b.span.start) or patterns["behind"].match(lower, b.span.end):
        return None
    if sum(alike(quantity(m), quantity(a)) for m in before) > 1 or lower[b.span.start - 5:b.span.start] == "than " and quantity(b).dimension != "money":
        return None
    return a, b, Span(at, b.span.end)


def _behind(document: Document, mentions: Sequence[Mention], word: str, at: int) -> tuple[Mention, Mention, Span] | None:
    """ "has fewer people than Osk: 21,000 against 30,000"."""
    patterns, sentence = _patterns(), document.sentence_at(at)
    led = patterns["noun"].match(document.lower, at)
    if led is None or word in _OF_LENGTH:
        return None
    behind = within(mentions, Span(led.end(), min(sentence.end, led.end() + _BEHIND)))
    if len(behind) < 2 or behind[0].span.start != led.end() or any(quantity(m).dimension not in ("ordinal", "age") for m in within(mentions, Span(at, led.end()))):
        return None
    a, b = behind[:2]
    if not _comparable(quantity(a), quantity(b), word) or not patterns["held"].fullmatch(document.lower, a.span.end, b.span.start):
        return None
    return a, b, Span(at, led.start("noun") + len(led["noun"]))


def _comparable(a: Quantity, b: Quantity, word: str) -> bool:
    """Are both of one kind, as printed, and near enough to be held against each other?"""
    if a.dimension in _NEVER or a.ranged or b.ranged or a.per != b.per or not alike(a, b) or kind_of(a) in ("most", "least", "under", "over") or kind_of(b) in ("most", "least", "under", "over"):
        return False
    if a.dimension != b.dimension and {a.dimension, b.dimension} != {"count", "number"} or word in _MEASURES and a.dimension != _MEASURES[word] or "time" in (a.unit, b.unit):
        return False
    low, high = sorted((printed(a)[0], printed(b)[0]))
    return low > 0 and high <= low * _TIMES
