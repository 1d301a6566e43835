"""An article against its sources: what is linked, what is flagged, who says it, and what is said of bad input."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from test_cli import EXAMPLES, check

import checker
from checker import engine, rulebook
from checker.read.source import Source

FIRE = "The fire at the paint works on Mill Street killed {} people on {}, Mayor Ruth Vance said at the town hall."
PAIR = EXAMPLES / "sources"


def told(text: str, *sources: str, level: str = "warning") -> list[tuple[str, tuple[str, ...]]]:
    found = checker.check(text, against=sources)
    return [(f.rule, tuple(" ".join(e.text.split()) for e in f.evidence)) for f in found
            if f.rule.startswith("sources/") and (level == "info" or f.severity != "info")]


@pytest.mark.parametrize(("here", "there"), [
    ("14", "fourteen"), ("about 40", "41"), ("more than 40", "70"), ("nearly 3,000", "2,960"), ("at least 12", "14"), ("14", "14")])
def test_figures_that_can_both_be_right(here: str, there: str) -> None:
    assert told(FIRE.format(here, "Monday"), FIRE.format(there, "Monday")) == []


@pytest.mark.parametrize(("here", "there"), [("14", "41"), ("14", "15"), ("more than 60", "55"), ("3,000", "3,200"), ("fewer than 10", "12")])
def test_figures_of_one_slot_that_cannot(here: str, there: str) -> None:
    found = told(FIRE.format(here, "Monday"), FIRE.format(there, "Monday"))
    assert [rule for rule, _ in found] == ["sources/figure"]


def test_one_claim_in_other_words_is_a_warning() -> None:
    article = "Twelve people were killed when the ferry Alma sank off Cape Holm, the coast guard said."
    source = "The sinking of the ferry Alma off Cape Holm killed 15 people, according to the coast guard."
    found = [f for f in checker.check(article, against=[source]) if f.rule == "sources/figure"]
    assert [f.severity for f in found] == ["warning"]
    assert found[0].evidence[1].path == "source 1"


def test_other_things_in_another_story_are_left_alone() -> None:
    assert told("The dam lost 12 per cent of its water.", "Sales of bread rose 15 per cent in spring.") == []


def test_evidence_names_document_line_and_voice_on_both_sides() -> None:
    got = check("story.txt", "--against", "wire.txt", "--format", "json", cwd=PAIR)
    report = json.loads(got.stdout)
    figure = next(f for f in report["findings"] if f["rule"] == "sources/figure")
    assert [(e["path"], e["line"], e["voice"]["name"]) for e in figure["evidence"]] == [
        ("story.txt", 3, "Fire Chief Ruth Vance"), ("wire.txt", 3, "Fire Chief Ruth Vance")]
    assert report["sources"][0]["path"] == "wire.txt" and report["sources"][0]["same_story"] is True


def test_the_report_tells_how_many_sources_are_about_the_story(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Bread is dearer. The price of rye rose in spring, millers said.\n", encoding="utf-8")
    got = check(str(PAIR / "story.txt"), "--against", str(PAIR / "wire.txt"), "--against", str(tmp_path / "other.txt"), cwd=tmp_path)
    assert "1 of 2 sources are about this story:" in got.stdout
    assert "other.txt: covers" in got.stdout and "another story" in got.stdout


def test_folders_patterns_and_standard_input_are_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE.format(14, "Monday"), encoding="utf-8")
    (tmp_path / "wires").mkdir()
    (tmp_path / "wires" / "one.txt").write_text(FIRE.format(41, "Monday"), encoding="utf-8")
    for source in ("wires", "wires/*.txt"):
        assert "sources/figure" in check("a.txt", "--against", source, cwd=tmp_path).stdout
    assert "in -:" in check("a.txt", "--against", "-", cwd=tmp_path, stdin=FIRE.format(41, "Monday").encode()).stdout


def test_a_newer_document_is_an_update(tmp_path: Path) -> None:
    (tmp_path / "nine.txt").write_text(FIRE.format(12, "Monday"), encoding="utf-8")
    (tmp_path / "noon.txt").write_text(FIRE.format(15, "Monday"), encoding="utf-8")
    got = check("nine.txt", "--against", "noon.txt", "--date", "nine.txt=2014-03-03T09:00", "--date", "noon.txt=2014-03-03T12:00", cwd=tmp_path)
    assert "warning" in got.stdout and "a newer figure stands in noon.txt" in got.stdout
    assert got.returncode == 0


def test_a_date_line_orders_documents_too() -> None:
    article = "Fire at paint works\n\nMarch 3, 2014\n\n" + FIRE.format(12, "Monday")
    source = "Fire at paint works\n\nMarch 4, 2014\n\n" + FIRE.format(15, "Monday")
    found = next(f for f in checker.check(article, against=[source]) if f.rule == "sources/figure")
    assert "a newer figure stands in source 1 (2014-03-04, this one 2014-03-03)" in found.message


def test_the_outlier_says_how_many_stand_against_it() -> None:
    found = [f for f in checker.check(FIRE.format(14, "Monday"), against=[FIRE.format(n, "Monday") for n in (14, 16, 14)]) if f.rule == "sources/outlier"]
    assert [(f.evidence[0].path, f.message.split(",")[0]) for f in found] == [("source 2", "“16 people” here stands against 3 others")]


def test_what_no_source_has_is_info_and_a_warning_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE.format(14, "Monday") + " The works stood for 96 years.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(FIRE.format(14, "Monday"), encoding="utf-8")
    assert "96 years" not in check("a.txt", "--against", "b.txt", cwd=tmp_path).stdout
    assert "warning: the figure “96 years” has no counterpart" in check("a.txt", "--against", "b.txt", "--strict-sources", cwd=tmp_path).stdout


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    args = [str(PAIR / "story.txt"), "--against", str(PAIR), "--level", "info"]
    runs = {check(*args, cwd=tmp_path, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2", "3")}
    assert len(runs) == 1


@pytest.mark.parametrize(("name", "data", "told_of"), [
    ("gone.txt", None, "no such file"),
    ("empty.txt", b"", "is empty; name the file"),
    ("pdf.txt", b"%PDF-1.4 x", "is a PDF"),
    ("german.txt", ("Der Brand in der Fabrik an der Hauptstrasse hat am Montag vierzehn Menschen das Leben gekostet. " * 6).encode(), "not to be in English"),
    ("copy.txt", FIRE.format(14, "Monday").encode(), "is the article itself"),
])
def test_a_source_that_cannot_serve_is_told_and_the_rest_is_checked(tmp_path: Path, name: str, data: bytes | None, told_of: str) -> None:
    (tmp_path / "a.txt").write_text(FIRE.format(14, "Monday"), encoding="utf-8")
    (tmp_path / "good.txt").write_text(FIRE.format(41, "Monday"), encoding="utf-8")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    got = check("a.txt", "--against", name, "--against", "good.txt", cwd=tmp_path)
    assert got.returncode == 2
    assert got.stderr.startswith(f"check: {name}: ") and told_of in got.stderr
    assert "sources/figure" in got.stdout


def test_a_source_that_contradicts_itself_is_told_and_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE.format(14, "Monday"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(FIRE.format(14, "Monday") + " Tomas Hallberg ran the works. Hallburg was abroad.", encoding="utf-8")
    got = check("a.txt", "--against", "b.txt", cwd=tmp_path)
    assert got.returncode == 2 and "1 of 1 source is about this story" in got.stdout
    assert "b.txt: contradicts itself: “Hallburg” in line 1" in got.stderr


def test_a_source_that_stands_alone_is_reported_by_the_command(tmp_path: Path) -> None:
    """The finding begins in the source, and is one of the article's all the same."""
    (tmp_path / "a.txt").write_text(FIRE.format(14, "Monday"), encoding="utf-8")
    for n, dead in enumerate((14, 16, 14)):
        (tmp_path / f"s{n}.txt").write_text(FIRE.format(dead, "Monday") + f" It was fire {n + 2} of the year.", encoding="utf-8")
    got = check("a.txt", "--against", "s0.txt", "--against", "s1.txt", "--against", "s2.txt", cwd=tmp_path)
    assert "[sources/outlier]" in got.stdout and "s1.txt:" in got.stdout and got.returncode == 0


def test_a_date_for_no_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE.format(14, "Monday"), encoding="utf-8")
    got = check("a.txt", "--date", "b.txt=2014-03-03", cwd=tmp_path)
    assert got.returncode == 2 and "no such document in this run" in got.stderr


def test_a_run_without_sources_does_not_load_what_compares_them() -> None:
    assert {r.id.split("/")[0] for r in rulebook.builtin(False, rulebook.ACROSS)}.isdisjoint(rulebook.ACROSS)
    import subprocess
    import sys

    script = "import sys, checker; checker.check('It was 3 of 5.'); print([m for m in sys.modules if 'across' in m or 'sources' in m or 'house' in m])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_time_grows_with_the_number_of_sources() -> None:
    text = "\n".join(FIRE.format(n, "Monday").replace("Mill Street", f"Lane {n}") for n in range(20, 60))
    rules = [r for r in rulebook.builtin(False) if r.id.startswith("sources/")]

    def seconds(count: int) -> float:
        sources = [engine.analyse(Source(f"s{i}", text.replace("works", f"works {i}"), role="source")) for i in range(count)]
        start = time.process_time()
        engine.check_against(Source("a", text), sources, rules)
        return time.process_time() - start
    assert seconds(32) < 8 * 2 * max(seconds(4), 0.05)
