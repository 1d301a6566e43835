"""What inserted slips of times, people and words take up: lengths, ages, years, quotations, towns, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from planting.article import Article, Spot, sentence_of
from planting.counted import A
from planting.figures import COUNT, SMALL, count, nearby, written
from planting.inserted import Told
from planting.lexicon import COUNTRIES, DAYS, GIVEN, MONTH, NO_SURNAME, TOWNS
from planting.people import Person, kin, people
from planting.words import misquoted, other_state, towns

_NUMBER = "|".join(SMALL[2:])
_YEAR = r"(?:19|20)\d\d"
_EVENTS = "meeting|debate|shutdown|trial|hearing|rally|interview|strike|siege|standoff|filibuster|speech|flight|ceasefire|cease-fire|visit|tour|summit|ceremony|session|conference|march|hunger strike|surgery|operation"


def _length(number: int, unit: str) -> str:
    return f"{written(number)} {unit}s"


def _other(rng: Random, number: int) -> int:
    return max(2, number + rng.choice([-1, 1, 2])) if number < 10 else number + rng.choice([10, 20] if number % 10 == 0 else [3, 10])


def event_length(article: Article, rng: Random) -> Iterator[Told]:
    """A 90-minute meeting, the only one; it took another time."""
    for i, m in article.find(rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)(?: nearly)? (?P<n>{_NUMBER}|\d{{1,3}})-(?P<unit>minute|hour|day|week|month) (?:[a-z]+ )?(?P<event>{_EVENTS})\b(?! [a-z]+er\b)"):
        number = count(m["n"])
        wrong = _other(rng, number)
        if "nearly" not in m[0] and number > 1 and wrong != number and article.count(rf"\b{m['event']}s\b") == 0 and article.count(rf"\b{m['event']}\b") < 5 and not re.search(r"\b(?:plan|propos|would|will|call|schedul|until|every|each)", article.lines[i]):
            yield Told(Spot(i, m.start("n"), m.end()), {"length": _length(number, m["unit"]), "event": m["event"]}, {"length": _length(wrong, m["unit"])},
                       f"two lengths for one {m['event']}", "duration of an event, noun then verb")


_ACTS = {"met": "meeting", "debated": "debate", "marched": "march", "rallied": "rally", "huddled": "meeting"}


def act_length(article: Article, rng: Random) -> Iterator[Told]:
    """They met for three hours; the meeting of another length."""
    for i, m in article.find(rf"\b(?P<verb>{'|'.join(_ACTS)})\b[^.;,“\"]{{0,60}}? for (?:about |more than |nearly |roughly |almost )?(?P<n>{_NUMBER}|\d{{1,3}}) (?P<unit>minute|hour|day)s\b"):
        number = count(m["n"])
        wrong = _other(rng, number) if number > 9 else number + rng.choice([2, 3])
        if not re.search(r"\b(?:was|were|would|will|not|never|every|each|argued)\b", article.lines[i][max(0, m.start() - 20):m.end()]) and article.count(rf"\b{_ACTS[m['verb']]}s?\b") < 4:
            told = [f"{written(n)}-{m['unit']}" for n in (number, wrong)]
            yield Told(Spot(i, m.start(), m.end()), {"length": told[0], "event": _ACTS[m["verb"]]}, {"length": told[1]}, f"two lengths for one {_ACTS[m['verb']]}",
                       "duration of an event, verb then noun", near=True)


def birth(article: Article, rng: Random) -> Iterator[Told]:
    """Ariel Castro, 53, and a year of birth."""
    for i, m in article.find(r"\b(?:[A-Z](?:\.|[\w’'-]+) ){1,3}[A-Z][\w’'-]+, (?P<age>[1-9]\d)(?=,)"):
        age = int(m["age"])
        start, end = sentence_of(article.lines[i], m.start())
        if re.search(rf"\b(?:died|dead|killed|victims?|late|slain|murder|shot|then|{_YEAR})\b|Photos", article.lines[i][start:end]):
            continue
        if article.year and 15 < age < 95:
            right = article.year - age
            yield Told(Spot(i, m.start(), m.end()), {"year": str(right)}, {"year": str(right + rng.choice([-14, -9, -6, -4, 4, 6, 9]))},
                       f"{age} in {article.year} means born in {right} or the year before", "age and year of birth", dated=True)


def years_ago(article: Article, rng: Random) -> Iterator[Told]:
    """In 2009, and how many years ago that is."""
    for i, m in article.find(rf"(?<!\d )\bin (?P<year>{_YEAR})\b(?=[,.;]| [a-z])(?! (?:to|and|through|or|until|dollars)\b|, (?:\d{{4}}|and)|,? (?:when|after|before|\w+ years))"):
        gone = article.year - int(m["year"])
        start, end = sentence_of(article.lines[i], m.start())
        if article.year and 2 <= gone < 60 and not re.search(r"\bfrom\b|\bsince\b|\buntil\b|ago\b|later|earlier", article.lines[i][start:end]) and len(re.findall(rf"\b{_YEAR}\b", article.lines[i][start:end])) == 1:
            wrong = gone + rng.choice([3, 4, 5, 8] + [-3] * (gone > 5))
            yield Told(Spot(i, m.start(), m.end()), {"years": _length(gone, "year")}, {"years": _length(wrong, "year")}, f"{m['year']} to {article.year} is {gone} years",
                       "years since a year", dated=True)


def span(article: Article, rng: Random) -> Iterator[Told]:
    """From 2005 to 2013, and how long that is."""
    for i, m in article.find(rf"\bfrom (?P<a>{_YEAR}) (?:to|until) (?P<b>{_YEAR})\b(?!-)"):
        gone = int(m["b"]) - int(m["a"])
        if 2 <= gone < 80:
            wrong = gone * 2 if rng.random() < 0.5 else gone + rng.choice([3, 5])
            yield Told(Spot(i, m.start(), m.end()), {"years": _length(gone, "year")}, {"years": _length(wrong, "year")}, f"{m[0]} is {gone} years", "length of a from-to span")


_UNCOUNTED = frozenset("""years days months hours weeks minutes points times percent cents dollars seconds pounds miles feet others degrees yards acres meters kilometers inches was has
votes seats is does others sources pages ways things lines words homicides plus grams ounces tons gallons barrels""".split())


def figure_again(article: Article, rng: Random) -> Iterator[Told]:
    """83 schools, a count whose noun has no other one, told again."""
    for i, m in article.find(rf"(?=\d)(?P<n>{COUNT}) (?P<noun>(?:[a-z]{{4,}} )?[a-z]{{3,}}s)\b"):
        value, noun = count(m["n"]), m["noun"].split()[-1]
        near = article.lines[i][max(0, m.start() - 26):m.start()]
        if value < 12 or 1500 < value < 2100 or noun in _UNCOUNTED or re.search(r"(?:ly|ed|ing|than|that|less|fewer|more|other|another) ", m["noun"]) or article.count(rf"\b{noun}\b") > 5:
            continue
        if article.count(rf"{COUNT} (?:[a-zA-Z-]+ ){{0,2}}{noun}\b") == 1 and not re.search(r"\b(?:to|than|least|other|another|about|and|or|more|some|nearly|over|almost|around|roughly|first|last|top|every|of the|up|most|for|by|as many as|"
                                                                                          r"past|next|average of|estimated|per|under|additional|would|could|will) (?:[a-z]+ )?$", near):
            wrong = written(nearby(value, rng), m["n"])
            yield Told(Spot(i, m.start(), m.end()), {"figure": m[0]}, {"figure": f"{wrong} {m['noun']}"}, f"two figures for the same {noun}", "figure told again", certain=False)


def amount_again(article: Article, rng: Random) -> Iterator[Told]:
    """$21.8 million, told again by the billion."""
    for i, m in article.find(A):
        digits = m["an"] + (m["ad"] or "")
        if m["ac"] and m["as"] and len(re.sub(r"\D", "", digits)) > 2 and article.count(rf"{re.escape(digits)}\b") == 1:
            other = {"million": "billion", "billion": rng.choice(["million", "trillion"]), "trillion": "billion"}[m["as"]]
            yield Told(Spot(i, m.start(), m.end()), {"amount": m["a"]}, {"amount": m["a"].replace(m["as"], other)}, f"one amount, {m['as']} and {other}", "amount told again")


def quotation(article: Article, rng: Random) -> Iterator[Told]:
    """A sentence in quotation marks, given again with another word; in a sentence further down, or as the headline with its speaker."""
    for i in article.prose:
        for m in re.finditer(r"[“\"]([A-Z][^“”\"\n.!?;:]{25,90})[,.][”\"](?: (?:(?P<said>said|says|added) )?(?P<name>(?:(?:Mr|Ms|Mrs|Sen|Rep|Gov|Dr)\. |President )?(?:[A-Z][a-z’'A-Z]+ )?[A-Z][A-Za-z’'-]+)(?(said)[,.]| (?:said|says|added)\b))?", article.lines[i]):
            words = m[1]
            change = misquoted(rng, words)
            if not change or not 5 < len(words.split()) < 16 or article.text.count(words) != 1 or "'" in words.replace("'s", "").replace("n't", "").replace("'", "", 3):
                continue
            wrong = words[:change[0]] + change[2] + words[change[1]:]
            spot = Spot(i, m.start(1), m.end(1))
            yield Told(spot, {"quote": words}, {"quote": wrong}, "one quotation, two wordings", "quotation told again", far=True)
            if m["name"] and not {*m["name"].split()} & {"He", "She", "They", "It", "I", "The", "We", "You", "Rep", "Sen", "Gov", "Mr", "Ms", "Mrs", "Dr", "House", "Senate", "One", "Gen", "St"}:
                speaker = re.sub(r"^(?:Mr|Ms|Mrs|Sen|Rep|Gov|Dr)\. |^President ", "", m["name"]).split()[-1]
                yield Told(spot, {"quote": words, "speaker": speaker}, {"quote": wrong}, "headline misquotes", "headline rewritten round a quotation")


def age_again(article: Article, rng: Random) -> Iterator[Told]:
    """A person's age, told once, told again."""
    for p in people(article):
        told = list(article.find(rf"\b{re.escape(p.full)}, (?P<age>[1-9]\d)(?=,)"))
        if len(told) == 1 and not article.count(rf"-year-old {re.escape(p.surname)}") and not kin(article.lines[told[0][0]]) and not article.count(rf"{re.escape(p.surname)}[^.]{{0,40}}(?:died|killed|dead|turn)"):
            i, m = told[0]
            wrong = str(int(m["age"]) + rng.choice([-6, -4, -3, -2, 2, 3, 5, 9]))
            yield Told(Spot(i, m.start(), m.end()), {"age": m["age"], "name": p.surname}, {"age": wrong}, "one person, two ages", "age told again")


def town_again(article: Article, rng: Random) -> Iterator[Told]:
    """A town with its state, told again with another one."""
    for town, all_of in towns(article).items():
        i, m = all_of[0]
        state, new = m[2], other_state(article, rng, m[2])
        if new and not article.count(rf"\b{town} (?:County|University)"):
            yield Told(Spot(i, m.start(1), m.end(2)), {"town": town, "state": state}, {"state": new}, f"{town} lies in two states", "town's state told again", far=True)


_BEGAN = r"(?P<verb>became (?:the )?[a-z ]{3,40}|took office(?: as [a-z ]+)?|was (?:first )?elected(?: (?:as )?[a-z ]+)?|was appointed [a-z ]{3,40}|joined the [A-Za-z ]{3,40}|took over as [a-z ]+|was named [a-z ]{3,40}|was sworn in(?: as [a-z ]+)?|was hired [a-z ]{3,40}|entered [a-zA-Z ]{3,30}|moved (?:in)?to [A-Z][a-zA-Z ]{3,30}|took charge [a-z ]{3,30}|started (?:working|work) [a-zA-Z ]{3,30}|won (?:his|her|the) (?:seat|office|election)[a-zA-Z ]{0,30})"


_GREAT = frozenset("Obama Trump Clinton Bush Reagan Carter Nixon Kennedy Romney Biden McCain Putin Lincoln Roosevelt Johnson Eisenhower Ford".split())


def _did(article: Article, p: Person, verb: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What somebody did in a year, in a sentence that tells of one year; of a few the whole world knows their years."""
    for i, m in article.find(rf"\b(?:{p.given} )?(?:[A-Z]\. )?{re.escape(p.surname)}\b[^.;“”\"]{{0,70}}? {verb},? in (?:{MONTH} )?(?P<year>{_YEAR})\b") if p.surname not in _GREAT else ():
        start, end = sentence_of(article.lines[i], m.start())
        if len(re.findall(rf"\b{_YEAR}\b", article.lines[i][start:end])) == 1:
            yield i, m


def ended(article: Article, rng: Random) -> Iterator[Told]:
    """Harris took office in 2009, and left before that; in the twin, after. Only of somebody of whom the article tells little else."""
    for p in people(article):
        for i, m in _did(article, p, _BEGAN):
            year, now = int(m["year"]), article.year
            if now - year > 4 and article.count(p.mention) < 10 and not re.search(r"re-?elect|until|since|died|killed|\bnow\b", article.lines[i]) and not re.search(rf"\b(?:that|which|(?!{re.escape(p.surname)} )[A-Z][a-z]+) $", m[0][:m.start("verb") - m.start()]):
                yield Told(Spot(i, m.start(), m.end()), {"year": str(rng.randint(year + 2, now - 1)), "name": p.surname}, {"year": str(year - rng.randint(2, 6))},
                           f"{p.surname} began in {year}", "ended before it began", near=True)


def _voices(article: Article) -> list[Person]:
    """Those who speak in the article."""
    return [p for p in people(article) if re.search(rf"\b{re.escape(p.surname)} (?:said|says|told|added)\b|\b(?:said|says) (?:{p.given} )?{re.escape(p.surname)}\b", article.text)]


_DEAD = re.compile(r"\b[Tt]he late (?:[A-Z][\w.]+ |[a-z]+ ){0,3}?(?P<given>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<name>(?:Mc|O['’])?[A-Z][a-z]{3,})\b(?! [A-Z])|"
                   rf"\b(?P<given2>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<name2>(?:Mc|O['’])?[A-Z][a-z]{{3,}}),? (?:who )?(?:died|was killed|was assassinated|was murdered)\b[^.;,]{{0,40}}? in (?P<year>{_YEAR})\b")


def dead_and_speaking(article: Article, rng: Random) -> Iterator[Told]:
    """Somebody who died years ago says something on a weekday; in the twin it is somebody who speaks in the article."""
    for i, m in article.find(_DEAD):
        name, given = m["name"] or m["name2"], m["given"] or m["given2"]
        others = article.count(rf"(?<!{given} )(?<!\. )\b{name}\b") - article.count(rf"\b{given} (?:[A-Z]\. )?{name}\b")
        alive = [p for p in _voices(article) if p.surname != name and not article.count(rf"\blate (?:[\w.]+ ){{0,3}}{p.surname}\b|\b{p.surname}[^.]{{0,60}}\b(?:died|dead|killed|death)\b")]
        if {name, given} & (NO_SURNAME | set(DAYS) | set(TOWNS) | set(COUNTRIES)) or given == "The":
            continue
        if alive and others < 3 and int(m["year"] or 0) < article.year - 1 and not re.search(rf"\b(?:[A-Z][a-z]+) (?<!{given} ){name}\b", article.text) and not kin(article.lines[i]) \
                and not article.count(rf"\b{name} (?:said|says|told)|said {name}|{name}s\b|{name} family"):
            yield Told(Spot(i, m.start(), m.end()), {"name": rng.choice(alive).surname, "day": rng.choice(DAYS[:5])}, {"name": name}, f"{given} {name} is dead, and speaks", "dead and speaking", far=True)


# of these the world knows the year, so that the twin is true
_DEPARTED = {"Ronald Reagan": 2004, "Gerald Ford": 2006, "Robert Byrd": 2010, "Jesse Helms": 2008, "Strom Thurmond": 2003, "Steve Jobs": 2011, "Richard Holbrooke": 2010, "Tip O'Neill": 1994,
             "Paul Newman": 2008, "Tim Russert": 2008, "Walter Cronkite": 2009, "Milton Friedman": 2006, "Rosa Parks": 2005, "Barry Goldwater": 1998, "Daniel Patrick Moynihan": 2003}


def died_before(article: Article, rng: Random) -> Iterator[Told]:
    """Somebody who says something on a weekday died years ago; in the twin it is somebody who did."""
    for p in _voices(article):
        if p.surname in _GREAT or not article.year:
            continue
        for i, m in article.find(rf"\b{re.escape(p.surname)} (?:said|told [A-Za-z ]{{3,30}})(?: (?:on|in [a-z ]{{3,30}}|late|early|again))? (?:{'|'.join(DAYS)})\b"):
            known = {n: y for n, y in _DEPARTED.items() if y < article.year - 1 and n.split()[-1] not in article.text}
            if known and re.search(rf"\b{re.escape(p.full)}\b", article.text):
                name = rng.choice(sorted(known))
                yield Told(Spot(i, m.start(), m.end()), {"name": name, "year": str(known[name])}, {"name": p.full}, f"{p.full} is dead, and speaks", "died before a deed", far=True)


def named(article: Article, rng: Random) -> Iterator[tuple[str, str]]:
    """An e-mail address and a handle made up for a person's name of the article, none of them in it."""
    for p in people(article):
        given, surname = p.given.lower(), re.sub(r"\W", "", p.surname.lower())
        if len(surname) > 5 and p.given in GIVEN and article.count(p.mention) < 3 and "@" not in article.text:
            domain = rng.choice(["harborpost.org", "countydesk.com", "openledger.org", "valleyrecord.net", "citydispatch.com"])
            yield f"{given}.{surname}@{domain}", f"@{given}{surname}"
