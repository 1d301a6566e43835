"""Odds of the headline where the lead has others of the same whole: "Seven in 10 voters", "six in 10 voters"; and a figure before or behind the very words that stand beside another: "Gang of Ten", "Gang of Eight".

Silent where the text has the headline's own figure anywhere beside such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data.english import FUNCTION_WORDS
from checker.data.units import ONES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.words import alternatives

NUMBERS = frozenset(word for word, n in ONES.items() if n > 1)
_N = rf"(?:{alternatives(NUMBERS)}|\d{{1,3}}(?:,\d{{3}})*)"
_ODDS = re.compile(rf"(?<![\w.,$£€-])({_N}) (?:in|out of) (?:every )?({_N})(?![\w-]|[.,]\d)", re.I)
_FIGURE = re.compile(rf"(?<![\w.,$£€’'/-])({_N})(?![\w%/’'-]|[.,:]\d)", re.I)
_WORDS = re.compile(r" ([A-Za-z][\w.-]*\w|[A-Za-z.]+)(?: ([A-Za-z][\w-]+))?")
_GROUP = re.compile(r"\b([A-Za-z]{4,}) of $")
_ORDINAL = re.compile(r"\b(?:part of|and) (?:a|an|one|another) (?:second|third|fourth|fifth|sixth|seventh|more|other)\b")
_TIMES = frozenset("year month week day hour minute second time point percent per pct million billion trillion mile feet foot inch pound cent dollar degree".split())
_MOST = 400  # characters of a headline; what is longer is a paragraph


def odds(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of such figures; likely, as the text may tell of another thing."""
    text = analysis.document.text
    if head.end - head.start > _MOST:
        return
    taken: list[int] = []
    for m in _ODDS.finditer(text, *head):
        taken += (m.start(1), m.start(2))
        found = [o for o in _ODDS.finditer(text, head.end) if _value(o[2]) == _value(m[2])]
        if found and len({_value(o[1]) for o in found}) == 1 and _value(found[0][1]) != _value(m[1]) and not _is_percent(text, head.end, _value(m[1]), _value(m[2])):
            yield _conflict(number, Span(m.start(), m.end()), Span(found[0].start(), found[0].end()))
    for m in _FIGURE.finditer(text, *head):
        if m.start() not in taken:
            other = _phrase(text, head, m)
            if other is not None:
                yield _conflict(number, Span(*m.span()), other)


def _conflict(number: int, one: Span, two: Span) -> Conflict:
    return Conflict((Place(number, one), Place(number, two)), {"kind": "figure"}, ("the text has the same words with one other figure only",), likely=True)


def _value(word: str) -> int:
    small = word.lower()
    return int(ONES[small]) if small in ONES else int(small.replace(",", ""))


def _is_percent(text: str, start: int, part: int, whole: int) -> bool:
    """Has the text the share in per cent, or close to it ("68 percent": seven in 10)?"""
    share = 100 * part / whole
    return any(abs(float(m[1]) - share) <= 5 for m in re.compile(r"\b(\d\d?(?:\.\d+)?)(?:%| per ?cent| pct)").finditer(text, start))


def _phrase(text: str, head: Span, figure: re.Match[str]) -> Span | None:
    """The one other figure beside the same two words, where the text has not the headline's at all."""
    if any(_value(m[1]) == _value(figure[1]) for m in _FIGURE.finditer(text, head.end)):
        return None
    group = _GROUP.search(text, head.start, figure.start())
    behind = _WORDS.match(text, figure.end(), head.end)
    if group is not None:
        pattern = rf"\b{group[1]} of ({_N})(?![\w%-])"
        if not group[1][0].isupper():
            return None
    elif behind is not None and behind[2] and _tells(behind[1]) and _tells(behind[2]):
        pattern = rf"(?<![\w.,$£€-])({_N}) {_dotted(behind[1])} {re.escape(behind[2])}"
    else:
        return None
    found = list(re.compile(pattern, re.I).finditer(text, head.end))
    if not found or len({_value(m[1]) for m in found}) > 1 or group is None and not found[0][0].rpartition(" ")[2].islower():
        return None  # "North Sea" says not of what
    return Span(*found[0].span(1)) if not _ORDINAL.search(text, *_sentence(text, found[0].start())) else None


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The line around a place."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _tells(word: str) -> bool:
    small = word.lower().replace(".", "")
    return len(small) > 1 and (small not in FUNCTION_WORDS or small == "us") and small not in _TIMES and small.removesuffix("s") not in _TIMES


def _dotted(word: str) -> str:
    """The word with or without full stops ("US", "U.S.")."""
    plain = word.replace(".", "")
    return r"\.?".join(plain) + r"\.?" if plain.isupper() else re.escape(word)
