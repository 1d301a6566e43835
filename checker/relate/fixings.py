"""A price or an index now and at the close before, and the word that says which way: "opened lower at 325p after yesterday's close of 320p"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import printed
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike, told_once

_CUES = ("open", "clos", "end", "finish", "trad", "start", "quot", "fix", "settl", "stood", "was", "were")
_WAYS = ("higher", "lower", "firmer", "weaker", "easier", "stronger", "up ", "down ")
_UP = frozenset({"higher", "firmer", "stronger", "up"})
_BACK = 60  # characters before the first figure in which the word stands
_NEAR = 90


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    day = r"(?:yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last (?:night|week|month)|the (?:day|week) before|the previous (?:day|session|week)|thursday night|this morning)"
    close = r"(?:close|closing(?: price| level| rate)?|last|finish|fixing|opening|end|settlement|level|rate)"
    at = re.compile(rf"\b(?:open|clos|end|finish|trad|start|quot|fix|settl)[a-z]*(?: (?:the day|trading|here|slightly|sharply|marginally|modestly|a little|a touch|much|well|steadily))*,? (higher|lower|firmer|weaker|easier|stronger|up|down) at {HEDGE}$|"
                    rf"\b(?:stood|was|were)(?: (?:slightly|sharply|marginally|much))? (higher|lower|firmer|weaker|easier|stronger|up|down) at {HEDGE}$")
    after = re.compile(rf"(?:[/-]\d+)?(?: [a-z]+)?(?: (?:per|an?) (?:\d+|[a-z]+))?(?: (?:here|today|in early trading|in london|at midday))?,? (?:after|against|compared (?:with|to)|from|versus) (?:(?:{day}[’']s|the previous|its previous|{day}) )?(?:{close} )?(?:of |at )?(?:{HEDGE})")
    earlier = re.compile(rf"\b{day}\b|\b{close}\b|\bprevious\b")
    # an exchange rate goes down as the currency goes up
    turned = re.compile(r"\b(?:to|against|per) the (?:us |u\.s\. )?(?:dollar|pound|euro|yen|mark|franc)\b|/(?:dollar|dlr|pound|sterling|euro)\b|\b(?:yields?|yielding|to yield|per (?:dollar|dlr|pound|euro))\b")
    return at, after, earlier, turned


def fixings(lower: str, figures: Sequence[Mention], sentence: Span) -> Iterator[Relation]:
    """Relations order (told, pair) of a sentence; `lower` is the text in small letters."""
    said = lower[sentence.start:sentence.end]
    if not any(map(said.__contains__, _WAYS)) or not any(map(said.__contains__, _CUES)):
        return
    at, after, earlier, turned = _patterns()
    if turned.search(said):
        return
    for i, now in enumerate(figures):
        found = at.search(lower, max(sentence.start, now.span.start - _BACK), now.span.start)
        if found is None:
            continue
        for then in figures[i + 1:i + 3]:
            if then.span.start - now.span.end > _NEAR or not (alike(quantity(now), quantity(then)) or told_once(now, then)):
                continue
            gap = after.fullmatch(lower, now.span.end, then.span.start)
            if gap is not None and earlier.search(gap[0]):
                word = found[1] or found[2]
                told, both = Span(found.start(1 if found[1] else 2), now.span.end), Span(now.span.start, then.span.end)
                yield Relation("order", (("told", now._replace(span=told, text=lower[told.start:told.end])), ("pair", now._replace(span=both, text=lower[both.start:both.end]))),
                               {"first": str(printed(quantity(now))[0]), "second": str(printed(quantity(then))[0]), "way": "more" if word in _UP else "less"})
                break
