"""A speaker by the surname alone whom the text introduces nowhere: “…,” Koon said, of whom there is no full name, no office and no description.

A company or an agency may be told by one word, too, so a name that is told once must stand where only a speaker does: behind a quotation, or behind
the whole of what is said ("The roof held, Koon said."). Whoever has an article or a preposition before it anywhere is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from checker.checks.forms import edits
from checker.data.english import CALENDAR, SPEECH
from checker.data.words import KIN
from checker.link.ledger import Analysis
from checker.link.named import Names, names
from checker.model import Mention, Name, Span
from checker.structure.document import Document
from checker.structure.words import alternatives

_COURTESY = r"(?:M[rs]s?\.? |Dr\.? )?"
_SAY = "|".join(sorted(SPEECH - {"reported", "reports", "announced", "posted", "states", "estimates", "charged", "asked", "told", "added", "wrote", "writes", "tweeted"}))
_QUOTED = re.compile(rf"[,?!.…—-][\"”] (?:(?:said|says|added|adds) )?{_COURTESY}$")
_CLAUSE = re.compile(rf"[a-z],(?: (?:said|says))? {_COURTESY}$")
_SAYS = re.compile(rf" (?:also |later |then )?(?:{_SAY}|added(?! \d)|told (?:reporters|the|[A-Z]))\b(?! (?:as|by) )")
_SAID = re.compile(r" (?:said|says|added)(?: (?:on )?[A-Z][a-z]+day| today| yesterday)?[.;]")
_ENDS = re.compile(r"[.;]|,(?! [A-Z])")
_TOLD = re.compile(r",? (?:who|whose|an?|of|from|at)\b|,? \(|, (?:the|his|her|\d\d)\b| (?:and|&) [A-Z]|['’]s? [A-Z]| [a-z]+(?:er|or|ist|ian|man|woman|yst) |, [A-Z]")  # what may tell who or what it is
_KIN = alternatives(KIN)
_NO_SPEAKER = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Oo]f|[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Ff]or|[Bb]y|[Aa]nd|[Tt]o|[Oo]n|[Ww]ith|named|called|[Mm]eet|[A-Z]\.|[A-Z]?[a-z]+(?:man|woman|or|er|ist|ian|ant|yst|chief|head|-in-law),?|(?:{_KIN}),?|\([A-Z][a-z.]+\)|(?!Mr|Mrs|Ms|Dr)[A-Z][\w’'-]*[,.\"”]?) {_COURTESY}$")
_BEFORE_SPEAKERS = ("said ", "says ", "added ", "adds ", "Mr ", "Mrs ", "Ms ", "Dr ")
_MARKS, _ENDINGS = frozenset(",.\"”"), frozenset({words[-2] for words in _BEFORE_SPEAKERS})
_PROSE = frozenset({"body", "list"})
_LONG_DAY = 5  # letters of a day or month: "Thusday" is a slip for one
_TOP = 2  # paragraphs at the top, above which the copy may have been cut off
_BY_CHANCE = 6  # letters of a name that another may be by a slip
# what papers tell by one word and what speaks: no surnames
_AGENCIES = frozenset("Reuters Tass Tanjug Pravda Izvestia Xinhua Interfax Kyodo Yonhap Granma Politico Newsweek Axios Vox Bloomberg Haaretz Facebook Google Twitter Microsoft Amazon Apple "
                      "Uber Boeing Toyota Honda Nissan Amtrak Walmart Netflix Tesla Intel Nike Disney Pfizer Moderna Hamas Hezbollah Fatah Gallup Rasmussen Quinnipiac Zogby Nielsen Anonymous".split())


def unmet(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """Where such a speaker is named first, what it is held against, and what the text says of it."""
    document, found = analysis.document, names(analysis)
    within, printed, text = set(chain.from_iterable(found.full)), document.lowercase, document.text
    for word, mentions in found.alone.items():
        if word in within:
            continue
        beside = []
        for m in mentions:
            before = text[(start := m[1][0]) - 2:start - 1]
            if before in _MARKS or before in _ENDINGS and text.endswith(_BEFORE_SPEAKERS, 0, start):  # few stand behind a mark or a verb
                beside.append(m)
        if not beside or word.lower() in printed or word in _AGENCIES or not word.isalpha() or not word[1:].islower() or not any(_speaks(document, m, len(mentions) == 1) for m in beside) or not _is_unknown(document, mentions) or not _is_met_as_such(document, word, len(mentions)):
            continue
        first = mentions[0]
        yield first.span, _beside(document, found, word, mentions), word


def _speaks(document: Document, m: Mention, once: bool) -> bool:
    """Does the name, behind a mark or a verb, speak in the article's own words, where nothing but a speaker stands?"""
    text, (start, end) = document.text, m.span
    if text[start - 1:start] != " ":
        return False
    before = max(0, start - 16)
    quoted = _QUOTED.search(text, before, start)
    said = quoted or once and _CLAUSE.search(text, before, start)
    if not said or document.zone_at(start).kind not in _PROSE or document.quotation_at(start) is not None:
        return False
    if re.search(r"(?:said|says|added|adds) ", said[0]):
        return _ENDS.match(text, end) is not None
    return (_SAYS if quoted else _SAID).match(text, end) is not None


def _is_unknown(document: Document, mentions: Sequence[Mention]) -> bool:
    """Does nothing beside any of these mentions tell who or what it is?"""
    text = document.text
    return not any(isinstance(m.value, Name) and (m.value.title and m.value.title.rstrip(".") not in ("Mr", "Mrs", "Ms", "Dr") or m.value.apposition or m.value.age) or _TOLD.match(text, m.span.end)
                   or _NO_SPEAKER.search(text, max(0, m.span.start - 30), m.span.start) for m in mentions)


def _is_met_as_such(document: Document, word: str, times: int) -> bool:
    """Is each use of the word a name of its own, below the first paragraphs?"""
    body = next((i for i, z in enumerate(document.zones) if z.kind == "body"), 0)
    first = document.text.find(word)
    return document.zone_index(first) >= body + _TOP and document.lower.count(word.lower()) == times and not any(len(day) > _LONG_DAY and edits(word.lower(), day) == 1 for day in CALENDAR)


def _beside(document: Document, found: Names, word: str, mentions: Sequence[Mention]) -> Span:
    """The name that this one may be by a slip, else its next use, else the sentence in which it speaks."""
    if len(word) >= _BY_CHANCE:
        near = next((m for parts in found.full for m in found.written[parts] if edits(parts[-1], word) <= 2), None)
        if near is not None:
            return Span(near.span.end - len(near.text.rpartition(" ")[2]), near.span.end)  # as `names/spelling` has it, which owns what it sees
    if len(mentions) > 1:
        return mentions[1].span
    m = mentions[0]
    verb = _SAYS.match(document.text, m.span.end)
    if verb is not None:
        return Span(m.span.start, verb.end())
    before = re.compile(rf"(?:said|says|added|adds) {_COURTESY}$").search(document.text, max(0, m.span.start - 16), m.span.start)
    return Span(before.start() if before else m.span.start, m.span.end)
