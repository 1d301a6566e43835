"""Check `disagree`, the headline and summary against the body: a figure, a person or a place that the body has otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import Check
from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.people import COUNTRIES, GENERIC, TITLES
from checker.data.places import REGIONS
from checker.link import figures
from checker.link.evidence import evidence, log_odds
from checker.link.group import Group, quantity
from checker.link.ledger import Analysis, Ledger
from checker.model import Claim, Conflict, Mention, Name, Place, Span
from checker.relate.stems import stem
from checker.structure.document import Document

_HEADS = frozenset({"headline", "summary"})
_WORD = re.compile(r"[A-Za-z][\w’'.-]*[\w]|[A-Za-z]")
_POSSESSIVE = re.compile(r"['’]s?$")
_BESIDE = re.compile(r"[ ‘'“\"]+|, ").fullmatch
_PLACES = (frozenset(p.lower() for p in REGIONS if len(p) > 3) | frozenset(COUNTRIES)) - {"washington"}  # which stands for a government


class Params(NamedTuple):
    """`least`: log-odds from which a figure of the headline and one of the body count as one claim; `within`: paragraphs of the body \
    in which the counterpart must stand; `shared`: words that the headline and the counterpart's sentence must share.
    """

    least: float = -1.0
    within: int = 8
    shared: int = 2


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        heads = [i for i, z in enumerate(analysis.document.zones) if z.kind == "headline"]
        if heads and len(analysis.document.zones) > len(heads):
            yield from _figures(number, analysis, params)
            yield from _names(ledger, number, params, heads[0])


def _figures(number: int, analysis: Analysis, params: Params) -> Iterator[Conflict]:
    """A figure of the headline that no figure of the body bears out, against the one that is said of the same."""
    zones = analysis.document.zones
    told = [c for c in analysis.claims if zones[c.zone].kind == "headline" and quantity(c).dimension in ("count", "number", "money", "percent", "vote")]
    if not told:
        return
    for group in figures.groups(analysis.claims):
        for c in (x for x in group.claims if x in told):
            body = [x for x in group.claims if zones[x.zone].kind not in _HEADS]
            if not body or any(not _apart(c, x) for x in body):
                continue
            near = [(odds, x) for x in body if x.zone <= c.zone + params.within and figures.comparable(quantity(c), quantity(x), 10)
                    and (odds := _odds(c, x, group)) >= params.least]
            if near:
                best = max(near, key=lambda pair: pair[0])[1]
                yield Conflict((Place(number, c.value.span), Place(number, best.value.span)), {"kind": "figure"},
                               (*figures.because(c, best), "no figure of the text is that of the headline"), likely=True, by_voice=False)


def _apart(a: Claim, b: Claim) -> bool:
    return figures.disjoint(quantity(a), quantity(b))


def _odds(a: Claim, b: Claim, group: Group) -> float:
    """Log-odds of one claim; headlines are short, so the words of the shorter are what counts."""
    if a.event and b.event and a.event != b.event:
        return -9.0
    words = {w for w in a.near if w in b.words}
    if not words and not (a.noun and a.noun == b.noun):
        return -9.0
    return log_odds(evidence(a, b, group)) + 0.5 * len(words)


def _names(ledger: Ledger, number: int, params: Params, head: int) -> Iterator[Conflict]:
    """A person or place that only the headline names, where a sentence with the headline's words names another."""
    analysis = ledger.analyses[number]
    document = analysis.document
    span = document.zones[head].span
    headline = document.text[span.start:span.end]
    words = list(_WORD.finditer(headline))
    if len(words) < 5:
        return
    lower = sum(1 for w in words[1:] if w[0][0].islower() and len(w[0]) > 3)
    title_case = lower * 2 < sum(1 for w in words[1:] if len(w[0]) > 3)
    body = document.lower[span.end:]
    for i, w in enumerate(words):
        if not w[0][0].isupper():
            continue
        word = _POSSESSIVE.sub("", w[0])
        first = i == 0 or not _BESIDE(headline[words[i - 1].end():w.start()])
        if not _candidate(word, first, title_case, headline[w.end() - (len(w[0]) - len(word)):w.end() + 12], document.lowercase) \
                or word.lower()[:5] in body or _known_beside(words, i, headline, body):
            continue
        place = word.lower() in _PLACES
        people = {m.span for r in ledger.referents if r.kind == "person" and len(r.mentions) > 1 for n, m in r.mentions if n == number}
        other = _counterpart(analysis, headline, word, None if place else people, span.end, params)
        if other is not None:
            start = span.start + w.start()
            yield Conflict((Place(number, Span(start, start + len(word))), Place(number, other.span)), {"kind": "place" if place else "name"},
                           ("the text never has what the headline names", "the sentence has the headline's other words"), likely=True)


_AFTER_NAME = re.compile(r"['’]s\b|\s(?:says|said|calls|urges|shows|tells|warns|wins|vows|backs|leads|hits|slams|defends|'will|will|to) ?")


def _candidate(word: str, first: bool, title_case: bool, after: str, lowercase: frozenset[str]) -> bool:
    """Is this word of a headline surely a name: a known place, or a capital where small letters would stand?"""
    small = word.lower()
    if not word.isascii() or not word[0].isupper() or (after[:1] == ":" and not first) or word.isupper() or len(word) < 4 or small in FUNCTION_WORDS or small in CALENDAR or small in lowercase \
            or word in TITLES or small in GENERIC or "-" in word:
        return False
    if small in _PLACES:
        return True
    return not title_case and small[-1] != "s" and (not first or bool(_AFTER_NAME.match(after)))


def _counterpart(analysis: Analysis, headline: str, word: str, people: set[Span] | None, start: int, params: Params) -> Mention | None:
    """In the sentence that shares most words with the headline, the name of the same kind that the headline has not."""
    wanted = {stem(w.group().lower()) for w in _WORD.finditer(headline)} - {stem(word.lower())} - FUNCTION_WORDS
    document = analysis.document
    best: tuple[int, Mention] | None = None
    last = document.zones[min(len(document.zones) - 1, document.zone_index(start) + params.within * 2 // 3)].span.end
    for m in analysis.mentions:
        if not isinstance(m.value, Name) or not start <= m.span.start < last or not _same_kind(m, m.value, people):
            continue
        if any(p.lower() in headline.lower() for p in m.value.parts if len(p) > 2):
            continue
        shared = len(wanted & _stems(document, m))
        if shared >= params.shared and (best is None or shared > best[0]):
            best = shared, m
    return best[1] if best else None


def _same_kind(m: Mention, name: Name, people: set[Span] | None) -> bool:
    """A person of the text where a person is wanted, else a known place."""
    known = any(p.lower() in _PLACES for p in (m.text, *name.parts))
    return known if people is None else not known and m.span in people


def _known_beside(words: list[re.Match[str]], i: int, headline: str, body: str) -> bool:
    """Is the word part of a longer name of which the text has another part ("Bernie Sanders", later "Sanders")?"""
    for j in (i - 1, i + 1):
        if 0 <= j < len(words) and words[j][0][0].isupper() and len(words[j][0]) > 3:
            between = headline[min(words[i].end(), words[j].end()):max(words[i].start(), words[j].start())]
            if between == " " and words[j][0].lower() in body:
                return True
    return False


def _stems(document: Document, m: Mention) -> set[str]:
    sentence = document.sentence_at(m.span.start)
    return {stem(w.group().lower()) for w in _WORD.finditer(document.text, sentence.start, sentence.end)}


CHECKS: dict[str, Check] = {"headline": Check(Params, _run)}
