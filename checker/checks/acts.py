"""An act that is done once, told by its verb on two weekdays: "was signed into law last Friday", "signed into law by the governor on Thursday"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Span

# what happens once to a person in a story, or to a bill
_PERSONS = ("resigned", "died", "arrested", "sworn in", "buried", "indicted", "sentenced", "acquitted", "convicted", "pleaded guilty", "pleaded not guilty", "released", "fired", "sacked",
            "suspended", "hospitalised", "hospitalized", "inaugurated", "executed", "stepped down", "took office", "born", "married", "extradited", "paroled", "nominated")
_LAWS = ("signed into law", "vetoed", "went into effect", "took effect", "became law")
_CUES = frozenset(phrase.split()[0] for phrase in (*_PERSONS, *_LAWS))
_BEFORE, _BEHIND = 60, 20  # characters around it in which words speak of other times
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    day = rf"(?: by (?:the |[a-z]+ )?[A-Za-z][\w.’'-]*(?: [A-Z][\w’'-]+){{0,2}}| (?:as|in|at|from|of|for|to) [^,.;:“”\"]{{2,40}}?)?,? (?:early |late )?(?:on |last |this |this past )?({_DAYS})(?![\w’'-])"
    person = rf"([A-Z][\w’'-]+)(?:, [^,.;:“”\"]{{2,40}},)?(?:,? who)? (?:(?:has|had|was|is) )?(?:been )?(?:[a-z]+ly )?({'|'.join(_PERSONS)}){day}"
    law = rf"(?<![\w-])({'|'.join(_LAWS)}){day}"
    other = re.compile(r"\b(?:again|second|third|[Aa]nother|previous\w*|earlier|separate\w*|not|never|would|will|could|scheduled|expected|if|until|ago|first|also|originally|supposed|plan\w*|due|next|other|each|every|both)\b|n[’']t\b")
    return re.compile(person), re.compile(law), other


def twice(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One act of one person, or of what the text has one of, told in two paragraphs on two weekdays."""
    document = analysis.document
    cues = [cue for cue in _CUES if document.counts.get(cue, 0) > 1]
    if not cues or len({m.value.weekday for m in names(analysis).dates if isinstance(m.value, Date)} - {None}) < 2:
        return
    text, (person, law, other) = document.text, _patterns()
    found: dict[tuple[str, str], list[tuple[str, Span]]] = defaultdict(list)
    for s in sorted({document.sentence_at(at) for cue in cues for at in document.places(cue)}):
        for pattern in (person, law):
            for m in pattern.finditer(text, *s):
                *who, act, day = m.groups()
                if not other.search(text, max(s.start, m.start() - _BEFORE), min(s.end, m.end() + _BEHIND)):
                    found["".join(who), act].append((day, Span(*m.span())))
    for (_, act), told in found.items():
        (day, first), *rest = told
        later = next((span for d, span in rest if d != day and document.zone_index(span.start) != document.zone_index(first.start)), None)
        if later is not None and len({d for d, _ in told}) == 2:
            yield Conflict((Place(number, later), Place(number, first)), {"what": f"act (“{act}”)"}, ("it happens once",), likely=True, by_voice=True)
