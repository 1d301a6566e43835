"""The commands and options of the command line, by click: a thin front end over `checker.session`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click_default_group import DefaultGroup

from checker import __version__, session

if TYPE_CHECKING:
    from checker.model import Rule

_EXAMPLES = """\b
Finds what an article says twice and differently: names, figures, amounts, dates, quotations.

\b
  check article.txt                      one article
  check copy/ 'wire/**/*.txt'            folders and patterns, each article on its own
  check article.txt --date 2013-12-05    hold weekdays and exchange rates against a date
  check story.txt --against afp.txt      against its sources: files, folders, patterns
  check compare a.txt b.txt c.txt        who says what: a matrix of several texts
  check facts article.txt                the fact-checking list
  check explain names/spelling           what a rule is for

\b
Exit: 0 nothing at or above --fail-on, 1 findings, 2 a file or option could not be used.
"""


class _Group(DefaultGroup):
    """A first argument that is a subcommand's name is the subcommand; anything else is a file to check."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the main job first."""
        formatter.write_usage("check", "FILES… [OPTIONS]  |  check facts · rules · explain · test …")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of checking files, which is what most people come for, and then the subcommands."""
        command = self.get_command(ctx, "files")
        rows = [r for p in (command.params if command else []) if (r := p.get_help_record(ctx)) and p.param_type_name == "option"]
        with formatter.section("Options"):
            formatter.write_dl([*rows, ("--version, -h, --help", "Show the version; show this.")])
        self.format_commands(ctx, formatter)


@click.group(cls=_Group, default="files", default_if_no_args=False, help=_EXAMPLES, no_args_is_help=True,
             context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="check")
def app() -> None:
    """Find what an article says twice and differently."""


def _dates(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """ "2013-12-05" is the article's date (file ""), "FILE=2013-12-05" or "FILE=2013-12-05T12:00" that of one document."""
    from datetime import datetime

    out = []
    for value in values:
        file, _, when = value.rpartition("=")
        try:
            moment = datetime.fromisoformat(when)
        except ValueError:
            raise click.BadParameter(f"{value!r} is no date; write it as 2013-12-05, or FILE=2013-12-05 for one document") from None
        out.append((file, moment.isoformat(timespec="minutes") if "T" in when or " " in when else when))
    return tuple(out)


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it as 2013-12-05") from None


_LEVELS = ("error", "warning", "info")


@app.command("files", help=_EXAMPLES, hidden=True)
@click.argument("files", nargs=-1, required=True)
@click.option("--select", multiple=True, metavar="RULES", help="Only these: names/spelling, numbers/*, or a family.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these.")
@click.option("--level", type=click.Choice(_LEVELS), default="warning", help="Least severity shown.  [warning]")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "never"]), default="error", help="Exit 1 from this severity.  [error]")
@click.option("--against", multiple=True, metavar="FILE", help="A source, a folder or pattern of them, or - for standard input.")
@click.option("--strict-sources", is_flag=True, help="Warn of figures, names and quotations that no source has.")
@click.option("--house", metavar="FILE", help="House style: names, titles, places, acronyms and terms with their one right form.")
@click.option("--date", "dates", multiple=True, callback=_dates, metavar="[FILE=]YYYY-MM-DD", help="The article's date, or that of one document.")
@click.option("--format", "form", type=click.Choice(["text", "table", "json"]), help="The report's form.  [by --output, else text]")
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 decides by the number of files.")
@click.option("--quiet", "-q", is_flag=True, help="No summary lines.")
@click.option("--no-color", is_flag=True, help="No colour, even on a terminal.")
def files_command(files: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], level: str, fail_on: str,
                  dates: tuple[tuple[str, str], ...], against: tuple[str, ...], strict_sources: bool, house: str | None,
                  form: str | None, output: str | None, folders: tuple[str, ...], jobs: int, quiet: bool, no_color: bool) -> None:
    """Check files, each on its own, or against their sources."""
    date = next((when for file, when in reversed(dates) if not file), None)
    named = tuple((file, when) for file, when in dates if file)
    options = session.Options(files, select, ignore, level, fail_on, date, form, output, folders, jobs, quiet, no_color, against, named,
                              strict_sources, house)
    if not (against or house or named):
        sys.exit(session.check(options))
    from checker import comparing

    sys.exit(session.check(options, comparing.run))


@app.command("facts")
@click.argument("files", nargs=-1, required=True)
@click.option("--date", callback=_date, metavar="YYYY-MM-DD", help="The article's date.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "csv", "json"]), default="text", help="The list's form.")
def facts_command(files: tuple[str, ...], date: str | None, form: str) -> None:
    """The fact-checking list, with line and voice."""
    from checker.engine import ledger
    from checker.report import facts

    paths, broken = session.expanded(files)
    for path in paths:
        source = session.source_of(path)
        if isinstance(source, str):
            broken = session.told(source)
            continue
        if len(paths) > 1 and form in ("text", "markdown"):
            click.echo(f"{'# ' if form == 'markdown' else ''}{path}\n")
        session.write(facts.render(ledger([source], date or source.date), form), None)
    if broken:
        sys.exit(2)


@app.command("compare")
@click.argument("files", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html", "csv", "json"]), help="The matrix's form.  [by --output, else text]")
@click.option("--output", "-o", metavar="FILE", help="Write the matrix to a file.")
def compare_command(files: tuple[str, ...], form: str | None, output: str | None) -> None:
    """Who says what: claims in rows, documents in columns."""
    from checker import comparing

    sys.exit(comparing.compare(files, form, output))


@app.command("house")
@click.argument("files", nargs=-1, required=True)
@click.option("--output", "-o", metavar="FILE", help="Write the draft to a file.")
def house_command(files: tuple[str, ...], output: str | None) -> None:
    """Draft a house style from copy, to be edited."""
    from checker import comparing

    sys.exit(comparing.draft(files, output))


@app.command("rules")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
@click.option("--markdown", is_flag=True, help="As a Markdown table.")
def rules_command(folders: tuple[str, ...], markdown: bool) -> None:
    """All rules, a line each."""
    found = session.rules_of((), (), folders)
    if markdown:
        click.echo(catalogue(found), nl=False)
        return
    width = max(len(r.id) for r in found)
    for r in found:
        click.echo(f"{r.id:<{width}}  {r.severity:<7}  {r.title}")


def catalogue(rules: Sequence[Rule]) -> str:
    """The rules as a Markdown table."""
    rows = [f"| {r.id} | {r.severity} | {r.title} |" for r in rules]
    return "\n".join(["| rule | severity at most | what it finds |", "|---|---|---|", *rows]) + "\n"


@app.command("explain")
@click.argument("rule")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
def explain_command(rule: str, folders: tuple[str, ...]) -> None:
    """What a rule is for, with examples."""
    known = {r.id: r for r in session.rules_of((), (), folders)}
    if rule not in known:
        session.fail(f"no rule {rule}{session.nearest(rule, known)}; “check rules” lists them")
    click.echo(_explained(known[rule]))


def _explained(r: Rule) -> str:
    out = [f"{r.id}  ({r.severity})", r.title, "", r.why, ""]
    for title, wanted in (("It finds", True), ("It stays silent on", False)):
        out.append(f"{title}:")
        for e in r.examples:
            if bool(e.finds) == wanted:
                out += [f"    {line}" for line in e.text.strip().splitlines() if line]
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

    with (Path(__file__).parent / "data" / "accuracy.tsv").open(encoding="utf-8") as f:
        row = next((x for x in csv.DictReader(f, delimiter="\t") if x["rule"] == rule), None)
    if row is None:
        return []
    out = ["Accuracy:"]
    if int(row["planted"]):
        out.append(f"    of {row['planted']} errors planted in real articles it finds {row['found']}, and flags {row['twins_flagged']} of their clean twins")
    out.append(f"    findings in 100,000 words of published copy: {row['published_per_100000_words']}")
    if int(row["judged"]):
        out.append(f"    of {row['judged']} such findings that were drawn and read, {row['judged_true']} were true")
    return [*out, ""]


@app.command("test")
@click.argument("folder")
def test_command(folder: str) -> None:
    """Run the examples of a folder of rules."""
    from checker import rulebook
    from checker.engine import selftest

    try:
        found = rulebook.load(Path(folder))
    except rulebook.RuleError as e:
        session.fail(str(e))
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
