"""Findings as comma-separated values for a spreadsheet: a row for each place, the places of one finding under one number.

Written with a byte-order mark, without which Excel reads UTF-8 as Windows-1252. Cells that a spreadsheet would run are shown as text.
"""

from __future__ import annotations

import csv
import io

from checker.report import Run
from checker.report.shown import cell

HEADS = ("finding", "state", "severity", "rule", "file", "line", "column", "words", "voice", "message", "fingerprint")


def report(run: Run) -> str:
    """The head and the rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    for number, f in enumerate(run.findings, 1):
        for e in f.evidence:
            voice = e.voice.kind if e.voice.kind == "article" else e.voice.name or e.voice.via or e.voice.kind
            row = (f.state, f.severity, f.rule, e.path, str(e.line or e.label), str(e.column or ""), e.text, voice, f.message, f.fingerprint)
            writer.writerow([number, *map(cell, row)])
    return "\ufeff" + out.getvalue()
