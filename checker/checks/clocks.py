"""Two times of day against the time that is told to lie between them: "at 6:15am, six hours behind the Tern", "two hours later, at 6.40am"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks.base import quantity
from checker.checks.figures import plain
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Clock, Mention
from checker.structure.document import Document

_MINUTES = {"minute": 1, "hour": 60}
_HALF_DAY, _DAY = 720, 1440
_LATER = re.compile(r" (later|afterwards|on)\b")
_APART = re.compile(r" (after|behind|before|ahead of|earlier than|later than|clear of|adrift of) ((?:the |his |her |its |their )?[\w’'-]+(?: [A-Z][\w’'-]+)*)")
_THAT_WAS = re.compile(r"(?:,| —| –| -| --) an? $")  # "left at 6:45am and docked at 9:45am, a two-hour crossing"
_NEW = re.compile(r",? (?:at|by|about|around|just (?:before|after)|and|when|until|till|to)? ?$")
_OTHER = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|next day|following|scheduled|planned|normal(?:ly)?|usual(?:ly)?|every|each|local time)\b")
_SENTENCES = 2  # between the two times
_FAR = 8  # sentences between a time and the runner's before it
_SHARE = Decimal("0.2")  # of the real time by which a told one may be off
_NAME = re.compile(r"[A-Z][\w’-]{2,}")


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Times of day in the document of this number that lie further apart, or nearer to each other, than the text says."""
    others = names(analysis).others
    clocks = [m for m in others if isinstance(m.value, Clock) and m.value.meridiem]
    if len(clocks) < 2:
        return
    starts = [m.span.start for m in clocks]
    for m in others:
        if m.kind == "quantity" and quantity(m).dimension == "duration" and quantity(m).unit in _MINUTES and (pair := _pair(analysis.document, m, clocks, starts)) is not None:
            real = _between(*pair)
            if not _fits(m, real):
                shown = _shown(real, quantity(m).unit)
                yield Conflict((Place(number, m.span), *(Place(number, c.span) for c in pair)),
                               {"computed": f"{pair[0].text} to {pair[1].text} is {shown}", "expected": shown, "tolerance": "as people round"}, ("the text tells both times and the time between",),
                               likely=analysis.document.sentence_index(pair[0].span.start) != analysis.document.sentence_index(pair[1].span.start))


def _pair(document: Document, m: Mention, clocks: Sequence[Mention], starts: Sequence[int]) -> tuple[Mention, Mention] | None:
    """The two times that a length lies between, the earlier in the text first."""
    text, i = document.text, bisect_left(starts, m.span.start)
    before, behind = clocks[i - 1] if i else None, clocks[i] if i < len(clocks) else None
    index = document.sentence_index(m.span.start)
    apart = _APART.match(text, m.span.end)
    own = before if before is not None and document.sentence_index(before.span.start) == index else behind
    if before is None or own is None:
        return None
    if apart is not None and behind is not None and text[apart.end():behind.span.start] in (" at ", " was at ") and own is before:
        found = before, behind  # "at 5 p.m., three hours before kick-off at 6 p.m."
    elif apart is not None and document.sentence_index(own.span.start) == index:
        other = _of_whom(document, apart[2], own, clocks, starts)
        if other is None:
            return None
        found = other, own
    elif _LATER.match(text, m.span.end):
        j = i if behind is not None and _NEW.fullmatch(text, m.span.end + len(" later"), behind.span.start) else i - 1
        if j < 1 or document.sentence_index(clocks[j].span.start) != index or index - document.sentence_index(clocks[j - 1].span.start) > _SENTENCES:
            return None
        found = clocks[j - 1], clocks[j]
    elif "-" in m.text and i > 1 and document.sentence_index(clocks[i - 2].span.start) == index and _THAT_WAS.fullmatch(text, before.span.end, m.span.start) \
            and " and " in text[clocks[i - 2].span.end:before.span.start]:
        found = clocks[i - 2], before
    else:
        return None
    return None if _OTHER.search(text, document.sentence_at(found[0].span.start).start, document.sentence_at(found[1].span.start).end) \
        or document.quotation_at(m.span.start) is not None else found


def _of_whom(document: Document, whom: str, own: Mention, clocks: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The one time told in the last sentence before that names somebody; or the time before, told of what a word in small letters calls back."""
    i = bisect_left(starts, own.span.start)
    index = document.sentence_index(own.span.start)
    name = _NAME.search(whom)
    for k in range(i - 1, -1, -1):
        at = document.sentence_index(clocks[k].span.start)
        if index - at > _FAR:
            return None
        start, end = document.sentences[at]
        alone = sum(1 for c in clocks[max(0, k - 1):k + 2] if document.sentence_index(c.span.start) == at and c is not own) == 1
        if name is not None and re.search(rf"\b{re.escape(name[0])}\b", document.text[start:end] if at != index else document.text[start:own.span.start]):
            return clocks[k] if alone else None
    return None


def _between(a: Mention, b: Mention) -> int:
    """Minutes from one time of day to the other, whichever comes first, over midnight where that is nearer."""
    minutes = abs(_of_day(a) - _of_day(b))
    return min(minutes, _DAY - minutes) if minutes != _HALF_DAY else minutes


def _of_day(m: Mention) -> int:
    c = m.value
    assert isinstance(c, Clock)
    return (c.hour % 12 + 12 * (c.meridiem == "pm")) * 60 + c.minute


def _fits(m: Mention, real: int) -> bool:
    """Is the told length that of so many minutes, as people round?"""
    q = quantity(m)
    low, high = (x * _MINUTES[q.unit] for x in printed(q))
    room = max(Decimal(real) * _SHARE, Decimal(31 if q.unit == "hour" else 2)) * (Decimal("1.5") if q.hedge and q.unit == "hour" and high <= 120 else 1)
    return low - room <= real <= high + room or low > _HALF_DAY


def _shown(minutes: int, unit: str) -> str:
    value = plain(Decimal(minutes) / _MINUTES[unit], 1)
    return f"{value} {unit}" + ("" if value == "1" else "s")
