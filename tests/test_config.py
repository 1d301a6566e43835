"""check.toml: found upwards, every option, and what is said of a bad one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import jsonschema
import pytest

from checker.config import ConfigError
from checker.config.find import find
from checker.config.lines import index, line_of
from checker.config.read import load
from checker.config.settings import BY_KEY, COMMAND_LINE_ONLY, SETTINGS, schema

TOP = Path(__file__).parent.parent
CHECK = str(Path(sys.executable).with_name("check"))
SLIP = "The talks were led by Tomas Hallberg of the county.\n\n“We are close,” Hallburg said on Monday.\n"


def check(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CHECK, *args], cwd=cwd, capture_output=True, check=False, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "slip.txt").write_text(SLIP, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def configure(folder: Path, text: str, name: str = "check.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_the_nearest_configuration_above_the_article_is_found(desk: Path) -> None:
    configure(desk, 'fail-on = "never"\n')
    assert check("copy/slip.txt", cwd=desk).returncode == 0
    assert check("copy/*.txt", cwd=desk).returncode == 0
    assert check(str(desk / "copy/slip.txt"), cwd=Path("/")).returncode == 0
    configure(desk / "copy", 'fail-on = "error"\n')
    assert check("copy/slip.txt", cwd=desk).returncode == 1


def test_the_search_ends_at_the_repository(desk: Path) -> None:
    inner = desk / "inner"
    (inner / ".git").mkdir(parents=True)
    configure(desk, 'fail-on = "never"\n')
    assert find([str(inner)]) is None
    assert find([str(desk / "copy/slip.txt")]) == str(desk / "check.toml")


def test_pyproject_counts_only_with_its_section(desk: Path) -> None:
    configure(desk / "copy", '[project]\nname = "x"\n', "pyproject.toml")
    configure(desk, 'fail-on = "never"\n')
    assert check("copy/slip.txt", cwd=desk).returncode == 0
    configure(desk / "copy", '[tool.check]\nignore = "names"\nfail-on = "info"\n', "pyproject.toml")
    assert check("copy/slip.txt", cwd=desk).returncode == 0
    configure(desk / "copy", '[project]\nname = "x"\n\n[tool.check]\nlevle = "info"\n', "pyproject.toml")
    assert "pyproject.toml:5: unknown key “levle”; did you mean “level”?" in check("copy/slip.txt", cwd=desk).stderr


def test_the_command_line_wins(desk: Path) -> None:
    configure(desk, 'fail-on = "never"\nformat = "json"\n')
    assert check("copy/slip.txt", "--fail-on", "error", cwd=desk).returncode == 1
    assert check("copy/slip.txt", "--no-config", cwd=desk).returncode == 1
    assert check("copy/slip.txt", "--format", "text", cwd=desk).stdout.startswith("copy/slip.txt:3")
    json.loads(check("copy/slip.txt", cwd=desk).stdout)


def test_sections_hold_for_the_articles_that_fit(desk: Path) -> None:
    (desk / "wire").mkdir()
    (desk / "wire" / "slip.txt").write_text(SLIP, encoding="utf-8")
    configure(desk, '[[path]]\nmatch = "wire/**"\nignore = ["names/spelling"]\n')
    got = check("copy", "wire", "--format", "json", cwd=desk)
    assert [f["evidence"][0]["path"] for f in json.loads(got.stdout)["findings"]] == ["copy/slip.txt"]
    configure(desk, '[[path]]\nmatch = "wire/**"\nfail-on = "never"\nlevel = "error"\n')
    assert check("wire", cwd=desk).returncode == 0
    assert check("copy", cwd=desk).returncode == 1


def test_extends_is_the_base(desk: Path) -> None:
    configure(desk, 'fail-on = "never"\nlevel = "error"\n[rules."names/spelling"]\nseverity = "warning"\n', "house.toml")
    configure(desk / "copy", 'extends = "../house.toml"\nlevel = "warning"\n')
    got = check("config", "slip.txt", cwd=desk / "copy").stdout
    assert "../house.toml:1" in got
    assert "check.toml:2" in got
    assert "warning: “Hallburg”" in check("slip.txt", cwd=desk / "copy").stdout


def test_a_circle_of_extends_is_told(desk: Path) -> None:
    configure(desk, 'extends = "b.toml"\n', "a.toml")
    configure(desk, 'extends = "a.toml"\n', "b.toml")
    with pytest.raises(ConfigError, match="extends itself"):
        load(str(desk / "a.toml"))


def test_a_rule_takes_another_severity_and_other_parameters(desk: Path) -> None:
    configure(desk, '[rules."names/spelling"]\nseverity = "info"\n')
    assert check("copy/slip.txt", cwd=desk).returncode == 0
    configure(desk, '[rules."structure/repeated"]\nwords = "8"\n')
    assert "check.toml:1: [params] “words” is '8'; expected int" in check("copy/slip.txt", cwd=desk).stderr
    configure(desk, '[rules."structure/repeated"]\nword = 8\n')
    assert "check.toml:1: structure/repeated has no parameter “word”; did you mean “words”?" in check("copy/slip.txt", cwd=desk).stderr


@pytest.mark.parametrize(("text", "told"), [
    ('level = "eror"', ":1: “level” is “eror”; did you mean “error”?"),
    ("\n\nquiet = 1", ":3: “quiet” is 1; expected true or false"),
    ("jobs = true", ":1: “jobs” is True; expected a whole number"),
    ("jobs = -1", ":1: “jobs” is -1; expected a whole number"),
    ('date = "2013-02-30"', ":1: “date” is '2013-02-30'; expected a date such as 2013-12-05"),
    ("select = [1]", ":1: “select” is [1]; expected text or a list of texts"),
    ('output = "x.html"', ":1: “output” is for the command line only"),
    ("level = ", ":1: not valid TOML"),
    ('[[accept]]\nrule = "names"', ":1: [[accept]] needs “reason”: say why it is right as it stands"),
    ('[[accept]]\nrule = "x/y"\nreason = "r"\nwhy = 1', ":4: [[accept]] has the unknown key “why”"),
    ('[accept]\nrule = "x"', ":1: “accept” is no list of tables; write [[accept]] above its keys"),
    ('[[path]]\nmatch = "a"\njobs = 2', ":3: [[path]] has the unknown key “jobs”"),
    ('rules = ["my"]', ":1: “rules” is a list; expected tables such as [rules.\"names/spelling\"]; folders of rules go to “rule-folders”"),
    ('[rules."names/speling"]\nseverity = "info"', ":1: no rule “names/speling”; did you mean “names/spelling”?"),
    ('[rules.x]\nseverity = "bad"', ":2: “severity” is 'bad'; expected one of error, warning, info"),
    ('extends = "nosuch.toml"', ":1: extends “nosuch.toml”: no such file"),
    ('[[story]]\narticle = "a.txt"', ":1: [[story]] needs “against”"),
    ('select = "names/speling"', "did you mean names/spelling?"),
])
def test_what_is_wrong_is_told_with_its_line(desk: Path, text: str, told: str) -> None:
    configure(desk, text + "\n")
    got = check("copy/slip.txt", cwd=desk)
    assert got.returncode == 2
    assert got.stdout == ""
    assert told in got.stderr
    assert got.stderr.startswith("check: ")
    assert "Traceback" not in got.stderr


def test_all_that_is_wrong_is_told_at_once(desk: Path) -> None:
    configure(desk, 'level = "x"\nquiet = 3\nnonsense = 1\n')
    assert len(check("copy/slip.txt", cwd=desk).stderr.splitlines()) == 3


_ODD = ("1", "-1", "1.5", "true", '""', '"x"', "[]", "[1]", '["x"]', "{}", "{x = 1}", "[{}]", "[{x = 1}]", "2020-01-01", "2020-01-01T00:00:00", "[[1]]", "nan")


@pytest.mark.parametrize("key", [*BY_KEY, "extends", "rules", "accept", "path", "story", "rules.x", "rules.x.severity", "x.y"])
def test_no_value_of_any_kind_breaks_the_reader(tmp_path: Path, key: str) -> None:
    for value in _ODD:
        for text in (f"{key} = {value}\n", f"[[path]]\nmatch = {value}\n{key} = {value}\n", f"[[accept]]\nrule = {value}\nreason = {value}\ntext = {value}\n",
                     f"[[story]]\narticle = {value}\nagainst = {value}\ndate = {value}\n"):
            configure(tmp_path, text)
            told = ""
            try:
                load(str(tmp_path / "check.toml"))
            except ConfigError as e:
                told = str(e)
            assert all("check.toml" in line for line in told.split("\n") if told)


def test_windows_editors_write_it_too(desk: Path) -> None:
    (desk / "check.toml").write_bytes(b'\xef\xbb\xbflevel = "info"\r\nignore = "names"\r\n')
    assert check("copy/slip.txt", cwd=desk).returncode == 0


@pytest.mark.parametrize("pattern", ["!", "[", "**", "\\\\", "!copy", "/copy/", "#x", ""])
def test_odd_patterns_of_articles(desk: Path, pattern: str) -> None:
    configure(desk, f'[[path]]\nmatch = ["{pattern}"]\nlevel = "error"\n')
    got = check("copy/slip.txt", cwd=desk)
    assert "Traceback" not in got.stderr
    assert got.returncode == 1 or "check.toml:" in got.stderr


def test_lines_of_keys() -> None:
    text = 'a = """\nb = 1\n"""\nc.d = 1\n\n[x."y/z"]\nk = 1\n[[p]]\n[[p]]\nq = [\n  1,\n]\n[p.r]\ns = 2\n'
    found = index(text)
    assert [line_of(found, p) for p in (("a",), ("c", "d"), ("x", "y/z", "k"), ("p", 0), ("p", 1, "q"), ("p", 1, "r", "s"))] == [1, 4, 7, 8, 10, 14]
    assert ("b",) not in found


def test_every_option_of_the_command_line_can_be_configured() -> None:
    from checker.commands.files import files_command

    options = {p.opts[0].removeprefix("--") for p in files_command.params if isinstance(p, click.Option)}
    named = {"rules": "rule-folders"}
    assert {named.get(o, o) for o in options} <= set(BY_KEY) | set(COMMAND_LINE_ONLY)


def test_the_schema_for_editors_is_one_and_fits_what_is_read(desk: Path) -> None:
    made = schema()
    jsonschema.Draft7Validator.check_schema(made)
    good = {"level": "info", "select": "names", "ignore": ["style"], "jobs": 2, "quiet": True, "rules": {"names/spelling": {"severity": "info"}},
            "accept": [{"rule": "names", "reason": "r"}], "path": [{"match": ["a/**"], "level": "error"}],
            "story": [{"article": "a.txt", "against": ["b.txt"]}], "extends": "x.toml"}
    jsonschema.validate(good, made)
    for bad in ({"level": "x"}, {"nonsense": 1}, {"accept": [{"rule": "x"}]}, {"jobs": -1}, {"path": [{"level": "info"}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, made)
    assert set(made["properties"]) >= {s.key for s in SETTINGS}
    assert json.loads((TOP / "docs/check.schema.json").read_text(encoding="utf-8")) == made


def test_config_shows_values_and_where_each_comes_from(desk: Path) -> None:
    configure(desk, 'level = "info"\n\n[[path]]\nmatch = "copy/**"\nignore = ["style"]\n')
    shown = {line.split()[0]: line.split()[1:] for line in check("config", "copy/slip.txt", cwd=desk).stdout.splitlines() if line}
    assert shown["level"] == ["info", "check.toml:1"]
    assert shown["ignore"] == ["style", "check.toml:5"]
    assert shown["fail-on"] == ["error", "default"]


def test_a_run_without_configuration_imports_nothing_of_it(desk: Path) -> None:
    code = ("import sys; sys.argv = ['check', 'copy/slip.txt']\nfrom checker.cli import main\ntry: main()\nexcept SystemExit: pass\n"
            "print(*[m for m in sys.modules if m.startswith(('checker.config.', 'checker.sift', 'checker.fixes', 'checker.stats', 'checker.progress'))])")
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, check=True, encoding="utf-8", env={**os.environ})
    assert done.stdout.splitlines()[-1] == "checker.config.find"


def test_a_story_names_the_sources_of_its_article(desk: Path) -> None:
    wire = "PORT ALDA, 3 March — A ferry with 140 people on board ran aground off Alda on Tuesday, the coast guard said.\n"
    (desk / "wire.txt").write_text(wire, encoding="utf-8")
    (desk / "copy" / "ferry.txt").write_text(wire.replace("140", "240"), encoding="utf-8")
    configure(desk, '[[story]]\narticle = "copy/ferry.txt"\nagainst = "wire.txt"\n')
    got = json.loads(check("copy", "--format", "json", cwd=desk).stdout)
    assert [d["path"] for d in got["documents"]] == ["copy/ferry.txt", "copy/slip.txt"]
    assert {(f["rule"], f["evidence"][0]["path"]) for f in got["findings"]} == {("sources/figure", "copy/ferry.txt"), ("names/spelling", "copy/slip.txt")}
    assert "against" in check("config", "copy/ferry.txt", cwd=desk).stdout
    configure(desk, '[[story]]\narticle = "copy/ferry.txt"\nagainst = "nosuch.txt"\n')
    assert "nosuch.txt: no such file" in check("copy/ferry.txt", cwd=desk).stderr
