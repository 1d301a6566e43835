"""Check `balanced`: marks that pair."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import Check
from checker.link.ledger import Ledger
from checker.model import Conflict, Place, Quotation, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_JOINED = 2  # paragraphs of a text that are run together, from which it is its page that did so
_ENDS = frozenset(".!?…")


class Params(NamedTuple):
    """`words`: how many words beside the lone mark are shown as its place."""

    words: int = 4


def _beside(text: str, at: int, end: int, words: int, backwards: bool) -> Span:
    """The lone mark with some words on the side that it belongs to."""
    if backwards:
        start = at
        for _ in range(words):
            cut = max(text.rfind(" ", end, start - 1), text.rfind("\n", end, start - 1))
            if cut < 0:
                return Span(end, at + 1)
            start = cut
        return Span(start + 1, at + 1)
    stop = at
    for _ in range(words):
        cut = text.find(" ", stop + 1, end)
        if cut < 0:
            return Span(at, end)
        stop = cut
    return Span(at, stop)


def _lone(document: Document) -> Iterator[tuple[Quotation, str]]:
    """Quotations with one mark, and what is missing; the first of a paragraph only: the rest follow from it."""
    told = -1
    for q in document.quoted:
        zone = document.zone_index(q.span.start)
        if (q.opening and q.closing) or q.carried or zone == told or document.zones[zone].kind == "list":
            continue
        if not q.opening and _closes_carried(document, q, zone):
            continue
        told = zone
        yield q, "closing" if q.opening else "opening"


def _closes_carried(document: Document, lone: Quotation, zone: int) -> bool:
    """Does the mark close a quotation that an earlier paragraph left open (house styles that reopen no paragraph)?"""
    for i in range(document.quotation_index(lone.span.start) - 1, -1, -1):
        q = document.quoted[i]
        if zone - document.zone_index(q.span.start) > 3:
            break
        if not q.closing and q.opening:
            return True
    return False


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        if "''" in document.text:
            continue  # double marks typed as two single ones: which of them open cannot be told
        lone = [(q, missing) for q, missing in _lone(document) if not (q.opening and _closed_later(document, q))]
        joined = [q for q, missing in lone if missing == "closing" and _is_opened_again(document, q)]
        for q, missing in lone:
            if len(joined) >= _JOINED and q in joined:
                continue
            zone = document.zone_at(q.span.start).span
            if missing == "closing":
                place = _beside(document.text, q.span.start, zone.end, params.words, backwards=False)
            else:
                place = _beside(document.text, q.span.start, zone.start, params.words, backwards=True)
            yield Conflict((Place(number, place),), {"what": missing, "mark": q.opening or q.closing})


def _is_opened_again(document: Document, lone: Quotation) -> bool:
    """Is the next mark one that opens the next sentence and is closed in the same paragraph, as where a page has run paragraphs of a long quotation together?"""
    i = document.quotation_index(lone.span.start) + 1
    if i >= len(document.quoted):
        return False
    q = document.quoted[i]
    return bool(q.opening == lone.opening and document.zone_index(q.span.start) == document.zone_index(lone.span.start)
                and document.text[max(0, q.span.start - 3):q.span.start].rstrip(" ")[-1:] in _ENDS)


def _closed_later(document: Document, lone: Quotation) -> bool:
    """Does a lone closing mark within the next three paragraphs close it?"""
    zone = document.zone_index(lone.span.start)
    for i in range(document.quotation_index(lone.span.start + 1), len(document.quoted)):
        q = document.quoted[i]
        if document.zone_index(q.span.start) - zone > 3:
            break
        if not q.opening and q.closing:
            return True
    return False


CHECKS = {"quotation": Check(Params, _run)}
