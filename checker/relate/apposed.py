"""A fragment set off behind a figure that tells it a second time: "(a stretch of 12 years)", ", which works out at $4 million a year,".

What stands in the fragment decides, not how it is put: words of measure, of equality and of grammar only, one or two others at most, and none
that turns to something else.
"""

from __future__ import annotations

import re
from functools import cache

from checker.data.restating import FINITE, GENERAL, IDIOMS, SUMMED, TURNS
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.words import alternatives

_SET_APART = 2
LONGEST = 90  # characters from the mark to the figure, and behind it to the mark that closes
_JOINED = frozenset("and or but while whereas than versus as plus per".split())  # between a figure and the mark: another thing has begun


class Fragment(NamedTuple):
    """What is set off: `words` in small letters without the figure, `tail` those of them behind it, `mark` that opens it ("(", "-" or ","), `span` from its first letter to its last."""

    words: tuple[str, ...]
    tail: tuple[str, ...]
    mark: str
    span: Span
    capitals: bool = False


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    opens = re.compile(r"(?P<noun>(?: [\w’'.-]*\w){0,6}?)(?:(?P<bracket>\s?[(\[])|(?P<dash>\s?[—–]\s?| --? )|(?P<comma>, ))")
    within = re.compile(r"(?:[^.;:()\[\]\n]|:(?= )|\.(?=[\w,]|\s[a-z])|(?<!\w\w)\.)*")
    closes = {"(": re.compile(r"(?P<tail>(?:[^()\[\]\n.;]|\.(?=\w))*)[)\]]"), "-": re.compile(r"(?P<tail>(?:[^()\[\]\n.;:,—–]|,(?=\d)|\.(?=\w))*?)(?:\s?[—–]| --? |[.;:](?!\w)|,(?!\d)|$)"),
              ",": re.compile(r"(?P<tail>(?:[^()\[\]\n.;:,—–]|,(?=\d)|\.(?=\w)|-(?=\w))*?)(?:,(?!\d)|[.;:](?!\w)|\s?[—–]| -- |$|(?=\n))")}
    idioms = re.compile(rf"(?<![\w-])(?:({alternatives(SUMMED)})|{alternatives(IDIOMS)})(?![\w-])", re.I)
    return opens, within, closes["("], closes["-"], closes[","], idioms, re.compile(r"[A-Za-z][\w’'.-]*\w|[A-Za-z]")


def fragment(text: str, end: int, figure: Span) -> Fragment | None:
    """The fragment that is set off behind the offset and holds the figure; None where nothing is, or where it is not closed."""
    if figure.start - end > LONGEST:
        return None
    opens, within, bracket, dash, comma, _, _ = _patterns()
    m = opens.match(text, end, figure.start + 1)
    if m is None or m.end() > figure.start or not _JOINED.isdisjoint(m["noun"].split()) or any(map(str.isdigit, m["noun"])) or within.fullmatch(text, m.end(), figure.start) is None:
        return None
    mark = "(" if m["bracket"] else "-" if m["dash"] else ","
    closed = {"(": bracket, "-": dash, ",": comma}[mark].match(text, figure.end, figure.end + LONGEST)
    if closed is None:
        return None
    (lead, one), (tail, two) = words_of(text[m.end():figure.start]), words_of(closed["tail"])
    return Fragment((*lead, *tail), tail, mark, Span(m.end(), closed.end("tail")), one or two)


def words_of(said: str) -> tuple[tuple[str, ...], bool]:
    """The words of a stretch in small letters without its idioms, and whether one has a capital."""
    *_, idioms, letters = _patterns()
    words = letters.findall(idioms.sub(_worded, said))
    return tuple(w.lower().replace("’", "'") for w in words), any(w[0].isupper() for w in words)


def _worded(m: re.Match[str]) -> str:
    return " altogether " if m[1] else " "


def restates(found: Fragment, own: frozenset[str], unknown: int = 2) -> bool:
    """Do the words only tell again what stands before: none that turns to something else, and at most so many that are neither grammar nor measure (`own`)?

    A fragment between commas may be the clause that goes on: its first word must be known. Between dashes or brackets two more may be strange.
    """
    words, tail = found.words, found.tail
    if found.capitals or words[:1] == ("and",) or any(w in TURNS and w not in own for w in words):
        return False
    strange = tuple(w for w in words if w not in GENERAL and w not in own and not w.endswith("ly"))
    if tail[:1] == ("of",) and not _own(tail[1:], own) or tail[:1] == ("per",) and "per" not in own:
        return False
    if found.mark == ",":
        return not words or len(strange) <= unknown and words[:1] != strange[:1] and (words[0] not in FINITE or words[0] in own)
    return len(strange) <= unknown + _SET_APART


def _own(words: tuple[str, ...], own: frozenset[str]) -> bool:
    return all(w in GENERAL or w in own for w in words)
