"""Check `quoted`: a quotation and its other occurrence in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations, pairwise

from checker.checks.base import Check
from checker.checks.fragments import TWO_WORDINGS, fragments
from checker.checks.quotewords import HEADS, WORD, Quote, names_apart, of_another, one_speaker, quotes_of, span, zones_above
from checker.checks.surroundings import surroundings
from checker.data.english import FUNCTION_WORDS
from checker.data.units import ONES, TENS
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Span
from checker.records import TYPE_CHECKING, NamedTuple
from checker.structure.document import Document

if TYPE_CHECKING:
    from typing import Any

_LEFT_OUT = re.compile(r"…|\.\s?\.|\*\*|[\[\]()]|--|—")
_FIGURES = {w: str(n) for w, n in (ONES | TENS).items() if n > 1}
_LEAST = 3  # words of the shortest quotation that is compared
_COMMONEST = 24  # quotations that have one word; a commoner word finds nothing


_ONE_SLIP = 2  # words that one slip of a quoting hand changes; a speaker who says a like thing again changes more
_ONES_OWN = 8  # words that two people do not both say with one of them changed
_SAID_BY_ONE = 7  # words that two people do not both happen to say
_ARTICLES = frozenset({"a", "an", "the"})
_FRAME = 6  # words of a headline's quotation of which several may differ from the article's
_TWO_SPEAKERS = "One quotation of two speakers"


class Params(NamedTuple):
    """`least`: words that must agree; `share`: how much of the common stretch may differ; `content`: content words agreed;
    `cover`: how much of the shorter quotation the stretch must be.
    """

    least: int = 4
    share: float = 0.25
    content: int = 2
    cover: float = 0.6


class _Match(NamedTuple):
    """The stretch that two quotations have in common: word ranges in each, and how many words agree and differ."""

    a: tuple[int, int]
    b: tuple[int, int]
    same: tuple[str, ...]
    differ: int


def _candidates(document: Document, params: Params, heads: bool) -> Iterator[tuple[Quote, Quote, int]]:
    """The pairs that may be one quotation, each with its shift; `heads`: one of them of the headline or summary, else neither."""
    quotes = _long(document)
    among_heads = [q for q in quotes if q[2]]
    if heads and not among_heads:
        return
    if among_heads and not heads:
        quotes = [q for q in quotes if not q[2]]
    for i, j in sorted((_with_head(quotes, params.least) if heads else _met(quotes, params.content)) if len(quotes) > 1 else ()):
        a, b = quotes[i], quotes[j]
        if a.zone != b.zone and _may_agree(a, b, params) and (shift := _shift(a, b)) is not None:
            yield a, b, shift


def _long(document: Document) -> list[Quote]:
    """The quotations of so many words that any may be another's: once for both checks."""
    known: list[Quote] | None = document.memo.get(_long)
    if known is None:
        known = document.memo[_long] = [q for q in quotes_of(document) if len(q[4]) >= _LEAST and q[6][1] - q[6][0] >= 2 * _LEAST]
    return known


def _may_agree(one: Quote, two: Quote, params: Params) -> bool:
    """Have two quotations so many words in common as one that is kept must have, in whatever order? Asked before they are aligned."""
    short, long = (one, two) if len(one.words) <= len(two.words) else (two, one)
    wanted = max(params.least, int(params.cover * (1 - params.share) * len(short.words)))
    return sum(map(long.distinct.__contains__, short.words)) >= wanted


def _met(quotes: list[Quote], least: int) -> Iterator[tuple[int, int]]:
    """The pairs, by their numbers, that share so many content words."""
    met: set[str] = set()
    again: set[str] = set()
    contents = [q.distinct for q in quotes]
    for content in contents:
        again |= met & content
        met |= content
    again = again - FUNCTION_WORDS  # in place, it would go through all of those
    places: dict[str, list[int]] = {word: [] for word in again}
    for i, content in enumerate(contents):
        if len(shared_here := content & again) >= least:
            for word in shared_here:
                places[word].append(i)
    shared = Counter(chain.from_iterable(combinations(found, 2) for found in places.values() if len(found) <= _COMMONEST))
    return (pair for pair, n in shared.items() if n >= least)


def _with_head(quotes: list[Quote], least: int) -> Iterator[tuple[int, int]]:
    """The pairs, by their numbers, of a quotation of the headline and one of the text that share so many words."""
    for i, head in enumerate(quotes):
        if head.head:
            yield from ((min(i, j), max(i, j)) for j, q in enumerate(quotes) if not q.head and len(head.distinct & q.distinct) >= least)


def _shift(a: Quote, b: Quote) -> int | None:
    """By how many words the second is shifted, told by the runs of two words that both have; None where they have too few."""
    places: dict[tuple[str, str], list[int]] = {run: [] for run in set(pairwise(a.words)).intersection(pairwise(b.words))}
    if not places:
        return None
    for at, run in enumerate(pairwise(a.words)):
        if run in places:
            places[run].append(at)
    shifts = [other - at for other, run in enumerate(pairwise(b.words)) if run in places for at in places[run]]
    if len(shifts) < 2 and not (shifts and min(len(a.words), len(b.words)) <= 6):
        return None
    return Counter(shifts).most_common(1)[0][0]


def _match(a: Quote, b: Quote, shift: int) -> _Match | None:
    """The common stretch of two quotations, what either leaves out at its ends aside."""
    from rapidfuzz.distance import Levenshtein

    start = max(0, shift - 3)
    window = _in_digits(b.words[start:shift + len(a.words) + 4])
    first = max(0, -shift - 3)
    one = _in_digits(a.words[first:len(b.words) - shift + 4])
    codes = list(Levenshtein.opcodes(one, window))
    core = _core(codes)
    if not core:
        return None
    same = tuple(w for c in core if c.tag == "equal" for w in one[c.src_start:c.src_end])
    differ = sum(max(c.src_end - c.src_start, c.dest_end - c.dest_start) for c in core if c.tag != "equal")
    return _Match((first + core[0].src_start, first + core[-1].src_end), (start + core[0].dest_start, start + core[-1].dest_end),
                  same, differ)


def _in_digits(words: list[str]) -> list[str]:
    """With numbers in figures: "five minutes" and "5 minutes" are the same words, spelled by another desk."""
    return [_FIGURES.get(w, w) for w in words]


def _core(codes: list[Any]) -> list[Any]:
    """The alignment without what either side leaves out at its ends.

    A lone word that agrees at an end counts only when one word differs between it and the rest ("this rule will
    fall", "this law will fall"); a last word that differs counts when everything before it agrees.
    """
    equal = [k for k, c in enumerate(codes) if c.tag == "equal"]
    while len(equal) > 1 and _size(codes[equal[0]]) < 2 and _between(codes, equal[0], equal[1]) > 1:
        equal.pop(0)
    while len(equal) > 1 and _size(codes[equal[-1]]) < 2 and _between(codes, equal[-2], equal[-1]) > 1:
        equal.pop()
    if not equal:
        return []
    last = equal[-1]
    tail = codes[last + 1:]
    if len(equal) == 1 and tail and tail[0].tag == "replace" and _size(tail[0]) == 1 and _size(codes[last]) >= 3:
        last += 1
    return codes[equal[0]:last + 1]


def _size(code: Any) -> int:
    return int(code.src_end - code.src_start)


def _between(codes: list[Any], one: int, two: int) -> int:
    return sum(max(_size(c), c.dest_end - c.dest_start) for c in codes[one + 1:two])


def _kept(document: Document, a: Quote, b: Quote, m: _Match | None, params: Params) -> bool:
    if m is None or not m.differ or len(m.same) < params.least:
        return False
    if m.differ > params.share * (len(m.same) + m.differ):
        return False
    if sum(1 for w in set(m.same) if w not in FUNCTION_WORDS) < params.content and not (a.head != b.head and len(m.same) >= 5):
        return False
    if len(m.same) + m.differ < params.cover * min(len(a.words), len(b.words)):
        return False
    if a.head != b.head and _without_articles(a.words[slice(*m.a)]) == _without_articles(b.words[slice(*m.b)]):
        return False  # headlines leave them out
    if _go_on_apart(a, b, m) or names_apart(document, (a, m.a), (b, m.b)) or _quotes_in_part(document, a, m.a) != _quotes_in_part(document, b, m.b):
        return False
    texts = [document.text[s.start:s.end] for s in (span(document, a, m.a), span(document, b, m.b))]
    cuts = [_LEFT_OUT.findall(t) for t in texts]
    return (cuts[0] == cuts[1] or not any(cuts)) and not _bare(texts) and _may_be_one(a, b, m)  # who speaks last: few texts ask


def _with_edge(a: Quote, b: Quote, m: _Match) -> _Match:
    """A quotation may be cut at either end, but not get another word there: a lone first or last word of the shorter that differs counts."""
    first = a.head or (not b.head and len(a.words) <= len(b.words))
    head, reach, other, place = (a, m.a, b, m.b) if first else (b, m.b, a, m.a)
    n = len(head.words)
    if m.differ or len(m.same) != n - 1 or (len(m.same) < (3 if a.head or b.head else 4) and any(w in FUNCTION_WORDS for w in m.same)):
        return m
    if reach == (1, n) and place[0] > 0:
        reach, place = (0, n), (place[0] - 1, place[1])
    elif reach == (0, n - 1) and place[1] < len(other.words):
        reach, place = (0, n), (place[0], place[1] + 1)
    else:
        return m
    tails = head.words[1:], other.words[place[0] + 1:place[0] + n]
    if len(m.same) < 6 and not (a.head or b.head) and tails[0] == tails[1] and {head.words[0], other.words[place[0]]} <= FUNCTION_WORDS:
        return m  # "to turn it off", "don't turn it off": what governs the verb may change when it is quoted
    return _Match(reach if first else place, place if first else reach, m.same, 1)


def _go_on_apart(a: Quote, b: Quote, m: _Match) -> bool:
    """Do both go on in other words before or behind what they share? Then they are two sentences of one speech; where they
    share little, one word more tells.
    """
    least = 2 if len(m.same) >= 6 or a.head or b.head else 1
    return min(len(a.words) - m.a[1], len(b.words) - m.b[1]) >= least or min(m.a[0], m.b[0]) >= least


def _quotes_in_part(document: Document, q: Quote, reach: tuple[int, int]) -> bool:
    """Does the stretch hold a quotation of its own (`he was right 'about the dam'`)? What stands outside that is the speaker's."""
    start, end = span(document, q, reach)
    return any(inner.level and start <= inner.span.start < end for inner in document.quoted[q.number + 1:q.number + 4])


def _without_articles(words: list[str]) -> list[str]:
    return [w for w in words if w not in _ARTICLES]


def _may_be_one(a: Quote, b: Quote, m: _Match) -> bool:
    """Two speakers seldom say one thing: their quotations are one only when long."""
    one, two = (v.name or "" for v in (a.voice, b.voice))
    return not one or not two or one.split()[-1] == two.split()[-1] or len(m.same) >= _ONES_OWN


def _bare(texts: list[str]) -> bool:
    """Do the two differ in nothing but spelling of numbers, hyphens or marks?"""
    return len({re.sub(r"\W", "", t).casefold() for t in texts}) == 1


def _said_apart(a: Quote, b: Quote, words: int) -> tuple[Span, Span] | None:
    """Where two speakers of one quotation of so many words are told; the parts that tell it are read when there is one, as few texts have any."""
    from checker.checks.attributed import two_speakers
    from checker.checks.callings import two_callings

    return two_speakers(a, b, words) or two_callings(a, b)


def _run(ledger: Ledger, params: Params, heads: bool) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        told: set[int] = set()
        for a, b, shift in _candidates(document, params, heads):
            m = _match(a, b, shift)
            if m is not None and (edged := _with_edge(a, b, m)) is not m and (heads or len(m.same) >= 8 or one_speaker(a, b) and not of_another(a.words[edged.a[0]], b.words[edged.b[0]])):
                m = edged
            if m is not None and not m.differ and not heads and len(m.same) >= _SAID_BY_ONE and (apart := _said_apart(a, b, len(m.same))):
                yield Conflict(tuple(Place(number, s) for s in sorted(apart, reverse=True)), {"count": "0", "what": _TWO_SPEAKERS},
                               (f"both are said to have said the same {len(m.same)} words",), likely=True)
            if not _kept(document, a, b, m, params) or m is None:
                m = _framed(a, b, shift) if heads else None
            if m is None or b.number in told:
                continue
            if heads and _elsewhere(document, a if a.head else b, m.a if a.head else m.b):
                continue
            told.add(b.number)
            places = [span(document, a, m.a), span(document, b, m.b)]
            if not heads or b.head:
                places.reverse()
            yield Conflict(tuple(Place(number, s) for s in places), {"count": str(m.differ), "what": TWO_WORDINGS},
                           (f"{len(m.same)} words agree, {m.differ} differ",), likely=len(m.same) < 6 or m.differ > _ONE_SLIP or _apart(a, b))


def _framed(a: Quote, b: Quote, shift: int) -> _Match | None:
    """The whole quotation of the headline where the article has as many words, the first two and the last the same, and for each that differs one of its sort.

    "He is a man of his word", "he is a person of her word": what is changed in between are words that say something for such, and small words for small ones.
    """
    head, words, begin = (a, b.words, shift) if a.head else (b, a.words, -shift)
    size = len(head.words)
    other = words[max(0, begin):begin + size]
    if size < _FRAME or begin < 0 or len(other) < size or head.words[:2] != other[:2] or head.words[-1] != other[-1]:
        return None
    changed = [(x, y) for x, y in zip(head.words, other, strict=True) if x != y]
    if not changed or 2 * len(changed) >= size or any((x in FUNCTION_WORDS) != (y in FUNCTION_WORDS) for x, y in changed):
        return None
    same = tuple(x for x, y in zip(head.words, other, strict=True) if x == y)
    there = begin, begin + size
    return _Match((0, size) if a.head else there, there if a.head else (0, size), same, len(changed))


def _apart(a: Quote, b: Quote) -> bool:
    """Are they told to be two people's words?"""
    return bool(a.voice.name and b.voice.name) and not one_speaker(a, b)


def _elsewhere(document: Document, head: Quote, reach: tuple[int, int]) -> bool:
    """Does the body have the headline's words as they are after all?"""
    words = list(head.words[reach[0]:reach[1]])
    body = [m.group().lower().replace("’", "'") for z in document.zones[zones_above(document):] if z.kind not in HEADS
            for m in WORD.finditer(document.text, z.span.start, z.span.end)]
    first = words[0]
    return any(w == first and body[i:i + len(words)] == words for i, w in enumerate(body))


def _repeated(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    yield from _run(ledger, params, heads=False)
    for number, analysis in enumerate(ledger.analyses):
        yield from fragments(number, analysis.document)
        yield from surroundings(number, analysis.document)


def _headline(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    told: set[Place] = set()
    for conflict in _run(ledger, params, heads=True):
        told.update(conflict.places)
        yield conflict
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        if not any(q.head for q in quotes_of(document)):
            continue
        from checker.checks.headquotes import ends_otherwise, exchanged
        from checker.checks.headspeaker import other_speakers

        for head, quote, reach in exchanged(document):
            place, other = (Place(number, span(document, q, r)) for q, r in ((head, (0, len(head.words))), (quote, reach)))
            if not any(t.document == number and t.span.start < place.span.end and place.span.start < t.span.end for t in told):
                yield Conflict((place, other), {"count": "1", "what": TWO_WORDINGS}, ("all words of the headline's quotation but one stand there in a row",),
                               likely=len(head.words) <= _FRAME)
                told.add(place)
        for head, quote, reach in ends_otherwise(document):
            place, other = (Place(number, span(document, q, r)) for q, r in ((head, (0, len(head.words))), (quote, reach)))
            if not any(t.document == number and t.span.start < place.span.end and place.span.start < t.span.end for t in told):
                yield Conflict((place, other), {"count": "1", "what": TWO_WORDINGS}, ("the headline's quotation begins as that one does, and ends in words that it has nowhere",), likely=True)
        for said, by in other_speakers(analysis):
            yield Conflict((Place(number, said), Place(number, by)), {"count": "0", "what": _TWO_SPEAKERS}, ("the words of the headline's quotation are another's in the text",), likely=True)


CHECKS = {"repeated quotation": Check(Params, _repeated), "headline quotation": Check(Params, _headline)}
