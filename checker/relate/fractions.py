"""A fraction and the percentage that says it again behind it: "one voter in three expects savings (21 percent)", "a third of the homes, or 45 percent,"."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.units import ONES, PARTS
from checker.model import Mention, Quantity, Span
from checker.structure.document import Document

_LONGEST = 150  # characters between the two
_OTHER_SHARE = re.compile(r"\d|[;:(]|\b(?:and|but|while|whereas|than|compared|versus|vs|with|against|up|down|percent|most|majority|half)\b")
_APPOSED = re.compile(r"(?: of)?(?: [A-Za-z’'-]+){0,5}(?:, or|,| —| –| --|—| \(or) ?$")
_CLOSES = (",", ")", ".", ";", " —", " –", " --", "—")


_ONES = "|".join(w for w, n in ONES.items() if 1 <= n <= 10)
_PARTS = "|".join(sorted((p for p in PARTS if p not in ("half", "halves")), key=len, reverse=True))
_HEDGE = r"(?:(more than|over|at least|nearly|almost|less than|under|fewer than|just over|just under|about|roughly|some|around|close to) )?"
_FRACTION = re.compile(rf"(?<![\w-]){_HEDGE}(?:(half)(?= of | the | its | their | all )|(an?|{_ONES})[- ]({_PARTS})(?= of )|"
                       rf"({_ONES}|\d\d?)(?: [a-z]+){{0,2}} (?:in|out of|of every|in every) ({_ONES}|\d\d?)(?![\w-]|,\d|\.\d| percent|%))", re.I)


def fraction_before(document: Document, share: Mention) -> Mention | None:
    """The fraction that a percentage in brackets or between marks says again; its hedge is part of it."""
    text, start = document.text, share.span.start
    bracket = text[start - 1:start] == "(" and text.startswith(")", share.span.end)
    if not bracket and (text[start - 2:start] not in (", ", "r ", "— ", "– ", "- ", "(o") and text[start - 1:start] != "—" or not text.startswith(_CLOSES, share.span.end)):
        return None
    first = max(document.sentence_at(start).start, start - _LONGEST)
    found = list(_FRACTION.finditer(text, first, start))
    if not found:
        return None
    m = found[-1]
    between = text[m.end():start - bracket]
    if _OTHER_SHARE.search(between) if bracket else not _APPOSED.match(between):
        return None
    value = _value(m)
    if not 0 < value < 1:
        return None
    span = Span(m.start(), m.end())
    return Mention("quantity", span, text[span.start:span.end], Quantity(value, value, "number", noun=m[0].lower(), hedge=(m[1] or "").lower()))


def _value(m: re.Match[str]) -> Decimal:
    if m[2]:
        return Decimal("0.5")
    if m[4]:
        return Decimal(ONES.get(m[3].lower(), 1)) / PARTS[m[4].lower()]
    one, two = (Decimal(ONES[x.lower()] if x.lower() in ONES else int(x)) for x in (m[5], m[6]))
    return one / two if two else Decimal(0)
