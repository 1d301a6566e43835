"""Announced lists: "four key areas: a, b and c", "five countries — A, B and C —", with the items that are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.english import FUNCTION_WORDS
from checker.data.places import REGIONS
from checker.extract.hedges import kind_of
from checker.model import Mention, Quantity, Relation, Span
from checker.structure.document import Document

_OPEN = re.compile(r"((?: (?:[A-Za-z’'.-]+|(?:19|20)\d\d)){0,7}?)(:|\s?(?:—|–|--)|\s-)(?:\s+|(?<=[a-z]—)(?=[A-Za-z]))(?=\S)")
_PARTED = re.compile(r"((?: [A-Za-z’'.-]+){0,7}?)(:| ?(?:—|–|--)| -) ?(?=[A-Za-z])")
_SOME_OF = re.compile(r"\b(?:of (?:the|his|her|their|its|these|those)(?: other)?|another|first|last|next) $")
_OF_THE = (" of the ", " of its ", " of his ", " of her ", " of their ", " of these ", " of those ")
_SO_MANY_OF = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?) of [a-z]+ $", re.I)
_NO_OPENERS = frozenset("he she it they i we you one another".split())  # who does things one after the other
_FAR = re.compile(r"((?: [A-Za-z’'.-]+){8,16}?):\s+(?=[A-Z])")  # what stands between is another's to be told of, unless persons are named
_COUNTS = frozenset({"count", "number"})
_FEWEST, _MOST = Decimal(2), Decimal(60)
MOST_TOLD = Decimal(12)  # of what is told in a sentence
_NEAR, _LONGEST = 32, 200  # characters to "one in Leeds", and to the colon of a long announcement
_ONE = re.compile(r"((?: [a-z’'-]+){0,2}?)(?:, |:\s|\s?(?:—|–|--)\s?|\s-\s|\s\()(?=one (?:in|at|by|for|from|on|near|with|of [A-Z]|called|named|to)\b)")
_EACH = re.compile(r"(?:one|another|an? (?:second|third|fourth|fifth|sixth)|the (?:other|second|third|fourth|last)) (?:in|at|by|for|from|on|near|with|of|called|named|to)\b")
_BETWEEN = re.compile(r",? and |[,;] (?:and )?|[.)—–]|$")
_AGAIN = re.compile(r"\b(?:another|others?|second|third|fourth|fifth|last|one|two|three|both|all)\b")
_NAMES = re.compile(r"(?:[A-Z]|of the )[\w’'.-]*(?: [A-Z][\w’'.-]*)*$")
_AND_NAME = re.compile(r" and (?=[A-Z])")  # two of them told together
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b")  # items that are several
_JOINED = re.compile(r"(?:and|or|plus)\b")
_CLOSE = {":": re.compile(r"[;?!](?=\s|$)|(?<!\.[A-Z])\.(?=\s[a-z])|\.(?=\s?$)|\s?[—–]|\s--?\s|--|[(\n]|$"), "-": re.compile(r"\s?[—–]|\s--?\s|--|\n|$")}
_BOUND = re.compile(r"\b(?:more than|up to|over|fewer than|other than|than)\b", re.I)
_PARTIAL = re.compile(r"\b(?:includ\w*|such as|among|like|especially|notably|for example|e\.g|mainly|mostly|particularly|others|etc|"
                      r"followed|then|which|because|that)\b", re.I)
_AND = re.compile(r",? (?:and|or|plus) (?:also |finally |lastly )?")
_OF_TWO = re.compile(r"\b(?:times|days|hours|weeks|months|years|minutes|people|percent|points|seats|votes|decades|million|billion)\b")
_TO_DO = re.compile(r"^ (?:of [a-z]+ing|to (?!be |have |do |go )[a-z]+)(?= |:)")  # "three ways to pay: by card, …"
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:of|the|de|la|[A-Z][\w’'.-]*)){0,3}")
_PAIR, _SHORT = 2, 3  # items, and words of each
_ROW, _MOST_WORDS = 3, 15  # items of a list that nothing joins, and words of one that has its day
_DAY = re.compile(r" (by|in|on|until|before|for) (?:(?:early|late|mid|the end of|next|the middle of)[- ])?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|(?:19|20)\d\d|Monday|Tuesday|Wednesday|"
                  r"Thursday|Friday|Saturday|Sunday)(?: \d{1,2})?(?:, (?:19|20)\d\d)?$")
_HAS_HEAD = re.compile(r"^(?:the )?[a-z]+ \w|[a-z] [a-z]{4,}$| of ")  # a noun of its own: "parks commissioner", "secretary of State"
_OFFICE = re.compile(r"(?!(?:an?|his|her|its|their|some|both|all|most|each) )(?:[a-z]+ )?[a-z]+ of ")  # no name stands before that it could be set beside
_DOING = re.compile(r"(?!(?:during|king|spring|ring|wing|being|nothing|something|anything|everything|evening|morning|including|housing|according) )[a-z]+ing (?=\S)")
_AND_DOING = re.compile(r" and [a-z]+ing ")
_VERB = re.compile(r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|said|says|he|she|they|it|who|not|to)(?![\w-])")
_INCLUDING = re.compile(r"\b(?:includ\w*|such as|among|like|especially|notably)\b")
_APPOSED = re.compile(r"(?:an?|his|her|its|their|both|all|[a-z]+ (?:of|at|for)) ")


def announcements(quantities: Sequence[Mention]) -> list[Mention]:
    """The figures that may announce a list: exact counts and bare numbers of two to some dozens, and "at least" so many."""
    found = []
    for m in quantities:
        q = m.value
        if isinstance(q, Quantity) and q.dimension in _COUNTS and _FEWEST <= q.low <= _MOST and q.step == 1 and (q.low == q.high and not q.hedge or kind_of(q) == "least"):
            found.append(m)
    return found


def lists(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list": the announced number, and one place that holds the items; `least` and `most` bound their count."""
    text = document.text
    for m in announced:
        q = m.value
        assert isinstance(q, Quantity)
        if q.low > MOST_TOLD:
            continue
        end = document.sentence_at(m.span.start).end
        found = _after(text, m, end)
        if found is not None:
            stretch, (least, most) = found
            items = Mention("quantity", stretch, text[stretch.start:stretch.end], q)
            yield Relation("list", (("announced", m), ("items", items)), {"least": str(least), "most": str(most)})


def _after(text: str, announced: Mention, end: int) -> tuple[Span, tuple[int, int]] | None:
    """The list that follows an announcement before `end`, and how many items it holds."""
    q, start = announced.value, announced.span.end
    assert isinstance(q, Quantity)
    if text.endswith(_OF_THE, 0, announced.span.start) and _SO_MANY_OF.search(text, max(0, announced.span.start - 24), announced.span.start):
        return None  # "Three of the five judges - A, B and C -"
    if text.find("; ", start, end) >= 0 and (found := _parallel(text, announced, end)) is not None:
        return found
    if text.find("one ", start, start + _NEAR) >= 0 and (one := _ONE.match(text, start, end)):
        return _singles(text, one.end(), end)
    opened = _OPEN.match(text, start, end) or (_FAR.match(text, start, end) if text.find(":", start, min(end, start + _LONGEST)) >= 0 else None)
    if opened is None or (not q.noun and not opened[1]) or _OF_TWO.search(q.noun) or _INCLUDING.search(opened[0]) or _COUNTED.search(opened[1]) \
            or _VERB.search(_TO_DO.sub("", opened[0])) or _BOUND.search(text[max(0, announced.span.start - 15):announced.span.start]):
        return None
    if announced.text.endswith("-way") and text.startswith("with ", opened.end()):
        return None  # "two-way talks – with Osk, Selby and Holm": two ways with each
    colon = opened[0].rstrip().endswith(":")
    if colon and ";" in text[opened.end():end] and not _SOME_OF.search(text[max(0, announced.span.start - 20):announced.span.start]):
        return _series(text, opened.end(), end)
    closed = _CLOSE[":" if colon else "-"].search(text, opened.end(), end)
    words = text[opened.end():closed.start() if closed else end]
    told = bounds(words.strip(" .")) or (_two(words.strip(" .")) if colon and (closed is None or closed[0] in "." or not closed[0]) else None) or (_gerunds(words.strip(" .")) if colon else None) or (_dated(words.strip(" .")) if closed or colon or end == opened.end() + len(words) else None) or (_set_off(words.strip()) if closed and not colon and text[closed.end():closed.end() + 1] != "\n" else None)
    return (Span(opened.end(), opened.end() + len(words.rstrip(" .,"))), told) if told else None


def _two(words: str) -> tuple[int, int] | None:
    """How many things two short terms are that close a sentence: "three places: churches and schools"."""
    items = words.split(" and ")
    if len(items) != _PAIR or not len(words) > 5 or any(c in words for c in ",;“”\"()?:") or _PARTIAL.search(words) or _COUNTED.search(words):
        return None
    return (_PAIR, _PAIR) if all(len(i.split()) <= _SHORT and not _VERB.search(i) and not i[:1].isdigit() and not _APPOSED.match(i) for i in items) else None


def _set_off(words: str) -> tuple[int, int] | None:
    """How many names stand in a row without "and" between two dashes, which show that the list is not cut short."""
    pieces = _with_states([p.strip() for p in words.split(",")])
    if len(pieces) < _ROW or any(not _NAME.fullmatch(p) for p in pieces) or _COUNTED.search(words) or all(p in REGIONS for p in pieces[1::2]) and not all(p in REGIONS for p in pieces):
        return None
    return len(pieces), len(pieces)


def _gerunds(words: str) -> tuple[int, int] | None:
    """How many things to do a list holds of which each begins with its verb: "clearing the ditches, hiring two more wardens and paying off the loan"."""
    pieces = [p.strip() for p in words.split(", ")]
    last = _AND.split(pieces[-1].removeprefix("and "), maxsplit=1) if not pieces[-1].startswith("and ") else [pieces[-1].removeprefix("and ")]
    items = [*pieces[:-1], *last]
    if len(items) < _ROW or not all(map(_DOING.match, items)) or _PARTIAL.search(words) or any(c in words for c in "“”\"()?;"):
        return None
    inner = sum(len(_AND_DOING.findall(item)) for item in items)
    plain = sum(" and " in item for item in items)
    return len(items), len(items) + max(inner, plain)


def _dated(words: str) -> tuple[int, int] | None:
    """How many items of any length a list holds of which each has its day: "the dike by March 1, the docks by May and the sale of the ferry by June 3"."""
    pieces = [p.strip() for p in words.split(",") if p.strip()]
    if not pieces or _PARTIAL.search(words) or any(c in words for c in "“”\"()?;"):
        return None
    last = pieces[-1].removeprefix("and ")
    ends = [m.start() for m in re.finditer(" and ", last) if _DAY.search(last[:m.start()])][:1]
    items = [*pieces[:-1], last[:ends[0]], last[ends[0] + len(" and "):]] if ends else [*pieces[:-1], last]
    days = [m[1] if (m := _DAY.search(item)) else "" for item in items]
    if len(items) < _ROW or not days[0] or len(set(days)) > 1 or any(len(item.split()) > _MOST_WORDS for item in items):
        return None
    return len(items), len(items)


def _parallel(text: str, announced: Mention, end: int) -> tuple[Span, tuple[int, int]] | None:
    """ "two groups — those who came early and stayed; and those who came late": items of any length, each begun with the same word."""
    q, start = announced.value, announced.span.end
    opened = _PARTED.match(text, start, end)
    if opened is None or not isinstance(q, Quantity) or not q.noun or _OF_TWO.search(q.noun) or _INCLUDING.search(opened[0]) or _COUNTED.search(opened[1]) or _VERB.search(opened[1]) \
            or _BOUND.search(text[max(0, announced.span.start - 15):announced.span.start]) or _SOME_OF.search(text[max(0, announced.span.start - 20):announced.span.start]):
        return None
    closed = _CLOSE["-"].search(text, opened.end(), end) if opened[2].strip() != ":" else None
    words = text[opened.end():closed.start() if closed else end].rstrip(" .”\"")
    pieces = [p.removeprefix("and ").removeprefix("or ") for p in words.split("; ")]
    first = pieces[0].split(" ", 1)[0]
    if len(pieces) < 2 or len(pieces) == 2 and "; and " not in words or first.lower() in _NO_OPENERS or any(p.split(" ", 1)[0] != first for p in pieces) or _PARTIAL.match(words):
        return None
    more = len(re.findall(rf"(?:,|(?<!;) and)(?: and)? {re.escape(first)}(?!\w)", words))
    return Span(opened.end(), opened.end() + len(words)), (len(pieces), len(pieces) + more)


def _series(text: str, start: int, end: int) -> tuple[Span, tuple[int, int]] | None:
    """Items of any length, parted by semicolons, the last with "and"."""
    words = text[start:end].rstrip(" .”\"")
    pieces = words.split("; ")
    if not _JOINED.match(pieces[-1]) and not (len(pieces) > 2 and all(p[:1].isupper() for p in pieces)) or any(_JOINED.match(p) for p in pieces[:-1]) or _PARTIAL.match(words):
        return None
    more = sum(len(_AND_NAME.findall(p)) for p in pieces) + (words.count(", ") if len(pieces) == 2 else 0)  # one semicolon before the last
    return Span(start, start + len(words)), (len(pieces), len(pieces) + more)


def _singles(text: str, start: int, end: int) -> tuple[Span, tuple[int, int]] | None:
    """ "one in Leeds and another in York", each told by itself."""
    count, last, at = 0, start, start
    while _EACH.match(text, at, end):
        between = _BETWEEN.search(text, at, end)
        count, last, at = (count + 1, between.start(), between.end()) if between else (count + 1, end, end)
    if count < 2 or _AGAIN.search(text, last, end):
        return None
    return Span(start, last), (count, count)


def bounds(words: str) -> tuple[int, int] | None:
    """How many items a list holds, as bounds; None where it is no plain list of names or short terms, or may be cut short."""
    if not 5 < len(words) < 400 or _PARTIAL.search(words) or any(c in words for c in "“”\"()?"):
        return None
    pieces = _with_states([p.strip() for p in re.split(r";" if ";" in words else r",", words) if p.strip()])
    if ";" in words and any(p.count(",") > 1 for p in pieces) or not pieces:
        return None
    joined = bool(re.match(r"(?:and|or|&|plus)\b", pieces[-1]))
    ends = [len(_AND.split(p)) for p in pieces]
    inner = len(_AND.split(re.sub(r"^(?:and|or|plus) ", "", pieces[-1])))
    if not (joined or inner > 1) or len(pieces) < 2 and (inner != 2 or not all(map(_NAMES.match, words.split(" and ")))):
        return None
    items = [re.sub(r"^(?:and|or|plus|both) ", "", p) for p in pieces[:-1]] + _AND.split(re.sub(r"^(?:and|or|plus) ", "", pieces[-1]))
    if not _plain(items) or len(pieces) == 2 and ends[0] > 1 and not joined or _COUNTED.search(words):
        return None
    if len(items) > 2 and 0 < sum(" of " in i for i in items) < len(items) and any(" of " in i and i.rpartition(" of ")[2].strip(" .") not in REGIONS and not _HAS_HEAD.search(after) for i, after in zip(items, (*items[1:], "its own"), strict=True)):
        return None  # "of the Union of State, County and Municipal Workers": a comma in a name
    return len(pieces) + (0 if joined else 1), max(len(pieces), sum(ends[:-1]) + inner)


def _with_states(pieces: list[str]) -> list[str]:
    """A town and its state are one item, unless the list is one of states."""
    if all(p.strip(" .").removeprefix("and ") in REGIONS for piece in pieces[1:] for p in _AND.split(piece)):
        return pieces
    out: list[str] = []
    for p in pieces:
        if out and out[-1][:1].isupper() and (p.strip(" .") in REGIONS or p.rstrip(".") in ("Inc", "Jr", "Sr", "Ltd", "LLC", "Corp", "Co")):
            out[-1] += ", " + p
        else:
            out.append(p)
    return out


def _plain(items: list[str]) -> bool:
    """Names throughout, or short terms throughout; no apposition, no age, no town with its state, no clause."""
    heads = [next((w for w in i.split() if w.lower() not in FUNCTION_WORDS), "") for i in items]
    regions = [re.sub(r"^(?:in|the|both) ", "", i).strip(" .") in REGIONS for i in items]
    if _OFFICE.match(items[0]) and sum(map(bool, map(_OFFICE.match, items))) > 1 and not any(regions):
        return all(len(i.split()) <= 6 and not i[:1].isdigit() and not _VERB.search(i) and (_OFFICE.match(i) or _HAS_HEAD.search(i)) for i in items)
    if any(regions) and not all(regions) or any(i[:1].isdigit() or not i or _APPOSED.match(i) for i in items):
        return False
    named = [any(w[:1].isupper() for w in i.split()) for i in items]
    if all(named):
        return all(len(i.split()) <= 9 and not _VERB.search(i) for i in items)
    return not any(named) and all(len(i.split()) <= 5 and not _VERB.search(i) for i in items) and all(heads)
