"""How old a thing is against the year that it was founded in: "founded in 1862", "the 600-year-old brewery"; and a life's two dates against the age told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Span
from checker.structure.document import Document
from checker.structure.words import digits

_BODIES = ("company firm brewery brewer bank newspaper paper magazine club church college school university hospital hotel theatre theater orchestra museum school charity society "
           "airline shipyard factory mill shop store restaurant pub business institution organisation organization manufacturer maker distillery publisher retailer family-owned").split()
_BEGUN = ("founded", "established", "incorporated", "started", "opened", "set up", "launched", "dates back to", "dating back to", "dates from", "dating from")
_THINGS = ("ship ferry boat liner vessel tanker freighter trawler yacht schooner bridge dam pier building house tower stadium station plant reactor aircraft plane jet airliner tunnel castle palace cathedral "
           "lighthouse railway pipeline viaduct windmill chapel hall arena courthouse prison jail tram train bus locomotive carriage engine road mosque temple synagogue monastery "
           "organ statue monument pool rink mall market barn cottage farmhouse mansion skyscraper block satellite submarine warship destroyer canal weir reservoir refinery turbine").split()
_BUILT = ("built", "constructed", "erected", "completed", "commissioned", "launched")
_BEGINNINGS = frozenset(words.partition(" ")[0] for words in (*_BEGUN, *_BUILT))
_LAST = 2100  # no reader of today sees it
_FROM = 1900  # a year from here on may be the story's own
_ROOM = 25  # years between a story and the latest year that it tells
_YEARS = ("-year", " year")
_FAR = 160  # characters between two dates of a life and the name before them


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "old": re.compile(rf"(?<![\w-])(\d{{2,4}})[- ]years?[- ]old,? ((?:[\w’'-]+ ){{0,3}}?)({'|'.join((*_BODIES, *_THINGS))})(?![\w-])"),
        "begun": re.compile(rf"\b({'|'.join(_BEGUN)})(?: in| since)?(?: the year)? (1[0-9]\d\d|20\d\d)(?![\w-])"),
        "built": re.compile(rf"\b({'|'.join(_BUILT)})(?: (?:in|at|by|on|for) [A-Z][^.,;:()\d]{{1,40}}?)?(?: in)? (1[0-9]\d\d|20\d\d)(?![\w-])"),
        "body": re.compile(rf"\b({'|'.join((*_BODIES, *_THINGS))})(?![\w-])"),
        "year": re.compile(r"(?<![\d.,$£€-])(19\d\d|20\d\d)(?![\d-]|,\d|\.\d)"),
        "to": re.compile(" ?(?:[-–—]|to) ?"),
        "name": re.compile(r"([A-Z][a-z’'-]+) (?:[A-Z][\w.’'-]*\.? )?([A-Z][\w’'-]+),? \(?(?:born )?$"),
        "date": re.compile(r"(\d{1,2})/(\d{1,2})/(\d+)|([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}), (\d{4})|(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})"),
    }


def founded(number: int, analysis: Analysis, date: str | None) -> Iterator[Conflict]:
    """The one thing of an age in the text against the one year in which something was founded."""
    document = analysis.document
    words = document.distinct
    if not words & _BEGINNINGS or not ("old" in words or any("year-old" in word or "years-old" in word for word in document.hyphened)):
        return
    p, text = _patterns(), document.text
    aged = [start for start, end in digits(text) if text.startswith(_YEARS, end)]
    olds = [m for start in aged if (m := p["old"].match(text, start)) is not None and document.quotation_at(start) is None]
    way = "built" if olds and olds[0][3] in _THINGS else "begun"
    begun = [m for m in p[way].finditer(text) if document.quotation_at(m.start()) is None] if len({m[1] for m in olds}) == 1 else []
    if len({m[2] for m in begun}) != 1 or not _is_of_one(document, olds[0][3], begun[0]):
        return
    age, year = int(olds[0][1]), int(begun[0][2])
    now = int(date[:4]) if date else 0
    room = max(2, (now - year) // 8)  # a round age, and the story of another year
    latest = max((int(m[1]) for m in p["year"].finditer(text) if _FROM <= int(m[1]) < _LAST), default=0)
    if abs(now - year - age) > room if now else year + age > _LAST or year + age < latest - _ROOM:
        facts = {"change": f"{age} years from {year}", "computed": f"{year + age}", "tolerance": "as people round"}
        yield Conflict((Place(number, Span(*olds[0].span())), Place(number, Span(*begun[0].span()))), facts, ("the text tells when it was founded and how old it is",), likely=True)


def _is_of_one(document: Document, noun: str, begun: re.Match[str]) -> bool:
    """Does the clause of the founding, up to it, name no other kind of thing?"""
    said = _patterns()["body"].findall(document.text, document.sentence_at(begun.start()).start, begun.start())
    return not said or said[-1] == noun


def lives(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """ "Dylan Orr (3/8/1930 – 4/1/2001)" against "Dylan, who was 61"."""
    document = analysis.document
    text = document.text
    dates = [m for m in names(analysis).dates if isinstance(m.value, Date) and m.value.day and m.value.year]
    for one, two in pairwise(dates):
        if two.span.start - one.span.end > len(" to ") or not _patterns()["to"].fullmatch(text, one.span.end, two.span.start):
            continue
        name = _patterns()["name"].search(text, max(0, one.span.start - 60), one.span.start)
        ages = _years(one.text, two.text) if name is not None else frozenset[int]()
        if name is None or not ages or max(ages) > 120:
            continue
        told = re.compile(rf"\b(?:{re.escape(name[1])}|{re.escape(name[2])})(?:,? who (?:was |died at (?:the age of )?|had been )|, (?:aged )?|,? dead at )(\d{{1,3}})"
                          rf"(?= (?:when (?:he|she|they) (?:was|were) (?:killed|shot (?:dead|and killed)|fatally shot|gunned down|murdered|drowned)|when (?:he|she) died)|,? (?:died|was killed|was shot dead))")
        for found in told.finditer(text):
            if int(found[1]) not in ages:
                facts = {"change": f"{one.text} to {two.text}", "computed": f"{min(ages)} years", "tolerance": "none"}
                yield Conflict((Place(number, Span(*found.span())), Place(number, Span(one.span.start, two.span.end))), facts, ("the text tells the two dates of one life and the age at its end",), likely=True)
                return


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_CENTURY = 100


def _years(one: str, two: str) -> frozenset[int]:
    """How old somebody was between two dates, in both orders of day and month, and in each century of years in two figures."""
    return frozenset(b[0] - a[0] - (b[1:] < a[1:]) for a in _read(one) for b in _read(two) if b > a and b[0] - a[0] < _CENTURY)


def _read(date: str) -> list[tuple[int, int, int]]:
    m = _patterns()["date"].fullmatch(date)
    if m is None:
        return []
    if m[1]:
        a, b, year = int(m[1]), int(m[2]), int(m[3])
        years = [year] if year >= _CENTURY else [1900 + year, 2000 + year]
        return [(y, month, day) for y in years for month, day in {(a, b), (b, a)} if month < 13 and day < 32]
    name, number, last = (m[4], m[5], m[6]) if m[4] else (m[8], m[7], m[9])
    return [(int(last), _MONTHS.index(name) + 1, int(number))] if name in _MONTHS else []
