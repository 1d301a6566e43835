"""Three figures or more, each with its time, and the way that they are said to have gone: "40 in May, 36 in June and 31 in July, rising month after month"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.english import CALENDAR
from checker.data.ways import FALLING, RISING
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_LEAST = 3  # figures of a row
_NEVER = frozenset({"points", "score", "vote", "temperature", "age", "ordinal", "duration"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = alternatives(CALENDAR | {"may", "spring", "summer", "autumn", "fall", "winter"})
    up, down = alternatives(w for w in RISING if w.endswith("ing")), alternatives(w for w in FALLING if w.endswith("ing"))
    each = r"steadily|each (?:year|month|week|quarter|season|time)|every (?:year|month|week|quarter|season|time)|(?:year|month|week|quarter|season) (?:after|by|on|upon) (?:year|month|week|quarter|season)|all the (?:while|time)"
    return {
        "next": re.compile(rf"(?: [a-z]+)? (?:in|for|by|during) (?:(?:{months}),? ?)?(?:(?:19|20)\d\d)?(?: [a-z]+)??(?:,|,? and|,? then|;)(?: then| finally)? {HEDGE}$|(?: the (?:next|following) (?:year|month|week))(?:,|,? and) {HEDGE}$"),
        "year": re.compile(r"\b(?:19|20)\d\d\b"),
        "way": re.compile(rf"(?: [a-z]+){{0,2}} (?:in|for|by|during) (?:(?:{months}),? ?)?(?:(?:19|20)\d\d)?(?:,|\s?[—–]| --) (?:(?:(?:the|its|their) )?(?P<what>[a-z]+) )?(?P<told>(?:(?P<up>{up})|(?:{down})) (?:{each})"
                          r"|steadily (?:(?P<ups>rising|climbing|growing|increasing)|(?:falling|dropping|declining|shrinking|sliding))|an? (?:steady|monthly|yearly|annual|year-on-year|month-on-month) (?:(?P<noun>rise|climb|increase|growth|gain)|fall|drop|decline|decrease|slide|dip))(?![\w-])"),
    }


def monotone(document: Document, figures: Sequence[Mention], lower: str) -> Iterator[Relation]:
    """Relation direction (now, then, told) of the first two figures of a row that go the other way than is told of all; `lower` is the text in small letters."""
    row: list[Mention] = []
    for m in figures:
        q = quantity(m)
        if q.dimension in _NEVER or q.ranged:
            row = []
            continue
        if row and not (alike(quantity(row[-1]), q) and m.span.start - row[-1].span.end < 60 and _patterns()["next"].fullmatch(lower, row[-1].span.end, m.span.start)):
            row = []
        row.append(m)
        if len(row) >= _LEAST and (told := _patterns()["way"].match(lower, m.span.end)) is not None and _of_them(document, row, told):
            up = bool(told["up"] or told["ups"] or told["noun"])
            values = [quantity(x).low for x in row]
            if _in_order(document, row) and all((b < a) if up else (b > a) for a, b in zip(values, values[1:], strict=False)):
                place = Span(told.start("told"), told.end())
                yield Relation("direction", (("now", row[-1]), ("then", row[0]), ("told", m._replace(span=place, text=document.text[place.start:place.end]))), {"way": "up" if up else "down", "row": "yes"})


def _of_them(document: Document, row: Sequence[Mention], told: re.Match[str]) -> bool:
    """Is what has gone so the figures, and no other thing named: a noun of any amount, one of what came in, or one of the sentence?"""
    what = told["what"]
    if what is None or what in _ANY or what in _GOT and quantity(row[0]).dimension == "money":
        return True
    sentence = document.sentence_at(row[0].span.start)
    return what in document.lower[sentence.start:row[0].span.start].split()


_ANY = frozenset("number numbers figure figures total totals sum sums amount amounts count counts all each share shares".split())
_GOT = frozenset("receipts takings revenue revenues income proceeds".split())


def _in_order(document: Document, row: Sequence[Mention]) -> bool:
    """Do the years beside the figures, where they are told, go on?"""
    end = document.sentence_at(row[-1].span.end).end
    years = [int(y) for y in _patterns()["year"].findall(document.lower, row[0].span.end, min(end, row[-1].span.end + 20))]
    return all(a < b for a, b in zip(years, years[1:], strict=False))
