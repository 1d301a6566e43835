"""Letters that stand once, explained nowhere, and are those that the text explains but for a slip: "NHDCA" beside "(NHCDA)", "CTT" beside the "Cross-Channel Treaty"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from checker.data.letters import UNEXPLAINED
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Name, Span
from checker.structure.document import Document

_SHORTEST = 3  # letters of an acronym that tell anything
_SWAPPED = 4  # letters from which two neighbours in each other's place are a slip, whatever stands behind
_NEAR = 320  # characters before the letters in which their words stand
_NEXT = re.compile(r" ([A-Z]\w+)")
_PROSE = frozenset({"body", "list", "summary"})
_ROMAN = frozenset("IVXLCDM")


def strays(number: int, analysis: Analysis, explained: Mapping[str, Span]) -> Iterator[Conflict]:
    """Letters of the document of this number that are a slip for explained ones, or for those that words near them give."""
    document, known = analysis.document, names(analysis).capitals
    for odd in sorted(word for word in known if _is_odd(document, word) and word not in explained):
        at = next((at for at in document.places(odd.lower()) if document.text.startswith(odd, at)), -1)
        if at < 0 or document.zone_at(at).kind not in _PROSE or document.text[slice(*document.sentence_at(at))].isupper():
            continue
        right = next((short for short in explained if _is_slip(document, odd, at, short)), None)
        if right is not None:
            yield _conflict(number, odd, at, right, explained[right], "only these letters are explained")
        elif document.text.endswith(("the ", "The "), 0, at) and not _any_begins(known, odd) and (told := _words_near(analysis, at, odd)) is not None:
            yield _conflict(number, odd, at, told[0], told[1], "the words near it give other letters")


def _conflict(number: int, odd: str, at: int, right: str, beside: Span, why: str) -> Conflict:
    return Conflict((Place(number, Span(at, at + len(odd))), Place(number, beside)),
                    {"name": right, "expected": right, "computed": right, "reason": f"“{odd}” for {right}: {why}"}, (why,), likely=True)


def _is_odd(document: Document, word: str) -> bool:
    """Are these letters, a word of capitals that the text has once?"""
    return len(word) >= _SHORTEST and word.isalpha() and word not in UNEXPLAINED and document.counts.get(word.lower(), 0) == 1 and not _ROMAN.issuperset(word)


def _is_slip(document: Document, odd: str, at: int, short: str) -> bool:
    """Are two neighbours swapped, or is one letter too many, too few or another before the same next word?"""
    if odd[0] != short[0] or abs(len(odd) - len(short)) > 1 or min(len(odd), len(short)) < _SWAPPED:
        return False
    if len(odd) == len(short):
        apart = [i for i, (a, b) in enumerate(zip(odd, short, strict=True)) if a != b]
        if len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(odd) == sorted(short):
            return True
        return len(apart) == 1 and _same_next(document, at, odd, short)
    long, less = sorted((odd, short), key=len, reverse=True)
    return any(long[:i] + long[i + 1:] == less for i in range(1, len(long))) and long != less + "S" and _same_next(document, at, odd, short)


def _same_next(document: Document, at: int, odd: str, short: str) -> bool:
    """Is the next word, with a capital, one that stands behind the explained letters as well?"""
    text = document.text
    behind = _NEXT.match(text, at + len(odd))
    return behind is not None and any(f"{short}{close} {behind[1]}" in text for close in ("", ")"))


def _any_begins(words: Collection[str], odd: str) -> bool:
    """Do other letters of the text begin as these do?"""
    return any(word != odd and word[:2] == odd[:2] for word in words)


def _words_near(analysis: Analysis, at: int, odd: str) -> tuple[str, Span] | None:
    """The letters that the words of a name shortly before give, where these are the same letters in another number or order."""
    text, start = analysis.document.text, max(0, at - _NEAR)
    for other in reversed([x for x in analysis.mentions if start <= x.span.start and x.span.end <= at and isinstance(x.value, Name) and x.kind == "name"]):
        assert isinstance(other.value, Name)
        words = [w for part in other.value.parts for w in part.split("-") if w]
        initials = "".join(w[0].upper() for w in words if w[0].isupper())
        if len(initials) == len(odd) and initials != odd and initials[0] == odd[0] and set(initials) == set(odd) and not any(w.isupper() and len(w) > 1 for w in words) \
                and text[other.span.end:other.span.end + 2] != " (":
            return initials, other.span
    return None
