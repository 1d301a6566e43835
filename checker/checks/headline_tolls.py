"""The dead or arrested of a headline where the lead tells them by another word: "18 dead", "killing 12 people"; "41 arrested", "40 arrests".

Silent where the text has the headline's figure, or where it may be made of those of the text: one more (whoever did it died too), or a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.data.units import ONES
from checker.extract.hedges import printed
from checker.findings import Conflict, Place
from checker.link.group import quantity
from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.words import alternatives

_N = rf"({alternatives(frozenset(w for w, n in ONES.items() if n > 1))}|\d{{1,3}}(?:,\d{{3}})*)"
_LOOSE = r"(?:(?:some|about|around|all|another|a|the|their|his|its) )?"
_PEOPLE = r"(?: (?:[A-Za-z’'-]+ ){0,3}?(?:people|persons|men|women|children|soldiers|officers|students|workers|civilians|others|passengers|troops|policemen|protesters|suspects|demonstrators|migrants|[a-z]+s))?"
_TOLLS = {
    "dead": (re.compile(rf"(?<![\w.,$-]){_N}(?: (?:people|[A-Za-z]+s|men|women|children))? (?:dead|die|died|killed|slain)\b|\b(?:kill|kills|killed|killing|leaves(?= \S+ (?:\w+ )?dead\b)) {_N}(?! (?:hurt|injured|wounded))(?= |$)", re.I),
             re.compile(rf"\b(?:killing|killed|kills|claimed the lives of|lives of|murder of|deaths of) {_LOOSE}{_N}(?![\w-]|[.,]\d)|(?<![\w.,$-])(?<!(?: man| boy|girl|oman) of ){_N}{_PEOPLE} (?:(?:were|was|are|have been|had been|has been|who) )?(?:(?:shot|found|left|confirmed) )?(?:killed|dead|died|slain|deaths)\b|(?<![\w.,$-]){_N} dead\b", re.I)),
    "held": (re.compile(rf"(?<![\w.,$-]){_N}(?: (?:people|[a-z]+s|men|women))? (?:arrested|detained)\b|\b(?:arrest|arrests|arrested|detain|detains|detained) {_N}(?= |$)", re.I),
             re.compile(rf"\b(?:arresting|arrested|detained|arrest of|arrests of) {_LOOSE}{_N}(?![\w-]|[.,]\d)|(?<![\w.,$-]){_N}{_PEOPLE} (?:(?:were|was|are|have been|had been|has been) )?(?:arrested|detained|arrests)\b|(?<![\w.,$-]){_N} arrests\b", re.I)),
}
_WORDS = {"dead": ("kill", "dead", "die", "slain"), "held": ("arrest", "detain")}
_MOST = 200  # characters of a headline; what is longer is a paragraph


def tolls(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of such a figure with the only one that the text has of it; likely, as tolls change."""
    document = analysis.document
    told, text = document.lower[head.start:head.end], document.text
    if head.end - head.start > _MOST:
        return
    for kind, words in _WORDS.items():
        if not any(w in told for w in words):
            continue
        printed, again = _TOLLS[kind]
        m = printed.search(text, *head)
        if m is None:
            continue
        one, place = _figure(m)
        found = [_figure(x) for x in again.finditer(text, head.end)]
        values = {value for value, _ in found}
        if len(values) == 1 and one not in values and one - 1 not in values and not _is_told(analysis, head.end, one, found[0][0]):
            yield Conflict((Place(number, place), Place(number, found[0][1])), {"kind": "figure"}, ("the text tells of so many by another word",), likely=True)


def _figure(m: re.Match[str]) -> tuple[int, Span]:
    group = next(i for i in range(1, len(m.groups()) + 1) if m[i])
    word = m[group].lower()
    return int(ONES[word]) if word in ONES else int(word.replace(",", "")), Span(m.start(group), m.end(group))


def _is_told(analysis: Analysis, start: int, one: int, other: int) -> bool:
    """Has the text the headline's figure, or what together with the other makes it?"""
    counts = {int(printed(q)[0]) for c in analysis.claims if c.value.span.start >= start and (q := quantity(c)).dimension in ("count", "number") and not q.ranged}
    return one in counts or one - other in counts
