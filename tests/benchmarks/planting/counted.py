"""Natural slips of figures: directions, multiples, lists, scales, shares, ranges, scores, conversions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random

from currency_converter import CurrencyConverter, RateNotFoundError

from planting.article import Article, Edit, Label, Slip, sentence_of
from planting.figures import COUNT, FIGURE, count, figure, plain, scaled, written

A, B = FIGURE.format("a"), FIGURE.format("b")
UP = "rise|rises|increase|raise|raised|expanded|widened|went up|rose|risen|climbed|grew|grown|jumped|soared|increased|surged|rising|climbing|growing|jumping|increasing"
DOWN = "fall|decrease|drop|cut|lowered|reduced|narrowed|slipped|slid|shrunk|went down|fell|fallen|dropped|declined|shrank|plunged|decreased|plummeted|falling|dropping|declining|shrinking|decreasing"
MOVES = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: [^.,;“”\"\d]{{2,60}}?)?,? from {A}(?P<between>(?: (?!to\b)[a-z0-9]+){{0,4}}) to {B}")
_TURNED = {"up": "down", "down": "up"}


def same_kind(m: re.Match[str]) -> bool:
    """May the two figures of a match be compared?"""
    a, b = figure(m, "a"), figure(m, "b")
    return a.unit == b.unit and a.value != b.value and not (1900 < a.value < 2100 or 1900 < b.value < 2100) and not (a.scale and not b.scale) and not (b.scale and not a.scale and a.value < 1000)


def up_or_down_from(article: Article, rng: Random) -> Iterator[Slip]:
    """“53 percent, up from 65 percent”: the word turned round."""
    for i, m in article.find(rf"{A}(?:[^.;()“”\"\d]{{0,60}}?)[, (–—-]+(?P<way>up|down) (?:sharply |slightly )?from (?:about |just |nearly )?{B}"):
        a, b = figure(m, "a"), figure(m, "b")
        if same_kind(m) and (a.value > b.value) == (m["way"] == "up"):
            new = _TURNED[m["way"]]
            yield Slip((Edit(i, m.start("way"), m.end("way"), new),), Label(i, f"{new} from {b.text}"), Label(i, a.text), "the figures go the other way")


def verb_with_from_to(article: Article, rng: Random) -> Iterator[Slip]:
    """“climbed from 41 percent to 35 percent”: the figures changed places."""
    for i, m in article.find(MOVES):
        a, b = figure(m, "a"), figure(m, "b")
        if same_kind(m) and (b.value > a.value) == bool(m["up"]) and not re.search(r"\d", m[0][:m.start("a") - m.start()]):
            verb = m["up"] or m["down"]
            edits = (Edit(i, m.start("a"), m.end("a"), b.text), Edit(i, m.start("b"), m.end("b"), a.text))
            yield Slip(edits, Label(i, verb), Label(i, f"from {b.text}{m['between']} to {a.text}"), f"{verb} from {b.text} to {a.text}")


_ITEM = r"(?:[A-Z][\w.’'&-]*(?: (?:of |the )?[A-Z][\w.’'&-]*){0,3})"
_LIST = re.compile(rf"\b(?P<n>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) (?P<what>(?:[a-zA-Z-]+ ){{0,3}}[a-z]+s)(?P<mark>: | [—–] | -- |—)(?P<list>{_ITEM}(?:, {_ITEM}){{0,8}},? and {_ITEM})(?=[.;)]| [—–]| --|—|$)")


def list_count(article: Article, rng: Random) -> Iterator[Slip]:
    """The number before a list of names, one too many or too few."""
    for i, m in article.find(_LIST):
        items = re.split(r", and |, | and ", m["list"])
        value = count(m["n"])
        if len(items) == value > 2 and not re.search(r"(?:at least|including|among|other|about|than|of the|one of|last|next|first) $", article.lines[i][max(0, m.start() - 12):m.start()], re.I):
            new = written(value + rng.choice([-1, 1]), m["n"])
            yield Slip((Edit(i, m.start(), m.end("n"), new),), Label(i, f"{new} {m['what']}"), Label(i, m["list"]), f"{new} announced, {value} listed")


_TIMES = {"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "quadrupled": 4, "quadrupling": 4}


def multiple_in_the_article(article: Article, rng: Random) -> Iterator[Slip]:
    """“doubled from 10 to 21 percent”: another multiple."""
    for i, m in article.find(rf"\b(?P<word>{'|'.join(_TIMES)})(?P<more>[^.;:\d]{{0,60}}?),? from {A}(?: (?!to\b)[a-z0-9]+){{0,4}} to {B}"):
        if same_kind(m) and abs(figure(m, "b").value / figure(m, "a").value - _TIMES[m["word"]]) < 0.35 and "nearly" not in article.lines[i][max(0, m.start() - 12):m.start()]:
            new = ("quadrupl" if _TIMES[m["word"]] == 2 else "doubl") + m["word"][-2:].replace("ed", "ed")
            new = re.sub(r"^(quadrupl|doubl)(ed|ng)$", lambda x: x[1] + ("ed" if x[2] == "ed" else "ing"), new)
            told = m[0][m.start("a") - m.start() - 5:]
            yield Slip((Edit(i, m.start("word"), m.end("word"), new),), Label(i, new), Label(i, told), f"{told} is not {new}")


_NOT_COUNTED = frozenset("years days months hours weeks minutes points times percent cents dollars seconds pounds miles feet others degrees p.m a.m of to in on and or".split())


def repeated_figure(article: Article, rng: Random) -> Iterator[Slip]:
    """A count that stands twice with one noun, in two paragraphs, and no other count with the noun."""
    told: dict[str, list[tuple[int, re.Match[str], str]]] = {}
    for i in article.prose:
        for m in re.finditer(rf"({COUNT}) ((?:[a-z]+ )?)([a-z]{{3,}}s)\b", article.lines[i]):
            told.setdefault(m[3], []).append((i, m, m[2]))
    for noun, all_of in told.items():
        if noun in _NOT_COUNTED or len(all_of) != 2 or all_of[0][0] == all_of[1][0] or len({count(m[1]) for _, m, _ in all_of}) != 1:
            continue
        (j, x, _), (i, m, _) = all_of
        value = count(m[1])
        near = article.lines[i][max(0, m.start() - 25):m.start()]
        if value > 10 and not 1900 < value < 2100 and x[2] == m[2] and not re.search(r"\b(?:about|nearly|than|least|over|other|another|some|most|every|almost|around|roughly|estimated|per|every)\b", near):
            new = written(value + rng.choice([2, 3, -2, 10]) if value < 100 else int(value * rng.choice([0.8, 1.2, 1.5])), m[1])
            yield Slip((Edit(i, m.start(1), m.end(1), new),), Label(i, new + m[0][len(m[1]):]), Label(j, x[0]), f"two figures for the same {noun}", certain=False)


def _near_words(article: Article, i: int, m: re.Match[str]) -> set[str]:
    """The longer words beside a figure; none, where it is an end of a range."""
    near = article.lines[i][max(0, m.start() - 60):m.end() + 60]
    return set() if re.search(r"\b(?:to|and|or) $", article.lines[i][:m.start()]) else {w.lower() for w in re.findall(r"\b[A-Za-z]{5,}", near)} - {"million", "billion", "trillion", "about", "which", "would"}


def repeated_amount(article: Article, rng: Random) -> Iterator[Slip]:
    """An amount that stands twice, with another scale once."""
    told: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for i, m in article.find(A):
        if m["as"] and m["ac"] and len(re.sub(r"\D", "", m["an"] + (m["ad"] or ""))) > 1:
            told.setdefault(m["a"], []).append((i, m))
    for words, all_of in told.items():
        i, m = all_of[-1]
        if len(all_of) == 2 and all_of[0][0] != i and (len(re.sub(r"\D", "", words)) > 2 or _near_words(article, *all_of[0]) & _near_words(article, i, m)):
            other = {"million": "billion", "billion": rng.choice(["million", "trillion"]), "trillion": "billion"}[m["as"]]
            new = words.replace(m["as"], other)
            yield Slip((Edit(i, m.start("as"), m.end("as"), other),), Label(i, new), Label(all_of[0][0], words), f"one amount, {other} and {m['as']}")


_SHARE = re.compile(rf"{A}(?P<mid>[^.;]{{0,90}}?\b(?P<pro>approve[sd]?|approving|favorable|favorably|support(?:s|ed)?|favor(?:ed|s)?)\b[^.;]{{0,60}}?[ (]){B}(?P<end>[^.;]{{0,40}}?\b(?:disapprove[sd]?|unfavorable|unfavorably|oppose[sd]?)\b)")


def approve_and_disapprove(article: Article, rng: Random) -> Iterator[Slip]:
    """Those for and those against make more than a hundred."""
    for i, m in article.find(_SHARE):
        a, b = figure(m, "a"), figure(m, "b")
        if a.percent and b.percent and 85 <= a.value + b.value <= 100 and not a.decimals and not re.search(rf"{COUNT}|among|while \w+ (?:democrats|republicans)|compared|last", m["mid"].replace(" while ", " "), re.I):
            most = min(96, int(100 - b.value) + rng.randint(10, 18))
            if most > a.value + 8:
                yield Slip((Edit(i, m.start("an"), m.end("an"), str(most)),), Label(i, f"{most}{m['ap']}"), Label(i, b.text), f"{most} + {b.value:.0f} is more than 100")


def reversed_range(article: Article, rng: Random) -> Iterator[Slip]:
    """“between 20 and 30 percent”, “ages 18 to 34”: the ends changed places."""
    for i, m in article.find(rf"\b(?:between|(?:aged|ages|ranging from|ranges? from|ranged from)(?: about)?) {A}(?P<j> and | to ){B}"):
        a, b = figure(m, "a"), figure(m, "b")
        after = article.lines[i][m.end():m.end() + 24]
        bare = not a.percent and b.percent
        if a.value < b.value and (a.unit == b.unit or bare) and ("between" in m[0]) == (m["j"] == " and ") and not 1500 < b.value < 2100 and a.scale == b.scale and not re.match(r" (?:a\.m|p\.m|Jan|Feb|Ma|Ap|Ju|Aug|Se|Oct|Nov|De)", after):
            edits = (Edit(i, m.start("an"), m.end("ad") if m["ad"] else m.end("an"), b.text[len(b.currency):].split(" ")[0].rstrip("%")),
                     Edit(i, m.start("bn"), m.end("bd") if m["bd"] else m.end("bn"), a.text[len(a.currency):].split(" ")[0].rstrip("%")))
            words = [e.new for e in edits]
            yield Slip(edits, Label(i, words[0]), Label(i, words[1]), f"from {words[0]} to {words[1]} is no range")


_WON = re.compile(r"\b(?:beat|defeated|passed|approved|cleared|adopted|victory|won)\b[^.;\d]{0,80}?(?<![\w$.,-])(?:on a |by a |in a |a )?(?P<a>\d{1,3})(?P<dash>-| to |–)(?P<b>\d{1,3})(?![\w-]|,\d|\.\d| (?:percent|years|Senate maj))")


def winner_with_less(article: Article, rng: Random) -> Iterator[Slip]:
    """“passed 230-198”: the smaller figure first."""
    for i, m in article.find(_WON):
        a, b = int(m["a"]), int(m["b"])
        start, end = sentence_of(article.lines[i], m.start())
        if a > b > 4 and (a - b < 400) and not re.search(r"reject|fail|(?:was|were|been|be) defeated|veto|lost|block|lose|against|oppos|short of|cloture|two-thirds|super|not |n't|filibuster|amendment", article.lines[i][start:end]):
            edits = (Edit(i, m.start("a"), m.end("a"), m["b"]), Edit(i, m.start("b"), m.end("b"), m["a"]))
            told = f"{m['b']}{m['dash']}{m['a']}"
            yield Slip(edits, Label(i, told), Label(i, m[0].split()[0]), f"{m[0].split()[0]} with {told}")


_MEASURES = {("mile", "kilometer"): 1.609, ("kilometer", "mile"): 0.6214, ("foot", "meter"): 0.3048, ("meter", "foot"): 3.281, ("pound", "kilogram"): 0.4536, ("kilogram", "pound"): 2.205,
             ("acre", "hectare"): 0.4047, ("hectare", "acre"): 2.471, ("inch", "centimeter"): 2.54, ("ton", "metric ton"): 0.9072}
_UNIT = {"miles": "mile", "mile": "mile", "kilometers": "kilometer", "kilometer": "kilometer", "km": "kilometer", "feet": "foot", "foot": "foot", "meters": "meter", "meter": "meter", "pounds": "pound",
         "kilograms": "kilogram", "kg": "kilogram", "acres": "acre", "hectares": "hectare", "inches": "inch", "centimeters": "centimeter", "kilometres": "kilometer", "metres": "meter"}
UNITS = "|".join(sorted(_UNIT, key=len, reverse=True))


def measure_conversion(article: Article, rng: Random) -> Iterator[Slip]:
    """“30 miles (48 kilometers)”: the second figure ten times as large, or a tenth."""
    for i, m in article.find(rf"{A}[- ](?P<au>{UNITS}) \((?:about |roughly |some )?{B}[- ](?P<bu>{UNITS})\)"):
        rate = _MEASURES.get((_UNIT[m["au"]], _UNIT[m["bu"]]))
        a, b = figure(m, "a"), figure(m, "b")
        if rate and abs(b.value / (a.value * rate) - 1) < 0.12 and not (a.currency or b.currency):
            scale = f" {b.scale}" if b.scale else ""
            new = plain(float(m["bn"].replace(",", "") + (m["bd"] or "")) * rng.choice([10, 3, 0.4]), 1) + scale
            yield Slip((Edit(i, m.start("b"), m.end("b"), new),), Label(i, f"{new}{m[0][m.end('b') - m.start():-1]}"), Label(i, m[0].split(" (")[0]), f"{a.text} {m['au']} are {b.text} {m['bu']}")


NAMES = {"euros": "EUR", "pounds": "GBP", "yen": "JPY", "Swiss francs": "CHF", "Canadian dollars": "CAD", "Mexican pesos": "MXN", "rubles": "RUB", "yuan": "CNY", "rupees": "INR", "shekels": "ILS"}


@lru_cache(maxsize=1)
def _rates() -> CurrencyConverter:
    return CurrencyConverter(fallback_on_wrong_date=True, fallback_on_missing_rate=True)


def converted(value: float, old: str, new: str, date: str | None) -> float | None:
    """An amount in another currency on a day."""
    from datetime import date as day
    try:
        return float(_rates().convert(value, old, new, day.fromisoformat(date))) if date else None
    except (RateNotFoundError, ValueError):
        return None


def money_conversion(article: Article, rng: Random) -> Iterator[Slip]:
    """“5.8 billion euros ($7.5 billion)”: a tenth, or ten times as much."""
    for i, m in article.find(rf"{A} (?P<cur>{'|'.join(NAMES)}) \((?:about |around |roughly |some |or )?{B}\)"):
        a, b = figure(m, "a"), figure(m, "b")
        true = converted(a.value, NAMES[m["cur"]], "USD", article.date)
        if true and b.currency == "$" and abs(b.value / true - 1) < 0.15:
            new = scaled(b.value * rng.choice([10, 0.1]), "$", 2 + b.decimals)
            yield Slip((Edit(i, m.start("b"), m.end("b"), new),), Label(i, new), Label(i, f"{a.text} {m['cur']}"), f"{a.text} {m['cur']} are {b.text}", dated=True)
