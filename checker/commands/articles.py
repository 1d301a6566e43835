"""`check facts`, `compare` and `house`: what is printed of articles beside their contradictions."""

from __future__ import annotations

import sys

import click

from checker.commands.words import FILE, given_in, language_option, tracked_option
from checker.records import TYPE_CHECKING
from checker.session.inputs import configured, expanded, read_as, source_of
from checker.session.options import Options
from checker.session.told import told, write

if TYPE_CHECKING:
    from checker.read.source import Source


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write it as 2013-12-05") from None


def _listed(source: Source, date: str | None, form: str) -> str:
    from checker.engine import ledger
    from checker.report import facts

    return facts.render(ledger([source], date), form)


@click.command("facts")
@click.argument("files", nargs=-1, required=True, type=FILE)
@tracked_option
@language_option
@click.option("--date", callback=_date, metavar="YYYY-MM-DD", help="The article's date.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "csv", "json"]), default="text", help="The list's form.")
@click.pass_context
def facts_command(ctx: click.Context, /, files: tuple[str, ...], tracked: str, language: str, date: str | None, form: str) -> None:
    """The fact-checking list, with line and voice."""
    from functools import partial

    from checker.session.jobs import shielded

    given = given_in(ctx)
    o, config = configured(Options(files, date=date, tracked=tracked, language=language, given=given))
    paths, broken = expanded(files)
    for path in paths:
        own = read_as(o, config, path)
        source = source_of(path, own.tracked, language=own.language)
        if isinstance(source, str):
            broken = told(source)
            continue
        shown, trouble = shielded(path, partial(_listed, source, own.date or source.date, form))
        if shown is None:
            broken = told(trouble)
            continue
        if len(paths) > 1 and form in ("text", "markdown"):
            click.echo(f"{'# ' if form == 'markdown' else ''}{path}\n")
        write(shown, None)
    if broken:
        sys.exit(2)


@click.command("compare")
@click.argument("files", nargs=-1, required=True, type=FILE)
@tracked_option
@language_option
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html", "csv", "json"]), help="The matrix's form.  [by --output, else text]")
@click.option("--output", "-o", type=FILE, metavar="FILE", help="Write the matrix to a file.")
def compare_command(files: tuple[str, ...], tracked: str, language: str, form: str | None, output: str | None) -> None:
    """Who says what: claims in rows, documents in columns."""
    from checker import comparing

    sys.exit(comparing.compare(files, form, output, tracked, language))


@click.command("house")
@click.argument("files", nargs=-1, required=True, type=FILE)
@tracked_option
@language_option
@click.option("--output", "-o", type=FILE, metavar="FILE", help="Write the draft to a file.")
def house_command(files: tuple[str, ...], tracked: str, language: str, output: str | None) -> None:
    """Draft a house style from copy, to be edited."""
    from checker import comparing

    sys.exit(comparing.draft(files, output, tracked, language))
