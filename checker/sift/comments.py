"""Ignore comments in the copy: `<!-- check: ignore names/spelling: his own spelling -->`, for Markdown, HTML and text.

They are read from the file as it stands, not from what a reader makes of it, so that their lines are those of the user's editor whatever
the format. A comment among other words stands for its paragraph (up to blank lines; in HTML also up to the end of a block); one that stands
alone for the paragraph that follows; `ignore-file` for the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.records import NamedTuple

_OPEN, _CLOSE, _WORD = "<!--", "-->", "check:"
_ENDS = re.compile(r"</(?:p|h[1-6]|li|td|th|dd|dt|blockquote|figcaption|div|section)>", re.I)
_FORM = "<!-- check: ignore RULE: reason -->"
WHOLE = 1 << 62


class Comment(NamedTuple):
    """Findings of `rules` (patterns) with a place in the lines `first` to `last` are right as they stand, for `reason`."""

    rules: tuple[str, ...]
    reason: str
    line: int
    first: int
    last: int


def read(text: str) -> tuple[list[Comment], list[tuple[int, str]]]:
    """The comments of a file, and (line, what is wrong) of those that cannot be used."""
    if _WORD not in text:
        return [], []
    found: list[Comment] = []
    wrong: list[tuple[int, str]] = []
    lines = re.split(r"\r\n|\r|\n", text)
    starts = [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text))]
    at = text.find(_OPEN)
    while at >= 0 and (end := text.find(_CLOSE, at)) >= 0:
        inside = text[at + len(_OPEN):end].strip()
        if inside.startswith(_WORD):
            first, last = _line(starts, at), _line(starts, end)
            got = _parsed(inside.removeprefix(_WORD).strip(), first, last, lines)
            if isinstance(got, str):
                wrong.append((first, got))
            else:
                found.append(got)
        at = text.find(_OPEN, end)
    return found, wrong


def _line(starts: Sequence[int], offset: int) -> int:
    from bisect import bisect_right

    return bisect_right(starts, offset)


def _parsed(words: str, first: int, last: int, lines: Sequence[str]) -> Comment | str:
    verb, _, rest = words.partition(" ")
    if verb not in ("ignore", "ignore-file"):
        return f"“check: {verb}” is not known; write {_FORM}, or ignore-file for the whole article"
    names, colon, reason = rest.partition(":")
    rules = tuple(w for w in names.replace(",", " ").split() if w)
    if not rules:
        return f"names no rule; write {_FORM}"
    if not colon or not reason.strip():
        return f"gives no reason, so it is not followed; write <!-- check: {verb} {', '.join(rules)}: why it is right as it stands -->"
    reach = (1, WHOLE) if verb == "ignore-file" else _reach(first, last, lines)
    return Comment(rules, " ".join(reason.split()), first, *reach)


def _reach(first: int, last: int, lines: Sequence[str]) -> tuple[int, int]:
    """The lines that a comment in the lines `first` to `last` (1-based) stands for."""
    before = lines[first - 1].partition(_OPEN)[0].strip()
    after = lines[last - 1].rpartition(_CLOSE)[2].strip()
    if not before and not after and _alone(first, last, lines):
        start = last + 1
        while start <= len(lines) and not lines[start - 1].strip():
            start += 1
        return start, _block_end(start, lines)
    start = first
    while start > 1 and lines[start - 2].strip() and not _ENDS.search(lines[start - 2]):
        start -= 1
    return start, _block_end(last, lines)


def _alone(first: int, last: int, lines: Sequence[str]) -> bool:
    """Is nothing of a paragraph above the comment's lines, so that it is a note to what follows?"""
    above = lines[first - 2].strip() if first > 1 else ""
    below = lines[last].strip() if last < len(lines) else ""
    return not above or bool(below) or bool(_ENDS.search(above))


def _block_end(line: int, lines: Sequence[str]) -> int:
    while line < len(lines) and lines[line].strip() and not _ENDS.search(lines[line - 1]):
        line += 1
    return line
