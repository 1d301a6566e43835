"""Years that stand right beside a length without "from": "the six-year war of 1979-1989", "the 1963-1971 drought, an eight-year calamity"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_YEAR = r"(?:1[5-9]|20)\d\d"
_PAIR = re.compile(rf"({_YEAR})(?:[-–]| to | until | through )({_YEAR}|\d\d)(?![\w-]|[.,]\d)")
_JOINS = ("-", "–", " to ", " until ", " through ")
_LED = ("rom ", "etween ")  # what `checker.relate.spans` reads
_REACH = 60
# "the six-year war of 1979-1989", "the ten years 1988 to 2001"
_BEFORE = re.compile(r"(?:(?: (?!and |or |but |of |in |on |at |study|survey|review)[a-z’'-]+){0,3},?(?: of| from| in)?(?: the years)? | )$")
# behind the years a clause goes on; a noun there would be what the years belong to ("of 1990-1999 wine")
_CLOSED = re.compile(r"[),;.]|$|\s(?:against|in|between|with|which|that|and|was|were|is|are|when|by|on|at|over|under|for|to|had|has|as|but|[a-z]+ed|left|broke|brought|saw|began|cost|made|took)\b")
_AFTER = re.compile(r"(?: (?!and |or |but )[A-Za-z’'-]+){0,4}, (?:a|an|some|the|its|his|her|their)? ?$")
_LASTED = re.compile(r"(?: (?!and |or |but |not )[A-Za-z’'-]+){0,4} (?:lasted|last|went on|continued|raged|dragged on|ran|endured|took|stretched)(?: on)?(?: for| over)?(?: all of)? $")
_PART = re.compile(r"\b(?:two|three|four|five|six|several|many|each|every|another|within|least|most|up to|first|last|past|next|second|third|of (?:its|his|her|their|the))\b[^,;:.]{0,12}$")
_ADJOINED = (" (", " for ", ", ")
_RESTS = re.compile(r" (?:later|after|before|earlier|ago|old|from|since|into|longer|more|less)\b|-year-old")
_PROMISED = frozenset("term sentence contract deal plan lease loan mandate ban agreement mortgage degree program programme warranty guarantee probation suspension study".split())


def eras(document: Document, lengths: Sequence[Mention], years: Sequence[Span]) -> Iterator[Relation]:
    """Relations span (start, end, whole, length); `lengths` are those in years, `years` the places of four digits."""
    text = document.text
    starts = [m.span.start for m in lengths]
    for start, end in years:
        if not text.startswith(_JOINS, end) or text.endswith(_LED, 0, start) or (pair := _PAIR.match(text, start)) is None:
            continue
        first, last = Decimal(pair[1]), Decimal(pair[2] if len(pair[2]) == len(pair[1]) else pair[1][:2] + pair[2])
        i = bisect_left(starts, start)
        sentence = document.sentence_at(start)
        length = next((m for m in (*lengths[max(0, i - 1):i], *lengths[i:i + 1]) if sentence.start <= m.span.start < sentence.end and _belongs(text, m, pair)), None)
        if last > first and length is not None:
            until = Mention("quantity", Span(*pair.span(2)), pair[2], Quantity(last, last, "number"))
            since = Mention("quantity", Span(*pair.span(1)), pair[1], Quantity(first, first, "number"))
            whole = Mention("quantity", Span(*pair.span()), pair[0], until.value)
            yield Relation("span", (("start", since), ("end", until), ("whole", whole), ("length", length)))


def _belongs(text: str, length: Mention, pair: re.Match[str]) -> bool:
    """Is the length that of the pair of years, by what stands between and around the two?"""
    start, end = length.span
    if "-" in length.text and (text[end:pair.start()] in _ADJOINED or text[pair.end():start] == " "):  # a plan's own years
        return _RESTS.match(text, end) is None and _PART.search(text, max(0, start - 30), start) is None
    if _PROMISED & set(quantity(length).noun.split()) or _RESTS.match(text, end) or _PART.search(text, max(0, start - 30), start):
        return False
    if end <= pair.start():
        return pair.start() - end <= _REACH and _BEFORE.fullmatch(text, end, pair.start()) is not None and _CLOSED.match(text, pair.end()) is not None \
            and ("-" in length.text or text[end:pair.start()] == " ")
    return start - pair.end() <= _REACH and (_AFTER.fullmatch(text, pair.end(), start) is not None and "-" in length.text or _LASTED.fullmatch(text, pair.end(), start) is not None)
