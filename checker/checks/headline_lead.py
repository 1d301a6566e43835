"""A figure of the headline that the text tells in no way, and the one of its kind where the lead tells the same: "output up 5.4 pct", "output rose 2.4 pct".

The link is the place: a headline is made from the lead. So much that the text may have made of the figure is asked for first (rounded, cut off, added
up, a difference, a rate) that what is left is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations, pairwise

from checker.checks.headline_sums import in_words, is_rate
from checker.checks.headline_words import tokens
from checker.data.english import FUNCTION_WORDS
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link import figures
from checker.link.ledger import Analysis
from checker.model import Quantity, Span
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_HEADS = frozenset({"headline", "summary", "byline", "dateline"})
_KINDS = frozenset({"percent", "points", "money", "count", "number", "volume", "mass", "length", "area", "duration"})
_MASSES = frozenset({"number", "count", "volume", "mass"})  # what "3.5 mln bpd" and "3.5 million barrels" may be read as
_MEASURED = frozenset({"percent", "points", "money", "volume", "mass", "length", "area", "duration", "age"})
_BARRELS = {"bbl": "barrel", "bpd": "barrel"}
_SHORT = frozenset({"pct", "mln", "dlr", "bln", "percent"})  # what every second headline has
_PRINTED = re.compile(r"\d[\d.,]*\d|\d")
_ONE = re.compile(r"\b(?:one|another|a|an)\b")
_SENTENCES, _ADDED = 2, 3  # of the lead: in which the counterpart stands, and whose figures may make up the headline's
_MOST, _FEW = 4, 20  # figures that are added up, of so many
_LEAST = 10  # of a figure that is told as a sum: small ones add up by chance
_SHARED = 2  # words of the headline that the counterpart's sentence has
_TELLING = 3  # digits that tell alone what is meant
_BIG = 1000  # value of the last digit of a figure with a scale ("3.5 mln")
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365.2, "decade": 3652}
_AGAINST_PLAN = (" late", " early", " behind", " ahead", " overdue", " ago", " earlier", " before", " old")
_TIMES = 10


class _Figure(NamedTuple):
    """A figure, where it stands, and its digits as printed, "" where it is in words."""

    value: Quantity
    span: Span
    digits: str


def lead(number: int, analysis: Analysis, head: Span, known: Set[int]) -> Iterator[Conflict]:
    """Conflicts of the headline's figures, but those known by where they begin, with the lead's; likely, as the lead may tell another."""
    document = analysis.document
    told = list(_figures(analysis))
    own = [x for x in told if head.start <= x.span.start < head.end and x.digits and x.span.start not in known and x.value.dimension in _KINDS and not x.value.ranged]
    first = next((z.span.start for z in document.zones if z.span.start >= head.end and z.kind not in _HEADS), None) if own else None
    if first is None:
        return
    at, body = document.sentence_index(first), [x for x in told if x.span.start >= first]
    sentences = document.sentences[at:at + _ADDED]
    near = [x.value for x in body if x.span.start < sentences[-1].end]
    for one in own:
        if not _is_printed(analysis, one, first, body) and not _is_made(one, near):
            others = [x.value for x in told if x.span.start < head.end and x is not one]
            found = _counterpart(document, head, one, [x for x in body if x.digits], sentences[:_SENTENCES])
            if found is not None and one.value.dimension == "duration" and document.text.startswith(_AGAINST_PLAN, found.span.end) != document.text.startswith(_AGAINST_PLAN, one.span.end):
                continue  # "to reopen after 26 months", "reopens eight months late"
            if found is not None and not any(figures.comparable(q, found.value, 1) for q in others) and not (one.value.dimension == "percent" and in_words(document, one.value, Span(head.end, sentences[-1].end))):
                yield Conflict((Place(number, one.span), Place(number, found.span)), {"kind": "figure"}, ("the text tells the headline's figure in no way", "the lead has this one of the same"), likely=True)


def _figures(analysis: Analysis) -> Iterator[_Figure]:
    for m in analysis.mentions:
        if m.kind == "quantity" and isinstance(m.value, Quantity):
            found = _PRINTED.search(m.text)
            spelt = str(m.value.low) if m.value.dimension == "duration" else ""  # "gets six years"
            yield _Figure(m.value, m.span, found[0] if found else spelt)


def _plain(one: _Figure) -> str:
    return one.digits.replace(",", "").replace(".", "")


def _step(one: _Figure) -> Decimal:
    """What the figure is exact to: "1,200" may be 1,269."""
    plain, step = one.digits.replace(",", ""), one.value.step
    zeros = len(plain) - len(plain.rstrip("0"))
    return step * 10 ** zeros if zeros and "." not in plain else step


def _is_printed(analysis: Analysis, one: _Figure, first: int, body: Sequence[_Figure]) -> bool:
    """Has the text the figure: in its digits, rounded, or with digits more? What is loosely told is that only of a figure as coarse."""
    value, step, plain = printed(one.value)[0], _step(one), _plain(one)
    if one.value.dimension == "duration":
        days = _DAYS.get(one.value.unit, 0) * float(value)
        told = [(_DAYS.get(x.value.unit, 0), *printed(x.value)) for x in body if x.value.dimension == "duration"]
        return any(unit * float(low) * 0.97 <= days <= unit * float(high) * 1.03 for unit, low, high in told)
    if any(not _is_of_another(analysis, one, m.start(), body) for m in re.compile(rf"(?<![\d.,]){re.escape(one.digits)}(?!\d|[.,]\d)").finditer(analysis.document.text, first)):
        return True
    for x in body:
        if "number" not in (one.value.dimension, x.value.dimension) and x.value.dimension != one.value.dimension:
            continue
        if any(abs(side - value) < max(step, x.value.step / 2) for side in printed(x.value)) or _plain(x).startswith(plain):
            return True
        if x.value.low <= value <= x.value.high and (step >= _step(x) or x.value.ranged):
            return True
    return False


def _is_of_another(analysis: Analysis, one: _Figure, at: int, body: Sequence[_Figure]) -> bool:
    """Do the digits there tell something that is no such figure: a day, an amount of something else? One count may be told for another."""
    if any(m.kind == "date" and m.span.start <= at < m.span.end for m in analysis.mentions):
        return True
    told = next((x.value.dimension for x in body if x.span.start <= at < x.span.end), one.value.dimension)
    return one.value.dimension in _MEASURED and told in _MEASURED and told != one.value.dimension


def _is_made(one: _Figure, near: Sequence[Quantity]) -> bool:
    """Can the figure be made of those of the lead, as a sum, a difference, a change or a share?"""
    alike = [printed(q)[0] for q in near[:_FEW] if q.dimension in (one.value.dimension, "number") or q.dimension in _MASSES and one.value.dimension in _MASSES]
    value, room = printed(one.value)[0], _step(one) / 2
    if value >= _LEAST and any(abs(sum(alike[i:i + n]) - value) <= room for n in range(2, _MOST + 1) for i in range(len(alike) - n + 1)):
        return True
    pairs = list(combinations(alike, 2)) if one.value.dimension != "percent" else list(pairwise(alike))
    if any(abs(abs(a - b) - value) <= room or value >= _LEAST and abs(a + b - value) <= room for a, b in pairs):
        return True
    return one.value.dimension == "percent" and is_rate(one.value, near)


def _counterpart(document: Document, head: Span, one: _Figure, body: Sequence[_Figure], sentences: Sequence[Span]) -> _Figure | None:
    """The one figure of the kind in the first sentence that has any, else the one that is a digit off."""
    for i, sentence in enumerate(sentences):
        alike = [x for x in body if sentence.start <= x.span.start < sentence.end and _is_of_kind(one, x)]
        if not alike:
            continue
        close = [x for x in alike if _is_slip(one.digits, x.digits)]
        found = (close or alike)[0]
        if not close and not figures.comparable(one.value, found.value, _TIMES) or _is_one_more(document, one.value, found.value, sentence):
            return None
        words, alone = len(_words(document, head) & _words(document, Span(sentences[0].start, sentence.end))), len({printed(x.value)[0] for x in alike}) == 1
        told = words >= _SHARED and (close or alone) or words and close and alone and i == 0
        return found if told else None
    return None


def _is_of_kind(a: _Figure, b: _Figure) -> bool:
    one, other = a.value, b.value
    if one.per and other.per and one.per != other.per or one.dimension == "duration" and other.step < 1:
        return False  # "5 minutes", "4 minutes and 24 seconds"
    if one.unit and _unit(one) == _unit(other) and (one.dimension == other.dimension or _unit(one) == "barrel"):
        return True
    if one.dimension == other.dimension == "count":
        return not _stems(one.noun.lower().split()).isdisjoint(_stems(other.noun.lower().split()))
    if "number" not in (one.dimension, other.dimension):
        return False
    if min(one.step, other.step) >= _BIG and {one.dimension, other.dimension} <= _MASSES:
        return True
    # without a unit, and so told by its digits: a currency's name that is not read ("500 mln Hong Kong dlr"), "rises to 752"
    return _is_slip(a.digits, b.digits) and (min(one.step, other.step) >= _BIG and "money" in (one.dimension, other.dimension) or len(_plain(a)) >= _TELLING and other.dimension in ("number", "count"))


def _unit(q: Quantity) -> str:
    return _BARRELS.get(q.unit, q.unit)


def _is_slip(one: str, other: str) -> bool:
    """Are they, of two digits or more, as long as each other and apart in one place, or in two neighbours turned round?"""
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(one) < 2:
        return False
    return len(apart) == 1 or len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _is_one_more(document: Document, one: Quantity, other: Quantity, sentence: Span) -> bool:
    """ "11 offices in Hestel and one in Osk" are 12."""
    return one.dimension == "count" and abs(printed(one)[0] - printed(other)[0]) == 1 and _ONE.search(document.text, *sentence) is not None


def _words(document: Document, span: Span) -> set[str]:
    return _stems([t.word for t in tokens(document, span)])


def _stems(words: Collection[str]) -> set[str]:
    return {stem(w) for w in words if len(w) > 2 and w not in FUNCTION_WORDS} - _SHORT
