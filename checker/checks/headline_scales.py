"""A verb, noun or adjective of the headline whose opposite the lead has of the same thing: "index fell 0.7 pct", "the index rose 0.7 pct"; "wages slip", "wages grew".

That it is the same thing is told by the same figure behind both words, or by who does it and what it is done to, each on its side of both.
A word beside both tells little: in a market one man's purchase is another's sale, and what rose in May fell in June.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.checks.base import occurrences
from checker.checks.headline_words import letters, near_words, negated, stands
from checker.data.english import CALENDAR, FUNCTION_WORDS, SPEECH
from checker.data.opposites import NOT_ON_SIDE, SCALES, SIDES
from checker.data.units import ONES, TENS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_new = tuple.__new__  # a named tuple is made at half the price
_FAR = 6  # words before one of the lead in which "not" or "refuse" turns it round
_FIGURES, _FIGURE = 8, 3  # pieces behind a word in which its figures stand, and before it ("a 0.7 pct rise")
_BEFORE, _BEHIND = 12, 8  # words that say something on each side of one of the lead, among which the headline's are looked for
_NEAREST = 6  # and the one that its word is said of
_PART, _MOST = 0.6, 0.66  # of the headline's clause that must stand there, where things rise and fall, and else
_DOWN = 8  # pieces behind "strike" in which "down" stands
_ECHO = 3  # words on each side by which the headline is known again
_MEANT = 2  # sentences of the lead that may say it again
_LIKE = 4  # letters by which "Japan" is "Japanese"
_PIECE = re.compile(r"(?P<figure>\d[\d.,/]*(?<![.,/])(?![\w/]))|(?:[a-z]\.){2,}|[^\W_]+(?:[’'-][^\W_]+)*")
_CODE = re.compile(r"[<(][a-z]+\.[a-z]+[)>]|<[a-z]{1,5}>|[()](?=\w)|(?<=\w)\)")
_PARTS = re.compile(r"[,;:!?—–|()\n]|--| - |(?<=\w{4})\.\s")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BE = frozenset("is are was were be been being s re".split())
_AT = frozenset("to by from in on at of for after as with since against until over under amid despite than before during through when while vs versus".split())
_AIMED = frozenset({"up", "down", "more", "less"})
_BUT = frozenset({"but", "and"})
_BEFORE_NOW = frozenset("after which who that following previously having".split())  # "is seen rising after it fell last year"
_NUMBERS = ONES.keys() | TENS.keys()
_HOW_MANY = frozenset({"more", "less", "fewer"})
_TO = frozenset({"close", "open", "up", "down"})
_NOT_SO = frozenset({"off", "out", "than"})  # "higher than in May" may be lower than last year
_APART = frozenset("for from by with which".split())
_PLACED = frozenset({"of", "in"})
_FIRM = frozenset("inc corp ltd co plc".split())
_HEADS = frozenset({"headline", "summary", "byline", "dateline"})
_MOVES = SIDES["rise"][0][0]
_CONVERSE = frozenset(row for word in ("buy", "leads", "win") for row, _ in SIDES[word])  # what one does is another's opposite


class Piece(NamedTuple):
    """A word or figure in small letters and its place; its stem, empty where it says nothing; whether a mark stands before it."""

    word: str
    start: int
    end: int
    stem: str
    figure: bool
    parted: bool


class _Said(NamedTuple):
    """What stands around a word as far as the next of its scale: stems before and behind, and its figures."""

    before: Sequence[str]
    behind: Sequence[str]
    figures: frozenset[str]


class _Clause(NamedTuple):
    """The headline's word: its place, row, who does it and what it is done to, and what stands around."""

    at: int
    row: int
    subject: Sequence[str]
    done: Sequence[str]
    said: _Said


_WHEN = (" on ", " in ", " last ", " since ", " earlier ", " at ", " by ", " after ", " before ")  # how it was before, told aside


def scales(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of a word of the headline with its opposite in the lead, said of the same; likely, never certain."""
    document = analysis.document
    told = SIDES.keys() & letters(document, head)
    if not any(stands(document, NOT_ON_SIDE[row][side]) for word in told for row, side in SIDES[word]):
        return
    end, near = near_words(document, head)
    if all(NOT_ON_SIDE[row][side].isdisjoint(near) for word in told for row, side in SIDES[word]):
        return
    words = pieces(document, head)
    opposed = list(_opposed(words, near))
    lead = _lead(document, words, Span(head.end, end), frozenset[str]().union(*[NOT_ON_SIDE[row][side] for _, row, side in opposed])) if opposed else []
    for i, row, side in opposed:
        if (found := _opposite(document, words, i, row, side, lead)) is not None:
            w = words[i]
            if document.text.endswith(", ", 0, found[0].start) and document.text.startswith(_WHEN, found[0].end):
                return  # "The notice, imposed on Monday, covered 23,400 people"
            yield Conflict((Place(number, Span(w.start, w.end)), Place(number, Span(found[0].start, found[0].end))), {"kind": "word"},
                           ("the two words exclude each other", found[1]), likely=True)
            return


def _opposed(words: Sequence[Piece], near: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """The words of the headline, by their numbers, with the row and side of each, of which the lead has an opposite and the headline itself has none."""
    own = {w.word for w in words}
    for i, w in enumerate(words):
        for row, side in SIDES.get(w.word, ()):
            others = NOT_ON_SIDE[row][side]
            if not others.isdisjoint(near) and others.isdisjoint(own) and not negated(words, i, _FAR):
                yield i, row, side


def pieces(document: Document, span: Span) -> list[Piece]:
    """The words and figures of a stretch; the code of a share is left out, and brackets part nothing."""
    begin, last, found = span.start, 0, list[Piece]()
    lower = document.lower[begin:span.end]
    if "(" in lower or ")" in lower or "<" in lower:
        lower = _CODE.sub(lambda m: " " * len(m[0]), lower)
    for m in _PIECE.finditer(lower):
        word, (start, end) = m[0], m.span()
        figure = m.lastgroup == "figure"
        if not figure and word[-1] == "s":
            word = word.removesuffix("’s").removesuffix("'s")
        says = not figure and len(word) > 1 and word not in FUNCTION_WORDS
        parted = start > last + 1 and _PARTS.search(lower, last, start) is not None
        found.append(_new(Piece, (word, begin + start, begin + end, stem(word) if says else "", figure, parted)))
        last = end
    return found


def _lead(document: Document, words: Sequence[Piece], near: Span, opposite: frozenset[str]) -> list[list[Piece]]:
    """The sentences of the lead: the first one, the first that has most of the headline's words, and the others, which tell of other things.

    None where neither of those two has an opposite, which is known, as a rule, before all are read.
    """
    stems = {w.stem for w in words if w.stem and w.word not in SIDES}
    first, last = document.sentence_index(near.start), document.sentence_index(near.end)
    spans = [s for s in document.sentences[first:last + 1] if near.start <= s.start < near.end and document.zone_at(s.start).kind not in _HEADS]
    read: dict[int, list[Piece]] = {}

    def shared(n: int) -> int:
        read[n] = pieces(document, spans[n])
        return len(stems & {t.stem for t in read[n]})

    told = _holding(document, spans, near, opposite)
    alike = {n: shared(n) for n in told}
    best = max(told, key=lambda n: (alike[n], -n), default=-1)
    if 0 not in alike and (best < 0 or not alike[best]):
        return []
    for n in range(len(spans)):
        if n not in alike:
            alike[n] = shared(n)
            if 0 not in told and (alike[n] > alike[best] or alike[n] == alike[best] and n < best):
                return []
    best = max(alike, key=lambda n: (alike[n], -n))
    return [read[n] for n in (0, best, *range(1, len(spans)))]


def _holding(document: Document, spans: Sequence[Span], near: Span, words: frozenset[str]) -> list[int]:
    """The sentences of a stretch, by their numbers, that have any of these words, a part of a compound or with an apostrophe as well."""
    plain = document.plain[near.start:near.end].replace("-", " ").replace("'", " ")
    starts = [s.start for s in spans]
    found = {bisect_right(starts, near.start + at) - 1 for word in words.intersection(plain.split()) for at in occurrences(plain, word)}
    return sorted(found - {-1})


def _opposite(document: Document, words: Sequence[Piece], i: int, row: int, side: int, lead: Sequence[Sequence[Piece]]) -> tuple[Piece, str] | None:
    """The word of the lead that the headline's excludes, and what tells that both are said of one thing."""
    same, others = SCALES[row][side], NOT_ON_SIDE[row][side]
    plainly = _tells(words, i, False)
    around = same | others
    one = _Clause(i, row, _subject(words, i), _object(words, i), _said(words, i, around))
    near = lead[:_MEANT]
    borne = [_said(told, k, around).figures for told in near for k, t in enumerate(told) if t.word in same and _tells(told, k, True)]
    known = one.said.figures.difference(*borne) if row not in _CONVERSE else frozenset[str]()
    for told in near:
        for k, t in enumerate(told):
            if t.word in others and not borne and _repeats(words, i, told, k):
                return t, "the same words stand beside both"
            if not plainly or t.word not in others or not _tells(told, k, True) or negated(told, k, _FAR) or document.quotation_at(t.start) is not None:
                continue
            other = _said(told, k, around)
            if known & other.figures and any(_among(s, (*other.before, *other.behind)) for s in (*one.said.before, *one.done)):
                return t, "the same figure stands behind both"
            if not borne and _is_of_one(document, one, told, k, other) and not any(_is_of_one(document, one, x, n, _said(x, n, around)) for x in lead for n, w in enumerate(x) if w.word in same):
                return t, "both are said of the same"
    return None


def _tells(words: Sequence[Piece], k: int, lead: bool) -> bool:
    """Does the word tell of its scale? Not "hold up", "close to", "up to", "cut off", "more than"; and one strikes down."""
    word, behind, before = words[k].word, words[k + 1] if k + 1 < len(words) and not words[k + 1].parted else None, words[k - 1].word if k else ""
    if behind is not None and (behind.word == "to" and word in _TO or behind.word in _NOT_SO) or lead and not _BEFORE_NOW.isdisjoint((before, words[k - 2].word if k > 1 else "")):
        return False
    if word not in _AIMED:
        return not word.startswith(("strik", "struck")) or any(w.word == "down" for w in words[k + 1:k + _DOWN])
    if behind is not None and not behind.figure and behind.word not in _AT and behind.word not in _NUMBERS:
        return False
    return not lead or not k or words[k].parted or before in _BE or before in _BUT or before.endswith("ly") or behind is not None and behind.figure


def _said(words: Sequence[Piece], k: int, row: frozenset[str]) -> _Said:
    """What stands around a word as far as the next of its scale."""
    first = next((n + 1 for n in range(k - 1, -1, -1) if words[n].word in row), 0)
    last = next((n for n in range(k + 1, len(words)) if words[n].word in row), len(words))
    figures = _figures(words[k + 1:min(last, k + 1 + _FIGURES)]) or _figures(words[max(first, k - _FIGURE):k])
    return _Said([w.stem for w in words[first:k] if w.stem], [w.stem for w in words[k + 1:last] if w.stem], figures)


def _figures(words: Sequence[Piece]) -> frozenset[str]:
    return frozenset(w.word for w in words if w.figure and not _YEAR.fullmatch(w.word))


def _subject(words: Sequence[Piece], i: int) -> list[str]:
    """The words of the clause before."""
    first = next((n for n in range(i, 0, -1) if words[n].parted), 0)
    return [w.stem for w in words[first:i] if w.stem]


def _object(words: Sequence[Piece], i: int) -> list[str]:
    """The words right behind, as far as a mark, a figure or what begins another phrase."""
    last = next((n for n in range(i + 1, len(words)) if words[n].parted or words[n].word in _AT or words[n].figure and not _YEAR.fullmatch(words[n].word)), len(words))
    return [w.stem for w in words[i + 1:last] if w.stem]


def _among(word: str, told: Sequence[str]) -> bool:
    return any(word == t or min(len(word), len(t)) >= _LIKE and (word.startswith(t) or t.startswith(word)) for t in told)


def _is_of_one(document: Document, one: _Clause, lead: Sequence[Piece], k: int, other: _Said) -> bool:
    """Has the lead around its word most of what the headline's clause has, and what that is said of right beside?"""
    subject, done = one.subject, one.done
    if len(subject) + len(done) == 1 and one.row == _MOVES:
        done = [*done, *one.said.behind]  # "hope grows for a budget deal"
    total = len(subject) + len(done)
    if total < 2 or one.said.figures and other.figures and one.said.figures.isdisjoint(other.figures):
        return False
    before, behind = other.before[-_BEFORE:], other.behind[:_BEHIND]
    if one.row in _CONVERSE:
        return bool(subject) and all(_among(s, before) for s in subject) and 2 * sum(_among(s, behind) for s in done) >= len(done) and _acts(document, lead, k, subject[-1])
    near = [*before, *behind]
    nearest = next((s for s in (*done[::-1], *subject[::-1]) if _among(s, near)), "") if done else subject[-1]
    if one.row == _MOVES:
        shared = sum(_among(s, near) for s in (*subject, *done))
        beside = behind[:2] if lead[k].word in _HOW_MANY else [*before[-_NEAREST:], *behind[:_NEAREST]]
        return _among(nearest, beside) and shared >= max(2, _PART * total)
    if not done and (_is_apart(lead, k, nearest) or _is_compound(lead, k)):
        return False
    side, beside = (behind, behind[:_NEAREST]) if done and lead[k - 1].word not in _BE else (before, before[-_NEAREST:])  # the passive has behind what is done to it
    shared = sum(_among(s, before) for s in subject) + sum(_among(s, side) for s in done)
    return _among(nearest, beside) and shared >= max(2, _MOST * total)


def _last(lead: Sequence[Piece], k: int, word: str) -> int:
    """Where the word stands last before one."""
    return max((n for n in range(k) if lead[n].stem and _among(word, (lead[n].stem,))), default=k)


def _acts(document: Document, lead: Sequence[Piece], k: int, subject: str) -> bool:
    """Is it the subject that does it, no other name between?"""
    last = _last(lead, k, subject)
    return not any(w.word in _APART or w.word == "that" and v.word not in SPEECH or document.text[w.start].isupper() and w.word not in _FIRM and v.word not in _PLACED for v, w in pairwise(lead[last:k]))


def _is_apart(lead: Sequence[Piece], k: int, subject: str) -> bool:
    """Does a mark stand between the subject and the word?"""
    return any(w.parted for w in lead[_last(lead, k, subject) + 1:k + 1])


def _is_compound(lead: Sequence[Piece], k: int) -> bool:
    """Is it but a part of a compound ("month end tightness")?"""
    behind = lead[k + 1] if k + 1 < len(lead) else None
    return behind is not None and not behind.parted and bool(behind.stem) and not behind.word.endswith("ly") and behind.word not in CALENDAR


def _repeats(words: Sequence[Piece], i: int, told: Sequence[Piece], k: int) -> bool:
    """Is it the headline once more, as pages print it, but for the word?"""
    one, other = ([w.word for w in x[max(0, n - _ECHO):n]] for x, n in ((words, i), (told, k)))
    behind, there = ([w.word for w in x[n + 1:n + 1 + _ECHO]] for x, n in ((words, i), (told, k)))
    return len(one) + len(behind) > _ECHO and one == other[len(other) - len(one):] and behind == there[:len(behind)]
