"""Figures → claims: what each figure is said of, read off its clause and its sentence when somebody asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from decimal import Decimal

from checker.data.english import CONDITIONAL, DENIED, FAMILIES, FORECAST, FUNCTION_WORDS, ROLES, TOLLS
from checker.model import Claim, Dimension, Mention, Mood, Quantity, Relation, Span, Voice
from checker.records import lazy
from checker.relate import events
from checker.relate.near import measured
from checker.relate.sayable import sayable
from checker.relate.stems import stem
from checker.relate.superseded import is_superseded
from checker.relate.tolls import of_people
from checker.relate.words import WORD, YEAR, Words, names
from checker.structure.document import Document

_NEAR = 8
_STOPS = frozenset(".!?:”\"’)")
_HEAD = 3  # words of the head of a block of rows
_TABLE = 60  # figures; what has more between two full stops is no sentence
_LONGEST_POINTER = 12  # characters that hold "those" and the blank behind it
_SKIPPED = frozenset({"byline", "credit", "dateline", "aside"})
_DISPLAY = frozenset({"headline", "summary", "caption", "list"})
_DETERMINERS = {"the": "the", "this": "the", "that": "the", "these": "the", "those": "the", "all": "the", "a": "a", "an": "a", "another": "a"}
_WHOSE = frozenset({"his", "her", "its", "their", "our", "my"})
_HEDGES = frozenset("""than more less nearly about almost some over at least around just roughly only approximately under up to estimated
total""".split())
_COUNTED = frozenset("first second third fourth fifth sixth last next previous".split())
_COUNTABLE_PERIODS = frozenset("quarter half year month week day season decade term century".split())
_CLAUSES = frozenset({"and", "but", "while", "which", "who", "that", "to"})
_SHE = frozenset({"she", "her", "hers", "herself", "woman", "mrs", "ms"})
_HE = frozenset({"he", "his", "him", "himself", "man", "mr"})
# words of the family of a toll
_TOLL_WORDS = frozenset(word + ending for word, family in FAMILIES.items() if family in TOLLS for ending in ("", "s", "'s", "es", "ing", "ings", "ed"))


class _Sentence:
    """A sentence with figures; `dimensions` are those of its claims, `counts` its counts and bare numbers, `tolls` the document's words of tolls."""

    def __init__(self, document: Document, index: int, zone: int, dimensions: Sequence[Dimension], counts: Sequence[Decimal], tolls: Set[str]) -> None:
        self.document = document
        self.tolls = tolls
        self.index = index
        self.span = document.sentences[index]
        self.zone = zone
        self.dimensions = dimensions
        self.counts = counts

    @lazy
    def words(self) -> Words:
        return Words(self.document.text, self.span)

    @lazy
    def numbers(self) -> frozenset[Decimal]:
        return frozenset(self.counts)

    @lazy
    def sex(self) -> str:
        she, he = not _SHE.isdisjoint(self.words.lower), not _HE.isdisjoint(self.words.lower)
        return "" if she == he else "f" if she else "m"

    @lazy
    def led_by(self) -> frozenset[str]:
        if not self.index:
            return frozenset()
        return names(self.document.text, self.document.sentences[self.index - 1])

    @lazy
    def tells_toll(self) -> bool:
        """Is a word of the sentence one of a toll? That is asked of the text, before the words of the sentence are read."""
        return bool(self.tolls) and not self.tolls.isdisjoint(self.document.plain[self.span.start:self.span.end].split())


class _Figure(Claim):
    """A claim that reads its sentence when it is asked."""

    def __init__(self, m: Mention, quantity: Quantity, number: int, sentence: _Sentence) -> None:
        self.value = m
        self.sentence = number
        self.zone = sentence.zone
        self._quantity = quantity
        self._sentence = sentence

    @lazy
    def _reach(self) -> tuple[int, int]:
        """The first and the last of the figure's own words among those of the sentence."""
        return self._sentence.words.covered(self.value.span)

    @lazy
    def _content(self) -> list[int]:
        """The content words of the sentence but the figure's own."""
        first, last = self._reach
        content = self._sentence.words.content
        i, j = bisect_left(content, first), bisect_right(content, last)
        return content[:i] + content[max(i, j):]

    @lazy
    def _noun_words(self) -> list[str]:
        return [w for w in self._quantity.noun.split() if w[0].isalpha()]

    @lazy
    def voice(self) -> Voice:
        return self._sentence.document.voice_at(self.value.span.start)

    @lazy
    def mood(self) -> Mood:
        lower, first = self._sentence.words.lower, self._reach[0]
        near = lower[max(0, first - 5):first]
        if not DENIED.isdisjoint(near):
            return "denied"
        if "if" in lower[:first] and not CONDITIONAL.isdisjoint(lower):
            return "conditional"
        if is_superseded(lower[:first]):
            return "superseded"
        return "asserted" if FORECAST.isdisjoint(near) else "forecast"

    @lazy
    def noun(self) -> str:
        return stem(self._noun_words[-1]) if self._noun_words else ""

    @lazy
    def modifiers(self) -> tuple[str, ...]:
        return tuple([stem(w) for w in self._noun_words[:-1]])

    @lazy
    def near(self) -> tuple[str, ...]:
        first, last = self._reach
        words, content = self._sentence.words, self._content
        left, right = _clause(words, first, last)
        near = sorted(content[bisect_left(content, left):bisect_right(content, right)], key=lambda i: first - i if i < first else i - last)
        return tuple(dict.fromkeys([words.stems[i] for i in near]))

    @lazy
    def words(self) -> frozenset[str]:
        stems = self._sentence.words.stems
        return frozenset([stems[i] for i in self._content])

    @lazy
    def names(self) -> frozenset[str]:
        first, last = self._reach
        words = self._sentence.words
        return frozenset([words.stems[i] for i in words.names if words.stems[i] and not first <= i <= last])

    @lazy
    def before(self) -> tuple[str, ...]:
        first = self._reach[0]
        return self._sentence.words.forms[max(0, first - 3):first]

    @lazy
    def after(self) -> tuple[str, ...]:
        last = self._reach[1]
        return self._sentence.words.forms[last + 1:last + 4]

    @lazy
    def scope(self) -> frozenset[str]:
        first, last = self._reach
        words = self._sentence.words
        found = [words.lower[i] for i in words.years if not first <= i <= last]
        for i in words.periods:
            if first - _NEAR <= i <= last + _NEAR and not first <= i <= last:
                found += _period(words.lower, i)
        # the figure's own inner words beyond its noun ("other" in "three other Americans")
        return frozenset([*found, *filter(YEAR.match, words.lower[first:last + 1])])

    @lazy
    def roles(self) -> frozenset[str]:
        first, last = self._reach
        return ROLES.intersection(self._sentence.words.lower[max(0, first - 4):last + 4])

    @lazy
    def company(self) -> int:
        return self._sentence.dimensions.count(self._quantity.dimension) - 1

    @lazy
    def _event(self) -> tuple[str, bool]:
        return events.event(self._quantity, self._sentence.words, *self._reach)

    @lazy
    def event(self) -> str:
        dimension = self._quantity.dimension
        return self._event[0] if dimension == "duration" or dimension == "count" and self._sentence.tells_toll else ""

    @lazy
    def definite(self) -> bool:
        if self._quantity.dimension == "count" and not (self._sentence.tells_toll and self._pointed_at()):
            return False
        return self._event[1]

    def _pointed_at(self) -> bool:
        """May a word that points back stand before the figure? That is asked of the text, before the words of the sentence are read."""
        start, document = self.value.span.start, self._sentence.document
        if not document.text[start - 1:start].isspace():
            return True
        before = WORD.findall(document.lower, max(self._sentence.span.start, start - _LONGEST_POINTER), start)
        return not before or before[-1].endswith(events.DEFINITE)

    def lasts(self, other: _Figure, longer: bool) -> bool:
        from checker.relate.lengths import is_length_of, nouns  # few texts have two lengths so near

        events = nouns(other._sentence.words, other._reach[0])
        return any(is_length_of(self._sentence.words, self._reach, noun, events[:i], longer) for i, noun in enumerate(events))

    @lazy
    def determiner(self) -> str:
        lower = self._sentence.words.lower
        pointer = _skip_hedge(lower, self._reach[0] - 1)
        return _DETERMINERS.get(lower[pointer], "") if pointer >= 0 else ""

    @lazy
    def owned(self) -> bool:
        lower = self._sentence.words.lower
        pointer = _skip_hedge(lower, self._reach[0] - 1)
        return pointer >= 0 and (lower[pointer] in _WHOSE or lower[pointer].endswith(("'s", "’s")))

    @lazy
    def complement(self) -> tuple[str, ...]:
        return _complement(self._sentence.words, self._reach[1])

    @lazy
    def leaders(self) -> tuple[str, ...]:
        return _leaders(self._sentence.words, self._reach[0])

    @lazy
    def display(self) -> bool:
        return self._sentence.document.zones[self.zone].kind in _DISPLAY

    @lazy
    def numbers(self) -> frozenset[Decimal]:
        return self._sentence.numbers

    @lazy
    def said(self) -> tuple[str, ...]:
        return self._sentence.words.forms

    @lazy
    def at(self) -> int:
        return self._reach[0]

    @lazy
    def sex(self) -> str:
        return self._sentence.sex

    @lazy
    def led_by(self) -> frozenset[str]:
        return self._sentence.led_by


def claims(document: Document, mentions: Sequence[Mention], relations: Sequence[Relation]) -> tuple[Claim, ...]:
    """A claim for every figure that could be said twice: counts with a noun, amounts, shares, measures, votes."""
    by_sentence: dict[int, list[tuple[Mention, Quantity]]] = {}
    counts: dict[int, list[Decimal]] = {}
    tolls = document.distinct & _TOLL_WORDS
    for m in measured(document, mentions):
        q = m[3]
        if not isinstance(q, Quantity):
            continue
        index = -1
        if q.dimension in ("count", "number"):
            index = document.sentence_index(m.span.start)
            counts.setdefault(index, []).append(q.high)
            if tolls:
                m, q = of_people(document.text, m, q)
        told = sayable(document.text, m, q)
        if told is not None and not _ago(document, m):
            index = document.sentence_index(m.span.start) if index < 0 else index
            by_sentence.setdefault(index, []).append((m if told is m.value else m._replace(value=told), told))
    found: list[Claim] = []
    versus = "vs" in document.distinct
    for index, figures in by_sentence.items():
        span = document.sentences[index]
        if versus and _is_row(document.text, span):
            continue
        zone = document.zone_index(span.start)
        if document.zones[zone].kind not in _SKIPPED and len(figures) <= _TABLE:
            sentence = _Sentence(document, index, zone, [q.dimension for _, q in figures], counts.get(index, ()), tolls)
            found += [_Figure(m, q, index, sentence) for m, q in figures]
    return tuple(found)


def _is_row(text: str, sentence: Span) -> bool:
    """Is it a row of results ("Shr 34 cts vs 31 cts"), whose head tells what each figure is of, or such a head ("12 months"), and no sentence?"""
    words = text[sentence.start:sentence.end]
    return text[sentence.end - 1] not in _STOPS and (" vs " in words or " vs. " in words or words.count(" ") < _HEAD)


def _ago(document: Document, m: Mention) -> bool:
    """Does the figure say when ("four years ago", "an hour in,"), not how long?"""
    if not isinstance(m.value, Quantity) or m.value.dimension != "duration":
        return False
    return document.text.startswith((" ago", " earlier"), m.span.end) or (
        document.text.startswith(" in", m.span.end) and document.text[m.span.end + 3:m.span.end + 4] in (".", ",", ";"))


def _period(lower: Sequence[str], i: int) -> tuple[str, ...]:
    """A word of time, and with what counts it before it: "quarter", "second quarter"."""
    counted = i > 0 and lower[i - 1] in _COUNTED and lower[i] in _COUNTABLE_PERIODS
    return (lower[i], f"{lower[i - 1]} {lower[i]}") if counted else (lower[i],)


def _skip_hedge(lower: Sequence[str], at: int) -> int:
    while at >= 0 and lower[at] in _HEDGES:
        at -= 1
    return at


def _complement(words: Words, last: int) -> tuple[str, ...]:
    """The first content words behind the figure: up to the next semicolon, colon or dash or, once there is one, the next clause."""
    found: list[str] = []
    for word, stemmed in zip(words.lower[last + 1:last + 9], words.stems[last + 1:last + 9], strict=True):
        if not word[0].isalnum() or (found and word in _CLAUSES):
            break
        if stemmed and word not in FUNCTION_WORDS:
            found.append(stemmed)
            if len(found) == 4:
                break
    return tuple(found)


def _leaders(words: Words, first: int) -> tuple[str, ...]:
    """The proper names before the figure in its clause, the nearest first."""
    i = bisect_left(words.breaks, first)
    border = words.breaks[i - 1] if i else -1
    names = words.names
    return tuple([words.stems[n] for n in names[bisect_right(names, border):bisect_left(names, first)][::-1]])


def _clause(words: Words, first: int, last: int) -> tuple[int, int]:
    """The first and the last word near the figure with no semicolon, colon or dash in between."""
    i = bisect_left(words.breaks, first)
    left = words.breaks[i - 1] if i else 0
    j = bisect_right(words.breaks, last)
    right = words.breaks[j] if j < len(words.breaks) else len(words.lower)
    return max(left, first - _NEAR), min(right, last + _NEAR)
