"""House style: names, places, acronyms and terms with their one right form, from a TOML file that a desk keeps.

    [names]                                   # the right form = forms that are wrong
    "Ines Fonseca" = ["Fonsecca", "Fonseka"]
    [titles]                                  # with the days on which they hold, both included
    "Saeb Erekat" = "chief negotiator until 2020-11-10"
    [places]
    Kyiv = ["Kiev"]
    [acronyms]
    NATO = "North Atlantic Treaty Organization"
    [terms]
    "ceasefire" = ["cease-fire"]

Files of one entry a line are read by a pattern, five times as fast as the TOML parser; whatever else stands in a file goes to the parser.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from checker.model import Span
from checker.records import NamedTuple

TABLES = ("names", "titles", "places", "acronyms", "terms")
_LISTS = frozenset({"names", "places", "terms"})
_ENTRY = re.compile(r'(?:"([^"\\]+)"|([\w-]+))[ \t]*=[ \t]*(?:"([^"\\]*)"|\[([^\]\\]*)\])[ \t]*(?:#.*)?$')
_HEAD = re.compile(r"\[(\w+)\][ \t]*(?:#.*)?$")


class HouseError(Exception):
    """A house file that cannot be used; the message holds its path, the line or key, and the remedy."""


class Entry(NamedTuple):
    """One entry: `right` is the form to use, `wrong` are forms to replace, `span` is where the right form stands in the file."""

    right: str
    wrong: tuple[str, ...]
    span: Span


class Title(NamedTuple):
    """An office of a person with the days on which it holds (ISO, both included; "" is open), and where it stands in the file."""

    person: str
    title: str
    since: str
    until: str
    span: Span


class House(NamedTuple):
    """A desk's style; `path` and `text` are its file, for pointing into it."""

    path: str
    text: str
    names: tuple[Entry, ...]
    places: tuple[Entry, ...]
    acronyms: tuple[Entry, ...]
    terms: tuple[Entry, ...]
    titles: tuple[Title, ...]


def read(path: str) -> House:
    """The house style in a file; HouseError when it cannot be read or used."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as e:
        raise HouseError(f"{path}: cannot be read: {e.strerror or e}; name a file such as desk.toml, or draft one with “check house FILES…”") from None
    except UnicodeDecodeError:
        raise HouseError(f"{path}: is not UTF-8; save it again as UTF-8") from None
    return parse(text, path)


def parse(text: str, path: str) -> House:
    """The house style of a text; HouseError when anything in it is wrong."""
    tables = _quickly(text)
    if tables is None:
        tables = _slowly(text, path)
    entries = {name: tuple(_entry(path, text, name, key, value, at) for key, value, at in tables.get(name, ()))
               for name in ("names", "places", "acronyms", "terms")}
    titles = tuple(t for key, value, at in tables.get("titles", ()) for t in _titles(path, text, key, value, at))
    for name in ("names", "places", "terms"):
        _no_contradiction(path, text, name, entries[name])
    return House(path, text, entries["names"], entries["places"], entries["acronyms"], entries["terms"], titles)


_Tables = dict[str, list[tuple[str, Any, int]]]


def _quickly(text: str) -> _Tables | None:
    """The tables of a file with one entry a line, None when anything else stands in it or a key stands twice."""
    tables: _Tables = {}
    rows: list[tuple[str, Any, int]] | None = None
    at = 0
    for line in text.split("\n"):
        m = _ENTRY.match(line) if line[:1] not in "[#" else None
        if m is not None:
            value = m[3] if m[3] is not None else _list(m[4])
            if rows is None or value is None:
                return None
            rows.append((m[1] or m[2], value, at + (m[1] is not None)))
        elif (head := _HEAD.match(line)) and head[1] in TABLES and head[1] not in tables:
            rows = tables[head[1]] = []
        elif line.strip() and line[0] != "#":
            return None
        at += len(line) + 1
    return None if any(len({r[0] for r in found}) != len(found) for found in tables.values()) else tables


def _list(inside: str) -> list[str] | None:
    """The texts of a list, None when anything but texts and commas stands in it."""
    parts = inside.split('"')
    if len(parts) % 2 == 0 or any(p.strip() != "," for p in parts[2:-1:2]) or parts[0].strip() or parts[-1].strip(" \t,"):
        return None
    return parts[1::2]


def _slowly(text: str, path: str) -> _Tables:
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise HouseError(f"{path}: not valid TOML: {e}; write one entry a line, each right form once, in quotation marks") from None
    out: _Tables = {}
    for name, table in data.items():
        if name not in TABLES:
            raise HouseError(f"{path}: unknown key “{name}”{_nearest(name)}; expected the tables {', '.join(TABLES)}")
        if not isinstance(table, dict):
            raise HouseError(f"{path}: “{name}” is {table!r}; expected a table of entries, one a line")
        at = max(0, text.find(f"[{name}]"))
        out[name] = []
        for key, value in table.items():
            found = text.find(key, at)
            out[name].append((key, value, max(0, found)))
    return out


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, TABLES, n=1)
    return f"; did you mean “{close[0]}”?" if close else ""


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _entry(path: str, text: str, table: str, key: str, value: Any, at: int) -> Entry:
    wanted = "a list of wrong forms, such as [\"Kiev\"]" if table in _LISTS else "its words in quotation marks"
    fits = isinstance(value, list) and all(isinstance(v, str) for v in value) if table in _LISTS else isinstance(value, str)
    if not fits:
        raise HouseError(f"{path}: line {_line(text, at)}: [{table}] “{key}” is {value!r}; expected {wanted}")
    return Entry(key, tuple(value) if isinstance(value, list) else (value,), Span(at, at + len(key)))


def _titles(path: str, text: str, person: str, value: Any, at: int) -> list[Title]:
    """ "Prime Minister from 2010-05-11 until 2016-07-13; former Prime Minister"."""
    if not isinstance(value, str):
        raise HouseError(f"{path}: line {_line(text, at)}: [titles] “{person}” is {value!r}; expected text such as \"mayor until 2016-07-13\"")
    out = []
    for part in value.split(";"):
        words, _, until = part.strip().partition(" until ")
        words, _, since = words.partition(" from ")
        if not words:
            raise HouseError(f"{path}: line {_line(text, at)}: [titles] “{person}” has an empty title; take the semicolon away or write one")
        for day in (since, until):
            if day and not _is_date(day):
                raise HouseError(f"{path}: line {_line(text, at)}: [titles] “{person}”: “{day}” is no date; write it as 2016-07-13")
        if since and until and since > until:
            raise HouseError(f"{path}: line {_line(text, at)}: [titles] “{person}”: from {since} is after until {until}; change one of the two")
        out.append(Title(person, words, since, until, Span(at, at + len(person))))
    return out


def _is_date(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _no_contradiction(path: str, text: str, table: str, entries: tuple[Entry, ...]) -> None:
    right = {e.right: e for e in entries}
    owner: dict[str, Entry] = {}
    for e in entries:
        for form in e.wrong:
            other = right.get(form) or owner.get(form)
            if other is not None and other is not e:
                raise HouseError(f"{path}: line {_line(text, e.span.start)}: [{table}] “{form}” is wrong for “{e.right}”, but line "
                                 f"{_line(text, other.span.start)} has it too; leave it in one of the two")
            if form == e.right:
                raise HouseError(f"{path}: line {_line(text, e.span.start)}: [{table}] “{form}” is right and wrong at once; take it out of the list")
            owner[form] = e
