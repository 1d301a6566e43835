"""Sentences of a document that are alike: word for word, or but for a few words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from math import ceil

from checker.checks.kinds import FUNCTION, ONCE, contents
from checker.data.english import FUNCTION_WORDS
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import OPENING, Document

_LETTERS = 5  # of a word with the mark behind it, at least, in a sentence as a whole
_BETWEEN = 2  # characters between sentences that hold no word: a space, an empty line
_LEAST = 5  # content words of the shortest sentence that may be another's update
_SELDOM = 12  # times that the text has a word by which like sentences are looked for
_FEW = 12  # sentences held each against each
_SKIPPED = frozenset({"headline", "summary", "caption", "credit", "byline", "aside", "list"})
_NO_CONTENT = dict.fromkeys(FUNCTION_WORDS, 0)

Pairs = list[tuple[Span, Span]]


class _Line(NamedTuple):
    """A sentence: its place, the numbers of its first word and of the one behind its last, how many of its words the text has but once."""

    span: Span
    first: int
    last: int
    alone: int


def alike(document: Document, least: int, share: float) -> tuple[Pairs, Pairs]:
    """Sentences with a former one that they repeat word for word, and with a former one that has that share of their content words.

    `least` is the words of the shortest. Sentences that are mostly quoted are left out.
    """
    lines = _lines(document, least, share)
    if len(lines) < 2:
        return [], []
    words = document.plain_words
    same, near = _same(words, lines), list(_near(document, lines, share))
    if not same and not near:
        return [], []
    own = {i for i in chain(*same, *near) if not _said(document, lines[i].span)}
    repeated = sorted((i, group[0]) for found in same if (group := [i for i in found if i in own]) for i in group[1:])
    reworded = dict(sorted((pair for pair in near if own.issuperset(pair)), reverse=True))  # each with the first that it is like
    return [(lines[i].span, lines[j].span) for i, j in repeated], [(lines[i].span, lines[j].span) for i, j in sorted(reworded.items())]


def _lines(document: Document, least: int, share: float) -> list[_Line]:
    """The sentences that may have a like one: long enough, whole, the article's own, and with few words that the text has but once.

    Two like sentences share all but a few words, and most texts have no two sentences that could: asked before anything else is made of one.
    """
    own, kinds, shortest = 1 - share, contents(document), _LETTERS * least
    opening, once = document.openings.count, kinds.count
    lines = []
    last = before = 0
    for s in document.sentences:
        start, end = s
        if end - start < shortest:
            continue
        first = last if start - before <= _BETWEEN else last + opening(OPENING, before, start + 1)
        last, before = first + opening(OPENING, start, end + 1), end
        alone, size = once(ONCE, first, last), last - first
        if alone <= own * size and size >= least and alone <= own * (size - once(FUNCTION, first, last)) and _whole(document, s):
            lines.append(_Line(s, first, last, alone))
    return lines


def _whole(document: Document, s: Span) -> bool:
    """Is it whole and one of the article's own paragraphs'?"""
    start, end = s
    text, zone = document.text, document.zone_at(start)
    if zone.kind in _SKIPPED or (end - start < 80 and end >= document.zones[0].span.end and zone is document.zones[0]):
        return False  # a short first line is a headline, full stop or not
    return text[end - 1] in ".!”\"" and not text.endswith("...", start, end)


def _said(document: Document, s: Span) -> bool:
    """Is the sentence mostly a quotation? Quotations are set apart and repeated on purpose."""
    q = document.quotation_at(s.start) or document.quotation_at(max(s.start, s.end - 2))
    return q is not None and 2 * (min(q.span.end, s.end) - max(q.span.start, s.start)) > s.end - s.start


def _same(words: list[str], lines: list[_Line]) -> list[list[int]]:
    """The sentences of the same words, by their numbers."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if not line.alone:
            groups[tuple(words[line.first:line.last])].append(i)
    return [group for group in groups.values() if len(group) > 1]


def _near(document: Document, lines: list[_Line], share: float) -> Iterator[tuple[int, int]]:
    """Each pair of sentences, by their numbers, the later first, that has that share of its content words in common but is not the same."""
    words, contents = document.plain_words, dict[int, frozenset[str]]()
    pairs: Iterable[tuple[int, int]] = _meeting(document, lines, share) if len(lines) > _FEW else ((j, i) for i, j in combinations(range(len(lines)), 2))
    for i, j in pairs:
        for k in (i, j):
            if k not in contents:
                contents[k] = frozenset(words[lines[k].first:lines[k].last]) - FUNCTION_WORDS
        a, b = contents[i], contents[j]
        if len(a) >= _LEAST and share * len(a) <= len(b) and share * len(b) <= len(a) and len(a & b) >= share * len(a | b) and words[lines[i].first:lines[i].last] != words[lines[j].first:lines[j].last]:
            yield i, j


def _meeting(document: Document, lines: list[_Line], share: float) -> Iterator[tuple[int, int]]:
    """The pairs that may be near, found by their rarest words.

    Of two sets that share so much, with one order for all words, the rarest words of each meet: as many as may be its own, and one.
    """
    kinds = len(document.counts)
    order = {w: n * kinds + i if n > 1 else 0 for i, (w, n) in enumerate(document.counts.items())} | _NO_CONTENT
    words, common = list(map(order.__getitem__, document.plain_words)), (_SELDOM + 1) * kinds  # by their rank, 0 for what no other sentence shares
    postings: dict[int, list[int]] = defaultdict(list)
    known: list[tuple[int, set[int]]] = []
    for i, (_, first, last, alone) in enumerate(lines):
        content = set(words[first:last])
        content.discard(0)
        size = len(content) + alone
        rare = [word for word in sorted(content)[:max(0, size - ceil(share * size) + 1 - alone)] if word < common]
        met = list(map(postings.__getitem__, rare))
        for j in set().union(*met):
            other_size, others = known[j]
            if (1 + share) * len(content & others) >= share * (size + other_size):
                yield i, j
        for found in met:
            found.append(i)
        known.append((size, content))
