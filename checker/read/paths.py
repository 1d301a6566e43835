"""What the user named → files: files as they are, folders and patterns expanded, each file once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset({".txt", ".text", ".asc", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml", ".docx", ".docm"})
_SKIPPED = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv"})
_MAGIC = frozenset("*?[")


class PathError(Exception):
    """A name that leads to no text; the message tells what was looked for."""


def expand(names: Iterable[str]) -> Iterator[str | PathError]:
    """Paths in the order named, sorted within a folder or pattern; a PathError stands where a name led to nothing."""
    seen: set[str] = set()
    for name in names:
        found = [name] if name == "-" else _one(name)
        if isinstance(found, PathError):
            yield found
            continue
        for path in found:
            key = path if path == "-" else os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def _one(name: str) -> list[str] | PathError:
    if os.path.isdir(name):
        found = sorted(_walk(name))
        return found or PathError(f"{name}: no text in this folder; looked for files ending in {', '.join(sorted(SUFFIXES))}")
    if os.path.lexists(name) or not _MAGIC & set(name):
        return [name]
    import glob

    found = sorted(p for p in glob.glob(name, recursive=True) if os.path.isfile(p) and not _ignored(p))
    return found or PathError(f"{name}: no file fits this pattern")


def _walk(top: str) -> Iterator[str]:
    """Text files below a folder, hidden ones and those that a .gitignore names left out."""
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
        for name in files:
            path = os.path.join(folder, name)
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES and not _ignored(path):
                yield path


def _ignored(path: str) -> bool:
    """Does a .gitignore of this folder or one above it, up to the repository's root, name the file?"""
    from pathlib import Path

    whole = Path(path).resolve()
    for folder in whole.parents:
        spec = _spec(folder / ".gitignore")
        if spec is not None and spec.match_file(whole.relative_to(folder).as_posix()):
            return True
        if (folder / ".git").exists():
            break
    return False


_SPECS: dict[str, object] = {}


def _spec(file: Path):  # type: ignore[no-untyped-def]
    """The patterns of a .gitignore, read once; pathspec is imported only where there is one."""
    key = str(file)
    if key not in _SPECS:
        if file.is_file():
            from pathspec import GitIgnoreSpec

            _SPECS[key] = GitIgnoreSpec.from_lines(file.read_text(encoding="utf-8", errors="replace").splitlines())
        else:
            _SPECS[key] = None
    return _SPECS[key]
