"""SARIF 2.1.0 (OASIS standard): one run, the rules that have findings, a result for each finding with its other places as related ones.

Columns count code points, which `columnKind` says. Paths below the working directory are relative references, as code-scanning hosts want
them; the fingerprint is a partial one, so that a host can follow a finding through edits. Accepted findings carry a suppression (in the
source for a comment, external for a sidecar or the configuration), those of a baseline an external one and the state "unchanged".
"""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.parse import quote

from checker.findings import Evidence, Finding, Rule
from checker.report import Run

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(run: Run) -> str:
    """One SARIF log."""
    told = sorted({f.rule for f in run.findings})
    known = {r.id: r for r in run.rules}
    driver = {"name": "check", "version": run.version, "semanticVersion": run.version,
              "rules": [_rule(known[k]) if k in known else {"id": k} for k in told]}
    log = {"$schema": SCHEMA, "version": "2.1.0",
           "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
                     "artifacts": [{"location": {"uri": uri(path)}} for path, _, _ in run.documents],
                     "results": [_result(f, told.index(f.rule)) for f in run.findings]}]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def uri(path: str) -> str:
    """The path as a relative reference (file URI where it is absolute), percent-encoded."""
    path = path.replace("\\", "/") if os.sep == "\\" else path
    path = os.path.normpath(path) if path != "-" else "stdin"
    return ("file://" if path.startswith("/") else "") + quote(path)


def _rule(r: Rule) -> dict[str, Any]:
    why = " ".join(r.why.split())
    return {"id": r.id, "shortDescription": {"text": r.title}, "fullDescription": {"text": why}, "help": {"text": why},
            "defaultConfiguration": {"level": _LEVELS[r.severity]}, "properties": {"tags": [r.id.split("/")[0]]}}


def _result(f: Finding, index: int) -> dict[str, Any]:
    out: dict[str, Any] = {
        "ruleId": f.rule, "ruleIndex": index, "level": _LEVELS[f.severity], "message": {"text": f.message},
        "locations": [_location(f.evidence[0])],
        "relatedLocations": [{"id": i, **_location(e), "message": {"text": _said(e)}} for i, e in enumerate(f.evidence[1:], 1)],
        "partialFingerprints": {"check/v1": f.fingerprint}}
    if f.state == "known":
        out["baselineState"] = "unchanged"
        out["suppressions"] = [{"kind": "external", "justification": "known by the baseline"}]
    if f.state == "accepted":
        out["suppressions"] = [_suppression(f)]
    return out


def _suppression(f: Finding) -> dict[str, Any]:
    """In the source where a comment in the article says so; external where a sidecar or a configuration does."""
    path, _, line = str(f.facts.get("accepted_at", "")).rpartition(":")
    out: dict[str, Any] = {"kind": "inSource" if path in {e.path for e in f.evidence} else "external", "status": "accepted",
                           "justification": str(f.facts.get("accepted", ""))}
    if path:
        region = {"region": {"startLine": int(line)}} if line.isdigit() else {}
        out["location"] = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, **region}}
    return out


def _said(e: Evidence) -> str:
    who = "" if e.voice.kind == "article" else f" ({e.voice.name or e.voice.via or 'a source'})"
    return f"“{' '.join(e.text.split())}”{who}"


def _location(e: Evidence) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(e.path)}}
    if e.line is not None and e.column is not None:
        physical["region"] = {"startLine": e.line, "startColumn": e.column, "endLine": e.end_line or e.line,
                              "endColumn": e.end_column or e.column, "snippet": {"text": e.text}}
    return {"physicalLocation": physical}
