"""A figure of the headline that the text has nowhere, and one of the text that stands where it should: behind the same word, or with its digits turned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.words import digits

# before a figure that is a bound, a number in a row, or a name; the same word before another figure of the text tells the same
_MARKED = re.compile(r"\b(under|over|top|title|article|section|rule|act|act’s|route|highway|interstate|flight|bus|line|no\.|number|chapter|phase|stage|level|grade|amendment|proposition|prop\.|measure|question|week|day|round|game|super bowl|channel) ?$", re.I)
_PERCENT = re.compile(r"\s?(?:%|percent\b|per cent\b|pct\b)", re.I)
_PERCENT_FIGURES = 2
_ALONE = re.compile(r"(?![,.]?\d|[-–]\d|(?:st|nd|rd|th)\b)")


def marked(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Figures of the headline of the document of this number; likely, as the text may tell of both."""
    document = analysis.document
    text = document.text
    places = digits(text)
    body = {text[a:b] for a, b in places if a >= head.end}
    for start, end in places:
        if not head.start <= start < head.end or text[start:end] in body or end - start > 3 or not _ALONE.match(text, end):
            continue
        found = _behind_word(analysis, head, start, end, places) or _turned(analysis, head, start, end, places) or _behind_verb(analysis, head, start, end, places)
        if found is not None:
            yield Conflict((Place(number, Span(start, end)), Place(number, found)), {"kind": "figure"}, ("no figure of the text is that of the headline",), likely=True)


def _behind_word(analysis: Analysis, head: Span, start: int, end: int, places: Sequence[tuple[int, int]]) -> Span | None:
    """The one figure that the text has behind the word which the headline has before its own."""
    text = analysis.document.text
    word = _MARKED.search(text, max(head.start, start - 14), start)
    if word is None:
        return None
    found = {text[a:b]: Span(a, b) for a, b in reversed(places) if a >= head.end and (m := _MARKED.search(text, max(0, a - 14), a)) and m[1].lower() == word[1].lower() and _ALONE.match(text, b)}
    return next(iter(found.values())) if len(found) == 1 and len(next(iter(found))) == end - start else None


def _turned(analysis: Analysis, head: Span, start: int, end: int, places: Sequence[tuple[int, int]]) -> Span | None:
    """The percentage of the text whose two digits are the headline's in the other order."""
    text = analysis.document.text
    turned = text[start:end][::-1]
    if end - start != _PERCENT_FIGURES or not _PERCENT.match(text, end) or turned == text[start:end] or turned[0] == "0":
        return None
    return next((Span(a, b) for a, b in places if a >= head.end and text[a:b] == turned and _PERCENT.match(text, b) and _ALONE.match(text, b)), None)


_VERB = re.compile(r"([A-Za-z]{5,}) $")
_LOOSE = 0.1  # of the headline's figure by which the text's must differ


def _behind_verb(analysis: Analysis, head: Span, start: int, end: int, places: Sequence[tuple[int, int]]) -> Span | None:
    """The one percentage that the text has right behind the word which stands before the headline's ("average 35%", "average 25 percent")."""
    text = analysis.document.text
    before = _VERB.search(text, max(head.start, start - 16), start) if _PERCENT.match(text, end) else None
    word = before[1].lower() if before else ""
    if not word or word in FUNCTION_WORDS or word in _BOUNDS:
        return None
    found = {text[a:b]: Span(a, b) for a, b in reversed(places) if a >= head.end and _PERCENT.match(text, b) and _ALONE.match(text, b)
             and (m := _VERB.search(text, max(0, a - 16), a)) and m[1].lower() == word}
    told = next(iter(found), "")
    return found[told] if len(found) == 1 and abs(int(told) - int(text[start:end])) > _LOOSE * int(text[start:end]) else None


_BOUNDS = frozenset({"about", "around", "nearly", "almost", "roughly", "under", "above", "below", "least", "every", "other", "another", "extra", "approximately"})
