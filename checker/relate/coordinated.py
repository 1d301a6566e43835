"""Two counts that one noun joins, and the only other count of it: "42 red and 18 blue cars … 70 cars"; "12 nurses and nine doctors … 31 doctors and nurses"; two sums a month and their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation
from checker.records import NamedTuple
from checker.relate.gaps import quantity
from checker.relate.stems import stem
from checker.structure.document import Document

_BEFORE = 60  # characters before the parts in which they are told as some only
_NEXT = 3  # sentences from two unlike parts to what they are together
_JOINED = 60  # characters between two parts
_LEAST = 5
_NO_NOUNS = frozenset("time day hour week month year minute second percent point seat vote game match goal run yard person people".split())
_CHILDREN = ({"son", "daughter"}, {"boy", "girl"})
_VICTIMS = frozenset({"victim", "dead", "casualty", "fatality"})
_PERIODS = frozenset({"year", "month", "week", "day"})


class _Parts(NamedTuple):
    """Two counts side by side, the noun of either, and their sentence."""

    first: Mention
    second: Mention
    one: str
    two: str
    sentence: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "elided": re.compile(r"(?: (?!and |or |of |in |on |at |to |for |from |by |with )[A-Za-z][a-z-]*){0,2} and "),
        "and": re.compile(r" and "),
        "some": re.compile(r"\b(?:includ\w+|among|such as|some of|of which|of whom|another|more|additional|further|other|others|than|from|to|average|averag\w+|each|every|per(?! cent)|between|of (?:the|those|these|its|their)|lost|beat|defeated|least|most|up|only|first|last|next)\b"),
        "other": re.compile(r"\b(?:includ\w+|among|such as|some of|another|more|additional|further|other|others|than|average|averag\w+|each|every|per(?! cent)|between|least|most|first|last|next|there (?:are|is|were|was|have been|had been|will be)(?: now)?)\b"),
        "moved": re.compile(r"\b(?:from|to|than|by|up|down|another|an additional|compared|including)\b"),
        "some behind": re.compile(r"[^.;:]{0,40}?\b(?:more|others?|each|apiece|each|per(?! cent)|a (?:day|week|month|year)|respectively|as well as|and (?:one|an?|two|three|four|five|\d+)|among|old)\b|[^.;:]{0,12}?(?:,? and |, )\d"),
        "known": re.compile(r"(?:^|[\s“\"(])(?:the|all|all of the|its|their|his|her|those|these|whose|[\w]+[’']s) $", re.I),
        "and noun": re.compile(r" and ([a-z]+)(?![\w-])"),
        "far noun": re.compile(r"(?: (?!of |in |on |at |to |for |from |by |with |who |that |which |per ?cent )[a-z][a-z-]*){2,5}"),
        "year": re.compile(r"\b(?:19|20)\d\d\b"),
        "killed": re.compile(r"\b(?:killed|killing|died|dead|kills|dies)\b"),
        "joint": re.compile(r"[^.;:()\d]{0,60}? and $"),
        "each": re.compile(r"(?: (?:in|of|on|worth of) (?:[a-z-]+ ){0,3}?[a-z-]+)? (?:each|every|a|per) (year|month|week|day)(?![\w-])"),
    }


_CROWD = 300  # counts of a text, in which each may be the sum of any two


def coordinated(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part, part) of two parts in one sentence and a whole in another."""
    pairs = list(_pairs(document, mentions))
    if not pairs:  # as in most texts
        return
    counts = [m for m in mentions if quantity(m).dimension == "count" and not quantity(m).ranged and not quantity(m).per]
    if len(counts) > _CROWD:
        return
    by_unit: dict[str, list[Mention]] = {}
    for m in counts:
        by_unit.setdefault(quantity(m).unit, []).append(m)
    for parts in pairs:
        whole = _of_one_noun(document, parts, by_unit, mentions) if parts.one == parts.two else _of_both(document, parts, by_unit) or _pointed(document, parts, [m for m in mentions if quantity(m).dimension in ("count", "number")])
        if whole is not None and not _made(parts, counts, whole):
            yield Relation("total", (("whole", whole), ("part", parts.first), ("part", parts.second)), {"cue": "coordinated", "likely": "yes"})


def _exact(m: Mention) -> Decimal:
    return printed(quantity(m))[0]


def _pairs(document: Document, mentions: Sequence[Mention]) -> Iterator[_Parts]:
    """ "42 red and 18 blue cars", "12 nurses and nine doctors"."""
    text, patterns = document.text, _patterns()
    for a, b in zip(mentions, mentions[1:], strict=False):
        if not 0 < b.span.start - a.span.end < _JOINED or not text.endswith(" and ", a.span.end, b.span.start):
            continue
        p, q = quantity(a), quantity(b)
        if p.dimension not in ("count", "number") or q.dimension != "count" or p.ranged or q.ranged or p.per or q.per or p.hedge or q.hedge or q.unit in _NO_NOUNS or p.low < 2 or q.low < 2:
            continue
        if p.dimension == "number" and (" " not in q.noun or not patterns["elided"].fullmatch(text, a.span.end, b.span.start)) or p.dimension == "count" and not patterns["and"].fullmatch(text, a.span.end, b.span.start):
            continue
        sentence = document.sentence_at(a.span.start)
        if patterns["some"].search(document.lower, max(sentence.start, a.span.start - _BEFORE), a.span.start) or patterns["some behind"].match(document.lower, b.span.end, sentence.end):
            continue
        yield _Parts(a, b, p.unit or q.unit, q.unit, document.sentence_index(a.span.start))


def _of_one_noun(document: Document, parts: _Parts, by_unit: dict[str, list[Mention]], mentions: Sequence[Mention]) -> Mention | None:
    """The only other count of the noun."""
    others = [m for m in by_unit.get(parts.two, ()) if m not in (parts.first, parts.second)]
    noun = quantity(parts.second).noun.rpartition(" ")[2].lower()
    others += [m for m in mentions if quantity(m).dimension == "number" and m is not parts.first and not quantity(m).ranged and (behind := _patterns()["far noun"].match(document.lower, m.span.end)) and noun in behind[0].split()[2:]]
    if len({_exact(m) for m in others}) != 1:
        return None
    whole = others[0]
    own = {stem(w) for w in f"{document.text[parts.first.span.end:parts.second.span.start]} {quantity(parts.second).noun}".split()[:-1]} - {"and"}
    told = {stem(w) for w in quantity(whole).noun.split()[:-1]}
    return whole if told.isdisjoint(own) and _sound(document, parts, whole) else None


def _of_both(document: Document, parts: _Parts, by_unit: dict[str, list[Mention]]) -> Mention | None:
    """The count of both together: "31 doctors and nurses"."""
    both: list[Mention] = [*by_unit.get(parts.one, ()), *by_unit.get(parts.two, ())]
    for m in both:
        if m in (parts.first, parts.second) or (behind := _patterns()["and noun"].match(document.lower, m.span.end)) is None:
            continue
        if {stem(quantity(m).unit), stem(behind[1])} == {stem(parts.one), stem(parts.two)} and _sound(document, parts, m):
            return m
    return None


def _pointed(document: Document, parts: _Parts, counts: Sequence[Mention]) -> Mention | None:
    """What a sentence right behind begins with as known: "five lions and seven tigers. The 15 animals"."""
    sentence = document.sentences[parts.sentence]
    own = [m for m in counts if sentence.start <= m.span.start < sentence.end]
    for index in range(parts.sentence + 1, min(parts.sentence + _NEXT, len(document.sentences))):
        start, end = document.sentences[index]
        first = next((m for m in counts if start <= m.span.start < end), None)
        if first is not None:
            before = document.lower[start:first.span.start]
            known = before in ("the ", "all ", "those ", "all of the ", "these ", "all the ") or before in ("her ", "his ", "their ") and quantity(first).unit == "child" and {parts.one, parts.two} in _CHILDREN \
                or quantity(first).unit in _VICTIMS and before.endswith((" the ", " all ", " all the ")) and _patterns()["killed"].search(document.lower, *sentence) is not None
            return first if known and (quantity(first).unit or document.text.startswith("All ", start)) and len(own) == 2 and quantity(first).unit not in (parts.one, parts.two) and _sound(document, parts, first) else None
    return None


def _sound(document: Document, parts: _Parts, whole: Mention) -> bool:
    """Can the figure be what both are together, in a sentence of its own and with nothing that makes it another?"""
    q = quantity(whole)
    sentence = document.sentence_index(whole.span.start)
    if q.hedge or q.low <= max(_exact(parts.first), _exact(parts.second)) or q.low < _LEAST or sentence == parts.sentence:
        return False
    start = document.sentences[sentence].start
    return not _patterns()["other"].search(document.lower, max(start, whole.span.start - _BEFORE // 2), whole.span.start) and not _patterns()["some behind"].match(document.lower, whole.span.end, document.sentences[sentence].end)


def _made(parts: _Parts, counts: Sequence[Mention], whole: Mention) -> bool:
    """Do the two make the whole, or is another count of the text their sum?"""
    total = _exact(parts.first) + _exact(parts.second)
    return total == _exact(whole) or any(_exact(m) == total for m in counts)


def each_month(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total of two sums that one sentence joins, the one "each month", and the only other sum a month in the text."""
    text, patterns = document.text, _patterns()
    money = [m for m in mentions if quantity(m).dimension == "money" and not quantity(m).ranged]
    if len(money) > _CROWD:
        return
    rated = [(m, per) for m in money if (per := quantity(m).per or ((found := patterns["each"].match(document.lower, m.span.end)) is not None and found[1]) or "") in _PERIODS]
    for i, (a, b) in enumerate(zip(money, money[1:], strict=False)):
        per = next((unit for m, unit in rated if m in (a, b)), "")
        if not per or not 0 < b.span.start - a.span.end < 2 * _JOINED or not patterns["joint"].fullmatch(text, a.span.end, b.span.start) or quantity(a).hedge or quantity(b).hedge or quantity(a).unit != quantity(b).unit:
            continue
        sentence = document.sentence_at(a.span.start)
        if patterns["moved"].search(document.lower, max(sentence.start, a.span.start - _BEFORE // 4), b.span.start) \
                or any(m not in (a, b) and sentence.start <= m.span.start < sentence.end for m in money[max(0, i - 2):i + 4]):
            continue
        others = [m for m, unit in rated if m not in (a, b) and unit == per and quantity(m).unit == quantity(a).unit]
        total = _exact(a) + _exact(b)
        if not others or len({_exact(m) for m in others}) > 2 or any(_exact(m) <= max(_exact(a), _exact(b)) for m in others) or any(_exact(m) == total for m in money):
            continue
        whole = min(others, key=lambda m: abs(_exact(m) - total))
        years = patterns["year"].findall(text, *document.sentence_at(whole.span.start))
        if set(years) <= set(patterns["year"].findall(text, *sentence)):
            yield Relation("total", (("whole", whole), ("part", a), ("part", b)), {"cue": "coordinated", "likely": "yes"})
