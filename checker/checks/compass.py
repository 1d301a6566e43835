"""One town on two sides of one land: "the northern town of Osk", "Osk, in the country's far south"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_SIDE = r"((?:north|south)[- ]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?)"
_KIND = r"(?:town|city|village|port|province|region|district|county|suburb|resort|settlement)"
_BEFORE = re.compile(rf"\bthe (?:far |remote |small |besieged )?{_SIDE}(?: ([A-Z][\w-]+)(?:[’']s)?| coastal| border| industrial| mountain)? {_KIND} of $")
_BEHIND = re.compile(rf"(?:,? (?:which (?:is|lies) |an? (?:[a-z-]+ )?{_KIND} )?| \([^()]{{1,30}}\) )in (?:(?:the|its) |([A-Z][\w-]+)[’']s |the (?:country|state|island|province)[’']s )?(?:far |extreme |remote )?{_SIDE}\b(?: of (?:the )?([A-Z][\w-]+)| ([A-Z][\w-]+))?")
_OPPOSITE = {"n": "s", "s": "n", "e": "w", "w": "e"}
_RUNS = frozenset({f"{side}{ending}" for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest") for ending in ("", "ern")})
_NORTH, _SOUTH, _EAST, _WEST = (frozenset({run for run in _RUNS if side in run}) for side in ("north", "south", "east", "west"))
_BESIDE = (" in ", ", in ", ", a ", ", which ", " (")  # what `_BEHIND` begins with
_REACH = 60  # characters before a name


class _Told(NamedTuple):
    """Where a name stands with its side of a land; the side by its letters ("n", "se"), the land "" where none is named."""

    span: Span
    side: str
    land: str


def has_opposite_sides(document: Document) -> bool:
    """Has a text the words for two opposite sides? Asked before any name is looked at."""
    words = document.lowercase
    return not (_NORTH.isdisjoint(words) or _SOUTH.isdisjoint(words)) or not (_EAST.isdisjoint(words) or _WEST.isdisjoint(words))


def sides(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Towns that the document of this number has on opposite sides of one land; likely, as two may have the name."""
    text = analysis.document.text
    for parts, mentions in names(analysis).written.items():
        told = [t for m in mentions if text.startswith(_BESIDE, m.span.end) or text.endswith(" of ", 0, m.span.start) if (t := _side(text, m)) is not None] if len(mentions) > 1 else []
        odd = next((t for t in told[1:] if _opposite(told[0].side, t.side) and (t.land == told[0].land or not (t.land and told[0].land))), None)
        if odd is not None:
            yield Conflict((Place(number, odd.span), Place(number, told[0].span)), {"name": " ".join(parts), "computed": "two sides of one land"}, ("both stand beside the name",), likely=True, by_voice=True)


def _side(text: str, m: Mention) -> _Told | None:
    """What stands right before or behind a name."""
    start, end = m.span
    if (before := _BEFORE.search(text, max(0, start - _REACH), start)) is not None:
        return _Told(Span(before.start(1), end), _letters(before[1]), before[2] or "")
    if text[end:end + 1] in (",", " ") and (behind := _BEHIND.match(text, end)) is not None:
        return _Told(Span(start, behind.end()), _letters(behind[2]), behind[1] or behind[3] or behind[4] or "")
    return None


def _letters(side: str) -> str:
    """ "southeast" → "se"."""
    return "".join(letter for letter, word in zip("nsew", ("north", "south", "east", "west"), strict=True) if word in side)


def _opposite(one: str, two: str) -> bool:
    return len(one) == len(two) and "".join(sorted(_OPPOSITE[c] for c in one)) == "".join(sorted(two))
