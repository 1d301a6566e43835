"""Names that lie near each other are found among all of them, whatever they are; pronouns wherever they stand."""

from __future__ import annotations

import re
from itertools import combinations
from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from checker.checks.forms import edits, near_pairs
from checker.checks.lineups import in_lineup
from checker.checks.spoken import Spoken
from checker.data import lexicon
from checker.model import Span
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


_MARKS = lexicon.PLACE + lexicon.WORD
WORDS = [head + rest for letter in ascii_lowercase for head, line in lexicon._lines(letter).items() for rest in line.split()]


def test_each_word_of_the_lexicon_is_found() -> None:
    assert len(WORDS) > 50_000 and sorted(w.rstrip(_MARKS) for w in WORDS) == [w.rstrip(_MARKS) for w in WORDS]
    assert all(lexicon.is_known(bare := w.rstrip(_MARKS)) and lexicon.is_town(bare) == (lexicon.PLACE in w) and lexicon.is_word(bare) == (lexicon.WORD in w) for w in WORDS)
    assert lexicon.is_known("flour") and not lexicon.is_known("Flour") and lexicon.is_town("dallas") and not lexicon.is_town("flour")
    assert lexicon.is_word("watchdog") and not lexicon.is_word("dallas")


@given(st.text(max_size=12) | st.sampled_from(WORDS).map(lambda w: w[1:]) | st.sampled_from(WORDS).map(lambda w: w + "e"))
def test_what_the_lexicon_has_not_is_not_known(word: str) -> None:
    assert lexicon.is_known(word) == (word in KNOWN)


KNOWN = {w.rstrip(_MARKS) for w in WORDS}
PIECES = st.lists(st.sampled_from(["he", "She", "his", "hers", "himself", "her", "herself", "he’s", "she'd", "the", "he-man", "(he)", "“She", "héros", "HE", "is,", "well.\n"]), max_size=30)


@given(PIECES)
def test_pronouns_are_those_that_stand_alone(pieces: list[str]) -> None:
    text = " ".join(pieces)
    told = re.findall(r"(?<![\w’'-])(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself|[Ss]he|[Hh]ers?|[Hh]erself)(?![\w-])", text)
    assert [text[p.start:p.end] for p in Spoken(structure(Source("t", text))).all] == told


NAME = st.sampled_from(["Hale", "O'Dea", "S Marr", "J.P. Orde", "van der Lee", "Brandt (Pike 75)", "Ashe (capt)", "McAvoy", "Smith-Hay"])


@given(st.lists(NAME, min_size=5, max_size=15), st.sampled_from([", ", "; "]), st.sampled_from(["", "Orle: "]))
def test_a_row_of_players_is_a_lineup(players: list[str], between: str, team: str) -> None:
    text = f"The match was lost by a goal. Nobody wept.\n\n{team}{between.join(players)}.\n\nHale, who scored, was sorry, and so were Ashe, Orde and the coach.\n"
    document = structure(Source("t", text))
    assert all(in_lineup(document, Span(at, at + len(name))) for name in {p.split(" (")[0] for p in players} for at in [text.index(name, 44)])
    assert not in_lineup(document, Span(text.rindex("Ashe"), text.rindex("Ashe") + 4))
