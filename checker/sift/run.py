"""All that takes findings out of a report, in order: accepted, known, outside the changed lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from checker.config.read import Accept
from checker.findings import Finding
from checker.records import NamedTuple
from checker.sift import accepted, comments


class Article(NamedTuple):
    """A checked article: its path, the rules that ran on it, what the configuration and its sidecar accept."""

    path: str
    ran: tuple[str, ...]
    accepts: tuple[Accept, ...]


def sift(findings: Sequence[Finding], articles: Sequence[Article], known: Callable[[], Iterable[str]], diff: str | None,
         baseline: str | None, tell: Callable[[str], object]) -> tuple[list[Finding], list[str]]:
    """The findings with their states, those that touch no changed line left out; and lines for the end of the report.

    `known` gives the ids of all rules; `tell` gets what is wrong with comments and entries. Raises BaselineError and DiffError.
    """
    out = _accepted(findings, articles, known, tell)
    notes = []
    count = sum(1 for f in out if f.state == "accepted")
    if count:
        notes.append(f"{count} finding{'' if count == 1 else 's'} left out: accepted with a reason.")
    if baseline is not None:
        from checker.sift.baseline import apply, read

        entries = read(baseline)
        out, met = apply(out, entries, baseline)
        count = sum(1 for f in out if f.state == "known")
        if entries:
            notes.append(f"{count} finding{'' if count == 1 else 's'} left out: known by {baseline}"
                         + (f", which has {len(entries) - len(met)} more that did not occur." if len(met) < len(entries) else "."))
    if diff is not None:
        from checker.sift.changed import lines, touching

        every = len(out)
        out = touching(out, lines([a.path for a in articles], diff))
        if len(out) < every:
            notes.append(f"{every - len(out)} finding{'' if every - len(out) == 1 else 's'} left out: in lines that did not change since {diff}.")
    return out, notes


def _accepted(findings: Sequence[Finding], articles: Sequence[Article], known: Callable[[], Iterable[str]],
              tell: Callable[[str], object]) -> list[Finding]:
    by_path: dict[str, list[Finding]] = {}
    for f in findings:
        by_path.setdefault(f.evidence[0].path, []).append(f)
    out: list[Finding] = []
    for article in articles:
        own = by_path.pop(article.path, [])
        found, wrong = comments.read(_text(article.path))
        for line, what in wrong:
            tell(f"{article.path}:{line}: {what}")
        if found or article.accepts:
            own, used = accepted.apply(own, article.path, found, article.accepts)
            for what in accepted.unused(article.path, found, article.accepts, used, article.ran, list(known())):
                tell(what)
        out += own
    return [*out, *(f for rest in by_path.values() for f in rest)]


def _text(path: str) -> str:
    """The file as it stands; nothing for a format that is no text."""
    from checker.read.plain import ReadError, decode, standard_input

    try:
        if path == "-":
            return decode(standard_input(), path)
        with open(path, "rb") as file:
            return decode(file.read(), path)
    except (OSError, ReadError):
        return ""
