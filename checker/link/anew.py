"""The size of an event told anew right behind it, in whatever words: "a nine-day strike … it took seven days for the strike to end", "killed 41 people … Officials counted 42 deaths"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from checker.data.english import TOLLS
from checker.link.events import APART, CLOSE, LIKELY, SURE, apart, before, differ, normal
from checker.link.figures import Link
from checker.link.framed import framed_apart
from checker.link.group import quantity, value
from checker.model import Claim
from checker.relate.stems import stem

_BEHIND = 2  # sentences, and figures, behind the one that tells of an event, in which its size is told anew
_COUNTS = 12  # of a sentence, at most
_IN_ALL = frozenset({"final", "total", "overall", "now"})  # words of time that a tally has
_OF_ITS_OWN = frozenset("in of from among since during at on by near last this when where after before per".split())


def lengths_anew(lengths: Sequence[Claim]) -> Iterator[Link]:
    """ "a nine-day strike", and right behind in any words how long the strike was."""
    told_in: dict[object, set[int]] = defaultdict(set)
    for c in lengths:
        told_in[value(c)].add(c.sentence)
    for i, a in enumerate(lengths):
        if "-" not in a.value.text or quantity(a).unit == "year" or before(a) & APART:  # the years of a bond, a contract or a plan are its term
            continue
        for b in lengths[i + 1:i + 1 + _BEHIND]:
            if 0 < b.sentence - a.sentence <= _BEHIND and b.zone - a.zone <= CLOSE and not quantity(b).noun and not b.company and differ(a, b) and b.lasts(a, normal(quantity(b)).low > normal(quantity(a)).low) and told_in[value(a)].isdisjoint(told_in[value(b)]):
                yield Link(a, b, LIKELY, ("both tell the length of the event that “the” points at",))


def counted_anew(told: Sequence[Claim]) -> Iterator[Link]:
    """ "killed 41 people", and in the next sentence the number of deaths, with no word of another time, place or group."""
    for i, a in enumerate(told):
        for b in told[i + 1:i + 1 + _BEHIND]:
            if b.sentence == a.sentence + 1 and b.zone == a.zone and a.event in TOLLS and a.event == b.event and not b.definite and differ(a, b) and _is_tally(b) and a.determiner != "a" \
                    and not _counted_beside(told, i) and not apart(a, b) and not framed_apart(a, b):
                yield Link(a, b, SURE, (f"both tell the size of one event: “{a.event}”",))


def _counted_beside(told: Sequence[Claim], i: int) -> bool:
    """Does the sentence count the same event a second time?"""
    a = told[i]
    before, behind = (takewhile(lambda x: x.sentence == a.sentence, row) for row in (reversed(told[max(0, i - _COUNTS):i]), told[i + 1:i + 1 + _COUNTS]))
    return any(x.event == a.event for x in chain(before, behind))


def _is_tally(c: Claim) -> bool:
    """Does it count what was done by its noun ("42 deaths", "the number of deaths at 42"), alone in its sentence and of no time or place of its own?"""
    counted = not TOLLS.isdisjoint(map(stem, quantity(c).noun.split()[-1:])) or "number" in c.said and not TOLLS.isdisjoint(c.before)
    return counted and not c.modifiers and not c.names - set(c.said[:1]) and len(c.numbers) == 1 and not c.scope - _IN_ALL and not (c.after[:1] and c.after[0] in _OF_ITS_OWN and c.after[1:2] != ("all",))
