"""The time between two dates that a text tells with both: "released two weeks later, on April 28", "from Monday to Friday, a three-day visit"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.model import Date, Mention, Quantity, Relation, Span
from checker.structure.document import Document

_WAYS = ("after ", "before ")
_UNITS = frozenset({"day", "week", "month", "year", "decade"})
_FAR = 130  # characters from an earlier date to the length, and from a length to the date it leads to
_LATER = re.compile(r" (?:later|earlier|on(?=,)),? (?:on|in|and|—|–|-)?\s*(?:on |in |early |late |the )*(?:(?:in|at|during|with) the [a-z]+(?: [a-z]+)? (?:of|in) )?$")
_DONE = re.compile(r"\b([a-z]{2,}(?:ed|en|wn|ught|ld))(?: on)? $")
_PARAGRAPHS = 800  # characters back to a day on which the same was done
_CLOSED = re.compile(r" later(?=[,.;)]|$| [a-z]+ed\b)")
_OPENS = re.compile(r"(?:(?:It was|Back|But|And) )?(?:[Ii]n|[Oo]n)(?: early| late| mid-)? ?")
_OTHER_EVENT = re.compile(r"[;:()]|\b(?:but|another|other|second|first|while|when)\b")
_SINCE = re.compile(r" (?:after|before) (?:[^,;:().\n]|\.(?=\w)){1,60}?(?: on| in| of)? $")
_JUST_TOLD = re.compile(r"(?:,|—|–| -| --)? ?(?:about |just |almost |only |exactly |some |more than |less than |nearly )?$")
_FROM = re.compile(r"(?:\b[Ff]rom|\b[Bb]etween|\b[Rr](?:an|uns)|,)(?: on| in)? $")
_TO = re.compile(r",? (?:to|through|until|till|and) (?:\w+ ){0,3}?(?:on |in )?$")
_TO_DAY = re.compile(r" (?:to|through|until|till) (\d{1,2})(?![\w%$€£]|[.,:/-]\d| (?:per|million|billion|people|percent|a\.?m|p\.?m|(?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))")
_TO_MONTH = re.compile(r" (?:to|through|until|till) the (end|start|beginning|middle) of ((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)(?![a-z]| \d)")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LAST = 32
_WITHIN = re.compile(r"(?:-[a-z’'-]+)?(?: (?!and |but |after |before |ago|later|earlier|old)[\w’'()-]+){0,10},? (?:which |that )?(?:will )?(?:ran |runs |run |running |held |lasted |lasting )?(?:from|between) $")
_FOLLOWS = re.compile(r",? (?:or |and |was |lasted |a |an |the |in all |period of |its |his |her |this |that |which |lasts ){0,4}$")


def lapses(document: Document, told: Sequence[Mention], quantities: Sequence[Mention]) -> Iterator[Relation]:
    """Relations lapse (start, end, length): `facts` has "way", "later" for the time between two events and "long" for what lasts from the one to the other;
    `told` are the dates.
    """
    text = document.text
    lengths = [m for m in quantities if isinstance(m.value, Quantity) and m.value.dimension == "duration" and m.value.unit in _UNITS]
    units = [word for word in ("day", "week") if word in document.lowercase]
    if not lengths and not units:
        return
    dates = [d for m in told for d in (m, *_same_month(text, m))]
    if len(dates) < 2:
        return
    known = {m.span.end for m in lengths}
    lengths += [m for word in units for m in _ones(document, word) if m.span.end not in known]
    starts = [m.span.start for m in dates]
    for length in lengths:
        found = _between(document, dates, starts, length)
        if found is not None and (found[2] == "long" or not _hedged(length)):
            one, two, way = found
            yield Relation("lapse", (("start", one), ("end", two), ("length", length)),
                           {"way": way, "gap": text[one.span.end:two.span.start]})


def _hedged(m: Mention) -> bool:
    return isinstance(m.value, Quantity) and bool(m.value.hedge)


def _same_month(text: str, m: Mention) -> Iterator[Mention]:
    """The later day of "from January 4 to 6", or of "from January 4 to the end of May"."""
    first = m.value
    if isinstance(first, Date) and first.day and first.month and (later := _TO_DAY.match(text, m.span.end)) is not None and first.day < int(later[1]) < _LAST:
        yield Mention("date", Span(*later.span(1)), later[1], first._replace(day=int(later[1]), weekday=None, swapped=None))
    elif isinstance(first, Date) and first.day and first.month and (later := _TO_MONTH.match(text, m.span.end)) is not None:
        day = {"start": 1, "beginning": 1, "middle": 15}.get(later[1], 28)
        yield Mention("date", Span(*later.span(2)), later[2], Date(month=_MONTHS.index(later[2][:3]) + 1, day=day))


def _ones(document: Document, unit: str) -> Iterator[Mention]:
    """ "the day after", "a week before": one of the unit, with no figure."""
    text = document.text
    for at in (at - 1 for at in document.places(unit)):
        if text.startswith(_WAYS, at + len(unit) + 2) and text.startswith(f" {unit} ", at):
            article = next((a for a in ("the", "a", "one") if text.endswith((f" {a}", f"—{a}"), max(0, at - 5), at)), None)
            if article is not None:
                span = Span(at - len(article), at + len(unit) + 1)
                yield Mention("quantity", span, text[span.start:span.end], Quantity(Decimal(1), Decimal(1), "duration", unit))


def _between(document: Document, dates: Sequence[Mention], starts: Sequence[int], length: Mention) -> tuple[Mention, Mention, str] | None:
    """The two dates that a length is told with."""
    text = document.text
    at, end = length.span
    i = bisect_left(starts, at)
    before = dates[i - 1] if i and (at - dates[i - 1].span.end < _FAR or at in document.sentence_openings or _done_alike(text, dates[i - 1], at)) else None
    behind = dates[i] if i < len(dates) and dates[i].span.start - end < _FAR else None
    follows = text[end:end + 9]
    if before is not None and behind is not None and follows.startswith((" later", " earlier", " on, ")) and _LATER.fullmatch(text, end, behind.span.start):
        return (before, behind, "later") if _one_thread(document, before, length) or _done_alike(text, before, at) or _goes_on(document, before, length, behind) else None
    if before is not None and i > 1 and follows.startswith(" later") and _CLOSED.match(text, end) and _JUST_TOLD.fullmatch(text, before.span.end, at) \
            and _one_thread(document, dates[i - 2], before) and _year_of(dates[i - 2]) and _year_of(before):
        return dates[i - 2], before, "later"
    if before is not None and behind is not None and follows.startswith((" after ", " before ")) and _SINCE.fullmatch(text, end, behind.span.start) \
            and _JUST_TOLD.fullmatch(text, before.span.end, at):
        return before, behind, "later"
    if behind is not None and i + 1 < len(dates) and _joined(text, behind, dates[i + 1]) and _WITHIN.fullmatch(text, end, behind.span.start) and not _is_part(text, at):
        return behind, dates[i + 1], "long"
    if before is not None and i > 1 and _joined(text, dates[i - 2], before) and _FOLLOWS.fullmatch(text, before.span.end, at) and _is_closed(text, end) \
            and _FROM.search(text, max(0, dates[i - 2].span.start - 12), dates[i - 2].span.start):
        return dates[i - 2], before, "long"
    return None


def _done_alike(text: str, before: Mention, at: int) -> bool:
    """Is the same done on the day told some paragraphs before: "was taken on May 2. … was taken eight days later"?"""
    one, two = _DONE.search(text, max(0, before.span.start - 30), before.span.start), _DONE.search(text, max(0, at - 30), at)
    return at - before.span.end <= _PARAGRAPHS and one is not None and two is not None and one[1] == two[1]


def _goes_on(document: Document, before: Mention, length: Mention, behind: Mention) -> bool:
    """Does a sentence begin with the time since the last day told, both with their year, and that one told first in its sentence, too?

    Or, of so many years, anywhere in its sentence: unless some year told before fits, of which the text then speaks.
    """
    text, start = document.text, before.span.start
    first, last = _year_of(before), _year_of(behind)
    if length.span.start not in document.sentence_openings or not first or not last or length.span.start - before.span.end > _PARAGRAPHS:
        return False
    if _OPENS.fullmatch(text, document.sentence_at(start).start, start) is not None:
        return True
    q = length.value
    assert isinstance(q, Quantity)
    years, room = (10, 5) if q.unit == "decade" else (1, 1)
    return q.unit in ("year", "decade") and not any(str(y) in text[:length.span.start] for y in range(last - int(q.high) * years - room, last - int(q.low) * years + room + 1))


def _year_of(m: Mention) -> int | None:
    return m.value.year if isinstance(m.value, Date) else None


def _joined(text: str, a: Mention, b: Mention) -> bool:
    return b.span.start - a.span.end < 40 and _TO.fullmatch(text, a.span.end, b.span.start) is not None


_GOES_ON = re.compile(r" (?:later|after|before|earlier|ago|old|from|since|into|of|to)\b")
_PART = re.compile(r"\b(?:every|each|several|two|three|four|five|six|of|at least|up to|another|first|last|next|past|previous|prior|coming|following) (?:\w+ )?$")


def _is_part(text: str, at: int) -> bool:
    """Is the length one of several, or a part of a whole?"""
    return _PART.search(text, max(0, at - 25), at) is not None


def _is_closed(text: str, end: int) -> bool:
    """Does the length stand on its own there ("four days, …"), or with its noun ("a four-day visit")?"""
    return _GOES_ON.match(text, end) is None


def _one_thread(document: Document, before: Mention, length: Mention) -> bool:
    """Do no other events stand between an earlier date and "two weeks later"? In one sentence, or in two that follow each other."""
    text = document.text
    if document.zone_index(before.span.start) != document.zone_index(length.span.start) \
            or document.sentence_index(length.span.start) - document.sentence_index(before.span.start) > 1:
        return False
    return _OTHER_EVENT.search(text, before.span.end, length.span.start) is None and text.count(" and ", before.span.end, length.span.start) < 2


def days(value: Date, year: int) -> tuple[int, int] | None:
    """The first and the last day that a date can be, as ordinals; `year` where it tells none."""
    import datetime

    y = value.year or year
    try:
        if value.month is None:
            return (datetime.date(y, 1, 1).toordinal(), datetime.date(y, 12, 31).toordinal()) if value.year else None
        if value.day is None:
            first = datetime.date(y, value.month, 1)
            return first.toordinal(), (first + datetime.timedelta(days=27)).toordinal() + 3
        day = datetime.date(y, value.month, value.day).toordinal()
    except ValueError:
        return None
    return day, day


def span(start: Mention, end: Mention) -> Span:
    """From the first of two dates to the end of the second."""
    return Span(min(start.span.start, end.span.start), max(start.span.end, end.span.end))
