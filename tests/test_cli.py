"""End to end through the installed command: reports, exit codes, bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHECK = str(Path(sys.executable).with_name("check"))
SLIP = "The talks were led by Tomas Hallberg of the county.\n\n“We are close,” Hallburg said on Monday.\n"
CLEAN = "The ferry ran all winter. Its owners said so on Monday.\n"
EXAMPLES = Path(__file__).parent.parent / "examples"


def check(*args: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([CHECK, *args], cwd=cwd, input=stdin, capture_output=True, env={**os.environ, **(env or {})}, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "slip.txt").write_text(SLIP, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def test_a_finding_shows_both_places_and_fails_the_run(desk: Path) -> None:
    got = check("slip.txt", cwd=desk)
    assert got.returncode == 1
    assert "slip.txt:3:17: error: “Hallburg” here, “Hallberg” in line 1" in got.stdout
    assert got.stdout.count("^^^^^^^^") == 2
    assert got.stdout.splitlines()[-1].startswith("slip.txt: 17 words; compared")
    assert got.stderr == ""


def test_silence_is_worth_something(desk: Path) -> None:
    got = check("clean.txt", cwd=desk)
    assert got.returncode == 0
    assert got.stdout.endswith("nothing found.\n")


@pytest.mark.parametrize(("args", "code"), [
    (["--fail-on", "never"], 0), (["--ignore", "names/*"], 0), (["--ignore", "names"], 0), (["--select", "time/*"], 0),
    (["--select", "names/spelling"], 1), (["--level", "error"], 1), (["--fail-on", "info"], 1),
])
def test_exit_codes(desk: Path, args: list[str], code: int) -> None:
    assert check("slip.txt", *args, cwd=desk).returncode == code


def test_json_is_the_contract_and_the_same_bytes_each_time(desk: Path) -> None:
    one = check("slip.txt", "--format", "json", cwd=desk)
    assert one.stdout == check("slip.txt", "--format", "json", cwd=desk).stdout
    report = json.loads(one.stdout)
    assert report["schema"] == 1
    assert report["documents"][0]["path"] == "slip.txt"
    finding = report["findings"][0]
    assert finding["rule"] == "names/spelling"
    here, there = finding["evidence"]
    assert (here["line"], here["column"], here["end_column"], here["text"]) == (3, 17, 25, "Hallburg")
    assert (there["line"], there["text"], there["voice"]) == (1, "Hallberg", {"kind": "article"})
    assert len(finding["fingerprint"]) == 16


def test_the_number_of_processes_changes_nothing(desk: Path) -> None:
    for i in range(6):
        (desk / f"a{i}.txt").write_text(SLIP.replace("county", f"county of {i}"), encoding="utf-8")
    assert check(".", "--format", "json", "--jobs", "2", cwd=desk).stdout == check(".", "--format", "json", "--jobs", "1", cwd=desk).stdout


def test_a_file_named_twice_is_checked_once(desk: Path) -> None:
    report = json.loads(check("slip.txt", "./slip.txt", ".", "*.txt", "--format", "json", cwd=desk).stdout)
    assert [d["path"] for d in report["documents"]] == ["slip.txt", "./clean.txt"]


def test_gitignored_files_are_left_out_of_folders(desk: Path) -> None:
    (desk / ".gitignore").write_text("clean.*\n", encoding="utf-8")
    report = json.loads(check(".", "--format", "json", cwd=desk).stdout)
    assert [d["path"] for d in report["documents"]] == ["./slip.txt"]


def test_standard_input_and_output_file(desk: Path) -> None:
    got = check("-", "--format", "json", "--output", "out.json", cwd=desk, stdin=SLIP.encode())
    assert (got.returncode, got.stdout) == (1, "")
    assert json.loads((desk / "out.json").read_text(encoding="utf-8"))["documents"][0]["path"] == "-"
    assert sorted(p.name for p in desk.iterdir()) == ["clean.txt", "out.json", "slip.txt"]


def test_no_colour_in_a_pipe(desk: Path) -> None:
    assert "\x1b" not in check("slip.txt", cwd=desk).stdout


def test_control_characters_of_the_article_are_shown_not_sent(desk: Path) -> None:
    (desk / "bad.txt").write_text("Then Tomas Hallberg \x1b[31mspoke. Later Tomas Hallburg \x07left.\n", encoding="utf-8")
    got = check("bad.txt", cwd=desk)
    assert "\x1b" not in got.stdout
    assert "\x07" not in got.stdout
    assert "\\x1b" in got.stdout


@pytest.mark.parametrize(("name", "data", "told"), [
    ("nosuch.txt", None, "no such file"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n", "is a picture"),
    ("paper.txt", b"%PDF-1.7", "is a PDF"),
    ("office.docx", b"PK\x03\x04", "is damaged; open it"),
    ("nul.txt", b"one\ntwo\0three\n", "line 2: holds a NUL byte"),
    ("codes.txt", b"caf\x81\xff\x8d", "neither UTF-8 nor Windows-1252"),
    ("half.txt", b"\xff\xfea", "is marked as utf-16 but is not"),
])
def test_a_bad_file_is_told_and_the_others_are_checked(desk: Path, name: str, data: bytes | None, told: str) -> None:
    if data is not None:
        (desk / name).write_bytes(data)
    got = check(name, "slip.txt", cwd=desk)
    assert got.returncode == 2
    assert got.stderr.startswith(f"check: {name}: ")
    assert told in got.stderr
    assert len(got.stderr.splitlines()) == 1
    assert "Hallburg" in got.stdout


@pytest.mark.parametrize(("data", "text"), [
    (b"\xef\xbb\xbf" + SLIP.encode(), "utf-8 with a mark"), (SLIP.encode("utf-16"), "utf-16"), (SLIP.encode("cp1252"), "cp1252"),
    (SLIP.replace("\n", "\r\n").encode(), "crlf"), (SLIP.replace("\n", "\r").encode(), "cr"),
])
def test_encodings_and_newlines(desk: Path, data: bytes, text: str) -> None:
    (desk / "a.txt").write_bytes(data)
    assert "a.txt:3:17: error" in check("a.txt", cwd=desk).stdout, text


@pytest.mark.parametrize(("args", "told"), [
    (["slip.txt", "--select", "names/speling"], "did you mean names/spelling?"),
    (["slip.txt", "--date", "2013-02-30"], "is no date; write it as 2013-12-05"),
    (["slip.txt", "--fromat", "json"], "--format"),
    (["slip.txt", "--output", "slip.txt"], "is one of the files that are read"),
    (["slip.txt", "--output", "nowhere/out.txt"], "cannot be written there"),
    (["slip.txt", "--rules", "norules"], "no rule in it"),
    (["explain", "names/spelin"], "did you mean names/spelling?"),
    (["emptyfolder"], "no text in this folder"),
    (["*.doc"], "no file fits this pattern"),
])
def test_bad_options_are_told_with_the_remedy(desk: Path, args: list[str], told: str) -> None:
    (desk / "emptyfolder").mkdir()
    got = check(*args, cwd=desk)
    assert got.returncode == 2
    assert told in got.stderr
    assert "Traceback" not in got.stderr
    assert (desk / "slip.txt").read_text(encoding="utf-8") == SLIP


def test_a_rule_file_with_a_typo_is_told_by_path_and_key(desk: Path) -> None:
    (desk / "mine").mkdir()
    (desk / "mine" / "one.toml").write_text('id = "mine/one"\ntitel = "x"\n', encoding="utf-8")
    got = check("slip.txt", "--rules", "mine", cwd=desk)
    assert got.returncode == 2
    assert "mine/one.toml: unknown key “titel”; did you mean “title”?" in got.stderr


def test_a_line_of_fifty_megabytes_is_refused_clearly(desk: Path) -> None:
    (desk / "long.txt").write_bytes(b"word " * 10_000_000)
    got = check("long.txt", "slip.txt", cwd=desk)
    assert got.returncode == 2
    assert "long.txt: line 1: is longer than" in got.stderr
    assert "Hallburg" in got.stdout


def test_a_closed_pipe_is_silent(desk: Path) -> None:
    for i in range(60):
        (desk / f"a{i}.txt").write_text(SLIP * 20, encoding="utf-8")
    with subprocess.Popen([CHECK, "."], cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
        assert p.stdout is not None
        p.stdout.read(10)
        p.stdout.close()
        assert p.stderr is not None
        assert p.stderr.read() == b""


def test_ctrl_c_exits_130(desk: Path) -> None:
    with subprocess.Popen([CHECK, "-"], cwd=desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as p:
        time.sleep(1.0)
        p.send_signal(signal.SIGINT)
        _, err = p.communicate()
    assert p.returncode == 130
    assert b"Traceback" not in err


def test_facts_lists_names_figures_and_speakers(desk: Path) -> None:
    got = check("facts", str(EXAMPLES / "council.txt"), cwd=desk)
    assert got.returncode == 0
    for words in ("Names (", "Ruth Okafor", "four-hour meeting", "1 EUR = 13", "does not fit", "Tomas Hallberg"):
        assert words in got.stdout


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
def test_facts_in_other_forms(desk: Path, form: str) -> None:
    got = check("facts", str(EXAMPLES / "council.txt"), "--format", form, cwd=desk)
    assert got.returncode == 0
    assert "Okafor" in got.stdout
    if form == "json":
        assert {s["section"] for s in json.loads(got.stdout)} >= {"Names", "Figures", "Amounts", "Quotations"}
    else:
        assert "checked" in got.stdout


def test_the_examples_show_what_they_were_written_to_show(desk: Path) -> None:
    report = json.loads(check(str(EXAMPLES / "council.txt"), str(EXAMPLES / "clean.txt"), "--format", "json", cwd=desk).stdout)
    found = {(Path(f["evidence"][0]["path"]).name, f["rule"]) for f in report["findings"]}
    assert found == {("council.txt", r) for r in ("money/conversion", "quotes/marks", "time/impossible", "numbers/total",
                                                  "numbers/quantity", "names/spelling")}


def test_help_fits_a_screen_and_starts_with_examples(desk: Path) -> None:
    lines = check("--help", cwd=desk).stdout.splitlines()
    assert len(lines) <= 42
    assert any("check article.txt" in line for line in lines[:8])


def test_rules_explain_and_test(desk: Path) -> None:
    assert "names/spelling" in check("rules", cwd=desk).stdout
    explained = check("explain", "names/spelling", cwd=desk).stdout
    assert "It stays silent on" in explained
    assert "→ “Hallburg” against “Hallberg”" in explained


def test_short_way_knows_the_subcommands() -> None:
    import click

    from checker import cli, commands

    assert set(commands.app.list_commands(click.Context(commands.app))) == cli.SUBCOMMANDS


def test_short_way_and_click_print_the_same(desk: Path) -> None:
    plain, full = check("slip.txt", "none.txt", cwd=desk), check("slip.txt", "none.txt", "--level", "warning", cwd=desk)
    assert (plain.returncode, plain.stdout, plain.stderr) == (full.returncode, full.stdout, full.stderr)
    assert plain.returncode == 2
