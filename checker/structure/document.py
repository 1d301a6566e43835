"""A document: its source, its zones, sentences, quotations and voices, and quick look-ups by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, KeysView, Sequence
from itertools import accumulate, compress, count, pairwise

from checker.model import ARTICLE, Quotation, Span, Voice, Zone
from checker.read.source import Source
from checker.records import TYPE_CHECKING, NamedTuple, lazy
from checker.structure.reading import WIDE
from checker.structure.speakers import Speakers
from checker.structure.words import foreign, latin, runs, utf8

if TYPE_CHECKING:
    from typing import Any

_ADDRESS = (".com", ".org", ".net", "/")
_FEW = 48  # words that are looked for one by one; more in one pass over all words, which takes as long
_LONG = 150_000  # characters from which a word is looked for by parts, and only in those that have it
_PART = 4096  # characters of such a part
_PROSE = frozenset({"body", "summary", "list", "caption"})


def _table(letter: Callable[[str], str]) -> bytes:
    """A translation of Latin-1, letter by letter: a pass over bytes is twenty times quicker than an expression that looks for words."""
    return "".join(letter(chr(code)) for code in range(256)).encode("latin-1")


# letters and digits, small; apostrophes and hyphens; all else is space
_PLAIN = _table(lambda c: c.lower() if c.isalnum() or c in "'-" else " ")
_EDGES = (b"--", b"''", b" -", b"- ", b" '", b"' ")
_MARKS = (ord("'"), ord("-"))
_SPACE = ord(" ")
_BLANKS = _table(lambda c: " " if c.isspace() else "x")
_FILLED = bytes(32 if code == 32 else 120 for code in range(256))  # "x" for all but spaces
OPENING = b" x"


def _without_edges(raw: bytes) -> bytes | bytearray:
    """With a space for each apostrophe or hyphen at the edge of a word: what replacing all `_EDGES` in turn gives, for the few marks there are."""
    found, size = bytearray(raw), len(raw)
    for mark in _MARKS:
        at = raw.find(mark)
        while at >= 0:
            before = raw[at - 1] if at else 0
            end = at + 1
            after = raw[end] if end < size else 0
            if after == mark and before not in _MARKS and raw[end + 1:end + 2] not in (b"'", b"-"):
                found[at] = found[end] = _SPACE
                end += 1
            elif before in _MARKS or after in _MARKS:
                for edge in _EDGES:
                    raw = raw.replace(edge, b"  ")
                return raw
            elif before == _SPACE or after == _SPACE:
                found[at] = _SPACE
            at = raw.find(mark, end)
    return found


class Token(NamedTuple):
    """A word of the prose, or a pair of them: its place and whether it stands first in a sentence or quotation."""

    start: int
    end: int
    word: str
    first: bool


def _rarest(form: str) -> str:
    """Of the words of a form the one that is likely the rarest: the longest."""
    return max(form.split(" "), key=len) if " " in form else form


class Document:
    """One text with its structure; everything else is a view on its characters.

    `text` is what is read for meaning: offset for offset the source's, with its setting evened out (`reading`); a report prints the source's.
    `zones` are the blocks in order, never overlapping; `sentences` are spans within zones, in order; `quoted`
    are the quotations ordered by start, not yet told who speaks; `quotations` the same with their voices. Who speaks at a place is worked
    out when it is asked: in many documents nobody does.
    `memo` is for what others work out once of the document and keep, by their function; nothing in it may refer to the document.
    `set aside` zones (kind "aside": correction notices, related-story boxes) take part in the checks of names,
    quotations and dates only.
    """

    def __init__(self, source: Source, zones: tuple[Zone, ...], sentences: tuple[Span, ...],
                 quoted: tuple[Quotation, ...], text: str | None = None) -> None:
        self.source = source
        self.text = source.text if text is None else text
        self.zones = zones
        self.sentences = sentences
        self.quoted = quoted
        self.memo: dict[Hashable, Any] = {}
        self._found: dict[str, Sequence[int]] = {}
        self._zone_starts = [start for _, (start, _) in zones]
        self._sentence_starts = [start for start, _ in sentences]
        self._quotation_starts = [q[0][0] for q in quoted]

    @lazy
    def _speakers(self) -> Speakers:
        return Speakers(self.text, self.zones, self.sentences, self.quoted, self._zone_starts, self._quotation_starts)

    @lazy
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations with their voices, in the order of `quoted`."""
        return tuple(q if (voice := self.voice_of(i)) is ARTICLE else q._replace(voice=voice) for i, q in enumerate(self.quoted))

    @lazy
    def _covered_until(self) -> list[int]:
        """Up to where any of the quotations up to each one reaches: behind that none of them covers an offset."""
        return list(accumulate([q[0][1] for q in self.quoted], max))

    @lazy
    def sentence_openings(self) -> frozenset[int]:
        """Where sentences begin: the cheap form of the question whether one begins at an offset."""
        return frozenset(self._sentence_starts)

    @lazy
    def lower(self) -> str:
        """The text in small letters, offset for offset (the one letter that grows when made small is left as it is)."""
        if all(c == c.lower() for c in foreign(self.text)):  # as in most: only ASCII's letters change, many times quicker in bytes
            return utf8(self.text).lower().decode("utf-8", "surrogatepass")
        small = self.text.lower()
        return small if len(small) == len(self.text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @lazy
    def lowercase(self) -> frozenset[str]:
        """What to ask whether the text has a word of three of ASCII's letters or more in small letters; a part of a compound is one, too.

        It holds all runs of letters as printed: to leave out those with capitals costs as much again, and nobody asks for them.
        Write `lowercase.intersection(table)`, not `table.keys() & lowercase`, which goes through all of it.
        """
        return frozenset(runs(self.text))

    @lazy
    def latin(self) -> bytes:
        """The text in Latin-1, offset for offset; what that has not becomes a question mark, curly apostrophes straight ones."""
        return latin(self.text)

    @lazy
    def plain(self) -> str:
        """The text in small letters, offset for offset, with spaces for all marks but the apostrophes (straight) and hyphens inside words.

        `plain.split()` is the words, many times quicker than by an expression; a letter that Latin-1 has not parts a word like a mark.
        """
        return _without_edges(self.latin.translate(_PLAIN)).decode("latin-1")

    @lazy
    def plain_words(self) -> list[str]:
        """The words of `plain` in order; of a long text, each but once in memory, where passes over them would wait for it."""
        words = self.plain.split()
        return words if len(self.text) < _LONG else list(map(dict(zip(words, words, strict=True)).__getitem__, words))

    @lazy
    def counts(self) -> Counter[str]:
        """How often each word of `plain` stands."""
        return Counter(self.plain_words)

    @lazy
    def distinct(self) -> KeysView[str]:
        """The different words of the text, in small letters, in its order; ask *it* whether it is disjoint of others: they would go through all of it."""
        return self.counts.keys()

    @lazy
    def hyphened(self) -> frozenset[str]:
        """The different words of `plain` with a hyphen."""
        plain = self.plain
        found, at = set(), plain.find("-")
        while at >= 0:
            end = plain.find(" ", at)
            end = len(plain) if end < 0 else end
            found.add(plain[plain.rfind(" ", 0, at) + 1:end])
            at = plain.find("-", end)
        return frozenset(found)

    def together(self, pairs: Collection[str]) -> set[str]:
        """The pairs of words ("task force") that stand side by side somewhere, the second perhaps with an ending: asked before `uses`."""
        if len(pairs) <= _FEW:
            return {pair for pair in pairs if f" {pair}" in self.plain}
        words, known = self.plain_words, {pair + ending: pair for pair in pairs for ending in ("", "s")}
        return {known[found] for found in known.keys() & {f"{words[i]} {words[i + 1]}" for i in self._pairs(known)}}

    def _pairs(self, wanted: Iterable[str]) -> Iterator[int]:
        """The words, by their numbers, that may begin one of these pairs: each word is the first of one, and the next the second of one."""
        words = self.plain_words
        firsts, seconds = map(frozenset, zip(*(pair.split(" ", 1) for pair in wanted), strict=True))
        return (i for i in compress(range(len(words) - 1), map(firsts.__contains__, words)) if words[i + 1] in seconds)

    def words_before(self, offsets: Iterable[int]) -> list[int]:
        """How many words of `plain` begin before each of these offsets, which ascend."""
        openings = self.openings
        return list(accumulate(openings.count(OPENING, start, end + 1) for start, end in pairwise((0, *offsets))))

    @property
    def openings(self) -> bytes:
        """The plain text behind a space, with `OPENING` where a word begins: what `words_before` counts."""
        return b" " + self.plain.encode("latin-1").translate(_FILLED)

    def uses(self, wanted: Collection[str]) -> list[Token]:
        """Where words of `plain`, or pairs of them with a space between, stand in the prose, in order; a pair's mark may be another.

        Names of accounts, tags and addresses on the net are none. Few words are looked for one by one, many by paragraph.
        """
        found = self._among(wanted) if len(wanted) > _FEW else ((at, at + len(form)) for form in wanted for at in self.places(form))
        return [token for start, end in sorted(set(found)) if (token := self._token(start, end)) is not None]

    def _occurrences(self, words: str, start: int = 0, stop: int | None = None) -> list[int]:
        found: list[int] = []
        left = len(self.text) if " " in words else self.counts.get(words, 0)  # of a word, behind its last use nothing is looked through
        if not left:
            return found
        plain, size, at = self.plain, len(words), start - 1
        while left and (at := plain.find(words, at + 1, stop)) >= 0:
            if (at == 0 or plain[at - 1] == " ") and plain[at + size:at + size + 1] in " ":
                found.append(at)
                left -= 1
        return found

    def places(self, form: str) -> Iterable[int]:
        """Where a word of `plain`, or some with a space between, stand in the text, in order."""
        if len(self.text) >= _LONG:
            return self._far(form)
        found = self._found.get(form)
        if found is None:  # several ask for the same words
            found = self._found[form] = self._occurrences(form)
        return found

    def _far(self, form: str) -> Iterator[int]:
        """The same of a long text."""
        word, beyond = _rarest(form), len(form)
        before = f" {form} ".index(f" {word} ")
        for start, end in [(start, end) for start, end, words in self._parts if word in words]:
            yield from (at for at in self._occurrences(form, max(0, start - beyond), end + beyond) if start <= at + before < end)

    @lazy
    def _parts(self) -> list[tuple[int, int, frozenset[str]]]:
        """A long text by parts of some paragraphs, each with its words: asking each for a word takes a hundredth of looking through them."""
        plain, parts, start = self.plain, [], 0
        while start < len(plain):
            end = plain.find(" ", start + _PART)
            end = len(plain) if end < 0 else end
            parts.append((start, end, frozenset(plain[start:end].split())))
            start = end
        return parts

    def _among(self, wanted: Collection[str]) -> Iterator[tuple[int, int]]:
        words, offsets, plain = self.plain_words, self._offsets, self.plain
        known, pairs = frozenset(wanted), [form for form in wanted if " " in form]
        for i in compress(count(), map(known.__contains__, words)) if len(pairs) < len(known) else ():
            yield offsets[i], offsets[i] + len(words[i])
        for i in self._pairs(pairs) if pairs else ():
            at, pair = offsets[i], f"{words[i]} {words[i + 1]}"
            if pair in known and plain.startswith(pair, at):
                yield at, at + len(pair)

    @lazy
    def _offsets(self) -> list[int]:
        """Where each of `plain_words` begins."""
        pieces = self.plain.split(" ")
        return list(compress(accumulate(map((1).__add__, map(len, pieces)), initial=0), pieces))

    def _token(self, at: int, end: int) -> Token | None:
        text = self.text
        left = text[at - 1:at]
        if (left and left in "@#/._") or text.startswith(_ADDRESS, end) or self.zone_at(at).kind not in _PROSE:
            return None
        return Token(at, end, text[at:end], at in self.sentence_openings or left in "“\"‘(" or text[at - 2:at - 1] in ".:!?")

    def zone_at(self, offset: int) -> Zone:
        """The zone that holds the offset (the one before it when it lies between two)."""
        return self.zones[(bisect_right(self._zone_starts, offset) or 1) - 1]

    def zone_index(self, offset: int) -> int:
        """The index of that zone."""
        return (bisect_right(self._zone_starts, offset) or 1) - 1

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence that holds the offset (the one before it when it lies between two)."""
        return (bisect_right(self._sentence_starts, offset) or 1) - 1

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the offset."""
        return self.sentences[self.sentence_index(offset)]

    def voice_at(self, offset: int) -> Voice:
        """Who speaks at the offset: the article itself unless a quotation or reported speech covers it."""
        return self._speakers.at(offset)

    def voice_of(self, number: int) -> Voice:
        """Who says a quotation, by its index in `quoted`."""
        return self._speakers.of(number)

    def quotation_index(self, offset: int) -> int:
        """The index of the first quotation that begins at or behind the offset."""
        return bisect_left(self._quotation_starts, offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation that covers the offset, not told who speaks."""
        i = bisect_right(self._quotation_starts, offset) - 1
        if i < 0 or offset >= self._covered_until[i]:  # as most
            return None
        quoted = self.quoted
        for k in range(i, i - 5 if i > 4 else -1, -1):  # marks nest three deep at most
            if offset < quoted[k].span.end:
                return quoted[k]
        return None

    @property
    def words(self) -> int:
        """Words in the text, counted at white space."""
        if not WIDE.isdisjoint(foreign(self.text)):
            return len(self.text.split())
        return (self.latin.translate(_BLANKS) + b" ").count(b"x ")
