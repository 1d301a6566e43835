"""Which figures say something that an article could say again: most do; of ordinals ranks, of ages those of somebody who is not named."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.model import Mention, Quantity

_ROUGH = Decimal("0.08")  # a third is told of 31 to 36 in 100
_NO_THINGS = frozenset({"figure", "time", "star", "fold", "digit"})  # "six-figure", "three-time": what they count is no thing
_RANK = re.compile(r"[- ](?:(most|least)[- ]([a-z]{3,})|(?!(?:\w*(?:[wr]est|quest|terest)|[gt]est|arrest|guest|\w*test|latest)\b)([a-z]{2,}est)|(worst))(?![\w’'])"
                   r"(?:[- ]([a-z]+))?")
_LIKE = {"biggest": "largest", "wealthiest": "richest", "greatest": "largest"}
_OLD = re.compile(r"(?: ([a-z]+))?(?: [a-z]+){0,2}?( [A-Z][a-z])?")
_NAMED = re.compile(r"[,–—] ?(?:(?:an?|the|now|then) )?$")  # in apposition


def sayable(text: str, m: Mention, q: Quantity) -> Quantity | None:
    """The quantity as it is compared, or None where nothing is said with it that could be said again.

    A rank is told by what it is a rank of ("second-largest"), which becomes its unit; an age is one where nobody is named ("the
    29-year-old gunman").
    """
    match q.dimension:
        case "score":
            return None
        case "number":
            return _portion(text, m, q)
        case "ordinal":
            return _ranked(text, m, q)
        case "age":
            return _unnamed(text, m, q)
        case "count":
            return q if q.unit and q.unit not in _NO_THINGS else None
        case _:
            return None if q.unit in _NO_THINGS else q


def _portion(text: str, m: Mention, q: Quantity) -> Quantity | None:
    """A fraction in words of something ("a fifth of the current") as a percentage, with the room that people give it."""
    if not 0 < q.low < 1 or not m.text[0].isalpha() or not text.startswith(" of ", m.span.end):
        return None
    return q._replace(low=q.low * 100 * (1 - _ROUGH), high=min(q.high * (1 + _ROUGH), Decimal(1)) * 100, dimension="percent", unit="percent")


def _ranked(text: str, m: Mention, q: Quantity) -> Quantity | None:
    """ "second-largest economy", "third most populous nation": a rank by what it is counted by."""
    found = _RANK.match(text, m.span.end)
    if found is None:
        return None
    kind, quality, superlative, worst, noun = found.groups()
    by = f"{kind} {quality}" if kind else superlative or worst
    return q._replace(unit=_LIKE.get(by, by), noun=noun or "")


def _unnamed(text: str, m: Mention, q: Quantity) -> Quantity | None:
    """The age of somebody who is not named with it."""
    if not m.text.endswith("-old"):
        return None
    found = _OLD.match(text, m.span.end)
    if found and found[2] or _NAMED.search(text, max(0, m.span.start - 30), m.span.start):
        return None
    return q._replace(noun=found[1] if found and found[1] else "")
