"""`check FILES…`: the main job, with all its options."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from checker.commands.words import EXAMPLES, FILE, FOLDER, given_in, language_option, tracked_option
from checker.session.options import Options
from checker.session.told import fail

if TYPE_CHECKING:
    from checker.engine import Report
    from checker.findings import Rule


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


def _forms(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from checker.report import reporters

    return [name for name in reporters() if name.startswith(incomplete)]


_LEVELS = ("error", "warning", "info")


@click.command("files", help=EXAMPLES, hidden=True)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--select", multiple=True, metavar="RULES", help="Only these rules or families: numbers/*.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these.")
@click.option("--level", type=click.Choice(_LEVELS), default="warning", help="Least severity shown.  [warning]")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "never"]), default="error", help="Exit 1 from this severity.  [error]")
@click.option("--against", multiple=True, type=FILE, metavar="FILE", help="A source, a folder, a pattern, or -.")
@click.option("--strict-sources", is_flag=True, help="Warn of what no source has.")
@click.option("--house", type=FILE, metavar="FILE", help="The desk’s own style (see: check house).")
@click.option("--date", "dates", multiple=True, callback=_dates, metavar="[FILE=]YYYY-MM-DD", help="The article's date, or that of one document.")
@tracked_option
@language_option
@click.option("--format", "form", metavar="FORM", shell_complete=_forms,
              help="text, html, docx, markdown, json, sarif, csv, …  [by --output]")
@click.option("--output", "-o", type=FILE, metavar="FILE", help="Write the report to a file, or one for each article into a folder/.")
@click.option("--rules", "folders", multiple=True, type=FOLDER, metavar="DIR", help="More rules, from a folder of your own.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 decides by the number of files.")
@click.option("--quiet", "-q", is_flag=True, help="No summary lines.")
@click.option("--no-color", is_flag=True, help="No colour, even on a terminal.")
@click.option("--config", type=FILE, metavar="FILE", help="This configuration.  [the nearest check.toml or pyproject.toml]")
@click.option("--no-config", is_flag=True, help="No configuration.")
@click.option("--baseline", type=FILE, metavar="FILE", help="Leave out the findings that this file knows.")
@click.option("--write-baseline", is_flag=True, help="Write today's findings to the --baseline file.")
@click.option("--diff", metavar="REV", help="Only findings that touch lines changed since a git revision.")
@click.option("--fix", is_flag=True, help="Mend what is safe to mend, in the file.")
@click.option("--unsafe", is_flag=True, help="With --fix: also what an editor should look at.")
@click.option("--show-fixes", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option("--stats", is_flag=True, help="Tell the time by stage and by rule, on standard error.")
@click.pass_context
def files_command(ctx: click.Context, /, **options: Any) -> None:
    """Check files, each on its own, or against their sources."""
    given = given_in(ctx)
    if options["write_baseline"] and (options["fix"] or options["show_fixes"]):
        fail("--write-baseline and --fix: one after the other; fix first, then write the baseline")
    if options["unsafe"] and not (options["fix"] or options["show_fixes"]):
        fail("--unsafe: needs --fix or --show-fixes")
    dates = options.pop("dates")
    date = next((when for file, when in reversed(dates) if not file), None)
    named = tuple((file, when) for file, when in dates if file)
    chosen = Options(**options, date=date, dates=named, given=given | ({"date"} if date else set()))
    from checker.session.run import check

    sys.exit(check(chosen, _beside))


def _beside(paths: Sequence[str], rules: Sequence[Rule], o: Options) -> tuple[Iterable[Report | str], bool]:
    """Articles against their sources; what does that is imported only where it is done."""
    from checker import comparing

    return comparing.run(paths, rules, o)
