"""A sum or a percentage of the headline that nothing in the text bears out, and the one of the text that it is a digit off: "£7.9m overhaul", "the work
will cost £7.4 million".

Of the sums in 1,742 published headlines each stood in the text, was near one that did, or was made of two: one that is not is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from checker.checks.headline_sums import is_rate, is_told
from checker.checks.headline_words import headline, tokens
from checker.data.english import FUNCTION_WORDS
from checker.extract.hedges import printed
from checker.extract.slipped import is_slipped
from checker.findings import Conflict, Place
from checker.link.group import quantity
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Claim, Mention, Quantity, Span
from checker.relate.stems import stem

_COMPARED = re.compile(r" (?:over|more|less|above|below|under|after|in|for|from|last)(?![a-z])|,? (?:19|20)\d\d", re.I)  # "£4.8m over budget", "5.9% in 2023"
_NEAR = Decimal("0.03")  # of a figure, by which a headline rounds it
_RATIO = 2
_MOST = 40  # figures of a kind, of which some pair makes any


def unborne(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """The headline's sums and percentages that the text does not tell, each with the figure that it likely is."""
    document = analysis.document
    for c in analysis.claims:
        q = quantity(c)
        if c.value.span.start >= head.end or q.dimension not in ("money", "percent") or q.ranged or q.hedge or q.per:
            continue
        body = [m for m in names(analysis).figures if m.span.start > head.end and _of_kind(m, q)]
        if not body or len(body) > _MOST or any(_bears_out(q, m) for m in body) or is_told(analysis, c, len(document.zones)) or _is_made(q, body, names(analysis).figures):
            continue
        found = [m for m in body if _is_slip(q, m) and (q.dimension == "money" or _shares_a_word(analysis, head, m))]
        if found and _COMPARED.match(document.text, c.value.span.end) is None:
            yield _conflict(number, c, found[0])


def _conflict(number: int, c: Claim, other: Mention) -> Conflict:
    return Conflict((Place(number, c.value.span), Place(number, other.span)), {"kind": "figure"},
                    ("nothing in the text is the headline's figure or makes it", "the text has one that is a digit other"), likely=True, by_voice=False)


def _of_kind(m: Mention, q: Quantity) -> bool:
    return isinstance(m.value, Quantity) and m.value.dimension == q.dimension and m.value.unit == q.unit


def _bears_out(q: Quantity, m: Mention) -> bool:
    """Is the figure of the text the headline's, or near it?"""
    assert isinstance(m.value, Quantity)
    one, two = printed(q)[0], printed(m.value)[0]
    return abs(one - two) <= max(q.step, one * _NEAR) or m.value.low <= one <= m.value.high


def _is_made(q: Quantity, body: list[Mention], figures: list[Mention]) -> bool:
    """Is the headline's figure the sum or the difference of two of the text, or what one is of another?"""
    one, room = printed(q)[0], max(q.step / 2, printed(q)[0] * _NEAR)
    values = sorted({printed(m.value)[0] for m in body if isinstance(m.value, Quantity)})
    if any(abs(b - a - one) <= room or abs(a + b - one) <= room for a, b in combinations(values, 2)):
        return True
    told = [m.value for m in figures if isinstance(m.value, Quantity) and m.value.dimension in ("count", "number", "money")]
    return q.dimension == "percent" and any(is_rate(q, [a, b]) for a, b in pairwise(told))


def _is_slip(q: Quantity, m: Mention) -> bool:
    """Are the two of one size, and a digit other?"""
    assert isinstance(m.value, Quantity)
    one, two = printed(q)[0], printed(m.value)[0]
    low, high = sorted((one, two))
    return low > 0 and high <= low * _RATIO and is_slipped(_digits(one), _digits(two))


def _digits(value: Decimal) -> str:
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _shares_a_word(analysis: Analysis, head: Span, m: Mention) -> bool:
    """Does the figure's sentence have a word of the headline that says something?"""
    document = analysis.document
    said = {stem(w.word) for w in headline(document, head) if len(w.word) > 2 and w.word not in FUNCTION_WORDS}
    return not said.isdisjoint(stem(w.word) for w in tokens(document, document.sentence_at(m.span.start)))
