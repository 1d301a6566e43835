"""On which day something happened that happens once: "Saturday's shooting", "the shooting on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Date, Mention, Relation, Span
from checker.structure.document import Document

# what seldom happens twice in one story; hearings, votes, games and talks do, every day of the week
ONCE = frozenset("""shooting bombing blast explosion crash derailment fire earthquake quake tornado hurricane storm flood attack assault raid robbery murder killing
stabbing election referendum inauguration funeral burial wedding coup launch landing verdict execution eclipse premiere
merger evacuation blackout ceremony summit""".split())
_NOUN = rf"({'|'.join(sorted(ONCE))})(?![\w-])"
_OF_DAY = re.compile(rf"(?:['’]s)? ((?:[A-Za-z][\w-]+ ){{0,2}}?){_NOUN}")
_ON_DAY = re.compile(rf"(?<![\w-])(?:(of|at|after|before|since|following|from|in|to|about|near|for) )?(?:[Tt]he|[Tt]his|[Aa]n?) ((?:[A-Za-z][\w-]+ ){{0,2}}?){_NOUN}"
                     r"(?: (?:was|is|took place|happened|occurred|is scheduled|is set|is due|was held|is to be held|will be held|will take place)(?: for)?)?,?(?: (?:early|late))?(?: on)? $")
_OTHERWISE = re.compile(r"\b(?:second|another|previous|earlier|last|next|first|anniversar\w+|other|(?:days?|weeks?|years?) (?:ago|before|after|later)|postponed|"
                        r"moved|rescheduled|instead|originally|delayed)\b", re.I)


def happenings(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations happening (day, what): `facts` has the noun and its modifiers; silent where the words around speak of other times."""
    text = document.text
    if not any(w in document.lowercase for w in ONCE):
        return
    for m in mentions:
        if not isinstance(m.value, Date) or (m.value.weekday is None and m.value.day is None):
            continue
        sentence = document.sentence_at(m.span.start)
        found = _OF_DAY.match(text, m.span.end, min(sentence.end, m.span.end + 60))
        if found is not None:
            modifiers, noun, where = found[1], found[2], Span(m.span.start, found.end())
        else:
            on = _ON_DAY.search(text, max(sentence.start, m.span.start - 90), m.span.start)
            if on is None or on[1]:
                continue
            modifiers, noun, where = on[2], on[3], Span(on.start(), m.span.end)
        if not _OTHERWISE.search(text, max(sentence.start, where.start - 30), min(sentence.end, where.end + 20)):
            what = Mention("date", where, text[where.start:where.end], m.value)
            yield Relation("happening", (("day", m), ("what", what)), {"noun": noun, "modifiers": modifiers.strip()})
