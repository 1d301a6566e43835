"""Proper names: runs of capitalised words, cut free of sentence openers, titles, possessives and calendar words.

A capital proves a name only inside a sentence: at its start, and in headlines, a word counts when it also stands
capitalised inside a sentence, or when the text never has it in small letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.people import OFFICES, PARTICLES, TITLES
from checker.extract.acronyms import acronyms
from checker.extract.gerunds import cut
from checker.extract.ranked import SURNAMES, bare, behind_titles, lone, surnames, with_titles
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document
from checker.structure.words import foreign

_UPPER = "A-ZÀ-ÞĀ-Ž"  # the last range holds small letters too; no English word starts with one

_TAIL = r"(?:[-’']\w++(?:[-’']\w++)*+|)"  # an empty branch costs a look at one letter, an optional group as much as a match
# by first letter, so that most words are told by that
_PARTICLE = "(?:" + "|".join(f"{first}(?:{'|'.join(w[1:] for w in group)})" for first, group in groupby(sorted(PARTICLES), itemgetter(0))) + ")"


def _word(upper: str) -> str:
    return rf"(?:[{upper}]\w*+|[a-z](?=[{upper}])\w++|(?:al|el|d)(?=[-’'][{upper}])){_TAIL}"


def _run(upper: str) -> str:
    """A run is looked for at its first capital, with a look back for what may stand before that ("iPhone", "al-Amin"): twice as quick as a
    pattern that tries every letter; `_begins` tells where the run begins then.
    """
    after = rf" (?:{_word(upper)}|(?:{_PARTICLE}[ -]){{1,2}}{_word(upper)})(?:\.|)"
    return (rf"[{upper}](?:(?<=[ \n].)|(?<![\w’'-].)|(?:(?<=(?<![\w’'-])[a-z].)|(?<=(?<![\w’'-])(?:al|el)[-’'].)|(?<=(?<![\w’'-])d[-’'].))())\w*+{_TAIL}(?:\.|)"
            rf"(?:(?= (?:[{upper}]|{_PARTICLE}[ -]|[a-z][{upper}’'-]|[ae]l[’'-])){after}(?:{after}){{0,6}}|)")


_WORD = _word(_UPPER)
_RUN = re.compile(_run(_UPPER))
_PLAIN_RUN = re.compile(_run("A"))  # what finds the same in `_plain` of a text, in half the time: `re` looks for one letter ten times quicker than for a class
_CAPITALS = bytes(ord("A") if ord("A") <= code <= ord("Z") else code for code in range(256))
_ACCENTED = frozenset(map(chr, (*range(0xC0, 0xDF), *range(0x100, 0x17E))))  # what `_UPPER` has and ASCII has not
_TOKEN = re.compile(rf"{_WORD}|[a-z]+")
# behind a comma, in brackets or told as one: "Figure 5," is none
_AGE = re.compile(r"(?:, \(?(?:aged? |now )?| \((?:aged? |now )?| aged? )(\d{1,2})(?:,(?!\d)|\)| years)|, (?:aged )?(\d{1,2})(?=[.;]\s| \(| ?[—–]| -- | who\b| of [A-Z]| from [A-Z])")
_AGE_BEGINS = frozenset({*"0123456789(", "ag", "no"})
_AGE_FIRSTS = frozenset(map(ord, "(a"))  # without a comma
_APPOSITION_FIRSTS = frozenset("tawhpcdlfs")
_COMMA, _BLANK = ord(","), ord(" ")
_OWNED = frozenset({"'s", "’s"})
_APPOSITION = re.compile(r",\s((?:the|an?|who|his|her|their|whose|president|chief|director|head|leader|former|senior)\s[^,.;\n]{3,70})[,.;\n]")
_OPENERS = frozenset(w.capitalize() for w in FUNCTION_WORDS) | frozenset(
    "However Meanwhile Earlier Later Instead Perhaps Maybe Indeed Moreover Although Though Despite Because Since Let Yes Oh Well "
    "Please Thanks Dear Hello Ok Okay Thus Therefore Hence Otherwise Finally Recently Today Here There Nobody Somebody Everyone "
    "Everybody Someone Anyone Nothing Something Everything Unlike According Like".split())
_APART = _OPENERS | OFFICES | TITLES
_FUNCTIONS = _OPENERS & frozenset(w.capitalize() for w in FUNCTION_WORDS)
_SPAN = itemgetter(Mention._fields.index("span"))
_new = tuple.__new__  # a named tuple is made at half the price
_ABBREVIATED = TITLES | {"Jr", "Sr", "St", "Mt", "Ft", "Wm", "Chas", "Geo", "Jas"}
_HEADS = frozenset({"headline", "byline", "credit"})


class Known(NamedTuple):
    """A name in a run of several words: where it stands in the run, what is printed, what it is.

    `small` is a name of one word in small letters, which is none where the text has it so and its capital may be due to its place; else "".
    `last` tells that the run ends with the name.
    """

    start: int
    end: int
    text: str
    name: Name
    small: str
    last: bool


class Reading(NamedTuple):
    """The names of a run of several words inside a sentence, and whether a word in it may only open a sentence."""

    known: tuple[Known, ...]
    lone: tuple[str, ...]
    opener: bool


def extract(document: Document) -> list[Mention]:
    """Names and acronyms with their expansions, in the order of the text."""
    text, lower = document.text, document.lowercase
    marks = document.latin + b"\n\n"
    page = _Page(document, text, marks, lower, document.sentence_openings, _after_heads(document), [], frozenset() if SURNAMES.isdisjoint(lower) else surnames(text, lower))
    signed = "$" in text
    found: list[Mention] = []
    for m in _RUN.finditer(text) if (plain := _plain(document)) is None else _PLAIN_RUN.finditer(plain):
        start, end = m.span()
        run = text[start:end]
        if m.lastindex:  # the capital stands within a word
            begin = _begins(text, start)
            start, run = begin, text[begin:start] + run
        if signed and text[start - 1:start] == "$":
            continue  # "$US12"
        heads = False
        if " " in run:
            first, _, rest = run.partition(" ")
            if first not in _FUNCTIONS or " " in rest:
                _several(page, start, run, found)
                continue
            start, run, heads = start + len(first) + 1, rest, True  # "The Guardian"
        told = _lone(run) or (lone(run) if page.surnames and bare(run) in page.surnames else None)
        if told is None:
            continue
        size, printed, small, opener, name, last = told
        if (opener or small in lower) and (page.heads(start) if heads else page.opens(start)):
            continue
        end = start + size
        if last and ((near := marks[end]) == _COMMA or (near == _BLANK and marks[end + 1] in _AGE_FIRSTS)):
            name = _told(text, end, name)
        found.append(_new(Mention, ("name", _new(Span, (start, end)), printed, name)))
    if page.gerunds:
        cut(found, page.gerunds, page.opens, page.heads)
    expanded = list(acronyms(document))
    return sorted([*found, *expanded], key=_SPAN) if expanded else found


def _plain(document: Document) -> str | None:
    """The text in Latin-1, offset for offset, with an A for each capital; None where that has not all letters, or other capitals than ASCII's."""
    others = foreign(document.text)
    if not _ACCENTED.isdisjoint(others) or any(c > "\xff" and c.isalnum() for c in others):
        return None
    return document.latin.translate(_CAPITALS).decode("latin-1")


def _begins(text: str, capital: int) -> int:
    """Where a run begins whose first capital stands within a word: "iPhone", "d'Arcy", "al-Amin"."""
    if text[capital - 1] not in "-’'":
        return capital - 1
    return capital - (2 if text[capital - 2] == "d" else 3)


@lru_cache(maxsize=8192)
def _lone(run: str) -> tuple[int, str, str, bool, Name, bool] | None:
    """What a run of one word is in any text, by the rules of `_several` and `_name`: most runs are of one word, and most words come again.

    Its length without 's and full stop, what stands there, the same in small letters ("" where it has two), whether it is no name where a
    sentence opens, the name, whether the run ends with it; None where it is never a name. No record: a plain tuple is unpacked at a fifth of the price.
    """
    word = run.removesuffix(".")
    owner = word.endswith(("'s", "’s"))
    word = word[:-2] if owner else word
    small = word.lower()
    if len(word) < 2 or small in CALENDAR or word in _FUNCTIONS or word in TITLES or small == word:
        return None
    return len(word), word, small if len(word) > 2 else "", word in _OPENERS, _new(Name, ((word,), "other", None, None, None, owner)), word == run


class Piece(NamedTuple):
    """A word of a run as any text has it: where it begins in what stands between two blanks, without 's and full stop.

    `skipped` it never belongs to a name, `opener` not where a sentence opens; `ends` tells that a possessive or a full stop closes a name here.
    """

    offset: int
    word: str
    skipped: bool
    opener: bool
    ends: bool


@lru_cache(maxsize=8192)
def _pieces(printed: str) -> tuple[Piece, ...]:
    """The words of what stands between two blanks; two in "von-Amsel", else one."""
    bare = printed.removesuffix(".")
    owned = bare.endswith(("'s", "’s"))
    bare = bare[:-2] if owned else bare
    if bare.isalpha() and bare.isascii() and bare[0].isupper():  # one word, as nearly all
        if len(bare) == 1 and len(printed) == 2:  # an initial, be it A or I
            return (_new(Piece, (0, bare, False, False, False)),)
        ends = owned or (len(printed) > len(bare) and len(bare) > 2 and bare not in _ABBREVIATED)
        return (_new(Piece, (0, bare, bare in _FUNCTIONS or bare.lower() in CALENDAR, bare in _OPENERS, ends)),)
    found = [(t.start(), t.group(), t.end()) for t in _TOKEN.finditer(printed)]
    out: list[Piece] = []
    for i, (at, word, end) in enumerate(found):
        if word.endswith(("'s", "’s")):
            word, end = word[:-2], end - 2
        gap = (found[i + 1][0] if i + 1 < len(found) else len(printed) + 1) - end
        out.append(Piece(at, word, word.lower() in CALENDAR or word in _FUNCTIONS, word in _OPENERS,
                         gap > 2 or (gap == 2 and len(word) > 2 and word not in _ABBREVIATED)))
    return tuple(out)


class _Page(NamedTuple):
    """What the words of one text are held against: its bytes in Latin-1, which tell a mark sooner than its characters do, its words in small
    letters, where its sentences open, where its last headline or line like one ends; the numbers of the names found that begin with "-ing"; its surnames that are titles elsewhere.
    """

    document: Document
    text: str
    marks: bytes
    lower: frozenset[str]
    openings: frozenset[int]
    after_heads: int
    gerunds: list[int]
    surnames: frozenset[str]

    def heads(self, start: int) -> bool:
        """Is it a headline or a line like one, where every word may have its capital?"""
        return start < self.after_heads and self.document.zone_at(start).kind in _HEADS

    def opens(self, start: int) -> bool:
        """May a capital here be due to its place?"""
        return start in self.openings or (start < self.after_heads and self.heads(start)) or _starts_sentence(self.text, start)


def _after_heads(document: Document) -> int:
    zones = document.zones
    last = next((i for i in range(len(zones) - 1, -1, -1) if zones[i].kind in _HEADS), -1)
    return 0 if last < 0 else zones[last + 1].span.start if last + 1 < len(zones) else len(document.text)


@lru_cache(maxsize=8192)
def _simple(word: str) -> bool:
    """Is a word part of a name wherever it stands in a run: no title, office, opener, date or particle, no possessive, no full stop behind it?"""
    if word in _APART or word.lower() in CALENDAR:
        return False
    if word.isalpha() and word.isascii():
        return word[0].isupper()
    pieces = _pieces(word)
    return len(pieces) == 1 and pieces[0].word == word and not word.islower() and word.split("-")[0] not in TITLES


@lru_cache(maxsize=8192)
def _whole(run: str) -> Name | None:
    """The name that a run of several words is in any text, where all are parts of names and nothing else; most are, and most come again."""
    parts = run.split(" ")
    return _new(Name, (tuple(parts), "other", None, None, None, False)) if all(map(_simple, parts)) else None


def _several(page: _Page, start: int, run: str, found: list[Mention]) -> None:
    """The names in a run of several words, added to what was found."""
    text, stop = page.text, start + len(run)
    tells = (near := page.marks[stop]) == _COMMA or (near == _BLANK and page.marks[stop + 1] in _AGE_FIRSTS)
    if page.surnames and bare((parts := run.split(" "))[-1]) in page.surnames and (named := with_titles(parts)) < len(parts):
        if named:  # what stands before the titles is another name, or the end of a sentence
            _several(page, start, " ".join(parts[:named]), found)
        found.append(behind_titles(parts, named, start))
        return
    at = run.find(" ")
    if run[at - 3:at] == "ing" if at >= 0 else run[-3:] == "ing":
        page.gerunds.append(len(found))
    if (name := _whole(run)) is not None:
        found.append(_new(Mention, ("name", _new(Span, (start, stop)), run, _told(text, stop, name) if tells else name)))
        return
    known, lone, opener = _read(run)
    if opener or (lone and not page.lower.isdisjoint(lone)):
        heads = page.heads(start)
        if heads or page.opens(start):
            known = tuple([k for k in _names(run, True, heads)[0] if k.small not in page.lower])
    for begin, end, printed, name, _, last in known:
        found.append(_new(Mention, ("name", _new(Span, (start + begin, start + end)), printed, _told(text, stop, name) if tells and last else name)))


@lru_cache(maxsize=4096)
def _read(run: str) -> Reading:
    """A run as it is inside a sentence: every other comes again."""
    known, opener = _names(run, False, False)
    lone = tuple([k[3][0][0].lower() for k in known if len(k[3][0]) == 1 and len(k[3][0][0]) > 2])
    return _new(Reading, (known, lone, opener))


_COURTESIES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Chief", "Pastor", "Alhaji", "Alhaja", "Sir"})
_DAY_NAMES = frozenset({"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"})  # given names too, in West Africa


def _names(run: str, opens: bool, heads: bool) -> tuple[tuple[Known, ...], bool]:
    """The names in a run, without openers and calendar words, and whether it has openers; a possessive ends a name ("Kerry's State Department").

    Where a sentence `opens` the first word may owe its capital to that, in a headline (`heads`) every word.
    """
    found: list[Known] = []
    words: list[str] = []
    starts: list[int] = []
    at, openers = 0, False
    parts = run.split(" ")
    for i, printed in enumerate(parts):
        if _simple(printed) or printed in _DAY_NAMES and 0 < i < len(parts) - 1 and parts[i - 1].rstrip(".") in _COURTESIES:
            words.append(printed)
            starts.append(at)
        else:
            for offset, word, skipped, opener, ends in _pieces(printed):
                begin = at + offset
                openers = openers or opener
                if skipped or (opener and (heads if begin else opens)):
                    ends = True
                else:
                    words.append(word)
                    starts.append(begin)
                if ends and words:
                    _name(run, words, starts, opens, heads, found)
                    words, starts = [], []
        at += len(printed) + 1
    if words:
        _name(run, words, starts, opens, heads, found)
    return tuple(found), openers


def _starts_sentence(text: str, at: int) -> bool:
    i = at - 1
    while i >= 0 and text[i] in " “\"‘'([":
        i -= 1
    return i < 0 or text[i] in ".!?:\n\r;•–—-…" or (i < at - 1 and text[i + 1:at].strip(" ") != "" and text[i] != ",")


def _name(run: str, words: list[str], starts: list[int], opens: bool, heads: bool, found: list[Known]) -> None:
    """The name that these words of a run are, if any, without the titles before it; added to what was found."""
    size = len(words)
    titles = 0
    if size > 1:
        if not OFFICES.isdisjoint(words):  # "Russian President Vladimir Putin"
            titles = next((i + 1 for i in range(size - 2, 0, -1) if words[i] in OFFICES), 0)
        while titles < size - 1 and words[titles].partition("-")[0] in TITLES:
            titles += 1
    while size > titles and words[size - 1].islower():
        size -= 1
    small = ""
    if size - titles < 2:
        if size == titles or words[titles] in TITLES or len(words[titles]) < 2:
            return
        small = words[titles].lower() if len(words[titles]) > 2 and (heads if starts[titles] else opens) else ""
    parts = tuple(words[titles:size])
    start, end = starts[titles], starts[size - 1] + len(parts[-1])
    name = _new(Name, (parts, "other", " ".join(words[:titles]) if titles else None, None, None, run[end:end + 2] in _OWNED))
    found.append(_new(Known, (start, end, run[start:end], name, small, end == len(run))))


def _told(text: str, end: int, name: Name) -> Name:
    """The name with the age and the apposition behind it; asked where a comma follows, or a blank and what an age may begin with."""
    comma = text[end] == ","
    near = text[end + 2:end + 4] if comma else text[end + 1:end + 3]
    age = _AGE.match(text, end, end + 90) if near[:1] in _AGE_BEGINS or near in _AGE_BEGINS else None
    apposition = _APPOSITION.match(text, end, end + 90) if comma and near[:1] in _APPOSITION_FIRSTS else None
    if age is None and apposition is None:
        return name
    return name._replace(apposition=apposition[1] if apposition else None, age=int(age[1] or age[2]) if age else None)
