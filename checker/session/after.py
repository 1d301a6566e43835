"""What is asked for after the findings are there, and seldom: a baseline, fixes, the articles read again for a report, the time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.session.inputs import source_of
from checker.session.told import fail, may_write, told, write

if TYPE_CHECKING:
    from checker.engine import DocumentReport
    from checker.findings import Finding
    from checker.link.ledger import Ledger
    from checker.plan import Job
    from checker.session.options import Options


def write_baseline(o: Options, findings: Sequence[Finding]) -> int:
    """Write the baseline and tell how much it holds."""
    from checker.sift.baseline import written

    if o.baseline is None:
        fail("--write-baseline: which file? name it with --baseline FILE")
    may_write(o.baseline, o.files, "--baseline")
    write(written(findings, o.baseline), o.baseline, "--baseline")
    count = sum(1 for f in findings if f.state != "accepted")
    sys.stderr.write(f"check: {count} finding{'' if count == 1 else 's'} written to {o.baseline}\n")
    return 0


def fixed(o: Options, findings: Sequence[Finding]) -> tuple[int | None, bool]:
    """Apply or show the fixes: the exit code, or None where the report follows, and whether files changed, so that they are to be checked again."""
    from checker import fixes

    chosen = [f for f in findings if f.state == "new" and f.fix is not None and (f.fix.safe or o.unsafe)]
    changes, trouble = fixes.changes(chosen)
    for line in trouble:
        told(line)
    if o.show_fixes:
        write("".join(fixes.diff(c, not o.output and sys.stdout.isatty()) for c in changes), o.output)
        if not changes and not o.quiet:
            sys.stderr.write("check: nothing to mend\n")
        return int(bool(changes)), False
    done = [c for c in changes if not ((line := fixes.apply(c)) and told(line))]
    sys.stderr.write(f"check: {fixes.told(done)}\n")
    if len(done) < len(changes):
        return 2, False
    return None, bool(changes)


def ledgers(jobs: Sequence[Job], documents: Sequence[DocumentReport]) -> list[Ledger]:
    """The articles read again, for the reports that show them."""
    from checker.engine import ledger

    by_path = {j.path: j for j in jobs}
    sources = [(source_of(d.path, by_path[d.path].tracked, tell=False, language="any"), by_path[d.path].date) for d in documents]
    return [ledger([s], date or s.date) for s, date in sources if not isinstance(s, str)]


def tell_stats(jobs: Sequence[Job]) -> None:
    """Tell on standard error where the time goes, by running the jobs again under a clock."""
    from checker.stats import Clock

    clock = Clock()
    for job in jobs:
        clock.article(job.path, source_of, job.rules, job.date)
    sys.stderr.writelines(f"{line}\n" for line in clock.lines())
