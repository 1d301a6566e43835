"""A surname of the headline that the text has nowhere, where the text tells who is meant: by the given name or the office before it, or as the one
whom the text is about, where the surname opens the line.

The given name or office tells it whatever the capitals of the headline are; without either, the surname must be no word of the dictionary, and the
text must name one person far more often than all others whom the headline does not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.headline_words import headline, tokens
from checker.data.english import FUNCTION_WORDS
from checker.data.people import GENERIC, OFFICES
from checker.data.places import CITIES, REGIONS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import is_common, sex
from checker.model import Mention, Name, Span
from checker.relate.stems import stem
from checker.structure.document import Document

_MOST = 140  # characters of a headline; what is longer is a paragraph
_LEAST = 3  # mentions of whom the text is about
_LEAD = 3  # paragraphs in which that person is named in full
_PLACES = frozenset(p.lower() for p in REGIONS) | CITIES
_NAMED = re.compile(r" [A-Z][a-z]+ [a-z]{4}")  # no title case


def met(analysis: Analysis, head: Span, at: int, word: str) -> Mention | None:
    """The name of the text that stands in the stead of the word at this place of the headline."""
    text = analysis.document.text
    small = word.lower()
    if head.end - head.start > _MOST or small in _PLACES or small in GENERIC or not is_common(small) and _is_word(small):
        return None
    before = text[head.start:at].split()
    last = before[-1].rstrip(".") if before and text[at - 1] == " " else ""
    if last and sex(last) is not None and last[0].isupper():
        return _full(analysis, head, last)
    if last[:1].isupper() and last.isalpha() and not last.isupper() and not _is_word(last.lower()) and (found := _full(analysis, head, last)) is not None and _is_known(analysis, found):
        return found  # "Jeb", whom no list of given names has
    if last in OFFICES:
        return _holder(analysis, head, last)
    if not is_common(small) or sex(small) is not None or at > head.start or _NAMED.match(text, at + len(word)):
        return None  # "Dems", "Bernie", "Wall Street"
    found = _main(analysis, head)
    return found if found and _shared(analysis.document, head, found) else None


def _shared(document: Document, head: Span, m: Mention) -> int:
    """How many words of the headline the name's sentence has."""
    return len({stem(w.word) for w in headline(document, head) if len(w.word) > 2 and w.word not in FUNCTION_WORDS} & {stem(w.word) for w in tokens(document, document.sentence_at(m.span.start))})


def _is_word(small: str) -> bool:
    from checker.data.lexicon import is_word  # large, and few headlines come to it

    return is_word(small)


def _others(analysis: Analysis, head: Span) -> Iterator[Mention]:
    """The names of the text that have no part in the headline."""
    told = analysis.document.lower[head.start:head.end]
    for held in names(analysis).written.values():
        for m in held:
            if m.span.start >= head.end and isinstance(m.value, Name) and m.value.parts[-1].lower() not in told:
                yield m
                break


def _is_known(analysis: Analysis, m: Mention) -> bool:
    """Does the text have the surname alone, too, as it has of people?"""
    return isinstance(m.value, Name) and (m.value.parts[-1],) in names(analysis).written


def _full(analysis: Analysis, head: Span, given: str) -> Mention | None:
    """The only bearer of the given name."""
    found = [m for m in _others(analysis, head) if isinstance(m.value, Name) and 2 <= len(m.value.parts) <= 3 and m.value.parts[0] == given
             and m.value.parts[-1].lower() not in GENERIC]
    return found[0] if len({m.value.parts[-1] for m in found if isinstance(m.value, Name)}) == 1 else None


def _holder(analysis: Analysis, head: Span, office: str) -> Mention | None:
    """The only one whom the text gives the office."""
    found = [m for m in _others(analysis, head) if isinstance(m.value, Name) and m.value.title and office in m.value.title.replace(".", "").split()]
    return found[0] if len({m.value.parts[-1] for m in found if isinstance(m.value, Name)}) == 1 else None


def _main(analysis: Analysis, head: Span) -> Mention | None:
    """Whom the text names in full in its first paragraphs, and by the surname again and again: twice as often as any other whom the headline leaves out."""
    document, known = analysis.document, names(analysis)
    end = document.zones[min(len(document.zones) - 1, document.zone_index(head.end) + _LEAD)].span.end
    people: dict[str, list[Mention]] = {}
    for m in _others(analysis, head):
        if isinstance(m.value, Name) and len(m.value.parts) > 1 and sex(m.value.parts[0]) is not None:
            people.setdefault(m.value.parts[-1], []).append(m)
    counts = sorted(((len(known.holding({surname})), held) for surname, held in people.items() if _is_surname(document, surname)), key=lambda pair: -pair[0])
    if not counts or counts[0][0] < _LEAST or len(counts) > 1 and counts[1][0] * 2 > counts[0][0]:
        return None
    first = min(counts[0][1], key=lambda m: m.span.start)
    return first if first.span.start < end and len({m.value.parts[0] for m in counts[0][1] if isinstance(m.value, Name)}) == 1 else None


def _is_surname(document: Document, surname: str) -> bool:
    return surname.lower() not in GENERIC and surname.lower() not in _PLACES
