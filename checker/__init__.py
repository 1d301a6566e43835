"""A consistency checker for news copy: finds what an article says twice and differently."""

from __future__ import annotations

from checker.records import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.findings import Finding
    from checker.link.ledger import Analysis
    from checker.link.matrix import Matrix
    from checker.read.source import Source

__version__ = "0.1.0"
__all__ = ["__version__", "check", "compare"]


def check(text: str | Path, *, against: Sequence[str | Path] = (), date: str | None = None,
          rules: Sequence[str] | None = None) -> list[Finding]:
    """Check one article, and hold it against its sources: a `str` is a text, a `Path` a file, in `against` too.

    `date` is the article's date as YYYY-MM-DD; `rules` names the rules to run (all by default). Raises `ReadError` for
    a file that cannot be checked and `KeyError` for an unknown rule.
    """
    from checker.engine import check_against, check_source
    from checker.rulebook import ACROSS, builtin

    known = {r.id: r for r in builtin(False, frozenset() if against or rules is not None else ACROSS)}
    chosen = list(known.values()) if rules is None else [known[r] for r in rules]
    article = _source(text, "text")
    if not against:
        return list(check_source(article, chosen, date).findings)
    return list(check_against(article, _analysed(against, "source"), chosen, date).findings)


def compare(texts: Sequence[str | Path]) -> Matrix:
    """Hold two or more texts against each other: the rows of the matrix are claims, its columns the texts.

    A `str` is a text, a `Path` a file. Raises `ReadError` for a file that cannot be read and `ValueError` for fewer than two texts.
    """
    from checker import engine
    from checker.link.matrix import matrix

    if len(texts) < 2:
        raise ValueError("two texts or more are needed for a comparison")
    return matrix(engine.compare(_analysed(texts, "source")))


def _source(text: str | Path, name: str, role: str = "article") -> Source:
    from checker.plugins import readers
    from checker.read.readers import Choices, read
    from checker.read.source import Source

    if isinstance(text, str):
        return Source(name, text, role=role)
    source = read(str(text), Choices(), readers, tell=False)
    source.role = role
    return source


def _analysed(texts: Sequence[str | Path], role: str) -> list[Analysis]:
    from checker.engine import analyse

    return [analyse(_source(t, f"{role} {i}", role)) for i, t in enumerate(texts, 1)]
