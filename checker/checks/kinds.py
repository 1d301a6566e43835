"""The words of a document by their kinds, one byte a word: rows of words that may stand twice are looked for in a fifth of the text's bytes."""

from __future__ import annotations

from operator import itemgetter

from checker.data.english import FUNCTION_WORDS
from checker.structure.document import Document

FUNCTION, ONCE, THE, A, AN, PARTICLE, ALSO, ALREADY, STILL = 0, 1, 248, 249, 250, 251, 252, 253, 254
_OTHER_ONCE = 255  # no kind: what a word that stands once is held against, as it is like none
# the commonest function words, each of its own kind, so that few rows of kinds are alike where the words are not
_COMMONEST = ("to of and in that for on is he said with as it have was his has be not at by are from this but who they would will i we about more their or if s "
              "one than been had when were you what some after her all which our other over she could there").split()
_MOST = 247 - len(_COMMONEST)  # times that a word is counted where any stands so often; what kinds tell is looked at again in the text
_KINDS = {**dict.fromkeys(FUNCTION_WORDS, FUNCTION), **{word: code for code, word in enumerate(_COMMONEST, _MOST + 1)},
          "the": THE, "a": A, "an": AN, **dict.fromkeys(("up", "out", "off", "down"), PARTICLE), "also": ALSO, "already": ALREADY, "still": STILL}
_CONTENT = bytes(code if code <= _MOST else FUNCTION for code in range(256))
_UNLIKE = bytes(_OTHER_ONCE if code == ONCE else code for code in range(256))


def kinds(document: Document) -> bytes:
    """The kind of each word of `plain_words`: how often the text has it, or what function word it is; kept for all who look for repeated words."""
    memo = document.memo
    known: bytes | None = memo.get(kinds)
    if known is None:
        counts, words = document.counts, document.plain_words
        often = counts if max(counts.values(), default=0) <= _MOST else {w: min(n, _MOST) for w, n in counts.items()}
        often = {**often, **_KINDS}
        known = memo[kinds] = bytes(itemgetter(*words)(often)) if len(words) > 1 else bytes(map(often.__getitem__, words))
    return known


def contents(document: Document) -> bytes:
    """The same, with all function words of one kind."""
    return kinds(document).translate(_CONTENT)


def recurring(document: Document, size: int) -> bytes:
    """A byte for each word: 0 where one of its kind stands so many words before as well."""
    memo, row = document.memo, kinds(document)
    known: tuple[int, int] | None = memo.get(recurring)
    if known is None:
        known = memo[recurring] = int.from_bytes(row, "big"), int.from_bytes(row.translate(_UNLIKE), "big")
    return (known[0] ^ known[1] >> 8 * size).to_bytes(len(row), "big")
