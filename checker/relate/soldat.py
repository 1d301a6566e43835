"""The only price, the only number of what is priced and the only sum of a sentence: "will buy 526,000 shares, a 7 percent stake, for $10 million, or $19 a share"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.structure.document import Document

_NEVER = frozenset({"ordinal", "age", "percent", "points", "temperature"})
_COUNTS = frozenset({"count", "number"})
_TIMES = frozenset({"year", "month", "week", "day", "hour", "night", "minute", "quarter"})
_EACH = (" each", " apiece")
_AROUND = 60  # characters before and behind the three in which is told what the sum is of
_FAR = 220  # characters from the first to the last of them
_PLAUSIBLE = 4  # times that the sum may be the product: beyond that it is another's
_LEAST = 2  # that are sold
_OPEN = frozenset({"over", "least", "under", "most"})  # hedges that leave a figure open at one end


@cache
def _others() -> re.Pattern[str]:
    """Words of other sums than what is paid for so many, and of others that are paid for."""
    return re.compile(r"\b(?:dividends?|up|down|rose|fell|earn\w*|profits?|loss|net|from|against|compared|versus|vs|tax|fees?|par|premium|discount|above|below|minimum|maximum|as much|extra|more|less|fewer|warrants?|options?|rights|exercis\w+"
                      r"|convert\w*|years?|plus|another|remaining|other|additional|split|book value|assets|income|half|outstanding|debentures?|notes?|bonds?|while|including|about half|save[sd]?|discounts?|fine[sd]?|salary|budget|already|also|of the \d)(?![\w-])")


def sold_at(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relation rate (whole, length, rate) of the figures of a sentence."""
    text = document.lower
    plain = [m for m in figures if quantity(m).dimension not in _NEVER and not quantity(m).ranged]
    prices = [m for m in plain if quantity(m).dimension == "money" and _of_each(text, m)]
    if len(prices) != 1:
        return
    price, p = prices[0], quantity(prices[0])
    counts = [m for m in plain if quantity(m).dimension in _COUNTS and quantity(m).low >= _LEAST and (not p.per or quantity(m).unit == p.per)]
    sums = [m for m in plain if m is not price and quantity(m).dimension == "money" and quantity(m).unit == p.unit and not quantity(m).per]
    if len(counts) != 1 or len(sums) != 1 or any(quantity(m).ranged for m in figures) or not _fits(sums[0], counts[0], price):
        return
    three = (sums[0], counts[0], price)
    first, last = min(m.span.start for m in three), max(m.span.end for m in three)
    place = document.sentence_at(first)
    if last - first <= _FAR and not _others().search(text, max(place.start, first - _AROUND), min(place.end, last + _AROUND)):
        yield Relation("rate", (("whole", sums[0]), ("length", counts[0]), ("rate", price)), {"likely": "yes"})


def _of_each(text: str, m: Mention) -> bool:
    q = quantity(m)
    return q.per not in _TIMES if q.per else text.startswith(_EACH, m.span.end)


def _fits(whole: Mention, many: Mention, price: Mention) -> bool:
    """Can the sum be about so many times the price, and is none of the three left open?"""
    w, n, p = (quantity(m) for m in (whole, many, price))
    if w.low <= p.high or _OPEN & {kind_of(q) for q in (w, n, p)}:
        return False
    real = n.low * p.low
    return real <= w.low * _PLAUSIBLE and w.low <= real * _PLAUSIBLE
