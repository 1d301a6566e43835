"""A state or country of the headline that the text has nowhere, where the text has another of its kind in that very place: "Ohio Gov. Hale", "Iowa Gov. Hale"; or one that the lead names and the text names again and again.

The words are read as they stand: a state before an office is part of a name and no place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data.english import FUNCTION_WORDS
from checker.data.people import COUNTRIES
from checker.data.places import CITIES, LANDS, REGIONS
from checker.link.ledger import Analysis
from checker.model import Span
from checker.relate.stems import stem
from checker.structure.words import alternatives

_STATES = frozenset(full for full in REGIONS.values() if full not in LANDS) - {"Washington", "Puerto Rico", "Georgia", "England", "Scotland", "Wales"}
_LANDS = frozenset(word.title() for word in COUNTRIES if " " not in word) - _STATES - {"Georgia", "Chad", "Jordan"}
_TOWNS = frozenset(word.title() for word in CITIES)
_SHORT = {full: [form for form, name in REGIONS.items() if name == full and form != full] for full in _STATES}
_STATE = re.compile(rf"\b({alternatives(_STATES)})\b(?! (?:Avenue|Street|Road|State University|University|Times|Journal))")
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_BEHIND = re.compile(r"(?:[’']s)? ([A-Za-z]{2,})")
_LEAD = 3  # paragraphs that tell where it is
_OFTEN, _TIMES = 3, 2  # mentions of the place, and how many times as many as of the next


def placed(analysis: Analysis, head: Span, word: str, at: int) -> Span | None:
    """Where the text has the place that stands in the stead of the headline's."""
    text, kind = analysis.document.text, next((k for k in (_STATES, _LANDS, _TOWNS) if word in k), None)
    if kind is None or any(re.search(rf"(?<![\w.]){re.escape(short)}(?!\w)", text[head.end:]) for short in _SHORT.get(word, ())):
        return None
    told: dict[str, list[Span]] = {}
    for name, span in _found(text, head.end, kind):
        if text.find(name, *head) < 0:
            told.setdefault(name, []).append(span)
    if not told:
        return None
    own = _behind(text, at + len(word), head.end)
    beside = [(name, span) for name, spans in told.items() for span in spans if own and _behind(text, span.end, len(text)) == own]
    if len({name for name, _ in beside}) == 1:
        return beside[0][1]
    return _chief(analysis, head, told)


def _found(text: str, start: int, kind: frozenset[str]) -> Iterator[tuple[str, Span]]:
    for m in (_STATE if kind is _STATES else _NAME).finditer(text, start):
        if m[0] in kind:
            yield m[0], Span(*m.span())


def _behind(text: str, at: int, end: int) -> str:
    """The stem of the word right behind, unless it says nothing."""
    m = _BEHIND.match(text, at, end)
    return "" if m is None or m[1].lower() in FUNCTION_WORDS else stem(m[1].lower())


def _chief(analysis: Analysis, head: Span, told: dict[str, list[Span]]) -> Span | None:
    """The place of the lead that the text names most by far."""
    document = analysis.document
    end = document.zones[min(len(document.zones) - 1, document.zone_index(head.end) + _LEAD)].span.end
    first, *others = sorted(told.values(), key=len, reverse=True)
    return first[0] if len(first) >= _OFTEN and first[0].start < end and (not others or len(first) >= _TIMES * len(others[0])) else None
