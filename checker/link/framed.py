"""What a figure's own words say of it that keeps it apart from another: a wish and a fact, a part and the whole, the old and the new, two forecasts.

Asked of the few pairs that all other evidence holds for one claim; words are stems, as claims have them.
"""

from __future__ import annotations

from collections.abc import Callable

from checker.data.english import TOLLS
from checker.link.group import quantity
from checker.model import Claim

_WISHES = frozenset("want wanted sought seek demand demanded request requested ask asked hop hope hoped aim".split())
_BEFORE_THEN = frozenset("previous previously prior".split())
_PICKED = frozenset("top bottom first final remain remaining full".split())
_WHOLE = frozenset({"combin", "combined"})
_OF_TOTAL = ({"of", "the", "total"}, {"of", "that", "total"}, {"of", "that", "amount"}, {"of", "that", "sum"})  # what a part is told behind
_STAGES = frozenset("spot scen instantly outright impact immediately".split())
_FORECASTS = frozenset("forecast predict project estimat expect".split())
_FRAME = 10  # words before a figure in which its time is told


def framed_apart(a: Claim, b: Claim) -> bool:
    """Do the words before the two tell them apart?"""
    return any(holds(a) != holds(b) for holds in _ONE_SIDED) or _two_margins(a, b) or _is_part(a, b) or _is_part(b, a) or _two_forecasts(a, b)


def _two_margins(a: Claim, b: Claim) -> bool:
    """ "a personal best by 1.9 seconds" of one runner, "her best by 2.2 seconds" of the next."""
    return a.before[-1:] == b.before[-1:] == ("by",) and bool(a.leaders and b.leaders) and a.leaders[0] not in b.words and b.leaders[0] != a.leaders[0]


def _wished(c: Claim) -> bool:
    return not _WISHES.isdisjoint(c.before)


def _was(c: Claim) -> bool:
    """Is it a figure of before: "his previous plan would take 20 years", "the then-$21 trillion debt"?"""
    words = c.said[max(0, c.at - _FRAME):c.at]
    return not _BEFORE_THEN.isdisjoint(words) or c.before[-1:] == ("then",)


def _picked(c: Claim) -> bool:
    """Does the word before it pick some of more: "the top 10 states", "the full 11-judge panel"?"""
    return not _PICKED.isdisjoint(c.before[-1:])


def _of_record(c: Claim) -> bool:
    """ "his record-setting 24-hour speech": another's, held against this one."""
    return any(word.partition("-")[0] == "record" for word in c.before)


def _staged(c: Claim) -> bool:
    """Is it the toll of a place or an hour: "fourteen died on the spot", "12 were pronounced dead at the scene"?"""
    return c.event in TOLLS and not _STAGES.isdisjoint(c.near)


def _chosen(c: Claim) -> bool:
    """Are those counted of which a clause tells: "the nine bridges for which she makes her case"?"""
    return c.after[1:2] in (("which",), ("whom",))


def _each(c: Claim) -> bool:
    """ "who had 492 marks each"."""
    return not _APIECE.isdisjoint(c.after[:1])


def _late(c: Claim) -> bool:
    """ "reopens eight months late", "two weeks ahead of plan"."""
    return not _PLANS.isdisjoint(c.after[:1])


_PLANS = frozenset({"late", "early", "overdu", "overdue", "behind", "ahead"})
_APIECE = frozenset({"each", "apiec", "apiece"})
_ONE_SIDED: tuple[Callable[[Claim], bool], ...] = (_wished, _was, _picked, _of_record, _staged, _chosen, _each, _late)


def _is_part(small: Claim, large: Claim) -> bool:
    """Is the smaller told as included in more, or the larger as several combined?"""
    if quantity(small).high >= quantity(large).high:
        return False
    if _in_all(large) and not _in_all(small):
        return True
    return (_included(small) and not _included(large)) or set(small.before) in _OF_TOTAL or (not _WHOLE.isdisjoint(large.before) and _WHOLE.isdisjoint(small.before))


def _in_all(c: Claim) -> bool:
    """ "11 people may have been hurt in all"."""
    behind = c.said[c.at:c.at + _FRAME + 2]
    return not _TOGETHER.isdisjoint(behind) or ("in", "all") in zip(behind, behind[1:], strict=False)


_TOGETHER = frozenset({"altogether", "together", "overall"})


def _included(c: Claim) -> bool:
    """ "including the $11 billion contract"; but neither "killed four people, including a child" nor "will include a nine-month stay"."""
    return "including" in c.roles and "includ" in c.before


def _two_forecasts(a: Claim, b: Claim) -> bool:
    """Are they forecasts of two people or bodies?"""
    if _FORECASTS.isdisjoint(a.near) or _FORECASTS.isdisjoint(b.near):
        return False
    one, two = (frozenset(c.leaders) | frozenset((c.voice.name or "").lower().split()) for c in (a, b))
    return bool(one and two) and one.isdisjoint(two) and not _is_short_for(a, two) and not _is_short_for(b, one)


def _is_short_for(full: Claim, others: frozenset[str]) -> bool:
    """Is one of the others the first letters of the words that lead to the figure: "CBO" for "the Congressional Budget Office"?"""
    return "".join(w[0] for w in full.leaders[::-1]) in others
