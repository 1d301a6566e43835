"""Line-ups: paragraphs that are rows of surnames, as a match report ends with, in which each player has one name."""

from __future__ import annotations

import re

from checker.model import Span
from checker.structure.document import Document

_BETWEEN = re.compile(r"(?: ?\([^()]*\))?[,;.]\s*(?=[A-Zdv]|$)")  # with who came on for him, or his part, in brackets
_PLAYER = re.compile(r"(?:\w[\w ]{0,30}: )?(?:(?:[A-Z]\.?){1,2} ?)?(?:(?:[A-Z]|[dv][a-z]{0,2} )[\w.’'/-]*[ .]?){1,3}")
_BEHIND = re.compile(r"[,;.)]|(?: \d{1,3})?\)| \(|$", re.M)
_FEWEST = 5  # players of a row
_LONGEST = 30  # characters of an item, on average
_SHARE = 0.75  # of its items that are players, at least


def in_lineup(document: Document, span: Span) -> bool:
    """Does the name stand in a paragraph that names players and little else?"""
    if _BEHIND.match(document.text, span.end) is None:
        return False
    start, end = document.zone_at(span.start).span
    most = 1 + document.text.count(",", start, end) + document.text.count(";", start, end)
    if most < _FEWEST or end - start > _LONGEST * most:
        return False
    items = [item for item in _BETWEEN.split(document.text[start:end]) if item]
    return len(items) >= _FEWEST and sum(_PLAYER.fullmatch(item) is not None for item in items) >= _SHARE * len(items)
