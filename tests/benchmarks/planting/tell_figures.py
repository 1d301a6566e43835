"""What inserted slips of figures take up: amounts, measures, shares, sums, counts, votes, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from planting.article import Article, Spot, sentence_of
from planting.counted import DOWN, NAMES, UNITS, UP, A, B, converted, same_kind
from planting.figures import COUNT, SMALL, count, figure, nearby, plain, rounded, scaled, written
from planting.inserted import Told

_ROUGH = re.compile(r"\b(?:than|least|up to|over|nearly|almost|as many as|as much as|under|another|other|between|from|or|to|extra|additional|further|of the|every|some|above|below|most|dozens of|hundreds of|minimum of|maximum of|goal of|per|past|last|next) $", re.I)


def _clear(article: Article, i: int, start: int) -> bool:
    """Is nothing before a figure that makes it one of two, a bound, or a part?"""
    return not _ROUGH.search(article.lines[i][max(0, start - 24):start])


def _free(article: Article, i: int, start: int, end: int) -> bool:
    """Does the article itself say nothing in marks behind the figure?"""
    return not re.match(r" ?[(–—]|,? (?:or|and|to|up|down|a year|per|each|annually|in all|altogether|compared|than|more|fewer|less|worth|each)\b", article.lines[i][end:end + 14])


def amount(article: Article, rng: Random) -> Iterator[Told]:
    """$120 million, and what that is in another currency on the day."""
    for i, m in article.find(rf"{A}(?P<noun> (?:euros|yen)\b)?"):
        a = figure(m, "a")
        old = {"$": "USD", "£": "GBP", "€": "EUR"}.get(a.currency) or NAMES.get((m["noun"] or "").strip())
        if not old or not a.scale and a.value < 100 or not _clear(article, i, m.start()) or not _free(article, i, m.start(), m.end()) or re.search(r"Canad|Austral|Hong|Singap|Taiwan", article.text):
            continue
        names = {n: c for n, c in NAMES.items() if c != old and c in (("EUR", "GBP", "JPY", "CHF", "MXN", "CAD") if old == "USD" else ("JPY", "CHF"))}
        name, new = rng.choice(sorted(names.items()))
        true = converted(a.value, old, new, article.date)
        if true:
            wrong = true * rng.choice([10, 0.1]) if rng.random() < 0.6 or 0.6 < (true / a.value) ** 2 < 1.6 else a.value ** 2 / true
            yield Told(Spot(i, m.start(), m.end()), {"converted": f"{scaled(true)} {name}"}, {"converted": f"{scaled(wrong)} {name}"},
                       f"{m[0]} are {scaled(true)} {name} at the ECB rate of the day", "inserted beside an amount", dated=True)


_TO = {"miles": ("kilometers", 1.609), "kilometers": ("miles", 0.6214), "feet": ("meters", 0.3048), "meters": ("feet", 3.281), "pounds": ("kilograms", 0.4536), "acres": ("hectares", 0.4047),
       "hectares": ("acres", 2.471), "inches": ("centimeters", 2.54), "square miles": ("square kilometers", 2.59), "gallons": ("liters", 3.785)}


def measure(article: Article, rng: Random) -> Iterator[Told]:
    """Three miles, and what that is in the other system."""
    for i, m in article.find(rf"(?:{A}|(?P<w>{'|'.join(SMALL[2:])})) (?P<unit>square miles|gallons|{UNITS})\b(?! (?:per|an|a)\b|-)"):
        value = float(count(m["w"])) if m["w"] else figure(m, "a").value
        if m["unit"] not in _TO or (not m["w"] and (m["ac"] or m["ap"] or m["as"])) or not _clear(article, i, m.start()) or not _free(article, i, m.start(), m.end()) or value < 2:
            continue
        if m["unit"] == "pounds" and re.search(r"British|sterling|London|£|currency|worth|cost|paid", article.text) or re.match(r",? (?:and )?\w+[ -](?:inch|ounce|feet|foot)|,? \d", article.lines[i][m.end():]) or re.search(r"(?:feet|foot),? (?:and )?$", article.lines[i][:m.start()]):
            continue
        unit, rate = _TO[m["unit"]]
        right = plain(rounded(value * rate, 2), 1)
        wrong = plain(rounded(value * rate * rng.choice([10, 0.1, 4, 3]) if rng.random() < 0.6 or 0.7 < rate < 1.5 else value / rate, 2), 1)
        if len({right, wrong, "1"}) == 3:
            yield Told(Spot(i, m.start(), m.end()), {"converted": f"{right} {unit}"}, {"converted": f"{wrong} {unit}"}, f"{m[0]} are {right} {unit}", "inserted beside a measure")


_THINGS = "arrests|members|jobs|complaints|cases|employees|students|workers|immigrants|refugees|troops|soldiers|visitors|deaths|protesters|applicants|homes|schools|visas|supporters|volunteers|patients|prisoners|inmates|children|ads|signatures|officers|agents|attacks|murders|homicides|companies|donors|subscribers|customers"


def multiple(article: Article, rng: Random) -> Iterator[Told]:
    """11 million immigrants, five times an earlier figure."""
    for i, m in article.find(rf"{A} (?P<noun>(?:[a-z]+ )?(?:{_THINGS}))\b"):
        a = figure(m, "a")
        by = [n for n in (2, 3, 4, 5) if a.value / n == rounded(a.value / n, 3) and (a.scale or (a.value / n) % 1 == 0)]
        if a.value < 20 or a.percent or a.currency or not by or not _clear(article, i, m.start()) or not _free(article, i, m.start(), m.end()) or re.match(r" [a-z]+ing|'|’| (?:old|of age)", article.lines[i][m.end():]):
            continue
        n = rng.choice(by)
        wrong = rng.choice([x for x in (2, 3, 4, 5, 6) if abs(x - n) > 1])
        told = {k: "twice" if k == 2 else f"{SMALL[k]} times" for k in (n, wrong)}
        earlier = scaled(a.value / n) if a.scale else written(int(a.value / n))
        yield Told(Spot(i, m.start(), m.end()), {"times": told[n], "earlier": earlier}, {"times": told[wrong]}, f"{a.text} is {n} times {earlier}", "times an earlier figure")


_CHANGED = re.compile(rf"\b(?:{UP}|{DOWN}|went|grew|doubled|doubling|tripled|tripling|swell(?:ed)?|balloon(?:ed)?|slash(?:ed)?|shift(?:ed)?|changed?|moved?|boost(?:ed)?|lower|reduce|shrink|grow|climb|jump|expand|shot|improv(?:e|ed|ing)|tumbled?|going|goes|go|hike|spiked?|rocketed|quadrupled|quadrupling|surge|plunge|boosting|lowering|reducing|cutting|raising)\b"
                      rf"[^.;“”\"]{{0,70}}?\bfrom (?:about |just |roughly )?{A}(?: (?!to\b)[a-z0-9]+){{0,4}} to (?:about |just |roughly )?{B}")


_CLOSED = re.compile(r"(?: an? (?:hour|year|month|day)| [a-z]+s)?(?=[.,;]|$| (?:in|by|for|over|under|after|since|this|last|as|on|between|during|with|today|now|while|and|before|at|within)\b)")


def change(article: Article, rng: Random) -> Iterator[Told]:
    """Rose from 41 to 53 percent, and by how much."""
    for i, m in article.find(_CHANGED):
        a, b = figure(m, "a"), figure(m, "b")
        start = m.start() + m[0].rindex("from ", 0, m.start("a") - m.start())
        if not same_kind(m) or not a.value or not _free(article, i, m.start(), m.end()) or re.search(r"\d", m[0][:start - m.start()]) or re.match(r"[- ](?:a\.m|p\.m|year-old|years)", article.lines[i][m.end():]):
            continue
        if a.percent:
            true, unit = abs(a.value - b.value), "percentage points"
            wrong = true + rng.choice([5, 6, 10, 20])
        else:
            true, unit = abs(b.value - a.value) / a.value * 100, "percent"
            wrong = true + rng.choice([12, 20, 30]) if b.value > a.value or true < 50 else true - rng.choice([15, 20, 25])
        places = 1 if a.percent and (a.decimals or b.decimals) else 0
        closed = _CLOSED.match(article.lines[i], m.end())
        if 1.5 < true < 400 and closed:
            yield Told(Spot(i, start, closed.end()), {"change": f"{plain(true, places)} {unit}"}, {"change": f"{plain(wrong, places)} {unit}"},
                       f"from {a.text} to {b.text} is {plain(true, places)} {unit}", f"change of a from-to figure, {'up' if b.value > a.value else 'down'}")


def rate(article: Article, rng: Random) -> Iterator[Told]:
    """$20 million over four years, and how much that is a year."""
    for i, m in article.find(rf"{A}(?: [^.,;()“”\"\d$]{{0,60}}?)? (?:over|during|in) (?:the |a )?(?:(?:next|past|last|coming|following|course of) )?(?P<n>{'|'.join(SMALL[2:])}|\d\d?|decade)(?:-year period| years|(?<=decade))\b"):
        a = figure(m, "a")
        years = 10 if m["n"] == "decade" else count(m["n"])
        if a.currency and a.scale and 1 < years < 31 and _clear(article, i, m.start()) and _free(article, i, m.start(), m.end()) and "year" not in m[0][:m.start("n") - m.start()] and not re.search(r" in (?:the |a )?\S+$", m[0][:m.end("n") - m.start()]):
            true = a.value / years
            told = [scaled(x, a.currency) for x in (true, true * rng.choice([10, 0.1]))]
            yield Told(Spot(i, m.start(), m.end()), {"rate": told[0]}, {"rate": told[1]}, f"{a.text} over {years} years is {told[0]} a year", "amount over years")


_FRACTIONS = {50: ("half", "one in two"), 25: ("a quarter", "one in four"), 75: ("three-quarters", "three in four"), 33: ("a third", "one in three"), 67: ("two-thirds", "two in three"),
              20: ("a fifth", "one in five"), 40: ("two-fifths", "two in five"), 60: ("three-fifths", "three in five"), 80: ("four-fifths", "four in five"), 10: ("a tenth", "one in 10")}


def share(article: Article, rng: Random) -> Iterator[Told]:
    """81 percent of the vote, and the fraction that is."""
    for i, m in article.find(rf"{A} of (?:(?:the|their|all|its|those|his|her|likely|registered) )?(?:[a-zA-Z]+ )?[a-z]+(?=[,.;]| (?:said|say|were|was|are|is|have|had|voted|support|think|believe|who|in|for|from|approve|disapprove)\b)"):
        a = figure(m, "a")
        if re.search(r"\b(?:said|they|who|those)\b", m[0]):
            continue
        near = next((f for f in _FRACTIONS if abs(a.value - f) <= 1), None)
        if near and a.percent and _clear(article, i, m.start()) and _free(article, i, m.start(), m.end()):
            form = rng.randrange(2)
            wrong = rng.choice([f for f in _FRACTIONS if abs(f - near) >= 12])
            yield Told(Spot(i, m.start(), m.end()), {"fraction": _FRACTIONS[near][form]}, {"fraction": _FRACTIONS[wrong][form]}, f"{a.text} is {_FRACTIONS[near][0]}", "percentage and fraction")


_SUMMED = rf"(?P<a>{COUNT}) (?P<x>(?:[a-z]+ ){{0,1}}[a-z]+s|people|men|women|children) and (?P<b>{COUNT}) (?P<y>(?:[a-z]+ ){{0,1}}[a-z]+s|people|men|women|children)(?: (?:dead|were killed|were arrested|died))?(?=[,.;]| (?:were|was|are|at|in|on|to|for|from|during)\b)"
_UNSUMMED = re.compile(r"year|month|day|hour|minute|week|percent|point|time|mile|feet|inch|pound|dollar|cent|second|ounce|game|win|loss|degree|one|half|acre|meter|round|vote|were killed|other|more")


def total(article: Article, rng: Random) -> Iterator[Told]:
    """20 children and six adults, and how many that makes."""
    for i, m in article.find(_SUMMED):
        a, b = count(m["a"]), count(m["b"])
        if a + b < 1500 and a > 1 and b > 1 and _clear(article, i, m.start()) and _free(article, i, m.start(), m.end()) and not _UNSUMMED.search(f"{m['x']} {m['y']}") and m["x"].split()[-1] != m["y"].split()[-1]:
            right, wrong = a + b, a + b + rng.choice([-2, -1, 1, 2] if a + b < 60 else [-20, -10, 10, 20])
            yield Told(Spot(i, m.start(), m.end()), {"total": written(right)}, {"total": written(wrong)}, f"{m['a']} and {m['b']} make {right}", "people and things")


_TALLY = re.compile(r"\b(?:vote[ds]?|voting|passed|approved|rejected|defeated|cleared)\b[^.;\d]{0,60}?(?P<t>(?<![\w$.,-])\d{2,3}[-–]\d{2,3})(?![\w-]|,\d|\.\d| (?:percent|majority))")


def _tallies(article: Article) -> list[tuple[int, re.Match[str]]]:
    return [(i, m) for i, m in article.find(_TALLY) if not re.search(r"poll|control|majority of|seats|survey|percent", article.lines[i][max(0, m.start() - 60):m.end() + 30]) and all(0 < int(x) < 440 for x in re.split("[-–]", m["t"]))]


def votes(article: Article, rng: Random) -> Iterator[Told]:
    """The House passed it 360-61, and how many votes that is."""
    for i, m in _tallies(article):
        a, b = map(int, re.split("[-–]", m["t"]))
        if a + b > 80 and _free(article, i, m.start("t"), m.end("t")) and re.match(r"[.,;]|$| (?:on|in|to|last|earlier|with|over|after|for)\b", article.lines[i][m.end():]):
            right, wrong = a + b, a + b + rng.choice([-20, -10, 10, 20])
            yield Told(Spot(i, m.start("t"), m.end("t")), {"total": str(right)}, {"total": str(wrong)}, f"{a} and {b} make {right}", "votes")


def vote_again(article: Article, rng: Random) -> Iterator[Told]:
    """The one vote of an article, told again with another figure."""
    found = _tallies(article)
    if len(found) == 1 and article.count(r"\b\d{2,3}[-–]\d{2,3}\b(?!-)") == 1:
        i, m = found[0]
        a, b = re.split("[-–]", m["t"])
        moved = rng.choice([n for n in (-9, -7, -4, 4, 7, 9) if (int(a) + n > int(b) - n) == (int(a) > int(b)) and int(b) - n > 0 < int(a) + n] or [1])
        wrong = f"{int(a) + moved}{m['t'][len(a)]}{int(b) - moved}"
        yield Told(Spot(i, m.start("t"), m.end("t")), {"tally": m["t"]}, {"tally": wrong}, f"one vote, {m['t']} and {wrong}", "vote told again", near=True)


def average(article: Article, rng: Random) -> Iterator[Told]:
    """Between 20 and 30 percent, and an average that lies outside."""
    for i, m in article.find(rf"\b(?:between|ranging from|ranged from|ranges? from) {A}(?P<j> and | to ){B}"):
        a, b = figure(m, "a"), figure(m, "b")
        if a.value < b.value and b.scale == a.scale and (a.unit == b.unit or b.percent and not a.currency) and ("between" in m[0]) == (m["j"] == " and ") and not 1500 < b.value < 2100 and (b.percent or b.currency) and _free(article, i, m.start(), m.end()):
            size = b.value if not b.scale else float(m["bn"].replace(",", "") + (m["bd"] or ""))
            low = a.value * size / b.value
            tail = (f" {b.scale}" if b.scale else "") + b.percent
            right, wrong = (b.currency + plain(rounded(x), 1) + tail for x in ((low + size) / 2, size + (size - low) * rng.choice([0.5, 1]) + 1))
            yield Told(Spot(i, m.start(), m.end()), {"average": right}, {"average": wrong}, f"an average of {wrong} is outside {a.text} to {b.text}", "average outside its range")


_ACTS = {"killed": "deaths", "arrested": "arrests", "wounded": "injuries", "injured": "injuries", "detained": "detentions"}


def counted_act(article: Article, rng: Random) -> Iterator[Told]:
    """Police arrested 21 people; the arrests with another count."""
    for i, m in article.find(rf"\b(?P<verb>{'|'.join(_ACTS)}) (?P<n>{COUNT}) (?:[a-z]+ )?(?:people|men|women|protesters|civilians|soldiers|students|children|Americans|officers|demonstrators|suspects|passengers|police|workers|troops|others)\b"):
        noun, value = _ACTS[m["verb"]], count(m["n"])
        start, end = sentence_of(article.lines[i], m.start())
        more = re.match(rf" and (?:(?:wounded|injured|killed) )?(?:at least |about )?{COUNT} (?!others)", article.lines[i][m.end():]) and not re.match(r" and (?:wounded|injured)", article.lines[i][m.end():])
        if value > 3 and not more and "others" not in m[0] and len(re.findall(r"\b(?:killed|dead|died|deaths|arrest\w*|wounded|injured|detained)\b", article.lines[i])) < 3 \
                and not re.search(r"\b(?:would|could|might|if|not|have|since|each|year|exaggerated|denied|false)\b", article.lines[i][start:end]):
            wrong = nearby(value, rng)
            yield Told(Spot(i, m.start(), m.end()), {"count": written(value), "noun": noun}, {"count": written(wrong)}, f"two counts of the {noun}", "count, verb then noun", near=True, certain=False)
