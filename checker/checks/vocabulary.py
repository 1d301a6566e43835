"""The different words of a document as one string: a pass over it tells what would take a test of each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from checker.checks.base import occurrences
from checker.structure.document import Document

_ENDING = re.compile(r"i[sz](?:e[sdr]?|ers|ing|ation) ")


@lru_cache(maxsize=2)
def joined(document: Document) -> str:
    """The different words of `plain`, each with a space before and behind it."""
    return f" {' '.join(document.distinct)} "


def _around(text: str, places: Iterable[int]) -> Iterator[str]:
    """The words of a string of words that hold the offsets."""
    for at in places:
        yield text[text.rfind(" ", 0, at) + 1:text.find(" ", at)]


def hyphened(document: Document) -> set[str]:
    """The words with a hyphen."""
    text = joined(document)
    return set(_around(text, occurrences(text, "-")))


def spelled_in_two_ways(document: Document) -> set[str]:
    """The words with an ending that is spelled otherwise on the other side of the ocean ("organise", "analyze")."""
    text = joined(document)
    return {*_around(text, (m.start() for m in _ENDING.finditer(text))), *_around(text, (at for stem in ("yse", "yze") for at in occurrences(text, stem)))}
