"""Check `disagree`, the headline and summary against the body: a figure, a date, a person or a place that the body has otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.base import Check
from checker.checks.headline_actors import actors
from checker.checks.headline_acts import chambers, negations
from checker.checks.headline_facts import acronyms, dates, months
from checker.checks.headline_holders import holders
from checker.checks.headline_names import names
from checker.checks.headline_scales import scales
from checker.checks.headline_sums import is_rest, is_rounded, is_told
from checker.checks.headline_words import members
from checker.data.english import TOLLS
from checker.data.units import ONES
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link import figures
from checker.link.evidence import evidence, log_odds
from checker.link.framed import framed_apart
from checker.link.group import Group, quantity
from checker.link.ledger import Analysis, Ledger
from checker.model import Claim, Span
from checker.records import NamedTuple

_HERE = (("here", "are"), ("these", "are"))
_ANNOUNCED = 2.5  # "Here are six reasons": the figure that the headline has
_SURE = 4.0  # log-odds from which the counterpart may stand anywhere in the text
_LOOSE = Decimal("1.15")  # times a bound ("at least 20") that a plain figure of the headline may be
_TOLD = frozenset({"count", "number", "money", "percent", "points", "vote", "duration"})
_HEADS = frozenset({"headline", "summary"})

_ROLES = frozenset("boss captain ceo chair chairman chairwoman chief coach governor head manager premier president skipper".split())  # what `bodies` looks for
_LENGTHS = frozenset({"years", "months", "weeks", "days", "hours"})
_NUMBERS = frozenset(word for word, n in ONES.items() if n > 1)  # what `bare` looks for


class Params(NamedTuple):
    """`least`: log-odds from which a figure of the headline and one of the body count as one claim; `within`: paragraphs of the body \
    in which the counterpart must stand; `shared`: words that the headline and the counterpart's sentence must share.
    """

    least: float = -1.0
    within: int = 8
    shared: int = 2


_OF = (" of ", " of the ", " of its ", " of his ", " of her ", " of their ")  # between a part that a headline tells and its whole


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        zones = analysis.document.zones
        first = next((z for z in zones if z.kind == "headline"), None)
        if first is not None and any(z.kind != "headline" for z in zones):
            head = first.span
            yield from _numbers(number, analysis, head, params)
            yield from dates(number, analysis, head, params.shared)
            yield from months(number, analysis, head)
            yield from acronyms(number, analysis, head)
            yield from scales(number, analysis, head)
            yield from members(number, analysis, head)
            yield from negations(number, analysis, head)
            if not _ROLES.isdisjoint(analysis.document.lower[head.start:head.end].split()):
                from checker.checks.headline_bodies import bodies
                yield from bodies(number, analysis, head)
            yield from chambers(number, analysis, head)
            yield from actors(number, analysis, head)
            yield from holders(number, analysis, head)
            from checker.checks.headline_again import again
            yield from again(number, analysis, head)
            yield from names(ledger, number, head, params.within * 2 // 3, params.shared)


def _numbers(number: int, analysis: Analysis, head: Span, params: Params) -> Iterator[Conflict]:
    """The headline's figures, each told once: what a claim of the body contradicts before what only the place tells."""
    found = list(_figures(number, analysis, params))
    figured = any(map(str.isdigit, analysis.document.text[head.start:head.end]))
    if figured:
        from checker.checks.headline_marks import marked
        found += marked(number, analysis, head)
    if figured or not _NUMBERS.isdisjoint(analysis.document.lower[head.start:head.end].split()):
        from checker.checks.headline_bare import bare
        found += bare(number, analysis, head)
        from checker.checks.headline_odds import odds
        from checker.checks.headline_tolls import tolls
        for more in (odds, tolls):
            known = {c.places[0].span.start for c in found}
            found += [c for c in more(number, analysis, head) if c.places[0].span.start not in known]
    if figured or _LENGTHS & set(analysis.document.lower[head.start:head.end].split()):
        from checker.checks.headline_lead import lead
        from checker.checks.headline_named import named
        known = {c.places[0].span.start for c in found}
        found += [c for c in named(number, analysis, head) if not any(c.places[0].span.start <= at < c.places[0].span.end for at in known)]
        found += lead(number, analysis, head, {c.places[0].span.start for c in found})
    if figured:
        from checker.checks.headline_unborne import unborne
        known = {c.places[0].span.start for c in found}
        found += [c for c in unborne(number, analysis, head) if c.places[0].span.start not in known]
    yield from found


def _figures(number: int, analysis: Analysis, params: Params) -> Iterator[Conflict]:
    """A figure of the headline that no figure of the body bears out, against the one that is said of the same."""
    zones = analysis.document.zones
    told = [c for c in analysis.claims if zones[c.zone].kind == "headline" and quantity(c).dimension in _TOLD]
    if not told:
        return
    alone = [c for c in told if quantity(c).dimension == "count"]
    for group in figures.groups(analysis.claims):
        for c in (x for x in group.claims if x in told):
            body = [x for x in group.claims if zones[x.zone].kind not in _HEADS]
            if not body:
                continue
            alone = [x for x in alone if x is not c]
            borne = [x for x in body if _bears_out(c, x)]
            if any(x.said != c.said for x in borne):  # pages print a headline twice: that bears nothing out
                continue
            others = [h for h in told if h is not c]
            near = [(odds, x) for x in body if x not in borne and not any(_bears_out(h, x) for h in others) and figures.comparable(quantity(c), quantity(x), 10)
                    and _is_attributive(c, analysis) == _is_attributive(x, analysis) and (odds := _odds(c, x, group)) >= (params.least if x.zone <= c.zone + params.within else _SURE)]
            near = [(odds, x) for odds, x in near if quantity(c).high not in x.numbers and not is_rest(c, x)  # "12 of its 47 showrooms"
                    and not (quantity(x).high in c.numbers and analysis.document.text.endswith(_OF, 0, c.value.span.start))]  # "to close two of three schools"
            near = [(odds, x) for odds, x in near if not framed_apart(c, x)] if near else near
            if near and not is_told(analysis, c, params.within):
                yield _conflict(number, c, max(near, key=lambda pair: pair[0])[1])
    for c in alone:
        body = [x for x in analysis.claims if x.zone <= c.zone + params.within and zones[x.zone].kind not in _HEADS and _two_heads(c, x)]
        if body and not any(_bears_out(c, x) for x in body) and figures.comparable(quantity(c), quantity(body[0]), 10):
            yield _conflict(number, c, body[0])


def _conflict(number: int, c: Claim, other: Claim) -> Conflict:
    return Conflict((Place(number, c.value.span), Place(number, other.value.span)), {"kind": "figure"},
                    (*figures.because(c, other), "no figure of the text is that of the headline"), likely=True, by_voice=False)


def _is_attributive(c: Claim, analysis: Analysis) -> bool:
    """Is it a compound before a noun ("a five-poll average"), which counts no set of its own?"""
    return quantity(c).dimension == "count" and "-" in analysis.document.text[c.value.span.start:c.value.span.end]


def _two_heads(a: Claim, b: Claim) -> bool:
    """Does each count by one of two nouns what the other counts by both ("seven children dead", "eight dead children")?"""
    if quantity(b).dimension != "count" or not a.noun or not b.noun or a.noun == b.noun:
        return False
    return b.noun in a.near and a.noun in b.near[:1]  # the cheaper first: what is near to figures of the text nobody has asked for yet


def _bears_out(a: Claim, b: Claim) -> bool:
    """May the two be one figure? "At least 20" and "fewer than 10,000" leave room for much: only what is near is meant."""
    one, two = quantity(a), quantity(b)
    if one.unit == two.unit and one.dimension == two.dimension and is_rounded(printed(one)[0], printed(two)[0]):
        return True
    if figures.disjoint(one, two) or not figures.comparable(one, two, 2):
        return False
    if one.hedge or not two.hedge or two.ranged:
        return True
    told, bound = printed(one)[1], printed(two)[1]
    return max(told, bound) <= _LOOSE * min(told, bound)


def _odds(a: Claim, b: Claim, group: Group) -> float:
    """Log-odds of one claim; headlines are short, so the words of the shorter are what counts."""
    if a.event != b.event and (not TOLLS.isdisjoint((a.event, b.event)) or (a.event and b.event)):
        return -9.0  # some were killed, some were freed
    words = {w for w in a.near if w in b.words}
    if len(words) < 2 and quantity(a).dimension == "duration" or not words and not (a.noun and a.noun == b.noun):
        return -9.0
    return log_odds(evidence(a, b, group)) + 0.5 * len(words) + (_ANNOUNCED if a.noun == b.noun and _is_announced(b) else 0.0)


def _is_announced(c: Claim) -> bool:
    """Does "here are (the)" stand before the figure?"""
    return c.before[-2:] in _HERE or (c.determiner == "the" and c.before[:2] in _HERE)


CHECKS: dict[str, Check] = {"headline": Check(Params, _run)}
