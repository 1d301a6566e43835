"""A fraction and the percentage that says it again behind it: "one voter in three expects savings (21 percent)", "a third of the homes, or 45 percent,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.units import ONES, PARTS
from checker.data.words import HEDGES
from checker.extract.hedges import widen
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import occurrences
from checker.structure.document import Document

_HEDGED = frozenset("nearly almost about some roughly around just only over".split())
_LONGEST = 150  # characters between the two
_OTHER_SHARE = re.compile(r"\d|[;:(]|\b(?:and|but|while|whereas|than|compared|versus|vs|with|against|up|down|percent|most|majority|half)\b")
_APPOSED = re.compile(r"(?: of)?(?: [A-Za-z’'-]+){0,8}(?:, or|,| —| –| --|—| \(or) ?$")
_CLOSES = (",", ")", ".", ";", " —", " –", " --", "—")


_ONES = "|".join(w for w, n in ONES.items() if 1 <= n <= 10)
_PARTS = "|".join(sorted((p for p in PARTS if p not in ("half", "halves")), key=len, reverse=True))
_HEDGE = r"(?:(more than|over|at least|nearly|almost|less than|under|fewer than|just over|just under|about|roughly|some|around|close to) )?"
_FRACTION = re.compile(rf"(?<![\w-]){_HEDGE}(?:(half)(?= of | the | its | their | all |,? \(|, or )|(an?|{_ONES})[- ]({_PARTS})(?= of |,? \(|, or )|"
                       rf"({_ONES}|\d\d?)(?: [a-z]+){{0,2}} (?:in|out of|of every|in every) ({_ONES}|\d\d?)(?![\w-]|,\d|\.\d| per ?cent|%))", re.I)


def fraction_before(document: Document, share: Mention) -> Mention | None:
    """The fraction that a percentage in brackets or between marks says again; its hedge is part of it."""
    text, start = document.text, share.span.start
    if text[start - 1:start] == " " and text[(at := text.rfind(" ", 0, start - 1) + 1):start - 1] in _HEDGED:
        start = at  # "a third of the schools, some 55 percent"
    bracket = text[start - 1:start] == "(" and text.startswith(")", share.span.end)
    if not bracket and (text[start - 2:start] not in (", ", "r ", "— ", "– ", "- ", "(o") and text[start - 1:start] != "—" or not text.startswith(_CLOSES, share.span.end)):
        return None
    first = max(document.sentence_at(start).start, start - _LONGEST)
    found = list(_FRACTION.finditer(text, first, start))
    if not found:
        return None
    m = found[-1]
    between = text[m.end():start - bracket]
    if _OTHER_SHARE.search(between) if bracket else not _APPOSED.match(between):
        return None
    value = _value(m)
    if not 0 < value < 1:
        return None
    span = Span(m.start(), m.end())
    return Mention("quantity", span, text[span.start:span.end], Quantity(value, value, "number", noun=m[0].lower(), hedge=(m[1] or "").lower()))


def _value(m: re.Match[str]) -> Decimal:
    if m[2]:
        return Decimal("0.5")
    if m[4]:
        return Decimal(ONES.get(m[3].lower(), 1)) / PARTS[m[4].lower()]
    one, two = (Decimal(ONES[x.lower()] if x.lower() in ONES else int(x)) for x in (m[5], m[6]))
    return one / two if two else Decimal(0)


def in_percent(m: re.Match[str]) -> Mention:
    """A fraction in words ("half", or "one", "part"; "hedge") as the percentage that it is, with the room that people give it."""
    value = Decimal(50) if m["half"] else Decimal(100) * ONES.get(m["one"].lower(), 1) / PARTS[m["part"].lower()]
    hedge = (m["hedge"] or "").lower()
    low, high = widen(value, value, HEDGES.get(hedge, ""))
    start = m.start("half") if m["half"] else m.start("one")
    return Mention("quantity", Span(start, m.end()), m.string[start:m.end()], Quantity(low * (1 - _ROUGH), high * (1 + _ROUGH), "percent", "percent", hedge=hedge))


_ROUGH = Decimal("0.08")  # what a fraction in words may be off by: a third is told of 31 to 36 in 100
_OTHERS = ("other", "remaining")
_OF_SHARES = frozenset({"percent", "half", *PARTS})
_LEFT = re.compile(rf"(?P<percent>\d\d?(?:\.\d)?)(?: per ?cent|%)|(?P<part>half|(?:an?|{_ONES})[- ](?:{_PARTS}))(?![\w-])", re.I)
_PART_BEGINS = ("half", *(f"{w}{mark}" for w in ("a", "an", *_ONES.split("|")) for mark in " -"))
_PERCENT_OF = re.compile(r"(\d\d?(?:\.\d)?)(?: per ?cent|%)")
_TWO_ONLY = re.compile(rf"\b(?:while|another|and (?:an?|one|two)|some|\d+|half|per ?cent|{_PARTS})\b|[.:]\s", re.I)


def complements(document: Document) -> Iterator[Relation]:
    """Relation "share" of the rest and what is left of a fraction told before it: "one pupil in five … the other 90 percent", "a third … the other half"."""
    text, lower, words = document.text, document.lower, document.lowercase
    others = [word for word in _OTHERS if word in words]
    if not others or words.isdisjoint(_OF_SHARES) and "%" not in text:
        return
    lefts = [(at, m) for word in others for at in occurrences(text, word + " ")
             if (text[(end := at + len(word) + 1):end + 1].isdigit() or lower.startswith(_PART_BEGINS, end)) and (m := _LEFT.match(text, end))]
    for at, other in lefts:
        at -= len("the ") if text.startswith("the ", at - len("the ")) else 0
        start = document.sentence_at(at).start
        found = [*_FRACTION.finditer(text, start, at)]
        percents = [*_PERCENT_OF.finditer(text, start, at)]
        if len(found) + len(percents) != 1 or percents and other["percent"]:
            continue
        first = (found or percents)[0]
        if _TWO_ONLY.search(text, first.end(), at):
            continue
        left = 1 - (_value(first) if found else Decimal(first[1]) / 100)
        rest = Decimal(other["percent"]) if other["percent"] else _of_parts(other["part"].lower()) * 100
        places = Span(at, other.end()), Span(*first.span())
        values = Quantity(rest, rest, "percent", "percent"), Quantity(left, left, "number", noun=first[0].lower())
        share, fraction = (Mention("quantity", s, text[s.start:s.end], q) for s, q in zip(places, values, strict=True))
        yield Relation("share", (("share", share), ("fraction", fraction)))


def _of_parts(words: str) -> Decimal:
    """The value of "half", "two-thirds"."""
    if words == "half":
        return Decimal("0.5")
    one, part = re.split("[- ]", words)
    return Decimal(ONES.get(one, 1)) / PARTS[part]


_CHANGE = re.compile(rf"(?:(?P<half>half)|(?P<one>an?|{_ONES})[- ](?P<part>{_PARTS})) (?P<way>fewer|less|lower|more|higher)(?![\w-])", re.I)


def less_by(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "share" of a fraction more or less and the two figures told with it: "two-thirds fewer boats … 105 … and 148"."""
    for part in figures:
        if not isinstance(part.value, Quantity) or not text[part.span.start].isalpha() or part.value.low >= 1 or (change := _CHANGE.match(text, part.span.start)) is None:
            continue
        two = [m for m in figures if isinstance(m.value, Quantity) and m.value.dimension in ("count", "number", "money") and not change.start() <= m.span.start < change.end()]
        if len(two) != 2:
            continue
        (a, p), (b, q) = ((m, m.value) for m in two)
        assert isinstance(p, Quantity) and isinstance(q, Quantity)
        if p.unit and q.unit and p.unit != q.unit or p.ranged or q.ranged or not p.low or not q.low or (p.dimension == "money") != (q.dimension == "money") \
                or b.span.start - a.span.end > _LONGEST // 2 or min(p.low, q.low) * 10 < max(p.low, q.low):
            continue
        base = max(p.low, q.low) if change["way"].lower() in ("fewer", "less", "lower") else min(p.low, q.low)
        real = abs(p.low - q.low) / base
        told = Decimal("0.5") if change["half"] else Decimal(ONES.get(change["one"].lower(), 1)) / PARTS[change["part"].lower()]
        spans = Span(a.span.start, b.span.end), Span(*change.span())
        share, fraction = (Mention("quantity", s, text[s.start:s.end], v) for s, v in
                           zip(spans, (Quantity(real * 100, real * 100, "percent", "percent", hedge="about"), Quantity(told, told, "number")), strict=True))
        yield Relation("share", (("share", share), ("fraction", fraction)), {"real": str(round(real * 100, 1))})
