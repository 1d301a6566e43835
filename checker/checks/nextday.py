"""Weekdays that are told apart from their date: "on Jan. 28, a Wednesday", "On November 8 … The next morning, a Thursday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Date, Mention
from checker.records import NamedTuple
from checker.structure.document import Document

_APPOSED = re.compile(r",? (?:which (?:is|was|fell on|falls on|will be) )?an? |,? (?:is|was|fell on|falls on) an? | \((?:an? )?")
_SET_OFF = re.compile(r" (?:\(|[–—]|--?) ?")  # "on Monday (June 3, 2013)"
_CLOSING = {"(": ")", "–": " –", "—": " —", "-": " -", "--": " --"}
_CLOSES = re.compile(r"\)|,(?! [A-Z][a-z]+ \d)|[.;:—–]| [a-z]|$")
_DAY_AFTER = re.compile(r"\b(?:[Tt]he (?:next|following) (?:day|morning|afternoon|evening|night)|[Tt]he (?:day|morning|night) after|[Aa] day later|[Oo]ne day later), (?:an? )?$")
_THAT = re.compile(r"\b[Tt]hat $")
_DAY_BEFORE = re.compile(r"\b(?:[Tt]he (?:previous day|day before|night before|evening before)|[Aa] day earlier|[Oo]ne day earlier), (?:an? )?$")
_LEAD = 30  # characters of such words before a weekday
_FAR = 400  # characters from a date to the day that follows it


class Apart(NamedTuple):
    """A date, the weekday told elsewhere, and how many days that is behind the date."""

    date: Mention
    weekday: Mention
    days: int


def apart(document: Document, dates: Sequence[Mention]) -> Iterator[Apart]:
    """The weekdays of these dates of a document, in order, that are told behind them."""
    last: Mention | None = None
    before: Mention | None = None
    for m in dates:
        d = m.value
        if not isinstance(d, Date):
            continue
        if d.month and d.day:
            last = m if d.weekday is None else None
            if last is not None and before is not None and (joint := _SET_OFF.fullmatch(document.text, before.span.end, m.span.start)) and document.text.startswith(_CLOSING[joint[0].strip()], m.span.end):
                yield Apart(m, before, 0)
                last = None
        elif d.weekday is not None and last is not None and m.span.start - last.span.end <= _FAR:
            days = _days(document.text, last, m)
            if days is None and _THAT.search(document.text, m.span.start - 5, m.span.start) and 0 <= document.sentence_index(m.span.start) - document.sentence_index(last.span.start) <= 1 \
                    and not document.text.startswith(("’s", "'s"), m.span.end):
                days = 0
            if days is not None:
                yield Apart(last, m, days)
            last = None
        before = m if d.weekday is not None and not d.day else None


def _days(text: str, date: Mention, weekday: Mention) -> int | None:
    """How many days behind the date the weekday is told to be; None where they have nothing to do with each other."""
    start, end = weekday.span
    if _APPOSED.fullmatch(text, date.span.end, start) and _CLOSES.match(text, end):
        return 0
    before = text[max(date.span.end, start - _LEAD):start]
    return 1 if _DAY_AFTER.search(before) else -1 if _DAY_BEFORE.search(before) else None
