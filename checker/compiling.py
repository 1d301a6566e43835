"""Makes the file that `checker.compiled` reads: run when a wheel is built or a checkout installed, never by the program."""

from __future__ import annotations

import marshal
import os
import re
import tomllib
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any

from checker import engine, rulebook
from checker.compiled import FILE, FORM
from checker.read.source import Source
from checker.report import text


def build(root: str, file: str = FILE) -> None:
    """Write the file: the patterns that the examples of a checkout at `root` and of its rules need, and its rules without their examples."""
    rules = rulebook.builtin(False)
    for article in sorted((Path(root) / "examples").glob("*.txt")):
        text.render(engine.check_source(Source(article.name, article.read_text(encoding="utf-8")), rules).findings, False)
    engine.selftest(rulebook.builtin())  # patterns that only some texts ask for
    asked = [(p, flags) for kind, p, flags in re._cache if kind is str]  # type: ignore[attr-defined]
    codes = bytearray()
    kept = {"form": FORM, "patterns": tuple(_pieces(p, flags, codes) for p, flags in asked), "codes": len(codes), "rules": _tables(Path(rulebook.home()))}
    draft = f"{file}.part{os.getpid()}"
    Path(draft).write_bytes(marshal.dumps(kept) + codes)
    os.replace(draft, file)


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
    return pattern, flags, flags | parsed.state.flags, (start, len(code)), parsed.state.groups - 1, named, tuple(names)


def _tables(rules: Path) -> dict[str, Any]:
    texts = [rulebook.head(p.read_text(encoding="utf-8")) for p in sorted(rules.rglob("*.toml"))]
    return {t: tomllib.loads(t) for t in texts}
