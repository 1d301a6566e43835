"""One event on two days, told as a verb here and as a noun there: "suspended her on Tuesday", "Monday's suspension"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice, takewhile

from checker.data.english import FUNCTION_WORDS
from checker.extract.times import WEEKDAYS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Date, Mention, Relation
from checker.structure.document import Document

_MOST = 6  # times that an event of a family is told with a day, from which the family is no single event
_NEAR_DATES = 7  # days between two dates of one event, one of them wrong
_NAMES = re.compile(r"(?<=[\w,’'“\"] )[A-Z][\w’-]{2,}")
_WORDS = re.compile(r"\w{3,}")
_CAPITALS = re.compile(r"[A-Z][\w’-]+")
_CALLED = 3  # paragraphs from what was done to the noun that calls it back
_CLAUSE = 40  # characters behind a verb's day that are of its clause
_THE = frozenset({"the", "and", "for", "his", "her", "its", "their", "with", "from", "against", "Mr", "Mrs"})
# what a noun is given without telling it from others
_COLOUR = frozenset("""deadly fatal brutal massive horrific tragic controversial historic extraordinary momentous huge terrible devastating dramatic surprise sudden
stunning bloody violent fiery contentious heated closely watched high-profile much-anticipated long-awaited""".split())
# and what tells it from others of its kind
_TELLING = frozenset("first final last initial preliminary procedural new latest early weekly daily annual separate special closing opening".split())
_OPENING = 6  # zones from the headline on in which the story is told
_CALLS = ("of", "the")  # forms that call back one told before
# families of what seldom happens twice in one story; of others the days go on, and a wrong one stands alone
ONCE = frozenset("""shooting explosion crash death killing stabbing funeral wedding resignation inauguration sentencing conviction indictment acquittal execution
earthquake attack ambush robbery kidnapping collapse ouster election referendum merger""".split())


def conflicts(number: int, ledger: Ledger) -> Iterator[Conflict]:
    """Two days of one event in the document of this number."""
    document = ledger.analyses[number].document
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in ledger.analyses[number].relations:
        if relation.kind == "deed" and document.quotation_at(relation.all("what")[0].span.start) is None:
            told[relation.facts["noun"]].append(relation)
    for family, relations in told.items():
        pair = _pair(ledger.analyses[number], family, relations)
        if pair is not None:
            yield _conflict(number, pair[1].all("what")[0], pair[0].all("what")[0], family)


def _pair(analysis: Analysis, family: str, relations: list[Relation]) -> tuple[Relation, Relation] | None:
    """The first two of the relations of a family that tell one event on two days; none where a third day is near theirs."""
    days = {_day(r) for r in relations}
    others = {_day(r) for r in relations if r.facts["form"] == "of" or not r.facts["modifiers"]}  # "her whole stump speech on Friday" is another than "Tuesday's speech"
    if len(days) > 1 and len(relations) <= _MOST:
        for a, b in combinations(relations, 2):
            one, two = _day(a), _day(b)
            if one != two and _comparable(one, two) and not any(_comparable(one, d) or _comparable(two, d) for d in (others if {a.facts["form"], b.facts["form"]} == {"of"} else days) - {one, two}) and _one(analysis, family, a, b):
                return a, b
    return None


def _conflict(number: int, here: Mention, there: Mention, noun: str) -> Conflict:
    return Conflict((Place(number, here.span), Place(number, there.span)), {"what": noun}, (f"the text tells of one {noun}",), likely=True, by_voice=True)


def _day(relation: Relation) -> tuple[int | None, int | None, int | None]:
    """The month and day, or the weekday where those are not told."""
    value = relation.all("day")[0].value
    assert isinstance(value, Date)
    return (None, value.month, value.day) if value.day else (value.weekday, None, None)


def _one(analysis: Analysis, family: str, a: Relation, b: Relation) -> bool:
    """Does one of the two call back the other?"""
    document = analysis.document
    if {a.facts["tense"], b.facts["tense"]} == {"past", "future"}:
        return False
    if "verb" not in (a.facts["form"], b.facts["form"]) and a.facts["word"].removesuffix("s") != b.facts["word"].removesuffix("s"):
        return False  # an address and a speech
    if len({document.zone_index(r.all("what")[0].span.start) for r in (a, b)}) == 1:
        return False  # told side by side, they are two
    if _in_sentence(analysis, a, b) or _in_sentence(analysis, b, a):
        return False
    if family not in ONCE and not any(_alone(analysis, r) for r in (a, b)):
        return False
    if not all(_owned_by(document, x, y) for x, y in ((a, b), (b, a))):
        return False
    calls = [r for r in (a, b) if r.facts["form"] in _CALLS]
    modifiers = [_modifiers(r) for r in (a, b)]
    if (modifiers[0] ^ modifiers[1]) & _TELLING or _by_another(document, a, b) or _by_another(document, b, a):
        return False
    if all(r.facts["form"] != "of" for r in (a, b)):
        return _told_alike(analysis, a, b, modifiers)
    if all(modifiers):
        return bool(calls) and bool(modifiers[0] & modifiers[1])
    if any(not _modifiers(r) for r in calls):
        return True
    # "the House voted on Tuesday", "Monday's repeal vote": one of the two is bare, the other one says more of it
    return bool(calls) and (bool(_shared(document, a, b)) or document.zone_index(a.all("what")[0].span.start) < _OPENING)


def _owned_by(document: Document, a: Relation, b: Relation) -> bool:
    """Where the one is "her speech" and the other "the mayor's", does the paragraph of the first speak of the mayor?"""
    owner, words = b.facts["owner"], a.facts["modifiers"].split()
    if owner not in ("", "~") and not a.facts["owner"] and not {"of", "by"}.isdisjoint(words):
        return owner in words  # "the board's Tuesday meeting", "Thursday's meeting of the council"
    return a.facts["owner"] != "~" or owner in ("", "~") or owner in document.text[slice(*document.zone_at(a.roles[0][1].span.start).span)]


def _by_another(document: Document, a: Relation, b: Relation) -> bool:
    """Is the one by somebody, or with somebody, whom the sentence of the other does not name ("Monday's speech by Hale")?"""
    words = a.facts["modifiers"].split()
    at = next((i for i, w in enumerate(words) if w in ("by", "with")), len(words))
    named = {w for w in words[at + 1:] if w[0].isupper()} or {w for w in (a.facts["owner"],) if w[:1].isupper() and not b.facts["owner"]}
    there = [w for w in _CAPITALS.findall(document.text, *document.sentence_at(b.all("what")[0].span.start)) if w.lower() not in FUNCTION_WORDS]
    return bool(named) and named.isdisjoint(there[:1] if words[at:at + 1] == ["by"] else [w.removesuffix("’s").removesuffix("'s") for w in there])  # whoever is named first speaks


def _told_alike(analysis: Analysis, a: Relation, b: Relation, modifiers: list[set[str]]) -> bool:
    """Do "the budget vote on Tuesday" and "the budget vote on Wednesday" share the words that tell it, or has the verb's clause those of the noun?"""
    if {a.facts["form"], b.facts["form"]} == {"the"}:
        return bool(modifiers[0] and modifiers[1]) and (modifiers[0] <= modifiers[1] or modifiers[1] <= modifiers[0])
    if {a.facts["form"], b.facts["form"]} != {"the", "verb"}:
        return False
    noun, verb = (a, b) if a.facts["form"] == "the" else (b, a)
    told, document = modifiers[0] if noun is a else modifiers[1], analysis.document
    owner = noun.facts["owner"]
    if not told and owner in ("", "~"):  # "his firing on Thursday", of one fired before
        near = document.zone_index(noun.roles[0][1].span.start) - document.zone_index(verb.roles[0][1].span.start)
        return owner == "~" and noun.facts["noun"] in ONCE and 0 < near <= _CALLED and _alone(analysis, noun) and _alone(analysis, verb)
    span, sentence = verb.all("what")[0].span, document.sentence_at(verb.all("what")[0].span.start)
    clause = document.text[sentence.start:min(sentence.end, span.end + _CLAUSE)].lower()
    told |= {owner.lower()} - {"", "~"}
    return told <= set(_WORDS.findall(clause)) and _alone(analysis, noun) and (owner not in ("", "~") or noun.facts["noun"] in ONCE or not _paragraph(document, a).isdisjoint(_paragraph(document, b)))


def _paragraph(document: Document, r: Relation) -> set[str]:
    """The words with a capital in its paragraph that are no function words."""
    return {w for w in _CAPITALS.findall(document.text, *document.zone_at(r.all("what")[0].span.start).span) if w.lower() not in FUNCTION_WORDS and w.lower() not in WEEKDAYS}


def _in_sentence(analysis: Analysis, a: Relation, b: Relation) -> bool:
    """Does the sentence of the one tell the day of the other?"""
    sentence, day = analysis.document.sentence_at(a.all("what")[0].span.start), _day(b)
    others = names(analysis).others
    here = takewhile(lambda m: m.span.start < sentence.end, islice(others, bisect_left(others, sentence.start, key=_start), None))
    return any(isinstance(m.value, Date) and _same(m.value, day) for m in here)


def _start(m: Mention) -> int:
    return m.span.start


def _same(value: Date, day: tuple[int | None, int | None, int | None]) -> bool:
    return value.weekday == day[0] if day[0] is not None else (value.month, value.day) == day[1:]


def _alone(analysis: Analysis, relation: Relation) -> bool:
    """Does the text tell this day here only?"""
    day = _day(relation)
    return sum(1 for m in names(analysis).dates if isinstance(m.value, Date) and _same(m.value, day)) == 1


def _modifiers(r: Relation) -> set[str]:
    return {w.lower() for w in _WORDS.findall(r.facts["modifiers"])} - _THE - _COLOUR


def _comparable(one: tuple[int | None, int | None, int | None], two: tuple[int | None, int | None, int | None]) -> bool:
    """Two weekdays, or two days of one month that are near each other."""
    if one[0] is not None and two[0] is not None:
        return True
    return one[1] == two[1] and one[2] is not None and two[2] is not None and abs(one[2] - two[2]) <= _NEAR_DATES


def _shared(document: Document, a: Relation, b: Relation) -> set[str]:
    """The names that the two paragraphs have in common."""
    one, two = (set(_NAMES.findall(document.text, *document.zone_at(r.roles[0][1].span.start).span)) for r in (a, b))
    return one & two
