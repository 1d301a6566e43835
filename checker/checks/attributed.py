"""Check `quoted`, speakers: to whom the words right beside a quotation give it."""

from __future__ import annotations

import re
from functools import cache

from checker.checks.quotewords import Quote
from checker.data.english import SPEECH
from checker.model import Span

_LONG = 12  # words that two people do not say alike
_PRONOUN = re.compile(rf"[,.?!]?[”\"’']{{1,2}}\s(?:[Hh]e|[Ss]he) (?:has |had |later |also )?(?:{'|'.join(sorted(SPEECH))})(?![\w-])")
_SIGNED = re.compile(r"[,.?!]?[”\"’']{1,2}\s?(?:[–—]|--?)\s?[A-Z]")
_NEAR = 90  # characters beside a quotation in which its speaker is told
_NO_NAMES = frozenset("He She It They We You I The This That Who Police Officials Another One".split())


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = r"((?:[A-Z][\w’'.-]*[ ]){0,5}[A-Z][\w-]+)"
    verb = rf"(?:{'|'.join(sorted(SPEECH))})"
    role, also = r"(?:(?:the |an? )?(?:[a-z][a-z-]+ ){1,4})?", r"(?:,? who )?(?:has |had |later |also )*"
    behind = re.compile(rf"[,.?!]?[”\"’']{{1,2}}(?:\s(?:{role}{name} {also}{verb}(?![\w-])|{verb} {role}{name})|\s?(?:[–—]|--?)\s?{name}(?=(?:, [^\n]{{1,80}})?(?:\n|$)))")
    before = re.compile(rf"(?:^|[.?!,] |\n|[a-z] ){name}(?: |(?=,)){also}{verb}(?: [a-z]+ [A-Z]?\w+)?(?: that|,|:)?\s[“‘\"]$")
    return behind, before


def attributed(q: Quote) -> tuple[str, Span] | None:
    """Who is told to have said a quotation, by a verb of speech right beside it, and where; None where a pronoun or nobody is."""
    text = q.document.text
    behind, before = _patterns()
    m = behind.match(text, q.inner.end - 1 if text[q.inner.end - 1] in ",.?!" else q.inner.end, q.inner.end + _NEAR) \
        or before.search(text, max(0, q.inner.start - _NEAR), q.inner.start)
    if m is None:
        return None
    group = next(i for i, found in enumerate(m.groups(), 1) if found)
    return None if m[group].split()[0] in _NO_NAMES else (m[group], Span(*m.span(group)))


def _carried(q: Quote) -> tuple[str, Span] | None:
    """Who "he" or "she" right beside a quotation is by what went before, and where the quotation stands."""
    text = q.document.text
    m = _PRONOUN.match(text, q.inner.end - 1 if text[q.inner.end - 1] in ",.?!" else q.inner.end, q.inner.end + _NEAR)
    return (q.voice.name, q.inner) if m and q.voice.kind == "speaker" and q.voice.name and " " in q.voice.name else None


def _is_signed(q: Quote) -> bool:
    """Is it a quotation set off from the text, with a name under it behind a dash?"""
    return _SIGNED.match(q.document.text, q.inner.end) is not None


def _spoken(q: Quote) -> tuple[str, Span] | None:
    """Who says a quotation by the verbs of its paragraph, and where it stands."""
    return (q.voice.name, q.inner) if q.voice.kind == "speaker" and q.voice.name else None


def two_speakers(a: Quote, b: Quote, same: int) -> tuple[Span, Span] | None:
    """Where two quotations with so many words the same are given to two people by name; None where one may be quoting the other, or they may be one.

    Of two long ones, one may be given to "he" or "she" only; against one that is set off and signed, the paragraph tells who speaks.
    """
    one, two = attributed(a), attributed(b)
    if same >= _LONG and (one is None) != (two is None):
        one, two = one or _carried(a), two or _carried(b)
    if (one is None) != (two is None) and (_is_signed(a) or _is_signed(b)):
        one, two = one or _spoken(a), two or _spoken(b)
    if one is None or two is None:
        return None
    last = one[0].split()[-1], two[0].split()[-1]
    for q, other in ((a, last[1]), (b, last[0])):
        start, end = q.document.sentence_at(q.inner.start)
        end = min(max(end, q.inner.end + _NEAR), q.document.zones[q.zone].span.end)
        if other in q.document.text[start:end]:
            return None
    return one[1], two[1]
