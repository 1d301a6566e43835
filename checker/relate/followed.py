"""What a figure was, what it became, and the change behind it: "In 2005 the town had 800 firms. By 2010 it had 600, a decline of 40 percent"; "It now has 90, twice as many"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.data.ways import FALLING, RISING
from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.changes import MOVE
from checker.relate.gaps import HEDGE, quantity
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document

_TIMES = {"twice": Decimal(2), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "half": Decimal("0.5"), "times": Decimal(0)}
_NEVER = frozenset({"points", "temperature", "score", "vote", "ordinal", "age", "duration"})
_RATES = frozenset({"percent", "points"})
_SOON = 70  # characters from the later figure to how it has changed
_FIT = 3  # times that the change told may be the real one


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = "january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter"
    span = "years?|months?|weeks?|quarters?|seasons?|decades?|days?"
    many = "|".join(w for w, n in ONES.items() if 1 < n <= 12)
    mark = r"(?:,|\s?[—–]| --|\s?\() ?(?:or |and )?(?:that is |that’s |that's |which is |which was |this was |this is |it was |representing |marking |making )?"
    return {
        "time": re.compile(rf"\b(?:(?:19|20)\d\d|(?:in|by|since|last|this|next|of|for|from|until|mid-|early|late) (?:{month})|in may|(?:last|this|next|the previous|the following|the next|that|the same|the prior|the past) (?:{span}|{month})|now|today|currently|nowadays|"
                           rf"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|many|few) (?:{span}) (?:ago|earlier|later|before|after|on|hence)|yesterday|tomorrow|then|originally|once)(?![\w-])"),
        "by": re.compile(rf"{mark}(?:(?:up|down|higher|lower)(?: by)?|(?:an?|the) (?:[a-z-]+ ){{0,2}}{MOVE} of|(?P<noun>an?)) {HEDGE}$"),
        "move": re.compile(rf"[ -](?:per ?cent |percentage )?(?:points? )?(?:[a-z]+ )?{MOVE}(?![\w-])"),
        "times": re.compile(rf"{mark}(?:(?P<hedge>more than|less than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over) )?(?:(?P<many>{many}|\d\d?(?:\.\d)?) )?$"),
        "as many": re.compile(r"(?: as (?:many|much|high|large|big|long)(?! as (?!in |it |then|a year|the year|last|before|at ))(?: [a-z]+)??(?: as (?:in|it|then|a year|the year|last|before|at)[^.;:]*?)?| (?:that|the) (?:number|figure|total|amount|sum|rate|level|price|share|count|tally)(?: (?:of|in|for|from|a|the) [^.;:,]{2,30}?)?| that)(?=\s?[.,;)—–]|\s--)"),
        "word": re.compile(r"[a-z’'-]+"),
        "of": re.compile(r"(?<!total)(?<!average)(?<!record)(?<!high)(?<!low)(?<!rate)(?<!peak)(?<!population)(?<!number) of (?:the |an? |about |nearly |almost |some )*$"),
        "breaks": re.compile(r"[;:\n“”\"()]|\b(?:while|whereas|but|among|compared|from|including|than|which|who)\b"),
    }


def followed(document: Document, mentions: Sequence[Mention], changes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations change and multiple of two figures, each with its time, in two sentences of a paragraph or two halves of one; `changes` are the percentages and points."""
    for by in changes:
        if not quantity(by).ranged and quantity(by).low and (pair := pair_before(document, mentions, by.span, by)) is not None and _fits(*pair, by):
            yield Relation("change", (("from", pair[0]), ("to", pair[1]), ("by", by)))
    for word in sorted(document.lowercase.intersection(_TIMES)):
        for at in document.places(word):
            if (found := _times(document, mentions, word, at)) is not None:
                yield found


def _times(document: Document, mentions: Sequence[Mention], word: str, at: int) -> Relation | None:
    """ "It now has 90 boats, twice as many"."""
    lower, patterns, end = document.lower, _patterns(), at + len(word)
    behind = patterns["as many"].match(lower, end)
    led = patterns["times"].search(lower, max(0, at - 45), at) if behind else None
    if behind is None or led is None or bool(led["many"]) == bool(_TIMES[word]) or word == "half" and not behind[0].startswith(" as "):
        return None
    times = _TIMES[word] or Decimal(ONES.get(led["many"]) or led["many"])
    first = led.start("hedge") if led["hedge"] else led.start("many") if led["many"] else at
    pair = pair_before(document, mentions, Span(led.start(), end), None)
    if pair is None or not quantity(pair[0]).low or not quantity(pair[1]).low:
        return None
    real = quantity(pair[1]).low / quantity(pair[0]).low
    if not times <= real * _FIT or not real <= times * _FIT:
        return None
    told = Mention("quantity", Span(first, behind.end()), document.text[first:behind.end()], quantity(pair[1]))
    return Relation("multiple", (("then", pair[0]), ("now", pair[1]), ("told", told)), {"times": str(times), "hedge": _kind(led["hedge"]), "likely": "yes"})


def _kind(hedge: str | None) -> str:
    words = hedge or ""
    return "more than" if "more" in words or "over" in words else "nearly" if words in ("nearly", "almost", "less than", "just under") else "about" if words else ""


_CROWD = 40  # figures; a sentence with more is a table


def pair_before(document: Document, mentions: Sequence[Mention], at: Span, by: Mention | None) -> tuple[Mention, Mention] | None:
    """What it was and what it became, the only figures of their kind, in the sentence and the one before."""
    i = first_from(mentions, at.start)
    if not i or at.start - mentions[i - 1].span.end > _SOON:  # no figure stands near before, as a rule
        return None
    lower, patterns = document.lower, _patterns()
    index, sentence = document.sentence_index(at.start), document.sentence_at(at.start)
    if first_from(mentions, sentence.end) - first_from(mentions, sentence.start) > _CROWD:
        return None
    own = [m for m in _of_sentence(mentions, sentence) if m is not by and _is_end(quantity(m), by) and not (at.start <= m.span.start < at.end)]
    now = next((m for m in reversed(own) if m.span.start < at.start), None)
    if now is None or at.start - now.span.end > _SOON or by is not None and not _is_change(lower, now, by):
        return None
    kin = [m for m in own if alike(quantity(m), quantity(now))]
    if len(kin) == 2 and kin[1] is now:
        then, between = kin[0], lower[kin[0].span.end:now.span.start]
        joint = then.span.end + max(between.rfind(" and "), between.rfind(" but "), between.rfind(";"))
        if joint < then.span.end:
            return None
        first, second = lower[sentence.start:joint], lower[joint:at.start]
    elif len(kin) == 1 and index and document.zone_index(document.sentences[index - 1].start) == document.zone_index(at.start):
        before = document.sentences[index - 1]
        near = [m for m in _of_sentence(mentions, before) if _is_end(quantity(m), by) and alike(quantity(m), quantity(now))]
        if len(near) != 1:
            return None
        then, first, second = near[0], lower[before.start:before.end], lower[sentence.start:at.start]
    else:
        return None
    if len(kin) == 1 and not of_same(first, lower[sentence.start:now.span.start]):
        return None
    one, two = times_in(first), times_in(second)
    if not one or not two or one == two or not _one_kind(quantity(then), quantity(now)) or patterns["breaks"].search(lower, now.span.end, at.start):
        return None
    return then, now


def times_in(words: str) -> set[str]:
    """The times that the words tell ("in 2009", "last year", "now"), in small letters."""
    return set(_patterns()["time"].findall(words))


def of_same(first: str, second: str) -> bool:
    """Do the words before the later figure tell of nothing that the sentence before has not told?"""
    patterns = _patterns()
    if patterns["of"].search(second):
        return False
    said = set(patterns["word"].findall(first))
    return all(w in said or w in _PLAIN or w in RISING or w in FALLING or w.rstrip("s") in said for w in patterns["word"].findall(patterns["time"].sub(" ", second)) if len(w) > 3)


# words before a figure that tell of no other thing
_PLAIN = frozenset("""there that this they their them with just only have been more than less about nearly almost over some around roughly well already still even also then number total figure count price tally sum rate
level share amount population value budget crowd staff force fleet membership enrollment turnout circulation output cost costs stands stood reached reaches earned earns sold sells made makes took takes employs employed hits paid pays
drew draws numbered numbers gets spent spends raised raises built builds reported recorded produced produces attracted attracts rose fell grew climbed dropped declined shrank swelled dwindled increased decreased jumped
went came would will could during since year years month months week weeks decade same following next previous before after later earlier today currently says said according charges charged counts counted totaled totals was were became becomes
come year's held holds posted found""".split())


def _is_end(q: Quantity, by: Mention | None) -> bool:
    """Can the figure be an end of such a change?"""
    if q.dimension in _NEVER or q.ranged or q.per or q.unit == "time" or kind_of(q) in ("most", "least", "under", "over"):
        return False
    return q.dimension == "percent" if by is not None and quantity(by).dimension == "points" else q.dimension != "percent" or by is None


def _one_kind(then: Quantity, now: Quantity) -> bool:
    """Are both of one unit, or the later a bare number behind a count?"""
    return then.dimension == now.dimension and then.unit == now.unit or then.dimension == "count" and now.dimension == "number"


def _is_change(lower: str, now: Mention, by: Mention) -> bool:
    """Do the words between the later figure and the percentage make it a change: ", up 40 percent", ", a decline of 40 percent", ", a 75 percent increase"?"""
    led = _patterns()["by"].search(lower, now.span.end, by.span.start)
    move = _patterns()["move"].match(lower, by.span.end) or _patterns()["move"].fullmatch(" " + quantity(by).noun)
    if led is None or led["noun"] and not move:
        return False
    return not lower.startswith((" a year", " annually", " per year", " each year", " a month"), by.span.end)


def _fits(then: Mention, now: Mention, by: Mention) -> bool:
    """Is the change told within reason that of the two?"""
    a, b, told = quantity(then).low, quantity(now).low, quantity(by).low
    if not a or not b:
        return False
    change = abs(b - a) if quantity(by).dimension == "points" else abs(b - a) / a * 100
    return change <= told * _FIT and told <= change * _FIT


def _of_sentence(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity"]
