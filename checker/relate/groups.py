"""Announced groups whose members are told by name: "three mayors, A and B, left", "the four winners were A, B and C", "a trio of mayors (A and B)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import occurrences
from checker.relate.lists import MOST_TOLD, bounds
from checker.structure.document import Document

_GROUPS = {"pair": 2, "duo": 2, "trio": 3, "threesome": 3, "triumvirate": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6, "septet": 7, "octet": 8}
_NAMES = frozenset(_GROUPS)
# a part of them, a bound, or others that the text does not tell
_OPEN_BEFORE = re.compile(r"(?:\bof(?: (?:the|these|those|his|her|their|its))?|\b(?:than|least|most|to|other|another|first|last|next|top|past|nearly|about|some))(?: other)? ?$", re.I)
_JOINING = re.compile(r",? (?:and|plus|as well as|along with|together with|with) (?:[a-z]+ ){0,4}[A-Z]|;|\bboth\b")  # in the same sentence
AS_WELL = tuple(f"{mark} {word} " for mark in ("", ",") for word in ("as well as", "along with", "together with", "in addition to", "plus"))  # one more behind a series
_OTHERS = re.compile(r"\b(?:others?|another|un(?:named|identified|known)|not (?:yet )?(?:been )?(?:identified|named)|[Tt]he (?:second|third|fourth|fifth|sixth|seventh|last|final|remaining)"
                     r"(?! (?:time|term|place|round|quarter|year|day|week|month))|[Aa] (?:second|third|fourth|fifth))\b")
_PLACED = (" of ", " in ", " from ")  # "in four parts in May, June, July and August": where they are, or the first of them
_RUN_ON = re.compile(r"(?:(?<=[a-z]{3})|(?<=\d))[.!?][”\"“A-Z]")  # a sentence that lost the space before it
_MORE = re.compile(r" (?:and|with) ")
_ASIDES = re.compile(r" \([^()]*\)|, (?:aged )?\d\d?(?=,|;| and |\.|\)|$)")  # of a name: what stands in brackets, an age
_COURTESIES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Rev)\.? ")
_HALVES = ("alf a dozen", "alf-dozen")
_DETERMINER = re.compile(r"(?<![\w-])(?:the|an?|his|her|their|its) $", re.I)
_SPACE = re.compile(r" (?=[A-Z])")
_CLOSED = re.compile(r"[,.;)—–]| [—–-]|\s*[.\"”]*$")
_ENDS = re.compile(r"[,.;)—–]| (?!and |or |& )[a-z—–-]")  # behind a series that may be followed by its verb
_NEAR, _REACH = 40, 120  # characters to the mark behind an announcement, and to "are" or "were identified as"
_BEFORE_NAMES = frozenset("by with from between to are were for against".split())
_REST = 160  # characters behind the list in which somebody more may be told


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = r"[A-Z][\w’'.-]*(?:(?: (?:of|the|de|da|del|la|von|van|der|bin|al|for))* [A-Z][\w’'.-]*)*"
    item = rf"(?:the |former |then-|ex-|\d(?:st|nd|rd|th) )?{name}(?: \([^()]{{1,40}}\))?"
    aged = r"(?:, (?:aged )?\d\d?(?=,|;| and |\.|\)|$))?"
    named = re.compile(rf"{item}{aged}(?:, {item}{aged})*(?:,? (?:and|&) {item}{aged})?")
    far = r"(?: [A-Za-z][\w’'-]*){0,9}?"
    apposed = re.compile(r"(?: (?:of|in|from) [A-Z][\w-]+|(?: [a-z’'-]+){0,2}?)(?:, (?:(?:identified|named)(?: [a-z]+)? as |namely )?| \()(?=[A-Z])")
    equal = re.compile(rf"(?:{far} (?:are|were)|{far} (?:were|are|was|have been|had been) (?:later |both |all )?(?:identified|named)(?: (?:by|on|in)(?: [\w.]+){{1,3}})? as):? (?=[A-Z])")
    return named, apposed, equal


def collectives(document: Document) -> list[Mention]:
    """The words for so many together ("a trio of", "the pair") as figures."""
    words = document.lowercase
    if _NAMES.isdisjoint(words) and "dozen" not in words:
        return []
    text = document.text
    told = [(word, at) for word in sorted(_NAMES & words) for at in occurrences(text, word)]
    if "dozen" in words:
        told += [(text[at - 1:at] + half, at - 1) for half in _HALVES for at in occurrences(text, half) if text[at - 1:at] in "Hh"]
    return [_collective(text, word, at) for word, at in told if not text[at - 1:at].isalpha() and not text[at + len(word):at + len(word) + 1].isalpha()]


def _collective(text: str, word: str, start: int) -> Mention:
    n = Decimal(_GROUPS.get(word, 6))
    end = start + len(word)
    end += len(" of") if text.startswith(" of ", end) else 0
    determiner = _DETERMINER.search(text, max(0, start - 6), start)
    span = Span(determiner.start() if determiner else start, end)
    return Mention("quantity", span, text[span.start:span.end], Quantity(n, n, "count", "", word))


def groups(document: Document, announcements: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" of each announced group and the names that are its members."""
    text = document.text
    for m in announcements:
        q = m.value
        if isinstance(q, Quantity) and q.noun and q.low <= MOST_TOLD and text[m.span.end:m.span.end + 1] in " ,":
            yield from _group(document, m, int(q.low))


def _group(document: Document, announced: Mention, number: int) -> Iterator[Relation]:
    text = document.text
    sentence = document.sentence_at(announced.span.start)
    how = _how(text, announced, sentence.end)
    if how is None or _OPEN_BEFORE.search(text, max(sentence.start, announced.span.start - 25), announced.span.start) and not _are_the_others(text, announced, how):
        return
    last = sentence.start + len(_RUN_ON.split(text[sentence.start:sentence.end])[0].rstrip(' ."”'))
    found = _patterns()[0].match(text, how.end(), last)
    if found is None:
        return
    end = found.end()
    told = parted(text[how.end():last]) if ";" in text[end:last] else _told(found[0])
    if ";" in text[end:last]:
        end = last
    elif not _closes(text, how[0], found):
        return
    if told is None or number == told[1] + 1 and how[0].startswith(_PLACED) or number > told[1] and (_JOINING.search(text, end, last) or _OTHERS.search(text, end, end + _REST)):
        return
    items = Mention("quantity", Span(how.end(), end), text[how.end():end], announced.value)
    yield Relation("list", (("announced", announced), ("items", items)), {"least": str(told[0]), "most": str(told[1])})


def _are_the_others(text: str, announced: Mention, how: re.Match[str]) -> bool:
    """ "The other three are …": all of the others, where they open the sentence."""
    return text.endswith(("The other ", "The remaining "), 0, announced.span.start) and how[0].rstrip(" :").endswith((" are", " were"))


def _how(text: str, announced: Mention, end: int) -> re.Match[str] | None:
    """What stands between the announcement and the first name: a mark, a bracket, "are", "were identified as"."""
    start = announced.span.end
    if announced.text.endswith(" of") and (found := _SPACE.match(text, start)):
        return found
    stretch = text[start:min(end, start + _REACH)]
    mark = min(at for at in (stretch.find(", ", 0, _NEAR), stretch.find(" (", 0, _NEAR), _NEAR) if at >= 0)
    if mark < _NEAR and (stretch[mark + 2:mark + 3].isupper() or stretch[mark + 2:mark + 3] in "in") and (found := _patterns()[1].match(text, start, end)):
        return found
    return _patterns()[2].match(text, start, end) if " are" in stretch or " were " in stretch or " as " in stretch else None


def _closes(text: str, how: str, found: re.Match[str]) -> bool:
    """Does the list of names end where they do? Behind "a trio of" only where each is a full name."""
    end = found.end()
    if how == " ":
        return all(" " in name for name in re.split(r",? and |, ", found[0]))
    return text.startswith(")", end) if how.endswith("(") else bool(_CLOSED.match(text, end))


def _told(words: str) -> tuple[int, int] | None:
    """How many names these are, as bounds; None where the last is not joined to the others."""
    words = _ASIDES.sub("", words)
    if "," in words:
        told, titled = bounds(words), len(_COURTESIES.findall(words))
        return told if told is None or not titled else (min(titled, told[0]), told[1])  # between ladies stand their towns
    both = words.split(" and ")
    return (2, 2) if len(both) == 2 else None


def parted(words: str) -> tuple[int, int] | None:
    """The names of groups parted by semicolons ("A and B on May 3; C on June 8; and D on June 9"); None where anything else stands there."""
    least = most = 0
    pieces = words.split("; ")
    if not pieces[-1].startswith("and "):
        return None
    for piece in pieces:
        found = _patterns()[0].match(piece.removeprefix("and "))
        if found is None or _MORE.search(piece.removeprefix("and "), found.end()):
            return None
        bare = _ASIDES.sub("", found[0])
        told = _told(bare) if "," in bare or " and " in bare else (1, 1)
        if told is None:
            return None
        least, most = least + told[0], most + told[1]
    return least, most


def names_before(document: Document, at: int) -> tuple[Span, tuple[int, int]] | None:
    """The series of full names that ends at an offset, and how many they are; None where something else may belong to it."""
    text = document.text
    start = document.sentence_at(at).start
    for m in _patterns()[0].finditer(text, start, at):
        if m.end() == at and all(" " in name for name in re.split(r",? and |, ", m[0])):
            told = _told(m[0])
            before = text[start:m.start()].rstrip()
            alone = not before or before.rpartition(" ")[2] in _BEFORE_NAMES
            return (Span(*m.span()), told) if told and alone and m[0][0].isupper() else None
    return None


def series_of_names(text: str, start: int, end: int) -> tuple[Span, tuple[int, int]] | None:
    """The series of names that begins at an offset, closed by a mark or a word in small letters, and how many they are."""
    end = start + len(text[start:end].rstrip(' .\n"”'))
    found = _patterns()[0].match(text, start, end)
    if found is None or found.end() < end and not _ENDS.match(text, found.end()):
        return None
    told = _told(found[0])
    return (Span(*found.span()), told) if told else None


def named(text: str, start: int, end: int) -> Span | None:
    """The series of names that begins at an offset, with "and" before the last."""
    found = _patterns()[0].match(text, start, start + len(text[start:end].rstrip(' .\n"”')))
    return Span(*found.span()) if found is not None and (" and " in found[0] or " & " in found[0]) else None


def names_told(words: str) -> tuple[int, int] | None:
    """How many names a series of them holds, as bounds; None where the last is not joined to the others."""
    return _told(words)
