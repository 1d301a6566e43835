"""The evidence that two figures are said of one thing, and what it weighs.

Two figures of one unit are compared on what their clauses and sentences share and on what tells them apart. Each piece
of evidence is a small number; the weights are those of a logistic regression, so that their sum is the log-odds that
both speak of one thing. How far apart the two values lie is evidence as well; how the weights were fitted is told beside them.

Tried and dropped: near synonyms by common beginnings of words, shared verbs and subjects told apart by part of speech,
trees instead of sums (better on the pairs they were grown on, worse on others), likeness of the two sentences by a language model's
vectors (whole sentences, the figure in its sentence, the words around it: nothing gained), moods, words of comparison, other words of the two
paragraphs; all in five or six folds by article.
"""

from __future__ import annotations

import math
from collections import defaultdict
from decimal import Decimal
from functools import cache

from checker.data.english import TOLLS
from checker.link.group import Frequency, Group, quantity
from checker.link.weights import BIAS, WEIGHTS
from checker.model import Claim

REST = frozenset({"other", "others", "another", "additional", "remaining", "rest", "extra", "further"})  # some of a larger number
_ADDITION = REST | {"more"}
_MONTHS = frozenset("january february march april june july august september october november december".split())


def likeness(a: Claim, b: Claim, frequency: Frequency) -> float:
    """How much two figures have in common by their words alone: those near both, near one, and in both sentences."""
    near_a, near_b = frozenset(a.near), frozenset(b.near)
    shared = near_a & near_b
    cross = ((near_a & b.words) | (near_b & a.words)) - shared
    return frequency.weight(shared) + frequency.weight(cross) / 2 + float(bool(a.noun) and a.noun == b.noun)


def evidence(a: Claim, b: Claim, group: Group) -> dict[str, float]:
    """Named evidence that both figures are said of one thing, `a` the earlier; values mostly 0–4, of those that are 0 most are left out."""
    return seen(a, b, group) | times(a, b) | said(a, b, group.frequency) | around(a, b) | rivals(a, b, group) | turns(a, b) | told_by(a, b)


def seen(a: Claim, b: Claim, group: Group) -> dict[str, float]:
    """What is quick to see: what the values and places of two figures tell, their nouns, and what stands before them."""
    return {**_company(a, b, group), **_sizes(a, b), **_nouns(a, b), **_led(a, b)}


def said(a: Claim, b: Claim, frequency: Frequency) -> dict[str, float]:
    """What the words of the two sentences tell."""
    return words(a, b, frequency) | frames(a, b, frequency)


def around(a: Claim, b: Claim) -> dict[str, float]:
    """Names that two passages share beyond the two sentences: the sentence before each is looked at, too."""
    shared = (a.led_by | a.names) & (b.led_by | b.names) - (a.names & b.names) if a.zone != b.zone else ()
    return {"names around": min(3.0, float(len(shared)))}


def rivals(a: Claim, b: Claim, group: Group) -> dict[str, float]:
    """Other figures as like to one of the two as they are to each other."""
    found = _rivals(a, b, group)
    return {"rivals": float(found), "a rival": float(found > 0)}


def turns(a: Claim, b: Claim) -> dict[str, float]:
    """Figures that differ in sentences built alike."""
    return {"figures apart": float(min(2, _figures_apart(a, b)))}


def told_by(a: Claim, b: Claim) -> dict[str, float]:
    """Whether one voice tells both."""
    return {"voice same": float(a.voice == b.voice)}


def _figures_apart(a: Claim, b: Claim) -> int:
    """How many figures beside the two stand at the same place of two sentences built alike, and differ: what is told of two things in turn."""
    from difflib import SequenceMatcher

    first, second = (["@" if i == c.at else "#" if word[0].isdigit() else word for i, word in enumerate(c.said)] for c in (a, b))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(first[i + k] == "#" and a.said[i + k] != b.said[j + k] for i, j, size in blocks for k in range(size))


def _nouns(a: Claim, b: Claim) -> dict[str, float]:
    """What the two figures count or measure."""
    noun, other = a.noun, b.noun
    told = {
        f"is {quantity(a).dimension}": 1.0,
        "noun same": noun != "" and noun == other,
        "noun elsewhere": (noun != "" and noun in b.words) + (other != "" and other in a.words),
        "modifiers apart": noun != "" and noun == other and () != a.modifiers != b.modifiers != (),
        "modifiers one": bool(a.modifiers) != bool(b.modifiers),
        "part": noun != "" and noun == other and _part(a, b),
        "per one": quantity(a).per != quantity(b).per,
        "toll one": quantity(a).unit == "person" and a.event != b.event and not TOLLS.isdisjoint((a.event, b.event)),
    }
    return {name: float(much) for name, much in told.items() if much}


def _led(a: Claim, b: Claim) -> dict[str, float]:
    """What stands before the two figures: what points back, what is told as new."""
    pointer, back, one, two = a.determiner, b.determiner, a.before, b.before
    told = {
        "pointed at": pointer == "the",
        "points back": back == "the",
        "points back to new": back == "the" != pointer,
        "told as new": back == "a",
        "words before": _run(one[::-1], two[::-1]) if one[-1:] == two[-1:] else 0,
        "window": (not _WINDOWS.isdisjoint(one[-1:])) + (not _WINDOWS.isdisjoint(two[-1:])),
    }
    return {name: float(much) for name, much in told.items() if much}


def words(a: Claim, b: Claim, frequency: Frequency) -> dict[str, float]:
    """What the words tell that both sentences have: those near both figures, near one, and the others."""
    given: dict[str, float] = {}
    both = a.words & b.words
    if not both:
        return given
    near_a, near_b = both.intersection(a.near), both.intersection(b.near)
    shared = near_a & near_b
    cross = near_a ^ near_b
    if shared:
        near = min(4.0, frequency.weight(shared))
        given[f"near {quantity(a).dimension}"] = near
        given["near"] = near
    if cross:
        given["cross"] = min(4.0, frequency.weight(cross))
    if rest := both - shared - cross:
        given["rest"] = min(4.0, frequency.weight(rest))
    given["shared"] = min(_MOST_SHARED, len(both))
    union = len(a.words) + len(b.words) - len(both)
    if union > 4 and len(both) > 0.8 * union:
        given["same sentence"] = 1.0
    if not a.names <= b.words and not b.names <= a.words:
        given["template"] = len(both) / max(1, union)
    return given


_MOST_SHARED = 12.0


def frames(a: Claim, b: Claim, frequency: Frequency) -> dict[str, float]:
    """How the figures are built in: what follows, who leads."""
    told: dict[str, float] = {}
    one, two = frozenset(a.complement), frozenset(b.complement)
    if one and two and (both := one & two):
        told["complement"] = min(3.0, frequency.weight(both))
    if elsewhere := (bool(one) and one.isdisjoint(b.words)) + (bool(two) and two.isdisjoint(a.words)):
        told["complement elsewhere"] = float(elsewhere)
    if one and two and _parted(one & a.names, two & b.names, a, b):
        told["complement names apart"] = 1.0
    if a.sex != b.sex and a.sex != "" and b.sex != "":  # what she raised, what he raised
        told["sexes apart"] = 1.0
    if a.leaders and b.leaders:
        if a.leaders[-1] == b.leaders[-1]:
            told["leader same"] = 1.0
        elif frozenset(a.leaders).isdisjoint(b.leaders):
            told["leaders apart"] = 1.0
    return told


def _parted(one: frozenset[str], two: frozenset[str], a: Claim, b: Claim) -> bool:
    """Have both names of their own here, which the other's sentence lacks altogether?"""
    return bool(one and two) and one.isdisjoint(b.words) and two.isdisjoint(a.words)


_WINDOWS = frozenset("last past next final previous first coming recent following preceding prior then".split())


def _part(a: Claim, b: Claim) -> bool:
    """Is the smaller figure of one noun told as some of the larger: "four Republican senators" of eight?"""
    small, large = sorted((a, b), key=lambda c: quantity(c).high)
    return set(small.modifiers) > set(large.modifiers)


def _run(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    """How many words two runs have in common from their start."""
    n = 0
    for x, y in zip(one, two, strict=False):
        if x != y:
            break
        n += 1
    return n


def _sizes(a: Claim, b: Claim) -> dict[str, float]:
    """What two unequal values tell: a slip or a stale figure stays near the right one, and often differs from it in one digit.

    Upper ends are compared, hedges included: with hedges taken off fewer pairs were found at the same false alarms (59% instead of 66% at 8%).
    """
    one, two = quantity(a), quantity(b)
    small, low, high = (a, one.low, two.low) if one.dimension == "vote" and one.high == two.high else (a, one.high, two.high)  # of votes the side that differs
    if high < low:
        small, low, high = b, high, low
    same, swapped = _one_digit(low, high)
    return {
        "times": min(_FAR, math.log2(high / low)) if low > 0 else _FAR,
        "one digit": float(same),
        "swapped": float(swapped),
        "one digit of many": float(same > 2),
        "price": float(low < _HIGHEST_PRICE and one.dimension == "money" and (low % 1 != 0 or high % 1 != 0)),
        "one of": float(low == 1 and one.dimension != "vote"),  # "one officer was hit" counts no set
        "the two": float(low == 2 and small.determiner == "the"),  # those named last
    }


_FAR = 2.3  # log2 of five times
_HIGHEST_PRICE = 1000  # "15.54", "2.924": what is told to the cent has a new figure every day and for every buyer
SIZES = ("times", "price", "one digit", "swapped", "one digit of many", "one of", "the two")  # what the sizes of two figures tell: nothing where both values are equal


def _one_digit(low: Decimal, high: Decimal) -> tuple[int, bool]:
    """How telling it is that two numbers of one length differ in one digit or in two that changed places: their digits but one, up to 3, else 0.

    And whether two changed places: one unequal pair in 400 of published copy is so by chance.
    """
    if low.adjusted() != high.adjusted():
        return 0, False
    digits = [format(x, "f").replace(".", "").strip("0") for x in (low, high)]
    size = max(map(len, digits))
    one, two = (d.ljust(size, "0") for d in digits)
    apart = [i for i in range(size) if one[i] != two[i]]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]
    return min(3, size - 1) if len(apart) == 1 or swapped else 0, swapped and len(digits[0]) == len(digits[1])


def times(a: Claim, b: Claim) -> dict[str, float]:
    """Years, months and parts that tell two figures apart."""
    given: dict[str, float] = {}
    polls = ("poll" in a.words) + ("poll" in b.words)
    if polls:
        if polls == 2 and a.names.isdisjoint(b.names):
            given["polls apart"] = 1.0
        if quantity(a).dimension == "percent":
            given["poll"] = 1.0  # one question of many, one answer of many
    if a.scope and b.scope:
        one, two = (frozenset([w for w in c.scope if w.isdigit() or " " in w]) for c in (a, b))  # "2013", "second quarter"
        if one and two and one.isdisjoint(two):
            given["years apart"] = 1.0
    if _MONTHS.isdisjoint(a.words) != _MONTHS.isdisjoint(b.words):
        given["months one"] = 1.0
    if a.roles or b.roles:
        if apart := len(a.roles ^ b.roles):
            given["roles apart"] = min(3.0, float(apart))
        if _ADDITION.isdisjoint(a.roles) != _ADDITION.isdisjoint(b.roles):
            given["addition"] = 1.0
    return given


def _company(a: Claim, b: Claim, group: Group) -> dict[str, float]:
    """Where the two stand, what other figures stand beside them, whether they are told again."""
    given: dict[str, float] = {}
    if company := max(a.company, b.company):
        given["company"] = math.log1p(company)
    held, other = group.beside.values[a.sentence], group.beside.values[b.sentence]
    if len(held) > 1 and len(other) > 1:
        own = {group.beside.told[a], group.beside.told[b]}
        mine, theirs = held - own, other - own
        if mine and theirs and mine.isdisjoint(theirs):
            given["beside apart"] = 1.0
    given["crowd"] = math.log(len(group.claims))
    dense = min(_DENSEST, group.beside.dense)
    given["dense"] = dense
    if dense > _CRAMMED:
        given["crammed"] = dense - _CRAMMED
    if a.zone <= 2:
        given["top"] = 1.0
    if a.display or b.display:
        given["display"] = 1.0
    if a.zone == b.zone:
        given["same paragraph"] = 1.0
    if abs(a.sentence - b.sentence) == 1 and not a.display and not b.display:  # a headline stands beside the lead
        given["adjacent"] = 1.0
    return given


_DENSEST = 4.0
_CRAMMED = 0.6  # figures a sentence from which copy is one of trade or a table in prose; hardly a labelled article has so many
_MOST_RIVALS = 40  # figures of one unit that are looked through for rivals
_ENOUGH = 4  # rivals; more tell no more


def _rivals(a: Claim, b: Claim, group: Group) -> int:
    """How many other values are as like to one of the two figures as the two are to each other: items of a list have many."""
    if len(group.claims) > _MOST_RIVALS:
        return _ENOUGH
    frequency = group.frequency
    least = likeness(a, b, frequency) * 0.8
    values = group.beside.told
    own, found = (values[a], values[b]), set()
    for c in group.claims:
        told = values[c]
        if told not in own and told not in found and any(c.sentence != x.sentence and likeness(c, x, frequency) >= least for x in (a, b)):
            found.add(told)
            if len(found) == _ENOUGH:
                break
    return len(found)


def log_odds(given: dict[str, float]) -> float:
    """Log-odds that a pair speaks of one thing."""
    return BIAS + weight(given)


def weight(given: dict[str, float], known: float = 0.0) -> float:
    """What the evidence weighs, added to what is known to weigh: summed in that order, to the last digit as if all were weighed at once."""
    weights = WEIGHTS.get
    return sum([weights(name, 0.0) * much for name, much in given.items()], known)


@cache
def most_said(dimension: str, shared: int) -> float:
    """The most that `said` can speak for a pair whose sentences share so many words."""
    odds, left = _FRAMED + min(_MOST_SHARED, shared) * _FOR["shared"] + min(3, shared) * _FOR["complement"], shared
    for each in sorted((_FOR["near"] + _FOR[f"near {dimension}"], _FOR["cross"], _FOR["rest"]), reverse=True):
        odds += each * min(4, left)
        left -= min(4, left)
    return odds


_FOR = defaultdict(float, {k: w for k, w in WEIGHTS.items() if w > 0})
AROUND = 3 * _FOR["names around"]  # the most that `around` can speak for a pair
_FRAMED = sum([_FOR[k] for k in ("same sentence", "template", "complement names apart", "sexes apart", "leader same", "leaders apart")]) \
    + 2 * _FOR["complement elsewhere"]
