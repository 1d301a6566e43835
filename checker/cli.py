"""The `check` command: its exit codes, and the short way for files without options.

click is a third of the start-up, so `check article.txt` does without it; whatever has an option or a subcommand goes through it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.engine import Report
    from checker.findings import Rule
    from checker.session.options import Options

SUBCOMMANDS = frozenset({"files", "facts", "compare", "house", "rules", "explain", "test", "config", "completion"})


def _plain(words: list[str]) -> bool:
    """Only files: no option, no subcommand, no question of a shell about completions."""
    return bool(words) and words[0] not in SUBCOMMANDS and not any(w.startswith("-") and w != "-" for w in words) \
        and "_CHECK_COMPLETE" not in os.environ


def _with_click() -> int:
    import click

    from checker.commands import app

    try:
        app(prog_name="check", standalone_mode=False)
    except click.ClickException as e:
        e.show()
        return 2
    except click.Abort:
        raise KeyboardInterrupt from None
    return 0


def _beside(paths: Sequence[str], rules: Sequence[Rule], o: Options) -> tuple[Iterable[Report | str], bool]:
    """Articles against the sources that a configuration names."""
    from checker import comparing

    return comparing.run(paths, rules, o)


def _run(job: Callable[[], int]) -> int:
    try:
        return job()
    except KeyboardInterrupt:
        sys.stderr.write("check: stopped\n")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def main() -> None:
    """The `check` command: exit 2 on what cannot be used, 130 on Ctrl-C, silence on a closed pipe."""
    import gc

    gc.set_threshold(100_000)  # the values are small tuples without cycles; collecting them young is a tenth of the run
    from checker import modules

    modules.serve()
    from checker import compiled

    compiled.warm()
    words = sys.argv[1:]
    if _plain(words):
        from checker.session.options import Options
        from checker.session.run import check

        code = _run(lambda: check(Options(tuple(words)), _beside))
    else:
        code = _run(_with_click)
    gc.freeze()  # what is left at the end goes with the process: looking through it for cycles was a twentieth of the run
    sys.exit(code)


if __name__ == "__main__":
    main()
