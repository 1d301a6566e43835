"""Find quotations: straight, curly, mixed, guillemets, single, nested, continued over paragraphs.

Apostrophes, feet and inches are not marks. A quotation never reaches over a paragraph: one that goes on is a
new quotation whose predecessor is `carried` (the printers' rule: no closing mark before a paragraph that opens again).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from checker.model import ARTICLE, Quotation, Span, Zone
from checker.structure.words import foreign, occurrences

# each mark is looked for by itself, several times quicker than a set of them; apostrophes within words are left out
_APOSTROPHES = {mark: re.compile(rf"{mark}(?:{double}(?<![^\W_]{mark})|(?![^\W_]))")
                for mark, double in {"'": "'|", "’": "’|", "‘": "‘|", "‹": "", "›": ""}.items()}
_PLAIN_MARKS = frozenset("“”„‟«»")
CONTRACTED = ("s", "t", "re", "ve", "ll", "d", "m", "S", "T", "RE", "VE", "LL", "D", "M")  # what follows an apostrophe
CONTRACTIONS = frozenset(word[0] for word in CONTRACTED)
_CONTRACTED = re.compile(rf"\"(?:{'|'.join(CONTRACTED)})(?![\w'’-])")
_GUILLEMETS = frozenset("«»")
_OPENERS = frozenset(" \t\n([{-–—/“\"‘'«…>*_=")
_DOUBLE = frozenset({*"\"“”„‟«»", "''", "’’", "‘‘"})
_FIRST = _DOUBLE | {"‘", "'"}
_ELISION = re.compile(r"['’‘](?:em|til|tis|twas|cause|n|n'|bout|round|neath|nother|cept|fraid|kay|s|d|ll|re|ve|t|m|\d\ds?)\b", re.I)
_SPAN = itemgetter(Quotation._fields.index("span"))
_new = tuple.__new__  # a named tuple is made at half the price
_REACH = 1000  # characters; no single quotation is longer
_LABEL, _DOTS = 40, ("...", "…")  # characters of a page's label between paragraphs: "More on this..."
_LINE = 160  # characters of a line between paragraphs that is none of them
_STOPS = frozenset(".!?…:,;\"”’'»")
_CLOSED_BEFORE = frozenset(".,!?;:…")


def quotations(text: str, zones: tuple[Zone, ...]) -> tuple[Quotation, ...]:
    """All quotations in order of their start; a mark without its partner has the other side empty."""
    found: list[Quotation] = []
    others = foreign(text)
    marks = [(m.start(), m.group()) for mark, pattern in _APOSTROPHES.items() if mark in (text if mark == "'" else others) for m in pattern.finditer(text)]
    plain = _PLAIN_MARKS & others
    for mark in ('"', *(plain if ("«" in plain) == ("»" in plain) else plain - _GUILLEMETS)):  # one kind alone is an arrow: "More »"
        at = text.find(mark)
        while at >= 0:
            if text[at + 1:at + 2] not in CONTRACTIONS or mark != '"' or not typed_for_apostrophe(text, at):
                marks.append((at, mark))
            at = text.find(mark, at + 1)
    marks.sort()
    starts = [start for _, (start, _) in zones]
    k, size = 0, len(marks)
    while k < size:  # zone by zone, those without marks passed over
        i = bisect_right(starts, marks[k][0])
        border = starts[i] if i < len(starts) else len(text)
        begin, end = zones[i - 1].span if i else (0, 0)
        first = k
        while k < size and marks[k][0] < end:
            k += 1
        found += _paragraph(text, begin, end, marks[first:k], _goes_on(text, zones, i))
        while k < size and marks[k][0] < border:
            k += 1
    found.sort(key=_SPAN)
    return tuple(found)


def typed_for_apostrophe(text: str, at: int) -> bool:
    """Is the double mark there an apostrophe ("That"s all", "Qatar"s banks"), and not one that closes "A"s?"""
    if not text[at - 1:at].isalpha() or not _CONTRACTED.match(text, at):
        return False
    first = at - 1
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    return text[first - 1:first] != '"'


def _goes_on(text: str, zones: tuple[Zone, ...], following: int) -> bool:
    """Does the next paragraph open a quotation again, a line that is no sentence (a link, an advertisement) passed over?"""
    for zone in zones[following:following + 2]:
        start, end = zone.span
        if text[start] in _FIRST:
            return True
        if text[end - 1] in _STOPS and not (end - start <= _LABEL and text.endswith(_DOTS, start, end)) or end - start > _LINE:
            return False
    return False


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before = at == start or text[at - 1] in _OPENERS
    after = at + 1 < end and not text[at + 1].isspace()
    return (before and after and text[at + 1] not in ",;:)]}") or (before and _opens_nested(text, at, end))


def _opens_nested(text: str, at: int, end: int) -> bool:
    """Is a single mark that opens set off from the double one by a space, as some houses do (`" 'Stop,' she said`)?"""
    return at + 3 < end and text[at + 1] == " " and text[at + 2] in "'‘" and text[at + 3].isalnum()


class _Stack:
    """Open marks of one paragraph, innermost last."""

    def __init__(self) -> None:
        self.open: list[tuple[int, str]] = []
        self.found: list[Quotation] = []
        self._closes: list[tuple[int, str]] | None = None

    def closes(self, text: str, start: int, end: int, at: int, until: int | None = None) -> Iterator[str]:
        """What stands before each single closing mark of the paragraph within reach behind `at`; looked for once a paragraph."""
        if self._closes is None:
            self._closes = sorted([(at - 1, text[at - 1]) for mark in "'’" for at in occurrences(text, mark, start + 1, end) if _may_close(text, at, end)])
        for k in range(bisect_left(self._closes, (at, "")), len(self._closes)):
            if self._closes[k][0] > (at + _REACH if until is None else until):
                return
            yield self._closes[k][1]

    def close(self, at: int, mark: str, double: bool) -> bool:
        for k in range(len(self.open) - 1, -1, -1):
            if (self.open[k][1] in _DOUBLE) == double:
                del self.open[k + 1:]
                start, opening = self.open.pop()
                self.found.append(_new(Quotation, (_new(Span, (start, at + len(mark))), _new(Span, (start + len(opening), at)), opening, mark, ARTICLE,
                                                   False, len(self.open))))
                return True
        return False

    def has(self, double: bool) -> bool:
        return any((m in _DOUBLE) == double for _, m in self.open)


def _pairs(text: str, start: int, end: int, marks: Sequence[tuple[int, str]]) -> list[Quotation] | None:
    """The quotations of a paragraph whose marks open and close by turns beyond doubt, as in most; None for the others."""
    if len(marks) % 2:
        return None
    found: list[Quotation] = []
    for (opened, opening), (closed, closing) in zip(marks[::2], marks[1::2], strict=True):
        if text[closed - 1] in _OPENERS or not (
                (opening == "“" and closing == "”") or (opening == closing == '"' and _opens(text, opened, start, end))):
            return None
        found.append(_new(Quotation, (_new(Span, (opened, closed + 1)), _new(Span, (opened + 1, closed)), opening, closing, ARTICLE, False, 0)))
    return found


def _paragraph(text: str, start: int, end: int, marks: Sequence[tuple[int, str]], follows: bool) -> list[Quotation]:
    found = _pairs(text, start, end, marks)
    if found is not None:
        return found
    stack = _Stack()
    for at, mark in marks:
        if mark in _DOUBLE:
            _double(text, at, mark, start, end, stack)
        else:
            _single(text, at, mark, start, end, stack)
    for at, mark in stack.open:
        if mark in _DOUBLE:
            stack.found.append(Quotation(Span(at, end), Span(at + len(mark), end), mark, "", ARTICLE, carried=follows))
    return stack.found


def _double(text: str, at: int, mark: str, start: int, end: int, stack: _Stack) -> None:
    inch = mark in "\"”" and at > start and text[at - 1].isdigit() and not stack.has(True)
    if inch:
        return
    if mark == "„" and not _opens(text, at, start, end):
        return  # bytes read in the wrong encoding
    opens = mark in "“„«‘‘" or (mark not in "»’’" and _opens(text, at, start, end))
    if mark == '"' and not stack.has(True) and at + 1 < end:
        # pasted copy loses spaces: with nothing open, a mark before a letter (or between two spaces, or behind a colon) opens
        opens = opens or text[at + 1].isalnum() or (text[at + 1] == " " and at > start and text[at - 1] in " :")
    if mark == "“" and stack.has(True) and _typed_for_closing(text, at, start, end):
        opens = False
    if mark == "”" and stack.open and stack.open[-1][1] == "“":
        opens = False  # spaced as if it opened, but its partner stands before it
    if opens and mark == '"' and stack.has(True) and stack.open[-1][1] in _DOUBLE:
        # straight marks do not nest in themselves; after a dash or bracket they may close
        opens = at > start and (text[at - 1] in " (\n\t" or stack.open[-1][0] == at - 1)  # or it is doubled
    if opens:
        stack.open.append((at, mark))
    elif not stack.close(at, mark, True):
        stack.found.append(Quotation(Span(at, at + len(mark)), Span(at, at), "", mark, ARTICLE))


def _typed_for_closing(text: str, at: int, start: int, end: int) -> bool:
    """Is an opening mark, behind another one, typed where a closing one belongs?"""
    if _opens(text, at, start, end):
        return False
    if text[at - 1].isspace():  # between two spaces: "points, “ he said", but not "he said. “ This is"
        return not text[at + 1:at + 3].strip()[:1].isupper()
    return not (text[at - 1].isalnum() and text[at + 1:at + 2].isalnum())


def _single(text: str, at: int, mark: str, start: int, end: int, stack: _Stack) -> None:
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    if left.isalnum() and right.isalnum():
        return
    if stack.has(False) and not right.isalnum() and not left.isspace():
        if left in _CLOSED_BEFORE or left != "s" or all(c == "s" for c in stack.closes(text, start, end, at + 1, _opened_next(text, at + 1, end))):
            stack.close(at, mark, False)
        return
    if right.isalnum() and left in _OPENERS and not _ELISION.match(text, at) and next(stack.closes(text, start, end, at + 1), ""):
        stack.open.append((at, mark))


def _may_close(text: str, at: int, end: int) -> bool:
    """Does a single mark stand behind a word or a stop, with no word right behind it?"""
    before, after = text[at - 1], text[at + 1:at + 2] if at + 1 < end else ""
    return (before.isalnum() or before in _CLOSES_BEHIND) and not (after.isalnum() or after == "_")


def _opened_next(text: str, at: int, end: int) -> int | None:
    """Where the next single mark opens: what closes behind it closes that one, so that a mark behind "s" before it is no apostrophe."""
    return next((m.start() for m in _SINGLE_OPEN.finditer(text, at, end) if not _ELISION.match(text, m.start())), None)


_SINGLE_OPEN = re.compile(r"(?<=[\s(—–])['‘](?=\w)")
_CLOSES_BEHIND = frozenset("_.,!?…;:%)")  # and letters and digits
