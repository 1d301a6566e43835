"""One person's age given twice, the second time without the name: "Colin Barrow, 43, … The 34-year-old", "He is 34"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.checks.base import occurrences
from checker.data.units import ONES, TENS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document

SUFFIX = "-year-old"
_NUMBER = re.compile(r"(?<![\w-])(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)$")
_BEFORE = re.compile(r"(?<![\w-])([Tt]he|[Aa]n?) $")
THEN = re.compile(r"\b(?:then|when|at the time|at age|the late|years? (?:ago|earlier|before|later)|son|daughter|father|mother|brother|sister|wife|husband|in (?:19|20)\d\d|since|twins?)\b", re.I)
_ALONE = re.compile(r"['’]s (?!old\b)| (?:(?!and |or |to |of )[a-z’'-]+ ){0,3}?(?:[a-z]+s|[a-z]+ed|was|had|has|is|will|would|could|said|took|won|went|told|made|ran|beat|came|got|left|gave|began|may|must|can)\b|[,.;]| [a-z]+[,.]| (?:on|in|at|from|with|after|before|during|outside|near|by) ")
# persons that a text has one of, when it says "the"
PERSONS = frozenset("""boy girl teenager teen toddler pensioner driver passenger suspect victim student cyclist pedestrian motorist
soldier officer patient child youth mother father""".split())
_YOUNG = frozenset({"boy", "girl", "teenager", "teen", "toddler", "child", "youth"})
_GROWN = 20
_PERSONAL = ("man", "woman", "ist", "eer", "ian")
_FOLLOWS = re.compile(r" (?:(?!(?:and|or|to|of|who|in|at|on|with)\b)[A-Za-z’'-]+ ){0,2}?([a-z]{3,})(?![\w’'-])(?! (?:[a-z]+[^aeiou]er|and|or)\b)")
_KIN = re.compile(r"\b(?:son|daughter|father|mother|brother|sister|wife|husband|widow|twin|cousin|niece|nephew)s?\b", re.I)
_HIS_KIN = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|[’']s) (?:[a-z]+ ){0,2}(?:son|daughter|father|mother|brother|sister|wife|husband|widow|cousin|niece|nephew)\b")
_PLACED = re.compile(r"\b(?:in|at|of|on|from|near|the|an?|to|for|under|across)(?: [Nn]orth| [Ss]outh| [Ee]ast| [Ww]est| the)? $|['’]s? $")
_AGED = frozenset({"age", "aged", "turned", "turns", "birthday"})
DECADES = frozenset(f"{part}{word}" for part in ("", "mid-") for word in "20s 30s 40s 50s 60s 70s 80s 90s twenties thirties forties fifties sixties seventies eighties nineties".split())  # what `decades` looks for
YEARS_APART = frozenset({"older", "younger", "senior", "junior"})  # and `agesapart`
_FURTHEST = 15  # years between two ages that are no slip of a digit
_BACK = 2  # sentences back
_BY_ANOTHER = re.compile(r"\b(?:by|with|and|from|to) a(?:n|nother)? (?:[a-z]+ )?(?:man|woman|boy|girl)\b")
_A_PERSON = re.compile(r"\b[Aa]n? (?:[a-z]+ )?([a-z]+),? (?:who is )?aged (\d{1,2})(?=[,.;)]| [a-z])(?! (?:to|and|or|between)\b)")


class Told(NamedTuple):
    """An age and where it is told; `who` is the surname, "" where a person without a name is told of; `how` is "name", "a" or "the"."""

    age: int
    span: Span
    who: str
    how: str


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Ages in the document of this number that point back to a person of another age."""
    document = analysis.document
    text = document.text
    found = names(analysis)
    several = any(SUFFIX[1:] in word for word in document.hyphened)
    if not several and not found.told and document.distinct.isdisjoint(_AGED):
        return
    aged = [m for parts in found.told for m in found.written[parts] if isinstance(m.value, Name) and m.value.age is not None]
    places = list(occurrences(text, SUFFIX)) if several else []
    olds = [old for at in places if (old := _old(text, at)) is not None]
    if places and "aged" in document.counts:
        olds += _persons_aged(document)
    if places:
        from checker.checks import kinages, samenoun  # asked by few texts
        yield from samenoun.conflicts(number, analysis, places)
        yield from kinages.conflicts(number, analysis, places)
    if aged or several or not document.distinct.isdisjoint(_AGED):
        from checker.checks.ages import conflicts as apart  # asked by few texts; a module of a package is found later than what is in it
        from checker.checks.ages import pronouns, told
        others = told(analysis)
        if found.told or others:
            from checker.checks.agesaid import told as said
            others += said(analysis, {m.value.parts[-1] for m in aged if isinstance(m.value, Name)} | {t.parts[-1] for t in others})
        yield from apart(number, analysis, others)
        aged += [Mention("name", t.span, text[slice(*t.span)], Name(t.parts, age=t.age)) for t in others if not t.about]
        olds += [Told(age, span, "", "the") for age, span in pronouns(analysis)]
    aged.sort(key=_start)
    if document.distinct & DECADES:
        from checker.checks import decades  # asked by few texts
        yield from decades.conflicts(number, analysis, aged)
    if not YEARS_APART.isdisjoint(document.lowercase) and len(aged) > 1:
        from checker.checks import agesapart
        yield from agesapart.conflicts(number, analysis, aged)
    if not aged and len(olds) < 2:
        return
    yield from _pointing(number, analysis, aged, olds)


def _pointing(number: int, analysis: Analysis, aged: Sequence[Mention], olds: Sequence[Told]) -> Iterator[Conflict]:
    """ "The 34-year-old" of somebody who is told to be of another age; `aged` are the names with an age, in order, `olds` the ages without one."""
    document, text = analysis.document, analysis.document.text
    ages: dict[str, set[int]] = {}
    for m in aged:
        assert isinstance(m.value, Name)
        ages.setdefault(m.value.parts[-1], set()).add(m.value.age or 0)
    seen = Counter([*(age for known in ages.values() for age in known), *(told.age for told in olds)])
    pointing = [told for told in olds if told.how == "the" and seen[told.age] < 2 and document.quotation_at(told.span.start) is None]
    persons = people(analysis) if pointing else []
    starts = [m.span.start for m in persons]
    told_first = _firsts(document, olds) if pointing else {}
    for told in pointing:
        if THEN.search(text, told.span.end, told.span.end + 25) or _ANIMAL.match(text, told.span.end):
            continue
        pair = _whose(document, told, persons, starts, aged, told_first)
        if pair is not None and slip(pair[0], told.age) and not (pair[0] >= _GROWN and (noun := _FOLLOWS.match(text, told.span.end)) and noun[1] in _YOUNG):
            age, span = pair
            one, two = sorted((told.span, span))
            yield Conflict((Place(number, two), Place(number, one)), {"computed": f"{age} and {told.age}", "expected": str(age), "tolerance": "none"},
                           ("the sentence before tells of one person",), likely=True)


_ANIMAL = re.compile(r" (?:is|was|has been) (?:now |also )?(?:trained|owned|bred|ridden|stabled|sired|foaled)\b|,? (?:a |an )?(?:[a-z]+ )?(?:gelding|mare|filly|colt|stallion|horse|pony|dog|cat)\b")


def _persons_aged(document: Document) -> Iterator[Told]:
    """ "A woman aged 46": ages of people without a name, told first."""
    for at in document.places("aged"):
        told = _A_PERSON.search(document.text, max(0, at - 30), at + 10)
        if told is not None and told.end() > at and (told[1] in PERSONS or told[1].endswith(_PERSONAL)):
            yield Told(int(told[2]), Span(*told.span()), "", "a")


def _firsts(document: Document, olds: Sequence[Told]) -> dict[int, Told]:
    """The sentences that tell the age of a person without a name; of two of them it does not tell which is meant."""
    several = Counter(document.sentence_index(o.span.start) for o in olds if o.how == "a")
    return {at: o._replace(age=o.age if several[at] == 1 and not _BY_ANOTHER.search(document.text, o.span.end, document.sentences[at].end) else 0) for o in olds if o.how == "a" for at in (document.sentence_index(o.span.start),)}


def _start(m: Mention) -> int:
    return m.span.start


def slip(a: int, b: int) -> bool:
    """Are the two ages near each other, or the same but for a digit or the order of the two?"""
    one, two = str(a), str(b)
    return abs(a - b) <= _FURTHEST or len(one) == len(two) == 2 and (one == two[::-1] or one[0] == two[0] or one[1] == two[1])


@cache
def age_of(word: str) -> int:
    """The age that a word or figures tell; 0 where they tell none."""
    if word.isdigit():
        return int(word)
    tens, _, ones = word.lower().partition("-")
    return int(TENS.get(tens, Decimal(0)) + ONES.get(ones, Decimal(0))) if ones else int(ONES.get(tens, TENS.get(tens, 0)))


def age_before(text: str, at: int) -> tuple[int, int] | None:
    """The number of years that ends at an offset, and where it begins; None where no number does."""
    number = _NUMBER.search(text, max(0, at - 14), at)
    age = age_of(number[1]) if number else 0
    return (age, number.start()) if number is not None and age else None


def _old(text: str, at: int) -> Told | None:
    """The "N-year-old" that ends behind an offset, where it stands alone ("the") or is told first ("a")."""
    number = age_before(text, at)
    if number is None:
        return None
    age, start = number
    before = _BEFORE.search(text, max(0, start - 5), start)
    end = at + len(SUFFIX)
    how = "" if before is None else "the" if before[1].lower() == "the" and (_ALONE.match(text, end) or is_person(text, end)) else "a" if before[1].lower() != "the" else ""
    return Told(age, Span(before.start() if before else start, end), "", how)


def is_person(text: str, end: int) -> bool:
    """Does a noun of a person follow, with no more than two words before it ("the 26-year-old Osk man")?"""
    follows = _FOLLOWS.match(text, end)
    return follows is not None and (follows[1] in PERSONS or follows[1].endswith(_PERSONAL))


def people(analysis: Analysis) -> Sequence[Mention]:
    """The names that may be persons', in order: what a preposition or an article stands before is a place's or a body's, unless it begins with a given name."""
    text = analysis.document.text
    found = names(analysis)
    from checker.data.given import EITHER, MEN, WOMEN  # large, and few texts ask

    persons = {parts[-1] for parts in found.full if parts[0].lower() in EITHER or parts[0].lower() in MEN or parts[0].lower() in WOMEN or parts in found.told}
    return sorted((m for m in analysis.mentions if m.kind == "name" and isinstance(m.value, Name) and (
        m.value.age or m.value.title or m.value.parts[-1] in persons or len(m.value.parts) > 1 and not _PLACED.search(text, max(0, m.span.start - 12), m.span.start))), key=_start)


def _whose(document: Document, told: Told, people: Sequence[Mention], starts: Sequence[int], aged: Sequence[Mention], first: dict[int, Told]) -> tuple[int, Span] | None:
    """The age of the one person that the sentence before tells of, and where it is told; None where that is nobody, or more than one."""
    index = document.sentence_index(told.span.start)
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        start, end = document.sentences[at]
        here = people[bisect_left(starts, start):bisect_left(starts, end)]
        surnames = {m.value.parts[-1] for m in here if isinstance(m.value, Name)}
        if not surnames and at not in first:
            if _KIN.search(document.text, start, end):
                return None  # "Her daughter came. She is 46."
            continue
        if len(surnames) + (at in first) > 1 and not (len(here) == 1 and document.text[here[0].span.end:first[at].span.start] == ", "):
            return None  # "Tam Fell, a 51-year-old baker" is one
        if at in first:
            return (first[at].age, first[at].span) if first[at].age else None
        of = [m for m in aged if isinstance(m.value, Name) and m.value.parts[-1] in surnames]
        own = [m for m in of if m.span.start < told.span.start] or ([] if _HIS_KIN.search(document.text, start, end) else of[:1])
        if len({m.value.age for m in own if isinstance(m.value, Name)}) != 1:
            return None
        m = own[-1]
        assert isinstance(m.value, Name)
        return m.value.age or 0, with_age(document.text, m)
    return None


def with_age(text: str, m: Mention) -> Span:
    """A name with the age behind it."""
    behind = re.compile(r",? \(?(?:aged? |now )?\d{1,2}").match(text, m.span.end)
    return Span(m.span.start, behind.end() if behind else m.span.end)
