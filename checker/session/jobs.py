"""The jobs of a run done in order: in this process or in several, alone or beside sources, with a bar on a terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from checker.records import TYPE_CHECKING
from checker.session.inputs import source_of

if TYPE_CHECKING:
    from typing import TypeVar

    from checker.engine import Report
    from checker.plan import Job
    from checker.session.options import Options, Runner

    Read = TypeVar("Read")

DEBUG = "CHECK_DEBUG"  # in the environment: a fault of the program is shown with its traceback
_POOL_FROM = 100  # files; below that starting processes costs more than it saves


def reports(o: Options, jobs: list[Job], beside: Runner | None) -> tuple[Iterable[Report | str], bool]:
    """Reports in the order of the jobs, and whether a source could not be used; jobs of one kind that follow each other run together."""
    if not any(j.beside for j in jobs):
        return _run(jobs, o.jobs), False
    from itertools import chain, groupby

    out: list[Iterable[Report | str]] = []
    broken = False
    for (together, against, date, _), group in groupby(jobs, key=lambda j: (j.beside, j.against, j.date, id(j.rules))):
        same = list(group)
        if together and beside is not None:
            reports, trouble = beside([j.path for j in same], same[0].rules, o._replace(against=against, date=date))
            broken = broken or trouble
            out.append(reports)
        else:
            out.append(_run(same, o.jobs))
    return chain.from_iterable(out), broken


def progress(steps: Iterable[Report | str], total: int, quiet: bool) -> Iterable[Report | str]:
    """The steps, with a bar on the terminal while they are done."""
    if total < 2 or quiet:
        return steps
    from checker.progress import shown

    return shown(steps, total)


def _check_one(job: Job) -> Report | str:
    from checker.engine import check_source

    source = source_of(job.path, job.tracked, language=job.language)
    if isinstance(source, str):
        return source
    report, trouble = shielded(job.path, lambda: check_source(source, job.rules, job.date))
    return trouble if report is None else report


def shielded(path: str, work: Callable[[], Read]) -> tuple[Read | None, str]:
    """What the work gives, or None and why: a plug-in's error, or a fault of the program itself, told so that the other files are done all the same.

    With CHECK_DEBUG in the environment a fault is raised.
    """
    from checker.plugins import PluginError

    try:
        return work(), ""
    except PluginError as e:
        return None, f"{path}: {e}"
    except Exception as e:
        if DEBUG in os.environ:
            raise
        return None, (f"{path}: could not be checked, by a fault of this program and not of the article ({type(e).__name__}: {e}); "
                      f"please report it; {DEBUG}=1 shows where")


def _run(work: list[Job], jobs: int) -> Iterable[Report | str]:
    """Reports in the order of the jobs, whatever the number of processes."""
    if jobs == 1 or (jobs == 0 and len(work) < _POOL_FROM) or len(work) < 2:
        yield from map(_check_one, work)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        yield from pool.map(_check_one, work, chunksize=max(1, min(16, len(work) // 8)))
