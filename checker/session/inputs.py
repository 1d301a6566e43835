"""From names to what is run: options with the configuration, files, rules, sources; whatever cannot be used ends the run or is told."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import TYPE_CHECKING
from checker.session.told import fail, nearest, told

if TYPE_CHECKING:
    from checker.config.read import Config
    from checker.findings import Rule
    from checker.plan import Job
    from checker.read.source import Source
    from checker.session.options import Options


def configured(o: Options) -> tuple[Options, Config | None]:
    """The options with what the configuration, if there is one, says where the command line is silent."""
    from checker import plan
    from checker.config import ConfigError

    try:
        config = plan.configuration(o.files, o.config, o.no_config)
        return (o._replace(**plan.filled(o._asdict(), o.given, config)) if config else o), config
    except ConfigError as e:
        fail(str(e))


def read_as(o: Options, config: Config | None, path: str) -> Options:
    """The options with what the configuration says of reading this article: its date, its tracked changes, its language."""
    if config is None or not (config.sections or config.stories):
        return o
    from checker import plan

    values, _ = plan.values_for(config, path)
    return o._replace(**{field: values[key].value for key, field in (("date", "date"), ("tracked-changes", "tracked"), ("language", "language"))
                         if key in values and field not in o.given})


def planned(o: Options, config: Config | None, paths: Sequence[str]) -> list[Job]:
    """What is to be done with each path."""
    from checker import plan
    from checker.config import ConfigError

    try:
        if config and (config.rules or config.sections):
            plan.check_names(config, [r.id for r in rules_of((), (), o.folders, examples=False)])
        return plan.jobs(paths, o, config, lambda select, ignore, beside: _strict(
            rules_of(select, ignore, o.folders, examples=False, alone=not beside), o.strict_sources), o.fix or o.show_fixes)
    except ConfigError as e:
        fail(str(e))


def expanded(names: Sequence[str]) -> tuple[list[str], bool]:
    """The files that names, folders and patterns stand for, and whether some could not be used (told on standard error)."""
    from checker.read.paths import PathError, expand

    paths: list[str] = []
    broken = False
    for got in expand(names):
        if isinstance(got, PathError):
            broken = told(str(got))
        else:
            paths.append(got)
    return paths, broken


def source_of(path: str, tracked: str = "accepted", tell: bool = True, language: str = "english") -> Source | str:
    """The source, or what is wrong with the file; `tell` a guess at its format. `tracked` changes are "accepted" or "rejected".

    A text in another language is read where `language` is "any": the words that the rules know are English, so that it would be all false alarms.
    """
    source = _read(path, tracked, tell)
    if language == "any" or isinstance(source, str):
        return source
    from checker.read.language import other_language

    if other := other_language(source.text):
        return f"{path}: seems not to be in English but in {other}, which the rules do not know; name an English version, or use --language any"
    return source


def _read(path: str, tracked: str, tell: bool) -> Source | str:
    from checker.read.plain import ReadError, read

    try:
        if path.endswith(".txt"):
            return read(path)
        from checker.plugins import PluginError, readers
        from checker.read import readers as known

        try:
            return known.read(path, known.Choices(tracked), readers, tell)
        except PluginError as e:
            return f"{path}: {e}"
    except ReadError as e:
        return str(e)


def rules_of(select: Sequence[str], ignore: Sequence[str], folders: Sequence[str], examples: bool = True,
             alone: bool = False) -> tuple[Rule, ...]:
    """The rules of the run; unknown names are told with the nearest known one.

    Where documents are checked `alone`, the families that compare documents are not read, unless an option names rules.
    """
    from checker import rulebook
    from checker.plugins import PluginError, extractors

    try:
        extractors()
        without = rulebook.ACROSS if alone and not (select or ignore) else frozenset()
        known = {r.id: r for r in rulebook.builtin(examples, without)}
        for folder in folders:
            known |= {r.id: r for r in rulebook.load(folder)}
    except (rulebook.RuleError, PluginError) as e:
        fail(str(e))
    for option, patterns in (("--select", _split(select)), ("--ignore", _split(ignore))):
        for p in patterns:
            if not any(_fits(k, p) for k in known):
                fail(f"{option} {p}: no rule of this name{nearest(p, known)}; “check rules” lists them")

    chosen = [r for k, r in sorted(known.items()) if (not select or any(_fits(k, p) for p in _split(select)))
              and not any(_fits(k, p) for p in _split(ignore))]
    if not chosen:
        fail("no rule is left to run; look at --select and --ignore")
    return tuple(chosen)


def _split(values: Sequence[str]) -> list[str]:
    return [w.strip() for v in values for w in v.split(",") if w.strip()]


def _fits(rule: str, pattern: str) -> bool:
    from fnmatch import fnmatchcase

    return fnmatchcase(rule, pattern) or rule.split("/")[0] == pattern


def _strict(rules: tuple[Rule, ...], strict: bool) -> tuple[Rule, ...]:
    return tuple(r._replace(severity="warning") if strict and r.check == "unsupported" else r for r in rules)
