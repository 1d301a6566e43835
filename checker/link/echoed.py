"""Figures told again by the noun of what was done, or as what its owner has: "was fined $5,000 … the $7,000 fine", "a lead of eight points … her 12-point lead", "has 14 ships. Four of its 16 ships", "who has four children … the mother of five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.english import FUNCTION_WORDS
from checker.data.units import ONES
from checker.extract.hedges import printed, rounding
from checker.link.desks import has_crowded_figures
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.pointed import Pointed
from checker.model import Mention, Quantity
from checker.relate.stems import stem
from checker.structure.document import Document

DETERMINERS = ("the ", "his ", "her ", "its ", "their ", "that ", "The ", "His ", "Her ", "Its ", "Their ", "That ", "all ", "All ")  # before a figure that is told as known
_KINDS = frozenset({"money", "percent", "duration", "count", "points", "vote", "length", "mass"})
_EARLIER = 60  # figures before and behind one that may be of the same
_MOST = 200  # figures of a text; more are tables
_RATIO = 4
_NEAR = 2  # sentences between what somebody has and what of it is told
_LEAD = 44  # characters before a figure in which its verb or noun stands
_OF_WHAT = 5  # words behind a noun that tell which one is meant
_COMMON = frozenset("time day year week month people man woman member dollar way part thing case number total deal plan".split())
_OPENERS = FUNCTION_WORDS | ONES.keys() | {"most", "half", "many", "nearly", "almost", "about", "only", "each", "none", "all"}  # words that may open a sentence and are no owner's name
_OWNED = ("its ", "their ", "Its ", "Their ")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "done": re.compile(r"(?:\b(?:a|an|the|his|her|its|their|with|of) (?:[a-z-]+ )?(?P<noun>[a-z]+) of|(?P<event>[a-z]+) (?:has |had )?lasted(?: for)?|(?P<verb>[a-z]+)(?: (?:him|her|it|them|the [a-z]+))?(?: (?:to|by|for|in favou?r))?) (?:about |some |nearly |almost |at least |more than |around |only |just )?$"),
        "unsure": re.compile(r"\b(?:could|would|may|might|if|faces?|facing|another|additional|further|each|every|average|up to|maximum|minimum|at least|more than|than|from|not|also|sought|seeks?|seeking|wants?|wanted|asked|proposed|initially|originally|previously|earlier|first|second|third|last (?:year|month|week)|per(?! cent)|including|among|extra|addition)\b"),
        "new": re.compile(r"\b(?:another|second|third|previous|earlier|maximum|minimum|proposed|possible|potential|average|typical|other|first|next|new|additional|more|extra|total|original|initial|old|separate|similar|instead|than|from|rather|whole|entire|rest|remaining|last|only|just|left|leaving|surviving|combined)\b"),
        "prepared": re.compile(r"(?: (?:imposed|handed|given|announced|planned|paid|made|won|set))? (?:for|of|in|on|against|from|by|at|with|to|over|that|which) "),
        "has": re.compile(r"(?P<who>[\w’'-]+)(?: now| still| currently)? (?:has|have|owns?|operates?|runs?|employs?) $"),
        "parent": re.compile(r"\b(?P<who>[Mm]other|[Ff]ather)(?:-of-| of )$"),
        "children": re.compile(r"(?:\b(?:[Ww]ho|[Ss]he|[Hh]e|and) (?:has|had|leaves|left)|\b(?P<her>[Hh]er)|\b(?P<his>[Hh]is)) $"),
        "time": re.compile(r"\b(?:(?:19|20)\d\d|last (?:year|month|week|season)|(?:in|of|since) (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b\.?|(?:a|two|three) (?:year|month|week)s? (?:ago|earlier|before))"),
        "word": re.compile(r"[A-Za-z]{3,}"),
    }


def echoed(analysis: Analysis) -> Iterator[Pointed]:
    """The figures of a document that tell again, and otherwise, what one before them tells."""
    text, figures = analysis.document.text, names(analysis).figures
    pointing = [i for i, b in enumerate(figures) if text[b[1][0] - 6:b[1][0]].endswith(DETERMINERS) and i and _may_point(_quantity(b))]
    if len(figures) > _MOST or not (pointing or "mother" in analysis.document.distinct or "father" in analysis.document.distinct) or has_crowded_figures(analysis.document):
        return
    leads: dict[int, str] = {}
    for i in pointing:
        told = _done(analysis.document, figures, i, leads) or _owned(analysis.document, figures, i)
        if told is not None:
            yield Pointed(figures[i], told)
    yield from _parents(analysis.document, figures)


def _may_point(q: Quantity) -> bool:
    """May a figure be told again: one alone, of a kind with a noun?"""
    return q.dimension in _KINDS and (q.noun != "" or q.dimension == "vote") and not q.ranged and not q.hedge


def _quantity(m: Mention) -> Quantity:
    assert isinstance(m.value, Quantity)
    return m.value


def _noun_stems(m: Mention, text: str) -> set[str]:
    q = _quantity(m)
    words = q.noun.lower().split() or (["vote"] if text.startswith(" vote", m.span.end) else [])
    if "-" in m.text and q.dimension == "count" and (behind := _patterns()["word"].match(text, m.span.end + 1)):
        words.append(behind[0].lower())  # "the 700-man garrison"
    return {_root(w) for w in words if w not in _COMMON}


def _root(word: str) -> str:
    """The stem without a last "e", so that "fined" has that of "fine"."""
    found = stem(word)
    return (found[:-2] if found.endswith("ed") and len(found) == len("fined") else found).rstrip("e")


def _apart(a: Quantity, b: Quantity) -> bool:
    """Are the two figures different ones, rounding and hedges given, and near enough to be one figure told twice?"""
    if a.dimension == "vote":
        return (a.low, a.high) != (b.low, b.high) and (a.low == b.low or a.high == b.high)
    room = max(rounding(a), rounding(b)) if max(a.step, b.step) > 1 else 0
    low, high = sorted((printed(a)[0], printed(b)[0]))
    return low > 0 and low + room < high <= low * _RATIO and not a.low <= printed(b)[0] <= a.high


def _done(document: Document, figures: Sequence[Mention], i: int, leads: dict[int, str]) -> Mention | None:
    """The only figure before it whose verb or noun is its own noun: "was fined $5,000" of "the $7,000 fine"; `leads` keeps what leads each figure."""
    text, patterns, b = document.text, _patterns(), figures[i]
    q, names = _quantity(b), _noun_stems(b, text)
    sentence = document.sentence_at(b.span.start)
    if not names or patterns["new"].search(text, max(sentence.start, b.span.start - 40), b.span.end):
        return None
    index, near = document.sentence_index(b.span.start), figures[max(0, i - _EARLIER):i + _EARLIER]
    own = [x for x in near if x is not b and _quantity(x).dimension in (q.dimension, "number")]
    told = [a for a in own if document.sentence_index(a.span.start) < index and _is_of(document, a, b, names, leads)]
    values = {(_quantity(a).low, _quantity(a).high) for a in told}
    if len(values) != 1 or not _apart(_quantity(told[-1]), q) or q.dimension == "count" and _in_parts(document, near, told[-1]):
        return None
    others = [x for x in own if (_quantity(x).low, _quantity(x).high) not in values and (_quantity(x).dimension == q.dimension and _noun_stems(x, text) & names or _is_of(document, x, b, names, leads))]
    return told[-1] if not others and _same_one(document, told[-1], b) else None


def _in_parts(document: Document, figures: Sequence[Mention], a: Mention) -> bool:
    """Is another count told in the sentence: "killed nine in Osk and four in Selby"?"""
    index = document.sentence_index(a.span.start)
    return any(x is not a and document.sentence_index(x.span.start) == index and _quantity(x).dimension in ("count", "number") for x in figures)


def _is_of(document: Document, a: Mention, b: Mention, names: set[str], leads: dict[int, str]) -> bool:
    """Stands the noun of the one, or its verb, before the other: "fined", "sentenced to", "a lead of"?"""
    p, q = _quantity(a), _quantity(b)
    if p.ranged or p.per != q.per or q.dimension != "count" and p.unit != q.unit or p.dimension == "number" and q.dimension != "count":
        return False
    if a.span.start not in leads:
        leads[a.span.start] = _lead(document, a)
    lead = leads[a.span.start]
    return lead in names and (q.dimension != "count" or p.dimension == "number" or p.unit == q.unit or _root(p.unit) in names or _root(q.unit) == lead)


def _lead(document: Document, a: Mention) -> str:
    """The root of the verb or noun that leads a figure; "" where there is none, or it tells what was only wished, planned or one of several."""
    sentence, patterns = document.sentence_at(a.span.start), _patterns()
    found = patterns["done"].search(document.text, max(sentence.start, a.span.start - _LEAD), a.span.start)
    word = found and (found["noun"] or found["event"] or found["verb"])
    if not word or word.endswith("ing") or patterns["unsure"].search(document.text, sentence.start, a.span.end + 25):
        return ""
    return _root(word)


def _same_one(document: Document, a: Mention, b: Mention) -> bool:
    """Does nothing behind the second tell of another: no phrase, or one with a word of the first's sentence?"""
    text, patterns = document.text, _patterns()
    said = {_root(w) for w in patterns["word"].findall(text, *document.sentence_at(a.span.start))}
    if any(_root(w) not in said for w in _quantity(b).noun.split()[:-1] if len(w) > 2):
        return False
    times = patterns["time"].findall(text, *document.sentence_at(b.span.start))
    if not set(times) <= set(patterns["time"].findall(text, *document.sentence_at(a.span.start))):
        return False
    noun = f" {_quantity(b).noun}" if _quantity(b).noun else " vote"
    end = b.span.end + len(noun) * text.startswith(noun, b.span.end)
    if patterns["prepared"].match(text, end) is None:
        return True
    behind = [w for w in patterns["word"].findall(text, end, document.sentence_at(b.span.start).end)[:_OF_WHAT] if len(w) > 3 and _root(w) not in _noun_stems(b, text)]
    behind = [w for w in behind if not _DAY.fullmatch(w)]
    return not behind or not any(w[:1].isupper() and _root(w) not in said for w in behind) and any(_root(w) in said for w in behind)


def _owned(document: Document, figures: Sequence[Mention], i: int) -> Mention | None:
    """ "The navy has 14 ships" of "Four of its 16 ships": in the two sentences before, and no third count of them."""
    text, patterns, b = document.text, _patterns(), figures[i]
    q = _quantity(b)
    if q.dimension != "count" or not text[b.span.start - 6:b.span.start].endswith(_OWNED):
        return None
    start = document.sentence_at(b.span.start).start
    words = text[start:b.span.start].split()
    same = [x for x in figures if x is not b and _quantity(x).unit == q.unit and _quantity(x).dimension == "count"]
    if len(same) != 1 or any(w[:1].isupper() for w in words[1:]) or words[:1] and words[0].lower() not in _OPENERS or patterns["new"].search(text, max(start, b.span.start - 30), b.span.end):
        return None
    a = same[0]
    p = _quantity(a)
    if p.noun != q.noun or p.hedge or _in_parts(document, figures, a) or not 0 < document.sentence_index(b.span.start) - document.sentence_index(a.span.start) <= _NEAR:
        return None
    has = patterns["has"].search(text, document.sentence_at(a.span.start).start, a.span.start)
    return a if has is not None and _apart(p, q) and p.low < q.low else None


def _parents(document: Document, figures: Sequence[Mention]) -> Iterator[Pointed]:
    """ "who has four children … The mother of five": the only two such figures of a text, of a woman or a man alike."""
    if "mother" not in document.distinct and "father" not in document.distinct:
        return
    text, patterns = document.text, _patterns()
    parents = [(m, found["who"].lower()) for m in figures if _quantity(m).dimension == "number" and (found := patterns["parent"].search(text, max(0, m.span.start - 12), m.span.start))]
    children = [(m, found) for m in figures if _quantity(m).unit == "child" and (found := patterns["children"].search(text, max(0, m.span.start - 12), m.span.start))]
    if len(parents) != 1 or len(children) != 1 or sum(_quantity(m).unit == "child" for m in figures) != 1:
        return
    (parent, who), (child, found) = parents[0], children[0]
    if found["her" if who == "father" else "his"] or _quantity(parent).hedge or _quantity(child).hedge or text.startswith(_WITH, child.span.end) or _quantity(parent).low == _quantity(child).low \
            or abs(document.sentence_index(parent.span.start) - document.sentence_index(child.span.start)) > _NEAR + 1 \
            or not text.startswith(("The ", "the "), parent.span.start - len("the mother of ")) and not (found["her"] or found["his"]):
        return
    first, last = sorted((parent, child), key=lambda m: m.span)
    yield Pointed(last, first)


_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Today|today|tomorrow|yesterday|night|morning|week|month|year")
_WITH = (" with", " by", " from", " aged", " under", " in ", " at ", " who")
