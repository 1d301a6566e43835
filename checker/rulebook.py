"""rules/*.toml → Rule, validated: a bad file is told by path, key and what was expected."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache

from checker import compiled
from checker.findings import RANK, Example, Rule
from checker.plugins import checks
from checker.plugins import load as load_plugins
from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

SLOTS = frozenset(
    "this that this_place that_place this_voice that_voice computed expected tolerance rate range would_fit count total "
    "difference date weekday kind name mark majority minority reason source what whole parts change base".split())
_SLOT = re.compile(r"\{([^{}]*)\}")
_ID = re.compile(r"[a-z][a-z-]*/[a-z][a-z0-9-]*")
_KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str, "title": str, "check": str, "about": str, "scope": list, "severity": str, "message": str, "why": str,
    "params": dict, "example": list, "before": list}
_REQUIRED = ("id", "title", "check", "about", "severity", "message", "why")
_EXAMPLE_KEYS: dict[str, type | tuple[type, ...]] = {"text": str, "finds": list, "date": str, "severity": str, "against": list, "house": str}
SCOPES = frozenset({"document", "aside", "sources", "house"})


class RuleError(Exception):
    """A rule file that cannot be used; the message holds its path, the key and what was expected."""


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean “{close[0]}”?" if close else ""


def _typed(path: str, table: Mapping[str, Any], keys: Mapping[str, type | tuple[type, ...]], where: str = "") -> None:
    for key, value in table.items():
        if key not in keys:
            raise RuleError(f"{path}: {where}unknown key “{key}”{_nearest(key, keys) or '; expected one of ' + ', '.join(keys)}")
        if not isinstance(value, keys[key]):
            wanted = {str: "text", list: "a list", dict: "a table"}.get(keys[key], str(keys[key]))  # type: ignore[call-overload]
            raise RuleError(f"{path}: {where}“{key}” is {value!r}; expected {wanted}")


_PLAIN = {"int": int, "float": float, "str": str, "bool": bool}


def _hints(cls: type[Any]) -> dict[str, Any]:
    """What each parameter is to be."""
    told = cls.__annotations__
    if set(told.values()) <= _PLAIN.keys():
        return {key: _PLAIN[kind] for key, kind in told.items()}
    from typing import get_type_hints

    return get_type_hints(cls)


def _params(path: str, given: Mapping[str, Any], cls: type[Any]) -> object:
    hints = _hints(cls) if given else {}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in hints:
            raise RuleError(f"{path}: [params] unknown key “{key}”{_nearest(key, hints) or '; expected one of ' + ', '.join(hints)}")
        values[key] = _cast(path, key, value, hints[key])
    try:
        return cls(**values)
    except TypeError as e:
        raise RuleError(f"{path}: [params] {e}") from None


def _cast(path: str, key: str, value: Any, hint: Any) -> Any:
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, list):
        from typing import get_args

        inner = get_args(hint)
        if inner and all(isinstance(v, inner[0]) for v in value):
            return tuple(value)
    elif isinstance(hint, type) and isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
        return value
    raise RuleError(f"{path}: [params] “{key}” is {value!r}; expected {getattr(hint, '__name__', hint)}")


def _example(path: str, number: int, table: Any) -> Example:
    where = f"[[example]] {number}: "
    if not isinstance(table, dict):
        raise RuleError(f"{path}: {where}expected a table")
    _typed(path, table, _EXAMPLE_KEYS, where)
    if "text" not in table or "finds" not in table:
        raise RuleError(f"{path}: {where}expected “text” and “finds”")
    finds = table["finds"]
    if not all(isinstance(f, list) and all(isinstance(w, str) for w in f) for f in finds):
        raise RuleError(f"{path}: {where}“finds” is {finds!r}; expected a list of lists of words, one list for each finding")
    return Example(table["text"].removeprefix("\n"), tuple(tuple(f) for f in finds), table.get("date"), table.get("severity"),
                   _against(table.get("against", []), f"{path}: {where}"), table.get("house"))


def _against(texts: list[Any], where: str) -> tuple[str, ...]:
    if not all(isinstance(t, str) for t in texts):
        raise RuleError(f"{where}“against” is {texts!r}; expected a list of texts, one for each source")
    return tuple(t.removeprefix("\n") for t in texts)


def head(text: str) -> str:
    """The text of a rule file up to its first example."""
    return text.partition("\n[[example]]")[0]


def _table(text: str, path: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise RuleError(f"{path}: not valid TOML: {e}") from None


def parse(text: str, path: str, examples: bool = True) -> Rule:
    """One rule from the text of its file; RuleError when anything in it is wrong.

    Without `examples` the text is read up to the first of them: they are most of a file, and a run needs none.
    """
    kept = None
    if not examples:
        text = head(text)
        kept = compiled.table(text)
    table = _table(text, path) if kept is None else kept
    _typed(path, table, _KEYS)
    for key in _REQUIRED:
        if not table.get(key):
            raise RuleError(f"{path}: “{key}” is missing; every rule needs {', '.join(_REQUIRED)}")
    if not _ID.fullmatch(table["id"]):
        raise RuleError(f"{path}: “id” is {table['id']!r}; expected family/name in small letters, such as names/spelling")
    if table["severity"] not in RANK:
        raise RuleError(f"{path}: “severity” is {table['severity']!r}; expected error, warning or info")
    known = checks()
    check = known.get((table["check"], table["about"]))
    if check is None:
        pairs = sorted(f"{c} {a}" for c, a in known)
        raise RuleError(f"{path}: no check “{table['check']}” about “{table['about']}”; known are {', '.join(pairs)}")
    scope = tuple(table.get("scope", ["document"]))
    for word in scope:
        if word not in SCOPES:
            raise RuleError(f"{path}: “scope” has {word!r}; expected some of {', '.join(sorted(SCOPES))}")
    for slot in _SLOT.findall(table["message"]):
        if slot not in SLOTS:
            raise RuleError(f"{path}: “message” has the slot {{{slot}}}{_nearest(slot, SLOTS)}; known are {', '.join(sorted(SLOTS))}")
    tests = tuple(_example(path, i, e) for i, e in enumerate(table.get("example", []), 1))
    return Rule(table["id"], table["title"], table["check"], table["about"], scope, table["severity"], table["message"],
                table["why"].strip(), _params(path, table.get("params", {}), check.params), tests, path,
                tuple(table.get("before", [])))


ACROSS = frozenset({"sources", "house"})  # families that hold a document against another


def adjusted(rule: Rule, given: Mapping[str, Any], where: str) -> Rule:
    """The rule with another severity or other parameters; RuleError names `where` they were given."""
    hints = _hints(type(rule.params))
    values = {}
    for key, value in given.items():
        if key != "severity" and key not in hints:
            raise RuleError(f"{where}: {rule.id} has no parameter “{key}”{_nearest(key, hints)}; it has {', '.join(['severity', *hints])}")
        if key != "severity":
            values[key] = _cast(where, key, value, hints[key])
    return rule._replace(severity=given.get("severity", rule.severity), params=rule.params._replace(**values))  # type: ignore[attr-defined]


def load(directory: str | Path, examples: bool = True, without: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """Every rule of a folder, by id; RuleError at the first bad file or when two have one id. Families in `without` are not read."""
    rules: dict[str, Rule] = {}
    files = sorted(os.path.join(folder, f) for folder, _, names in os.walk(directory) if os.path.basename(folder) not in without
                   for f in names if f.endswith(".toml"))
    if not files:
        raise RuleError(f"{directory}: no rule in it; expected files such as names/spelling.toml")
    for file in files:
        try:
            with open(file, encoding="utf-8") as f:
                text = f.read()
        except (OSError, UnicodeDecodeError) as e:
            raise RuleError(f"{file}: cannot be read: {e}") from None
        rule = parse(text, file, examples)
        if rule.id in rules:
            raise RuleError(f"{file}: “id” {rule.id} is already that of {rules[rule.id].path}")
        rules[rule.id] = rule
    return tuple(rules[k] for k in sorted(rules))


def home() -> str:
    """Where the program's own rules are: in the wheel, or beside the package in a checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "rules")


@cache
def builtin(examples: bool = True, without: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """The program's own rules, families in `without` left unread, and those of installed plug-ins."""
    rules = {r.id: r for r in load(home(), examples, without)}
    for _, folder in load_plugins("checker.rules"):
        rules |= {r.id: r for r in load(str(folder), examples)}
    return tuple(rules[k] for k in sorted(rules))


def render(message: str, slots: Mapping[str, str]) -> str:
    """Fill the slots of a message by name; a slot without a value stays empty."""
    return _SLOT.sub(lambda m: slots.get(m.group(1), ""), message)
