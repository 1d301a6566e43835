"""The office that a text tells with a full name: the title before it, or the words between commas before or behind it."""

from __future__ import annotations

import re

from checker.data.people import OFFICES
from checker.model import Mention, Name

_COURTESY = frozenset("mr mrs ms miss mx dr sir dame lord lady madam".split())
_WORDS = "|".join(sorted(office.lower() for office in OFFICES if office.lower() not in _COURTESY and len(office) > 3))
_BEFORE = re.compile(rf"\b(?:[Tt]he|[Aa]n?) (?:[\w’'.-]+ ){{0,4}}?((?i:{_WORDS}))(?: (?:of|for) (?:[\w.&’'-]+ ){{0,5}}?[\w.&’'-]+)?, (?:[A-Z][a-z]+\.? )?$")
_BEHIND = re.compile(rf"(?:the|an?) (?:(?!former |of |for |to )[\w’'.-]+ ){{0,4}}?((?i:{_WORDS}))\b")
_REACH = 90  # characters before a name in which its office stands


def office(m: Mention) -> str:
    """The last word of the title, "" for none or one of courtesy."""
    title = (m.value.title or "") if isinstance(m.value, Name) else ""
    last = title.lower().rstrip(".").rpartition(" ")[2]
    return "" if last in _COURTESY else last


def told_office(text: str, m: Mention) -> tuple[str, int]:
    """The office told with a full name, in or without a title, and where it begins; "" where none is told."""
    start = m.span.start
    before = _BEFORE.search(text, max(0, start - _REACH), start) if text.rfind(", ", max(0, start - 16), start) >= 0 and text.startswith((",", "."), m.span.end) else None
    if before is not None:
        return before[1].lower(), before.start()
    if told := office(m):
        return told, -1
    behind = _BEHIND.match(m.value.apposition) if isinstance(m.value, Name) and m.value.apposition else None
    return (behind[1].lower(), -1) if behind else ("", -1)
