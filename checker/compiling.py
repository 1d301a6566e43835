"""Makes the files that `checker.compiled` and `checker.modules` read: run when a wheel is built or a checkout installed, never by the program."""

from __future__ import annotations

import ast
import marshal
import os
import re
import sys
import tomllib
from array import array
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

from checker import compiled, engine, kept, modules, rulebook
from checker.read.source import Source
from checker.report import text

_HELPED = "checker.commands"  # whose functions' docstrings are the help of the command


def build(root: str, stamped: bool, folder: str = os.path.dirname(compiled.FILE)) -> None:
    """Write both files into `folder`: what the examples of a checkout at `root` and of its rules need.

    `stamped` is a checkout whose sources may change where they lie; else they are those of a wheel, which get new times where it is installed.
    """
    for article in sorted((Path(root) / "examples").glob("*.txt")):
        text.render(engine.check_source(Source(article.name, article.read_text(encoding="utf-8")), rulebook.builtin(False)).findings, False)
    often, loaded = _asked(), frozenset(sys.modules)
    engine.selftest(rulebook.builtin())  # patterns that only some texts ask for
    _patterns(often, [p for p in _asked() if p not in set(often)], os.path.join(folder, "compiled.bin"))
    _modules(Path(root), stamped, loaded, os.path.join(folder, "modules.bin"))


def _asked() -> list[tuple[str, int]]:
    return [(p, flags) for kind, p, flags in re._cache if kind is str]  # type: ignore[attr-defined]


def _patterns(often: list[tuple[str, int]], rare: list[tuple[str, int]], file: str) -> None:
    codes = bytearray()
    first = {p: _pieces(*p, codes) for p in often}
    size = len(codes)
    others = marshal.dumps({p: _pieces(*p, codes) for p in rare})
    rules = [rulebook.head(p.read_text(encoding="utf-8")) for p in sorted(Path(rulebook.home()).rglob("*.toml"))]
    kept.write(file, compiled.KIND, {"rules": {t: tomllib.loads(t) for t in rules}, "patterns": first, "rare": (len(codes), len(others))}, bytes(codes + others), size)


def _pieces(pattern: str, flags: int, codes: bytearray) -> tuple[Any, ...]:
    """What `re` gives to its engine for a pattern; the code, the bulk of it, is added to those behind, and told by its place there and its size."""
    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(pattern, flags)
    named = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in named.items():
        names[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    start = len(codes)
    codes += code
    return flags | parsed.state.flags, (start, len(code)), parsed.state.groups - 1, named, tuple(names)


def _modules(root: Path, stamped: bool, loaded: Iterable[str], file: str) -> None:
    paths = {_name(p.relative_to(root)): p for p in sorted((root / "checker").rglob("*.py"))}
    made = {n: _code(n, p if stamped else p.relative_to(root)) for n, p in paths.items()}
    codes = bytearray(marshal.dumps({n: made[n] for n in paths if n in loaded}))
    often = len(codes)
    table: dict[str, tuple[bool, int, int, int, int]] = {}
    for name, path in paths.items():
        code, held = b"" if name in loaded else marshal.dumps(made[name]), path.stat()
        table[name] = path.name == "__init__.py", held.st_size, held.st_mtime_ns if stamped else 0, len(codes), len(code)
        codes += code
    kept.write(file, modules.KIND, {"stamped": stamped, "modules": table}, bytes(codes), often)


def _name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _code(name: str, path: Path) -> CodeType:
    """A module's code, without the docstrings of the module and its functions, which no run reads; those of classes are printed (`check rules --pages`)."""
    tree = ast.parse(path.read_bytes(), str(path))
    for node in ast.walk(tree) if not name.startswith(_HELPED) else ():
        if isinstance(node, ast.Module | ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.copy_location(ast.Pass(), node.body[0])]
    return compile(tree, str(path), "exec", dont_inherit=True)
