"""So many years after what the text dates elsewhere, told with the year that they lead to or counted to the article's own.

"opened in 1961 … In 2001, 40 years after it opened, the bridge fell"; "the 50th anniversary of the treaty, in 1994 … The treaty was signed in 1944".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.english import FUNCTION_WORDS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.stems import stem
from checker.structure.document import Document

_YEAR = r"(?:1[5-9]|20)\d\d"
_FAR = 4  # paragraphs between an event and what is counted from it, where only one word and no name tells that it is one
_MANY = 60  # years told before a length
_NEAR = 2  # paragraphs from a thing and its founding to "its 50th anniversary"
_ROOT = 3  # letters
_NOUNS = frozenset("ion tion ation ition ur ure ing ment al er or anc ance".split())
_CLAUSE = 90  # characters before and behind a year that tell of what happened in it
_POINTS = re.compile(r"(?:his|her|its|their|he|she|it|they) ")
_MONTHS = frozenset("january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split())
# what tells no event from another
_COMMON = frozenset(map(stem, "year decade first second anniversary day week month time date early late mid new last next old start begin began begun end place took take held hold event people man woman many more "
                              "city town country state nation world president".split())) | FUNCTION_WORDS | _MONTHS


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "after": re.compile(r" (?:after|since|following) (?=(?P<thing>[^,;:.()“”\"\n—–]{3,90}))"),
        "of": re.compile(r"(?: of|,? marking| since) (?=(?P<thing>[^,;:.()“”\"\n—–]{3,90}))"),
        "its": re.compile(r"\b(?:its|their) (?:[a-z-]+ )?$|\b(?:our|his|her) $"),
        "stop": re.compile(r" (?:and|but|when|while|that|which|who|whose|where|as|because|with|by|for|if|to|will|would) | in (?:the )?(?:early |late |mid-)?" + _YEAR),
        "verb": re.compile(r" (?:is|are|was|were|has|have|had|falls|fell|comes|came|passed|passes) "),
        "other": re.compile(r"\b(?:second|third|another|other|new|last|later|next|first|latest|earlier)\b"),
        "year": re.compile(rf"(?<![\d$£€#.,–/-]){_YEAR}(?![\d%–/-]|,\d|\.\d|s\b|[’']s\b)"),
        "word": re.compile(r"[A-Za-z][A-Za-z’'-]+"),
        "now": re.compile(r"\b(?:today|tonight|tomorrow|this (?:year|week|month|weekend|spring|summer|autumn|fall|winter)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|marks|marking|celebrates|celebrating|is celebrating|will (?:mark|celebrate))\b"),
        "then": re.compile(r"\b(?:last year|next year|a year ago|years ago|at the time|then|was to|had)\b"),
        "plan": re.compile(r"\b(?:for|every|each|within|another|first|last|past|next|least|most|up to|of) (?:[a-z-]+ )?$"),
        "founded": re.compile(r"\b(?:founded|established|opened|launched|formed|created|set up|incorporated|started|began|born|signed|built|chartered|married|wed|organized|organised)\b"),
    }


def since(document: Document, lengths: Sequence[Mention], jubilees: Sequence[tuple[Mention, int]], fours: Sequence[Span], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations since (start, length, and end where the text tells it); `jubilees` are the anniversaries told, each with where its words end."""
    text, p = document.text, _patterns()
    years = [y for y in fours if p["year"].match(text, y.start)]
    taken = {m.span for r in known for m in r.all("length")}
    told = [(m, end, p["of"].match(text, end)) for m, end in jubilees]
    told += [(m, m.span.end, found) for m in lengths if (found := p["after"].match(text, m.span.end)) is not None and not p["plan"].search(text, max(0, m.span.start - 20), m.span.start)]
    counted = {document.sentence_index(m.span.start) for m, _, _ in told}  # which tell of an event as well, with the year that they count to
    events = [y for y in years if document.sentence_index(y.start) not in counted]
    clauses: dict[int, frozenset[str]] = {}
    starts, beginnings = [y.start for y in years], [y.start for y in events]
    for length, at, found in told:
        if length.span in taken or quantity(length).ranged:
            continue
        sentence = document.sentence_at(length.span.start)
        thing = _thing(found["thing"], quantity(length).dimension == "ordinal") if found is not None else None
        if thing is not None and p["other"].search(thing):
            continue
        behind = found.end() + len(thing) if found is not None and thing is not None else at
        inside = years[bisect_left(starts, sentence.start):bisect_left(starts, sentence.end)]
        own = thing is None and p["its"].search(text, max(0, length.span.start - 20), length.span.start) is not None
        ends = [y for y in inside if not at <= y.start < behind and not (own and _founds(document, years, years.index(y)))]
        if thing is not None and any(at <= y.start < behind for y in inside) or len({text[slice(*y)] for y in ends}) > 1:
            continue
        if not ends and (not p["now"].search(text, *sentence) or p["then"].search(text, *sentence)):
            continue
        start = _event(document, thing, own, _around(years, starts, length) if own else _around(events, beginnings, length), length, sentence, ends, clauses)
        if start is not None:
            yield _relation(text, start, length, ends[0] if ends else None)


def _around(years: Sequence[Span], starts: Sequence[int], length: Mention) -> Sequence[Span]:
    """The years among which the event's is looked for: in a book another thing is called so."""
    i = bisect_left(starts, length.span.start)
    return years[max(0, i - _MANY):i + _MANY // 2]


def _thing(words: str, noun: bool) -> str:
    """The words of an event, up to where another clause begins, of a noun up to its verb."""
    stops = [m.start() for way in (("stop", "verb") if noun else ("stop",)) if (m := _patterns()[way].search(words))]
    return words[:min(stops, default=len(words))]


def stems(words: str) -> frozenset[str]:
    """The common forms of the words that tell one event from another."""
    found = (stem(w.lower()) for w in _patterns()["word"].findall(words) if w.lower() not in FUNCTION_WORDS)
    return frozenset(w for w in found if w not in _COMMON)


def _event(document: Document, thing: str | None, own: bool, years: Sequence[Span], length: Mention, sentence: Span, ends: Sequence[Span],
           known: dict[int, frozenset[str]]) -> Span | None:
    """The one year that the text tells of an event; `own` is one of a thing spoken of before ("its 50th anniversary"), `known` are the words around years."""
    text = document.text
    words = stems(thing) if thing is not None else frozenset()
    if not words and not own:
        return None
    around = stems(text[slice(*sentence)])
    end = text[slice(*ends[0])] if ends else None
    here = document.zone_index(length.span.start)
    fits: dict[str, Span] = {}
    for i, y in enumerate(years):
        if sentence.start <= y.start < sentence.end and not (own and y.start < length.span.start):
            continue
        if own:
            if 0 <= here - document.zone_index(y.start) <= _NEAR and y.start < length.span.start and _founds(document, years, i):
                fits[text[slice(*y)]] = y
            continue
        if (told := known.get(y.start)) is None:
            told = known[y.start] = stems(_clause(document, years, i))
        shared = sum(any(akin(w, x) for x in told) for w in words)
        if shared == len(words) and (shared > 1 or 0 <= here - document.zone_index(y.start) <= (_NEAR if _POINTS.match(thing or "") else _FAR) and (
                _is_thing(thing or "") or _POINTS.match(thing or "") or (around - words) & told)):
            event = document.sentence_at(y.start)
            fits.update({text[slice(*other)]: other for other in years if event.start <= other.start < event.end})  # with two, which is it?
    if own and any(sentence.start <= y.start < sentence.end for y in fits.values()):
        fits = {year: y for year, y in fits.items() if sentence.start <= y.start < sentence.end}
    if len(fits) != 1 or (end is not None and end in fits):
        return None
    return next(iter(fits.values()))


def _founds(document: Document, years: Sequence[Span], i: int) -> bool:
    return _patterns()["founded"].search(_clause(document, years, i)) is not None


def akin(a: str, b: str) -> bool:
    """One stem, or that of a verb and of its noun ("elect", "election")?"""
    short, long = sorted((a, b), key=len)
    return a == b or len(short) > _ROOT and long.startswith(short) and long[len(short):] in _NOUNS


def _is_thing(words: str) -> bool:
    """Is it a thing with an article, of which the text then has one ("the treaty"), and no clause?"""
    return words.startswith(("the ", "that "))


def _clause(document: Document, years: Sequence[Span], i: int) -> str:
    """The words around a year in its sentence that no other year is nearer to."""
    text = document.text
    start, end = document.sentence_at(years[i].start)
    start, end = max(start, years[i].start - _CLAUSE), min(end, years[i].end + _CLAUSE)
    if i and years[i - 1].end > start:
        start = years[i - 1].end
    if i + 1 < len(years) and years[i + 1].start < end:
        end = years[i + 1].start
    return text[start:end]


def _relation(text: str, start: Span, length: Mention, end: Span | None) -> Relation:
    def year(span: Span) -> Mention:
        value = Decimal(text[slice(*span)])
        return Mention("quantity", span, text[slice(*span)], Quantity(value, value, "number"))

    roles = (("start", year(start)), ("length", length))
    return Relation("since", (*roles, ("end", year(end))) if end is not None else roles)
