"""What a run would otherwise work out at start-up, kept from the build: patterns as `re` compiles them, rule files as tables.

Compiling the patterns is a third of checking one article, reading forty rule files another tenth. `.build/hook.py` has
`checker.compiling` write `data/compiled.bin` when a wheel is built or a checkout installed; no repository keeps it. An entry is found by its
whole source (the pattern with its flags, the text of the rule), so that one whose source has since changed is never used, and the file is for
the Python that wrote it alone. Without the file everything is worked out anew: slower, never otherwise.

Tried and dropped: pickled patterns (they hold the source only and compile on loading), a cache written on first use (the program writes
no file unasked).
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

FILE = os.path.join(os.path.dirname(__file__), "data", "compiled.bin")
_ROOM = 2048  # patterns
FORM = (2, sys.implementation.cache_tag, sys.hexversion)


@cache
def _kept() -> dict[str, Any]:
    """The file's contents; empty where there is none, or another Python's."""
    import marshal

    try:
        with open(FILE, "rb") as f:
            content = f.read()
        kept = marshal.loads(content)  # takes no notice of the codes behind, of which most runs need half
        if not isinstance(kept, dict) or kept.get("form") != FORM:
            return {}
        kept["codes"] = memoryview(content)[len(content) - kept["codes"]:]
        return kept
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def make_room() -> None:
    """Have `re` keep more patterns than the 512 it keeps by itself: past that it drops the oldest, which the next module asks for, and so on."""
    import re

    if hasattr(re, "_MAXCACHE"):
        re._MAXCACHE = max(re._MAXCACHE, _ROOM)


class _Patterns(dict[Any, Any] if TYPE_CHECKING else dict):  # type: ignore[misc]
    """The patterns that `re` knows, with those kept from the build made when they are first asked for: most runs do without one in four."""

    def __init__(self, kept: Iterable[tuple[Any, ...]], codes: memoryview, known: Mapping[Any, Any]) -> None:
        super().__init__(known)
        self._codes = codes
        self._kept = {(str, pattern, asked): rest for pattern, asked, *rest in kept}

    def __missing__(self, key: Any) -> Any:
        flags, (start, size), groups, named, names = self._kept[key]  # a KeyError here has `re` compile as always
        try:
            made = import_module("_sre").compile(key[1], flags, self._codes[start:start + size].cast("I").tolist(), groups, named, names)
        except (AttributeError, ValueError, TypeError, RuntimeError):
            raise KeyError(key) from None  # an interpreter with other insides
        self[key] = made
        return made


def warm() -> None:
    """Put the kept patterns where `re.compile` looks first."""
    import re

    patterns = _kept().get("patterns", ())
    asked_first = "_cache2" if hasattr(re, "_cache2") else "_cache"  # since Python 3.12 a small cache stands before the large one
    if not patterns or not hasattr(re, asked_first):
        return
    make_room()
    setattr(re, asked_first, _Patterns(patterns, _kept()["codes"], getattr(re, asked_first)))


def table(text: str) -> dict[str, Any] | None:
    """The TOML table that this text of a rule gives, where it is kept."""
    found: dict[str, Any] | None = _kept().get("rules", {}).get(text)
    return found
