"""Lines that changed since a revision, by git: what `--diff REV` looks at."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence

from checker.findings import Finding
from checker.sift import SiftError

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)
_ALL = range(1, 1 << 62)


class DiffError(SiftError):
    """A revision or folder that git cannot compare; the message says what to do."""


def _git(folder: str, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False,
                              env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"})
    except FileNotFoundError:
        raise DiffError("--diff: git is not installed; install it, or leave --diff out") from None
    if done.returncode:
        raise DiffError(f"--diff: git: {(done.stderr.decode(errors='replace').strip().splitlines() or ['failed'])[0]}")
    return done.stdout.decode(errors="surrogateescape")


def lines(paths: Iterable[str], revision: str) -> dict[str, list[range]]:
    """The changed lines of each path; all lines of a file that git does not know yet. DiffError outside of a repository."""
    roots: dict[str, tuple[str, str, set[str], set[str]]] = {}
    by_folder: dict[str, tuple[str, str, set[str], set[str]]] = {}
    out: dict[str, list[range]] = {}
    for path in paths:
        if path == "-":
            raise DiffError("--diff: standard input has no earlier revision; name the file")
        folder = os.path.dirname(os.path.realpath(path))
        if folder not in by_folder:
            root = _root(folder)
            if root not in roots:
                roots[root] = _changes(root, revision)
            by_folder[folder] = roots[root]
        root, commit, changed, new = by_folder[folder]
        relative = os.path.relpath(os.path.realpath(path), root).replace(os.sep, "/")
        out[path] = [_ALL] if relative in new else _hunks(root, commit, relative) if relative in changed else []
    return out


def _root(folder: str) -> str:
    try:
        return _git(folder, "rev-parse", "--show-toplevel").removesuffix("\n")
    except DiffError as e:
        if "not a git repository" in str(e):
            raise DiffError(f"--diff: {folder} is in no git repository; leave --diff out, or use --baseline") from None
        raise


def _changes(root: str, revision: str) -> tuple[str, str, set[str], set[str]]:
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except DiffError:
        raise DiffError(f"--diff {revision}: git knows no such revision here; in CI, fetch the whole history (fetch-depth: 0)") from None
    changed = set(_git(root, "diff", "--name-only", "-z", "--no-renames", commit, "--").split("\0"))
    new = set(_git(root, "ls-files", "--others", "-z").split("\0"))
    return root, commit, changed, new


def _hunks(root: str, commit: str, relative: str) -> list[range]:
    told = _git(root, "--literal-pathspecs", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--text", commit, "--", relative)
    found = [(int(m[1]), int(m[2] or 1)) for m in _HUNK.finditer(told)]
    # a deletion leaves no line of its own: the two lines that now meet are what changed
    return [range(start, start + count) if count else range(start, start + 2) for start, count in found]


def touching(findings: Sequence[Finding], changed: Mapping[str, Sequence[range]]) -> list[Finding]:
    """The findings with a place in the changed lines; a place without a line counts when its file changed at all."""
    def touched(f: Finding) -> bool:
        for e in f.evidence:
            for r in changed.get(e.path, ()):
                if e.line is None or (e.line < r.stop and (e.end_line or e.line) >= r.start):
                    return True
        return False
    return [f for f in findings if touched(f)]
