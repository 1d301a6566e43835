"""Who leads and by how much: two shares and the lead told with them, two figures whose order a verb or comparison tells, a majority that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Quantity, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike, told_once
from checker.structure.document import Document

_SHARES = frozenset({"percent", "number"})
_WORDS = ("lead", "led ", "ahead", "trail", "edg", "advantage", "margin", "beat", "defeat", "outr", "outs", "outn", "outp", "behind", " gap", " won ", "victory")
_COMPARED = (" than the ", "short of the ", "below the ", "shy of the ", "above the ", "exceeding the ", "surpassing the ", "under the ")
_TURNED = ("up from ", "down from ", "rise", "increase", "jump", "gain", "drop", "fall", "decline", "decrease")


class _Pair(NamedTuple):
    """Two figures of one kind side by side, in the order of the text; `first` and `last` are their places among the figures of the sentence."""

    first: int
    last: int
    one: Decimal
    two: Decimal
    span: Span


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lead = "lead|edge|advantage|margin|gap|deficit|victory"
    ahead = "leads?|led|leading|ahead of|beats?|beating|defeated|defeats|defeating|tops|topped|topping|edges(?: out)?|edged(?: out)?|edging(?: out)?|bests|bested"
    out = "out(?:rais|spen|number|poll|pac|sold|vot)[a-z]*"
    return {
        "to": re.compile(r",? ?(?:per ?cent |points )?(?:to|versus|vs\.?|-|–|—) ?(?:only |just |about )?(?:[A-Z][\w.’'-]+[’']s? )?"),
        "with": re.compile(r" for (?:[A-Z][\w.’'-]+ ?){1,3},? ?(?:and|to|compared (?:with|to)|versus|against) (?:only |just )?| (?:and|while|to|compared (?:with|to)) (?:[A-Z][\w.’'-]+ ){1,3}(?:with|at|had|has|got|received|won|drew) "),
        "lead by": re.compile(rf"\b(?:{ahead}|ahead|trails?|trailed|trailing|behind|up|down|won)\b[^.;:()\d]{{0,100}} by (?:about |just |only |an? |nearly |roughly )?$"),
        "grown": re.compile(rf"\b(?:{lead})\b(?:[^.;:()\d]|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z][a-z])\.){{0,40}} (?:of|to|at|is|was) (?:about |just |only |an? |nearly |roughly )?$"),
        "lead": re.compile(rf"[- ](?:percentage[- ])?(?:points? )?(?:{lead})\b|[- ](?:percentage[- ])?points? (?:{lead})\b"),
        "between": re.compile(r"(?:(?!\b(?:and|but|while|compared|from|up|down|after|before|had|was|were|last|previous|earlier)\b)[^.;()\d]){0,140}\(?"),
        "ahead": re.compile(rf"\b(?:(?P<up>(?!leads? to |leading (?:economic )?ind)(?!leading [a-z]+s )(?:{ahead}|{out}))|(?:trails?|trailed|trailing|lags?|lagging|lagged|is behind))\b(?:(?!\b(?:but|and|while|by|from|up|down|lost)\b)[^.;:()\d])"
                            r"{2,60}?,? (?:by )?(?:about |just |only )?$", re.I),
        "than": re.compile(r"(?: (?!and |but )[a-z’'-]+){0,4}(?: in (?:19|20)\d\d)?,? (?:(?:is|was|are|were|still|far|well|much|just|slightly|significantly|considerably) )*"
                           r"(?:(?P<up>more|higher|greater|larger) than|(?P<down>less|fewer|lower|smaller) than|(?P<short>short of|below|shy of|under)|"
                           r"(?P<above>above|exceeding|surpassing)) (?:the (?:same )?|last (?:year|month|week|quarter)[’']s )(?:[a-z]+ )?"),
        "from": re.compile(r"(?:(?<=[,(—–] )|(?<=[(—–])|(?<= is )|(?<=[we]re )|(?<= was )|(?<=went ))(?P<word>up|down) from " + HEDGE + r"$|\b(?P<noun>(?:increase|rise|jump|gain|drop|fall|decline|decrease)(?= (?:in|of|from)))(?:(?! (?:and|but|while|up|down|from) )[^.;:()\d]){0,60}? from " + HEDGE + "$"),
        "onto": re.compile(r"(?: (?!and |but |or |from )(?:[A-Za-z.]+|(?:19|20)\d\d)){0,5},? to " + HEDGE),
        "majority behind": re.compile(r"(?: of (?:[A-Za-z’'-]++ ?){1,6})?(?:,| —| –| --|—) ?(?:or |still )?(?P<told>(?:a|the) (?:clear |solid |slim |narrow |bare |large |vast |overwhelming )?majority)(?= ?[,.)—–])"),
        "majority": re.compile(r"(?P<no>\b(?:[Nn]o|not|[Ww]ithout|lack\w*|short of|than|needs?|for) (?:[a-z]+ )?)?\b(?:majority|majorities)\b(?: (?:of|in) (?:[\w’'-]+ ?){1,5}| [a-z]+)?(?: ?\(|,? ?[—–-]{1,2} ?|, (?:or )?)(?:about |just |some |only )?$"),
    }


def leads(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relations lead (by, shares) and order (told, pair) of two shares side by side; `sentence` is theirs, in small letters."""
    if any(map(sentence.__contains__, _WORDS)):
        found = False
        for pair in _pairs(text, figures):
            for relation in _led(text, figures, pair):
                found = True
                yield relation
            yield from _ordered(text, figures, pair)
        if not found:
            yield from _led_somewhere(text, figures, sentence)


def compared(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relations order (told, pair) of figures that are said to be more or less than each other, or to have come from each other."""
    if " the " in sentence and any(map(sentence.__contains__, _COMPARED)) or " than last " in sentence:
        yield from _compared(text, figures)
    if " from " in sentence and any(map(sentence.__contains__, _TURNED)):
        yield from _turned(text, figures)


def alone(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations most and order of figures that need no other: "a majority of farmers (46 percent)", "leads Reeve 42-48 percent"."""
    text, majority = document.text, "majority" in document.lowercase
    for m in mentions:
        q = m.value
        if not isinstance(q, Quantity) or q.dimension not in ("percent", "money"):
            continue
        if q.ranged:
            yield from _ordered(text, [m], _Pair(0, 0, q.low, q.high, m.span))
        elif majority and q.dimension == "percent" and q.high < _HALF and (behind := _patterns()["majority behind"].match(text, m.span.end)):
            yield Relation("most", (("told", _told(text, Span(*behind.span("told")), m)), ("share", m)))
        elif majority and q.dimension == "percent" and q.high < _HALF and text.startswith((")", ",", " —", " –", " --", "—", "."), m.span.end):
            found = _patterns()["majority"].search(text, max(0, m.span.start - 70), m.span.start)
            if found is not None and not found["no"]:
                at = text.index("majorit", found.start())
                yield Relation("most", (("told", _told(text, Span(at, at + len("majority")), m)), ("share", m)))


_HALF = Decimal("49.5")


def _pairs(text: str, figures: Sequence[Mention]) -> Iterator[_Pair]:
    """ "48 percent to 42 percent", "48-42", "Lowe with 48 percent and Reeve with 42 percent"."""
    for i, m in enumerate(figures):
        q = quantity(m)
        if q.dimension in ("score", "vote"):
            yield _Pair(i, i, q.low, q.high, m.span)
        elif i + 1 < len(figures) and not q.ranged and not q.per:
            b, p = figures[i + 1], quantity(figures[i + 1])
            kinds = {q.dimension, p.dimension}
            percents = "percent" in kinds and kinds <= _SHARES
            if (percents or kinds == {"money"} and q.unit == p.unit) and not p.ranged and (_patterns()["to"].fullmatch(text, m.span.end, b.span.start)
                                                                         or percents and _patterns()["with"].fullmatch(text, m.span.end, b.span.start)):
                yield _Pair(i, i + 1, printed(q)[0], printed(p)[0], Span(m.span.start, b.span.end))


def _told(text: str, span: Span, like: Mention) -> Mention:
    return like._replace(span=span, text=text[span.start:span.end])


def _led(text: str, figures: Sequence[Mention], pair: _Pair) -> Iterator[Relation]:
    """ "leads by eight points, 48 percent to 42 percent"; "48-40, a six-point lead"."""
    before, after = pair.first - 1, pair.last + 1
    for i, between in ((before, (figures[before].span.end, pair.span.start) if before >= 0 else None),
                       (after, (pair.span.end, figures[after].span.start) if after < len(figures) else None)):
        if between is None or quantity(figures[i]).dimension != "points":
            continue
        by, patterns = figures[i], _patterns()
        start, end = by.span
        if patterns["between"].fullmatch(text, *between) and (i == before and patterns["lead by"].search(text, max(0, start - 130), start) or quantity(by).noun.startswith(_LEADS) or patterns["lead"].match(text, end)):
            yield Relation("lead", (("by", by), ("shares", _told(text, pair.span, figures[pair.first]))), {"first": str(pair.one), "second": str(pair.two)})


_FORMERLY = re.compile(r"\b(?:from|last|previous(?:ly)?|earlier|had|since|before|than|undecided|margin of error|independents|among|but|where|while|which|whom|women|men|are|after an?)\b|\blead\b[^.;]{1,60}\band an? ")
_PLAUSIBLE = 3  # times that the told lead may be the real one where other words stand between
_WHOLE = 101  # percent that two sides can have together


def _led_somewhere(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """A lead and the only two shares of its sentence, whatever stands between: "six points ahead of her, with 49 percent … and 46 percent for …"."""
    points = [m for m in figures if quantity(m).dimension == "points"]
    shares = [m for m in figures if quantity(m).dimension == "percent"]
    if len(points) != 1 or len(shares) != 2 or _FORMERLY.search(sentence):
        return
    by, patterns = points[0], _patterns()
    start, end = by.span
    one, two = (printed(quantity(m))[0] for m in shares)
    told = quantity(by).high
    if one + two > _WHOLE or abs(one - two) > told * _PLAUSIBLE or told > abs(one - two) * _PLAUSIBLE or quantity(by).ranged or any(quantity(m).ranged for m in shares) or not (
            quantity(by).noun.startswith(_AHEAD) or patterns["lead"].match(text, end) or patterns["lead by"].search(text, max(0, start - 130), start) or patterns["grown"].search(text, max(0, start - 90), start)):
        return
    span = Span(shares[0].span.start, shares[1].span.end)
    if not span.start <= start < span.end:
        yield Relation("lead", (("by", by), ("shares", _told(text, span, shares[0]))), {"first": str(one), "second": str(two)})


_LEADS = ("lead", "edge", "advantage", "margin", "gap", "deficit", "victory")
_AHEAD = (*_LEADS, "ahead", "behind")


def _ordered(text: str, figures: Sequence[Mention], pair: _Pair) -> Iterator[Relation]:
    """ "leads Reeve 42 percent to 48 percent"."""
    start = pair.span.start
    found = _patterns()["ahead"].search(text, max(0, start - 80), start)
    if found is None or quantity(figures[pair.first]).dimension == "money" and not found[0].startswith("out"):
        return
    if quantity(figures[pair.first]).dimension in ("score", "vote") and max(pair.one, pair.two) < _LEAST:
        return
    span = Span(found.start(), found.start() + len(found[0].split()[0]))
    yield Relation("order", (("told", _told(text, span, figures[pair.first])), ("pair", _told(text, pair.span, figures[pair.first]))),
                   {"first": str(pair.one), "second": str(pair.two), "way": "more" if found["up"] else "less"})


_LEAST = 20  # of the greater of two shares that are told as a score; less is one


def _compared(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "32 fires, more than the 40 of last year"; "62 votes, short of the 60 needed"."""
    for a, b in zip(figures, figures[1:], strict=False):
        if b.span.start - a.span.end > 80 or not (found := _patterns()["than"].fullmatch(text, a.span.end, b.span.start)):
            continue
        if not (alike(quantity(a), quantity(b)) or told_once(a, b)) or quantity(b).low < 1 <= quantity(a).low or quantity(a).dimension == "percent" and quantity(b).dimension != "percent" or quantity(a).hedge or quantity(a).dimension in ("percent", "duration") and found["short"]:
            continue
        way = "more" if found["up"] or found["above"] else "less"
        span = Span(found.start(found.lastgroup or 0), b.span.end)
        if span.start == a.span.end + 1 or quantity(a).unit and b.text.isalpha() and not quantity(b).unit:
            continue  # "7 percent more than the 54 percent", "48 more than the 64" are changes; "less than the two cost" counts others
        yield Relation("order", (("told", _told(text, span, b)), ("pair", a)), {"first": str(printed(quantity(a))[0]), "second": str(printed(quantity(b))[0]), "way": way})


def _turned(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """ "up from 54 percent in May to 48 percent"; "an increase in the toll from 54 to 48"."""
    for earlier, then, now in zip([None, *figures], figures, figures[1:], strict=False):
        if not alike(quantity(then), quantity(now)) or quantity(then).hedge or quantity(now).hedge or quantity(then).dimension in ("ordinal", "duration") \
                or not _patterns()["onto"].fullmatch(text, then.span.end, now.span.start):
            continue
        if (by := _noun_behind(text, figures, now)) is not None and _FROM(text, max(0, then.span.start - 30), then.span.start):
            yield Relation("order", (("told", by), ("pair", _told(text, Span(then.span.start, now.span.end), now))),
                           {"first": str(printed(quantity(now))[0]), "second": str(printed(quantity(then))[0]), "way": "more" if _RISE(by.text) else "less"})
        found = _patterns()["from"].search(text, max(0, then.span.start - 90), then.span.start)
        if found is not None and not (earlier is not None and 0 <= found.start() - earlier.span.end <= _BESIDE):  # "2.6 million tonnes, down from 2.4 to 2.7"
            word = "word" if found["word"] else "noun"
            way = "more" if found[word] in ("up", "increase", "rise", "jump", "gain") else "less"
            yield Relation("order", (("told", _told(text, Span(*found.span(word)), now)), ("pair", now)),
                           {"first": str(printed(quantity(now))[0]), "second": str(printed(quantity(then))[0]), "way": way})


_BESIDE = 3
_RISE = re.compile(r"(?:.*[- ])?(?:increase|rise|jump|gain|surge|climb|hike)$").match
_FROM = re.compile(r"\bfrom " + HEDGE + "$").search
_BY_NOUN = re.compile(r"[- ](?:percentage[- ])?(?:points? )?(?:increase|rise|jump|gain|surge|climb|hike|drop|fall|decline|decrease|dip|plunge|reduction)(?![\w-])")


def _noun_behind(text: str, figures: Sequence[Mention], now: Mention) -> Mention | None:
    """ "from 41 percent to 35 percent, a 6-point increase"."""
    by = next((m for m in figures if m.span.start > now.span.end), None)
    if by is None or quantity(by).dimension not in ("percent", "points") or by.span.start - now.span.end > _SOON or "." in text[now.span.end:by.span.start]:
        return None
    noun = _BY_NOUN.match(text, by.span.end) or _BY_NOUN.search(text, by.span.end - len(quantity(by).noun) - 1, by.span.end) if quantity(by).noun else _BY_NOUN.match(text, by.span.end)
    return _told(text, Span(by.span.start, noun.end()), by) if noun else None


_SOON = 30  # characters from the figures of a change to the change
