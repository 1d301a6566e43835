"""Conversions: an amount and the same in another currency or unit, in brackets, after "or", or set off by commas or dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity

_LINK = (r"(?:or|that is|that’s|that's|i\.e\.|equal to|equals|equivalent to|the equivalent of|which is|which equals|worth|converted to|"
         r"which comes to|which amounts to|which works out at|in U\.S\. terms|at current exchange rates|at current rates|U\.S\.)")
_MEASURES = frozenset({"length", "area", "volume", "mass", "temperature", "speed"})
CONVERTED = _MEASURES | {"money"}  # of one of these both are
# another year's money, or the money of that time: the rate of the day says nothing about it
OTHER_YEAR = re.compile(r"(?:in|at) (?:(?:19|20)\d\d|today[’']s|current|constant|then-?|present-day)"
                         r"[ -](?:US |U\.S\. )?(?:dollars?|money|prices?|terms|values?|euros?|pounds?)"
                         r"|inflation|constant|adjusted|at the time|in today|back then|then worth|a year ago|nowadays|purchasing power")


LOCAL = "$"
_SIGNS = ("minus ", "negative ", "-", "–", "+", "plus ")  # before a temperature
_AMERICAN = re.compile(r"\$?U\.?S")
_BARE = re.compile(r"\s?[(\[]")
_BRACKET = re.compile(rf"(?: [a-z][a-z-]*){{0,3}}\s?[(\[]\s?(?:{_LINK},? )*{HEDGE}(?:{_LINK} )?", re.I)
_BESIDE = re.compile(rf"(?: (?:away|apart|long|wide|high|tall|deep|thick|north|south|east|west|off|up|down))?(?:\s?(,|—|–|--|-)\s?|\s)(?:({_LINK}),? )*({HEDGE})", re.I)
_DASHED = re.compile(rf" - (?:({_LINK}),? )*{HEDGE}", re.I)
_NAMED = re.compile(rf"(?: [a-z][a-z-]*){{1,4}},[”\"]? (?:(?P<equal>equal to|equivalent to|the equivalent of) {HEDGE}|(?P<hedge>{HEDGE}))")
_TOLD = re.compile(rf"(?: [a-z][a-z-]*){{0,3}},[”\"]? (?:which (?:is|was|covers|covered|measures|measured|spans|occupies|weighs|weighed|equals)|an? [a-z-]+ (?:of|covering|measuring|weighing)) {HEDGE}")
_ENDED = re.compile(r",|;|\.(?!\d)|$| [—–]| --?(?= )")
_CLOSED = re.compile(r"[^()\[\]]{0,30}[)\]]")
_SET_OFF = re.compile(r"(?: (?:per|an?) [a-z]+)?(?:[\s]*(?:[,.;:)—–\n]|--|$)|(?: [a-z]+){1,3}[,.;)]| at (?:today[’']s|(?:the )?current|the) (?:exchange )?rates?\b)")


def conversions(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Conversions among the figures of one sentence."""
    unit = ""  # of the last amount that was converted
    for a, b in zip(figures, figures[1:], strict=False):
        if b.span.start - a.span.end > 48:
            continue
        p, q = quantity(a), quantity(b)
        if q.dimension == "money" and (other := _currency(text, a, b, unit)):
            p = p._replace(dimension="money", unit=other)
            a = a._replace(value=p)
        if (relation := conversion(text, a, b)) is not None:
            unit = p.unit
            yield relation


def conversion(text: str, a: Mention, b: Mention) -> Relation | None:
    """The relation of two figures that stand beside each other as one amount in two units; None where they are none."""
    p, q = quantity(a), quantity(b)
    if p.dimension != q.dimension or p.unit == q.unit or (p.dimension != "money" and p.dimension not in _MEASURES):
        return None
    if not (shape := _shape(text, a, b)) or (p.per and q.per and p.per != q.per) or OTHER_YEAR.search(text, max(0, a.span.start - 25), b.span.end + 40):
        return None
    return Relation("conversion", (("amount", a), ("converted", b)), {"shape": shape})


def _currency(text: str, a: Mention, b: Mention, before: str) -> str:
    """What the amount `a` is in where it does not say so itself: "5.1 billion (0.8 billion dollars)" behind an amount in francs, or, beside
    "US$", a dollar of the country that the text is from ("$").
    """
    p, q = quantity(a), quantity(b)
    if p.dimension == "number" and before not in ("", q.unit):
        return before if _BARE.fullmatch(text, a.span.end, b.span.start) else ""
    return LOCAL if p.unit == q.unit == "USD" and a.text.startswith("$") and _AMERICAN.match(b.text) and not _AMERICAN.match(a.text) else ""


EACH = re.compile(r" (?:for (?:each|every)|each|apiece|to (?:the|each|every)) ")


def _shape(text: str, a: Mention, b: Mention) -> str:
    """"bracket", "apposition" or "or"; "" where nothing says that the two are one amount."""
    between = text[a.span.end:b.span.start]
    if EACH.match(text, b.span.end):
        return ""  # "21 tonnes of seed, 250 kilograms for each hectare"
    if quantity(b).dimension == "temperature" and between.endswith(_SIGNS):
        between = between[:-max(len(sign) for sign in _SIGNS if between.endswith(sign))]
    if _BRACKET.fullmatch(between) and _CLOSED.match(text, b.span.end):
        words = between.lower().split("(")[0].split()
        return "" if {"and", "from", "to", "plus", "versus"} & set(words) else "bracket"
    m = _BESIDE.fullmatch(between)
    if m is None:
        return _beyond(text, a, b, between)
    mark, link, hedge = m.groups()
    if mark == "-":
        return "apposition" if _DASHED.fullmatch(between) and text.startswith((" - ", "."), b.span.end) else ""
    if mark and (link or mark != "," or hedge.strip()):
        return "apposition" if _SET_OFF.match(text, b.span.end) else ""
    return "or" if link and link.lower() in ("or", "equivalent to", "equal to", "the equivalent of") else ""


def _beyond(text: str, a: Mention, b: Mention, between: str) -> str:
    """"apposition" where words stand between the figures, and a mark behind them: "the $15 billion loan, some 12 billion euros,", "a 4 square kilometre town, which covers 1.5 square miles"."""
    if _ENDED.match(text, b.span.end) is None:
        return ""
    if (named := _NAMED.fullmatch(between)) is not None:
        return "apposition" if named["equal"] or named["hedge"].strip() and not _JOINED & set(between.split()) else ""
    return "apposition" if quantity(b).dimension in _SIZES and _TOLD.fullmatch(between) and not _JOINED & set(between.split(",")[0].split()) else ""


_SIZES = _MEASURES - {"temperature", "speed"}
_JOINED = frozenset("and or from to plus of in on at by for with than as into against versus is was are were".split())
