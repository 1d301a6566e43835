"""`check rules`, `explain` and `test`: the rules, for those who read and write them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.commands.words import FOLDER
from checker.session.inputs import rules_of
from checker.session.told import fail, nearest

if TYPE_CHECKING:
    from checker.findings import Rule


@click.command("rules")
@click.option("--rules", "folders", multiple=True, type=FOLDER, metavar="DIR", help="More rules, from a folder of your own.")
@click.option("--markdown", is_flag=True, help="As a Markdown table.")
@click.option("--pages", metavar="DIR", help="Write a page for each rule into a folder.")
def rules_command(folders: tuple[str, ...], markdown: bool, pages: str | None) -> None:
    """All rules, a line each."""
    found = rules_of((), (), folders)
    if pages:
        _write_pages(found, Path(pages))
        return
    if markdown:
        click.echo(catalogue(found), nl=False)
        return
    width = max(len(r.id) for r in found)
    for r in found:
        click.echo(f"{r.id:<{width}}  {r.severity:<7}  {r.title}")


def _write_pages(found: Sequence[Rule], folder: Path) -> None:
    from checker.report.rulepages import pages

    try:
        for name, text in pages(found).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as e:
        fail(f"--pages {folder}: cannot be written: {e.strerror}")


def catalogue(rules: Sequence[Rule]) -> str:
    """The rules as a Markdown table."""
    rows = [f"| {r.id} | {r.severity} | {r.title} |" for r in rules]
    return "\n".join(["| rule | severity at most | what it finds |", "|---|---|---|", *rows]) + "\n"


def _rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from checker import rulebook

    return [r.id for r in rulebook.builtin(False) if r.id.startswith(incomplete)]


@click.command("explain")
@click.argument("rule", shell_complete=_rule_names)
@click.option("--rules", "folders", multiple=True, type=FOLDER, metavar="DIR", help="More rules, from a folder of your own.")
def explain_command(rule: str, folders: tuple[str, ...]) -> None:
    """What a rule is for, with examples."""
    known = {r.id: r for r in rules_of((), (), folders)}
    if rule not in known:
        fail(f"no rule {rule}{nearest(rule, known)}; “check rules” lists them")
    click.echo(_explained(known[rule]))


def _explained(r: Rule) -> str:
    out = [f"{r.id}  ({r.severity})", r.title, "", r.why, ""]
    for title, wanted in (("It finds", True), ("It stays silent on", False)):
        out.append(f"{title}:")
        for e in r.examples:
            if bool(e.finds) == wanted:
                out += [f"    {line}" for line in e.text.strip().splitlines() if line]
                for other in (*e.against, *([e.house] if e.house else [])):
                    out += [f"    | {line}" for line in other.strip().splitlines() if line]
                out += [f"      → “{'” against “'.join(f)}”" for f in e.finds]
                out.append("")
    params: dict[str, Any] = r.params._asdict() if hasattr(r.params, "_asdict") else {}
    if params:
        out += ["Parameters:", *(f"    {k} = {v}" for k, v in params.items()), ""]
    out += _accuracy(r.id)
    out.append(f"To leave it out: check … --ignore {r.id}")
    return "\n".join(out)


def _accuracy(rule: str) -> list[str]:
    """The rule's line of the published accuracy table, in words; empty for a rule that is not in it."""
    import csv

    with (Path(__file__).parent.parent / "data" / "accuracy.tsv").open(encoding="utf-8") as f:
        row = next((x for x in csv.DictReader(f, delimiter="\t") if x["rule"] == rule), None)
    if row is None:
        return []
    out = ["Accuracy:"]
    if int(row["planted"]):
        out.append(f"    of {row['planted']} errors planted in real articles it finds {row['found']}, and flags {row['twins_flagged']} of their clean twins")
    if int(row["elsewhere"]):
        out.append(f"    of {row['elsewhere']} planted in other articles, in other authors' words, it finds {row['found_elsewhere']}, and flags {row['twins_elsewhere']} of their clean twins")
    out.append(f"    findings in 100,000 words of published copy: {row['published_per_100000_words']}")
    if int(row["judged"]):
        out.append(f"    of {row['judged']} such findings that were drawn and read, {row['judged_true']} were true")
    return [*out, ""]


@click.command("test")
@click.argument("folder", type=FOLDER)
def test_command(folder: str) -> None:
    """Run the examples of a folder of rules."""
    from checker import rulebook
    from checker.engine import selftest

    try:
        found = rulebook.load(folder)
    except rulebook.RuleError as e:
        fail(str(e))
    failures = selftest(found)
    for f in failures:
        click.echo(f"{f.rule}, example {f.number}: expected {_said(f.expected)}, got {_said(f.got)}"
                   + (f" as {f.severity}" if f.severity else ""), err=True)
    examples = sum(len(r.examples) for r in found)
    click.echo(f"{len(found)} rules, {examples} examples, {len(failures)} not as written")
    if failures:
        sys.exit(1)


def _said(finds: Sequence[Sequence[str]]) -> str:
    return "; ".join(" against ".join(f"“{w}”" for w in f) for f in finds) or "nothing"
