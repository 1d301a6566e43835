"""Check `mixed`: one document, two conventions."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.base import Check
from checker.data.english import SPEECH
from checker.findings import Conflict, Place, Repair
from checker.link.ledger import Ledger
from checker.model import Quotation, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_CURLY = frozenset("“”„‟")
_SPOKEN_ENDS = (",' ", ",’ ", "?' ", "?’ ", "!' ", "!’ ")
_SINGLE = frozenset("'‘")
_BEHIND = 45  # characters behind a quotation in which its speaker stands


class Params(NamedTuple):
    """No parameters."""


def _style(mark: str) -> str:
    return "curly" if mark in _CURLY else "straight" if mark == '"' else ""


def _quotes(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """One finding a document: where a mark of the rarer kind stands first, against the first of the commoner kind.

    A quotation that is opened in one style and closed in the other is the place to look at, if there is one.
    """
    for number, analysis in enumerate(ledger.analyses):
        text = analysis.document.text
        yield from _single(number, analysis.document)
        if '"' not in text or not any(mark in text for mark in _CURLY):
            continue
        marks: list[tuple[int, str]] = []
        mismatched: list[Quotation] = []
        for q in analysis.document.quoted:
            ends = [(q.span.start, _style(q.opening)), (q.span.end - 1, _style(q.closing))]
            marks += [e for e in ends if e[1]]
            if q.opening and q.closing and len({s for _, s in ends if s}) == 2:
                mismatched.append(q)
        count = {s: sum(1 for _, m in marks if m == s) for s in ("curly", "straight")}
        if not all(count.values()):
            continue
        marks.sort()
        minority, majority = sorted(count, key=lambda s: (count[s], s))
        odd = next(at for at, s in marks if s == minority)
        if mismatched:
            span = mismatched[0].span
            odd = span.start if _style(mismatched[0].opening) == minority else span.end - 1
            usual = span.end - 1 if odd == span.start else span.start
        else:
            usual = next(at for at, s in marks if s == majority)
        crossed = f"; quotations opened in one style and closed in the other: {len(mismatched)}" if mismatched else ""
        yield Conflict(
            (Place(number, Span(odd, odd + 1)), Place(number, Span(usual, usual + 1))),
            {"minority": f"{minority} ({count[minority]}){crossed}", "majority": f"{majority} ({count[majority]})"}, repair=_all_as(number, analysis.document, majority))


def _single(number: int, document: Document) -> Iterator[Conflict]:
    """Speech in single marks with its speaker behind it, where other speech stands in double ones; headlines and terms in single marks are a style of their own."""
    text = document.text
    single = [q for q in document.quoted if q.opening in _SINGLE and q.level == 0 and text[q.span.end - 2] in ",?!"]
    if not single or not any(end in text for end in _SPOKEN_ENDS):
        return
    single = [q for q in single if _is_long(document, q) and _is_spoken(text, q)]
    double = [q for q in document.quoted if q.level == 0 and _style(q.opening) and _is_long(document, q)] if single else []
    if not single or not double:
        return
    fewer, more = sorted((("single", single), ("double", double)), key=lambda form: len(form[1]))
    yield Conflict((Place(number, Span(fewer[1][0].span.start, fewer[1][0].span.start + 1)), Place(number, Span(more[1][0].span.start, more[1][0].span.start + 1))),
                   {"minority": f"{fewer[0]} marks around speech ({len(fewer[1])})", "majority": f"{more[0]} ({len(more[1])})"})


def _is_long(document: Document, q: Quotation) -> bool:
    """Is it closed, in the body, and of more than three words?"""
    return bool(q.closing) and document.zone_at(q.span.start).kind == "body" and len(document.text[q.span.start:q.span.end].split()) > 3


def _is_spoken(text: str, q: Quotation) -> bool:
    """Does a verb of speech stand behind it in its sentence?"""
    behind = text[q.span.end:q.span.end + _BEHIND].partition(".")[0].replace(",", " ").split()
    return not SPEECH.isdisjoint(behind)


def _all_as(number: int, document: Document, style: str) -> Repair | None:
    """Every double mark of the other style as the commoner style has it; None where a mark's side is not known (a lone one)."""
    edits = []
    for q in document.quoted:
        for at, mark, curly in ((q.span.start, q.opening, "“"), (q.span.end - 1, q.closing, "”")):
            if _style(mark) not in ("", style):
                if not (q.opening and (q.closing or q.carried)) or mark not in '"“”':
                    return None
                edits.append((Place(number, Span(at, at + 1)), curly if style == "curly" else '"'))
    return Repair(tuple(edits), True, f"{style} marks throughout")


CHECKS = {"quotation marks": Check(Params, _quotes)}
