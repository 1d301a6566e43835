"""Letters used before they are explained: paragraphs above their brackets, or above the words that they stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from checker.data.letters import UNEXPLAINED
from checker.data.places import REGIONS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Span
from checker.structure.document import Document

_SHORTEST, _LONGEST = 3, 6  # letters of an acronym that tell anything
_MOST = 20  # acronyms of which one name may be the beginning
_JOINED = (" of ", " for ", " on ", " and ")  # what goes on a name of one word
_CONNECTED = "|".join(rf"{word} (?:the )?" for word in ("of", "for", "and", "on", "in", "to", "the"))
_CAPITALISED = re.compile(rf"(?:{_CONNECTED})?(\w)[a-z]+")
_BETWEEN = frozenset(" -")
_LATE = 4  # paragraphs between letters and their explanation: nearer by, a reader waits for it
_PROSE = frozenset({"body", "list"})


def late(number: int, document: Document, told: Mapping[str, tuple[int, Span]]) -> Iterator[Conflict]:
    """Letters that stand in the article's own words paragraphs before the place that explains them; that place and its words are told by the letters."""
    for short, (at, words) in told.items():
        if document.counts.get(short.lower(), 0) < 2 or len(short) < _SHORTEST or short in UNEXPLAINED or document.zone_at(at).kind not in _PROSE:
            continue
        start = next((at for at in document.places(short.lower()) if document.text.startswith(short, at) and _stands(document, at, short)), at)
        if document.zone_index(words.start) - document.zone_index(start) >= _LATE:
            yield _unexplained(number, short, start, words, "the brackets come only later")


def _unexplained(number: int, short: str, at: int, words: Span, why: str) -> Conflict:
    return Conflict((Place(number, Span(at, at + len(short))), Place(number, words)), {"name": short, "computed": short, "reason": "used before it is explained"}, (why,), likely=True)


def _stands(document: Document, at: int, short: str) -> bool:
    """Do the letters stand there as a word of the article's own prose, no code or address?"""
    text, end = document.text, at + len(short)
    before, behind = text[at - 1:at], text[end:end + 1]
    if before.isalnum() or behind.isalnum() or before in ("<", "@", "#", "/", "-", "(") or behind in ("-", "/", "@", ">"):
        return False
    zone = document.zone_at(at)
    return zone.kind in _PROSE and document.quotation_at(at) is None and not text[slice(*document.sentence_at(at))].isupper()


def never(number: int, analysis: Analysis, short: Collection[str]) -> Iterator[Conflict]:
    """Letters alone that no brackets explain, and their words only paragraphs below ("the SSA", later "the Social Security Administration")."""
    document, known = analysis.document, names(analysis)
    for word, span in _first_words(analysis, short).items():
        if document.text[span.start:span.end] in REGIONS:
            continue  # readers know the letters of their states: "NSW"
        start = next((m.span.start for m in known.written[(word,)] if _is_bare(document, m.span.start, word)), span.start)
        if document.zone_index(span.start) - document.zone_index(start) >= _LATE and document.zone_at(span.start).kind in _PROSE:
            yield _unexplained(number, word, start, span, "the words come only later")


def never_told(analysis: Analysis, told: Collection[str]) -> set[str]:
    """The letters that stand alone as a name and need their words, but for those told beside them."""
    known = names(analysis)
    short = {word for word in known.capitals if _SHORTEST <= len(word) <= _LONGEST and word in known.alone} - UNEXPLAINED
    return {word for word in short.difference(told) if word.isalpha()}


def _first_words(analysis: Analysis, short: Collection[str]) -> dict[str, Span]:
    """Where names that give any of these letters first stand, by the letters."""
    text = analysis.document.text
    begun: dict[str, list[str]] = {}
    for word in sorted(short):
        for size in range(1, len(word) + 1):
            begun.setdefault(word[:size], []).append(word)
    found: dict[str, Span] = {}
    for parts, mentions in names(analysis).written.items():
        words = begun.get("".join([p[0] for p in parts]), ()) if parts[0][0] in begun else ()
        if not words or parts[0].isupper() or len(parts) == 1 and not text.startswith(_JOINED, mentions[0].span.end):
            continue
        for word in words[:_MOST]:
            start = mentions[0].span.start
            end = _end_of_words(text, start, word)
            if end and (word not in found or start < found[word].start):
                found[word] = Span(start, end)
    return found


def _end_of_words(text: str, at: int, short: str) -> int:
    """Where the capitalised words end that begin with these letters, as `words_of` has them, or 0: no pattern of its own for each word that is asked once."""
    for number, letter in enumerate(short):
        if number:
            if text[at:at + 1] not in _BETWEEN:
                return 0
            at += 1
        m = _CAPITALISED.match(text, at)
        if m is None or m[1] != letter:
            return 0
        at = m.end()
    return 0 if text[at:at + 1] == "-" or text[at:at + 1].isalnum() or text[at:at + 1] == "_" else at


@lru_cache(maxsize=1024)
def words_of(short: str) -> re.Pattern[str]:
    """Capitalised words that begin with these letters, with words between that connect them."""
    return re.compile(r"[ -]".join(rf"(?:{_CONNECTED})?{letter}[a-z]+" for letter in short) + r"(?![\w-])")


def _is_bare(document: Document, at: int, short: str) -> bool:
    """Do the letters stand for the body itself, in a sentence?"""
    end = document.zone_at(at).span.end
    return _stands(document, at, short) and document.text[max(0, at - 2):at - 1].islower() and document.text[end - 1] in ".!?”\""
