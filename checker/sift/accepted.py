"""Findings that somebody has looked at and found right, with the reason: by a comment, a sidecar or the configuration."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from checker.config.read import Accept
from checker.findings import Finding
from checker.sift import named, names
from checker.sift.comments import Comment


def apply(findings: Sequence[Finding], path: str, comments: Sequence[Comment], accepts: Sequence[Accept]) -> tuple[list[Finding], set[Comment | Accept]]:
    """The findings of one article, those that are accepted in the state "accepted" with the reason and its place (path:line) among their facts; and what was used."""
    out = []
    used: set[Comment | Accept] = set()
    for f in findings:
        by = next((c for c in comments if _comment_fits(c, f, path)), None) or next((a for a in accepts if _accept_fits(a, f)), None)
        if by is not None:
            used.add(by)
            at = f"{path}:{by.line}" if isinstance(by, Comment) else by.origin
            f = f._replace(state="accepted", facts={**f.facts, "accepted": by.reason, "accepted_at": at})
        out.append(f)
    return out, used


def _comment_fits(c: Comment, f: Finding, path: str) -> bool:
    return any(names(p, f.rule) for p in c.rules) and any(
        e.path == path and e.line is not None and e.line <= c.last and (e.end_line or e.line) >= c.first for e in f.evidence)


def _accept_fits(a: Accept, f: Finding) -> bool:
    return names(a.rule, f.rule) and any(_plain(a.text) in _plain(e.text) for e in f.evidence)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def unused(path: str, comments: Sequence[Comment], accepts: Sequence[Accept], used: Collection[Comment | Accept],
           ran: Collection[str], known: Collection[str]) -> list[str]:
    """A line for each comment and acceptance that met no finding, or names no rule; silent where its rules did not run.

    An acceptance of the configuration is told only where it names this very article: for patterns, other articles may still need it.
    """
    out = []
    for c in comments:
        strange = [p for p in c.rules if not named(p, known)]
        if strange:
            out.append(f"{path}:{c.line}: ignores {strange[0]}, but there is no rule of this name; “check rules” lists them")
        elif c not in used and all(named(p, ran) for p in c.rules):
            out.append(f"{path}:{c.line}: ignores {', '.join(c.rules)}, but there is nothing to ignore any more; take the comment out")
    for a in accepts:
        if not named(a.rule, known):
            out.append(f"{a.origin}: accepts {a.rule}, but there is no rule of this name; “check rules” lists them")
        elif a not in used and named(a.rule, ran) and a.paths and not any(set("*?[") & set(p) or p.endswith("/") for p in a.paths):
            out.append(f"{a.origin}: accepts {a.rule}, but there is nothing to accept any more in {path}; take the entry out")
    return out
