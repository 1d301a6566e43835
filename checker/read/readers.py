"""Which reader a file gets: by its suffix, else by a look at its first bytes; plug-ins add theirs to the table.

A reader is imported when a file of its kind comes up; plain text by its suffix costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from checker.read.plain import ReadError, decode, load, plain_source
from checker.read.source import Source
from checker.records import NamedTuple

PLAIN_SUFFIXES = (".txt", ".text", ".asc")


class Choices(NamedTuple):
    """What the user may tell readers: `tracked` changes of an office document are read as "accepted" or "rejected"."""

    tracked: str = "accepted"


_DEFAULT = Choices()


class Reader(NamedTuple):
    """A file format: its `name` in words, its suffixes, and `read(data, path, choices)`, which raises ReadError on bad input.

    `read` may be a "module:function" that is imported when it is needed. `sniff` tells from the first 4096 bytes whether a file of
    unknown suffix is of this format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: str | Callable[[bytes, str, Choices], Source]
    sniff: Callable[[bytes], bool] | None = None


def _is_html(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<main")) \
        or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start)


def _is_markdown(head: bytes) -> bool:
    import re

    text = head.decode("utf-8", "replace")
    if re.match(r"---[ \t]*\r?\n(?:[^\n]*\n){0,40}?---[ \t]*\r?\n", text):
        return True
    return bool(re.search(r"^#{1,4} \S", text, re.M)) + bool(re.search(r"\]\(https?:", text)) + bool(re.search(r"^```", text, re.M)) \
        + bool(re.search(r"\*\*\w[^*\n]{0,80}\*\*", text)) >= 2


def _is_docx(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head or b"docProps" in head)


BUILTIN = (
    Reader("Word document", (".docx", ".docm"), "checker.read.docx:read", _is_docx),
    Reader("HTML", (".html", ".htm", ".xhtml"), "checker.read.html:read", _is_html),
    Reader("Markdown", (".md", ".markdown", ".mdown"), "checker.read.markdown:read", _is_markdown),
)


def read(path: str, choices: Choices = _DEFAULT, extra: Callable[[], Sequence[Reader]] = tuple, tell: bool = True) -> Source:
    """The file at `path`, or standard input for "-"; ReadError with place and remedy when it cannot be checked.

    A guess at the format of a file of unknown suffix is told on standard error, where `tell` is set. `extra` is asked for plug-ins' readers only where the
    suffix is none of plain text.
    """
    suffix = os.path.splitext(path)[1].lower()
    data = load(path)
    if suffix in PLAIN_SUFFIXES:
        return plain_source(data, path)
    known = (*extra(), *BUILTIN)
    if reader := next((r for r in known if suffix in r.suffixes), None):
        return _with(reader, data, path, choices)
    reader = next((r for r in known if r.sniff is not None and r.sniff(data[:4096])), None)
    source = _with(reader, data, path, choices) if reader else plain_source(data, path)
    if tell and (path != "-" or reader is not None):
        what = reader.name if reader else "plain text"
        sys.stderr.write(f"check: {'standard input' if path == '-' else path}: no suffix that tells the format; read as {what}\n")
    return source


def _with(reader: Reader, data: bytes, path: str, choices: Choices) -> Source:
    run = reader.read
    if isinstance(run, str):
        module, _, name = run.partition(":")
        try:
            run = getattr(import_module(module), name)
        except ImportError as e:
            raise ReadError(f"{path}: reading {reader.name} needs {e.name}, which is not installed; install checker again") from None
    assert callable(run)
    try:
        source = run(data, path, choices)
    except ReadError:
        raise
    except RecursionError:
        raise ReadError(f"{path}: is nested too deeply for {reader.name}; save the article again in another program") from None
    except Exception as e:
        if reader in BUILTIN:
            raise
        raise ReadError(f"{path}: the reader of {reader.name} failed: {e}; tell its maker, or save the article as text") from None
    assert isinstance(source, Source)
    return source


__all__ = ["BUILTIN", "Choices", "ReadError", "Reader", "decode", "read"]
