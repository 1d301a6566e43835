"""Letters that nothing in the text explains, and a body whose name gives these but for one: "the BGS", "the Board of Geological Science"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from checker.checks.base import occurrences
from checker.checks.unexplained import words_of
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Span
from checker.structure.document import Document

_LONG = 4  # letters of which one may be another by a slip alone; of three much else may be meant
_PAIR = 2  # letters in each other's place
_NEAR = 2  # paragraphs behind a name in which its three letters stand
_NO_DAY = "(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August|September|October|November|December)\\b)"
_FULL = re.compile(rf"[A-Z][a-z]+(?:[ -](?:(?:of|for|and|on|in|to|the) ){{0,2}}{_NO_DAY}[A-Z][a-z]+){{2,5}}(?![\w’'&]*[ -](?:{_NO_DAY}[A-Z]|&|(?:of|for|and|on) (?:the )?{_NO_DAY}[A-Z]))")
_CONNECTED = (" of ", " for ", " and ", " on ")
_THE = "he "  # the end of "the" and "The"
_CODED = frozenset("<@#/-_$(:")  # what stands before a code
_BOOK = 150_000  # characters from which a text has so many bodies that one of them is near any letters
_ZONES = frozenset({"headline", "summary", "body", "list"})


def near(number: int, analysis: Analysis, short: Collection[str]) -> Iterator[Conflict]:
    """Letters alone, one of which, not the first, is another than in the name of the one body that could be meant."""
    known, document, text = names(analysis).words, analysis.document, analysis.document.text
    if len(text) > _BOOK:
        return
    masked: dict[str, list[str]] = {}  # the letters with each but the first left out in turn
    for odd in sorted(short):
        for i in range(1, len(odd)):
            masked.setdefault(f"{odd[:i]}.{odd[i + 1:]}", []).append(odd)
            if i + 1 < len(odd) >= _LONG and odd[i] != odd[i + 1]:  # as the name gives them, were these two in the other order
                masked.setdefault(f"{odd[:i]}{odd[i + 1]}{odd[i]}{odd[i + 2:]}", []).append(odd)
    seen: set[str] = set()
    for at in [at + len(_THE) for first in sorted({word[0] for word in short}) for at in occurrences(text, _THE + first)]:
        m = _FULL.match(text, at)
        if m is None or m[0] in seen:
            continue
        seen.add(m[0])
        words = [w for w in m[0].replace("-", " ").split() if w[0].isupper()]
        letters = "".join([w[0] for w in words])
        meant = sorted({odd for i in range(1, len(letters)) for odd in masked.get(f"{letters[:i]}.{letters[i + 1:]}", ())} | set(masked.get(letters, ())))
        if not meant or f"({letters})" in text:
            continue
        if letters in known:  # what the text calls it by, so that only the same letters in another order are a slip for it
            meant = [odd for odd in meant if sorted(odd) == sorted(letters)]
        for odd in meant:
            if (where := _meant(document, odd, words, Span(*m.span()))) is not None:
                yield Conflict((Place(number, where), Place(number, Span(*m.span()))),
                               {"name": odd, "expected": letters, "computed": letters, "reason": f"these words give {letters}"}, ("nothing else in the text is called so",), likely=True)


def _meant(document: Document, odd: str, words: list[str], name: Span) -> Span | None:
    """Where the letters first stand, if they are those of the words but for one, and no other words of the text give them."""
    apart = [i for i, w in enumerate(words) if w[0] != odd[i]]
    swapped = len(apart) == _PAIR and "".join(w[0] for w in words) != odd and sorted(odd) == sorted(w[0] for w in words)
    if not swapped and (len(apart) != 1 or not apart[0] or odd[apart[0]].lower() == words[apart[0]][1:2]):
        return None
    text, size = document.text, len(odd)
    at = next((at for at in document.places(odd.lower()) if text.startswith(odd, at) and document.zone_at(at).kind in _ZONES
               and not text[at - 1:at].isalnum() and not text[at + size:at + size + 1].isalnum()), -1)
    if at < 0 or text[at - 1:at] in _CODED:
        return None
    if size < _LONG:
        behind = document.zone_index(at) - document.zone_index(name.start)
        if not (name.end <= at and behind <= _NEAR and any(word in text[slice(*name)] for word in _CONNECTED)):
            return None
    elif not swapped and apart[0] == size - 1:
        return None  # an act, and the agency that it set up
    explained = any(f"{a}{odd}{b}" in text for a, b in ("()", "<>")) or words_of(odd).search(text)
    return None if explained else Span(at, at + size)
