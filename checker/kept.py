"""A file that the build keeps for start-up: a table, and pieces behind it, of which those that most runs ask for come first.

Eight bytes tell the table's length, then come the table as `marshal` writes it, and the pieces end to end. What most runs want is read at once;
what few want is read when it is asked for.
"""

from __future__ import annotations

import marshal
import os
import sys

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

HEAD = 8
_THIS = (2, sys.implementation.cache_tag, sys.hexversion)


class Kept:
    """An open file: `table` is what it tells, `changed` when it was written (nanoseconds)."""

    def __init__(self, file: str, kind: str) -> None:
        """Read the table and the first pieces; raises OSError or ValueError where the file is missing, is no such file, or another Python's."""
        self._file = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # as long as the process runs
        try:
            size = int.from_bytes(os.read(self._file, HEAD), "little")
            told = marshal.loads(os.read(self._file, size))
            if told["form"] != (*_THIS, kind):
                raise ValueError("written for another Python")
            self.table: dict[str, Any] = told
            self._start = HEAD + size
            held = os.fstat(self._file)
            if held.st_size != self._start + told["pieces"]:
                raise ValueError("cut short")
            self._first = memoryview(os.read(self._file, told["often"]))
            self.changed = held.st_mtime_ns
        except (OSError, EOFError, TypeError, KeyError, ValueError, MemoryError, OverflowError) as e:
            os.close(self._file)
            raise ValueError(str(e)) from None

    def piece(self, start: int, size: int) -> memoryview | bytes:
        """So many bytes from a place behind the table."""
        if start + size <= len(self._first):
            return self._first[start:start + size]
        if hasattr(os, "pread"):  # leaves alone where the file is read, which forked processes share
            return os.pread(self._file, size, self._start + start)
        os.lseek(self._file, self._start + start, os.SEEK_SET)
        return os.read(self._file, size)


def write(file: str, kind: str, table: Mapping[str, Any], pieces: bytes, often: int) -> None:
    """Write such a file; of its pieces so many bytes are what most runs want."""
    told = marshal.dumps({**table, "form": (*_THIS, kind), "often": often, "pieces": len(pieces)})
    draft = f"{file}.part{os.getpid()}"
    with open(draft, "wb") as f:
        f.write(len(told).to_bytes(HEAD, "little") + told + pieces)
    os.replace(draft, file)
