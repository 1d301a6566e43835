"""A figure held against one that is told last, with its year: "41.3 million riders, … 31 percent fewer than in 2019, when there were 59.9 million", "It is three times the figure of 2009, when there were 638"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.changes import ADJUSTED
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_FAR = 120  # characters from what is told of the figure to the earlier one
_PLAUSIBLE = 4  # times that the figure may be as large as the other, where a percentage is told
_TWICE = {"twice": 2, "double": 2, "triple": 3, "treble": 3, "quadruple": 4}
WHEN = (", when ",)  # what `when_were` looks for


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    ones = alternatives(frozenset(w for w, n in ONES.items() if 1 < n <= 12))
    since = r"(?:in|of|for) (?:[a-z]+ )?(?:19|20)\d\d"
    return {
        "when": re.compile(rf", when (?:there were|it was|they were|it stood at|(?:the|that) (?:figure|number|total|count|toll|price|cost|rate) (?:was|stood at)|it (?:had|sold|made|cost|carried|employed)) {HEDGE}$"),
        "than": re.compile(rf" (?P<way>more|fewer|less|higher|lower|greater|smaller) than {since}(?:, [a-z][a-z ’'-]{{3,60}})?$"),
        "times": re.compile(rf"\b(?:(?P<word>{alternatives(_TWICE)})|(?P<times>{ones}|\d\d?) times) (?:the|that|its|their) (?:figure|number|total|count|level|toll|price|cost|rate|average)?(?: |(?<= )){since}(?:, [a-z][a-z ’'-]{{3,60}})?$"),
        "back": re.compile(r"(?:it|that|this|the (?:number|figure|total|count)) (?:is|was) "),
    }


def when_were(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change (from, to, by) and multiple (then, now, told) of a document's figures."""
    text, p = document.lower, _patterns()
    for i, then in enumerate(mentions):
        sentence = document.sentence_at(then.span.start)
        when = p["when"].search(text, max(sentence.start, then.span.start - 60), then.span.start) if ", when " in text[max(sentence.start, then.span.start - 60):then.span.start] else None
        if when is None or quantity(then).ranged or not quantity(then).low:
            continue
        own = [m for m in mentions[max(0, i - 6):i] if m.span.start >= sentence.start and m.span.end <= when.start()]
        now = next((m for m in own if quantity(m).unit != "time" and alike(quantity(m), quantity(then))), None)
        by = next((m for m in reversed(own) if quantity(m).dimension == "percent" and p["than"].fullmatch(text, m.span.end, when.start())), None)
        if by is not None and now is not None and now.span.end <= by.span.start and not ADJUSTED.search(text, *sentence):
            if max(quantity(now).high, quantity(then).high) <= _PLAUSIBLE * min(quantity(now).low, quantity(then).low):
                yield Relation("change", (("from", then), ("to", now), ("by", by)))
            continue
        told = p["times"].search(text, max(sentence.start, when.start() - _FAR), when.start())
        if told is not None:
            yield from _multiple(document, mentions, now, then, told, sentence)


def _multiple(document: Document, mentions: Sequence[Mention], now: Mention | None, then: Mention, told: re.Match[str], sentence: Span) -> Iterator[Relation]:
    """ "It is three times the figure of 2009": of the figure before it in the sentence, or of the first one of the sentence before."""
    index = document.sentence_index(sentence.start)
    if (now is None or now.span.start > told.start()) and index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(sentence.start) \
            and _patterns()["back"].match(document.lower, sentence.start):
        before = [m for m in within(mentions, document.sentences[index - 1]) if alike(quantity(m), quantity(then)) and quantity(m).dimension != "percent"]
        now = before[0] if before else None
    if now is None or now.span.start > told.start():
        return
    times = Decimal(_TWICE[told["word"]] if told["word"] else ONES[told["times"]] if told["times"] in ONES else int(told["times"]))
    span = Span(told.start(), told.end("word") if told["word"] else told.end("times") + len(" times"))
    yield Relation("multiple", (("then", then), ("now", now), ("told", Mention("quantity", span, document.text[span.start:span.end], Quantity(times, times, "number")))), {"times": str(times), "hedge": ""})
