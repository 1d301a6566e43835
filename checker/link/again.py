"""One thing counted twice by its marks: a vote, a body that "the" points at, a toll since one day, a margin of one winner.

Precise sieves beside the weighing of `checker.link.figures`: each asks for marks that two things seldom share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.data.english import CALENDAR, FUNCTION_WORDS, TOLLS
from checker.extract.hedges import printed
from checker.extract.slipped import is_slipped
from checker.link.events import apart
from checker.link.figures import Link, comparable, disjoint
from checker.link.framed import framed_apart
from checker.link.group import quantity, value
from checker.model import Claim, Quantity

_LIKELY = 2.0
_CHAMBERS = frozenset({"senat", "hous", "committe", "council", "assembl", "common", "lord", "court", "parliament", "panel", "board", "subcommitte"})
_VOTES = frozenset({"vote", "senat", "hous", "lawmaker", "member", "republican", "democrat", "party"})  # near any vote
_FROM_HERE = 10  # smaller numbers ("the three men") stand for other people in every other paragraph
_BEATS = frozenset({"beat", "defeat", "oust", "unseat", "edge", "top"})
_WINS = frozenset({"win", "victory", "victori", "triumph", "margin", "landslid"})
_OTHERS = frozenset("other others another additional remaining rest extra further more first last next previous former new initial final original".split())
_SINCE = frozenset({"since", "sinc"})
_TELLS = frozenset("of in from at on who whom that which with under behind near for".split())
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_A_FEW, _A_SET = 3, 100  # larger numbers of a kind are seldom one known set
_MOST = 12  # figures of one kind that are compared


def links(claims: Sequence[Claim]) -> Iterator[Link]:
    """Pairs of figures, unequal in value, that the same marks tie to one thing."""
    kinds: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for c in claims:
        q = quantity(c)
        kinds[q.dimension, q.unit].append(c)
    for (dimension, unit), found in kinds.items():
        if len(found) < 2:
            continue
        if dimension == "vote":
            yield from _votes(found)
        elif dimension == "points" or unit == "vote":
            yield from _margins(found)
        elif dimension == "duration":
            yield from _stays(found)
        elif dimension == "count":
            yield from _bodies(found)
            yield from _sets(found)
            if unit in ("person", "death") or len(found) <= _MOST:
                yield from _since(found)


def _votes(found: Sequence[Claim]) -> Iterator[Link]:
    """ "voted 56-33 to override the veto", "the 56-35 vote to override": one side alike, one purpose, and the later one pointed at."""
    for a, b in combinations(found, 2):
        p, q = quantity(a), quantity(b)
        if a.sentence == b.sentence or (p.low == q.low) == (p.high == q.high) or b.determiner != "the" or not comparable(p, q, 2):
            continue
        purpose = (frozenset(a.near) & frozenset(b.near)) - _VOTES - a.names - CALENDAR
        bodies = [_CHAMBERS & c.names for c in (a, b)]
        others = (frozenset(b.near) & b.names) - _VOTES - CALENDAR - a.words - {b.said[0]}  # "to confirm Hale", whom the other does not name
        if purpose and not others and not (bodies[0] and bodies[1] and bodies[0].isdisjoint(bodies[1])) and _told_once(b, found):
            yield Link(a, b, _LIKELY, ("both votes have a side in common, and a purpose: " + ", ".join(sorted(purpose)[:4]),))


def _told_once(b: Claim, found: Sequence[Claim]) -> bool:
    """Is the figure not told before?"""
    return not any(c is not b and c.value.span < b.value.span and value(c) == value(b) for c in found)


def _bodies(found: Sequence[Claim]) -> Iterator[Link]:
    """ "the 37 banks", "the 27 banks": both pointed at, no third group of them in the text, and one digit other."""
    values = {value(c) for c in found if quantity(c).high >= _FROM_HERE}
    if len(values) != 2 or len(found) > _MOST:
        return
    pointed = [c for c in found if c.determiner == "the" and quantity(c).high >= _FROM_HERE and not quantity(c).hedge and not quantity(c).per and c.roles.isdisjoint(_OTHERS)
               and quantity(c).noun.split()[-1:] != [quantity(c).unit]]  # "the 300 series" is one
    for a, b in combinations(pointed, 2):
        if a.sentence != b.sentence and value(a) != value(b) and one_digit(quantity(a), quantity(b)) and a.modifiers == b.modifiers and not _scopes_apart(a, b) \
                and not _own_group(a, b):
            yield Link(a, b, _LIKELY, ("“the” points at one group, and the text has no third",))


def _sets(found: Sequence[Claim]) -> Iterator[Link]:
    """ "the three major deals", "the five major deals": one set by what it is and how, told as known, and no third number of them in the text."""
    kinds: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for c in found:
        q = quantity(c)
        if " " in q.noun and _A_FEW <= q.low <= _A_SET and not q.hedge and not q.ranged and not q.per and c.modifiers:
            kinds[*c.modifiers, c.noun].append(c)
    for same in kinds.values():
        if len(same) < 2 or len({value(c) for c in same}) != 2:
            continue
        for a, b in combinations(same, 2):
            if a.sentence != b.sentence and comparable(quantity(a), quantity(b), 2) and disjoint(quantity(a), quantity(b)) and (a.determiner == "the" or b.determiner == "the" or a.owned or b.owned) \
                    and "all" not in (*a.before[-1:], *b.before[-1:]) and (a.roles | b.roles).isdisjoint(_OTHERS) and not _scopes_apart(a, b) and not _of_two(a, b):
                yield Link(a, b, _LIKELY, ("both are told as one set, and the text has no third number of them",))


def _of_two(a: Claim, b: Claim) -> bool:
    """Have they two owners ("Kentucky's 55 delegates", "Oregon's 61"), or the one words behind it that the other lacks, with no other word in common?"""
    if a.owned and b.owned and a.before[-1:] != b.before[-1:]:
        return True
    return (_own_group(a, b) or _own_group(b, a)) and a.words & b.words <= {a.noun, *a.modifiers}


def _stays(found: Sequence[Claim]) -> Iterator[Link]:
    """ "his five years in captivity", "seven years of captivity": one state, and somebody whom both sentences or the ones before them name."""
    states: dict[str, list[Claim]] = defaultdict(list)
    for c in found:
        if not quantity(c).noun and not quantity(c).hedge and not quantity(c).ranged and (state := _state(c)):
            states[state].append(c)
    for state, same in states.items():
        if len({value(c) for c in same}) == 2:
            for a, b in combinations(same, 2):
                if a.sentence != b.sentence and comparable(quantity(a), quantity(b), 3) and disjoint(quantity(a), quantity(b)) and (a.names | a.led_by) & (b.names | b.led_by) - CALENDAR - {state} \
                        and not a.company and not b.company and quantity(a).low not in b.numbers and quantity(b).low not in a.numbers and not apart(a, b) and not framed_apart(a, b):
                    yield Link(a, b, _LIKELY, (f"both tell how long it was: “{state}”",))


def _state(c: Claim) -> str:
    """What it was so long in or of ("in captivity", "of the siege"), "" where nothing like that follows."""
    following = [w for w in c.after if w not in _ARTICLES]
    if len(following) < 2 or following[0] not in ("in", "of", "as", "at") or not following[1].isalpha() or following[1] in CALENDAR or following[1] in FUNCTION_WORDS or following[1] in c.names:
        return ""
    return following[1]


def _own_group(a: Claim, b: Claim) -> bool:
    """Does the later tell of which group it is, and the earlier does not: "the 60 pilots of the rival line"?"""
    return not _TELLS.isdisjoint(b.after[:1]) and frozenset(b.complement[:1]).isdisjoint(a.words)


def one_digit(a: Quantity, b: Quantity) -> bool:
    """Do the two differ in one digit, or in two that changed places?"""
    one, two = (format(printed(q)[0].normalize(), "f") for q in (a, b))
    return is_slipped(one, two) and comparable(a, b, 3)


def _scopes_apart(a: Claim, b: Claim) -> bool:
    """Is each told of a time of its own?"""
    days = [frozenset(w for w in c.scope if w in CALENDAR or w.isdigit()) for c in (a, b)]
    return bool(days[0] and days[1]) and days[0].isdisjoint(days[1])


def _since(found: Sequence[Claim]) -> Iterator[Link]:
    """ "57 have been killed since Tuesday", "a death toll of 67 since Tuesday"."""
    by: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for c in found:
        if c.event in TOLLS and not quantity(c).hedge and not c.modifiers and (since := _window(c)):
            by[(c.event, *since)].append(c)
    for same in by.values():
        for a, b in combinations(same, 2):
            if a.sentence != b.sentence and disjoint(quantity(a), quantity(b)) and comparable(quantity(a), quantity(b), 3):
                yield Link(a, b, _LIKELY, ("both are tolls since the same day",))


def _window(c: Claim) -> tuple[str, ...]:
    """The day since which something is counted, () where the sentence has none or two."""
    at = [i for i, word in enumerate(c.said) if word in _SINCE]
    if len(at) != 1:
        return ()
    following = c.said[at[0] + 1:at[0] + 2]
    return following if following and following[0] in CALENDAR else ()


def _margins(found: Sequence[Claim]) -> Iterator[Link]:
    """ "Lowe won by seven points", "Lowe’s nine-point victory"."""
    margins = [(c, winner) for c in found if c.leaders and not quantity(c).ranged and (winner := _winner(c))]
    for (a, winner), (b, other) in combinations(margins, 2):
        if a.sentence != b.sentence and winner == other and disjoint(quantity(a), quantity(b)) and comparable(quantity(a), quantity(b), 3) \
                and not _elsewhere(a, b) and not _elsewhere(b, a) and not _scopes_apart(a, b):
            yield Link(a, b, _LIKELY, (f"both are margins by which one won: {winner}",))


def _winner(c: Claim) -> str:
    """Who won by so much: "Lowe won by", "Lowe beat Reeve by", "Lowe’s nine-point victory"; "" where the figure is no margin."""
    if c.before[-1:] == ("by",):
        if c.before[-2:-1] == ("win",):
            return c.leaders[0] if c.before[-3:-2] == c.leaders[:1] else ""
        beaten = c.before[-2:-1] == c.leaders[:1] and c.before[0] in _BEATS and len(c.leaders) > 1
        return c.leaders[1] if beaten else ""
    return c.leaders[0] if c.before[-1:] == c.leaders[:1] and (c.noun in _WINS or not _WINS.isdisjoint(c.after[:1])) else ""


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Has the one a name behind it that the other's sentence lacks: "victory in Ohio"?"""
    return not (frozenset(a.complement) & a.names) - CALENDAR <= b.words
