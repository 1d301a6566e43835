"""A consistency checker for news copy: finds what an article says twice and differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.model import Finding

__version__ = "0.1.0"
__all__ = ["__version__", "check"]


def check(text: str | Path, *, date: str | None = None, rules: Sequence[str] | None = None) -> list[Finding]:
    """Check one article: a `str` is its text, a `Path` its file.

    `date` is the article's date as YYYY-MM-DD; `rules` names the rules to run (all by default). Raises `ReadError` for
    a file that cannot be checked and `KeyError` for an unknown rule.
    """
    from checker.engine import check_source
    from checker.plugins import readers
    from checker.read.readers import Choices, read
    from checker.read.source import Source
    from checker.rulebook import builtin

    known = {r.id: r for r in builtin(False)}
    chosen = list(known.values()) if rules is None else [known[r] for r in rules]
    source = Source("text", text) if isinstance(text, str) else read(str(text), Choices(), readers, tell=False)
    return list(check_source(source, chosen, date).findings)
