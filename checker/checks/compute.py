"""Check `compute`: relations whose arithmetic fails (totals, changes in per cent, conversions of money)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from checker.checks.base import Check, each, quantity
from checker.checks.conversion import Assessment, assess
from checker.checks.figures import amount, length, plain, spread
from checker.checks.leads import led
from checker.checks.running import made_with_another, runs_on
from checker.extract.hedges import kind_of, printed, rounding
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Mention, Quantity, Relation, Span
from checker.records import NamedTuple

_LONG = 160  # characters; the two ends of a change further apart stand in two sentences, and that of before is shown alone
_COMPARED = re.compile(r" (?:less|more|fewer|higher|lower|cheaper|dearer) than\b").match
_SCALED = 1000  # of figures with a word of scale
_SCALES = frozenset(Decimal(10) ** n for n in (6, 9, 12))


class TotalParams(NamedTuple):
    """`slack`: share of the whole by which rounded parts may miss it beyond their own rounding."""

    slack: float = 0.0


class PercentParams(NamedTuple):
    """`points`: percentage points that a change may be off beyond the rounding of the figures."""

    points: float = 0.5


class ConversionParams(NamedTuple):
    """`margin`: share around the reference rates within which a conversion is right; `apart`: how far two rates in one text may differ."""

    margin: float = 0.02
    apart: float = 0.05


def _across(mentions: Sequence[Mention]) -> Span:
    """One place that holds them all."""
    return Span(min(m.span.start for m in mentions), max(m.span.end for m in mentions))


def _totals(ledger: Ledger, params: TotalParams) -> Iterator[Conflict]:
    for i, relation in each(ledger, "total"):
        whole, parts = relation.all("whole")[0], relation.all("part")
        w = quantity(whole)
        if kind_of(w) in ("over", "least", "most", "under", "just over", "almost", "about"):
            continue
        slack = w.high * Decimal(str(params.slack)) + (rounding(w) if w.dimension == "money" or w.high >= 10 ** 6 else 0)
        if relation.facts.get("bound") == "at most":
            wrong = _sum(parts)[0] > w.high + slack
        else:
            wrong = not any(lo - slack <= w.high and hi + slack >= w.low for lo, hi in _sums(parts))
        total = _sum(parts)[0]
        rounded = not wrong and relation.facts.get("cue") in ("payers", "added") and _is_off(w, parts, total) \
            and ("bound" not in relation.facts or total > w.high)
        if not (wrong or rounded) or (relation.facts.get("cue") != "told" and not _plausible(w, parts, total)):
            continue
        if runs_on(ledger.analyses[i].document.text, whole, parts, total) or made_with_another(ledger.analyses[i], whole, parts, total):
            continue
        show = _shown(whole)
        figures = [show(_exact(p)) for m in parts for p in _sides(quantity(m))]
        *first, last = [m.text for m in parts]
        facts = {"computed": f"{' + '.join(figures)} = {show(total)}", "total": show(total), "whole": show(w.low),
                 "expected": show(total), "parts": f"{', '.join(first)} and {last}" if first else last, "difference": show(abs(total - w.low)),
                 "what": f"{', '.join(first)} and {last} make {show(total)}" if first else f"“{last}” as a part of it" if total > w.high else f"“{last}” as all of it",
                 "tolerance": "none: rounding of the printed figures may explain it" if rounded else "rounding of the printed figures"}
        if not first and len(figures) == 1:
            facts |= {"computed": f"{figures[0]} of {show(w.low)}", "expected": f"at most {show(w.low)}"}
        if relation.facts.get("odd") == "rest":
            yield _rest(i, whole, parts, show)
            continue
        where = "sentence" if relation.facts.get("cue") in ("told", "colon") else "text"
        yield Conflict((Place(i, whole.span), Place(i, _across(parts))), facts, (f"the {where} makes one the sum of the others",), likely=rounded or "likely" in relation.facts)


def _rest(number: int, whole: Mention, parts: Sequence[Mention], show: Callable[[Decimal], str]) -> Conflict:
    """What is told to be left of a whole told far before."""
    *gone, rest = parts
    taken = " less ".join([show(_exact(quantity(whole))), *(show(_exact(quantity(m))) for m in gone)])
    left = show(_exact(quantity(whole)) - _sum(gone)[0])
    facts = {"computed": f"{taken} is {left}", "expected": left, "what": f"{taken} is {left}", "tolerance": "none"}
    return Conflict((Place(number, rest.span), Place(number, whole.span), *(Place(number, m.span) for m in gone)), facts, ("the text tells the others far before, and the number nowhere else",), likely=True)


def _shown(whole: Mention) -> Callable[[Decimal], str]:
    """How the sum is printed: as the whole is, "47 million" where the text has "48 million"."""
    w = quantity(whole)
    if w.dimension == "duration" and w.unit in ("hour", "minute"):
        return lambda value: length(value, w.unit)
    return amount if w.step >= _SCALED and any(c.isalpha() for c in whole.text) else plain


def _is_off(whole: Quantity, parts: Sequence[Mention], total: Decimal) -> bool:
    """Do figures told to one step miss the whole by a step or more? Rounding may explain it, and the reader wonders all the same."""
    return all(quantity(p).step == whole.step and not quantity(p).hedge for p in parts) and abs(total - whole.low) >= whole.step


def _sides(q: Quantity) -> list[Quantity]:
    if q.dimension == "vote":
        return [q._replace(high=q.low, hedge=""), q._replace(low=q.high, hedge="")]
    return [q]


def _exact(q: Quantity) -> Decimal:
    return printed(q)[0]


def _sum(parts: Sequence[Mention]) -> tuple[Decimal, Decimal]:
    exact = sum((_exact(p) for m in parts for p in _sides(quantity(m))), Decimal(0))
    return exact, exact


def _sums(parts: Sequence[Mention]) -> Iterator[tuple[Decimal, Decimal]]:
    """The intervals that the parts may add up to: all of them, and the last two or more (the list may begin with something else)."""
    for first in range(max(1, len(parts) - 1)):
        low = high = Decimal(0)
        for m in parts[first:]:
            for q in _sides(quantity(m)):
                slack = rounding(q) if q.dimension == "money" or q.high >= 10 ** 6 else Decimal(0)
                exact = _exact(q)
                hedged = (q.low, q.high) if kind_of(q) in ("over", "least", "most", "under") else \
                    (exact * Decimal("0.995"), exact * Decimal("1.005")) if kind_of(q) else (exact, exact)
                low, high = low + hedged[0] - slack, high + hedged[1] + slack
        yield low, high


def _plausible(whole: Quantity, parts: Sequence[Mention], total: Decimal) -> bool:
    """Whether the parts after a colon can make up the whole: none larger than it, the sum within a third of it."""
    largest = max(_exact(quantity(m)) for m in parts)
    return largest < whole.low and whole.low * 2 <= total * 3 and total * 3 <= whole.low * 4 and whole.low > 3


def _percents(ledger: Ledger, params: PercentParams) -> Iterator[Conflict]:
    for i, relation in each(ledger, "change"):
        found = _changed(relation, Decimal(str(params.points)))
        if found is not None:
            by, frm, to = relation.all("by")[0], relation.all("from")[0], relation.all("to")[0]
            if any(_COMPARED(ledger.analyses[i].document.text, m.span.end) for m in (frm, to)):
                continue  # "$110 less than a year ago, a fall of 5.3 percent from $2,090"
            ends = _across([frm, to])
            yield Conflict((Place(i, by.span), Place(i, frm.span if ends.end - ends.start > _LONG else ends)), found, ("the sentence tells both figures and the change between them",),
                           likely="points" in found)
    yield from led(ledger)


def _changed(relation: Relation, margin: Decimal) -> dict[str, str] | None:
    """The working where the change is not that of the two figures; None where it fits, or is a slip of another kind."""
    by, frm, to = (quantity(relation.all(role)[0]) for role in ("by", "from", "to"))
    a, b, told = _exact(frm), _exact(to), printed(by)
    if not a or b / a > 300 or a / b > 300 or kind_of(frm) in ("under", "most") or kind_of(to) in ("under", "most"):
        return None
    ra, rb = _roundings(frm, to)
    if by.dimension not in ("percent", "points"):
        return _off_by(frm, to, by, ra + rb)
    ranges: list[tuple[Decimal, Decimal]] = []
    points = frm.dimension in ("percent", "points")
    if by.dimension == "points":
        if not points:
            return None
        ranges.append(_magnitude(b - a, ra + rb))
    else:
        low, high = (b - rb) / (a + ra) - 1, (b + rb) / max(a - ra, a / 100) - 1
        ranges.append((min(abs(low), abs(high)) * 100 if low * high > 0 else Decimal(0), max(abs(low), abs(high)) * 100))
    step = max(by.step, Decimal("0.1")) if by.step < 1 else Decimal(1)
    if by.dimension == "points" and max(frm.step, to.step) <= by.step and not by.hedge:
        step, margin = by.step / 2, Decimal("0.25")  # "three points" from 9.8 percent to 7.8, "six points" from 58 percent to 62
    slack = step + (margin if by.step >= 1 else Decimal(0)) + told[1] * (Decimal("0.1") if kind_of(by) else Decimal("0.01"))
    low_told, high_told = (by.low, by.high) if kind_of(by) in ("over", "least", "most", "under") else told
    if any(low - slack <= high_told and high + slack >= low_told for low, high in ranges):
        return None
    change = abs(b - a) if by.dimension == "points" else abs(b - a) / a * 100
    if change and (told[0] / change > 300 or change / max(told[1], Decimal("0.001")) > 300):
        return None
    unit = "percentage points" if by.dimension == "points" else "percent"
    shown = f"{plain(round(change, 1))} {unit}"
    called = {}
    if points and by.dimension == "percent" and told[0] - step / 2 <= abs(b - a) <= told[1] + step / 2:
        shown += f", or {plain(abs(b - a))} percentage points"  # the commonest slip of all, and some desks live with it
        called = {"points": plain(abs(b - a))}
    return {**called, "computed": shown, "expected": shown, "base": plain(a), "change": f"{plain(a)} to {plain(b)}",
            "range": f"{plain(round(ranges[0][0], 1))}–{plain(round(ranges[0][1], 1))} {unit}", "tolerance": "rounding of the printed figures"}


def _off_by(frm: Quantity, to: Quantity, by: Quantity, slack: Decimal) -> dict[str, str] | None:
    """The working where a change told as an amount is not the difference of the two figures."""
    difference, told = abs(_exact(to) - _exact(frm)), _exact(by)
    slack += rounding(by) + (told / 10 if kind_of(by) or kind_of(frm) or kind_of(to) else Decimal(0))
    if abs(difference - told) <= slack:
        return None
    shown = amount(difference, frm.unit if frm.dimension == "money" else "")
    return {"computed": shown, "expected": shown, "base": plain(_exact(frm)), "change": f"{plain(_exact(frm))} to {plain(_exact(to))}", "range": shown, "tolerance": "rounding of the printed figures"}


def _roundings(a: Quantity, b: Quantity) -> tuple[Decimal, Decimal]:
    """What each may be rounded by: "four million" beside "5.4 million" is four to one decimal place, since nobody prints the nought."""
    fine, coarse = sorted((a.step, b.step))
    if fine >= _SCALED and coarse in (10 * fine, 100 * fine) and coarse in _SCALES and not a.hedge and not b.hedge:
        return coarse / 20, coarse / 20
    return rounding(a), rounding(b)


def _magnitude(difference: Decimal, slack: Decimal) -> tuple[Decimal, Decimal]:
    return max(abs(difference) - slack, Decimal(0)), abs(difference) + slack


def _conversions(ledger: Ledger, params: ConversionParams) -> Iterator[Conflict]:
    found, apart = assess(ledger, params.margin), Decimal(str(params.apart))
    for a in found:
        if not a.fits and a.reference is not None and (ledger.date or not any(b is not a and _one_rate(a, b, apart) for b in found)):
            amounts = a.relation.all("amount")[0], a.relation.all("converted")[0]
            yield Conflict((Place(a.document, amounts[1].span), Place(a.document, amounts[0].span)), _working(a, params.margin),
                           ("one amount in two currencies",), likely=a.relation.facts.get("shape") == "or")
    yield from _two_rates(ledger, [a for a in found if a.fits], apart)


def _one_rate(a: Assessment, b: Assessment, apart: Decimal) -> bool:
    """Do two conversions of a text imply one rate? Without a date, a rate that no year since 1999 had is then an older one, no slip of the pen."""
    b = _turned(b) if (a.base, a.other) == (b.other, b.base) else b
    return (a.document, a.base, a.other) == (b.document, b.base, b.other) and a.low <= b.high * (1 + apart) and b.low <= a.high * (1 + apart)


def _turned(a: Assessment) -> Assessment:
    return a._replace(base=a.other, other=a.base, low=1 / a.high, high=1 / a.low, rate=1 / a.rate if a.rate else a.rate)


def _working(a: Assessment, margin: float) -> dict[str, str]:
    assert a.reference is not None
    base = _exact(quantity(a.relation.all("amount")[0]))
    low, high = a.reference.low, a.reference.high
    return {"rate": f"{plain(a.rate)} {a.other} for one {a.base}", "range": f"{plain(low)}–{plain(high)}",
            "base": a.relation.all("amount")[0].text, "what": a.relation.all("converted")[0].text,
            "reason": f"the reference is {plain(low)}–{plain(high)} ({a.reference.source})",
            "would_fit": spread(base * low, base * high, a.other), "source": a.reference.source,
            "tolerance": f"rounding of both figures and {margin:.0%} around the rates", "expected": amount(base * (low + high) / 2, a.other),
            "computed": plain(a.rate)}


def _two_rates(ledger: Ledger, found: Sequence[Assessment], apart: Decimal) -> Iterator[Conflict]:
    """Two conversions between the same currencies in one document whose rates cannot be one."""
    first: dict[tuple[int, str, str], Assessment] = {}
    for a in found:
        if a.base > a.other:
            a = _turned(a)
        b = first.setdefault((a.document, a.base, a.other), a)
        if b is a or _one_rate(a, b, apart):
            continue
        facts = {"rate": f"{plain(a.rate)} {a.other} for one {a.base}", "range": plain(b.rate),
                 "base": a.relation.all("amount")[0].text, "what": a.relation.all("converted")[0].text,
                 "reason": f"the other conversion in the text makes {plain(b.rate)}",
                 "computed": plain(a.rate), "expected": plain(b.rate), "tolerance": "rounding of all four figures",
                 "would_fit": _refit(a, b.rate), "source": "the other conversion in the text"}
        text = ledger.analyses[a.document].document.text
        places = [_bracketed(text, _across([m for _, m in x.relation.roles])) for x in (a, b)]
        yield Conflict((Place(a.document, places[0]), Place(b.document, places[1])), facts, ("two conversions between the same currencies",), likely=True)


def _bracketed(text: str, span: Span) -> Span:
    """The span with the bracket that closes behind it."""
    return Span(span.start, span.end + 1) if text[span.end:span.end + 1] in (")", "]") and text[span.end:] else span


def _refit(a: Assessment, rate: Decimal) -> str:
    amounts = quantity(a.relation.all("amount")[0]), quantity(a.relation.all("converted")[0])
    value = _exact(amounts[0])
    return amount(value * rate if amounts[0].unit == a.base else value / rate, amounts[1].unit)


CHECKS: dict[str, Check] = {
    "total": Check(TotalParams, _totals),
    "percent": Check(PercentParams, _percents),
    "conversion": Check(ConversionParams, _conversions),
}
