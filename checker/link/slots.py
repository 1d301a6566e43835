"""What stands in one slot of two parallel sentences: the figure here and the figure there, the name here and there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.link.across import Across, Pair, Parallel, context, opposite
from checker.link.ledger import Analysis
from checker.model import Mention
from checker.records import NamedTuple

_REACH = 5


class Slot(NamedTuple):
    """Two mentions of one kind in the same place of two parallel sentences.

    `around` counts the equal words within five words on either side, `room` those that stand there, `words` are the ranges of words
    in the two sentences.
    """

    a: Mention
    b: Mention
    parallel: Parallel
    around: int
    room: int
    words: tuple[tuple[int, int], tuple[int, int]]

    @property
    def firm(self) -> bool:
        """Are the sentences the same but for little, so that the slot is the same for certain?"""
        return self.parallel.score >= 0.7 and self.parallel.heavier >= 0.5 and self.around >= min(4, max(3, self.room))

    @property
    def sure(self) -> bool:
        """Are nearly all words around both the same?"""
        return self.firm and self.parallel.score >= 0.8 and self.around >= min(5, max(4, self.room))


def with_slots(analyses: Sequence[Analysis], across: Across) -> Across:
    """The documents side by side, with the slots of every pair."""
    found: dict[int, dict[int, list[Mention]]] = {}
    pairs = []
    for pair in across.pairs:
        for n in (pair.a, pair.b):
            if n not in found:
                found[n] = _by_sentence(analyses[n])
        pairs.append(pair._replace(slots=tuple(_slots(pair, found[pair.a], found[pair.b]))))
    return Across(tuple(pairs))


def _slots(pair: Pair, one: dict[int, list[Mention]], two: dict[int, list[Mention]]) -> Iterator[Slot]:
    ranges: dict[int, list[tuple[Mention, tuple[int, int]]]] = {}
    for p in pair.parallels:
        mine, others = one.get(p.a.ordinal, ()), two.get(p.b.ordinal, ())
        if not mine or not others:
            continue
        if p.b.ordinal not in ranges:
            ranges[p.b.ordinal] = [(m, _range(p.b.spans, m)) for m in others]
        for m in mine:
            first, last = _range(p.a.spans, m)
            start, end = opposite(p, first, last)
            if start == end:
                continue
            found = [(o, r) for o, r in ranges[p.b.ordinal] if o.kind == m.kind and r[0] < end and start < r[1]]
            if len(found) == 1:
                o, r = found[0]
                yield Slot(m, o, p, sum(context(p, first, last, _REACH)),
                           min(first, _REACH) + min(len(p.a.words) - last, _REACH), ((first, last), r))


def _by_sentence(analysis: Analysis) -> dict[int, list[Mention]]:
    out: dict[int, list[Mention]] = {}
    for m in analysis.mentions:
        out.setdefault(analysis.document.sentence_index(m.span.start), []).append(m)
    return out


def _range(spans: tuple[tuple[int, int], ...], m: Mention) -> tuple[int, int]:
    """The half-open range of words that a mention covers."""
    inside = [i for i, (start, end) in enumerate(spans) if start < m.span.end and end > m.span.start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
