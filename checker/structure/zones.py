"""Cut a text into zones: headline, summary, byline, dateline, caption, credit, lists, body, and what is set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.model import ZONES, Span, Zone, ZoneKind
from checker.structure.blocks import BYLINE, LIST, ends

_ASIDE = re.compile(
    r"(?:\W*)(?:corrections?\b|clarification\b|editor['’]s? note|editors['’] note|update:|updated:|"
    r"an earlier version|a previous version|this (?:story|article|post|report) (?:has been|was|originally)|"
    r"related(?: stories| content| coverage| articles?)?\s*:|read (?:more|also)\b|see also\b|also (?:read|see)\b|"
    r"more (?:on this|from)\b|recommended\b|sign up\b|follow us\b|click here\b|watch:|photos:|video:|"
    r"copyright\b|©)", re.I)
_CAPTION = re.compile(r"(?:photo(?:graph)?|pictured?|image|caption)(?: \([^)]*\)| (?:above|below|left|right))?: (?=\S)", re.I)
_CREDIT = re.compile(r"(?:photo|image|picture|illustration|video|credit|source|getty|reuters|associated press|ap photo|afp|epa|"
                     r"flash ?90|shutterstock|pool|courtesy)\b", re.I)
# one of these is in what `_CREDIT` finds: looked for first, several times quicker
_CREDITED = ("photo", "image", "picture", "illustration", "video", "credit", "source", "getty", "reuters", "associated press", "afp", "epa", "flash",
             "shutterstock", "pool", "courtesy")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][\w.’'-]*){0,6}(?:,? \d{1,2}(?:, (?:19|20)\d\d)?)?\s*)?"
    r"(?:\((?:[A-Z]{2,}|[A-Z][\w/. ]{2,24})\)\s*(?:[-–—]{1,2}|:)\s*|(?<=\w)\s*(?:[–—]|--)\s+|(?<=\d) - (?=[A-Z“\"]))")
_KINDS: dict[str, ZoneKind] = {k: k for k in ZONES}
_new = tuple.__new__  # a named tuple is made at half the price
# how the words that `_ASIDE` takes begin: most paragraphs are told by three letters
_ASIDE_BEGINS = frozenset("cap ima pic cor cla edi upd thi rel rea see als mor rec sig fol cli wat pho vid cop".split()) | {"an ", "a p"}
_OPENERS = frozenset("“\"‘'(")
_SHORT = 120  # characters; a block under that without a full stop is no paragraph of prose
_LONGEST_ASIDE = 600


def _is_prose(words: str) -> bool:
    return len(words) > _SHORT or ends(words)


def _tells(words: str) -> bool:
    """Is it a sentence ("From start to finish, the meeting took an hour."), not the line of an author?"""
    return ends(words) and words.count(" ") > 4


def _front(words: str, seen_body: bool) -> ZoneKind:
    """The kind of a block before or between the paragraphs of the body."""
    if not seen_body and ((BYLINE.match(words) and not _tells(words)) or (words.endswith(",") and len(words) < 60)):
        return "byline"
    if len(words) <= _SHORT and not ends(words):
        if len(words) < 80 and any(map(words.lower().__contains__, _CREDITED)) and _CREDIT.search(words):
            return "credit"
        return "caption" if not seen_body else "body"
    return "body"


def zones(text: str, blocks: Sequence[Span], told: Sequence[str]) -> tuple[Zone, ...]:
    """The zones of a text in order, given its blocks and the kind of each where the reader knows it; a dateline is cut off the paragraph it opens.

    What the reader knows of a block stands; the others ("" in `told`), and all of plain text, are told by their looks.
    """
    found: list[Zone] = []
    seen_body = False
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
    return tuple(found if headed else _summary(found))


@lru_cache(maxsize=4096)
def _opens_plainly(begin: str) -> bool:
    """Do the first letters of a block tell that it is neither a list nor set aside, and has no dateline?"""
    return begin.isascii() and begin[0].isalpha() and begin[1:2].islower() and begin.lower() not in _ASIDE_BEGINS


def _is_plain(words: str) -> bool:
    """Is a block of prose behind the first of the body a paragraph like most: no list, not set aside?"""
    return (words[0].isalpha() or words[0] in _OPENERS) and (len(words) >= _LONGEST_ASIDE or not _may_be_aside(words) or _ASIDE.match(words) is None and _CAPTION.match(words) is None)


def _kind(words: str, first: bool, seen_body: bool) -> ZoneKind:
    """What a block is by its looks."""
    if first and len(words) <= 200 and (not ends(words) or words.endswith(("?", "!", "”", '"'))):
        return "headline"
    if len(words) < _LONGEST_ASIDE and _may_be_aside(words):
        if _CAPTION.match(words) and (ends(words) or len(words) > _SHORT // 2):
            return "caption"  # which says so itself: "PHOTO: The mayor at the quay."
        if _ASIDE.match(words):
            return "aside"
    return "list" if LIST.match(words) else _front(words, seen_body)


def _may_be_aside(words: str) -> bool:
    begin = words[1:4] if words[0] in _OPENERS else words[:3]
    return not begin.isascii() or begin.lower() in _ASIDE_BEGINS or not begin[:1].isalnum()


def _zone(told: str) -> ZoneKind | None:
    """The zone of a region's kind: headings within the text stand out as captions do; None where the words have to tell."""
    return "caption" if told == "heading" else _KINDS.get(told)


def _summary(found: list[Zone]) -> list[Zone]:
    """A sentence between the headline and a byline, caption or credit stands above the story: its summary."""
    if len(found) > 3 and found[0].kind == "headline" and (found[1].kind == "body" and found[2].kind in ("byline", "caption", "credit")
                                                           or found[1].kind == "caption" and found[2].kind == "byline"):  # a line without a stop
        found[1] = Zone("summary", found[1].span)
    return found
