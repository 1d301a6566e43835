"""What is found without a pattern over the text is what the pattern finds: words, digits, runs of capitalised words, marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extract import names
from checker.model import Name
from checker.read.source import Source
from checker.structure import quotes, structure
from checker.structure.document import Document
from checker.structure.words import digits, places

_SLOW_RUN = re.compile(r"(?<![\w’'-])(?:[A-ZÀ-ÞĀ-Ž]\w*|[a-z](?=[A-ZÀ-ÞĀ-Ž])\w+|(?:al|el|d)(?=[-’'][A-ZÀ-ÞĀ-Ž]))(?:[-’']\w+)*")
_WORDS = frozenset({"said", "Said", "one"})
_TEXTS = st.lists(st.sampled_from(["said", "Said", "one", "someone", "é", "½", "7", "20", "٣", "1,5", " ", "-", "’", "_", "\n"]), max_size=16).map("".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_words_and_digits_stand_where_a_pattern_finds_them(text: str) -> None:
    assert places(text, _WORDS) == [(*m.span(), m.group()) for m in re.finditer("[A-Za-z]+", text) if m.group() in _WORDS]
    assert list(digits(text)) == [m.span() for m in re.finditer(r"\d+", text)]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["al-", "el’", "d'", "Bel", "a", "iP", "É", "é", "ł", "—", "-", "'", "_", "1", ".", ",", "\n"]), max_size=14).map("".join))
def test_a_run_begins_where_a_look_at_every_letter_finds_it(text: str) -> None:
    found = []
    for m in names._RUN.finditer(text):
        found.append(names._begins(text, m.start()) if m.lastindex else m.start())
    assert found == [m.start() for m in _SLOW_RUN.finditer(text)]
    if (plain := names._plain(structure(Source("t.txt", text)))) is not None:
        assert [m.span() for m in names._PLAIN_RUN.finditer(plain)] == [m.span() for m in names._RUN.finditer(text)]


_SPEECH = st.lists(st.sampled_from(["“", "”", '"', "It rains", "the mayor", "Ana Corvi", " said", " told", "he", " that ", "according to ", "Borin", ",", ". ", "\n\n"]),
                   max_size=24).map("".join)


@settings(max_examples=300, deadline=None)
@given(_SPEECH)
def test_who_speaks_at_one_place_is_who_speaks_there_in_the_whole(text: str) -> None:
    whole = structure(Source("a.txt", text))
    assert [whole.voice_of(i) for i in range(len(whole.quoted))] == [q.voice for q in whole.quotations]
    for at in range(len(text)):
        assert structure(Source("a.txt", text)).voice_at(at) == whole.voice_at(at)


@pytest.mark.parametrize(("text", "wanted"), [
    ("We met the Belmar's board.", [(("Belmar",), True)]),
    ("We went to Belmar’s. It rained.", [(("Belmar",), True)]),
    ("We asked the Ostrava Gazette in Monday Street.", [(("Ostrava", "Gazette"), False), (("Street",), False)]),
    ("We saw Mayor Ines Calder's Harbour Board there.", [(("Ines", "Calder"), True), (("Harbour", "Board"), False)]),
    ("We heard d'Arcy and al-Amin Teller sing.", [(("d'Arcy",), False), (("al-Amin", "Teller"), False)])])
def test_names_of_one_word_and_of_several(text: str, wanted: list[tuple[tuple[str, ...], bool]]) -> None:
    found = [m.value for m in names.extract(structure(Source("a.txt", text))) if isinstance(m.value, Name)]
    assert [(n.parts, n.possessive) for n in found] == wanted


_BLANKS = st.lists(st.sampled_from([*"a-'’é \n\t\u00a0\u2003\u3000\x1c?", "--", "''"]), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(_BLANKS)
def test_plain_words_lose_the_marks_at_their_edges_and_words_are_counted_at_white_space(text: str) -> None:
    document = Document(Source("a.txt", text), (), (), ())
    plain = "".join(c.lower() if c.isalnum() and c < "\u0100" or c in "'-" else " " for c in text.replace("’", "'"))
    for edge in ("--", "''", " -", "- ", " '", "' "):
        plain = plain.replace(edge, "  ")
    assert (document.plain, document.words) == (plain, len(text.split()))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "a", "1", " ", ".", "—", "\n\n"]), max_size=14).map("".join))
def test_quotations_of_paired_marks_are_those_of_the_full_reading(text: str) -> None:
    cut = structure(Source("a.txt", text)).zones
    found = quotes.quotations(text, cut)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotes, "_pairs", lambda *_: None)
        assert quotes.quotations(text, cut) == found


def test_no_name_is_given_twice_at_the_head_of_a_module() -> None:
    """A second set of words under the name of a first would take its place without a word from any linter."""
    import ast
    from collections import Counter
    from pathlib import Path

    import checker

    for path in Path(checker.__file__).parent.rglob("*.py"):
        given = Counter(target.id for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign)
                        for target in node.targets if isinstance(target, ast.Name))
        assert [name for name, times in given.items() if times > 1] == [], path
