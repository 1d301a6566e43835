"""The quoted words of documents, and where the words of one quotation stand in another document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice

from checker.link.ledger import Analysis
from checker.model import Quotation, Span
from checker.records import NamedTuple

_WORD = re.compile(r"(?:[A-Z]\.){2,}(?:['’]s)?|[^\W_]+(?:['’][^\W_]+)*")
_READ = 500  # words of one quotation that are compared
_LONGEST = 5  # words of one change; what is changed at greater length is another sentence
_COMMONEST = 12  # places of one pair of words; a commoner pair finds nothing


class Spoken(NamedTuple):
    """All quoted words of a document in order: the words, where they stand, and the quotation of each."""

    words: list[str]
    spans: list[Span]
    quotations: list[Quotation]


class Change(NamedTuple):
    """A stretch of an alignment of words: `same`, where it starts and ends here (`a`) and there (`b`)."""

    same: bool
    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def size(self) -> int:
        """Words that differ."""
        return max(self.a_end - self.a, self.b_end - self.b)


class Found(NamedTuple):
    """A quotation found in the other document: its words `a`, the other's words `b` (half-open), words that agree and differ, the changes."""

    a: tuple[int, int]
    b: tuple[int, int]
    same: int
    differ: int
    changes: tuple[Change, ...]


def spoken(analysis: Analysis) -> Spoken:
    """The quoted words of a document."""
    out = Spoken([], [], [])
    document = analysis.document
    for q in document.quotations:
        if q.opening and not q.level:
            for m in islice(_WORD.finditer(document.text, q.inner.start, q.inner.end), _READ):
                out.words.append(m.group().lower().replace("’", "'").replace(".", ""))
                out.spans.append(Span(*m.span()))
                out.quotations.append(q)
    return out


def index(words: list[str]) -> dict[tuple[str, str], list[int]]:
    """Where each pair of neighbours stands."""
    out: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in range(len(words) - 1):
        out[words[i], words[i + 1]].append(i)
    return out


def find(words: list[str], other: list[str], places: dict[tuple[str, str], list[int]]) -> Found | None:
    """Where the words stand in the other document, altered or not; None where they do not."""
    shifts: Counter[int] = Counter()
    for i in range(len(words) - 1):
        at = places.get((words[i], words[i + 1]), ())
        if len(at) <= _COMMONEST:
            for j in at:
                shifts[(j - i) // 3] += 1
    if not shifts:
        return None
    from rapidfuzz.distance import Levenshtein

    shift = min(shifts, key=lambda s: (-shifts[s], s)) * 3
    start, end = max(0, shift - 4), min(len(other), shift + len(words) + 8)
    codes = _merged([Change(c.tag == "equal", c.src_start, c.src_end, c.dest_start + start, c.dest_end + start)
                     for c in Levenshtein.opcodes(words, other[start:end])])
    equal = _core(codes)
    if not equal:
        return None
    first, last = equal[0], equal[-1]
    edge = [c for k, c in enumerate(codes) if not c.same and c.a_end - c.a == 1 <= c.b_end - c.b and k in (first - 1, last + 1)
            and (c.a == 0 or c.a_end == len(words))]
    changes = [*(c for c in codes[first:last + 1] if not c.same), *edge]
    reach = min([codes[first].a, *(c.a for c in edge)]), max([codes[last].a_end, *(c.a_end for c in edge)])
    same = sum(codes[k].a_end - codes[k].a for k in equal)
    edges = {id(c) for c in edge}  # the other document goes on behind a changed last word: one word of it counts
    return Found(reach, (codes[first].b, codes[last].b_end), same, sum(1 if id(c) in edges else c.size for c in changes),
                 tuple(_cut(c, c.a == 0) if id(c) in edges else c for c in changes))


def _merged(codes: list[Change]) -> list[Change]:
    """Changes that touch are one."""
    out: list[Change] = []
    for c in codes:
        if out and not c.same and not out[-1].same:
            out[-1] = Change(False, out[-1].a, c.a_end, out[-1].b, c.b_end)
        else:
            out.append(c)
    return out


def _cut(c: Change, first: bool) -> Change:
    """Of a changed first or last word the one word of the other document that stands in its place."""
    return c._replace(b=c.b_end - 1) if first else c._replace(b_end=c.b + 1)


def _core(codes: list[Change]) -> list[int]:
    """The equal stretches, without a lone equal word at an end that two words or more part from the rest.

    A long change parts two stretches; the one with more equal words counts.
    """
    parts: list[list[int]] = [[]]
    for k, c in enumerate(codes):
        if c.same:
            parts[-1].append(k)
        elif c.size > _LONGEST:
            parts.append([])
    equal = max(parts, key=lambda part: sum(codes[k].size for k in part))
    while len(equal) > 1 and codes[equal[-1]].size < 2 and _between(codes, equal[-2], equal[-1]) > 1:
        equal.pop()
    while len(equal) > 1 and codes[equal[0]].size < 2 and _between(codes, equal[0], equal[1]) > 1:
        equal.pop(0)
    return equal


def _between(codes: list[Change], one: int, two: int) -> int:
    return sum(c.size for c in codes[one + 1:two])
