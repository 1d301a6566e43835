"""When a person was born, by all that a text tells of it: "born in 1951", "in 1991, at age 33", "Orwin, 52", "She was 18 when … in 2012"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.checks.spans import AS_TOLD
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import digits

_YEAR = r"((?:1[89]|20)\d\d)(?!\d|s|[-–]\d)"
_BORN = re.compile(rf"[Bb]orn(?: and (?:raised|bred))?(?: (?:(?:on|in|at|near|to|the|of|a|an|his|her|small|town|city|village|farm|house)|[A-Z][\w.’'-]*|\d{{1,2}}),?){{0,8}}?(?: in)? {_YEAR}")
_AND_NOW = re.compile(r",? (?:and |who (?:is|turns) )?(?:is |turns |turned )?(?:now |currently |aged )?(\d{1,2})(?=[,.;)]| years| and\b)")
_AT_AGE = re.compile(r"(?:the )?age (?:of )?(\d{1,2})(?![\d.,%-]*\d)(?! (?:months|weeks|days))")
_AGED = re.compile(r"aged (\d{1,2})(?![\d.,%-]*\d)(?! (?:months|weeks|days))")
_BIRTHDAY = re.compile(r"\b(?:[Hh]is|[Hh]er|[’']s) (\d{2})(?:st|nd|rd|th) $")
_AND_THEN = re.compile(r"\band (?:just |only )?\d\d (?:when|at)\b")  # "was 16 when he …, and 23 when … in January 1960"
_FAR = 200  # characters from an age to the year of its sentence
_WHEN_WAS = re.compile(r"\bwhen (?:he|she|[A-Z][\w’'-]+) was $")
_BEHIND = re.compile(r",? when |, (?=(?:he|she|[A-Z]))| (?:in|on|during) |, in (?=(?:1[89]|20)\d\d)")
_CLOSED = re.compile(r",(?! \d)|,? in (?=(?:[A-Z][a-z]+ )?(?:1[89]|20)\d\d)| in (?:his|her|the) |[.;]|,? (?:he|she)\b")
_AT = (" at ", ", then ", " then ")  # before an age of the sentence's year
_LIFE = re.compile(r"((?:1[89]|20)\d\d) ?[-–] ?((?:1[89]|20)\d\d)\)")
_DIED = re.compile(r"\b(?:died|dead|death)\b")
_OLD = re.compile(r"(?:,| \() ?an? (\d{1,2})-year-old(?= [A-Za-z])|(?:, who)?(?: is| turns| turned| will turn|, now) (?:now )?(\d{1,2})(?=[,.;)]| (?:years old|this|next|on|in|last|today|and)\b)")
_OLD_BEFORE = re.compile(r"(?:\b[Tt]he |\b[Aa]n? |, )?(\d{1,2})-year-old (?:[a-z]+ ){0,2}$")
_WILL_BE = re.compile(r"(?:, who)?,? (?:will|would) (?:be|turn|have turned) (\d{1,2})(?=[,.;)]| (?:years old|on|in|by|when|at|the)\b)")
_WITH_AGE = re.compile(r",? \(?(?:aged? |now )?\d{1,2}")
_KIN = re.compile(r"\b(?:sons?|daughters?|father|mother|brothers?|sisters?|wife|husband|parents?|child|children|baby|twins?|grand\w+|nephew|niece|uncle|aunt|cousin|couple|girlfriend|boyfriend|widow)\b", re.I)
_APPOSED = re.compile(r"(?:, (?:aged? )?\d{1,2})?(?:,| \(| [—–]| --)(?: who (?:is|was)| was| (?:an?|the|himself|herself|itself)(?: [\w’'-]+){1,4}?)? ?|(?:,? who)? (?:is|was) (?:an? (?:[\w’'-]+ ){1,4}?)?")
_PLACED = re.compile(r"(?:^|\b)(?:in|at|of|on|from|near|by|the) $", re.I)
_OPENING = re.compile(r"(?: (?:in|at|near|to|into|on) [^.;:()“”\"—–]{2,70}?)?, ")  # from a birth to whose it is
_OPENING_FOR = re.compile(_OPENING.pattern + "(?:he|she) ")
_WAS_BORN = re.compile(r"(?:\b(?:[Hh]e|[Ss]he)|[a-z\d],) (?:was|is) $")
_NOT_NOW = re.compile(r"\b(?:then|when|died|dead|killed|late|was buried|would (?:be|have been)|ago)\b")
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_ROOM = 1  # years that copy is off as it counts birthdays or not
_FURTHEST = 25  # years between two births that are one person's; farther apart they are likelier two people's
_LEAST = 5  # years of age
_GROWN = 14
_RECENT = 2  # years back to those of one story
_BEYOND = 5  # years behind the latest that a text tells, from which its own year is unlikely
_MOST = 80  # of what is told of one person
_BACK = 2  # sentences back to the one that names the person


class Told(NamedTuple):
    """What tells a birth: the first and the last year that it can be in, the age (-1 for a birth itself), the year of that age (0 for now), the place."""

    first: int
    last: int
    age: int
    year: int
    span: Span


def conflicts(number: int, analysis: Analysis, date: str | None) -> Iterator[Conflict]:
    """Births and ages of one person that do not go together, in the document of this number; `date` is the article's."""
    document = analysis.document
    found, today = list(_told(document)), int(date[:4]) if date else 0
    if not found:
        return
    for born in found:
        if born.age < 0 and (beside := _beside(document, born.span, today)) is not None:
            yield from _apart(number, [born, beside])
    from checker.checks.yearold import people

    every, known = [m for m in analysis.mentions if m.kind == "name"], people(analysis)
    surnames, here = {m.value.parts[-1] for m in known if isinstance(m.value, Name)}, {m.span for m in known}
    persons = [m for m in every if isinstance(m.value, Name) and m.value.parts[-1] in surnames and (len(m.value.parts) == 1 or m.span in here)]
    by_person: dict[str, list[Told]] = {}
    for told in found:
        if (who := _whose(document, told.span, persons, every, told.age < 0)) is not None:
            by_person.setdefault(who, []).append(told)
    if not by_person:
        return
    for m in persons:
        if isinstance(m.value, Name) and m.value.parts[-1] in by_person and (now := _now(document, m, today)) is not None:
            by_person[m.value.parts[-1]].append(now)
    from checker.checks.ages import told as told_ages

    for one in told_ages(analysis):
        if one.parts[-1] in by_person and one.age >= _LEAST and not one.about and _is_now(document, one.span):
            by_person[one.parts[-1]].append(Told(today - one.age - 1 if today else 0, today - one.age if today else 0, one.age, 0, one.span))
    for told_of in by_person.values():
        yield from _apart(number, told_of)
        if not today:
            yield from _too_young(number, analysis, told_of)


def _told(document: Document) -> Iterator[Told]:
    """Births told with their year, and ages told with the one year of their sentence."""
    text, words = document.text, document.lowercase
    for at in document.places("born") if "born" in words or "Born" in words else ():
        if (m := _BORN.match(text, at)) is not None:
            yield Told(int(m[1]), int(m[1]), -1, int(m[1]), Span(*m.span()))
    ages: list[tuple[int, Span]] = []
    for word, pattern in (("age", _AT_AGE), ("aged", _AGED)):
        for at in document.places(word) if word in words else ():
            start = at - len("the ") if text.startswith("the ", at - len("the ")) else at
            if (m := pattern.match(text, start)) is not None and (word == "aged" or text.startswith(("at ", "At "), start - len("at "))):
                ages.append((int(m[1]), Span(start - len("at ") if word == "age" else start, m.end())))
    for start, end in digits(text):
        if end - start == 2 and text.endswith(AS_TOLD, 0, start) and (_BEHIND.match(text, end) is not None or _WHEN_WAS.search(text, max(0, start - 40), start) is not None and text.startswith((".", ",", ";", ")", " years old"), end)):
            ages.append((int(text[start:end]), Span(text.rindex(" ", 0, start - 1) + 1 if not text.endswith("At ", 0, start) else start - len("At "), end)))
        elif end - start == 2 and text.endswith(_AT, 0, start) and _CLOSED.match(text, end) is not None:
            ages.append((int(text[start:end]), Span(start - (len("at ") if text.endswith("at ", 0, start) else len("then ")), end)))
    for at in document.places("birthday") if "birthday" in words else ():
        if (m := _BIRTHDAY.search(text, max(0, at - 24), at)) is not None:
            ages.append((int(m[1]), Span(m.start(), at + len("birthday"))))
    lives = [m for start, end in digits(text) if end - start == 4 and text[start - 1] == "(" and text[end:end + 1] in "-– " and (m := _LIFE.match(text, start)) is not None] if ages else []
    for life in lives:
        yield Told(int(life[1]), int(life[1]), -1, int(life[1]), Span(life.start(), life.end() - 1))
    for age, span in _nearest(document, ages):
        if age >= _LEAST and (year := _year_of(document, span) or (int(lives[0][2]) if len(lives) == 1 and _DIED.search(text, document.sentence_at(span.start).start, span.start) else 0)):
            then = text.find(str(year), span.end, span.end + _FAR)
            yield from () if then >= 0 and _AND_THEN.search(text, span.end, then) else (Told(year - age - 1, year - age, age, year, span),)


def _nearest(document: Document, ages: Sequence[tuple[int, Span]]) -> Sequence[tuple[int, Span]]:
    """Without the ages of a sentence that has another one nearer to its year: "commissioned in 1953, at 22, and given his first ship at 31"."""
    if len(ages) < 2:
        return ages
    kept: dict[int, tuple[int, int, Span]] = {}
    figures = digits(document.text)
    for age, span in ages:
        start, end = document.sentence_at(span.start)
        here = figures[bisect_left(figures, (start, 0)):bisect_left(figures, (end, 0))]
        apart = min((max(a - span.end, span.start - b) for a, b in here if b - a == 4), default=0)
        if start not in kept or apart < kept[start][0]:
            kept[start] = (apart, age, span)
    return [(age, span) for _, age, span in kept.values()]


def _year_of(document: Document, span: Span) -> int:
    """The only year of the sentence but one of a birth; 0 where there is none, or several."""
    text, sentence = document.text, document.sentence_at(span.start)
    births = {m.start(1) for m in _BORN.finditer(text, *sentence)}
    years = {text[a:b] for a, b in digits(text) if sentence.start <= a < sentence.end and b - a == 4 and text[a] in "12" and a not in births and text[b:b + 1] not in ("s", "-", "–")}
    return int(years.pop()) if len(years) == 1 and 1800 < int(next(iter(years))) < 2100 else 0


def _beside(document: Document, born: Span, today: int) -> Told | None:
    """The age right behind a birth: "born in 2004 and now 18", "born in 1961, will be 45 on polling day 2016"."""
    told, year = _AND_NOW.match(document.text, born.end), today
    if told is None and (told := _WILL_BE.match(document.text, born.end)) is not None:
        year = _year_of(document, born)
    return Told(year - int(told[1]) - 1, year - int(told[1]), int(told[1]), year, Span(*told.span(1))) if told is not None and year else None


def _whose(document: Document, span: Span, people: Sequence[Mention], names: Sequence[Mention], birth: bool) -> str | None:
    """The surname of the one person that the sentence is about, or of whom "he" or "she" in it stands for; a `birth` is told right beside them."""
    text, index = document.text, document.sentence_index(span.start)
    start, end = document.sentences[index]
    if document.quotation_at(span.start) is not None:
        return None
    here = people[bisect_left(people, start, key=_start):bisect_left(people, end, key=_start)]
    before = [m for m in here if m.span.end <= span.start]
    if before and _APPOSED.fullmatch(text, before[-1].span.end, span.start):
        return _surnames(before[-1:]).pop()
    opens = birth and start == span.start
    if opens and (behind := people[bisect_left(people, span.end, key=_start):][:1]) and _OPENING.fullmatch(text, span.end, behind[0].span.start):
        return _surnames(behind).pop()
    opens = opens and _OPENING_FOR.match(text, span.end) is not None
    if birth and not opens and not _WAS_BORN.search(text, max(start, span.start - 12), span.start):
        return None
    if (surnames := _surnames(here)) and _KIN.search(text, start, min(end, span.end + 60)) is None:
        return surnames.pop() if len(surnames) == 1 and (before or text.startswith(", ", span.end)) and not _others(text, names, start, here[0]) else None
    if surnames or _SUBJECT.search(text, start, end) is None or _KIN.search(text, start, min(end, span.end + 60)):
        return None
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        start, end = document.sentences[at]
        if surnames := _surnames(people[bisect_left(people, start, key=_start):bisect_left(people, end, key=_start)]):
            return surnames.pop() if len(surnames) == 1 and not _KIN.search(text, start, end) else None
    return None


def _others(text: str, names: Sequence[Mention], start: int, person: Mention) -> bool:
    """Does the sentence that begins there name somebody or something before the person, but for where or when it was?"""
    before = names[bisect_left(names, start, key=_start):bisect_left(names, person.span.start, key=_start)]
    return any(not _PLACED.search(text, max(start, m.span.start - 12), m.span.start) and text[m.span.end:person.span.start] != " " for m in before)


def _start(m: Mention) -> int:
    return m.span.start


def _surnames(people: Sequence[Mention]) -> set[str]:
    return {m.value.parts[-1] for m in people if isinstance(m.value, Name)}


def _now(document: Document, m: Mention, today: int) -> Told | None:
    """The age that is told with a name, as that of now or of a year to come."""
    text = document.text
    if not isinstance(m.value, Name) or document.quotation_at(m.span.start) is not None:
        return None
    if (will := _WILL_BE.match(text, m.span.end)) is not None and (year := _year_of(document, m.span)):
        return Told(year - int(will[1]) - 1, year - int(will[1]), int(will[1]), year, Span(m.span.start, will.end(1)))
    age, span = _age_of(text, m)
    if age < _LEAST or not _is_now(document, m.span):
        return None
    return Told(today - age - 1 if today else 0, today - age if today else 0, age, 0, span)


def _is_now(document: Document, span: Span) -> bool:
    """May what is told there be so on the day of the text, by the words around it?"""
    sentence = document.sentence_at(span.start)
    return document.quotation_at(span.start) is None and _NOT_NOW.search(document.text, max(sentence.start, span.start - 40), min(sentence.end, span.end + 60)) is None


def _age_of(text: str, m: Mention) -> tuple[int, Span]:
    """The age right beside a name, and where the two stand; 0 where none is told."""
    start, end = m.span
    if isinstance(m.value, Name) and m.value.age is not None:
        behind = _WITH_AGE.match(text, end)
        return m.value.age, Span(start, behind.end() if behind else end)
    if (old := _OLD.match(text, end)) is not None:
        return int(old[1] or old[2]), Span(start, old.end())
    before = _OLD_BEFORE.search(text, max(0, start - 40), start)
    return (int(before[1]), Span(before.start(1), end)) if before is not None else (0, m.span)


def _apart(number: int, told: Sequence[Told]) -> Iterator[Conflict]:
    """The pairs that no one birth fits, each later place once."""
    seen: set[Span] = set()
    for a, b in combinations(sorted(told, key=lambda t: t.span)[:_MOST], 2):
        if b.span in seen or (a.age >= 0 and b.age >= 0 and not a.year and not b.year) or (a.age, a.year) == (b.age, b.year):
            continue
        gap = _gap(a, b)
        if gap:
            seen.add(b.span)
            facts = {"computed": gap, "expected": gap, "tolerance": "a birthday more or less"}
            yield Conflict((Place(number, b.span), Place(number, a.span)), facts, ("one person's birth, by what is told of it",), likely=True)


def _too_young(number: int, analysis: Analysis, told: Sequence[Told]) -> Iterator[Conflict]:
    """A birth and an age of now that the latest year told as past rules out, where the article's date is not known."""
    born = next((t for t in told if t.age < 0), None)
    now = next((t for t in told if t.age >= _LEAST and not t.year), None)
    if born is None or now is None or now.age < _GROWN:
        return
    from checker.link.pastyears import latest_past  # few texts tell both

    past = latest_past(analysis, born.span)
    years = [m.value.year for m in names(analysis).others if isinstance(m.value, Date) and m.value.year and not born.span.start <= m.span.start < born.span.end]
    latest = max(years, default=0)
    if sum(latest - _RECENT <= year for year in years) > 1 and _BEYOND <= born.first + now.age - latest <= _FURTHEST:
        computed = f"about {latest - born.first} in {latest}, the latest year that the text tells of"
        one, two = sorted((born.span, now.span))
        yield Conflict((Place(number, two), Place(number, one)), {"computed": computed, "expected": computed, "tolerance": f"{_BEYOND - 1} years"}, ("one person's birth, by what is told of it",), likely=True)
    elif past is not None and _ROOM < past[0] - born.first - 1 - now.age <= _FURTHEST:
        computed = f"{past[0] - born.first - 1} at the least in {past[0]}, which the text tells of"
        one, two = sorted((born.span, now.span))
        yield Conflict((Place(number, two), Place(number, one)), {"computed": computed, "expected": computed, "tolerance": "a birthday more or less"},
                       ("one person's birth, by what is told of it",), likely=True)


def _gap(a: Told, b: Told) -> str:
    """How the two births lie apart, in words; "" where they can be one, or nothing tells when now is."""
    if not (a.first and b.first):
        now, then = (a, b) if not a.first else (b, a)
        older = then.age - now.age
        return f"{then.age} in {then.year}, and {now.age} now" if then.age > 0 and 0 < older <= _FURTHEST else ""
    apart = max(a.first, b.first) - min(a.last, b.last)
    return f"births in {a.last} and in {b.last} or so" if _ROOM < apart <= _FURTHEST else ""
