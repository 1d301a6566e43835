"""Referents of names: full names open a referent, later surnames and titles join it; the precise sieve first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, takewhile

from checker.data.people import COUNTRIES, GENERIC, GIVEN, NICKNAMES
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Referent, Span

_MOST = 50  # bearers of one surname with which another is compared


def alike(one: str, two: str) -> bool:
    """May two given names be one person's: equal, an initial, a short form?"""
    a, b = one.lower().rstrip("."), two.lower().rstrip(".")
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    if len(a) <= 2 and one.isupper() or len(b) <= 2 and two.isupper():
        return a[0] == b[0]
    return any(a in group and b in group for group in NICKNAMES) or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))


def is_person(name: Name) -> bool:
    """Does the name look like a person's: a title, an age, or a known given name before another word that is no office?"""
    if name.title or name.age:
        return True
    return len(name.parts) in (2, 3) and name.parts[0].lower() in GIVEN and name.parts[-1].lower() not in GENERIC


def with_title(text: str, m: Mention) -> Span:
    """Where a name stands with the title before it, or without one where none does."""
    title = m.value.title.split()[0] if isinstance(m.value, Name) and m.value.title else ""
    at = text.rfind(title, max(0, m.span.start - 80), m.span.start) if title else -1
    return Span(at, m.span.end) if at >= 0 else m.span


def link(analyses: Sequence[Analysis]) -> list[Referent]:
    """Referents of all documents: people by full name then surname, the rest by equal words."""
    as_written: dict[tuple[str, ...], list[tuple[int, Mention]]] = defaultdict(list)
    for number, a in enumerate(analyses):
        for m in a.mentions:
            if isinstance(m.value, Name):
                as_written[m.value.parts].append((number, m))
    groups: dict[tuple[str, ...], list[tuple[int, Mention]]] = {}
    for parts, mentions in as_written.items():
        groups.setdefault(tuple(map(str.casefold, parts)), []).extend(mentions)
    surnames: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in groups:
        if len(key) > 1:
            surnames[key[-1]].append(key)
    joined: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    because: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for key in groups:
        owner, why = _owner(key, surnames)
        joined[owner].append(key)
        if why:
            because[owner][why] = None
    return [_referent(sorted(chain.from_iterable(groups[k] for k in keys), key=_place), tuple(because.get(owner, ())))
            for owner, keys in joined.items()]


def _place(numbered: tuple[int, Mention]) -> tuple[int, int]:
    return numbered[0], numbered[1].span.start


def _owner(key: tuple[str, ...], surnames: Mapping[str, Sequence[tuple[str, ...]]]) -> tuple[tuple[str, ...], str]:
    """The fuller name that this one is short for, if there is exactly one."""
    full = surnames.get(key[-1], ())
    if len(key) == 1 and len(full) == 1:
        return full[0], f"“{key[0].title()}” is the surname of one full name"
    if len(key) > 1:
        for other in takewhile(lambda other: other != key, full[:_MOST]):
            if len(other) >= len(key) and alike(key[0], other[0]):
                return other, "given names that one person may have"
    return key, ""


def _referent(mentions: list[tuple[int, Mention]], because: tuple[str, ...]) -> Referent:
    fullest = mentions[0][1]
    size = 0
    forms: dict[Name, None] = {}  # those that differ in anything
    for _, m in mentions:
        if isinstance(m.value, Name):
            forms[m.value] = None
            if len(m.value.parts) > size:
                fullest, size = m, len(m.value.parts)
    values = list(forms)
    if any(is_person(v) for v in values):
        kind = "person"
    elif any(p.lower() in COUNTRIES for p in values[0].parts):
        kind = "place"
    elif len(values[0].parts) > 1 and any(p.lower() in GENERIC for v in values for p in v.parts):
        kind = "body"
    else:
        kind = "other"
    return Referent(kind, fullest.text, tuple(mentions), because)
