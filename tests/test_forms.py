"""The forms of report for programs: each as its reader wants it, with nothing of the article ever run."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

CHECK = str(Path(sys.executable).with_name("check"))
NASTY = ("The talks were led by Tomas Hallberg of the county.\n\n"
         "“We are close,” Hallburg said on Monday. ::error file=x::owned %0A <script>alert(1)</script> ]]> & \x1b[31mred\n\n"
         "=1+cmd|' /C calc'!A0 said said the the chair.\n")

# the schema of the standard (OASIS), as Microsoft's sarif-multitool 5.7.0 ships it, under the MIT licence
SARIF = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8-sig"))


def check(*args: str, cwd: Path) -> str:
    return subprocess.run([CHECK, *args], cwd=cwd, capture_output=True, check=False).stdout.decode()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "a nasty, file:1.txt").write_text(NASTY, encoding="utf-8")
    return folder


FILE = "a nasty, file:1.txt"


def sarif(desk: Path, *args: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(check(FILE, "--format", "sarif", *args, cwd=desk))
    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    return log


def test_sarif_has_rules_places_and_fingerprints(desk: Path) -> None:
    run = sarif(desk)["runs"][0]
    result = next(r for r in run["results"] if r["ruleId"] == "names/spelling")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "names/spelling"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20nasty%2C%20file%3A1.txt"
    assert place["region"] == {"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 25, "snippet": {"text": "Hallburg"}}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["check/v1"])


def test_sarif_tells_what_is_accepted_and_what_is_known(desk: Path) -> None:
    (desk / "b.txt").write_text("Tomas Hallberg came.\n\n<!-- check: ignore names: his own -->\nHallburg left.\n\nHe took the the chair.\n", encoding="utf-8")
    check("b.txt", "--baseline", "base.json", "--write-baseline", cwd=desk)
    log = json.loads(check("b.txt", "--baseline", "base.json", "--format", "sarif", cwd=desk))
    jsonschema.validate(log, SARIF)
    results = {r["ruleId"]: r for r in log["runs"][0]["results"]}
    (own,) = results["names/spelling"]["suppressions"]
    assert (own["kind"], own["justification"]) == ("inSource", "his own")
    assert own["location"]["physicalLocation"] == {"artifactLocation": {"uri": "b.txt"}, "region": {"startLine": 3}}
    assert results["structure/repeated"]["baselineState"] == "unchanged"
    assert [s["kind"] for s in results["structure/repeated"]["suppressions"]] == ["external"]


@pytest.mark.parametrize("file", ["b.txt.check.toml", "check.toml"])
def test_what_is_accepted_outside_the_article_is_external_in_sarif(desk: Path, file: str) -> None:
    (desk / "b.txt").write_text("Tomas Hallberg came.\n\nHallburg left.\n", encoding="utf-8")
    (desk / file).write_text('# the desk\n[[accept]]\nrule = "names/spelling"\nreason = "his own"\n', encoding="utf-8")
    log = json.loads(check("b.txt", "--format", "sarif", cwd=desk))
    jsonschema.validate(log, SARIF)
    (own,) = log["runs"][0]["results"][0]["suppressions"]
    assert (own["kind"], own["justification"]) == ("external", "his own")
    assert own["location"]["physicalLocation"] == {"artifactLocation": {"uri": file}, "region": {"startLine": 2}}


def test_github_annotations_cannot_be_forged(desk: Path) -> None:
    lines = check(FILE, "--format", "github", cwd=desk).splitlines()
    assert lines
    assert all(re.match(r"::(error|warning|notice) file=a nasty%2C file%3A1\.txt,line=\d+,", line) for line in lines)
    assert all("\x1b" not in line for line in lines)


def test_gitlab_has_what_gitlab_reads_and_unique_fingerprints(desk: Path) -> None:
    found = json.loads(check(FILE, "--format", "gitlab", cwd=desk))
    assert {tuple(sorted(f)) for f in found} == {("check_name", "description", "fingerprint", "location", "severity")}
    assert len({f["fingerprint"] for f in found}) == len(found) > 1
    assert all(f["severity"] in ("info", "minor", "major", "critical", "blocker") and f["location"]["lines"]["begin"] > 0 for f in found)


def test_junit_is_well_formed_whatever_the_article_holds(desk: Path) -> None:
    root = ElementTree.fromstring(check(FILE, "--format", "junit", "--level", "info", cwd=desk))
    suite = root[0]
    assert root.tag == "testsuites"
    assert int(suite.attrib["tests"]) == len(suite)
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) > 0
    assert "\x1b" not in ElementTree.tostring(root, encoding="unicode")


def test_an_article_without_findings_is_a_case_that_passed(desk: Path) -> None:
    (desk / "clean.txt").write_text("The ferry ran.\n", encoding="utf-8")
    assert [c.attrib["name"] for c in ElementTree.fromstring(check("clean.txt", "--format", "junit", cwd=desk))[0]] == ["consistent"]


def test_csv_runs_nothing_in_a_spreadsheet(desk: Path) -> None:
    (desk / "=cmd.txt").write_text(NASTY, encoding="utf-8")
    text = check("./=cmd.txt", FILE, "--format", "csv", cwd=desk)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert len({len(r) for r in rows}) == 1
    assert all(c[:1] not in tuple("=+-@\t\r") for r in rows for c in r)


@pytest.mark.parametrize(("words", "shown"), [
    ("=1+1", "'=1+1"), ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"), ("@SUM(A1)", "'@SUM(A1)"), (" =1+1", "' =1+1"),
    ("-5", "-5"), ("+12%", "+12%"), ("-1,200.50", "-1,200.50"), ("plain", "plain"), ("a\x1bb", "a\\x1bb"),
])
def test_a_cell_shows_and_never_runs(words: str, shown: str) -> None:
    from checker.report.shown import cell

    assert cell(words) == shown


@pytest.mark.parametrize(("name", "begins"), [("o.sarif", '{\n "$schema"'), ("o.csv", "\ufefffinding"), ("o.xml", "<?xml"), ("o.json", '{\n "schema"')])
def test_the_form_follows_the_name_of_the_output(desk: Path, name: str, begins: str) -> None:
    check(FILE, "-o", name, cwd=desk)
    assert (desk / name).read_text(encoding="utf-8").startswith(begins)


def test_an_unknown_form_is_told_with_the_nearest(desk: Path) -> None:
    done = subprocess.run([CHECK, FILE, "--format", "sarfi"], cwd=desk, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"did you mean sarif?" in done.stderr


def test_a_package_adds_a_form(desk: Path) -> None:
    info = desk / "plugin" / "mine-1.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text("[checker.reporters]\ncount = mine:report\n", encoding="utf-8")
    (desk / "plugin" / "mine.py").write_text("def report(run):\n    return f'{len(run.findings)} findings\\n'\n", encoding="utf-8")
    done = subprocess.run([CHECK, FILE, "--format", "count"], cwd=desk, capture_output=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(desk / "plugin")})
    assert re.fullmatch(rb"\d findings\n", done.stdout), done.stderr
