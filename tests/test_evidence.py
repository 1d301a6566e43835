"""Figures are weighed in stages: what a stage leaves out must never have linked them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import rulebook
from checker.engine import analyse
from checker.link import figures
from checker.link.evidence import AROUND, around, evidence, log_odds, most_said, said
from checker.link.group import RAREST, quantity
from checker.link.weights import BIAS, WEIGHTS
from checker.model import Claim, Span
from checker.read.source import Source

ROOT = Path(__file__).parent.parent
TEXTS = [e.text for rule in rulebook.builtin() for e in rule.examples if isinstance(e.text, str)]
TEXTS += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.txt"))]


def spans(pairs: Iterator[tuple[Claim, Claim]]) -> set[tuple[Span, Span]]:
    return {(a.value.span, b.value.span) for a, b in pairs}


def at_once(text: str, least: float) -> Iterator[tuple[Claim, Claim]]:
    """All evidence of every pair that contradicts each other."""
    for group in figures.groups(analyse(Source("a.txt", text)).claims):
        for a, b in figures.candidates(group, 5):
            if not figures.told_apart(a, b, group) and log_odds(evidence(a, b, group)) >= least:
                yield a, b


@pytest.mark.parametrize("least", [-4.0, -2.0, -1.0, -0.3, 0.0, 0.7])
def test_stages_link_the_pairs_that_all_the_evidence_links(least: float) -> None:
    linked = 0
    for text in [*TEXTS, *("\n\n".join(TEXTS[i:i + 9]) for i in range(0, len(TEXTS), 9))]:
        expected = spans(at_once(text, least))
        assert spans((x.a, x.b) for x in figures.links(analyse(Source("a.txt", text)).claims, least)) == expected
        linked += len(expected)
    assert linked > 20


def test_bounds_hold() -> None:
    tight = 0
    for text in TEXTS:
        for group in figures.groups(analyse(Source("a.txt", text)).claims):
            for rated in (group.frequency, RAREST):
                for a, b in figures.candidates(group):
                    told, most = log_odds(said(a, b, rated)) - BIAS, most_said(quantity(a).dimension, len(a.words & b.words))
                    assert told <= most + 1e-9
                    assert log_odds(around(a, b)) - BIAS <= AROUND + 1e-9
                    tight += told > most - 1
    assert tight  # a bound that is never come near would leave nothing out


def test_what_is_asked_last_speaks_one_way_only() -> None:
    for name in ("rivals", "a rival", "figures apart", "voice same"):
        assert WEIGHTS.get(name, 0.0) <= 0
    for name in ("near", "cross", "rest", "complement", "names around", *(w for w in WEIGHTS if w.startswith("near "))):
        assert WEIGHTS.get(name, 0.0) >= 0
