"""How long something has gone on until now, told with the year that it began: "in office for five years, since his victory in 2012", "closed since 2012, five years"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.yearsafter import year_at
from checker.structure.document import Document

_FAR = 80  # characters from the length to the year
_BACK = 90  # characters before the length in which the verb stands


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = r"(?:(?:early|late|mid|[A-Z][a-z]{2,8}\.?)[- ])?"
    return {
        "since": re.compile(rf",? (?:ever )?since (?:(?:(?!\b(?:when|while|but|and|who|which|that|after|before|until|first)\b)[^.;:()\d“”\"]){{1,60}}? in )?{month}$"),
        "for": re.compile(rf"\bfor (?:the (?:past|last) )?{HEDGE}$|, {HEDGE}$"),
        "lasts": re.compile(r"\b(?:has|have|[’']s|[’']ve) (?:[a-z]+ly |also |now |long )?(?:been|run|led|headed|held|served|worked|lived|ruled|governed|owned|edited|taught|played|kept|had|sat|reigned|managed|chaired|stood|lain|occupied|represented|gone|stayed|remained|done|written|sung)\b"),
        "other": re.compile(r"\b(?:off and on|on and off|except|apart from|not|never|n[’']t|combined|intermittent\w*|all but|of (?:the|those|these|that))\b"),
        "back": re.compile(rf"\bsince {month}$"),
        "then": re.compile(rf",? (?:or |that is |now )?{HEDGE}"),
    }


def ever_since(document: Document, lengths: Sequence[Mention], years: Sequence[Span], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations since (start, length), counted to the article's year, of lengths in years that no known relation has; `years` are the places of four digits, in order."""
    text, p = document.text, _patterns()
    taken, starts = {m.span for r in known for m in r.all("length")}, [y.start for y in years]
    for length in lengths:
        at, end = length.span
        q = quantity(length)
        if length.span in taken or q.unit != "year" or q.ranged or "-" in length.text or document.quotation_at(at) is not None:
            continue
        sentence = document.sentence_at(at)
        verb = p["lasts"].search(text, max(sentence.start, at - _BACK), at)
        if verb is None or p["other"].search(text, verb.start(), min(sentence.end, end + _FAR)):
            continue
        next_, last = bisect_left(starts, end), bisect_left(starts, at)
        year = _behind(text, length, years[next_:next_ + 1]) or _before(text, length, years[max(0, last - 1):last], verb.end())
        if year is not None and sentence.start <= year.start < sentence.end:
            yield Relation("since", (("start", year_at(text, year)), ("length", length)))


def _behind(text: str, length: Mention, years: Sequence[Span]) -> Span | None:
    """ "for five years, since his victory in 2012"."""
    p = _patterns()
    if not years or years[0].start - length.span.end > _FAR or p["since"].fullmatch(text, length.span.end, years[0].start) is None or not p["for"].search(text, max(0, length.span.start - 40), length.span.start):
        return None
    return years[0]


def _before(text: str, length: Mention, years: Sequence[Span], verb: int) -> Span | None:
    """ "has been closed since 2012, five years"."""
    p = _patterns()
    if not years or years[0].start < verb or p["then"].fullmatch(text, years[0].end, length.span.start) is None or not p["back"].search(text, max(0, years[0].start - 24), years[0].start) \
            or not text.startswith((".", ",", ";", ")", " —", " –"), length.span.end):
        return None
    return years[0]
