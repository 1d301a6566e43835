"""Two weekdays against the days told to lie between them: "on Tuesday … two days later, on Friday", "a week after Tuesday's storm … on Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from checker.data.units import ONES
from checker.model import Date, Mention
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import alternatives

WORDS = frozenset({"later", "earlier", "after", "before", "next", "following", "previous"})
_LEAD = 48  # characters of such words before a weekday
_CLAUSE = 90  # characters from the one weekday to the other in one sentence
_WEEK = 7
_FITS = frozenset(range(-28, 29, _WEEK))


class Away(NamedTuple):
    """A weekday, the one that it is counted from, and how many days it is told to lie behind it."""

    weekday: Mention
    counted_from: Mention
    days: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    length = rf"(?P<number>[Aa]n?|[Oo]ne|[Jj]ust a|[Ee]xactly a|{alternatives(frozenset(ONES))}|{alternatives(frozenset(w.capitalize() for w in ONES))}|\d{{1,2}}) (?P<unit>day|week)s?"
    to = r",?(?: —)? (?:on )?(?:an? )?$"
    return {
        "later": re.compile(rf"\b{length} (?P<way>later|earlier|afterwards?|before(?=,)){to}"),
        "next": re.compile(rf"\b(?:[Tt]he|that) (?P<way>next|following|previous) (?:day|morning|evening|afternoon|night){to}|"
                           rf"\b[Tt]he (?:day|morning|evening|afternoon|night) (?P<side>after|before){to}"),
        # "a week after the storm of Tuesday, May 5, the council meets on Wednesday"
        "opens": re.compile(rf"(?:It was )?{length} (?P<way>after|before) [^.;:“”\"\n]{{0,70}}$"),
        "goes on": re.compile(r"(?:, [^.;:,“”\"\n]{3,70}| [^.;:,“”\"\n]{3,30}), ?(?:on )?$|, [^.;:,“”\"\n]{3,70} (?:on )?$"),
        "had": re.compile(r"\bhad\b"),
        "several": re.compile(r"\b(?:every|each|last|weeks?|months?|years?|next (?:week|month|year|[A-Z])|until|or)\b"),
    }


_OTHERS = 6  # days that a sentence tells before one, at most


def away(document: Document, dates: Sequence[Mention]) -> Iterator[Away]:
    """The weekdays among the dates of a document, in order, that are told as so many days from the one before."""
    text, p = document.text, _patterns()
    days = [m for m in dates if isinstance(m.value, Date) and (m.value.weekday is not None or m.value.day)]
    for i, (a, b) in enumerate(pairwise(days)):
        if _weekday(a) is None or _weekday(b) is None or document.zone_index(a.span.start) != document.zone_index(b.span.start) or not 0 <= (apart := document.sentence_index(b.span.start) - document.sentence_index(a.span.start)) <= 1:
            continue
        start = max(a.span.end, b.span.start - _LEAD)
        found = p["later"].search(text, start, b.span.start) or p["next"].search(text, start, b.span.start)
        if found is not None:
            if not text.startswith(" of ", b.span.end) and not p["several"].search(text, a.span.end, found.start()) and not p["had"].search(text, max(document.sentence_at(a.span.start).start, a.span.start - _LEAD), a.span.start) \
                    and not any((_weekday(c) or 0) + _days(found) - (_weekday(b) or 0) in _FITS for c in days[max(0, i - _OTHERS):i] if document.sentence_at(a.span.start).start <= c.span.start and _weekday(c) is not None):
                yield Away(b, a, _days(found))
            continue
        sentence = document.sentence_at(a.span.start)
        if apart == 0 and b.span.start - a.span.end <= _CLAUSE and (opened := p["opens"].fullmatch(text, sentence.start, a.span.start)) is not None \
                and p["goes on"].fullmatch(text, a.span.end, b.span.start) and not p["several"].search(text, a.span.end, b.span.start) and (opened["unit"] == "day" or any(isinstance(m.value, Date) and m.value.day for m in (a, b))):
            yield Away(b, a, _days(opened))


def _weekday(m: Mention) -> int | None:
    return m.value.weekday if isinstance(m.value, Date) else None


def _days(m: re.Match[str]) -> int:
    """How many days the words tell, less than none for what was before."""
    told = m.groupdict()
    if (number := told.get("number")) is None:
        return -1 if "previous" in (told["way"], told["side"]) or told["side"] == "before" else 1
    n = int(number) if number.isdigit() else int(ONES.get(number.lower(), 1))
    return n * (_WEEK if told["unit"] == "week" else 1) * (-1 if told["way"] in ("earlier", "before") else 1)
