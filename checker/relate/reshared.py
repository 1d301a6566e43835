"""A part of a whole here and the fraction of it there: "found 45 of the 60 bicycles … Only a third of the bicycles have been found", in sentences or paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.english import FUNCTION_WORDS
from checker.data.units import ONES, PARTS
from checker.extract.hedges import before, printed
from checker.model import Mention, Quantity, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import quantity
from checker.relate.portions import of_whole, some_of
from checker.relate.stems import stem
from checker.structure.document import Document
from checker.structure.words import alternatives

_COUNTS = frozenset({"count", "number"})
_LEAST = 5  # of a whole of which fractions are told
_CLOSEST = 60  # characters between part and whole
_BEFORE, _BEHIND = 60, 80  # characters of a clause in which is told what a figure is a share by
_MOST_WORDS = 3  # of what a share is one of: "the stolen red bicycles"
_FAR = 40  # sentences between the two
_NEGATIONS = frozenset("not never nor neither none cannot fail failed".split())
_PLACING = frozenset("in of at on from for with by near under among to".split())
_OF_IN = (" of ", " in ", " out of ")  # what follows one of the numbers of "four in five"
_LONGEST = 14  # characters of a fraction before its last word
_PARTS = frozenset(p for p, n in PARTS.items() if n <= 10 and p != "halves")
_PRINTED = frozenset(form for p in _PARTS for form in (p, p.capitalize(), p.upper()))
_ONES = frozenset(w for w, n in ONES.items() if 3 <= n <= 10)
WORDS = _PARTS | _ONES  # one of them is in every fraction
_RESTRICTING = frozenset("where when who whose whom which that".split())  # "of the cases where …" are not all of them
_NO_WHOLES = frozenset("time day week month year hour minute percent point".split())


class _Told(NamedTuple):
    """A share: its place, what it is a share of (`nouns`), the stems just before it and all of its clause, what limits it, and its percentage."""

    place: Span
    nouns: frozenset[str]
    verb: str
    about: frozenset[str]
    limit: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    denied: bool
    narrowed: bool
    sentence: int
    value: Quantity
    percent: bool


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    ones, parts = alternatives(w for w, n in ONES.items() if 1 <= n <= 10), alternatives(_PARTS - {"half"})
    told = rf"(?P<half>half)|(?P<one>an?|{ones})[- ](?P<part>{parts})|(?P<some>{ones}|\d\d?) (?:in|out of)(?: every)? (?P<every>{ones}|\d\d?)"
    of = r" of (?:(?:the|its|their|his|her|those|these|all|all the)(?= ))? ?"
    return {
        "fraction": re.compile(rf"(?<![\w-])(?:{told}){of}(?=[a-z])"),
        "of": re.compile(of + r"(?=[a-z])"),
        "cut": re.compile(r"[,;:()“”\"—–\n]| -- |\.(?=\s)| that (?=\w)"),
        "word": re.compile(r"[A-Za-z][\w’'-]*|(?:19|20)\d\d"),
        "opening": re.compile(r"(?:In|At|On|By|Among|Across|Of|For|Since|During) [^,;:]{2,40},"),
    }


def reshared(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations share (share, fraction) of so many of a counted whole and a fraction of the same told in another sentence."""
    fractions, percents = list(_fractions(document)), list(_percents(document, mentions))
    if not fractions and not percents:  # as in most texts
        return
    pairs = list(_pairs(document, mentions))
    if not pairs and not (fractions and percents):  # a share is held against another of the other kind, or against a pair
        return
    told = [*(share for found in fractions for share in _of_words(document, *found)), *(share for found in percents for share in _of_words(document, *found, percent=True))]
    yield from _told_twice(document, told)
    for share in told if pairs else ():
        kin = [pair for pair in pairs if pair.sentence != share.sentence and abs(pair.sentence - share.sentence) <= _FAR and _one_thing(pair, share)]
        if not kin or any(_agree(pair, share) for pair in kin) or any(_agree(pair, x) for pair in kin for x in told if x is not share and not x.nouns.isdisjoint(pair.nouns)):
            continue
        near = min(kin, key=_distance(share))
        text = document.text
        whole, part = (Mention("quantity", x.place, text[x.place.start:x.place.end], x.value) for x in (near, share))
        yield Relation("share", (("share", whole), ("fraction", part)), {"real": str(round(printed(near.value)[0], 1)), "likely": "yes"})


def _distance(share: _Told) -> Callable[[_Told], int]:
    """How many sentences a share stands from another."""
    return lambda pair: abs(pair.sentence - share.sentence)


def _told_twice(document: Document, told: Sequence[_Told]) -> Iterator[Relation]:
    """Two shares of one thing by the same words, one of them a fraction: "36 percent of farmers have no heir … two-thirds of farmers have no heir"."""
    by_noun: dict[str, list[_Told]] = {}
    for share in told:
        for noun in share.nouns:
            by_noun.setdefault(noun, []).append(share)
    for noun, kin in by_noun.items():
        if len(kin) != 2 or kin[0].sentence == kin[1].sentence or kin[0].percent == kin[1].percent or not _one_thing(kin[0], kin[1]):
            continue
        a, b = kin
        values = [printed(x.value)[0] * 100 for x in kin]
        if len((a.about & b.about) - {noun}) < _SHARED or abs(values[0] - values[1]) <= _APART or abs(100 - values[0] - values[1]) <= _REST:
            continue
        percent, part = (a, b) if a.percent else (b, a)
        real, text = printed(percent.value)[0] * 100, document.text
        whole = Mention("quantity", percent.place, text[percent.place.start:percent.place.end], Quantity(real, real, "percent", "percent", hedge=percent.value.hedge))
        fraction = Mention("quantity", part.place, text[part.place.start:part.place.end], part.value)
        yield Relation("share", (("share", whole), ("fraction", fraction)), {"real": str(round(real, 1)), "likely": "yes"})


def _pairs(document: Document, mentions: Sequence[Mention]) -> Iterator[_Told]:
    """So many of a whole: "58 of the 212 homes", "of the 212 homes, 58"."""
    text = document.text
    for a, b in zip(mentions, mentions[1:], strict=False):
        if b.span.start - a.span.end > _CLOSEST:
            continue
        one, two = quantity(a), quantity(b)
        if one.dimension not in _COUNTS or two.dimension not in _COUNTS or one.ranged or two.ranged or one.per or two.per:
            continue
        part, whole = (a, b) if " of " in text[a.span.end:b.span.start] and some_of(text, a, b) else (b, a) if text.endswith("f the ", 0, a.span.start) and of_whole(text, a, b) else (None, None)
        if part is None or whole is None or not 0 < quantity(part).low < quantity(whole).low or quantity(whole).low < _LEAST or not quantity(whole).noun or quantity(whole).unit in _NO_WHOLES:
            continue
        share = printed(quantity(part))[0] / printed(quantity(whole))[0] * 100
        hedge = quantity(part).hedge or quantity(whole).hedge
        place = Span(a.span.start, b.span.end)
        yield _read(document, place, b.span.end, [quantity(whole).unit], Quantity(share, share, "percent", "percent", hedge="about" if hedge else ""))


def _fractions(document: Document) -> Iterator[tuple[Span, Quantity]]:
    """Fractions in words of something told without a number: "two-thirds of the homes", "four in five of the homes"."""
    lower, last = document.lower, -1
    # the last word of a fraction stands before "of", the first of "four in 10" before "in"
    parts = set[str]() if _PRINTED.isdisjoint(document.lowercase) else {*_PARTS & document.distinct, *[w for w in document.hyphened if w.rpartition("-")[2] in _PARTS]}
    places = [at for word in parts for at in document.places(word) if lower.startswith(" of ", at + len(word))]
    places += [at for word in _ONES & document.distinct for at in document.places(word) if lower.startswith(_OF_IN, at + len(word))]
    if not places:
        return
    pattern = _patterns()["fraction"]
    for at in sorted(places):
        sentence = document.sentence_at(at)
        m = next((m for start in range(max(sentence.start, at - _LONGEST), at + 1) if start > last and not lower[start - 1:start].isalnum() and (m := pattern.match(lower, start)) and m.end() > at), None)
        if m is None:
            continue
        last = m.end()
        if m["half"]:
            value = Decimal("0.5")
        elif m["part"]:
            value = Decimal(ONES.get(m["one"], 1)) / PARTS[m["part"]]
        else:
            some, every = (Decimal(ONES[w] if w in ONES else int(w)) for w in (m["some"], m["every"]))
            value = some / every if every else Decimal(0)
        if 0 < value < 1:
            hedged = before(document.text, m.start())[0]
            yield Span(m.start(), m.end()), Quantity(value, value, "number", hedge=hedged)


def _percents(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Quantity]]:
    """The same of percentages: "30 percent of the homes"."""
    for m in mentions:
        q = quantity(m)
        if q.dimension == "percent" and document.lower.startswith(" of ", m.span.end) and not q.ranged and q.low > 0 and q.high < 100 and (of := _patterns()["of"].match(document.lower, m.span.end)):
            yield Span(m.span.start, of.end()), q._replace(low=printed(q)[0] / 100, high=printed(q)[1] / 100, dimension="number", unit="", step=q.step / 100)


def _of_words(document: Document, place: Span, value: Quantity, *, percent: bool = False) -> Iterator[_Told]:
    """The share with the words behind it that may be what it is a share of."""
    nouns, end = list[str](), place.end
    for m in _patterns()["word"].finditer(document.text, place.end, place.end + _BEHIND):
        if m[0].lower() in FUNCTION_WORDS or not m[0][0].islower() or document.text[end:m.start()].strip() or len(nouns) == _MOST_WORDS:
            break
        nouns.append(m[0])
        end = m.end()
    if nouns:
        yield _read(document, Span(place.start, place.end + len(nouns[0])), place.end + len(nouns[0]), nouns, value, percent=percent)


def _read(document: Document, place: Span, end: int, nouns: Sequence[str], value: Quantity, *, percent: bool = False) -> _Told:
    """What a share's clause tells of it."""
    text, patterns, sentence = document.text, _patterns(), document.sentence_at(place.start)
    ahead_of = patterns["cut"].split(text[max(sentence.start, place.start - _BEFORE):place.start])[-1]
    behind = patterns["cut"].split(text[end:min(sentence.end, end + _BEHIND)], maxsplit=1)[0]
    ahead, after = ([w[0] for w in patterns["word"].finditer(x)] for x in (ahead_of, behind))
    opening = patterns["opening"].match(text, sentence.start)
    outside = [w[0] for w in patterns["word"].finditer(opening[0])][1:] if opening else []
    words = [*ahead, *after]
    content = [stem(w) for w in words if w.lower() not in FUNCTION_WORDS]
    stems = frozenset(stem(w) for w in nouns)
    if after and after[0].lower().endswith(("ed", "en")):
        stems |= {stem(after[0])}  # of "the 113 villagers killed", "the dead"
    led = [stem(w) for w in ahead if w.lower() not in FUNCTION_WORDS and w[0].islower()]
    limits = frozenset(stem(w) for w in after[1:5] if w.lower() not in FUNCTION_WORDS) if after and after[0].lower() in _PLACING else frozenset()
    named = frozenset(stem(w) for w in (*outside, *ahead[1:], *after) if w[0].isupper())
    years = frozenset(w[0] for w in patterns["word"].finditer(text, *sentence) if w[0].isdigit())
    return _Told(place, stems, led[-1] if led else "", frozenset(content), limits, named, years, not _NEGATIONS.isdisjoint(w.lower() for w in words) or "n’t" in ahead_of + behind or "n't" in ahead_of + behind,
                 not _RESTRICTING.isdisjoint(document.lower[end:end + _BEHIND].split()[:len(nouns)]), document.sentence_index(place.start), value, percent)


def _one_thing(pair: _Told, share: _Told) -> bool:
    """Are both shares of the same whole, by the same verb, with nothing that tells them apart?"""
    nouns = pair.nouns & share.nouns
    if not nouns or pair.denied != share.denied or pair.narrowed != share.narrowed or pair.names and share.names and pair.names.isdisjoint(share.names) \
            or pair.years and share.years and pair.years.isdisjoint(share.years):
        return False
    shared = (pair.about & share.about) - pair.nouns - share.nouns
    if not shared:
        return False
    led = pair.verb and pair.verb == share.verb
    return bool(led) or not (pair.limit and share.limit and pair.limit.isdisjoint(share.limit))


def _agree(pair: _Told, share: _Told) -> bool:
    """Does the share fit the part, or what is left of the whole?"""
    real, told = printed(pair.value)[0], printed(share.value)[0] * 100
    same = pair.verb and pair.verb == share.verb
    return abs(real - told) <= _ROOM or not same and abs(100 - real - told) <= _REST


_SHARED = 2  # words that two shares without counts must have in common beside what they are of
_APART = Decimal(15)  # percentage points between them
_ROOM, _REST = Decimal(10), Decimal(3)  # percentage points
