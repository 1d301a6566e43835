"""Findings as Markdown, for a message, a ticket or a job's summary: what is wrong, both places, the working; nothing in it is run."""

from __future__ import annotations

import re

from checker.findings import Finding
from checker.report import Run
from checker.report.marked import KINDS, note
from checker.report.shown import safe
from checker.report.text import summary

_MARKS = re.compile(r"([\\`*_{}\[\]<>#+!|~@$^]|:(?=//|\w+:))")
_OPENING = re.compile(r"^(\s*)([-=]|\d+(?=[.)]\s))")


def report(run: Run) -> str:
    """A heading for each article, an item for each finding, and under it what was compared."""
    titles = {r.id: r.title for r in run.rules}
    by_path: dict[str, list[tuple[int, Finding]]] = {path: [] for path, _, _ in run.documents}
    for number, f in enumerate(run.findings, 1):
        by_path.setdefault(f.evidence[0].path, []).append((number, f))
    out = []
    for path, words, checked in run.documents:
        found = by_path[path]
        if not found and len(run.documents) > 20:
            continue
        out += [f"## {plain(path)}", ""]
        out += [line for n, f in found for line in _finding(n, f, titles)]
        if not run.quiet:
            out += [plain(summary(path, words, dict(checked), [f for _, f in found]).removeprefix(f"{safe(path)}: ")), ""]
    out += [plain(w) for w in run.notes]
    return "\n".join(out).rstrip("\n") + "\n"


def plain(words: str) -> str:
    """Words of an article as words: no mark of Markdown, no tag, no mention and no address is made of them."""
    escaped = _MARKS.sub(r"\\\1", safe(words).replace("&", "&amp;"))
    return _OPENING.sub(lambda m: f"{m[1]}&#{ord(m[2][0])};{m[2][1:]}", escaped).replace("www.", "www&#46;").replace("\\@", "&#64;")


def _finding(number: int, f: Finding, titles: dict[str, str]) -> list[str]:
    n = note(number, f, titles)
    lines = [f"- **{KINDS[f.severity].capitalize()}**: {plain(f.message)} (`{n.rule}`)"]
    lines += [f"  - {plain(p.where)}: {plain(p.before)}**{plain(p.words)}**{plain(p.after)}" + (f" ({plain(p.voice)})" if p.voice else "") for p in n.places]
    lines += [f"  - {plain(k)}: {plain(v)}" for k, v in n.working]
    return [*lines, ""]
