"""The quotations of a document as their words, read once for all checks on quotations."""

from __future__ import annotations

import re
from _weakref import ref
from collections.abc import Iterator
from itertools import islice

from checker.model import Span, Voice
from checker.records import NamedTuple
from checker.structure.cited import POST
from checker.structure.document import Document
from checker.structure.words import foreign

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
HEADS = frozenset({"headline", "summary"})
_UNCLOSED = 3  # marks of one paragraph that nothing closes: further ones open nothing
_LEAST_POSTED = 5  # words
_LATIN = "ÿ"  # the last letter of Latin-1
_NESTED = 24  # characters of the shortest quotation within another that is read: what somebody quotes in turn
_SHORTEST = 2  # words of the shortest quotation that is read


_new = tuple.__new__  # a named tuple is made at half the price


class Quote(NamedTuple):
    """The words of a quotation, `distinct` without their order, with where they stand; `number` is its index among those of the document.

    `head` tells that it is of the headline, the summary, or the key points above the story, which quote what the story quotes.

    An embedded post has words, too, and `poster`, who wrote it; its number is behind those of the quotations. The document, which keeps them, is not held.
    """

    number: int
    zone: int
    head: bool
    holder: ref[Document]
    words: list[str]
    distinct: frozenset[str]
    inner: Span
    poster: str = ""

    @property
    def document(self) -> Document:
        """The document of the quotation."""
        document = self.holder()
        assert document is not None
        return document

    @property
    def voice(self) -> Voice:
        """Who says it: asked of the few that are alike."""
        if self.poster:
            return Voice("speaker", self.poster)
        return self.document.voice_of(self.number)


def quotes_of(document: Document) -> tuple[Quote, ...]:
    """The quotations of a document with their words, once for both checks; kept with it, since what is kept elsewhere keeps alive the whole document before."""
    known: tuple[Quote, ...] | None = document.memo.get(quotes_of)
    if known is None:
        known = document.memo[quotes_of] = tuple(_quotes(document))
    return known


def _quotes(document: Document) -> list[Quote]:
    out: list[Quote] = []
    held = ref(document)
    unclosed, end, zones = 0, -1, document.zones
    above = zones_above(document)
    plain = not any(c > _LATIN and c.isalnum() for c in foreign(document.text))
    for i, (whole, inner, opening, _, _, _, level) in enumerate(document.quoted):
        if not opening or level and (level > 1 or inner[1] - inner[0] < _NESTED):
            continue
        start, stop = inner
        unclosed, end = unclosed + 1 if stop == end else 0, stop
        if unclosed > _UNCLOSED:
            continue
        words = _words(document, start, stop, plain)
        if len(words) >= _SHORTEST:
            zone = document.zone_index(whole[0])
            out.append(_new(Quote, (i, zone, zone < above or zones[zone][0] in HEADS, held, words, frozenset(words), inner, "")))
    if "@" in document.text and "(@" in document.text:  # one letter is looked for in no time
        out += _posts(document, plain)
    return out


def zones_above(document: Document) -> int:
    """How many zones stand above the first of the body, headline, captions and key points; 0 where the story has none of those."""
    return next((i for i, z in enumerate(document.zones) if z.kind == "body"), 0)


def _posts(document: Document, plain: bool) -> Iterator[Quote]:
    """Embedded posts: a paragraph that ends in who wrote it, the account and the date."""
    text, behind = document.text, len(document.quoted)
    for i, (_, (start, end)) in enumerate(document.zones):
        if "(@" in text[start:end] and (m := POST.search(text, start, end)) is not None:
            words = _words(document, start, m.start(), plain)
            if len(words) >= _LEAST_POSTED:
                yield Quote(behind + i, i, False, ref(document), words, frozenset(words), Span(start, m.start()), m[1])


_WITHIN_WORD = re.compile(r"[.,](?! |[.,]*\Z)")  # a mark with no space behind it, but at the end


def _words(document: Document, start: int, end: int, plain: bool) -> list[str]:
    """What `WORD` finds between two offsets, in small letters: the document's plain words where no mark inside a word makes a difference.

    `plain` tells that `Document.plain` has all letters and figures of the text.
    """
    text = document.text[start:end]
    if plain and "_" not in text and _WITHIN_WORD.search(text) is None:
        return document.plain[start:end].split()
    return WORD.findall(document.lower[start:end].replace("’", "'"))


def spans(document: Document, q: Quote, reach: tuple[int, int]) -> list[Span]:
    """Where those words of a quotation stand."""
    return [Span(*m.span()) for m in islice(WORD.finditer(document.text, q.inner.start, q.inner.end), *reach)]


def span(document: Document, q: Quote, reach: tuple[int, int]) -> Span:
    """The characters of those words and what stands between."""
    found = spans(document, q, reach)
    return Span(found[0].start, found[-1].end)


def one_speaker(a: Quote, b: Quote) -> bool:
    """Are both told to be one person's words?"""
    one, two = (v.name or "" for v in (a.voice, b.voice))
    return bool(one and two) and one.split()[-1] == two.split()[-1]


def names_apart(document: Document, *both: tuple[Quote, tuple[int, int]]) -> bool:
    """Has each a name that the other lacks? Then they say like things of two."""
    names = [{document.text[s.start:s.end] for s in spans(document, q, (r[0] + 1, r[1]))
              if document.text[s.start].isupper() and document.text[s.start - 2:s.start - 1] not in ".!?:"}
             for q, r in both]
    return bool(names[0] - names[1]) and bool(names[1] - names[0])


_WHO = frozenset({"i", "we", "he", "she", "they", "you"})


def of_another(one: str, two: str) -> bool:
    """Are the first words of two quotations who does it: "I would have lent her the money", "Dad would have lent her the money"?"""
    return one != two and not _WHO.isdisjoint((one, two))
