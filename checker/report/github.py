"""Workflow commands of GitHub Actions: one annotation a finding, at its first place, the other places told in its words.

Escaping after GitHub's toolkit (actions/toolkit, packages/core/src/command.ts): `%`, CR and LF in the message, `:` and `,` too in properties.
"""

from __future__ import annotations

from checker.findings import Finding
from checker.report import Run
from checker.report.shown import safe, short

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(run: Run) -> str:
    """One line a finding; the empty string without findings."""
    return "".join(_line(f) for f in run.findings)


def _message(words: str) -> str:
    return safe(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")


def _line(f: Finding) -> str:
    here = f.evidence[0]
    place = [("file", here.path)]
    if here.line is not None:
        place += [("line", str(here.line)), ("endLine", str(here.end_line or here.line)), ("col", str(here.column))]
        if here.end_line == here.line and here.end_column:
            place.append(("endColumn", str(max(here.end_column - 1, here.column or 1))))
    place.append(("title", f.rule))
    there = [f"{e.path} line {e.line}: “{short(e.text, 80)}”" if e.path != here.path else f"line {e.line}: “{short(e.text, 80)}”"
             for e in f.evidence[1:] if e.line is not None]
    told = f.message + (f" ({'; '.join(there)})" if there else "")
    return f"::{_COMMANDS[f.severity]} {','.join(f'{k}={_property(v)}' for k, v in place)}::{_message(told)}\n"
