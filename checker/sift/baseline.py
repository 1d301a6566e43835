"""The baseline: findings that were there when a desk began to use the program, left out until they are worked off.

A finding is known by its article (a path seen from the baseline's folder) and its fingerprint, which holds words and neighbours but no
line, so a baseline survives edits elsewhere in the article. The file is sorted JSON with a line for each finding, to be read in a review.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Sequence

from checker.findings import Finding
from checker.sift import SiftError

SCHEMA = 1


class BaselineError(SiftError):
    """A baseline that cannot be used: file, place, remedy."""


Key = tuple[str, str]


def _key(finding: Finding, folder: str) -> Key:
    path = finding.evidence[0].path
    relative = os.path.relpath(path, folder) if path != "-" else path
    return relative.replace(os.sep, "/"), finding.fingerprint


def read(path: str) -> frozenset[Key]:
    """The findings of the file; BaselineError when it is none, or of another form."""
    try:
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such baseline; make it with --baseline {path} --write-baseline") from None
    except OSError as e:
        raise BaselineError(f"{path}: cannot be read: {e.strerror}") from None
    except json.JSONDecodeError as e:
        raise BaselineError(f"{path}:{e.lineno}: is no baseline: {e.msg}; make it anew with --write-baseline") from None
    except (UnicodeDecodeError, RecursionError):
        raise BaselineError(f"{path}: is no baseline; make it anew with --write-baseline") from None
    if not isinstance(table, dict) or "baseline" not in table:
        raise BaselineError(f"{path}: is no baseline (“baseline” is missing); make it anew with --write-baseline")
    if table["baseline"] != SCHEMA:
        raise BaselineError(f"{path}: is a baseline of version {table['baseline']!r}, this program reads version {SCHEMA}; "
                            "make it anew with --write-baseline")
    found = table.get("findings")
    if not isinstance(found, list):
        raise BaselineError(f"{path}: is no baseline (“findings” is no list); make it anew with --write-baseline")
    for number, f in enumerate(found, 1):
        if not isinstance(f, dict) or not all(isinstance(f.get(k), str) for k in ("path", "fingerprint")):
            raise BaselineError(f"{path}: finding {number} lacks “path” or “fingerprint”; make it anew with --write-baseline")
    return frozenset((f["path"], f["fingerprint"]) for f in found)


def apply(findings: Sequence[Finding], known: Collection[Key], path: str) -> tuple[list[Finding], set[Key]]:
    """The findings, those of the baseline at `path` in the state "known"; and the entries that were met."""
    folder = os.path.dirname(os.path.abspath(path))
    met = set()
    out = []
    for f in findings:
        key = _key(f, folder)
        if key in known and f.state == "new":
            met.add(key)
            f = f._replace(state="known")
        out.append(f)
    return out, met


def written(findings: Sequence[Finding], path: str) -> str:
    """The text of a baseline at `path` that holds the findings, those accepted left out."""
    folder = os.path.dirname(os.path.abspath(path))
    rows = sorted({(*_key(f, folder), f.rule, " | ".join(" ".join(e.text.split()) for e in f.evidence)) for f in findings if f.state != "accepted"})
    lines = [json.dumps({"path": p, "rule": r, "words": w, "fingerprint": d}, ensure_ascii=False) for p, d, r, w in rows]
    return f'{{"baseline": {SCHEMA}, "findings": [\n' + ",\n".join(lines) + "\n]}\n"
