"""One every so often, and how many that makes: "a tram passes every 10 minutes, or six an hour", "about four a day, or one every six hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import STEPS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.structure.document import Document

# a longer time than "every so often" in the unit of the latter: working time and all of it, as for `spread.LENGTHS`
_WORKED = {"day": Decimal("0.33"), "week": Decimal("0.2"), "year": Decimal("0.18")}
_FAR = 60  # times that the two may lie apart and still be told of one thing
_LONGEST = 90  # characters between the two
_SHORT = frozenset({"second", "minute", "hour", "day", "week", "month"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "several": re.compile(r"\b(?:dozens?|hundreds?|thousands?|scores|several|many|couple|pair|some|few|fewer|more|most|all|meets?|up to|half)\b"),
        "or": re.compile(rf"(?:(?: (?!and |but |or |while )[\w’'-]+){{0,5}}(?:,|\s?[—–]| --|\s?\() ?(?:or|that is|which is|which makes|which means|making|meaning|which works out to|for an average of|an average of|averaging)?|,? or|[.”\"]+ (?:That is|That’s|That's|That makes|That means|That works out to|This is|It is)) ?(?:an average of )?{HEDGE}"),
        "or one": re.compile(r"(?: (?!and |but |or |while )[\w’'-]+){0,4}(?:,|\s?[—–]| --|\s?\(),? ?(?:or |that is |which is )?(?:about |nearly |almost |roughly |on average,? )*(?:one|an?(?: [a-z]+)?) $"),
        "per": re.compile(r"(?: [a-z]+){0,2}? (?:an?|per|each|every) (?P<unit>hour|day|week|month|year)(?![\w-])"),
        "narrow": re.compile(r" (?:for|from|between|during|at (?:night|peak|rush))\b"),
    }


def every_so(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of one thing every so many seconds, minutes, hours or days, and of how many of it there are in a longer time."""
    lower, patterns = document.lower, _patterns()
    for at in document.places("every"):
        sentence = document.sentence_at(at)
        near = within(mentions, Span(at, at + 40))
        often = near[0] if near else None
        if often is None or quantity(often).unit not in _SHORT or quantity(often).ranged or quantity(often).low <= 0 or lower[at + len("every"):often.span.start].strip() not in ("", "about", "few", "roughly", "nearly"):
            continue
        before = [m for m in within(mentions, Span(sentence.start, at)) if quantity(m).dimension not in ("ordinal", "age")]
        if patterns["or one"].search(lower, max(0, at - 60), at) and before and (unit := _per(lower, before[-1])) and patterns["or one"].fullmatch(lower, _behind(lower, before[-1]), at):
            found = _related(before[-1], unit, often)
        elif before or patterns["several"].search(lower, sentence.start, at) or patterns["narrow"].match(lower, often.span.end):
            continue
        else:
            found = _after(document, mentions, often)
        if found is not None:
            length, rate = found
            place = Span(at, often.span.end)
            one = Mention("quantity", place, document.text[place.start:place.end], Quantity(Decimal(1), Decimal(1), "number"))
            yield Relation("rate", (("whole", one), ("length", length), ("rate", rate)))


def _after(document: Document, mentions: Sequence[Mention], often: Mention) -> tuple[Mention, Mention] | None:
    """How many that makes, told next and set off as the same in other terms."""
    lower, end = document.lower, often.span.end
    following = within(mentions, Span(end, end + _LONGEST))
    if not following or not _patterns()["or"].fullmatch(document.text, end, following[0].span.start) or not (unit := _per(lower, following[0])):
        return None
    return _related(following[0], unit, often)


def _per(lower: str, m: Mention) -> str:
    q = quantity(m)
    if q.dimension not in ("count", "number") or q.ranged or not q.low:
        return ""
    return q.per or ((found := _patterns()["per"].match(lower, m.span.end)) and found["unit"]) or ""


def _behind(lower: str, m: Mention) -> int:
    """Where the rate's words end."""
    found = _patterns()["per"].match(lower, m.span.end)
    return found.end() if found else m.span.end


def _related(rate: Mention, unit: str, often: Mention) -> tuple[Mention, Mention] | None:
    """The time between two of them as a share of the longer unit, and the rate, where the two may be told of one thing."""
    q = quantity(often)
    many = STEPS.get(unit, {}).get(q.unit) or (hours := STEPS.get(unit, {}).get("hour")) and (each := STEPS["hour"].get(q.unit)) and hours * each
    if not many:
        return None
    low, high = q.low / many, q.high / many
    real = 1 / low
    if not real / _FAR <= quantity(rate).low <= real * _FAR or real < Decimal("1.5"):
        return None
    value = Quantity(low, high / _WORKED.get(unit, Decimal(1)), "duration", unit)
    return often._replace(value=value), rate
