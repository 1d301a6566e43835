"""Check `repeated`: the same words twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, compress
from math import ceil
from typing import NamedTuple

from checker.checks.base import Check, occurrences
from checker.data.english import FUNCTION_WORDS
from checker.link.ledger import Ledger
from checker.model import Conflict, Place, Repair, Span
from checker.structure.document import Document

_DOUBLED = re.compile(r"(?<![\w’'.-])([A-Za-z]+)[ \t]+\1(?![\w’'-])", re.I)
_ARTICLES = re.compile(r"(?<![\w’'.-])(?:the|an?) (?:the|an)(?= [a-z])")
# an adverb on both sides of a verb, a verb on both sides of its particle: what is left when a sentence is turned round
_STRADDLED = re.compile(r"(?<![\w’'.-])(?:(also|enough|already|still)((?: [a-z]+){1,2}) \1|([a-z]{3,}) (?:up|out|off|down|away) \3)(?![\w’'-])")
_JOINING = frozenset("but and or is if so in of for to than as that the with".split())
_ARTICLE_PAIRS = frozenset((a, b) for a in ("the", "a", "an") for b in ("the", "a", "an"))
_TWICE = ("also", "enough", "already", "still")
_BETWEEN = (" up ", " out ", " off ", " down ", " away ")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# right in English, or said twice on purpose
_RIGHT = frozenset("had that very no so bye ha really many much far long more never ever again now again yes well please "
                   "blah knock go there big old too what who win over on in and up is was".split())
_STRICT = frozenset("the a an of to and in is was for with on at by from or but be it he they we this his her their as are "
                    "were has have will would not which who its than into".split())
_PARTICLE = frozenset("in on over up is was".split())
# verbs that take "in" or "on" as a particle, before a time or place with the same word
_PHRASAL = frozenset("kick set come go turn log check step move cash hand phas phase break tun tune chime chim weigh settle opt "
                     "plug sink fill join start hold carry drag hang pass go tak take put sign pour clos close zero hon cav".split())
_SKIPPED = frozenset({"headline", "summary", "caption", "credit", "byline", "aside", "list"})


class Params(NamedTuple):
    """`words`: length from which a sentence is no refrain; `share`: how much of two sentences agrees when one is the other's update."""

    words: int = 8
    share: float = 0.75


def _words(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        for m in _straddled(document.text):
            if m[3] not in FUNCTION_WORDS if m[3] else not _JOINING & set(m[2].split()):
                yield Conflict((Place(number, Span(m.start(), m.end())),), {"kind": "word"}, likely=True)
        if not _may_double(document.lower):
            continue
        for pattern in (_DOUBLED, _ARTICLES):
            found = list(pattern.finditer(document.text))
            often = Counter(m[0].lower() for m in found)
            for m in found:
                if document.zone_at(m.start()).kind in ("credit", "byline") or not _slip(document, m) or _on_purpose(document, m, often):
                    continue
                likely = m.group().split()[0].lower() not in _STRICT
                yield Conflict((Place(number, Span(m.start(), m.end())),), {"kind": "word"}, likely=likely, repair=_once(number, m, likely))


def _once(number: int, m: re.Match[str], likely: bool) -> Repair | None:
    """The word once; which of two different articles is meant is for the editor to say."""
    one, two = m.group().split()
    if one.lower() != two.lower():
        return None
    return Repair(((Place(number, Span(m.end() - len(m.group()) + len(one), m.end())), ""),), not likely, "the word once")


def _on_purpose(document: Document, m: re.Match[str], often: Counter[str]) -> bool:
    """A word three times running is emphasis, and one doubled all over the text is a label of the page."""
    word = m[0].split()[0].lower()
    before, after = document.text[max(0, m.start() - 30):m.start()].lower().split(), document.text[m.end():m.end() + 30].lower().split()
    return word not in _STRICT and (often[m[0].lower()] > 2 or before[-1:] == [word] or after[:1] == [word])


def _straddled(text: str) -> Iterator[re.Match[str]]:
    """What `_STRADDLED.finditer` finds, tried only where its middle stands or its adverb stands twice."""
    starts = [at for w in _TWICE if text.count(w) > 1 for at in occurrences(text, w)]
    for middle in _BETWEEN:
        for at in occurrences(text, middle):
            start = text.rfind(" ", max(0, at - 40), at) + 1
            while start < at and not "a" <= text[start] <= "z":
                start += 1
            if at - start > 2 and text.startswith(text[start:at], at + len(middle)):
                starts.append(start)
    end = 0
    for start in sorted(starts):
        if start >= end and (m := _STRADDLED.match(text, start)):
            end = m.end()
            yield m


def _may_double(lower: str) -> bool:
    """Do two neighbours agree, or two articles meet? Five times quicker to ask than to look for where."""
    words = lower.split()
    behind = words[1:]
    if any(not b[len(a):len(a) + 1].isalnum() for a, b in compress(zip(words, behind, strict=False), map(str.startswith, behind, words))):
        return True
    return not _ARTICLE_PAIRS.isdisjoint(zip(words, behind, strict=False))


def _slip(document: Document, m: re.Match[str]) -> bool:
    one, two = m.group().split()
    if one.lower() != two.lower():
        return True  # two articles
    word = one.lower()
    if one != one.lower() and two[0].isupper():
        return False  # a name ("Bora Bora") or a headline
    if two[0].isupper() and one[0].islower():
        return False  # "in In These Times"
    if word in _STRICT:
        return word not in _PARTICLE or not _parts(document.text, m)
    if word in _RIGHT or len(word) < 3:
        return False
    return word not in _RIGHT and document.quotation_at(m.start()) is None


def _parts(text: str, m: re.Match[str]) -> bool:
    """May a particle end one phrase and open the next ("what it is is", "logged on on Monday")?"""
    before = text[max(0, m.start() - 12):m.start()].split()
    return bool(before) and before[-1].lower().removesuffix("s").removesuffix("ed").removesuffix("ing") in _PHRASAL or \
        bool(before) and before[-1].lower() in ("it", "he", "she", "this", "that", "problem", "logged", "turned", "moved",
                                                   "go", "goes", "going", "went", "come", "comes", "came", "get", "tune", "tuned")


class _Line(NamedTuple):
    """A sentence as its words."""

    span: Span
    words: tuple[str, ...]
    zone: int


def _lines(document: Document, least: int) -> list[_Line]:
    out = []
    for s in document.sentences:
        if s.end - s.start < 5 * least:
            continue
        zone = document.zone_index(s.start)
        if document.zones[zone].kind in _SKIPPED or (zone == 0 and s.end - s.start < 80 and s.end >= document.zones[0].span.end):
            continue  # a short first line is a headline, full stop or not
        if document.text[s.end - 1] not in ".!”\"" or document.text.endswith("...", s.start, s.end):
            continue
        words = tuple(_WORD.findall(document.lower, s.start, s.end))
        if len(words) >= least and not _said(document, s):
            out.append(_Line(s, words, zone))
    return out


def _said(document: Document, s: Span) -> bool:
    """Is the sentence mostly a quotation? Quotations are set apart and repeated on purpose."""
    q = document.quotation_at(s.start) or document.quotation_at(max(s.start, s.end - 2))
    return q is not None and 2 * (min(q.span.end, s.end) - max(q.span.start, s.start)) > s.end - s.start


def _apart(document: Document, a: _Line, b: _Line) -> bool:
    """Is one of them a paragraph of its own and the other not, as a sentence pulled out of the text is?"""
    alone = [document.zones[x.zone].span.end - x.span.end < 3 and x.span.start - document.zones[x.zone].span.start < 3
             for x in (a, b)]
    return alone[0] != alone[1]


def _sentences(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """A sentence that stands twice; evidence is cut at the paragraph when whole paragraphs repeat."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        lines = _lines(document, params.words)
        told: set[int] = set()
        first: dict[tuple[str, ...], _Line] = {}
        for line in lines:
            before = first.setdefault(line.words, line)
            if before is not line and line.zone not in told and not _apart(document, line, before):
                told.add(line.zone)
                yield Conflict((Place(number, line.span), Place(number, before.span)), {"kind": "sentence"})
        for line, before in _near(lines, params.share):
            if line.zone not in told and before.zone != line.zone and not _apart(document, line, before) \
                    and not _names_differ(document, line, before):
                told.add(line.zone)
                yield Conflict((Place(number, line.span), Place(number, before.span)), {"kind": "sentence, reworded"},
                               (f"{round(100 * _share(line, before))}% of their words agree",), likely=True)


def _names_differ(document: Document, a: _Line, b: _Line) -> bool:
    """Do both have a name that the other lacks, as lists of parallel sentences do?"""
    names = [{w.group() for w in _WORD.finditer(document.text, x.span.start + 1, x.span.end) if w.group()[0].isupper()}
             for x in (a, b)]
    return bool(names[0] - names[1]) and bool(names[1] - names[0])


def _content(line: _Line) -> frozenset[str]:
    return frozenset(w for w in line.words if w not in FUNCTION_WORDS)


def _share(a: _Line, b: _Line) -> float:
    one, two = _content(a), _content(b)
    return len(one & two) / max(1, len(one | two))


def _near(lines: list[_Line], share: float) -> Iterator[tuple[_Line, _Line]]:
    """Sentence pairs with that share of content words in common; found by their rarest words.

    Of two sets that share so much, with one order for all words, the rarest words of each meet: as many as may be its own, and one.
    """
    contents = [frozenset(line.words) - FUNCTION_WORDS for line in lines]
    often = Counter(chain.from_iterable(contents))
    common = {w for w, n in often.items() if n > 1}
    # neither of a pair has many words of its own
    likely = [i for i, words in enumerate(contents) if len(words & common) >= share * len(words)]
    if len(likely) < 2:
        return
    postings: dict[str, list[int]] = defaultdict(list)
    for i in likely:
        words = contents[i]
        own = len(words) - ceil(share * len(words)) + 1
        rare = [w for w in sorted(words, key=lambda w: (often[w], w))[:own] if 1 < often[w] <= 12]
        for j in sorted({j for w in rare for j in postings[w]}):
            if len(words) >= 5 and lines[j].words != lines[i].words and len(words & contents[j]) >= share * len(words | contents[j]):
                yield lines[i], lines[j]
                break
        for w in rare:
            postings[w].append(i)


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    yield from _words(ledger, params)
    yield from _sentences(ledger, params)


CHECKS = {"words": Check(Params, _run)}
