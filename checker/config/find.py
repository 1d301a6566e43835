"""Where the configuration of a run is; apart from reading it, because most runs have none and should not pay for the rest."""

from __future__ import annotations

import os
from collections.abc import Sequence

NAME = "check.toml"
PROJECT = "pyproject.toml"
SIDECAR = ".check.toml"


def find(names: Sequence[str]) -> str | None:
    """The configuration nearest to the first article named: check.toml, or pyproject.toml with [tool.check], in its folder or above.

    The search ends at a repository's root. It costs three looks at the file system for each folder.
    """
    first = names[0] if names and names[0] != "-" else "."
    if not os.path.lexists(first):
        magic = [first.find(c) for c in "*?[" if c in first]
        first = os.path.dirname(first[:min(magic)] if magic else first) or "."
    folder = os.path.abspath(first)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        own, project = os.path.join(folder, NAME), os.path.join(folder, PROJECT)
        if os.path.isfile(own):
            return own
        if os.path.isfile(project) and _has_section(project):
            return project
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def _has_section(project: str) -> bool:
    try:
        with open(project, "rb") as file:
            return b"[tool.check" in file.read()
    except OSError:
        return False  # somebody else's file: not ours to complain of


def remarks(path: str, standard_input: bytes = b"") -> bool:
    """May the article hold ignore comments, or have a sidecar? Asked of the bytes, to read no further where there are none."""
    if path == "-":
        data = standard_input
    elif os.path.exists(path + SIDECAR):
        return True
    else:
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            return False
    return any(mark in data for mark in (b"check: ", b"c\0h\0e\0c\0k\0:\0"))
