"""Wholes told in one sentence and their parts in the same or the next: "the remaining 7", "the state paid 24 million, the county …", shares of one poll.

Parts are told as all of them by what closes the list: "the rest", "the remaining", payers up to "and", a total behind the list, or those with no
opinion behind the answers. "Including", "among" and "such as" announce some of the parts only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity
from checker.relate.ratios import group_of
from checker.structure.document import Document

_RESTS = ("remaining", "the rest", "the other")
_REST_WORDS = ("remaining", "rest", "other")
_SUMS = ("total", "in all", "all told", "together", "combined", "that makes")  # "together" is in "altogether"
_REMAINING = re.compile(r"(?:\bthe (?:remaining|other|rest(?: of (?:them|it|the [a-z]+))?,?:?)|\bremaining|\bthe rest \(|\bthe rest(?: [a-z]+){1,4},) $", re.I).search
_SOME = re.compile(r"\b(?:includ\w+|among|such as|some of|at least|each|every|per(?! cent)|as well|more than|other than|compared|than|average|between|instead|not|up from|down from|"
                   r"also|earlier|previous\w*|last (?:year|month|week)|in (?:19|20)\d\d)\b", re.I).search
_OF = re.compile(r"\bof (?:the|those|these|its|their|his|her|all|our)(?: (?:the|total))? $", re.I).search
_OF_THOSE = re.compile(r"\bof (?:them|those|these|that number|whom|which)\b|:", re.I).search
_TOTAL = re.compile(r"(?:\b(?:a total of|in total|in all|altogether|all told|all together|together|combined|the (?:grand |combined |overall )?total|that makes|"
                    r"that adds up to)\b[^.;:\d]{0,50}?[ ,(])$", re.I).search
_SUMS_UP = re.compile(r"(?:(?:And|So|But) )?(?:In total|In all|Altogether|All told|All together|Together|Combined|The (?:grand |combined |overall )?total|That (?:makes|adds up))\b").match
_BEHIND = re.compile(r"[^.;:,\d]{0,30}?,? (?:in total|in all|altogether|all told|combined)\b").match
_OPENS = 40  # characters of a sentence before its share
_CLOSE = 120  # characters between a whole and the last of its parts
_ANOTHER = re.compile(r"\b(?:another|a further|an additional|the (?:rest|remaining|other)[,:]?) $", re.I).search
_COST = re.compile(r"\b(?:cost|costs|costing|bill|price|budget)\b").search
_UNDECIDED = re.compile(r"[^.;\d]{0,40}?\b(?:no opinion|undecided|unsure|not sure|(?:did|do|does)(?: not|n[’']t) know|no answer|(?:were|was|are|is)n[’']t sure|ha(?:ve|d)(?: not|n[’']t) (?:decided|made up)|declined to (?:answer|say)|refused to (?:answer|say)|could(?: not|n[’']t) say|no (?:view|preference))\b").match
_OTHERS = re.compile(r"\b(?:among|of whom|from|compared|than|up|down|points|versus|vs|each|either|earlier|ago|previously)\b|\bagainst (?:[a-z]+ )?$|[:\n]|(?<!\bU)(?<!\bU\.[SK])\.(?! [a-z])", re.I).search


def wholes(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention], dimensions: Sequence[str]) -> Iterator[Relation]:
    """Relations "total" (whole, part, …) and "answers" (part, …; with a fact where they are told as all of them), of a sentence with two figures.

    `figures` are those of the sentence, `dimensions` theirs, `mentions` all figures of the document in order.
    """
    percents, money = dimensions.count("percent"), dimensions.count("money")
    counts = dimensions.count("count") + dimensions.count("number")
    if percents > 2:
        yield from _answered(document.text, figures)
    if percents > 1:
        yield from _answered_next(document, mentions, figures)
    if max(percents, money, counts, *map(dimensions.count, _SIZES)) < 2:
        return
    index = document.sentence_index(figures[0].span.start)
    sentences = document.sentences
    near = _Near(document, mentions, index)
    if money + counts > 2 and money:
        yield from _paid(document.text, near.beside(-1), figures, sentences[index].start)
    lower = document.lower[sentences[max(0, index - 1)].start:sentences[min(len(sentences) - 1, index + 2)].end]
    if any(map(lower.__contains__, _RESTS)):
        yield from _remaining(document, near.beside(-1), figures)
        if len(after := near.beside(1)) == 1:
            yield from _remaining(document, figures, after)
    if percents < 2 and any(map(lower.__contains__, _SUMS)):
        further = near.beside(1)
        yield from _added(document.text, near.beside(-1), figures, further, ahead=True)
        yield from _added(document.text, further, figures, (), ahead=False)
        if len(further) == 1:
            yield from _added(document.text, near.beside(2), figures, further, ahead=False)


class _Near:
    """The figures of the sentences around one, ordinals and ages left out."""

    def __init__(self, document: Document, mentions: Sequence[Mention], index: int) -> None:
        self._document, self._mentions, self._index = document, mentions, index
        self._zone = document.zone_index(document.sentences[index].start)

    def beside(self, step: int) -> list[Mention]:
        """Those so many sentences on, in the same paragraph."""
        at = self._index + step
        if not 0 <= at < len(self._document.sentences):
            return []
        start, end = self._document.sentences[at]
        if self._document.zone_index(start) != self._zone:
            return []
        first = bisect_left(self._mentions, start, key=_start)
        return [m for m in self._mentions[first:bisect_left(self._mentions, end, key=_start)] if quantity(m).dimension not in ("ordinal", "age")]


def _start(m: Mention) -> int:
    return m.span.start


def _alike(a: Mention, b: Mention) -> bool:
    """Can the two be parts of one whole: both counts, or amounts in one unit?"""
    p, q = quantity(a), quantity(b)
    if p.ranged or q.ranged or p.per or q.per:
        return False
    counts = ("count", "number")
    return (p.dimension in counts and q.dimension in counts) or (p.dimension == q.dimension and p.unit == q.unit and p.dimension in _MEASURED)


_MEASURED = frozenset({"money", "percent", "area", "length", "mass", "volume"})
_SIZES = ("area", "length", "mass", "volume")
_SHARES = 4  # of the sentence before, one of which may be a part too


def _remaining(document: Document, before: Sequence[Mention], figures: Sequence[Mention]) -> Iterator[Relation]:
    """Of the 40 homes, 12 burned, 20 were damaged and the remaining 7 stood: what is pointed at as the whole, and all that follows."""
    text = document.text
    for k, m in enumerate(figures):
        start = max(0, m.span.start - 60)
        if not any(map(text[start:m.span.start].lower().__contains__, _REST_WORDS)) or not _REMAINING(text, start, m.span.start):
            continue
        own = [x for x in figures[:k] if _alike(x, m) and not (text.endswith("from ", 0, x.span.start) and text.startswith(" to ", x.span.end))]  # "from 6% to 17%"
        if own and text[own[-1].span.end:m.span.start].strip().startswith("of "):
            continue  # 11 of the remaining 14
        if quantity(m).dimension == "percent":
            # the first may be shares of something else
            told = [*[x for x in before if _alike(x, m)][-_SHARES:], *own]
            made = any(abs(sum([quantity(x).high for x in (*some, *own[n:], m)], Decimal(-100))) <= 1 for n in range(len(own) + 1) for some in ((), *((x,) for x in told[:-len(own) or None])))
            if own and not made and not _SOME(text[own[0].span.start:m.span.end]) and not _of_something(document, own[0], m):
                yield Relation("answers", tuple(("part", x) for x in (*own, m)), {"all": "told"})
            continue
        earlier = [x for x in before if _alike(x, m)]
        for chain in (own, [*earlier[-1:], *own], [*earlier, *own]):
            if len(chain) > 1 and (_pointed(text, chain[0], chain[1]) or _bare(text, chain, m)) and not _SOME(text[chain[0].span.start:m.span.end]):
                yield Relation("total", (("whole", chain[0]), *(("part", p) for p in (*chain[1:], m))), {"cue": "remaining"})
                break


@cache
def _owners() -> tuple[re.Pattern[str], ...]:
    owned = re.compile(r"(?:[’']s|s[’']|\b(?:its|his|her|their|my|our)) remaining $", re.I)
    return owned, re.compile(r"\bothers?\b", re.I), re.compile(r"(?:^|[^\w\s]|\band|\bwith) ?one (?!of\b)", re.I)


def _of_something(document: Document, first: Mention, rest: Mention) -> bool:
    """Are the shares of no common whole: "one pays 8 percent and the other 9", "the bank's remaining 10 percent", others told before the first?"""
    text, start = document.text, document.sentence_at(rest.span.start).start
    owned, others, one = _owners()
    return bool(owned.search(text, max(start, rest.span.start - 30), rest.span.start) or others.search(text, start, first.span.start)
                or text.endswith("the other ", start, rest.span.start) and one.search(text, start, rest.span.start))


def _pointed(text: str, whole: Mention, part: Mention) -> bool:
    """Is the first a whole that the other is some of: "of the 40 homes, 12", "40 homes. Of those, 12", "40 homes: 12"?"""
    between = text[whole.span.end:part.span.start]
    return len(between) < 120 and (bool(_OF(text, max(0, whole.span.start - 25), whole.span.start)) or bool(_OF_THOSE(between)))


def _bare(text: str, chain: Sequence[Mention], rest: Mention) -> bool:
    """Are a part and the rest bare numbers behind what is counted: "12 were in the boat. Seven drowned, the other five swam"?"""
    whole, part = quantity(chain[0]), quantity(chain[-1])
    return len(chain) == 2 and whole.dimension == "count" and part.dimension == quantity(rest).dimension == "number" and not whole.hedge \
        and whole.low > max(part.high, quantity(rest).high) and rest.span.start - chain[0].span.end < _CLOSE and not part.hedge


@cache
def _payers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    who = r"(?:[A-Za-z’'.-]+ ){1,5}?"
    pay = r"(?:(?:will |is |was |has )?(?:pay|paying|pays|paid|contributed?|contributing|provided?|providing|put up|putting up|covers?|covered|gave|gives) )"
    return re.compile(rf"{who}{pay}{HEDGE}"), re.compile(rf",?( and)? {who}(?:{pay})?{HEDGE}")


def _paid(text: str, beside: Sequence[Mention], figures: Sequence[Mention], start: int) -> Iterator[Relation]:
    """The bridge cost $48 million. The state paid $24 million, the county $12 million and the town $8 million."""
    wholes_ = [m for m in beside if quantity(m).dimension == "money" and text[m.span.start - 1] != "("]
    if len(wholes_) != 1 or len(figures) < 3 or not _COST(text, max(0, beside[0].span.start - 60), beside[-1].span.end):
        return
    first, other = _payers()
    if not first.fullmatch(text[start:figures[0].span.start][:90]):
        return
    parts, ended = [figures[0]], False
    for m in figures[1:]:
        found = other.fullmatch(text[parts[-1].span.end:m.span.start][:90])
        if found is None or ended:
            break
        parts.append(m)
        ended = bool(found[1])
    if ended and len(parts) > 2 and all(_alike(p, wholes_[0]) or quantity(p).dimension == "number" for p in parts):
        yield Relation("total", (("whole", wholes_[0]), *(("part", p) for p in parts)), {"cue": "payers"})


def _added(text: str, figures: Sequence[Mention], near: Sequence[Mention], further: Sequence[Mention], *, ahead: bool) -> Iterator[Relation]:
    """24 million for the deck, 15 million for the piers. Together that is 41 million; the parts before or after, another in one more sentence.

    Parts behind a total (`ahead`) that nothing tells to be all of it may be less.
    """
    if not figures or len([m for m in figures if _alike(m, figures[0])]) > 1:
        return
    whole = figures[0]
    start = max(text.rfind(". ", 0, whole.span.start) + 2, text.rfind("\n", 0, whole.span.start) + 1)
    behind = _BEHIND(text, whole.span.end)
    if not behind and not (_TOTAL(text, start, whole.span.start) and (ahead or _SUMS_UP(text, start, whole.span.start))):
        return  # behind parts, "she needs a total of 2,383" sums up nothing
    closed = bool(further) and bool(_ANOTHER(text, max(0, further[0].span.start - 30), further[0].span.start))
    parts = [*near, *further] if closed else list(near)
    if len(parts) < 2 or not all(_alike(m, whole) and _same_kind(m, whole) for m in parts):
        return
    if _SOME(text[max(0, min(m.span.start for m in (whole, *parts)) - 30):max(m.span.end for m in (whole, *parts)) + 30]):
        return
    facts = {"bound": "at most"} if ahead and not closed else {}
    yield Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "added", **facts})


def _same_kind(part: Mention, whole: Mention) -> bool:
    """Does the whole count what the part counts, or people as a rule do?"""
    p, w = quantity(part), quantity(whole)
    return p.dimension == "money" or w.unit in ("", "person", p.unit)


def _answered_next(document: Document, mentions: Sequence[Mention], figures: Sequence[Mention]) -> Iterator[Relation]:
    """62 percent were for it and 29 percent against it. The other answer, 14 percent had no opinion, in the next sentence."""
    text = document.text
    if _UNDECIDED(text, figures[-1].span.end):
        return
    further = _Near(document, mentions, document.sentence_index(figures[0].span.start)).beside(1)
    if len(further) == 1 and quantity(further[0]).dimension == "percent":
        between = text[document.sentence_at(further[0].span.start).start:further[0].span.start]
        if len(between) < _OPENS and not _OTHERS(between):
            yield from _answered(text, [*figures, further[0]], ".")


def _answered(text: str, figures: Sequence[Mention], end: str = "") -> Iterator[Relation]:
    """62 percent were for it, 29 percent against it, and 14 percent had no opinion; `end` closes the sentence before the last."""
    shares = [m for m in figures if quantity(m).dimension == "percent"]
    if len(shares) < 3 or not _UNDECIDED(text, shares[-1].span.end):
        return
    parts = [shares[-1]]
    for m in reversed(shares[:-1]):
        between = text[m.span.end:parts[0].span.start]
        if len(parts) == 1 and end:
            between = between.replace(end, "", 1)
        if len(between) > 110 or _OTHERS(between):
            break
        parts.insert(0, m)
    if len(parts) > 2 and len({group_of(text, m) for m in parts} - {""}) < 2:
        yield Relation("answers", tuple(("part", p) for p in parts))
