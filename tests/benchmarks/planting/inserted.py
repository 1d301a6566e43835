"""Slips that are put in beside the article's own words: a fragment behind a figure, or a sentence behind, or paragraphs further down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from planting.article import Article, Edit, Label, Slip, Spot, sentence_of
from planting.wordings import KINDS


class Told(NamedTuple):
    """Words of the article that a wording takes up: what fills its slots in the twin, and what the planted copy has instead."""

    spot: Spot
    right: dict[str, str]
    wrong: dict[str, str]
    why: str
    kind: str
    near: bool = False  # the sentence has to stand right behind
    far: bool = False  # … or in another paragraph
    certain: bool = True
    dated: bool = False


Teller = Callable[[Article, Random], Iterator[Told]]
Wordings = dict[str, list[str]]


def filled(wording: str, slots: dict[str, str]) -> str:
    """A wording with its slots filled; what begins it gets a capital."""
    told = re.sub(r"\{(\w+)\}", lambda m: slots[m[1]], wording)
    told = re.sub(r"[,.](?=[,.]”)|\.(?=\.)", "", told)
    return told[:1].upper() + told[1:]


def behind(line: str, at: int, fragment: str) -> str | None:
    """What goes in at a place so that a fragment in marks stands there, or None where it cannot."""
    rest = line[at:]
    if not re.match(r"[,.;:]?(?:\s|$)", rest) or re.match(r"[:;]? ?[(–—-]| -", rest):
        return None
    if fragment[0] == "(":
        return " " + fragment
    if re.match(r"[,.;:]|$", rest):
        fragment = fragment[:-1].rstrip()
    return fragment if fragment[0] == "," else " " + fragment


def _label(line: str, near: str, words: str, value: str) -> str:
    """The words of a slip: its value with the word behind it, where that stands once in the paragraph; otherwise all of the fragment."""
    m = re.search(rf"(?<![\w.,$]){re.escape(value)}(?![\w])(?: [a-z]+)?", words)
    told = m[0] if m else value
    return told if line.count(told) == 1 else near


def fragment(article: Article, told: Told, wording: str) -> Slip | None:
    """A fragment behind the words of the article."""
    i, start, end = told.spot
    line = article.lines[i]
    pair = [behind(line, end, filled(wording, told.right | slots)) for slots in (told.wrong, {})]
    wrong, right = pair
    if wrong is None or right is None:
        return None
    a = wrong.strip(" ,()–")
    return Slip((Edit(i, end, end, wrong),), Label(i, a), Label(i, line[start:end]), told.why, (Edit(i, end, end, right),), told.certain, told.dated)


def _places(article: Article, told: Told, rng: Random) -> list[tuple[int, int]]:
    """Where a sentence may go: right behind the one it takes up, then at the end of a paragraph further down."""
    i, _, end = told.spot
    line = article.lines[i]
    closed = [n for n in article.prose if i < n and not any(article.lines[n].count(q) for q in "“”\"")]
    later = [(n, len(article.lines[n].rstrip())) for n in closed if article.prose.index(n) - article.prose.index(i) in (1, 2, 3)] if i in article.prose else []
    here = sentence_of(line, end - 1)[1]
    first = [] if told.far or line[:here].count('"') % 2 or line[:here].count("“") > line[:here].count("”") else [(i, here)]
    if told.near:
        return first
    rng.shuffle(later)
    return later + first if rng.random() < 0.6 else first + later


def sentence(article: Article, told: Told, wording: str, rng: Random) -> Slip | None:
    """A sentence that takes up the words of the article."""
    places = _places(article, told, rng)
    if not places:
        return None
    i, at = places[0]
    wrong, right = (" " + filled(wording, told.right | slots) for slots in (told.wrong, {}))
    edit, twin = Edit(i, at, at, wrong), Edit(i, at, at, right)
    line = article.edited([edit])[i]
    b = article.lines[told.spot.line][told.spot.start:told.spot.end]
    value = next(iter(told.wrong.values()))
    return Slip((edit,), Label(i, _label(line, wrong.strip(), wrong, value)), Label(told.spot.line, b), told.why, (twin,), told.certain, told.dated)


def headline(article: Article, told: Told, wording: str) -> Slip | None:
    """A headline in place of the article's own."""
    wrong, right = (filled(wording, told.right | slots) for slots in (told.wrong, {}))
    end = len(article.lines[0])
    b = article.lines[told.spot.line][told.spot.start:told.spot.end]
    return Slip((Edit(0, 0, end, wrong),), Label(0, told.wrong["quote"]), Label(told.spot.line, b), told.why, (Edit(0, 0, end, right),), told.certain)


def put_in(teller: Teller, wordings: Wordings, article: Article, rng: Random) -> Iterator[Slip]:
    """Every slip of an inserted kind that an article has room for, each in a wording drawn for it."""
    for told in teller(article, rng):
        if not (chosen := wordings.get(told.kind)):
            continue
        wording = rng.choice(chosen)
        where = KINDS[told.kind].where
        slip = fragment(article, told, wording) if where == "behind" else sentence(article, told, wording, rng) if where == "sentence" else headline(article, told, wording)
        if slip:
            yield slip
