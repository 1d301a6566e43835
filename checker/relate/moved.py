"""How far and which way a figure went, told anywhere in the sentence: "rising 48 percent, from an average of 337,000 to 566,000", "tripled to $45 from $30"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, PARTS
from checker.data.ways import FALLING, RISING
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.changes import MOVE
from checker.relate.fractions import in_percent
from checker.relate.gaps import HEDGE, WAS, quantity
from checker.relate.ratios import alike, multiple_of, of_earlier, ranked
from checker.structure.document import Document
from checker.structure.words import alternatives

_SOURCES = (" from ", " against ", "compared", "versus", " vs", " over ")
_FARTHEST = 130  # characters from the one figure to the other
_NEAR = 90  # characters before a figure in which its cue stands
_RATES = frozenset({"percent", "points"})
_NEVER = frozenset({"vote", "score", "temperature", "ordinal", "age", "points"})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rise, fall = (alternatives(words) for words in (RISING | _RISES, (FALLING | _FALLS) - _OF_PACE))
    of = rf"(?:(?:an?|the|its|their) )?(?:(?:[\w’-]+ ){{0,4}}(?:average|mean|median|total|low|high|peak|record|level|rate|price|figure|population|base) of {HEDGE})?"
    parts = alternatives(frozenset(p for p in PARTS if not p.startswith("hal")))
    return {
        "from": re.compile(rf"\b(?:(?P<from>from|than|over|(?:per ?cent|pct|{MOVE}) (?:on|above|below))|against|compared (?:with|to)|versus|vs\.?) {HEDGE}{WAS}$"),
        "earlier": re.compile(r"\b(?:19|20)\d\d\b|\b(?:previous|prior|revised|earlier|last)\b|[’']s "),
        "to": re.compile(rf"\b(?:to|at|now|today|currently) {HEDGE}{of}$"),
        "or": re.compile(r",? (?:or|and) (?:about |nearly |almost |just |roughly )?$"),
        "worth": re.compile(rf"(?:, or|\bor|[—–(-]|,|a change of) {HEDGE}$"),
        "closed": re.compile(r"[.,)]|\s?[—–]| --"),
        "will": re.compile(r"\b(?:to|will|would|could|can|may|might|should|must|and)(?: (?:also|soon|then|thus|even|again|more than|nearly|almost|roughly|[a-z]+ly))? (double|triple|treble|quadruple|halve)(?![\w-])"),
        "by": re.compile(rf"\b(?:{rise}|{fall}|up|down|{'|'.join(_CHANGED)})(?: [a-z]+ly)?(?:,? (?:by|of|in value by))? {HEDGE}$|"
                         rf"\b(?:(?:higher|lower) by|lost|loses|losing|an? (?:[a-z]+ )?{MOVE} of) {HEDGE}$|"
                         rf"\b(?:{rise}|{fall}|up|down)\b[^.;:()\d]{{1,50}} by {HEDGE}$"),
        "move": re.compile(rf"[ -](?:per ?cent |percentage )?(?:points? )?(?:[a-z]+ )?{MOVE}(?![\w-])"),
        "more": re.compile(r" (?:more|less|fewer|higher|lower|greater|larger|smaller)(?![\w-])"),
        "part": re.compile(rf"(?:\bby|\b(?:lost|lose|loses|losing|shed|sheds|shedding)) (?:(?P<hedge>{'|'.join(_HEDGES)}) )?(?:(?P<half>half)|(?P<one>an?|{'|'.join(ONES)})[- ](?P<part>{parts}))(?![\w-])"),
        "part moved": re.compile(rf"(?:\b(?:{rise}|{fall}|up|down)(?: [a-z]+ly)?|\b{MOVE} of|\b(?:{fall}|cut)(?: (?!(?:from|to|by|and|but) )[a-z’-]+){{0,4}} in(?= half)),? (?:(?P<hedge>{'|'.join(_HEDGES)}) )?"
                                 rf"(?:(?:an? )?(?P<half>half)|(?P<one>an?|{'|'.join(ONES)})[- ](?P<part>{parts}))(?=,?(?: (?:from|to|in|over|since|this|last|during|compared|against|between|within|on) |[.;)—–]| --| [—–])|,)"),
        "part move": re.compile(rf"\b(?:(?P<hedge>{'|'.join(_HEDGES)}) )?(?:an? )?(?:(?P<half>(?!))|(?P<one>{'|'.join(ONES)})-(?P<part>{parts})) {MOVE}(?![\w-])"),
        "moving": re.compile(rf"\b(?:{rise}|{fall}|up|down)(?![\w-])"),
        "way": re.compile(rf"\b(?:(?:to|will|would|can|could|may|might|should|must) (?:(?P<will>{alternatives(_RAISE)})|{alternatives(_LOWER)})|(?P<up>{alternatives(_WENT_UP)}|(?:is|was|are|were|went|gone|go) up)|(?:is|was|are|were|went|gone|go) down|{alternatives(_WENT_DOWN)})(?![\w-])"),
        "noun": re.compile(rf"(?:(?<=[,(—–] )|(?<=[(—–])|(?<=-- ))an? (?:[a-z]+ )?(?:(?P<up>increase|rise|jump|gain|surge)|decrease|drop|fall|decline|reduction) (?:from|over) {HEDGE}{of}$"),
        "word": re.compile(r"(?<= )[“\"][^“”\"\n]{1,25}[”\"](?= )"),  # quoted on its own, which is no other voice
        "breaks": re.compile(rf"[;:\n“”\"]|\b(?:while|whereas|but|and(?! (?:19|20)\d\d)|(?<!compared )with|as(?! the (?:[a-z]+ )?(?:year|month|week|season|decade|day|century|summer|winter|spring|autumn|quarter|war|campaign) (?:began|opened|started|ended|closed))|when|where|which|who|whose|that|including|after|before|because|although|though|for every|each|if|not|behind|of which|raised|cut|lowered|reduced|boosted|trimmed|slashed)\b|(?<!vs)\. |, (?!(?:{alternatives(_ALONE)})\b)[a-z]+ing\b"),
    }


_ALONE = frozenset("rising falling climbing dropping going growing slipping sliding jumping surging soaring declining moving shrinking plunging tumbling increasing decreasing bringing taking".split())
_RISES = frozenset("increase growth hike boost spike leap rising raising swelling soaring boosted bump lifted hiked".split())
_FALLS = frozenset("reduction shrinking sinking tumbling cutting slashing trimming plummeting reducing lowering contraction shed".split())
_OF_PACE = frozenset({"eased", "eases", "slowed", "slows"})
_RAISE, _LOWER = frozenset("raise increase lift boost grow rise climb lengthen extend".split()), frozenset("lower cut reduce trim slash shrink fall drop decline shorten".split())
_WENT_UP = frozenset("rose risen rising grew grown growing climbed climbing increased increasing jumped jumping surged surging soared soaring raised raising lengthened extended".split())
_WENT_DOWN = frozenset("fell fallen falling dropped dropping declined declining decreased decreasing slid slipped dipped shrank shrunk sank plunged plunging tumbled tumbling slumped plummeted "
                       "lowered lowering reduced reducing trimmed slashed shortened cut".split())
_CHANGED = ("changed", "improved", "expanded", "widened", "narrowed")
_HEDGES = ("more than", "over", "at least", "nearly", "almost", "about", "roughly", "around", "some", "less than", "just over", "just under", "close to")
_ADJUSTED = re.compile(r"adjusted (?:for|to)|(?<!seasonally )adjusted|inflation|constant|currenc|organic|like-for-like|comparable[ -](?:sales|store)|average annual|annual average|"
                       r"year-on-year|year-over-year|real terms|per capita|compound|a year on average|respectively", re.I)
_EACH_YEAR = re.compile(r" (?:a year|annually|per year|each year|every year|a month|a week|a day|chance|more likely|of (?!an? |about|roughly|its |the |their ))")
_WILL = {"double": Decimal(2), "triple": Decimal(3), "treble": Decimal(3), "quadruple": Decimal(4), "halve": Decimal("0.5")}
_STEMS = tuple("ris rose increas grew grow climb jump gain surg soar rais fall fell drop declin decreas slid slip dip shr sank sink plung tumbl slump plumm cut lower reduc trim slash lost los shed up, "
               "doubl tripl trebl quadrup quintup halv fold chang improv expand widen narrow lengthen shorten exten hik boost spik leap lift swell balloon rebound acceler bump contract higher more less "
               "fewer greater larger smaller".split()) + (" up ", " down ")  # what every word of moving and comparing has in it
_DIRECT = 14  # characters of "increase" between "36 percent" and "from"
_THREE = 3  # the two and their change
_THOUSANDS = 1000
_BESIDE = 14  # characters between "$85 vs. $65"
_THAN = re.compile(r" (?:more|less|fewer|higher|lower|greater|larger|smaller) than\b")
_DETERMINERS = (" the ", " a ", " its ", " their ", " his ", " her ", " The ", " Its ")
_UP_FROM = re.compile(r"(?: [a-z]+){0,3},? (?:up|down|an? (?:[a-z]+ )?(?:increase|rise|jump|gain|surge|decrease|drop|fall|decline|reduction)) (?:from|over) [^.;:,()]{0,30}")
_FINITE = (" are ", " is ", " were ", " was ", " have ", " has ", " had ", " will ")
_FIT = 2  # times that the told change may be the real one where no word tells which figure was before


def moved(document: Document, figures: Sequence[Mention], sentence: str, known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations change, multiple and direction of a sentence that tells one figure before, one after and how far or which way it went.

    `sentence` is given in small letters; `known` are the relations found in it already, which are not told again.
    """
    text, place = document.lower, document.sentence_at(figures[0].span.start)  # many words are looked for, which is ten times quicker with one case
    sources = any(map(sentence.__contains__, _SOURCES))
    if not sources and len(figures) < _THREE or not any(map(sentence.__contains__, _STEMS)):
        return
    by = _amount(text, figures, sentence, place)
    if by is None and not sources:
        return
    pair = pair_of(text, figures, by)
    if pair is None:
        return
    then, now, ordered = pair
    told = {("direction" if r.kind == "order" else r.kind, m.span.start) for r in known for m in (*r.all("by"), *r.all("now"), *r.all("pair"))}
    stretch = Span(min(then.span.start, now.span.start), max(then.span.end, now.span.end))
    if by is not None:
        if ("change", by.span.start) not in told and not _broken(text, Span(min(by.span.start, stretch.start), max(by.span.end, stretch.end))) \
                and not _EACH_YEAR.match(text, by.span.end) and not _ADJUSTED.search(text, place.start, place.end):
            if by.span.end < now.span.start and text.endswith(", ", 0, now.span.start) and text.startswith(_FINITE, now.span.end):
                return  # "has grown by two-thirds, 14 homes are destroyed, up from three"
            if _THAN.match(text, by.span.end) and not 0 < min(m.span.start for m in pair[:2] if m.span.start > by.span.end or m is then) - by.span.end < _NEAR:
                return  # "50 were ill, 40 percent more than last year"
            found = (then, now) if ordered else _nearer(then, now, by)
            if found:
                yield Relation("change", (("from", found[0]), ("to", found[1]), ("by", by)))
    elif ordered and ("multiple", now.span.start) not in told and not _broken(text, stretch):
        yield from _multiple(text, then, now, stretch, place)
    if ordered and ("direction", now.span.start) not in told and not _broken(text, stretch):
        yield from _direction(text, then, now, stretch, place)


def pair_of(text: str, figures: Sequence[Mention], by: Mention | None) -> tuple[Mention, Mention, bool] | None:
    """The figure before, the figure after, and whether words tell which is which, where the sentence has no others of their kind."""
    patterns = _patterns()
    rates = by is not None and quantity(by).dimension == "points"
    both = [m for m in _apart(text, figures) if m is not by and quantity(m).dimension not in _NEVER and (not rates or quantity(m).dimension == "percent")
            and not (by and by.span.start <= m.span.start < by.span.end) and not patterns["or"].search(text, max(0, m.span.start - 20), m.span.start)]
    if by is not None and not rates and len(both) != 2:
        both = [m for m in both if quantity(m).dimension != "percent"]
    if len(both) != 2:
        both = [m for m in both if quantity(m).dimension != "duration" and quantity(m).low >= 1]
    if len(both) > 2:  # the two that words tell apart, where they are no more
        both = [m for m in both if any(_led(text, m, w) for w in ("from", "to"))]
    if len(both) != 2 or by is not None and quantity(both[0]).dimension == "duration" or not _kin(*map(quantity, both)):
        return None
    a, b = both
    if b.span.start - a.span.end > _FARTHEST:
        return None
    source, target = ([_led(text, m, w) for m in both] for w in ("from", "to"))
    if source[0] and source[1] or any(s is not None and not s["from"] and not of_earlier(text, m.span.end) and not patterns["earlier"].search(s[0]) and b.span.start - a.span.end > _BESIDE for s, m in zip(source, both, strict=True)):
        return None  # "5 percent, compared with 6 percent for women"
    if source[0]:
        return a, b, target[1] is not None
    return b, a, source[1] is not None and (target[0] is not None or by is not None and bool(source[1]["from"]) and source[1].start("from") - a.span.end > 0 and abs(source[1].start("from") - by.span.end) < _DIRECT or _UP_FROM.fullmatch(text, a.span.end, b.span.start) is not None)


_LED = {"from": ("rom ", "than ", "ver ", "gainst ", "ompared", "ersus ", "vs"), "to": (" to ", " at ", "ow ", "oday ", "urrently ")}  # what the words that lead to a figure have in them


def _led(text: str, m: Mention, way: str) -> re.Match[str] | None:
    """The preposition "from" or "to" (and what else says it) before a figure."""
    start = max(0, m.span.start - _NEAR)
    if not any(map(text[start:m.span.start].__contains__, _LED[way])):
        return None
    return _patterns()[way].search(text, start, m.span.start)


def _apart(text: str, figures: Sequence[Mention]) -> Iterator[Mention]:
    """The figures, "from … 337,000 to 566,000" as the two that it is, not as one that lies in between."""
    for m in figures:
        q, at = quantity(m), m.text.find(" to ")
        if q.ranged and at > 0 and q.dimension not in _NEVER and _patterns()["from"].search(text, max(0, m.span.start - _NEAR), m.span.start):
            for value, start, end in ((q.low, 0, at), (q.high, at + len(" to "), len(m.text))):
                span = Span(m.span.start + start, m.span.start + end)
                yield Mention("quantity", span, text[span.start:span.end], q._replace(low=value, high=value, ranged=False))
        else:
            yield m


def _kin(a: Quantity, b: Quantity) -> bool:
    """Can the one have become the other: one unit, exact figures?"""
    if {a.dimension, b.dimension} == {"money", "number"} and a.step >= _THOUSANDS and b.step >= _THOUSANDS:
        return not a.ranged and not b.ranged  # "640 million pounds, against 480 million"
    return alike(a, b) and a.low > 0 and b.low > 0 and (a.dimension == "percent") == (b.dimension == "percent")


def _nearer(a: Mention, b: Mention, by: Mention) -> tuple[Mention, Mention] | None:
    """The two in the order that the change fits best; None where it fits neither nearly, so that it may be of something else."""
    one, two, told = quantity(a).low, quantity(b).low, quantity(by).low
    if not told:
        return None
    if quantity(by).dimension == "points":
        return (a, b) if abs(one - two) <= told * _FIT and told <= abs(one - two) * _FIT else None
    real = [(abs(one - two) / x * 100, order) for x, order in ((one, (a, b)), (two, (b, a)))]
    change, order = min(real, key=lambda r: abs(r[0] - told))
    return order if change <= told * _FIT and told <= change * _FIT else None


def _amount(text: str, figures: Sequence[Mention], sentence: str, place: Span) -> Mention | None:
    """The only percentage, points or fraction of the sentence that a word of moving stands with."""
    patterns = _patterns()
    rates = sum(quantity(m).dimension in _RATES for m in figures)
    found = [m for m in figures if rates and (len(figures) >= _THREE or quantity(figures[-1]).ranged) and quantity(m).dimension in _RATES and not quantity(m).ranged
             and (patterns["by"].search(text, max(place.start, m.span.start - 70), m.span.start) or patterns["move"].match(text, m.span.end) or patterns["more"].match(text, m.span.end))]
    if not found and figures[-1].span.end - figures[0].span.start < 2 * _FARTHEST and quantity(last := figures[-1]).dimension in _RATES and sum(quantity(m).dimension in _RATES for m in figures) == 1 \
            and patterns["worth"].search(text, last.span.start - 30, last.span.start) and patterns["closed"].match(text, last.span.end) and patterns["moving"].search(text, place.start, figures[0].span.start):
        found = [last]
    if found:
        return found[0] if len(found) == 1 else None
    return _in_parts(text, sentence, place)


def _in_parts(text: str, sentence: str, place: Span) -> Mention | None:
    """The only fraction by which something moved: "fell by a third", "shot up a third from", "a two-thirds drop", "cut the fee in half"."""
    patterns = _patterns()
    if any(map(sentence.__contains__, _PART_CUES)):
        parts = list(patterns["part"].finditer(text, place.start, place.end))
        if len(parts) == 1 and (parts[0][0][:2].lower() != "by" or patterns["moving"].search(text, max(place.start, parts[0].start() - 60), parts[0].start())):
            return in_percent(parts[0])
    if any(map(sentence.__contains__, _PART_WORDS)):
        parts = [m for way in ("part moved", "part move") for m in patterns[way].finditer(text, place.start, place.end)]
        if len(parts) == 1:
            return in_percent(parts[0])
    return None


_PART_WORDS = (" half", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PART_CUES = (" by a", " by half", " by two", " by three", " by nearly", " by almost", " by about", " by more", "lost a", "lost half", "lost two", "lost more", "lost nearly", "lost almost")


def _broken(text: str, stretch: Span) -> bool:
    """Does another clause begin between the change and the two figures?"""
    if stretch.end - stretch.start > 2 * _FARTHEST:
        return True
    between = text[stretch.start:stretch.end]
    if "”" in between or '"' in between:
        between = _patterns()["word"].sub(" ", between)
    return _patterns()["breaks"].search(between) is not None


def _multiple(text: str, then: Mention, now: Mention, stretch: Span, place: Span) -> Iterator[Relation]:
    """ "tripled to $45 from $30"."""
    first = max(place.start, stretch.start - _FARTHEST)
    found = multiple_of(text, first, stretch.start)
    if found is None and (m := _patterns()["will"].search(text, first, stretch.start)):
        times = _WILL[m[1]]
        found = Mention("quantity", Span(*m.span(1)), m[1], Quantity(times, times, "number")), str(times), ""
    if found is not None and not _broken(text, Span(found[0].span.end, stretch.start)):
        yield Relation("multiple", (("then", then), ("now", now), ("told", found[0])), {"times": found[1], "hedge": found[2]})


def _direction(text: str, then: Mention, now: Mention, stretch: Span, place: Span) -> Iterator[Relation]:
    """ "cut the staff from 30 people to 45"; "340 deaths, an increase from 371"."""
    patterns = _patterns()
    if ranked(text, stretch):
        return
    if now.span < then.span and (m := patterns["noun"].search(text, now.span.end, then.span.start)):
        told = Span(m.start(), then.span.end)
    else:
        ways = list(patterns["way"].finditer(text, max(place.start, stretch.start - _FARTHEST), stretch.start))
        if len(ways) != 1 or text.startswith(_DETERMINERS, text.rfind(" ", 0, ways[0].start() - 1)) or _broken(text, Span(ways[0].end(), stretch.start)) or not patterns["from"].search(text, stretch.start - _NEAR, then.span.start):
            return
        m = ways[0]
        told = Span(*m.span())
    up = m.groupdict()["up"] or m.groupdict().get("will")
    yield Relation("direction", (("now", now), ("then", then), ("told", then._replace(span=told, text=text[told.start:told.end]))), {"way": "up" if up else "down"})
