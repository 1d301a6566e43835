"""Fixes: what would settle a finding, put into the user's file as a whole or not at all.

The file is read again in its own encoding, changed only where it still has the words that were checked, compared, written beside itself and
moved into place; so a failure at any point leaves the original as it was. Byte-order mark, line ends and permissions stay.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Sequence

from checker.findings import Edit, Finding
from checker.read.plain import ReadError, decode
from checker.records import NamedTuple

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Change(NamedTuple):
    """A file before and after, and how many findings that settles."""

    path: str
    before: str
    after: str
    settled: int
    encoding: str
    mark: bytes


def changes(findings: Sequence[Finding]) -> tuple[list[Change], list[str]]:
    """One change for each file, and what cannot be changed; of two fixes that overlap the first is taken."""
    by_path: dict[str, list[Finding]] = {}
    for f in findings:
        if f.fix is not None:
            by_path.setdefault(f.evidence[0].path, []).append(f)
    out: list[Change] = []
    trouble: list[str] = []
    for path, own in by_path.items():
        got = _change(path, own)
        if isinstance(got, str):
            trouble.append(got)
        elif got.before != got.after:
            out.append(got)
    return out, trouble


def _change(path: str, findings: Sequence[Finding]) -> Change | str:
    if path == "-":
        return "standard input: cannot be fixed in place; name the file, or use --show-fixes on it"
    try:
        with open(path, "rb") as file:
            data = file.read()
        text = decode(data, path)
    except (OSError, ReadError) as e:
        return f"{path}: cannot be fixed: {e}"
    taken: list[Edit] = []
    count = 0
    for f in findings:
        edits = f.fix.edits if f.fix else ()
        if all(e.path == path for e in edits) and not any(_overlap(e, t) for e in edits for t in taken):
            taken += edits
            count += 1
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8" if _is_utf8(data) else "cp1252"))
    return Change(path, text, edited(text, taken), count, encoding, mark)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _overlap(a: Edit, b: Edit) -> bool:
    return a.span.start < b.span.end and b.span.start < a.span.end or a.span == b.span


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made."""
    for e in sorted(edits, key=lambda e: e.span.start, reverse=True):
        text = text[:e.span.start] + e.text + text[e.span.end:]
    return text


def encoded(change: Change) -> bytes | str:
    """The bytes of the changed file in the encoding it had, or what is wrong."""
    try:
        if change.encoding in ("utf-16", "utf-32"):
            order = "-le" if change.mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else "-be"
            data = change.mark + change.after.encode(change.encoding + order)
        else:
            data = change.after.encode(change.encoding)
        if decode(data, change.path) == change.after:
            return data
    except (UnicodeEncodeError, ReadError):
        pass
    return f"{change.path}: was left as it is: the fix does not fit the file's encoding; save it as UTF-8 first"


def apply(change: Change) -> str:
    """Put the change into the file; what went wrong, or nothing. On failure the file is as it was."""
    data = encoded(change)
    if isinstance(data, str):
        return data
    target = os.path.realpath(change.path)  # a link stays a link
    draft = f"{target}.part{os.getpid()}"
    try:
        with open(target, "rb") as file:
            if decode(file.read(), change.path) != change.before:
                return f"{change.path}: was left as it is: it changed while it was being checked; check it again"
        with open(draft, "xb") as file:
            os.fchmod(file.fileno(), os.stat(target).st_mode & 0o7777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    except (OSError, ReadError) as e:
        if os.path.exists(draft):
            os.unlink(draft)
        return f"{change.path}: was left as it is: {getattr(e, 'strerror', None) or e}"
    return ""


def diff(change: Change, terminal: bool = False) -> str:
    """The change as a unified diff, as `git apply` and `patch` take it; for a `terminal`, control characters made visible."""
    import re
    from difflib import unified_diff

    from checker.report.shown import safe

    before, after = (re.findall(r"[^\n]*\n|[^\n]+", t) for t in (change.before, change.after))
    out = []
    for line in unified_diff(before, after, change.path, change.path, n=1):
        words = safe(line.removesuffix("\n")) if terminal else line.removesuffix("\n")
        out.append(words + ("\n" if line.endswith("\n") else "\n\\ No newline at end of file\n"))
    return "".join(out)


def told(done: Sequence[Change]) -> str:
    """What was fixed, in words."""
    count = sum(c.settled for c in done)
    if not count:
        return "nothing to fix"
    return f"fixed {count} finding{'' if count == 1 else 's'} in {len(done)} file{'' if len(done) == 1 else 's'}"
