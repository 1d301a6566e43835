"""Where the words of a set, and digits, stand in a text, found without a pass of a pattern over it.

The text is cut into runs of letters once, by `bytes.translate` and `str.split`, and each stage that looks for words of its own (verbs of
speech, number words, months) filters that list: a fifth of what an alternation, a third of what a pattern of words costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import AnyStr

_CUTS = bytes(b if chr(b).isascii() and chr(b).isalpha() else 32 for b in range(256))
_DIGITS = bytes(b if 48 <= b < 58 else 32 for b in range(256))
_ASCII = bytes(range(128))


def alternatives(words: Iterable[str]) -> str:
    """Words as the alternatives of a pattern: the longest first, and in one order in every run, so that the pattern kept from the build is the one asked for."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=2)
def utf8(text: str) -> bytes:
    """The text in UTF-8; kept for the last two."""
    return text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=2)
def foreign(text: str) -> frozenset[str]:
    """The different characters of a text that ASCII has not, a handful in most: what to ask before the text is looked through for any of them."""
    return frozenset() if text.isascii() else frozenset(utf8(text).translate(None, _ASCII).decode("utf-8", "surrogatepass"))


@lru_cache(maxsize=2)
def latin(text: str) -> bytes:
    """The text in Latin-1, offset for offset; what that has not becomes a question mark, curly apostrophes straight ones. Kept for the last two."""
    return text.replace("’", "'").encode("latin-1", "replace")


@lru_cache(maxsize=2)
def _cut(text: str) -> str:
    """The text, offset for offset, with a space for all but ASCII's letters: of one byte a letter, it is looked through sooner than the text."""
    return latin(text).translate(_CUTS).decode("ascii")


@lru_cache(maxsize=2)
def runs(text: str) -> Sequence[str]:
    """The runs of ASCII's letters in a text, in order; kept for the last two texts, since several stages ask."""
    return _cut(text).split()


def places(text: str, words: frozenset[str], part: tuple[int, int] | None = None) -> list[tuple[int, int, str]]:
    """Where these words, of ASCII's letters, stand with no letter beside them: (start, end, word) in the order of the text, or of a part of it."""
    found: list[tuple[int, int, str]] = []
    at, cut = part[0] if part else 0, _cut(text)
    for word in filter(words.__contains__, cut[at:part[1]].split() if part else runs(text)):
        at = cut.index(word, at)
        end = at + len(word)
        while cut[end:end + 1].isalpha() or cut[at - 1:at].isalpha():  # a longer word may hold it
            at = cut.index(word, at + 1)
            end = at + len(word)
        found.append((at, end, word))
        at = end
    return found


@lru_cache(maxsize=2)
def digits(text: str) -> Sequence[tuple[int, int]]:
    """Where the runs of decimal digits stand, in order; kept for the last two texts."""
    if any(map(str.isdecimal, foreign(text))):  # figures of another script
        return [m.span() for m in re.finditer(r"\d+", text)]
    found: list[tuple[int, int]] = []
    at, raw = 0, latin(text).translate(_DIGITS)
    for run in raw.split():
        at = raw.index(run, at)
        found.append((at, at := at + len(run)))
    return found


def occurrences(text: AnyStr, words: AnyStr, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every offset at which the words stand in the text, or between two offsets of it; `re` would keep an expression for each of them."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)
