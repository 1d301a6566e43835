"""Check `unsupported`: a figure, a name or a quotation of the article that no source has."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import AcrossParams, Check
from checker.checks.forms import fold
from checker.findings import Conflict, Place
from checker.link import agree
from checker.link.ledger import Analysis, Ledger
from checker.link.quotes import find, index, spoken
from checker.model import Mention, Name, Quantity

_UNTOLD = frozenset({"byline", "credit", "aside", "dateline"})


def _run(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    pairs = ledger.across.pairs if ledger.across else ()
    for number in dict.fromkeys(p.a for p in pairs):
        if ledger.analyses[number].document.source.role != "article":
            continue
        sources = [p.b for p in pairs if p.a == number and p.same_story]
        if sources:
            total = str(len(sources))
            for kind, place in (*_figures(ledger, number, sources), *_names(ledger, number, sources), *_quotations(ledger, number, sources)):
                yield Conflict((place,), {"kind": kind, "total": total}, ("looked for in the sources that are about this story",))


def _figures(ledger: Ledger, number: int, sources: list[int]) -> Iterator[tuple[str, Place]]:
    told = agree.told(ledger.analyses[n] for n in sources)
    document = ledger.analyses[number].document
    for m in ledger.analyses[number].mentions:
        if isinstance(m.value, Quantity) and m.value.high > 1 and m.value.dimension != "ordinal" and document.zone_at(m.span.start).kind not in _UNTOLD \
                and not told(m.value):
            yield "figure", Place(number, m.span)


def _names(ledger: Ledger, number: int, sources: list[int]) -> Iterator[tuple[str, Place]]:
    known = {fold(p) for n in sources for m in ledger.analyses[n].mentions if isinstance(m.value, Name) for p in m.value.parts}
    told: set[str] = set()
    document = ledger.analyses[number].document
    for m in ledger.analyses[number].mentions:
        if isinstance(m.value, Name) and document.zone_at(m.span.start).kind not in _UNTOLD and _sure(ledger.analyses[number], m):
            last = fold(m.value.parts[-1])
            if last not in known and last not in told and len(last) > 2:
                told.add(last)
                yield "name", Place(number, m.span)


def _sure(analysis: Analysis, m: Mention) -> bool:
    """Is it a name for certain: of two words, or inside a sentence?"""
    return isinstance(m.value, Name) and (len(m.value.parts) > 1 or analysis.document.sentence_at(m.span.start).start != m.span.start)


def _quotations(ledger: Ledger, number: int, sources: list[int]) -> Iterator[tuple[str, Place]]:
    mine = spoken(ledger.analyses[number])
    others = [(s.words, index(s.words)) for s in (spoken(ledger.analyses[n]) for n in sources)]
    at = 0
    while at < len(mine.words):
        q, end = mine.quotations[at], at
        while end < len(mine.words) and mine.quotations[end] is q:
            end += 1
        words, at = mine.words[at:end], end
        if len(words) >= 5 and not any((f := find(words, o, places)) is not None and f.same >= 0.6 * len(words) for o, places in others):
            yield "quotation", Place(number, q.span)


CHECKS = {"statement": Check(AcrossParams, _run)}
