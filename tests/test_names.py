"""Names that lie near each other are found among all of them, whatever they are; pronouns wherever they stand."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from checker.checks.forms import edits, near_pairs
from checker.checks.spoken import Spoken
from checker.data import lexicon
from checker.read.source import Source
from checker.structure import structure

NAMES = st.lists(st.text("abcé-", min_size=4, max_size=9).map(str.capitalize).filter(str.isalpha), unique=True, max_size=24)


@given(NAMES)
def test_all_names_a_letter_apart_are_near(names: list[str]) -> None:
    near = set(near_pairs(names, frozenset()))
    assert {pair for pair in combinations(sorted(names), 2) if edits(*(n.lower().replace("é", "e") for n in pair)) <= 1} <= near


def test_names_a_letter_apart_are_near_among_hundreds() -> None:
    names = ["Ma" + a + b + c for a in "bcdfg" for b in "aeiou" for c in "klmnp"] + ["Mabakk"]
    assert ("Mabak", "Mabakk") in set(near_pairs(names, frozenset()))
    assert ("Mabak", "Macak") in set(near_pairs(names, frozenset()))


def test_words_of_the_text_are_near_in_the_same_letters_only() -> None:
    assert set(near_pairs(["Harbor", "Harbar", "Élan", "Elan"], frozenset({"harbor", "elan"}))) == {("Elan", "Élan")}


def test_each_word_of_the_lexicon_is_found() -> None:
    lines = lexicon._lines().decode("ascii").split()
    assert all(lexicon.is_known(line.rstrip(lexicon.PLACE)) for line in lines)
    assert {line.rstrip(lexicon.PLACE) for line in lines if lexicon.is_town(line.rstrip(lexicon.PLACE))} == {line[:-1] for line in lines if line[-1] == lexicon.PLACE}
    assert lexicon.is_known("flour") and not lexicon.is_known("Flour") and lexicon.is_town("dallas") and not lexicon.is_town("flour")


@given(st.text(max_size=12))
def test_what_the_lexicon_has_not_is_not_known(word: str) -> None:
    assert lexicon.is_known(word) == (word in {line.rstrip(lexicon.PLACE) for line in lexicon._lines().decode("ascii").split("\n") if line})


PIECES = st.lists(st.sampled_from(["he", "She", "his", "hers", "himself", "her", "herself", "he’s", "she'd", "the", "he-man", "(he)", "“She", "héros", "HE", "is,", "well.\n"]), max_size=30)


@given(PIECES)
def test_pronouns_are_those_that_stand_alone(pieces: list[str]) -> None:
    text = " ".join(pieces)
    told = re.findall(r"(?<![\w’'-])(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself|[Ss]he|[Hh]ers?|[Hh]erself)(?![\w-])", text)
    assert [text[p.start:p.end] for p in Spoken(structure(Source("t", text))).all] == told
