"""What has an order: the ends of a range and its average, the sides of a score, a beginning, an end and the time between."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from checker.model import Clock, Date, Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.near import measured
from checker.relate.ratios import linked
from checker.structure.document import Document

# "between 20 and 30 percent", "ranging from $40 to $90"; "from 30 to 20" alone is a change, not a range
_BETWEEN = re.compile(r"\bbetween (?:about |roughly |around |some )?$", re.I)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|anywhere) (?:in (?:age|price|size|length|height|cost|value) )?from (?:about |roughly |around |some )?$", re.I)
_PRICED = re.compile(r"\b(?:prices?|priced|trade[ds]?|trading|sold|sales|quoted|dealt|bids?|fixed)\b")
_JOINED = {"between": re.compile(r" and (?:about |roughly |around |some )?$"), "from": re.compile(r" (?:to|up to) (?:about |roughly |around |some )?$")}
_JOINS = (" and ", " to ", " up to ")
_AVERAGE = re.compile(r"\baverag(?:e|es|ed|ing)\b|\bmean\b")
_SPAN = itemgetter(Mention._fields.index("span"))
_RESULTS = frozenset({"score", "vote"})
_KINDS = frozenset({"quantity", "date", "clock"})
_SAME = frozenset({"number", ""})
_RESULT = re.compile(r"\b(beat|beats|defeated|defeats|edged|downed|routed|trounced|thrashed|hammered|passed|approved|won|wins)\b(?P<gap>[^.;:()\d\n]{0,70})$")
_A_WIN = re.compile(r" (?:[a-z-]+ )?(win|victory|triumph)\b")
_TOLD_AS = re.compile(r"(?:\b(?:an?|the|that|this|their|its|his|her)|[’']s?) $", re.I)
_NO_WIN = re.compile(r"\b(?:golf|strokes?|par|aggregate|odds|sets?|record)\b", re.I)
_OTHER_GAME = re.compile(r"\b(?:lost|losing|(?:was|were|been|be|is|are) defeated|defeated(?= \d)|rejected|golf|strokes?|par|aggregate|penalt\w+|odds|sets?|despite|after(?! extra[- ]time)|trail\w*|came (?:from )?behind|"
                         r"first (?:game|half|leg)|halftime|record|by)\b", re.I)
_LOST = re.compile(r"\b(?:lost|loses?|losing|fail\w*|fell|short|trail\w*|behind|loser|against)\b")
_VOTED_TO = re.compile(r" (?:to|in favou?r|on|for|that|against)\b")
_CARRIED = re.compile(r"\b(won (?:approval|confirmation|passage|backing)|passed|approved|cleared|adopted|confirmed|ratified|endorsed|enacted|carried|upheld)\b(?:(?!\b(?:not|nor|but|no|failed|fail|rejected|reject|defeat\w*|after|despite|over|against|when|which|while|and|who|if|would)\b)[^.;:\d\n])*$")
_OF_A_HOUSE = re.compile(r"\b(?:[Ss]enate|[Hh]ouse|[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Aa]ssembly|[Pp]arliament|[Cc]ommons|[Ll]ords|[Cc]ongress|[Ll]egislature|lawmakers|bill|measure|amendment|resolution|motion|vote[sd]?|voting|veto|nomination|rules)\b")
_NOT_ENOUGH = re.compile(r"\b(?:two-thirds|three-fifths|supermajority|short of|needed|override|overrid\w*|sustain\w*|abst\w+|fell|despite)\b")
_BY = re.compile(r" by (?:a (?:vote|margin|majority) of )?(?:only |just )?$")
_BEGAN = r"(?:began|started|opened|broke out|erupted|took effect|came into force|(?:was |were )?(?:begun|started|opened|launched|founded|established|set up|born|imposed)|joined|(?:was |were |been )?(?:hired|married|jailed|imprisoned|kidnapped|enacted|passed|signed|elected|appointed|inaugurated|incorporated))"
_ENDED = r"(?:ended|finished|closed|concluded|expired|died|(?:was |were )?(?:ended|finished|completed|closed|concluded|dissolved|shut|called off|lifted|disbanded|abolished|divorced|freed|released|repealed|demolished|torn down|ousted)|took effect|retired|left|quit|resigned|stepped down|folded)"
_DAY = r"(?: (?:on|in))? $"
_THEN = re.compile(rf",? (?:and|but)? ?(?:it |they |which |he |she )?(?:only |then |finally )?({_BEGAN}|{_ENDED})(?: (?!and |to )[^,;:.()\d\n]{{1,30}})?{_DAY}")
_AND_BEGAN = re.compile(rf",? (?:and )?({_BEGAN}){_DAY}")
_BEGAN_AT = re.compile(rf"\b{_BEGAN}(?: (?!and |to )[^,;:.()\d\n]{{1,30}})?{_DAY}")
_ENDED_AT = re.compile(rf"\b(?:which |that |who )?{_ENDED}{_DAY}")
_HAS_ENDED = re.compile(_ENDED)
_AFTER = re.compile(r",? (?:only |just |shortly |soon |immediately |right |and )?(after|before) [^,;:.()\d\n]{3,60}?$")
_HELD_AGAINST = re.compile(r"\b(?:than|from|against|compared (?:with|to)|versus|vs\.?) (?:in )?$")
_OF_BIRTH = re.compile(r"\b[Bb]orn [^,;:.()\d\n]{0,25}$")
_THEN_DID = re.compile(r",? (?:he|she|[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)? [^,;:()\d\n]{3,50} in $")
_UNTIL = re.compile(r" ?(?:to|until|till|through|and|-|–|—) ?$")
_FROM = re.compile(r"\b(?:from|between)(?: (?:on|at|about))? $", re.I)
_OPENS = re.compile(r"\b(?:began|begins?|beginning|started|starts?|starting|opened|opens?|ran|runs?|running|run|set to (?:begin|start|open))(?: for(?: \w+){1,3}?)?(?: from)?(?: on| at)? $")
_AND_CLOSES = re.compile(r",? (?:and|but) (?:it |which |then )*(?:will |is set to |is to |was to |is due to )?"
                         r"(?:ended|ends?|closed|closes?|finished|finishes|concluded?|concludes|expired?|expires|(?:runs?|ran|lasts?|lasted|continued?|continues) (?:through|until|to))(?: on| at)? $")
_WHICH = re.compile(r"(?: (?!and |but |or |that |which )[a-z-]+){0,2},? (?:(?:that|which) (?:will |is set to |is to |was to )?(?:begin|start|open|run)?[a-z]*(?: for \w+)?(?: from)?(?: on)?|(?:running |lasting )?(?:from|between)|(?:begin|start|open)+ing(?: on)?) $|"
                    r"(?: (?!and |but |or )[a-z-]+){0,2},? (?:that|which) ran(?: from)? $|"
                    r"(?: (?!and |but |or |of )[a-z-]+)? (?:began|begins|opened|opens|started|starts)(?: on| at)? $")
_FOR = re.compile(r"\b(?:for|lasted|lasts?|lasting|ran|took|takes?) (?:(?:about|only|just|some|nearly|almost|all of) )?$")
_AFTER_ALL = re.compile(r",? (?:after|lasting|in|over|for|during)(?: an?| the)? ")
_LONG = frozenset({"minute", "hour", "day", "week", "month"})
_BEFORE = 150  # characters of the sentence before that may tell of a vote
_REACH = 60  # characters between a figure and what it belongs to


def ordered(document: Document, mentions: Sequence[Mention], quantities: Sequence[Mention]) -> Iterator[Relation]:
    """Relations range (low, high, average), score (result), lasting (start, end, length) and ending (start, end); `quantities` are the figures among the mentions."""
    text = document.text
    for m, following in pairwise([m for m in measured(document, mentions) if m[0] in _KINDS]):
        kind = m[0]
        if kind != following[0] or following[1][0] - m[1][1] > _REACH:
            continue
        i = bisect_left(mentions, m[1], key=_SPAN)
        while mentions[i] is not m:
            i += 1
        if mentions[i + 1] is not following:  # a name stands between
            continue
        if kind == "quantity":
            if text.startswith(_JOINS, m.span.end):
                yield from _range(document, mentions, i)
        else:
            yield from _lasting(text, mentions, i)
            if kind == "date":
                yield from _ending(text, m, following)
    for m in quantities:
        if quantity(m).dimension in _RESULTS and (told := _score(document, m) or _ballot(document, m)) is not None:
            yield told


def _range(document: Document, mentions: Sequence[Mention], i: int) -> Iterator[Relation]:
    low, high, text = mentions[i], mentions[i + 1], document.text
    before = text[max(0, low.span.start - 40):low.span.start]
    kind = "between" if _BETWEEN.search(before) else "from" if _RANGING.search(before) else ""
    if not kind or not _JOINED[kind].fullmatch(text, low.span.end, high.span.start) or not _one_unit(quantity(low), quantity(high)):
        return
    if quantity(low).low > quantity(high).high and _PRICED.search(text, document.sentence_at(low.span.start).start, low.span.start):
        return  # prices are told from high to low as well
    roles = [("low", low), ("high", high)]
    for k in (i - 1, i + 2):
        if 0 <= k < len(mentions) and _is_average(document, mentions[k], low, high):
            roles.append(("average", mentions[k]))
            break
    yield Relation("range", tuple(roles))


def _one_unit(a: Quantity, b: Quantity) -> bool:
    """Do both count the same: one unit, or the first none ("between 30 and 20 percent")?"""
    return a.dimension not in ("ordinal", "vote", "score") and not a.hedge and not b.hedge and not a.ranged and not b.ranged \
        and (a.unit == b.unit or a.unit == "") and (a.dimension == b.dimension or a.dimension in _SAME)


def _is_average(document: Document, m: Mention, low: Mention, high: Mention) -> bool:
    """Is this figure told as the average, in the sentence of the range, and of its unit?"""
    text = document.text
    if m.kind != "quantity" or not (quantity(m).unit == quantity(high).unit and quantity(m).dimension == quantity(high).dimension):
        return False
    start, end = sorted((m.span, low.span if m.span > low.span else high.span))[0], max(m.span, high.span)
    if document.sentence_index(start.start) != document.sentence_index(end.start):
        return False
    between = text[high.span.end:m.span.start] if m.span > high.span else text[m.span.end:low.span.start]
    near = text[max(0, m.span.start - 24):m.span.start]
    return "average" in quantity(m).hedge or "averag" in quantity(m).hedge or (len(between) < _REACH and bool(_AVERAGE.search(near)))


def _score(document: Document, m: Mention) -> Relation | None:
    """ "Harwick beat Melton 2-3": the winner's side is told first, whoever won."""
    sentence = document.sentence_at(m.span.start)
    before = document.text[max(sentence.start, m.span.start - 90):m.span.start]
    if quantity(m).dimension == "score" and (noun := _A_WIN.match(document.text, m.span.end)) is not None and _TOLD_AS.search(before):
        return None if _NO_WIN.search(document.text, sentence.start, sentence.end) else Relation("score", (("result", m),), {"verb": noun[1]})
    found = _RESULT.search(before)
    if found is None or _OTHER_GAME.search(document.text, sentence.start, sentence.end) or not found["gap"].startswith(" "):
        return None
    if sum(1 for c in document.text[sentence.start:sentence.end] if c.isdigit()) > sum(1 for c in m.text if c.isdigit()):
        return None  # several sets or matches
    return Relation("score", (("result", m),), {"verb": found[1]})


def _ballot(document: Document, m: Mention) -> Relation | None:
    """ "rejected by 140 votes to 162", "voted 5-8 to close it": what is decided has the larger side, and that is told first."""
    q, text = quantity(m), document.text
    if q.low >= q.high:
        return None
    sentence = document.sentence_at(m.span.start)
    before = text[max(sentence.start, m.span.start - 90):m.span.start]
    if _LOST.search(before):
        return None
    if (carried := _CARRIED.search(before)) is not None and (q.dimension == "vote" and " " not in m.text or _OF_A_HOUSE.search(text, max(0, sentence.start - _BEFORE), sentence.end) and (" " not in m.text or text.startswith((",", ".", ";", ")", " in ", " on "), m.span.end))) and not _NOT_ENOUGH.search(text, *sentence):
        start = m.span.start - len(before)
        verb = Span(start + carried.start(1), start + carried.end(1))
        return Relation("score", (("result", m), ("told", m._replace(span=verb, text=carried[1]))), {"verb": carried[1]})
    if q.dimension != "vote":
        return None
    if before.endswith(" voted ") and _VOTED_TO.match(text, m.span.end):
        return Relation("score", (("result", m),), {"verb": "voted"})
    return Relation("score", (("result", m),), {"verb": "by"}) if "vote" in m.text and _BY.search(before) else None


def _lasting(text: str, mentions: Sequence[Mention], i: int) -> Iterator[Relation]:
    """ "from 9 a.m. to 1 p.m., a three-hour session"; "opens Nov. 15 and closes Feb. 15, a two-month window"; "the 10-day trial, from March 3 to March 21"."""
    start, end = mentions[i], mentions[i + 1]
    gap = _UNTIL.fullmatch(text, start.span.end, end.span.start)
    before = text[max(0, start.span.start - _REACH):start.span.start]
    if gap is None:
        opened = _OPENS.search(before) if _AND_CLOSES.fullmatch(text, start.span.end, end.span.start) else None
    else:
        opened = _FROM.search(before)
        if opened is None and not ("to" in gap[0] or "through" in gap[0]):
            return
    if gap is None and opened is None or before.rstrip().endswith("born between"):
        return
    for length in mentions[i + 2:i + 3]:
        if _is_length(length) and (linked(text[end.span.end:length.span.start]) or gap is None and _AFTER_ALL.fullmatch(text, end.span.end, length.span.start)) and not text.startswith((" later", " after", " before", " ago"), length.span.end):
            yield Relation("lasting", (("start", start), ("end", end), ("length", length)))
            return
    length = mentions[i - 1] if i and opened is not None else start
    if opened is not None and _is_length(length) and (quantity(length).noun or _FOR.search(text, max(0, length.span.start - 24), length.span.start)) and 0 <= start.span.start - length.span.end < len(before) \
            and _WHICH.fullmatch(before[length.span.end - start.span.start:]):
        yield Relation("lasting", (("start", start), ("end", end), ("length", length)))


def _is_length(m: Mention) -> bool:
    return m.kind == "quantity" and quantity(m).dimension == "duration" and quantity(m).unit in _LONG


def _ending(text: str, a: Mention, b: Mention) -> Iterator[Relation]:
    """ "began on March 9 and ended on March 3"; "which ended on March 3, began on March 9"."""
    gap = text[a.span.end:b.span.start]
    if "after " in gap or "before " in gap:
        if (found := _AFTER.fullmatch(gap)) is not None and not _HELD_AGAINST.search(text, max(0, a.span.start - 30), a.span.start):
            yield Relation("ending", (("start", a), ("end", b)) if found[1] == "before" else (("start", b), ("end", a)))
        return
    if text.find("orn ", a.span.start - 30, a.span.start) >= 0 and _OF_BIRTH.search(text, max(0, a.span.start - 40), a.span.start) and _THEN_DID.fullmatch(gap):
        yield Relation("ending", (("start", a), ("end", b)))
        return
    then, began = _THEN.fullmatch(text, a.span.end, b.span.start), _AND_BEGAN.fullmatch(text, a.span.end, b.span.start)
    if not then and not began:
        return
    before = text[max(0, a.span.start - 40):a.span.start]
    if then and _BEGAN_AT.search(before) and _HAS_ENDED.fullmatch(then[1]):
        yield Relation("ending", (("start", a), ("end", b)))
    elif began and _ENDED_AT.search(before):
        yield Relation("ending", (("start", b), ("end", a)))


def day(m: Mention) -> Date | None:
    """The date of a mention, where it is one with a month or a year."""
    return m.value if isinstance(m.value, Date) and (m.value.month or m.value.year) else None


def clock(m: Mention) -> Clock | None:
    """The time of day of a mention, where the half of the day is told or the hour tells it."""
    return m.value if isinstance(m.value, Clock) and (m.value.meridiem or m.value.hour > 12) else None
