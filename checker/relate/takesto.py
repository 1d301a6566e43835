"""A change in per cent, what it leads to, and the figure that it starts from, told just before: "its stock, 8,000 tons, will be cut 90 percent, to 800 tons"; "put at $50 million in 2010. They have risen 40 percent, to $70 million"; "A 40 percent rise will take pay from $10 to $14"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.changes import MOVE
from checker.relate.gaps import HEDGE, quantity
from checker.relate.moved import pair_of
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_NEVER = frozenset({"percent", "points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_FIT = 4  # times that the told change may be the real one
_LED = 45  # characters before the percentage in which its verb stands
_SOON = 40  # characters from the percentage to what it leads to
_FAR = 100  # characters from the earlier figure to the verb


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    up, down = alternatives(RISING | {"up"}), alternatives(FALLING | {"down", "lost", "shed"})
    return {
        "way": re.compile(rf"\b(?:(?P<up>{up})|{down})(?: [a-z]+ly| back| again)?(?: by)? {HEDGE}$"),
        "to": re.compile(rf"(?: of (?:them|its|their|the)(?: [a-z]+){{0,2}}| (?:since then|since))?(?:,? to|,? and (?:it |they )?(?:now|today) (?:has|have|is|are|stands? at|costs?|numbers?|employs?)|,? and (?:stands?|stood) at) {HEDGE}"),
        "noun": re.compile(rf"(?:(?:with|under|after) )?(?:an?|the|that|this|such an?) (?:[a-z]+ )?{HEDGE}$"),
        "move": re.compile(rf" (?:[a-z]+ )?{MOVE}(?![\w-])(?: (?:in|of|on|for) [a-z]+)? (?:will|would|could|is to|was to) (?:take|bring|push|lift|raise|cut|increase|reduce|lower|drive|move|boost)(?![\w-])"),
        "set off": re.compile(r"(?:[ -][a-z’'-]+){0,5}(?:,|\s?[—–]| --|\))(?:(?: has| have| had| was| were| is| are| will| would| could| may| be| been| to| since| now| then| again| also)+ |(?: then| since)? )$|-strong(?: [a-z’'-]+){1,3}(?: has| have| was| were| is| will| would| could| be| been| to| since| now)* $"),
        "pointer": re.compile(r"(?:(?:since then|in the [a-z]+ since|since),? )?(?:it|they|that|this|these|those|the (?:number|figure|total|count|cost|price|bill|sum|budget|estimate)s?|its|their)(?![\w-])"),
        "breaks": re.compile(r"[;:\n“”\"]|\b(?:while|whereas|but|than|compared|from|excluding|including|as|after)\b"),
    }


def takes_to(document: Document, mentions: Sequence[Mention], changes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change (from, to, by) of the percentages with what they lead to behind them and what they start from before."""
    lower, patterns = document.lower, _patterns()
    for by in changes:
        q, start = quantity(by), by.span.start
        if q.dimension != "percent" or q.ranged or not q.low:
            continue
        sentence = document.sentence_at(start)
        found = _from_to(document, mentions, by, sentence)
        if found is None and (way := patterns["way"].search(lower, max(sentence.start, start - _LED), start)) is not None:
            found = _leading(document, mentions, by, way, sentence)
        if found is not None and _fits(*found, by):
            yield Relation("change", (("from", found[0]), ("to", found[1]), ("by", by)), {"far": "yes"})


def _from_to(document: Document, mentions: Sequence[Mention], by: Mention, sentence: Span) -> tuple[Mention, Mention] | None:
    """ "A 40 percent rise will take pay from $10 to $14": the only two figures of their kind behind it."""
    lower, patterns = document.lower, _patterns()
    if not patterns["noun"].fullmatch(lower, sentence.start, by.span.start) or not patterns["move"].match(lower, by.span.end):
        return None
    kin = [m for m in within(mentions, Span(by.span.end, sentence.end)) if quantity(m).dimension not in _NEVER]
    pair = pair_of(lower, kin, None) if len(kin) == 2 else None
    return (pair[0], pair[1]) if pair is not None and pair[2] else None


def _leading(document: Document, mentions: Sequence[Mention], by: Mention, way: re.Match[str], sentence: Span) -> tuple[Mention, Mention] | None:
    """ "will be cut 90 percent, to 800 tons": the figure behind it, and the only one of the kind before it in the sentence or the one before."""
    lower, patterns = document.lower, _patterns()
    now = next(iter(within(mentions, Span(by.span.end, min(sentence.end, by.span.end + _SOON)))), None)
    if now is None or not _is_end(quantity(now)) or not patterns["to"].fullmatch(lower, by.span.end, now.span.start) or " from " in lower[now.span.end:now.span.end + _LED]:
        return None
    own = [m for m in within(mentions, Span(sentence.start, way.start())) if _kin(quantity(m), quantity(now))]
    if own:
        then = own[-1]
        if len(own) != 1 or way.start() - then.span.end > _FAR or not patterns["set off"].fullmatch(lower, then.span.end, way.start()) or patterns["breaks"].search(lower, then.span.end, way.start()):
            return None
    else:
        index = document.sentence_index(sentence.start)
        if not index or not patterns["pointer"].match(lower, sentence.start) or document.zone_index(document.sentences[index - 1].start) != document.zone_index(sentence.start) or patterns["breaks"].search(lower, sentence.start, way.start()):
            return None
        near = [m for m in within(mentions, document.sentences[index - 1]) if _kin(quantity(m), quantity(now))]
        if len(near) != 1:
            return None
        then = near[0]
    rose = quantity(now).low > quantity(then).low
    return (then, now) if rose == bool(way["up"]) else None


def _is_end(q: Quantity) -> bool:
    return q.dimension not in _NEVER and not q.ranged and not q.per and q.low > 0 and kind_of(q) not in ("most", "least", "under", "over") and q.unit != "time"


def _kin(then: Quantity, now: Quantity) -> bool:
    """Can the one have become the other?"""
    return _is_end(then) and (alike(then, now) and then.dimension == now.dimension or then.dimension == "count" and now.dimension == "number")


def _fits(then: Mention, now: Mention, by: Mention) -> bool:
    """Is the change told within reason that of the two?"""
    a, b, told = quantity(then).low, quantity(now).low, quantity(by).low
    change = abs(b - a) / a * 100
    return change <= told * _FIT and told <= change * _FIT
