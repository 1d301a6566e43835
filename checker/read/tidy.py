"""What cannot be seen in a text, or is one letter in two characters, is taken out before it is read; the way back to the file is kept.

Copy that comes out of a browser, a PDF or a page-make-up system holds soft hyphens, characters without width, marks of direction, accents apart from
their letters and letters tied together; typists put two blanks behind a full stop. None of it is said, and all of it parts words for whoever compares them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cache
from itertools import accumulate

from checker.model import Span
from checker.read.source import Region, Segment, Source
from checker.records import NamedTuple

# soft hyphen, joiners and spaces without width, marks of direction (Unicode's bidirectional algorithm, UAX 9), byte-order mark
_UNSEEN = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_TIED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_ODD = frozenset(map(chr, (0xad, *range(0x200b, 0x2010), *range(0x202a, 0x202f), *range(0x2060, 0x206a), 0xfeff, *range(0x300, 0x370)))) | _TIED.keys()
_STOPS = frozenset(".!?…")
_PROSE = 60  # characters of a line that is no row of a table


class _Edit(NamedTuple):
    """Characters `start` to `end` of the text become `words`."""

    start: int
    end: int
    words: str


def tidy(source: Source, foreign: Collection[str]) -> Source:
    """The source without what is not said, or the same one where there is nothing of the kind; `foreign` are the different characters of its text that ASCII has not."""
    text = source.text
    edits: list[_Edit] = []
    if foreign and not _ODD.isdisjoint(foreign):
        edits += _odd_ones(text)
    if "\r" in text and not source.regions:
        edits += [_Edit(m.start(), m.end(), "\n") for m in re.finditer("\r\n?", text)]
    if "  " in text:
        edits += _blanks(text)
        if not source.regions:
            edits += [_Edit(m.start(1), m.end(1), "") for m in _indented().finditer(text)]
    return _edited(source, sorted(edits)) if edits else source


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSEEN}]+|[{''.join(_TIED)}]|[A-Za-z][\u0300-\u036f]+")


def _odd_ones(text: str) -> Iterator[_Edit]:
    """Unseen characters, tied letters, and letters with an accent of its own, made the one character that is the same (Unicode's form C)."""
    from unicodedata import normalize

    for m in _odd().finditer(text):
        words = m[0]
        made = _TIED.get(words) or (normalize("NFC", words) if words[0].isascii() else "")
        if made != words:
            alone = not made and text[m.start() - 1:m.start()] in ("", " ", "\n") and text[m.end():m.end() + 1] == " "  # a blank on either side
            yield _Edit(m.start(), m.end() + alone, made)


@cache
def _indented() -> re.Pattern[str]:
    return re.compile(r"(?:\A|\n[ \t]*\r?\n)([ \t]+)(?=\S)")  # the first line of a paragraph, behind an empty one


@cache
def _doubled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(r"(?<=[.!?:;\"”’)])  (?=\S)"), re.compile(r"(?<=[^\s.!?:;\"”’)])  (?=\S)")


def _blanks(text: str) -> Iterator[_Edit]:
    """Two blanks for one: behind a stop, and between words of a line of prose. More than two, or two in another line, may part the columns of a table."""
    behind, within = _doubled()
    at = text.find("  ")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from (_Edit(m.start(), m.end(), " ") for m in behind.finditer(text, start, end))
        line = text[start:end].strip()
        if "   " not in line and (len(line) > _PROSE and line.count("  ") < 3 or line.rstrip("\"”’')]")[-1:] in _STOPS):
            yield from (_Edit(m.start(), m.end(), " ") for m in within.finditer(text, start, end))
        at = text.find("  ", end)


def _edited(source: Source, edits: list[_Edit]) -> Source:
    """The source with the edits made, which are in order and do not touch."""
    text = source.text
    base = source.segments or (Segment(0, len(text), 0, len(text)),)
    parts: list[str] = []
    segments: list[Segment] = []
    size = done = 0
    for start, end, words in (*edits, _Edit(len(text), len(text), "")):
        for s in _of(base, done, start):
            segments.append(Segment(size + s.start - done, size + s.end - done, s.at, s.to))
        size += start - done
        parts += text[done:start], words
        if words:
            segments.append(Segment(size, size + len(words), source.origin(start), source.file_span(Span(start, end)).end))
            size += len(words)
        done = end
    moved = _Moved(edits)
    return Source(source.path, "".join(parts), role=source.role, date=source.date, date_from=source.date_from, title=source.title,
                  original=text if source.original is None else source.original, segments=segments, unit=source.unit,
                  regions=[Region(r.kind, Span(moved.to(r.span.start), moved.to(r.span.end)), r.number, r.label) for r in source.regions])


def _of(base: tuple[Segment, ...], start: int, end: int) -> Iterator[Segment]:
    """The parts of the segments that stand between two offsets of the text."""
    i = max(0, bisect_right(base, start, key=lambda s: s.start) - 1)
    while i < len(base) and base[i].start < end:
        s = base[i]
        first, last = max(s.start, start), min(s.end, end)
        if first < last:
            same = s.end - s.start == s.to - s.at
            yield Segment(first, last, s.at + first - s.start, s.at + last - s.start) if same else Segment(first, last, s.at, s.to)
        i += 1


class _Moved:
    """Where the offsets of the text stand once it is edited."""

    def __init__(self, edits: list[_Edit]) -> None:
        self._ends = [e.end for e in edits]
        self._shifts = [0, *accumulate(len(e.words) - (e.end - e.start) for e in edits)]

    def to(self, offset: int) -> int:
        """The offset that an offset outside the edits becomes."""
        return offset + self._shifts[bisect_right(self._ends, offset)]
