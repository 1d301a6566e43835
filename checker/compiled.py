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

from checker.kept import Kept
from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from typing import Any

FILE = os.path.join(os.path.dirname(__file__), "data", "compiled.bin")
KIND = "patterns and rules"
_ROOM = 2048  # patterns


@cache
def _kept() -> Kept | None:
    """The file; None where there is none, or another Python's."""
    try:
        return Kept(FILE, KIND)
    except (OSError, ValueError):
        return None


def make_room() -> None:
    """Have `re` keep more patterns than the 512 it keeps by itself: past that it drops the oldest, which the next module asks for, and so on."""
    import re

    if hasattr(re, "_MAXCACHE"):
        re._MAXCACHE = max(re._MAXCACHE, _ROOM)


class _Patterns(dict[Any, Any] if TYPE_CHECKING else dict):  # type: ignore[misc]
    """The patterns that `re` knows, with those kept from the build made when they are first asked for."""

    def __init__(self, kept: Kept, known: Mapping[Any, Any]) -> None:
        super().__init__(known)
        self._kept = kept
        self._often: dict[tuple[str, int], tuple[Any, ...]] = kept.table["patterns"]
        self._rare: dict[tuple[str, int], tuple[Any, ...]] | None = None

    def __missing__(self, key: Any) -> Any:
        kind, pattern, flags = key
        if kind is not str:
            raise KeyError(key)
        told = self._often.get((pattern, flags)) or self._seldom()[pattern, flags]  # a KeyError here has `re` compile as always
        ours = sys._getframe(3).f_globals.get("__name__", "").startswith(_OURS)
        made = self[key] = _Pattern(self, pattern, told) if ours else self.make(pattern, told)
        return made

    def make(self, pattern: str, told: tuple[Any, ...]) -> re.Pattern[str]:
        """The pattern as `re` would make it; of one that does not fit this interpreter a KeyError, whereupon `re` compiles it."""
        flags, (start, size), groups, named, names = told
        try:
            code = memoryview(self._kept.piece(start, size)).cast("I").tolist()
            made: re.Pattern[str] = import_module("_sre").compile(pattern, flags, code, groups, named, names)
        except (AttributeError, ValueError, TypeError, RuntimeError):
            raise KeyError(pattern) from None
        return made

    def _seldom(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        if self._rare is None:
            import marshal

            self._rare = marshal.loads(self._kept.piece(*self._kept.table["rare"]))
        return self._rare


class _Pattern:
    """A pattern of this package's own that is made when it is first used: of the seven hundred that a run asks for it uses a sixth.

    Only its methods and attributes are a pattern's: no module may ask which pattern a match is of (`match.re`), nor hand one to a function of `re`.
    """

    def __init__(self, patterns: _Patterns, pattern: str, told: tuple[Any, ...]) -> None:
        self._made_of = patterns, pattern, told

    def __getattr__(self, name: str) -> Any:
        patterns, pattern, told = self._made_of
        try:
            made = patterns.make(pattern, told)
        except KeyError:
            made = import_module("re._compiler").compile(pattern, told[0])
        for method in _METHODS:
            self.__dict__[method] = getattr(made, method)
        return getattr(made, name)

    def __reduce__(self) -> Any:
        import re

        return re.compile, (self.pattern, self.flags & ~re.UNICODE.value)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags", "groups", "groupindex")
_OURS = f"{__name__.rpartition('.')[0]}."


def warm() -> None:
    """Put the kept patterns where `re.compile` looks first."""
    import re

    kept = _kept()
    asked_first = "_cache2" if hasattr(re, "_cache2") else "_cache"  # since Python 3.12 a small cache stands before the large one
    if kept is None or not hasattr(re, asked_first):
        return
    make_room()
    setattr(re, asked_first, _Patterns(kept, getattr(re, asked_first)))


def table(text: str) -> dict[str, Any] | None:
    """The TOML table that this text of a rule gives, where it is kept."""
    kept = _kept()
    found: dict[str, Any] | None = kept.table["rules"].get(text) if kept else None
    return found
