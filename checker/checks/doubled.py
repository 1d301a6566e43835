"""Two or three words that stand twice running, "on the on the quay", and a sentence begun twice and ended in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks.kinds import recurring
from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place, Repair
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import occurrences

_SIZES = (2, 3)  # words of a group; a longer one is a sentence's, or a refrain
# without one of them the words are a name's, a saying's or a speaker's: "what we have we have"
_SMALL = frozenset("a an the of to in for with on at by from into than or as".split())
_PAIRED = frozenset({"and", "or"})  # "and on and on"
_CALLS = frozenset("make makes made making call calls called calling".split())
_REFRAINS = frozenset("I We You It’s It's Let Let’s Let's Today".split())  # how a speaker begins what is said again
_AHEAD = 48  # characters that a sentence begun twice has in common at least: what is asked before its words are counted
_PROSE = frozenset({"body"})


class _Group(NamedTuple):
    """The number of the first of the words, how many they are, and where they begin, stand a second time and end."""

    first: int
    size: int
    start: int
    again: int
    end: int


def groups(number: int, document: Document) -> Iterator[Conflict]:
    """Words that stand twice running as a group, in the document of this number."""
    for size in _SIZES:
        for first in _runs(_again(document, size), size):
            group = _group(document, first, size)
            if group is not None and _is_slip(document, group):
                _, _, start, again, end = group
                repair = Repair(((Place(number, Span(again - 1, end)), ""),), safe=False, why="the words once")
                yield Conflict((Place(number, Span(start, end)),), {"kind": "words"}, likely=True, repair=repair)


def _again(document: Document, size: int) -> list[int]:
    """The words, by their numbers, that stand again so many words on, where any so many do: asked of their kinds, a byte each, before it is of the words."""
    words, alike = document.plain_words, recurring(document, size)
    if not any(words[at] == words[at - size] and words[at:at + size] == words[at - size:at] for at in occurrences(alike, bytes(size), size)):
        return []
    return [at - size for at in occurrences(alike, b"\0", size) if words[at] == words[at - size]]


def _runs(same: Sequence[int], size: int) -> Iterator[int]:
    """The first word of each group that follows itself once; where its beginning stands a third time ("again and again and again") it is meant so."""
    first = length = 0
    for i in (*same, -1):
        if length and i == first + length:
            length += 1
            continue
        if length == size:
            yield first
        first, length = i, 1


def _group(document: Document, first: int, size: int) -> _Group | None:
    """Where a group stands, by the number of its first word: with nothing but spaces between its words."""
    words, plain = document.plain_words[first:first + size], document.plain
    row = " ".join(words)
    if _SMALL.isdisjoint(words) or not row.replace(" ", "").isalpha() or len(set(words)) < size:
        return None
    if size == _SIZES[0] and (words[0] == "to" or not _PAIRED.isdisjoint(words)):  # "what they have to do to do it"
        return None
    if size == _SIZES[0] and words[1] == "to" and words[0] not in FUNCTION_WORDS:
        return None  # "went door to door to warn them"
    if words[0] in ("a", "an") and document.plain_words[first - 1:first] and document.plain_words[first - 1] in _CALLS:
        return None  # "what makes a man a man", "call a spade a spade"
    at = next(iter(document.places(f"{row} {row}")), -1)
    end = at + 2 * len(row) + 1
    if at < 0 or document.lower[at:end] != plain[at:end]:
        return None
    return _Group(first, size, at, at + len(row) + 1, end)


def _is_slip(document: Document, group: _Group) -> bool:
    """Is it in the article's prose, with no capital but at its beginning?"""
    text, second = document.text, document.text[group.again:group.end]
    return document.zone_at(group.start).kind in _PROSE and second == second.lower() and text[group.start + 1:group.again - 1] == second[1:]


def begun(document: Document, least: int) -> Iterator[tuple[Span, Span]]:
    """The later and the earlier of two sentences that have so many words in common from their beginning and then go on otherwise."""
    text = document.text
    openings = [text[start:start + _AHEAD] for start, _ in document.sentences]
    if len(set(openings)) == len(openings):
        return
    firsts: dict[str, Span] = {}
    for s, opening in zip(document.sentences, openings, strict=True):
        if s.end - s.start < _AHEAD or (before := firsts.setdefault(opening, s)) is s or opening.split(" ", 1)[0] in _REFRAINS:
            continue
        one, two = (document.plain[x.start:x.end].split() for x in (s, before))
        same = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
        if same >= least and not same == len(one) == len(two) and len(set(one[:same]) - FUNCTION_WORDS) > least // 2 \
                and all(document.zone_at(x.start).kind in _PROSE and document.quotation_at(x.start) is None for x in (s, before)) \
                and not _pulled(document, s, before) and not any(_teases(document, x) for x in (s, before)):
            yield s, before


def _pulled(document: Document, a: Span, b: Span) -> bool:
    """Is the shorter of two a paragraph of its own and the longer not, as a sentence pulled out of the text and cut is?"""
    short, long = sorted((a, b), key=lambda s: s.end - s.start)
    alone = [zone.end - x.end < 3 and x.start - zone.start < 3 for x in (short, long) for zone in [document.zone_at(x.start).span]]
    return alone == [True, False]


def _teases(document: Document, s: Span) -> bool:
    """Does the paragraph end without a mark, as what a page shows of an article elsewhere does?"""
    return document.text[document.zone_at(s.start).span.end - 1].isalnum()
