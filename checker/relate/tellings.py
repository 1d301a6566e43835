"""What is announced by number and told under numbers in running prose: "Here are five. One: … Two: …", "four rules. No. 1: … No. 2: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import occurrences
from checker.structure.document import Document
from checker.structure.words import digits

_WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
# by what the second item has besides its number, so that most texts are not looked through for any of them
_STYLES = {"Two": ("{word}: ", "{word}. ", "{word}) ", "{word} – ", "{word} — "),
           "No": ("No. {n}: ", "No. {n}. ", "No. {n} – ", "No. {n} — ", "No. {n}, "),
           "Number": ("Number {low}: ", "Number {low}, ", "Number {low}. "),
           "": ("{n}. ", "{n}) ", "{n}: ")}
_LEAST, _FAR = 3, 4000  # items told, and characters from one to the next
_UNNUMBERED = re.compile(r"(?<![\w-])(?:finally|lastly|last|final|another|bonus|also|plus)(?![\w-])", re.I)
_ARE = re.compile(r"(?:(?:[Hh]ere|[Tt]here|[Tt]hese) (?:are|were)|[Ll]et me (?:name|list|offer|give)|[Cc]onsider|I (?:count|see|have|offer)|[Ww]e (?:count|see|have|offer))(?: (?:just|only|the|my|our|these))?(?: you)? $")
_PART = re.compile(r"\b(?:of|least|most|than|other|another|first|last|next|top|past|up to|over|nearly|almost|about|some|than) (?:(?:the|his|her|their|its|my|our|these|those) )?$", re.I)
_BEFORE = 260  # characters from the announcement to the first item
_NO_ITEMS = frozenset("time day hour week month year minute person people percent point seat vote decade game match round term inning quarter race million billion".split())


def numbered(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items); `announced` are the figures that may announce one, of twelve at most."""
    text = document.text
    for style in _styles(document) if announced else ():
        if marks := _marks(document, style):
            first, (start, end) = marks[0].start, marks[-1]
            before = [m for m in announced if 0 < first - m.span.end < _BEFORE]
            if not before or not isinstance(q := before[-1].value, Quantity) or not _announces(document, before[-1]) or len(marks) < q.low and _goes_on(document, end, len(marks)):
                continue
            words = text[start:document.sentence_at(end).end].rstrip(" .\n”\"")
            items = Mention("quantity", Span(start, start + len(words)), words, q)
            yield Relation("list", (("announced", before[-1]), ("items", items)), {"least": str(len(marks)), "most": str(len(marks))})


def _styles(document: Document) -> Iterator[str]:
    """The styles in which the text has a second item."""
    text, words = document.text, document.lowercase
    for word, styles in _STYLES.items():
        if word not in words if word else "2" not in text:
            continue
        begun = occurrences(text, word or "2")  # what begins all of them is looked for once; a single letter in no time
        if not any(text.startswith(_seconds(word), at) for at in begun):
            continue
        for style in styles:
            if _form(style, 2) in text and (word not in ("", "No") or any(end - start == 1 and text[start] == "2" for start, end in digits(text))):
                yield style


@cache
def _seconds(word: str) -> tuple[str, ...]:
    """The second items of the styles of a word."""
    return tuple(_form(style, 2) for style in _STYLES[word])


@cache
def _form(style: str, number: int) -> str:
    return style.format(word=_WORDS[number - 1], low=_WORDS[number - 1].lower(), n=number)


def _marks(document: Document, style: str) -> list[Span]:
    """Where the items of this style begin, from the first to the last in a row; none where they are fewer than three or begin anew."""
    text, found, at = document.text, list[Span](), 0
    for number in range(1, len(_WORDS) + 1):
        form = _form(style, number)
        at = next((x for x in occurrences(text, form, at, at + _FAR if found else None) if _opens(document, x)), -1)
        if at < 0:
            break
        found.append(Span(at, at + len(form)))
        at += len(form)
    return found if len(found) >= _LEAST and not any(_opens(document, x) for x in occurrences(text, _form(style, 1), found[-1].end)) else []


def _opens(document: Document, at: int) -> bool:
    """Does a sentence, a paragraph or a quotation begin there?"""
    before = document.text[max(0, at - 2):at]
    if before == ". " and document.text.endswith("No. ", 0, at):
        return False
    return at in document.sentence_openings or before[-1:] in ("\n", "“", '"') or before[:1] in (".", "?", "!", ":", ";")


def _announces(document: Document, m: Mention) -> bool:
    """Does the figure tell how many there are, rather than some of them or of something else that is counted?"""
    q, text, (start, end) = m.value, document.text, m.span
    if not isinstance(q, Quantity) or q.hedge or q.unit in _NO_ITEMS or _PART.search(text, max(0, start - 24), start):
        return False
    closes = text[end:end + 1] in ".:;" or text[end:end + 2] in (" —", " –")
    return bool(closes and (q.noun or _ARE.search(text, max(0, start - 30), start)) or q.noun and _ARE.search(text, max(0, start - 30), start))


def _goes_on(document: Document, at: int, told: int) -> bool:
    """May one more be told behind the last, without its number or in another style?"""
    text = document.text
    behind = text[at:at + _FAR]
    return bool(_UNNUMBERED.search(behind)) or re.search(rf"(?<!\w)(?:{told + 1}|{_WORDS[min(told, len(_WORDS) - 1)]})(?!\w)", behind) is not None
