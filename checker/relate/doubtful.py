"""Changes whose reading is in doubt: ranges, exchange rates, what was held against something else. Nothing is said of them.

Prose about trade tells many figures in one sentence, and a figure is then easily taken for one end of a change that is told of another.
"""

from __future__ import annotations

import re
from functools import cache

from checker.data.ways import FALLING, RISING
from checker.model import Mention, Relation, Span
from checker.relate.gaps import HEDGE, quantity
from checker.structure.document import Document

_FAR = 20  # times that the one figure may be the other: beyond it they are of two kinds ("108.6 million, or one dollar a share, up from 86.8 million")
_LONG = 500  # characters before a change that tell of an exchange rate: sentences are shorter
_AROUND = 60  # characters around the figures in which is told what they are of
_NOUNS = frozenset("rise fall drop jump climb gain cut decline decrease increase growth reduction slide dip surge plunge".split())
_MONTHS = "january february march april may june july august september october november december".split()  # of "from 5 percent on May 10 to 12 percent"
_CUES = {"direction": ("then", "now"), "change": ("from", "to")}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    number = r"(?:\d[\d.,/-]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten)"
    verbs = "|".join(sorted(w for w in RISING | FALLING if w.endswith("ed") or w in ("rose", "grew", "fell", "slid", "shrank", "sank")))
    return {
        # an exchange rate goes down as the currency goes up
        "exchange": re.compile(r"\b(?:to|against|per) (?:the |(?=us |u\.s\. ))(?:us |u\.s\. |american )?(?:dollar|pound|euro|yen|mark|franc|peso|rupee|rouble|ruble|yuan|lira|real|rand)\b|/(?:dollar|dlr|pound|sterling|euro|yen|mark|franc)\b|\bfrequency\b|\bintervals?\b"),
        "joined": re.compile(r" ?(?:to|-|–|/|and) ?"),
        "from": re.compile(r"\bfrom (?:[a-z$£€’'-]+ ){0,6}[$£€]?$"),
        "held": re.compile(rf"\brang\w+ (?:\w+ )?from {HEDGE}$|{number}(?:[^.;:]|\.(?=\d)){{0,40}}\b(?:up|down)\b(?:[^.;:]|\.(?=\d)){{0,40}} from (?:the )?$"),
        "range ahead": re.compile(rf" ?(?:to|/|–) ?{HEDGE}{number}"),
        "range before": re.compile(rf"{''.join(f'(?<!{month} )' for month in _MONTHS)}(?<![\d.,])(?<!\bby )(?<!\bby [$£€])(?!(?:19|20)\d\d\b){number} ?(?:to|/|–) ?$"),
        "again": re.compile(r"[ a-z]{0,12} from \d"),
        "aside": re.compile(rf"\b(?:after|including|excluding|despite|against|compared (?:with|to)) {HEDGE}$"),
        "clause": re.compile(r"\b(?:while|whereas)\b"),
        "high": re.compile(r"\bfrom (?:an? |the |its |their )?(?:[\w-]+ )?(?:high|peak|low|bottom|trough) of $"),
        "verb": re.compile(r"\b(?:will|would|could|(?<!since )(?<!in )(?<!of )(?<!last )(?<!by )may|said|says|was|were|has|have|had|compared)\b"),
        "aside between": re.compile(r"\b(?:making|bringing|leaving|taking|giving)\b"),
        "noun": re.compile(r"(?:^|[ \n])(?:the|an?|this|that|its|their|another) $"),
        "minimum": re.compile(r"\b(?:minimum|maximum|at least|purity|pure|grade|yielding|paying|bearing) $"),
        "on": re.compile(rf"{''.join(f'(?<!{w})' for w in ('percent', 'pct', '%', *sorted(_NOUNS)))} on (?!\w+day|average|the year|record|the month|jan|feb|mar|apr|may |jun|jul|aug|sep|oct|nov|dec)"),
        "on before": re.compile(rf"\bon {HEDGE}$"),
        "fewer of": re.compile(r" (?:more|fewer|less|lower|higher) (?!(?:than|in|at|to|from|on|for|this|last)\b)[a-z]+(?! (?:[a-z]+ )?than\b)"),
        "above": re.compile(r" (?:over|above|below|under) (?!the (?:past|last|previous|same)|last|a year|two|three)"),
        "moved": re.compile(rf"\b(?:{verbs})\b"),
    }


def doubtful(document: Document, relation: Relation) -> bool:
    """Is it doubtful that a relation change or direction relates what belongs together?"""
    ends = _CUES.get(relation.kind)
    if ends is None:
        return False
    then, now = (relation.get(name) for name in ends)
    if then is None or now is None:
        return False
    small, large = sorted((quantity(then).high, quantity(now).high))
    if large > _FAR * small:
        return True
    a, b = sorted((then, now), key=lambda m: m.span)
    text, stretch = document.lower, Span(a.span.end, b.span.start)
    return _ranges(text, a, b, stretch) or "far" not in relation.facts and (_misdirected(document, relation, then, now) if relation.kind == "direction" else _misplaced(text, relation, a, b, stretch))


def _ranges(text: str, a: Mention, b: Mention, stretch: Span) -> bool:
    """Is either end one of a range ("from 2.3 to 2.6 million, down from 2.4 to 2.7 million")?"""
    patterns = _patterns()
    before = text[max(0, a.span.start - _AROUND):a.span.start]
    if patterns["joined"].fullmatch(text, *stretch):
        if quantity(b).high == 1:
            return True  # "increased from 18 to 1, to over 25 to 1"
        return not patterns["from"].search(before) or patterns["held"].search(before) is not None or patterns["again"].match(text, b.span.end) is not None
    return any(patterns["range ahead"].match(text, m.span.end) or patterns["range before"].search(text, max(0, m.span.start - 20), m.span.start) for m in (a, b))


def _misdirected(document: Document, relation: Relation, then: Mention, now: Mention) -> bool:
    """Does the word of rising or falling not tell how these two differ?"""
    patterns, told, text = _patterns(), relation.get("told"), document.lower
    first, last = min(then.span.start, now.span.start), max(then.span.end, now.span.end)
    if told is None or patterns["exchange"].search(text, max(document.sentence_at(told.span.start).start, told.span.start - _LONG), last + _AROUND):
        return True
    words = text[told.span.start:told.span.end]
    if "noun" not in relation.facts and patterns["noun"].search(text, max(0, told.span.start - 30), told.span.start) and (first_word := words.partition(" ")[0]) in _NOUNS and not text.startswith((" in ", " of ", " to ", " from "), told.span.start + len(first_word)):
        return True  # "the rise took the rate to 3.4 percent from 3.5"
    if told.span.start < first:
        between = text[told.span.start:first]
        if patterns["clause"].search(text, told.span.start, last) or (words.endswith("ing") and between.endswith((" at ", " at about ", " at around ", " at an annual rate of "))):
            return True  # "was growing at seven percent, down from nine"
        if between.endswith(" at ") and any(c.isdigit() for c in between):
            return True  # "was up 12.5 cents at 6.70, from 6.80"
    elif patterns["aside"].search(text, max(0, now.span.start - _AROUND), now.span.start):
        return True  # "a profit of 139 million, after a 1.7 billion charge, down from 1.56 billion"
    return patterns["high"].search(text, max(0, then.span.start - _AROUND), then.span.start) is not None and words.startswith(("was ", "were ", "is ", "up", "down"))


def _misplaced(text: str, relation: Relation, a: Mention, b: Mention, stretch: Span) -> bool:
    """Is the percentage or the like told of something else than these two?"""
    patterns, by = _patterns(), relation.get("by")
    if by is None or patterns["on"].search(text, *stretch) or patterns["aside between"].search(text, *stretch) or patterns["on before"].search(text, max(0, by.span.start - 30), by.span.start) \
            or patterns["fewer of"].match(text, by.span.end) or (quantity(by).dimension == "points" and patterns["above"].match(text, by.span.end)):
        return True
    if patterns["range before"].search(text, max(0, by.span.start - 20), by.span.start):
        return True
    if by.span.end <= a.span.start:
        return patterns["verb"].search(text, by.span.end, a.span.start) is not None or patterns["minimum"].search(text, max(0, by.span.start - 30), by.span.start) is not None
    return by.span.start >= b.span.end and patterns["moved"].search(text, b.span.end, by.span.start) is not None
