"""Measures that point back at one in another system of units: "lost 22 pounds … the 10 kilograms that she shed", "30 miles north of Selby … 90 kilometers north of Selby"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.english import FUNCTION_WORDS
from checker.data.units import LINEAR, SIZE, UNITS
from checker.extract.hedges import printed
from checker.model import Mention, Relation
from checker.relate.gaps import quantity
from checker.relate.stems import stem
from checker.structure.document import Document

_DIMENSIONS = frozenset({"length", "area", "mass", "volume"})
_METRIC = frozenset("kilometer meter centimeter millimeter kilogram gram tonne liter milliliter hectare".split())
METRICS = frozenset(form for form, told in UNITS.items() if told[1] in _METRIC and len(form) > 2)  # one of them is in every text that these are asked of
_SIZED = SIZE.keys() | {f"square {unit}" for unit in LINEAR}
_FEW = 4  # measures of a kind in a text that tells but one
_MOST = 40  # distances of a text that are held against each other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    way = r"(?:away|off|inland|up|down|(?:north|south)?-?(?:east|west|north|south)(?:ern)?)"
    return {
        "the": re.compile(r"\b(?:the|those|that|all) (?:extra |lost |full |whole )?$"),
        "its": re.compile(r"(?:\b(?:the|those|that|all|its)|[\w.][’']s?)(?: [a-z-]+,?){0,2} $"),
        "at": re.compile(r"\b(?:at) $"),
        "other": re.compile(r"(?: [a-z-]+){0,2} (?:next to|beside|nearby|near|opposite|behind|alongside)(?![\w-])|, (?:it|the)(?![\w-])"),
        "from": re.compile(rf"(?P<way>(?: {way})*)(?: from| of| outside| off) (?:the (?:[a-z]+ ){{0,3}}?(?:of |with |in )?)?(?P<place>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)"),
        "new": re.compile(r"\b(?:another|second|third|other|separate|later|earlier|different|also|next)\b"),
        "word": re.compile(r"[A-Za-z][\w’'-]*"),
    }


def _metric(unit: str) -> bool:
    return unit.removeprefix("square ") in _METRIC


def _conversion(told: Mention, back: Mention) -> Relation:
    return Relation("conversion", (("amount", told), ("converted", back)), {"shape": "pointed"})


def pointed(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation conversion of the only measure of a kind and the one in another system that points back at it, and of two distances from one place."""
    by_kind: dict[str, list[Mention]] = {}
    for m in mentions:
        if m.kind == "quantity" and (q := quantity(m)).dimension in _DIMENSIONS and q.unit in _SIZED and not q.per:
            by_kind.setdefault(q.dimension, []).append(m)
    for found in by_kind.values():
        if len(found) < 2 or len(found) > _FEW:
            continue
        told, others = ([m for m in found if _metric(quantity(m).unit) == metric] for metric in (_metric(quantity(found[0]).unit), not _metric(quantity(found[0]).unit)))
        back = others[0] if len(others) == 1 else None
        if back is not None and len({quantity(m).high for m in told}) == 1 and told[0].span.start < back.span.start and _points(document, told[0], back):
            yield _conversion(told[0], back)
    yield from _from_one_place(document, [m for m in by_kind.get("length", ()) if not quantity(m).ranged][:_MOST])


def _points(document: Document, told: Mention, back: Mention) -> bool:
    """Does the second of two measures point at the first: "the 10 kilograms", "the towering 90-meter mast", "At 90 meters, it"?"""
    lower, patterns, start = document.lower, _patterns(), back.span.start
    first, sentence = max(0, start - 30), document.sentence_at(start)
    apart = document.sentence_index(told.span.start) != document.sentence_index(start)
    other = patterns["other"].match(lower, back.span.end)
    if apart and other is not None and other[0].startswith(","):
        return start - sentence.start == 3 and patterns["at"].search(lower, sentence.start, start) is not None and document.sentence_index(told.span.start) == document.sentence_index(start) - 1
    p, q = quantity(told), quantity(back)
    if other is not None or q.noun.endswith((" next", " near")) and document.text.startswith(" to ", back.span.end):
        return False
    attributive = "-" in back.text or back.text.lower().endswith(q.unit) and q.low > 1
    if not apart:
        return attributive and "-" in told.text and bool(p.noun) and p.noun == q.noun and patterns["the"].search(lower, first, start) is not None
    return patterns["its" if attributive else "the"].search(lower, max(first, sentence.start), start) is not None


def _from_one_place(document: Document, lengths: Sequence[Mention]) -> Iterator[Relation]:
    """Two distances from one place, of one thing: a word that both sentences have, told as known in the second."""
    by_place: dict[str, list[tuple[Mention, str]]] = {}
    for m in lengths:
        if m.text.lower().endswith(("s", "mi", "km")) and (found := _patterns()["from"].match(document.text, m.span.end)) is not None:
            by_place.setdefault(found["place"], []).append((m, " ".join(found["way"].split())))
    for pairs in by_place.values():
        values = {(_metric(quantity(m).unit), printed(quantity(m))) for m, _ in pairs}
        if len(values) != 2 or len({metric for metric, _ in values}) != 2:
            continue
        (a, way), (b, other) = pairs[0], next(x for x in pairs if _metric(quantity(x[0]).unit) != _metric(quantity(pairs[0][0]).unit))
        if (not way or not other or way == other) and _one_thing(document, a, b):
            yield _conversion(a, b)


def _one_thing(document: Document, a: Mention, b: Mention) -> bool:
    """Do two sentences speak of one thing, which the second does not tell as another?"""
    text, patterns = document.text, _patterns()
    one, two = document.sentence_at(a.span.start), document.sentence_at(b.span.start)
    if one == two or patterns["new"].search(document.lower, *two):
        return False
    said = {stem(w[0]) for w in patterns["word"].finditer(text, *one) if w[0].lower() not in FUNCTION_WORDS and w[0] not in UNITS}
    words = [w[0] for w in patterns["word"].finditer(text, two.start, b.span.start)]
    return any(before.lower() in ("the", "its", "their", "his", "her", "that", "this") and w.lower() not in FUNCTION_WORDS and stem(w) in said for before, w in zip(words, words[1:], strict=False))
