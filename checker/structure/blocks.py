"""The paragraphs of plain text: a line each, or several lines of text that is set in short lines."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.model import Span

BYLINE = re.compile(r"\W*(?:by|from)\s+[A-Z][\w.’'-]+(?:\s+(?:and\s+)?[A-Z][\w.’'-]*){0,8}[,|\s\w/.-]{0,60}$", re.I)
LIST = re.compile(r"\s*(?:[-*•·▪–]\s+|\d{1,2}[.)]\s+\S)")
_STOPS = frozenset(".!?…")
_WRAPPED = 100  # no line of hard-wrapped text is longer
_NARROW = 40  # no text is set in lines that are all shorter
_CUT = re.compile(r"(?: (?:the|an?|of|and|its|their)| the [A-Z][\w-]+)$")  # "members of the", "if the Empire"
_BACK = 30  # characters before the end of a line that hold its last words
_new = tuple.__new__  # a named tuple is made at half the price


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text whose lines end in LF, in order, without the blanks around them."""
    runs: list[list[Span]] = [[]]
    at, together = 0, False
    for line in text.split("\n"):
        size = len(line)
        if line and (words := len(line.strip())):
            begin = at if words == size else at + size - len(line.lstrip())
            together = together or bool(runs[-1])
            runs[-1].append(_new(Span, (begin, begin + words)))
        elif runs[-1]:
            runs.append([])
        at += size + 1
    return _parted(text, runs) if together else [line for run in runs for line in run]


def ends(words: str) -> bool:
    """Does a block end as a sentence does: a stop, and nothing behind it but marks that close?"""
    return words.rstrip("\"”’')]")[-1:] in _STOPS


def _parted(text: str, runs: list[list[Span]]) -> list[Span]:
    """The paragraphs of a text in which lines follow each other without an empty one: text in short lines, lists, or a line a paragraph."""
    width = _width(text, [run for run in runs if len(run) > 1])
    found: list[Span] = []
    for run in filter(None, runs):
        items = _items(text, run, width)
        drawn_in = _drawn_in(text, run) if width else []
        if not items.isdisjoint(i - 1 for i in drawn_in):
            drawn_in = []  # what stands farther in hangs under the items
        if drawn_in:
            firsts = sorted({0, *drawn_in, *items})
        else:
            firsts = [0, *(i for i in range(1, len(run)) if i in items or not _goes_on(text, run, i, width, bool(items)))]
        for first, last in pairwise([*firsts, len(run)]):
            found += [Span(run[first].start, run[last - 1].end)] if drawn_in or _flows(text, run[first:last]) else run[first:last]
    return found


def _items(text: str, run: list[Span], width: int) -> set[int]:
    """The lines that open an item of a list: behind a stop, a colon, a short line or another item, for a line of prose may begin with "10. " or a dash."""
    found: set[int] = set()
    for i, (start, end) in enumerate(run):
        if LIST.match(text, start, end):
            before = run[i - 1] if i else None
            if before is None or i - 1 in found or (before.end - before.start) * 2 < width or text[before.end - 1] in ":;" or ends(text[before.start:before.end]):
                found.add(i)
    return found


def _width(text: str, runs: list[list[Span]]) -> int:
    """How wide the lines of a text in short lines are, told by those that a line in small letters follows or that end within a phrase; 0 where the text is not set so."""
    sizes = sorted(a.end - a.start for run in runs for a, b in pairwise(run) if not ends(text[a.start:a.end]) and (text[b.start].islower() or _CUT.search(text, a.end - _BACK, a.end)))
    return sizes[len(sizes) * 4 // 5] if sizes and _NARROW < sizes[-1] <= _WRAPPED else 0


def _goes_on(text: str, run: list[Span], i: int, width: int, listed: bool) -> bool:
    """Does a line go on with the one before? It does where its first word had no room there, and in small letters behind no stop."""
    before, line = run[i - 1], run[i]
    size = before.end - before.start
    if not width or size > _WRAPPED:
        return False
    if listed and _indent(text, line) > 1 and size * 2 > width:  # hangs under its item
        return True
    if i == 1 and len(run) == 2 and text.startswith(("By ", "BY "), line.start) and BYLINE.match(text[line.start:line.end]):
        return False  # a headline and its author
    if text[line.start].islower() and not ends(text[before.start:before.end]):
        return size * 2 > width
    return size + 1 + len(text[line.start:line.end].split(None, 1)[0]) > width


def _flows(text: str, lines: list[Span]) -> bool:
    """Are lines that go on with each other prose? Those of tables and verse begin with capitals where no sentence ended."""
    within = [text[b.start].islower() for a, b in pairwise(lines) if not ends(text[a.start:a.end])]
    return len(within) < 5 or sum(within) * 3 >= len(within)


def _indent(text: str, line: Span) -> int:
    return line.start - 1 - text.rfind("\n", 0, line.start)


def _drawn_in(text: str, run: list[Span]) -> list[int]:
    """The lines that open a paragraph by standing farther in than the others, as agencies set them; none where it is no such text."""
    indents = [_indent(text, line) for line in run]
    least = min(indents)
    opened = [i for i, indent in enumerate(indents) if indent > least + 1]
    return opened if len(run) > 2 and len(set(indents)) == 2 else []
