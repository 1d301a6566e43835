"""Rules as data: the book itself, and what is said of a bad file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker import engine, rulebook
from checker.findings import Rule
from checker.read import house
from checker.read.source import Source

GOOD = '''
id = "quotes/mine"
title = "Mine"
check = "balanced"
about = "quotation"
severity = "error"
message = "“{this}” lacks its {what} mark"
why = "Because."
'''


def rules() -> tuple[Rule, ...]:
    return rulebook.builtin()


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.id)
def test_every_rule_tells_why_and_shows_both_sides(rule: Rule) -> None:
    assert len(rule.why) > 60
    assert sum(1 for e in rule.examples if e.finds) >= 2
    assert sum(1 for e in rule.examples if not e.finds) >= 2
    assert Path(rule.path).parent.name == rule.id.split("/")[0]
    assert Path(rule.path).stem == rule.id.split("/")[1]


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.id)
def test_every_example_comes_out_as_written(rule: Rule) -> None:
    assert engine.selftest([rule]) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.id)
def test_no_message_slot_stays_empty(rule: Rule) -> None:
    marked = rule._replace(message=rule.message.replace("{", "<{").replace("}", "}>"))
    for example in rule.examples:
        if example.finds:
            source = Source("e", example.text)
            others = [engine.analyse(Source(f"s{i}", t, role="source")) for i, t in enumerate(example.against)]
            style = house.parse(example.house, "house") if example.house is not None else None
            report = engine.check_against(source, others, [marked], example.date, style) if others or style else \
                engine.check_source(source, [marked], example.date)
            for finding in report.findings:
                assert "<>" not in finding.message


def test_ids_are_unique() -> None:
    ids = [r.id for r in rules()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("change", "told"), [
    (("severity", 'severity = "fatal"'), "expected error, warning or info"),
    (("check", 'check = "balance"'), "no check “balance” about “quotation”"),
    (("title", 'titel = "x"'), "unknown key “titel”; did you mean “title”?"),
    (("message", 'message = "{thsi}"'), "has the slot {thsi}; did you mean “this”?"),
    (("id", 'id = "Mine"'), "expected family/name in small letters"),
    (("why", "why = 3"), "“why” is 3; expected text"),
    (("why", "why = "), "not valid TOML"),
    (("why", 'why = "x"\n[params]\nword = 3'), "[params] unknown key “word”; did you mean “words”?"),
    (("why", 'why = "x"\n[params]\nwords = "3"'), "[params] “words” is '3'; expected int"),
    (("why", 'why = "x"\n[[example]]\ntext = "x"'), "[[example]] 1: expected “text” and “finds”"),
])
def test_a_bad_rule_is_told_by_path_key_and_expectation(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    lines = [change[1] if line.startswith(change[0] + " ") else line for line in GOOD.strip().splitlines()]
    file = tmp_path / "mine.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(rulebook.RuleError) as e:
        rulebook.load(tmp_path)
    assert str(e.value).startswith(str(file))
    assert told in str(e.value)


def test_two_rules_of_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(rulebook.RuleError, match="is already that of"):
        rulebook.load(tmp_path)


def test_a_users_rule_runs(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    found = engine.check_source(Source("a", "He said “no and left the room.\n"), rulebook.load(tmp_path)).findings
    assert [f.message for f in found] == ["““no and left the” lacks its closing mark"]


def test_catalogue_in_the_rules_page_is_that_of_the_rules() -> None:
    from checker.commands.rules import catalogue

    page = (Path(rulebook.home()) / "README.md").read_text(encoding="utf-8")
    shown = page.split("<!-- catalogue -->\n")[1].split("<!-- /catalogue -->")[0]
    assert shown == catalogue(rulebook.builtin())


def test_first_rule_of_the_rules_page_passes_its_examples() -> None:
    from textwrap import dedent

    from checker.engine import selftest

    page = (Path(rulebook.home()) / "README.md").read_text(encoding="utf-8")
    text = page.split("```toml\n")[1].split("```")[0]
    assert selftest([rulebook.parse(dedent("   " + text.lstrip()), "README.md")]) == []


def test_every_line_of_the_accuracy_table_is_a_rule() -> None:
    import csv

    table = (Path(rulebook.__file__).parent / "data" / "accuracy.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t")
    assert {r["rule"] for r in rows} == {r.id for r in rulebook.builtin(False, rulebook.ACROSS)}


def test_pages_of_the_rules_are_fresh() -> None:
    from checker.report.rulepages import pages

    folder = Path(rulebook.home()).parent / "docs" / "rules"
    made = pages(rulebook.builtin())
    assert {p.relative_to(folder).as_posix() for p in folder.rglob("*.md")} == set(made), "run: check rules --pages docs/rules"
    for name, text in made.items():
        assert (folder / name).read_text(encoding="utf-8") == text, f"{name} is stale; run: check rules --pages docs/rules"


EXTRACTOR = """
import re
from decimal import Decimal
from checker.model import Mention, Quantity, Span

def extract(document):
    for m in re.finditer(r"[Ff]orce (\\d{1,2})(?: [a-z]+)?", document.text):
        yield Mention("quantity", Span(*m.span()), m[0], Quantity(Decimal(m[1]), Decimal(m[1]), "count", "beaufort", "gale"))

def broken(document):
    raise KeyError("wind")
"""
GALE = """The gale tore the roof off the boathouse at Selmouth on Monday night, a force 9 gale by the harbour's own reading.

Nobody slept, and the lifeboat stayed in.

The gale that tore the roof off the boathouse at Selmouth was a force 11 gale, the harbour's own reading says.
"""


@pytest.mark.parametrize(("attribute", "told"), [("extract", "force 11 gale"), ("broken", "a.txt: plug-in extractor 'wind' failed: KeyError: 'wind'"), ("none", "cannot be loaded")])
def test_a_package_adds_an_extractor(tmp_path: Path, attribute: str, told: str) -> None:
    """As an installed package declares it; one that fails is named with its article, exit 2."""
    (tmp_path / "check_wind.py").write_text(EXTRACTOR, encoding="utf-8")
    info = tmp_path / "check_wind-1.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text(f"[checker.extractors]\nwind = check_wind:{attribute}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(GALE, encoding="utf-8")
    done = subprocess.run([Path(sys.executable).parent / "check", "a.txt", "--select", "numbers/quantity"], cwd=tmp_path, capture_output=True, text=True,
                          check=False, env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert told in done.stdout + done.stderr
    assert done.returncode == (0 if attribute == "extract" else 2), done.stderr
    assert "Traceback" not in done.stderr
