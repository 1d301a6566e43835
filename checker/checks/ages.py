"""What a text tells of people's ages, beside their names or behind a verb, and two ages of one person.

"26-year-old Ola Trent", "Ola Trent, 29", "Trent, a quiet 19-year-old", "Trent is 31", "At 33, Trent", "Trent, who turns 34", “I am 35,” Trent said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import groupby

from checker.checks.base import occurrences
from checker.checks.yearold import SUFFIX, age_before, is_person, slip, with_age
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.words import digits

_BEHIND, _AHEAD = 60, 90  # characters between a name and an age
_LEAD = 34  # characters that tell whether a figure may be an age
_YOUNGEST = 14
_OPENED, _CLOSED = (' "', " “", " ‘", " '", " ("), ('" ', "” ", "’ ", "' ", ") ")  # around a nickname


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rank = r"(?:[A-Z][a-z]+\.? ){0,2}"  # a title, which is no part of the name
    return {
        # "26-year-old suspect Ola Trent"; with an article the name is set off: "a 26-year-old baker, Ola Trent" ("the 26-year-old told Trent" is not he)
        "to name": re.compile(rf" {rank}"),
        "by noun": re.compile(rf"(?: (?!(?:of|from|in|with|who|whom|and|or|to|by|at|for|on|than|as|when|told|[a-z]+ed)\b)[a-z’'-]+){{1,3}} {rank}"),
        "set off": re.compile(rf"(?: (?!(?:who|whom|and|or|than|as|when|said|told)\b)[a-z’'-]+){{0,5}}, {rank}"),
        # an article tells who it is where another person may stand before: "Trent, the 26-year-old head of the mill,"
        "from name": re.compile(r"(?:,? (?:(?:who )?is )?| \(|,? ?(?:—|–|--) ?)an? (?:[a-z’'-]+,? ){0,3}"),
        "article": re.compile(r"\b(?:an?|the|this|his|her|their|my|our|its|[A-Z][a-z]+[’']s) (?:[a-z-]+ )?$", re.I),
        "cue": re.compile(r"\b(?:is|is now|is only|is just|[Aa]ged?|[Aa]ge of|[Aa]t|[Nn]ow|turns|turned|will turn|will be|who was|I am|I[’']m|(?:celebrated|celebrates|will celebrate|marked|marks) (?:his|her)) $| \($"),
        "by verb": re.compile(r" \(|(?:,? who (?:is(?: now| only| just| still)?|was|turned|turns|will turn|will be)|,? (?:is|is now|is only|is just|turns|turned|will turn|will be|(?:celebrated|celebrates|will celebrate|marked|marks) (?:his|her))|, (?:now|at)"
                              r"|(?:,? who)?(?: has| had)? (?:died|passed away|was killed)\b(?:(?!\b(?:when|after|whose|his|her|their|and)\b)[^.;,\n“\"]){0,50}?,? (?:at(?: (?:the )?age(?: of)?)?|aged)) "),
        "opens": re.compile(r"(?:At|At (?:age|the age of|just|only)|Aged|Now|Still) $"),
        "at present": re.compile(r"[’']s\b| (?:is|has|will|can|may|must|still|[a-z]+(?<!wa)s)\b"),  # "At 53, Trent won" is of another year
        "on": re.compile(r"(?: years old)?(?: and (?:an? )?[a-z-]+(?: [a-z-]+){0,3})?, (?:[A-Z][a-z]{1,5}\. )?"),
        "closed": re.compile(r"(?: years old| years of age|th birthday|st birthday|nd birthday|rd birthday)?(?=[,.;:!?)”\"’]| (?:and|but|or|on|in|this|next|last|yesterday|today)\b)(?!,\d|\.\d|, (?:when|\d))(?! (?:and|or|in|to) \d)"),
        "pronoun": re.compile(r"\b(?:He|She)(?:[’']s| is| was| turned| turns| will turn) $"),
        "at pronoun": re.compile(r"(?:^|[.!?”\"\n] ?)(At|Now|Aged) $"),
        "is": re.compile(r", (?:he|she)(?:[’']s| is| remains| still| has| will)\b"),
        "then": re.compile(r"\b(?:then|when|at the time|years? (?:ago|earlier|before|later)|jr|sr|(?:son|daughter|father|mother|brother|sister|wife|husband|twins?)\b[^.;]{0,25})", re.I),
        "then but kin": re.compile(r"\b(?:then|when|at the time|years? (?:ago|earlier|before|later)|jr|sr)\b", re.I),
        "later": re.compile(r"[^.;]{0,25}\b(?:when|at the time|ago|in (?:19|20)\d\d|years (?:earlier|later|before))\b"),
        "year": re.compile(r"(?<!\bsince )(?<!\buntil )(?<!\bby )\b(?:19|20)\d\d\b"),
        "about": re.compile(r"turn|birthday|will be"),
    }


class Told(NamedTuple):
    """An age that is told of a person, and where; `about` where the words tell it for another day of the year ("will turn 40"); `given` where they call \
    the person by the given name.
    """

    parts: tuple[str, ...]
    age: int
    span: Span
    about: bool = False
    beside: bool = False
    given: bool = False


def told(analysis: Analysis) -> list[Told]:
    """The ages that a document tells in other words than behind the name ("Trent, 29")."""
    return [*_hyphened(analysis), *_figures(analysis)]


def pronouns(analysis: Analysis) -> Iterator[tuple[int, Span]]:
    """ "He is 34": the age and its place."""
    text, p = analysis.document.text, _patterns()
    for start, end in digits(text):
        if end - start == 2 and (cue := p["pronoun"].search(text, max(0, start - 16), start)) and p["closed"].match(text, end) and (text[end:end + 1] == "." or " was " not in cue[0]):
            yield int(text[start:end]), Span(cue.start(), end)
        elif end - start == 2 and text.startswith((", he", ", she"), end) and (at := p["at pronoun"].search(text, max(0, start - 9), start)) and (subject := p["is"].match(text, end)):
            yield int(text[start:end]), Span(at.start(1), subject.end())


def conflicts(number: int, analysis: Analysis, others: Sequence[Told]) -> Iterator[Conflict]:
    """Two ages of one person in the document of this number, one of them among the others."""
    if not others:
        return
    found = names(analysis)
    text = analysis.document.text
    told = [*others, *(Told(parts, m.value.age, with_age(text, m), beside=True) for parts in found.told for m in found.written[parts] if isinstance(m.value, Name) and m.value.age is not None)]
    bearers: dict[str, list[tuple[int, tuple[str, ...]]]] = {}  # with where each is named first: a relative told of later is not meant before
    for parts in found.full:
        bearers.setdefault(parts[-1], []).append((found.written[parts][0].span.start, parts))
    firsts = _firsts(found.full, bearers) if any(len(one.parts) == 1 and one.parts[0] not in bearers for one in told) else {}
    told = [one._replace(parts=firsts[one.parts[0]], beside=False, given=True) if len(one.parts) == 1 and one.parts[0] in firsts else one for one in told]
    for surname, held in groupby(sorted(told, key=_surname), key=_surname):
        first, *later = sorted(held, key=_start)
        for one in later:
            least = 2 if one.about or first.about else 1
            if abs(one.age - first.age) >= least and not (one.beside and first.beside) and _one(first.parts, one.parts, {parts for at, parts in bearers.get(surname, ()) if at < one.span.end}) \
                    and slip(first.age, one.age) and not any(_another_time(analysis, x) for x in (first, one)):
                yield Conflict((Place(number, one.span), Place(number, first.span)),
                               {"computed": f"{first.age} and {one.age}", "expected": str(first.age), "tolerance": "none"},
                               ("one person's age, given twice",), likely=abs(first.age - one.age) <= least)
                break


def _firsts(full: Sequence[tuple[str, ...]], bearers: Container[str]) -> dict[str, tuple[str, ...]]:
    """The full names by their given names, where only one has it and it is nobody's surname."""
    from checker.data.given import EITHER, MEN, WOMEN  # large, and few texts ask

    found: dict[str, set[tuple[str, ...]]] = {}
    for parts in full:
        if parts[0] not in bearers and any(parts[0].lower() in those for those in (EITHER, MEN, WOMEN)):
            found.setdefault(parts[0], set()).add(parts)
    return {given: next(iter(those)) for given, those in found.items() if len(those) == 1}


def _surname(told: Told) -> str:
    return told.parts[-1]


def _start(told: Told) -> int:
    return told.span.start


def _place(m: Mention) -> int:
    return m.span.start


def _named(analysis: Analysis, owners: bool = False) -> tuple[list[Mention], list[int]]:
    """The names in order, and where each begins; with those that have 's behind them where `owners` are wanted."""
    found = sorted((m for m in analysis.mentions if isinstance(name := m[3], Name) and (owners or not name.possessive)), key=_place)
    return found, [m.span.start for m in found]


def _hyphened(analysis: Analysis) -> Iterator[Told]:
    text = analysis.document.text
    places = list(occurrences(text, SUFFIX))
    if not places:
        return
    from checker.checks.agedby import apposed, described  # few texts tell an age so

    mentions, starts = _named(analysis, owners=True)
    for at in places:
        number = age_before(text, at)
        if number is None:
            continue
        age, start = number
        end = at + len(SUFFIX)
        whose = described(text, start, end, mentions, starts) or _behind(text, start, end, mentions, starts) or _before(text, start, mentions, starts, "from name") or apposed(analysis.document, start, end, mentions, starts)
        if whose is not None and isinstance(whose.value, Name) and whose.value.age is None:
            yield Told(whose.value.parts, age, Span(min(start, whose.span.start), max(end, whose.span.end)))


def _behind(text: str, start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The name that "N-year-old" stands in front of."""
    p = _patterns()
    i = bisect_left(starts, end)
    if i == len(starts) or starts[i] > end + _BEHIND:
        return None
    if is_person(text, mentions[i].span.end):
        return None  # "the 26-year-old Selby man"
    fits = p["to name"].fullmatch(text, end, starts[i])
    if not fits:
        fits = p["set off" if p["article"].search(text, max(0, start - 30), start) else "by noun"].fullmatch(text, end, starts[i])
    return mentions[_past_nickname(text, mentions, i)] if fits else None


def _past_nickname(text: str, mentions: Sequence[Mention], i: int) -> int:
    """Which name has the surname, where a nickname in marks stands between: "39-year-old Alma “Bo” Rusk"."""
    if i + 2 < len(mentions) and text[mentions[i].span.end:mentions[i + 1].span.start] in _OPENED and text[mentions[i + 1].span.end:mentions[i + 2].span.start] in _CLOSED:
        return i + 2
    return i


def _before(text: str, start: int, mentions: Sequence[Mention], starts: Sequence[int], way: str) -> Mention | None:
    """The name that an age stands behind, with no more between than the pattern has."""
    i = bisect_left(starts, start) - 1
    if i < 0 or mentions[i].span.end < start - _AHEAD or not _patterns()[way].fullmatch(text, mentions[i].span.end, start):
        return None
    return mentions[i]


def _figures(analysis: Analysis) -> Iterator[Told]:
    """Ages that a figure of two digits tells behind a verb or a preposition."""
    text, p = analysis.document.text, _patterns()
    mentions: list[Mention] = []
    starts: list[int] = []
    for start, end in digits(text):
        if end - start != 2 or int(text[start:end]) < _YOUNGEST or not (cue := p["cue"].search(text, max(0, start - _LEAD), start)):
            continue
        closed = p["closed"].match(text, end)
        on = p["on"].match(text, end) if p["opens"].search(text, max(0, start - len("At the age of ")), start) else None
        if not mentions:
            mentions, starts = _named(analysis)
        whose = None
        if on is not None and (i := bisect_left(starts, on.end())) < len(starts) and starts[i] == on.end() and p["at present"].match(text, mentions[i].span.end):
            whose = mentions[i]
        elif closed is not None:
            whose = _before(text, start, mentions, starts, "by verb") or _speaker(analysis, cue, mentions)
        first = cue[0].startswith("I")
        if whose is not None and isinstance(whose.value, Name) and (whose.value.age is None or first):
            about = p["about"].search(text, cue.start(), (closed or on or cue).end()) is not None
            yield Told(whose.value.parts, int(text[start:end]), Span(cue.start() if first else min(start, whose.span.start), end if first else max(end, whose.span.end)), about)


def _speaker(analysis: Analysis, cue: re.Match[str], mentions: Sequence[Mention]) -> Mention | None:
    """Who says “I am 54”."""
    if not cue[0].startswith("I") or analysis.document.quotation_at(cue.start()) is None or not (name := analysis.document.voice_at(cue.start()).name):
        return None
    surname = name.split()[-1]
    return next((m for m in mentions if isinstance(m.value, Name) and m.value.parts[-1] == surname), None)


def _one(a: tuple[str, ...], b: tuple[str, ...], bearers: set[tuple[str, ...]]) -> bool:
    """One name, or the end of the other ("singer Ole Trent"); a surname that one full name has."""
    short, long = sorted((a, b), key=len)
    if long[-len(short):] != short:
        return False
    return len(short) > 1 or sum(not any(other != parts and parts[-len(other):] == other for other in bearers) for parts in bearers) <= 1


def _another_time(analysis: Analysis, told: Told) -> bool:
    """May the sentence tell of another year, or of a relative?"""
    document, p, span = analysis.document, _patterns(), told.span
    sentence = document.sentence_at(span.start)
    return p["then but kin" if told.given else "then"].search(document.text, max(sentence.start, span.start - 30), span.end) is not None or p["later"].match(document.text, span.end) is not None \
        or p["year"].search(document.text, sentence.start, span.start if told.beside else sentence.end) is not None  # beside the name it is that of now, whatever follows
