"""Awards that are counted and told one by one, each as the best of its kind: "six nominations: best picture, best actress and best song"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_AWARDS = frozenset("award nomination nod prize trophy honour honor category statuette oscar emmy grammy bafta tony globe goya cesar gong".split())
_SOME = re.compile(r"\b(?:includ\w+|such as|among|other|others|another|also|notably|especially|plus|as well as|respectively|most|both)\b", re.I)
_ITEM = re.compile(r"(?P<joint>[,;:(—–-] (?:and )?|,? and |\b(?:for|as|were|are|in|wins?|won|takes?|taking|took|winning) (?:the )?)(?:the )?(?:best|outstanding) (?=[a-zA-Z])", re.I)
_TWO = re.compile(r" and (?!(?:best|outstanding) )", re.I)  # "best actor and actress", "best hair and make-up"
_PART = re.compile(r"\b(?:of|least|most|than|other|another|first|last|nearly|about|over|record) (?:(?:the|his|her|their|its) )?$", re.I)
_FEWEST = 3
_REACH = 2  # sentences: that of the count and the next


def awards(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items); `announced` are the figures that may announce one, of twelve at most."""
    counts = [m for m in announced if quantity(m).unit.lower() in _AWARDS and not quantity(m).hedge]
    if not counts:
        return
    text, sentences = document.text, document.sentences
    for i, m in enumerate(counts):
        if _PART.search(text, max(0, m.span.start - 24), m.span.start):
            continue
        index = document.sentence_index(m.span.start)
        for at in range(index, min(index + _REACH, len(sentences))):
            start, end = max(sentences[at].start, m.span.end), sentences[at].end
            if i + 1 < len(counts) and counts[i + 1].span.start < end or document.zone_index(start) != document.zone_index(m.span.start):
                break
            if (found := _series(text, start, end)) is not None:
                span, least, most = found
                items = Mention("quantity", span, text[span.start:span.end], m.value)
                yield Relation("list", (("announced", m), ("items", items)), {"least": str(least), "most": str(most)})
                break


def _series(text: str, start: int, end: int) -> tuple[Span, int, int] | None:
    """The series of what is best, closed by "and", and the least and most that it may hold."""
    marks = list(_ITEM.finditer(text, start, end))
    if len(marks) < _FEWEST or "and" not in marks[-1]["joint"] or any("and" in m["joint"] for m in marks[:-1]):
        return None
    first = marks[0].end("joint")
    words = text[first:end].rstrip(" .\n”\"")
    if _SOME.search(text, start, end) or any(mark in words for mark in ":“\""):
        return None
    return Span(first, first + len(words)), len(marks), len(marks) + len(_TWO.findall(words))
