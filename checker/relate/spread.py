"""A whole and what it comes to in a shorter time, or for each, where no length is counted: "$6 million over a decade, an average of …", "9,600 calls in its first year, some 800 a month", "It spent $4 million on 20 boats. That is $200,000 a boat"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document

# how many of the second make one of the first: calendar and working time
LENGTHS = {("decade", "year"): (10, 10), ("year", "month"): (12, 12), ("year", "week"): (50, 53), ("year", "day"): (220, 366), ("month", "week"): (4, 5), ("month", "day"): (20, 31),
           ("week", "day"): (5, 7), ("day", "hour"): (8, 24), ("year", "hour"): (1600, 8784), ("quarter", "month"): (3, 3), ("quarter", "week"): (12, 14), ("quarter", "day"): (60, 92), ("week", "hour"): (35, 168), ("hour", "minute"): (60, 60), ("minute", "second"): (60, 60)}
_TURNED = frozenset((unit, longer) for longer, unit in LENGTHS)
_UNITS = frozenset(unit for _, unit in LENGTHS)
_RATED = frozenset({"money", "count", "number"})
_COUNTS = frozenset({"count", "number"})
_NEARLY = 120  # times that the two may lie apart and still be told of one thing: a slip of two noughts
_MORE_THAN = ", more than "  # a hedge of the rate, which begins behind it
_SOON = 110  # characters from the whole to what it comes to
_STEM = 4


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    set_off = r"(?:(?:,|\s?[—–]|\s?--|\s?\()\s?(?:or|that is|which (?:is|works out at|comes to|works out to)|an average of|averaging|for an average of|at a rate of|a rate of|nearly|almost|about|some|roughly|around|approximately|more than|over|just over|just under|less than) |\s?(?:—|–|--|\()\s?| or )"
    return {
        "in a": re.compile(rf"[^.;:()“”\"\d]{{0,80}}?\b(?:in|over|during|within|across|for|throughout|a|per|each|every)(?: (?:the|an?|its|their|his|her|that|this|one))?(?: [\w-]+(?:[’']s|s[’']))?(?: (?:first|last|past|next|coming|full|single|entire|whole|calendar|fiscal|previous|opening|final|same))?"
                           rf"[ -](decade|year|quarter|month|week)(?: alone| period)?{set_off}{HEDGE}$"),
        "in 2013": re.compile(rf"[^.;:()“”\"\d]{{0,60}}? (?:in|during|throughout) ((?:19|20)\d\d)(?: alone)?{set_off}{HEDGE}$"),
        "in June": re.compile(rf"[^.;:()“”\"\d]{{0,60}}? (?:in|during|throughout) (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: alone)?{set_off}{HEDGE}$"),
        # a rate told by the longer time, its noun behind it: "a $3 a year extra fee, about 25 cents a month"
        "noun": re.compile(rf" (?:an?|per) (decade|year|quarter|month|week)(?: (?!and |but |or |for |in |to |plus )[a-z-]+){{1,3}}{set_off}{HEDGE}$"),
        "set off": re.compile(rf"(?: (?!and |but |while )[a-z-]+){{0,2}}{set_off}{HEDGE}$"),
        # "Last year, they seized 2,000 guns — some five a day"
        "first told": re.compile(r"(?:Last|This|In the (?:past|last)|Over the (?:past|last)|In (?=(?:19|20)\d\d)) ?(decade|year|quarter|month|week|(?:19|20)\d\d),? (?!and |or |but )"),
        "last": re.compile(rf"[^.;:()“”\"\d]{{0,60}}? (?:last|this|that) (decade|year|quarter|month|week){set_off}{HEDGE}$"),
        "longer": re.compile(rf"(?: [a-z-]+){{0,3}}(?: an?|/| per| each| every) ?(second|minute|hour|day|week|month|quarter)(?:,|\s?[—–]| --|\s?\()? ?(?:or |that is |which (?:is|comes to) |making |adding up to |amounting to ){HEDGE}$"),
        # set off by a mark alone, which a list of fares is too: one of the two must be loose, or stand behind a dash or in brackets
        "apposed": re.compile(rf"(?: [a-z-]+){{0,3}}(?: an?|/| per| each| every) ?(?:hour|day|week|month|quarter)(?: (?!and |but |or |plus |in |to )[a-z’'-]+){{0,6}}(?P<mark>,| [—–]| --|—| \() ?(?:or )?{HEDGE}$"),
        "adds up": re.compile(rf"(?:That|This|It|Which|At that (?:rate|pace),? (?:that|it))(?:(?:[’']s| would| will| could| might| may| can| now| then| also)*(?: is| was| be| means?| meant| equals?| makes?| totals?| "
                              rf"(?:add|com|amount|work|translat|equat)(?:e?s|ed|e)?(?: (?:up|out))?(?: in)?(?: to| at)?| came to)|[’']s) (?:a total of |an estimated |an average of )?{HEDGE}"),
        "in the year": re.compile(r"(?: (?!and |but |or |from )[a-z-]+){0,4} (?:(?:in|for|over|during|across|throughout|through|by the end of) (?:the )?(?:(?:19|20)\d\d(?! and| to|[-–])|(?:a|one|the|that|this|next|last|its first|full|whole|first|coming|calendar|fiscal)(?: (?:full|whole|entire|calendar|fiscal|single))? (?P<unit>year|month|week|decade))|(?:an?|per|each|every) (?P<each>year|month|week|decade)|(?P<word>annually|yearly|monthly|weekly)|"
                                  r"(?:next|last|this) (?P<when>year|month|week))(?![\w-])"),
        "yearly": re.compile(rf"(?: [a-z-]+){{0,3}} (annually|yearly|monthly|weekly){set_off}{HEDGE}$"),
        "that is": re.compile(rf"(?:That|This|It|Which)(?:[’']s| is| was| works out (?:to|at)| worked out (?:to|at)| comes (?:out )?to| came (?:out )?to| amounts to| amounted to| averages out (?:to|at)| equals| makes| would be) (?:an average of |a cost of |a price of )?{HEDGE}"),
        "each": re.compile(r"(?: (?P<all>each|apiece|a piece|a head|per head|per person|per capita)(?![a-z])| for (?:each|every)(?: of (?:the|those|these))? (?P<for>[a-z]+)|(?: an?|/| per) (?P<unit>[a-z]+))"),
        "partly": re.compile(r"\b(?:up to|at most|as much as|instead|from|compared|than|up|down|rising|another|further|more than the|less than)\b"),
    }


_MONTH = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b")
_PER = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week"}


def spread(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of neighbouring figures of a sentence, the length told without a number."""
    if any(r.kind == "rate" for r in known):
        return
    text, patterns = document.text, _patterns()
    for whole, rate in zip(figures, figures[1:], strict=False):
        q = quantity(rate)
        if (quantity(whole).per, q.per) in _TURNED and (patterns["longer"].fullmatch(text, whole.span.end, rate.span.start) or _apposed(text, whole, rate)):  # "5,000 a day, or 180,000 a year"
            if _one_kind(quantity(whole), q) and (told := _related(q, q.per, rate.span, text, quantity(whole))) is not None:
                yield Relation("rate", (("whole", rate), ("length", told), ("rate", whole)))
            continue
        if q.per not in _UNITS or q.dimension not in _RATED or rate.span.start - whole.span.end > _SOON or not _one_kind(quantity(whole), q):
            continue
        found = patterns["in a"].fullmatch(text, whole.span.end, rate.span.start) or patterns["last"].fullmatch(text, whole.span.end, rate.span.start) or patterns["yearly"].fullmatch(text, whole.span.end, rate.span.start) or patterns["in 2013"].fullmatch(text, whole.span.end, rate.span.start) \
            or quantity(whole).per and patterns["noun"].fullmatch(text, whole.span.end, rate.span.start) or None
        if found is None and q.per in ("day", "week") and patterns["in June"].fullmatch(text, whole.span.end, rate.span.start):
            found = _MONTH.search(text, whole.span.end, rate.span.start)
        if found is None and patterns["set off"].fullmatch(text, whole.span.end, rate.span.start):
            found = patterns["first told"].match(text, document.sentence_at(whole.span.start).start, whole.span.start)
        if found is None or patterns["partly"].search(text, whole.span.end, rate.span.start - len(_MORE_THAN) * text.endswith(_MORE_THAN, 0, rate.span.start)):
            continue
        if (told := _related(quantity(whole), "year" if found[1].isdigit() else "month" if found[1].istitle() else _PER.get(found[1], found[1]), Span(*found.span(1)), text, q)) is not None:
            yield Relation("rate", (("whole", whole), ("length", told), ("rate", rate)))


def _apposed(text: str, short: Mention, long: Mention) -> bool:
    """Does a mark alone set the longer time's figure off, and nothing make them items of a list?"""
    found = _patterns()["apposed"].fullmatch(text, short.span.end, long.span.start)
    return found is not None and (found["mark"] != "," or bool(quantity(long).hedge)) and kind_of(quantity(long)) not in ("most", "least", "under")


def added_up(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """ "It paints 40 hulls a month. That makes 300 a year": a rate, the only one of its kind in its sentence, and what the next sentence makes of it."""
    text, patterns, last = document.text, _patterns(), len(document.sentences) - 1
    for i, rate in enumerate(mentions):
        q = quantity(rate)
        index = document.sentence_index(rate.span.start) if q.per in _UNITS and q.dimension in _RATED else last
        if index >= last or text[(start := document.sentences[index + 1].start):start + 2] not in _POINTERS or document.zone_index(start) != document.zone_index(rate.span.start):
            continue
        j = first_from(mentions, start)
        whole = next(iter(mentions[j:j + 1]), None)
        if whole is None or not patterns["adds up"].fullmatch(text, start, whole.span.start) or not _one_kind(quantity(whole), q):
            continue
        first = first_from(mentions, document.sentences[index].start)
        scope = patterns["in the year"].match(text, whole.span.end)
        if scope is None or any(m is not rate and quantity(m).dimension in _RATED and alike(quantity(m)._replace(per=""), q._replace(per="")) for m in mentions[first:j]) or j <= i:
            continue
        longer = quantity(whole).per or scope["unit"] or scope["each"] or _PER.get(scope["word"]) or scope["when"] or "year"
        if (told := _related(quantity(whole), longer, Span(whole.span.end + 1, scope.end()), text, q)) is not None:
            yield Relation("rate", (("whole", whole), ("length", told), ("rate", rate)))


_POINTERS = frozenset({"Th", "It", "Wh", "At"})


def _one_kind(whole: Quantity, rate: Quantity) -> bool:
    return alike(whole._replace(per=""), rate._replace(per="")) and not whole.ranged and not rate.ranged and whole.low > 0 and rate.low > 0


def _related(whole: Quantity, longer: str, place: Span, text: str, rate: Quantity) -> Mention | None:
    """The longer time as so many of the rate's, where the two may be told of one thing."""
    many = LENGTHS.get((longer, rate.per))
    if many is None or whole.per and whole.per != longer:
        return None
    low, high = map(Decimal, many)
    if not rate.low / _NEARLY <= whole.low / high <= rate.low * _NEARLY:
        return None
    return Mention("quantity", place, text[place.start:place.end], Quantity(low, high, "duration", rate.per))


def each_of(document: Document, mentions: Sequence[Mention], rate: Mention, sentence: Span) -> Iterator[Relation]:
    """ "It spent $4 million on 20 boats. That is $200,000 a boat": the sum, how many there are, and the `rate` of each that its sentence begins with."""
    text, patterns = document.text, _patterns()
    if not patterns["that is"].fullmatch(text, sentence.start, rate.span.start) or (each := patterns["each"].match(text, rate.span.end)) is None:
        return
    index = document.sentence_index(sentence.start)
    if not index or document.zone_index(document.sentences[index - 1].start) != document.zone_index(sentence.start):
        return
    start = document.sentences[index - 1].start
    before = [m for m in mentions[first_from(mentions, start):first_from(mentions, sentence.start)] if m.kind == "quantity"]
    sums = [m for m in before if quantity(m).dimension == "money"]
    counts = [m for m in before if quantity(m).dimension in _COUNTS]
    if len(sums) != 1 or len(counts) != 1 or quantity(sums[0]).unit != quantity(rate).unit or quantity(counts[0]).low < 2 or any(quantity(m).ranged or quantity(m).per for m in (*sums, *counts)):
        return
    if not each["all"] and not _of_them(document, each["for"] or each["unit"], counts[0], start, sentence.start):
        return
    expected, told = quantity(sums[0]).low / quantity(counts[0]).low, quantity(rate).low
    if told and told / _NEARLY <= expected <= told * _NEARLY:
        yield Relation("rate", (("whole", sums[0]), ("length", counts[0]), ("rate", rate)))


def _of_them(document: Document, word: str, counted: Mention, start: int, end: int) -> bool:
    """Is the word for what was counted, or for who did what the sentence before says ("five people enrolled … per enrollee")?"""
    q = quantity(counted)
    if word == q.unit or word in ("person", "head") and q.unit in ("person", "man", "woman", "child"):
        return True
    return q.unit == "person" and any(w[:_STEM] == word[:_STEM] for w in document.plain[counted.span.end:end].split()[:3] if len(w) > _STEM)
