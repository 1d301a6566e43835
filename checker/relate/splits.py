"""Wholes split by bare numbers that run parallel, and votes told by party: "14 shops, nine in Selby and four in Osk", "voted 7-2 … three Republicans and five Democrats were in favor"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.units import ONES
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.structure.document import Document

_COUNTS = frozenset({"count", "number"})
_OPENS = re.compile(r"(?: (?!(?:and|or|but|including|with)\b)[\w’'-]+){0,5}?(, | ?[—–] ?| --? |: | \()")
_SPREAD = re.compile(r"(?: [\w’'-]+){0,4}? (?:in|across|at|from|of) (?:the )?")
_JOINT = re.compile(r"(?: [\w’'-]+){1,7}?(, and |, | and |; and |; )(?:(?:just|only|the other|another) )?")
_LAST = re.compile(r"(?: [\w’'-]+){1,7}?(?=[.,;)\n]| ?[—–]|$)")
_WHERE = re.compile(r"(?: (?!(?:of|more|other|others)\b)[a-z]+(?:ed|en))? (in|from|at|for|by|with|to|on|against|under) ")
_AWAY = re.compile(r" (?:home|away|abroad|alone|overseas)\b| at home\b| on the road\b")
_SOME = re.compile(r"\b(?:includ\w+|among|such as|others?|another|each|every|per(?! cent)|at least|more|than|of them|of whom|of which|least|most|last|latest|straight|since|so far|"
                   r"first|second|third|fourth|final|opening|half|halves|quarter|inning|(?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b", re.I)
_OF_IT = re.compile(r"(?:^|[.”\"] |\n)Of (?:the|that|this|it|its|their|those|these|which)\b[^.;\d]*$")
_BACK = 80  # characters
_SURE = frozenset({":", "—", "–", "--", "-", "("})
_CLOSE = Decimal("0.1")  # of the whole, by which parts behind a comma may miss it: others may be told elsewhere

_PARTY = re.compile(r"\b(?:Republicans?|Democrats?|Democratic|GOP|independents?|conservatives?|liberals?|Labou?r|nonpartisans?|unaffiliated)\b", re.I)
_FOR = re.compile(r"\b(?:in favou?r|(?:vot(?:ed|ing)|sided) (?:for|yes|with|to)|voted aye|supported|supporting|backed|backing|joined|joining)\b")
_AGAINST = re.compile(r"\b(?:against|opposed|opposing|vot(?:ed|ing) no|dissent\w*|in opposition)\b")
_NOT_THERE = re.compile(r"\b(?:not vot\w*|(?:did|do|does)(?: not|n[’']t) vote|abstain\w*|abstention\w*|absent|present|missed)\b")
_SOME_OF = re.compile(rf"(?<![\w-])({'|'.join(ONES)}|\d{{1,3}}) of (?:(?:all|the|its|their|his|her) )?(?:[\w’'-]+ ){{0,2}}$", re.I)
_OF = re.compile(r" of (?:the|its|their|his|her|all) ")
_BEFORE = 40  # characters before a count in which a part of it is told
_WITHIN = 3  # sentences from a vote to those who voted
_BODY = re.compile(rf"(?<![\w-])((?:{'|'.join(w for w in ONES if 2 < ONES[w] < 20)}|\d\d?))-(?:member|judge|justice|seat|person|juror) (?:[\w.]+ ){{0,2}}?(?:court|panel|board|council|committee|commission|bench|jury|body|Supreme Court|Council|Board|Commission)(?![\w-])")


def splits(document: Document, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Relations "total" (whole, part, …) of a sentence with three figures or more."""
    text = document.text
    if (found := _all(text, figures)) is not None:
        yield found
    for k in range(len(figures) - 2):
        q = quantity(figures[k])
        if (q.dimension == "count" or q.dimension == "money") and not q.hedge and not q.per and not q.ranged and q.low > 3 and (found := _split(text, figures, k)) is not None:
            yield found


def _all(text: str, figures: Sequence[Mention]) -> Relation | None:
    """ "Two adults and three children were killed, and all six …": the one number behind two groups of persons."""
    if len(figures) != 3 or not _ALL.search(text, max(0, figures[2].span.start - 8), figures[2].span.start) or text.startswith(" of ", figures[2].span.end):
        return None
    a, b, whole = figures
    if quantity(a).dimension != "count" or quantity(b).dimension != "count" or quantity(whole).dimension not in _COUNTS or not _AND.fullmatch(text, a.span.end, b.span.start):
        return None
    if any(quantity(m).hedge or quantity(m).ranged for m in figures) or _SOME.search(text, a.span.end, whole.span.start) or quantity(whole).unit not in ("", "person"):
        return None
    return Relation("total", (("whole", whole), ("part", a), ("part", b)), {"cue": "colon"})


_ALL = re.compile(r"\ball $")
_AND = re.compile(r"(?: [a-z]+){0,4}? and ")


def _split(text: str, figures: Sequence[Mention], k: int) -> Relation | None:
    """14 shops, nine in Selby and four in Osk."""
    whole = figures[k]
    if _OF_IT.search(text, max(0, whole.span.start - _BACK), whole.span.start):
        return None  # "Of the total, £118,000 had gone on wine, £64,000 on holidays and …": the first is a part like the others
    spread = _SPREAD.fullmatch(text, whole.span.end, figures[k + 1].span.start) if k + 3 < len(figures) else None  # "in two states, 11 in Ohio …"
    first = k + 2 if spread and quantity(figures[k + 1]).low == len(figures) - k - 2 else k + 1
    opened = _OPENS.fullmatch(text, figures[first - 1].span.end, figures[first].span.start)
    if opened is None:
        return None
    parts, ended = [figures[first]], False
    for m in figures[first + 1:]:
        joint = _JOINT.fullmatch(text, parts[-1].span.end, m.span.start)
        if joint is None or ended:
            break
        parts.append(m)
        ended = "and" in joint[1]
    closed = _LAST.match(text, parts[-1].span.end)
    if not ended or closed is None or not _parallel(text, whole, parts, closed.end()) or _SOME.search(text, whole.span.end, closed.end()):
        return None
    total = sum((quantity(p).low for p in parts), Decimal(0))
    low = quantity(whole).low
    if opened[1].strip() not in _SURE and abs(total - low) > max(Decimal(1 if quantity(whole).dimension == "count" else 0), low * _CLOSE):
        return None
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "colon"})


def _parallel(text: str, whole: Mention, parts: Sequence[Mention], end: int) -> bool:
    """Are the parts bare numbers, or sums of the whole's money, each smaller, with one preposition behind all of them?"""
    w = quantity(whole)
    behind: list[str] = []
    for p, at in zip(parts, (*(m.span.start for m in parts[1:]), end), strict=True):
        q = quantity(p)
        if q.hedge or q.ranged or q.per or q.low >= w.low or (q.dimension != "number" if w.dimension == "count" else q.dimension != "money" or q.unit != w.unit):
            return False
        found = _WHERE.match(text, p.span.end, at)
        behind.append(found[1] if found else "away" if _AWAY.match(text, p.span.end, at) else "")
    first = behind[0]
    return bool(first) and all(word == first or "away" in (word, first) and word for word in behind)


def ballots(document: Document, mentions: Sequence[Mention], votes: Sequence[Mention]) -> Iterator[Relation]:
    """Relations "total" of a vote's side and those who are told to have voted so, and of a small body and its vote."""
    by_sentence: dict[int, list[Mention]] = {}
    for m in mentions:
        if quantity(m).dimension in ("count", "number", "vote"):
            by_sentence.setdefault(document.sentence_index(m.span.start), []).append(m)
    text, sentences = document.text, document.sentences
    at = [document.sentence_index(m.span.start) for m in votes]
    for (m, index), following in zip(zip(votes, at, strict=True), (*at[1:], len(sentences)), strict=True):
        yield from _sized(text, m, sentences[max(0, index - 1)].start, sentences[index].end)
        for i in range(index, min(following, index + _WITHIN + 1, len(sentences))):
            if i in by_sentence and _PARTY.search(text, *sentences[i]) and (found := _voters(text, m, by_sentence[i], *sentences[i])) is not None:
                yield found


def _side(m: Mention, number: Decimal) -> Mention:
    return m._replace(value=Quantity(number, number, "count"))


def _voters(text: str, vote: Mention, figures: Sequence[Mention], start: int, end: int) -> Relation | None:
    """ "Two Republicans joined all five Democrats in favor": not more than voted that way."""
    favoring, opposing = _FOR.search(text, start, end), _AGAINST.search(text, start, end)
    if bool(favoring) == bool(opposing) or _NOT_THERE.search(text, start, end):
        return None
    parts: list[Mention] = []
    for m in figures:
        if m is vote or quantity(m).dimension == "number" and _OF.match(text, m.span.end):
            continue
        if quantity(m).dimension != "count" or not _PARTY.search(m.text) and quantity(m).unit != "member":
            return None
        part = _some_of(text, m, start)
        if part is None:
            return None
        parts.append(part)
    if len(parts) < 2 or any(quantity(p).hedge or quantity(p).ranged for p in parts) or any(text[p.span.end:p.span.end + 1] == "-" for p in parts):
        return None
    q = quantity(vote)
    whole = max(q.low, q.high) if favoring else min(q.low, q.high)
    return Relation("total", (("whole", _side(vote, whole)), *(("part", p) for p in parts)), {"cue": "ballot"} if _are_all(text, parts, whole) else {"cue": "ballot", "bound": "at most"})


def _are_all(text: str, parts: Sequence[Mention], whole: Decimal) -> bool:
    """Do some join the whole of another side ("12 Republicans joined all 55 members of the Democratic caucus"), so that hardly any can be left out? Two who sit with no party may be."""
    joined = len(parts) == 2 and _JOINED_ALL.fullmatch(text, parts[0].span.end, parts[1].span.start)
    return bool(joined) and ("caucus" in text[parts[1].span.end:parts[1].span.end + _BEFORE] or whole - quantity(parts[0]).low - quantity(parts[1]).low > 2)


_JOINED_ALL = re.compile(r" (?:also )?(?:joined|joining|sided with|siding with|voted with|joined with) all (?:of the )?")


def _some_of(text: str, m: Mention, start: int) -> Mention | None:
    """The figure itself, or that of the part of it ("two of the board's four Republicans"); None where the part has no plain number."""
    found = _SOME_OF.search(text, max(start, m.span.start - _BEFORE), m.span.start)
    if found is None:
        return m if not text.startswith("of the ", m.span.start - len("of the ")) else None
    word = found[1].lower()
    number = Decimal(ONES[word] if word in ONES else int(word))
    return Mention("quantity", Span(found.start(), m.span.end), text[found.start():m.span.end], Quantity(number, number, "count"))


def _sized(text: str, vote: Mention, start: int, end: int) -> Iterator[Relation]:
    """ "The nine-member court ruled 6-4": more votes than members, both in one sentence or two."""
    found = list(_BODY.finditer(text, start, end))
    if len(found) == 1:
        word = found[0][1]
        number = Decimal(ONES[word] if word in ONES else int(word))
        whole = Mention("quantity", Span(*found[0].span()), found[0][0], Quantity(number, number, "count"))
        q = quantity(vote)
        if number < q.low + q.high <= number + max(Decimal(2), number * 3 // 10):
            yield Relation("total", (("whole", whole), ("part", vote)), {"cue": "told", "bound": "at most"})
