"""How a text bears out a figure of its headline without printing it alike: bare or in another currency, cut off, as a sum or a change, as a word ("half")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby, pairwise

from checker.data.units import PARTS
from checker.extract.hedges import printed
from checker.link.evidence import REST
from checker.link.group import quantity
from checker.link.ledger import Analysis
from checker.model import Claim, Quantity, Span
from checker.structure.document import Document

_LEAST = 20  # of counts that are told as sums: small ones add up by chance
_TOLD = 10  # of a count that the text may tell without its noun
_MOST = 4  # figures that are added up
_FIGURES = 20  # at most that are held against each other
_ALIKE = frozenset({"number", "count"})
_TIMES = {"doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300}
_ONE = frozenset({"a", "one"})
_PERIODS = frozenset({"first", "second", "last", "latest", "previous"})  # halves of a year
_HUNDRED = Decimal(100)


def is_told(analysis: Analysis, claim: Claim, within: int) -> bool:
    """Does the text tell the headline's figure in another way, as many paragraphs behind?"""
    one = quantity(claim)
    if one.dimension == "percent" and _in_words(analysis, claim, within):
        return True
    if one.low >= _THOUSANDS and any(m.kind == "quantity" and m.span.start > claim.value.span.end and isinstance(m.value, Quantity) and m.value.low == one.low and m.value.dimension in ("count", "number")
                                     for m in analysis.mentions):
        return True  # of live updates the first was yesterday's: "61,000 homes", and "47,000, down from 61,000" far down
    told = list(_sentences(analysis, claim, within))
    return any(_is_in(one, figures) for figures in told) or one.dimension == "count" and any(_is_in(one, [*a[-1:], *b[:1]]) for a, b in pairwise(told))  # "There were 129 below. Eighty-two came up."


def is_rounded(head: Decimal, told: Decimal) -> bool:
    """Is a headline's figure of three digits and noughts the text's to these digits ("£186,000", "£186,400")?"""
    digits = format(head.normalize(), "f").replace(".", "").rstrip("0")
    step = Decimal(10) ** (len(str(int(head))) - len(digits)) if head >= _THOUSANDS else Decimal(0)
    return len(digits) >= _DIGITS and step > 1 and abs(told - head) < step


_THOUSANDS, _DIGITS = 1000, 3


def is_rest(claim: Claim, told: Claim) -> bool:
    """Is one counted as what comes on top ("seven other airlines", "a further 63 years") and the other not?"""
    return not REST.isdisjoint(told.roles - claim.roles)


def _sentences(analysis: Analysis, claim: Claim, within: int) -> Iterator[list[Quantity]]:
    """The figures of the body, sentence by sentence."""
    document = analysis.document
    zones = document.zones
    start, end = zones[claim.zone].span.end, zones[min(len(zones) - 1, claim.zone + within)].span.end
    told = [m for m in analysis.mentions if m.kind == "quantity" and start <= m.span.start < end and zones[document.zone_index(m.span.start)].kind != "headline"]
    for _, group in groupby(told, lambda m: document.sentence_index(m.span.start)):
        yield [m.value for m in group if isinstance(m.value, Quantity)]


def _is_in(one: Quantity, figures: Sequence[Quantity]) -> bool:
    amount = printed(one)[0]
    if one.dimension in ("money", "percent") and any(_is_same(one, amount, q) for q in figures):
        return True
    if one.dimension == "percent" and is_rate(one, figures):
        return True
    if one.dimension == "count" and amount >= _TOLD and any(q.dimension == "number" and printed(q)[0] == amount for q in figures):
        return True  # "2,000 of a total of 18,000 jobs"
    if one.low != one.high and not one.hedge or one.dimension not in ("money", "count") or one.dimension == "count" and amount < _LEAST:
        return False
    alike = [printed(q)[0] for q in figures if q.dimension == one.dimension and q.unit == one.unit or q.dimension in _ALIKE]
    room = one.step / 2 if one.dimension == "money" else Decimal(0)
    return any(abs(sum(alike[i:i + n]) - amount) <= room for n in range(2, _MOST + 1) for i in range(len(alike) - n + 1)) or \
        any(abs(abs(a - b) - amount) <= room for a, b in zip(alike, alike[1:], strict=False))


def is_rate(one: Quantity, figures: Sequence[Quantity]) -> bool:
    """Is it the share or the change of two of these, as "50 mln crowns from 40 mln" is a rise of 25 per cent?"""
    amount = printed(one)[0]
    told = [q for q in figures if q.dimension != "percent"][:_FIGURES]
    rates = [(printed(a)[0], printed(b)[0]) for a, b in combinations(told, 2) if a.dimension == b.dimension or "number" in (a.dimension, b.dimension)]
    return any(abs(made - amount) <= one.step for a, b in rates if a > 0 and b > 0 for part, whole in ((a, b), (b, a))
               for made in (_HUNDRED * part / whole, _HUNDRED * abs(part - whole) / whole))


def _is_same(one: Quantity, amount: Decimal, q: Quantity) -> bool:
    """Is it the amount bare ("75 mln U.S. dlrs"), in a currency of the name, or with a digit more, which the headline cuts off?"""
    told = printed(q)[0]
    if one.dimension == "money" and (q.dimension in _ALIKE or q.dimension == "money" and q.unit != one.unit):
        return told == amount
    return q.dimension == one.dimension and q.step < one.step and told - told % one.step == amount


def _in_words(analysis: Analysis, claim: Claim, within: int) -> bool:
    zones = analysis.document.zones
    return in_words(analysis.document, quantity(claim), Span(zones[claim.zone].span.end, zones[min(len(zones) - 1, claim.zone + within)].span.end))


def in_words(document: Document, one: Quantity, part: Span) -> bool:
    """Has a part of the text the percentage as a word: "fell by around half", "doubled"?"""
    words = document.plain[part.start:part.end].split()
    low, high = min(one.low, printed(one)[0]), max(one.high, printed(one)[1])
    return any(low <= (_TIMES.get(word) or _HUNDRED / PARTS[word]) <= high for before, word in pairwise(words)
               if word in _TIMES or word in PARTS and (before in _ONE or word == "half" and before not in _PERIODS))
