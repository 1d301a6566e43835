"""Percentages that are told again as a fraction: "20 percent of the vote, or a fifth"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.restating import SHARES
from checker.data.units import ONES, PARTS
from checker.extract.hedges import before
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.apposed import fragment, restates
from checker.relate.fractions import fraction_before
from checker.relate.ratios import linked, number_of
from checker.structure.document import Document

_ENDINGS = tuple({part.removesuffix("s")[-4:] for part in PARTS})
_OF_SO_MANY = re.compile(r" (?:in|out of|of every) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)")


def fractions(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Percentages that are said again as a fraction."""
    for m in mentions:
        if isinstance(m.value, Quantity) and m.value.dimension == "percent":
            found = _fraction(document, m, document.sentence_at(m.span.start).end)
            if found is not None:
                yield Relation("share", (("share", m), ("fraction", found)))
            elif (before := fraction_before(document, m)) is not None:
                yield Relation("share", (("share", m), ("fraction", before)))


@cache
def _fractions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A fraction that closes what it is told in, and any: what they find has one of `_ENDINGS` in it, or `_OF_SO_MANY`."""
    ones = "one|two|three|four|five|six|seven|eight|nine|ten"
    parts = "|".join(sorted(PARTS, key=len, reverse=True))
    fraction = rf"(?:(half|halves)|(?:(an?|{ones})[- ]({parts}))|((?:{ones}|\d\d?) (?:in|out of|of every) (?:{ones}|\d\d?)))"
    return re.compile(fraction + r"(?: (?:of (?:the whole|it|them|all)|in all|overall|in total))?(?=[\s]*(?:[,.;)—–]|--|$))"), re.compile(rf"(?<![\w-]){fraction}(?![\w-])")


def _fraction(document: Document, share: Mention, end: int) -> Mention | None:
    """The fraction that follows a percentage as the same in other words: "20 percent of the vote, or a fifth,"."""
    last = min(end + 1, share.span.end + 90)
    said = document.lower[share.span.end:last]
    if not any(map(said.__contains__, _ENDINGS)) and _OF_SO_MANY.search(said) is None:
        return None
    return _linked(document, share, said, last) or _set_off(document, share, said)


def _set_off(document: Document, share: Mention, said: str) -> Mention | None:
    """The fraction that a fragment behind the percentage tells ("a share equal to two in five")."""
    _, anywhere = _fractions()
    if (m := anywhere.search(said)) is None:
        return None
    at = share.span.end
    found = fragment(document.text, at, Span(at + m.start(), at + m.end()))
    return _told(document, m, at) if found is not None and restates(found, SHARES, 1) else None


def _linked(document: Document, share: Mention, said: str, last: int) -> Mention | None:
    """The fraction that nothing but linking words part from the percentage and what it is of."""
    text, (closing, _) = document.text, _fractions()
    if (m := closing.search(said)) is None or m.start() and said[m.start() - 1].isalpha() and (m := closing.search(said, m.start() + 1)) is None:
        return None
    if m.end() == len(said) and text[last:last + 1] == " ":
        return None  # cut off by the window: "about half those in Japan"
    stretch = text[share.span.end:last]
    noun = re.match(r"(?: (?:of|in) (?:[A-Za-z’'.-]+ ?){1,6}| [a-z]+(?= ?[,(—–]))?", stretch)
    gap = stretch[noun.end() if noun else 0:m.start()]
    if (noun and noun.end() > m.start()) or not linked(gap):
        # the noun may have eaten the "or": try again without one
        cut = re.search(r"[\s,(—–-]+(?:or|that is|which is|meaning|i\.e\.|amounting to|in other words|effectively)? ?(?:[a-z]+ )?$|[,(—–]\s?$", stretch[:m.start()])
        if cut is None or not linked(cut[0]) or re.search(r"[,;:()\d]", stretch[:cut.start()]):
            return None
    return _told(document, m, share.span.end)


def _told(document: Document, m: re.Match[str], at: int) -> Mention | None:
    """The fraction found in the small letters from the offset on, as the number that it is."""
    words = m[0].lower()
    if m[1]:
        value = Decimal("0.5")
    elif m[2]:
        value = (Decimal(1) if m[2].lower() in ("a", "an") else Decimal(ONES[m[2].lower()])) / PARTS[m[3].lower()]
    else:
        one, two = re.split(r" (?:in|out of|of every) ", m[4].lower())
        over = number_of(two)
        value = (number_of(one) or Decimal(0)) / over if over else Decimal(0)
    if not 0 < value < 1:
        return None
    span = Span(at + m.start(), at + m.end())
    return Mention("quantity", span, document.text[span.start:span.end], Quantity(value, value, "number", noun=words, hedge=before(document.text, span.start)[0]))
