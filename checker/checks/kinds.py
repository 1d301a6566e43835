"""The words of a document by their kinds, one byte a word: rows of words that may stand twice are looked for in a fifth of the text's bytes."""

from __future__ import annotations

from operator import itemgetter

from checker.data.english import FUNCTION_WORDS
from checker.structure.document import Document

FUNCTION, ONCE, THE, A, AN, PARTICLE, ALSO, ALREADY, STILL = 0, 1, 248, 249, 250, 251, 252, 253, 254
_MOST = 247  # times that a word is counted where any stands so often; what kinds tell is looked at again in the text
_KINDS = {**dict.fromkeys(FUNCTION_WORDS, FUNCTION), "the": THE, "a": A, "an": AN, **dict.fromkeys(("up", "out", "off", "down"), PARTICLE),
          "also": ALSO, "already": ALREADY, "still": STILL}
_CONTENT = bytes(code if code < THE else FUNCTION for code in range(256))


def kinds(document: Document) -> bytes:
    """The kind of each word of `plain_words`: how often the text has it, or what function word it is; kept for all who look for repeated words."""
    memo = document.memo
    known: bytes | None = memo.get(kinds)
    if known is None:
        often, words = {**document.counts, **_KINDS}, document.plain_words
        try:
            known = bytes(itemgetter(*words)(often)) if len(words) > 1 else bytes(map(often.__getitem__, words))
        except ValueError:  # a word that stands more often than a byte can tell
            often = {w: min(n, _MOST) for w, n in document.counts.items()} | _KINDS
            known = bytes(map(often.__getitem__, words))
        memo[kinds] = known
    return known


def contents(document: Document) -> bytes:
    """The same, with all function words of one kind."""
    return kinds(document).translate(_CONTENT)
