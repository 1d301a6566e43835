"""The words of a sentence as its figures look at them: read once for all of them, and the same word once for all sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import chain, compress

from checker.data.english import FUNCTION_WORDS, PERIODS
from checker.model import Span
from checker.records import NamedTuple, lazy
from checker.relate.stems import stem

WORD = re.compile(r"[A-Za-z]\w*(?:['’.-][A-Za-z0-9]+)*|\d+(?:[,.:]\d+)*|[;:—–]|[.!?](?=\s|$)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_BREAKS = frozenset(";:—–")
_STOPS = frozenset(".!?")
_new = tuple.__new__  # a named tuple is made at half the price


class Word(NamedTuple):
    """What a word is in any sentence: its small letters, its stem ("" for figures and marks), the stem or those, and what it may be to a figure."""

    low: str
    stem: str
    form: str
    content: bool
    name: bool
    breaks: bool
    year: bool
    period: bool


@lru_cache(maxsize=20000)
def _read(word: str) -> Word:
    low = word.lower()
    stemmed = stem(low) if low[0].isalpha() else ""
    plain = low not in FUNCTION_WORDS
    year = not stemmed and YEAR.match(low) is not None
    return _new(Word, (low, stemmed, stemmed or low, plain and stemmed != "", plain and word[0].isupper(), word in _BREAKS, year, low in PERIODS))


@lru_cache(maxsize=20000)
def _piece(piece: str) -> tuple[Word, ...]:
    """The words of what stands between two spaces: no word and nothing that tells one goes over a space."""
    if piece.isascii() and piece.isalpha():
        return (_read(piece),)
    return tuple([_read(word) for word in WORD.findall(piece)])


class Words:
    """The words of a sentence side by side, in small letters (`lower`), as stems, and as the one or the other (`forms`).

    The lists of places are those of the words that can tell something of a figure.
    """

    def __init__(self, text: str, span: Span) -> None:
        self._text, self._span = text, span
        self._pieces = list(map(_piece, text[span.start:span.end].split()))
        words = list(chain.from_iterable(self._pieces))
        self.forms: tuple[str, ...]
        self.in_name: tuple[bool, ...]
        self._content: tuple[bool, ...]
        self._breaks: tuple[bool, ...]
        self._years: tuple[bool, ...]
        self._periods: tuple[bool, ...]
        lower, stems, self.forms, self._content, self.in_name, self._breaks, self._years, self._periods = zip(*words, strict=True) if words else ((),) * 8
        self.lower, self.stems = list(lower), list(stems)

    def _where(self, marked: tuple[bool, ...]) -> list[int]:
        return list(compress(range(len(self.lower)), marked))

    @lazy
    def content(self) -> list[int]:
        """Where words stand that say something."""
        return self._where(self._content)

    @lazy
    def names(self) -> list[int]:
        """Where those stand that are part of a name."""
        return self._where(self.in_name)

    @lazy
    def breaks(self) -> list[int]:
        """Where semicolons, colons and dashes stand."""
        return self._where(self._breaks)

    @lazy
    def years(self) -> list[int]:
        """Where years stand."""
        return self._where(self._years)

    @lazy
    def periods(self) -> list[int]:
        """Where words of time stand."""
        return self._where(self._periods)

    @lazy
    def _spans(self) -> tuple[list[int], list[int]]:
        """Where the words start and end in the text."""
        spans = [m.span() for m in WORD.finditer(self._text, *self._span)]
        return [start for start, _ in spans], [end for _, end in spans]

    def covered(self, span: Span) -> tuple[int, int]:
        """The first and the last of the words that the characters touch."""
        text, sentence = self._text, self._span
        begins = span.start == sentence.start or text[span.start - 1].isspace()
        if begins and sentence.start <= span.start < span.end <= sentence.end and (text[span.end - 1] not in _STOPS or text[span.end:span.end + 1].isspace()):
            before = len(text[sentence.start:span.start].split())
            first = sum(map(len, self._pieces[:before]))
            return first, first + _number(text[span.start:span.end]) - 1
        starts, ends = self._spans
        return bisect_right(ends, span.start), bisect_left(starts, span.end) - 1

    @lazy
    def behind_commas(self) -> frozenset[int]:
        """The words before which a comma stands."""
        found: list[int] = []
        text, span = self._text, self._span
        starts, ends = self._spans
        at = text.find(",", span.start, span.end)
        while at >= 0:
            i = bisect_right(starts, at)
            if 0 < i < len(starts) and ends[i - 1] <= at:
                found.append(i)
            at = text.find(",", at + 1, span.end)
        return frozenset(found)


def names(text: str, span: Span) -> frozenset[str]:
    """The stems of a sentence's words that are part of a name; words in small letters are not even read."""
    pieces = [piece for piece in text[span.start:span.end].split() if not piece.islower()]
    return frozenset([word.stem for word in chain.from_iterable(map(_piece, pieces)) if word.name and word.stem])


def _number(text: str) -> int:
    """How many words there are."""
    return sum(map(len, map(_piece, text.split())))
