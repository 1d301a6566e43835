"""Which figures are said of one thing: the evidence for and against a pair of claims, and what it weighs.

The hard part of the product. Two figures of one unit are compared on what their clauses and sentences share and on
what tells them apart (names, years, periods, modifiers, parts such as "from" and "another", other figures beside
them). Each piece of evidence is a number; the weights are those of a logistic regression, so that their sum is the
log-odds that both speak of one thing.

How the weights were fitted: in published news an equal figure in two sentences of one article is nearly always the
same claim repeated, and two unequal figures of one unit nearly never are. Pairs of both sorts from about 1,700
articles gave the weights; 302 pairs that an editor labelled then moved them, under a quadratic penalty for leaving
the first ones, signs held to what the evidence means. No word of any article is in them, and the values of the
figures are no evidence. On labelled pairs that were held out (five folds by article) about half of the claims are
found at one in nine look-alikes flagged.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.data.english import CALENDAR, TOLLS
from checker.extract.hedges import printed
from checker.link.weights import BIAS, WEIGHTS
from checker.model import Claim, Quantity

_ADDITION = frozenset({"another", "additional", "more", "other", "others", "extra", "further", "remaining", "rest"})
_MOST = 25  # postings of one word; a word that common tells no two figures apart


class Group(NamedTuple):
    """The figures of one document that could be said of one thing (same dimension and unit), in order.

    `frequency` counts the sentences that hold each word, `values` holds all figures of each sentence,
    `support` in how many sentences each value stands.
    """

    claims: tuple[Claim, ...]
    frequency: Counter[str]
    values: dict[int, Counter[tuple[object, ...]]]
    support: Counter[tuple[object, ...]]


class Link(NamedTuple):
    """Two claims of one thing: `odds` is the log-odds, `because` what they share, in words."""

    a: Claim
    b: Claim
    odds: float
    because: tuple[str, ...]


def quantity(claim: Claim) -> Quantity:
    """The claim's figure."""
    value = claim.value.value
    assert isinstance(value, Quantity)
    return value


def value(claim: Claim) -> tuple[object, ...]:
    """The figure as what can be equal to another."""
    q = quantity(claim)
    return q.dimension, q.unit, q.low, q.high


def groups(claims: Sequence[Claim]) -> list[Group]:
    """Claims by what they could be compared with."""
    by_unit: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    frequency: Counter[str] = Counter()
    seen: set[int] = set()
    values: dict[int, Counter[tuple[object, ...]]] = defaultdict(Counter)
    for c in claims:
        q = quantity(c)
        values[c.sentence][value(c)] += 1
        by_unit[q.dimension, q.unit].append(c)
        if c.sentence not in seen:
            seen.add(c.sentence)
            frequency.update(c.words)
    support = Counter(v for held in values.values() for v in held)
    return [Group(tuple(g), frequency, values, support) for g in by_unit.values() if len(g) > 1]


def candidates(group: Group) -> Iterator[tuple[Claim, Claim]]:
    """Pairs in different sentences that share a word near one of the figures: never all pairs of a long text."""
    if len(group.claims) <= 30:
        pairs: Iterator[tuple[int, int]] = ((i, j) for j in range(len(group.claims)) for i in range(j))
    else:
        postings: dict[str, list[int]] = defaultdict(list)
        for i, c in enumerate(group.claims):
            for word in c.near[:6]:
                postings[word].append(i)
        pairs = iter(sorted({(p[x], p[y]) for p in postings.values() if len(p) <= _MOST
                             for y in range(len(p)) for x in range(y)}))
    for i, j in pairs:
        a, b = group.claims[i], group.claims[j]
        if a.event != b.event and {a.event, b.event} <= TOLLS:
            continue  # killed is not injured
        if quantity(a).per and quantity(b).per and quantity(a).per != quantity(b).per:
            continue
        if a.sentence != b.sentence and ((a.noun and a.noun == b.noun) or not a.words.isdisjoint(b.near)
                                         or not b.words.isdisjoint(a.near)):
            yield a, b


def _weight(words: frozenset[str] | set[str], frequency: Counter[str]) -> float:
    """Shared words, the rarer the heavier: a word in two sentences only counts 1, in n sentences 1/√(n−1)."""
    return sum(1 / math.sqrt(max(1, frequency[w] - 1)) for w in words)


def _sets(one: frozenset[str], two: frozenset[str]) -> tuple[float, float]:
    """How much two sets share and how much each has alone."""
    return float(len(one & two)), float(len(one ^ two))


def evidence(a: Claim, b: Claim, group: Group) -> dict[str, float]:
    """Named evidence that both figures are said of one thing; values mostly 0–3, never the figures themselves."""
    f = group.frequency
    near_a, near_b = frozenset(a.near), frozenset(b.near)
    close_a, close_b = frozenset(a.near[:4]), frozenset(b.near[:4])
    shared = near_a & near_b
    cross = ((near_a & b.words) | (near_b & a.words)) - shared
    rest = (a.words & b.words) - shared - cross
    years = tuple(frozenset(w for w in c.scope if w.isdigit()) for c in (a, b))
    periods = tuple(frozenset(w for w in c.scope if not w.isdigit()) for c in (a, b))
    period_shared, period_apart = _sets(*periods)
    role_shared, role_apart = _sets(a.roles, b.roles)
    months = tuple(p & CALENDAR for p in periods)
    qa, qb = quantity(a), quantity(b)
    names = a.names & b.names
    beside_a, beside_b = (set(group.values[c.sentence]) - {value(a), value(b)} for c in (a, b))
    dimension = qa.dimension
    return {
        "close": min(3.0, _weight(close_a & close_b, f)),
        "near": min(4.0, _weight(shared, f)),
        "cross": min(4.0, _weight(cross, f)),
        "rest": min(4.0, _weight(rest, f)),
        "jaccard": len(a.words & b.words) / max(1, len(a.words | b.words)),
        "coverage": len(shared) / max(1, min(len(near_a), len(near_b))),
        "covered": len(near_a & b.words) / max(1, len(near_a)) + len(near_b & a.words) / max(1, len(near_b)),
        "names": min(3.0, _weight(names, f)),
        "names apart": float(bool(a.names and b.names and not names)),
        "noun same": float(bool(a.noun) and a.noun == b.noun),
        "noun apart": float(bool(a.noun and b.noun) and a.noun != b.noun),
        "noun elsewhere": float(bool(a.noun) and a.noun in b.words) + float(bool(b.noun) and b.noun in a.words),
        "modifiers same": float(bool(a.modifiers) and a.modifiers == b.modifiers),
        "modifiers apart": float(bool(a.modifiers and b.modifiers) and not set(a.modifiers) & set(b.modifiers)),
        "modifiers one": float(bool(a.modifiers) != bool(b.modifiers)),
        "after": float(bool(a.after and b.after) and a.after[0] == b.after[0]),
        "after two": float(a.after[:2] == b.after[:2] and len(a.after) > 1),
        "before": float(bool(a.before and b.before) and a.before[-1] == b.before[-1]),
        "before two": float(a.before[-2:] == b.before[-2:] and len(a.before) > 1),
        "years same": float(bool(years[0] & years[1])),
        "years apart": float(bool(years[0] and years[1]) and not years[0] & years[1]),
        "years one": float(bool(years[0]) != bool(years[1])),
        "periods same": min(3.0, period_shared),
        "periods apart": min(4.0, period_apart),
        "roles same": min(2.0, role_shared),
        "roles apart": min(3.0, role_apart),
        "company": math.log1p(min(a.company, b.company)),
        "company more": math.log1p(max(a.company, b.company)),
        "beside same": float(bool(beside_a & beside_b)),
        "beside apart": float(bool(beside_a and beside_b) and not beside_a & beside_b),
        "both told again": float(group.support[value(a)] > 1 and group.support[value(b)] > 1),
        "crowd": math.log(len(group.claims)),
        "voices": float(a.voice == b.voice),
        "moods": float(a.mood != b.mood),
        "distance": math.log1p(abs(a.zone - b.zone)),
        "same paragraph": float(a.zone == b.zone),
        "top": float(a.zone <= 2),
        "months apart": float(bool(months[0] and months[1]) and not months[0] & months[1]),
        "months one": float(bool(months[0]) != bool(months[1])),
        "near names": min(2.0, _weight(near_a & near_b & a.names & b.names, f)),
        "near names apart": float(bool(near_a & a.names and near_b & b.names) and not near_a & near_b & a.names),
        "near names absent": float(bool((near_a & a.names) - b.words)) + float(bool((near_b & b.names) - a.words)),
        "addition": float(bool(a.roles & _ADDITION) != bool(b.roles & _ADDITION)),
        "same sentence": float(len(a.words | b.words) > 4 and len(a.words & b.words) > 0.8 * len(a.words | b.words)),
        "per": float(bool(qa.per) and qa.per == qb.per),
        "per one": float(qa.per != qb.per),
        f"is {dimension}": 1.0,
        f"near {dimension}": min(4.0, _weight(shared, f)),
    }


def log_odds(given: dict[str, float]) -> float:
    """Log-odds that a pair speaks of one thing."""
    return BIAS + sum(WEIGHTS.get(k, 0.0) * v for k, v in given.items())


def because(a: Claim, b: Claim) -> tuple[str, ...]:
    """What two linked claims share, in words for a reader."""
    out = []
    shared = [w for w in a.near if w in b.near] or [w for w in a.near if w in b.words]
    if a.noun and a.noun == b.noun:
        out.append("both figures go with the same noun")
    if shared:
        out.append("both clauses have: " + ", ".join(shared[:6]))
    if a.names & b.names:
        out.append("both sentences name: " + ", ".join(sorted(a.names & b.names)[:4]))
    return tuple(out)


def _significant(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _room(coarse: Quantity, fine: Quantity) -> Decimal:
    """What a printed figure may have been rounded by when the other is finer: half of its last digit.

    Trailing zeros count as rounding only when hedged, or when the other figure has two digits more: 3,000 may be 2,977
    rounded, but not 3,200.
    """
    step = coarse.step
    if step <= 0:
        return Decimal(0)
    scaled = coarse.high / step
    zeros = len(str(int(scaled))) - len(str(int(scaled)).rstrip("0")) if scaled == int(scaled) and scaled else 0
    if zeros and (coarse.hedge or _significant(fine.high) >= _significant(coarse.high) + 2):
        return step * Decimal(10) ** zeros / 2
    return step / 2 if fine.step < step else Decimal(0)


def disjoint(a: Quantity, b: Quantity) -> bool:
    """Can the two printed figures not both be right, hedges, ranges and rounding allowed for?"""
    if a.dimension == "vote":
        return (a.low, a.high) != (b.low, b.high)
    room = max(_room(a, b), _room(b, a))
    if a.hedge and a.hedge == b.hedge:  # "at least 39" here and "at least 65" there are two figures
        return abs(a.low - b.low) > room and abs(a.high - b.high) > room
    return a.low - room > b.high or b.low - room > a.high


def comparable(a: Quantity, b: Quantity, most: int) -> bool:
    """Is neither figure more than `most` times the other? A slip of a digit or a stale figure stays within that; what is
    further apart is another thing, or a slip of scale with a check of its own.
    """
    one, two = sorted((max(abs(a.low), abs(a.high)), max(abs(b.low), abs(b.high))))
    return two <= most * one


def links(claims: Sequence[Claim], least: float, most: int = 5) -> Iterator[Link]:
    """Pairs of claims, unequal in value, whose log-odds of being one claim reach `least`."""
    for group in groups(claims):
        for a, b in candidates(group):
            if not disjoint(quantity(a), quantity(b)) or not comparable(quantity(a), quantity(b), most):
                continue
            if group.values[a.sentence][value(b)] or group.values[b.sentence][value(a)]:
                continue  # the figure that a repeats stands beside b
            odds = log_odds(evidence(a, b, group))
            if odds >= least:
                yield Link(a, b, odds, because(a, b))


def scales(claims: Sequence[Claim], least: float) -> Iterator[Link]:
    """Pairs with the same digits a thousand or a million times apart, in different sentences.

    Equal digits are evidence in themselves: each adds to the log-odds what a chance of one in ten is worth. Words near both figures
    must be shared: one, or two where the figures have one digit only.
    """
    for group in groups(claims):
        by_digits: dict[tuple[int, ...], list[Claim]] = defaultdict(list)
        for c in group.claims:
            q = quantity(c)
            if q.low == q.high or q.hedge:
                by_digits[printed(q)[0].normalize().as_tuple().digits].append(c)
        for digits, found in by_digits.items():
            if len(found) > 12:  # a table of round sums, not a slip
                continue
            for b in range(len(found)):
                for a in range(b):
                    one, two = found[a], found[b]
                    if one.sentence == two.sentence or not _thousandfold(quantity(one), quantity(two)):
                        continue
                    shared = len(set(one.near) & set(two.near)) + (one.noun != "" and one.noun == two.noun)
                    if shared >= (1 if len(digits) > 1 else 2):
                        odds = log_odds(evidence(one, two, group)) + math.log(10) * len(digits)
                        if odds >= least:
                            yield Link(one, two, odds, because(one, two))


def _thousandfold(a: Quantity, b: Quantity) -> bool:
    low, high = sorted((printed(a)[0], printed(b)[0]))
    return low >= 1000 and high / low in (1000, 10 ** 6)
