"""A configuration file → Config, with the origin of each value; everything that is wrong is told at once, with line and remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from checker.config import ConfigError
from checker.config.find import PROJECT, SIDECAR
from checker.config.lines import Path, index, line_of
from checker.config.settings import BY_KEY, COMMAND_LINE_ONLY, LEVELS, SECTIONS, SETTINGS, Setting
from checker.records import NamedTuple


class Value(NamedTuple):
    """A value and where it was said, as "check.toml:3"."""

    value: Any
    origin: str


class Accept(NamedTuple):
    """A finding that is right as it stands: of `rule` (pattern), with `text` among its places, in articles that fit `paths`."""

    rule: str
    reason: str
    text: str
    paths: tuple[str, ...]
    folder: str
    origin: str


class Section(NamedTuple):
    """Settings for the articles that fit `match`, patterns as in a .gitignore, seen from `folder`."""

    match: tuple[str, ...]
    folder: str
    values: Mapping[str, Value]
    rules: Mapping[str, Value]
    origin: str


class Story(NamedTuple):
    """The sources of one article; paths as seen from the working directory."""

    article: str
    against: tuple[str, ...]
    date: str | None
    origin: str


class Config(NamedTuple):
    """What a configuration says, `extends` included; keys as in the file."""

    file: str | None = None
    values: Mapping[str, Value] = {}
    rules: Mapping[str, Value] = {}
    accepts: tuple[Accept, ...] = ()
    sections: tuple[Section, ...] = ()
    stories: tuple[Story, ...] = ()


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:  # Windows editors put a mark before it
            return file.read().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8; save it as UTF-8") from None
    except OSError as e:
        raise ConfigError(f"{path}: cannot be read: {e.strerror}") from None


def load(path: str, above: tuple[str, ...] = ()) -> Config:
    """The configuration with what it extends; ConfigError with a line for everything that is wrong in it."""
    real = os.path.realpath(path)
    if real in above:
        raise ConfigError(f"{_shown(path)}: extends itself by way of {_shown(above[-1])}; take one “extends” out")
    reader = _Reader(path)
    own, extends = reader.config()
    if reader.wrong:
        raise ConfigError("\n".join(reader.wrong))
    base = Config()
    for name in extends:
        base = merged(base, load(os.path.join(os.path.dirname(path), name), (*above, real)))
    return merged(base, own)


def merged(base: Config, own: Config) -> Config:
    """Own values in place of those of the base; sections, stories and accepted findings of both."""
    rules = {k: Value({**base.rules[k].value, **v.value}, v.origin) if k in base.rules else v for k, v in own.rules.items()}
    return Config(own.file, {**base.values, **own.values}, {**base.rules, **rules}, base.accepts + own.accepts,
                  base.sections + own.sections, base.stories + own.stories)


def _shown(path: str) -> str:
    """The path from the working directory where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(path) else path


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint, or the words that would do."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f"did you mean “{close[0]}”?" if close else f"expected one of {', '.join(sorted(known))}"


def sidecar(article: str) -> tuple[Accept, ...]:
    """What `article.txt.check.toml` beside an article accepts; nothing where there is none."""
    path = article + SIDECAR
    if article == "-" or not os.path.isfile(path):
        return ()
    reader = _Reader(path)
    for key in reader.table:
        if key != "accept":
            reader.blame((key,), f"unknown key “{key}”; a sidecar holds [[accept]] only, with rule, reason and text")
    found = tuple(reader.accepts())
    if reader.wrong:
        raise ConfigError("\n".join(reader.wrong))
    return tuple(a._replace(paths=(os.path.basename(article),)) for a in found)


class _Reader:
    """One file under validation; `wrong` gathers what is wrong with it."""

    def __init__(self, path: str) -> None:
        import tomllib

        self.path, self.folder, self.wrong = path, os.path.dirname(os.path.abspath(path)), list[str]()
        text = _text(path)
        try:
            self.table: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as e:
            at = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(e))
            line = at[1] if at and at[1] else str(text.count("\n") + 1)
            raise ConfigError(f"{_shown(path)}:{line}: not valid TOML: {str(e)[:at.start()] if at else e}") from None
        self.prefix: Path = ()
        if os.path.basename(path) == PROJECT:
            tool = self.table.get("tool")
            own = tool.get("check") if isinstance(tool, dict) else None
            self.table, self.prefix = own if isinstance(own, dict) else {}, ("tool", "check")
            if own is not None and not isinstance(own, dict):
                self.wrong.append(f"{_shown(path)}: [tool.check] is no table; write [tool.check] above its keys")
        self.lines = index(text)

    def origin(self, path: Path) -> str:
        return f"{_shown(self.path)}:{line_of(self.lines, self.prefix + path)}"

    def file(self, name: str) -> str:
        """A name seen from the configuration's folder, as seen from the working directory where that is shorter."""
        return _shown(os.path.join(self.folder, name))

    def blame(self, path: Path, what: str) -> None:
        self.wrong.append(f"{self.origin(path)}: {what}")

    def config(self) -> tuple[Config, list[str]]:
        for key in self.table:
            if key in COMMAND_LINE_ONLY:
                self.blame((key,), f"“{key}” is for the command line only, where it is asked for each time")
            elif key not in BY_KEY and key not in SECTIONS:
                self.blame((key,), f"unknown key “{key}”; {did_you_mean(key, [*BY_KEY, *SECTIONS])}")
        values = self.values(self.table, SETTINGS, ())
        extends = self.texts(self.table.get("extends", []), ("extends",))
        for name in extends:
            if not os.path.isfile(os.path.join(self.folder, name)):
                self.blame(("extends",), f"extends “{name}”: no such file; the name is seen from {_shown(self.folder)}")
        sections = tuple(self.sections())
        return Config(self.path, values, self.rules(self.table.get("rules", {}), ("rules",)), tuple(self.accepts()), sections,
                      tuple(self.stories())), extends

    def values(self, table: Mapping[str, Any], settings: Sequence[Setting], where: Path) -> dict[str, Value]:
        out = {}
        for s in settings:
            if s.key in table:
                value = self.cast(s, table[s.key], (*where, s.key))
                out[s.key] = Value(value, self.origin((*where, s.key)))
        return out

    def cast(self, s: Setting, value: Any, where: Path) -> Any:
        """The value as the Options hold it; what is wrong is blamed."""
        if s.kind in ("texts", "files"):
            found = tuple(self.texts(value, where))
            return tuple(self.file(v) for v in found) if s.kind == "files" else found
        if s.kind == "date":
            return self.day(value, where)
        if s.kind == "flag":
            wrong, wanted = not isinstance(value, bool), "true or false"
        elif s.kind == "number":
            wrong, wanted = not isinstance(value, int) or isinstance(value, bool) or value < 0, "a whole number"
        else:
            wrong, wanted = not isinstance(value, str), f"one of {', '.join(s.choices)}" if s.choices else "text in quotation marks"
        if wrong:
            self.blame(where, f"“{s.key}” is {value!r}; expected {wanted}")
        elif s.choices and value not in s.choices:
            self.blame(where, f"“{s.key}” is “{value}”; {did_you_mean(value, s.choices)}")
        elif s.kind == "file":
            return self.file(value)
        return value

    def day(self, value: Any, where: Path) -> str | None:
        try:
            return (value if type(value) is date else date.fromisoformat(value)).isoformat()
        except (TypeError, ValueError):
            self.blame(where, f"“{where[-1]}” is {str(value)!r}; expected a date such as 2013-12-05")
            return None

    def texts(self, value: Any, where: Path) -> list[str]:
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.blame(where, f"“{where[-1]}” is {value!r}; expected text or a list of texts")
            return []
        return list(value)

    def patterns(self, value: Any, where: Path) -> tuple[str, ...]:
        from pathspec import GitIgnoreSpec

        found = self.texts(value, where)
        for pattern in found:
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                self.blame(where, f"“{pattern}” is no pattern; write it as in a .gitignore, such as wire/** or *.md")
        return tuple(found)

    def rules(self, table: Any, where: Path) -> dict[str, Value]:
        if isinstance(table, list):
            self.blame(where, "“rules” is a list; expected tables such as [rules.\"names/spelling\"]; folders of rules go to “rule-folders”")
            return {}
        out = {}
        for key, given in table.items() if isinstance(table, dict) else ():
            if not isinstance(given, dict):
                self.blame((*where, key), f"“{key}” is {given!r}; expected a table with severity or parameters")
            elif given.get("severity", "error") not in LEVELS:
                self.blame((*where, key, "severity"), f"“severity” is {given['severity']!r}; expected one of {', '.join(LEVELS)}")
            else:
                out[key] = Value(given, self.origin((*where, key)))
        return out

    def tables(self, name: str, known: Sequence[str], required: Sequence[str]) -> Iterable[tuple[int, dict[str, Any]]]:
        """The tables of an array, with their number, those that lack something or say something unknown blamed and left out."""
        found = self.table.get(name, [])
        if not isinstance(found, list) or not all(isinstance(t, dict) for t in found):
            self.blame((name,), f"“{name}” is no list of tables; write [[{name}]] above its keys")
            return
        for number, table in enumerate(found):
            unknown = [k for k in table if k not in known]
            missing = [k for k in required if not table.get(k)]
            for key in unknown:
                self.blame((name, number, key), f"[[{name}]] has the unknown key “{key}”; {did_you_mean(key, known)}")
            for key in missing:
                self.blame((name, number), f"[[{name}]] needs “{key}”" + (": say why it is right as it stands" if key == "reason" else ""))
            if not unknown and not missing:
                yield number, table

    def text(self, table: Mapping[str, Any], key: str, where: Path) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.blame((*where, key), f"“{key}” is {value!r}; expected text in quotation marks")
            return ""
        return value

    def accepts(self) -> Iterable[Accept]:
        for n, table in self.tables("accept", ("rule", "reason", "text", "path"), ("rule", "reason")):
            at: Path = ("accept", n)
            paths = self.patterns(table["path"], (*at, "path")) if "path" in table else ()
            yield Accept(self.text(table, "rule", at), self.text(table, "reason", at), self.text(table, "text", at), paths,
                         self.folder, self.origin(at))

    def sections(self) -> Iterable[Section]:
        settings = [s for s in SETTINGS if s.per_path]
        for n, table in self.tables("path", ["match", "rules", *(s.key for s in settings)], ("match",)):
            at: Path = ("path", n)
            yield Section(self.patterns(table["match"], (*at, "match")), self.folder, self.values(table, settings, at),
                          self.rules(table.get("rules", {}), (*at, "rules")), self.origin(at))

    def stories(self) -> Iterable[Story]:
        for n, table in self.tables("story", ("article", "against", "date"), ("article", "against")):
            at: Path = ("story", n)
            day = self.day(table["date"], (*at, "date")) if "date" in table else None
            yield Story(self.file(self.text(table, "article", at)),
                        tuple(self.file(s) for s in self.texts(table["against"], (*at, "against"))), day, self.origin(at))
