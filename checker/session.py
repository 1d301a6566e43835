"""A run over files, from names to a printed report: what every front end does with the engine.

Everything that a run does not use is imported where it is used: start-up is most of the time of checking one article.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from checker import __version__

if TYPE_CHECKING:
    from checker.config.read import Config
    from checker.engine import DocumentReport, Report, SourceReport
    from checker.link.ledger import Ledger
    from checker.model import Finding, Rule
    from checker.plan import Job
    from checker.read.source import Source
    from checker.report import Reporter, Run

    # (paths, rules, options) → reports in the order of the paths, and whether something could not be used
    Runner = Callable[[Sequence[str], Sequence[Rule], "Options"], tuple[Iterable[Report | str], bool]]

_POOL_FROM = 100  # files; below that starting processes costs more than it saves


class Options(NamedTuple):
    """What `check FILES…` was told; `jobs` 0 decides by the number of files, `date` is ISO, `form` None follows `output`.

    `against` names sources, `dates` are (file, ISO date or time) of single documents, `strict_sources` warns of what no source has.
    `given` are the fields that stood on the command line, which a configuration does not change.
    """

    files: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: str = "warning"
    fail_on: str = "error"
    date: str | None = None
    form: str | None = None
    output: str | None = None
    folders: tuple[str, ...] = ()
    jobs: int = 0
    quiet: bool = False
    no_color: bool = False
    against: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    strict_sources: bool = False
    house: str | None = None
    given: frozenset[str] = frozenset()
    config: str | None = None
    no_config: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    diff: str | None = None
    fix: bool = False
    unsafe: bool = False
    show_fixes: bool = False
    stats: bool = False
    tracked: str = "accepted"


def check(o: Options, beside: Runner | None = None) -> int:
    """Check files, each on its own or `beside` its sources, and print the report; returns the exit code."""
    from checker import plan
    from checker.report import Run

    o, config = configured(o)
    reporter = _shown_in(o.form, o.output)
    paths, broken = expanded(o.files)
    may_write(o.output, [*paths, *o.against, *filter(None, (o.house, o.baseline, o.config))])
    jobs = planned(o, config, paths)
    documents: list[DocumentReport] = []
    findings: list[Finding] = []
    sources: list[SourceReport] = []
    reports, trouble = _reports(o, jobs, beside)
    broken = broken or trouble
    for got in _progress(reports, len(jobs), o.quiet):
        if isinstance(got, str):
            broken = told(got)
            continue
        documents += got.documents
        findings += got.findings
        sources += got.sources
    findings, notes = _sifted(o, config, jobs, findings, [d.path for d in documents])
    if o.write_baseline:
        return _write_baseline(o, findings) or 2 * broken
    if o.fix or o.show_fixes:
        ended = _fixed(o, findings, beside)
        if ended is not None:
            return 2 if broken else ended
    by_path = {j.path: j for j in jobs}
    live = [f for f in findings if f.state == "new"]
    shown = [f for f in (findings if reporter.states else live) if plan.at_least(f, by_path, "level")]
    mendable = sum(1 for f in shown if f.fix is not None and f.fix.safe and f.state == "new")
    if mendable:
        notes = [*notes, f"{mendable} of these can be mended by --fix; --show-fixes shows how."]
    colour = not o.no_color and not o.output and "NO_COLOR" not in os.environ and sys.stdout.isatty()
    run = Run(__version__, [(d.path, d.words, d.checked) for d in documents], shown, tuple({r.id: r for j in jobs for r in j.rules}.values()), colour, o.quiet,
              _ledgers(reporter, jobs, documents), notes, sources)
    write(_rendered(reporter, run), o.output)
    if o.stats:
        _tell_stats(jobs)
    return 2 if broken else int(any(plan.at_least(f, by_path, "fail_on") for f in live))


def configured(o: Options) -> tuple[Options, Config | None]:
    """The options with what the configuration, if there is one, says where the command line is silent."""
    from checker import plan
    from checker.config import ConfigError

    try:
        config = plan.configuration(o.files, o.config, o.no_config)
        return (o._replace(**plan.filled(o._asdict(), o.given, config)) if config else o), config
    except ConfigError as e:
        fail(str(e))


def planned(o: Options, config: Config | None, paths: Sequence[str]) -> list[Job]:
    """What is to be done with each path."""
    from checker import plan
    from checker.config import ConfigError

    try:
        if config and (config.rules or config.sections):
            plan.check_names(config, [r.id for r in rules_of((), (), o.folders, examples=False)])
        return plan.jobs(paths, o, config, lambda select, ignore, beside: _strict(
            rules_of(select, ignore, o.folders, examples=False, alone=not beside), o.strict_sources), o.fix or o.show_fixes)
    except ConfigError as e:
        fail(str(e))


def _reports(o: Options, jobs: list[Job], beside: Runner | None) -> tuple[Iterable[Report | str], bool]:
    """Reports in the order of the jobs, and whether a source could not be used; jobs of one kind that follow each other run together."""
    if not any(j.beside for j in jobs):
        return _run(jobs, o.jobs), False
    from itertools import chain, groupby

    out: list[Iterable[Report | str]] = []
    broken = False
    for (together, against, date, _), group in groupby(jobs, key=lambda j: (j.beside, j.against, j.date, id(j.rules))):
        same = list(group)
        if together and beside is not None:
            reports, trouble = beside([j.path for j in same], same[0].rules, o._replace(against=against, date=date))
            broken = broken or trouble
            out.append(reports)
        else:
            out.append(_run(same, o.jobs))
    return chain.from_iterable(out), broken


def _progress(steps: Iterable[Report | str], total: int, quiet: bool) -> Iterable[Report | str]:
    if total < 2 or quiet:
        return steps
    from checker.progress import shown

    return shown(steps, total)


def fail(message: str) -> NoReturn:
    """Tell on standard error what cannot be used, and end with exit code 2."""
    from checker.report.shown import safe

    sys.stderr.writelines(f"check: {safe(line)}\n" for line in message.split("\n"))
    sys.exit(2)


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint “did you mean …”, or nothing when no known word is near."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _split(values: Sequence[str]) -> list[str]:
    return [w.strip() for v in values for w in v.split(",") if w.strip()]


def _fits(rule: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(rule, pattern) or rule.split("/")[0] == pattern


def rules_of(select: Sequence[str], ignore: Sequence[str], folders: Sequence[str], examples: bool = True,
             alone: bool = False) -> tuple[Rule, ...]:
    """The rules of the run; unknown names are told with the nearest known one.

    Where documents are checked `alone`, the families that compare documents are not read, unless an option names rules.
    """
    from checker import rulebook
    from checker.plugins import PluginError

    try:
        without = rulebook.ACROSS if alone and not (select or ignore) else frozenset()
        known = {r.id: r for r in rulebook.builtin(examples, without)}
        for folder in folders:
            known |= {r.id: r for r in rulebook.load(folder)}
    except (rulebook.RuleError, PluginError) as e:
        fail(str(e))
    for option, patterns in (("--select", _split(select)), ("--ignore", _split(ignore))):
        for p in patterns:
            if not any(_fits(k, p) for k in known):
                fail(f"{option} {p}: no rule of this name{nearest(p, known)}; “check rules” lists them")

    chosen = [r for k, r in sorted(known.items()) if (not select or any(_fits(k, p) for p in _split(select)))
              and not any(_fits(k, p) for p in _split(ignore))]
    if not chosen:
        fail("no rule is left to run; look at --select and --ignore")
    return tuple(chosen)


def _strict(rules: tuple[Rule, ...], strict: bool) -> tuple[Rule, ...]:
    return tuple(r._replace(severity="warning") if strict and r.check == "unsupported" else r for r in rules)


def source_of(path: str, tracked: str = "accepted", tell: bool = True) -> Source | str:
    """The source, or what is wrong with the file; `tell` a guess at its format. `tracked` changes are "accepted" or "rejected"."""
    from checker.read.plain import ReadError, read

    try:
        if path.endswith(".txt"):
            return read(path)
        from checker.plugins import PluginError, readers
        from checker.read import readers as known

        try:
            return known.read(path, known.Choices(tracked), readers, tell)
        except PluginError as e:
            return f"{path}: {e}"
    except ReadError as e:
        return str(e)


def _check_one(job: Job) -> Report | str:
    from checker.engine import check_source

    source = source_of(job.path, job.tracked)
    return source if isinstance(source, str) else check_source(source, job.rules, job.date)


def _run(work: list[Job], jobs: int) -> Iterable[Report | str]:
    """Reports in the order of the jobs, whatever the number of processes."""
    if jobs == 1 or (jobs == 0 and len(work) < _POOL_FROM) or len(work) < 2:
        yield from map(_check_one, work)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        yield from pool.map(_check_one, work, chunksize=max(1, min(16, len(work) // 8)))


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


def _tell_stats(jobs: Sequence[Job]) -> None:
    from checker.stats import Clock

    clock = Clock()
    for job in jobs:
        clock.article(job.path, source_of, job.rules, job.date)
    sys.stderr.writelines(f"{line}\n" for line in clock.lines())


def _write_baseline(o: Options, findings: Sequence[Finding]) -> int:
    """Write the baseline and tell how much it holds."""
    from checker.sift.baseline import written

    if o.baseline is None:
        fail("--write-baseline: which file? name it with --baseline FILE")
    may_write(o.baseline, o.files, "--baseline")
    write(written(findings, o.baseline), o.baseline, "--baseline")
    count = sum(1 for f in findings if f.state != "accepted")
    sys.stderr.write(f"check: {count} finding{'' if count == 1 else 's'} written to {o.baseline}\n")
    return 0


def _fixed(o: Options, findings: Sequence[Finding], beside: Runner | None) -> int | None:
    """Apply or show the fixes; the exit code, or None where the report of what is left follows."""
    from checker import fixes

    chosen = [f for f in findings if f.state == "new" and f.fix is not None and (f.fix.safe or o.unsafe)]
    changes, trouble = fixes.changes(chosen)
    for line in trouble:
        told(line)
    if o.show_fixes:
        write("".join(fixes.diff(c, not o.output and sys.stdout.isatty()) for c in changes), o.output)
        return int(bool(changes))
    done = [c for c in changes if not ((line := fixes.apply(c)) and told(line))]
    sys.stderr.write(f"check: {fixes.told(done)}\n")
    if len(done) < len(changes):
        return 2
    return check(o._replace(fix=False), beside) if changes else None


def told(message: str) -> bool:
    """Tell on standard error what is wrong with a file; True, for “something was broken”."""
    from checker.report.shown import safe

    sys.stderr.write(f"check: {safe(message)}\n")
    return True


def expanded(names: Sequence[str]) -> tuple[list[str], bool]:
    """The files that names, folders and patterns stand for, and whether some could not be used (told on standard error)."""
    from checker.read.paths import PathError, expand

    paths: list[str] = []
    broken = False
    for got in expand(names):
        if isinstance(got, PathError):
            broken = told(str(got))
        else:
            paths.append(got)
    return paths, broken


def _shown_in(form: str | None, output: str | None) -> Reporter:
    from checker import report

    found = report.chosen(form, output)
    if found is None:
        fail(f"--format {form}: no such form{nearest(form or '', report.reporters())}; known are {', '.join(report.reporters())}")
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


def _ledgers(reporter: Reporter, jobs: Sequence[Job], documents: Sequence[DocumentReport]) -> list[Ledger]:
    """The articles read again, for the reports that show them."""
    if not reporter.articles:
        return []
    from checker.engine import ledger

    by_path = {j.path: j for j in jobs}
    sources = [(source_of(d.path, by_path[d.path].tracked, tell=False), by_path[d.path].date) for d in documents]
    return [ledger([s], date or s.date) for s, date in sources if not isinstance(s, str)]


def may_write(output: str | None, paths: Sequence[str], option: str = "--output") -> None:
    """End with a message where the report cannot be written to the file, or would overwrite an article."""
    if output is None:
        return
    if any(os.path.exists(output) and p != "-" and os.path.exists(p) and os.path.samefile(output, p) for p in paths):
        fail(f"{option} {output}: is one of the files that are read; name another file")
    folder = os.path.dirname(output) or "."
    if os.path.isdir(output) or not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        fail(f"{option} {output}: cannot be written there; name a file in a folder that exists and that you may write to")


def write(words: str | bytes, output: str | None, option: str = "--output") -> None:
    """To standard output, or to the file as a whole or not at all."""
    if output is None:
        if isinstance(words, bytes):
            sys.stdout.buffer.write(words)
        else:
            sys.stdout.write(words)
        sys.stdout.flush()
        return
    draft = f"{output}.part{os.getpid()}"
    try:
        with open(draft, "wb") as file:
            file.write(words.encode() if isinstance(words, str) else words)
        os.replace(draft, output)
    except OSError as e:
        if os.path.exists(draft):
            os.unlink(draft)
        fail(f"{option} {output}: cannot be written: {e.strerror}")
