"""The headline printed again in the text with one word changed, a figure or a name: "Five Ways to Cook Rye", below it "Six Ways to Cook Rye"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks.headline_words import Token, headline, tokens
from checker.data.units import ONES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.document import Document

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_LEAST = 5  # words of a headline that is no phrase
_LEAD = 6  # paragraphs in which it would stand again


def again(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """The first such place; certain but for which of the two is right."""
    document = analysis.document
    zones = document.zones
    end = zones[min(len(zones) - 1, document.zone_index(head.start) + _LEAD)].span.end
    middle = document.lower.find(" ", (head.start + head.end) // 2, head.end)
    if middle < 0 or not any(_may_recur(document, *half) and document.lower.find(document.lower[slice(*half)].strip(), head.end, end) >= 0 for half in ((head.start, middle), (middle, head.end))):
        return  # one word apart leaves one half as it is
    words = _words(document, head, headline(document, head))
    if len(words) < _LEAST:
        return
    for zone in zones:
        if head.end <= zone.span.start < end and _may_stand(words, document.lower[zone.span.start:zone.span.end]):
            told = _words(document, zone.span, tokens(document, zone.span))
            for at in range(len(told) - len(words) + 1):
                odd = _odd(words, told, at)
                if odd >= 0 and _matters(document, words[odd], told[at + odd], head):
                    one, two = words[odd], told[at + odd]
                    yield Conflict((Place(number, Span(one.start, one.end)), Place(number, Span(two.start, two.end))),
                                   {"kind": "figure" if _is_figure(one.word) else "name"}, ("the same line stands again with another word",), likely=True)
                    return


def _may_recur(document: Document, start: int, end: int) -> bool:
    """Has the text each word of a stretch twice? The first and the last, which may be parts of longer ones elsewhere, are not asked."""
    return all(map((1).__lt__, map(document.counts.__getitem__, document.plain[start:end].split()[1:-1])))


def _may_stand(words: list[Token], paragraph: str) -> bool:
    """Has a paragraph all of the words but one, somewhere? Asked before its own are told apart."""
    missing = 0
    for word, _, _, _ in words:
        if word not in paragraph:
            missing += 1
            if missing > 1:
                return False
    return True


def _words(document: Document, span: Span, told: Sequence[Token]) -> list[Token]:
    """The words and figures of a stretch: `tokens` leaves figures out."""
    found, last = [], span.start
    for token in [*told, Token("", span.end, span.end, False)]:
        for m in _FIGURE.finditer(document.text, last, token.start):
            found.append(Token(m[0], m.start(), m.end(), False))
        found.append(token)
        last = token.end
    return found[:-1]


def _odd(words: list[Token], told: list[Token], at: int) -> int:
    """The one word in which the line differs there; -1 for none or several."""
    odd = -1
    for i, w in enumerate(words):
        if told[at + i].word != w.word:
            if odd >= 0:
                return -1
            odd = i
    return odd


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word in ONES


def _value(word: str) -> str:
    return str(ONES[word]) if word in ONES else word.replace(",", "")


def _matters(document: Document, one: Token, two: Token, head: Span) -> bool:
    """Are both figures, or both names of which the text has not the headline's?"""
    if _is_figure(one.word) or _is_figure(two.word):
        return _is_figure(one.word) and _is_figure(two.word) and _value(one.word) != _value(two.word)
    text = document.text
    return text[one.start].isupper() and not text[one.start:one.end].isupper() and text[two.start].isupper() and one.word not in document.lowercase and two.word not in document.lowercase \
        and document.lower.find(one.word, head.end) < 0
