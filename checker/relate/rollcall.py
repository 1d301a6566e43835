"""Persons, places and cases told by name at some distance from their number: "the five sailors who died in May: Sgt. A B, …", "A, B and C. All four have signed", "three cases: X v. Y, about …, and Z v. W"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.extract.times import MONTHS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import occurrences, quantity
from checker.relate.groups import AS_WELL, named, names_told, parted
from checker.structure.document import Document

_ONES = "|".join(w for w in ONES if ONES[w] in range(2, 13))
_LED = (" from ", " in ", " at ", " by ", " to ", " with ", " for ", " on ", " into ", " across ")  # what `placed` looks for before a number
_REACH = 150  # characters between a number and the mark before the names
_PERSONS = 3  # from so many names on a slip is likelier than two that stand for some
_VERSUS_FORMS = frozenset({"v", "vs"})
_VERSUS = re.compile(r"(?<=[\w.)]) vs?\. (?=[A-Z])")
_MARK = re.compile(r":| ?[—–]| --?(?= )")
_MARKS = (":", "—", "–", "--")
_FREE = re.compile(r"(?: (?!(?:including|includes?|such|among|like|especially|notably|mostly|mainly|two|three|four|five|six|seven|eight|nine|ten|both|said|says|told|others?|and|but|than|least|most)(?![\w-]))"
                   r"(?:[A-Za-z][\w.’'-]*|(?:19|20)\d\d),?){1,25}")
_NAMED = re.compile(r"\b(?:[Nn]amed|[Ii]dentified) (?:the )?$")
_NAMED_AS = re.compile(r"(?: [a-z’'-]+){0,5} as (?=[A-Z])")
_CLAUSE = re.compile(r" (?:that|who|which|in|on|at|from|with|near|along|under|behind)(?: [\w’'-]+){1,7}, (?=[A-Z])")
_THE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) $")
_THE_ENDS = frozenset({"e ", "s ", "r "})
_OPENER = re.compile(rf"(?:(All) (?:the |of the )?|(?:The|These|Those) )({_ONES})(?! (?:[a-z-]+s|men|women|people) (?:on|in|at|along|near|around|with|from|that|which|who|whose|where|by) )(?: ([a-z][a-z-]+s|men|women|people))?(?= (?:(?!or |other|more |remaining|of |to |on |in |at |along |near |around |with |from |that |which |who |whose |where |by )[a-z]+))")
_OPENED = 24  # characters of a sentence in which its number stands
_OPENINGS = ("All ", "The ", "These ", "Those ")
_FIRSTS = frozenset(opening[0] for opening in _OPENINGS)
_BOTH = re.compile(r"(?<![\w-])[Bb]oth (?=[A-Z])")
_MORE = re.compile(r"\b(?:others?|another|family|famil|brothers?|sisters?|sons?|daughters?|wife|husband|and (?:his|her|their|its|an?|the) |they|we)\b|\d", re.I)
_ABBREVIATED = re.compile(r"(?<![\w.])(?:[A-Z][a-z]{1,3}|[A-Z])\.\s?$")
_ENDS = re.compile(r"[.)—–”\"]|, [a-z]| [a-z—–-]|\s*$")


def called(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items); `announced` are the figures that may announce one, of twelve at most."""
    text = document.text
    if not _VERSUS_FORMS.isdisjoint(document.lowercase) and (" v. " in text or " vs. " in text):
        yield from _cases(document)
    for m in announced:
        q = quantity(m)
        if q.hedge or not q.noun:
            continue
        if (told := _far(document, m) or _as(document, m) or _apposed(document, m)) is not None:
            yield told
    if True in [text.endswith(_LED, 0, m.span.start) for m in announced]:
        from checker.relate.placed import placed
        yield from placed(document, announced)
    if any(_before_comma(document, m) for m in announced):
        from checker.relate.placed import apposed
        yield from apposed(document, announced)
    yield from _pointed_back(document)
    for at in document.places("both") if "both" in document.distinct else ():
        if (three := _both(document, at)) is not None:
            yield three


def _before_comma(document: Document, m: Mention) -> bool:
    """Does what the figure counts stand before a comma anywhere? Of a noun told once the place behind the figure tells, with no look through the text."""
    noun = quantity(m).noun
    if noun and document.counts.get(noun.rpartition(" ")[2].lower()) == 1 and m.text.endswith(f" {noun}"):
        return document.text.startswith(", ", m.span.end)
    return bool(noun) and f" {noun}, " in document.text


def _relation(announced: Mention, span: Span, text: str, told: tuple[int, int]) -> Relation:
    items = Mention("quantity", span, text[span.start:span.end], announced.value)
    return Relation("list", (("announced", announced), ("items", items)), {"least": str(told[0]), "most": str(told[1])})


def _end(document: Document, at: int) -> int:
    """Where the sentence at an offset ends, points of ranks and initials passed over ("Pvt. Will E. Orr")."""
    text, index = document.text, document.sentence_index(at)
    zone = document.zone_at(at).span.end
    while index + 1 < len(document.sentences) and document.sentences[index].end < zone and _ABBREVIATED.search(text, max(0, document.sentences[index].end - 7), document.sentences[index].end):
        index += 1
    return min(document.sentences[index].end, zone)


def _far(document: Document, m: Mention) -> Relation | None:
    """ "the five sailors who died in the storm: A B, C D and E F": between the number and the mark nothing else is counted or told."""
    text, start = document.text, m.span.end
    behind = text[start + 1:start + _REACH]
    mark = _MARK.search(text, start + 1, start + _REACH) if any(map(behind.__contains__, _MARKS)) else None
    if mark is None or not text[mark.end():mark.end() + 2].strip()[:1].isupper() or not _FREE.fullmatch(text, start, mark.start()):
        return None
    return _series(document, m, mark.end() + (text[mark.end()] == " "))


def _as(document: Document, m: Mention) -> Relation | None:
    """ "Police named the three victims as A B, C D and E F"."""
    text, (start, end) = document.text, m.span
    found = _NAMED_AS.match(text, end) if text.endswith(("ed ", "ed the "), 0, start) and _NAMED.search(text, max(0, start - 16), start) else None
    return _series(document, m, found.end()) if found else None


def _apposed(document: Document, m: Mention) -> Relation | None:
    """ "the three countries that border the lake, Kenya and Uganda, have signed"."""
    text, (start, end) = document.text, m.span
    if text[start - 2:start] not in _THE_ENDS or not _THE.search(text, max(0, start - 6), start) or not (found := _CLAUSE.match(text, end, document.sentence_at(start).end)):
        return None
    series = named(text, found.end(), document.sentence_at(start).end)
    if series is None or not text.startswith(", ", series.end) or text[series.end + 2:series.end + 3].isupper():
        return None
    told = names_told(text[series.start:series.end])
    return _relation(m, series, text, told) if told else None


def _series(document: Document, m: Mention, at: int) -> Relation | None:
    """The list of full names that begins there and fills the rest of its sentence, or its dashes."""
    text, end = document.text, _end(document, at)
    words = text[at:end].rstrip(" .\n")
    if "; and " in words:
        told = parted(words)
        return _relation(m, Span(at, at + len(words)), text, told) if told else None
    series = named(text, at, end)
    if series is None or not _ENDS.match(text, series.end) or text.startswith((*AS_WELL, ", and "), series.end) or not _full(text[series.start:series.end]):
        return None
    told = names_told(text[series.start:series.end])
    return _relation(m, series, text, told) if told else None


def _full(words: str) -> bool:
    """Is each a name of two words or more?"""
    items = [i for i in re.split(r",? and |, (?:and )?|; (?:and )?", words) if not i.strip(" .").isdigit()]
    return len(items) > 1 and all(" " in i.strip() for i in items if i not in ("Jr.", "Sr."))


def _cases(document: Document) -> Iterator[Relation]:
    """ "three cases: X v. Y, about the lake, and Z v. W, about the dam": as many as are told with "v."."""
    text, several = document.text, dict[int, int]()
    for at in sorted((*occurrences(text, " v. "), *occurrences(text, " vs. "))):
        zone = document.zone_index(at)
        several[zone] = several.get(zone, 0) + 1
    for m in (m for zone, number in several.items() if number > 1 for m in _CASES.finditer(text, *document.zones[zone].span)):
        end = document.zone_at(m.start()).span.end
        colon = _MARK.search(text, m.end(), min(end, m.end() + _REACH))
        if colon is None or colon.start() > m.end() and not _FREE.fullmatch(text, m.end(), colon.start()) or _PART.search(text, max(0, m.start() - 12), m.start()):
            continue
        found = list(_VERSUS.finditer(text, colon.end(), end))
        if len(found) < 2 or _NEXT.search(text, colon.end(), found[-1].start()) or not _AND.search(text, found[-2].end(), found[-1].start()):
            continue
        number = Decimal(_numbers()[m[1].lower()])
        last = text[found[-1].end():end].partition(",")[0].rstrip(" .\n")
        told = Mention("quantity", Span(*m.span()), m[0], Quantity(number, number, "count"))
        yield _relation(told, Span(colon.end() + (text[colon.end()] == " "), found[-1].end() + len(last)), text, (len(found), len(found)))


_CASES = re.compile(rf"(?<![\w-])({_ONES}) (?:[\w’'-]+ ){{0,6}}?(?:cases|rulings|decisions|lawsuits|suits|appeals|precedents|challenges)(?![\w-])", re.I)
_PART = re.compile(r"\b(?:than|least|most|about|nearly|some|(?:one|two|some|several|part) of) $", re.I)
_AND = re.compile(r"(?:[,;] |\) )and ")
_NEXT = re.compile(r"(?<![ .][Vv])(?<!vs)(?<!\b[A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.!?]\s+[A-Z“\"]")


@cache
def _numbers() -> dict[str, int]:
    return {w: int(ONES[w]) for w in ONES if ONES[w] in range(2, 13)}


def _pointed_back(document: Document) -> Iterator[Relation]:
    """ "… A of Selby, B of Osk and C of Hythe. All four have signed": the number of those whom the sentence before names, and nobody else."""
    text, sentences, numbers = document.text, document.sentences, document.lowercase.intersection(_numbers())
    for index in range(1, len(sentences)) if numbers else ():
        start = sentences[index].start
        if text[start] not in _FIRSTS or not text.startswith(_OPENINGS, start) or numbers.isdisjoint(text[start:start + _OPENED].split()) or (opened := _OPENER.match(text, start)) is None:
            continue
        before = sentences[index - 1]
        found = _only_series(text, *before) if document.quotation_at(start) is None else None
        if found is None or document.quotation_at(before.start) is not None or _counts(text, *before):
            continue
        number, (least, most), noun = _numbers()[opened[2]], found[1], opened[3]
        again = bool(noun) and f" {noun} " in text[before.start:found[0].start]
        if opened[2] in _WORDS.findall(text[max(0, before.start - _BACK):before.start].lower()) or not (number == most + 1 or again and number == least - 1):
            continue
        value = Quantity(Decimal(number), Decimal(number), "count")
        yield _relation(Mention("quantity", Span(*opened.span()), opened[0], value), found[0], text, (least, most))


_WORDS = re.compile(r"[a-z]+")
_DAYS = "|".join((*(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")), *MONTHS)).title()
_BACK = 1500  # characters before in which the number may have been told
_CAPITALISED = re.compile(rf"(?<=[a-z,’'”] )(?!(?:{_DAYS})\b)[A-Z][a-z]+|(?<=\n)[A-Z][a-z]+")
_COUNTED = re.compile(rf"(?<![\w-])(?:{_ONES}|both|several|few|many|others?|another|couple|dozens?|trio|pair)(?![\w-])|(?<![\w,])\d", re.I)


def _counts(text: str, start: int, end: int) -> bool:
    return bool(_COUNTED.search(text, start, end))


def _only_series(text: str, start: int, end: int) -> tuple[Span, tuple[int, int]] | None:
    """The one series of three names or more of a sentence that names nobody beside it."""
    at, found = start, None
    for m in re.finditer(r"(?<![\w’'])[A-Z]", text[start:end]):
        at = start + m.start()
        if found is not None and at < found.end:
            continue
        series = named(text, at, end)
        if series is None or (told := names_told(text[series.start:series.end])) is None or told[0] < _PERSONS:
            continue
        if found is not None:
            return None
        found, counted = series, told
    if found is None:
        return None
    outside = text[start + 1:found.start] + "\n" + text[found.end:end]
    return None if _CAPITALISED.search(outside.removesuffix("\n")) or _MORE.search(outside) else (found, counted)


def _both(document: Document, at: int) -> Relation | None:
    """ "Both A B, C D and E F voted for it": three are not both."""
    text = document.text
    found = _BOTH.match(text, at)
    series = named(text, found.end(), document.sentence_at(at).end) if found else None
    if found is None or series is None or not re.match(r" [a-z]", text[series.end:series.end + 2]) or not _full(text[series.start:series.end]):
        return None
    told = names_told(text[series.start:series.end])
    if told is None or told[0] < _PERSONS or " and " not in text[series.start:series.end] or document.quotation_at(at) is not None:
        return None
    two = Mention("quantity", Span(at, at + len("both")), text[at:at + len("both")], Quantity(Decimal(2), Decimal(2), "count"))
    return _relation(two, series, text, told)
