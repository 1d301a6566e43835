"""An article as it is read, the places in it, and a slip with the edits that plant it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from random import Random
from typing import NamedTuple

_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Maj|Sgt|Capt|Adm|Rev|Hon|St|Jr|Sr|vs|No|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|"
                          r"Nov|Dec|[A-Z]|[ap]\.m|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo))\.$")
_STOP = re.compile(r"[.!?]+[\"”’')]*(?= +[\"“‘'(]?[A-Z0-9$]|\s*$)")
_PROSE = re.compile(r"[.!?][\"”’')]*$")
_BOILERPLATE = re.compile(r"copyright|©|reprint|click here|newsletter|all rights|licensing|subscribe|hide caption|contributed to this", re.I)


class Spot(NamedTuple):
    """Words of a paragraph: `line` counts from 0."""

    line: int
    start: int
    end: int


class Edit(NamedTuple):
    """What a spot is replaced with."""

    line: int
    start: int
    end: int
    new: str


class Label(NamedTuple):
    """One end of a slip, as the scoreboard names it: a line, from 0, and its words."""

    line: int
    text: str


class Slip(NamedTuple):
    """A slip: the edits of the planted copy and of its twin (none, where the article itself is the twin), and what contradicts what."""

    edits: tuple[Edit, ...]
    a: Label
    b: Label | None
    why: str
    twin: tuple[Edit, ...] = ()
    certain: bool = True
    dated: bool = False  # seen only by who knows the day of the article


class Article:
    """A published article, one paragraph a line, the title first."""

    def __init__(self, name: str, text: str, date: str | None = None) -> None:
        self.name, self.date = name, date
        self.lines = text.rstrip("\n").split("\n")

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines)

    @cached_property
    def prose(self) -> list[int]:
        """Paragraphs of whole sentences, below the title."""
        found = [i for i, line in enumerate(self.lines) if i and len(line) > 60 and _PROSE.search(line) and not _BOILERPLATE.search(line)]
        return found if len(found) > 4 else []

    @property
    def year(self) -> int:
        """The year it is of, or 0."""
        return int(self.date[:4]) if self.date else 0

    def find(self, pattern: str | re.Pattern[str], quoted: bool = False) -> Iterator[tuple[int, re.Match[str]]]:
        """Matches in its paragraphs of prose, by default none that is in quotation marks."""
        told = re.compile(pattern) if isinstance(pattern, str) else pattern
        for i in self.prose:
            for m in told.finditer(self.lines[i]):
                if quoted or not in_quotes(self.lines[i], m.start(), m.end()):
                    yield i, m

    def count(self, pattern: str) -> int:
        """How often a pattern stands anywhere in it."""
        return sum(1 for _ in re.finditer(pattern, self.text))

    def edited(self, edits: Iterable[Edit]) -> list[str]:
        """Its lines with the edits made."""
        lines = list(self.lines)
        for e in sorted(edits, reverse=True):
            lines[e.line] = lines[e.line][:e.start] + e.new + lines[e.line][e.end:]
        return lines


Planter = Callable[[Article, Random], Iterator[Slip]]


def in_quotes(line: str, start: int, end: int) -> bool:
    """Do the words lie in quotation marks, or touch one?"""
    if re.search("[“”\"]", line[start:end]):
        return True
    before = line[:start]
    if before.count('"') % 2:
        return True
    opened = max(before.rfind("“"), -1)
    return opened > before.rfind("”") or (opened < 0 and line.find("”") > end and "“" not in line[:line.find("”")])


def sentences(line: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end."""
    found, at = [], 0
    for m in _STOP.finditer(line):
        if not _ABBREVIATED.search(line[:m.end()]) or m.end() == len(line.rstrip()):
            found.append((at, m.end()))
            at = m.end() + len(line[m.end():]) - len(line[m.end():].lstrip())
    return found + ([(at, len(line))] if line[at:].strip() else [])


def sentence_of(line: str, at: int) -> tuple[int, int]:
    """The sentence that a place of a paragraph is in."""
    return next(((a, b) for a, b in sentences(line) if a <= at < b), (0, len(line)))


def everywhere(article: Article, old: str, new: str) -> tuple[Edit, ...]:
    """Each mention of a name in other words."""
    return tuple(Edit(i, m.start(), m.end(), new) for i, line in enumerate(article.lines) for m in re.finditer(rf"(?<![\w@#/]){re.escape(old)}(?!\w)", line))


def read(folder: Path, leave_out: Path | None = None) -> list[Article]:
    """The articles of a folder, with the dates of `articles.jsonl` beside it, without those that a scoreboard uses as `source`."""
    told = folder.parent / "articles.jsonl"
    rows = map(json.loads, told.read_text(encoding="utf-8").splitlines()) if told.exists() else ()
    dates = {Path(r["file"]).stem: r.get("date") for r in rows}
    used = {json.loads(line)["source"] for line in leave_out.read_text(encoding="utf-8").splitlines() if line} if leave_out else set()
    return [Article(p.stem, p.read_text(encoding="utf-8"), dates.get(p.stem)) for p in sorted(folder.glob("*.txt")) if p.stem not in used]
