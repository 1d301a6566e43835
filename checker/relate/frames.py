"""The frame of a verb that tells a change: what it went up or down by, from and to, in whatever order the clause has them.

"Thefts, 310 in 2012, fell by 20 percent to 290", "rose by a quarter to 900,000 tons from 600,000", "rose 40 points, or 2 percent, to 2,040". Each figure behind
the verb gets its role from the words right before it, and all else between two of them must be words that say when or of what.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.ways import FALLING, OF_PACE, RISING
from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.records import NamedTuple
from checker.relate.changes import ADJUSTED, MOVE, TAIL
from checker.relate.fractional import told, value
from checker.relate.gaps import HEDGE, WAS, quantity
from checker.relate.ratios import alike, ranked, told_once
from checker.structure.document import Document
from checker.structure.words import alternatives

_STATES = frozenset({"money", "count", "number", "percent", "mass", "length", "volume", "area"})
_SHARES = frozenset({"percent", "points"})
_SUBJECT = 60  # characters from a figure told with the subject to the verb
_MOST, _REACH = 6, 300  # figures and characters behind a verb that may be its arguments
_TIMES = 20  # times that the one figure may be the other
_PLAUSIBLE = 3  # times that the told change may be the real one: beyond that it is another's


class _Frame(NamedTuple):
    """The arguments of a verb: where it went from, where to, and by how much (figures, or fractions as matched), with where each stands."""

    start: list[Mention]
    end: list[Mention]
    by: list[Mention]
    fractions: list[re.Match[str]]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verbs = alternatives((RISING | FALLING) - OF_PACE)
    breaks = rf"and|but|or|while|whereas|which|who|whose|that|if|when|because|after|before|to|from|by|than|as|against|compared|versus|with|at|not|never|up|down|though|although|{verbs}"
    quiet = rf"(?:,? (?!(?:{breaks})(?![\w-]))(?:[a-z][a-z.’'-]*|(?:19|20)\d\d|\d\d?(?=,? (?:19|20)\d\d)))" + "{0,9}?"
    again = rf"(?:,? or(?: by)?|\s?\(|\s?[—–]| --|,? (?:that is|which is))(?: (?:or|by))? ?{HEDGE}|(?:,|\s?[—–(]| --) ?(?:(?:up|down)(?: by)?|(?:an?|the) (?:[a-z]+ )?{MOVE} of) {HEDGE}"
    return {
        "verb": re.compile(rf"(?<![\w-])(?:{verbs})(?![\w’'-])(?: [a-z]+ly)?"),
        "to": re.compile(rf"\)?{quiet},? (?:to|at) (?:an? (?:record|new) (?:[a-z]+ )?(?:of )?)?{HEDGE}"),
        "from": re.compile(rf"\)?{quiet}(?:,|\s?[—–]| --)? ?from {HEDGE}{WAS}"),
        "first": re.compile(rf" (?:by )?{HEDGE}"),
        "by": re.compile(rf"{quiet},? by {HEDGE}"),
        "again": re.compile(rf"{quiet}(?:{again})"),
        "fraction": re.compile(rf"(?:{quiet}(?:,? by|,? or)| by|,? or) (?:a (?=half))?{told()}(?![\w’'-])(?! (?:of|an?)\b)"),
        "subject": re.compile(rf"(?: (?!(?:{breaks})(?![\w-]))(?:[a-z][a-z.’'-]*|(?:19|20)\d\d))" + r"{0,5}(?:,|,? (?:and|but))(?: (?:then|has|had|have|since|again|also))* "),
        "told": re.compile(rf"(?:(?:, |\()(?:at )?|\b(?:was|were|stood at|is|are) ){HEDGE}$"),
        "apart": re.compile(r"\b(?:loss(?:es)?|profits?|deficits?|surplus\w*|outflows?|inflows?|net|peak|split|each|per(?! cent)|not|never|would have|expected|forecast|target|plan(?:s|ned)?|limit|if|could)\b"),
    }


def frames(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations change (from, to, by), and share of a fraction, of a sentence's figures; `known` are those found in the sentence already."""
    text, place = document.lower, document.sentence_at(figures[0].span.start)
    taken = {m.span.start for r in known for role, m in r.roles if role in ("by", "fraction")}
    starts = [m.span.start for m in figures]
    adjusted = ADJUSTED.search(text, *place) is not None
    for verb in () if adjusted else _patterns()["verb"].finditer(text, *place):
        first = bisect_left(starts, verb.end())
        frame = _arguments(text, figures[first:first + _MOST], verb.end(), min(place.end, verb.end() + _REACH))
        if not frame.by and not frame.fractions:
            continue
        if not frame.start and (subject := _subject(text, figures[max(0, first - 1):first], verb.start())) is not None:
            frame.start.append(subject)
        yield from _read(document, frame, verb, taken)


def _arguments(text: str, behind: Sequence[Mention], at: int, end: int) -> _Frame:
    """What stands behind the verb, as long as each figure has a role that is still free."""
    patterns, frame = _patterns(), _Frame([], [], [], [])
    first, role = at, frame.by
    for m in behind:
        q = quantity(m)
        if not frame.fractions and (part := patterns["fraction"].match(text, at, end)) is not None:
            frame.fractions.append(part)
            at = part.end()
        if m.span.start < at:
            continue  # "a quarter" is a time as well
        if q.ranged or q.per:
            break
        if q.dimension in _STATES and patterns["to"].fullmatch(text, at, m.span.start):
            role = frame.end
        elif q.dimension in _STATES and patterns["from"].fullmatch(text, at, m.span.start):
            role = frame.start
        elif at == first and patterns["first"].fullmatch(text, at, m.span.start) or patterns["by"].fullmatch(text, at, m.span.start) \
                or patterns["again"].fullmatch(text, at, m.span.start) and (role is frame.by or frame.start and frame.end):
            role = frame.by
        elif patterns["again"].fullmatch(text, at, m.span.start):
            return _Frame([], [], [], [])  # "to 53,000 shares, or 9 percent of all, from 40,000": what it was a share of
        else:
            break
        if len(role) > (role is frame.by):
            break
        role.append(m)
        at = m.span.end
    if not frame.fractions and (part := patterns["fraction"].match(text, at, end)) is not None:
        frame.fractions.append(part)
    return frame


def _subject(text: str, figures: Sequence[Mention], verb: int) -> Mention | None:
    """The figure that is told with the subject: "The number of thefts, 310 in 2012, fell", "It was 5 percent in May and fell"."""
    before = [m for m in figures if m.span.end <= verb]
    if not before or verb - before[-1].span.end > _SUBJECT or quantity(before[-1]).dimension not in _STATES or quantity(before[-1]).ranged:
        return None
    patterns = _patterns()
    fits = patterns["subject"].fullmatch(text, before[-1].span.end, verb) and patterns["told"].search(text, max(0, before[-1].span.start - 30), before[-1].span.start)
    return before[-1] if fits else None


def _read(document: Document, frame: _Frame, verb: re.Match[str], taken: set[int]) -> Iterator[Relation]:
    """The relations of a frame whose roles are all told, or whose change is told twice, as an amount and as a percentage."""
    text = document.lower
    if len(frame.end) != 1 or _patterns()["apart"].search(text, max(document.sentence_at(verb.start()).start, verb.start() - _SUBJECT), max(m.span.end for m in (*frame.end, *frame.by, *frame.start))):
        return
    now = frame.end[0]
    then = frame.start[0] if frame.start else None
    amounts = [m for m in frame.by if quantity(m).dimension not in _SHARES or quantity(m).dimension == "points" and quantity(now).dimension != "percent"]
    if then is None and len(amounts) == 1 and len(frame.by) + len(frame.fractions) > 1:
        then = _before(now, amounts[0], rising=verb[0].split()[0] in RISING)
    if then is None or not (then.span in {m.span for m in amounts} or alike(quantity(then), quantity(now)) or told_once(then, now)) or not _plain(then, now) or ranked(text, Span(min(then.span.start, now.span.start), max(then.span.end, now.span.end))):
        return
    for by in frame.by:
        if by.span.start not in taken and (by not in amounts or then is frame.start[0] if frame.start else by not in amounts) and not TAIL.match(text, by.span.end) and _plausible(then, now, by):
            yield Relation("change", (("from", then), ("to", now), ("by", by)))
    for part in frame.fractions:
        if part.start("fraction") not in taken and (found := _share(document, then, now, part)) is not None:
            yield found


def _before(now: Mention, amount: Mention, *, rising: bool) -> Mention | None:
    """Where it was, of where it is and the amount that it moved by: "rose 40 points, or 2 percent, to 2,040"."""
    q, a = quantity(now), quantity(amount)
    earlier = printed(q)[0] - printed(a)[0] if rising else printed(q)[0] + printed(a)[0]
    if earlier <= 0 or a.dimension == "money" and (q.dimension, q.unit) != (a.dimension, a.unit) or q.dimension in _SHARES:
        return None
    return amount._replace(value=q._replace(low=earlier, high=earlier, hedge=a.hedge or q.hedge, step=max(q.step, a.step)))


def _plain(then: Mention, now: Mention) -> bool:
    small, large = sorted((quantity(then).low, quantity(now).low))
    return small > 0 and large <= small * _TIMES


def _plausible(then: Mention, now: Mention, by: Mention) -> bool:
    """May the told change be that of the two, or a slip of it?"""
    a, b, q = quantity(then).low, quantity(now).low, quantity(by)
    if q.dimension == "percent" and quantity(now).dimension != "percent":
        return True
    if q.dimension in _SHARES:
        return quantity(now).dimension == "percent"
    real = abs(a - b)
    return alike(q, quantity(now)) and real <= q.low * _PLAUSIBLE and q.low <= real * _PLAUSIBLE


def _share(document: Document, then: Mention, now: Mention, part: re.Match[str]) -> Relation | None:
    """The fraction that something moved by, against what it moved by: "rose by a quarter to 900,000 tons from 600,000"."""
    real, told_as = abs(printed(quantity(now))[0] - printed(quantity(then))[0]) / printed(quantity(then))[0], value(part)
    if not told_as or not real or not real / _PLAUSIBLE <= told_as <= real * _PLAUSIBLE or quantity(now).dimension == "percent":
        return None
    loose = "about" if quantity(then).hedge or quantity(now).hedge else ""
    ends = sorted((then.span, now.span))
    span, at = Span(ends[0].start, ends[1].end), Span(*part.span("fraction"))
    if span.start <= at.start < span.end:
        span = now.span
    text = document.text
    share = Mention("quantity", span, text[span.start:span.end], Quantity(real * 100, real * 100, "percent", "percent", hedge=loose))
    fraction = Mention("quantity", at, text[at.start:at.end], Quantity(told_as, told_as, "number", hedge=part["hedge"] or ""))
    return Relation("share", (("share", share), ("fraction", fraction)), {"real": str(Decimal(round(real * 100, 1)))})
