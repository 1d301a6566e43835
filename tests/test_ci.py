"""The ways into CI, each tried as its host runs it, as far as a machine without that host can."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SLIP = "The talks were led by Tomas Hallberg of the county.\n\n“We are close,” Hallburg said on Monday.\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    (folder / "copy").mkdir(parents=True)
    (folder / "copy" / "slip.txt").write_text(SLIP, encoding="utf-8")
    (folder / "copy" / "clean one.txt").write_text("The ferry ran all winter.\n", encoding="utf-8")
    return folder


def run(*words: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(words, cwd=cwd, capture_output=True, check=False, encoding="utf-8", env={**os.environ, "PATH": path, **(env or {})})


def step(name: str, work: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """A step of the action, with the variables that its host sets and the expressions of its `env` filled in."""
    action = yaml.safe_load((TOP / ".github/action/action.yml").read_text(encoding="utf-8"))
    given = {k: inputs.get(k, v["default"]) for k, v in action["inputs"].items()}
    (chosen,) = [s for s in action["runs"]["steps"] if s["name"] == name]
    env = {}
    for key, value in chosen["env"].items():
        value = value.replace("${{ github.action_path }}", str(TOP / ".github/action"))
        for k, v in given.items():
            value = value.replace(f"${{{{ inputs.{k} }}}}", v)
        assert "${{" not in value
        env[key] = value
    assert "${{" not in chosen["run"], "an expression in a script lets a branch name become a command"
    files = {k: str(work.parent / k.lower()) for k in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_PATH")}
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", chosen["run"], cwd=work,
               env={**env, **files, "RUNNER_TEMP": str(work.parent), "GITHUB_ACTIONS": "true"})


def test_the_action_annotates_summarises_and_writes_sarif(work: Path) -> None:
    assert step("install", work).returncode == 0
    got = step("check", work, files="copy/slip.txt\ncopy/")
    assert got.returncode == 1
    assert got.stdout.startswith("::error file=copy/slip.txt,line=3,endLine=3,col=17,endColumn=24,title=names/spelling::")
    assert (work.parent / "github_output").read_text(encoding="utf-8") == "exit-code=1\n"
    summary = (work.parent / "github_step_summary").read_text(encoding="utf-8")
    assert "“Hallburg” here, “Hallberg” in line 1" in summary
    assert summary.count("``````````") == 2
    assert len(json.loads((work / "check.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1


def test_the_action_passes_and_names_of_files_run_nothing(work: Path) -> None:
    got = step("check", work, files="copy/", options="--ignore names", sarif="")
    assert (got.returncode, got.stdout) == (0, "")
    got = step("check", work, files="$(touch owned) `touch owned` ; touch owned")
    assert got.returncode == 2
    assert not list(work.rglob("owned"))


@pytest.mark.parametrize(("kind", "file"), [
    ("vendor.github-actions", ".github/action/action.yml"), ("vendor.github-workflows", "examples/ci/github-workflow.yml"),
    ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
])
def test_templates_fit_the_schemas_of_their_hosts(kind: str, file: str) -> None:
    got = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, *(["--data-transform", "gitlab-ci"] if "gitlab" in kind else []),
              str(TOP / file), cwd=TOP)
    assert got.returncode == 0, got.stdout + got.stderr


def test_the_commands_of_the_gitlab_job_do_what_it_reports(work: Path) -> None:
    job = yaml.safe_load((TOP / "examples/ci/gitlab-ci.yml").read_text(encoding="utf-8"))["check-copy"]
    codes = [run("sh", "-c", line, cwd=work, env=job["variables"]).returncode for line in job["script"] if not line.startswith("pip ")]
    assert codes == [0, 0, 1]
    for report in job["artifacts"]["reports"].values():
        assert (work / report).stat().st_size > 0


def test_hooks_fit_what_pre_commit_wants() -> None:
    got = run(sys.executable, "-m", "pre_commit", "validate-manifest", str(TOP / ".pre-commit-hooks.yaml"), cwd=TOP)
    assert got.returncode == 0, got.stdout
    got = run(sys.executable, "-m", "pre_commit", "validate-config", str(TOP / "examples/ci/pre-commit-config.yaml"), cwd=TOP)
    assert got.returncode == 0, got.stdout


@pytest.mark.skipif("CHECK_SLOW" not in os.environ, reason="makes an environment from the index: half a minute; set CHECK_SLOW to run it")
def test_pre_commit_runs_the_hook(work: Path) -> None:
    hooks = work.parent / "hooks"
    shutil.copytree(TOP, hooks, ignore=shutil.ignore_patterns(".venv", ".git", ".*_cache", "__pycache__"))
    who = ("-c", "user.name=n", "-c", "user.email=e@example.org")
    for folder in (hooks, work):
        for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "x"]):
            assert run("git", *words, cwd=folder).returncode == 0
    rev = run("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()
    (work / ".pre-commit-config.yaml").write_text(f"repos:\n  - repo: {hooks}\n    rev: {rev}\n    hooks:\n      - id: check\n", encoding="utf-8")
    run("git", "add", "-A", cwd=work)
    got = run(sys.executable, "-m", "pre_commit", "run", "--all-files", cwd=work, env={"PRE_COMMIT_HOME": str(work.parent / "home")})
    assert got.returncode == 1, got.stdout + got.stderr
    assert "slip.txt:3:17: error: “Hallburg” here" in got.stdout
    (work / "copy/slip.txt").write_text(SLIP.replace("Hallburg", "Hallberg"), encoding="utf-8")
    run("git", "add", "-A", cwd=work)
    got = run(sys.executable, "-m", "pre_commit", "run", "--all-files", cwd=work, env={"PRE_COMMIT_HOME": str(work.parent / "home")})
    assert got.returncode == 0, got.stdout
