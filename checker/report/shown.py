"""Words of the article as they may be shown on a terminal: control characters are made visible, never sent."""

from __future__ import annotations

import re

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.findings import Evidence

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

_NUMBER = re.compile(r"[+-]?\d[\d,.]*%?")
_RUNS = "=+-@\t\r＝＋－＠"  # what makes a spreadsheet take a cell for a formula (OWASP, CSV injection), full-width forms included


def cell(words: str) -> str:
    """A cell that a spreadsheet shows and never runs: control characters made visible, a formula turned into text."""
    words = safe(words)
    return "'" + words if words.lstrip()[:1] in tuple(_RUNS) and not _NUMBER.fullmatch(words) else words


def at(e: Evidence) -> str:
    """A place as terminals and editors know it, path:line:column, or in words where the format has no lines."""
    return f"{safe(e.path)}:{e.line}:{e.column}" if e.line is not None else f"{safe(e.path)}: {e.label}"


def safe(words: str) -> str:
    r"""The words with control and direction characters as \x1b and the like; tabs and line ends become spaces."""
    return _CONTROL.sub(lambda m: f"\\x{ord(m.group()):02x}", words.replace("\ufffc", "…").replace("\t", " ").replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def short(words: str, most: int = 160) -> str:
    """The words, the middle left out where they are longer than `most` characters."""
    words = safe(words)
    return words if len(words) <= most else f"{words[:most * 2 // 3].rstrip()} … {words[-(most // 3 - 3):].lstrip()}"
