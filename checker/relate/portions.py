"""A part, its whole and the share that it is, which is told last: "58 of the 212 homes, or 35 percent"; `checker.relate.portioned` reads the other orders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Mention, Quantity, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import linked

_COUNTS = frozenset({"count", "number"})
_DETERMINER = r"(?:(?:the|its|their|his|her|all|a total of|some|these|those) )*"
_SOME_OF = re.compile(r"(?: [a-z-]+){0,2} (?:out )?of " + _DETERMINER + r"(?:[\w-]+(?:[’']s|s[’']) )?" + HEDGE)
_OF_WHOLE = re.compile(r"(?:^|[.“\"] |\n|, |\b[Aa]nd |\b[Bb]ut )[Oo](?:ut o)?f " + _DETERMINER + r"(?:[\w-]+(?:[’']s|s[’']) )?" + HEDGE + "$")
_THEN_SOME = re.compile(r"[^.;:()\d]{0,70}?,(?: (?:only|just|at least|about|some|nearly|almost|roughly|more than|as many as|fully|all but|another|a total of))* ")
_DONE = re.compile(r"(?: (?!and |but |while |or )[a-z’'-]+){0,6}(?:,|\s?[—–(]| --| -)(?: or| a full| about| some| nearly| almost| roughly| just| a little| more than| less than| over)* ?")
_IN_BRACKETS = re.compile(r"(?: [a-z]+)? \(")
_ON = re.compile(r"\)(?: (?!of |including |among )[a-z’'-]+){0,9},?(?: and| while| but)?(?: (?:another|a further|some|about|only|just))? ")
_SETS_OFF = re.compile(r",|\(|—|–| - | or ")
_ITS_OWN = re.compile(r" of (?:(?:the|its|their) (?:total|whole|lot|group|sample|work ?force)|them|it|those|all(?= ?[.,;)]))(?![a-z])")


def portions(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Part, whole and share among the figures of one sentence, where nothing but "of" and "or" stands between the three."""
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = [quantity(m).dimension for m in (a, b, c)]
        if kinds.count("percent") != 1 or not {k for k in kinds if k != "percent"} <= _COUNTS:
            continue
        one, two = text[a.span.end:b.span.start], text[b.span.end:c.span.start]
        if len(one) > 50 or len(two) > 50:
            continue
        found = _of_whole(text, (a, b, c), one, two) or _first(text, (a, b, c), one, two) if kinds[2] == "percent" else None
        if found is not None and _sound(found):
            part, whole, share = found
            yield Relation("portion", (("part", part), ("whole", whole), ("share", share)))
            if whole is a and "(" in two:
                yield from _next(text, figures, whole, c)


def _next(text: str, figures: Sequence[Mention], whole: Mention, share: Mention) -> Iterator[Relation]:
    """The parts behind the first, each with its share in brackets: "of 6,240 who answered, 3,182 (51 percent) opposed it, 2,558 (41 percent) supported it"."""
    behind = figures[figures.index(share) + 1:]
    last = share
    for part, its in zip(behind[::2], behind[1::2], strict=False):
        if quantity(its).dimension != "percent" or quantity(part).dimension not in _COUNTS or not _IN_BRACKETS.fullmatch(text, part.span.end, its.span.start) or not _ON.fullmatch(text, last.span.end, part.span.start) \
                or not _sound((part, whole, its)):
            return
        yield Relation("portion", (("part", part), ("whole", whole), ("share", its)))
        last = its


def _first(text: str, three: tuple[Mention, ...], one: str, two: str) -> tuple[Mention, Mention, Mention] | None:
    """58 of the 212 homes, or 35 percent."""
    part, whole, share = three
    if not _SOME_OF.fullmatch(one) or not linked(_behind_noun(two)):
        return None
    return (part, whole, share) if _whole_of(text, share) else None


def _of_whole(text: str, three: tuple[Mention, ...], one: str, two: str) -> tuple[Mention, Mention, Mention] | None:
    """Of the 212 homes, 58, or 35 percent, …; of 212 homes, 58 burned, 35 percent of the total."""
    whole, part, share = three
    if "," not in one or not _THEN_SOME.fullmatch(one) or not _OF_WHOLE.search(text, max(0, whole.span.start - 60), whole.span.start) or not (linked(two) or _DONE.fullmatch(two)):
        return None
    return (part, whole, share) if _whole_of(text, share) else None


def _behind_noun(gap: str) -> str:
    """What follows the noun of the whole: from the first mark, or from "or"."""
    m = _SETS_OFF.search(gap)
    return gap[m.start():] if m and len(gap[:m.start()].split()) <= 6 and "." not in gap[:m.start()] else gap


def _whole_of(text: str, share: Mention) -> bool:
    """Is the share one of the whole told, not of something else ("35 percent of the value")?"""
    if text.startswith((" more", " less", " fewer", " higher", " lower", " increase", " rise", " drop", " decline", " off", " up", " down"), share.span.end):
        return False
    return not text.startswith(" of ", share.span.end) or bool(_ITS_OWN.match(text, share.span.end))


def _sound(found: tuple[Mention, Mention, Mention]) -> bool:
    """Can the one be a part of the other: whole counts, exact ones, the part the smaller?"""
    part, whole = quantity(found[0]), quantity(found[1])
    return not part.ranged and not whole.ranged and not part.per and not whole.per and 0 < part.high < whole.low and _whole_number(part) and _whole_number(whole)


def _whole_number(q: Quantity) -> bool:
    return q.low == q.low.to_integral_value() or bool(q.hedge)


def some_of(text: str, part: Mention, whole: Mention) -> bool:
    """Is the first figure so many of the second ("58 of the 212 homes")?"""
    return _SOME_OF.fullmatch(text, part.span.end, whole.span.start) is not None


def of_whole(text: str, whole: Mention, part: Mention) -> bool:
    """Is the second figure so many of the first ("of the 212 homes, 58")?"""
    return _THEN_SOME.fullmatch(text, whole.span.end, part.span.start) is not None and _OF_WHOLE.search(text, max(0, whole.span.start - 60), whole.span.start) is not None
