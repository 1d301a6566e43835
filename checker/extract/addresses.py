"""Addresses: e-mail, handles of social networks, web sites; read when a rule or a list first asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Address, Mention, Span
from checker.structure.document import Document

_MARKED = re.compile(r"(?<![\w@./&=+-])([A-Za-z0-9][\w.%+-]*)?@([A-Za-z0-9_](?:[\w.-]*\w)?)")
_ENDINGS = ("com", "org", "net", "edu", "gov", "mil", "int", "info")  # the generic top-level domains of IANA's root zone that are no words
_SITE = re.compile(r"(?<![\w@.-])(https?://|www\.)?((?:[a-z0-9][a-z0-9-]*\.)+(?:" + "|".join(_ENDINGS)
                   + r"|(?:co|ac|com|org|net|gov|edu)\.[a-z]{2}))(?![\w@-]|\.\w)", re.IGNORECASE)
_NATIONAL = re.compile(r"(?<![\w@.-])(https?://(?:www\.)?|www\.)((?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,})(?![\w@-]|\.\w)", re.IGNORECASE)
_CUT = ("…", "...")  # a tweet that was cut in the middle of a handle


def addresses(document: Document) -> tuple[Mention, ...]:
    """The addresses of a text in its order; `value.folded` is in small letters, without "@" before a handle and "www." before a site."""
    memo = document.memo
    if addresses not in memo:
        memo[addresses] = tuple(sorted(_read(document), key=lambda m: m.span)) if _may_hold(document) else ()
    found: tuple[Mention, ...] = memo[addresses]
    return found


def _may_hold(document: Document) -> bool:
    text = document.text
    return "@" in text or "www." in text or "://" in text or any(f".{e}" in text for e in _ENDINGS) or ".co." in text


def _read(document: Document) -> Iterator[Mention]:
    text = document.text
    for m in _MARKED.finditer(text) if "@" in text else ():
        if text.startswith(_CUT, m.end()):
            continue
        if m[1] is None and "." not in m[2]:
            yield _mention(text, m.start(), m.end(), Address("handle", m[2].lower()))
        elif m[1] is not None and "." in m[2]:
            yield _mention(text, m.start(), m.end(), Address("email", m[0].lower()))
    taken = set()
    for pattern in (_SITE, _NATIONAL):
        for m in pattern.finditer(text):
            if m.start() not in taken and not text.startswith(_CUT, m.end()):
                taken.add(m.start())
                yield _mention(text, m.start(), m.end(), Address("site", m[2].lower().removeprefix("www.")))


def _mention(text: str, start: int, end: int, value: Address) -> Mention:
    return Mention("address", Span(start, end), text[start:end], value)
