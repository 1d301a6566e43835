"""Where a key of a TOML file stands: tomllib gives values without lines, and a message without a line is no help."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

Path = tuple[str | int, ...]
_HEAD = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:\s*\.\s*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def index(text: str) -> dict[Path, int]:
    """Line (1-based) of every table and key; the tables of an array are numbered from 0. Reads what tomllib has accepted."""
    found: dict[Path, int] = {}
    table: Path = ()
    counts: Counter[Path] = Counter()
    quote = ""
    for number, line in enumerate(text.split("\n"), 1):
        if quote:
            quote = "" if quote in line else quote
            continue
        if head := _HEAD.match(line):
            table = _within(_parts(head[2]), counts)
            if head[1] == "[[":
                table = (*table, counts[table])
                counts[table[:-1]] += 1
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(key[1])), number)
        for mark in ('"""', "'''"):
            if line.count(mark) % 2:
                quote = mark
    return found


def _parts(words: str) -> Path:
    return tuple(m[1] or m[2] or m[3] or "" for m in _PART.finditer(words))


def _within(path: Path, counts: Mapping[Path, int]) -> Path:
    """The path with the number of the last table where a part of it, before its end, is an array."""
    out: Path = ()
    for i, part in enumerate(path):
        out = (*out, part)
        if i < len(path) - 1 and counts.get(out):
            out = (*out, counts[out] - 1)
    return out


def line_of(found: Mapping[Path, int], path: Path) -> int:
    """The line of the key, or of the nearest table around it."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)
