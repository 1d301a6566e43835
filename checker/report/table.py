"""Findings as a table, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from checker.findings import Finding
from checker.report import Run
from checker.report.shown import at, short


def report(run: Run) -> str:
    """The table, and under it what was compared."""
    from checker.report.text import with_summary

    return with_summary(run, render(run.findings))


def render(findings: Sequence[Finding]) -> str:
    """Place, severity, rule, and what stands at the first two places."""
    if not findings:
        return ""
    from tabulate import tabulate

    rows = [[at(f.evidence[0]), f.severity, f.rule,
             short(f.evidence[0].text, 40), *(_that(f))] for f in findings]
    return str(tabulate(rows, headers=["place", "severity", "rule", "here", "there", "in line"], disable_numparse=True)) + "\n"


def _that(f: Finding) -> list[str]:
    if len(f.evidence) < 2:
        return ["", ""]
    return [short(f.evidence[1].text, 40), str(f.evidence[1].line or f.evidence[1].where)]
