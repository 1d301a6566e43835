"""A sum, and what it was a year before in the next sentence but one at most, a thousand times apart: "It made 340 million pounds. A year ago it made 310 billion pounds"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.english import FUNCTION_WORDS
from checker.model import Mention, Relation
from checker.relate.gaps import occurrences, quantity
from checker.relate.stems import stem
from checker.structure.document import Document

CUES = ("ear ago", "ear earlier", "he year before", "he previous year", "he prior year")
_LEAST, _MOST, _SCALE = Decimal(400), Decimal(2500), 1000  # as of `scaled`
_BACK = 2  # sentences
_HEAD = 3  # words of a sentence in which its subject stands
_THEY = frozenset({"it", "they", "he", "she"})


def year_ago(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation scaled (now, then) of the only sums of two sentences, the second of which tells what the first's was a year before."""
    sums = [m for m in mentions if quantity(m).dimension == "money"]
    starts = [m.span.start for m in sums]
    for at in sorted({document.sentence_index(at) for cue in CUES for at in occurrences(document.text, cue)}):
        then = _only(document, sums, starts, at)
        if then is None:
            continue
        now = next((x for back in range(1, min(_BACK, at) + 1) if (x := _only(document, sums, starts, at - back)) is not None), None)
        if now is None:
            continue
        p, q = quantity(now), quantity(then)
        low, high = sorted((p.low, q.low))
        if p.unit == q.unit and p.per == q.per and min(p.step, q.step) >= _SCALE and not p.ranged and not q.ranged and low * _LEAST <= high <= low * _MOST \
                and not any(x.low == q.low for x in map(quantity, sums) if x is not q) and _one_subject(document, now, then):
            yield Relation("scaled", (("now", then), ("then", now)))


def _only(document: Document, sums: Sequence[Mention], starts: Sequence[int], index: int) -> Mention | None:
    start, end = document.sentences[index]
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return sums[first] if last - first == 1 else None


def _one_subject(document: Document, now: Mention, then: Mention) -> bool:
    """Has the second sentence the first's verb or noun beside a pronoun, or begins with a word of its subject?"""
    one, two = (document.text[slice(*document.sentence_at(m.span.start))].replace(",", " ").split() for m in (now, then))
    said = {stem(w) for w in one if w.lower() not in FUNCTION_WORDS and len(w) > 2}
    own = [w for w in two if w.lower() not in ("a", "year", "ago", "earlier", "the", "before", "previous", "in")][:_HEAD]
    return any(w.lower() in _THEY for w in own) and any(stem(w) in said for w in own if len(w) > 2 and w.lower() not in FUNCTION_WORDS) or bool(own) and stem(own[0]) in {stem(w) for w in one[:_HEAD]} and own[0].lower() not in FUNCTION_WORDS
