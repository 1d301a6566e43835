"""Addresses: e-mail, handles of social networks, web sites; read when a rule or a list first asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.model import Address, Mention, Span
from checker.structure.document import Document
from checker.structure.words import occurrences

_MARKED = re.compile(r"(?<![\w@./&=+-])([A-Za-z0-9][\w.%+-]*)?@([A-Za-z0-9_](?:[\w.-]*\w)?)")
_ENDINGS = ("com", "org", "net", "edu", "gov", "mil", "int", "info")  # the generic top-level domains of IANA's root zone that are no words
_SITE = re.compile(r"(?<![\w@.-])(https?://|www\.)?((?:[a-z0-9][a-z0-9-]*\.)+(?:" + "|".join(_ENDINGS)
                   + r"|(?:co|ac|com|org|net|gov|edu)\.[a-z]{2}))(?![\w@-]|\.\w)", re.IGNORECASE)
_NATIONAL = re.compile(r"(?<![\w@.-])(https?://(?:www\.)?|www\.)((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,})(?![\w@-]|\.\w)", re.IGNORECASE)
_PREFIXES = ("www.", "://")
_BEGINS = frozenset({"www", "http", "https"})
_DOTTED = (*(f".{e}" for e in _ENDINGS), ".co.", ".ac.")
_LETTERS = frozenset({"www", "http", "https", "co", "ac", *_ENDINGS, *(e.upper() for e in _ENDINGS), *(e.capitalize() for e in _ENDINGS)})
_INSIDE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%+:/")
_CUT = ("…", "...")  # a tweet that was cut in the middle of a handle


def addresses(document: Document) -> tuple[Mention, ...]:
    """The addresses of a text in its order; `value.folded` is in small letters, without "@" before a handle and "www." before a site."""
    memo = document.memo
    if addresses not in memo:
        memo[addresses] = tuple(sorted(_read(document), key=lambda m: m.span))
    found: tuple[Mention, ...] = memo[addresses]
    return found


def _read(document: Document) -> Iterator[Mention]:
    text = document.text
    for m in _matches(_MARKED, text, ("@",)):
        if m[1] is None and "." not in m[2]:
            yield _mention(text, m.start(), m.end(), Address("handle", m[2].lower()))
        elif m[1] is not None and "." in m[2]:
            yield _mention(text, m.start(), m.end(), Address("email", m[0].lower()))
    letters = _LETTERS & document.lowercase
    if not letters:
        return  # no site without one of these
    dotted = [mark for mark in _DOTTED if mark.strip(".") in letters]
    prefixes = _PREFIXES if not letters.isdisjoint(_BEGINS) else ()
    told = {m.start(): m for pattern, marks in ((_NATIONAL, prefixes), (_SITE, dotted)) for m in _matches(pattern, text, marks)}
    for m in told.values():
        yield _mention(text, m.start(), m.end(), Address("site", m[2].lower().removeprefix("www.")))


def _matches(pattern: re.Pattern[str], text: str, marks: Iterable[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds around any of these marks: looked for there alone, as most texts have none of them."""
    starts = set()
    for mark in marks:
        for at in occurrences(text, mark):
            start = at
            while start and text[start - 1] in _INSIDE:
                start -= 1
            starts.add(start)
    for start in sorted(starts):
        m = pattern.match(text, start)
        if m and not text.startswith(_CUT, m.end()):
            yield m


def _mention(text: str, start: int, end: int, value: Address) -> Mention:
    return Mention("address", Span(start, end), text[start:end], value)
