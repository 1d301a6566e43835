"""Multiples whose figure stands elsewhere: "at 290 percent of its plan … twice as much", "40 dead, three times the toll in Osk", "which had lent four times as much to that crew"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity, unbounded
from checker.relate.manifold import numbers
from checker.relate.near import first as first_from
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import occurrences

_TIMES = {"twice": Decimal(2), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "times": Decimal(0)}
_MAKING = {"doubling": Decimal(2), "tripling": Decimal(3), "trebling": Decimal(3), "quadrupling": Decimal(4), "quintupling": Decimal(5)}
CUES = frozenset(_TIMES)
MAKING = frozenset(_MAKING)
_SOON = 100  # characters from a percentage, or a figure, to the multiple
_LEAST = 150  # percent that are told as so many times as much
_AROUND = 12  # sentences around a multiple in which the two figures of it may be compared
_BACK = 60  # characters before a percentage in which it is said to be a rise
_PLAUSIBLE = 4  # times that the told multiple may be the real one
_NEVER = frozenset({"percent", "points", "temperature", "score", "vote", "ordinal", "age", "duration"})
_LESS, _MORE = Decimal("0.75"), Decimal("1.3")
_COMPARED = 60  # characters between two figures that are held against each other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        **numbers(),
        "same": re.compile(r"(?: (?!and |but )[a-z’'-]+){0,6}?(?:(?:,|\s?[—–]|\s--|\s?\(|\sor\b)(?:(?! and | but )[^.;:\d”])*|(?: of [a-z]+){0,2},? or )"),
        "rise": re.compile(r"\b(?:increas\w*|rise|rose|risen|up|grew|grown|growth|jump\w*|surg\w+|soar\w+|climb\w*|gain\w*|by|more|higher|return\w*|inflation|markup|profit|markdown)\b"),
        "others": re.compile(r" (?:as|of|in) (?:at|in|for|the|those|that|last|[A-Z])"),
        "as many": re.compile(r" (?:as (?:many|much|high|large|big)|that|the)(?![\w-])"),
        # the figure of a named place or year
        "of": re.compile(r" the (?:[a-z]+ )?(?:toll|number|total|count|figure|sum|amount|cost|size|rate|level|budget|tally|price|share)(?: (?!of the |a year|a month)[a-z’'-]+){0,6}? (?:in|of|for|at|from|by) (?P<name>(?:19|20)\d\d|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?=\s?[,.;)—–]|\s--)"),
        "apposed": re.compile(r"(?: (?!and |but )(?:[a-z’'-]+|(?:19|20)\d\d)){0,5}(?:,|\s?[—–]| --|\s?\(|,? or| (?:is|was|are|were))(?: or| a full| still| about| nearly| almost| roughly| some| around| more than| just over| well over| over)? ?"),
        "had": re.compile(r" as (?:many|much)(?= )(?P<what>[^.;:\d]*(?:(?:19|20)\d\d[^.;:\d]*)?)"),
        "against": re.compile(r"(?: [\w’'-]+){0,7},? (?:compared (?:with|to)|against|versus|vs\.?|up from|down from) (?:(?:the|about|nearly|almost|roughly|some|just|only|more than|over) )*"),
        "again": re.compile(r"(?:[a-z’-]+)"),
        # what is multiplied, whose figure comes behind
        "base": re.compile(r" (?:the (?:number|total|amount|sum|figure|count|rate)(?= [^.;:,]{2,50}, when )|what|its|his|her|their|our|the|as (?:many|much|large|big|high) as)(?![\w-])(?! (?:usual|normal|average|national|legal|speed of|rate of|size of)\b)"),
        "parted": re.compile(r"[;:\n“”\"]|,? (?:and|but|while|whereas|though|although)(?![\w-])|, (?:until|before|after)(?![\w-])| (?:up|down) from |, (?:up|down|or) "),
        "elsewhere": re.compile(r"\b(?:of (?:those|them|these|whom)|including|among|more|additional|further|another|others?|each|every|per|died|killed|average|than|percent|will|would|follow\w*|compares|by (?:19|20)\d\d|in (?:19|20)\d\d)\b"),
    }


def multiplied(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations multiple (then, now, told) of multiples in whose sentence one figure stands, or none."""
    text, patterns = document.lower, _patterns()
    for word in sorted(CUES & document.lowercase):
        for at in document.places(word):
            end = at + len(word)
            before = patterns["many" if word == "times" else "hedge"].search(text, max(0, at - 30), at)
            times = _TIMES[word] or (before and (ONES.get(before["many"]) or Decimal(before["many"])))
            if not times:
                continue
            first = before.start() if before else at
            here = Span(first, end)
            beside = _of_percent(document, mentions, here, Decimal(times))
            found = beside or _of_named(document, mentions, here) or _of_pair(document, mentions, here) or _of_next(document, mentions, here, Decimal(times))
            if found is not None and _fits(*found[:2], Decimal(times)):
                sure = beside or found[0].span.end == found[2].span.end
                facts = {"times": str(times), "hedge": _kind(before["hedge"] if before else None)} | ({} if sure else {"likely": "yes"})
                yield Relation("multiple", tuple(zip(("then", "now", "told"), found, strict=True)), facts)
    yield from _makings(document, mentions)


def _makings(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """ "It would bring the crew to 4,200, nearly quadrupling the force now at work. There are 1,900 now"."""
    for word in sorted(MAKING & document.lowercase):
        for at in document.places(word):
            before = _patterns()["hedge"].search(document.lower, max(0, at - 30), at)
            found = _of_next(document, mentions, Span(before.start() if before else at, at + len(word)), _MAKING[word])
            if found is not None and _fits(*found[:2], _MAKING[word]):
                facts = {"times": str(_MAKING[word]), "hedge": _kind(before["hedge"] if before else None)} | ({} if found[0].span.end == found[2].span.end else {"likely": "yes"})
                yield Relation("multiple", tuple(zip(("then", "now", "told"), found, strict=True)), facts)


def _kind(hedge: str | None) -> str:
    words = hedge or ""
    return "more than" if "more" in words or "over" in words else "nearly" if words in ("nearly", "almost", "less than", "just under") else "about" if words else ""


def _fits(then: Mention, now: Mention, times: Decimal) -> bool:
    """Is the multiple told within reason that of the two?"""
    a, b = quantity(then).low, quantity(now).low
    return a > 0 and b > 0 and b / a <= times * _PLAUSIBLE and times <= b / a * _PLAUSIBLE


def _told(document: Document, start: int, end: int) -> Mention:
    value = Quantity(Decimal(1), Decimal(1), "number")
    return Mention("quantity", Span(start, end), document.text[start:end], value)


def _of_percent(document: Document, mentions: Sequence[Mention], at: Span, times: Decimal) -> tuple[Mention, Mention, Mention] | None:
    """ "at 290 percent of its plan, meaning that it made twice as much"."""
    text, patterns = document.lower, _patterns()
    i = first_from(mentions, at.start)
    share = mentions[i - 1] if i else None
    if share is None or share.kind != "quantity" or quantity(share).dimension != "percent" or quantity(share).ranged or quantity(share).low < _LEAST or at.start - share.span.end > _SOON:
        return None
    behind = patterns["as many"].match(text, at.end)
    if behind is None or patterns["others"].match(document.text, behind.end()) or not patterns["same"].fullmatch(text, share.span.end, at.start) or document.sentence_index(share.span.start) != document.sentence_index(at.start):
        return None
    q = quantity(share)
    rise = patterns["rise"].search(text, max(document.sentence_at(at.start).start, share.span.start - _BACK), share.span.start) or patterns["rise"].search(text, share.span.end, at.start)
    if rise and abs(q.low + 100 - times * 100) < abs(q.low - times * 100):
        share = share._replace(value=q._replace(low=q.low + 100, high=q.high + 100))
    hundred = share._replace(value=q._replace(low=Decimal(100), high=Decimal(100), hedge=""))
    return hundred, share, _told(document, at.start, behind.end())


def _of_named(document: Document, mentions: Sequence[Mention], at: Span) -> tuple[Mention, Mention, Mention] | None:
    """ "60 died, five times the toll in Osk": the only figure of the kind in the sentences that name it."""
    patterns = _patterns()
    of = patterns["of"].match(document.text, at.end)
    if of is None:
        return None
    i = first_from(mentions, at.start)
    now = next((m for m in reversed(mentions[max(0, i - 3):i]) if m.kind == "quantity" and quantity(m).dimension not in _NEVER), None)
    if now is None or at.start - now.span.end > _SOON or not patterns["apposed"].fullmatch(document.lower, now.span.end, at.start) or quantity(now).ranged:
        return None
    name, own = of["name"].split()[-1], document.sentence_index(at.start)
    told: dict[Decimal, Mention] = {}
    for index in sorted({document.sentence_index(p) for p in occurrences(document.text, name)} - {own}):
        for m in _of_sentence(mentions, document.sentences[index]):
            if _alike(quantity(m), quantity(now)):
                told.setdefault(quantity(m).high, m)
        if len(told) > 1:
            return None
    return (next(iter(told.values())), now, _told(document, at.start, of.end())) if len(told) == 1 else None


def _alike(a: Quantity, b: Quantity) -> bool:
    """Are both amounts in one unit, or counts (of what may have another word)?"""
    return a.dimension == b.dimension == "count" and not a.ranged and a.unit not in ("time", "day", "hour", "week", "month", "year") or a.dimension not in _NEVER and alike(a, b) and a.dimension == b.dimension


def _kin(a: Quantity, b: Quantity) -> bool:
    return alike(a, b) or _alike(a, b)


def _of_pair(document: Document, mentions: Sequence[Mention], at: Span) -> tuple[Mention, Mention, Mention] | None:
    """ "It lent £20,000 to the ferry crew, against £80,000 to the lighthouse crew … which had lent two times as much to that lighthouse crew": two figures held against each other, told of the same words."""
    patterns, text = _patterns(), document.lower
    had = patterns["had"].match(text, at.end)
    sentence, index = document.sentence_at(at.start), document.sentence_index(at.start)
    if had is None or any(quantity(m).dimension not in _NEVER and quantity(m).unit != "time" for m in _of_sentence(mentions, sentence)):
        return None
    words = {w for w in patterns["again"].findall(had["what"]) if len(w) > _LONG}
    found: list[tuple[Mention, Mention]] = []
    for i in range(max(0, index - _AROUND), index):
        figures = _of_sentence(mentions, document.sentences[i])
        for a, b in zip(figures, figures[1:], strict=False):
            if quantity(a).dimension == quantity(b).dimension not in _NEVER and alike(quantity(a), quantity(b)) and patterns["against"].fullmatch(text, a.span.end, b.span.start) \
                    and len(words & set(patterns["again"].findall(text[document.sentences[i].start:document.sentences[i].end]))) >= 2:
                found.append((a, b))
    if len(found) != 1:
        return None
    small, large = sorted(found[0], key=lambda m: quantity(m).low)
    return small, large, _told(document, at.start, at.end + len(" as much"))


def _around(then: Quantity, now: Quantity, times: Decimal) -> bool:
    """Is the one about so many times the other?"""
    return then.low > 0 and times * _LESS <= now.high / then.low and now.low / then.high <= times * _MORE


def _of_next(document: Document, mentions: Sequence[Mention], at: Span, times: Decimal) -> tuple[Mention, Mention, Mention] | None:
    """ "a crowd of 900,000, five times the turnout forecast this year. Officials expect 400,000": the only figure of the kind behind it in the sentence, else in the next."""
    text, patterns = document.lower, _patterns()
    base = patterns["base"].match(text, at.end)
    if base is None:
        return None
    sentence = document.sentence_at(at.start)
    kin = [m for m in _of_sentence(mentions, sentence) if quantity(m).dimension not in _NEVER and quantity(m).unit != "time"]
    before = [m for m in kin if m.span.end <= at.start]
    if not before or at.start - before[-1].span.end > _SOON or not patterns["apposed"].fullmatch(text, before[-1].span.end, at.start):
        return None
    now = before[-1]
    if quantity(now).ranged or sum(alike(quantity(m), quantity(now)) for m in before) > 1:
        return None
    stop = next((m.start() for m in patterns["parted"].finditer(text, base.end(), sentence.end)), sentence.end)
    behind = [m for m in kin if m.span.start >= at.end]
    if behind:
        apart = " " in text[base.end():behind[0].span.start].strip()  # "four times the $2 million" is read elsewhere
        partly = text.endswith("with ", 0, behind[0].span.start) and text.startswith((" from ", " for ", " of ", " in ", " to ", " on "), behind[0].span.end)
        found = behind[:1] if apart and not partly and len([m for m in behind if m.span.end <= stop]) == 1 else []
    else:
        found = _next_kin(document, mentions, now, sentence)
        if found and base[0] == " what":  # what somebody had or thought is told again with a word of it
            words = {w for w in patterns["again"].findall(text[base.end():stop]) if len(w) > _LONG}
            found = found if words & set(patterns["again"].findall(text[sentence.end:document.sentence_at(found[0].span.start).end])) else []
        if len(found) > 1:  # the first, where none of them is what was multiplied
            found = [] if any(_around(quantity(m), quantity(now), times) for m in found) else found[:1]
    if len(found) != 1 or not _kin(quantity(found[0]), quantity(now)) or quantity(found[0]).ranged or quantity(found[0]).per != quantity(now).per:
        return None
    end = found[0].span.end if behind else len(text[:stop].rstrip(" .,"))
    return unbounded(found[0]), now, _told(document, at.start, end)


def _next_kin(document: Document, mentions: Sequence[Mention], now: Mention, sentence: Span) -> list[Mention]:
    """The figures of the next sentence of the paragraph that the figure may be a multiple of."""
    index = document.sentence_index(sentence.start) + 1
    if index >= len(document.sentences) or document.zone_index(document.sentences[index].start) != document.zone_index(sentence.start):
        return []
    following = document.sentences[index]
    found = [m for m in _of_sentence(mentions, following) if _kin(quantity(m), quantity(now)) and quantity(m).dimension not in _NEVER and quantity(m).unit != "time"]
    if not found or _patterns()["elsewhere"].search(document.lower, following.start, found[0].span.start):
        return []
    return found


_LONG = 3  # letters; shorter words tell nothing of what is told


def _of_sentence(mentions: Sequence[Mention], place: Span) -> list[Mention]:
    first = first_from(mentions, place.start)
    return [m for m in mentions[first:first_from(mentions, place.end)] if m.kind == "quantity"]
