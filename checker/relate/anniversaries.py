"""Anniversaries and what they are of: "the 50th anniversary of the 1964 treaty", "the centenary of the strike of 1914"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.units import ONES, ORDINALS, TENS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.spans import CENTENARIES
from checker.structure.document import Document

_YEAR = r"(?:1[5-9]|20)\d\d"
_JUBILEE = re.compile(r"(?:(\d{1,3})(?:st|nd|rd|th)|([a-z]+(?:-[a-z]+)?))(?: wedding)?[ -](?:anniversary|birthday)\b", re.I)
_ANNIVERSARY = re.compile("anniversary|birthday")
_LONGEST_ORDINAL = 48  # characters
_OF_YEAR = re.compile(rf"(?: (?:of|since))?(?: [A-Za-z.’'-]+,?| \d{{1,2}},?){{0,7}}?(?<! in) (?:of )?({_YEAR})(?![\d-])")
_BIRTH_OF = re.compile(r" of (?:(?:[\w’'.-]+ ){1,4})birth\b(?! of)")
_BIRTH_DATE = re.compile(rf"\b(?:[Bb]orn|b\.)(?: (?:on|in))?(?: (?:[A-Z][a-z]+\.? \d{{1,2}},|\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+))? ({_YEAR})(?![\d-])")
_ELSEWHEN = re.compile(rf"\b(?:next year|last year|will|would|upcoming|then|{_YEAR})\b")
# the one other year of its sentence, as that of the anniversary
_IN_YEAR = re.compile(rf"\b(?:[Ii]n|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{{1,2}},)?) ({_YEAR})(?![\d-])(?![’']s)")
_MARKS = re.compile(rf"(?<![\w-])({_YEAR}),? (?:marks|marked|will mark|is|was|will be) the $")
_AHEAD = re.compile(r"\b(?:next year|last year|will|would|upcoming|then|since|until|by|ago|years?)\b")


def anniversaries(document: Document) -> Iterator[tuple[Mention, int]]:
    """The anniversaries told, in order, and where the words of each end."""
    found = list(_counted_out(document))
    found += [(n, Span(at, at + len(word))) for word, n in CENTENARIES.items() if word in document.lowercase
              for at in document.places(word) if document.text.startswith(word, at) and not document.text.startswith("-", at - 1)]
    for number, span in sorted(found, key=lambda told: told[1]):
        yield Mention("quantity", span, document.text[slice(*span)], Quantity(Decimal(number), Decimal(number), "ordinal")), span.end


def _counted_out(document: Document) -> Iterator[tuple[int, Span]]:
    """What `_JUBILEE.finditer` finds, tried only where the word stands: its first half alone fits every word of the text."""
    done = 0
    for word in _ANNIVERSARY.finditer(document.lower):
        if word.start() >= done and (m := _JUBILEE.search(document.text, max(done, word.start() - _LONGEST_ORDINAL), word.end() + 1)):
            done = m.end()
            if word[0] == "birthday" and not document.lower.endswith(" its ", 0, m.start()):
                continue  # a person's
            number = int(m[1]) if m[1] else _ordinal(m[2].lower())
            if number:
                yield number, Span(*m.span())


def of_years(document: Document, told: Sequence[tuple[Mention, int]]) -> Iterator[Relation]:
    """Relations anniversary (start, length) with the year of what it remembers; since (start, length, end) where the sentence tells the year of the day, too."""
    text = document.text
    for m, end in told:
        tied = text.startswith((" of ", " since "), end)
        year = _OF_YEAR.match(text, end) if tied or not m.text.endswith("birthday") else None
        if year is None and _BIRTH_OF.match(text, end):
            year = _only_birth(text)
            if year is not None:
                yield _relation(m, year)
            continue
        sentence = document.sentence_at(m.span.start)
        if year is None or year.end() > sentence.end:
            continue
        around = text[sentence.start:m.span.start] + text[year.end():sentence.end]
        if re.search(r" in (?:[A-Z][a-z]+ )?$", text[end:year.start(1)]):
            continue
        if (tied or year.start(1) - end < 60) and (kept := _MARKS.search(text, max(sentence.start, m.span.start - 30), m.span.start)) is not None:
            yield _relation(m, year, kept)
        elif not _ELSEWHEN.search(around):
            yield _relation(m, year)
        elif tied and not _AHEAD.search(around) and len(re.findall(rf"(?<!\d){_YEAR}(?!\d)", around)) == 1 \
                and (kept := _IN_YEAR.search(text, sentence.start, m.span.start) or _IN_YEAR.search(text, year.end(), sentence.end)) is not None:
            yield _relation(m, year, kept)


def counted_of(document: Document, told: Sequence[tuple[Mention, int]]) -> Iterator[tuple[Mention, int]]:
    """The anniversaries of things without a year beside them, and where each thing begins: "the 60th anniversary of the march on Osk"."""
    for m, end in told:
        if document.text.startswith(" of ", end) and _OF_YEAR.match(document.text, end) is None:
            yield m, end + len(" of ")


def _relation(told: Mention, start: re.Match[str], end: re.Match[str] | None = None) -> Relation:
    roles = (("start", _year(start)), ("length", told))
    return Relation("since", (*roles, ("end", _year(end)))) if end is not None else Relation("anniversary", roles)


def _year(m: re.Match[str]) -> Mention:
    value = Decimal(m[1])
    return Mention("quantity", Span(*m.span(1)), m[1], Quantity(value, value, "number"))


def _only_birth(text: str) -> re.Match[str] | None:
    """The birth that the text dates, if it dates no other."""
    born = list(_BIRTH_DATE.finditer(text))
    return born[0] if len({m[1] for m in born}) == 1 else None


def _ordinal(word: str) -> int | None:
    tens, _, ones = word.partition("-")
    if ones:
        return TENS[tens] + ORDINALS[ones] if tens in TENS and ones in ORDINALS and ORDINALS[ones] < 10 else None
    return ORDINALS.get(word) or ({"hundredth": 100}.get(word) if word not in ONES else None)
