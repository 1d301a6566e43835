"""GitLab's Code Quality report: a JSON list in the subset of Code Climate's form that GitLab reads.

Keys after GitLab's documentation, "Code Quality report format": description, check_name, fingerprint, location.path,
location.lines.begin, severity (info, minor, major, critical, blocker). Fingerprints must be unique in a report, so the path is mixed in.
"""

from __future__ import annotations

import json
import posixpath
from typing import Any

from checker.findings import Finding
from checker.report import Run

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(run: Run) -> str:
    """The list; an empty one without findings, which GitLab takes for "all settled"."""
    return json.dumps([_entry(f) for f in run.findings], ensure_ascii=False, indent=1) + "\n"


def _entry(f: Finding) -> dict[str, Any]:
    from hashlib import sha256

    here = f.evidence[0]
    path = posixpath.normpath(here.path.replace("\\", "/"))
    return {"description": f.message, "check_name": f.rule, "severity": _SEVERITIES[f.severity],
            "fingerprint": sha256(f"{path}|{f.fingerprint}".encode()).hexdigest(),
            "location": {"path": path, "lines": {"begin": here.line or 1, "end": here.end_line or here.line or 1}}}
