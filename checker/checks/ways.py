"""One figure that is reached from above here and from below there: "inches down to 7.9 percent", "ticked up to 7.9 percent"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.data.english import CALENDAR
from checker.data.ways import FALLING, MOVED, RISING
from checker.findings import Conflict, Place
from checker.link.group import quantity
from checker.link.ledger import Ledger
from checker.model import Claim, Span

_UP, _DOWN, _MOVED = ("|".join(sorted(words)) for words in (RISING, FALLING, MOVED))
_UPWARDS, _DOWNWARDS = RISING | {"up"}, FALLING | {"down"}
_REACH = 60  # characters before a figure that are looked at
_HEDGED = 28  # of these, how far "to" may stand from it
_NO_WAY = frozenset({"duration", "ordinal", "age", "score", "vote"})


# the verb that ends before the figure, and which way it goes
_REACHED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?:{_MOVED}) (?:back )?(?P<way>up|down))(?: (?!and |but |or |from )[a-z]+){{0,2}} to "
                      r"(?:an? |the |about |around |roughly |nearly |almost |just |only |over |under |more than |less than |at least |an estimated |a record ){0,2}$", re.I)


def opposed(ledger: Ledger) -> Iterator[Conflict]:
    """Conflicts of two sentences that share a word near the figure, each telling the other way to the same value."""
    for number, analysis in enumerate(ledger.analyses):
        text, words = analysis.document.text, analysis.document.distinct
        if words.isdisjoint(_UPWARDS) or words.isdisjoint(_DOWNWARDS):
            continue
        by_value: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for c in analysis.claims:
            start = c.value.span.start
            if " to " in text[max(0, start - _HEDGED):start] and (q := quantity(c)).dimension not in _NO_WAY:
                by_value[q.dimension, q.unit, q.high].append(c)
        for claims in by_value.values():
            if len(claims) < 2:
                continue
            told = [(c, m) for c in claims if (m := _REACHED.search(text, max(0, c.value.span.start - _REACH), c.value.span.start))]
            for j, (b, there) in enumerate(told):
                a, here = next(((a, m) for a, m in told[:j] if _up(m) != _up(there) and _of_one(a, b)), (None, None))
                if a is not None and here is not None:
                    way = "rises" if _up(here) else "falls"
                    places = tuple(Place(number, Span(m.start(), c.value.span.end)) for c, m in ((b, there), (a, here)))
                    yield Conflict(places, {"computed": f"elsewhere it {way} to the same figure"}, ("one figure, reached from both sides",), likely=True, by_voice=True)


def _up(m: re.Match[str]) -> bool:
    return bool(m["up"]) or (m["way"] or "").lower() == "up"


def _of_one(a: Claim, b: Claim) -> bool:
    """Do both tell of one thing at one time: words in common near the figure, no year that only one has, no two months?"""
    if a.sentence == b.sentence or set(filter(str.isdigit, a.scope)) != set(filter(str.isdigit, b.scope)):
        return False
    one, two = a.scope & CALENDAR, b.scope & CALENDAR
    if one and two and one.isdisjoint(two):
        return False
    return not set(a.near).isdisjoint(b.near) or (not a.words.isdisjoint(b.near) and not b.words.isdisjoint(a.near))
