"""What a run tells and writes: lines on standard error, the report on standard output or as a file, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn


def fail(message: str) -> NoReturn:
    """Tell on standard error what cannot be used, and end with exit code 2."""
    from checker.report.shown import safe

    sys.stderr.writelines(f"check: {safe(line)}\n" for line in message.split("\n"))
    sys.exit(2)


def told(message: str) -> bool:
    """Tell on standard error what is wrong with a file; True, for “something was broken”."""
    from checker.report.shown import safe

    sys.stderr.write(f"check: {safe(message)}\n")
    return True


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint “did you mean …”, or nothing when no known word is near."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def is_folder(output: str | None) -> bool:
    """A folder that exists, or a name that can only be one."""
    return output is not None and (output.endswith(("/", os.sep)) or os.path.isdir(output))


def may_write(output: str | None, paths: Sequence[str], option: str = "--output") -> None:
    """End with a message where the report cannot be written to the file, or would overwrite an article."""
    if output is None:
        return
    if any(os.path.exists(output) and p != "-" and os.path.exists(p) and os.path.samefile(output, p) for p in paths):
        fail(f"{option} {output}: is one of the files that are read; name another file")
    folder = os.path.dirname(output) or "."
    if os.path.isdir(output) or not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        fail(f"{option} {output}: cannot be written there; name a file in a folder that exists and that you may write to")


def write(words: str | bytes, output: str | None, option: str = "--output") -> None:
    """To standard output, or to the file as a whole or not at all."""
    if output is None:
        if isinstance(words, bytes):
            sys.stdout.buffer.write(words)
        else:
            sys.stdout.write(words)
        sys.stdout.flush()
        return
    draft = f"{output}.part{os.getpid()}"
    try:
        with open(draft, "wb") as file:
            file.write(words.encode() if isinstance(words, str) else words)
        os.replace(draft, output)
    except OSError as e:
        if os.path.exists(draft):
            os.unlink(draft)
        fail(f"{option} {output}: cannot be written: {e.strerror}")
