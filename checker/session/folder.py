"""`--output FOLDER`: a report for each article, in a folder that mirrors the articles' own, as a desk hands back commented copies."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from checker.session.told import fail, may_write, write

if TYPE_CHECKING:
    from checker.report import Reporter, Run


def usable(folder: str, form: str | None) -> None:
    """End with a message where the form is not named or the folder cannot be made."""
    if form is None:
        fail(f"--output {folder}: is a folder, so the form of the reports is to be named: --format docx (or html, markdown, …)")
    above = os.path.dirname(os.path.abspath(folder))
    if not os.path.isdir(folder) and (os.path.exists(folder.rstrip("/" + os.sep)) or not os.path.isdir(above) or not os.access(above, os.W_OK)):
        fail(f"--output {folder}: cannot be made there; name a folder whose parent exists and that you may write to")


def names(paths: Sequence[str], folder: str, suffix: str) -> dict[str, str]:
    """The report of each article: its path below the folder that all articles share, with the form's suffix; its own suffix stays where two
    articles would else have one name.
    """
    real = {p: os.path.abspath("stdin" if p == "-" else p) for p in paths}
    top = os.path.commonpath([os.path.dirname(r) for r in real.values()]) if real else ""
    short = {p: os.path.splitext(os.path.relpath(r, top))[0] for p, r in real.items()}
    taken = [s.casefold() for s in short.values()]
    return {p: os.path.join(folder, (s if taken.count(s.casefold()) == 1 else os.path.relpath(real[p], top)) + suffix) for p, s in short.items()}


def write_each(folder: str, reporter: Reporter, run: Run, rendered: Callable[[Reporter, Run], str | bytes], read: Sequence[str]) -> None:
    """A report for each document of the run; none is written over a file that the run reads."""
    goes = names([path for path, _, _ in run.documents], folder, reporter.suffixes[0] if reporter.suffixes else f".{reporter.name}")
    try:
        for name in goes.values():
            os.makedirs(os.path.dirname(name), exist_ok=True)
    except OSError as e:
        fail(f"--output {folder}: cannot be made: {e.strerror}")
    for name in goes.values():
        may_write(name, read)
    books = dict(zip([path for path, _, _ in run.documents], run.ledgers, strict=False))
    for document in run.documents:
        path = document[0]
        own = run._replace(documents=[document], findings=[f for f in run.findings if f.evidence[0].path == path],
                           ledgers=[books[path]] if path in books else [])
        write(rendered(reporter, own), goes[path])
    if not run.quiet:
        sys.stderr.write(f"check: {len(goes)} report{'' if len(goes) == 1 else 's'} written to {folder}\n")
