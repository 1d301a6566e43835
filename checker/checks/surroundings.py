"""A word or two quoted within the article's own words, and a longer quotation that has the same words around another word.

The town "has been “crushed” over the last four years", and it "has been buried the last four years".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks.quotewords import Quote, quotes_of, span
from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place
from checker.model import Span
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_LONGEST = 4  # words of a quotation that is read with its surroundings
_CHARACTERS = 50  # of such a quotation at most
_AROUND = 7  # words of its surroundings on either side
_REACH = 60  # characters that they are looked for in
_LEAST = 5  # words that agree around the one that differs
_CONTENT = 2  # content words among them
_COMMONEST = 4  # times that one of them stands in the text at most: commoner words are everybody's
_PERSONS = dict.fromkeys(("he", "she", "they", "we"), "i") | dict.fromkeys(("his", "her", "their", "our"), "my") | {"would": "will", "were": "was"}


class _Around(NamedTuple):
    """The words of a short quotation from `first` to `last` among those around it; `inner` is where its own stand."""

    words: list[str]
    first: int
    last: int
    inner: Span


def surroundings(number: int, document: Document) -> Iterator[Conflict]:
    """A short quotation, and a longer one that puts another word among the words that stand in and around it."""
    plain = document.plain
    few = [(i, q) for i, q in enumerate(document.quoted) if q[2] and not q[6] and 0 < q[1][1] - q[1][0] < _CHARACTERS and plain.count(" ", *q[1]) <= _LONGEST]
    longer = [q for q in quotes_of(document) if not q.head and len(q.words) >= _LEAST] if few else []
    if not longer:
        return
    counts = document.counts
    held = frozenset[str]().union(*[q.distinct for q in longer])
    mapped: dict[int, list[str]] = {}
    asked: list[tuple[int, int, Span, frozenset[str], set[str]]] = []
    for i, (whole, inner, *_) in few:
        words = plain[max(0, inner[0] - _REACH):inner[1] + _REACH].split()
        telling = held.intersection(words) - FUNCTION_WORDS
        if len(telling) >= _CONTENT and (rare := {w for w in telling if 1 < counts[w] <= _COMMONEST}):
            asked.append((i, whole.start, inner, telling, rare))
    holders = _holders(longer, frozenset[str]().union(*[rare for *_, rare in asked])) if asked else {}
    for i, start, inner, telling, rare in asked:
        zone = document.zone_index(start)
        near = [q for q in map(longer.__getitem__, sorted({k for w in rare for k in holders[w]})) if len(telling & q.distinct) >= _CONTENT and q.zone != zone and q.number != i]
        around = _around(document, inner) if near and document.zones[zone].kind not in ("headline", "summary") else None
        if around is None:
            continue
        different = set(around.words)
        for q in near:
            words = mapped.get(q.number) or mapped.setdefault(q.number, [_PERSONS.get(w, w) for w in q.words])
            if len(different.intersection(words)) < _LEAST:
                continue
            reach = _apart(around, words)
            if reach is not None and not _two_speak(document, i, q):
                places = sorted((around.inner, span(document, q, reach)), reverse=True)
                yield Conflict(tuple(Place(number, s) for s in places), {"count": "1", "what": "One quotation in two wordings"},
                               ("the words around the two are the same",), likely=True)
                break


def _holders(quotes: Sequence[Quote], words: frozenset[str]) -> dict[str, list[int]]:
    """The numbers of the quotations that have each of these words."""
    found: dict[str, list[int]] = {}
    for k, q in enumerate(quotes):
        for word in words & q.distinct:
            found.setdefault(word, []).append(k)
    return found


def _around(document: Document, inner: Span) -> _Around | None:
    """The words of a short quotation with those of its sentence before and behind it."""
    own = _words(document, inner)
    if not 0 < len(own) <= _LONGEST:
        return None
    sentence = document.sentence_at(inner.start)
    before = _words(document, Span(max(sentence.start, inner.start - _REACH), inner.start))[-_AROUND:]
    behind = _words(document, Span(inner.end, min(sentence.end, inner.end + _REACH)))[:_AROUND]
    return _Around([*before, *own, *behind], len(before), len(before) + len(own), inner)


def _words(document: Document, place: Span) -> list[str]:
    return [_PERSONS.get(w, w) for w in document.plain[place.start:place.end].split()]


def _apart(around: _Around, words: list[str]) -> tuple[int, int] | None:
    """Where the other quotation has another word that says something, among words that agree; None where it has not."""
    there, here = (list(zip(("", *x), x, (*x[1:], ""), strict=False)) for x in (words, around.words))  # each with the words beside it
    for k in range(around.first, around.last):
        last, word, following = here[k]
        for j, (last_there, other, following_there) in enumerate(there) if word not in FUNCTION_WORDS else ():
            if last_there != last and following_there != following:
                continue  # one word at most may differ besides
            if other in FUNCTION_WORDS or stem(word) == stem(other):
                continue
            left, begin, from_, spare = _walk(around.words, words, k, j, -1, 1)
            right, end, to, _ = _walk(around.words, words, k, j, 1, spare)
            same = left + right
            if begin <= around.first and end >= around.last - 1 and len(same) >= _LEAST and len({w for w in same if w not in FUNCTION_WORDS}) >= _CONTENT:
                return from_, to + 1
    return None


def _walk(a: Sequence[str], b: Sequence[str], i: int, j: int, step: int, spare: int) -> tuple[list[str], int, int, int]:
    """The words that agree from two places on in one direction, with the last places that do; `spare` function words may differ or be left out."""
    same: list[str] = []
    last = i, j
    i, j = i + step, j + step
    while 0 <= i < len(a) and 0 <= j < len(b):
        if a[i] == b[j]:
            same.append(a[i])
            last = i, j
            i, j = i + step, j + step
            continue
        behind = a[i + step] if 0 <= i + step < len(a) else "", b[j + step] if 0 <= j + step < len(b) else ""
        if not spare:
            break
        if behind[0] == b[j] and a[i] in FUNCTION_WORDS:
            i += step
        elif behind[1] == a[i] and b[j] in FUNCTION_WORDS:
            j += step
        elif behind[0] and behind[0] == behind[1] and a[i] in FUNCTION_WORDS and b[j] in FUNCTION_WORDS:
            i, j = i + step, j + step
        else:
            break
        spare -= 1
    return same, last[0], last[1], spare


def _two_speak(document: Document, number: int, q: Quote) -> bool:
    """Are both told to be words of two who are named?"""
    one, two = document.quotations[number].voice.name, q.voice.name
    return bool(one and two) and str(one).split()[-1] != str(two).split()[-1]
