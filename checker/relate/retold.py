"""Figures of a sentence that are told a second time in a fragment set off behind them: a rate, a total, a change, a vote's total, a conversion, a multiple."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.data import restating as say
from checker.model import Mention, Relation, Span
from checker.relate.apposed import LONGEST, Fragment, fragment, restates, words_of
from checker.relate.changes import ADJUSTED, TAIL
from checker.relate.conversions import EACH, OTHER_YEAR
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike, number_of
from checker.relate.totals import ABSTAIN, OVERLAP, chain
from checker.structure.document import Document

_COUNTS, _RATES = frozenset({"count", "number"}), frozenset({"percent", "points"})
_MULTIPLES = frozenset(f"{word}{ending}" for word in ("twice", "double", "triple", "treble", "quadruple") for ending in ("", "'s"))  # one of these, or "times", is in what `_TIMES` finds
_MANY = ("times ", "twice", "double", "triple", "treble", "quadruple")
_MEASURES = frozenset({"length", "area", "volume", "mass", "money"})
_EACH = {"year": frozenset({"year", "years", "annual", "annually", "yearly", "annum", "annualized", "annualised", "per-year"}), "month": frozenset({"month", "months", "monthly"}),
         "week": frozenset({"week", "weeks", "weekly"}), "day": frozenset({"day", "days", "daily"})}
_DECADE = 10
_VOTES = frozenset("taking part took ayes for weighed votes vote voted voting ballots cast casting members lawmakers legislators turnout present participating participated roll yeas nays ayes noes".split())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    over = re.compile(r"(?: [\w’'-]+){0,7}? (?:over|in|across|during|for|within|through)(?: (?:the|a|its|their|all|next|past|last|coming|first|about|nearly|some|period|total|of|just|following|previous))* ")
    to = re.compile(rf"(?: (?!and |but |or |from )[\w’'.-]+){{0,5}},? to {HEDGE}")
    return over, to, re.compile(rf"\b[Ff]rom {HEDGE}$")


def retold(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> list[Relation]:
    """Relations of figures that the fragment behind them tells again, where `known` has none of that figure."""
    memo, text = document.memo, document.text
    if retold not in memo:
        memo[retold] = not document.distinct.isdisjoint(_MULTIPLES) or "times" in document.distinct and " times " in document.lower
    many: bool = memo[retold]
    last = len(figures) - 1
    asked = [k for k in range(last + 1) if many and k < last or k and _may_be_told(figures, k)]
    if not asked:  # as in most sentences
        return []
    found = list[Relation]()
    taken = {m.span for r in known for _, m in r.roles[-1:]} | {m.span for r in known if r.kind in ("total", "conversion", "multiple") for _, m in r.roles}
    for k in asked:
        b = figures[k]
        if b.span in taken:
            continue
        relation = _multiple(text, figures, k) if many and k < last and any(map(text[b.span.end:b.span.end + 2 * LONGEST].lower().__contains__, _MANY)) and _TIMES.search(text, b.span.end, b.span.end + 2 * LONGEST) else None
        if relation is None and k and _may_be_told(figures, k) and _is_set_off(text[figures[k - 1].span.end:b.span.start]) and (said := fragment(text, figures[k - 1].span.end, b.span)) is not None:
            relation = _of(text, figures, k, said)
        if relation is not None:
            found.append(relation)
    return found


def _may_be_told(figures: Sequence[Mention], k: int) -> bool:
    """May a fragment tell the figures before this one again, by what they are? The cheap part of what `_of` asks, and most figures fail it."""
    q, p = quantity(figures[k]), quantity(figures[k - 1])
    dimension, before = q.dimension, p.dimension
    if dimension in _MEASURES and dimension == before:
        return p.unit != q.unit
    return dimension in _COUNTS and (k > 1 or before == "vote") or k > 1 and (dimension in _RATES or dimension == "money" and before == "duration")


def _is_set_off(between: str) -> bool:
    """May a mark that sets a fragment off stand between two figures?"""
    return ", " in between or "(" in between or "—" in between or "–" in between or "-" in between or "[" in between


def _of(text: str, figures: Sequence[Mention], k: int, found: Fragment) -> Relation | None:
    a, b = figures[k - 1], figures[k]
    p, q = quantity(a), quantity(b)
    if q.ranged or p.ranged:
        return None
    if p.dimension == q.dimension in _MEASURES and p.unit != q.unit:
        if OTHER_YEAR.search(text, max(0, a.span.start - 25), b.span.end + 40):
            return None
        return Relation("conversion", (("amount", a), ("converted", b)), {"shape": "apposition"}) if restates(found, _UNITS) and not p.per and not q.per and not EACH.match(text, b.span.end) else None
    if p.dimension == "duration" and q.dimension == "money":
        return _rate(text, figures, k, found)
    if q.dimension in ("percent", "points"):
        return _change(text, figures, k, found)
    if q.dimension not in _COUNTS:
        return None
    if p.dimension == "vote":
        ok = (not _VOTES.isdisjoint((*found.words, *q.noun.split())) or not say.SUMS.isdisjoint(found.words)) and restates(found, say.BALLOTS | say.SUMS)
        bound = {"bound": "at most"} if _OUT_OF.search(text, max(0, b.span.start - 30), b.span.start) or ABSTAIN.search(text, a.span.start, b.span.end + 80) else {}
        return Relation("total", (("whole", b), ("part", a)), {"cue": "told", **bound}) if ok and q.low > max(p.low, p.high) else None
    return _total(text, figures, k, found)


def _multiple(text: str, figures: Sequence[Mention], k: int) -> Relation | None:
    """ "12 million jobs (an amount three times as big as the 4 million first foreseen)": now, then and the multiple, in one fragment."""
    now = figures[k]
    base = next((m for m in figures[k + 1:k + 3] if quantity(m).unit != "time"), None)
    if base is None or quantity(now).dimension not in _COUNTS and quantity(now).dimension != "money" or quantity(now).ranged or quantity(base).ranged:
        return None
    q = quantity(base)
    if q.dimension == "percent":
        return None  # "36 higher than last year's 376, an increase of 10 per cent, and almost four times the 105 of 1996"
    if not alike(quantity(now), q) and not (q.dimension in _COUNTS and quantity(now).dimension in _COUNTS):
        return None  # "150 people, five times the 30 planners had counted on": the noun behind the second is another word's
    many = _TIMES.search(text, now.span.end, base.span.end + LONGEST)
    if many is None or (times := number_of(many[1].lower())) is None:
        return None
    if base.span.start < many.start() and not alike(quantity(now), q):
        return None  # "9 million jobs, 5 million people, which makes it four times the 1.25 million"
    told = Span(min(many.start(), base.span.start), max(many.end(), base.span.end))
    found = fragment(text, now.span.end, told)
    between = Span(many.end(), base.span.start) if many.start() < base.span.start else Span(base.span.end, many.start())
    if found is None or not restates(found._replace(words=(*found.words, *words_of(text[between.start:between.end])[0])), say.BASES):
        return None
    then = base._replace(value=q._replace(unit=quantity(now).unit, dimension=quantity(now).dimension))
    return Relation("multiple", (("then", then), ("now", now), ("told", Mention("quantity", told, text[told.start:told.end], then.value))),
                    {"times": str(times), "hedge": "about" if say.ROUGH & set(found.words) else ""})


_TIMES = re.compile(r"(?<![\w-])(twice|double|triple|treble|quadruple|(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?)(?= times ))(?: times)?(?![\w-])", re.I)
_LEAST = 2  # parts
_OUT_OF = re.compile(r"\b(?:(?:out|up|share|part) of|from|among|of (?:the|all))(?: (?:a|the|all))?(?: (?:combined )?total of)? $")
_UNITS = frozenset("currency currencies dollar dollars foreign foreign-exchange exchange rates day current prevailing going latest measure system yardstick sum equivalent money local home day's market valued changes change use those".split())


def _rate(text: str, figures: Sequence[Mention], k: int, found: Fragment) -> Relation | None:
    """ "$30 million over five years (a yearly bill of $6 million)"."""
    if k < 2:
        return None
    over, *_ = _patterns()
    whole, length, rate = figures[k - 2], figures[k - 1], figures[k]
    w, n, r = quantity(whole), quantity(length), quantity(rate)
    if n.unit == "decade" and r.per != "decade":  # told by the year, as a rule
        n = n._replace(low=n.low * _DECADE, high=n.high * _DECADE, step=n.step * _DECADE, unit="year")
        length = length._replace(value=n)
    if w.dimension != "money" or w.unit != r.unit or w.per or n.unit not in _EACH or not over.fullmatch(text, whole.span.end, length.span.start):
        return None
    if r.per and r.per != n.unit or not r.per and _EACH[n.unit].isdisjoint(found.words) or not restates(found, say.PACES):
        return None
    return Relation("rate", (("whole", whole), ("length", length), ("rate", rate._replace(value=r._replace(per=n.unit)))))


def _change(text: str, figures: Sequence[Mention], k: int, found: Fragment) -> Relation | None:
    """ "from 412 to 515 (the rise being one of 25 percent)"."""
    if k < 2:
        return None
    _, to, begins = _patterns()
    a, b, by = figures[k - 2], figures[k - 1], figures[k]
    if not alike(quantity(a), quantity(b)) or not begins.search(text, max(0, a.span.start - 30), a.span.start) or not to.fullmatch(text, a.span.end, b.span.start) or not restates(found, say.MOVES) or TAIL.match(text, by.span.end) \
            or quantity(by).dimension == "percent" and ADJUSTED.search(text, max(0, text.rfind(". ", 0, a.span.start)), by.span.end + 12):
        return None
    return Relation("change", (("from", a), ("to", b), ("by", by)))


def _total(text: str, figures: Sequence[Mention], k: int, found: Fragment) -> Relation | None:
    """ "20 boys and six girls (who between them came to 26)"."""
    whole = figures[k]
    if k < 2 or say.SUMS.isdisjoint(found.words) or not restates(found, say.SUMS | say.PEOPLE):
        return None
    parts = chain(text, figures, k - 1, whole)
    if len(parts) < _LEAST or OVERLAP.match(text, found.span.end) or _OUT_OF.search(text, max(0, whole.span.start - 30), whole.span.start) or any(quantity(p).low >= quantity(whole).low for p in parts):
        return None
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "told"})
