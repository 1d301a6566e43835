"""A change told as an amount, with both figures: "fell 45 million crowns to 375 million at the end of May from 421 million", "92.7 million, an increase of 18.1 million from 74.6 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.ways import FALLING, OF_PACE, RISING
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, WAS, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_NEVER = frozenset({"percent", "points", "score", "vote", "temperature", "ordinal", "age"})
_FAR = 90  # characters between two of the three
_LED = 40  # characters before a figure that tell what it is
_PLAUSIBLE = 3  # times that the told change may be the real one: beyond that it is another's


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    moved = alternatives((RISING | FALLING) - OF_PACE)
    noun = "increase|rise|gain|jump|decline|drop|fall|decrease|reduction|improvement"
    quiet = r"(?:[^.;:()“”\"\n\d]|(?<= )\d\d?(?=[ ,])|(?<= )(?:19|20)\d\d(?=[ ,]))*?"
    return {
        "moved": re.compile(rf"(?<![\w-])(?:{moved})(?: [a-z]+ly)?(?: by)? {HEDGE}$"),
        "to": re.compile(rf"{quiet},? to {HEDGE}{WAS}"),
        "from": re.compile(rf"{quiet},? from {HEDGE}{WAS}"),
        "set off": re.compile(rf"{quiet}(?:,|\s?[—–]| --) ?(?:(?:(?:an?|the) (?:[a-z]+ )?(?:{noun}) of|(?:up|down)(?: by)?|(?:which is |which was )?an?) ){HEDGE}"),
        "over": re.compile(rf"(?: (?:{noun}))?(?:{quiet},?|) (?:from|over|on) {HEDGE}{WAS}"),
        # what has a sign, and what is held against another time
        "apart": re.compile(r"\b(?:loss(?:es)?|profits?|deficits?|surplus\w*|earnings|outflow|inflow|net|high|low|peak|split|each|per(?! cent)|compared|while|whereas|but|which|who|after|before|adding|added|bringing|taking|leaving)\b"),
    }


def by_amount(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations change (from, to, by) of three figures of one unit; `known` are those found in the sentence already."""
    text, taken = document.lower, {m.span.start for r in known for m in r.all("by")}
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        roles = _roles(text, a, b, c) if b.span.start - a.span.end < _FAR and c.span.start - b.span.end < _FAR and all(map(_plain, (a, b, c))) else None
        if roles is None:
            continue
        then, now, by = roles
        if by.span.start not in taken and alike(quantity(then), quantity(now)) and _one_unit(by, now, then) and _plausible(then, now, by) \
                and not _patterns()["apart"].search(text, max(document.sentence_at(a.span.start).start, a.span.start - _LED), c.span.start):
            yield Relation("change", (("from", then), ("to", now), ("by", by)))


def up_or_down(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) and, of shares, change of three figures: "70.4%, up 3.5 points from 66.9%"."""
    text = document.text
    for a, b, c in zip(figures, figures[1:], figures[2:], strict=False):
        if b.span.start - a.span.end > _LED or (m := _WAY.fullmatch(text, a.span.end, b.span.start)) is None or not _FROM.fullmatch(text, b.span.end, c.span.start):
            continue
        now, then, by = quantity(a), quantity(c), quantity(b)
        if now.dimension != then.dimension or now.unit != then.unit or now.ranged or then.ranged or now.dimension in ("score", "vote", "ordinal", "age", "duration"):
            continue
        told = Span(m.start(1), b.span.end)
        yield Relation("direction", (("now", a), ("then", c), ("told", Mention("quantity", told, text[told.start:told.end], c.value))), {"way": m[1].lower()})
        if now.dimension == "percent" and by.dimension == "points" and " on " in text[b.span.end:c.span.start]:
            yield Relation("change", (("from", c), ("to", a), ("by", b)))


_WAY = re.compile(r"(?: (?!up |down )[a-z]+){0,2}(?:,|\s?[—–]| --| \() ?(up|down)(?: by)?(?: (?:about|nearly|almost|just|some|more than))? ", re.I)
_FROM = re.compile(rf"(?: (?:percentage )?points?)?(?: (?!to |and )[a-z]+){{0,2}} (?:from|on) (?:the |a |last year[’']s |its )?{HEDGE}")


def _plain(m: Mention) -> bool:
    q = quantity(m)
    return q.dimension not in _NEVER and not q.ranged and q.low > 0


def _one_unit(by: Mention, now: Mention, then: Mention) -> bool:
    """Is the change told in the unit of one of the two, the numbers without a unit aside?"""
    units = {(q.dimension, q.unit) for m in (now, then) if (q := quantity(m)).dimension != "number"}
    return not units or (quantity(by).dimension, quantity(by).unit) in units or quantity(by).dimension == "number" and "money" not in {d for d, _ in units}


def _roles(text: str, a: Mention, b: Mention, c: Mention) -> tuple[Mention, Mention, Mention] | None:
    """Which of three figures in a row are the earlier one, the later one and the change."""
    patterns = _patterns()
    if patterns["to"].fullmatch(text, a.span.end, b.span.start) and patterns["from"].fullmatch(text, b.span.end, c.span.start) and patterns["moved"].search(text, max(0, a.span.start - _LED), a.span.start):
        return c, b, a
    if patterns["set off"].fullmatch(text, a.span.end, b.span.start) and patterns["over"].fullmatch(text, b.span.end, c.span.start):
        return c, a, b
    return None


def _plausible(then: Mention, now: Mention, by: Mention) -> bool:
    real, told = abs(quantity(now).low - quantity(then).low), quantity(by).low
    return real <= told * _PLAUSIBLE and told <= real * _PLAUSIBLE
