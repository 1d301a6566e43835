"""Natural slips of time: weekdays, days that are not, ages told twice, anniversaries, spans turned round."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from planting.article import Article, Edit, Label, Slip
from planting.lexicon import DAYS, MONTH, month
from planting.people import people

_DAY = rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?!\d|st|nd|rd|th|[.,]\d)"


def age_given_twice(article: Article, rng: Random) -> Iterator[Slip]:
    """The age behind a name, another one the second time."""
    for p in people(article):
        told = list(article.find(rf"\b{re.escape(p.surname)}, (\d\d)(?=,)|\b(\d\d)-year-old (?:{p.given} )?{re.escape(p.surname)}\b"))
        if len(told) > 1 and len({m[1] or m[2] for _, m in told}) == 1:
            (j, x), (i, m) = told[0], told[-1]
            group = 1 if m[1] else 2
            new = str(int(m[group]) + rng.choice([-4, -3, -2, 2, 3, 4]))
            wrong = m[0][:m.start(group) - m.start()] + new + m[0][m.end(group) - m.start():]
            yield Slip((Edit(i, m.start(group), m.end(group), new),), Label(i, wrong), Label(j, x[0]), "one person, two ages")


def anniversary(article: Article, rng: Random) -> Iterator[Slip]:
    """“the 50th anniversary of the 1963 march”, in another year."""
    pattern = r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday) of (?:the )?(?:[A-Z][\w.]*(?: \d{1,2},)? )?(?P<year>1[5-9]\d\d|20\d\d)\b|(?P<year2>1[5-9]\d\d|20\d\d)[^.;]{5,60}?(?P<n2>\d{1,3})(?:st|nd|rd|th) anniversary"
    for i, m in article.find(pattern):
        n, year, group = (m["n"], m["year"], "n") if m["n"] else (m["n2"], m["year2"], "n2")
        if article.year and abs(article.year - int(year) - int(n)) == 0:
            wrong = int(n) + rng.choice([3, 5, 7, 10])
            end = m.end(group) + 2
            told = f"{wrong}{'th' if wrong % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(wrong % 10, 'th')}"
            yield Slip((Edit(i, m.start(group), end, told),), Label(i, f"{told} {article.lines[i][end + 1:].split()[0].strip('.,')}"), Label(i, year),
                       f"{year} to {article.year} is {n} years", dated=True)


def day_of_the_month(article: Article, rng: Random) -> Iterator[Slip]:
    """A day that the month does not have."""
    for i, m in article.find(rf"\b{_DAY}", True):
        last = calendar.monthrange(2016, month(m["month"]))[1]
        new = str(last + rng.randint(1, 4))
        if 0 < int(m["day"]) <= last:
            yield Slip((Edit(i, m.start("day"), m.end("day"), new),), Label(i, f"{m['month']} {new}"), None, f"{m['month']} has no day {new}")


def time_of_day(article: Article, rng: Random) -> Iterator[Slip]:
    """Minutes beyond the hour."""
    for i, m in article.find(r"(?<![\d:.])(?P<h>1?\d):(?P<m>[0-5]\d)(?= ?(?:a\.m\.|p\.m\.|am\b|pm\b))", True):
        new = str(rng.randint(60, 97))
        yield Slip((Edit(i, m.start("m"), m.end("m"), new),), Label(i, f"{m['h']}:{new}"), None, "there is no such time")


_DATED = rf"\b(?P<w>{'|'.join(DAYS)}), {_DAY}(?:, (?P<year>20[01]\d|19\d\d))?"


def _on(article: Article, m: re.Match[str], year: str | None) -> date | None:
    """The day that a month and a number mean: that which lies within half a year of the article's day, or the year told."""
    today = date.fromisoformat(article.date) if article.date else None
    try:
        if year:
            return date(int(year), month(m["month"]), int(m["day"]))
        near = [date(today.year + n, month(m["month"]), int(m["day"])) for n in (-1, 0, 1)] if today else []
    except ValueError:
        return None
    return next((d for d in near if today and abs(d - today) < timedelta(days=150)), None)


def _weekday(article: Article, rng: Random, full: bool) -> Iterator[Slip]:
    for i, m in article.find(_DATED, True):
        day = _on(article, m, m["year"])
        if bool(m["year"]) == full and day and DAYS[day.weekday()] == m["w"]:
            new = DAYS[(day.weekday() + rng.randint(1, 6)) % 7]
            told = f"{m['month']} {m['day']}"
            yield Slip((Edit(i, m.start("w"), m.end("w"), new),), Label(i, new), Label(i, told), f"{told} was a {m['w']}", dated=not full)


def weekday_without_year(article: Article, rng: Random) -> Iterator[Slip]:
    """Another weekday before a date; the year is that of the article."""
    yield from _weekday(article, rng, False)


def weekday_of_full_date(article: Article, rng: Random) -> Iterator[Slip]:
    """Another weekday before a date with its year."""
    yield from _weekday(article, rng, True)


_BEGINS = "began|begun|started|opened|joined|elected|founded|took office|enacted|signed|sentenced|convicted|arrested|appointed|launched|introduced|moved|arrived|enlisted|hired|married|imposed"
_ENDS = "ended|closed|left|resigned|retired|repealed|expired|stepped down|released|freed|quit|divorced|lifted|fired|overturned|died|departed|struck down|shut down"
_PAIR = re.compile(rf"\b(?:{_BEGINS})\b[^.;\d“”\"]{{0,60}}?\b(?:in|since) (?P<a>(?:19|20)\d\d)\b[^.;\d“”\"]{{0,80}}?\b(?:{_ENDS})\b[^.;\d“”\"]{{0,60}}?\bin (?P<b>(?:19|20)\d\d)\b")


_IN = rf"in (?:(?:early|late) )?(?:{MONTH} )?"
_FOLLOWED = (re.compile(rf"\b{_IN}(?P<a>(?:19|20)\d\d)\b,? (?:a (?:year|month|decade) )?before [^.;“”\"]{{5,90}}? {_IN}(?P<b>(?:19|20)\d\d)\b"),
             re.compile(rf"\b{_IN}(?P<b>(?:19|20)\d\d)\b,? (?:just |shortly |soon )?after [^.;“”\"]{{5,90}}? {_IN}(?P<a>(?:19|20)\d\d)\b"))


def ends_before_it_began(article: Article, rng: Random) -> Iterator[Slip]:
    """“began in 2009 and ended in 2011”, “left in 2011 after … in 2009”, in one sentence: the years changed places."""
    for pattern in (_PAIR, *_FOLLOWED):
        for i, m in article.find(pattern):
            if int(m["a"]) < int(m["b"]) and not re.search(r"compared|than|since", m[0]):
                edits = (Edit(i, m.start("a"), m.end("a"), m["b"]), Edit(i, m.start("b"), m.end("b"), m["a"]))
                yield Slip(edits, Label(i, m["a"]), Label(i, m["b"]), f"begun in {m['b']}, ended in {m['a']}")


def span_turned_round(article: Article, rng: Random) -> Iterator[Slip]:
    """“from 2005 to 2013”: the years changed places."""
    for i, m in article.find(r"\bfrom (?:\w+ in )?(?P<a>1[89]\d\d|20[012]\d) (?:to|until|through) (?P<b>1[89]\d\d|20[012]\d)\b(?! percent|,\d)"):
        if int(m["a"]) < int(m["b"]):
            edits = (Edit(i, m.start("a"), m.end("a"), m["b"]), Edit(i, m.start("b"), m.end("b"), m["a"]))
            yield Slip(edits, Label(i, m["b"]), Label(i, m["a"]), f"from {m['b']} to {m['a']}")
