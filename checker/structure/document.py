"""A document: its source, its zones, sentences, quotations and voices, and quick look-ups by offset."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, KeysView
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from checker.model import ARTICLE, Quotation, Span, Voice, Zone
from checker.read.source import Source
from checker.structure.voices import voices

_RUN = re.compile(r"[^ ]+")
_ADDRESS = (".com", ".org", ".net", "/")
_FEW = 48  # words that are looked for one by one; more in one pass over all words, which takes as long
_PROSE = frozenset({"body", "summary", "list", "caption"})
_LOWER = re.compile(r"(?:^| )([a-z]{3,})")


def _table(letter: Callable[[str], str]) -> bytes:
    """A translation of Latin-1, letter by letter: a pass over bytes is twenty times quicker than an expression that looks for words."""
    return "".join(letter(chr(code)) for code in range(256)).encode("latin-1")


# letters and digits, small; apostrophes and hyphens; all else is space
_PLAIN = _table(lambda c: c.lower() if c.isalnum() or c in "'-" else " ")
# small letters as they are, what a word may go on with as a mark of its own
_SMALL = _table(lambda c: c if "a" <= c <= "z" else "-" if c in "'-" else "0" if c.isalnum() or c == "_" else " ")
_EDGES = ("--", "''", " -", "- ", " '", "' ")


class Token(NamedTuple):
    """A word of the prose, or a pair of them: its place and whether it stands first in a sentence or quotation."""

    start: int
    end: int
    word: str
    first: bool


class Document:
    """One text with its structure; everything else is a view on its characters.

    `zones` are the blocks in order, never overlapping; `sentences` are spans within zones, in order; `quoted`
    are the quotations ordered by start, not yet told who speaks; `quotations` the same with their voices, `voices` the ordered, disjoint
    spans in which somebody other than the article speaks. Who speaks is worked out when it is asked: in many documents nobody does.
    `set aside` zones (kind "aside": correction notices, related-story boxes) take part in the checks of names,
    quotations and dates only.
    """

    def __init__(self, source: Source, zones: tuple[Zone, ...], sentences: tuple[Span, ...],
                 quoted: tuple[Quotation, ...]) -> None:
        self.source = source
        self.text = source.text
        self.zones = zones
        self.sentences = sentences
        self.quoted = quoted

    @cached_property
    def _spoken(self) -> tuple[tuple[Quotation, ...], tuple[tuple[Span, Voice], ...]]:
        return voices(self.text, self.zones, self.sentences, self.quoted)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations with their voices, in the order of `quoted`."""
        return self._spoken[0]

    @property
    def voices(self) -> tuple[tuple[Span, Voice], ...]:
        """Where somebody other than the article speaks: ordered, disjoint."""
        return self._spoken[1]

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
        return [q.span.start for q in self.quoted]

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
        return frozenset(_LOWER.findall(" ".join(set(self._bytes.translate(_SMALL).decode("latin-1").split()))))

    @cached_property
    def _bytes(self) -> bytes:
        """The text in Latin-1, offset for offset; what that has not becomes a question mark, curly apostrophes straight ones."""
        return self.text.replace("’", "'").encode("latin-1", "replace")

    @cached_property
    def plain(self) -> str:
        """The text in small letters, offset for offset, with spaces for all marks but the apostrophes (straight) and hyphens inside words.

        `plain.split()` is the words, many times quicker than by an expression; a letter that Latin-1 has not parts a word like a mark.
        """
        text = self._bytes.translate(_PLAIN).decode("latin-1")
        for edge in _EDGES:
            text = text.replace(edge, "  ")
        return text

    @cached_property
    def plain_words(self) -> list[str]:
        """The words of `plain` in order."""
        return self.plain.split()

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word of `plain` stands."""
        return Counter(self.plain_words)

    @property
    def distinct(self) -> KeysView[str]:
        """The different words of the text, in small letters."""
        return self.counts.keys()

    def together(self, pairs: Collection[str]) -> set[str]:
        """The pairs of words ("task force") that stand side by side somewhere, the second perhaps with an ending: asked before `uses`."""
        if len(pairs) <= _FEW:
            return {pair for pair in pairs if f" {pair}" in self.plain}
        words = self.plain_words
        known = {pair + ending: pair for pair in pairs for ending in ("", "s")}
        return {known[found] for found in set(known).intersection(map("{} {}".format, words, islice(words, 1, None)))}

    def uses(self, wanted: Collection[str]) -> list[Token]:
        """Where words of `plain`, or pairs of them with a space between, stand in the prose, in order; a pair's mark may be another.

        Names of accounts, tags and addresses on the net are none. Few words are looked for one by one, many in one pass.
        """
        found = self._among(wanted) if len(wanted) > _FEW else sorted(chain.from_iterable(map(self._occurrences, wanted)))
        return [token for start, end in found if (token := self._token(start, end)) is not None]

    def _occurrences(self, words: str) -> Iterator[tuple[int, int]]:
        plain, size = self.plain, len(words)
        at = plain.find(words)
        while at >= 0:
            if (at == 0 or plain[at - 1] == " ") and plain[at + size:at + size + 1] in " ":
                yield at, at + size
            at = plain.find(words, at + 1)

    def _among(self, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
        plain, known = self.plain, frozenset(wanted)
        lasts = {words.rpartition(" ")[2] for words in known}
        for m in _RUN.finditer(plain):
            if m.group() in lasts:
                start, end = m.span()
                before = plain.rfind(" ", 0, max(0, start - 1)) + 1
                if plain[before:end] in known and before < start:
                    yield before, end
                if m.group() in known:
                    yield start, end

    def _token(self, at: int, end: int) -> Token | None:
        text = self.text
        left = text[at - 1:at]
        if (left and left in "@#/._") or text.startswith(_ADDRESS, end) or self.zone_at(at).kind not in _PROSE:
            return None
        return Token(at, end, text[at:end], at in self.sentence_openings or left in "“\"‘(" or text[at - 2:at - 1] in ".:!?")

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
        """The innermost quotation that covers the offset, not told who speaks."""
        i = bisect.bisect_right(self._quotation_starts, offset) - 1
        for q in self.quoted[max(0, i - 4):i + 1][::-1]:  # marks nest three deep at most
            if offset < q.span.end:
                return q
        return None

    @property
    def words(self) -> int:
        """Words in the text, counted at white space."""
        return len(self.text.split())
