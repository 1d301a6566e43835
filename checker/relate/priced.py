"""A price for each, how many of them, and the sum: "$6 million, or $12 for each of its 500,000 shares", "40 boats at $90,000 each, a total of $3.6 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Quantity, Relation
from checker.relate.gaps import HEDGE, quantity, unbounded

_CUES = ("each ", " each", " apiece", " a piece", " per ", " a ", " an ")
_COUNTS = frozenset({"count", "number", "mass", "volume", "area"})
_NEAR = 70  # characters between two of the three
_LOOSELY = re.compile(rf" (?:each|apiece), {HEDGE}")
_PLAUSIBLE = 6  # times that the told price may be the real one; beyond that the sum is another's
_LEAST = 5  # so many are sold by the piece; fewer are as likely something else


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    each = r"(?: each| apiece| a piece)"
    return {
        # "$12 for each of its 500,000 shares", "$12 a share for the 500,000 shares"
        "of many": re.compile(rf"(?:{each}|(?: an?|/| per) [a-z]+)? (?:for|on|to)(?: each(?: one)? of| every one of| all(?: of)?)? (?:(?:the|its|their|his|her|all|those|these) )?{HEDGE}"),
        # "500,000 shares at $12 each"
        "at": re.compile(rf"(?: (?!and |but |or |to )[a-z’'-]+){{0,3}},?(?: (?:at|for|priced at|costing|selling (?:at|for)|sold (?:at|for)|valued at|worth|at a (?:price|cost) of) ){HEDGE}"),
        # "each of the 400 farmers will get $2,000"
        "each of": re.compile(rf"\beach of (?:the |its |their |his |her |those |these )?{HEDGE}$", re.I),
        # "200 guests gave $500 each, … in all"
        "gave": re.compile(rf"(?:,? who| that)?(?: (?!and |but |or |to |of )[a-z’'-]+){{1,3}} {HEDGE}"),
        "in all": re.compile(r"(?: |, )(?:in all|altogether|in total|all told)\b"),
        "gets": re.compile(rf"(?: (?:will|would|is to|was to|has|had|could|must))? (?:gets?|got|receives?|received|pays?|paid|earns?|earned|costs?|owes?|owed|gives?|gave) {HEDGE}"),
        "each": re.compile(rf"{each}(?![a-z])|(?: an?|/| per) ([a-z]+)"),
        # the sum before the two, and behind them
        "sum before": re.compile(rf"(?: (?:deal|offer|bid|purchase|sale|order|contract|takeover|merger|bill|price|total|grant|fund|scheme|programme|program|payout|settlement|package))?"
                                 rf"(?:(?:,|—|–| --|\s?\(| -)? ?(?:or|that is|which is|i\.e\.|by (?:buying|selling|issuing|offering)|from (?:the sale of|selling)|(?:covers|covering|comprising|buys|bought|gives?|gave|pays?|paid|provides?|provided|means|meant|works out at|comes to|amounts to)) ?{HEDGE}|\s?(?:—|–|\() ?{HEDGE}| for {HEDGE})"),
        "sum behind": re.compile(rf"(?:{each}|(?: an?|/| per) [a-z]+)?(?: in cash)?(?:,|—|–| --|\s?\()? ?"
                                 rf"(?:(?:or|making|totall?ing|raising|worth|netting|yielding|fetching|in all|for|which (?:is|makes|comes to|amounts to)|for an? (?:[a-z]+ )?(?:total|sum|value|price|bill|cost) of|"
                                 rf"an? (?:[a-z]+ )?(?:total|sum|value|price|bill|cost) of|to raise|bringing in|or a total of) ){HEDGE}"),
        "no price": re.compile(r"\b(?:dividend|up|down|rose|fell|earnings?|profit|loss|from|against|compared|tax|fee|commission|par value|premium|discount|above|below|least|minimum|maximum|as much as|up to|extra|more|less|warrants?|options?|rights)\b", re.I),
    }


def priced(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relations rate (whole, length, rate): the sum, how many there are and the price of each, of a sentence, given in small letters."""
    if not any(map(sentence.__contains__, _CUES)):
        return
    for i, (a, b) in enumerate(zip(figures, figures[1:], strict=False)):
        if b.span.start - a.span.end > _NEAR:
            continue
        if (pair := _pair(text, a, b)) is None:
            continue
        price, many = pair
        whole = _before(text, figures[i - 1], a) if i else None
        if whole is None and i + 2 < len(figures):
            whole = _behind(text, b, figures[i + 2])
        others = [m for m in figures if m is not whole and m is not price and quantity(m).dimension == "money" and quantity(m).unit == quantity(price).unit]
        if whole is not None and not others and "up to" in quantity(price).hedge and _LOOSELY.fullmatch(text, b.span.end, whole.span.start) and quantity(whole).low > quantity(many).high * quantity(price).high:
            yield Relation("rate", (("whole", whole), ("length", _heads(many)), ("rate", unbounded(price))))
        elif whole is not None and not others and _sound(whole, many, price, _PLAUSIBLE * (1 + (_LOOSELY.fullmatch(text, b.span.end, whole.span.start) is not None))) and not _patterns()["no price"].search(text, min(whole.span.end, a.span.start), max(b.span.end, whole.span.start)):
            yield Relation("rate", (("whole", whole), ("length", _heads(many)), ("rate", price)))


def _heads(many: Mention) -> Mention:
    """A bare number of people, so that the message can say "a head"."""
    q = quantity(many)
    return many if q.unit else many._replace(value=q._replace(unit="head"))


def _pair(text: str, a: Mention, b: Mention) -> tuple[Mention, Mention] | None:
    """The price and how many, where the sentence says that each costs so much."""
    p, q, patterns = quantity(a), quantity(b), _patterns()
    if p.dimension == "money" and q.dimension in _COUNTS:
        found = patterns["of many"].fullmatch(text, a.span.end, b.span.start)
        return (a, b) if found and ("each" in found[0] or "every" in found[0] or "apiece" in found[0] or _is_unit(p, q)) else None
    if q.dimension == "money" and p.dimension in _COUNTS and patterns["gets"].fullmatch(text, a.span.end, b.span.start) and patterns["each of"].search(text, max(0, a.span.start - 24), a.span.start):
        return b, a
    if q.dimension == "money" and p.dimension in ("count", "number") and text.startswith((" each,", " apiece,"), b.span.end) and patterns["gave"].fullmatch(text, a.span.end, b.span.start):
        return b, a
    if q.dimension == "money" and p.dimension in _COUNTS and patterns["at"].fullmatch(text, a.span.end, b.span.start):
        each = patterns["each"].match(text, b.span.end)
        return (b, a) if _is_unit(q, p) or each is not None and (each[1] is None or each[1] == p.unit) else None
    return None


def _is_unit(price: Quantity, many: Quantity) -> bool:
    return bool(price.per) and price.per == many.unit


def _before(text: str, whole: Mention, first: Mention) -> Mention | None:
    return whole if _patterns()["sum before"].fullmatch(text, whole.span.end, first.span.start) else None


def _behind(text: str, last: Mention, whole: Mention) -> Mention | None:
    if whole.span.start - last.span.end >= _NEAR:
        return None
    in_all = _patterns()["in all"].match(text, whole.span.end) and _LOOSELY.fullmatch(text, last.span.end, whole.span.start)
    return whole if in_all or _patterns()["sum behind"].fullmatch(text, last.span.end, whole.span.start) else None


def _sound(whole: Mention, many: Mention, price: Mention, times: int) -> bool:
    """Are the sum and the price amounts in one currency, and the price such that the sum may be of so many?"""
    w, n, p = quantity(whole), quantity(many), quantity(price)
    if w.dimension != "money" or w.unit != p.unit or w.per or w.ranged or n.ranged or p.ranged or n.low < _LEAST or not 0 < p.low < w.low:
        return False
    real = w.low / n.low
    return real <= p.low * times and p.low <= real * times
