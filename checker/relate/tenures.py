"""How long something went on and its two years, told anywhere in a sentence or the next: "joined in 1980 and retired in 2005 after 35 years"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document
from checker.structure.words import occurrences

_FARTHEST = 260  # characters from the first of the three to the last
_PROMISED = frozenset("term sentence contract deal plan lease loan mandate ban agreement mortgage degree program programme warranty guarantee probation suspension plans high low record".split())
_YEAR = re.compile(r"(?<![\d$£€#.,–/-])(?:1[5-9]|20)\d\d(?![\d%–/-]|,\d|\.\d|s\b|[’']s? |-)")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    began = ("completed|erected|unveiled|commissioned|began|begun|started|opened|broke out|erupted|took effect|took office|took over|founded|established|set up|set out|launched|created|formed|joined|hired|appointed|elected|sworn in|named|"
             "arrived|married|wed|jailed|imprisoned|arrested|captured|detained|convicted|introduced|enacted|imposed|built|moved|signed on|enrolled|entered|came to|came into|incorporated|inaugurated|"
             "kidnapped|abducted|seized|invaded|outbreak|inception|debut|beginning|start|from|since|between")
    ended = ("ended|finished|completed|torn down|razed|toppled|closed|concluded|expired|dissolved|shut|called off|lifted|disbanded|abolished|retired|retirement|left|quit|resigned|resignation|stepped down|freed|released|release|"
             "divorced|divorce|folded|collapsed|stopped|ceased|departed|departure|repealed|canceled|cancelled|withdrew|demolished|torn down|graduated|ousted|fired|dismissed|died|sold")
    return {
        "began": re.compile(rf"\b(?:{began})\b[^.;()\d]{{0,70}}$", re.I),
        "ended": re.compile(rf"\b(?:{ended})\b[^.;()\d]{{0,60}}$", re.I),
        "from": re.compile(r"\b(?:from|between) (?:[a-z]+ ){0,2}(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?)?$|\b(?:from|between) (?:its|his|her|their|the)(?: [a-z-]+){1,4} in $", re.I),
        "upto": re.compile(r",? (?:to|through|until|till|and)(?: [^.;:\d,]{1,40}? in)? (?:late |early |mid-?)?(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?)?$"),
        "lasting": re.compile(rf"\b(?:for|after|over|in|during|spent|served|lasted|lasting|took|taking|of|its|his|her|their|those|a|an|the|until|worked|ruled|reigned|ran) {HEDGE}"
                              r"(?:(?:first|whole|full|entire|long|total of|period of|span of|those|these|its|his|her|their|combined) ){0,2}$|^[\"“(]?$", re.I),
        "part": re.compile(r"\b(?:every|each|several|two|three|four|five|six|seven|of the|of his|of her|of its|at least|up to|within|past|last|previous|prior|coming|first|final|next|following|least|sentenced to|years to|another|only|"
                           r"age of|under|older than|more than a|every other|by)\b (?:\w+ )?$", re.I),
        "goes on": re.compile(r"(?:-[a-z]+)? (?:ago|old|earlier|from|since|into|to come|sentence|term|contract|deal|plan|in prison for|on probation|or|to \w+ years|before (?!(?:he|she|it|they) (?:was|were|retir|left|resign|clos|end|step|quit)))\b|-old"),
        "begins": re.compile(rf"(?:Over|During|In|For|Through|Throughout|Across|Within) (?:all )?(?:of )?(?P<det>those|these|that|this) {HEDGE}$"),
        "served": re.compile(rf"\b(?:for|after|spent|served|lasted|lasting|took|taking|worked|ruled|reigned|ran|its|his|her|their|those|an?) {HEDGE}(?:(?:first|whole|full|entire|long|total of|combined) )*$", re.I),
        "at once": re.compile(rf",? (?:(?:and,? )?(?:after|for)|(?:he|she|it|they|[A-Z][a-z]+) (?:had )?(?:spent|served|worked|waited|stayed|ruled|lived|lasted)(?: for)?) {HEDGE}(?:(?:its|his|her|their|a total of) )?"),
        "own": re.compile(r"\b(?:its|his|her|their|those|these) (?:(?:first|whole|full|entire|long|combined|or so|total of|about|nearly|more than|almost|over) ){0,2}$"),
        "clause": re.compile(r"\b(?:which|who|whose|that|and|but|while|average|another|before|after|as|where|when|mortgage|then|whom)\b|[;:()]"),
        "until": re.compile(r" (?:before|until|till) [^.;:()\d]{1,60} in (?:[A-Z][a-z]{2,8}\.? )?$"),
        "and for": re.compile(rf",? and (?:then |had )?(?:[a-z]+ed|ran|led|held|sat|kept|was|were|spent|taught|ran|hid|stood|stayed) (?:[^.,;:()\d]{{1,50}} )?for {HEDGE}"),
        "passed": re.compile(r" (?:passed|elapsed|went by|would pass|had passed|had elapsed|separated?|lay|lie) (?:between )?"),
        "it took": re.compile(rf"\b[Ii]t (?:took|had taken|would take) (?:[a-z]+ ){{0,4}}{HEDGE}$"),
        "in": re.compile(r"\b(?:in|until|till|since)(?: (?:early|late|mid|[A-Z][a-z]{2,8}\.?))?[ -]$"),
        "next": re.compile(rf"[;,.]? (?:and |but |then )?{HEDGE}"),
        "later": re.compile(r" later,? (?:in )?(?:early |late |mid-)?(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?"),
        "hyphen": re.compile(r"(?:\b(?:its|his|her|their|whose|[Dd]uring an?|[Ii]n an?)|[a-z\d],? ?[—–,-]{1,2} an?) (?:[a-z]+ )?$"),
        "in all": re.compile(rf"(?:In all|All told|Altogether|In total), (?:he|she|it|they) (?:had )?(?:spent|served|worked|lasted|ran|ruled|lived|stayed|reigned)(?: for| there)? {HEDGE}$"),
        "their": re.compile(r"^(?:The|Their|His|Her|Its|That) $"),
        "its end": re.compile(r"[^.;:,\d]{0,40} (?:ended|closed|finished|concluded|was over|came to an end)(?: [^.;:\d,]{1,30})? in (?:[A-Z][a-z]+ )?$"),
        "died": re.compile(r"born\b[^.;()]{0,60}?\b(?P<born>1[5-9]\d\d|20[012]\d)(?!\d)(?:(?!\b(?:who|whose|son|daughter|brother|sister|father|mother|wife|husband|widow)\b)[^.;()\d]){1,80}\bdied\b"
                           r"(?:(?!\b(?:who|whose|son|daughter|brother|sister|father|mother|wife|husband|widow)\b)[^;()\d]){1,60}?(?:[A-Z][a-z]+ (?:\d{1,2}, )?)?(?P<died>1[5-9]\d\d|20[012]\d)(?!\d),? "
                           r"(?:at (?:the )?(?:age (?:of )?)?|aged |when (?:he|she) was )(?P<age>\d\d\d?)(?=[\s,.;])(?! [a-z]+s\b)"),
    }


def tenures(document: Document, lengths: Sequence[Mention], fours: Sequence[Span], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations span (start, end, length, whole) of two years; `lengths` are in years or decades, `fours` the figures of four digits.

    The lengths of `known` relations are not told again.
    """
    text = document.text
    years = [place for place in fours if _YEAR.match(text, place.start)]
    if len(years) < 2:
        return
    told = {m.span.start for r in known for m in r.all("length")}
    for i, length in enumerate(lengths):
        if length.span.start not in told and not quantity(length).ranged:
            alone = not any(0 <= j < len(lengths) and document.sentence_index(lengths[j].span.start) == document.sentence_index(length.span.start) for j in (i - 1, i + 1))
            if alone and (found := _years_of(document, length, years)) is not None:
                yield spanning(document.text, *found, length)
    if "born" in document.lowercase and "died" in document.lowercase:
        yield from _lived(document)


def _years_of(document: Document, length: Mention, years: Sequence[Span]) -> tuple[Span, Span] | None:
    """The two years of which a length is told, where its sentence (or the one before it, for "those 37 years") has no others."""
    text, patterns = document.text, _patterns()
    start, end = length.span
    place = document.sentence_at(start)
    near = _of_sentence(years, place)
    until = len(near) == 2 and patterns["until"].fullmatch(text, end, near[1].start) is not None
    if len(near) > 2 or not near and not text.startswith(_BACK, place.start) or patterns["goes on"].match(text, end) and not until or not _PROMISED.isdisjoint(quantity(length).noun.split()):
        return None
    before = text[max(place.start, start - 60):start]
    if len(near) == 2:
        if text.startswith((" later", " passed", " elapsed", " went by", " separated"), end) or "t took" in before or "t had taken" in before:
            return _told_at_once(text, place, near, length)
        if "-" in length.text and not patterns["hyphen"].search(before):
            return None
        if not patterns["lasting"].search(before) or patterns["part"].search(before) or near[1].end - min(start, near[0].start) > _FARTHEST:
            return None
        return _bounds(text, place, near, length)
    i = document.sentence_index(start)
    if i == 0 or len(near) > 1:
        return None
    earlier = document.sentences[i - 1]
    if document.zone_index(earlier.start) != document.zone_index(start):
        return None
    two = _of_sentence(years, Span(earlier.start, earlier.end))
    if not near and len(two) == 2 and (patterns["begins"].fullmatch(before.lstrip()) or patterns["in all"].fullmatch(before.lstrip())):
        return _bounds(text, Span(earlier.start, earlier.end), two, None)
    if len(near) == len(two) == 1 and near[0].start > end and patterns["it took"].fullmatch(before.lstrip()) and text[two[0].start:two[0].end] < text[near[0].start:near[0].end] \
            and all(patterns["in"].search(text, y.start - 20, y.start) for y in (*two, *near)):
        return two[0], near[0]
    if len(near) == len(two) == 1 and near[0].start > end and patterns["their"].fullmatch(before.lstrip()) and patterns["its end"].fullmatch(text, end, near[0].start) \
            and patterns["began"].search(text, max(earlier.start, two[0].start - 80), two[0].start):
        return (two[0], near[0]) if text[two[0].start:two[0].end] < text[near[0].start:near[0].end] else None
    return None


def _told_at_once(text: str, place: Span, years: Sequence[Span], length: Mention) -> tuple[Span, Span] | None:
    """ "in 1992; nine years later, in 2006,"; "ten years passed between …, in 1978, and …, in 1994"; "after …, in 2017, it took four years … in 2019"."""
    (a, b), patterns, (start, end) = years, _patterns(), length.span
    if not text[a.start:a.end] < text[b.start:b.end] or _ELSEWHEN.search(text, place.start, place.end) or _DECADES.search(text, place.start, place.end):
        return None
    if text.startswith(" later", end) and start >= b.end:
        return (a, b) if patterns["next"].fullmatch(text, b.end, start) and text.startswith((".", ",", ";", ")"), end + len(" later")) else None
    if text.startswith(" later", end):
        return (a, b) if a.end <= start and patterns["next"].fullmatch(text, a.end, start) and patterns["later"].fullmatch(text, end, b.start) else None
    if patterns["it took"].search(text, max(place.start, start - 60), start) and patterns["from"].search(text, max(place.start, a.start - 60), a.start) and patterns["upto"].fullmatch(text, a.end, b.start):
        return a, b
    if not all(patterns["in"].search(text, max(place.start, y.start - 20), y.start) for y in years):
        return None
    if patterns["it took"].search(text, max(place.start, start - 60), start):
        return a, b
    return (a, b) if end < a.start and (m := patterns["passed"].match(text, end)) and "between" in m[0] else None


def _of_sentence(years: Sequence[Span], place: Span) -> list[Span]:
    i = bisect_left(years, Span(place.start, place.start))
    found = []
    while i < len(years) and years[i].start < place.end:
        found.append(years[i])
        i += 1
    return found


_APART, FAR_APART = Decimal("2.25"), Decimal(4)  # times that a length may differ; one that differs more is of a part, or of something else
_BACK = ("Over ", "During ", "In ", "For ", "Through", "Across ", "Within ", "All told", "Altogether")  # how a sentence begins that tells of the years of the one before it
_INITIALS = re.compile(r" \([A-Z.&]{2,8}\)|^ as ")
_DECADES = re.compile(r"\b(?:1[5-9]|20)\d0s\b|\bcentur")
_ELSEWHEN = re.compile(r"\b(?:ago|now|today|currently|still|this year|last year|will|would|by the time)\b")


def _bounds(text: str, place: Span, years: Sequence[Span], length: Mention | None) -> tuple[Span, Span] | None:
    """The two years where the sentence tells that something went on from the first to the second."""
    a, b = years
    if not text[a.start:a.end] < text[b.start:b.end] or _DECADES.search(text, place.start, place.end) or _ELSEWHEN.search(text, place.start, place.end):
        return None
    patterns = _patterns()
    if patterns["from"].search(text, max(place.start, a.start - 60), a.start) and b.start - a.end < 70 and patterns["upto"].fullmatch(text, a.end, b.start):
        over = length is not None and text.endswith(" over ", 0, length.span.start)
        return (a, b) if length is None or _of_the_same(text, length, a, b) and (not over or _near(text, a, b, length, FAR_APART)) and not _part(text, length, a, b) else None
    if length is None or ";" in text[a.end:b.start] and length.span.start < a.start:
        return None
    if a.end <= length.span.start and length.span.end <= b.start and patterns["and for"].fullmatch(text, a.end, length.span.start) and patterns["until"].fullmatch(text, length.span.end, b.start) \
            and patterns["in"].search(text, max(place.start, a.start - 20), a.start):
        return a, b  # "took power in 1976 and ruled for 32 years before he was forced out in 1998"
    begins = patterns["began"].search(text, max(place.start, a.start - 90), a.start)
    if begins is None or not patterns["ended"].search(text, a.end, b.start) or not patterns["served"].search(text, max(place.start, length.span.start - 40), length.span.start):
        return None
    if a.end < length.span.start < b.start and not patterns["at once"].fullmatch(text, a.end, length.span.start):
        return None
    return (a, b) if _near(text, a, b, length, _APART) else None


def _near(text: str, a: Span, b: Span, length: Mention, most: Decimal) -> bool:
    return near(Decimal(text[b.start:b.end]) - Decimal(text[a.start:a.end]), quantity(length), most)


def near(real: Decimal, length: Quantity, most: Decimal) -> bool:
    """Is neither the years' distance nor the length more than so many times the other, so that the length may be a slip of these years?"""
    told = length.low * (10 if length.unit == "decade" else 1)
    return told <= real * most and real <= told * most


def _of_the_same(text: str, length: Mention, a: Span, b: Span) -> bool:
    """Is the length said of what went on from the one year to the other: "its 15 years", or with no other clause between?"""
    patterns = _patterns()
    if patterns["own"].search(text, max(0, length.span.start - 30), length.span.start):
        return True
    between = text[length.span.end:a.start] if length.span < a else text[b.end:length.span.start]
    return patterns["clause"].search(_INITIALS.sub("", between)) is None


def _part(text: str, length: Mention, a: Span, b: Span) -> bool:
    """May the length be that of a part of the years: shorter, and told behind them with a verb of its own ("From 1971 to 1983 he served two years in the navy")?"""
    if length.span.start < b.end or _patterns()["own"].search(text, max(0, length.span.start - 30), length.span.start):
        return False
    return quantity(length).low * (10 if quantity(length).unit == "decade" else 1) < Decimal(text[b.start:b.end]) - Decimal(text[a.start:a.end])


def spanning(text: str, start: Span, end: Span, length: Mention) -> Relation:
    """The relation span (start, end, whole, length) of two years of four digits and the length told for them."""
    one, two = (Mention("quantity", s, text[s.start:s.end], Quantity(Decimal(text[s.start:s.end]), Decimal(text[s.start:s.end]), "number")) for s in (start, end))
    whole = Span(start.start, end.end)
    return Relation("span", (("start", one), ("end", two), ("whole", Mention("quantity", whole, text[whole.start:whole.end], two.value)), ("length", length)))


def _lived(document: Document) -> Iterator[Relation]:
    """ "was born in 1932 and died in 1990 at the age of 68"."""
    text = document.text
    for at in occurrences(text, "born"):
        m = _patterns()["died"].match(text, at)
        if m is not None and document.sentence_index(m.start()) == document.sentence_index(m.start("died")):
            years = Decimal(m["age"])
            age = Mention("quantity", Span(*m.span("age")), m["age"], Quantity(years, years, "duration", "year"))
            yield spanning(text, Span(*m.span("born")), Span(*m.span("died")), age)
