"""On which day something happened that happens once: "Saturday's shooting", "the shooting on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Date, Mention, Relation, Span
from checker.structure.document import Document

# what seldom happens twice in one story; hearings, votes, games and talks do, every day of the week
ONCE = frozenset("""shooting bombing blast explosion crash derailment fire earthquake quake tornado hurricane storm flood attack assault raid robbery murder killing
stabbing election referendum inauguration funeral burial wedding coup launch landing verdict execution eclipse premiere
merger evacuation blackout ceremony summit""".split())
_NOUN = rf"({'|'.join(sorted(ONCE))})(?![\w-])"
_OF_DAY = re.compile(rf"(?:['’]s)? ((?:[A-Za-z][\w-]+ ){{0,2}}?){_NOUN}")
_ON_DAY = re.compile(rf"(?<![\w-])(?:(of|at|after|before|since|following|from|in|to|about|near|for) )?(?:[Tt]he|[Tt]his|[Aa]n?) ((?:[A-Za-z][\w-]+ ){{0,2}}?){_NOUN}"
                     r"(?: (?:was|is|took place|happened|occurred|is scheduled|is set|is due|was held|is to be held|will be held|will take place)(?: for)?)?,?(?: (?:early|late))?(?: on)? $")
_OTHERWISE = re.compile(r"\b(?:second|another|previous|earlier|last|next|first|anniversar\w+|other|(?:days?|weeks?|years?) (?:ago|before|after|later)|postponed|"
                        r"moved|rescheduled|instead|originally|delayed)\b", re.I)


# what begins once and goes on
_GOING_ON = frozenset("riots rioting unrest violence strike trial war siege standoff blaze clashes uprising shutdown outbreak offensive protests demonstrations looting".split())
# what there may be several of: "the June hearing" points back to one told before
_POINTED_AT = frozenset("""interview hearing speech meeting debate conference visit trip rally ruling letter report memo vote convention retreat dinner testimony
deposition address statement decision lawsuit""".split())
_KNOWN = ONCE | _GOING_ON | _POINTED_AT
_MONTHS = {name: i for i, names in enumerate("January Jan.|February Feb.|March|April|May|June|July|August Aug.|September Sept.|October Oct.|November Nov.|December Dec.".split("|"), 1)
           for name in names.split()}

_MONTH_WORDS = frozenset(name.rstrip(".") for name in _MONTHS)

_THE = frozenset({"the ", "The "})
_STARTS = ("broke out", "began", "started", "erupted", "happened", "occurred", "took place")
_BEFORE, _BEHIND = 90, 60  # characters around a day in which its event is told
_START_WORDS = frozenset(words.split()[0] for words in _STARTS)


@cache
def _begun() -> tuple[re.Pattern[str], re.Pattern[str]]:
    starts = rf"({'|'.join(sorted(ONCE | _GOING_ON))}) (?:first )?(?:{'|'.join(_STARTS)})"
    return (re.compile(rf"(?<![\w-]){starts}(?: (?:early|late))?(?: on)? $"),
            re.compile(rf"(?: (?:morning|afternoon|evening|night))?,? when (?:the )?{starts}(?![\w-])"))


@cache
def _monthly() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = rf"({'|'.join(map(re.escape, _MONTHS))})(?![a-z])(?: (\d\d?)(?![\d:]))?"
    pointed = rf"({'|'.join(sorted(_POINTED_AT))})(?![\w-])"
    return (re.compile(rf"he {month} ((?:[A-Za-z’'-]+ ){{0,2}}?){pointed}"),
            re.compile(rf"(?<![\w-])(?:[Tt]he|[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir) ((?:[\w’'-]+ ){{0,3}}?){pointed}(?: [\w ’'-]{{0,30}}?)? (?:in|on) {month}"))


def happenings(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations happening (day, what): `facts` has the noun and its modifiers; silent where the words around speak of other times.

    "way" is "once" where the noun's event happens once in a story, "start" where its beginning does, "the" where "the June hearing" points
    to one, "told" where such a one is told with its month.
    """
    text = document.text
    known = _KNOWN & document.lowercase
    if not known:
        return
    if not known.isdisjoint(_POINTED_AT):
        yield from _pointed_at(document)
    if known <= _POINTED_AT:
        return
    begun = not _START_WORDS.isdisjoint(document.lowercase)
    nouns = known - _POINTED_AT
    for m in mentions:
        if not isinstance(m.value, Date) or (m.value.weekday is None and m.value.day is None):
            continue
        near = text[max(0, m.span.start - _BEFORE):m.span.end + _BEHIND]
        if not any(map(near.__contains__, nouns)):
            continue
        sentence = document.sentence_at(m.span.start)
        found = _on_day(text, m, sentence, begun)
        if found is not None and not _otherwise(document, found[3]):
            way, modifiers, noun, where = found
            what = Mention("date", where, text[where.start:where.end], m.value)
            yield Relation("happening", (("day", m), ("what", what)), {"noun": noun, "modifiers": modifiers.strip(), "way": way})


def _otherwise(document: Document, where: Span) -> bool:
    """Do the words around speak of other times?"""
    sentence = document.sentence_at(where.start)
    return _OTHERWISE.search(document.text, max(sentence.start, where.start - 30), min(sentence.end, where.end + 20)) is not None


def _on_day(text: str, m: Mention, sentence: Span, begun: bool) -> tuple[str, str, str, Span] | None:
    """ "Saturday's shooting", "the shooting on Sunday"; "riots broke out Monday", "Sunday, when riots broke out"."""
    behind = min(sentence.end, m.span.end + _BEHIND)
    if (found := _OF_DAY.match(text, m.span.end, behind)) is not None:
        return "once", found[1], found[2], Span(m.span.start, found.end())
    before = max(sentence.start, m.span.start - _BEFORE)
    if (found := _ON_DAY.search(text, before, m.span.start)) is not None:
        return None if found[1] else ("once", found[2], found[3], Span(found.start(), m.span.end))
    if not begun:
        return None
    stretch = text[before:m.span.start]
    if any(map(stretch.__contains__, _STARTS)) and (found := _begun()[0].search(text, before, m.span.start)) is not None:
        return "once" if found[1] in ONCE else "start", "", found[1], Span(found.start(), m.span.end)
    if text.find(" when ", m.span.end, behind) >= 0 and (found := _begun()[1].match(text, m.span.end, behind)) is not None:
        return "once" if found[1] in ONCE else "start", "", found[1], Span(m.span.start, found.end())
    return None


def _pointed_at(document: Document) -> Iterator[Relation]:
    """ "the June interview", and "an interview in July" of the same noun."""
    text = document.text
    months = _MONTH_WORDS & document.lowercase
    pointed = [m for month in months for at in document.places(month.lower()) if text[at - 4:at] in _THE and not text[at - 5:at - 4].isalpha()
               and (m := _monthly()[0].match(text, at - len("he ")))]
    if not pointed:
        return
    nouns = {m[4] for m in pointed}
    told = [m for m in _monthly()[1].finditer(text) if m[2] in nouns]
    known = {(m[2], _MONTHS[m[3]]) for m in told}  # one of that month was told: it is pointed at rightly
    found = [("the", m[3], m[4], m[1], m[2], Span(m.start() - 1, m.end())) for m in pointed if (m[4], _MONTHS[m[1]]) not in known]
    found += [("told", m[1], m[2], m[3], m[4], Span(*m.span())) for m in told]
    for way, modifiers, noun, month, day, where in sorted(found, key=lambda x: x[-1]):
        if not _otherwise(document, where):
            what = Mention("date", where, text[where.start:where.end], Date(month=_MONTHS[month], day=int(day) if day else None))
            yield Relation("happening", (("day", what), ("what", what)), {"noun": noun, "modifiers": modifiers.strip(), "way": way})
