"""The commands and options of the command line, by click: a thin front end over `checker.session`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem
from click_default_group import DefaultGroup

from checker import __version__, session

if TYPE_CHECKING:
    from checker.engine import Report
    from checker.model import Rule

_EXAMPLES = """\b
Finds what an article says twice and differently: names, figures, amounts, dates, quotations.

\b
  check article.txt                      one article
  check copy/ 'wire/**/*.docx'           folders and patterns, each article on its own
  check article.txt --date 2013-12-05    hold weekdays and exchange rates against a date
  check story.txt --against afp.txt      against its sources: files, folders, patterns
  check compare a.txt b.txt c.txt        who says what: a matrix of several texts
  check facts article.txt                the fact-checking list
  check explain names/spelling           what a rule is for

\b
Exit: 0 nothing at or above --fail-on, 1 findings, 2 a file or option could not be used.
"""


# left out of the first screen, which is for people who come to check an article
_LESS_OFTEN = frozenset({"tracked", "jobs", "quiet", "no_color", "config", "no_config", "baseline", "write_baseline", "diff", "unsafe", "show_fixes", "stats",
                         "strict_sources"})


class _Group(DefaultGroup):
    """A first argument that is a subcommand's name is the subcommand; anything else is a file to check."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Subcommands and files; after a dash, the options of checking files."""
        if incomplete.startswith("-"):
            command = self.get_command(ctx, "files")
            return command.shell_complete(ctx, incomplete) if command else []
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the main job first."""
        formatter.write_usage("check", "FILES… [OPTIONS]  |  check facts · rules · explain · test …")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of checking files, which is what most people come for, and then the subcommands."""
        command = self.get_command(ctx, "files")
        shown = [p for p in (command.params if command else []) if p.param_type_name == "option" and p.name not in _LESS_OFTEN]
        rows = [r for p in shown if (r := p.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl([*rows, ("--version, -h, --help", "Show the version; show this.")])
            formatter.write_text("The rest (configuration, baseline, --diff, --stats, …): check files --help")
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


def _forms(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from checker.report import reporters

    return [name for name in reporters() if name.startswith(incomplete)]


_LEVELS = ("error", "warning", "info")


@app.command("files", help=_EXAMPLES, hidden=True)
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--select", multiple=True, metavar="RULES", help="Only these rules or families: numbers/*.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these.")
@click.option("--level", type=click.Choice(_LEVELS), default="warning", help="Least severity shown.  [warning]")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "never"]), default="error", help="Exit 1 from this severity.  [error]")
@click.option("--against", multiple=True, metavar="FILE", help="A source, a folder, a pattern, or -.")
@click.option("--strict-sources", is_flag=True, help="Warn of what no source has.")
@click.option("--house", metavar="FILE", help="The desk’s own style (see: check house).")
@click.option("--date", "dates", multiple=True, callback=_dates, metavar="[FILE=]YYYY-MM-DD", help="The article's date, or that of one document.")
@click.option("--tracked-changes", "tracked", type=click.Choice(["accepted", "rejected"]), default="accepted",
              help="How tracked changes of a Word document are read.  [accepted]")
@click.option("--format", "form", metavar="FORM", shell_complete=_forms,
              help="text, html, docx, markdown, json, sarif, csv, …  [by --output]")
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 decides by the number of files.")
@click.option("--quiet", "-q", is_flag=True, help="No summary lines.")
@click.option("--no-color", is_flag=True, help="No colour, even on a terminal.")
@click.option("--config", metavar="FILE", help="This configuration.  [the nearest check.toml or pyproject.toml]")
@click.option("--no-config", is_flag=True, help="No configuration.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
@click.option("--write-baseline", is_flag=True, help="Write today's findings to the --baseline file.")
@click.option("--diff", metavar="REV", help="Only findings that touch lines changed since a git revision.")
@click.option("--fix", is_flag=True, help="Mend what is safe to mend, in the file.")
@click.option("--unsafe", is_flag=True, help="With --fix: also what an editor should look at.")
@click.option("--show-fixes", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option("--stats", is_flag=True, help="Tell the time by stage and by rule, on standard error.")
@click.pass_context
def files_command(ctx: click.Context, /, **options: Any) -> None:
    """Check files, each on its own, or against their sources."""
    source = click.core.ParameterSource
    given = frozenset(k for k in options if ctx.get_parameter_source(k) in (source.COMMANDLINE, source.ENVIRONMENT))
    if options["write_baseline"] and (options["fix"] or options["show_fixes"]):
        session.fail("--write-baseline and --fix: one after the other; fix first, then write the baseline")
    if options["unsafe"] and not (options["fix"] or options["show_fixes"]):
        session.fail("--unsafe: needs --fix or --show-fixes")
    dates = options.pop("dates")
    date = next((when for file, when in reversed(dates) if not file), None)
    named = tuple((file, when) for file, when in dates if file)
    chosen = session.Options(**options, date=date, dates=named, given=given | ({"date"} if date else set()))
    sys.exit(session.check(chosen, _beside))


def _beside(paths: Sequence[str], rules: Sequence[Rule], o: session.Options) -> tuple[Iterable[Report | str], bool]:
    """Articles against their sources; what does that is imported only where it is done."""
    from checker import comparing

    return comparing.run(paths, rules, o)


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
@click.option("--pages", metavar="DIR", help="Write a page for each rule into a folder.")
def rules_command(folders: tuple[str, ...], markdown: bool, pages: str | None) -> None:
    """All rules, a line each."""
    found = session.rules_of((), (), folders)
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
        session.fail(f"--pages {folder}: cannot be written: {e.strerror}")


def catalogue(rules: Sequence[Rule]) -> str:
    """The rules as a Markdown table."""
    rows = [f"| {r.id} | {r.severity} | {r.title} |" for r in rules]
    return "\n".join(["| rule | severity at most | what it finds |", "|---|---|---|", *rows]) + "\n"


def _rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from checker import rulebook

    return [r.id for r in rulebook.builtin(False) if r.id.startswith(incomplete)]


@app.command("explain")
@click.argument("rule", shell_complete=_rule_names)
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


@app.command("config")
@click.argument("file", required=False)
@click.option("--config", "named", metavar="FILE", help="This configuration.  [the nearest check.toml or pyproject.toml]")
@click.option("--schema", is_flag=True, help="The JSON schema of check.toml, for editors.")
def config_command(file: str | None, named: str | None, schema: bool) -> None:
    """What holds for a file, and where each value comes from."""
    from checker.config.settings import schema as made

    if schema:
        import json

        click.echo(json.dumps(made(), indent=2))
        return
    from checker import plan
    from checker.config.read import Config
    from checker.config.show import lines

    options, found = session.configured(session.Options((file or ".",), config=named))
    config = found or Config()
    session.planned(options, config, [file or "-"])
    values, rules = plan.values_for(config, file) if file else (dict(config.values), {k: [v] for k, v in config.rules.items()})
    for line in lines(config, values, rules, file):
        click.echo(line)


@app.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    r"""A script for completion in a shell.

    \b
    bash:  check completion bash > ~/.local/share/bash-completion/completions/check
    zsh:   check completion zsh > ~/.zfunc/_check
    fish:  check completion fish > ~/.config/fish/completions/check.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(app, {}, "check", "_CHECK_COMPLETE").source())


@app.command("test")
@click.argument("folder")
def test_command(folder: str) -> None:
    """Run the examples of a folder of rules."""
    from checker import rulebook
    from checker.engine import selftest

    try:
        found = rulebook.load(folder)
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
