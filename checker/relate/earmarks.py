"""Some of a whole, told with what each part is for or where it comes from, which together are more than the whole: "nine pupils died, including six from Osk and five from elsewhere", "a budget of $90 million with $60 million for roads and $40 million for schools"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_COUNTS = frozenset({"count", "number"})
_APART = ({"man", "woman"}, {"boy", "girl"}, {"adult", "child"}, {"son", "daughter"}, {"man", "child"}, {"woman", "man", "child"}, {"soldier", "civilian"}, {"republican", "democrat"}, {"win", "loss"})  # of which nothing is both
_OF = ("Of the ", "Of its ", "of the ")
_NEAR = 110  # characters between two figures


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    has = r"(?:has|had|includes?|included|contains?|contained|sets? aside|earmarks?|earmarked|provides?|provided|allots?|allotted|allocates?|allocated|gives?|gave)"
    return {
        "some": re.compile(rf"[^.;:()\d$£€“”\"]{{0,80}}?(?:,? including|, of which|, of whom|, with|, among them| {has}) (?:the )?{HEDGE}"),
        "comma": re.compile(rf"(?: [a-z]+)?, (?:about |some )?{HEDGE}"),
        "joint": re.compile(rf"(?P<where>(?: (?:goes|go|will go|went|would go|is|are|was))? (?P<prep>for|from|in|to|at|on) (?P<what>[^.;:()\d$£€,]{{2,60}}?))?(?P<mark>, and|,| and) (?:another |a further )?{HEDGE}"),
        "last": re.compile(r" (?P<prep>for|from|in|to|at|on) (?P<what>[^.;:()\d$£€,]{2,60}?)(?=[.,;)]|$| [—–]| who | that | which |\n)"),
        "loose": re.compile(r"\b(?:up|down|than|from \$|compared|each|every|per(?! cent)|average|more than|instead|or|raised|rose|fell|last year|a year)\b"),
        "elsewhere": re.compile(r"\b(?:elsewhere|other|outside|the rest)\b"),
    }


def earmarks(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relation total (whole, part, …) of the figures of a sentence whose parts, told as some of it, are more than all of it."""
    text, patterns = document.text, _patterns()
    for k, whole in enumerate(figures[:-2]):
        q, first = quantity(whole), figures[k + 1]
        if q.dimension not in ("count", "money") or q.ranged or q.per or first.span.start - whole.span.end > _NEAR or not patterns["some"].fullmatch(text, whole.span.end, first.span.start) \
                and not (text.startswith(_OF, whole.span.start - len(_OF[0])) and patterns["comma"].fullmatch(text, whole.span.end, first.span.start)):
            continue
        parts = _chain(document, figures[k + 1:], whole)
        if len(parts) < 2 or patterns["loose"].search(text, whole.span.end, parts[-1].span.end):
            continue
        if sum((printed(quantity(m))[0] for m in parts), Decimal(0)) > q.high * Decimal("1.02"):
            yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "told", "bound": "at most"})


def _chain(document: Document, figures: Sequence[Mention], whole: Mention) -> list[Mention]:
    """The parts from the first figure on, joined by commas and "and": each with one preposition, or nouns of which nothing is two."""
    text, patterns = document.text, _patterns()
    parts, preps, whats = [figures[0]], list[str](), list[str]()
    for m in figures[1:]:
        joint = patterns["joint"].fullmatch(text, parts[-1].span.end, m.span.start) if m.span.start - parts[-1].span.end < _NEAR else None
        if joint is None:
            break
        preps.append(joint["prep"] or "")
        whats.append(joint["what"] or "")
        parts.append(m)
        if "and" in joint["mark"]:
            break
    else:
        return []
    w = quantity(whole)
    kinds = [quantity(m) for m in parts]
    if any(p.ranged or p.per or p.hedge or (p.dimension, p.unit) != ("money", w.unit) and w.dimension == "money" or w.dimension == "count" and p.dimension not in _COUNTS for p in kinds):
        return []
    last = patterns["last"].match(text, parts[-1].span.end)
    units = {p.unit for p in kinds}
    if w.dimension == "count" and not any(preps) and len(units) == len(parts) and any(units <= apart for apart in _APART):
        return parts
    if last is None or not all(prep == last["prep"] for prep in preps):
        return []
    whats.append(last["what"])
    if w.dimension == "money":
        return parts if last["prep"] in ("for", "to") else []
    if len(units) > 1 and units != {"", kinds[0].unit} or not (patterns["elsewhere"].search(whats[-1]) or all(word.removeprefix("the ")[:1].isupper() for word in whats)):
        return []
    return parts
