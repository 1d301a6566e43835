"""Check `disagree` between documents: a figure, a day or a time that one document has and another has otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import AcrossParams, Check
from checker.link import agree
from checker.link.across import Pair
from checker.link.figures import comparable as near_in_size
from checker.link.figures import quantity
from checker.link.ledger import Analysis, Ledger
from checker.link.slots import Slot
from checker.model import Clock, Conflict, Date, Mention, Place, Quantity, Span, Voice

_VERBATIM = 0.9  # share of the weight of both sentences from which they are the same word for word


class Verdict(NamedTuple):
    """What another document has for a figure: `agrees`, or not; `sure` when both stand in one slot of one sentence."""

    document: int
    mention: Mention
    agrees: bool
    sure: bool
    because: tuple[str, ...]


def verdicts(ledger: Ledger, params: AcrossParams) -> dict[tuple[int, Mention], list[Verdict]]:
    """For each figure of the first documents what the others have for it; the surest of each document."""
    out: dict[tuple[int, Mention], list[Verdict]] = defaultdict(list)
    for pair in ledger.across.pairs if ledger.across else ():
        best: dict[Mention, Verdict] = {}
        for v, m in [*_by_slot(ledger, pair), *(_by_claim(ledger, pair, params) if pair.same_story else ())]:
            best.setdefault(m, v)
        for m, v in best.items():
            out[pair.a, m].append(v)
    return out


def _by_slot(ledger: Ledger, pair: Pair) -> Iterator[tuple[Verdict, Mention]]:
    """Figures in one slot of two sentences; of several such sentences one that agrees speaks first."""
    found: dict[Mention, list[Slot]] = defaultdict(list)
    every = pair.slots
    days = {s.parallel.a.span for s in every if _another_time(s) and not _weekdays(s)}
    dated = {s.a.span for s in every if s.parallel.a.span in days}  # figures of sentences about two days
    matched = {s.b.span for s in every if _fit(s) and not _apart(s)}
    for s in every:
        if isinstance(s.a.value, Quantity) and not _quoted(ledger, pair, s):
            found[s.a].append(s)
    for m, held in found.items():
        top = max(s.parallel.score * s.parallel.heavier for s in held)
        near = [s for s in held if s.parallel.score * s.parallel.heavier >= 0.6 * top and _fit(s)]
        near = [s for s in near if not _apart(s) or not _beside(ledger.analyses[pair.b], s, matched)]
        near.sort(key=lambda s: (_apart(s), -s.parallel.score * s.parallel.heavier))
        for s in near[:1]:
            if not _apart(s) or (s.firm and not _another_part(s) and m.span not in dated):
                yield Verdict(pair.b, s.b, not _apart(s), _sure(s), _why(s)), m


def _beside(other: Analysis, s: Slot, matched: set[Span]) -> bool:
    """Does the other document have the first one's figure in the same sentence or one beside it? Then the two tell it in another order.

    Figures that are `matched` with one of their own value are spoken for.
    """
    return any(isinstance(m.value, Quantity) and isinstance(s.a.value, Quantity) and m.span != s.b.span and m.span not in matched
               and abs(other.document.sentence_index(m.span.start) - s.parallel.b.ordinal) <= 1
               and agree.comparable(s.a.value, m.value) and not agree.differ(s.a.value, m.value) for m in other.mentions)


def _weekdays(s: Slot) -> bool:
    """Do the dates print weekdays only? Those are slips; other dates are other days."""
    return all(isinstance(m.value, Date) and m.value.weekday is not None and m.value.day is None for m in (s.a, s.b))


def _another_part(s: Slot) -> bool:
    """Is only one of the two a part ("another $200 million") or a mean ("an average of 12")?"""
    words = [frozenset(x.words[max(0, r[0] - 3):r[1]]) & agree.ADDED for x, r in zip((s.parallel.a, s.parallel.b), s.words, strict=True)]
    return bool(words[0] ^ words[1])


def _fit(s: Slot) -> bool:
    a, b = s.a.value, s.b.value
    return isinstance(a, Quantity) and isinstance(b, Quantity) and agree.comparable(a, b)


def _apart(s: Slot) -> bool:
    a, b = s.a.value, s.b.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    return agree.differ(a, b, verbatim=s.parallel.score > _VERBATIM and s.parallel.heavier > _VERBATIM)


def _sure(s: Slot) -> bool:
    return s.sure


def _why(s: Slot) -> tuple[str, ...]:
    return (f"{s.around} words around both are the same", f"the sentences share {s.parallel.score:.0%} of the shorter one's weight")


def _quoted(ledger: Ledger, pair: Pair, s: Slot) -> bool:
    """Do both stand in quotations? Then the quotation is altered, and another check says so."""
    return ledger.analyses[pair.a].document.quotation_at(s.a.span.start) is not None and \
        ledger.analyses[pair.b].document.quotation_at(s.b.span.start) is not None


def _by_claim(ledger: Ledger, pair: Pair, params: AcrossParams) -> Iterator[tuple[Verdict, Mention]]:
    """Figures said of one thing in other words, by the weights of `link.figures`."""
    one, two = ledger.analyses[pair.a], ledger.analyses[pair.b]
    for link in sorted(agree.linked(one, two, params.least), key=lambda x: (-x.odds, x.a.value.span, x.b.value.span)):
        a, b = quantity(link.a), quantity(link.b)
        apart = agree.differ(a, b)
        if not apart:
            yield Verdict(pair.b, link.b.value, True, False, link.because), link.a.value
        elif near_in_size(a, b, 5) and not agree.parted(link.a, link.b) and not agree.told(two, a) and not agree.told(one, b):
            yield Verdict(pair.b, link.b.value, False, False, link.because), link.a.value


def _figures(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    for (number, m), held in sorted(verdicts(ledger, params).items(), key=lambda x: (x[0][0], x[0][1].span)):
        against = sorted((v for v in held if not v.agrees), key=lambda v: (not v.sure, v.document))
        side = [v for v in held if v.agrees]
        if not against or _outlier(number, held):
            continue
        newer = _newer(ledger, number, against[0])
        facts = {"count": str(len(against)), "total": str(len(held)), "kind": "figure", "reason": newer or _sides(len(against), len(side))}
        yield Conflict((Place(number, m.span), *(Place(v.document, v.mention.span) for v in against[:params.most])), facts,
                       against[0].because, likely=not against[0].sure or bool(side) or bool(newer), by_voice=True)


def _sides(against: int, side: int) -> str:
    if side:
        return f"; of {against + side} sources that tell it, {side} {'has' if side == 1 else 'have'} it as here"
    return f"; {against} sources stand against it" if against > 1 else "; no source has it as here"


def _newer(ledger: Ledger, number: int, v: Verdict) -> str:
    """The documents' dates in words, where they differ."""
    one, two = (ledger.analyses[n].document.source for n in (number, v.document))
    if not one.date or not two.date or one.date == two.date:
        return ""
    if two.date > one.date:
        return f"; a newer figure stands in {two.path} ({two.date}, this one {one.date})"
    return f"; the figure in {two.path} is older ({two.date}, this one {one.date})"


def _outlier(number: int, held: list[Verdict]) -> Verdict | None:
    """The one document that stands alone against the first one and two others at least."""
    against = [v for v in held if not v.agrees]
    return against[0] if len(against) == 1 and len(held) >= 3 else None


def _outliers(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """A source that stands alone: the first document and two sources at least agree, one does not."""
    for (number, m), held in sorted(verdicts(ledger, params).items(), key=lambda x: (x[0][0], x[0][1].span)):
        odd = _outlier(number, held)
        if odd is not None:
            side = [v for v in held if v.agrees]
            facts = {"count": str(len(side) + 1), "total": str(len(held) + 1), "kind": "figure"}
            yield Conflict((Place(odd.document, odd.mention.span), Place(number, m.span), *(Place(v.document, v.mention.span) for v in side[:params.most])),
                           facts, odd.because, likely=True, by_voice=True)


def _times(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """A day, date or time in one slot of two sentences that are the same but for little."""
    for pair in ledger.across.pairs if ledger.across else ():
        held: dict[Mention, list[Slot]] = defaultdict(list)
        for s in pair.slots:
            if isinstance(s.a.value, Date | Clock) and pair.same_story and not _quoted(ledger, pair, s):
                held[s.a].append(s)
        for m, found in held.items():
            best = max(found, key=lambda s: s.parallel.score * s.parallel.heavier)
            if best.firm and _another_time(best) and (_sure(best) or not _other_subject(best)):
                yield Conflict((Place(pair.a, m.span), Place(pair.b, best.b.span)), {"kind": "time"}, _why(best),
                               likely=not _sure(best), by_voice=True)


def _other_subject(s: Slot) -> bool:
    """Do the sentences open with different names?"""
    one, two = (next((w for w, shown in zip(x.words[:6], x.shown, strict=False) if shown[0].isupper() and w in x.keys), "") for x in (s.parallel.a, s.parallel.b))
    return bool(one and two) and one not in s.parallel.b.words and two not in s.parallel.a.words


def _another_time(s: Slot) -> bool:
    return isinstance(s.a.value, Date | Clock) and isinstance(s.b.value, Date | Clock) and agree.dates_differ(s.a.value, s.b.value)


def _speakers(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """One figure that one document gives to one named speaker and another to another."""
    for pair in ledger.across.pairs if ledger.across else ():
        for s in pair.slots:
            if not isinstance(s.a.value, Quantity) or not s.firm or s.a.value.dimension == "ordinal" or not _fit(s) or _apart(s) or _quoted(ledger, pair, s):
                continue
            one, two = (ledger.analyses[n].document.voice_at(m.span.start) for n, m in ((pair.a, s.a), (pair.b, s.b)))
            if other_speakers(one, two) and all(_names_speaker(x.shown, v) for x, v in ((s.parallel.a, one), (s.parallel.b, two))):
                facts = {"kind": "speaker", "this": one.name or "", "that": two.name or ""}
                yield Conflict((Place(pair.a, s.a.span), Place(pair.b, s.b.span)), facts, _why(s), likely=True)


def _names_speaker(words: tuple[str, ...], voice: Voice) -> bool:
    """Does the sentence itself name who speaks? A voice that is carried on may be another's."""
    return bool(voice.name) and str(voice.name).split()[-1] in {w.removesuffix("'s").removesuffix("’s") for w in words}


def other_speakers(one: Voice, two: Voice) -> bool:
    """Are both voices people or bodies with a name, and not one of them under two names?"""
    if one.kind != "speaker" or two.kind != "speaker" or not one.name or not two.name:
        return False
    a, b = ({w.casefold().rstrip("s.") for w in n.split() if len(w) > 2} for n in (one.name, two.name))
    return bool(a and b) and not a & b and one.name[0].isupper() and two.name[0].isupper()


CHECKS = {"figure": Check(AcrossParams, _figures), "outlier": Check(AcrossParams, _outliers), "time": Check(AcrossParams, _times),
          "speaker": Check(AcrossParams, _speakers)}
