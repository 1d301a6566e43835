"""A whole and all that it is made of, each part with a clause of its own: "93 million crowns for its half: 33 million in cash and 60 million in oil", "of the 154 barges, 71 were afloat and 83 idle"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from checker.extract.hedges import printed
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import alike
from checker.structure.document import Document

_SIZES = frozenset({"count", "number", "money", "mass", "area", "volume", "length"})
_FAR, _APART = 90, 110  # characters from the whole to its first part, and between two parts
_MOST_PARTS = 6
_LEAST = 5  # of a whole
_NEAR = Decimal("0.1")  # share of the whole by which parts may miss it that are not told to be all
_TOLD = Decimal("0.25")  # and by which those may that are: what misses by more is told of something else
_OPENS = re.compile(r"(?:^|[\s“\"(])(?:out )?of (?:the |its |their |all |an? |[a-z]+[’']s )?(?:total |combined |original |initial )?(?:[a-z]+ (?:[a-z]+ )?of )?(?:the )?$")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    led = rf"(?:about|some|nearly|an?|the|by|on|of) ?{HEDGE}"
    return {
        "made of": re.compile(rf"[^;:()“”\"\n]{{0,60}}?(?P<cue>:|\s?[—–]| --?|,? (?:consist(?:s|ed|ing)? of|compris(?:es|ed|ing)(?: of)?|(?:is |was |are |were )?made up of|reflect(?:s|ed|ing)|divided into|split into)) ?{HEDGE}(?:{led})?"),
        "and": re.compile(r"[^.;:()“”\"\n]*?(?:,? and |;? and )[^.;:()“”\"\n]*"),
        "between": re.compile(r"[^.;:()“”\"\n]*"),
        # other wholes, parts that are no figures, parts of parts
        "apart": re.compile(r"\b(?:includ\w+|from|than|compared|against|versus|vs|up|down|rose|fell|increase\w*|between|other|others|another|rest|remaining|remainder|one|each|per(?! cent)|every|either|or|least|among|such|plus|more|less|most|both|mostly|mainly|twice|of which|of whom|none|balance|was|would|could|may|might)\b"),
        "apart of": re.compile(r"\b(?:includ\w+|from|than|compared|against|versus|vs|up|down|rose|fell|increase\w*|between|other|others|another|rest|remaining|remainder|one|each|per(?! cent)|every|either|or|least|among|such|plus|more|less|half|most|both|of which|of whom|none|balance|also)\b"),
        "goes on": re.compile(r"[^.;:()“”\"\n]{0,50}\b(?:rest|remain\w*|other|others|another|balance|one|half|most|unchanged)\b"),
    }


def partition(document: Document, figures: Sequence[Mention], known: Sequence[Relation]) -> Iterator[Relation]:
    """Relations total (whole, part, part, …) of the figures of a sentence; `known` are those found in it already."""
    text, taken = document.lower, {m.span.start for r in known for _, m in r.roles}
    place = document.sentence_at(figures[0].span.start)
    for i, whole in enumerate(figures[:-2]):
        q = quantity(whole)
        if q.dimension not in _SIZES or q.ranged or q.per or q.hedge or q.high < _LEAST or whole.span.start in taken:
            continue
        parts = figures[i + 1:]
        if not 1 < len(parts) <= _MOST_PARTS or not all(_is_part(m, whole) for m in parts):
            continue
        room = _room(text, whole, parts, place)
        if room and abs(sum(printed(quantity(m))[0] for m in parts) - printed(q)[0]) <= printed(q)[0] * room:
            yield Relation("total", (("whole", whole), *(("part", m) for m in parts)), {"cue": "colon", "likely": "yes"})


def _is_part(m: Mention, whole: Mention) -> bool:
    p, w = quantity(m), quantity(whole)
    return p.dimension in _SIZES and not p.ranged and not p.per and not p.hedge and 0 < p.high < w.high \
        and (alike(p, w) or {p.dimension, w.dimension} == {"count", "number"} or p.dimension == "number" or {p.dimension, w.dimension} == {"count"})


def _room(text: str, whole: Mention, parts: Sequence[Mention], place: Span) -> Decimal:
    """By what share of the whole the parts may miss it for it to be their sum all the same; 0 where nothing makes it that."""
    patterns = _patterns()
    gap = (whole.span.end, parts[0].span.start)
    if gap[1] - gap[0] > _FAR or any(b.span.start - a.span.end > _APART for a, b in pairwise(parts)):
        return Decimal(0)
    if any(not patterns["between"].fullmatch(text, a.span.end, b.span.start) for a, b in pairwise(parts)) or not patterns["and"].fullmatch(text, parts[-2].span.end, parts[-1].span.start):
        return Decimal(0)
    if patterns["goes on"].match(text, parts[-1].span.end, place.end):
        return Decimal(0)
    made = patterns["made of"].fullmatch(text, *gap)
    if made and not patterns["apart"].search(text, whole.span.end, made.start("cue")) and not patterns["apart"].search(text, parts[0].span.start, parts[-1].span.start):
        return _TOLD
    opens = _OPENS.search(text, max(0, place.start - 1), whole.span.start)  # with the blank or line before the sentence
    if opens and opens.start() <= place.start and text[gap[0]:gap[1]].rstrip().count(",") and not patterns["apart of"].search(text, whole.span.end, parts[-1].span.start):
        return _NEAR
    return Decimal(0)
