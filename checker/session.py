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
    from checker.engine import DocumentReport, Report, SourceReport
    from checker.model import Finding, Rule
    from checker.read.source import Source

    # (paths, rules, options) → reports in the order of the paths, and whether something could not be used
    Runner = Callable[[Sequence[str], Sequence[Rule], "Options"], tuple[Iterable[Report | str], bool]]

_POOL_FROM = 100  # files; below that starting processes costs more than it saves


class Options(NamedTuple):
    """What `check FILES…` was told; `jobs` 0 decides by the number of files, `date` is ISO, `form` None follows `output`.

    `against` names sources, `dates` are (file, ISO date or time) of single documents, `strict_sources` warns of what no source has.
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


def check(o: Options, run: Runner | None = None) -> int:
    """Check files, each on its own unless `run` makes the reports, and print the report; returns the exit code."""
    from checker.model import RANK

    rules = rules_of(o.select, o.ignore, o.folders, examples=False, alone=run is None)
    needed = min(RANK[o.level], RANK.get(o.fail_on, 2))
    rules = tuple(r for r in _strict(rules, o.strict_sources) if RANK[r.severity] >= needed)  # severities are only ever lowered
    form = o.form or ("json" if o.output and o.output.endswith(".json") else "text")
    paths, broken = expanded(o.files)
    may_write(o.output, paths)
    documents: list[DocumentReport] = []
    findings: list[Finding] = []
    sources: list[SourceReport] = []
    reports, trouble = (_run(paths, rules, o.date, o.jobs), False) if run is None else run(paths, rules, o)
    broken = broken or trouble
    for got in reports:
        if isinstance(got, str):
            broken = told(got)
            continue
        documents += got.documents
        findings += got.findings
        sources += got.sources
    shown = [f for f in findings if RANK[f.severity] >= RANK[o.level]]
    colour = not o.no_color and not o.output and "NO_COLOR" not in os.environ and sys.stdout.isatty()
    write(_report(form, documents, shown, colour, o.quiet, sources), o.output)
    if broken:
        return 2
    return int(o.fail_on != "never" and any(RANK[f.severity] >= RANK[o.fail_on] for f in findings))


def fail(message: str) -> NoReturn:
    """Tell on standard error what cannot be used, and end with exit code 2."""
    sys.stderr.write(f"check: {message}\n")
    sys.exit(2)


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint “did you mean …”, or nothing when no known word is near."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _split(values: Sequence[str]) -> list[str]:
    return [w.strip() for v in values for w in v.split(",") if w.strip()]


def rules_of(select: Sequence[str], ignore: Sequence[str], folders: Sequence[str], examples: bool = True,
             alone: bool = False) -> tuple[Rule, ...]:
    """The rules of the run; unknown names are told with the nearest known one.

    Where documents are checked `alone`, the families that compare documents are not read, unless an option names rules.
    """
    from fnmatch import fnmatchcase
    from pathlib import Path

    from checker import rulebook
    from checker.plugins import PluginError

    try:
        without = rulebook.ACROSS if alone and not (select or ignore) else frozenset()
        known = {r.id: r for r in rulebook.builtin(examples, without)}
        for folder in folders:
            known |= {r.id: r for r in rulebook.load(Path(folder))}
    except (rulebook.RuleError, PluginError) as e:
        fail(str(e))
    for option, patterns in (("--select", _split(select)), ("--ignore", _split(ignore))):
        for p in patterns:
            if not any(fnmatchcase(k, p) or k.split("/")[0] == p for k in known):
                fail(f"{option} {p}: no rule of this name{nearest(p, known)}; “check rules” lists them")

    def fits(rule: str, patterns: Sequence[str]) -> bool:
        return any(fnmatchcase(rule, p) or rule.split("/")[0] == p for p in patterns)

    chosen = [r for k, r in sorted(known.items()) if (not select or fits(k, _split(select))) and not fits(k, _split(ignore))]
    if not chosen:
        fail("no rule is left to run; look at --select and --ignore")
    return tuple(chosen)


def _strict(rules: tuple[Rule, ...], strict: bool) -> tuple[Rule, ...]:
    return tuple(r._replace(severity="warning") if strict and r.check == "unsupported" else r for r in rules)


def source_of(path: str) -> Source | str:
    """The source, or what is wrong with the file."""
    from checker.read.plain import ReadError, read

    try:
        return read(path)
    except ReadError as e:
        return str(e)


def _check_one(job: tuple[str, tuple[Rule, ...], str | None]) -> Report | str:
    from checker.engine import check_source

    path, rules, date = job
    source = source_of(path)
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


def told(message: str) -> bool:
    """Tell on standard error what is wrong with a file; True, for “something was broken”."""
    sys.stderr.write(f"check: {message}\n")
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


def _report(form: str, documents: list[DocumentReport], shown: list[Finding], colour: bool, quiet: bool,
            sources: Sequence[SourceReport] = ()) -> str:
    if form == "json":
        from checker.report import json

        return json.render(__version__, [(d.path, d.words, d.checked) for d in documents], shown,
                           [(s.path, s.words, s.cover, s.same_story) for s in sources])
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
        by_path.setdefault(f.evidence[0].path, []).append(f)
    lines = [text.summary(d.path, d.words, dict(d.checked), by_path[d.path]) for d in documents]
    if len(documents) > 20:
        lines = [s for s, d in zip(lines, documents, strict=True) if by_path[d.path]]
        lines.append(f"{len(documents)} articles checked, {sum(1 for v in by_path.values() if v)} with findings.")
    if sources:
        lines += text.stories([(s.path, s.cover, s.same_story, s.sentences) for s in sources], {p: v for p, v in by_path.items() if v})
    return body + ("\n" if body else "") + "\n".join(lines) + ("\n" if lines else "")


def may_write(output: str | None, paths: Sequence[str]) -> None:
    """End with a message where the report cannot be written to the file, or would overwrite an article."""
    if output is None:
        return
    if any(os.path.exists(output) and p != "-" and os.path.exists(p) and os.path.samefile(output, p) for p in paths):
        fail(f"--output {output}: is one of the articles; name another file")
    folder = os.path.dirname(output) or "."
    if os.path.isdir(output) or not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        fail(f"--output {output}: cannot be written there; name a file in a folder that exists and that you may write to")


def write(words: str, output: str | None) -> None:
    """To standard output, or to the file as a whole or not at all."""
    if output is None:
        sys.stdout.write(words)
        sys.stdout.flush()
        return
    draft = f"{output}.part{os.getpid()}"
    try:
        with open(draft, "w", encoding="utf-8", newline="") as file:
            file.write(words)
        os.replace(draft, output)
    except OSError as e:
        if os.path.exists(draft):
            os.unlink(draft)
        fail(f"--output {output}: cannot be written: {e.strerror}")
