"""A file's text and the way from an offset back to a place in the user's file."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from itertools import accumulate

from checker.model import Span
from checker.records import NamedTuple

_NEWLINE = re.compile(r"\r\n|\r|\n")


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(m.end() for m in _NEWLINE.finditer(text))]
    return list(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))


class Segment(NamedTuple):
    """Characters `start` to `end` of the text stand at `at` to `to` of the decoded file.

    Of equal length they are the same characters; otherwise the one was made of the other ("é" of "&eacute;") and is never split.
    """

    start: int
    end: int
    at: int
    to: int


class Region(NamedTuple):
    """A block that the reader knows: `kind` is a zone's kind, or "" where its words have to tell.

    `number` and `label` say where it is in a format without lines ("paragraph 12", "footnote 2").
    """

    kind: str
    span: Span
    number: int = 0
    label: str = ""


class Source:
    """The text of one file as read: `path` as it was named, `text` decoded and free of markup, `date` of the article where known.

    `segments` lead from the text to `original`, the decoded file (none: the text is the file); `regions` are the blocks in order (none:
    they are found by their looks). `unit` is "line", or "paragraph" for formats without lines. `date_from` tells where the date stands.
    Only this class turns an offset into a place. Lines end at LF, CR LF or CR alone, as in editors.
    """

    __slots__ = ("_last", "_lines", "_regions", "_segments", "_starts", "date", "date_from", "original", "path", "regions", "role", "segments",
                 "text", "title", "unit")

    def __init__(self, path: str, text: str, *, role: str = "article", date: str | None = None, original: str | None = None,
                 segments: Sequence[Segment] = (), regions: Sequence[Region] = (), unit: str = "line", date_from: str = "",
                 title: str = "") -> None:
        self.path = path
        self.text = text
        self.role = role
        self.date = date
        self.date_from = date_from
        self.title = title
        self.original = original
        self.segments = tuple(segments)
        self.regions = tuple(regions)
        self.unit = unit
        self._starts: list[int] | None = None
        self._lines: list[int] | None = None
        self._segments: list[int] | None = None
        self._regions: list[int] | None = None
        self._last = (0, "")

    @property
    def starts(self) -> list[int]:
        """Offsets at which the lines of the text begin."""
        if self._starts is None:
            self._starts = _line_starts(self.text)
        return self._starts

    def origin(self, offset: int) -> int:
        """The offset in the decoded file of the character at an offset of the text."""
        if not self.segments:
            return offset
        if self._segments is None:
            self._segments = [s.start for s in self.segments]
        s = self.segments[max(0, bisect.bisect_right(self._segments, offset) - 1)]
        if s.end - s.start == s.to - s.at:
            return min(s.at + max(0, offset - s.start), s.to)
        return s.at if offset < s.end else s.to

    def file_span(self, span: Span) -> Span:
        """The characters of the decoded file that a stretch of the text was made of, markup within included."""
        if not self.segments or span.end <= span.start:
            start = self.origin(span.start)
            return Span(start, start + span.end - span.start)
        last = self.origin(span.end - 1)
        assert self._segments is not None
        s = self.segments[max(0, bisect.bisect_right(self._segments, span.end - 1) - 1)]
        return Span(self.origin(span.start), last + 1 if s.end - s.start == s.to - s.at else s.to)

    def printed(self, span: Span) -> str:
        """A stretch of the text as the file has it, markup within included."""
        start, end = self.file_span(span)
        return (self.text if self.original is None else self.original)[start:end]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the user's file, or paragraph and column; all 1-based, in code points."""
        if self.unit == "paragraph":
            region = self.region(offset)
            return (region.number, self.origin(offset) - self.origin(region.span.start) + 1) if region else (1, offset + 1)
        if not self.segments:
            return self._line(self.starts, offset)
        return self._line(self._file_lines(), self.origin(offset))

    def end_place(self, span: Span) -> tuple[int, int]:
        """Line and column behind the last character of a stretch."""
        if self.unit == "paragraph" or not self.segments:
            return self.place(span.end)
        return self._line(self._file_lines(), self.file_span(span).end)

    def _file_lines(self) -> list[int]:
        if self._lines is None:
            self._lines = _line_starts(self.original or "")
        return self._lines

    @staticmethod
    def _line(starts: list[int], offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def region(self, offset: int) -> Region | None:
        """The region that holds the offset (the one before it when it lies between two), where the reader knows regions."""
        if not self.regions:
            return None
        if self._regions is None:
            self._regions = [r.span.start for r in self.regions]
        return self.regions[max(0, bisect.bisect_right(self._regions, offset) - 1)]

    def label(self, offset: int) -> str:
        """Where an offset is, in words: "line 12", "paragraph 3", "footnote 2"."""
        region = self.region(offset) if self.unit == "paragraph" else None
        return region.label if region else f"line {self.place(offset)[0]}"

    def context(self, offset: int) -> tuple[str, int]:
        """The line or block of the text around an offset, and the offset's column in it (1-based)."""
        region = self.region(offset)
        if region is not None:
            return self.text[region.span.start:region.span.end], offset - region.span.start + 1
        line, column = self._line(self.starts, offset)
        if self._last[0] != line:  # places come line by line; a line of megabytes is not copied for each
            start = self.starts[line - 1]
            end = self.starts[line] if line < len(self.starts) else len(self.text)
            self._last = line, self.text[start:end].rstrip("\r\n")
        return self._last[1], column
