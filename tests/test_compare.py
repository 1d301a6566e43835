"""The matrix: what is in a row, its order, and its five forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from test_cli import EXAMPLES, check

import checker
from checker.link.matrix import Matrix
from checker.report.matrix import render

PAIR = EXAMPLES / "sources"
NAMES = ("story.txt", "wire.txt", "radio.txt")


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return checker.compare([PAIR / n for n in NAMES])


def test_claims_are_rows_and_documents_are_columns(matrix: Matrix) -> None:
    dead = next(r for r in matrix.rows if r.kind == "dead")
    assert [c.text if c else None for c in dead.cells] == ["14 people", "12 people", "Twelve people"]
    assert [c.group for c in dead.cells if c] == [1, 0, 0]
    when = next(r for r in matrix.rows if r.kind == "when")
    assert [c.text if c else None for c in when.cells] == ["Tuesday", "Monday", None]


def test_what_differs_most_comes_first(matrix: Matrix) -> None:
    values = [r.values for r in matrix.rows]
    assert values == sorted(values, reverse=True)
    assert all(len(r.cells) == 3 for r in matrix.rows)


def test_forms(matrix: Matrix) -> None:
    assert "≠ 14 people" in render(matrix, "text")
    assert "| **≠ 14 people (3, Fire Chief Ruth Vance)** |" in render(matrix, "markdown")
    assert '<td class="odd">≠ 14 people<small>line 3, Fire Chief Ruth Vance</small></td>' in render(matrix, "html")
    rows = list(csv.reader(io.StringIO(render(matrix, "csv"))))
    assert rows[1][0] == "dead" and rows[1][3:] == ["14 people", "12 people", "Twelve people"]
    data = json.loads(render(matrix, "json"))
    assert data["schema"] == 1 and data["rows"][0]["cells"][0]["group"] == 1


def test_markup_and_formulas_in_copy_stay_text() -> None:
    table = checker.compare(["“=1+1 <script>alert(1)</script> is what he said to us,” Ruth Vance said."] * 2)
    assert "<script>" not in render(table, "html")
    assert "&lt;script>" in render(table, "markdown")


def test_the_form_follows_the_name_of_the_output(tmp_path: Path) -> None:
    got = check("compare", *(str(PAIR / n) for n in NAMES), "-o", str(tmp_path / "m.html"), cwd=tmp_path)
    assert got.returncode == 0 and got.stdout == ""
    assert (tmp_path / "m.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_one_document_is_no_comparison(tmp_path: Path) -> None:
    got = check("compare", str(PAIR / "story.txt"), "gone.txt", cwd=tmp_path)
    assert got.returncode == 2
    assert "gone.txt: no such file" in got.stderr and "name two or more" in got.stderr
    with pytest.raises(ValueError, match="two texts or more"):
        checker.compare(["one"])


def test_a_long_quotation_is_cut_to_where_it_differs() -> None:
    spoken = "Mayor Ruth Hallberg spoke in Eastham. “We will look at every valve under this street before {} of us sleeps another night,” Hallberg said."
    shown = render(checker.compare([spoken.format("any"), spoken.format("one")]), "text")
    assert "… street before any of us" in shown and "… street before one of us" in shown
