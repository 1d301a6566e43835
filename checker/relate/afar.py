"""What the text makes of figures told far before: "closes three of its 11 libraries … the nine that remain", "8,917 yes votes to 7,604 no … the margin was
1,331", "in 1964 she married. They were together for 37 years until his death in 2011".

So far apart a sum or a difference is found by chance, so the figure told must be no sum of the text, and look like a slip of the one that is: a digit
other, two changed places, one too many or too few of a handful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, TENS
from checker.data.words import MARGINS, REMAINS, UNTILS
from checker.extract.hedges import printed
from checker.extract.slipped import is_slipped
from checker.model import Date, Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.others import value_of
from checker.structure.document import Document
from checker.structure.words import alternatives

_COUNTS = frozenset({"count", "number"})
_FAR = 4  # sentences, and as many paragraphs, back to a share whose rest is told
_LEAST_MARGIN, _LEAST_YEARS, _HANDFUL = 100, 3, 2
_THE_REST, _OF_THEM = (" the remaining ", " the other "), (" of them", " of these", " of those", " of which", " of whom")
_FEW = 6  # figures before the rest among which the whole and its part are told
_NUMBER = re.compile(r"\d[\d,]*|\w+")
_DIGIT = 9
_PAIR = 60  # characters between the two sides of a vote


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    number = alternatives(w for w in (*ONES, *TENS) if w.isalpha() and (ONES.get(w) or TENS.get(w)))
    many = rf"(?P<many>\d{{1,4}}|(?:{number})(?:-(?:{number}))?)"
    return {
        "remain": re.compile(rf"\b[Tt]he {many}(?: [a-z]+)? (?:(?:that|which|who) (?:still )?(?:remains?|survive|are left|will remain|stay open|were left)|still (?:missing|outstanding)|remaining|missing|outstanding)\b"),
        "share": re.compile(r" (?:of|out of) (?:the |its |their |his |her |all |(?:the |a )?(?:[\w’'-]+ ){0,2}[\w-]+(?:[’']s|s[’']) )?"),
        "margin": re.compile(r"\b(?:margin|majority|difference|gap|lead)(?: (?!of |was |is )[a-z]+){0,3} (?:was|is|of|came to|stood at|:) (?:just |only |exactly )?$"),
        "sides": re.compile(r"(?: (?:votes|yes|no|for|in favou?r|ballots))* ?(?:,? to|against|,? and|for and|,? with) (?:the )?", re.I),
        "until": re.compile(rf"\bfor (?:the next |all of |some )?{many} years,? (?:until|till|before) (?:[a-z’']+ ){{0,6}}?(?:in )?(?P<end>(?:1[89]|20)\d\d)(?![\d-])"),
        "year": re.compile(r"(?<![\d,.-])(?:1[89]|20)\d\d(?![\d-]|,\d)"),
    }


def afar(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations total (whole, part, part) and lapse (start, end, length) of a document's figures."""
    words = document.lowercase
    counted = [m for m in mentions if quantity(m).dimension in _COUNTS and not quantity(m).ranged and not quantity(m).hedge]
    if not REMAINS.isdisjoint(words):
        yield from _remains(document, counted)
        yield from _of_them(document, counted)
    if not MARGINS.isdisjoint(words):
        yield from _margins(document, counted, [m for m in mentions if quantity(m).dimension == "vote"])
    if "years" in words and not UNTILS.isdisjoint(words):
        yield from _untils(document)


def _remains(document: Document, counted: Sequence[Mention]) -> Iterator[Relation]:
    text = document.text
    found = list(_patterns()["remain"].finditer(text))
    shares = [(a, b) for a, b in zip(counted, counted[1:], strict=False) if 0 < quantity(a).low < quantity(b).low and _patterns()["share"].fullmatch(text, a.span.end, b.span.start)] if found else []
    for m in found:
        many, index = value_of(m["many"]), document.sentence_index(m.start())
        near = [(a, b) for a, b in shares if b.span.end < m.start() and document.zone_index(m.start()) - document.zone_index(b.span.start) <= _FAR * 4 and _speaks_of(document, b, index)]
        if not near or any(quantity(b).low - quantity(a).low == many for a, b in shares) or any(quantity(x).low == many for x in counted if x.span.end <= m.start()):
            continue
        part, whole = near[-1]
        rest = quantity(whole).low - quantity(part).low
        if 0 < rest != many and (abs(rest - many) <= _HANDFUL or _is_slip(rest, many)):
            span = Span(m.start("many"), m.end("many"))
            yield _total(document, whole, part, span, many)


def _of_them(document: Document, counted: Sequence[Mention]) -> Iterator[Relation]:
    """ "sold 1.9 million … 1.2 million of them … and the other model for the remaining 70,000": a nought too few or too many, or a digit off."""
    text = document.text
    for i, m in enumerate(counted):
        if i < 2 or not text.endswith(_THE_REST, 0, m.span.start):
            continue
        index, told = document.sentence_index(m.span.start), counted[max(0, i - _FEW):i]
        at = next((j for j in range(len(told) - 1, 0, -1) if text.startswith(_OF_THEM, told[j].span.end)), 0)
        if not at or index - document.sentence_index(told[at - 1].span.start) > 1 or quantity(told[at - 1]).low <= quantity(told[at]).low:
            continue
        rest, many = quantity(told[at - 1]).low - quantity(told[at]).low, quantity(m).low
        if rest in (many * 10, many * 100, many / 10, many / 100) or rest != many and rest == rest.to_integral_value() and many == many.to_integral_value() and rest > _LEAST_YEARS and _is_slip(rest, int(many)):
            yield _total(document, told[at - 1], told[at], m.span, many)


def _speaks_of(document: Document, whole: Mention, index: int) -> bool:
    """Is what is counted named within the sentences that lead to one?"""
    noun = quantity(whole).noun.split()[-1:] or [""]
    start = document.sentences[max(0, index - 2)].start
    return len(noun[0]) > 2 and noun[0].lower() in document.lower[start:document.sentences[index].end]


def _margins(document: Document, counted: Sequence[Mention], votes: Sequence[Mention]) -> Iterator[Relation]:
    text, patterns = document.text, _patterns()
    large = [m for m in counted if quantity(m).low >= _LEAST_MARGIN and quantity(m).step == 1]
    told = [m for m in large if patterns["margin"].search(text, max(0, m.span.start - _PAIR), m.span.start)]
    if not told:
        return
    pairs = [(_side(v, "low"), _side(v, "high")) for v in votes]
    pairs += [(a, b) for a, b in zip(large, large[1:], strict=False) if b.span.start - a.span.end <= _PAIR and patterns["sides"].fullmatch(text, a.span.end, b.span.start)]
    for m in told:
        value = printed(quantity(m))[0]
        sides = [(x, y) if quantity(x).low > quantity(y).low else (y, x) for x, y in pairs if m.span not in (x.span, y.span) and x.span.start < m.span.start]
        if any(quantity(x).low - quantity(y).low == value for x, y in sides) or any(x is not m and quantity(x).low == value for x in counted):
            continue
        near = [(x, y) for x, y in sides if _is_slip(quantity(x).low - quantity(y).low, value)]
        if len(near) == 1:
            yield _total(document, near[0][0], near[0][1], m.span, value)


def _side(vote: Mention, which: str) -> Mention:
    """One side of a vote as a count, where it stands."""
    value = quantity(vote).low if which == "low" else quantity(vote).high
    numbers = list(_NUMBER.finditer(vote.text))
    m = numbers[0 if which == "low" else -1]
    return Mention("quantity", Span(vote.span.start + m.start(), vote.span.start + m.end()), m[0], Quantity(value, value, "count"))


def _untils(document: Document) -> Iterator[Relation]:
    text, patterns = document.text, _patterns()
    for m in patterns["until"].finditer(text):
        many, end, sentence = value_of(m["many"]), int(m["end"]), document.sentence_at(m.start())
        index = document.sentence_index(m.start())
        before = max(document.sentences[index - 1].start if index else 0, document.zone_at(m.start()).span.start)
        years = list(patterns["year"].finditer(text, before, m.start()))
        if len({y[0] for y in years}) != 1 or many < _LEAST_YEARS or document.quotation_at(m.start()) is not None or patterns["year"].search(text, m.end(), sentence.end):
            continue
        start = years[0]
        real = end - int(start[0])
        if 0 < real != many and abs(real - many) > 1 and _is_slip(Decimal(real), Decimal(many)):
            length = Span(m.start("many"), m.end("many") + len(" years"))
            yield Relation("lapse", (("start", _year(document, start.span())), ("end", _year(document, m.span("end"))),
                                     ("length", Mention("quantity", length, text[length.start:length.end], Quantity(Decimal(many), Decimal(many), "duration", "year")))), {"way": "long", "gap": ""})


def _year(document: Document, place: tuple[int, int]) -> Mention:
    printed_year = document.text[place[0]:place[1]]
    return Mention("date", Span(*place), printed_year, Date(int(printed_year)))


def _total(document: Document, whole: Mention, part: Mention, span: Span, value: Decimal | int) -> Relation:
    rest = Mention("quantity", span, document.text[span.start:span.end], Quantity(Decimal(value), Decimal(value), "count"))
    return Relation("total", (("whole", whole), ("part", part), ("part", rest)), {"cue": "told", "likely": "yes", "odd": "rest"})


def _is_slip(one: Decimal, two: Decimal | int) -> bool:
    """Do the two, of two digits or more, differ as slips do?"""
    return min(one, two) > _DIGIT and is_slipped(str(int(one)), str(int(two)))
