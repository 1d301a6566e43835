"""A multiple of one figure that the figure told before it is said to be: "14 boats sank last year. That is double the four of 2010"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, quantity, unbounded
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document

_TIMES = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "thrice": 3, "quadruple": 4, "times": 0}
_PRONOUNS = frozenset({"it", "it's", "that", "that's", "this", "which"})
_WORDS = frozenset(_TIMES)
_BEFORE, _BEHIND, _BACK = 60, 60, 260  # characters before the word of the multiple, behind it, and back to the figure


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    hedge = r"(?P<hedge>(?:(?:more|less) than|nearly|almost|about|roughly|some|around|just over|just under|over|close to|well over) )?"
    number = "|".join(w for w, n in ONES.items() if 1 < n <= 12)
    subject = re.compile(rf"\b(?:it|that|this|which)(?:[’']s| (?:is|was|would be|will be|represents|represented|makes|made(?: it)?|comes to|came to|amounts to|amounted to))"
                         rf"(?: still| now| already| a figure| a total)? {hedge}(?:(?P<many>{number}|\d\d?(?:\.\d)?) )?$", re.I)
    behind = re.compile(rf" (?:as (?:many|much|high|large|big) as )?(?:the|its|their|his|her|last (?:year|month|week|season)[’']s) (?:[a-z-]+ (?:of )?){{0,3}}?{HEDGE}")
    breaks = re.compile(r"\b(?:each|every|per)\b|[“”\"]|\n")
    return subject, behind, breaks


def backward(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relation multiple (then, now, told) of a figure and what a pronoun that stands for an earlier one is so many times of."""
    for word in _WORDS & document.lowercase if mentions else ():
        for at in document.places(word):
            if (found := _multiple(document, mentions, word, at)) is not None:
                yield found


def _multiple(document: Document, mentions: Sequence[Mention], word: str, at: int) -> Relation | None:
    text, end = document.text, at + len(word)
    subject, behind, breaks = _patterns()
    sentence = document.sentence_at(at)
    start = max(sentence.start, at - _BEFORE)
    it = subject.search(text, start, at) if not _PRONOUNS.isdisjoint(document.plain[start:at].split()) else None
    if it is None or bool(it["many"]) == bool(_TIMES[word]):
        return None
    i = first_from(mentions, end)
    if i == len(mentions) or mentions[i].span.start - end > _BEHIND or mentions[i].kind != "quantity" or not behind.fullmatch(text, end, mentions[i].span.start):
        return None
    then = unbounded(mentions[i]) if text.startswith(" as ", end) else mentions[i]
    now = _told_before(document, mentions[:first_from(mentions, it.start())], then, sentence, it.start())
    if now is None or breaks.search(text, now.span.end, at):
        return None
    times = _TIMES[word] or (ONES.get(it["many"].lower()) or Decimal(it["many"]))
    told = Span(it.start("many") if it["many"] else at, then.span.end)
    return Relation("multiple", (("then", then), ("now", now), ("told", Mention("quantity", told, text[told.start:told.end], then.value))), {"times": str(times), "hedge": _kind(it["hedge"])})


def _kind(hedge: str | None) -> str:
    words = (hedge or "").lower()
    return "more than" if "more" in words or "over" in words else "nearly" if "nearly" in words or "almost" in words or "less" in words or "under" in words else "about" if words else ""


def _told_before(document: Document, mentions: Sequence[Mention], then: Mention, sentence: Span, at: int) -> Mention | None:
    """The only figure of its kind in the sentence up to the pronoun, else in the one before it, of the same paragraph and voice."""
    zone = document.zone_index(at)
    near: list[Mention] = []
    for m in reversed(mentions):
        if at - m.span.start > _BACK or document.zone_index(m.span.start) != zone:
            break
        if isinstance(m.value, Quantity) and alike(m.value, quantity(then)) and m.value.dimension not in ("ordinal", "age") and m.value.unit != "time":
            near.append(m)
    own = [m for m in near if m.span.start >= sentence.start]
    before = document.sentence_at(sentence.start - 2).start if sentence.start > 1 else 0
    found = own or [m for m in near if m.span.start >= before]
    if len(found) != 1 or quantity(found[0]).ranged or quantity(found[0]).dimension in ("percent", "money") and quantity(found[0]).dimension != quantity(then).dimension:
        return None
    return found[0]
