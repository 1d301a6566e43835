"""Announced lists whose items carry the list: "(1) …, (2) …", bullets, years, names with the count behind them, "one of four states, along with …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.units import ONES, ORDINALS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.enumerated import SHELLS
from checker.relate.gaps import quantity
from checker.relate.groups import names_before, series_of_names
from checker.structure.document import Document

_ONES = "|".join(w for w in ONES if ONES[w] in range(2, 10))
_MARKED = re.compile(r"(?<![\w(])\(?(?:([1-9])|([a-i]))\) (?=\S)")
_INLINE = re.compile(r"(?:(?<=[:;,—–] )|(?<= and )|(?<= are )|(?<= are: )|(?<=[—–]))((?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)(?:ly)?), ")
_TO_MARK = 200  # characters from the announcement to the first mark
_NUMBERS = re.compile(rf"\b(?:{_ONES}|[2-9])\b|[?“]")  # between the announcement and the first mark
_NO_ITEMS = frozenset("time day hour week month year minute person people percent point seat vote decade game match round term inning quarter set race million billion".split())
_NO_MARK = re.compile(r"[.!?](?=\s[A-Z])")
_BEFORE_COLON = 60  # characters from the announcement to the colon before the first bullet
_BULLET = re.compile(r"[-–—•*●·▪■] ?")
_MOST_BULLETS = 15
_YEAR = r"(?:1[89]|20)\d\d"
_YEARS = re.compile(rf"(?:,|:| [—–-]| --|—)? ?\(?(?:(?:first )?in |both in )?({_YEAR}(?:, {_YEAR})*,? and (?:in |again in )?{_YEAR})(?![\w-]|[-–]\d)")
_MORE_YEARS = re.compile(r"(?:,| and)? (?:(?:and|again|also|then) )+(?:in|this|last)\b|, (?:as well|plus)\b| (?:through|to|until)\b")
_TIMES = frozenset("time title election term championship campaign bid race cycle occasion medal cup crown win victory year award bowl pennant defeat loss".split())
_PART = re.compile(r"\b(?:of|least|most|than|other|another|first|last|next|past|previous|nearly|about|some|with|also|including|only) (?:(?:the|his|her|their|its|these|those) )?$", re.I)
_ALONG = re.compile(r"(?: [a-z’'-]+){0,2},? (?:along with|together with|besides|in addition to|alongside) (?=[A-Z])")
_ALSO = re.compile(r"(?: [a-z’'-]+){0,2}(?: (?:of|on|in|at) (?:the|an?|its|their) (?:[\w’'-]+ ){0,5}[\w’'-]+)?, (?:which|who) also (?:includes?|included|had|has|comprises?|counts?|counted|numbers?) (?=[A-Z])")
_ANY_MORE = 99  # who also belongs to it need not all be told
_THOSE_ARE = re.compile(rf"(?:Those|These|They) (?:are|were) (?:(?:just|only|but) )?({_ONES})(?![\w-])")
_FRAGMENT = re.compile(r"(?:^|: )((?:An?|The) (?:[\w’'-]+ ){0,6}[\w’'-]+[.!])\s*$")  # a sentence of a noun alone
_FEWEST = 3
_COUNTING, _SAYING = ("All ", "The ", "ose ", "ese "), ("are ", "ere ", "ust ", "nly ", "but ")  # before a bare number
_OPENS = re.compile(rf"(?:All|The|Those|These) ({_ONES})(?= (?:[a-z]|of them\b))")
_THE_OTHER = re.compile(r" (?:other|more|remaining|of)\b| [a-z]+s (?:on|in|at|along|near|around|from|that|which|who|whose|where)\b")


def listed(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items); `announced` are the figures that may announce one, of twelve at most."""
    text = document.text
    for m in announced:
        q, start = quantity(m), m.span.start
        if not q.noun:
            if text.startswith(_COUNTING, start - len("All ")) or text.startswith(_SAYING, start - len("are ")):
                yield from _counted_next(document, start)
            continue
        if (found := _close(document, m, q)) is not None:
            yield found


def _close(document: Document, m: Mention, q: Quantity) -> Relation | None:
    """The list right beside a count with its noun."""
    text, (start, end) = document.text, m.span
    if text.find(":", end, end + _BEFORE_COLON) >= 0 and (found := _marked(document, m) or _bullets(document, m)) is not None:
        return found
    if (found := _marked_behind(document, m)) is not None:
        return found
    if q.unit in _TIMES:
        return _years(text, m)
    if text.startswith(", the ", start - len(", the ")):
        return _behind(document, m)
    return _along(document, m) if text.startswith("one of ", start - len("one of ")) else None


def _relation(announced: Mention, span: Span, text: str, told: tuple[int, int]) -> Relation:
    items = Mention("quantity", span, text[span.start:span.end], announced.value)
    return Relation("list", (("announced", announced), ("items", items)), {"least": str(told[0]), "most": str(told[1])})


def _marked(document: Document, announced: Mention) -> Relation | None:
    """ "two choices: (1) sell, (2) rent or (3) leave", all in one paragraph."""
    text, start = document.text, announced.span.end
    if text.find(") ", start, start + _BEFORE_COLON + 5) < 0:
        return None
    zone = document.zone_at(start).span
    marks = list(_MARKED.finditer(text, start, zone.end))
    if len(marks) < 2 or not _in_order(marks) or _NUMBERS.search(text, start, marks[0].start()) or _NO_MARK.search(text, start, marks[0].start()) or marks[0].start() - start > _BEFORE_COLON:
        return None
    last = marks[-1]
    end = document.sentence_at(last.start()).end
    words = text[last.start():end].rstrip(" .\n”\"")
    return _relation(announced, Span(last.start(), last.start() + len(words)), text, (len(marks), len(marks)))


def _marked_behind(document: Document, announced: Mention) -> Relation | None:
    """ "three ways that the port can grow. I shall plead for (1) a pier, (2) a crane and (3) a road"; "two reasons: first, …, second, … and third, …"."""
    text, start = document.text, announced.span.end
    near = text[start:start + _TO_MARK]
    if "1) " not in near and "a) " not in near and "irst" not in near or quantity(announced).unit in _NO_ITEMS or _PART.search(text, max(0, announced.span.start - 20), announced.span.start):
        return None
    zone = document.zone_at(start).span
    for pattern in (_MARKED, _INLINE):
        marks = list(pattern.finditer(text, start, zone.end))
        if len(marks) < 2 or marks[0].start() - start > _TO_MARK or not (_in_order(marks) if pattern is _MARKED else quantity(announced).unit in SHELLS and _ordinals(marks)):
            continue
        if _NUMBERS.search(text, start, marks[0].start()) or len(_NO_MARK.findall(text, start, marks[0].start())) > 1:
            continue
        last = marks[-1]
        words = text[last.start():document.sentence_at(last.start()).end].rstrip(" .\n”\"")
        return _relation(announced, Span(last.start(), last.start() + len(words)), text, (len(marks), len(marks)))
    return None


def _ordinals(marks: Sequence[re.Match[str]]) -> bool:
    """Are they first, second, third?"""
    return all(ORDINALS[m[1].lower().removesuffix("ly")] == i for i, m in enumerate(marks, 1))


def _in_order(marks: Sequence[re.Match[str]]) -> bool:
    """Are they 1, 2, 3 or a, b, c?"""
    letters = bool(marks[0][2])
    return all(m[2] == chr(ord("a") + i) if letters else m[1] == str(i + 1) for i, m in enumerate(marks))


def _years(text: str, announced: Mention) -> Relation | None:
    """ "three times, in 1996, 2000 and 2004"."""
    q, start = quantity(announced), announced.span.end
    if q.unit not in _TIMES or not (found := _YEARS.match(text, start)) or _MORE_YEARS.match(text, found.end()) or _PART.search(text, max(0, announced.span.start - 20), announced.span.start):
        return None
    count = len(re.findall(_YEAR, found[1]))
    return _relation(announced, Span(*found.span(1)), text, (count, count))


def _behind(document: Document, announced: Mention) -> Relation | None:
    """ "A, B and C, the four councillors who stayed away"."""
    text = document.text
    found = names_before(document, announced.span.start - len(", the "))
    if found is None:
        return None
    return _relation(announced, found[0], text, found[1])


def _fragments(document: Document, index: int) -> Relation | None:
    """ "A healer. A host. A baker. Those are just four of the 16 candidates"."""
    text, sentences = document.text, document.sentences
    those = _THOSE_ARE.match(text, sentences[index].start)
    first = index
    start = -1
    while those and first and (begins := _FRAGMENT.search(text[sentences[first - 1].start:sentences[first - 1].end])):
        first -= 1
        start = sentences[first].start + begins.start(1)
    if those is None or index - first < _FEWEST:
        return None
    end = sentences[index - 1].end
    return _relation(_figure(text, those.start(1), those.end(), those[1]), Span(start, start + len(text[start:end].rstrip(" .\n"))), text, (index - first, index - first))


def _figure(text: str, start: int, end: int, number: str) -> Mention:
    n = Decimal(ONES[number])
    return Mention("quantity", Span(start, end), text[start:end], Quantity(n, n, "count"))


def _along(document: Document, announced: Mention) -> Relation | None:
    """ "Osk is one of four towns, along with Selby and Hythe": it makes one more; "one of three members of the panel, which also included …": one at least."""
    text, end = document.text, announced.span.end
    also = _ALSO.match(text, end)
    along = also or _ALONG.match(text, end)
    found = series_of_names(text, along.end(), document.sentence_at(end).end) if along else None
    if found and also:
        return _relation(announced, found[0], text, (found[1][0] + 1, _ANY_MORE))
    return _relation(announced, found[0], text, (found[1][0] + 1, found[1][1] + 1)) if found else None


def _bullets(document: Document, announced: Mention) -> Relation | None:
    """ "three reasons:" at the end of a paragraph, and paragraphs that begin with a bullet."""
    text, zones = document.text, document.zones
    index = document.zone_index(announced.span.start)
    end = zones[index].span.end
    if text[end - 1:end] != ":" or end - announced.span.end > _BEFORE_COLON or _NO_MARK.search(text, announced.span.end, end) \
            or _PART.search(text, max(0, announced.span.start - 20), announced.span.start):
        return None
    marks: list[str] = []
    for zone in zones[index + 1:index + 2 + _MOST_BULLETS]:
        found = _BULLET.match(text, zone.span.start, zone.span.end)
        if found is None:
            break
        marks.append(found[0])
    if len(marks) < 2 or len(set(marks)) > 1:
        return None
    return _relation(announced, zones[index + len(marks)].span, text, (len(marks), len(marks)))


def _counted_next(document: Document, at: int) -> Iterator[Relation]:
    """ "A, B and C voted no. All four are lawyers": the count of those whom the sentence before names at its head."""
    text, index = document.text, document.sentence_index(at)
    sentence, before = document.sentences[index], document.sentences[index - 1]
    if not index:
        return
    if (found := _fragments(document, index)) is not None:
        yield found
    elif (opened := _OPENS.match(text, sentence.start)) and opened.start(1) == at and not _THE_OTHER.match(text, opened.end()) \
            and (series := series_of_names(text, *before)) is not None:
        yield _relation(_figure(text, *opened.span(), opened[1]), series[0], text, series[1])
