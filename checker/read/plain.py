"""Plain text files → Source: encodings, and what is refused by name."""

from __future__ import annotations

import codecs
import os
import sys
from functools import cache

from checker.read.source import Source

LARGEST = 64 * 1024 * 1024
_LONGEST_LINE = 16 * 1024 * 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip archive or an office document"), (b"\xd0\xcf\x11\xe0", "an old office document"),
          (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a compressed file"),
          (b"\x7fELF", "a program"), (b"{\\rtf", "a rich-text document"))


class ReadError(Exception):
    """A file that cannot be checked; the message names it, the place and the remedy."""


def decode(data: bytes, path: str) -> str:
    """Text of the bytes: by its byte-order mark, else UTF-8, else Windows-1252; ReadError when it is no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"{path}: is {what}, not plain text; save the article as text (UTF-8) and check that file")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as e:
                raise ReadError(f"{path}: byte {e.start + 1}: is marked as {encoding} but is not; save it again as UTF-8") from None
    if (at := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, at) + 1
        raise ReadError(f"{path}: line {line}: holds a NUL byte, so it is no text; save the article as text (UTF-8)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            line = data.count(b"\n", 0, e.start) + 1
            raise ReadError(f"{path}: line {line}: is neither UTF-8 nor Windows-1252; save the article as UTF-8") from None


@cache
def standard_input() -> bytes:
    """What stands on standard input, up to a byte more than is allowed; it can be read only once, and reports may ask again."""
    return sys.stdin.buffer.read(LARGEST + 1)


def load(path: str) -> bytes:
    """The bytes of the file at `path`, or of standard input for "-"; ReadError when there are none to be had, or too many."""
    try:
        if path == "-":
            data = standard_input()
        else:
            if os.path.getsize(path) > LARGEST:
                raise ReadError(f"{path}: is larger than {LARGEST >> 20} MB; split it into articles")
            with open(path, "rb") as f:
                data = f.read()
    except OSError as e:
        raise ReadError(f"{path}: {_reason(e)}") from None
    if len(data) > LARGEST:
        raise ReadError(f"{path}: is larger than {LARGEST >> 20} MB; split it into articles")
    return data


def plain_source(data: bytes, path: str) -> Source:
    """A Source of plain text; ReadError with place and remedy when it cannot be checked."""
    text = decode(data, path)
    if not text or text.isspace():
        raise ReadError(f"{path}: is empty; name the file that holds the article")
    if len(text) > _LONGEST_LINE:
        _refuse_long_lines(text, path)
    return Source(path, text)


def read(path: str) -> Source:
    """The plain text at `path`, or on standard input for "-"."""
    return plain_source(load(path), path)


def _refuse_long_lines(text: str, path: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise ReadError(f"{path}: line {number}: is longer than {_LONGEST_LINE >> 20} million characters; "
                            "no article has such a line: break it into paragraphs")


def _reason(e: OSError) -> str:
    if isinstance(e, FileNotFoundError):
        return "no such file; check the name, or put quotation marks around a pattern"
    if isinstance(e, PermissionError):
        return "may not be read; ask for the permission to read it"
    if isinstance(e, IsADirectoryError):
        return "is a folder"
    return f"cannot be read: {e.strerror or e}"
