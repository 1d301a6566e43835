"""Things told one by one behind their number: "Two things matter. One is the school, another the bridge and the third the church"; "three paths. The first leads up. The other leads down"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_REACH = 3  # sentences behind the number in which the last is told
_NO_ITEMS = frozenset("time day hour week month year minute person people percent point seat vote decade match game round inning quarter set race man woman".split())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verb = r"(?:is|was|has|had|will|would|can|could|may|might|[a-z]+s)"
    return {
        "one": re.compile(rf"(?:The first|One)(?:, [^,]{{3,30}},)? (?:of them )?{verb} "),
        "other": re.compile(rf"\b[Tt]he other (?:one )?{verb} "),
        "third": re.compile(rf"(?:,|;| and| while) (?:(?:and|while) )?(?:a|the) third (?:{verb} |an? |the )"),
        "more": re.compile(r"\b(?:second|third|fourth|another|a further|others|two|three|both|also|last|final|all|each|neither)\b", re.I),
        "part": re.compile(r"\b(?:of|least|most|than|another|other|first|last|next|about|some|nearly|over) (?:the |its |their |his |her |these |those )?$", re.I),
    }


def one_other(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items) of counts with what "the other" or "the third" closes in the sentences behind them."""
    text, sentences, patterns = document.text, document.sentences, _patterns()
    for m in announced:
        q, index = quantity(m), document.sentence_index(m.span.start)
        if not q.noun or q.hedge or q.unit in _NO_ITEMS or index + 1 >= len(sentences) or patterns["part"].search(text, max(0, m.span.start - 22), m.span.start):
            continue
        begins = sentences[index + 1]
        first = patterns["one"].match(text, *begins)
        if first is None or document.zone_index(begins.start) != document.zone_index(m.span.start):
            continue
        if any(x is not m and sentences[index].start <= x.span.start < begins.start for x in announced):
            continue
        end = sentences[min(index + _REACH, len(sentences) - 1)].end
        if (third := patterns["third"].search(text, first.end(), begins.end)) is not None and "another" in text[first.end():third.start()]:
            yield _relation(m, text, begins.start, third.end(), 3)
        elif (other := patterns["other"].search(text, first.end(), end)) is not None and not patterns["more"].search(text, first.end(), other.start()):
            yield _relation(m, text, begins.start, other.end(), 2)


def _relation(m: Mention, text: str, start: int, end: int, count: int) -> Relation:
    span = Span(start, start + len(text[start:end].rstrip()))
    return Relation("list", (("announced", m), ("items", Mention("quantity", span, text[span.start:span.end], m.value))), {"least": str(count), "most": str(count)})
