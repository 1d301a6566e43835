"""One event on two dates, told of the same people or things: "the bank closed in May", "when the bank closed in June"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from checker.link.ledger import Analysis
from checker.model import Conflict, Date, Mention, Name, Place, Relation
from checker.relate.dated import differ
from checker.relate.stems import stem

_PROSE = frozenset({"body", "headline", "summary", "list", "caption"})
_MOST = 5  # times that an event of a family is told with a date, from which the family is no single event
# what there are many of in one story; of these the words around must tell more
_RECURRING = frozenset("""vote meeting debate hearing speech interview primary briefing appearance game announcement conference decision visit victory fall
rally march killing arrest shooting attack discovery beginning end arguments""".split())
# what is told anew of each month or quarter
_MEASURED = frozenset("rate level figure figures number index price reading total average data quarter sales inflation unemployment profit output".split())
# what somebody writes or says, today one and tomorrow another
_WRITTEN = frozenset("letter statement report press email e-mail tweet memo news show edition article editorial column post survey order filing release".split())
# what comes once in the life of a person or body: the year will do
_ONCE_IN_LIFE = frozenset("birth death founding accession wedding retirement graduation divorce sinking disappearance explosion crash collapse inauguration".split())
_NEAR = 3  # paragraphs between a name and the pronoun in its place


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Two dates of one event; the later place first, likely."""
    told: dict[str, list[Relation]] = defaultdict(list)
    for relation in analysis.relations:
        if relation.kind == "dated" and analysis.document.zone_at(relation.roles[1][1].span.start).kind in _PROSE:
            told[relation.facts["family"]].append(relation)
    for family, relations in told.items():
        if len(relations) > _MOST:
            continue
        relations.sort(key=lambda r: r.roles[1][1].span)
        pair = next(((a, b) for a, b in combinations(relations, 2) if _one(analysis, family, a, b, relations)), None)
        if pair is not None:
            yield Conflict((Place(number, _what(pair[1]).span), Place(number, _what(pair[0]).span)), {"what": family}, (f"the text tells of one {family}",),
                           likely=True, by_voice=True)


def _what(relation: Relation) -> Mention:
    return relation.roles[1][1]


def _date(relation: Relation) -> Date:
    value = relation.roles[0][1].value
    assert isinstance(value, Date)
    return value


def _one(analysis: Analysis, family: str, a: Relation, b: Relation, others: list[Relation]) -> bool:
    """Are the two of one event, and their dates surely two?"""
    one, two = _date(a), _date(b)
    document = analysis.document
    if not differ(one, two) or document.zone_index(_what(a).span.start) == document.zone_index(_what(b).span.start):
        return False
    if {a.facts["tense"], b.facts["tense"]} == {"past", "future"}:
        return False
    if any(differ(_date(r), one) and differ(_date(r), two) for r in others if r is not a and r is not b):
        return False  # a third date: a series
    if _is_year(one, two) and family not in _ONCE_IN_LIFE and "verb" not in (a.facts["form"], b.facts["form"]):
        return False  # "the 2012 election", "the 2016 election"
    if _in_sentence(analysis, a, two) or _in_sentence(analysis, b, one):
        return False
    return _same_thing(analysis, family, a, b, len(others) == 2)


def _is_year(one: Date, two: Date) -> bool:
    """Do the years tell them apart?"""
    return bool(one.year and two.year and one.year != two.year)


def _in_sentence(analysis: Analysis, a: Relation, date: Date) -> bool:
    """Does the sentence of the one tell the date of the other?"""
    sentence = analysis.document.sentence_at(_what(a).span.start)
    return any(sentence.start <= m.span.start < sentence.end and isinstance(m.value, Date) and m.value == date for m in analysis.mentions)


def _same_thing(analysis: Analysis, family: str, a: Relation, b: Relation, alone: bool) -> bool:
    """Is the same told of both: all that the shorter tells is in the longer, or one calls back the other?"""
    one, two = (set(r.facts["arguments"].split()) for r in (a, b))
    if family in _WRITTEN or family in _MEASURED:
        return False
    counts = {r.facts["counts"] for r in (a, b)} - {""}
    if len(counts) > 1:
        return False  # "two men were arrested", "the three men arrested"
    if one and two:
        behind = a.facts["behind"]
        if behind and behind == b.facts["behind"] and " " in behind:
            return True  # "the pope's visit to Marsh End in May", "the visit of the pontiff to …"
        return (one <= two or two <= one) and _fits(a, b) and _BARE - {a.facts["form"], b.facts["form"]} == _BARE
    bare, full = (b, a) if one else (a, b)
    if not one and not two:
        return family not in _RECURRING and {a.facts["form"], b.facts["form"]} <= _DEFINITE and not a.facts["owner"] and not b.facts["owner"]
    if bare.facts["owner"]:
        return bool(full.facts["head"]) and _nearest(analysis, bare, full.facts["head"])
    if bare.facts["form"] not in _DEFINITE:
        return False
    return family not in _RECURRING or bare.facts["form"] == "of" and full.facts["form"] == "noun" and alone


_BARE = frozenset({"new"})
_DEFINITE = frozenset({"noun", "of"})


def _fits(a: Relation, b: Relation) -> bool:
    """Where both have a subject, is it one?"""
    heads = {r.facts["head"] for r in (a, b)} - {""}
    return len(heads) < 2 or any(r.facts["head"] in other.facts["arguments"].split() for r, other in ((a, b), (b, a)))


def _nearest(analysis: Analysis, bare: Relation, head: str) -> bool:
    """Is what "his arrest", "since they left" may be told of the subject of the other: the last name before it, or a noun of its sentence?"""
    at = _what(bare).span.start
    document = analysis.document
    sentence = document.sentence_at(at)
    if bare.facts["owner"] in ("it", "its", "they", "their") and head in map(stem, document.plain[sentence.start:sentence.end].split()):
        return True
    before = [(m, m.value.parts[-1]) for m in analysis.mentions if isinstance(m.value, Name) and m.span.end <= at and document.text[m.span.start - 4:m.span.start] not in (" in ", " at ", " of ")]
    return bool(before) and stem(before[-1][1].lower()) == head and document.zone_index(at) - document.zone_index(before[-1][0].span.start) <= _NEAR
