"""A run over files, from names to a printed report: what every front end does with the engine.

Everything that a run does not use is imported where it is used: start-up is most of the time of checking one article.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from checker import __version__
from checker.records import TYPE_CHECKING
from checker.session.inputs import configured, expanded, planned, rules_of
from checker.session.jobs import progress, reports
from checker.session.told import fail, is_folder, may_write, nearest, told, write

if TYPE_CHECKING:
    from checker.config.read import Config
    from checker.engine import DocumentReport, Report, SourceReport
    from checker.findings import Finding
    from checker.link.ledger import Ledger
    from checker.plan import Job
    from checker.report import Reporter, Run
    from checker.session.options import Options, Runner


def check(o: Options, beside: Runner | None = None) -> int:
    """Check files, each on its own or `beside` its sources, and print the report; returns the exit code."""
    o, config = configured(o)
    reporter = _shown_in(o.form, o.output)
    paths, broken = expanded(o.files)
    read = [*paths, *o.against, *filter(None, (o.house, o.baseline, o.config))]
    if o.output and is_folder(o.output):
        from checker.session.folder import usable

        usable(o.output, o.form)
    else:
        may_write(o.output, read)
    jobs = planned(o, config, paths)
    found, trouble = _found(o, jobs, beside)
    broken = broken or trouble
    findings, notes = _sifted(o, config, jobs, list(found.findings), [d.path for d in found.documents])
    if o.write_baseline:
        from checker.session.after import write_baseline

        return write_baseline(o, findings) or 2 * broken
    if o.fix or o.show_fixes:
        from checker.session.after import fixed

        ended, again = fixed(o, findings)
        if again:
            ended = check(o._replace(fix=False), beside)
        if ended is not None:
            return 2 if broken else ended
    failed = _printed(o, reporter, jobs, found._replace(findings=tuple(findings)), notes, read)
    if o.stats:
        from checker.session.after import tell_stats

        tell_stats(jobs)
    return 2 if broken else int(failed)


def _found(o: Options, jobs: list[Job], beside: Runner | None) -> tuple[Report, bool]:
    """What all jobs found, and whether a file could not be used (told as it comes)."""
    from checker.engine import Report

    documents: list[DocumentReport] = []
    findings: list[Finding] = []
    sources: list[SourceReport] = []
    made, broken = reports(o, jobs, beside)
    for got in progress(made, len(jobs), o.quiet):
        if isinstance(got, str):
            broken = told(got)
            continue
        documents += got.documents
        findings += got.findings
        sources += got.sources
    return Report(tuple(documents), tuple(findings), tuple(sources)), broken


def _printed(o: Options, reporter: Reporter, jobs: Sequence[Job], found: Report, notes: list[str], read: Sequence[str]) -> bool:
    """Print what is to be shown, and tell whether there is something that fails the run."""
    from checker import plan
    from checker.report import Run

    by_path = {j.path: j for j in jobs}
    live = [f for f in found.findings if f.state == "new"]
    shown = [f for f in (found.findings if reporter.states else live) if plan.at_least(f, by_path, "level")]
    mendable = sum(1 for f in shown if f.fix is not None and f.fix.safe and f.state == "new")
    if mendable:
        notes = [*notes, f"{mendable} of these can be mended by --fix; --show-fixes shows how."]
    colour = not o.no_color and not o.output and "NO_COLOR" not in os.environ and sys.stdout.isatty()
    books: list[Ledger] = []
    if reporter.articles:
        from checker.session.after import ledgers

        books = ledgers(jobs, found.documents)
    run = Run(__version__, [(d.path, d.words, d.checked) for d in found.documents], shown, tuple({r.id: r for j in jobs for r in j.rules}.values()),
              colour, o.quiet, books, notes, found.sources)
    if o.output and is_folder(o.output):
        from checker.session.folder import write_each

        write_each(o.output, reporter, run, _rendered, read)
    else:
        write(_rendered(reporter, run), o.output)
    return any(plan.at_least(f, by_path, "fail_on") for f in live)


def _sifted(o: Options, config: Config | None, jobs: Sequence[Job], findings: list[Finding], paths: Sequence[str]) -> tuple[list[Finding], list[str]]:
    """The findings with their states and without those outside the changed lines; and what a reader of the report should know."""
    from checker.config.find import remarks
    from checker.read.plain import standard_input

    if not (config or o.baseline or o.diff or any(remarks(p, standard_input() if p == "-" else b"") for p in paths)):
        return findings, []
    from checker import plan
    from checker.config import ConfigError
    from checker.sift import SiftError
    from checker.sift.run import Article, sift

    by_path = {j.path: j for j in jobs}
    try:
        articles = [Article(p, tuple(r.id for r in by_path[p].rules), plan.accepts(config, p)) for p in paths]
        return sift(findings, articles, lambda: [r.id for r in rules_of((), (), o.folders, examples=False)], o.diff,
                    None if o.write_baseline else o.baseline, told)
    except (ConfigError, SiftError) as e:
        fail(str(e))


def _shown_in(form: str | None, output: str | None) -> Reporter:
    from checker import report

    found = report.chosen(form, output)
    if found is None:
        fail(f"--format {form}: no such form{nearest(form or '', report.reporters())}; known are {', '.join(report.reporters())}")
    suffix = os.path.splitext(output or "")[1]
    if form is None and suffix and not is_folder(output) and not report.follows(output or ""):
        fail(f"--output {output}: no form of report has the suffix {suffix}; name one with --format ({', '.join(report.reporters())})")
    if found.binary and output is None:
        fail(f"--format {found.name}: is no text for a terminal; name a file with --output")
    return found


def _rendered(reporter: Reporter, run: Run) -> str | bytes:
    from checker.plugins import PluginError
    from checker.report import render

    try:
        return render(reporter, run)
    except PluginError as e:
        fail(str(e))
