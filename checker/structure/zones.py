"""Cut a text into zones: headline, summary, byline, dateline, caption, credit, lists, body, and what is set aside."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from checker.model import ZONES, Span, Zone, ZoneKind
from checker.read.source import Source

_ASIDE = re.compile(
    r"(?:\W*)(?:corrections?\b|clarification\b|editor['’]s? note|editors['’] note|update:|updated:|"
    r"an earlier version|a previous version|this (?:story|article|post|report) (?:has been|was|originally)|"
    r"related(?: stories| content| coverage| articles?)?\s*:|read (?:more|also)\b|see also\b|also (?:read|see)\b|"
    r"more (?:on this|from)\b|recommended\b|sign up\b|follow us\b|click here\b|watch:|photos:|video:|"
    r"copyright\b|©)", re.I)
_BYLINE = re.compile(r"\W*(?:by|from)\s+[A-Z][\w.’'-]+(?:\s+(?:and\s+)?[A-Z][\w.’'-]*){0,8}[,|\s\w/.-]{0,60}$", re.I)
_CREDIT = re.compile(r"(?:photo|image|picture|illustration|video|credit|source|getty|reuters|associated press|ap photo|afp|epa|"
                     r"flash ?90|shutterstock|pool|courtesy)\b", re.I)
# one of these is in what `_CREDIT` finds: looked for first, several times quicker
_CREDITED = ("photo", "image", "picture", "illustration", "video", "credit", "source", "getty", "reuters", "associated press", "afp", "epa", "flash",
             "shutterstock", "pool", "courtesy")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][\w.’'-]*){0,6}(?:,? \d{1,2}(?:, (?:19|20)\d\d)?)?\s*)?"
    r"(?:\((?:[A-Z]{2,}|[A-Z][\w/. ]{2,24})\)\s*(?:[-–—]{1,2}|:)\s*|(?<=\w)\s*(?:[–—]|--)\s+|(?<=\d) - (?=[A-Z“\"]))")
_LIST = re.compile(r"\s*(?:[-*•·▪–]\s+|\d{1,2}[.)]\s+\S)")
_STOPS = frozenset(".!?…")
_KINDS: dict[str, ZoneKind] = {k: k for k in ZONES}
_new = tuple.__new__  # a named tuple is made at half the price
# how the words that `_ASIDE` takes begin: most paragraphs are told by three letters
_ASIDE_BEGINS = frozenset("cor cla edi upd thi rel rea see als mor rec sig fol cli wat pho vid cop".split()) | {"an ", "a p"}
_OPENERS = frozenset("“\"‘'(")
_SHORT = 120  # characters; a block under that without a full stop is no paragraph of prose
_LONGEST_ASIDE = 600
_WRAPPED = 100  # no line of hard-wrapped text is longer


def _blocks(source: Source) -> list[Span]:
    """Paragraphs: a line each, or several lines of hard-wrapped text."""
    text = source.text
    lines = [text[a:b] for a, b in pairwise([*source.starts, len(text)])] if "\r" in text else text.split("\n")
    mark = 0 if "\r" in text else 1  # of the end of a line, which `split` leaves out
    blocks: list[Span] = []
    run: list[Span] = []
    at = 0
    for line in lines:
        size = len(line)
        if line and (words := len(line.strip())):
            begin = at if words == size else at + size - len(line.lstrip())
            run.append(_new(Span, (begin, begin + words)))
        elif run:
            blocks += [Span(run[0].start, run[-1].end)] if len(run) > 1 and _is_wrapped(text, run) else run
            run = []
        at += size + mark
    return [*blocks, Span(run[0].start, run[-1].end)] if _is_wrapped(text, run) else blocks + run


def _is_wrapped(text: str, run: list[Span]) -> bool:
    if len(run) < 2:
        return False
    sizes = [s.end - s.start for s in run]
    if max(sizes) > _WRAPPED or any(_LIST.match(text, s.start, s.end) for s in run):
        return False
    if len(run) == 2 and text.startswith(("By ", "BY "), run[1].start) and _BYLINE.match(text[run[1].start:run[1].end]):
        return False  # a headline and its author
    return min(sizes[:-1]) * 2 > max(sizes) and max(sizes) > 40


def _is_prose(words: str) -> bool:
    return len(words) > _SHORT or _ends(words)


def _ends(words: str) -> bool:
    """Does a block end as a sentence does: a stop, and nothing behind it but marks that close?"""
    return words.rstrip("\"”’')]")[-1:] in _STOPS


def _tells(words: str) -> bool:
    """Is it a sentence ("From start to finish, the meeting took an hour."), not the line of an author?"""
    return _ends(words) and words.count(" ") > 4


def _front(words: str, seen_body: bool) -> ZoneKind:
    """The kind of a block before or between the paragraphs of the body."""
    if not seen_body and ((_BYLINE.match(words) and not _tells(words)) or (words.endswith(",") and len(words) < 60)):
        return "byline"
    if len(words) <= _SHORT and not _ends(words):
        if len(words) < 80 and any(map(words.lower().__contains__, _CREDITED)) and _CREDIT.search(words):
            return "credit"
        return "caption" if not seen_body else "body"
    return "body"


def zones(source: Source) -> tuple[Zone, ...]:
    """The zones of a text in order; a dateline is cut off the paragraph it opens.

    What the reader knows of a block stands; the others, and all of plain text, are told by their looks.
    """
    found: list[Zone] = []
    text = source.text
    seen_body = False
    blocks = [r.span for r in source.regions] or _blocks(source)
    told = [r.kind for r in source.regions] or [""] * len(blocks)
    headed = "headline" in told
    printed = [text[start:end] for start, end in blocks]
    prose = list(map(_is_prose, printed))
    for i, block in enumerate(blocks):
        words = printed[i]
        if seen_body and prose[i] and not told[i] and _opens_plainly(words[:3]):  # as most
            found.append(_new(Zone, ("body", block)))
            continue
        plainly = seen_body and prose[i] and not told[i] and _is_plain(words)
        kind = "body" if plainly else _zone(told[i]) or _kind(words, i == 0 and not headed, seen_body)
        if kind == "body" and prose[i] and (seen_body or i == 0 or told[i - 1] == "headline" or all(prose[i:i + 2])):
            seen_body = True
            # a dateline begins with two capitals, a capital and a mark, a bracket or a dash
            dateline = _DATELINE.match(text, block.start, block.end) if not words[1:2].islower() else None
            if dateline and dateline.end() - dateline.start() > 3:
                found.append(Zone("dateline", Span(block.start, dateline.end())))
                block = Span(dateline.end(), block.end)
        found.append(_new(Zone, (kind, block)))
    return tuple(found if headed else _summary(found, source))


@lru_cache(maxsize=4096)
def _opens_plainly(begin: str) -> bool:
    """Do the first letters of a block tell that it is neither a list nor set aside, and has no dateline?"""
    return begin.isascii() and begin[0].isalpha() and begin[1:2].islower() and begin.lower() not in _ASIDE_BEGINS


def _is_plain(words: str) -> bool:
    """Is a block of prose behind the first of the body a paragraph like most: no list, not set aside?"""
    return (words[0].isalpha() or words[0] in _OPENERS) and (len(words) >= _LONGEST_ASIDE or not _may_be_aside(words) or _ASIDE.match(words) is None)


def _kind(words: str, first: bool, seen_body: bool) -> ZoneKind:
    """What a block is by its looks."""
    if first and len(words) <= 200 and (not _ends(words) or words.endswith(("?", "!", "”", '"'))):
        return "headline"
    if len(words) < _LONGEST_ASIDE and _may_be_aside(words) and _ASIDE.match(words):
        return "aside"
    return "list" if _LIST.match(words) else _front(words, seen_body)


def _may_be_aside(words: str) -> bool:
    begin = words[1:4] if words[0] in _OPENERS else words[:3]
    return not begin.isascii() or begin.lower() in _ASIDE_BEGINS or not begin[:1].isalnum()


def _zone(told: str) -> ZoneKind | None:
    """The zone of a region's kind: headings within the text stand out as captions do; None where the words have to tell."""
    return "caption" if told == "heading" else _KINDS.get(told)


def _summary(found: list[Zone], source: Source) -> list[Zone]:
    """A sentence between the headline and a byline, caption or credit stands above the story: its summary."""
    if len(found) > 3 and found[0].kind == "headline" and found[1].kind == "body" \
            and found[2].kind in ("byline", "caption", "credit"):
        found[1] = Zone("summary", found[1].span)
    return found
