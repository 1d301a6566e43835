"""The state and the party told with a seat: "Texas Sen. Ann Hale" and "Sen. Hale (R-Fla.)" are not one person, nor are a Democrat and a Republican."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from checker.data.people import GENERIC
from checker.data.places import REGIONS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import with_title
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_SEATS = frozenset("sen rep gov senator representative governor congressman congresswoman".split())
_TITLE = re.compile(r"((?:[A-Z][\w.]* ){1,4})(?:U\.S\. )?(?:Sens?\.|Reps?\.|Gov\.|Senator|Representative|Governor|Congress(?:wo)?man) $")
_BEHIND = re.compile(r",? \(?([DR])-(?:((?:[NSW]\. ?)?[A-Z][\w.]*(?: [A-Z][\w.]+)?)\)?)?|, (?:an? |the )?(Republican|Democrat) (?:of|from) ([A-Z]\w+(?: [A-Z]\w+)?)|, (?:an? |the )?([A-Z]\w+(?: [A-Z]\w+)?) (Republican|Democrat)\b(?! [A-Z])"
                     r"|, (?:an?|the) (?:conservative |liberal |moderate |longtime |veteran )?(?:(Republican|Democrat)(?=,)|(Republican|Democratic) (?:senator|congressman|congresswoman|governor|lawmaker|representative))")
_PARTIES = {"Republican": "Republican", "GOP": "Republican", "R": "Republican", "Democratic": "Democrat", "Democrat": "Democrat", "D": "Democrat"}
_MEMBERS = frozenset({"republican", "democrat", "democratic"})
_OTHER_TIME = re.compile(r"(?:\b[Tt]hen|\b[Ff]ormer|\b[Ee]x|\b[Ll]ate)[- ]$")
_REACH = 50  # characters before a name in which its seat stands


class Seat(NamedTuple):
    """What is told with a seat: the state and the party, each "" where it is not, and where."""

    state: str
    party: str
    span: Span


def seats(analysis: Analysis) -> Iterator[tuple[Seat, Seat, str]]:
    """The later and the earlier of two seats of one person in two sentences that are of two states or parties, and the name."""
    found = names(analysis)
    seated: dict[str, int] = {}
    kinds = set(filter(_is_seat, found.kinds))
    for at, title in found.titles.items() if kinds else ():
        if title in kinds:
            surname = found.bearers[at][-1]
            seated[surname] = seated.get(surname, 0) + 1
    words = analysis.document.distinct
    told_twice = not words.isdisjoint(_MEMBERS)
    for surname in [surname for surname, times in seated.items() if times > 1 or told_twice]:
        mentions = [m for m in found.holding({surname}) if isinstance(m.value, Name) and m.value.parts[-1] == surname]
        given = {m.value.parts[0] for m in mentions if isinstance(m.value, Name) and len(m.value.parts) > 1}
        if len(given) == 1 and (pair := _two_seats(analysis.document, mentions, found.titles)) is not None:
            yield *pair, surname


def _two_seats(document: Document, mentions: Sequence[Mention], titles: Mapping[int, str]) -> tuple[Seat, Seat] | None:
    """The first seat that another before it goes against, with that other."""
    told: list[Seat] = []
    for m in mentions:
        seat = _seat(document.text, m, titles.get(m.span.start, ""))
        if seat is None or document.quotation_at(m.span.start) is not None:
            continue
        other = next((t for t in told if _differ(t, seat) and document.sentence_at(t.span.start) != document.sentence_at(seat.span.start)), None)
        if other is not None:
            return seat, other
        told.append(seat)
    return None


@lru_cache(maxsize=1024)
def _is_seat(title: str) -> bool:
    return title.rpartition(" ")[2].rstrip(".").lower() in _SEATS


def _differ(a: Seat, b: Seat) -> bool:
    return bool(a.state and b.state and a.state != b.state or a.party and b.party and a.party != b.party)


def _seat(text: str, m: Mention, title: str) -> Seat | None:
    """The state and the party beside a name, from both sides."""
    state = party = ""
    start, end = with_title(text, m)
    before = _TITLE.search(text, max(0, m.span.start - _REACH), m.span.start) if _is_seat(title) else None
    if before is not None:
        if _OTHER_TIME.search(text, max(0, before.start() - 8), before.start()):
            return None
        words = before[1].split()
        party = next((_PARTIES[w] for w in words if w in _PARTIES), "")
        state = next((REGIONS[w] for n in (2, 1) for i in range(len(words)) if (w := " ".join(words[i:i + n])) in REGIONS), "")
        start = min(start, before.start())
    behind = _BEHIND.match(text, end)
    if behind is not None:
        letter, place, noun, of, region, member, *alone = behind.groups()
        letter = letter or alone[0] or alone[1]
        home = region_of(place or of or region or "")
        affiliated = _PARTIES[letter or noun or member]
        if member and not home:
            return Seat(state, party, Span(start, end)) if state or party else None
        if (state and home and state != home) or (party and party != affiliated):
            return None  # of two people in a list
        state, party, end = home or state, affiliated, behind.end()
    return Seat(state, party, Span(start, end)) if state or party else None


def region_of(place: str) -> str:
    """The state that a form of it names, with or without what stands behind it; "" where none does."""
    for words in (place, place.partition(" ")[0]):
        for form in (words, words.rstrip("."), f"{words}.", words.replace(". ", ".")):
            if form in REGIONS:
                return REGIONS[form]
    return ""


_HEADS = frozenset("mayor president chancellor premier sheriff chief minister director".split())
_SAME = (frozenset({"US", "American"}), frozenset({"UK", "British"}), frozenset({"Dutch", "Netherlands"}), frozenset({"Swiss", "Switzerland"}))
_QUALITIES = ("ist", "ive", "man", "al", "ing", "ed", "ic", "ous", "time")  # how words end that tell of what kind, not of what place


def places(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """One person as the mayor, president or police chief of two places, as words before the title tell: the later, the earlier, the name."""
    found = names(analysis)
    told: dict[tuple[str, str], list[tuple[int, frozenset[str]]]] = {}
    kinds = {title: place for title in found.kinds if (place := _place(title))}
    for at, title in found.titles.items() if len(kinds) > 1 else ():
        if title in kinds:
            told.setdefault((found.bearers[at][-1], " ".join(w for w in title.split() if w not in kinds[title])), []).append((at, kinds[title]))
    for (surname, _), entries in told.items():
        if len(entries) < 2:
            continue
        first, place = entries[0]
        other = next((at for at, words in entries[1:] if not any(_alike(a, b) for a in place for b in words)), None)
        mentions = {m.span.start: m for m in found.holding({surname}) if isinstance(m.value, Name) and m.value.parts[-1] == surname}
        if other is None or any(analysis.document.quotation_at(at) is not None for at in (first, other)) or \
                len({m.value.parts[0] for m in mentions.values() if isinstance(m.value, Name) and len(m.value.parts) > 1}) != 1:
            continue
        text = analysis.document.text
        places_told = with_title(text, mentions[other]), with_title(text, mentions[first])
        if not any(_OTHER_TIME.search(text, max(0, span.start - 8), span.start) for span in places_told):
            yield *places_told, surname


@lru_cache(maxsize=1024)
def _place(title: str) -> frozenset[str]:
    """The words before an office that name a place or a body by its letters; none where they tell a kind ("Freshman", "Islamist")."""
    words = title.split()
    if len(words) < 2 or words[-1].lower() not in _HEADS or words[0] in ("Former", "Then", "Ex"):
        return frozenset()
    before = [w for w in words[:-1] if w.lower() not in GENERIC and w not in _PARTIES]
    if any(len(w) < 2 or "." in w or not w[0].isupper() or w.endswith(_QUALITIES) for w in before):
        return frozenset()
    if words[-1].lower() == "director" and not all(w.isupper() and len(w) < 5 for w in before):
        return frozenset()
    return frozenset(before) if not any(w.isupper() and len(w) > 4 for w in before) else frozenset()


def _alike(a: str, b: str) -> bool:
    """May two words mean one place: the same beginning ("Israel", "Israeli"), or two names of it?"""
    return a[:2] == b[:2] or any({a, b} <= same for same in _SAME)
