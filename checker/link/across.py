"""Sentences of one document beside those of another that tell the same: what a comparison of documents rests on.

Two sentences are parallel when they share enough rare words; the words of both are then aligned one by one, so that
what stands in the same slot can be compared. An index over the words of the first document keeps the work near linear
in the length of the second. Figures are no evidence that two sentences tell the same: they are what may differ.

Tried and dropped: sentence embeddings (a model to carry, and numpy), and comparing all pairs of sentences (quadratic).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from checker.data.english import FUNCTION_WORDS
from checker.link.ledger import Analysis
from checker.model import Span
from checker.records import NamedTuple
from checker.relate.stems import stem

if TYPE_CHECKING:
    from checker.link.slots import Slot

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEFT_OUT = frozenset({"byline", "credit", "aside"})
_COMMON = 40  # sentences of one document that hold a word; a commoner word finds nothing
_LONGEST = 400  # words of a sentence that are aligned; what is longer is a list without stops
_MOST = 4  # sentences of the first document that one of the other is held against: lists of like sentences stay linear
_LEAST = 0.35  # share of the lighter sentence's weight that the two must share
_LEAST_HEAVIER = 0.2
# share of a document's weight that another covers from which both tell one story, where sentences stand side by side and where none do:
# of 120 pairs of one story 119 reach it, of 120 chance pairs 3
_SAME_STORY, _WITHOUT = 0.22, 0.35


class Sentence(NamedTuple):
    """One sentence as words: `words` in small letters, `shown` as printed, `spans` where they stand, `keys` the content stems."""

    document: int
    ordinal: int
    span: Span
    words: tuple[str, ...]
    shown: tuple[str, ...]
    spans: tuple[Span, ...]
    keys: frozenset[str]


class Block(NamedTuple):
    """A stretch of an alignment: words `a` to `a_end` of the one against `b` to `b_end` of the other; `same` when they are equal."""

    same: bool
    a: int
    a_end: int
    b: int
    b_end: int


class Parallel(NamedTuple):
    """Two sentences that tell the same: `score` is the share of the lighter one's weight that both have, `heavier` of the heavier one's."""

    a: Sentence
    b: Sentence
    score: float
    heavier: float
    blocks: tuple[Block, ...]


class Pair(NamedTuple):
    """Two documents held against each other: `cover` is the share of the first one's weight that the second covers (0 to 1).

    `slots` are what stands in one place of two parallel sentences.
    """

    a: int
    b: int
    cover: float
    parallels: tuple[Parallel, ...]
    slots: tuple[Slot, ...] = ()

    @property
    def same_story(self) -> bool:
        """Are the two about one story?"""
        beside = len({p.a.ordinal for p in self.parallels})
        near = len({p.a.ordinal for p in self.parallels if p.score >= 0.5 and p.heavier >= 0.35})
        return self.cover >= (_SAME_STORY if beside else _WITHOUT) or near >= 2


class Across(NamedTuple):
    """The documents side by side: `pairs` in the order (first document, second document)."""

    pairs: tuple[Pair, ...]


def sentences(analysis: Analysis, number: int) -> list[Sentence]:
    """The sentences of a document as words, bylines, credits and what is set aside left out."""
    document = analysis.document
    out = []
    for index, span in enumerate(document.sentences):
        if document.zone_at(span.start).kind in _LEFT_OUT:
            continue
        found = list(islice(_WORD.finditer(document.text, span.start, span.end), _LONGEST))
        if found:
            shown = tuple(m.group() for m in found)
            words = tuple(_plain(w) for w in shown)
            keys = frozenset(stem(w) for w in words if w not in FUNCTION_WORDS and w[0].isalpha())
            out.append(Sentence(number, index, span, words, shown, tuple(Span(*m.span()) for m in found), keys))
    return out


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def across(analyses: Sequence[Analysis], numbers: Sequence[tuple[int, int]]) -> Across:
    """Hold the documents of each pair of numbers against each other."""
    split = {n: sentences(analyses[n], n) for n in sorted({n for pair in numbers for n in pair})}
    weights = _weights(split)
    indexes: dict[int, dict[str, list[int]]] = {}
    pairs = []
    for a, b in numbers:
        if a not in indexes:
            indexes[a] = _index(split[a])
        pairs.append(_pair(split[a], split[b], a, b, indexes[a], weights))
    return Across(tuple(pairs))


def _weights(split: dict[int, list[Sentence]]) -> dict[str, float]:
    """The rarer a stem in the document that has it most often, the heavier; that both documents have it makes it no lighter."""
    often: dict[str, int] = {}
    for found in split.values():
        for k, n in Counter(k for s in found for k in s.keys).items():
            often[k] = max(n, often.get(k, 0))
    total = 10 + max((len(found) for found in split.values()), default=0)
    return {k: math.log(1 + total / n) for k, n in often.items()}


def _index(found: Sequence[Sentence]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(found):
        for k in s.keys:
            postings[k].append(i)
    return postings


def _pair(one: Sequence[Sentence], two: Sequence[Sentence], a: int, b: int, index: dict[str, list[int]],
          weights: dict[str, float]) -> Pair:
    heavy = [sum(weights[k] for k in s.keys) for s in one]
    common: set[str] = set()
    parallels = []
    for other in two:
        common |= other.keys
        shared: dict[int, float] = defaultdict(float)
        for k in other.keys:
            places = index.get(k, ())
            if len(places) <= _COMMON:
                for i in places:
                    shared[i] += weights[k]
        weight = sum(weights[k] for k in other.keys)
        for i, held in nlargest(_MOST, shared.items(), key=lambda x: (x[1] / max(heavy[x[0]], weight, 1e-9), -x[0])):
            low, high = sorted((heavy[i], weight))
            if low and held >= _LEAST * low and held >= _LEAST_HEAVIER * high and len(one[i].keys & other.keys) >= min(3, len(one[i].keys)):
                parallels.append(Parallel(one[i], other, held / low, held / high, _blocks(one[i].words, other.words)))
    mine: Counter[str] = Counter(k for s in one for k in s.keys)
    total = sum(weights[k] * math.log1p(n) for k, n in mine.items())
    covered = sum(weights[k] * math.log1p(n) for k, n in mine.items() if k in common)
    parallels.sort(key=lambda p: (p.a.span, -p.score * p.heavier, p.b.span))
    return Pair(a, b, covered / total if total else 0.0, tuple(parallels))


def _blocks(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Block, ...]:
    from rapidfuzz.distance import Levenshtein

    return tuple(Block(c.tag == "equal", c.src_start, c.src_end, c.dest_start, c.dest_end) for c in Levenshtein.opcodes(a, b))


def opposite(p: Parallel, first: int, last: int) -> tuple[int, int]:
    """Words of the other sentence that stand where words `first` to `last` of the first one stand: a half-open range, empty for none."""
    low, high = len(p.b.words), 0
    for x in p.blocks:
        if x.a < last and x.a_end > first:
            if x.same or x.a_end - x.a == x.b_end - x.b:
                low, high = min(low, x.b + max(first, x.a) - x.a), max(high, x.b + min(last, x.a_end) - x.a)
            elif x.b_end > x.b:
                low, high = min(low, x.b), max(high, x.b_end)
    return (low, high) if low < high else (0, 0)


def context(p: Parallel, first: int, last: int, reach: int = 5) -> tuple[int, int]:
    """Equal words within `reach` before and behind words `first` to `last` of the first sentence, those that say something counted whole.

    Returns (before, behind).
    """
    before = behind = 0
    for x in p.blocks:
        if x.same:
            before += max(0, min(x.a_end, first) - max(x.a, first - reach))
            behind += max(0, min(x.a_end, last + reach) - max(x.a, last))
    return before, behind
