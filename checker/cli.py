"""The command line: a thin front end over the engine.

Everything that a run does not use is imported where it is used: start-up is most of the time of checking one article.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click_default_group import DefaultGroup

from checker import __version__

if TYPE_CHECKING:
    from checker.engine import DocumentReport, Report
    from checker.model import Finding, Rule
    from checker.read.source import Source

_EXAMPLES = """\b
Finds what an article says twice and differently: names, figures, amounts, dates, quotations.

\b
  check article.txt                      one article
  check copy/ 'wire/**/*.txt'            folders and patterns, each article on its own
  check article.txt --date 2013-12-05    hold weekdays and exchange rates against a date
  check facts article.txt                the fact-checking list
  check explain names/spelling           what a rule is for

\b
Exit: 0 nothing at or above --fail-on, 1 findings, 2 a file or option could not be used.
"""
_POOL_FROM = 100  # files; below that starting processes costs more than it saves


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


def _fail(message: str) -> NoReturn:
    click.echo(f"check: {message}", err=True)
    sys.exit(2)


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


@click.group(cls=_Group, default="files", default_if_no_args=False, help=_EXAMPLES, no_args_is_help=True,
             context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="check")
def app() -> None:
    """Find what an article says twice and differently."""


def _split(values: Sequence[str]) -> list[str]:
    return [w.strip() for v in values for w in v.split(",") if w.strip()]


def _rules(select: Sequence[str], ignore: Sequence[str], folders: Sequence[str], examples: bool = True) -> tuple[Rule, ...]:
    """The rules of the run; unknown names are told with the nearest known one."""
    from fnmatch import fnmatchcase

    from checker import rulebook
    from checker.plugins import PluginError

    try:
        known = {r.id: r for r in rulebook.builtin(examples)}
        for folder in folders:
            known |= {r.id: r for r in rulebook.load(Path(folder))}
    except (rulebook.RuleError, PluginError) as e:
        _fail(str(e))
    for option, patterns in (("--select", _split(select)), ("--ignore", _split(ignore))):
        for p in patterns:
            if not any(fnmatchcase(k, p) or k.split("/")[0] == p for k in known):
                _fail(f"{option} {p}: no rule of this name{_nearest(p, known)}; “check rules” lists them")

    def fits(rule: str, patterns: Sequence[str]) -> bool:
        return any(fnmatchcase(rule, p) or rule.split("/")[0] == p for p in patterns)

    chosen = [r for k, r in sorted(known.items()) if (not select or fits(k, _split(select))) and not fits(k, _split(ignore))]
    if not chosen:
        _fail("no rule is left to run; look at --select and --ignore")
    return tuple(chosen)


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it as 2013-12-05") from None


def _read(path: str) -> Source | str:
    """The source, or what is wrong with the file."""
    from checker.read.plain import ReadError, read

    try:
        return read(path)
    except ReadError as e:
        return str(e)


def _check_one(job: tuple[str, tuple[Rule, ...], str | None]) -> Report | str:
    from checker.engine import check_source

    path, rules, date = job
    source = _read(path)
    return source if isinstance(source, str) else check_source(source, rules, date)


def _run(paths: list[str], rules: tuple[Rule, ...], date: str | None, jobs: int) -> Iterable[Report | str]:
    """Reports in the order of the paths, whatever the number of processes."""
    work = [(p, rules, date) for p in paths]
    if jobs == 1 or (jobs == 0 and len(paths) < _POOL_FROM) or len(paths) < 2:
        yield from map(_check_one, work)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        yield from pool.map(_check_one, work, chunksize=max(1, min(16, len(work) // 8)))


_LEVELS = ("error", "warning", "info")


@app.command("files", help=_EXAMPLES, hidden=True)
@click.argument("files", nargs=-1, required=True)
@click.option("--select", multiple=True, metavar="RULES", help="Only these: names/spelling, numbers/*, or a family.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these.")
@click.option("--level", type=click.Choice(_LEVELS), default="warning", help="Least severity shown.  [warning]")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "never"]), default="error", help="Exit 1 from this severity.  [error]")
@click.option("--date", callback=_date, metavar="YYYY-MM-DD", help="The article's date.")
@click.option("--format", "form", type=click.Choice(["text", "table", "json"]), help="The report's form.  [by --output, else text]")
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 decides by the number of files.")
@click.option("--quiet", "-q", is_flag=True, help="No summary lines.")
@click.option("--no-color", is_flag=True, help="No colour, even on a terminal.")
def files_command(files: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], level: str, fail_on: str, date: str | None,
                  form: str | None, output: str | None, folders: tuple[str, ...], jobs: int, quiet: bool, no_color: bool) -> None:
    """Check files, each on its own."""
    from checker.model import RANK

    rules = _rules(select, ignore, folders, examples=False)
    form = form or ("json" if output and output.endswith(".json") else "text")
    paths, broken = _paths(files)
    _may_write(output, paths)
    documents: list[DocumentReport] = []
    findings: list[Finding] = []
    for got in _run(paths, rules, date, jobs):
        if isinstance(got, str):
            broken = _told(got)
            continue
        documents += got.documents
        findings += got.findings
    shown = [f for f in findings if RANK[f.severity] >= RANK[level]]
    colour = not no_color and not output and "NO_COLOR" not in os.environ and sys.stdout.isatty()
    _write(_report(form, documents, shown, colour, quiet), output)
    if broken:
        sys.exit(2)
    if fail_on != "never" and any(RANK[f.severity] >= RANK[fail_on] for f in findings):
        sys.exit(1)


def _told(message: str) -> bool:
    click.echo(f"check: {message}", err=True)
    return True


def _paths(names: Sequence[str]) -> tuple[list[str], bool]:
    from checker.read.paths import PathError, expand

    paths: list[str] = []
    broken = False
    for got in expand(names):
        if isinstance(got, PathError):
            broken = _told(str(got))
        else:
            paths.append(got)
    return paths, broken


def _report(form: str, documents: list[DocumentReport], shown: list[Finding], colour: bool, quiet: bool) -> str:
    if form == "json":
        from checker.report import json

        return json.render(__version__, [(d.path, d.words, d.checked) for d in documents], shown)
    from checker.report import text

    if form == "table":
        from checker.report import table

        body = table.render(shown)
    else:
        body = text.render(shown, colour)
    if quiet:
        return body
    by_path: dict[str, list[Finding]] = {d.path: [] for d in documents}
    for f in shown:
        by_path[f.evidence[0].path].append(f)
    lines = [text.summary(d.path, d.words, dict(d.checked), by_path[d.path]) for d in documents]
    if len(documents) > 20:
        lines = [s for s, d in zip(lines, documents, strict=True) if by_path[d.path]]
        lines.append(f"{len(documents)} articles checked, {sum(1 for v in by_path.values() if v)} with findings.")
    return body + ("\n" if body else "") + "\n".join(lines) + ("\n" if lines else "")


def _may_write(output: str | None, paths: Sequence[str]) -> None:
    if output is None:
        return
    if any(os.path.exists(output) and p != "-" and os.path.exists(p) and os.path.samefile(output, p) for p in paths):
        _fail(f"--output {output}: is one of the articles; name another file")
    folder = os.path.dirname(output) or "."
    if os.path.isdir(output) or not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        _fail(f"--output {output}: cannot be written there; name a file in a folder that exists and that you may write to")


def _write(words: str, output: str | None) -> None:
    """To standard output, or to the file as a whole or not at all."""
    if output is None:
        sys.stdout.write(words)
        sys.stdout.flush()
        return
    draft = f"{output}.part{os.getpid()}"
    try:
        Path(draft).write_text(words, encoding="utf-8")
        os.replace(draft, output)
    except OSError as e:
        Path(draft).unlink(missing_ok=True)
        _fail(f"--output {output}: cannot be written: {e.strerror}")


@app.command("facts")
@click.argument("files", nargs=-1, required=True)
@click.option("--date", callback=_date, metavar="YYYY-MM-DD", help="The article's date.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "csv", "json"]), default="text", help="The list's form.")
def facts_command(files: tuple[str, ...], date: str | None, form: str) -> None:
    """The fact-checking list, with line and voice."""
    from checker.engine import ledger
    from checker.report import facts

    paths, broken = _paths(files)
    for path in paths:
        source = _read(path)
        if isinstance(source, str):
            broken = _told(source)
            continue
        if len(paths) > 1 and form in ("text", "markdown"):
            click.echo(f"{'# ' if form == 'markdown' else ''}{path}\n")
        _write(facts.render(ledger([source], date or source.date), form), None)
    if broken:
        sys.exit(2)


@app.command("rules")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
def rules_command(folders: tuple[str, ...]) -> None:
    """All rules, a line each."""
    found = _rules((), (), folders)
    width = max(len(r.id) for r in found)
    for r in found:
        click.echo(f"{r.id:<{width}}  {r.severity:<7}  {r.title}")


@app.command("explain")
@click.argument("rule")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="More rules, from a folder of your own.")
def explain_command(rule: str, folders: tuple[str, ...]) -> None:
    """What a rule is for, with examples."""
    known = {r.id: r for r in _rules((), (), folders)}
    if rule not in known:
        _fail(f"no rule {rule}{_nearest(rule, known)}; “check rules” lists them")
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
    out.append(f"To leave it out: check … --ignore {r.id}")
    return "\n".join(out)


@app.command("test")
@click.argument("folder")
def test_command(folder: str) -> None:
    """Run the examples of a folder of rules."""
    from checker import rulebook
    from checker.engine import selftest

    try:
        found = rulebook.load(Path(folder))
    except rulebook.RuleError as e:
        _fail(str(e))
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


def main() -> None:
    """The `check` command: exit 2 on what cannot be used, 130 on Ctrl-C, silence on a closed pipe."""
    import gc

    gc.set_threshold(100_000)  # the values are small tuples without cycles; collecting them young is a tenth of the run
    try:
        app(prog_name="check", standalone_mode=False)
    except click.UsageError as e:
        e.show()
        sys.exit(2)
    except click.ClickException as e:
        e.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("check: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
