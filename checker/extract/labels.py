"""Bare numbers that count nothing: "Apollo 11", "page 12", the numbers of a list."""

from __future__ import annotations

import re

from checker.data.words import HEDGE_WORDS, LABELS, STOP
from checker.extract import nouns
from checker.extract.numerals import Numeral

_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_WORD_LEFT = re.compile(r"([A-Za-z][\w.&’']*)[ -]$")
_LIST = re.compile(r"(?:^|\n)[ \t]*[(#]?$")
_JOINTS = frozenset(" -")


def labelled(text: str, begin: int, n: Numeral) -> bool:
    """Is a bare number only a label: after a capitalised word ("Apollo 11"), "page", "No.", or a list's number?"""
    if text[n.end:n.end + 2] in (". ", ") ") and _LIST.search(text, max(0, begin - 20), begin):
        return True
    if text[begin - 1:begin] not in _JOINTS:
        return False
    left = text[max(0, begin - 24):begin - 1]
    last = left[left.rfind(" ") + 1:]
    if last.islower() and last.isalpha() and last.isascii():  # as most words are
        return last in LABELS
    m = _WORD_LEFT.search(text, begin - 1 - len(last), begin)  # no blank is part of it
    if m is None or m[1].endswith(("'s", "’s", "s'", "s’")):
        return False  # "Clinton's 82,500 pages"
    word = m[1].rstrip(".").lower()
    if word in LABELS:
        return True
    return n.form == "digits" and m[1][0].isupper() and word not in STOP and word not in HEDGE_WORDS and not text.startswith(" times", n.end) and not (
        word.endswith(("ed", "ly", "ing")) and len(word) > 4) and not _counts_in_title(text, n.end)


def _counts_in_title(text: str, end: int) -> bool:
    """Does a noun with a capital follow in a line in title case ("Storm Kills 26 People"), where the capital before the figure tells no name?"""
    if not text[end + 1:end + 2].isupper() or (found := nouns.counted(nouns.after(text, end), False)) is None or not text[found[2]:found[2] + 1].isspace():
        return False
    long = _LONG_WORD.findall(text, text.rfind("\n", 0, end) + 1, text.find("\n", end) if "\n" in text[end:] else len(text))
    return len(long) > 2 and not any(w.islower() and len(w) > 4 for w in long)
