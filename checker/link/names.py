"""Referents of names: full names open a referent, later surnames and titles join it; the precise sieve first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain, repeat, takewhile

from checker.data.people import COUNTRIES, GENERIC, GIVEN, NICKNAMES
from checker.link import named
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
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    known = _nicknames()
    return a in known and b in known and not known[a].isdisjoint(known[b])


@cache
def _nicknames() -> dict[str, set[int]]:
    """The groups of given names that each stands in."""
    known: dict[str, set[int]] = {}
    for number, group in enumerate(NICKNAMES):
        for name in group:
            known.setdefault(name, set()).add(number)
    return known

_HEADING = 3  # words of a name in capitals; of more, it is a line


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
    as_written: dict[tuple[str, ...], tuple[tuple[int, Mention], ...]] = {}
    told: set[tuple[str, ...]] = set()  # names with a title or an age
    for number, a in enumerate(analyses):
        found = named.names(a)
        told |= found.told
        here = {parts: ((number, held[0]),) if len(held) == 1 else tuple(zip(repeat(number), held)) for parts, held in found.written.items()}
        as_written |= {parts: as_written.get(parts, ()) + held for parts, held in here.items()} if as_written else here
    groups, surnames = _groups(as_written)
    joined: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    because: dict[tuple[str, ...], dict[str, None]] = {}
    for key, forms in groups.items():
        owner, full = key, surnames.get(key[-1])
        if full and (len(full) > 1 or len(key) == 1):
            owner, why = _owner(key, full)
            if why:
                because.setdefault(owner, {})[why] = None
        if owner in joined:
            joined[owner] += forms
        else:
            joined[owner] = forms
    referents: list[Referent] = []
    for key, forms in joined.items():
        if len(forms) > 1:
            referents.append(_referent(forms, as_written, told, because.get(key, ())))
        else:  # as most are
            form = forms[0]
            own = as_written[form]
            referents.append(_new(Referent, ("person" if form in told else _kind_of(key), own[0][1][2], own, ())))
    return referents


def _groups(forms: Iterable[tuple[str, ...]]) -> tuple[dict[tuple[str, ...], list[tuple[str, ...]]], dict[str, list[tuple[str, ...]]]]:
    """The forms of names by their parts in small letters; and these, of several parts, by the last."""
    groups: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    surnames: dict[str, list[tuple[str, ...]]] = {}
    for parts in forms:
        size = len(parts)  # one or two, as a rule
        key = (parts[0].casefold(),) if size == 1 else (parts[0].casefold(), parts[1].casefold()) if size == 2 else tuple(map(str.casefold, parts))
        if key in groups:
            groups[key].append(parts)
            continue
        groups[key] = [parts]
        if size > 1 and not (size > _HEADING and parts[0].isupper() and parts[-1].isupper()):  # a line in capitals is nobody's full name
            surname = key[-1]
            if surname in surnames:
                surnames[surname].append(key)
            else:
                surnames[surname] = [key]
    return groups, surnames


def _place(numbered: tuple[int, Mention]) -> tuple[int, int]:
    return numbered[0], numbered[1][1][0]


def _owner(key: tuple[str, ...], full: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """The fuller name that this one is short for, if there is exactly one among those of its surname."""
    if len(key) == 1 and len(full) == 1:
        return full[0], f"“{key[0].title()}” is the surname of one full name"
    if len(full) > 1 and len(key) > 1:
        for other in takewhile(lambda other: other != key, full[:_MOST]):
            if len(other) >= len(key) and alike(key[0], other[0]):
                return other, "given names that one person may have"
    return key, ""


def _referent(forms: list[tuple[str, ...]], as_written: Mapping[tuple[str, ...], Sequence[tuple[int, Mention]]], told: Set[tuple[str, ...]],
              because: Iterable[str]) -> Referent:
    """The referent of some forms of a name, whose mentions are given for each; `told` are the forms with a title or an age."""
    mentions = sorted(chain.from_iterable(map(as_written.__getitem__, forms)), key=_place)
    forms.sort(key=lambda form: _place(as_written[form][0]))
    fullest = max(forms, key=len)
    return _new(Referent, ("person" if not told.isdisjoint(forms) else _kind(forms), as_written[fullest][0][1].text, tuple(mentions), tuple(because)))


def _kind(forms: Sequence[tuple[str, ...]]) -> str:
    """What the forms of a name say it is, where no title and no age says that it is a person: by a known given name, a country, a word that is no person's."""
    if any(map(_is_given, forms)):
        return "person"
    first = forms[0]
    if not COUNTRIES.isdisjoint(map(str.lower, first)):
        return "place"
    return "body" if len(first) > 1 and not GENERIC.isdisjoint([part.lower() for form in forms for part in form]) else "other"


@lru_cache(maxsize=8192)
def _kind_of(small: tuple[str, ...]) -> str:
    """The same of a name of one form, in small letters."""
    size = len(small)
    if size == 1:
        return "place" if small[0] in COUNTRIES else "other"
    if size < 4 and small[0] in GIVEN and small[-1] not in GENERIC:
        return "person"
    return "place" if not COUNTRIES.isdisjoint(small) else "body" if not GENERIC.isdisjoint(small) else "other"
