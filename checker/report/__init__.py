"""Findings and the ledger → text, table, json, sarif, …: pure functions that return text or bytes, one module a form.

A new form is a row of `REPORTERS` and a module with `report(run: Run) -> str` (bytes where the row says so); the module is imported only
when its form is asked for. A package adds one through the entry-point group `checker.reporters`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.findings import Finding, Rule
    from checker.link.ledger import Ledger


class Run(NamedTuple):
    """All that a report may show.

    `documents` are (path, words, what was compared) of every file that could be checked, `findings` those to show in the order of the
    files; `rules` ran. `quiet` leaves out summary lines, `colour` allows terminal colours. `ledgers` stand in the order of the documents
    and only where the reporter asks for the articles; `notes` are lines that end a report for people, `sources` are
    (path, words, share of the article covered, whether of the same story, sentences side by side).
    """

    version: str
    documents: Sequence[tuple[str, int, Mapping[str, int]]]
    findings: Sequence[Finding]
    rules: Sequence[Rule] = ()
    colour: bool = False
    quiet: bool = False
    ledgers: Sequence[Ledger] = ()
    notes: Sequence[str] = ()
    sources: Sequence[tuple[str, int, float, bool, int]] = ()


class Reporter(NamedTuple):
    """A form of report: `name` for --format, file `suffixes` that choose it for --output, `module` with `report(run)`.

    `binary` reports are bytes and need --output; `articles` asks for the ledgers; `states` keeps findings that are accepted or known by the
    baseline, marked as such, where other reports leave them out.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    binary: bool = False
    articles: bool = False
    states: bool = False


REPORTERS = (
    Reporter("text", (".txt", ".text"), "checker.report.text"),
    Reporter("table", (), "checker.report.table"),
    Reporter("json", (".json",), "checker.report.json", states=True),
    Reporter("html", (".html", ".htm"), "checker.report.html", articles=True),
    Reporter("docx", (".docx",), "checker.report.docx", binary=True, articles=True),
    Reporter("markdown", (".md", ".markdown"), "checker.report.markdown"),
    Reporter("sarif", (".sarif", ".sarif.json"), "checker.report.sarif", states=True),
    Reporter("github", (), "checker.report.github"),
    Reporter("gitlab", (), "checker.report.gitlab"),
    Reporter("junit", (".xml",), "checker.report.junit"),
    Reporter("csv", (".csv",), "checker.report.csv"),
)


def reporters() -> dict[str, Reporter]:
    """Every form by name, those of plug-ins last; a plug-in cannot take the name of one of ours."""
    from checker.plugins import declared

    known = {r.name: r for r in REPORTERS}
    for name, target in declared().get("checker.reporters", ()):
        known.setdefault(name, Reporter(name, (f".{name}",), target))
    return known


def chosen(form: str | None, output: str | None) -> Reporter | None:
    """The reporter by its name, else by the longest suffix of the output's name, else text; None for a name that nobody has."""
    if form is not None:
        return next((r for r in REPORTERS if r.name == form), None) or reporters().get(form)
    low = (output or "").lower()
    if not low:
        return REPORTERS[0]
    fits = [(len(s), r) for r in reporters().values() for s in r.suffixes if low.endswith(s)]
    return max(fits, key=lambda x: x[0])[1] if fits else REPORTERS[0]


def follows(output: str) -> bool:
    """Does a form follow the name of the output?"""
    return any(output.lower().endswith(s) for r in reporters().values() for s in r.suffixes)


def render(reporter: Reporter, run: Run) -> str | bytes:
    """The report in that form; PluginError when a plug-in's cannot be loaded or gives neither text nor bytes."""
    from importlib import import_module

    if any(reporter is r for r in REPORTERS):
        found: str | bytes = import_module(reporter.module).report(run)
        return found
    from checker.plugins import PluginError, load

    # load() loads every reporter of the group; there are seldom two, and all that are declared should work
    made = dict(load("checker.reporters"))[reporter.name](run)
    if not isinstance(made, str | bytes):
        raise PluginError(f"plug-in reporter {reporter.name!r} gave a {type(made).__name__}; expected str or bytes")
    return made
