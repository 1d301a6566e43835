"""A rate worked out of a whole told anywhere: "$24 million over eight years … That works out to about $3 million a year", in the same sentence, the next or some on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.spread import LENGTHS
from checker.structure.document import Document
from checker.structure.words import alternatives

_UNITS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_PERIODS = frozenset(unit for pair in LENGTHS for unit in pair)
_BEFORE = 70  # characters before a rate in which it is said to be worked out
_SPREAD = 160  # characters from a whole to its length
_FAR = 60  # sentences from a whole to what is worked out of it
_AWAY = 3  # times that the two may lie apart and still be told of one thing where other sentences stand between
_BESIDE = 12  # the same where nothing does
_MEASURES = frozenset({"area", "mass", "volume", "length"})
_SUMS = frozenset({"money", "count", "number"}) | _MEASURES
_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = frozenset("january february march april may june july august september october november december jan feb mar apr aug sept sep oct nov dec".split())


class _Whole(NamedTuple):
    """A figure and the time in which it is told to be made, in one clause; `sentence` is its number."""

    figure: Mention
    length: Mention
    sentence: int


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    time = r"(?:the (?:next |past |last |coming |following |first |same |course of )?|a period of |a |its |those |that )?"
    return {
        "each": re.compile(r"(?: (?:more|less|[a-z]+s))? (?:(?:an?|per|each|every) (?P<unit>year|month|week|day|hour)|(?P<word>annually|yearly|monthly|weekly|daily))(?![\w-])"),
        "over": re.compile(rf"\b(?:over|in|during|within|across|through|throughout|spread over|for) {time}{HEDGE}$"),
        "years": re.compile(r"\b(?:between ((?:19|20)\d\d) and|from ((?:19|20)\d\d) (?:to|through|until)) ((?:19|20)\d\d)(?![\w-])"),
        "months": re.compile(rf"(?:between ({'|'.join(_NAMES)}) and|from ({'|'.join(_NAMES)}) (?:to|through|until)) ({'|'.join(_NAMES)})(?![\w-]|,? \d| of )"),
        "decade": re.compile(r"\b(?:over|in|during|across|within) (?:a|the(?: next| coming| following| past| last)?|this) (decade)(?![\w-])"),
        # what a rate is worked out by: of a whole told anywhere
        "made": re.compile(rf"\b(?:work(?:s|ed|ing)? out (?:to|at|as)|(?:comes?|came|coming) (?:out )?(?:to|at)|amount(?:s|ed|ing)? to|runs? to|averages? (?:out )?(?:to|at)|averaged (?:out )?(?:to|at)|equal(?:s|led) |equates? to|translates? (?:in)?to|"
                           rf"translated (?:in)?to|br(?:eak|oke)s? down to|is the equivalent of|is equivalent to|was equivalent to) {HEDGE}(?:average of )?{HEDGE}$"),
        # who says so of a whole told in another sentence
        "sum": re.compile(r"\b(?:(?:that|this|it|which|they)(?: (?:would|will|could|may|might|now|then|also|all|still))* |(?:estimates?|costs?|bill|price|price tag|tab|total|sum|figure|savings?|deal|contract|reckoning|count|tally|spending|outlay|average|math|cuts?)\b[^.;:,\d]{0,25})$|\bevenly\b"),
        "plus": re.compile(r"(?: [a-z]+){0,3},? (?:plus|net of|before tax|after tax|before taxes|after taxes|excluding|not counting|on top of|to start|at first|initially|more than)(?![\w-])"),
        "made of itself": re.compile(rf"\b(?:work(?:s|ed|ing)? out (?:to|at|as)|averages? out (?:to|at)|averaged out (?:to|at)|equates? to|translates? (?:in)?to|br(?:eak|oke)s? down to) {HEDGE}(?:average of )?{HEDGE}$"),
        # of one told in the sentence before
        "that is": re.compile(rf"(?:(?:[Tt]hat|[Tt]his|[Ii]t)(?:[’']s| is| was| would be| will be| would mean| means| meant| makes| made)|(?:^|\n|[.”\"] )(?:Or|At|Averaging|On average, that is)) (?:like )?{HEDGE}(?:average of )?{HEDGE}$|\b(?:at|for) (?:an?|the) (?:rate|pace|average|clip) of {HEDGE}$"),
        # of one told in the same sentence
        "or": re.compile(rf"(?:\bor|\bwhich (?:is|would be|was|means)|\bmeaning|\b(?:an|for an|at an) average of|\baveraging|\b(?:at |for )?an? (?:pace|rate|clip) of|\bthat is|,|\(|\s[—–]|\s--|—) ?{HEDGE}$"),
        "another": re.compile(r"\d[\w,.$£€-]*(?: [a-z]+){0,2} (?:an?|per|each|every) (?:year|month|week|day|hour)\b|[$£€]\d"),
        "breaks": re.compile(r"[;:“”\n]|, (?:and|but|while|whereas|who|which) |\b(?:until|after|before|beyond|from now|ago|another|each|every|per|while|whereas|compared)\b"),
        "partly": re.compile(r"\b(?:up to|as much as|as many as|at least|another|an? (?:additional|extra|further)|rising|growing|increas\w+|instead|initial\w*|first|remaining|peak\w*|more than the|less than the|from|than) (?:\w+ )?$"),
    }


def worked(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations rate (whole, length, rate) of a document's figures, the whole and its length in one clause."""
    lower = document.lower
    rates = [(m, unit) for m in mentions if m.kind == "quantity" and quantity(m).dimension in _SUMS and (unit := _per(lower, m)) and not quantity(m).ranged
             and quantity(m).low > 0]
    wholes = sorted(_wholes(document, mentions), key=_sentence) if rates else []
    for rate, unit in rates if wholes else ():
        if (found := _whole_of(document, wholes, rate, unit)) is not None:
            whole, length = found
            yield Relation("rate", (("whole", whole), ("length", length), ("rate", rate)))


def _per(lower: str, m: Mention) -> str:
    """The unit of time that a figure is told by, "" for a figure that is none's rate."""
    if (per := quantity(m).per):
        return per if per in _PERIODS else ""
    behind = _patterns()["each"].match(lower, m.span.end)
    return "" if behind is None else behind["unit"] or _UNITS[behind["word"]]


def _wholes(document: Document, mentions: Sequence[Mention]) -> Iterator[_Whole]:
    """Sums and counts with the time that they are spread over, right before or behind it in their sentence."""
    text, lower, patterns = document.text, document.lower, _patterns()
    lengths = [m for m in mentions if m.kind == "quantity" and quantity(m).dimension == "duration" and not quantity(m).ranged and patterns["over"].search(lower, max(0, m.span.start - _BEFORE), m.span.start)]
    ten = Quantity(Decimal(10), Decimal(10), "duration", "year")
    lengths += [Mention("quantity", Span(*m.span(1)), text[m.start(1):m.end(1)], ten) for at in document.places("decade") if (m := patterns["decade"].search(lower, max(0, at - 30), at + len("decade")))]
    if "etween " in text or "rom " in text:
        lengths += _years(document)
        if not document.distinct.isdisjoint(_MONTHS):
            from checker.relate.between import between_dates
            lengths += [*between_dates(document), *_months(document)]
    for length in lengths:
        sentence = document.sentence_at(length.span.start)
        i = first_from(mentions, length.span.start)
        before = next((m for m in reversed(mentions[max(0, i - 4):i]) if m.span.start >= sentence.start and _is_sum(lower, m)), None)
        behind = next((m for m in mentions[i:i + 3] if m.span.start >= length.span.end and m.span.end <= sentence.end and _is_sum(lower, m)), None)
        gaps = [(x, Span(min(x.span.end, length.span.end), max(x.span.start, length.span.start))) for x in (before, behind) if x is not None]
        whole = next((x for x, gap in gaps if gap.end - gap.start <= _SPREAD and not patterns["breaks"].search(lower, *gap)), None)
        if whole is not None:
            yield _Whole(whole, length, document.sentence_index(whole.span.start))


def _years(document: Document) -> Iterator[Mention]:
    """The years between two that are told, with the first or without it: "between 2001 and 2010" are nine or ten."""
    text = document.text
    for m in filter(None, (_patterns()["years"].match(document.lower, at) for at in sorted(at for word in ("between", "from") for at in document.places(word)))):
        many = int(m[3]) - int(m[1] or m[2])
        if many > 0:
            yield Mention("quantity", Span(*m.span()), text[m.start():m.end()], Quantity(Decimal(many), Decimal(many + 1), "duration", "year"))


def _months(document: Document) -> Iterator[Mention]:
    """The months between two that are told without a day or year, with the first or without it: "between January and June" are five or six."""
    for m in filter(None, (_patterns()["months"].match(document.lower, at) for word in ("between", "from") for at in document.places(word))):
        many = (_NAMES.index(m[3]) - _NAMES.index(m[1] or m[2])) % 12
        if many > 1:
            yield Mention("quantity", Span(*m.span()), document.text[m.start():m.end()], Quantity(Decimal(many), Decimal(many + 1), "duration", "month"))


def _is_sum(lower: str, m: Mention) -> bool:
    """Is it one exact sum or count that is no rate itself?"""
    if m.kind != "quantity":
        return False
    q = quantity(m)
    return q.dimension in _SUMS and q.low > 0 and not q.ranged and not _per(lower, m) and q.unit != "year" and kind_of(q) not in ("most", "least", "under")


def _whole_of(document: Document, wholes: Sequence[_Whole], rate: Mention, unit: str) -> tuple[Mention, Mention] | None:
    """The whole that a rate is worked out of, and its length in the rate's unit."""
    lower, patterns, start = document.lower, _patterns(), rate.span.start
    sentence = document.sentence_at(start)
    index, first = document.sentence_index(start), max(sentence.start - 2, start - _BEFORE, 0)
    hedge = quantity(rate).hedge
    if patterns["partly"].search(lower, first, start - (len(hedge) + 1) * (hedge.endswith(" than") and lower.endswith(f"{hedge} ", 0, start))) or patterns["plus"].match(lower, rate.span.end):
        return None
    near = wholes[bisect_left(wholes, index - _FAR, key=_sentence):bisect_right(wholes, index + _FAR, key=_sentence)]
    kin = [(w, length) for w in near if _kin(quantity(w.figure), quantity(rate)) and (length := _in_units(w.length, unit)) is not None]
    own = [x for x in kin if x[0].sentence == index and max(x[0].figure.span.end, x[0].length.span.end) < start]
    if own:
        return _near(own[-1:], rate, _BESIDE) if _tied(lower, own[-1][0], first, start) else None
    before = [x for x in kin if x[0].sentence == index - 1]
    made = patterns["made"].search(lower, first, start)
    worked_out = made is not None and (patterns["made of itself"].search(lower, first, start) is not None or patterns["sum"].search(lower, sentence.start, made.start()) is not None)
    if _told_beside(lower, sentence, start):
        return None
    if (again := _LENGTH_AGAIN(lower, rate.span.end)) is not None and (same := [x for x in kin if x[0].sentence != index and _same_length(x[0].length, again[1], again[2])]):
        return _near(same, rate, _BESIDE)
    if before and (worked_out or patterns["that is"].search(document.text, max(0, first - 2), start)):
        return _near(before, rate, _BESIDE) if len(before) == 1 else None
    return _near(kin, rate, _AWAY) if worked_out else None


_LENGTH_AGAIN = re.compile(rf"(?: [a-z]+)?(?: (?:an?|per|each|every) [a-z]+| annually| yearly| monthly| weekly| daily)? (?:over|during|in|across) (?:the|those|these|that)(?: past| last| same)? ({alternatives(ONES)}|\d\d?)[ -](year|month|week|day)s?(?![\w-])").match


def _same_length(length: Mention, number: str, unit: str) -> bool:
    """Is the whole's time the one that is told again behind the rate: "an average of 24 boats a year over the 20 years"?"""
    q = quantity(length)
    return q.unit == unit and q.low == Decimal(ONES[number] if number in ONES else int(number))


def _told_beside(lower: str, sentence: Span, start: int) -> bool:
    """Does the sentence tell another rate or a sum before, of which it may be worked out?"""
    return _patterns()["another"].search(lower, sentence.start, start) is not None


def _tied(lower: str, whole: _Whole, first: int, start: int) -> bool:
    """Do words say that the rate is the whole in other terms, with no other clause between?"""
    end = max(whole.figure.span.end, whole.length.span.end)
    patterns = _patterns()
    between = lower[end:start]
    if "\n" in between or len(between) > _SPREAD // 2:
        return False
    told = patterns["made"].search(lower, max(first, end), start) or patterns["or"].search(lower, max(first, end), start)
    return told is not None and not patterns["breaks"].search(lower[end:told.start()].rstrip().removesuffix(", which") + " ")


def _kin(whole: Quantity, rate: Quantity) -> bool:
    """Can the one be so much of the other in each year?"""
    if whole.dimension == "money" or rate.dimension == "money" or "time" in (whole.unit, rate.unit) or whole.dimension in _MEASURES or rate.dimension in _MEASURES:
        return whole.dimension == rate.dimension and whole.unit == rate.unit
    return not rate.unit or not whole.unit or rate.unit == whole.unit


def _in_units(length: Mention, unit: str) -> Mention | None:
    """The length as so many of the rate's unit; None where it is no longer than one."""
    q = quantity(length)
    many = (1, 1) if q.unit == unit else LENGTHS.get((q.unit, unit))
    if many is None or q.low * many[1] <= 1 or q.low * many[1] < 2:
        return None
    return length._replace(value=q._replace(low=q.low * many[0], high=q.high * many[1], unit=unit, hedge=""))


def _near(found: Sequence[tuple[_Whole, Mention]], rate: Mention, times: int) -> tuple[Mention, Mention] | None:
    """The only one of the wholes that may be told of the rate's thing; None where there are several, or one of them fits."""
    told: dict[Decimal, tuple[Mention, Mention]] = {}
    for whole, length in found:
        low, high = (quantity(whole.figure).low / n / quantity(rate).low for n in (quantity(length).high, quantity(length).low))
        if low <= times and high * times >= 1:
            told.setdefault(quantity(whole.figure).high, (whole.figure, length))
    return next(iter(told.values())) if len(told) == 1 else None


def _sentence(whole: _Whole) -> int:
    return whole.sentence
