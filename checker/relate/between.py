"""The days between two dates that are told with the day: "between April 4 and May 2, 2011", "from May 1 to May 10"; as lengths, with the first day or without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Span
from checker.structure.document import Document

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ANY_YEAR = 2013  # one without a 29th of February, where none is told
_LONGEST = 400  # days


@cache
def _dates() -> re.Pattern[str]:
    month = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|mar\.|apr\.|aug\.|sept?\.|oct\.|nov\.|dec\.)"
    day = r"\d\d?(?:st|nd|rd|th)?(?!\d)"
    return re.compile(rf"(?P<word>between|from) (?:(?P<m1>{month}) (?P<d1>{day})(?:, (?P<y1>(?:19|20)\d\d),?)?|(?P<e1>{day}) (?P<n1>{month})(?: (?P<z1>(?:19|20)\d\d))?) (?P<to>and|to|through|until|till) "
                      rf"(?:(?:(?P<m2>{month}) )?(?P<d2>{day})(?:, (?P<y2>(?:19|20)\d\d))?(?! {month})|(?P<e2>{day}) (?P<n2>{month})(?: (?P<z2>(?:19|20)\d\d))?)")


def between_dates(document: Document) -> Iterator[Mention]:
    """A length in days for each two dates that a text tells as the ends of a time."""
    for word in ("between", "from"):
        for at in document.places(word) if word in document.distinct else ():
            m = _dates().match(document.lower, at)
            if m is None or (m["word"] == "between") != (m["to"] == "and"):
                continue
            ends = _ends(m)
            days = (ends[1] - ends[0]).days if ends else 0
            if 1 < days < _LONGEST:
                yield Mention("quantity", Span(*m.span()), document.text[m.start():m.end()], Quantity(Decimal(days), Decimal(days + 1), "duration", "day"))


def _ends(m: re.Match[str]) -> tuple[date, date] | None:
    """The two dates; None where there are no such days."""
    first, last = m["m1"] or m["n1"], m["m2"] or m["n2"] or m["m1"] or m["n1"]
    months = _MONTHS.index(first[:3]) + 1, _MONTHS.index(last[:3]) + 1
    days = (m["d1"] or m["e1"], m["d2"] or m["e2"])
    told = m["y2"] or m["z2"]
    year = int(m["y1"] or m["z1"] or told or _ANY_YEAR)
    if told is not None and not (m["y1"] or m["z1"]) and months[0] > months[1]:
        year -= 1
    end = int(told) if told else year + (months[1] < months[0])
    try:
        return date(year, months[0], int(days[0].rstrip("stndrh"))), date(end, months[1], int(days[1].rstrip("stndrh")))
    except ValueError:
        return None
