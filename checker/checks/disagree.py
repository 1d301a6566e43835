"""Check `disagree`: two values of one claim."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from checker.checks.base import Check
from checker.checks.headline_sums import is_rest, is_rounded, is_told
from checker.data.units import ONES
from checker.data.words import TOLD_OF
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link import again, events, figures, people, slips
from checker.link.figures import Link
from checker.link.group import quantity, value
from checker.link.ledger import Analysis, Ledger
from checker.link.live import of_two_posts
from checker.link.pointed import Pointed, pointed
from checker.link.scaledback import scaled_back
from checker.link.swapped import exchanged, swapped
from checker.model import Claim, Quantity, Span
from checker.records import NamedTuple
from checker.structure.document import Document

DETERMINERS = ("the ", "his ", "her ", "its ", "their ", "that ", "The ", "His ", "Her ", "Its ", "Their ", "That ", "all ", "All ")  # before a figure told as known, as `echoed` reads it
_LONGEST = 6  # characters of them
_WITHIN = 8  # paragraphs behind the headline in which its figure may be told in another way


class Params(NamedTuple):
    """`least`: log-odds from which two figures count as one claim; `certain`: from which the link is no guess.

    `desks`: how much more of that a text of the business or sports desk asks, where of 150 pairs read one was right. `ratio`: how many times larger one of
    the two may be. `most`: how many places that it contradicts a finding shows.
    """

    least: float = 0.1
    certain: float = 4.0
    desks: float = 2.0
    most: int = 4
    ratio: int = 5


class SlipParams(NamedTuple):
    """Log-odds, equal digits counted, from which two figures a thousand times apart (`scale`) or of two units (`unit`) count as one claim.

    `most`: places shown.
    """

    scale: float = -0.15
    unit: float = 0.5
    most: int = 4


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        alike = list(figures.links(analysis.claims, params.least, params.ratio))
        if alike:
            from checker.link.desks import has_crowded_figures
            alike = [link for link in alike if link.odds >= params.least + params.desks] if has_crowded_figures(analysis.document) else alike
        found_links = [*events.links(analysis.claims), *alike,
                       *people.links(analysis.claims, params.least, params.ratio), *again.links(analysis.claims)]
        if not found_links:
            yield from _back(number, analysis, set())
            continue
        support = Counter([value(c) for c in analysis.claims])
        by_odd: dict[Claim, list[Link]] = defaultdict(list)
        for link in {(x.a.value.span, x.b.value.span): x for x in reversed(found_links)}.values():
            if not _items(link, analysis.document) and not _is_part(link, analysis.document) and not _is_borne_out(link, analysis) and not of_two_posts(analysis.document, link.a.zone, link.b.zone):
                by_odd[_odd(link, support)].append(link)
        for odd, found in by_odd.items():
            yield _conflict(number, odd, found, params)
        yield from _back(number, analysis, {odd.value.span for odd in by_odd})


_THOSE = frozenset({"those", "these", "that", "this"})
_VOTED = frozenset({"vote", "votes", "voted", "voting"})


def _back(number: int, analysis: Analysis, known: set[Span]) -> Iterator[Conflict]:
    """Figures that point back at one told otherwise."""
    found = [*pointed(analysis), *swapped(analysis), *exchanged(analysis)]
    words, text = analysis.document.distinct, analysis.document.text
    if "mother" in words or "father" in words or any(text[c.value.span.start - _LONGEST:c.value.span.start].endswith(DETERMINERS) for c in analysis.claims):
        from checker.link.echoed import echoed
        found += echoed(analysis)
    if not _THOSE.isdisjoint(analysis.document.lowercase):
        from checker.link.those import those
        found += those(analysis)
    if not words.isdisjoint(TOLD_OF):
        from checker.link.labelled import labelled
        found += labelled(analysis)
    if not words.isdisjoint(_VOTED):
        from checker.link.votesanew import votes_anew
        found += [Pointed(back, told) for back, told in votes_anew(analysis)]
    for back, told in found:
        if back.span not in known and isinstance(back.value, Quantity):
            known.add(back.span)  # each is told once, whichever reads it
            yield Conflict((Place(number, back.span), Place(number, told.span)), {"kind": back.value.dimension}, ("the one points back at the other",), likely=True, by_voice=True)


def _items(link: Link, document: Document) -> bool:
    """Do the two stand in two items of one list, which tell of different things in like words?"""
    first, last = sorted((link.a.zone, link.b.zone))
    return first != last and all(zone.kind == "list" for zone in document.zones[first:last + 1])


_OF_THEM = re.compile(r"(?<![\w.,])([\w,]+) of (?:them|whom|which|those)\b")


_BORN = ("children", "siblings", "sons", "daughters", "brothers", "sisters")
_BORN_OF = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|eldest|oldest|youngest|last|one) of (?:the |his |her )?(?:[a-z]+ )?$")


def _is_part(link: Link, document: Document) -> bool:
    """Is the one figure told as a part behind the other: "nine arrested", "12 were arrested, nine of them for …"?"""
    if link.a.value.text.endswith(_BORN) and any(_BORN_OF.search(document.text, max(0, c.value.span.start - 30), c.value.span.start) for c in (link.a, link.b)):
        return True  # "the third of the five children of Angus", "survived by her three children"
    for part, whole in ((link.a, link.b), (link.b, link.a)):
        q, (_, end) = quantity(part), document.sentence_at(whole.value.span.start)
        for m in _OF_THEM.finditer(document.lower, whole.value.span.end, end):
            if q.low == q.high and str(ONES.get(m[1], m[1].replace(",", ""))) == str(q.low):
                return True
    return False


def _is_borne_out(link: Link, analysis: Analysis) -> bool:
    """Is one the headline's, which the text tells in another way, or the other what comes on top?"""
    for head, other in ((link.a, link.b), (link.b, link.a)):
        if analysis.document.zones[head.zone].kind == "headline" and analysis.document.zones[other.zone].kind != "headline":
            return is_rounded(printed(quantity(head))[0], printed(quantity(other))[0]) or is_rest(head, other) or is_told(analysis, head, _WITHIN)
    return False


def _slips(ledger: Ledger, params: SlipParams) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        yield from _came_from(number, analysis)
        for back, other in scaled_back(analysis):
            yield Conflict((Place(number, back.span), Place(number, other.span)), {"computed": "the same digits, and another word of scale", "kind": "money"}, ("the one points back at an amount, and no other is told",), likely=True, by_voice=True)
        claims = analysis.claims
        told = {v for c in claims for v in printed(quantity(c))}
        found = list(slips.units(claims, params.unit))
        if any(v * 1000 in told or v * 10 ** 6 in told for v in told if v):  # a figure is another's thousandfold
            found += slips.scales(figures.groups(claims), params.scale)
        if not found:
            continue
        support = Counter(value(c) for c in claims)
        by_odd: dict[Claim, list[Link]] = defaultdict(list)
        for link in found:
            by_odd[_odd(link, support)].append(link)
        for odd, links in by_odd.items():
            others = [link.b if link.a is odd else link.a for link in links]
            facts = {"computed": _slip(odd, others[0]), "kind": quantity(odd).dimension}
            places = [Place(number, odd.value.span), *(Place(number, c.value.span) for c in others)]
            yield Conflict(tuple(places[:params.most + 1]), facts, links[0].because, likely=True, by_voice=True)


def _came_from(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """ "fell to 1.9 million from 2.5 billion": the one that is smaller for its word of scale may be right, or the other."""
    for relation in analysis.relations:
        if relation.kind == "scaled":
            now, then = relation.all("now")[0], relation.all("then")[0]
            facts = {"computed": relation.facts.get("told", "a thousand times as much"), "kind": "scale"}
            yield Conflict((Place(number, now.span), Place(number, then.span)), facts, ("the one is said to have come from the other, or to be some of it",), likely=True, by_voice=True)


def _slip(a: Claim, b: Claim) -> str:
    """How the two figures with the same digits differ, in words."""
    if quantity(a).unit != quantity(b).unit:
        return "the same number in another unit"
    low, high = sorted((quantity(a).high, quantity(b).high))
    return "a thousand times as much" if high < low * 10 ** 5 else "a million times as much"


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


CHECKS = {"quantity": Check(Params, _run), "scale": Check(SlipParams, _slips)}
