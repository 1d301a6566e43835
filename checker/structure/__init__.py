"""Source → Document: zones, sentences, quotations; voices when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sentencex import segment

from checker.model import Span, Zone
from checker.read.source import Source
from checker.read.tidy import tidy
from checker.structure.blocks import paragraphs
from checker.structure.document import Document
from checker.structure.quotes import quotations
from checker.structure.reading import reading
from checker.structure.words import foreign
from checker.structure.zones import zones

_LONG = 10_000  # characters
_ONE = frozenset({"headline", "dateline", "byline", "credit"})  # zones of one sentence
_CLOSING = frozenset("\"”’'")
_SCRIPTS = "\u0530"  # from here on scripts have full stops of their own
_MARKS = frozenset(map(chr, range(0x2010, 0x2024))) | {"…", "€"}  # none of which ends a sentence
# titles before names that the library takes for the end of a sentence
_TITLES = tuple(f"{before}{title}." for title in "Govs Gens Profs Revs Atty Sgts Lts Cols Capts Dets Dels Mses Mmes Ald Amb".split() for before in (" ", "(", "“", '"'))
_TITLE_ENDS = frozenset(title[-4:] for title in _TITLES)  # what is asked first: most sentences end otherwise
_new = tuple.__new__  # a named tuple is made at half the price


def _sentences(text: str, blocks: tuple[Zone, ...]) -> tuple[Span, ...]:
    """Sentences of each zone; never over a zone's border."""
    found: list[Span] = []
    latin = all(c < _SCRIPTS or c in _MARKS for c in foreign(text))
    for zone in blocks:
        start, end = zone.span
        if end - start < 60 or zone.kind in _ONE or (latin and _is_one(text, start, end)):
            found.append(zone.span)
            continue
        for first, last in _pieces(text, start, end) if end - start > _LONG else (zone.span,):
            begin = end = first
            for sentence in segment("en", text[first:last]):  # with the blanks behind each, so that their lengths tell where they stand
                bare = sentence.rstrip()
                end += len(sentence)
                if bare[-4:] in _TITLE_ENDS and bare.endswith(_TITLES) and end < last:
                    continue
                if bare:
                    stop = end - len(sentence) + len(bare)
                    if text[begin] == "(" and (aside := _aside(text, begin, stop)):
                        found.append(_new(Span, (begin, aside)))
                        begin = aside + 1
                    found.append(_new(Span, (begin, stop)))
                begin = end
    return tuple(found)


def _aside(text: str, start: int, end: int) -> int:
    """Where sentences in brackets end that stand by themselves before another, which the library takes for one with it; 0 where they do not."""
    close = text.find(") ", start, end)
    ended = text[close - 1] in ".?!" or text[close - 1] in _CLOSING and text[close - 2] in ".?!" if close > 0 else False
    return close + 1 if ended and text.find("(", start + 1, close) < 0 and text[close + 2:close + 3].isupper() else 0


def _is_one(text: str, start: int, end: int) -> bool:
    """Is a paragraph one sentence, as every third is, since no stop stands before its end? Costs a tenth of what the library does."""
    before = text[start:end - 2 if text[end - 1] in _CLOSING else end - 1]
    return "." not in before and "?" not in before and "!" not in before and "\n" not in text[start:end]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraph, one that is as long as a book cut at full stops: the library's time grows with the square of unclosed marks."""
    while end - start > _LONG:
        cut = text.rfind(". ", start, start + _LONG) + 2
        if cut < start + 2:
            cut = max(text.rfind(" ", start, start + _LONG), start + _LONG - 1) + 1
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def structure(source: Source) -> Document:
    """Read the structure of a source."""
    source = tidy(source, foreign(source.text))
    if source.regions:
        blocks, told = [r.span for r in source.regions], [r.kind for r in source.regions]
        text = reading(source.text, ())
    else:
        blocks = paragraphs(source.text)
        told = [""] * len(blocks)
        text = reading(source.text, [block for block in blocks if source.text.find("\n", block.start, block.end) >= 0])
    cut = zones(text, blocks, told)
    return Document(source, cut, _sentences(text, cut), quotations(text, cut), text)
