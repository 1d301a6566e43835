"""Captions against the body: what the sentence that says the same has otherwise is told; what is borne out, or said of another thing, is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import engine, rulebook
from checker.read import readers
from checker.read.source import Source

RULE = [r for r in rulebook.builtin(False) if r.id == "structure/caption"]
BODY = """
The harbour board voted on Tuesday in Marsh Row to close the northern quay to fishing boats from June 14, its chairwoman said after the meeting.

Boat owners accepted the vote and left the hall. Republican members of the board blamed the governor, who has not signed the fishing bill, for the closed quay.
"""


def found(caption: str, body: str = BODY) -> list[tuple[str, ...]]:
    findings = engine.check_source(Source("t", f"Quarrel at the harbour\n\n{caption}\n{body}"), RULE).findings
    return [tuple(e.text for e in f.evidence) for f in findings]


@pytest.mark.parametrize(("caption", "pair"), [
    ("The harbour board voted on Monday to close the northern quay", ("Monday", "Tuesday")),
    ("The harbour board voted in Osk Hill to close the northern quay", ("Osk Hill", "Marsh Row")),
    ("The harbour board voted to open the northern quay to fishing boats", ("open", "close")),
    ("The northern quay is closed to fishing boats from June 4", ("June 4", "June 14")),
    ("Democratic members of the board blamed the governor for the closed quay", ("Democratic", "Republican")),
    ("Boat owners refused the vote and left the hall", ("refused", "accepted")),
    ("The harbour board voted in Osk Hill to close the northern quay (Photo: Ruth Orwin)", ("Osk Hill", "Marsh Row")),
])
def test_what_the_body_has_otherwise(caption: str, pair: tuple[str, str]) -> None:
    assert found(caption) == [pair]


@pytest.mark.parametrize("caption", [
    "The harbour board voted on Tuesday to close the northern quay", "A fisherman mends his nets on Monday", "Boats wait in Osk Hill",
    "Will the board vote on Monday to close the northern quay?", "The board voted to close the northern quay to fishing boats", "The Board Voted In Osk Hill",
    "Democratic members of the board stayed away",
])
def test_what_it_bears_out_or_does_not_tell(caption: str) -> None:
    assert found(caption) == []


def test_a_text_of_captions_alone() -> None:
    assert found("The harbour board voted on Monday", "") == []


def test_a_picture_of_a_page(tmp_path: Path) -> None:
    picture = "<figure><figcaption>The harbour board voted on Monday to close the northern quay.</figcaption></figure>"
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><article><h1>Quarrel at the harbour</h1>{picture}<p>{BODY.strip()}</p></article></body></html>", encoding="utf-8")
    assert [tuple(e.text for e in f.evidence) for f in engine.check_source(readers.read(str(page)), RULE).findings] == [("Monday", "Tuesday")]
