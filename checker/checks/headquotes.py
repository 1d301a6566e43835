"""Check `quoted`, the headline's quotation with one word exchanged or put in, the rest of which stands in a row in one quotation of the text.

Held as a whole: a headline may cut a quotation at either end, turn its persons round, leave out articles and write "will" out, but what
stands between its marks in the row of the rest was said so. Two words are a saying of everybody's but behind an adverb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks.quotewords import Quote, quotes_of
from checker.data.english import FUNCTION_WORDS
from checker.data.units import ONES, TENS
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_FIGURES = {w: str(n) for w, n in (ONES | TENS).items() if n > 1}
_ARTICLES = frozenset({"a", "an", "the"})
_SHORT = {"ll": "will", "re": "are", "ve": "have", "m": "am"}  # behind an apostrophe
_PERSONS = frozenset("i he she it we you they me him her us them my his your our their its mine yours ours theirs myself himself herself themselves".split())
_TENSES = frozenset("is are was were am be been being has have had do does did".split())
_TWO = 2
_WORDS = 3  # words of a headline's quotation that are a saying of nobody else's
_PUT_IN = 5  # words of one into which another may have been put, or the first of which counts
_ADVERB = 6  # letters than which an adverb has more


class Row(NamedTuple):
    """Words of a quotation as they are compared, and for each its number among the quotation's own."""

    words: list[str]
    own: list[int]


class Exchanged(NamedTuple):
    """A headline's quotation and one of the text that has other words in its place, with the words of that at issue."""

    head: Quote
    quote: Quote
    there: tuple[int, int]


def exchanged(document: Document) -> Iterator[Exchanged]:
    """The quotations of the headline or summary that stand in one of the text but for one word, and nowhere as they are."""
    quotes = quotes_of(document)
    for head in (q for q in quotes if q.head):
        asked = [w for w in head.distinct if w not in _ARTICLES and w not in _FIGURES and not w.isdigit() and "'" not in w]
        says = [w for w in asked if w not in FUNCTION_WORDS and document.counts.get(w, 2) > 1]
        least = len(asked) - 1
        likely = [q for q in quotes if not q.head and not q.distinct.isdisjoint(says) and sum(map(q.distinct.__contains__, asked)) >= least] if says else []
        row = _row(head.words) if likely else None
        for q in likely:
            if row is not None and (there := _found(row, _row(q.words)) or _of_two(document, row, _row(q.words))) is not None and not _is_said(document, row.words):
                yield Exchanged(head, q, there)
                break


def _row(words: Sequence[str]) -> Row:
    """Without articles, contractions written out, numbers in figures."""
    row = Row([], [])
    for i, word in enumerate(words):
        first, mark, last = word.partition("'")
        for one in (first, _SHORT[last]) if mark and last in _SHORT else (word,):
            if one not in _ARTICLES:
                row.words.append(_FIGURES.get(one, one))
                row.own.append(i)
    return row


def _found(head: Row, other: Row) -> tuple[int, int] | None:
    """Where a quotation has the words of the headline's but for one, by the numbers of its own words."""
    words, said, n = head.words, other.words, len(head.words)
    for start in range(len(said) - n + 1):
        odd = [k for k in range(n) if said[start + k] != words[k]]
        if len(odd) == 1 and (_is_slip(words, odd[0], said[start + odd[0]], len(said)) or n == len(said) and (n > _TWO or not odd[0]) and _both_whole(words, odd[0], said[odd[0]])):
            return other.own[start], other.own[start + n - 1] + 1
    for start in range(len(said) - n + 2) if n >= _PUT_IN else ():
        k = next((k for k in range(n - 1) if said[start + k] != words[k]), n - 1)
        if k and words[k + 1:] == said[start + k:start + n - 1] and words[k] not in FUNCTION_WORDS:
            return other.own[start], other.own[start + n - 2] + 1
    return None


def _of_two(document: Document, head: Row, other: Row) -> tuple[int, int] | None:
    """Where a quotation has one of the headline's two words, which the text has but there, beside another: the headline's other word it has nowhere."""
    if len(head.words) != _TWO or any(w in FUNCTION_WORDS for w in head.words):
        return None
    counts = document.counts
    for k in range(_TWO):
        kept, odd = head.words[1 - k], head.words[k]
        if counts.get(kept, 0) == _TWO and counts.get(odd, 0) == 1 and kept in other.words:
            at = other.words.index(kept) + (1 if k else -1)
            if 0 <= at < len(other.words) and other.words[at] not in FUNCTION_WORDS and stem(other.words[at]) != stem(odd) and not other.words[at].startswith(odd) \
                    and not any(stem(w) == stem(odd) for w in counts if w not in head.words):
                first, last = sorted((at, at - 1 if k else at + 1))
                return other.own[first], other.own[last] + 1
    return None


def _is_slip(words: Sequence[str], k: int, other: str, size: int) -> bool:
    """Is another word, no other person, tense or form of the same, in the place of one among words that tell the saying?"""
    one, n = words[k], len(words)
    same = [w for i, w in enumerate(words) if i != k]
    says = sum(w not in FUNCTION_WORDS for w in same)
    if not says or one in _PERSONS or other in _PERSONS or one in _TENSES and other in _TENSES or stem(one) == stem(other):
        return False
    small = one in FUNCTION_WORDS
    if small != (other in FUNCTION_WORDS):
        return n > _WORDS and says > 1
    if n < _WORDS:
        return n == size and any(w.endswith("ly") and len(w) > _ADVERB for w in (one, *same[:k]))
    if not k and not small and n < _PUT_IN:
        return False  # what governs a quotation may be the writer's
    return n > _WORDS or small or says == len(same)


def _both_whole(words: Sequence[str], k: int, other: str) -> bool:
    """Are few words the whole of both quotations, and is one that says something another ("year of action", "season of action")?"""
    same = [w for i, w in enumerate(words) if i != k]
    return bool(other not in FUNCTION_WORDS and words[k] not in FUNCTION_WORDS and stem(words[k]) != stem(other) and any(w not in FUNCTION_WORDS for w in same)
                and not words[k].startswith(other) and not other.startswith(words[k]))


def _is_said(document: Document, words: list[str]) -> bool:
    """Does the text below have the words as they are?"""
    below = document.zones[0].span.end
    said = _row(document.plain[below:].replace("’", "'").split()).words
    return any(w == words[0] and said[i:i + len(words)] == words for i, w in enumerate(said))


_BEGUN, _REST = 5, 4  # words that both begin with, at least, and words behind them that are others, at most


def ends_otherwise(document: Document) -> Iterator[Exchanged]:
    """The quotations of the headline or summary that go on as one of the text does, and end in words which that has nowhere: "… and we are all going to sea"."""
    quotes = quotes_of(document)
    for head in (q for q in quotes if q.head and len(q.words) > _BEGUN):
        row = _row(head.words)
        said = [w for w in row.words if w not in FUNCTION_WORDS]
        for q in quotes:
            if q.head or len(q.words) <= _BEGUN or q.distinct.isdisjoint(said) or sum(map((other := _row(q.words)).words.__contains__, said)) < _TWO or _is_said(document, row.words):
                continue
            for start in range(len(other.words) - _BEGUN):
                n = 0
                while n < min(len(row.words), len(other.words) - start) and row.words[n] == other.words[start + n]:
                    n += 1
                rest = [w for w in row.words[n:] if w not in FUNCTION_WORDS]
                if n >= _BEGUN and rest and len(row.words) - n <= _REST and start + n < len(other.words) and sum(w not in FUNCTION_WORDS for w in row.words[:n]) >= _TWO \
                        and not {stem(w) for w in rest} & {stem(w) for w in q.distinct} and not all(w in _PERSONS or w in _TENSES for w in row.words[n:]):
                    yield Exchanged(head, q, (other.own[start], other.own[min(len(other.words), start + len(row.words)) - 1] + 1))
                    break
            else:
                continue
            break
