"""Third-party parts: packages that declare entry points in the groups `checker.rules`, `checker.checks`, ….

The installed packages' entry-point files are read directly: `importlib.metadata` alone costs more start-up
than the whole check of an article (58 ms), and a run without plug-ins pays for one directory listing only.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module

from checker.checks import CHECKS
from checker.checks.base import Check
from checker.extract import extract
from checker.model import Mention
from checker.records import TYPE_CHECKING
from checker.structure.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from checker.read.readers import Reader

    Extractor = Callable[[Document], Iterable[Mention]]

GROUPS = ("checker.rules", "checker.checks", "checker.extractors", "checker.readers", "checker.reporters")


class PluginError(Exception):
    """A plug-in that cannot be loaded; the message names it and says what was expected."""


@cache
def declared() -> dict[str, tuple[tuple[str, str], ...]]:
    """(name, "module:attribute") of every entry point, by group."""
    found: dict[str, list[tuple[str, str]]] = {}
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as listing:
                names = [e.path for e in listing if e.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        for path in sorted(names):
            _read(os.path.join(path, "entry_points.txt"), found)
    return {group: tuple(entries) for group, entries in found.items()}


def _read(path: str, found: dict[str, list[tuple[str, str]]]) -> None:
    try:
        with open(path, encoding="utf-8") as f:
            text = f.read()
    except OSError:
        return
    if "[checker." not in text:
        return
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]")
        elif group in GROUPS and "=" in line:
            name, _, target = line.partition("=")
            found.setdefault(group, []).append((name.strip(), target.strip()))


def load(group: str) -> list[tuple[str, Any]]:
    """The loaded objects of a group, with their names."""
    out = []
    for name, target in declared().get(group, ()):
        module, _, attribute = target.partition(":")
        try:
            thing = import_module(module)
            out.append((name, getattr(thing, attribute) if attribute else thing))
        except Exception as e:
            raise PluginError(f"plug-in {name!r} ({target}) cannot be loaded: {e}; reinstall or remove its package") from e
    return out


@cache
def checks() -> dict[tuple[str, str], Check]:
    """The closed list of checks and what plug-ins add: an entry named "check about" is a `Check`."""
    extra: dict[tuple[str, str], Check] = {}
    for name, thing in load("checker.checks"):
        check, _, about = name.partition(" ")
        if not isinstance(thing, Check):
            raise PluginError(f"plug-in check {name!r} is a {type(thing).__name__}; expected a checker.checks.base.Check")
        extra[check, about] = thing
    return {**extra, **CHECKS}


@cache
def extractors() -> tuple[tuple[str, Extractor], ...]:
    """The extractors that plug-ins add, with their names: each takes a `Document` and gives the `Mention`s that it finds there."""
    found = []
    for name, thing in load("checker.extractors"):
        if not callable(thing):
            raise PluginError(f"plug-in extractor {name!r} is a {type(thing).__name__}; expected a function that takes a Document and gives Mentions")
        found.append((name, thing))
    return tuple(found)


def mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions of a document, those of plug-ins among them, in the order of the text.

    Where a plug-in's overlaps one of our own, the plug-in's stands: it knows its field better.
    """
    own = extract(document)
    extra = [m for name, extractor in extractors() for m in _checked(document, name, extractor)]
    if not extra:
        return own
    kept = [m for m in own if not any(m.span.start < x.span.end and x.span.start < m.span.end for x in extra)]
    return tuple(sorted([*kept, *extra], key=lambda m: m.span))


def _checked(document: Document, name: str, extractor: Extractor) -> list[Mention]:
    try:
        found = list(extractor(document))
    except Exception as e:
        raise PluginError(f"plug-in extractor {name!r} failed: {type(e).__name__}: {e}; report it to its author or remove its package") from e
    for m in found:
        if not isinstance(m, Mention) or not 0 <= m.span.start < m.span.end <= len(document.text):
            raise PluginError(f"plug-in extractor {name!r} gave {m!r:.80}; expected a checker.model.Mention with a span inside the text")
    return found


@cache
def readers() -> tuple[Reader, ...]:
    """The readers that plug-ins add, in the order of their packages."""
    from checker.read.readers import Reader

    found = []
    for name, thing in load("checker.readers"):
        if not isinstance(thing, Reader):
            raise PluginError(f"plug-in reader {name!r} is a {type(thing).__name__}; expected a checker.read.readers.Reader")
        found.append(thing)
    return tuple(found)
