"""Who speaks at a place, from the attributions around it.

A quotation takes the speaker of its own sentence, else of its paragraph, else, when its paragraph has no attribution, the one who
spoke last ("he said", a quotation continued). Outside quotation marks, the clause that the verb governs is the speaker's.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from checker.model import ARTICLE, Quotation, Span, Voice, Zone
from checker.structure.voices import TITLES, Attribution, attributions

_WORD = 40  # characters; no word of a name is longer
_FAR = 400  # paragraphs through which a full name is looked for: a book has many surnames, and each would be looked for in all of it
_WITHIN = ("of", "for")  # small words within a name
_FULL_NAME = re.compile(r"(?<![\w.’'-])([A-Z][a-z]+) (?:[A-Z]\. )?([A-Z][\w’'-]*[a-z])(?![\w-])")

class Speakers:
    """Who speaks where in one text, worked out paragraph by paragraph as it is asked: of most texts few places are.

    A pronoun, and a quotation with no speaker of its own, look back as far as the paragraph that tells; nothing is worked out twice.
    """

    def __init__(self, text: str, zones: Sequence[Zone], sentences: Sequence[Span], quotations: Sequence[Quotation],
                 starts: Sequence[int], marks: Sequence[int]) -> None:
        """`starts` are where the zones begin, `marks` where the quotations do."""
        self._text = text
        self._zones = zones
        self._sentences = sentences
        self._quotations = quotations
        self._starts = starts
        self._marks = marks
        self._attributed: dict[int, list[Attribution]] = {}  # by zone, as all with a number but quotations
        self._told: dict[int, list[tuple[Attribution, Voice]]] = {}
        self._last: dict[int, Voice | None] = {-1: None}  # who spoke last when the zone ends
        self._full: dict[str, tuple[int, str]] = {}  # before which zone a surname was looked for, and its fullest form
        self._quoted: dict[int, Voice] = {}
        self._carries: dict[int, tuple[int, Voice]] = {}  # zone and voice of the last quotation that has one, this one included

    def of(self, number: int) -> Voice:
        """Who says a quotation, by its index."""
        if number in self._quoted:
            return self._quoted[number]
        begin, z = number, self._zone(number)
        while begin and begin - 1 not in self._quoted and not self._spoken(z) and (before := self._zone(begin - 1)) >= z - 2:
            begin, z = begin - 1, before
        previous = self._carries.get(begin - 1)
        for k in range(begin, number + 1):
            z, span, voice = self._zone(k), self._quotations[k].span, ARTICLE
            if near := self._spoken(z):
                voice = near[0][1] if len(near) == 1 else _nearest(near, span)
            elif previous and span.start == self._starts[z] and previous[0] >= z - 2:
                voice = previous[1]
            if voice is not ARTICLE:
                previous = z, voice
            if previous:
                self._carries[k] = previous
            self._quoted[k] = voice
        return voice

    def at(self, offset: int) -> Voice:
        """Who speaks at an offset: in a quotation who says it, elsewhere who is told to have said the clause."""
        z = bisect.bisect_right(self._starts, offset) - 1
        if z < 0:
            return ARTICLE
        begins, ends = 0, len(self._text)  # of what no quotation covers around the offset
        for k in self._within(z):
            q = self._quotations[k]
            start, end = q.span
            if q.level or not q.opening:
                continue
            if end <= offset:
                begins = max(begins, end)
            elif start > offset:
                ends = min(ends, start)
            elif (voice := self.of(k)) is not ARTICLE:
                return voice
        if not any(a.clause.start <= offset < a.clause.end for a in self._attributions(z)):
            return ARTICLE
        clauses = [(max(begins, a.clause.start), min(ends, a.clause.end), i)
                   for i, (a, _) in enumerate(self._spoken(z)) if a.clause.start <= offset < a.clause.end]
        return self._spoken(z)[min(clauses)[2]][1] if clauses else ARTICLE

    def _zone(self, number: int) -> int:
        return bisect.bisect_right(self._starts, self._marks[number]) - 1

    def _within(self, zone: int) -> range:
        """The quotations of a zone."""
        start, end = self._zones[zone].span
        return range(bisect.bisect_left(self._marks, start), bisect.bisect_left(self._marks, end))

    def _attributions(self, zone: int) -> list[Attribution]:
        found = self._attributed.get(zone)
        if found is None:
            part = start, end = self._zones[zone].span
            sentences = self._sentences[bisect.bisect_left(self._sentences, Span(start, start)):bisect.bisect_left(self._sentences, Span(end, end))]
            outer = [q.span for k in self._within(zone) if (q := self._quotations[k]).level == 0 and q.opening]
            found = self._attributed[zone] = attributions(self._text, part, sentences, outer)
        return found

    def _spoken(self, zone: int) -> list[tuple[Attribution, Voice]]:
        """The attributions of a zone that tell a voice, each with it."""
        if zone not in self._told and self._attributions(zone):
            self._tell(zone)
        return self._told.get(zone, [])

    def _tell(self, zone: int) -> None:
        """Work out the voices of a zone, and of those before it up to one that begins with a subject: what follows may only go on."""
        begin = zone
        while begin - 1 not in self._last and not ((found := self._attributions(begin)) and found[0].subject is not None):
            begin -= 1
        for z in range(begin, zone + 1):
            last, told = self._last.get(z - 1), []
            for a in self._attributions(z):
                if a.subject is not None:
                    last = Voice("speaker", self._fullest(a.subject, a.at, z), a.via)
                    told.append((a, last))
                elif a.via:
                    told.append((a, Voice("agency", a.via) if last is None else last._replace(via=a.via)))
                elif last is not None:
                    last = _carried(self._text, a, last, self._zones)
                    told.append((a, last))
            self._told[z], self._last[z] = told, last

    def _fullest(self, name: str, at: int, zone: int) -> str:
        """The form with a given name under which the bearer of a surname last spoke before this offset of the zone."""
        if len(name.split()) > 1:
            return name
        if (full := self._full_form(name, at, zone)) is not None:
            return full
        since, known = self._full.get(name, (0, name))
        if since > zone:
            since, known = 0, name
        since = max(since, zone - _FAR)
        end = self._starts[zone]
        while (end := self._text.rfind(name, self._starts[since], end)) >= 0:
            if not _follows_name(self._text, end):
                continue
            z = bisect.bisect_right(self._starts, end) - 1
            if (full := self._full_form(name, at, z)) is not None:
                known = full
                break
            end = self._starts[z]
        self._full[name] = zone, known
        return known

    def _full_form(self, surname: str, at: int, zone: int) -> str | None:
        for a in reversed(self._attributions(zone)):
            if a.at < at and a.subject is not None and a.subject.endswith(surname):
                parts = a.subject.split()
                if len(parts) > 1 and parts[-1] == surname and parts[0][:1].isupper():
                    return a.subject
        return None


def _follows_name(text: str, at: int) -> bool:
    """May what stands at the offset be the last word of a longer name: is it in small letters, or a word with a capital before it?"""
    before = text[max(0, at - _WORD):at]
    word = before.rsplit(None, 1)[-1:]
    return not text[at].isupper() or bool(word) and before[-1].isspace() and (word[0] in _WITHIN or not word[0].islower())


def _carried(text: str, a: Attribution, last: Voice, zones: Sequence[Zone]) -> Voice:
    """Who "he" or "she" is: the last speaker, unless the name is of the other sex and somebody of the right one is named since, in this paragraph or the one before."""
    if not a.pronoun or not last.name or " " not in last.name or not _of_other_sex(last.name.split()[0], a.pronoun):
        return last
    z = bisect.bisect_right(zones, a.at, key=lambda zone: zone.span.start) - 1
    start = zones[max(0, z - 1)].span.start if zones else 0
    for m in reversed(list(_FULL_NAME.finditer(text, start, a.sentence.start))):
        if m[1] not in TITLES and _of_other_sex(m[1], "she" if a.pronoun == "he" else "he"):
            return Voice("speaker", m[0])
    return last


def _of_other_sex(given: str, pronoun: str) -> bool:
    from checker.data.given import MEN, WOMEN  # large, and only texts in which a pronoun speaks ask

    return given.lower() in (WOMEN if pronoun == "he" else MEN)


def _nearest(near: Sequence[tuple[Attribution, Voice]], span: Span) -> Voice:
    """The speaker who is told nearest to the quotation, in its own sentence where there is one."""
    start, end = span
    return min(near, key=lambda x: (not (x[0].sentence.start <= end and start <= x[0].sentence.end), min(abs(x[0].at - end), abs(start - x[0].at))))[1]
