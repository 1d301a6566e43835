"""`--stats`: the time by stage and by rule, measured on the same articles in one process.

Rules are timed one by one, each over the whole ledger, so their sum is a little above what a run takes where they share work; what a
document computes once (its words, its sentences' pairs) counts for the first that asks.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from checker import engine
from checker.findings import Rule
from checker.link import link
from checker.link.ledger import Analysis
from checker.plugins import mentions as mentions_of
from checker.read.source import Source
from checker.relate import relate
from checker.relate.claims import claims
from checker.structure import structure

T = TypeVar("T")


class Clock:
    """Seconds by name, added up over articles."""

    def __init__(self) -> None:
        self.stages: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.words = 0
        self.articles = 0

    def article(self, path: str, source_of: Callable[[str], Source | str], rules: Sequence[Rule], date: str | None) -> None:
        """Time one article; one that cannot be read is left out."""
        source = _timed(self.stages, "read", lambda: source_of(path))
        if isinstance(source, str):
            return
        document = _timed(self.stages, "structure", lambda: structure(source))
        mentions = _timed(self.stages, "extract", lambda: mentions_of(document))
        relations = _timed(self.stages, "relate", lambda: relate(document, mentions))
        said = _timed(self.stages, "claims", lambda: claims(document, mentions, relations))
        book = _timed(self.stages, "link", lambda: link([Analysis(document, mentions, relations, said)], date or source.date))
        for rule in rules:
            _timed(self.rules, rule.id, lambda rule=rule: engine.run(book, [rule]))  # type: ignore[misc]
        self.stages["check"] += sum(self.rules.values()) - self.stages["check"]
        self.words += document.words
        self.articles += 1

    def lines(self) -> list[str]:
        """A table of stages and one of rules, the slowest first."""
        whole = sum(self.stages.values()) or 1.0
        out = [f"{self.articles} article{'' if self.articles == 1 else 's'}, {self.words:,} words, {1000 * whole:,.1f} ms", ""]
        for title, table in (("stage", list(self.stages.items())), ("rule", self.rules.most_common())):
            out.append(f"{title:<24}{'ms':>10}{'share':>8}")
            out += [f"{name:<24}{1000 * s:>10.2f}{s / whole:>8.1%}" for name, s in table]
            out.append("")
        return out[:-1]


def _timed(into: Counter[str], name: str, job: Callable[[], T]) -> T:
    begun = time.perf_counter()
    got = job()
    into[name] += time.perf_counter() - begun  # type: ignore[assignment]
    return got
