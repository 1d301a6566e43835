"""A change called by a noun in the sentence behind its figures: "went from 6.1 percent in May to 6.8 percent in June. The rise was the first"; "numbered 160 in 2012, 190 in 2013 and 210 in 2014. The rise worries nurses"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.extract.hedges import kind_of
from checker.model import Mention, Relation, Span
from checker.relate.borneout import ordered
from checker.relate.gaps import quantity
from checker.relate.near import within
from checker.relate.ratios import alike
from checker.structure.document import Document
from checker.structure.words import alternatives

_UP = frozenset("rise increase jump gain surge climb uptick upturn growth".split())
_DOWN = frozenset("fall decline drop decrease slide dip slump downturn plunge reduction".split())
NOUNS = _UP | _DOWN
_NEVER = frozenset({"points", "score", "vote", "temperature", "duration", "age", "ordinal"})
_TIMES = 5  # times that the one may be the other


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "the": re.compile(rf"(?:the|that|this|such an?) (?:[a-z]+ )?(?P<noun>(?P<up>{alternatives(_UP)})|{alternatives(_DOWN)}) (?:was|is|has|had|came|comes|comes|marks|marked|follows|followed|means|meant|reflects|reflected|worries|worried|pleased|surprised|alarmed|[a-z]+(?:ed|es|s)) "),
        "noun": re.compile(r"(?:the|that|this) (?:price|tax|rate|wage|pay|fee|fare|rent|temperature|sea|interest|planned|proposed|expected|projected|cost) "),
        "breaks": re.compile(r"[“”\"]|\b(?:while|whereas|than|including|among|forecast|expected|would|could|if|up|down|rose|fell|increase\w*|decline\w*|drop\w*|gain\w*)\b"),
        "year": re.compile(r"(?<![\d,.$-])(?:19|20)\d\d(?![\d,])"),
    }


def that_rise(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations direction (now, then, told) of the figures of the sentence before that "The rise" begins behind."""
    lower, patterns = document.lower, _patterns()
    for word in sorted(NOUNS & document.lowercase):
        for at in document.places(word):
            sentence, index = document.sentence_at(at), document.sentence_index(at)
            led = patterns["the"].match(lower, sentence.start)
            if led is None or led.start("noun") != at or not index or patterns["noun"].match(lower, sentence.start):
                continue
            before = document.sentences[index - 1]
            if document.zone_index(before.start) != document.zone_index(at) or patterns["breaks"].search(lower, *before):
                continue
            pair = _pair(lower, within(mentions, before), before)
            if pair is not None:
                place = Span(sentence.start, at + len(word))
                told = Mention("quantity", place, document.text[place.start:place.end], quantity(pair[1]))
                yield Relation("direction", (("now", pair[1]), ("then", pair[0]), ("told", told)), {"way": "up" if led["up"] else "down", "apart": "yes", "noun": "yes", "far": "yes"})


def _pair(lower: str, figures: Sequence[Mention], place: Span) -> tuple[Mention, Mention] | None:
    """The first and the last of two figures or more of one kind that go one way, each with its time."""
    kin = [m for m in figures if quantity(m).dimension not in _NEVER]
    if len(kin) < 2 or any(quantity(m).ranged or not quantity(m).low or kind_of(quantity(m)) in ("over", "under", "least", "most") or not alike(quantity(m), quantity(kin[0])) for m in kin):
        return None
    low, high = min(quantity(m).low for m in kin), max(quantity(m).low for m in kin)
    if high > low * _TIMES:
        return None
    if len(kin) == 2:
        return ordered(lower, kin, place)
    years = _patterns()["year"].findall(lower, *place)
    values = [quantity(m).low for m in kin]
    if len(years) == len(kin) and sorted(set(years)) == years and values in (sorted(values), sorted(values, reverse=True)) and len(set(values)) == len(values):
        return kin[0], kin[-1]
    return None
