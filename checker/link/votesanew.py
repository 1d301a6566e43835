"""A vote whose tally the next sentence tells again: "voted 52-48 to go on. The 56-44 decision drew comment", where that sentence names nobody and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention
from checker.relate.gaps import quantity

_TALLIES = frozenset({"vote", "score"})
_LONGEST = 130  # characters of a sentence that tells little else
_TALLY = re.compile(r"\b(?:votes?|voting|voted|tally|count|result|decision|margin|outcome|numbers|figures|roll|divided|division|split|ballots?|ended)\b", re.I)
_ANOTHER = re.compile(r"\b(?:another|second|third|amendments?|motions?|earlier|previous(?:ly)?|also|then|later|house|senate|committee|council|board|panel|similar|other|separate|companion|both|first|before|after|yesterday|"
                      r"last|next|games?|matches|match|sets|win|wins|won|lead|leads|season|series|sides?|half|republicans?|democrats?|party|parties|among|women|men)\b", re.I)


def votes_anew(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """The second tally and the first, of as many votes or with one side alike."""
    document = analysis.document
    tallies = [m for m in names(analysis).figures if quantity(m).dimension in _TALLIES]
    if len(tallies) < 2:
        return
    starts = [m.span.start for m in analysis.mentions]
    told = {(quantity(m).low, quantity(m).high) for m in tallies[:1]}
    for a, b in pairwise(tallies):
        p, q = quantity(a), quantity(b)
        known = (q.low, q.high) in told
        told.add((q.low, q.high))
        if known or "vote" not in (p.dimension, q.dimension) and "vote" not in document.lower[max(0, a.span.start - _LONGEST):a.span.start]:
            continue
        start, end = document.sentence_at(b.span.start)
        if document.sentence_index(b.span.start) - document.sentence_index(a.span.start) != 1 or document.zone_index(a.span.start) != document.zone_index(b.span.start) or end - start > _LONGEST:
            continue
        alike = p.low + p.high == q.low + q.high or (p.low == q.low) != (p.high == q.high)
        if not alike:
            continue
        first = bisect_left(starts, start)
        if bisect_left(starts, end) - first == 1 and _TALLY.search(document.text, start, end) and not _ANOTHER.search(document.text, start, end):
            yield b, a
