"""A change whose other end is told in another sentence: "a $4.6 million budget, 20 percent smaller than the mayor's", "down 60 percent from the 400 of May", "It could shrink to 900"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, HEDGED, THAN, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.relate.since import stems
from checker.structure.document import Document
from checker.structure.words import alternatives

_NEAR = 70  # characters from a figure to how it compares
_NEXT = 40  # characters behind "than" in which what it is compared with would stand
_BACK = 3  # sentences back in which the other one may be told by its noun
_WIDE = 12  # sentences back in which the figure of today may be told
_RATE = Decimal("0.12")  # of a change by which the figures may miss it
_LEAST = 5  # percent; of smaller changes up and down differ by little
_RAISE, _LOWER = frozenset("rise grow climb increase swell jump soar balloon expand".split()), frozenset("fall drop shrink decline decrease dip sink dwindle plunge plummet".split())
_DONE_UP, _DONE_DOWN = frozenset("risen grown climbed increased swelled swollen ballooned expanded rose grew jumped soared surged spiked mounted".split()), frozenset("fallen dropped shrunk declined decreased dwindled plunged shrank fell slipped slid dipped tumbled sank sunk plummeted slumped".split())
WAYS = _RAISE | _LOWER | _DONE_UP | _DONE_DOWN
_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    up, down = alternatives(_RAISE | _DONE_UP), alternatives(_LOWER | _DONE_DOWN)
    return {
        "than": re.compile(r" (?:smaller|larger|bigger|higher|lower|less|more|greater|fewer|cheaper|dearer) than (?:the|its|his|her|their|that|what|[A-Z])"),
        "apposed": re.compile(rf"(?: [a-z’'-]+){{0,4}},? (?:or |which is |that is |is |was |a full |still )?{HEDGE}"),
        "way": re.compile(rf"(?:(?<=[\s(—–-])(?:(?P<up>up|{alternatives(w for w in RISING if w.endswith('ing'))})|down|{alternatives(w for w in FALLING if w.endswith('ing'))})) (?:by )?{HEDGE}$", re.I),
        "from the": re.compile(rf" from (?:the |its |their |his |her ){HEDGE}"),
        "ago": re.compile(r"(?: [a-z]+)? (?:an? |the )?(?:year|month|quarter|week|day|season)s? (?:ago|earlier|before)\b"),
        # "the number of pupils could shrink to"
        "could": re.compile(rf"(?:\b(?:it|that|this|they)|\b(?:the|that|this|its|their) (?:(?:total |overall )?(?:number|population|total|ranks|count) of (?P<of>(?:[a-z-]+ ){{0,2}}[a-z-]+)|figure|number|total|toll|count|tally|group|crowd|caravan|force|sum|amount|population|list))"
                            rf" (?:(?:could|would|will|may|might|should|(?:is|are|was|were) (?:expected|likely|projected|forecast|set|due|bound|predicted) to|(?:has|have|had)(?: since| now| already)?|soon|later|then|quickly) ){{0,2}}(?:(?P<up>{up})|(?P<down>{down})) (?:[a-z]+ly )?to {HEDGE}$", re.I),
    }


def elsewhere(document: Document, mentions: Sequence[Mention], shares: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change and direction whose figures stand in two sentences; `shares` are the percentages among them, and others."""
    text = document.lower
    for m in shares:
        end = m.span.end
        if text.startswith(" from ", end) or " than " in text[end:end + THAN]:
            i = first_from(mentions, m.span.start)
            if (found := _from_the(document, mentions, i) or i and _compared(document, mentions, i)):
                yield found
    if not WAYS.isdisjoint(document.lowercase):
        for i, m in enumerate(mentions):
            start = m.span.start
            if " to " in text[start - HEDGED:start] and m.kind == "quantity" and (found := _could(document, mentions, i)) is not None:
                yield found


def _compared(document: Document, mentions: Sequence[Mention], i: int) -> Relation | None:
    """ "a $4.6 million budget, 20 percent smaller than the mayor's": the figure of that noun told before."""
    by, text, patterns = mentions[i], document.text, _patterns()
    if by.kind != "quantity" or quantity(by).dimension != "percent" or quantity(by).ranged or (found := patterns["than"].match(text, by.span.end)) is None:
        return None
    now, sentence = mentions[i - 1], document.sentence_at(by.span.start)
    if now.kind != "quantity" or now.span.start < sentence.start or by.span.start - now.span.end > _NEAR or quantity(now).dimension in _NEVER or not patterns["apposed"].fullmatch(text, now.span.end, by.span.start):
        return None
    if any(m.kind == "quantity" and m.span.start - found.end() < _NEXT and alike(quantity(m), quantity(now)) for m in mentions[i + 1:i + 3]) or not (noun := _noun(now)):
        return None
    index = document.sentence_index(by.span.start)
    start = document.sentences[max(0, index - _BACK)].start
    told = {quantity(m).high: m for m in mentions[first_from(mentions, start):i - 1]
            if m.kind == "quantity" and alike(quantity(m), quantity(now)) and _noun(m) == noun and m.span.start < sentence.start}
    if len(told) != 1:
        return None
    then = next(iter(told.values()))
    return Relation("change", (("from", then), ("to", now), ("by", by))) if quantity(then).low > 0 and quantity(now).low > 0 and quantity(then).high != quantity(now).high else None


def _noun(m: Mention) -> str:
    q = quantity(m)
    return q.noun.split()[-1].lower() if q.noun else ""


def _from_the(document: Document, mentions: Sequence[Mention], i: int) -> Relation | None:
    """ "the debt, down 60 percent from the $10 million that she found": the only figure told before that is so far from it, and on the other side."""
    by, text, patterns = mentions[i], document.text, _patterns()
    if i + 1 == len(mentions) or by.kind != "quantity" or quantity(by).dimension != "percent" or quantity(by).ranged or quantity(by).high < _LEAST:
        return None
    then, way = mentions[i + 1], patterns["way"].search(text, max(0, by.span.start - 40), by.span.start)
    if way is None or then.kind != "quantity" or quantity(then).dimension in _NEVER or quantity(then).ranged or not patterns["from the"].fullmatch(text, by.span.end, then.span.start):
        return None
    index = document.sentence_index(by.span.start)
    begin, own = document.sentences[max(0, index - _WIDE)].start, document.sentences[index].start
    kin = [m for m in mentions[first_from(mentions, begin):i + 3] if m.kind == "quantity" and m is not then and m is not by and alike(quantity(m), quantity(then))]
    if not quantity(then).low or any(m.span.start >= own for m in kin):
        return None
    low, high = (x / 100 for x in printed(quantity(by)))
    room = _RATE * high + Decimal("0.01")
    changes = [(quantity(m).low / quantity(then).low - 1, m) for m in kin]
    rises = {quantity(m).high: m for change, m in changes if low - room <= change <= high + room}
    falls = {quantity(m).high: m for change, m in changes if low - room <= -change <= high + room}
    right, wrong = (rises, falls) if way["up"] else (falls, rises)
    if right or len(wrong) != 1:
        return None
    told = Span(way.start(), then.span.end)
    return Relation("direction", (("now", next(iter(wrong.values()))), ("then", then), ("told", then._replace(span=told, text=text[told.start:told.end]))), {"way": "up" if way["up"] else "down", "apart": "yes"})


def _could(document: Document, mentions: Sequence[Mention], i: int) -> Relation | None:
    """ "There are 1,200 pupils now. The number could shrink to 1,600": the only figure of its kind in the sentence before."""
    now, text, patterns = mentions[i], document.text, _patterns()
    sentence = document.sentence_at(now.span.start)
    found = patterns["could"].search(text, max(sentence.start, now.span.start - 110), now.span.start)
    if found is None or quantity(now).dimension in _NEVER or quantity(now).ranged or patterns["ago"].match(text, now.span.end) or text.startswith((" from ", ", from "), now.span.end) or sentence.start < 2:
        return None
    start = document.sentence_at(sentence.start - 2).start
    if document.zone_index(start) != document.zone_index(now.span.start):
        return None
    before = [m for m in mentions[first_from(mentions, start):i] if m.kind == "quantity"]
    kin = [m for m in before if alike(quantity(m), quantity(now)) and quantity(m).dimension not in _NEVER]
    if len(kin) != 1 or kin[0].span.start >= sentence.start or quantity(kin[0]).ranged or not _bare_or_one(quantity(kin[0]), quantity(now)):
        return None
    if (of := found["of"]) is not None and quantity(now).dimension in ("count", "number") and not stems(of) & stems(text[start:sentence.start]):
        return None  # "The number of guides had fallen to 71,000" after visitors
    told = Span(found.start("up" if found["up"] else "down"), now.span.end)
    return Relation("direction", (("now", now), ("then", kin[0]), ("told", now._replace(span=told, text=text[told.start:told.end]))), {"way": "up" if found["up"] else "down", "apart": "yes"})


def _bare_or_one(then: Quantity, now: Quantity) -> bool:
    """Is the later of the earlier's unit, or a bare number behind a count?"""
    return then.unit == now.unit or then.dimension == "count" and now.dimension == "number"
