"""Acronyms in brackets behind their words, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Acronym, Mention, Span
from checker.structure.document import Document

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z.]{1,9})\)")
_BEFORE = re.compile(r"[\w’'&]+")
CONNECTORS = frozenset("of and for the on in to de du des la & against".split())


def acronyms(document: Document) -> Iterator[Mention]:
    """ "National Security Council (NSC)": the capitalised words before the bracket, as many as the acronym has letters."""
    text = document.text
    for m in _ACRONYM.finditer(text):
        short = m.group(1).replace(".", "")
        start = _expansion(text, m.start(), len(short.rstrip("s")))
        if start is not None and (text[start].lower() == short[0].lower() or len(short) > 2):
            long = text[start:m.start()].rstrip()
            yield Mention("acronym", Span(start, m.end()), text[start:m.end()], Acronym(short, long))


def _expansion(text: str, end: int, letters: int) -> int | None:
    """Where the capitalised words before a bracket begin, so many as the acronym has letters; None for fewer than two."""
    start, count = None, 0
    for w in reversed(list(_BEFORE.finditer(text, max(0, end - 120), end))):
        gap = text[w.end():start if start is not None else end]
        if gap.strip(" -") or count >= letters:
            break
        if w[0][0].isupper():
            if w[0] == "The":
                break
            start, count = w.start(), count + 1
        elif w[0] not in CONNECTORS or start is None:
            break
        else:
            gapless = start
            start = w.start()
            if not re.search(r"[A-Z][\w’'&]*[ -]$", text[max(0, w.start() - 30):w.start()]) and \
                    not re.search(r"(?:of|and|for|on|in) $", text[max(0, w.start() - 5):w.start()]):
                start = gapless
                break
    return start if count >= 2 else None


_LETTERED = re.compile(r"[^\W\d_][\w’']*")
_ENDS = ".,;:()\n\"“”"


def spelled_out(text: str, end: int, short: str) -> int | None:
    """Where the words right before an offset begin whose first letters are those of an acronym, small or capital, connecting words counted or not."""
    before = text[max(0, end - 120):end]
    offset = end - len(before)
    stop = max(map(before.rfind, _ENDS)) + 1
    words = [(m.start(), m[0].lower()) for m in _LETTERED.finditer(before, stop)]
    if not words or before[words[-1][0] + len(words[-1][1]):].strip(" "):
        return None
    letters = short.lower()

    def begin(word: int, letter: int) -> int | None:
        """The word with the first letter, where the letters up to this one can be read backwards from this word."""
        if letter < 0:
            return word + 1
        if word < 0:
            return None
        if words[word][1][0] == letters[letter] and (found := begin(word - 1, letter - 1)) is not None:
            return found
        return begin(word - 1, letter) if words[word][1] in CONNECTORS and letter < len(letters) - 1 else None
    first = begin(len(words) - 1, len(letters) - 1)
    return None if first is None else offset + words[first][0]
