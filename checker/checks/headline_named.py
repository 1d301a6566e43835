"""A number of a name in the headline, where the text has the name with another number only: "Channel 8 ratings", "Channel 4's ratings"; "G-2", "G-7"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.units import ONES
from checker.extract.times import MONTHS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span

_BEHIND = r"(?!\d|[.,]\d|[%’'/]|-?\w| ?(?:pct|percent|per cent|mln|bn|billion|million|years?|-year)\b)"
_NAMED = re.compile(r"(?<![\w.,'’$£€/-])([A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*)([ /-])(\d{1,4})" + _BEHIND, re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def named(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of such a number with the only other one that the text has behind the same word, capitalised; likely, never certain."""
    text = analysis.document.text
    for m in _NAMED.finditer(text, *head):
        word, sign, figure = m.groups()
        small = word.lower()
        if len(small) > 1 and small in FUNCTION_WORDS or sign == " " and len(small) == 1 or small in CALENDAR or small in MONTHS or len(word) > 1 and word.islower() or _YEAR.fullmatch(figure) or _is_told(text, head.end, figure, sign):
            continue
        found = _others(text, head.end, word, sign)
        if len({text[a.start:a.end].rpartition(sign)[2] for a in found}) == 1 and found[0].end - found[0].start == m.end() - m.start():
            yield Conflict((Place(number, Span(*m.span())), Place(number, found[0])), {"kind": "figure"}, (f"the text has “{word}” with one number only",), likely=True)


def _is_told(text: str, start: int, figure: str, sign: str) -> bool:
    """Has the text the number anywhere, in digits or as a word? Behind a mark ("M-3") it is the name's only where it has one."""
    words = [w for w, n in ONES.items() if str(n) == figure]
    mark = "" if sign == " " else f"[a-z]{sign}"
    return re.search(rf"(?<![\d.,]){mark}{figure}(?!\d|[.,]\d)" + "".join(rf"|\bof {w}\b" if mark else rf"|\b{w}\b" for w in words), text[start:], re.I) is not None


def _others(text: str, start: int, word: str, sign: str) -> list[Span]:
    """Where the text has the word, capitalised, with a number behind it."""
    pattern = re.compile(rf"(?<![\w.,'’-]){re.escape(word)}{sign}\d{{1,4}}(?!\d|[.,]\d|%| ?(?:pct|percent|per cent|mln|bn|billion|million)\b)", re.I)
    return [Span(*m.span()) for m in pattern.finditer(text, start) if m[0][0].isupper()]
