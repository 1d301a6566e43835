"""What the other documents have for each figure of a document: the same, or something else.

A figure's counterpart is what stands in its slot of a parallel sentence, else what the weights of `link.figures` take for the same
claim in other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.data.english import CALENDAR, TOLLS
from checker.link import agree
from checker.link.across import Pair
from checker.link.figures import because
from checker.link.figures import comparable as near_in_size
from checker.link.group import quantity
from checker.link.ledger import Analysis, Ledger
from checker.link.slots import Slot
from checker.model import Claim, Clock, Date, Mention, Quantity, Span
from checker.records import NamedTuple

_OPENING = 7  # paragraphs
_PEOPLE = frozenset({"", "person"})
_VERBATIM = 0.9  # share of the weight of both sentences from which they are the same word for word


class Verdict(NamedTuple):
    """What another document has for a figure: `agrees`, or not; `sure` when both stand in one slot of one sentence."""

    document: int
    mention: Mention
    agrees: bool
    sure: bool
    because: tuple[str, ...]


def verdicts(ledger: Ledger, least: float) -> dict[tuple[int, Mention], list[Verdict]]:
    """For each figure of the first documents what the others have for it; the surest of each document."""
    out: dict[tuple[int, Mention], list[Verdict]] = defaultdict(list)
    for pair in ledger.across.pairs if ledger.across else ():
        best: dict[Mention, Verdict] = {}
        for v, m in [*_by_slot(ledger, pair), *((*_by_claim(ledger, pair, least), *_by_toll(ledger, pair)) if pair.same_story else ())]:
            best.setdefault(m, v)
        for m, v in best.items():
            out[pair.a, m].append(v)
    return out


def _by_slot(ledger: Ledger, pair: Pair) -> Iterator[tuple[Verdict, Mention]]:
    """Figures in one slot of two sentences; of several such sentences one that agrees speaks first."""
    found: dict[Mention, list[Slot]] = defaultdict(list)
    every = pair.slots
    days = {s.parallel.a.span for s in every if another_time(s) and not _weekdays(s)}
    dated = {s.a.span for s in every if s.parallel.a.span in days}  # figures of sentences about two days
    matched = {s.b.span for s in every if fit(s) and not apart(s)}
    for s in every:
        if isinstance(s.a.value, Quantity) and not quoted(ledger, pair, s):
            found[s.a].append(s)
    figures = _by_sentence(ledger.analyses[pair.b]) if found else {}
    for m, held in found.items():
        top = max(s.parallel.score * s.parallel.heavier for s in held)
        near = [s for s in held if s.parallel.score * s.parallel.heavier >= (0.6 if apart(s) else 0.3) * top and fit(s)]
        near = [s for s in near if not apart(s) or not _beside(figures, s, matched)]
        near.sort(key=lambda s: (apart(s), -s.parallel.score * s.parallel.heavier))
        for s in near[:1]:
            if not apart(s) or (s.firm and not _another_part(s) and m.span not in dated):
                yield Verdict(pair.b, s.b, not apart(s), s.sure, why(s)), m


def _by_sentence(analysis: Analysis) -> dict[int, list[Mention]]:
    out: dict[int, list[Mention]] = defaultdict(list)
    for m in analysis.mentions:
        if isinstance(m.value, Quantity):
            out[analysis.document.sentence_index(m.span.start)].append(m)
    return out


def _beside(figures: dict[int, list[Mention]], s: Slot, matched: set[Span]) -> bool:
    """Does the other document have the first one's figure in the same sentence or one beside it? Then the two tell it in another order.

    `figures` are the other document's by sentence; those that are `matched` with one of their own value are spoken for.
    """
    at = s.parallel.b.ordinal
    return any(isinstance(m.value, Quantity) and isinstance(s.a.value, Quantity) and m.span != s.b.span and m.span not in matched
               and agree.comparable(s.a.value, m.value) and not agree.differ(s.a.value, m.value)
               for i in (at - 1, at, at + 1) for m in figures.get(i, ()))


def _weekdays(s: Slot) -> bool:
    """Do the dates print weekdays only? Those are slips; other dates are other days."""
    return all(isinstance(m.value, Date) and m.value.weekday is not None and m.value.day is None for m in (s.a, s.b))


def _another_part(s: Slot) -> bool:
    """Is only one of the two a part ("another $200 million") or a mean ("an average of 12")?"""
    words = [frozenset(x.words[max(0, r[0] - 3):r[1]]) & agree.ADDED for x, r in zip((s.parallel.a, s.parallel.b), s.words, strict=True)]
    return bool(words[0] ^ words[1])


def fit(s: Slot) -> bool:
    """Are both figures, and of one kind and unit?"""
    a, b = s.a.value, s.b.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and agree.comparable(a, b)


def apart(s: Slot) -> bool:
    """Can the two figures of a slot not both be right?"""
    a, b = s.a.value, s.b.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    return agree.differ(a, b, verbatim=s.parallel.score > _VERBATIM and s.parallel.heavier > _VERBATIM)


def why(s: Slot) -> tuple[str, ...]:
    """What joins the two, in words."""
    return (f"{s.around} words around both are the same", f"{s.parallel.score:.0%} of the shorter sentence, rare words counting most, is in the other")


def quoted(ledger: Ledger, pair: Pair, s: Slot) -> bool:
    """Do both stand in quotations? Then the quotation is altered, and another check says so."""
    return ledger.analyses[pair.a].document.quotation_at(s.a.span.start) is not None and \
        ledger.analyses[pair.b].document.quotation_at(s.b.span.start) is not None


def _by_toll(ledger: Ledger, pair: Pair) -> Iterator[tuple[Verdict, Mention]]:
    """The dead, injured and arrested of the story: the first such figure of people in the opening of each document."""
    one, two = (_tolls(ledger.analyses[n]) for n in (pair.a, pair.b))
    for event in sorted(one.keys() & two.keys()):
        a, b = one[event][0], two[event][0]
        if any(not agree.differ(quantity(x), quantity(y)) for x in one[event] for y in two[event]) or not near_in_size(quantity(a), quantity(b), 5):
            continue
        if len((a.names & b.names) | ((frozenset(a.near) & b.words) - {event})) >= 2 and not (a.scope & CALENDAR and b.scope & CALENDAR and not a.scope & b.scope & CALENDAR):
            yield Verdict(pair.b, b.value, False, False, (f"both open with a number of people ({event})", *because(a, b))), a.value


def _tolls(analysis: Analysis) -> dict[str, list[Claim]]:
    """Tolls by event, in order: asserted, of people in general, in the first paragraphs."""
    out: dict[str, list[Claim]] = defaultdict(list)
    for c in analysis.claims:
        if c.event in TOLLS and c.zone <= _OPENING and c.mood == "asserted" and c.noun in _PEOPLE | {c.event} and not agree.parts(c) and not c.modifiers \
                and not set(c.after) & TOLLS - {c.event}:  # "besides the killed, eight were injured"
            out[c.event].append(c)
    return out


def _by_claim(ledger: Ledger, pair: Pair, least: float) -> Iterator[tuple[Verdict, Mention]]:
    """Figures said of one thing in other words, by the weights of `link.figures`."""
    one, two = ledger.analyses[pair.a], ledger.analyses[pair.b]
    told_there, told_here = agree.told([two]), agree.told([one])
    for link in sorted(agree.linked(one, two, least), key=lambda x: (-x.odds, x.a.value.span, x.b.value.span)):
        a, b = quantity(link.a), quantity(link.b)
        if not agree.differ(a, b):
            yield Verdict(pair.b, link.b.value, True, False, link.because), link.a.value
        elif near_in_size(a, b, 5) and not agree.parted(link.a, link.b) and not told_there(a) and not told_here(b):
            yield Verdict(pair.b, link.b.value, False, False, link.because), link.a.value


def another_time(s: Slot) -> bool:
    """Are both dates or times of day, and not the same?"""
    return isinstance(s.a.value, Date | Clock) and isinstance(s.b.value, Date | Clock) and agree.dates_differ(s.a.value, s.b.value)
