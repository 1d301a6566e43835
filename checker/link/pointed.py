"""Figures that point back at one told just before: "those 52 homes", "that 46-percent figure", "of the 350"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.extract.hedges import printed
from checker.link.again import one_digit
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Quantity
from checker.records import NamedTuple
from checker.relate.gaps import quantity
from checker.structure.document import Document
from checker.structure.words import occurrences

_THOSE = re.compile(r"\b(?:[Tt]hose|[Tt]hese|[Tt]he same) $")
_THAT = re.compile(r"\b(?:[Tt]hat|[Tt]his|[Tt]he same) $")
_FIGURE = re.compile(r"[- ](?:figure|number|total|sum|amount|estimate|share|rate|level|mark|price tag|bill|statistic|finding)(?![\w-])")
_LONGEST = 5
_POINTING = frozenset({"hose ", "hese ", "same ", "that ", "That ", "this ", "This "})
_SOME = (" that ", " who ", " which ", " with ", " in ", " from ", " left")  # which part of those told is meant
_THE = (" the ", "\nThe ", " The ")
_OF_ITS_OWN = (*_SOME, " of ", " it ", " he ", " she ", " they ", " we ", " I ", " at ", " on ", " for ", " since ", " to ", " behind ", " near ", " around ", " along ", " among ", " under ", " over ", " outside ", " inside ", " across ", " between ", " held ", " made ")
# what "the" does not point back by: "up from the 40 boats", "than the 40 boats", "12 of the 40 boats"
_HELD_AGAINST = re.compile(r"\b(?:from|than|over|against|above|below|with|versus|beyond|under|to|(?:\d+|most|many|some|all|half|one|two|three|four|five|six|seven|eight|nine|ten|none|each|any|third|quarter|percent) of) the $", re.I)
_MANY = 13  # of what "the" points at by its noun alone; fewer stand for others in every other paragraph
_NEAR = 2  # sentences before it in which what it points at is told
_MAKING = 4  # sentences before it of which two figures may make it
_EARLIER = 200  # figures before it, among which it may be told or made
_RATIO = 2
_LARGE, _BACK = 20, 12  # a bare figure that is looked for farther back, and the figures before it
SPANS = frozenset({"year", "decade", "century"})  # "those six years" may be told by two dates
_KINDS = frozenset({"count", "duration", "percent", "money"})


class Pointed(NamedTuple):
    """A figure that points back, and the one at which it must point."""

    back: Mention
    told: Mention


def pointed(analysis: Analysis) -> Iterator[Pointed]:
    """The figures of a document that point back at another figure than the only one of their kind before them."""
    document, text = analysis.document, analysis.document.text
    for claim in analysis.claims:
        m = claim.value
        if not isinstance(m.value, Quantity) or m.value.dimension not in _KINDS or m.value.ranged or m.value.hedge:
            continue
        before = text[m.span.start - _LONGEST:m.span.start]
        by_noun = before in _THE and m.value.dimension == "count" and m.value.low >= _MANY and m.value.noun.split()[-1:] != [m.value.unit] and not text.startswith(_OF_ITS_OWN, m.span.end) and not _HELD_AGAINST.search(text, max(0, m.span.start - 30), m.span.start)
        if not by_noun and (before not in _POINTING or not _points(text, m)):
            continue
        if (told := _told(document, names(analysis).figures, m)) is not None and (not by_noun or isinstance(told.value, Quantity) and told.value.noun == m.value.noun and document.sentence_index(told.span.start) < document.sentence_index(m.span.start)):
            yield Pointed(m, told)
    yield from _of_those(analysis)


def _of_those(analysis: Analysis) -> Iterator[Pointed]:
    """ "Of the 350, a third came back" of the 300 that the sentence before tells."""
    document, text = analysis.document, analysis.document.text
    for at in occurrences(text, "Of the ") if "Of" in document.lowercase else ():
        start = at + len("Of the ")
        if at in document.sentence_openings and text[start:start + 1].isdigit():
            figures = names(analysis).figures
            i = bisect_left(figures, start, key=_begin)
            m = figures[i] if i < len(figures) and figures[i].span.start == start else None
            if m is not None and not text.startswith(_SOME, m.span.end) and isinstance(q := m.value, Quantity) and q.dimension in ("number", "count") and q.step == 1 and not q.hedge and not q.ranged \
                    and (told := _told(document, figures, m._replace(value=q._replace(dimension="count", unit=""))) or _one_digit_off(document, figures, i)) is not None:
                yield Pointed(m, told)


def _one_digit_off(document: Document, figures: Sequence[Mention], i: int) -> Mention | None:
    """Farther back, the one counted before a bare figure that differs from it in one digit, or two that changed places, where nothing in the text is of its number."""
    q = quantity(figures[i])
    if q.dimension != "number" or q.low < _LARGE or not document.text.startswith(",", figures[i].span.end):
        return None  # smaller ones stand for people in every other paragraph; "of the 200 that were waxed" tells of its own
    sentence = document.sentence_index(figures[i].span.start)
    near = [x for x in figures[max(0, i - _BACK):i] if quantity(x).dimension == "count" and document.sentence_index(x.span.start) < sentence and one_digit(quantity(x), q)]
    if len({printed(quantity(x)) for x in near}) != 1 or any(x is not figures[i] and q.high in (quantity(x).low, quantity(x).high, *printed(quantity(x))) for x in figures):
        return None
    return near[-1]


def _begin(m: Mention) -> int:
    return m.span.start


def _points(text: str, m: Mention) -> bool:
    """Does it stand behind "those", or behind "that" with a word for a figure?"""
    before, q = text[max(0, m.span.start - 12):m.span.start], m.value
    assert isinstance(q, Quantity)
    if _THOSE.search(before) and q.dimension in ("count", "duration") and q.unit and q.unit not in SPANS:
        return True
    return _THAT.search(before) is not None and (_FIGURE.match(text, m.span.end) is not None or _FIGURE.search(m.text) is not None)


def _told(document: Document, figures: Sequence[Mention], m: Mention) -> Mention | None:
    """The only figure of its kind in the sentences before it, where no figure before it is its own, or makes it with another."""
    q = m.value
    assert isinstance(q, Quantity)
    value = printed(q)[0]
    i = bisect_left(figures, m.span.start, key=_begin)
    earlier = figures[max(0, i - _EARLIER):i]
    index = document.sentence_index(m.span.start)
    values = {printed(x.value)[0] for x in earlier if isinstance(x.value, Quantity) and index - document.sentence_index(x.span.start) <= _MAKING}
    if any(isinstance(x.value, Quantity) and x.value.low <= value <= x.value.high for x in earlier) or any(value - v in values or value + v in values for v in values) or q.dimension == "percent" and 100 - value in values:
        return None
    sentence = document.sentence_index(m.span.start)
    near = [x for x in earlier if isinstance(x.value, Quantity) and x.value.dimension == q.dimension and (x.value.unit == q.unit or not q.unit) and sentence - document.sentence_index(x.span.start) <= _NEAR]
    if len(near) != 1 or not isinstance(p := near[0].value, Quantity) or p.ranged or p.hedge or not p.low:
        return None
    return near[0] if value <= p.low * _RATIO and p.low <= value * _RATIO else None
