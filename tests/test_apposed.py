"""Fragments set off behind a figure: where they begin and end, and what their words must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.data.restating import PACES, TIMES
from checker.model import Span
from checker.relate.apposed import fragment, restates

_WORDS = st.lists(st.sampled_from("a stretch of the lot which that makes in all lambs sold about".split()), max_size=5).map(" ".join)
_JOINTS = st.sampled_from([(", ", ","), (", ", "."), (" (", ")"), (" — ", " —"), (" -- ", "."), (" ", " "), (" (", ","), ("; ", ";")])


@given(_WORDS, _WORDS, _JOINTS, _WORDS)
def test_a_fragment_holds_its_figure_and_closes_as_it_opened(lead: str, tail: str, marks: tuple[str, str], rest: str) -> None:
    before = "from 1957 to 1964"
    head = f"{before}{marks[0]}{lead}{' ' if lead else ''}"
    text = f"{head}seven years{' ' if tail else ''}{tail}{marks[1]} {rest}"
    figure = Span(len(head), len(head) + len("seven years"))
    found = fragment(text, len(before), figure)
    opened, closed = marks[0].strip(), marks[1].strip()
    if opened in ("(", "—", "--", ",") and (opened != "(" or closed == ")"):
        assert found is not None
        assert found.span.start <= figure.start < figure.end <= found.span.end
        assert text[found.span.start:found.span.end] == f"{lead} seven years {tail}".strip()
        assert found.mark == {"(": "(", ",": ","}.get(opened, "-")
        assert found.tail == found.words[len(found.words) - len(found.tail):]
    else:
        assert found is None


@pytest.mark.parametrize(("said", "again"), [
    ("(a stretch of seven years)", True), (", dates that are seven years apart,", True), (" — the whole being seven years —", True), (", seven years from start to finish.", True),
    (", seven years after the flood,", False), (", he sold it for seven years,", False), (" (Ada lived there for seven years)", False), (", seven years of which were dry,", False),
    (", was shut for seven years,", False), ("; it took seven years,", False), (" (seven years", False)])
def test_words_of_measure_tell_again_and_others_do_not(said: str, again: bool) -> None:
    text = "from 1957 to 1964" + said
    at = text.index("seven years")
    found = fragment(text, len("from 1957 to 1964"), Span(at, at + len("seven years")))
    assert (found is not None and restates(found, TIMES)) is again


def test_what_it_is_of_is_no_word_of_measure() -> None:
    text = "$40 million over two years, $25 million of timber,"
    found = fragment(text, len("$40 million over two years"), Span(28, 39))
    assert found is not None
    assert not restates(found, PACES)
