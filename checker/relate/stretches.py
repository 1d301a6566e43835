"""How long it was from one time to another, told in other words than "from … to": "took off at 10:10 a.m. and landed at 12:40 p.m. after a two-hour flight"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from checker.model import Clock, Date, Mention, Relation
from checker.relate.gaps import quantity
from checker.relate.since import akin, stems
from checker.structure.document import Document

_APART = 90  # characters between the two times
_HOURS = frozenset({"hour", "minute"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    about = r"(?:about |around |shortly before |shortly after |just before |just after |nearly |almost )?"
    return {
        # the second verb has the subject of the first
        "and": re.compile(rf"(?: (?!and |but |while )[a-z’'.-]+){{0,6}},? and (?:was |were |had |did not |then |finally |only )*(?!the |a |his |her |its |their |another |at |on )(?:[a-z]+ )(?:[a-z’'-]+ ){{0,4}}?{about}(?:at |on |until |by )?{about}$"),
        "another": re.compile(r" and (?:it|they|the [a-z]+) (?:was |were )?(?:came|went|turned|got|switched|brought|[a-z]+ed)(?: [a-z]+){0,3} at $"),
        "after": re.compile(r",? after (?:an? |his |her |its |their |more than |nearly |about |almost |some )*$"),
        "since": re.compile(r",? (?:just |only |some |about )?$"),
        "of it": re.compile(r" after (?:the|his|her|their|its|that) (?:first )?([a-z]{3,})(?=[,.;]| [a-z]+)"),
        "opens": re.compile(r"(?:[^;]*(?:: |— ))?[Aa]fter (?:more than |nearly |about |almost |some |over |just over |just under )?$"),
        "earlier": re.compile(r" (?:earlier|before)(?=[.;,])"),
        "local": re.compile(r"\b(?:local|[A-Z]{2,4}T|[A-Z]T|Eastern|Pacific|Central|GMT|time|next day|following)\b"),
    }


def stretches(document: Document, lengths: Sequence[Mention], times: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations lasting (days, times of day) and lapse (weekdays), for lengths that no known relation has; all are in order."""
    text, p = document.text, _patterns()
    taken = {m.span for r in known for m in r.all("length")}
    starts = [m.span.start for m in lengths]
    for a, b in pairwise(times):
        if b.span.start - a.span.end > _APART or not (kind := _kind(a.value, b.value)) or p["local"].search(text, a.span.end, min(len(text), b.span.end + 14)):
            continue
        one = document.sentence_index(a.span.start) == document.sentence_index(b.span.start)
        i = bisect_left(starts, b.span.end)
        length = lengths[i] if i < len(lengths) and lengths[i].span not in taken else None
        if one:
            joined = p["and"].fullmatch(text, a.span.end, b.span.start) is not None
            if not joined and not p["another"].fullmatch(text, a.span.end, b.span.start):
                continue
            if not joined or length is None or text.startswith(" of ", length.span.end) or not p["after"].fullmatch(text, b.span.end, length.span.start):
                length = _before_both(document, lengths, a) if kind == "clock" else None
        elif length is not None and not _counted_from(document, a, b, length, kind):
            length = None
        if length is not None and length.span not in taken:
            yield from _relation(kind, a, b, length)


def _counted_from(document: Document, a: Mention, b: Mention, length: Mention, kind: str) -> bool:
    """Does the sentence behind that of the first time tell the second, and how long after what the first sentence tells, or after that day, it was?"""
    text, p = document.text, _patterns()
    if document.sentence_index(b.span.start) - document.sentence_index(a.span.start) != 1 or not p["since"].fullmatch(text, b.span.end, length.span.start):
        return False
    event = p["of it"].match(text, length.span.end)
    if event is not None:
        return any(akin(w, x) for w in stems(event[1]) for x in stems(text[slice(*document.sentence_at(a.span.start))]))
    return kind == "day" and p["earlier"].match(text, length.span.end) is not None


def _before_both(document: Document, lengths: Sequence[Mention], a: Mention) -> Mention | None:
    """The only length in hours around a time of day, where it opens its sentence: "After nine hours in the dark"."""
    length = _only(document, lengths, a)
    opens = length is not None and _patterns()["opens"].fullmatch(document.text, document.sentence_at(length.span.start).start, length.span.start)
    return length if opens else None


def _only(document: Document, lengths: Sequence[Mention], a: Mention) -> Mention | None:
    """The one length in hours of the paragraph of a time, in the sentence before; None where it has several."""
    zone = document.zone_at(a.span.start).span
    here = [m for m in lengths if quantity(m).unit in _HOURS and zone.start <= m.span.start < zone.end]
    return here[0] if len(here) == 1 and document.sentence_index(a.span.start) - document.sentence_index(here[0].span.start) == 1 else None


def _kind(a: object, b: object) -> str:
    """The unit that both times tell, "" where they are not alike."""
    if isinstance(a, Clock) and isinstance(b, Clock):
        return "clock" if (a.meridiem or a.hour > 12) and (b.meridiem or b.hour > 12) else ""
    if not isinstance(a, Date) or not isinstance(b, Date):
        return ""
    if a.day and b.day and a.month and b.month:
        return "day"
    return "weekday" if a.weekday is not None and b.weekday is not None and not (a.month or b.month) else ""


def _relation(kind: str, a: Mention, b: Mention, length: Mention) -> Iterator[Relation]:
    q = quantity(length)
    if q.ranged or (q.unit in _HOURS) != (kind == "clock") or q.unit not in (*_HOURS, "day", "week", "month") or kind == "weekday" and q.unit != "day":
        return
    roles = (("start", a), ("end", b), ("length", length)) if not _later(a, b) else (("start", b), ("end", a), ("length", length))
    if kind == "clock":
        yield Relation("lasting", roles, {"apart": "yes", "hedged": "yes"})
    elif not q.hedge:
        yield Relation("lapse", roles, {"way": "long", "gap": ""})


def _later(a: Mention, b: Mention) -> bool:
    """Is the first of two days of one year the later one by less than half a year?"""
    one, two = a.value, b.value
    return isinstance(one, Date) and isinstance(two, Date) and bool(one.month and two.month) and one.year == two.year and 0 < (one.month or 0) * 31 + (one.day or 0) - (two.month or 0) * 31 - (two.day or 0) < 184
