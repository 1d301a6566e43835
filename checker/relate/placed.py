"""A number of places or people and their names by the same words a sentence on: "cases from five states … The court took cases from Ohio, Texas, Maine and Nevada"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.relate.groups import series_of_names
from checker.relate.stems import stem
from checker.structure.document import Document

_NEXT = 2  # sentences behind the number in which the names stand
_FEWEST = 3  # names that are told as a list
_OFF = 1  # by how many the two may differ: of more, the names are some
_PREPOSITIONS = (" from ", " in ", " at ", " by ", " to ", " with ", " for ", " on ", " into ", " across ")
_POINTERS = frozenset({"its", "the", "their", "his", "her", "both", "all the", "these", "those"})
_LONGEST = 24  # characters of the word before the preposition


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    prepositions = "from|in|at|by|to|with|for|on|into|across"
    return {
        "led": re.compile(rf"(?<![\w-])([a-z]{{3,}}) ({prepositions}) $"),
        "named": re.compile(rf"(?<![\w-])([a-z]{{3,}}) ({prepositions}) (?=[A-Z])"),
        "some": re.compile(r"\b(?:includ\w+|such as|among|like|especially|also|another|other|others|first|only|even|not|except|some|two|three|four|five|six|seven|eight|nine|ten|both)\b"),
        "part": re.compile(r"\b(?:of|than|least|most|another|other|first|last|next|top)(?: the| its| their| his| her)? $"),
        "title": re.compile(r"(?:[A-Z][a-z]+s\.?|[Tt]he) (?=[A-Z])"),
        "more": re.compile(r",? (?:as well as|along with|plus) |,? and [A-Z]|, (?:and |or )?(?:[a-z]+ )?[A-Z]"),
    }


def placed(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relations list (announced, items) of the names that the next sentences tell behind the same noun or verb and preposition."""
    text, patterns = document.text, _patterns()
    for m in announced:
        start = m.span.start
        if quantity(m).hedge or not quantity(m).noun or not text.endswith(_PREPOSITIONS, 0, start) or (led := patterns["led"].search(document.lower, max(0, start - _LONGEST), start)) is None:
            continue
        index = document.sentence_index(start)
        for after in range(index + 1, min(index + 1 + _NEXT, len(document.sentences))):
            first, end = document.sentences[after]
            found = next((x for x in patterns["named"].finditer(text, first, end) if x[2] == led[2] and stem(x[1]) == stem(led[1])), None) or _at_first(text, first, end, led)
            if found is None:
                continue
            series = series_of_names(text, found.end(), end)
            if series is not None and series[1][0] >= _FEWEST and series[1][0] == series[1][1] and abs(series[1][0] - int(quantity(m).low)) <= _OFF \
                    and not patterns["some"].search(document.lower, first, found.end()) and not patterns["more"].match(text, series[0].end):
                items = Mention("quantity", series[0], text[series[0].start:series[0].end], m.value)
                yield Relation("list", (("announced", m), ("items", items)), {"least": str(series[1][0]), "most": str(series[1][1]), "likely": "yes"})
            break


def apposed(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relations list of the names behind the noun alone, pointed at in one of the next sentences: "four sponsors … Its sponsors, A, B and C, want a vote"."""
    text, patterns = document.text, _patterns()
    for m in announced:
        q = quantity(m)
        if q.hedge or not q.noun or " " in q.noun or patterns["part"].search(document.lower, max(0, m.span.start - 20), m.span.start):
            continue
        index, noun = document.sentence_index(m.span.start), f" {q.noun.lower()}, "
        for after in range(index + 1, min(index + 1 + _NEXT, len(document.sentences))):
            first, end = document.sentences[after]
            at = document.lower.find(noun, first, min(end, first + _LONGEST))
            if at < 0 or document.lower[first:at] not in _POINTERS:
                continue
            start = at + len(noun)
            titled = patterns["title"].match(text, start)
            series = series_of_names(text, titled.end() if titled else start, end)
            if series is not None and text.startswith(", ", series[0].end) and series[1][0] >= 2 and series[1][0] == series[1][1]:
                yield Relation("list", (("announced", m), ("items", Mention("quantity", series[0], text[series[0].start:series[0].end], m.value))), {"least": str(series[1][0]), "most": str(series[1][1])})
            break


def _at_first(text: str, first: int, end: int, led: re.Match[str]) -> re.Match[str] | None:
    """The same words at the head of the sentence, where the noun has a capital: "Schools in Kent, Essex and Dorset"."""
    found = _opening().match(text, first, end)
    return found if found is not None and found[2] == led[2] and stem(found[1]) == stem(led[1]) else None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"([A-Z][a-z]{2,}) (from|in|at|by|to|with|for|on|into|across) (?=[A-Z])")
