"""A share and the rest of it: "two of the three children … the other two", "81 of the 166 seats, the others taking 95 between them"; and parts told with verbs: "by selling land for 12 million, raising fares by 8 million and …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.data.units import ONES, TENS
from checker.extract.hedges import printed
from checker.extract.times import MONTHS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import HEDGE, occurrences, quantity
from checker.structure.document import Document
from checker.structure.words import alternatives

_WORD = alternatives(w for w in (*ONES, *TENS) if w.isalpha() and (ONES.get(w) or TENS.get(w)))
_NUM = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:(?:{_WORD})(?:-(?:{_WORD}))?))(?![\w%$£€.,:-]*\d|[-–]\w)"
_OF = r"(?:the |its |their |his |her |these |those |our |(?:the |its |their |his |her |a )?(?:[\w’'-]+ ){0,2}[\w-]+(?:[’']s|s[’']) )?"
_SHARE = re.compile(rf"(?<![\w.,$£€-])({_NUM}) (?:[a-z-]+ )?of {_OF}({_NUM})(?: [a-z-]+)??(?: ([a-z-]+))?(?![\w-])|"
                    rf"(?<![\w.,$£€-])({_NUM}) ([a-z-]+)(?: [a-z’'-]+){{0,4}}, ({_NUM}) of (?:them|whom|which)\b", re.I)
_REST = re.compile(rf"\b[Tt]he (?:other|remaining) ({_NUM})(?! (?:of|per|percent|pct|million|billion)\b|%)(?: ([a-z-]+))?|"
                   rf"\b[Tt]he (?:others|rest|other (?:[a-z]+ ){{1,4}}?|remaining (?:[a-z]+ ){{1,3}}?),? ?(?:[a-z]+ )?(?:taking|took|take|won|winning|win|got|getting|had|have|having|hold|holding|held|shared|"
                   rf"sharing|share|secured|securing|gained|gaining|going to|went to) (?:the )?(?:remaining |other )?({_NUM})(?! (?:of|per|percent|pct|million|billion)\b|%)|"
                   rf"\b[Tt]he rest, ({_NUM}),")
# "Eleven of the 20 voted yes and seven voted no; the other two …"
_AND_SO_MANY = re.compile(rf"(?: [a-z’'-]+){{1,6}},? (?:and|while) ({_NUM})(?: [a-z’'-]+){{1,6}}(?:[;,.]| and| while)\s(?:and |while |but )?", re.I)
_CUES = frozenset({"other", "others", "remaining", "rest"})
_LOOSE = re.compile(r"\b(?:about|around|some|nearly|almost|over|than|least|most|roughly|up to|approximately|per(?! cent)|each|every|including|also|earlier|another)\b", re.I)
_FIGURE = re.compile(rf"(?<![\w-])(?:{_NUM}|both|half|most|several|many|few)(?![\w-])", re.I)
# ages and dates between a share and the rest of it
_NO_COUNT = re.compile(rf"\b(?:aged? (?:{_NUM})|[\w-]+-year-old|(?:{'|'.join(MONTHS)})\.? \d{{1,2}}|\d{{1,2}} (?:{'|'.join(MONTHS)})|(?:19|20)\d\d)\b", re.I)
_BACK = 320  # characters from a share to the rest of it
_SENTENCES = 3
_NO_NOUN = frozenset("more other others new percent million billion were are was is have had has remain remained will would".split())
_PLURAL = re.compile(r"[a-z-]+(?<!s)s|men|women|people|children")


def others(document: Document, quantities: Sequence[Mention]) -> Iterator[Relation]:
    """Relations "total" (whole, part, part) over sentences that follow each other."""
    text, words = document.text, document.lowercase
    for word in _CUES & words:
        for at in document.places(word):
            rest = _REST.match(text, at - len("the ")) if text.startswith("he ", at - len("he ")) else None
            if rest is not None and (found := _shared(document, rest)) is not None:
                yield found
    if "leaving" in words:
        yield from _left(document, quantities)
    money = [m for m in quantities if (q := quantity(m)).dimension == "money" or q.dimension == "number" and q.high >= _MILLION]
    if len(money) > 2:
        yield from _by_doing(document, money)


def value_of(word: str) -> int:
    """What digits or a word tell."""
    if word[0].isdigit():
        return int(word.replace(",", ""))
    tens, _, ones = word.lower().partition("-")
    return int(TENS.get(tens, Decimal(0)) + ONES.get(ones, Decimal(0))) if ones else int(ONES.get(tens, TENS.get(tens, Decimal(0))))


def _figure(text: str, start: int, end: int, number: int) -> Mention:
    return Mention("quantity", Span(start, end), text[start:end], Quantity(Decimal(number), Decimal(number), "count"))


def _shared(document: Document, rest: re.Match[str]) -> Relation | None:
    """The share that the rest belongs to, told right before with nothing counted between."""
    text = document.text
    index = document.sentence_index(rest.start())
    start = max(document.sentences[max(0, index - _SENTENCES)].start, rest.start() - _BACK)
    shares = list(_SHARE.finditer(text, start, rest.start()))
    share = shares[-1] if shares else None
    more = _AND_SO_MANY.fullmatch(text, share.end(), rest.start()) if share is not None and share[1] else None
    if share is None or more is None and _FIGURE.search(_NO_COUNT.sub("", text[share.end():rest.start()])) or text[rest.start() - 3:rest.start()] == "of " or document.quotation_at(rest.start()) != document.quotation_at(share.start()):
        return None
    group = next(i for i in (1, 3, 4) if rest[i])
    part, whole, noun = (1, 2, share[3]) if share[1] else (6, 4, share[5])
    n, m, k = value_of(share[part]) + (value_of(more[1]) if more else 0), value_of(share[whole]), value_of(rest[group])
    if not (0 < n < m and 0 < k < m and m > 2 and abs(n + k - m) <= max(2, m // 3)):
        return None
    if group == 1 and share[1] and rest[2] and rest[2] != noun and rest[2] not in _NO_NOUN and _PLURAL.fullmatch(rest[2]):
        return None  # others of something else
    if any(_LOOSE.search(text, max(0, at - 14), at) for at in (share.start(part), share.start(whole), rest.start(group))) or _LOOSE.search(text, share.end(), rest.start()):
        return None
    second = (("part", _figure(text, more.start(1), more.end(1), value_of(more[1]))),) if more else ()
    return Relation("total", (("whole", _figure(text, share.start(whole), share.end(whole), m)), ("part", _figure(text, share.start(part), share.end(part), value_of(share[part]))), *second,
                              ("part", _figure(text, rest.start(), rest.end(group), k))), {"cue": "told"})


_LEAVING = re.compile(r"[^.;:()\d]{0,70}?,? leaving (?:(?:it|them|him|her|the [a-z]+|a total of|with|only|just|a) ){0,3}$")
_TAKEN = re.compile(r"[^.;:()\d]{0,60}?")
_GONE = re.compile(r"\b(?:lost|loses|sold|sells|sank|sunk|died|killed|dead|left|resigned|spent|paid|used|gave|given|closed|shut|destroyed|removed|cut|sacked|freed|released|withdrew|dropped|scrapped|gone)\b")


def _left(document: Document, quantities: Sequence[Mention]) -> Iterator[Relation]:
    """ "The fleet of 50 ships lost 12, leaving 38": three figures of a sentence, of which the first is the sum of the others."""
    text = document.text
    for at in occurrences(text, " leaving "):
        i = bisect_left(quantities, at, key=_start)
        three = quantities[max(0, i - 2):i + 1]
        if len(three) < 3 or document.sentence_index(three[0].span.start) != document.sentence_index(three[2].span.start):
            continue
        whole, gone, left = three
        if not _LEAVING.fullmatch(text, gone.span.end, left.span.start) or not _TAKEN.fullmatch(text, whole.span.end, gone.span.start) \
                or not _GONE.search(text, whole.span.end, left.span.start) or _LOOSE.search(text, whole.span.start - 14, left.span.start):
            continue
        q = [quantity(m) for m in three]
        alike = all(x.dimension in ("count", "number") for x in q) or all(x.dimension == "money" and x.unit == q[0].unit for x in q)
        if alike and not any(x.hedge or x.ranged or x.per for x in q) and q[0].low > max(q[1].low, q[2].low) and abs(q[1].low + q[2].low - q[0].low) * 3 <= q[0].low:
            yield Relation("total", (("whole", whole), ("part", gone), ("part", left)), {"cue": "told"})


def _start(m: Mention) -> int:
    return m.span.start


_FIRST = re.compile(rf"[^.;:()\d$£€]{{0,70}}?\b(?:by|through|involv\w+|from|with) (?:[a-z]+ )?[a-z]+ing [^.;:()\d$£€]{{0,50}}?{HEDGE}")
_JOINT = re.compile(rf"(?: in| on| from| for| of| through| by)?[^.;:()\d$£€]{{0,45}}?(,|,? and) (?:[a-z]+ )?[a-z]+ing [^.;:()\d$£€]{{0,50}}?{HEDGE}")
_REMAINING = re.compile(r"[^.;()\d$£€]{0,50}\.\s(?:The (?:remaining|other|rest,)|A further|Another|The final) $")
_SOME = re.compile(r"\b(?:includ\w+|among|such as|at least|each|per(?! cent)|more than|also|partly|mainly|a year|compared)\b")
_MILLION = 1_000_000  # "by 14.3 billion": the currency is told with another
_CLOSE = Decimal("0.25")
_WHOLES = 6  # sums told before in which the whole is looked for


def _by_doing(document: Document, money: Sequence[Mention]) -> Iterator[Relation]:
    """ "by selling land for 12 million, raising fares by 8 million and saving 15 million": parts that end with "and", or with "the remaining 5 million"."""
    text, done = document.text, -1
    for i, (a, b) in enumerate(pairwise(money)):
        if i < done or b.span.start - a.span.end > 130:
            continue
        if (_JOINT.fullmatch(text, a.span.end, b.span.start)) is None:
            continue
        parts, ended = [a], False
        for m in money[i + 1:]:
            joint = _JOINT.fullmatch(text, parts[-1].span.end, m.span.start) if m.span.start - parts[-1].span.end <= 130 and not ended else None
            if joint is None:
                break
            parts.append(m)
            ended = "and" in joint[1]
        done = i + len(parts)
        follows = money[done:done + 1]
        closed = bool(follows) and _REMAINING.fullmatch(text, parts[-1].span.end, follows[0].span.start) is not None
        if not ended or _SOME.search(text, document.sentence_at(a.span.start).start, parts[-1].span.end):
            continue
        known = money[max(0, i - _WHOLES):i]
        if closed:
            parts = [*parts, follows[0]]
        else:
            known = [m for m in known[-1:] if _FIRST.fullmatch(text, m.span.end, a.span.start) and len(parts) > 2]
        found = _whole(known, parts)
        if found is not None:
            yield Relation("total", (("whole", found), *(("part", p) for p in parts)), {"cue": "payers", "likely": "yes"})


def _whole(known: Sequence[Mention], parts: Sequence[Mention]) -> Mention | None:
    """The sum told before that the parts come nearest to; None where they make one of them, or none is near."""
    unit = next((quantity(p).unit for p in parts if quantity(p).unit), "")
    if any(quantity(p).unit not in (unit, "") or quantity(p).ranged or quantity(p).per for p in parts):
        return None
    total = sum((printed(quantity(p))[0] for p in parts), Decimal(0))
    near = [m for m in known if quantity(m).unit == unit and not quantity(m).hedge and abs(quantity(m).low - total) <= quantity(m).low * _CLOSE]
    return None if not near or any(abs(quantity(m).low - total) < quantity(m).step for m in near) else min(near, key=lambda m: abs(quantity(m).low - total))
