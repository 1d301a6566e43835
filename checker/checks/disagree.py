"""Check `disagree`: two values of one claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import Check
from checker.extract.hedges import printed
from checker.link import events, figures
from checker.link.figures import Link
from checker.link.group import quantity, value
from checker.link.ledger import Ledger
from checker.model import Claim, Conflict, Place


class Params(NamedTuple):
    """`least`: log-odds from which two figures count as one claim; `certain`: from which the link is no guess.

    `ratio`: how many times larger one of the two may be. `most`: how many places that it contradicts a finding shows.
    """

    least: float = 0.0
    certain: float = 4.0
    most: int = 4
    ratio: int = 5


class ScaleParams(NamedTuple):
    """`least`: log-odds, equal digits counted, from which two figures a thousand times apart count as one claim; `most`: places shown."""

    least: float = -0.15
    most: int = 4


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        found_links = [*events.links(analysis.claims), *figures.links(analysis.claims, params.least, params.ratio)]
        if not found_links:
            continue
        support = Counter([value(c) for c in analysis.claims])
        by_odd: dict[Claim, list[Link]] = defaultdict(list)
        for link in {(x.a.value.span, x.b.value.span): x for x in reversed(found_links)}.values():
            odd = _odd(link, support)
            by_odd[odd].append(link)
        for odd, found in by_odd.items():
            yield _conflict(number, odd, found, params)


def _scales(ledger: Ledger, params: ScaleParams) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        told = {printed(quantity(c))[0] for c in analysis.claims}
        if not any(v * 1000 in told or v * 10 ** 6 in told for v in told if v):
            continue  # no figure is another's thousandfold
        support = Counter(value(c) for c in analysis.claims)
        by_odd: dict[Claim, list[Link]] = defaultdict(list)
        for link in figures.scales(analysis.claims, params.least):
            by_odd[_odd(link, support)].append(link)
        for odd, found in by_odd.items():
            others = [link.b if link.a is odd else link.a for link in found]
            facts = {"computed": "a thousand times" if _factor(odd, others[0]) == 1000 else "a million times", "kind": quantity(odd).dimension}
            places = [Place(number, odd.value.span), *(Place(number, c.value.span) for c in others)]
            yield Conflict(tuple(places[:params.most + 1]), facts, found[0].because, likely=True, by_voice=True)


def _factor(a: Claim, b: Claim) -> int:
    low, high = sorted((quantity(a).high, quantity(b).high))
    return 1000 if high < low * 10 ** 5 else 10 ** 6


def _odd(link: Link, support: Counter[tuple[object, ...]]) -> Claim:
    """The claim to look at: the one whose value fewer figures support, else the later one."""
    a, b = link.a, link.b
    if support[value(a)] != support[value(b)]:
        return min((a, b), key=lambda c: support[value(c)])
    return max((a, b), key=lambda c: c.value.span)


def _conflict(number: int, odd: Claim, found: list[Link], params: Params) -> Conflict:
    found.sort(key=lambda link: -link.odds)
    others = [link.b if link.a is odd else link.a for link in found]
    best = value(others[0])
    places = [Place(number, odd.value.span), *(Place(number, c.value.span) for c in others if value(c) == best)]
    return Conflict(tuple(places[:params.most + 1]), {"kind": quantity(odd).dimension},
                    found[0].because, likely=found[0].odds < params.certain or not found[0].a.event, by_voice=True)


CHECKS = {"quantity": Check(Params, _run), "scale": Check(ScaleParams, _scales)}
