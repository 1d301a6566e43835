"""One match, meeting or show that begins on two weekdays; one storm or ruling that two weekdays own ("Monday's storms", "Tuesday's storms")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.data.english import IRREGULAR_PASTS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Relation, Span
from checker.structure.document import Document
from checker.structure.words import alternatives

_MOST = 5  # such days of one noun, from which the text tells of several
_OTHERWISE = re.compile(r"\b(?:second|third|another|previous|earlier|next|other|(?:days?|weeks?|months?|years?) (?:ago|before|after|later)|last (?:week|month|year|season)|postponed|"
                        r"moved|put (?:off|back)|rescheduled|instead|originally|delayed|rather than|brought forward|replay|return|again|day [a-z0-9]+)\b", re.I)
_PASTS = frozenset("brought caught cost blew tore swept broke burst spread shut hurt sank struck cut drove made did".split())
_NOUN = re.compile(r"(?:[a-z][a-z-]+ ){0,3}?([a-z]{4,})(?=[,.;)]| (?:and|in|at|on|of|was|were|is|are|has|have|had|that|which|who|with|by|for|to|from|would|will|[a-z]+ed|" + alternatives(IRREGULAR_PASTS | _PASTS) + r")\b)")
# what is held, played, printed or told day by day
_AGAIN = frozenset("""vote votes voting hearing hearings game games match matches session sessions debate debates meeting meetings talks trading paper papers newspaper newspapers
edition editions show shows episode race races report reports announcement speech testimony close closing opening trade fixing auction schedule programme program news
briefing interview class classes broadcast polls result results prices price action event events forecast schedule round work""".split())
_NEAR = 3  # sentences from "a four-day match" to "the match"
_NAME = re.compile(r"[A-Z][a-z’-]{2,}")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday The This Their Its".split())


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """What begins on two days in the document of this number."""
    yield from _owned(number, analysis)
    told: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in analysis.relations:
        if relation.kind == "opening":
            told[relation.facts["noun"], relation.facts["order"]].append(relation)
    for (noun, order), relations in told.items():
        if not 1 < len(relations) <= _MOST or len({_day(r) for r in relations}) != 2:
            continue
        first = relations[0]
        other = next(r for r in relations if _day(r) != _day(first))
        if any(_otherwise(analysis.document, r, order) for r in relations) or not _one(analysis.document, first, other, order):
            continue
        places = Place(number, other.all("what")[0].span), Place(number, first.all("what")[0].span)
        yield Conflict(places, {"what": noun}, (f"the text knows one {noun}",), likely=True, by_voice=True)


def _owned(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """ "Monday's fierce storms … Tuesday's storms": two weekdays that own one noun, of what does not come again and again."""
    document = analysis.document
    text = document.text
    told: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for m in names(analysis).dates:
        if isinstance(m.value, Date) and m.value.weekday is not None and text.startswith(("'s ", "’s "), m.span.end) \
                and (found := _NOUN.match(text, m.span.end + 3)) is not None and not _OTHERWISE.search(text, m.span.start - 12, found.end() + 12):
            told[found[1]].append((m.value.weekday, Span(m.span.start, found.end(1))))
    for noun, days in told.items():
        other = next((span for day, span in days if day != days[0][0]), None)
        if other is not None and noun not in _AGAIN and len({day for day, _ in days}) == 2:
            yield Conflict((Place(number, other), Place(number, days[0][1])), {"what": noun}, (f"two days own one noun: “{noun}”",), likely=True, by_voice=True)


def _day(relation: Relation) -> int | None:
    value = relation.all("day")[0].value
    assert isinstance(value, Date)
    return value.weekday


def _one(document: Document, a: Relation, b: Relation, order: str) -> bool:
    """Is it one event: called back by "the" or the day, by the same words, or by none, where both say that it begins?"""
    if b.facts["how"] == "a" or document.quotation_at(b.roles[0][1].span.start) != document.quotation_at(a.roles[0][1].span.start):
        return False
    one, two = a.facts["modifiers"].split(), b.facts["modifiers"].split()
    both = a.facts["begins"] and b.facts["begins"]
    names = [{w for w in _NAME.findall(r.all("what")[0].text) if w not in _DAYS} for r in (a, b)]
    if both:
        apart = document.sentence_index(b.roles[0][1].span.start) - document.sentence_index(a.roles[0][1].span.start)
        if not names[0] or not names[1] or names[0] & names[1]:
            return set(one) >= set(two) or set(two) >= set(one) or a.facts["how"] == "a" and apart <= _NEAR
        return False
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    if order:
        return bool(one == two or a.facts["begins"] or b.facts["begins"])
    return bool(one) and one == two or bool(a.facts["begins"] or b.facts["begins"]) and (set(one) >= set(two) or set(two) >= set(one))


def _otherwise(document: Document, relation: Relation, order: str) -> bool:
    """Do the words around speak of other times, or of several?"""
    span = relation.all("what")[0].span
    sentence = document.sentence_at(span.start)
    text = document.text
    around = text[max(sentence.start, span.start - 40):span.start] + " " + text[span.end:min(sentence.end, span.end + 30)]
    return _OTHERWISE.search(around) is not None
