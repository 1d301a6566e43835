"""A tie over two legs told twice: "lost 3-1 on aggregate to Melton", "the 4-1 aggregate defeat by Melton"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document

_AROUND = 110  # characters around "aggregate" in which the score and the opponent stand
_MOST = 15  # goals of one side in two legs


class _Tie(NamedTuple):
    """A score over two legs: its figures, the higher first, the opponent or the two sides named beside it, where it stands."""

    figures: tuple[int, int]
    sides: frozenset[str]
    span: Span


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    score = r"(?<![\w-])(\d{1,2})[-–](\d{1,2})(?![\w-])"
    noun = r"(?:win|victory|defeat|loss|triumph|success|exit|humbling|drubbing|thrashing|draw|elimination)"
    told = re.compile(rf"{score} (?:on aggregate|aggregate (?:score(?:line)?|{noun})|{noun} on aggregate)|aggregate (?:score(?:line)?|result|{noun})(?: of| was|:)? {score}|on aggregate,? {score}")
    name = r"(?:the )?((?:[A-Z][\w’'-]+ ?)+?)(?![\w’'-]* [A-Z])"
    behind = re.compile(rf"(?: {noun})?,? (?:to|against|by|over|at the hands of|with|by) {name}(?![\w-])")
    before = re.compile(rf"(?:\b(?:[Bb]eat(?:ing|en)?|[Dd]efeat(?:ed|ing)|(?:lost|fell|losing|falling|succumbed) to|[Kk]nocked out|[Ee]liminated|edged|overcame|saw off|thrashed|(?:beaten|knocked out|eliminated|defeated|humbled) by|(?:win|victory|triumph|defeat|loss) "
                        rf"(?:over|against|by|to)|against|past)) {name}(?:,? (?:\w+ )?(?:by (?:an? )?|with an? |in an? )?| [a-z][a-z ]{{2,30}}? (?:by an? )?)$")
    stage = re.compile(r"\b(?:lead|led|leading|leads|trail\w*|ahead|behind|level|levell?ed|up|down|stage|half-?time|make it|made it|would|could|if|need\w*|last (?:season|year)|years? ago|previous\w*|earlier|in (?:19|20)\d\d)\b")
    return told, behind, before, stage


def aggregates(document: Document) -> Iterator[tuple[Span, Span]]:
    """The earlier and the later of two scores over two legs against one opponent."""
    if document.counts.get("aggregate", 0) < 2:
        return
    ties = list(_ties(document))
    for i, tie in enumerate(ties):
        other = next((t for t in ties[:i] if t.sides & tie.sides and t.figures != tie.figures), None)
        if other is not None and not any(t.sides & tie.sides and t.figures not in (tie.figures, other.figures) for t in ties):
            yield other.span, tie.span
            return


def _ties(document: Document) -> Iterator[_Tie]:
    text = document.text
    told, behind, before, stage = _patterns()
    for s in sorted({document.sentence_at(at) for at in document.places("aggregate")}):
        if stage.search(text, *s):
            continue
        found = list(told.finditer(text, *s))
        if len(found) != 1:  # of two ties nobody knows whose is which
            continue
        m = found[0]
        a, b = (int(g) for g in m.groups() if g is not None)
        sides = {x[1].split()[-1] for x in (behind.match(text, m.end(), s.end), before.search(text, max(s.start, m.start() - _AROUND), m.start())) if x is not None}
        if sides and max(a, b) <= _MOST:
            at = next(i for i in range(1, 7) if m[i] is not None)
            yield _Tie((max(a, b), min(a, b)), frozenset(sides), Span(m.start(at), m.end(at + 1)))
