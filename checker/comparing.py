"""A run with sources: reads them, tells what cannot be used, and holds every article against the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from checker import engine
from checker.engine import Report, check_against
from checker.engine import run as run_rules
from checker.findings import Finding, Rule
from checker.link import link
from checker.link.ledger import Analysis
from checker.read.source import Source
from checker.report.shown import short
from checker.session.inputs import expanded, source_of
from checker.session.jobs import shielded
from checker.session.told import fail, may_write, told, write

if TYPE_CHECKING:
    from checker.read.house import House
    from checker.session.options import Options



def run(paths: Sequence[str], rules: Sequence[Rule], o: Options) -> tuple[Iterator[Report | str], bool]:
    """Reports in the order of the articles, and whether a source could not be used (told on standard error)."""
    style = _style(o.house)
    if "-" in paths and "-" in o.against:
        fail("--against -: standard input is the article already; put one of the two into a file")
    dates = {_key(file): when for file, when in o.dates}
    sources, broken = _sources(o, dates)
    broken = _divided(sources, rules) or broken
    broken = _unknown(o.dates, [*paths, *(s.document.source.path for s in sources)]) or broken
    texts: dict[str, str] = {}
    articles = [_article(p, dates, texts, o) for p in paths]
    for s in sources:
        same = [p for p, text in texts.items() if _key(p) == _key(s.document.source.path) or text == s.document.text]
        if same:
            broken = told(f"{s.document.source.path}: is the article itself ({same[0]}), so nothing can differ; name its source instead")
    return (_report(a, sources, rules, o, style) for a in articles), broken


_FORMS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


def compare(files: Sequence[str], form: str | None, output: str | None, tracked: str = "accepted", language: str = "english") -> int:
    """Print the matrix of two or more documents; the exit code: 0, or 2 where a document could not be used."""
    from checker.link.matrix import matrix
    from checker.report.matrix import render

    found, broken = _read(files, {}, tracked, language)
    if len(found) < 2:
        fail(f"compare: {len(found)} document{'' if len(found) == 1 else 's'} to compare; name two or more")
    may_write(output, files)
    table = render(matrix(engine.compare(found)), form or _FORMS.get(os.path.splitext(output or "")[1].lower(), "text"),
                   [a.document.source.unit for a in found])
    write(table, output)
    return 2 if broken else 0


def _style(path: str | None) -> House | None:
    """The house style; a file that cannot be used ends the run."""
    if path is None:
        return None
    from checker.read.house import HouseError, read

    try:
        return read(path)
    except HouseError as e:
        fail(str(e))


def draft(files: Sequence[str], output: str | None, tracked: str = "accepted", language: str = "english") -> int:
    """Print a house style drafted from copy; the exit code."""
    from checker.report.house import draft as drafted

    found, broken = _read(files, {}, tracked, language)
    if not found:
        fail("house: nothing to draft from; name articles")
    may_write(output, files)
    write(drafted(link(found)), output)
    return 2 if broken else 0


def _article(path: str, dates: dict[str, str], texts: dict[str, str], o: Options) -> Source | str:
    source = source_of(path, o.tracked, language=o.language)
    if isinstance(source, Source):
        source.date = dates.get(_key(path)) or o.date or source.date  # what the user says stands above what the file says
        texts[path] = source.text
    return source


def _report(article: Source | str, sources: Sequence[Analysis], rules: Sequence[Rule], o: Options, style: House | None) -> Report | str:
    if isinstance(article, str):
        return article
    article.date = article.date or o.date
    others = [s for s in sources if _key(s.document.source.path) != _key(article.path) and s.document.text != article.text]
    report, trouble = shielded(article.path, lambda: check_against(article, others, rules, article.date[:10] if article.date else None, style))
    return trouble if report is None else report


def _key(path: str) -> str:
    return path if path == "-" else os.path.realpath(path)


def _sources(o: Options, dates: dict[str, str]) -> tuple[list[Analysis], bool]:
    """The sources read through; what cannot be compared is told and left out."""
    return _read(o.against, dates, o.tracked, o.language)


def _read(named: Sequence[str], dates: dict[str, str], tracked: str, language: str) -> tuple[list[Analysis], bool]:
    names, broken = expanded(named)
    found = []
    for name in names:
        source = source_of(name, tracked, language=language)
        trouble = source if isinstance(source, str) else unusable(source)
        if trouble or isinstance(source, str):
            broken = told(trouble)
            continue
        source.role, source.date = "source", dates.get(_key(name), source.date)
        analysis, trouble = shielded(name, partial(engine.analyse, source))
        if analysis is None:
            broken = told(trouble)
        else:
            found.append(analysis)
    return found, broken


_OWN = frozenset({"numbers/quantity", "numbers/scale", "names/spelling", "names/title"})


def _divided(sources: Sequence[Analysis], rules: Sequence[Rule]) -> bool:
    """Tell of sources that contradict themselves; they are compared all the same. True when there was one."""
    own = [r for r in rules if r.id in _OWN]
    divided = False
    for s in sources:
        found, trouble = shielded(s.document.source.path, partial(_contradictions, s, own))
        wrong = [f for f in found or () if f.severity == "error"]
        if trouble:
            divided = told(trouble)
        elif wrong:
            a, b = wrong[0].evidence[:2]
            divided = told(f"{a.path}: contradicts itself: “{short(a.text, 60)}” in line {a.line}, “{short(b.text, 60)}” in line {b.line}"
                           + (f", and {len(wrong) - 1} more" if len(wrong) > 1 else "") + "; check it on its own before you rely on it")
    return divided


def _contradictions(source: Analysis, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    return run_rules(link([source]), rules)


def unusable(source: Source) -> str:
    """Why a text cannot serve as a source, with the remedy; "" when it can."""
    if not source.text.strip():
        return f"{source.path}: holds no words; name the file that has the source's text"
    return ""


def _unknown(dates: Sequence[tuple[str, str]], paths: Sequence[str]) -> bool:
    """Tell of a --date for a file that is not read; True when there was one."""
    known = {_key(p) for p in paths}
    wrong = [file for file, _ in dates if _key(file) not in known]
    for file in wrong:
        told(f"--date {file}=…: no such document in this run; name the file as on the command line")
    return bool(wrong)
