"""Whether two printed values can both be right, and which figures of two documents are said of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache

from checker.data.english import TOLLS
from checker.extract.hedges import kind_of, printed
from checker.link import figures
from checker.link.evidence import evidence, log_odds
from checker.link.figures import Link
from checker.link.group import quantity
from checker.link.ledger import Analysis
from checker.model import Claim, Clock, Date, Quantity

_ENDLESS = Decimal("Infinity")
_EXACT = frozenset({"", "about", "almost"})
_TOP = 6  # paragraphs in which a story tells its toll
_TOLL_BONUS = 1.5
# words of which both figures must have the same: a part, a mean or an earlier state is another claim
PARTS = frozenset("another additional more extra further other others remaining each every per average averaged median original originally "
                  "initial initially previous previously earlier first last next former total".split())
ADDED = frozenset("another additional further remaining average averaged median original originally initially previously".split())
_KINDRED = frozenset({"count", "number", "age", "score", "ordinal", "points"})


def comparable(a: Quantity, b: Quantity) -> bool:
    """Are the two figures of one kind and unit, so that one may stand for the other?"""
    if a.dimension != b.dimension and not {a.dimension, b.dimension} <= _KINDRED:
        return False
    return a.unit == b.unit or not a.unit or not b.unit or a.dimension != b.dimension


def differ(a: Quantity, b: Quantity, verbatim: bool = False) -> bool:
    """Can the two figures not both be right?

    Hedges without an end ("more than 40") reach as far as they say, so that 70 does not contradict them. In sentences that are the
    same word for word (`verbatim`) nothing is rounded, and "more than 60" is not "60" either.
    """
    if a.dimension in ("vote", "score") or b.dimension in ("vote", "score"):
        return (a.low, a.high) != (b.low, b.high)
    one, two = kind_of(a), kind_of(b)
    if verbatim and one == two and not a.ranged and not b.ranged:
        return printed(a) != printed(b)
    if one in _EXACT and two in _EXACT:
        return figures.disjoint(a, b)
    if one == two:
        return figures.disjoint(a, b) and printed(a) != printed(b)
    (low, high, open_a), (other_low, other_high, open_b) = _reach(a, one), _reach(b, two)
    if low > other_high or other_low > high:
        return True
    return verbatim and (open_a or open_b) and (low == other_high or other_low == high)


def _reach(q: Quantity, kind: str) -> tuple[Decimal, Decimal, bool]:
    """The interval that a hedge leaves open, and whether its printed end is left out."""
    low, high = printed(q)
    if kind in ("over", "just over", "least"):
        return low, _ENDLESS, kind != "least"
    if kind in ("under", "most"):
        return -_ENDLESS, high, kind == "under"
    return q.low, q.high, False


def dates_differ(a: Date | Clock, b: Date | Clock) -> bool:
    """Do two dates, or two times of day, name another day or time in what both print?"""
    if isinstance(a, Clock) or isinstance(b, Clock):
        if not (isinstance(a, Clock) and isinstance(b, Clock)) or (a.zone and b.zone and a.zone != b.zone):
            return False
        return (a.hour % 12, a.minute) != (b.hour % 12, b.minute) or bool(a.meridiem and b.meridiem and a.meridiem != b.meridiem)
    if a.swapped or b.swapped:
        return False
    both = [(x, y) for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday))
            if x is not None and y is not None]
    return any(x != y for x, y in both)


def linked(a: Analysis, b: Analysis, least: float) -> Iterator[Link]:
    """Figures of two documents whose log-odds of being one claim reach `least`, equal in value or not."""
    behind = len(a.document.sentences) + 1
    moved = {c.behind(behind): c for c in b.claims}
    for group in figures.groups([*a.claims, *moved]):
        for x, y in figures.candidates(group):
            if x.sentence >= behind or y.sentence < behind:
                continue
            given = evidence(x, y, group)
            given["same paragraph"] = 0.0  # paragraphs of two documents
            odds = log_odds(given)
            if x.event and x.event == y.event and x.event in TOLLS and max(x.zone, y.zone) <= _TOP:
                odds += _TOLL_BONUS
            if odds >= least:
                yield Link(x, moved[y], odds, figures.because(x, y))


def parted(a: Claim, b: Claim) -> bool:
    """Does something tell two claims apart: moods, each a name near its figure that the other's sentence lacks, or one is a part or a mean?"""
    near = [frozenset(c.near) & c.names for c in (a, b)]
    if a.mood != b.mood or (near[0] - b.words and near[1] - a.words):
        return True
    shared = near_words(a, b)
    if not shared or len(shared | (a.names & b.names)) + (a.noun == b.noun != "" and quantity(a).dimension == "count") < 2:
        return True  # hardly more than the noun in common
    return parts(a) != parts(b)


def parts(c: Claim) -> frozenset[str]:
    """The words that make a figure a part, a mean or an earlier state."""
    return (c.roles | c.scope | set(c.modifiers) | set(c.before)) & PARTS


def near_words(a: Claim, b: Claim) -> set[str]:
    """Words near one of the figures that the other's sentence has too, the noun that both count aside."""
    return ((set(a.near) & b.words) | (set(b.near) & a.words)) - {a.noun, b.noun}


def told(analyses: Iterable[Analysis]) -> Callable[[Quantity], bool]:
    """A question to documents: do they have a figure that this one can be? Equal figures are found at once, others are asked for once."""
    figures_of = {m.value: None for a in analyses for m in a.mentions if isinstance(m.value, Quantity)}
    equal = {(q.dimension, q.unit, q.low, q.high) for q in figures_of}

    @cache
    def ask(q: Quantity) -> bool:
        return (q.dimension, q.unit, q.low, q.high) in equal or any(comparable(q, o) and not differ(q, o) for o in figures_of)
    return ask
