"""One article as other programs write it: every reader finds the same in it, and each Word file gets its comments at the words."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from test_pages import comments

TOP = Path(__file__).parent.parent
OTHERS = TOP / "tests/data/others"
CHECK = str(Path(sys.executable).with_name("check"))
FILES = sorted(p.name for p in OTHERS.iterdir() if p.name != "README.md")


def found(path: Path, words: tuple[str, ...] = ("--date", "2024-09-12")) -> list[tuple[str, list[str]]]:
    got = subprocess.run([CHECK, str(path), *words, "--format", "json", "--no-config"], capture_output=True, encoding="utf-8", check=False)
    findings: list[dict[str, Any]] = json.loads(got.stdout)["findings"]
    return sorted((f["rule"], [" ".join(e["text"].split()) for e in f["evidence"]]) for f in findings)


@pytest.fixture(scope="module")
def original() -> list[tuple[str, list[str]]]:
    return found(TOP / "examples/desk/bridge.md")


@pytest.mark.parametrize("name", FILES)
def test_the_same_is_found_whoever_wrote_the_file(name: str, original: list[tuple[str, list[str]]]) -> None:
    assert len(original) > 3
    assert found(OTHERS / name) == original


@pytest.mark.parametrize("name", [n for n in FILES if n.endswith((".html", ".md"))])
def test_every_place_is_in_the_file_itself(name: str) -> None:
    text = (OTHERS / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    got = subprocess.run([CHECK, str(OTHERS / name), "--format", "json", "--no-config"], capture_output=True, encoding="utf-8", check=False)
    for f in json.loads(got.stdout)["findings"]:
        for e in f["evidence"]:
            own = lines[e["line"] - 1:e["end_line"]]
            own[-1] = own[-1][:e["end_column"] - 1]
            own[0] = own[0][e["column"] - 1:]
            assert " ".join(" ".join(own).split()) == " ".join(e["text"].split())


@pytest.mark.parametrize("name", [n for n in FILES if n.endswith(".docx")])
def test_a_word_file_of_another_program_gets_its_comments_and_keeps_the_rest(name: str, tmp_path: Path) -> None:
    import docx

    subprocess.run([CHECK, str(OTHERS / name), "--no-config", "-o", str(tmp_path / "a.docx")], capture_output=True, check=False)
    before, after = docx.Document(str(OTHERS / name)), docx.Document(str(tmp_path / "a.docx"))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    assert [(p.style.name if p.style else "") for p in before.paragraphs] == [(p.style.name if p.style else "") for p in after.paragraphs]
    marked = sorted(words for words, _ in comments(tmp_path / "a.docx"))
    assert marked == sorted(w for _, places in found(OTHERS / name, ()) for w in places)
    assert found(tmp_path / "a.docx") == found(OTHERS / name)
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as z:
        assert z.testzip() is None
