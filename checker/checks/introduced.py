"""Check `order`, names: a surname that comes before the full name which introduces it, and a person who is introduced twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.base import Check, occurrences
from checker.checks.sided import sided_with
from checker.checks.told_office import office, told_office
from checker.checks.unmet import unmet
from checker.checks.untold import untold
from checker.data.english import SPEECH
from checker.data.people import COUNTRIES, GENERIC, GIVEN, SURNAMES_FIRST
from checker.data.places import CITIES, REGIONS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.link.names import sex
from checker.model import Mention, Name, Referent, Span
from checker.records import NamedTuple
from checker.structure.cited import is_cited
from checker.structure.document import Document

_HONORIFIC = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr)\.? $")
_SAYS = re.compile(rf" (?:also |later |has |then )?(?:{'|'.join(sorted(SPEECH))})\b")
_SAID_BY = re.compile(rf"(?:\b(?:{'|'.join(sorted(SPEECH))})|[Aa]ccording to) (?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?$")
_APPOSED = re.compile(r", (?:who|an?|the|his|her|at|of|from|with|in|\d\d|[a-z-]+ ?(?:director|professor|secretary|adviser|president|editor|manager|analyst|officer))\b")
_NOBLE = frozenset({"Lord", "Lady", "Baroness", "Baron", "Viscount", "Earl", "Duke", "Duchess"})
_AND_NAME = re.compile(r" and [A-Z][a-z]+(?![\w-]| [A-Z])")
_NAME_AND = re.compile(r"(?:[^\w\s]|\b[a-z]+) [A-Z][a-z]+ and $")
_ROLE = re.compile(r"\b[a-z]+(?:man|woman|person|or|er|ist|ian|ant|yst) $")
_NOT_MET = (" at ", " named ", " called ", " surnamed ", " name ", " name of ")  # where a surname is a place's or only a name
_ONCE = "readers meet a person once, by the full name"
_PROSE = frozenset({"body", "list"})


class Params(NamedTuple):
    """`uses`: how often the person is named at least."""

    uses: int = 2


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    sided = [sided_with(a.document) for a in ledger.analyses]
    uses = params.uses
    for referent in ledger.referents:
        kind, name, mentions, _ = referent
        if kind == "person":
            if len(mentions) >= uses:
                number, first = mentions[0]
                # most people are met by their full names
                early = _late(ledger, referent, sided[number]) if sided[number] or len(_parts(first)) == 1 else None
                if early is not None:
                    yield early
                yield from _again(ledger, referent)
        elif kind == "other" and " " in name and len(mentions) >= uses:
            if len(_parts(mentions[0][1])) == 1:
                early = _late(ledger, referent, {}) if name.endswith(mentions[0][1].text) else None
                if early is not None:
                    yield early
            elif sum(" " in m.text for _, m in mentions) > 1 and sex(name.partition(" ")[0]) is not None:
                yield from _again(ledger, referent)
    for number, analysis in enumerate(ledger.analyses):
        yield from _surname_first(number, analysis)
        told: set[int] = set()
        for span, other in untold(analysis):
            surname = analysis.document.text[span.start:span.end].rpartition(" ")[2]
            speaks = _SAYS.match(analysis.document.text, span.end) or analysis.document.text[span.end:span.end + 1] in ".,;" and _SAID_BY.search(analysis.document.text, max(0, span.start - 24), span.start)
            if speaks and surname not in _FAMOUS and _may_be(analysis, surname):
                told.add(span.end)
                yield _stranger(number, span, other, surname)
        for span, other, surname in unmet(analysis):
            if span.end not in told and surname not in _FAMOUS and _may_be(analysis, surname):
                yield _stranger(number, span, other, surname)


def _stranger(number: int, span: Span, other: Span, surname: str) -> Conflict:
    """A speaker whom nothing in the text introduces."""
    return Conflict((Place(number, span), Place(number, other)), {"name": surname, "reason": "nothing tells who this is, and readers meet a person by the full name"}, ("nothing in the text tells who this is",), likely=True)


def _surname_first(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """A speaker's surname before the full name that has it in front: "Cho said", "said Cho Min-ju"."""
    found = names(analysis)
    for surname in sorted(SURNAMES_FIRST.intersection(found.words)):
        alone = found.written.get((surname,))
        if alone is None or not _is_spoken_of(analysis.document, alone[0]):
            continue
        full = [parts for parts in found.written if surname in parts and len(parts) > 1]
        first = min((found.written[parts][0] for parts in full), key=lambda m: m.span, default=None)
        if first is not None and alone[0].span < first.span and all(parts[0] == surname for parts in full) and _is_told(analysis.document, first):
            yield Conflict((Place(number, alone[0].span), Place(number, first.span)), {"name": first.text, "reason": _ONCE}, ("the full name comes only later",), likely=True)


def _is_spoken_of(document: Document, m: Mention) -> bool:
    """Does the surname alone say something in the article's own words, past the first paragraph, or has it a courtesy title?"""
    span = _with_courtesy(document, m.span)
    at_work = span != m.span or _SAYS.match(document.text, m.span.end) or _SAID_BY.search(document.text, max(0, m.span.start - 20), m.span.start)
    return bool(at_work) and document.zone_index(m.span.start) > 1 and document.zone_at(m.span.start).kind in _PROSE \
        and document.quotation_at(m.span.start) is None and not m.text.isupper()


def _is_told(document: Document, m: Mention) -> bool:
    """Is the full name introduced: with who it is behind it or before it, or as whoever says something?"""
    assert isinstance(m.value, Name)
    text = document.text
    return document.quotation_at(m.span.start) is None and document.zone_at(m.span.start).kind in _PROSE and bool(
        m.value.title or m.value.apposition or m.value.age or _APPOSED.match(text, m.span.end) or _SAID_BY.search(text, max(0, m.span.start - 20), m.span.start)
        or _ROLE.search(text, max(0, m.span.start - 20), m.span.start))


def _late(ledger: Ledger, referent: Referent, sided: dict[str, Span]) -> Conflict | None:
    """A person's surname in the article's own words, and the full name only after it."""
    number = referent.mentions[0][0]
    analysis = ledger.analyses[number]
    document = analysis.document
    mentions = [m for n, m in referent.mentions if n == number]
    full = next((m for m in mentions if _is_full(m) and document.zone_at(m.span.start).kind in _PROSE), None)
    noble = mentions[0].value  # "Lord Holme" is a name of its own, of which "Anthony Holme" is no introduction
    if full is None or isinstance(noble, Name) and noble.title in _NOBLE or not isinstance(full.value, Name) or document.quotation_at(full.span.start) is not None:
        return None
    surname = full.value.parts[-1]
    early = next(m.span for m in mentions if m is full or isinstance(m.value, Name) and m.value.parts[-1] == surname
                 and document.zone_at(m.span.start).kind in _PROSE)
    if early == full.span:
        early = sided.get(surname, full.span)
    if early >= full.span or document.zone_index(early.start) <= 1:  # the first paragraph may be another headline
        return None
    given = full.value.parts[0]
    if given.lower() not in GIVEN and not (full.value.age and document.text[full.span.end] == ",") and sex(given) is None and (
            given.lower() in document.lowercase or not (_is_told(document, full) and (_is_spoken_of(document, mentions[0]) or office(full) and document.zone_index(early.start) > 1))):
        return None
    if surname in _FAMOUS or surname[1:2] == "-" or not _may_be(analysis, surname) or not _is_bare(document, early, surname) or _is_of_a_pair(document.text, early) or document.text.endswith(_NOT_MET, 0, early.start):
        return None
    if _is_other_too(analysis, surname, early.start) or _is_place(document.text, surname) or _given_before(document.text, full):  # what is looked for in the whole text last
        return None
    return Conflict((Place(number, _with_courtesy(document, early)), Place(number, full.span)), {"name": full.text, "reason": _ONCE}, ("the full name comes only later",), likely=True)


def _is_other_too(analysis: Analysis, surname: str, before: int) -> bool:
    """Does a company, a place or a law have the surname in front of its own words before ("Ridgeway Motors"), so that it may be meant?"""
    found = names(analysis)
    return any(parts[0] == surname and found.written[parts][0].span.start < before for parts in found.full)


def _is_place(text: str, surname: str) -> bool:
    """Does the text have something "in Marlow", so that Councillor Marlow's town may be meant?"""
    return any(text[at + len(surname) + 4:at + len(surname) + 5] in (" ", ",", ".") for at in occurrences(text, f" in {surname}"))


def _is_of_a_pair(text: str, span: Span) -> bool:
    """Is it one of two surnames that are known together ("Woodward and Bernstein")?"""
    return _AND_NAME.match(text, span.end) is not None or _NAME_AND.search(text, max(0, span.start - 24), span.start) is not None


def _with_courtesy(document: Document, span: Span) -> Span:
    """The surname with "Mr." or "Dr." before it."""
    courtesy = _HONORIFIC.search(document.text, max(0, span.start - 6), span.start)
    return Span(courtesy.start(), span.end) if courtesy else span


def _again(ledger: Ledger, referent: Referent) -> Iterator[Conflict]:
    """A person introduced in two paragraphs as if new: with party and seat, or with the office after the surname had stood alone."""
    number = referent.mentions[0][0]
    document = ledger.analyses[number].document
    full = [m for n, m in referent.mentions if n == number and isinstance(name := m[3], Name) and len(name[0]) > 1]
    if len(full) < 2:
        return
    seated = [m for m in full if document.text.startswith(_BEFORE_SEAT, m[1][1]) and _SEAT.match(document.text, m[1][1])]
    pair = _twice(seated, document) if len(seated) > 1 else None
    because, end = "party and seat are told again", _closed
    named = [m for n, m in referent.mentions if n == number]
    if pair is None and len([m for m in full if told_office(document.text, m)[0]]) > 1:
        pair = _office_again(full, [m.span for m in named if len(_parts(m)) == 1], document) or _apposed_again(full, document)
        because, end = "the office is told again, though the surname alone stood between", _end
    if pair is None:
        alone = [m.span.start for m in named if len(_parts(m)) == 1 and document.quotation_at(m.span.start) is None]
        told = [m for m in full if _introduces(document, m)]
        if len(told) > 1:
            from checker.checks.retold import retold  # most people are introduced once

            again = retold(document, told, alone)
            pair = (again[0].mention, again[1].mention) if again else None
        because = "who it is is told again"
    if pair is not None and not _diary(document) and not _may_be_forgotten(document, pair, [m for n, m in referent.mentions if n == number]):
        spans = [Span(_opened(document, m) if end is _end else m.span.start, end(document, m)) for m in pair]
        yield Conflict((Place(number, spans[0]), Place(number, spans[1])), {"name": pair[0].text, "reason": _ONCE}, (because,), likely=True)


def _may_be_forgotten(document: Document, pair: tuple[Mention, Mention], mentions: list[Mention]) -> bool:
    """May readers want the second introduction: long after the name stood last, behind an update of its own, or where the first was one of a row?"""
    later, earlier = pair
    last = max(m.span for m in mentions if m.span < later.span)
    if document.zone_index(later.span.start) - document.zone_index(last.start) > _FORGOTTEN or _UPDATE.search(document.text, earlier.span.end, later.span.start):
        return True
    return len(_SEAT.findall(document.text, *document.zone_at(earlier.span.start).span)) > _ROW


def _diary(document: Document) -> bool:
    """Is the text one of dated entries, each of which may introduce everybody?"""
    told: bool | None = document.memo.get(_diary)
    if told is None:
        told = document.memo[_diary] = len(_ENTRIES.findall(document.text)) >= _DIARY
    return told


def _twice(full: list[Mention], document: Document) -> tuple[Mention, Mention] | None:
    """The later and the earlier of two introductions in two paragraphs of the article's own words."""
    first: Mention | None = None
    for m in full:
        if not _introduces(document, m):
            continue
        if first is not None and document.zone_index(first.span.start) != document.zone_index(m.span.start):
            return m, first
        first = first or m
    return None


def _office_again(full: list[Mention], alone: list[Span], document: Document) -> tuple[Mention, Mention] | None:
    """Two introductions with one office ("Dallas Mayor", "Mayor") and between them, in the article's own words, the surname alone."""
    by_office: dict[str, list[Mention]] = {}
    for m in full if alone else ():
        if office := told_office(document.text, m)[0]:
            by_office.setdefault(office, []).append(m)
    for found in by_office.values():
        first = next((m for m in found[:-1] if _introduces(document, m)), None)
        known = first and next((s for s in alone if s > first.span and document.quotation_at(s.start) is None), None)
        if first and known:
            told = _twice([first, *(m for m in found if m.span > known)], document)
            if told is not None:
                return told
    return None


def _apposed_again(full: list[Mention], document: Document) -> tuple[Mention, Mention] | None:
    """Two introductions, one of them with the office as new between commas ("a judge, Ann Hale,"), though no surname alone stood between."""
    told = [(m, *told_office(document.text, m)) for m in full]
    pair = _twice([m for m, office, _ in told if office], document)
    return pair if pair and any(at >= 0 and document.text[at] in "Aa" for m, _, at in told if m in pair) else None


def _introduces(document: Document, m: Mention) -> bool:
    """Does the full name stand in the article's own sentences: in no list, picture line, label ("Mayor Ann Hale: …") or entry of a diary?"""
    zone = document.zone_at(m.span.start)
    text, (start, end) = document.text, zone.span
    return zone.kind in _PROSE and not is_cited(document, m.span.start) and not _FURNITURE.search(text, start, end) \
        and text[end - 1] in ".!?”\"" and text[m.span.end:m.span.end + 1] not in (":", ";")


def _parts(m: Mention) -> tuple[str, ...]:
    return m.value.parts if isinstance(m.value, Name) else ()


def _opened(document: Document, m: Mention) -> int:
    """Where the name begins, its title included."""
    apposed = told_office(document.text, m)[1]
    if apposed >= 0:
        return apposed
    title = (m.value.title or "") if isinstance(m.value, Name) else ""
    before = re.search(rf"{re.escape(title)}\.? $", document.text[max(0, m.span.start - len(title) - 2):m.span.start]) if title else None
    return m.span.start - len(before[0]) if before else m.span.start


_BEFORE_SEAT = (", ", " (", " D-", " R-", " I-")
_SEAT = re.compile(r",? \(?[DRI]-[A-Z][\w.]*(?: [A-Z]\w+)?\)?")


def _closed(document: Document, m: Mention) -> int:
    seat = _SEAT.match(document.text, m.span.end)
    return seat.end() if seat else m.span.end


def _end(document: Document, m: Mention) -> int:
    return m.span.end


# presidents and candidates whom papers name by the surname alone
_FAMOUS = frozenset("Washington Jefferson Lincoln Roosevelt Truman Eisenhower Kennedy Johnson Nixon Ford Carter Reagan Bush Clinton Obama Romney McCain Trump "
                    "Biden Sanders Putin Merkel Hitler Stalin Churchill Thatcher Blair Napoleon Shakespeare Einstein Freud Marx Darwin Jesus Christ Muhammad".split())


def _given_before(text: str, full: Mention) -> bool:
    """Does the given name stand anywhere before, so that the full name was there in another form? Before another surname it is another's."""
    assert isinstance(full.value, Name)
    given, surname = full.value.parts[0], full.value.parts[-1]
    before = text[:full.span.start]
    for at in occurrences(before, given):
        end = at + len(given)
        if _is_edge(before, at) and _is_edge(before, end) and ((other := _NEXT_NAMES.match(text, end)) is None or surname in other[0]):
            return True
    return False


def _is_edge(text: str, at: int) -> bool:
    """Does a word begin or end there? As an expression tells it, without one for each name."""
    before, behind = text[at - 1:at] if at else "", text[at:at + 1]
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")


_NEXT_NAMES = re.compile(r"(?: [A-Z][\w.’'-]*){1,3}")


def _is_full(m: Mention) -> bool:
    """Is it a given name and a surname, as far as the words themselves tell?"""
    assert isinstance(m.value, Name)
    return len(m.value.parts) in (2, 3) and m.value.parts[-1].lower() not in GENERIC


def _is_bare(document: Document, span: Span, surname: str) -> bool:
    """Is it the surname alone, said of the person by the article: no law or camp named after him, no caption or link between paragraphs?"""
    text = document.text
    zone = document.zone_at(span.start).span
    if "-" in text[span.start:span.end]:
        return True
    if text[span.start:span.end] != surname or surname.isupper() or document.quotation_at(span.start) is not None:
        return False
    if text.startswith(_KINDRED, span.end):
        return False  # "the founding Halvorsen family"
    start = _with_courtesy(document, span).start
    if not re.search(r"[a-z,;”\"’] $|^$", text[max(zone.start, start - 3):start]) or not _ACTS.match(text, span.end):
        return False
    return not _FURNITURE.search(text, zone.start, zone.end) and text[zone.end - 1] in ".!?”\""


_ACTS = re.compile(r"['’]s? |,? (?:said|says|told|has|had|was|is|will|would|did|also|and|who|to|in|on|at|for|as|by|with|from|after|before|then|never|himself|herself|[a-z]+(?:ed|ly|es|[^s]s))\b|[.;]|,(?! [A-Z])")
_KINDRED = (" family", " families", " clan", " dynasty", " brothers", " sisters", " estate")
_FURNITURE = re.compile(r"\||Getty|Hide Caption|https?:|Photo:|WATCH|Also on")
_ENTRIES = re.compile(r"^\d\d?[:.]\d\d ?[ap]\.?m", re.M)  # a diary of the day is read from any entry on
_DIARY = 3
_UPDATE = re.compile(r"^Updated? (?:at|on) \S", re.M)  # what stands above it is older news, told whole
_FORGOTTEN = 20  # paragraphs without the name
_ROW = 3  # people with their seats in one paragraph


def _may_be(analysis: Analysis, surname: str) -> bool:
    small = surname.lower()
    return small not in GIVEN and small not in GENERIC and small not in COUNTRIES and small not in CITIES and surname not in REGIONS


CHECKS: dict[str, Check] = {"introduction": Check(Params, _run)}
