"""What a run was told, whoever tells it: the command line, a configuration, another front end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from checker.records import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.engine import Report
    from checker.findings import Rule

    # (paths, rules, options) → reports in the order of the paths, and whether something could not be used
    Runner = Callable[[Sequence[str], Sequence[Rule], "Options"], tuple[Iterable[Report | str], bool]]


class Options(NamedTuple):
    """What `check FILES…` was told; `jobs` 0 decides by the number of files, `date` is ISO, `form` None follows `output`.

    `against` names sources, `dates` are (file, ISO date or time) of single documents, `strict_sources` warns of what no source has.
    `given` are the fields that stood on the command line, which a configuration does not change.
    """

    files: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: str = "warning"
    fail_on: str = "error"
    date: str | None = None
    form: str | None = None
    output: str | None = None
    folders: tuple[str, ...] = ()
    jobs: int = 0
    quiet: bool = False
    no_color: bool = False
    against: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    strict_sources: bool = False
    house: str | None = None
    given: frozenset[str] = frozenset()
    config: str | None = None
    no_config: bool = False
    baseline: str | None = None
    write_baseline: bool = False
    diff: str | None = None
    fix: bool = False
    unsafe: bool = False
    show_fixes: bool = False
    stats: bool = False
    tracked: str = "accepted"
    language: str = "english"
