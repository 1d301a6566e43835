"""Check `disagree` between documents: a figure, a day or a time that one document has and another has otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from checker.checks.base import AcrossParams, Check
from checker.data.people import SPEAKERS
from checker.findings import Conflict, Place
from checker.link.dates import written
from checker.link.ledger import Ledger
from checker.link.slots import Slot
from checker.link.verdicts import Verdict, another_time, apart, fit, quoted, verdicts, why
from checker.model import Clock, Date, Mention, Quantity, Voice


def _figures(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    for (number, m), held in sorted(verdicts(ledger, params.least).items(), key=lambda x: (x[0][0], x[0][1].span)):
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
    one, two = (written(ledger.analyses[n]) for n in (number, v.document))
    length = min(len(one), len(two))  # a day against a day and a time: only the days can be compared
    if not length or one[:length] == two[:length]:
        return ""
    path = ledger.analyses[v.document].document.source.path
    if two[:length] > one[:length]:
        return f"; a newer figure stands in {path} ({two}, this one {one})"
    return f"; the figure in {path} is older ({two}, this one {one})"


def _outlier(number: int, held: list[Verdict]) -> Verdict | None:
    """The one document that stands alone against the first one and two others at least."""
    against = [v for v in held if not v.agrees]
    return against[0] if len(against) == 1 and len(held) >= 3 else None


def _outliers(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """A source that stands alone: the first document and two sources at least agree, one does not."""
    if max(Counter(p.a for p in ledger.across.pairs).values(), default=0) < 3 if ledger.across else True:
        return
    for (number, m), held in sorted(verdicts(ledger, params.least).items(), key=lambda x: (x[0][0], x[0][1].span)):
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
            if isinstance(s.a.value, Date | Clock) and pair.same_story and not quoted(ledger, pair, s):
                held[s.a].append(s)
        for m, found in held.items():
            best = max(found, key=lambda s: s.parallel.score * s.parallel.heavier)
            if best.firm and another_time(best) and (best.sure or not _other_subject(best)):
                yield Conflict((Place(pair.a, m.span), Place(pair.b, best.b.span)), {"kind": "time"}, why(best),
                               likely=not best.sure, by_voice=True)


def _other_subject(s: Slot) -> bool:
    """Do the sentences open with different names?"""
    one, two = (next((w for w, shown in zip(x.words[:6], x.shown, strict=False) if shown[0].isupper() and w in x.keys), "") for x in (s.parallel.a, s.parallel.b))
    return bool(one and two) and one not in s.parallel.b.words and two not in s.parallel.a.words


def _speakers(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    """One figure that one document gives to one named speaker and another to another."""
    for pair in ledger.across.pairs if ledger.across else ():
        for s in pair.slots:
            if not isinstance(s.a.value, Quantity) or not s.firm or s.a.value.dimension == "ordinal" or not fit(s) or apart(s) or quoted(ledger, pair, s):
                continue
            one, two = (ledger.analyses[n].document.voice_at(m.span.start) for n, m in ((pair.a, s.a), (pair.b, s.b)))
            if other_speakers(one, two) and all(_names_speaker(x.shown, v) for x, v in ((s.parallel.a, one), (s.parallel.b, two))):
                facts = {"kind": "speaker", "this": one.name or "", "that": two.name or ""}
                yield Conflict((Place(pair.a, s.a.span), Place(pair.b, s.b.span)), facts, why(s), likely=True)


def _names_speaker(words: tuple[str, ...], voice: Voice) -> bool:
    """Does the sentence itself name who speaks? A voice that is carried on may be another's."""
    return bool(voice.name) and str(voice.name).split()[-1] in {w.removesuffix("'s").removesuffix("’s") for w in words}


def other_speakers(one: Voice, two: Voice) -> bool:
    """Are both voices people or bodies with a name, and not one of them under two names; or, without names, of two sides ("police", "a witness")?"""
    if one.kind != "speaker" or two.kind != "speaker" or not one.name or not two.name:
        return False
    sides = [SPEAKERS.get(n.split()[-1].lower()) for n in (one.name, two.name)]
    if None not in sides and not any(w[0].isupper() for n in (one.name, two.name) for w in n.split()[1:]):
        return sides[0] != sides[1]
    a, b = ({w.casefold().rstrip("s.") for w in n.split() if len(w) > 2} for n in (one.name, two.name))
    return bool(a and b) and not a & b and one.name[0].isupper() and two.name[0].isupper()


CHECKS = {"figure": Check(AcrossParams, _figures), "outlier": Check(AcrossParams, _outliers), "time": Check(AcrossParams, _times),
          "speaker": Check(AcrossParams, _speakers)}
