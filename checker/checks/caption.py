"""Check `disagree`, a caption against the body: a day, a place, a person, a party, an opposite, a figure that the body has otherwise where it tells the same.

A caption, or an item of the key points above a story, says again what one sentence of the body says. That many of its words stand in that sentence tells
that both speak of one thing, and what stands beside the two words at issue that they fill one place. Silent where another sentence that has about as many of
the caption's words bears it out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.base import Check
from checker.checks.caption_slots import Slot, index, is_like, openings, read, slots, told
from checker.checks.headline_acts import with_not
from checker.checks.headline_words import Token, beside, negated, tokens
from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.model import Span, Zone
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_CREDITED = re.compile(r"\((?:[A-Z]\w+ )?[Pp]hotos?[ :/][^()]*\)\W*$|\| (?:AP|REUTERS|Reuters|Getty|AFP)\b[^|]{0,20}$")
_PHOTOS = frozenset({"photo", "photos"})
_RESULTS = 3  # lines that compare two figures
_MAY_BE = frozenset({"body", "credit"})
_CREDIT = 80  # characters at the end of a paragraph that hold a photographer's name
_SHORTEST = 4  # words
_LONGEST = 60_000  # characters; what is longer is no story with its captions, and each of them is held against all of it
_REACH = 6  # words before one at issue in which "not" or "refuse" turns it round
_TOLD = frozenset({"body", "list"})
_MARGIN = 2  # words that a sentence that bears the caption out may have less of it
_ECHOED, _ECHO, _MOSTLY = 3, 0.6, 0.7  # words of the caption, and shares of them, in a sentence that says it again
_LONG = 5  # words in common that need nothing beside the two


class Params(NamedTuple):
    """`shared`: words that the caption's sentence and the body's share at least, the ones at issue not counted; `share`: the least part of the caption's."""

    shared: int = 3
    share: float = 0.3


class _Told(NamedTuple):
    """Where the body has a word of the slot's kind: words of the caption in its sentence, words beside both, whether one word touches both."""

    shared: int
    close: int
    touches: bool
    span: Span


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        text = analysis.document.text
        if len(text) > _LONGEST:
            continue
        credits = "|" in text and "| " in text or not analysis.document.distinct.isdisjoint(_PHOTOS)  # one letter is looked for in no time
        zones = [i for i, z in enumerate(analysis.document.zones) if z.kind == "caption" or credits and z.kind in _MAY_BE and _is_credited(text, z)]
        if zones and any(z.kind == "body" for z in analysis.document.zones) and not _are_results(text):
            known = told(analysis)
            for sentence in _sentences(analysis.document, zones):
                words = tokens(analysis.document, sentence)
                if len(words) >= _SHORTEST and "?" not in text[sentence.start:sentence.end]:
                    for slot in slots(analysis, known, sentence, words):
                        yield from _against(number, analysis, words, slot, frozenset(zones), params)


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(r"\n[^\n]{1,40}?\d[\d.,]*(?: [a-z]+){0,2} vs\.? ")


def _are_results(text: str) -> bool:
    """Is it a list of results ("Net 1.2 mln vs 900,000"), whose lines are no captions?"""
    return text.count(" vs") >= _RESULTS and sum(1 for _ in _compared().finditer(text)) >= _RESULTS


def _is_credited(text: str, zone: Zone) -> bool:
    """Does the photographer's name at its end tell a caption?"""
    end = text[max(zone.span.start, zone.span.end - _CREDIT):zone.span.end]
    return (")" in end[-2:] or "|" in end) and _CREDITED.search(end) is not None


def _sentences(document: Document, zones: Sequence[int]) -> Iterator[Span]:
    """The sentences of these zones."""
    for zone in zones:
        start, end = document.zones[zone].span
        i = document.sentence_index(start)
        while i < len(document.sentences) and document.sentences[i].start < end:
            yield document.sentences[i]
            i += 1


def _against(number: int, analysis: Analysis, words: Sequence[Token], slot: Slot, captions: frozenset[int], params: Params) -> Iterator[Conflict]:
    """The conflict of a slot of a caption with what stands there in the body."""
    document = analysis.document
    rest = _stems(words) - slot.stems
    if len(rest) < params.shared - 1:
        return
    begun, least = openings([w for w in words if stem(w.word) in rest]), max(params.shared, math.ceil(params.share * len(rest))) - 1
    near = [span for span in slot.others if _is_told(document, span, captions) and is_like(document, document.sentence_at(span.start), begun, least)]
    found = [p for span in near if (p := _told(document, words, slot, span, rest, captions, params.share * len(rest))) is not None
             and p.shared + p.touches >= params.shared and not _is_another(document, words, slot, span)]
    if not found:
        return
    best = max(found, key=lambda p: (p.shared + 2 * p.touches, p.close))
    own = [p for span in slot.same if (p := _told(document, words, slot, span, rest, captions)) is not None]
    if _is_one(slot.kind, best, len(rest), bool(own)) and not any(_bears_out(slot.kind, p, best) for p in own):
        here, there = (slot.span, best.span) if slot.kind != "negation" else (_denied(document, slot.span), _denied(document, best.span))
        yield Conflict((Place(number, here), Place(number, there)), {"kind": slot.kind},
                       (f"{best.shared} other words of the caption stand in that sentence", "no sentence that is as like bears the caption out"), likely=True)


def _denied(document: Document, span: Span) -> Span:
    """A word with the "not" before it."""
    there = read(document, document.sentence_at(span.start))
    return Span(*with_not(there, index(there, span)))


def _told(document: Document, words: Sequence[Token], slot: Slot, span: Span, rest: set[str], captions: frozenset[int], least: float = 0) -> _Told | None:
    """How like the caption the sentence around a word of the body is; None for words of captions, headlines and what is set aside, and where it shares less."""
    if not _is_told(document, span, captions):
        return None
    there = read(document, document.sentence_at(span.start))
    if not there:
        return None
    shared = len(rest & _stems(there))
    if shared < least:
        return None  # as most
    k = index(there, span)
    return _Told(shared, len(beside(words, slot.at) & beside(there, k)), bool(_touching(words, slot.at) & _touching(there, k)), span)


def _is_told(document: Document, span: Span, captions: frozenset[int]) -> bool:
    """Is it of the text, no word of captions, headlines and what is set aside?"""
    zone = document.zone_index(span.start)
    return zone not in captions and document.zones[zone].kind in _TOLD


def _is_another(document: Document, words: Sequence[Token], slot: Slot, span: Span) -> bool:
    """Does its sentence have the caption's own word, too, or turn the other round?"""
    sentence = document.sentence_at(span.start)
    there = read(document, sentence)
    k = index(there, span)
    if slot.kind in ("word", "set") and negated(there, k, _REACH) != negated(words, slot.at, _REACH):
        return True
    if slot.kind == "day" and (m := _ITS.match(document.text, slot.span.start)) and m[1] not in document.lower[slice(*sentence)]:
        return True  # "Sunday's finale", "a stage on Saturday"
    if slot.kind == "place" and document.lower.find(_root(document.lower[slot.span.start:slot.span.end]), *sentence) >= 0:
        return True
    return not _touching(words, slot.at) & _touching(there, k) and any(sentence.start <= s.start < sentence.end for s in slot.same)


_ITS = re.compile(r"\w+[’']s ([a-z]{3,})")


def _root(place: str) -> str:
    """What a place's other words begin with: Russia, Russian."""
    return place if " " in place else place[:5]


def _is_one(kind: str, best: _Told, most: int, known: bool) -> bool:
    """Do both words at issue fill one place? `known` tells that the body has the caption's word, too, of something else."""
    if kind in ("figure", "word"):
        return best.touches and best.shared >= _ECHOED and 2 * best.shared >= most
    if kind == "negation":
        return best.shared >= _ECHOED and best.shared >= (_ECHO if best.touches else _MOSTLY) * most
    if kind == "name":
        return best.shared >= _ECHOED and 2 * best.shared >= most
    if kind in ("set", "year"):
        return best.close > 0 and 2 * best.shared > most
    if best.close > 0 or kind == "date":
        return best.close > 0
    return best.shared >= _LONG and 2 * best.shared > most or not known and (kind == "day" or best.shared >= _MOSTLY * most)


def _bears_out(kind: str, own: _Told, best: _Told) -> bool:
    """Does a sentence that has the caption's own word have as much of the caption as the one that has another?"""
    if own.touches or not best.touches or kind == "figure":
        return own.shared >= best.shared - _MARGIN
    return own.shared > best.shared


def _touching(words: Sequence[Token], i: int) -> set[tuple[int, str]]:
    """The nearest words on both sides that say something, each with its side; none behind a mark."""
    found = set()
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(words) and not words[max(k, k - step)].parted:
            if words[k].word not in FUNCTION_WORDS and len(words[k].word) > 2:
                found.add((step, stem(words[k].word)))
                break
            k += step
    return found


def _stems(words: Sequence[Token]) -> set[str]:
    return {stem(w.word) for w in words if len(w.word) > 2} - FUNCTION_WORDS


CHECKS: dict[str, Check] = {"caption": Check(Params, _run)}
