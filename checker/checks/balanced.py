"""Check `balanced`: marks that pair."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from checker.checks.base import Check, occurrences
from checker.data.english import SPEECH
from checker.findings import Conflict, Place
from checker.link.ledger import Ledger
from checker.model import Quotation, Span
from checker.records import NamedTuple
from checker.structure.cited import is_post
from checker.structure.document import Document
from checker.structure.quotes import CONTRACTIONS, typed_for_apostrophe
from checker.structure.words import foreign

_JOINED = 2  # paragraphs run together in one, from which it is the page that has lost its lines
_ENDS = frozenset(".!?…")
_UNDECODED = ("â€", "â‚¬")  # curly marks of UTF-8 read as cp1252, once and twice
_GLUED = re.compile(r"""[.!?,]["](?=[^\W\d_]|\()""")  # no space behind a mark that closes, or none before one that opens
_SPACED = re.compile(r"""[.,!?] ["](?= |[a-z]|$)""")
_ATTACHED = re.compile(r"""[.,!?]["](?!\w)""")
_SINGLE_OPENING = re.compile(r"(?<![\w.,!?])['‘](?=[A-Z])")
_SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?])(?<!s)['’](?!\w)")
_CLAUSE = 60  # characters before a mark that are looked at for who said it
_LETTERS = re.compile(r"[a-z]+")
_FIRST_WORDS = 3  # of a clause that tells who speaks: “, said the mayor, Ms Lindt”, “, the mayor said”
_NEAR, _FAR = 3, 8  # paragraphs of a quotation that is opened once and closed once
_BYLINE = 4  # words of a name behind one
_MOST = 32  # open marks that one closing mark may settle: a text with more is no prose


_FEW = 6  # marks for apostrophes that are slips


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
    settled: set[int] | None = None
    for i, q in enumerate(document.quoted):
        if q[2] and q[3] or q.carried:  # as most
            continue
        zone = document.zone_index(q.span.start)
        if zone == told or document.zones[zone].kind == "list":
            continue
        if settled is None:
            settled = set(_settled(document))
        if q.opening or i not in settled:
            told = zone
        if i not in settled:
            yield q, "closing" if q.opening else "opening"


def _settled(document: Document) -> Iterator[int]:
    """Numbers of the marks of quotations over several paragraphs, none of them opened again, as some houses print them.

    A mark that opens its paragraph may be closed at the end of a far one, any other one within three.
    """
    opened: deque[tuple[int, int, bool]] = deque(maxlen=_MOST)  # its number, its paragraph, whether it begins that
    for i, mark in enumerate(document.quoted):
        if mark.opening:
            if not mark.closing:
                zone = document.zone_index(mark.span.start)
                opened.append((i, zone, mark.span.start == document.zones[zone].span.start))
            continue
        if not opened:
            continue
        zone = document.zone_index(mark.span.start)
        ends = len(document.plain[mark.span.end:document.zones[zone].span.end].split()) <= _BYLINE
        for k, first, begins in reversed(opened):
            if zone - first > _FAR:
                break
            if zone - first <= _NEAR or (ends and begins):
                yield from (k, i)


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        straight = list(occurrences(document.text, '"')) if '"' in document.text else []
        if "'" in document.text and "''" in document.text or "â" in foreign(document.text) and any(m in document.text for m in _UNDECODED) or straight and _is_tokenised(document.text, straight):
            continue  # double marks typed as two single ones, bytes read in a wrong encoding, spaces lost: which of them open cannot be told
        yield from _apostrophes(number, document, straight, params)
        lone = [(q, missing) for q, missing in _lone(document) if not (_is_run_together(document, document.zone_at(q.span.start).span) or is_post(document, q.span.start))]
        for q, missing in lone:
            if missing == "closing" and _is_opened_again(document, q):
                continue
            zone = document.zone_at(q.span.start).span
            if missing == "closing":
                place = _beside(document.text, q.span.start, zone.end, params.words, backwards=False)
            else:
                place = _beside(document.text, q.span.start, zone.start, params.words, backwards=True)
            yield Conflict((Place(number, place),), {"what": missing, "mark": q.opening or q.closing, "reason": _fault(document, q, zone)})


def _apostrophes(number: int, document: Document, straight: Sequence[int], params: Params) -> Iterator[Conflict]:
    """Double marks, given by their places, typed for apostrophes: "That"s all"; many are no slip but a page's way of printing them."""
    text = document.text
    places = [at for at in straight if text[at + 1:at + 2] in CONTRACTIONS and typed_for_apostrophe(text, at)]
    if len(places) <= _FEW:
        for at in places:
            start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
            end = _beside(text, at, document.zone_at(at).span.end, params.words - 1, backwards=False).end
            yield Conflict((Place(number, Span(start, end)),), {"what": "apostrophe", "mark": '"', "reason": "it stands for an apostrophe"})


def _fault(document: Document, lone: Quotation, zone: Span) -> str:
    """What is wrong, in words: the partner is missing, or it is a single mark where the lone one is double."""
    i = document.quotation_index(lone.span.start)
    if lone.opening:
        end = document.quoted[i + 1].span.start if i + 1 < len(document.quoted) else zone.end
        other = _SINGLE_CLOSING.search(document.text, lone.inner.start, min(end, zone.end))
        return f"it is closed with {other[0]}" if other else "its closing mark is missing"
    start = max(zone.start, document.quoted[i - 1].span.end) if i else zone.start
    other = _SINGLE_OPENING.search(document.text, start, lone.span.start)
    return f"it is opened with {other[0]}" if other else "its opening mark is missing"


def _is_tokenised(text: str, straight: Sequence[int]) -> bool:
    """Has the text a space before each mark that closes, as corpora print it? The marks are given by their places."""
    return any(text[at - 1] == " " and _SPACED.match(text, at - 2) for at in straight) and _ATTACHED.search(text) is None


def _is_run_together(document: Document, zone: Span) -> bool:
    """Has a page lost the lines between paragraphs, so that a straight mark no longer tells whether it opens?"""
    return len(_GLUED.findall(document.text, *zone)) >= _JOINED


def _is_opened_again(document: Document, lone: Quotation) -> bool:
    """Is the next mark of its kind one that opens the next sentence, as where a page has run paragraphs of a long quotation together?

    Then nothing is missing, unless the sentence before it ends in who said it (`“It is late, she said. “We go.”`); which is no sign in a
    paragraph that a line with a colon gives whole to another text, which has attributions of its own.
    """
    zone = document.zone_index(lone.span.start)
    later = (q for q in document.quoted[document.quotation_index(lone.span.start) + 1:] if q.opening == lone.opening)
    again = next(later, None)
    if again is None or document.zone_index(again.span.start) != zone:
        return False
    at = again.span.start
    if document.text[max(0, at - 4):at].rstrip(" '’")[-1:] not in _ENDS:
        return False
    start, before = document.zones[zone].span.start, document.zones[zone - 1].span.end
    if zone and lone.span.start == start and document.text[max(0, before - 2):before].rstrip().endswith(":"):
        return True
    clauses = document.lower[max(lone.inner.start, at - _CLAUSE):at].split(",")[1:]
    return all(SPEECH.isdisjoint(_LETTERS.findall(clause)[:_FIRST_WORDS]) for clause in clauses[-2:])


CHECKS = {"quotation": Check(Params, _run)}
