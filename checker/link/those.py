"""Figures behind "those", "these" or "that" which point at one told a little farther back than `checker.link.pointed` looks, or in another way.

"just 4 percent of users … are those 5 percent", "seven corporations … these five giant corporations", "the final seven days … in those final nine
days", "the $280 monthly premium … that $229 premium", "that 47%". What is pointed at is the nearest figure of its kind; no figure before it may be its
own or make it with another, and no list before it may have as many items.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.extract.hedges import printed
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.pointed import SPANS, Pointed
from checker.model import Mention, Quantity
from checker.relate.stems import stem
from checker.structure.document import Document

_THOSE = re.compile(r"\b(?:[Tt]hose|[Tt]hese)(?: (?:same|final|last|first|extra))? [“‘\"']?$")
_THAT = re.compile(r"\b(?:[Tt]hat|[Tt]his)(?: same)? $")
_IN_THAT = re.compile(r"\b(?:in|among|within|from) that $")
_BACK = 24  # characters before a figure that hold its pointer
_LEAST = 3  # "those two" stands for any two
_NEAR, _FAR = 4, 15  # sentences back to a figure of its kind, and to the only one of its noun
_MAKING = 6  # sentences before it of which two figures may make it
_EARLIER = 200  # figures before it among which it may be told
_RATIO = 2
_KINDS = frozenset({"count", "duration", "percent", "money", "length"})
_LISTED = 15  # items that a list may have


def those(analysis: Analysis) -> Iterator[Pointed]:
    """The figures that point back at one of their kind which differs."""
    document, text = analysis.document, analysis.document.text
    for claim in analysis.claims:
        m = claim.value
        q = m.value
        if not isinstance(q, Quantity) or q.dimension not in _KINDS or q.ranged or q.hedge or q.low < _LEAST or not _points(text, m, q):
            continue
        told = _told(document, names(analysis).figures, m, q)
        if told is not None and not _is_listed(analysis, m, q):
            yield Pointed(m, told)


def _points(text: str, m: Mention, q: Quantity) -> bool:
    before = text[max(0, m.span.start - _BACK):m.span.start]
    if _THOSE.search(before):
        return q.dimension != "money" and q.unit not in SPANS
    if q.dimension == "percent":
        return _IN_THAT.search(before) is not None and not text.startswith((" of", " more", " less"), m.span.end)
    return _THAT.search(before) is not None and bool(q.noun) and (q.dimension == "money" or "-" in m.text)


def _told(document: Document, figures: Sequence[Mention], m: Mention, q: Quantity) -> Mention | None:
    """The figure that it must point at; None where the text tells its own number before it, or what makes it."""
    value, index = printed(q)[0], document.sentence_index(m.span.start)
    i = bisect_left(figures, m.span.start, key=_begin)
    earlier = [(x, x.value, document.sentence_index(x.span.start)) for x in figures[max(0, i - _EARLIER):i] if isinstance(x.value, Quantity)]
    values = {printed(p)[0] for _, p, at in earlier if index - at <= _MAKING}
    if any(p.low <= value <= p.high for _, p, _ in earlier) or any(value - v in values or value + v in values for v in values) or q.dimension == "percent" and 100 - value in values:
        return None
    head = stem(q.noun.split()[-1]) if q.noun else ""
    kin = [(x, p, at) for x, p, at in earlier if p.dimension == q.dimension and p.unit == q.unit and at < index and not p.ranged]
    near = [k for k in kin if index - k[2] <= _NEAR]
    if q.dimension == "count" and not near and len({printed(p)[0] for _, p, _ in kin}) == 1:
        near = [k for k in kin if index - k[2] <= _FAR]
    if not near:
        return None
    last = [k for k in near if k[2] == near[-1][2]]
    if q.dimension == "money" and (not head or not all(_has(document, at, head) for _, _, at in last)):
        return None
    x, p, _ = last[-1]
    if len({printed(p)[0] for _, p, _ in last}) != 1 or p.hedge or not p.low or not (value <= p.low * _RATIO and p.low <= value * _RATIO):
        return None
    return x


def _begin(m: Mention) -> int:
    return m.span.start


def _has(document: Document, sentence: int, head: str) -> bool:
    """Has the sentence a word of that stem?"""
    start, end = document.sentences[sentence]
    return any(stem(w) == head for w in re.findall(r"[a-z]+", document.lower[start:end]))


def _is_listed(analysis: Analysis, m: Mention, q: Quantity) -> bool:
    """May the text have listed so many before it: names or commas of a sentence, or paragraphs that are items?"""
    document, value = analysis.document, printed(q)[0]
    if q.dimension != "count" or value > _LISTED:
        return False
    index = document.sentence_index(m.span.start)
    for i in range(max(0, index - 2), index + 1):
        start, end = document.sentences[i][0], min(document.sentences[i][1], m.span.start)
        named = {x.text for x in analysis.mentions if x.kind == "name" and start <= x.span.start < end}
        if len(named) == value or document.text.count(",", start, end) + 1 in (value, value - 1):
            return True
    zone = document.zone_index(m.span.start)
    return any(z.kind == "list" for z in document.zones[max(0, zone - _LISTED):zone])
