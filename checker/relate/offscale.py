"""Reckoning that holds but for a word of scale, a nought or two changed digits: "23 per cent of sales, or about £141 billion" of £612 million; 380,000
households and £25 each, "which will cost £9.5 billion"; "2.4 crore passengers and 3.6 lakh, a rise of 50%"; "$10 a song", and 300 songs that brought
$30,000.

The other figures must give the one at issue to two digits when it is taken a thousand times (or, between lakh and crore, a hundred times) smaller or larger,
or be a digit off it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.extract.slipped import is_slipped
from checker.model import Mention, Quantity, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_SCALE = re.compile(r"(?<=[\d -])(?:lakh|crore|million|billion|trillion|thousand|mln|bln|[mb]n?|tn|k)s?(?![A-Za-z])", re.I)
_INDIAN = re.compile(r"lakh|crore", re.I)
_ROOM = Decimal("0.012")  # of the product, by which rounded figures are off
_FAR = 60  # characters from a share or a rate to what it comes to
_SOON = 2  # sentences behind "£25 each" in which the sum may stand
_DIGITS = 3


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "of": re.compile(rf" of (?:the |its |their |all |total |his |her )?(?:[a-z][\w’'-]* ){{0,3}}[a-z][\w’'-]*(?:,? or|,? amounting to|,? equal to|,? worth|,|\s?[—–]| --|\s?\() ?{HEDGE}"),
        "each": re.compile(r"(?: each| apiece| a head| per (?:person|household|head|pupil|family|worker|member))(?![\w-])"),
        "unit": re.compile(r" (?:an?|per) ([a-z]{3,})(?![\w-])"),
        "rise": re.compile(rf",? (?:[—–-]+ )?(?:an?|which is an?|representing an?) (?:rise|increase|jump|gain|growth|(?P<down>fall|drop|decline|decrease|cut)) of {HEDGE}"),
        "to": re.compile(r"(?: (?!but )[\w’'-]+){0,12},? (?:and|to|from) (?:about |some |nearly )?"),
    }


def off_scale(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations scaled (now, then) of the figure at issue and one that tells what it must be; `told` says what."""
    large = [m for m in mentions if _SCALE.search(m.text) and not quantity(m).ranged and quantity(m).low > 0]
    if not large:
        return
    yield from _shares(document, mentions, large)
    yield from _each(document, mentions, large)
    yield from _risen(document, mentions)


def _shares(document: Document, mentions: Sequence[Mention], large: Sequence[Mention]) -> Iterator[Relation]:
    """So many per cent of something, and what that is, against the one sum of the text that gives it at another scale."""
    text = document.text
    for share, part in zip(mentions, mentions[1:], strict=False):
        p, q = quantity(share), quantity(part)
        if p.dimension != "percent" or q.dimension != "money" or part not in large or p.ranged or part.span.start - share.span.end > _FAR or not _patterns()["of"].fullmatch(text, share.span.end, part.span.start):
            continue
        wholes = [m for m in large if m.span.end < share.span.start and quantity(m).dimension == "money" and quantity(m).unit == q.unit]
        value, rate = printed(q)[0], printed(p)[0] / 100
        if any(_is_near(printed(quantity(m))[0] * rate, value) for m in wholes):
            continue
        fitting = [m for m in wholes if _factor(printed(quantity(m))[0] * rate, value, part.text + m.text)]
        if len({printed(quantity(m))[0] for m in fitting}) == 1:
            yield _scaled(part, fitting[-1], f"{share.text} of {fitting[-1].text} is {(printed(quantity(fitting[-1]))[0] * rate).normalize():,f}")


def _each(document: Document, mentions: Sequence[Mention], large: Sequence[Mention]) -> Iterator[Relation]:
    """How many, so much each, and the sum in the same sentence or one of the next two."""
    for many, rate in zip(mentions, mentions[1:], strict=False):
        n, r = quantity(many), quantity(rate)
        index = document.sentence_index(rate.span.start)
        if n.dimension != "count" or r.dimension != "money" or n.ranged or r.ranged or document.sentence_index(many.span.start) != index or not _patterns()["each"].match(document.lower, rate.span.end):
            continue
        end = document.sentences[min(len(document.sentences) - 1, index + _SOON)].end
        sums = [m for m in large if rate.span.end < m.span.start < end and quantity(m).dimension == "money" and quantity(m).unit == r.unit]
        product = printed(n)[0] * printed(r)[0]
        if any(_is_near(product, printed(quantity(m))[0]) for m in sums):
            continue
        for m in sums:
            if told := _factor(product, printed(quantity(m))[0], m.text + rate.text):
                yield _scaled(m, rate, f"{many.text} times {rate.text} is {told}")


def by_unit(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations scaled: a price told by the unit, so many of them told elsewhere, and the only sum of that sentence: ten times too much or too little, or a digit off."""
    priced = [(m, told[1]) for m in mentions if quantity(m).dimension == "money" and not quantity(m).ranged and (told := _patterns()["unit"].match(document.text, m.span.end))]
    prices = Counter(unit for _, unit in priced)
    for rate, unit in priced:
        r = quantity(rate)
        if prices[unit] > 1:
            continue  # which of them is meant nobody knows
        for many in (m for m in mentions if quantity(m).dimension == "count" and quantity(m).unit == unit and not quantity(m).ranged and quantity(m).low > 1):
            sentence = document.sentence_at(many.span.start)
            sums = [m for m in mentions if sentence.start <= m.span.start < sentence.end and quantity(m).dimension == "money"]
            if len(sums) != 1 or quantity(sums[0]).unit != r.unit or quantity(sums[0]).per or quantity(sums[0]).ranged:
                continue
            product, value = printed(quantity(many))[0] * printed(r)[0], printed(quantity(sums[0]))[0]
            if not _is_near(product, value) and (product in (value * 10, value / 10) or _is_slip(product, quantity(sums[0]))):
                yield _scaled(sums[0], rate, f"{many.text} times {rate.text} is {product.normalize():,f}")


def _risen(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Two figures side by side and the change in per cent that the one makes of the other but for its scale."""
    text, patterns = document.text, _patterns()
    mentions = [m for m in mentions if quantity(m).dimension != "ordinal"]
    for a, b, by in zip(mentions, mentions[1:], mentions[2:], strict=False):
        p, q, change = quantity(a), quantity(b), quantity(by)
        if change.dimension != "percent" or not _SCALE.search(b.text) or not _SCALE.search(a.text) or (told := patterns["rise"].fullmatch(text, b.span.end, by.span.start)) is None \
                or not patterns["to"].fullmatch(text, a.span.end, b.span.start) or not printed(p)[0]:
            continue
        times = 1 - printed(change)[0] / 100 if told["down"] else 1 + printed(change)[0] / 100
        expected, value = printed(p)[0] * times, printed(q)[0]
        if not _is_near(expected, value) and _factor(expected, value, a.text + b.text):
            yield _scaled(b, a, f"{by.text} {'less' if told['down'] else 'more'} than {a.text} is {_factor(expected, value, a.text + b.text)}")


def _is_near(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= max(a, b) * _ROOM


def _is_slip(expected: Decimal, told: Quantity) -> bool:
    """Is the figure, of three digits or more, the expected one with a digit other or two in each other's place?"""
    unit = told.step
    if not unit or told.hedge:
        return False
    one, two = (format((x / unit).quantize(Decimal(1)), "f") for x in (expected, printed(told)[0]))
    return len(two.strip("0")) >= _DIGITS and is_slipped(one, two)


def _factor(expected: Decimal, value: Decimal, words: str) -> str:
    """What the figure should be, where it is that at another scale; "" where it is not."""
    for times in (1000, 1_000_000) + ((100, 10_000_000) if _INDIAN.search(words) else ()):
        if _is_near(expected * times, value) or _is_near(expected, value * times):
            return f"{expected.normalize():,f}"
    return ""


def _scaled(now: Mention, then: Mention, told: str) -> Relation:
    return Relation("scaled", (("now", now), ("then", then)), {"told": told})
