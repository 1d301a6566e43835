"""Living with it: accepted findings, baselines, changed lines, fixes, progress, stats, completions."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from checker import fixes
from checker.findings import Edit, Evidence, Finding, Fix
from checker.model import Span, Voice
from checker.sift.comments import WHOLE, read

CHECK = str(Path(sys.executable).with_name("check"))
ONE = "The talks were led by Tomas Hallberg of the county."
TWO = "“We are close,” Hallburg said on Monday."
SLIP = f"{ONE}\n\n{TWO}\n"
DOUBLED = "He took the the chair. It was cold in the hall that night.\n"


def check(*args: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CHECK, *args], cwd=cwd, capture_output=True, check=False, encoding="utf-8", env={**os.environ, **(env or {})})


def rules(cwd: Path, *args: str) -> list[str]:
    return [f["rule"] for f in json.loads(check(*args, "--format", "json", cwd=cwd).stdout)["findings"] if f["state"] == "new"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(SLIP, encoding="utf-8")
    (tmp_path / "d.txt").write_text(DOUBLED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("text", "reach"), [
    ("a\n\n<!-- check: ignore names: x -->\nb\nc\n\nd\n", (4, 5)),
    ("a\n\n<!-- check: ignore names: x -->\n\nb\nc\n", (5, 6)),
    ("a\nb <!-- check: ignore names: x -->\nc\n\nd\n", (1, 3)),
    ("a\nb\n<!-- check: ignore names: x -->\n\nd\n", (1, 3)),
    ("<p>a</p>\n<!-- check: ignore names: x -->\n<p>b\nc</p>\n<p>d</p>\n", (3, 4)),
    ("<p>a</p>\n<p>b <!-- check: ignore names: x --> c</p>\n<p>d</p>\n", (2, 2)),
    ("a\r\n\r\n<!-- check: ignore-file names:\r\n x y -->\r\n", (1, WHOLE)),
])
def test_a_comment_stands_for_its_paragraph_or_the_next(text: str, reach: tuple[int, int]) -> None:
    found, wrong = read(text)
    assert not wrong
    assert [(c.first, c.last) for c in found] == [reach]


@pytest.mark.parametrize(("comment", "told"), [
    ("<!-- check: ignore names/spelling -->", "gives no reason, so it is not followed"),
    ("<!-- check: ignore names/spelling:  -->", "gives no reason"),
    ("<!-- check: ignore : why -->", "names no rule"),
    ("<!-- check: ignroe names: why -->", "“check: ignroe” is not known"),
    ("<!-- check: ignore names/speling: why -->", "no rule of this name"),
    ("<!-- check: ignore time: why -->", "nothing to ignore any more"),
])
def test_a_comment_that_does_nothing_is_told(desk: Path, comment: str, told: str) -> None:
    (desk / "a.txt").write_text(f"{ONE}\n\n{comment}\n{TWO}\n", encoding="utf-8")
    got = check("a.txt", cwd=desk)
    assert got.returncode == 1
    assert got.stderr.startswith("check: a.txt:3: ")
    assert told in got.stderr


def test_a_comment_takes_the_finding_out(desk: Path) -> None:
    (desk / "a.txt").write_text(f"{ONE}\n\n<!-- check: ignore names/spelling: his own spelling -->\n{TWO}\n", encoding="utf-8")
    got = check("a.txt", cwd=desk)
    assert (got.returncode, got.stderr) == (0, "")
    assert "1 finding left out: accepted with a reason." in got.stdout
    found = json.loads(check("a.txt", "--format", "json", cwd=desk).stdout)["findings"]
    assert [(f["state"], f["facts"]["accepted"]) for f in found] == [("accepted", "his own spelling")]


def test_a_comment_for_a_rule_that_did_not_run_is_not_called_unused(desk: Path) -> None:
    (desk / "a.txt").write_text(f"{ONE}\n\n<!-- check: ignore names/spelling: his own -->\n{TWO}\n", encoding="utf-8")
    assert check("a.txt", "--select", "time", cwd=desk).stderr == ""


def test_a_million_open_comments_take_no_time() -> None:
    assert read("check: " + "<!-- " * 200_000) == ([], [])


def test_a_comment_sends_nothing_to_the_terminal(desk: Path) -> None:
    (desk / "a.txt").write_text(f"{ONE}\n\n<!-- check: ignore \x1b[31mred: why -->\n{TWO}\n", encoding="utf-8")
    assert "\x1b" not in check("a.txt", cwd=desk).stderr


def test_a_sidecar_accepts_and_is_told_when_it_is_stale(desk: Path) -> None:
    (desk / "a.txt.check.toml").write_text('[[accept]]\nrule = "names/spelling"\ntext = "Hallburg"\nreason = "his own"\n', encoding="utf-8")
    assert check("a.txt", cwd=desk).returncode == 0
    (desk / "a.txt").write_text(ONE + "\n", encoding="utf-8")
    assert "a.txt.check.toml:1: accepts names/spelling, but there is nothing to accept any more" in check("a.txt", cwd=desk).stderr
    (desk / "a.txt.check.toml").write_text('date = 2020-01-01\n', encoding="utf-8")
    got = check("a.txt", cwd=desk)
    assert got.returncode == 2
    assert "a.txt.check.toml:1: unknown key “date”" in got.stderr


def test_the_configuration_accepts(desk: Path) -> None:
    (desk / "check.toml").write_text('[[accept]]\nrule = "names"\npath = "a.txt"\ntext = "hallburg"\nreason = "his own"\n', encoding="utf-8")
    assert check("a.txt", cwd=desk).returncode == 0
    (desk / "b.txt").write_text(SLIP, encoding="utf-8")
    assert check("b.txt", cwd=desk).returncode == 1


def test_a_baseline_survives_edits_elsewhere(desk: Path) -> None:
    assert check("a.txt", "d.txt", "--baseline", "base.json", "--write-baseline", cwd=desk).returncode == 0
    assert rules(desk, "a.txt", "d.txt", "--baseline", "base.json") == []
    (desk / "a.txt").write_text(f"A new first paragraph stands here.\n\n{SLIP}\nAnd and the the last one.\n", encoding="utf-8")
    assert set(rules(desk, "a.txt", "d.txt", "--baseline", "base.json")) == {"structure/repeated"}
    (desk / "sub").mkdir()
    assert rules(desk / "sub", "../d.txt", "--baseline", "../base.json") == []
    got = check("d.txt", "--baseline", "base.json", cwd=desk)
    assert "1 finding left out: known by base.json, which has 1 more that did not occur." in got.stdout


@pytest.mark.parametrize(("text", "told"), [
    (None, "no such baseline; make it with --baseline base.json --write-baseline"),
    ("{", "base.json:1: is no baseline"),
    ("[]", "is no baseline"),
    ('{"baseline": 2, "findings": []}', "is a baseline of version 2, this program reads version 1"),
    ('{"baseline": 1, "findings": 3}', "“findings” is no list"),
    ('{"baseline": 1, "findings": [{"path": "x"}]}', "finding 1 lacks “path” or “fingerprint”"),
    ("[" * 100_000, "is no baseline"),
])
def test_a_bad_baseline_is_told(desk: Path, text: str | None, told: str) -> None:
    if text is not None:
        (desk / "base.json").write_text(text, encoding="utf-8")
    got = check("a.txt", "--baseline", "base.json", cwd=desk)
    assert (got.returncode, got.stdout) == (2, "")
    assert told in got.stderr
    assert len(got.stderr.splitlines()) == 1


def git(cwd: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e@example.org", *words], cwd=cwd, check=True, capture_output=True)


def test_diff_keeps_what_touches_changed_lines(desk: Path) -> None:
    (desk / "müll eimer.txt").write_text(SLIP, encoding="utf-8")
    git(desk, "init", "-q")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "x")
    assert rules(desk, "a.txt", "d.txt", "müll eimer.txt", "--diff", "HEAD") == []
    (desk / "d.txt").write_text(DOUBLED + "\nHe he left.\n\nShe said of of it.\n", encoding="utf-8")
    (desk / "müll eimer.txt").write_text(SLIP.replace("Monday", "Tuesday"), encoding="utf-8")
    (desk / "new.txt").write_text(DOUBLED, encoding="utf-8")
    found = json.loads(check("a.txt", "d.txt", "müll eimer.txt", "new.txt", "--diff", "HEAD", "--format", "json", cwd=desk).stdout)["findings"]
    assert {(f["evidence"][0]["path"], f["evidence"][0]["line"]) for f in found} == {("d.txt", 3), ("d.txt", 5), ("müll eimer.txt", 3), ("new.txt", 1)}


@pytest.mark.parametrize("revision", ["nosuch", "--output=x", "HEAD~99"])
def test_a_revision_that_git_does_not_know_is_told(desk: Path, revision: str) -> None:
    git(desk, "init", "-q")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "x")
    got = check("a.txt", f"--diff={revision}", cwd=desk)
    assert got.returncode == 2
    assert "git knows no such revision here" in got.stderr
    assert not (desk / "x").exists()


def test_diff_outside_of_a_repository_is_told(desk: Path) -> None:
    got = check("a.txt", "--diff", "HEAD", cwd=desk, env={"GIT_CEILING_DIRECTORIES": str(desk.parent)})
    assert got.returncode == 2
    assert "is in no git repository" in got.stderr


def test_safe_fixes_and_a_second_run_finds_nothing_to_fix(desk: Path) -> None:
    (desk / "m.txt").write_bytes('\ufeffHe said “no” and “yes”.\r\nShe said "to the the end". It’s so. It\'s not. It’s.\r\n'.encode())
    os.chmod(desk / "m.txt", 0o640)
    got = check("m.txt", "--fix", cwd=desk)
    assert "fixed 3 findings in 1 file" in got.stderr
    assert (desk / "m.txt").read_bytes().decode() == '\ufeffHe said “no” and “yes”.\r\nShe said “to the end”. It’s so. It’s not. It’s.\r\n'
    assert (desk / "m.txt").stat().st_mode & 0o777 == 0o640
    assert "nothing to fix" in check("m.txt", "--fix", cwd=desk).stderr
    assert not list(desk.glob("*.part*"))


def test_other_fixes_only_when_asked_for(desk: Path) -> None:
    (desk / "t.txt").write_text("The cease-fire held. The cease-fire ended. A ceasefire is a hope.\n", encoding="utf-8")
    assert "nothing to fix" in check("t.txt", "--fix", cwd=desk).stderr
    check("t.txt", "--fix", "--unsafe", cwd=desk)
    assert (desk / "t.txt").read_text(encoding="utf-8") == "The cease-fire held. The cease-fire ended. A cease-fire is a hope.\n"


def test_fixes_are_shown_as_a_diff_that_patches(desk: Path) -> None:
    got = check("d.txt", "--show-fixes", cwd=desk)
    assert got.returncode == 1
    assert (desk / "d.txt").read_text(encoding="utf-8") == DOUBLED
    subprocess.run(["git", "apply", "-p0", "-"], cwd=desk, input=got.stdout.encode(), check=True)
    assert (desk / "d.txt").read_text(encoding="utf-8") == DOUBLED.replace("the the", "the")
    assert check("d.txt", "--show-fixes", cwd=desk).returncode == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_stays(desk: Path, encoding: str) -> None:
    text = "The café took the the chair.\n"
    (desk / "e.txt").write_bytes(text.encode(encoding))
    check("e.txt", "--fix", cwd=desk)
    assert (desk / "e.txt").read_bytes() == text.replace("the the", "the").encode(encoding)


def test_an_accepted_finding_is_not_fixed(desk: Path) -> None:
    text = "He took the the chair. <!-- check: ignore structure/repeated: a stammer -->\n"
    (desk / "d.txt").write_text(text, encoding="utf-8")
    check("d.txt", "--fix", cwd=desk)
    assert (desk / "d.txt").read_text(encoding="utf-8") == text


def finding(path: str, start: int, end: int, words: str) -> Finding:
    return Finding("x/y", "error", "m", (Evidence(path, 1, 1, 1, 2, "", Voice()),), {}, Fix((Edit(path, Span(start, end), words),), True, ""))


def test_the_original_stays_whole_on_any_failure(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(desk / "d.txt")
    (change,), trouble = fixes.changes([finding(path, 0, 2, "She"), finding(path, 1, 3, "x")])
    assert (change.settled, trouble) == (1, [])  # the second overlaps

    def fails(*args: object) -> None:
        raise OSError(28, "No space left on device")
    for name in ("replace", "fsync"):
        with monkeypatch.context() as m:
            m.setattr(os, name, fails)
            assert "was left as it is: No space left" in fixes.apply(change)
        assert (desk / "d.txt").read_text(encoding="utf-8") == DOUBLED
        assert not list(desk.glob("*.part*"))
    (desk / "d.txt").write_text("Other words.\n", encoding="utf-8")
    assert "it changed while it was being checked" in fixes.apply(change)
    assert (desk / "d.txt").read_text(encoding="utf-8") == "Other words.\n"


def test_a_mark_that_the_encoding_lacks_leaves_the_file(desk: Path) -> None:
    (desk / "w.txt").write_bytes("café\n".encode("cp1252"))
    (change,), _ = fixes.changes([finding(str(desk / "w.txt"), 0, 1, "č")])
    assert "does not fit the file's encoding" in fixes.apply(change)
    assert (desk / "w.txt").read_bytes() == "café\n".encode("cp1252")


def test_a_link_stays_a_link(desk: Path) -> None:
    (desk / "link.txt").symlink_to("d.txt")
    check("link.txt", "--fix", cwd=desk)
    assert (desk / "link.txt").is_symlink()
    assert "the the" not in (desk / "d.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("args", "told"), [
    (["--unsafe"], "needs --fix or --show-fixes"),
    (["--write-baseline"], "name it with --baseline FILE"),
    (["--fix", "--baseline", "b", "--write-baseline"], "one after the other"),
    (["--baseline", "a.txt", "--write-baseline"], "is one of the files that are read"),
    (["--baseline", "no/b.json", "--write-baseline"], "--baseline no/b.json: cannot be written there"),
    (["--against", "d.txt", "--output", "d.txt"], "--output d.txt: is one of the files that are read"),
    (["--baseline", "d.txt", "--output", "d.txt"], "--output d.txt: is one of the files that are read"),
    (["--config", "nosuch.toml"], "--config nosuch.toml: no such file"),
])
def test_options_that_do_not_go_together_are_told(desk: Path, args: list[str], told: str) -> None:
    got = check("a.txt", *args, cwd=desk)
    assert got.returncode == 2
    assert told in got.stderr
    assert (desk / "a.txt").read_text(encoding="utf-8") == SLIP


def test_stats_tell_stages_and_rules(desk: Path) -> None:
    got = check("a.txt", "--stats", cwd=desk)
    assert "1 article, 16 words" in got.stderr or "1 article, 17 words" in got.stderr
    assert {"stage", "extract", "link", "rule", "names/spelling"} <= {line.split()[0] for line in got.stderr.splitlines() if line}
    assert got.stdout == check("a.txt", cwd=desk).stdout


def test_the_bar_is_for_terminals_and_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    from checker import progress

    main, side = pty.openpty()
    with os.fdopen(side, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setattr(progress, "_AFTER", -1)
        monkeypatch.setattr(progress, "_EVERY", -1)
        assert list(progress.shown(iter(range(4)), 4)) == [0, 1, 2, 3]
    read = b""
    while not read.endswith(b"\x1b[K"):  # a terminal hands over what it has, which may be less than was written
        read += os.read(main, 10_000)
    os.close(main)
    shown = read.decode()
    assert "2 of 4 articles" in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(desk: Path, shell: str) -> None:
    assert "_CHECK_COMPLETE" in check("completion", shell, cwd=desk).stdout
    env = {"_CHECK_COMPLETE": f"{shell}_complete", "COMP_WORDS": "check expl", "COMP_CWORD": "expl" if shell == "fish" else "1"}
    assert "explain" in check(cwd=desk, env=env).stdout


@pytest.mark.parametrize(("words", "offered"), [
    ("check --fo", "plain,--format"), ("check a", "file,a"), ("check a.txt --format sar", "plain,sarif"), ("check a.txt b", "file,b"),
    ("check explain names/sp", "plain,names/spelling"), ("check a.txt --level w", "plain,warning"),
])
def test_completions(desk: Path, words: str, offered: str) -> None:
    env = {"_CHECK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert offered in check(cwd=desk, env=env).stdout.splitlines()


def test_a_form_that_the_house_settles_is_fixed(desk: Path) -> None:
    (desk / "house.toml").write_text('[names]\n"Tomas Hallberg" = ["Hallburg"]\n[terms]\n"ceasefire" = ["cease-fire"]\n', encoding="utf-8")
    (desk / "a.txt").write_text(f"{SLIP}\nCease-fire talks go on. The cease-fire holds.\n", encoding="utf-8")
    check("a.txt", "--house", "house.toml", "--fix", cwd=desk)
    assert (desk / "a.txt").read_text(encoding="utf-8") == SLIP.replace("Hallburg", "Hallberg") + "\nCeasefire talks go on. The ceasefire holds.\n"
