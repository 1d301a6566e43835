"""An age told by its ten years, against the same person's age told in figures: "Orwin, 27 … Orwin, who is in his late 40s"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.yearold import slip, with_age
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span

_TENS = {f"{tens}s": tens for tens in range(20, 100, 10)} | dict(zip("twenties thirties forties fifties sixties seventies eighties nineties".split(), range(20, 100, 10), strict=True))
WORDS = {f"{part}{word}": (part, tens) for part in ("", "mid-") for word, tens in _TENS.items()}
_YEARS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}  # of the ten
_ROOM = 1  # years that copy is off


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (re.compile(r"\bin (?:his|her) (?:(early|mid|late)(?: |-))?$"),
            re.compile(r"(?:,? who|,)?(?: is|[’']s)?(?:,? (?:now|still|already|currently|himself|herself|both))* "),
            re.compile(r"\b(?:then|when|ago|earlier|before|while|until|since|(?:19|20)\d\d)\b"))


def conflicts(number: int, analysis: Analysis, aged: Sequence[Mention]) -> Iterator[Conflict]:
    """Ages of `aged`, the names with one, that are not of the ten years told of the same person as of now."""
    document = analysis.document
    text, (lead, joint, then) = document.text, _patterns()
    persons = sorted((m for parts in names(analysis).written.values() for m in parts), key=_start) if aged else []
    starts = [m.span.start for m in persons]
    for word in WORDS.keys() & document.distinct if aged else ():
        for at in document.places(word):
            begins = lead.search(text, max(0, at - 16), at)
            i = bisect_left(starts, at) - 1
            if begins is None or i < 0 or not joint.fullmatch(text, persons[i].span.end, begins.start()) or document.quotation_at(at) is not None \
                    or then.search(text, max(document.sentence_at(at).start, persons[i].span.start - 30), at + len(word) + 14):
                continue
            part, tens = begins[1] or WORDS[word][0].rstrip("-"), WORDS[word][1]
            person = persons[i].value
            assert isinstance(person, Name)
            for m in aged:
                other = m.value
                assert isinstance(other, Name)
                age, (low, high) = other.age or 0, _YEARS[part]
                if other.parts[-1] == person.parts[-1] and (len(other.parts) == 1 or len(person.parts) == 1 or other.parts == person.parts) and not tens + low - _ROOM <= age <= tens + high + _ROOM \
                        and (slip(age, tens + low) or age % 10 in range(low, high + 1)) and not then.search(text, max(document.sentence_at(m.span.start).start, m.span.start - 12), m.span.end + 14):
                    one, two = sorted((with_age(text, m), Span(persons[i].span.start, at + len(word))))
                    yield Conflict((Place(number, two), Place(number, one)), {"computed": f"{age} and {text[begins.end(0) - len(begins[1] or '') - bool(begins[1]):at + len(word)]}", "expected": str(age), "tolerance": "a year"},
                                   ("one person's age, given twice",), likely=True)
                    return


def _start(m: Mention) -> int:
    return m.span.start
