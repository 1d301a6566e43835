"""A series of names, and the count that stands further off: before a colon, dash or bracket, in the sentence before, or behind "are the"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Mention, Relation, Span
from checker.relate.gaps import occurrences, quantity
from checker.relate.groups import names_before, series_of_names
from checker.relate.lists import bounds
from checker.structure.document import Document

_MARK = re.compile(r"(?:(?P<colon>:)| ?[—–]| --?|--| (?P<bracket>\()) ?(?:the )?(?=[A-Z][\w.’'-]+(?:,| and |(?: [\w.’'-]+){1,8},? and |(?: [\w.’'-]+){1,5},))")
_ANY = re.compile(r":|—|–|\(|--")  # what begins a mark
_REACH = 160
_MOST_BETWEEN = 16  # words from the count to the mark
_PART = re.compile(r"\b(?:of|least|most|than|up to|over|under|nearly|almost|about|some|another|next|last|first|past|every|top) (?:(?:the|his|her|their|its|these|those|our|my) )?$", re.I)
_OF_THEM = re.compile(r" of (?:the|his|her|their|its|these|those|our|my)\b")
_OF_SO_MANY = re.compile(r" of (?:the|his|her|their|its|these|those) (?:other )?")
_OF_THEM_NAMED = re.compile(r" of (?:the|his|her|their|its|my|our)(?: [a-z’'-]+){1,5}, (?=[A-Z])")
_STOPS = re.compile(r"[;:()“”\"?!]|--|[—–]| - |\b(?:but|including|included?|such as|like|especially|among|namely|while|because|although|if|when|one|another|plus|follow\w*)\b")
_NO_MARK = re.compile(r"[.!?\n]\s")
_THEY = re.compile(r"(?<=\. )(?:They|These|Those|The [a-z]+s) (?:are|were|include only):? (?:the )?(?=[A-Z])")
_SOME_WAY = re.compile(r"-(?:way|man|person|woman|candidate|horse)$")
_BETWEEN = re.compile(r"(?: [a-z’-]+){1,3} (?:between|among|involving|with)(?: former| Republicans| Democrats)? (?=[A-Z])")
_ARE_THE = re.compile(r" (?:are|were) (?:the|all)(?: (?:only|other))? $")
_NAMED = re.compile(r"(?:[A-Za-z][\w’'.-]+ ){0,6}[A-Z][\w’'.-]+(?: \([^()]{1,30}\))?")
_FEWEST, _BACK = 4, 3  # names of such a paragraph, and the paragraphs before it that are looked at
_NO_UNITS = frozenset("time day hour week month year minute percent point seat vote decade game round term million billion people".split())


def series(document: Document, announced: Sequence[Mention], taken: set[Span]) -> Iterator[Relation]:
    """Relation "list" (announced, items) of counts that nothing nearer answers, of twelve at most; `taken` are those that something does."""
    text = document.text
    counts = [m for m in announced if (q := quantity(m)).unit not in _NO_UNITS and not q.hedge]
    for i, m in enumerate(counts):
        if m.span not in taken and (found := _far(document, counts, i)) is not None:
            yield found
    if counts and any(quantity(m).noun for m in counts) and "; and " in text:
        yield from _paragraphs(document, counts)


def _far(document: Document, counts: Sequence[Mention], i: int) -> Relation | None:
    """The list of a count: behind "of her aides,", in the next sentence, after "race between", before "are the", behind a mark."""
    text, m = document.text, counts[i]
    (start, end), noun = m.span, quantity(m).noun
    if text.startswith(" of ", end) and (found := _some_named(document, m)) is not None:
        return found
    if noun and text.find(". Th", end, end + _REACH) >= 0 and (found := _named_next(document, m)) is not None:
        return found
    if noun and "-" in m.text and _SOME_WAY.search(m.text):
        return _ways(document, m)
    if noun and text.startswith((" the ", " all ", "only ", "ther "), start - len(" the ")) and (found := _are_the(document, m)) is not None:
        return found
    first = _ANY.search(text, end, end + _REACH)
    return _marked(document, counts, i, first.start()) if first else None


def _relation(announced: Mention, found: tuple[Span, tuple[int, int]], text: str) -> Relation:
    span, (least, most) = found
    items = Mention("quantity", span, text[span.start:span.end], announced.value)
    return Relation("list", (("announced", announced), ("items", items)), {"least": str(least), "most": str(most)})


def _marked(document: Document, counts: Sequence[Mention], i: int, at: int) -> Relation | None:
    """ "three senators who have entered the race: A, B and C"; no other count may stand between, but "four of the five senators" may."""
    text, announced = document.text, counts[i]
    start, sentence = announced.span.end, document.sentence_at(announced.span.start)
    if (mark := _MARK.match(text, at - (text[at - 1] == " "))) is None or at >= sentence.end:
        return None
    if i + 1 < len(counts) and counts[i + 1].span.start < mark.start():
        if not _OF_SO_MANY.fullmatch(text, start, counts[i + 1].span.start):
            return None
        start = counts[i + 1].span.end
    between = text[start:mark.start()]
    if len(between.split()) > _MOST_BETWEEN or _STOPS.search(between) or any(map(str.isdigit, between)):
        return None
    if not quantity(announced).noun and not _OF_THEM.match(text, announced.span.end) or _PART.search(text, max(0, announced.span.start - 20), announced.span.start):
        return None
    found = series_of_names(text, mark.end(), sentence.end)
    if found is None or not _closed(text, mark, found[0].end, sentence.end):
        return None
    return _relation(announced, found, text)


def _closed(text: str, mark: re.Match[str], end: int, last: int) -> bool:
    """Does what opened the series close it too?"""
    if mark["bracket"]:
        return text.startswith(")", end)
    if mark["colon"]:
        return text[end:last].strip(" .”\"") == ""
    return text[end:last].strip(" .”\"") == "" or text[end:end + 2].strip()[:1] in ("—", "–", "-")


def _named_next(document: Document, announced: Mention) -> Relation | None:
    """ "nine towns will be closed. They are: A, B and C"."""
    text, end = document.text, announced.span.end
    opened = _THEY.search(text, end, end + _REACH)
    if opened is None or _NO_MARK.search(text, end, opened.start() - 1) or _PART.search(text, max(0, announced.span.start - 20), announced.span.start):
        return None
    last = document.sentence_at(opened.end()).end
    found = series_of_names(text, opened.end(), last)
    return _relation(announced, found, text) if found is not None and text[found[0].end:last].strip(" .”\"") == "" else None


def _ways(document: Document, announced: Mention) -> Relation | None:
    """ "a three-way race between A, B and C"."""
    text = document.text
    if not (between := _BETWEEN.match(text, announced.span.end)):
        return None
    found = series_of_names(text, between.end(), document.sentence_at(announced.span.start).end)
    if found is None or text[found[0].end:found[0].end + 1] not in (",", "."):
        return None
    span, (least, most) = found
    return _relation(announced, (span, (least, most + (" with " in between[0]))), text)  # who links up with two is the third


def _some_named(document: Document, announced: Mention) -> Relation | None:
    """ "two of her former aides, A, B and C, …"."""
    text, start = document.text, announced.span.end
    named = _OF_THEM_NAMED.match(text, start)
    if named is None or _PART.search(text, max(0, announced.span.start - 20), announced.span.start):
        return None
    found = series_of_names(text, named.end(), document.sentence_at(announced.span.start).end)
    return _relation(announced, found, text) if found is not None and text[found[0].end:found[0].end + 1] in (",", ".") else None


def _are_the(document: Document, announced: Mention) -> Relation | None:
    """ "A, B and C are the three front-runners"."""
    text, start = document.text, announced.span.start
    are = _ARE_THE.search(text, max(0, start - 22), start)
    if are is None:
        return None
    found = names_before(document, are.start()) or _terms(document, are.start())
    return _relation(announced, found, text) if found is not None else None


def _terms(document: Document, end: int) -> tuple[Span, tuple[int, int]] | None:
    """The plain terms or names that are all of a sentence up to an offset: "Wages, hours and pensions (are the four issues)"."""
    start = document.sentence_at(end).start
    words = document.text[start:end]
    plain = words if words.split(", ")[-1].split()[-1][:1].isupper() else words[:1].lower() + words[1:]
    told = bounds(plain) if ", " in words and " and " in words else None
    return (Span(start, end), told) if told is not None else None


def _paragraphs(document: Document, counts: Sequence[Mention]) -> Iterator[Relation]:
    """A paragraph that is a series of names parted by semicolons, and the only count of the paragraphs before that may be theirs."""
    text, zones = document.text, document.zones
    for at in occurrences(text, "; and "):
        index = document.zone_index(at)
        start, end = zones[index].span
        pieces = text[start:end].rstrip(" .").split("; ")
        if len(pieces) < _FEWEST or text[start:end].find("; and ") != at - start or not all(map(_NAMED.fullmatch, [*pieces[:-1], pieces[-1][4:]])):
            continue
        first = zones[max(0, index - _BACK)].span.start
        near = [m for m in counts if first <= m.span.start < start and quantity(m).noun]
        if near and len({quantity(m).low for m in near}) == 1:
            yield _relation(near[-1], (Span(start, start + len(text[start:end].rstrip(" ."))), (len(pieces), len(pieces))), text)
