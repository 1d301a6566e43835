"""A file's text and the way from an offset back to a place in the user's file."""

from __future__ import annotations

import bisect
import re

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Source:
    """The text of one file as read: `path` as it was named, `text` decoded, `date` of the article where known.

    Only this class turns an offset into a line and a column. Lines end at LF, CR LF or CR alone, as in editors.
    """

    __slots__ = ("_last", "_starts", "date", "path", "role", "text")

    def __init__(self, path: str, text: str, *, role: str = "article", date: str | None = None) -> None:
        self.path = path
        self.text = text
        self.role = role
        self.date = date
        self._starts: list[int] | None = None
        self._last = (0, "")

    @property
    def starts(self) -> list[int]:
        """Offsets at which the lines begin."""
        if self._starts is None:
            self._starts = [0, *(m.end() for m in _NEWLINE.finditer(self.text))]
        return self._starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both 1-based, in code points."""
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (1-based) without its newline."""
        if self._last[0] != number:  # places come line by line; a line of megabytes is not copied for each
            start = self.starts[number - 1]
            end = self.starts[number] if number < len(self.starts) else len(self.text)
            self._last = number, self.text[start:end].rstrip("\r\n")
        return self._last[1]
