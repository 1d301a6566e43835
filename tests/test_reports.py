"""Golden reports: what the command prints for the example article, byte for byte.

After a wanted change: `check examples/council.txt --level info --format FORM > tests/golden/council.FORM`, likewise `check facts`, then read
the difference.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
CHECK = str(Path(sys.executable).with_name("check"))


def printed(*args: str) -> str:
    return subprocess.run([CHECK, *args], cwd=TOP, capture_output=True, check=False).stdout.decode()


@pytest.mark.parametrize("form", ["text", "table", "json"])
def test_findings_are_printed_as_before(form: str) -> None:
    assert printed("examples/council.txt", "--level", "info", "--format", form) == (TOP / f"tests/golden/council.{form}").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "json"])
def test_the_fact_checking_list_is_printed_as_before(form: str) -> None:
    with (TOP / f"tests/golden/facts.{form}").open(encoding="utf-8", newline="") as f:
        assert printed("facts", "examples/council.txt", "--format", form).replace("\r\n", "\n") == f.read().replace("\r\n", "\n")


def test_every_place_of_the_json_report_is_in_the_article() -> None:
    lines = (TOP / "examples/council.txt").read_text(encoding="utf-8").split("\n")
    findings = json.loads(printed("examples/council.txt", "--level", "info", "--format", "json"))["findings"]
    assert findings
    for e in (e for f in findings for e in f["evidence"] if e["line"] == e["end_line"]):
        assert lines[e["line"] - 1][e["column"] - 1:e["end_column"] - 1] == e["text"]


def test_a_fact_checker_can_tick_off_every_line() -> None:
    rows = list(csv.reader(io.StringIO(printed("facts", "examples/council.txt", "--format", "csv"), newline="")))
    heads = [r for r in rows if r[0] == "section"]
    assert len(heads) > 3
    assert all(r[-1] == "checked" for r in heads)
    assert all(r[-1] == "" for r in rows if r[0] != "section")
