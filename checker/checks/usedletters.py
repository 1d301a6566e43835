"""Letters in brackets that stand there only, where the text calls the body by others, one letter off, that its words give: "(SKB)" behind the words, "SKD" from there on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.forms import edits
from checker.extract.acronyms import CONNECTORS
from checker.structure.document import Document
from checker.structure.words import occurrences

_WORD = re.compile(r"[^\W\d_][\w’']*")
_APART = re.compile(r"[.,;:()\n“”\"<>]")
_FAR, _WORDS = 140, 9  # characters and words before the bracket that may give letters
_SHORTEST, _LONGEST = 3, 12  # letters
_CODED = frozenset("(<@#/-_$")  # what stands before letters that are explained there, or a code


def used(document: Document, short: str, end: int) -> tuple[str, int] | None:
    """The letters that the text has instead, and where the words before the bracket begin that give these and not those in it."""
    small, words, shapes = short.lower(), list(_before(document.text, end)), _by_shape(document)
    likely = [w.upper() for first in {w[0][0].lower() for w in words} for size in (-1, 0, 1) for w in shapes.get((first, len(small) + size), ()) if _is_slip(w, small)]
    for wanted in sorted(likely):
        if not _is_free(document.text, wanted):
            continue
        for word in reversed(words):
            told = [w[0].lower() for w in words if w.start() >= word.start()]
            given = _initials(wanted.lower(), told)
            if given >= _SHORTEST - 1 and wanted[0] == word[0][0] and given > _initials(short.lower(), told):
                return wanted, word.start()
    return None


def _by_shape(document: Document) -> dict[tuple[str, int], list[str]]:
    """The short words of a text by their first letter and their length; kept, since it has many letters in brackets."""
    found: dict[tuple[str, int], list[str]] | None = document.memo.get(_by_shape)
    if found is None:
        found = document.memo[_by_shape] = {}
        for w in document.distinct:
            if _SHORTEST <= len(w) <= _LONGEST and w.isascii() and w.isalpha():
                found.setdefault((w[0], len(w)), []).append(w)
    return found


def _is_slip(one: str, other: str) -> bool:
    return edits(one, other) == 1 or len(one) == len(other) and sorted(one) == sorted(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 2


def _is_free(text: str, short: str) -> bool:
    """Do the letters stand by themselves, and never in brackets behind words of their own?"""
    found = [at for at in occurrences(text, short) if not text[at - 1:at].isalnum() and not text[at + len(short):at + len(short) + 1].isalnum()]
    return bool(found) and not any(text[at - 1:at] in _CODED for at in found)


def _before(text: str, end: int) -> Iterator[re.Match[str]]:
    """The words right before an offset, in order, that no mark parts from it, connecting ones left out."""
    found = list(_WORD.finditer(text, max(0, end - _FAR), end))[-_WORDS:]
    first = max((m.end() for m in _APART.finditer(text, max(0, end - _FAR), end)), default=0)
    return (w for w in found if w.start() >= first and w[0] not in CONNECTORS)


def _initials(letters: str, words: list[str]) -> int:
    """How many of the letters are the first of a word, read in order, where each is one or stands inside the word before; -1 where one is neither."""
    best = {(-1, 0): 0}  # (the last word read, where in it) → first letters so far
    for letter in letters:
        step: dict[tuple[int, int], int] = {}
        for (k, at), n in best.items():
            for j in range(k + 1, min(len(words), k + 3)):  # a word may give none
                if words[j][0] == letter:
                    step[j, 1] = max(step.get((j, 1), -1), n + 1)
            inside = words[k].find(letter, at) if k >= 0 else -1
            if inside > 0:
                step[k, inside + 1] = max(step.get((k, inside + 1), -1), n)
        best = step
    return max(best.values(), default=-1)
