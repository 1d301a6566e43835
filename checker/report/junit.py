"""JUnit XML, as Jenkins, GitLab and others read it: a suite for each article, a failed case for each finding.

Errors and warnings are failures, notes are told in `system-out`; an article without findings is one case that passed. The form follows the
schema of Jenkins' xunit plug-in (testsuites > testsuite > testcase > failure).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.findings import Finding
from checker.report import Run
from checker.report.shown import safe
from checker.report.text import render

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(run: Run) -> str:
    """One `testsuites` element."""
    by_path: dict[str, list[Finding]] = {path: [] for path, _, _ in run.documents}
    for f in run.findings:
        by_path.setdefault(f.evidence[0].path, []).append(f)
    failed = sum(1 for f in run.findings if f.severity != "info")
    cases = sum(max(1, len(v)) for v in by_path.values())
    suites = "".join(_suite(path, found) for path, found in by_path.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="check" tests="{cases}" failures="{failed}" errors="0">\n{suites}</testsuites>\n'


def _text(words: str) -> str:
    words = _NO_XML.sub("\ufffd", words)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(words: str) -> str:
    return _text(safe(words)).replace('"', "&quot;")


def _suite(path: str, found: Sequence[Finding]) -> str:
    failed = sum(1 for f in found if f.severity != "info")
    cases = [_case(path, f) for f in found] or [f'  <testcase classname="{_attribute(path)}" name="consistent"/>\n']
    return f' <testsuite name="{_attribute(path)}" tests="{len(cases)}" failures="{failed}" errors="0">\n{"".join(cases)} </testsuite>\n'


def _case(path: str, f: Finding) -> str:
    line = f.evidence[0].line
    name = f"{f.rule}, line {line}" if line is not None else f.rule
    head = f'  <testcase classname="{_attribute(path)}" name="{_attribute(name)}" file="{_attribute(path)}" line="{line or 1}">\n'
    shown = _text(render([f]))
    if f.severity == "info":
        return f"{head}   <system-out>{shown}</system-out>\n  </testcase>\n"
    return f'{head}   <failure type="{f.severity}" message="{_attribute(f.message)}">{shown}</failure>\n  </testcase>\n'
