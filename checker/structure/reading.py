"""The text as it is read: offset for offset the file's, with what only the setting of it put there evened out.

A blank that keeps a figure and its unit on one line ("40 km" with U+00A0), a thin one, and the end of a line inside a paragraph that is set in
short lines are blanks between words like any other; a blank that groups the digits of a number ("20 000") is a comma. A hyphen that breaks no line,
a dash between digits ("6–4") and a minus are hyphens, and the other marks that stand for an apostrophe are apostrophes. Whoever reads for meaning asks
this text; a report prints the file's, and who asks for the marks themselves asks the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.model import Span
from checker.records import TYPE_CHECKING
from checker.structure.words import foreign, latin

if TYPE_CHECKING:
    from typing import Any

# white space that is no plain blank, tab or end of a line; U+2028 and U+2029 come in copy that was pasted from a page
WIDE = frozenset("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000")
_HARD = WIDE | {"\u00a0"}
# marks that stand for another: hyphens and the minus; figure dash and horizontal bar; modifier letter and reversed comma
_MARKS = {"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2012": "–", "\u2015": "—", "\u02bc": "’", "\u02bb": "‘", "\u201b": "‘"}
_ACCENTS = "\u00b4\u2032"  # typed for an apostrophe: "don´t"
_TURNED = str.maketrans(dict.fromkeys(_HARD, " ") | _MARKS)
_ODD = _HARD | _MARKS.keys() | set(_ACCENTS)
_SHAPES = bytes(48 if 48 <= b < 58 else 32 if b == 32 else 120 for b in range(256))  # 0 for a digit, x for all but blanks
_GROUPED = b"0 000"


def reading(text: str, wrapped: Sequence[Span]) -> str:
    """The text of a file as it is read, given the paragraphs set in short lines: of the same length, a blank or a comma for each character that it changes."""
    if not text.isascii():
        odd = foreign(text)
        if not _ODD.isdisjoint(odd):
            text = _patterns()["accent"].sub("’", _patterns()["hard"].sub(_comma, text)).translate(_TURNED)
        if "–" in odd or "\u2012" in odd:
            text = _patterns()["dash"].sub("-", text)
    if wrapped:
        text = _in_one(text, wrapped)
    return _without_blanks(text) if latin(text).translate(_SHAPES).find(_GROUPED) >= 0 else text


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    hard = "[" + "".join(sorted(_HARD)) + "]"
    return {
        "accent": re.compile(rf"(?<=[^\W\d_])[{_ACCENTS}](?=[^\W\d_])"),
        "dash": re.compile(r"(?<=\d)–(?=\d)"),
        # "20 000", "1 234 567": groups of three behind one to three digits
        "hard": re.compile(rf"(?<![\d.,:/-])(?<!\d{hard})[1-9]\d{{0,2}}(?:{hard}\d{{3}})+(?![\d:/-]|{hard}\d)"),
        "grouped": re.compile(r"(?:(?<=\bR)|(?<![\w.,:/–-]))(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?![\d:/–-]|,\d| \d)"),
        "comma": re.compile(r"\d,\d{3}(?!\d)"),
        "month": re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $"),
    }


def _comma(number: re.Match[str]) -> str:
    return "".join(c if c.isdigit() else "," for c in number[0])


def _in_one(text: str, wrapped: Sequence[Span]) -> str:
    """With a blank for each end of a line that stands within a paragraph."""
    parts: list[str] = []
    done = 0
    for start, end in wrapped:
        parts += text[done:start], text[start:end].replace("\n", " ")
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _without_blanks(text: str) -> str:
    """With commas in numbers that a plain blank groups ("R30 000"), where that is the text's way: it has none with a comma, and at least two so.

    A single one may be two numbers that happen to stand together ("on May 12 500 people came").
    """
    patterns: dict[str, Any] = _patterns()
    if patterns["comma"].search(text):
        return text
    found = [m for m in patterns["grouped"].finditer(text) if not patterns["month"].search(text, max(0, m.start() - 12), m.start())]
    if len(found) < 2:
        return text
    parts: list[str] = []
    done = 0
    for m in found:
        parts += text[done:m.start()], _comma(m)
        done = m.end()
    return "".join((*parts, text[done:]))
