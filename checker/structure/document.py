"""A document: its source, its zones, sentences, quotations and voices, and quick look-ups by offset."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from operator import add
from typing import NamedTuple

from checker.model import ARTICLE, Quotation, Span, Voice, Zone
from checker.read.source import Source

_TOKEN = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-’'][A-Za-zÀ-ÿ]+)*(?!\.(?:com|org|net)|/)")
_PROSE = frozenset({"body", "summary", "list", "caption"})
_LOWER = re.compile(r"(?<![\w’'-])[a-z]{3,}")


class Token(NamedTuple):
    """A word of the prose: its place and whether it stands first in a sentence or quotation."""

    start: int
    end: int
    word: str
    first: bool


class ZoneWords(NamedTuple):
    """A zone with its words in small letters."""

    zone: Zone
    words: list[str]

    def joined(self) -> Iterator[str]:
        """Each word run together with the next."""
        return map(add, self.words, islice(self.words, 1, None))


class Document:
    """One text with its structure; everything else is a view on its characters.

    `zones` are the blocks in order, never overlapping; `sentences` are spans within zones, in order; `quotations`
    are ordered by start; `voices` are ordered, disjoint spans in which somebody other than the article speaks.
    `set aside` zones (kind "aside": correction notices, related-story boxes) take part in the checks of names,
    quotations and dates only.
    """

    def __init__(self, source: Source, zones: tuple[Zone, ...], sentences: tuple[Span, ...],
                 quotations: tuple[Quotation, ...], voices: tuple[tuple[Span, Voice], ...]) -> None:
        self.source = source
        self.text = source.text
        self.zones = zones
        self.sentences = sentences
        self.quotations = quotations
        self.voices = voices

    @cached_property
    def _zone_starts(self) -> list[int]:
        return [z.span.start for z in self.zones]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _voice_starts(self) -> list[int]:
        return [s.start for s, _ in self.voices]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.span.start for q in self.quotations]

    @cached_property
    def sentence_openings(self) -> frozenset[int]:
        """Where sentences begin: the cheap form of the question whether one begins at an offset."""
        return frozenset(self._sentence_starts)

    @cached_property
    def lower(self) -> str:
        """The text in small letters, offset for offset (the one letter that grows when made small is left as it is)."""
        small = self.text.lower()
        return small if len(small) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def lowercase(self) -> frozenset[str]:
        """The words that the text has in small letters, of three letters or more."""
        return frozenset(_LOWER.findall(" ".join(set(self.text.split()))))

    @cached_property
    def zone_words(self) -> list[ZoneWords]:
        """The zones of prose with their words in small letters: for quick questions before the places of words are looked up."""
        return [ZoneWords(z, _TOKEN.findall(self.lower, z.span.start, z.span.end)) for z in self.zones if z.kind in _PROSE]

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The different words of the prose, in small letters."""
        return frozenset(chain.from_iterable(z.words for z in self.zone_words))

    @cached_property
    def joined(self) -> frozenset[str]:
        """Each word of the prose with the next one, run together: is "task" before "force" anywhere?"""
        return frozenset(chain.from_iterable(map(ZoneWords.joined, self.zone_words)))

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of summary, body, lists and captions; a check that needs few of them asks `tokens_in` for fewer zones."""
        return self.tokens_in(z for z in self.zones if z.kind in _PROSE)

    def tokens_in(self, zones: Iterable[Zone]) -> list[Token]:
        """The words of those zones; names of accounts, tags and addresses on the net are none."""
        starts = self.sentence_openings
        out: list[Token] = []
        text = self.text
        for zone in zones:
            for m in _TOKEN.finditer(text, zone.span.start, zone.span.end):
                at = m.start()
                left = text[at - 1:at]
                if left not in "@#/._" or not left:
                    out.append(Token(at, m.end(), m.group(), at in starts or left in "“\"‘(" or text[at - 2:at - 1] in ".:!?"))
        return out

    def zone_at(self, offset: int) -> Zone:
        """The zone that holds the offset (the one before it when it lies between two)."""
        return self.zones[max(0, bisect.bisect_right(self._zone_starts, offset) - 1)]

    def zone_index(self, offset: int) -> int:
        """The index of that zone."""
        return max(0, bisect.bisect_right(self._zone_starts, offset) - 1)

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence that holds the offset (the one before it when it lies between two)."""
        return max(0, bisect.bisect_right(self._sentence_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the offset."""
        return self.sentences[self.sentence_index(offset)]

    def voice_at(self, offset: int) -> Voice:
        """Who speaks at the offset: the article itself unless a quotation or reported speech covers it."""
        i = bisect.bisect_right(self._voice_starts, offset) - 1
        if i >= 0 and self.voices[i][0].start <= offset < self.voices[i][0].end:
            return self.voices[i][1]
        return ARTICLE

    def quotation_index(self, offset: int) -> int:
        """The index of the first quotation that begins at or behind the offset."""
        return bisect.bisect_left(self._quotation_starts, offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation that covers the offset."""
        i = bisect.bisect_right(self._quotation_starts, offset) - 1
        for q in self.quotations[max(0, i - 4):i + 1][::-1]:  # marks nest three deep at most
            if offset < q.span.end:
                return q
        return None

    @property
    def words(self) -> int:
        """Words in the text, counted at white space."""
        return len(self.text.split())
