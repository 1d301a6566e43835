"""Tolls told without the people: "killed 16 and wounded 30", "26 dead", "a death toll of nine" are counts of people like any other."""

from __future__ import annotations

import re

from checker.data.english import TOLLS
from checker.model import Mention, Quantity
from checker.relate.gaps import HEDGE
from checker.relate.stems import stem

_VERB = "killed|killing|kills|injured|injuring|wounded|wounding|arrested|arresting"
_BEFORE = re.compile(rf"(?:(?<![\w’'-])(?:{_VERB}) |(?<![\w’'-])(?:death toll|toll|number of (?:deaths|dead|killed|injuries|injured|wounded|arrests|fatalities))(?:,|(?: [a-z]+){{0,5}} (?:to|at|of|reached|was|is)) )(?:another )?{HEDGE}$")
_AFTER = re.compile(r" (?:(?:were|are|have been|had been|has been|have|had) )?(?:killed|dead|died|injured|wounded|hurt|arrested)(?![\w-])")
_ALONE = re.compile(r"[.,;:)—–]|$| (?:and|in|at|on|during|near|when|since|after|before|by|outside|inside|across|but|while|as|from|including|with)(?! [A-Z]{2})(?![\w-])")
_REACH = 60


def of_people(text: str, m: Mention, q: Quantity) -> tuple[Mention, Quantity]:
    """The mention and its quantity, a count of people where it is a toll told without them; `text` is the document's."""
    start, end = m.span
    if q.dimension == "count":
        told = stem(q.unit) in TOLLS and q.noun.lower() not in ("victims", "lives") or q.unit == "others" and _after_verb(text, start)
        people = q._replace(unit="person") if told else q
    else:
        told = q.low >= 1 and not q.low % 1 and bool(_AFTER.match(text, end) or _ALONE.match(text, end) and _after_verb(text, start))
        people = q._replace(dimension="count", unit="person", noun="people") if told else q
    return (m, q) if people is q else (m._replace(value=people), people)


def _after_verb(text: str, start: int) -> bool:
    return _BEFORE.search(text[max(0, start - _REACH):start].lower()) is not None
