"""An age at death against the birth and the death that the text tells: "who has died aged 93", "born May 14 1931, died November 2 2025".

For texts that tell one birth and one death, as obituaries do: their subject is the only one whose dates stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Date, Mention, Span
from checker.structure.document import Document

_OLDEST = 115
_FURTHEST = 12  # years that a slip is off: farther apart they are two people's
_BACK = 60  # characters before a date in which "born" or "died" stands
_KIN = re.compile(r"\b(?:sons?|daughters?|father|mother|brothers?|sisters?|wife|husband|parents?|widow|widower|partner|nephew|niece|uncle|aunt|cousin|[a-z]*twins?)\b", re.I)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    where = r"(?:(?:in|at|near) (?:[A-Z][\w.’'-]*,? ?){1,4}(?:on |in )?)?"
    return {
        "born": re.compile(rf"\b[Bb]orn:? (?:in |on )?{where}$"),
        "died": re.compile(rf"\b[Dd](?:ied|ies):? (?:in |on )?{where}$"),
        "age": re.compile(r"\b(?:[Dd]ie[ds]|[Dd]ead|[Dd]eath)\b(?: [^.;:\n“”\"]{0,60}?)?,? (?:aged|at(?: the)? age(?: of)?|at) (\d{2,3})(?![\w%]|[.,:/-]\d)"),
    }


def lifetimes(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """The ages at death that the one birth and the one death of the text do not give."""
    document, text = analysis.document, analysis.document.text
    dates = [m for m in names(analysis).others if isinstance(m.value, Date) and m.value.year]
    born, died = (_told(document, dates, word) for word in ("born", "died"))
    if born is None or died is None:
        return
    least, most = _ages(born.value, died.value)
    if not 0 <= least <= _OLDEST:
        return
    shown = str(most) if least == most else f"{least} or {most}"
    told = [m for m in _patterns()["age"].finditer(text) if not _is_anothers(analysis, m, died)]
    if len(told) > 1 and not any(least <= int(m[1]) <= most for m in told):
        return  # none of several is the one of these dates: they are another's
    for m in told:
        if min(abs(int(m[1]) - least), abs(int(m[1]) - most)) > _FURTHEST or least <= int(m[1]) <= most:
            continue
        facts = {"computed": shown, "expected": shown, "tolerance": "none"}
        yield Conflict((Place(number, Span(m.start(), m.end())), Place(number, Span(born.span.start, born.span.end))), facts,
                       (f"the text tells one birth and one death ({died.text}), as of its subject",), likely=True)


def _told(document: Document, dates: list[Mention], word: str) -> Mention | None:
    """The date of the only birth or death that the text tells with its year; the fullest, where it is told twice alike."""
    found = [m for m in dates if _patterns()[word].search(document.text, max(0, m.span.start - _BACK), m.span.start)
             and not (word == "died" and _KIN.search(document.text, document.sentence_at(m.span.start).start, m.span.start))]
    if not found or len({m.value.year for m in found if isinstance(m.value, Date)}) > 1:
        return None
    return max(found, key=lambda m: isinstance(m.value, Date) and (m.value.month is not None) + (m.value.day is not None))


def _ages(born: object, died: object) -> tuple[int, int]:
    """The least and the greatest age, in full years."""
    assert isinstance(born, Date)
    assert isinstance(died, Date)
    years = (died.year or 0) - (born.year or 0)
    if not (born.month and died.month) or born.swapped or died.swapped:
        return years - 1, years
    if born.month != died.month or born.day and died.day:
        passed = (died.month, died.day or 0) >= (born.month, born.day or 0)
        return years - (not passed), years - (not passed)
    return years - 1, years


def _is_anothers(analysis: Analysis, m: re.Match[str], died: Mention) -> bool:
    """Is a relative spoken of, or does another year stand in the sentence, or is it in a quotation?"""
    sentence = analysis.document.sentence_at(m.start())
    if _KIN.search(analysis.document.text, sentence.start, m.start()):
        return True
    years = {d.value.year for d in names(analysis).others if isinstance(d.value, Date) and d.value.year and sentence.start <= d.span.start < sentence.end}
    assert isinstance(died.value, Date)
    return analysis.document.quotation_at(m.start()) is not None or bool(years - {died.value.year}) and not re.search(r"\b[Bb]orn\b", analysis.document.text[sentence.start:sentence.end])
