"""Nouns beside a name that tell a woman from a man: "spokeswoman Ann Hale", "Hale, the sister of the mayor,"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from checker.data.gender import ROLES
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Span
from checker.records import NamedTuple

_REACH = 64  # characters between a name and the noun in the apposition behind it
# up to the noun that the apposition is about: "the company's first", "a former vice", but not "an aide to the"
APPOSED = re.compile(r",(?: who (?:is|was)(?: now| currently)?| now| then)?(?:(?:(?<= is)|(?<=now)|(?<=currently))(?:(?: [A-Z][\w.]*){1,3}|(?<= is) (?:state|county|city|national|federal|party|club|acting))"
                      r"|(?: (?:an?|the|his|her|their|its|former|[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}[’']s?)"
                      r"(?: (?!(?:of|to|for|with|by|and|whose|at|from|who|in|on|as|than|like|said|says) )[\w’'.-]+){0,4}))? ")


class Role(NamedTuple):
    """A noun that tells the sex of whoever bears the name beside it ("he", "she"); `span` holds both, `parts` is the name."""

    noun: str
    sex: str
    span: Span
    parts: tuple[str, ...]


def roles(analysis: Analysis) -> dict[int, Role]:
    """The nouns beside names that tell a sex, by where the name begins; worked out once."""
    memo = analysis.document.memo
    known: tuple[object, dict[int, Role]] | None = memo.get(roles)
    if known is None or known[0] is not analysis.mentions:
        known = memo[roles] = analysis.mentions, _roles(analysis)
    return known[1]


def _roles(analysis: Analysis) -> dict[int, Role]:
    document, mentions = analysis.document, analysis.mentions
    found: dict[int, Role] = {}
    for word in ROLES.keys() & document.distinct:
        for at in document.places(word):
            end = at + len(word)
            m = bearer(document.text, mentions, at, end)
            if m is not None and isinstance(m.value, Name) and (document.quotation_at(at) is None) == (document.quotation_at(m.span.start) is None):
                found[m.span.start] = Role(word, ROLES[word], Span(min(at, m.span.start), max(end, m.span.end)), m.value.parts)
    return found


def bearer(text: str, mentions: Sequence[Mention], at: int, end: int) -> Mention | None:
    """Whose role or office the words between two offsets tell: the name right behind them, or the one in whose apposition they are the head."""
    if text[end:end + 1] == " " and text[end + 1:end + 2].isupper():
        i = bisect_left(mentions, end, key=_start)
        if i < len(mentions) and mentions[i].span.start == end + 1 and mentions[i].kind == "name":
            return mentions[i]
    return apposed(text, mentions, at)


def apposed(text: str, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The name in whose apposition a noun is the head."""
    comma = text.rfind(",", max(0, at - _REACH), at)
    word = text[max(0, comma - _REACH):comma].rpartition("\n")[2].rpartition(" ")[2]  # with a word before it where no space parts two sentences
    if comma < 0 or not word or word.islower() or APPOSED.fullmatch(text, comma, at) is None:
        return None
    i = bisect_left(mentions, comma, key=_start)
    last = next((m for m in reversed(mentions[max(0, i - 3):i]) if m.span.end <= comma), None)
    return last if last is not None and last.span.end == comma and last.kind == "name" else None


def _start(m: Mention) -> int:
    return m.span.start
