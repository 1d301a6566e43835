"""Figures of one event: the length of a meeting, the toll of an attack, told as a noun here and as a verb there.

A precise sieve beside the weighing of `checker.link.figures`: two lengths or tolls of the event of one stem are one
claim when the later points back ("the three-hour meeting") from close by, or when both sentences name somebody in common
and nothing tells two events apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.data.units import SIZE
from checker.link.figures import Link, comparable, days_apart, disjoint
from checker.link.framed import framed_apart
from checker.link.group import quantity, value
from checker.model import Claim, Quantity

CLOSE = 1  # paragraphs between an event and what points back to it
SURE, LIKELY = 6.0, 2.0
APART = frozenset("""another second third fourth separate previous previously earlier first last next former additional more other others
different similar each every annual per weekly daily monthly usual typical average record longest shortest proposed initial
initially originally planned scheduled expected possible potential since each""".split())
_UNREAL = frozenset({"denied", "conditional"})
_SHORT = frozenset({"second", "minute", "hour", "day", "week"})
_MOST_LENGTHS = 40
_PAIR = 2
_FEW = 8  # lengths that are compared each with each before their events are read


def links(claims: Sequence[Claim]) -> Iterator[Link]:
    """Pairs of figures, unequal in value, that tell the length or the toll of one event."""
    by_event: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    lengths = [c for c in claims if quantity(c).dimension == "duration"]
    told = [c for c in claims if quantity(c).dimension == "count"]
    pointed = any(c.definite and c.event for c in told)  # tolls are linked only where one points back
    lengths = lengths if _may_differ(lengths) else []
    if lengths or any(c.event for c in told):
        from checker.link.anew import counted_anew, lengths_anew  # few texts tell an event's size

        yield from lengths_anew(lengths)
        yield from counted_anew(told)
    # events are read off the words, which takes time
    for c in [*lengths, *(told if pointed else ())]:
        if c.event:
            by_event[quantity(c).dimension, c.event].append(c)
    for (_, event), found in by_event.items():
        if len(found) > _MOST_LENGTHS:
            continue
        for j, b in enumerate(found):
            for a in found[:j]:
                odds = _odds(a, b, found) if differ(a, b) else 0.0
                if odds and not known_as_two(a, b, lengths) and not framed_apart(a, b):
                    yield Link(a, b, odds, (f"both tell the size of one event: “{event}”",))


def _may_differ(lengths: Sequence[Claim]) -> bool:
    """Do two of the lengths contradict each other, should they be of one event? Of many, two always do."""
    if len(lengths) > _FEW or len(lengths) < _PAIR:
        return len(lengths) > _FEW
    known = [(c.sentence, normal(quantity(c))) for c in lengths]
    return any(here != there and _apart_in_size(one, two) for j, (here, one) in enumerate(known) for there, two in known[:j])


def normal(q: Quantity) -> Quantity:
    """Durations in hours, so that 90 minutes and two hours compare; months and longer stay in their unit."""
    if q.unit not in _SHORT:
        return q
    factor = SIZE[q.unit]
    return q._replace(low=q.low * factor, high=q.high * factor, step=q.step * factor, unit="hour")


def differ(a: Claim, b: Claim) -> bool:
    """Do the sizes of the two contradict each other?"""
    return _apart_in_size(normal(quantity(a)), normal(quantity(b)))


def _apart_in_size(one: Quantity, two: Quantity) -> bool:
    """Do the two normal sizes contradict each other, though not so far apart that they are of two things?"""
    if one.dimension == "duration" and one.unit != two.unit:
        return False
    return comparable(one, two, 5) and disjoint(one, two)


def _odds(a: Claim, b: Claim, found: Sequence[Claim]) -> float:
    """How sure it is that both are of one event; 0 when something tells two events apart or nothing joins them."""
    near = abs(a.zone - b.zone)
    if quantity(a).dimension == "count" and not _one_group(a, b):
        return 0.0
    if a.sentence == b.sentence or any(c.mood in _UNREAL and not c.definite for c in (a, b)):
        return 0.0
    # what "the" points to is taken for granted even where the sentence denies something of it
    nouns = [quantity(c).noun.split()[-1:] for c in (a, b)]
    if quantity(a).dimension == "duration" and all(nouns) and nouns[0] != nouns[1]:
        return 0.0  # "the 20-week prohibition", "this 12-week ban"
    if days_apart(a, b):
        return 0.0  # "the three men arrested on Sunday", "two men were arrested on Thursday"
    if b.definite and near <= CLOSE and not (before(a) | before(b)) & (APART - {"last"}):
        return SURE
    if apart(a, b):
        return 0.0
    with_whom = a.names & b.names or (set(a.near[:5]) & set(b.near[:5])) - {a.event}
    if quantity(a).dimension == "duration" and with_whom and len(found) <= 4:
        return LIKELY
    return 0.0


def known_as_two(a: Claim, b: Claim, lengths: Sequence[Claim]) -> bool:
    """Does a sentence tell both lengths ("to draw out the ten-day wait to the full 21 days")?"""
    if quantity(a).dimension != "duration":
        return False
    one, two = ({c.sentence for c in lengths if value(c) == value(x)} for x in (a, b))
    return not one.isdisjoint(two)


def before(c: Claim) -> set[str]:
    """The words before the figure without a comparison: "more than five hours" is not more of them."""
    return {w for i, w in enumerate(c.before) if c.before[i + 1:i + 2] != ("than",)}


def apart(a: Claim, b: Claim) -> bool:
    """Does a word or a day tell two events, or some of one and all of it?"""
    for x, y in ((a, b), (b, a)):
        if (x.roles | x.scope) & APART - (y.roles | y.scope):
            return True
        if before(x) & (APART - {"last"}):  # “lasted” has the same stem
            return True
    return days_apart(a, b)


def _one_group(a: Claim, b: Claim) -> bool:
    """Tolls count one group of people: the same noun, or the event itself ("deaths") for any noun."""
    one, two = quantity(a).unit, quantity(b).unit
    return one == two or a.noun == a.event or b.noun == b.event
