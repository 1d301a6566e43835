"""What readers of marked-up formats build a Source with: words, each with the place they came from, and blocks."""

from __future__ import annotations

import re
from datetime import date

from checker.model import Span
from checker.read.source import Region, Segment

_ISO = re.compile(r"\s*[\"']?(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
OBJECT = "\ufffc"  # stands for code and the like within a sentence, so that the words around it are no neighbours


class Builder:
    """Collects the text of a document block by block, with the way back to the file.

    `add` takes words and where they stand in the decoded file; `close` ends a block, trims it and names its kind. White space
    between words becomes one space where `squeeze` is asked for, as a browser shows it.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.regions: list[Region] = []
        self.size = 0
        self._open: list[tuple[str, int, int]] = []

    def add(self, words: str, at: int, to: int | None = None) -> None:
        """Words of the open block that stand in the file from `at` to `to` (default: as long as they are)."""
        if words:
            self._open.append((words, at, at + len(words) if to is None else to))

    def squeeze(self, words: str, at: int) -> None:
        """The same with every run of white space as one space."""
        for m in re.finditer(r"[ \t\r\n\f]+|[^ \t\r\n\f]+", words):
            if m.group()[0] not in " \t\r\n\f":
                self.add(m.group(), at + m.start())
            elif self._open and not self._open[-1][0].endswith((" ", "\n")):
                self.add(" ", at + m.start(), at + m.end())

    @property
    def empty(self) -> bool:
        """Nothing but white space in the open block."""
        return not any(w.strip() for w, _, _ in self._open)

    @property
    def words(self) -> str:
        """The words of the open block."""
        return "".join(w for w, _, _ in self._open).strip()

    def drop(self) -> None:
        """Forget the open block."""
        self._open = []

    def close(self, kind: str, number: int = 0, label: str = "") -> bool:
        """End the open block; False where it held no words."""
        pieces, self._open = self._open, []
        while pieces and not (last := pieces[-1])[0].rstrip():
            pieces.pop()
        if pieces and (kept := last[0].rstrip()) != last[0]:
            pieces[-1] = (kept, last[1], last[1] + len(kept)) if last[2] - last[1] == len(last[0]) else (kept, last[1], last[2])
        while pieces and not pieces[0][0].strip():
            pieces.pop(0)
        if pieces and (kept := pieces[0][0].lstrip()) != pieces[0][0]:
            words, at, to = pieces[0]
            pieces[0] = (kept, to - len(kept), to) if to - at == len(words) else (kept, at, to)
        if not pieces:
            return False
        if self.size:
            self.parts.append("\n\n")
            self.size += 2
        start = self.size
        for words, at, to in pieces:
            self._segment(words, at, to)
        self.regions.append(Region(kind, Span(start, self.size), number, label))
        return True

    def _segment(self, words: str, at: int, to: int) -> None:
        end = self.size + len(words)
        last = self.segments[-1] if self.segments else None
        if last and last.end == self.size and last.to == at and last.end - last.start == last.to - last.at and len(words) == to - at:
            self.segments[-1] = Segment(last.start, end, last.at, to)
        else:
            self.segments.append(Segment(self.size, end, at, to))
        self.parts.append(words)
        self.size = end

    @property
    def text(self) -> str:
        """All closed blocks, an empty line between them."""
        return "".join(self.parts)


def iso_date(words: str) -> str | None:
    """The date that a string begins with, as YYYY-MM-DD; None where it is none."""
    m = _ISO.match(words)
    if not m:
        return None
    try:
        return date(int(m[1]), int(m[2]), int(m[3])).isoformat()
    except ValueError:
        return None
