"""A multiple and the figure that it makes of one told before: "sold 90 boats, and the yard, with half as many sales at 20, …", "(three times more, 40 crates)"; and the multiple of a
norm by what is measured elsewhere: "her swim, nearly double the usual 20 minutes" of a "50-minute swim".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.extract.hedges import kind_of
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity, unbounded
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document

_TIMES = {"twice": Decimal(2), "double": Decimal(2), "triple": Decimal(3), "treble": Decimal(3), "thrice": Decimal(3), "quadruple": Decimal(4), "half": Decimal("0.5"), "times": Decimal(0)}
_WORDS = frozenset(_TIMES)
_BECOME = {"doubled": Decimal(2), "tripled": Decimal(3), "trebled": Decimal(3), "quadrupled": Decimal(4), "quintupled": Decimal(5), "halved": Decimal("0.5")}
_MADE = {"doubling": Decimal(2), "tripling": Decimal(3), "trebling": Decimal(3), "quadrupling": Decimal(4), "quintupling": Decimal(5), "halving": Decimal("0.5"), "twofold": Decimal(2),
         "threefold": Decimal(3), "fourfold": Decimal(4), "fivefold": Decimal(5), "sixfold": Decimal(6), "sevenfold": Decimal(7), "eightfold": Decimal(8), "tenfold": Decimal(10)}
_BECOMES, _MAKES = frozenset(_BECOME), frozenset(_MADE)
CUES = _WORDS | _BECOMES | _MAKES
_SOON = 70  # characters from the multiple to what it makes, and from a thing to its multiple
_SUBJECT = 6  # words before a multiple that tell what is so large
_NEVER = frozenset({"percent", "points", "temperature", "score", "vote", "ordinal", "age"})


@cache
def numbers() -> dict[str, re.Pattern[str]]:
    """What stands before "times": a number with what hedges it ("many"), or a hedge alone."""
    number = "|".join(w for w, n in ONES.items() if 1 < n <= 12)
    return {
        "many": re.compile(rf"(?<![\w.,-])(?:(?P<hedge>more than|less than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over) )?(?P<many>{number}|\d\d?(?:\.\d)?) $", re.I),
        "hedge": re.compile(r"\b(?P<hedge>more than|less than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over) $", re.I),
    }


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        **numbers(),
        # "as many dead at 32", "more coverage (38 minutes"
        "makes": re.compile(rf" (?:as (?:many|much|long|large|big|high|heavy|far|fast|old|expensive)|that(?: (?:amount|sum|number|figure|much|many))?(?=,? or |[,:(—–]| [—–(-])|(?P<more>more|longer|larger|bigger|higher|greater|heavier|farther))(?: (?!as |than |and |but |or |to |in |that |who |which |for |from |of )[a-z’'-]+){{0,3}}"
                            rf"(?:,? (?:at|with|to)|,|\s?[—–:]| --|,? (?:or|some)| \() ?{HEDGE}"),
        "norm": re.compile(rf" (?:the|its|his|her|their) (?:[a-z-]+ )?{HEDGE}"),
        "becomes": re.compile(rf"(?: (?!and |but |from |while )[a-z’'-]+| (?:19|20)\d\d){{0,7}},? to {HEDGE}"),
        "it": re.compile(r"(?:^|\b)(?:it|that|this|they|(?:the|that|this|its|their) (?:figure|number|total|sum|amount|count|tally|toll|price|share|population|budget|size|cost|bill|debt|value|group|crowd|fund|list)s?)"
                         r"(?: (?:has|have|had|was|were|is|are|would|will|could|may))?(?: (?:since|now|then|already|more|less|than|nearly|almost|about|roughly|well|over|just|been|be|quickly|soon|all|but|later)){0,4} $"),
        "clause": re.compile(r"\b(?:and|but|while|as|whereas|though|although|where|whose)\b"),
        # "a threefold increase", "doubling its money"
        "made": re.compile(r"(?:,|\s?[—–]| --|\() ?(?:(?:an?|the|more than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over) ){0,2}$"),
        "rise": re.compile(r"[ -](?:increase|rise|jump|gain|growth|surge|leap|climb|hike|spike)(?![\w-])"),
        "rise from": re.compile(rf"[ -](?:increase|rise|jump|gain|growth|surge|leap|climb|hike|spike) (?:from|over|on|compared (?:with|to)) (?:the )?{HEDGE}"),
        "breaks": re.compile(r"\b(?:each|every|per(?! cent)|than|as (?:many|much|long|large|high) as)\b|[\n;]"),
    }


def manifold(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations multiple (then, now, told) of a document's figures."""
    words = _WORDS & document.lowercase
    if "half" in words and " half as " not in document.lower:
        words -= {"half"}
    for word in sorted(words):
        for at in document.places(word):
            if (found := _multiple(document, mentions, word, at)) is not None:
                yield found
    for word in sorted(_BECOMES & document.lowercase):
        for at in document.places(word):
            if (found := _become(document, mentions, word, at)) is not None:
                yield found
    for word in sorted(_MAKES & document.lowercase):
        for at in document.places(word):
            if (found := _made(document, mentions, word, at)) is not None:
                yield found


def _become(document: Document, mentions: Sequence[Mention], word: str, at: int) -> Relation | None:
    """ "The mill made 300 bolts. It has since tripled that, to 900": the figure behind the verb, and the only one of its kind before."""
    text, end, patterns = document.lower, at + len(word), _patterns()
    before = patterns["hedge"].search(text, max(0, at - 30), at)
    first = before.start() if before else at
    i = first_from(mentions, end)
    figure = next((m for m in mentions[i:i + 1] if m.kind == "quantity"), None)
    if figure is None or figure.span.start - end > _SOON or quantity(figure).dimension in _NEVER or quantity(figure).ranged or not patterns["becomes"].fullmatch(text, end, figure.span.start) \
            or text.startswith(" from ", figure.span.end) or (then := _before(document, mentions[:i], figure, first)) is None:
        return None
    start = document.sentence_at(at).start
    if not (patterns["it"].search(text, start, at) if then.span.start < start else not patterns["clause"].search(text, then.span.end, at)):
        return None
    told = Mention("quantity", Span(at, end), document.text[at:end], quantity(figure))
    return Relation("multiple", (("then", then), ("now", figure), ("told", told)), {"times": str(_BECOME[word]), "hedge": _kind(before["hedge"] if before else None)})


def _made(document: Document, mentions: Sequence[Mention], word: str, at: int) -> Relation | None:
    """ "It paid $2 million and got $5 million, doubling its money": the only two figures of their kind before in the sentence."""
    text, end, patterns = document.lower, at + len(word), _patterns()
    led = patterns["made"].search(text, max(0, at - 30), at)
    if led is None or word.endswith("fold") and not patterns["rise"].match(text, end):
        return None
    sentence = document.sentence_at(at)
    figures = [m for m in mentions[first_from(mentions, sentence.start):first_from(mentions, sentence.end)]
               if m.kind == "quantity" and quantity(m).dimension not in _NEVER and quantity(m).dimension != "duration"]
    if len(figures) == 2 and figures[0].span.end < at < end < figures[1].span.start and patterns["rise from"].fullmatch(text, end, figures[1].span.start) and alike(*map(quantity, figures)) \
            and not any(not quantity(m).low or quantity(m).ranged for m in figures) and at - figures[0].span.end < _SOON:
        now, then = figures
        told = Mention("quantity", Span(at, end), document.text[at:end], quantity(now))
        return Relation("multiple", (("then", then), ("now", now), ("told", told)), {"times": str(_MADE[word]), "hedge": _kind(next((h for h in ("more than", "nearly", "almost", "about", "roughly", "over") if h in led[0]), None))})
    if len(figures) != 2 or not alike(*map(quantity, figures)) or figures[1].span.start > at or at - figures[1].span.end > _SOON or any(not quantity(m).low or quantity(m).ranged for m in figures):
        return None
    if _patterns()["breaks"].search(text, figures[0].span.end, at):
        return None
    one, two = sorted(figures, key=lambda m: quantity(m).low, reverse=_MADE[word] < 1)
    hedge = next((h for h in ("more than", "well over", "nearly", "almost", "about", "roughly", "over") if h in led[0]), None)
    told = Mention("quantity", Span(at, end), document.text[at:end], quantity(two))
    return Relation("multiple", (("then", one), ("now", two), ("told", told)), {"times": str(_MADE[word]), "hedge": _kind(hedge)})


def _multiple(document: Document, mentions: Sequence[Mention], word: str, at: int) -> Relation | None:
    text, end, patterns = document.lower, at + len(word), _patterns()
    before = patterns["many" if word == "times" else "hedge"].search(text, max(0, at - 30), at)
    times = _TIMES[word] or (before and (ONES.get(before["many"]) or Decimal(before["many"])))
    i = first_from(mentions, end)
    figure = next((m for m in mentions[i:i + 2] if m.kind == "quantity" and m.span.start > end), None)
    if not times or figure is None or figure.span.start - end > _SOON or quantity(figure).dimension in _NEVER or quantity(figure).ranged:
        return None
    first = before.start() if before else at
    hedge = _kind(before["hedge"] if before else None)
    told = Mention("quantity", Span(first, figure.span.end), document.text[first:figure.span.end], quantity(figure))
    if found := patterns["makes"].fullmatch(text, end, figure.span.start):
        then = _before(document, mentions[:first_from(mentions, first)], figure, first, joined=text.startswith(" that", end))
        if then is None:
            return None
        if kind_of(quantity(then)) == kind_of(quantity(figure)) == "most":
            then, figure = unbounded(then), unbounded(figure)
        if found["more"] and abs(quantity(figure).low - quantity(then).low * (times + 1)) < abs(quantity(figure).low - quantity(then).low * times):
            times += 1  # "twice more" may be three times as much
        return Relation("multiple", (("then", then), ("now", figure), ("told", told)), {"times": str(times), "hedge": hedge})
    if word != "half" and patterns["norm"].fullmatch(text, end, figure.span.start) and (now := _of_thing(document, mentions, figure, first)) is not None:
        return Relation("multiple", (("then", figure), ("now", now), ("told", told)), {"times": str(times), "hedge": hedge})
    return None


def _kind(hedge: str | None) -> str:
    words = hedge or ""
    return "more than" if "more" in words or "over" in words else "nearly" if words in ("nearly", "almost", "less than", "just under") else "about" if words else ""


def _before(document: Document, mentions: Sequence[Mention], now: Mention, at: int, *, joined: bool = False) -> Mention | None:
    """The only figure of its kind in the sentence up to the multiple, else in the one before it, of the same paragraph."""
    sentence = document.sentence_at(at)
    start = document.sentence_at(sentence.start - 2).start if sentence.start > 1 else sentence.start
    if document.zone_index(start) != document.zone_index(at):
        start = sentence.start
    near: list[Mention] = []
    for m in reversed(mentions):
        if m.span.start < start:
            break
        if m.kind == "quantity" and alike(quantity(m), quantity(now)) and quantity(m).dimension not in _NEVER and quantity(m).unit != "time":
            near.append(m)
    found = [m for m in near if m.span.start >= sentence.start] or near
    if len(found) != 1 or quantity(found[0]).ranged or not quantity(found[0]).low or not joined and _patterns()["breaks"].search(document.lower, found[0].span.end, at):
        return None
    return found[0]


def _of_thing(document: Document, mentions: Sequence[Mention], norm: Mention, at: int) -> Mention | None:
    """The figure of a thing that stands right before its multiple, where the text tells one only ("48-minute speech")."""
    sentence = document.sentence_at(at)
    q = quantity(norm)
    words = frozenset(document.plain[max(sentence.start, at - _SOON):at].split()[-_SUBJECT:])
    found: dict[Decimal, Mention] = {}
    for m in mentions:
        if m.kind != "quantity" or m is norm:
            continue
        p = quantity(m)
        if sentence.start <= m.span.start < at and alike(p, q):
            return None
        if p.dimension == q.dimension and p.unit == q.unit and p.dimension != "count" and p.noun and not words.isdisjoint(p.noun.lower().split()) and not p.ranged:
            found.setdefault(p.high, m)
    return next(iter(found.values())) if len(found) == 1 else None
