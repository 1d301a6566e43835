"""Which figures are said of one thing: which pairs are compared, and which are linked.

The hard part of the product. The evidence for and against a pair and what it weighs is in `checker.link.evidence`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal

from checker.data.english import CALENDAR, SPEECH, TOLLS
from checker.data.words import SO_MANY
from checker.extract.hedges import kind_of, printed
from checker.link.bases import bases_apart
from checker.link.evidence import AROUND, REST, around, log_odds, most_said, rivals, said, seen, times, told_by, turns, weight
from checker.link.framed import framed_apart
from checker.link.group import RAREST, Company, Frequency, Group, quantity
from checker.link.weights import BIAS
from checker.model import Claim, Quantity
from checker.records import NamedTuple

_SOURCES = frozenset({("familiar",), ("briefed",), ("with", "knowledge"), ("with", "direct"), ("close", "to")})  # behind those who tell something
_TIME_IN = ("time", "in")
_PERSONAL = frozenset({"term"})  # "five-term senator": said of a person, who must be named at both places
_OF_ONE = frozenset({"ordinal", "age"})
_NO_SUMS = frozenset({"vote", "percent", "points", "duration", "age", "ordinal"})  # 93 votes and 2; any two shares of a whole
_TWO_SEXES = ({"girl", "boy"}, {"woman", "man"}, {"son", "daughter"}, {"mother", "father"}, {"brother", "sister"})
_NEEDED = frozenset({"need", "majority", "control", "win"})
_ELECTED = frozenset({"seat", "vote", "member", "delegate", "elector"})
_TELLING = 10  # numbers from here on stand side by side by chance but seldom, whatever they count
_NONE, _ONE = Decimal(0), Decimal(1)
_MOST = 25  # postings of one word; a word that common tells no two figures apart


class Link(NamedTuple):
    """Two claims of one thing: `odds` is the log-odds, `because` what they share, in words."""

    a: Claim
    b: Claim
    odds: float
    because: tuple[str, ...]


_kept: tuple[Sequence[Claim], list[Group]] = ((), [])


def groups(claims: Sequence[Claim]) -> list[Group]:
    """Claims by what they could be compared with; those of the last document are kept, since several rules ask for them."""
    global _kept
    kept, found = _kept
    if kept is not claims:
        found = grouped(claims, lambda q: (q.dimension, q.unit))
        _kept = claims, found
    return found


def let_go() -> None:
    """Forget the claims of the last document, which would keep it alive while the next is read."""
    global _kept
    _kept = (), []


def grouped(claims: Sequence[Claim], key: Callable[[Quantity], Hashable]) -> list[Group]:
    """Claims by a key of their quantities, those alone with theirs left out."""
    by_key: dict[Hashable, list[Claim]] = defaultdict(list)
    first: dict[int, Claim] = {}
    for c in claims:
        q = quantity(c)
        by_key[key(q)].append(c)
        first.setdefault(c.sentence, c)
    frequency, beside = Frequency(first.values()), Company(claims)
    return [Group(tuple(g), frequency, beside) for g in by_key.values() if len(g) > 1]


def candidates(group: Group, most: int = 0) -> Iterator[tuple[Claim, Claim]]:
    """Pairs in different sentences that share a word near one of the figures: never all pairs of a long text.

    With `most` only pairs that contradict each other, no value more than `most` times the other, and that the copy does not itself know as
    two: that is asked before any word is read.
    """
    claims = group.claims
    if len(claims) <= 30:
        pairs: Iterator[tuple[int, int]] = ((i, j) for j in range(len(claims)) for i in range(j))
    else:
        postings: dict[str, list[int]] = defaultdict(list)
        for i, c in enumerate(claims):
            for word in dict.fromkeys((*c.near[:6], c.noun)):
                if word:
                    postings[word].append(i)
        pairs = iter(sorted({(p[x], p[y]) for p in postings.values() if len(p) <= _MOST
                             for y in range(len(p)) for x in range(y)}))
    told, sentences = [quantity(c) for c in claims], [c.sentence for c in claims]
    for i, j in pairs:
        if sentences[i] != sentences[j] and (not most or contradict(told[i], told[j], most)):
            a, b = claims[i], claims[j]
            if not (most and _side_by_side(a, b, group)) and may_be_one(a, b):
                yield a, b


def may_be_one(a: Claim, b: Claim) -> bool:
    """Do two figures share a word near one of them, with nothing that tells them apart at once?"""
    one, two = quantity(a), quantity(b)
    if one.dimension == "count" and a.event != b.event and {a.event, b.event} <= TOLLS:
        return False  # killed is not injured
    if one.unit in _PERSONAL and a.names.isdisjoint(b.names):
        return False
    if one.per and two.per and one.per != two.per:
        return False
    if one.dimension in _OF_ONE and not _of_one(a, b):
        return False
    return _nouns_meet(a, b) or not a.words.isdisjoint(b.near) or not b.words.isdisjoint(a.near)


def _nouns_meet(a: Claim, b: Claim) -> bool:
    """Is one's noun the other's, or beside its figure ("the 9,462-foot peak", "9,642 feet, the highest peak")? Events have a sieve of their own."""
    if a.noun and a.noun == b.noun:
        return True
    return quantity(a).dimension != "duration" and bool((a.noun and a.noun in b.near) or (b.noun and b.noun in a.near))


def _of_one(a: Claim, b: Claim) -> bool:
    """May two ranks or two ages be those of one country, of one person? Each has many in an article, and only one of its own."""
    if quantity(a).dimension == "ordinal":
        return a.names <= b.words or b.names <= a.words
    same = a.noun == b.noun or not a.noun or not b.noun
    return b.determiner == "the" and (same or a.determiner == "the") and {a.noun, b.noun} not in _TWO_SEXES


def because(a: Claim, b: Claim) -> tuple[str, ...]:
    """What two linked claims share, in words for a reader."""
    out = []
    shared = [w for w in a.near if w in b.near] or [w for w in a.near if w in b.words]
    if a.noun and a.noun == b.noun:
        out.append("both figures count the same")
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
    if step <= _NONE:
        return _NONE
    known = printed(coarse)[1]
    scaled = known if step == _ONE else known / step
    whole = int(scaled)
    if whole % 10 == 0 and whole and whole == scaled and (coarse.hedge or _significant(printed(fine)[1]) >= _significant(known) + 2):
        digits = str(whole)
        return step * Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) / 2
    return step / 2 if fine.step < step else _NONE


def disjoint(a: Quantity, b: Quantity) -> bool:
    """Can the two printed figures not both be right, hedges, ranges and rounding allowed for?"""
    if a.dimension == "vote":
        return (a.low, a.high) != (b.low, b.high)
    if a.hedge and kind_of(a) == kind_of(b):  # "at least 39" here and "at least 65" there are two figures
        apart = min(abs(a.low - b.low), abs(a.high - b.high))
    elif a.low > b.high:
        apart = a.low - b.high
    else:
        apart = b.low - a.high
    return apart > _NONE and apart > _room(a, b) and apart > _room(b, a)


def comparable(a: Quantity, b: Quantity, most: int) -> bool:
    """Is neither figure more than `most` times the other? A slip of a digit or a stale figure stays within that; what is
    further apart is another thing, or a slip of scale with a check of its own.
    """
    if a.per != b.per and not SO_MANY.isdisjoint((a.per, b.per)):
        return False  # one in ten pupils, ten pupils
    one, two = _size(a), _size(b)
    return two <= most * one if one < two else one <= most * two


def _size(q: Quantity) -> Decimal:
    return q.high if _NONE <= q.low <= q.high else max(abs(q.low), abs(q.high))


def _two_compounds(a: Quantity, b: Quantity) -> bool:
    """Do both figures of two values told in two units differ ("4 minutes and 24 seconds", "1 minute and 11 seconds")? A slip leaves one of them.

    The last digit of such a value is no decimal place: 1/60 of a minute.
    """
    return a.step < _ONE and b.step < _ONE and _significant(a.step) > 1 and _significant(b.step) > 1 and a.unit == b.unit and \
        int(a.low) != int(b.low) and a.low % 1 != b.low % 1


def contradict(a: Quantity, b: Quantity, most: int) -> bool:
    """Can the two not both be right, though neither is more than `most` times the other?"""
    if a.low == b.low and a.high == b.high:  # most that are told twice
        return False
    return comparable(a, b, most) and disjoint(a, b) and not _two_compounds(a, b)


def told_apart(a: Claim, b: Claim, group: Group) -> bool:
    """Does the copy itself know the two values as two: side by side in one sentence, the smaller one as "three other …" of the larger, or each told again?"""
    small, large = sorted((a, b), key=lambda c: quantity(c).high)
    if small.roles & REST and not large.roles & REST:
        return True
    if (a.mood == "superseded") != (b.mood == "superseded"):
        return True  # "the ministry had said that four were dead"
    if quantity(a).dimension == "count" and _speaks(a) and _speaks(b):
        return True  # two sources here, three there
    if _adds_up(small, large, group) or (quantity(a).dimension == "count" and a.event and a.event == b.event and days_apart(a, b)):
        return True
    if quantity(small).unit in _ELECTED and quantity(small).high == quantity(large).high // 2 + 1 and not _NEEDED.isdisjoint(small.near):
        return True  # a majority of them
    if _two_records(a, b, group) or framed_apart(a, b) or bases_apart(a, b):
        return True
    if a.before[-2:] == b.before[-2:] == _TIME_IN and a.before[-3:-2] != b.before[-3:-2]:
        return True  # "the first time in 13 years", "the 10th time in 12 years"
    return _side_by_side(a, b, group)


def _two_records(a: Claim, b: Claim, group: Group) -> bool:
    """Does each sentence count another thing, too, that both count, and never alike ("killing 26 and wounding 38", "killing 11 and wounding 21")?

    A slip leaves the other figures as they are.
    """
    one, two = group.beside.records[a.sentence], group.beside.records[b.sentence]
    own = {(q.dimension, q.unit, c.noun, c.event) for c in (a, b) for q in [quantity(c)]}
    others = [one[key].isdisjoint(two[key]) for key in one.keys() & two.keys() if key not in own]
    return bool(others) and all(others)


def _side_by_side(a: Claim, b: Claim, group: Group) -> bool:
    """Do the two values stand in one sentence, or each in several? That is told by the values alone."""
    told, sentences = group.beside.told, group.beside.sentences
    held, other = sentences[told[a]], sentences[told[b]]
    if not held.isdisjoint(other) or (len(held) > 1 and len(other) > 1):
        return True
    one, two = quantity(a).high, quantity(b).high
    if quantity(a).dimension != "count" or min(one, two) < _TELLING:
        return False
    numbers = group.beside.numbers
    return one in numbers and two in numbers and not numbers[one].isdisjoint(numbers[two])


def days_apart(a: Claim, b: Claim) -> bool:
    """Does each clause tell a day, month or year, and none that the other tells?"""
    days = [frozenset(w for w in c.scope if w in CALENDAR or w.isdigit()) for c in (a, b)]
    return bool(days[0] and days[1]) and not days[0] & days[1]


def _adds_up(small: Claim, large: Claim, group: Group) -> bool:
    """Does the sentence of one hold what makes the smaller the larger ("four died there and two later", six in all; "four of nine wards", five)?"""
    rest, one, beside = quantity(large).high - quantity(small).high, quantity(small), group.beside
    if one.dimension in _NO_SUMS or (one.dimension == "count" and rest <= 1):
        return False  # "one" is seldom a count
    if rest == one.high and sum([quantity(c).high == rest and c.sentence in (small.sentence, small.sentence + 1, large.sentence) for c in group.claims]) < 2:
        return False  # the half of it alone makes no whole
    told = beside.numbers.get(rest) if one.dimension == "count" else beside.sizes.get((one.dimension, one.unit, rest))
    return told is not None and not told.isdisjoint((small.sentence, small.sentence + 1, large.sentence))


def _speaks(c: Claim) -> bool:
    """Are those counted whom the sentence has its words from: "three people familiar with the talks said", "according to two aides"?"""
    return c.after[:1] in _SOURCES or c.after[:2] in _SOURCES or c.before[-2:] == ("according", "to") or (c.after != () and c.after[0] in SPEECH)


def links(claims: Sequence[Claim], least: float, most: int = 5) -> Iterator[Link]:
    """Pairs of claims, unequal in value, whose log-odds of being one claim reach `least`."""
    for group in groups(claims):
        for a, b in candidates(group, most):
            odds = weighed(a, b, group, least)
            if odds >= least:
                yield Link(a, b, odds, because(a, b))


def weighed(a: Claim, b: Claim, group: Group, least: float) -> float:
    """The log-odds of all evidence, or something less than `least`: what is dear to know is asked where it could still do.

    What words weigh is read off all sentences, and all of it speaks for the pair: first where it would do, were each the rarest. So does
    what `around` tells, while `times`, `turns`, `rivals` and `told_by` only ever speak against it.
    """
    much = most_said(quantity(a).dimension, len(a.words & b.words)) + AROUND
    quick = weight(seen(a, b, group))
    if BIAS + quick + much < least:
        return -math.inf
    quick = weight(times(a, b), quick)
    if BIAS + quick + much < least:
        return -math.inf
    counted = group.frequency.counted is not None
    odds = BIAS + weight(said(a, b, group.frequency if counted else RAREST), quick)
    if odds + AROUND < least:
        return -math.inf
    odds += log_odds(around(a, b)) - BIAS
    if odds < least or told_apart(a, b, group):
        return -math.inf
    against = log_odds(turns(a, b)) - BIAS
    if odds + against < least:
        return -math.inf
    if not counted:
        odds = BIAS + weight(around(a, b), weight(said(a, b, group.frequency), quick))
    odds += against
    if odds >= least:
        odds += log_odds(rivals(a, b, group)) - BIAS
    return odds if odds < least else odds + log_odds(told_by(a, b)) - BIAS
