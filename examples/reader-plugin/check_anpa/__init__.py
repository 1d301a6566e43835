"""Reads wire copy: a line of routing before the headline, `^` before a headline, `-30-` at the end.

A reader gets the file's bytes, its path for messages and the user's choices, and gives a Source. It says what each block is where it
knows, and where in the file each word stands; `check` does the rest. Raise ReadError with place and remedy for what cannot be read.
"""

from __future__ import annotations

import re

from checker.read.build import Builder
from checker.read.plain import ReadError, decode
from checker.read.readers import Choices, Reader
from checker.read.source import Source

_ROUTING = re.compile(r"[a-z]\d{4}[^\n]*\n")


def read(data: bytes, path: str, choices: Choices) -> Source:
    """The story without routing, marks and what follows the end mark; every place is that of the user's file."""
    text = decode(data, path)
    end = text.find("\n-30-")
    if end < 0:
        raise ReadError(f"{path}: the end mark -30- is missing, so the story may be cut off; ask for it to be sent again")
    routing = _ROUTING.match(text)
    at = routing.end() if routing else 0
    build = Builder()
    for line in text[at:end].split("\n"):
        headline = line.startswith("^")
        build.add(line[headline:], at + headline)
        build.close("headline" if headline else "")
        at += len(line) + 1
    return Source(path, build.text, original=text, segments=build.segments, regions=build.regions)


READER = Reader("wire copy", (".anpa",), read, lambda head: _ROUTING.match(head.decode("latin-1")) is not None)
