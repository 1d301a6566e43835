"""Referents of names: full names open a referent, later surnames and titles join it; the precise sieve first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, takewhile

from checker.data.people import COUNTRIES, GENERIC, GIVEN, NICKNAMES
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Referent, Span

_new = tuple.__new__  # a named tuple is made at half the price
_MOST = 50  # bearers of one surname with which another is compared


def alike(one: str, two: str) -> bool:
    """May two given names be one person's: equal, an initial, a short form?"""
    a, b = one.lower().rstrip("."), two.lower().rstrip(".")
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    if len(a) <= 2 and one.isupper() or len(b) <= 2 and two.isupper():
        return a[0] == b[0]
    return any(a in group and b in group for group in NICKNAMES) or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)))


def sex(given: str) -> str | None:
    """Who bears a given name: "he", "she", "" for both; None for a word that is no given name we know."""
    from checker.data.given import EITHER, MEN, WOMEN  # large, and most texts never ask

    small = given.lower()
    return "he" if small in MEN else "she" if small in WOMEN else "" if small in EITHER else None


def is_common(surname: str) -> bool:
    """Do so many people bear the surname that two of them in one text are no wonder?"""
    from checker.data.given import COMMON

    return surname.lower() in COMMON


def is_person(name: Name) -> bool:
    """Does the name look like a person's: a title, an age, or a known given name before another word that is no office?"""
    return bool(name.title or name.age) or _is_given(name.parts)


def _is_given(parts: Sequence[str]) -> bool:
    return len(parts) in (2, 3) and parts[0].lower() in GIVEN and parts[-1].lower() not in GENERIC


def with_title(text: str, m: Mention) -> Span:
    """Where a name stands with the title before it, or without one where none does."""
    title = m.value.title.split()[0] if isinstance(m.value, Name) and m.value.title else ""
    at = text.rfind(title, max(0, m.span.start - 80), m.span.start) if title else -1
    return Span(at, m.span.end) if at >= 0 else m.span


def link(analyses: Sequence[Analysis]) -> list[Referent]:
    """Referents of all documents: people by full name then surname, the rest by equal words."""
    as_written: dict[tuple[str, ...], list[tuple[int, Mention]]] = {}
    for number, a in enumerate(analyses):
        for m in a.mentions:
            if m.kind == "name" and isinstance(m.value, Name):
                if (known := as_written.get(m.value.parts)) is None:
                    known = as_written[m.value.parts] = []
                known.append((number, m))
    groups: dict[tuple[str, ...], list[list[tuple[int, Mention]]]] = {}
    surnames: dict[str, list[tuple[str, ...]]] = {}
    for parts, mentions in as_written.items():
        key = tuple(map(str.casefold, parts))
        if key in groups:
            groups[key].append(mentions)
            continue
        groups[key] = [mentions]
        if len(key) > 1:
            surnames.setdefault(key[-1], []).append(key)
    joined: dict[tuple[str, ...], list[list[tuple[int, Mention]]]] = {}
    because: dict[tuple[str, ...], dict[str, None]] = {}
    for key, written in groups.items():
        owner, why = _owner(key, surnames) if len(key) > 1 or key[0] in surnames else (key, "")
        if owner in joined:
            joined[owner] += written
        else:
            joined[owner] = [*written]
        if why:
            because.setdefault(owner, {})[why] = None
    return [_referent(lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists), key=_place), tuple(because[owner]) if owner in because else ())
            for owner, lists in joined.items()]


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


def _referent(mentions: Sequence[tuple[int, Mention]], because: tuple[str, ...]) -> Referent:
    fullest = mentions[0][1]
    size = 0
    told = False  # by a title or an age
    forms: dict[tuple[str, ...], None] = {}
    for _, m in mentions:
        if isinstance(m.value, Name):
            parts, _, title, _, age, _ = m.value
            if parts not in forms:
                forms[parts] = None
                if len(parts) > size:
                    fullest, size = m, len(parts)
            told = told or bool(title or age)
    return _new(Referent, (_kind(told, list(forms)), fullest.text, tuple(mentions), because))


def _kind(told: bool, forms: Sequence[tuple[str, ...]]) -> str:
    """What the forms of a name say it is; `told` where a title or an age says that it is a person."""
    if told or any(map(_is_given, forms)):
        return "person"
    if not COUNTRIES.isdisjoint(map(str.lower, forms[0])):
        return "place"
    return "body" if len(forms[0]) > 1 and any(p.lower() in GENERIC for parts in forms for p in parts) else "other"
