"""Two figures that are one with two neighbouring digits in each other's place: "64,100 in relief camps", "61,400 are living in camps".

Figures of four digits that tell something are hardly ever so by chance: among 13,900 texts four pairs were, all in tables or codes of a wire. Of
three digits fifty were: of these one must stand in a headline, a summary or the like, and both be said of one thing. Figures with a point are left out, since prices go up and down by as much.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.data.english import FUNCTION_WORDS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.pointed import Pointed
from checker.model import Mention, Quantity
from checker.relate.gaps import quantity
from checker.relate.stems import stem
from checker.structure.document import Document

_DIMENSIONS = frozenset({"count", "number", "money", "length", "mass", "area", "volume", "percent", "age", "duration"})
_PRINTED = re.compile(r"(?:[A-Z]{0,3}[$£€₹¥]|[A-Z]{3} )?(\d[\d,]*)(?![\d:/–-]|\.\d|(?:st|nd|rd|th)\b)")
_DISPLAY = frozenset({"headline", "summary", "caption", "list"})
_SURE, _LEAST = 4, 3  # digits that tell something: noughts before and behind do not
_CLOSE = 8  # words on each side of a figure
_CENTURIES = frozenset({"15", "16", "17", "18", "19", "20"})
_ENDS = frozenset(".?!…”\"’')")
_CROWDED = 3  # words to a figure: a sentence with fewer is a row of a table


def swapped(analysis: Analysis) -> Iterator[Pointed]:
    """The rarer figure of each such pair, or the later, and the other."""
    rows: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for m in names(analysis).figures:
        if quantity(m).dimension in _DIMENSIONS and (digits := _digits(m.text)):
            rows["".join(sorted(digits))].setdefault(digits, []).append(m)
    for forms in rows.values():
        if len(forms) == 2:
            (one, first), (two, second) = forms.items()
            if _is_swap(one, two) and (found := _pair(analysis, first, second, len(one.strip("0")))) is not None:
                yield found


def exchanged(analysis: Analysis) -> Iterator[Pointed]:
    """The figures of a pair that stands twice, each with the other's number: "19 points and 12 rebounds", "12 points and 19 rebounds"."""
    text = analysis.document.text
    seen: dict[tuple[str, Decimal, str, Decimal], Mention] = {}
    for a, b in pairwise(names(analysis).figures):
        p, q = quantity(a), quantity(b)
        if not {p.dimension, q.dimension} <= _COUNTED or p.unit == q.unit or not p.unit or not q.unit or p.low == q.low or p.ranged or q.ranged or text[a.span.end:b.span.start] not in _AND:
            continue
        for one, two in ((p, q), (q, p)):
            if (other := seen.get((one.unit, two.low, two.unit, one.low))) is not None:
                yield Pointed(a, other)
                break
        seen.setdefault((p.unit, p.low, q.unit, q.low), a)


_COUNTED = frozenset({"count", "points"})
_AND = (" and ", ", ", " with ")


def _digits(printed: str) -> str:
    """The digits as printed, without commas; "" where they are few, or those of a year."""
    found = _PRINTED.match(printed)
    if found is None:
        return ""
    digits = found[1].replace(",", "")
    year = len(digits) == 4 and "," not in found[1] and digits[:2] in _CENTURIES
    return "" if year or len(digits.strip("0")) < _LEAST else digits


def _is_swap(one: str, two: str) -> bool:
    """Do two rows of digits differ in two neighbours that changed places?"""
    apart = [i for i, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _pair(analysis: Analysis, one: Sequence[Mention], two: Sequence[Mention], telling: int) -> Pointed | None:
    """The odd one of the two figures and a use of the other; None where both may well stand."""
    document = analysis.document
    if min(len(one), len(two)) > 1 or not _of_one_kind(quantity(one[0]), quantity(two[0])) or any(_is_row(document, m) for m in (*one, *two)):
        return None
    if not {document.sentence_index(m.span.start) for m in one}.isdisjoint(document.sentence_index(m.span.start) for m in two):
        return None
    if telling < _SURE and not _of_one_thing(analysis, one[0], two[0]):
        return None
    odd, told = (two, one) if len(two) <= len(one) else (one, two)
    return Pointed(odd[0], told[0])


def _is_row(document: Document, m: Mention) -> bool:
    """Does the figure stand in a row of figures, or in a bracket, or is it held against another?"""
    start, end = document.sentence_at(m.span.start)
    words = document.text[start:end].split()
    if document.zone_at(m.span.start).kind == "body" and document.text[end - 1] not in _ENDS:
        return True
    return sum(any(map(str.isdigit, word)) for word in words) * _CROWDED > len(words) or document.text.endswith(("(", "vs ", "vs. "), 0, m.span.start)


def _of_one_kind(p: Quantity, q: Quantity) -> bool:
    if {p.dimension, q.dimension} <= {"count", "number"} or {p.dimension, q.dimension} <= {"age", "duration"} and p.unit == q.unit:
        return not p.ranged and not q.ranged
    return p.dimension == q.dimension and p.unit == q.unit and p.per == q.per and not p.ranged and not q.ranged


def _of_one_thing(analysis: Analysis, one: Mention, two: Mention) -> bool:
    """Does one stand where copy tells again what the text tells, have they two words around them in common, and does nothing tell them apart?"""
    from checker.link.events import apart
    from checker.link.framed import framed_apart

    if (analysis.document.zone_at(one.span.start).kind in _DISPLAY) == (analysis.document.zone_at(two.span.start).kind in _DISPLAY):
        return False
    a, b = (next((c for c in analysis.claims if c.value is m), None) for m in (one, two))
    if a is not None and b is not None and (apart(a, b) or framed_apart(a, b)):
        return False
    return len(_around(analysis.document, one) & _around(analysis.document, two)) > 1


def _around(document: Document, m: Mention) -> set[str]:
    """The words around the figure in its sentence that say something, by their stems."""
    start, end = document.sentence_at(m.span.start)
    words = [*document.plain[start:m.span.start].split()[-_CLOSE:], *document.plain[m.span.end:end].split()[:_CLOSE]]
    return {stem(w) for w in words if len(w) > 2 and w not in FUNCTION_WORDS and w.isalpha()}
