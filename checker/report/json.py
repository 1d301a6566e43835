"""The contract that other programs read: schema 1; the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from checker.findings import Evidence, Finding
from checker.model import Voice
from checker.report import Run

SCHEMA = 1


def report(run: Run) -> str:
    """The run as one JSON object."""
    return render(run.version, run.documents, run.findings, run.sources)


def render(version: str, documents: Sequence[tuple[str, int, Mapping[str, int]]], findings: Sequence[Finding],
           sources: Sequence[tuple[str, int, float, bool, int]] = ()) -> str:
    """One JSON object; `documents` are (path, words, what was compared), `sources` (path, words, share of the article covered, same story)."""
    out: dict[str, Any] = {"schema": SCHEMA, "tool": {"name": "checker", "version": version},
           "documents": [{"path": p, "words": w, "checked": dict(c)} for p, w, c in documents],
           "findings": [_finding(f) for f in findings]}
    if sources:
        out["sources"] = [{"path": p, "words": w, "cover": round(c, 3), "same_story": s} for p, w, c, s, _ in sources]
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def _finding(f: Finding) -> dict[str, Any]:
    fix = None
    if f.fix is not None:
        fix = {"safe": f.fix.safe, "why": f.fix.why,
               "edits": [{"path": e.path, "start": e.span.start, "end": e.span.end, "text": e.text} for e in f.fix.edits]}
    return {"rule": f.rule, "severity": f.severity, "message": f.message, "fingerprint": f.fingerprint, "state": f.state,
            "evidence": [_evidence(e) for e in f.evidence], "facts": dict(f.facts), "fix": fix}


def _evidence(e: Evidence) -> dict[str, Any]:
    place: dict[str, Any] = {"path": e.path, "line": e.line, "column": e.column, "end_line": e.end_line, "end_column": e.end_column}
    if e.line is None:
        place |= {"page": None, "paragraph": e.paragraph, "label": e.label}
    return {**place, "text": e.text, "voice": _voice(e.voice)}


def _voice(v: Voice) -> dict[str, str]:
    return {"kind": v.kind, **({"name": v.name} if v.name else {}), **({"via": v.via} if v.via else {})}
