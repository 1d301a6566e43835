"""The weekday on which somebody is told to have posted, against the date under the post: "tweeted on Monday that … — Ole Tarn (@tarn) May 4, 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Date, Mention
from checker.records import NamedTuple
from checker.structure.document import Document

SIGNED = "(@"
_VERB = 40  # characters from the verb to the weekday behind it
_LEAD = 60  # characters from an account to its date


class Posted(NamedTuple):
    """The weekday told, the date under the post."""

    weekday: Mention
    date: Mention


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (re.compile(r"\b(?:tweeted|posted|wrote)\b"),
            re.compile(r"\b(?:last week|previous|earlier|ago|later|after|before|since|[’']s)\b"))


def posted(document: Document, dates: Sequence[Mention]) -> Iterator[Posted]:
    """The posts of a document whose date and weekday are told, with no other weekday between; `dates` are all, in order."""
    text, (told, other) = document.text, _patterns()
    last: Mention | None = None
    for m in dates:
        d = m.value
        if not isinstance(d, Date):
            continue
        if d.weekday is not None and not d.day:
            last = m
        elif d.year and d.month and d.day and (at := text.rfind(SIGNED, m.span.start - _LEAD, m.span.start)) >= 0 and text[m.span.start - 2] == ")":
            if last is not None and "\n" not in text[at:m.span.start] and document.zone_index(m.span.start) - document.zone_index(last.span.start) == 1:
                sentence = document.sentence_at(last.span.start)
                opens = text[sentence.start:last.span.start] in ("", "On ", "Early ", "Late ")
                if told.search(text, *((last.span.end, last.span.end + _LEAD) if opens else (max(sentence.start, last.span.start - _VERB), last.span.start))) and not other.search(text, last.span.start, sentence.end) and not text.startswith(("’", "'"), last.span.end):
                    yield Posted(last, m)
            last = None
