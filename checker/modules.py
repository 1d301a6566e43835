"""The package's modules as the build compiled them: one file that the command reads them from, instead of looking through its folders.

A run asks for two hundred modules. Python looks for each in its folder, asks the file system six times and opens two files, which was a tenth of
the start-up. `.build/hook.py` has `checker.compiling` write `data/modules.bin`; no repository keeps it. Only this package's own folders
are served so, and only in the command: whoever imports the package gets it as always. A module whose source has changed since is
read from its source: in a checkout size and time of change must be those of the build, in an installed wheel, whose files get new times, the
size must be and the file may not be newer than the kept ones. Without the file, or under another Python, everything is found as always.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib import import_module

from checker.kept import Kept
from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

FILE = os.path.join(os.path.dirname(__file__), "data", "modules.bin")
KIND = "modules"
_UNPACKED = 600 * 10**9  # nanoseconds that an installer may take over the files of a wheel


def serve() -> None:
    """Have the modules of this package come from the kept file from now on."""
    try:
        kept = Kept(FILE, KIND)
    except (OSError, ValueError):
        return
    _install(_Modules(kept))


class _Modules:
    """The kept modules by name, each with whether it is a package, its source's size and time of change, and where its code stands.

    Those that most runs want are kept as one piece, read at once: names and words that they share are made once, which takes a third off.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept, self._stamped = kept, kept.table["stamped"]
        self._latest = kept.changed + _UNPACKED
        self._often: dict[str, CodeType] = marshal.loads(kept.piece(0, kept.table["often"]))
        self.told: dict[str, tuple[bool, int, int, int, int]] = kept.table["modules"]

    def fits(self, name: str, path: str) -> bool:
        """Is the source the one that was compiled?"""
        _, size, changed, _, _ = self.told[name]
        try:
            now = os.stat(path)
        except OSError:
            return False
        return now.st_size == size and (now.st_mtime_ns == changed if self._stamped else now.st_mtime_ns <= self._latest)

    def code(self, name: str, path: str) -> CodeType:
        """The module's code, its source told as `path`."""
        code = self._often.get(name)
        if code is None:
            *_, start, size = self.told[name]
            code = marshal.loads(self._kept.piece(start, size))
        if code.co_filename != path:
            import_module("_imp")._fix_co_filename(code, path)  # as Python itself does with what it has compiled elsewhere
        return code


def _install(modules: _Modules) -> None:
    from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader

    class Loader(SourceFileLoader):
        """Gives the kept code; all else is the source file's."""

        def get_code(self, fullname: str) -> CodeType:
            return modules.code(fullname, self.path)

    class Folder(FileFinder):
        """Finds the kept modules of one folder, and what else is there as always."""

        def find_spec(self, fullname: str, target: Any = None) -> ModuleSpec | None:
            if fullname not in modules.told:
                return super().find_spec(fullname, target)
            package = modules.told[fullname][0]
            place = f"{self.path}{os.sep}{fullname.rpartition('.')[2]}"
            path = f"{place}{os.sep}__init__.py" if package else f"{place}.py"
            if not modules.fits(fullname, path):
                return super().find_spec(fullname, target)
            spec = ModuleSpec(fullname, Loader(fullname, path), origin=path)
            spec.has_location = True
            spec.cached = FILE
            if package:
                spec.submodule_search_locations = [place]
            return spec

    home = os.path.dirname(__file__)
    for name in [__name__.rpartition(".")[0], *(n for n, m in modules.told.items() if m[0])]:
        folder = os.sep.join([home, *name.split(".")[1:]])
        sys.path_importer_cache[folder] = Folder(folder, (SourceFileLoader, SOURCE_SUFFIXES))
