"""Checks between documents and against a house style, entered without being loaded: a run on one article never imports them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import AcrossParams, Check
from checker.findings import Conflict
from checker.link.ledger import Ledger


def _figures(about: str) -> Check:
    def run(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
        from checker.checks import sources

        yield from sources.CHECKS[about].run(ledger, params)
    return Check(AcrossParams, run)


def _names(key: tuple[str, str]) -> Check:
    def run(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
        from checker.checks import sources_names

        yield from sources_names.CHECKS[key].run(ledger, params)
    return Check(AcrossParams, run)


def _quotations(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    from checker.checks import sources_quotes

    yield from sources_quotes.CHECKS["quotation across documents"].run(ledger, params)


def _house(about: str) -> Check:
    def run(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
        from checker.checks import house

        yield from house.CHECKS[about].run(ledger, params)
    return Check(AcrossParams, run)


def _unsupported(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    from checker.checks import sources_support

    yield from sources_support.CHECKS["statement"].run(ledger, params)


CHECKS: dict[tuple[str, str], Check] = {
    **{("disagree", f"{about} across documents"): _figures(about) for about in ("figure", "outlier", "time", "speaker")},
    **{key: _names(key) for key in (("variants", "name across documents"), ("disagree", "place across documents"), ("disagree", "title across documents"))},
    **{("house", about): _house(about) for about in ("name", "title", "place", "acronym", "term")},
    ("quoted", "quotation across documents"): Check(AcrossParams, _quotations),
    ("unsupported", "statement"): Check(AcrossParams, _unsupported),
}
