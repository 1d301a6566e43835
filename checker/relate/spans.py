"""Years and what is said of them: a span and its length, a birth and an age, an anniversary, so many years ago."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.model import Mention, Name, Quantity, Relation, Span
from checker.relate.eras import eras
from checker.relate.gaps import quantity
from checker.relate.ratios import linked
from checker.relate.retoldyears import SET_OFF, ago_told, birth_told, length_told
from checker.relate.tenures import FAR_APART, near, tenures
from checker.structure.document import Document
from checker.structure.words import digits

_YEAR = r"(?:1[5-9]|20)\d\d"
# the border is asked for behind the word: a pattern that begins with letters is looked for several times as quickly
_FROM_TO = re.compile(rf"(?:[Ff]rom(?<!\w[Ff]rom)|[Bb]etween(?<!\w[Bb]etween)) (?:[A-Z][a-z]{{2,8}}\.? (?:\d{{1,2}},? )?)?({_YEAR}) (?:to|through|until|till|and) (?:[A-Z][a-z]{{2,8}}\.? (?:\d{{1,2}},? )?)?({_YEAR})(?![\d-])")
_FROM, _BETWEEN = re.compile("rom "), re.compile("etween ")  # small or capital; patterns of letters alone are looked for as quickly as words
_HYPHENED = re.compile(rf"({_YEAR})[-–]({_YEAR}|\d\d)(?=[),;.])(?!\.\d)")
_STAY = re.compile(r"\b(?:for|after|spent|served|lasted|worked|in|over|of|her|his|their|its|a|an|the)(?: a)? (?:about |nearly |more than |almost |over |whole |full |first |entire )?$", re.I)
# how long these last is promised, and may come otherwise
_PROMISED = frozenset("term sentence contract deal plan lease loan mandate ban agreement mortgage degree program programme warranty guarantee probation suspension".split())
# "in the army, " between a length and its years: no other clause and no second figure
_WHERE = re.compile(r"(?: (?:in|as|at|on|with|inside|of|leading|running|heading|working|teaching)(?: (?!(?:and|but|or|who|which|that|when|where|while|before|after|until|then|to|since|by|from|including)\b)[\w’'.&-]*[A-Za-z][\w’'&-]*){1,8})?,? \(?$")
_BORN = re.compile(rf"[\s,(—–-]+(?:who |which |that |whose |was |is |listed |recorded |reported |as |a |an |with |back |sometime |in |the )*"
                   rf"(?:born|child|birth ?year|year of birth|birth date|born:)[ :,]+(?:back |sometime |in |of |was |is |as )*({_YEAR})\b")
_AGE = re.compile(r",? \(?(?:aged? )?\d{1,2}\)?")
_AGO = re.compile(rf"\bin ({_YEAR})(?=[\s,(—–-])")
_WHEN_AGO = re.compile(rf"\b(?:in|since) ({_YEAR}), when [^,;:.()\d]{{3,70}}, (?:a full |some |about |nearly |almost |more than |over )?$")
# "eleven years ago, in a 1995 interview", "in a 1995 interview, eleven years ago"
_IN_YEAR = re.compile(rf" ago(?:, (?:back )?in| \(in|, (?:during|at|with|for)) (?:(?:an?|his|her|its|their|the) (?:[a-z-]+ )?)?({_YEAR})(?![\d-])(?!’s|'s)")
_THEN_AGO = re.compile(rf"\b[Ii]n (?:an?|his|her|its|their|the) ({_YEAR}) [a-z]+(?: [a-z]+)?,? (?:(?:about|some|nearly|almost|more than|just over|over) )?$")
CENTENARIES = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150, "tercentenary": 300, "tricentennial": 300, "quincentenary": 500}
JUBILEES = frozenset({"anniversary", "birthday", *CENTENARIES})  # what `anniversaries` looks for
MARRIED = frozenset({"married", "marriage"})  # and `marriages`
_LONG = frozenset({"year", "decade"})
_BIRTHS = frozenset({"born", "birth", "birthyear", "child", "birthday", "birthdate", "baby", "life", "world"})
_POINTERS = frozenset({"same", "that", "those", "these", "this"})
YEARS_AFTER = frozenset({"after", "before", "following", "ahead", "prior", "from", "since", "earlier"})  # what `years_after` looks for
_LATER_THAN = frozenset({"after", "since"})
_YEAR_DIGITS = 4
_UNTIL = (" to ", " through ", " until ", " till ", " and ")
_LONGEST_LEAD = 23  # characters of "Between September 14, ", and some more
_LONGEST_STAY = 80
# one of several, or the time that something takes, not the time that it went on
_PARTS = re.compile(r"\b(?:two|three|four|five|six|several|many|each|every|another|within|least|most|up to)\b[^,;:.]{0,25}$|\b(?:of|in) (?:the )?(?:past |last |next )$")


def spans(document: Document, quantities: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations of years in the sentences of a document; the years themselves are numbers of one year's step."""
    text, words = document.text, document.lowercase
    years = [Span(*place) for place in digits(text) if place[1] - place[0] == _YEAR_DIGITS]
    kept = not JUBILEES.isdisjoint(words)
    if kept and not document.distinct.isdisjoint(MARRIED):
        yield from _married(document, quantities)
    if years:
        known: list[Relation] = []
        lengths = [m for m in quantities if isinstance(q := m.value, Quantity) and q.dimension == "duration" and q.unit in _LONG]
        if len(years) > 1:
            found = list(_lengths(document, quantities, lengths, years))
            yield from found
            if lengths:
                yield from eras(document, lengths, years)
            if lengths or "born" in words:
                yield from tenures(document, lengths, years, found)
            if lengths and not _POINTERS.isdisjoint(words):
                from checker.relate.thatspan import pointed_spans
                yield from pointed_spans(document, lengths, years, found)
        elif lengths and text.startswith(("-", "–"), years[0].end):
            yield from eras(document, lengths, years)  # "the 1986-90 plan"
        told = _told(document) if kept else ()
        for relation in _since(document, quantities, lengths, years, mentions, told):
            known.append(relation)
            yield relation
        if told or lengths and not _LATER_THAN.isdisjoint(words):
            from checker.relate.since import since
            since_told = list(since(document, lengths, told, years, known))
            known += since_told
            yield from since_told
        if lengths and "since" in words:
            from checker.relate.eversince import ever_since
            ongoing = list(ever_since(document, lengths, years, known))
            known += ongoing
            yield from ongoing
        if len(years) > 1 and not YEARS_AFTER.isdisjoint(words):
            from checker.relate.yearsafter import years_after
            yield from years_after(document, [m for m in quantities if isinstance(q := m.value, Quantity) and q.dimension == "duration" and (q.unit in _LONG or q.unit == "century")], years, known)


def _told(document: Document) -> Sequence[tuple[Mention, int]]:
    """The anniversaries that the text tells, each with where its words end."""
    from checker.relate.anniversaries import anniversaries

    return list(anniversaries(document))


def _married(document: Document, quantities: Sequence[Mention]) -> Iterator[Relation]:
    from checker.relate.marriages import marriages

    yield from marriages(document, [m for m in quantities if isinstance(q := m.value, Quantity) and q.dimension == "duration"], _told(document))


def _since(document: Document, quantities: Sequence[Mention], lengths: Sequence[Mention], years: Sequence[Span], mentions: Sequence[Mention], told: Sequence[tuple[Mention, int]]) -> Iterator[Relation]:
    """What is told with the year that it is counted from, or with the same words as that year."""
    words, known = document.lowercase, list[Relation]()
    if lengths and "ago" in words:
        known = list(_ago(document, lengths))
        yield from known
    if lengths:
        told_so = {r.roles[1][1].span.start for r in known}
        yield from (r for r in ago_told(document, quantities, years) if r.roles[1][1].span.start not in told_so)
    if not _BIRTHS.isdisjoint(words):
        yield from _births(document, mentions, years)
    counted: Sequence[tuple[Mention, int]] = ()
    if told:
        from checker.relate.anniversaries import counted_of, of_years
        yield from of_years(document, told)
        counted = list(counted_of(document, told))
    if told or lengths and not _LATER_THAN.isdisjoint(words):
        from checker.relate.jubilees import jubilees
        yield from jubilees(document, lengths, counted, years)


def _speaks_of_years(text: str) -> bool:
    """Does the text have a word for years at all, or are its figures of something else?"""
    return any(map(text.__contains__, ("year", "anniversary", "born", "birth", "child of")))


def _year(text: str, m: re.Match[str], group: int = 1) -> Mention:
    value = Decimal(m[group])
    return Mention("quantity", Span(*m.span(group)), m[group], Quantity(value, value, "number"))


def _next(lengths: Sequence[Mention], starts: Sequence[int], start: int, end: int) -> Mention | None:
    """The first of the mentions, which begin at `starts`, that begins in [start, end)."""
    i = bisect_left(starts, start)
    return lengths[i] if i < len(starts) and starts[i] < end else None


def _lengths(document: Document, quantities: Sequence[Mention], lengths: Sequence[Mention], years: Sequence[Span]) -> Iterator[Relation]:
    """ "from 1995 to 2007, a period of 12 years"; "for 12 years, from 1995 to 2007"."""
    text = document.text
    starts = [m.span.start for m in lengths]
    for m in _from_to(text, years):
        whole = Mention("quantity", Span(m.start(), m.end()), m[0], _year(text, m, 2).value)
        after = _next(lengths, starts, m.end(), m.end() + 60)
        i = bisect_left(starts, m.start())
        before = lengths[i - 1] if i and 0 < m.start() - lengths[i - 1].span.end <= _LONGEST_STAY else None
        if after and (linked(text[m.end():after.span.start]) or _LASTED.fullmatch(text, m.end(), after.span.start)) and _apart(text, after):
            told = after
        elif before and _stay(document, before, m.start()):
            told = before
        elif text.startswith(SET_OFF, m.end()) and (found := length_told(text, m.end(), quantities)) is not None:
            told = found
        elif m[2] < m[1] and _speaks_of_years(text):
            told = None
        else:
            continue
        if told is not None and text.endswith(_OVER, 0, told.span.start) and m[1] < m[2] and not near(Decimal(m[2]) - Decimal(m[1]), quantity(told), FAR_APART):
            continue
        roles = (("start", _year(text, m)), ("end", _year(text, m, 2)), ("whole", whole))
        yield Relation("span", (*roles, ("length", told)) if told else roles)
    if lengths:
        yield from _hyphened(document, lengths, starts, years)


def _hyphened(document: Document, lengths: Sequence[Mention], starts: Sequence[int], years: Sequence[Span]) -> Iterator[Relation]:
    """ "the town's first 200 years (1789-1989)"; "served six years as mayor, 1994-99"."""
    text = document.text
    for start, end in years:
        if text.startswith(("-", "–"), end) and text[start - 1] in "( " and (i := bisect_left(starts, start)) and start - lengths[i - 1].span.end <= _LONGEST_STAY \
                and (m := _HYPHENED.match(text, start)) and _stay(document, lengths[i - 1], start - len("from ") * text.endswith(" from ", 0, start)):
            last = Decimal(m[2] if len(m[2]) == 4 else m[1][:2] + m[2])
            if last > Decimal(m[1]):  # "2009-08" is a month
                until = Mention("quantity", Span(*m.span(2)), m[2], Quantity(last, last, "number"))
                whole = Mention("quantity", Span(*m.span()), m[0], until.value)
                yield Relation("span", (("start", _year(text, m)), ("end", until), ("whole", whole), ("length", lengths[i - 1])))


# "from 1971 to 1984, a stretch that lasted seven years"
_LASTED = re.compile(r"(?:,| [—–-]{1,2}) an? (?:[a-z-]+ ){0,2}[a-z]+ (?:that|which) (?:lasted|lasts|went on|goes on|spanned|spans|covered|covers|stretched|took)(?: for| over)?(?: about| nearly| almost| some| only)? $")
_OVER = (" over ", " over about ", " over some ")  # "debt that falls due between 1988 and 1991, over 15 years" is of something else


def _stay(document: Document, length: Mention, at: int) -> bool:
    """Are the years at this offset those of the length told before, with no more between than where it was spent?"""
    text = document.text
    head = text[max(0, length.span.start - 40):length.span.start]
    return document.sentence_at(at).start <= length.span.start and _WHERE.fullmatch(text, length.span.end, at) is not None and _STAY.search(head) is not None \
        and not _PARTS.search(head) and not _PROMISED & set(quantity(length).noun.split())


def _from_to(text: str, years: Sequence[Span]) -> Iterator[re.Match[str]]:
    """What `_FROM_TO.finditer` finds, tried only where one of its first words stands before a year that goes on to something."""
    done = 0
    near = [start for start, end in years if text.startswith(_UNTIL, end)]
    for begins in sorted({m.start() - 1 for start in near for word in (_FROM, _BETWEEN) for m in word.finditer(text, max(0, start - _LONGEST_LEAD), start)}):
        if begins >= done and (m := _FROM_TO.match(text, begins)):
            done = m.end()
            yield m


def _apart(text: str, length: Mention) -> bool:
    """Does the length stand on its own: closed by a mark or "in all", not the start of another clause ("two years later")?"""
    return not re.match(r" (?:later|after|before|earlier|ago|old|from|since|into|of (?:them|it|those|these|that|which)\b)|-", text[length.span.end:length.span.end + 10])


def _ago(document: Document, lengths: Sequence[Mention]) -> Iterator[Relation]:
    """ "in 2005 (20 years ago)": the year and the time since."""
    text = document.text
    for length in lengths:
        if not text.startswith(" ago", length.span.end) or not re.match(r" ago\b", text[length.span.end:length.span.end + 5]):
            continue
        told = Mention("quantity", Span(length.span.start, length.span.end + 4), text[length.span.start:length.span.end + 4], length.value)
        found = list(_AGO.finditer(text, max(0, length.span.start - 45), length.span.start))
        if found and linked(text[found[-1].end():length.span.start], 4):
            yield Relation("ago", (("start", _year(text, found[-1])), ("length", told)))
        elif (year := _IN_YEAR.match(text, length.span.end)) is not None or (year := _WHEN_AGO.search(text, max(0, length.span.start - 110), length.span.start)) is not None or (year := _THEN_AGO.search(text, max(0, length.span.start - 60), length.span.start)) is not None:
            yield Relation("ago", (("start", _year(text, year)), ("length", told)))


def _births(document: Document, mentions: Sequence[Mention], years: Sequence[Span]) -> Iterator[Relation]:
    """ "Ruth Ellery, 54, born in 1958": the year of birth and the age told with the name."""
    text = document.text
    for m in [m for m in mentions if m[0] == "name"]:
        if isinstance(m.value, Name) and m.value.age is not None and (age := _AGE.match(text, m.span.end)) is not None:
            born = _BORN.match(text, age.end())
            found = (Span(_first_letter(text, age.end()), born.end()), Span(*born.span(1))) if born else birth_told(text, age.end(), years) if text.startswith(SET_OFF, age.end()) else None
            if found is not None:
                value, year = Decimal(m.value.age), Decimal(text[found[1].start:found[1].end])
                told = Mention("quantity", Span(m.span.start, age.end()), text[m.span.start:age.end()], Quantity(value, value, "age", "year"))
                yield Relation("birth", (("start", Mention("quantity", found[0], text[found[0].start:found[0].end], Quantity(year, year, "number"))), ("length", told)))


def _first_letter(text: str, at: int) -> int:
    while not text[at].isalpha():
        at += 1
    return at
