"""What is done with each article: the command line over the configuration, and its sections for single articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker.config import ConfigError
from checker.findings import RANK
from checker.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from checker.config.read import Accept, Config, Section, Story, Value
    from checker.findings import Finding, Rule

Chooser = Callable[[Sequence[str], Sequence[str], bool], "tuple[Rule, ...]"]


class Job(NamedTuple):
    """One article: what runs on it (`rules`, at their strictest), its date and sources, what is shown and what fails the run.

    `beside` tells that it is held against something: sources, a house style, or the dates of documents.
    """

    path: str
    rules: tuple[Rule, ...]
    date: str | None
    level: str
    fail_on: str
    against: tuple[str, ...] = ()
    tracked: str = "accepted"
    beside: bool = False
    language: str = "english"


def configuration(files: Sequence[str], named: str | None, none: bool) -> Config | None:
    """The configuration named, else the nearest one, if any; ConfigError when it cannot be used."""
    from checker.config.find import find

    found = None if none else named if named is not None else find(files)
    if found is None:
        return None
    from checker.config.read import load

    if not os.path.isfile(found):
        raise ConfigError(f"--config {found}: no such file")
    return load(found)


def filled(fields: Mapping[str, Any], given: Iterable[str], config: Config) -> dict[str, Any]:
    """The fields that the command line did not give and the configuration has; ConfigError for one that this program lacks."""
    from checker.config.settings import SETTINGS

    out = {}
    for s in SETTINGS:
        if s.key in config.values and s.field not in given:
            if s.field not in fields:
                raise ConfigError(f"{config.values[s.key].origin}: “{s.key}” cannot be used: this version has no such option")
            out[s.field] = config.values[s.key].value
    return out


def fitting(patterns: Sequence[str], folder: str, path: str) -> bool:
    """Does the article fit the patterns, as in a .gitignore that stands in the folder?"""
    if path == "-":
        return "-" in patterns
    from pathspec import GitIgnoreSpec

    relative = os.path.relpath(os.path.abspath(path), folder)
    return not relative.startswith("..") and GitIgnoreSpec.from_lines(patterns).match_file(relative.replace(os.sep, "/"))


def sections(config: Config, path: str) -> list[Section]:
    """The sections for the article; later ones win."""
    return [s for s in config.sections if fitting(s.match, s.folder, path)]


def accepts(config: Config | None, path: str) -> tuple[Accept, ...]:
    """What the configuration and the article's sidecar accept in it; ConfigError for a bad sidecar."""
    from checker.config.read import sidecar

    own = tuple(a for a in config.accepts if not a.paths or fitting(a.paths, a.folder, path)) if config else ()
    return own + sidecar(path)


def story(config: Config, path: str) -> Story | None:
    """The last story that is told of the article."""
    whole = os.path.realpath(path)
    return next((s for s in reversed(config.stories) if os.path.realpath(s.article) == whole), None)


def values_for(config: Config, path: str) -> tuple[dict[str, Value], dict[str, list[Value]]]:
    """The values that hold for an article by key, and what is said of each rule, in the order in which it is said."""
    from checker.config.read import Value

    values = dict(config.values)
    rules: dict[str, list[Value]] = {k: [v] for k, v in config.rules.items()}
    for s in sections(config, path):
        values |= s.values
        for k, v in s.rules.items():
            rules.setdefault(k, []).append(v)
    told = story(config, path)
    if told is not None:
        values["against"] = Value(told.against, told.origin)
        if told.date:
            values["date"] = Value(told.date, told.origin)
    return values, rules


def jobs(paths: Sequence[str], o: Any, config: Config | None, choose: Chooser, everything: bool) -> list[Job]:
    """A job for each path, in their order; `o` are the Options with `given`, `choose` gives the rules for what to select and ignore, and whether
    the article stands beside others.

    Rules that could show nothing and fail nothing are left out, unless `everything` is asked for. ConfigError for what cannot be used.
    """
    made: dict[tuple[Any, ...], tuple[Rule, ...]] = {}
    plain = config is None or not (config.sections or config.stories)

    def rules_for(select: Sequence[str], ignore: Sequence[str], own: Mapping[str, Sequence[Value]], least: int, beside: bool) -> tuple[Rule, ...]:
        key = (select, ignore, least, beside, tuple((k, tuple(id(v) for v in vs)) for k, vs in own.items()))
        if key not in made:
            chosen = _adjusted(choose(select, ignore, beside), own)
            made[key] = tuple(r for r in chosen if everything or RANK[r.severity] >= least)  # severities are only ever lowered
        return made[key]

    out = []
    same = {k: [v] for k, v in config.rules.items()} if config else {}
    for path in paths:
        values, own = ({}, same) if plain or config is None else values_for(config, path)

        def pick(key: str, field: str, values: Mapping[str, Value] = values) -> Any:
            return values[key].value if key in values and field not in o.given else getattr(o, field, ())

        level, fail_on = pick("level", "level"), pick("fail-on", "fail_on")
        against = tuple(pick("against", "against"))
        beside = bool(against or o.house or o.dates)
        rules = rules_for(pick("select", "select"), pick("ignore", "ignore"), own, min(RANK[level], RANK.get(fail_on, 2)), beside)
        out.append(Job(path, rules, pick("date", "date"), level, fail_on, against, pick("tracked-changes", "tracked"), beside,
                       pick("language", "language")))
    return out


def _adjusted(rules: Sequence[Rule], own: Mapping[str, Sequence[Value]]) -> tuple[Rule, ...]:
    from checker.rulebook import RuleError, adjusted

    out = []
    try:
        for r in rules:
            for v in own.get(r.id, ()):
                r = adjusted(r, v.value, v.origin)
            out.append(r)
    except RuleError as e:
        raise ConfigError(str(e)) from None
    return tuple(out)


def at_least(f: Finding, jobs: Mapping[str, Job], what: str) -> bool:
    """Is the finding of the `level` (or `fail_on`) of its article, or above? One that begins in a source belongs to the article it is held against."""
    own = next((e.path for e in f.evidence if e.path in jobs), None)
    least = getattr(jobs[own], what) if own is not None else "error"
    return least != "never" and RANK[f.severity] >= RANK[least]


def check_names(config: Config, known: Sequence[str]) -> None:
    """ConfigError where the configuration adjusts a rule that nobody has."""
    from checker.config.read import did_you_mean

    wrong = [f"{v.origin}: no rule “{k}”; {did_you_mean(k, known)}" for table in (config.rules, *(s.rules for s in config.sections))
             for k, v in table.items() if k not in known]
    if wrong:
        raise ConfigError("\n".join(wrong))
