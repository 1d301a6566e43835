"""An article cut into what stands between its marks: the blocks, pieces and notes that reports with the whole article show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.findings import Evidence, Finding
from checker.model import Zone
from checker.records import NamedTuple
from checker.report.shown import safe, short
from checker.report.text import who, working
from checker.structure.document import Document

KINDS = {"error": "error", "warning": "warning", "info": "note"}
_RANK = {"error": 0, "warning": 1, "info": 2}
_AROUND = 130  # characters of a source's sentence shown on either side


class Piece(NamedTuple):
    """Words of a block: plain, or marked for the `findings` (numbers) that they are a place of.

    `target` is where a click leads; `ids` are of the places that begin here, `numbers` of the findings whose place ends here.
    """

    words: str
    findings: tuple[int, ...] = ()
    severity: str = ""
    target: str = ""
    ids: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


class NotePlace(NamedTuple):
    """A place in a note: where it is, its words; `target` leads to it in this article, else the source's words stand around it."""

    where: str
    words: str
    voice: str
    target: str = ""
    before: str = ""
    after: str = ""


class Note(NamedTuple):
    """A finding in plain words, with all its places and its working."""

    number: int
    severity: str
    kind: str
    rule: str
    title: str
    message: str
    places: tuple[NotePlace, ...]
    working: tuple[tuple[str, str], ...]
    voices: tuple[str, ...]


class Block(NamedTuple):
    """A paragraph, headline, caption, …: `place` is its line or paragraph, `tag` the element that shows it."""

    kind: str
    tag: str
    place: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]

    @property
    def size(self) -> int:
        """Characters shown."""
        return sum(len(p.words) for p in self.pieces)


def numbered(findings: Sequence[Finding]) -> list[tuple[int, Finding]]:
    """Each finding with the number that it has in the report."""
    return list(enumerate(findings, 1))


def note(number: int, f: Finding, titles: Mapping[str, str]) -> Note:
    """The note of a finding."""
    path = f.evidence[0].path
    differ = len({e.voice for e in f.evidence}) > 1
    places = tuple(_place(number, i, e, path, differ) for i, e in enumerate(f.evidence))
    rows = tuple((k.strip(), v.strip()) for k, _, v in (line.partition(": ") for line in working(f)))
    voices = tuple(dict.fromkeys(_voice(e) for e in f.evidence))
    message = safe(f.message)
    return Note(number, f.severity, KINDS[f.severity], f.rule, titles.get(f.rule, f.rule), message[:1].upper() + message[1:], places, rows, voices)


def _voice(e: Evidence) -> str:
    return "the article" if e.voice.kind == "article" else safe(who(e.voice))


def _place(number: int, i: int, e: Evidence, path: str, differ: bool) -> NotePlace:
    voice = _voice(e) if differ else ""
    where = e.where[:1].upper() + e.where[1:]
    if e.path == path:
        return NotePlace(where, short(e.text, 90), voice, f"f{number}-{i}")
    at, end = e.context_column - 1, e.context_column - 1 + len(e.text)
    before = ("… " if at > _AROUND else "") + e.context[max(0, at - _AROUND):at]
    after = e.context[end:end + _AROUND] + (" …" if len(e.context) > end + _AROUND else "")
    return NotePlace(f"{e.path}, {e.where}", safe(e.text), voice, "", safe(before), safe(after))


def blocks(document: Document, found: Sequence[tuple[int, Finding]], notes: Mapping[int, Sequence[Note]]) -> tuple[Block, ...]:
    """The article's blocks in order; `notes` are by the index of their zone. A dateline stands in its paragraph."""
    cuts = _cuts(document, found)
    out: list[Block] = []
    for i, zone in enumerate(document.zones):
        pieces = _pieces(document.text, zone, cuts)
        own = tuple(notes.get(i, ()))
        if out and document.zones[i - 1].kind == "dateline" and "\n" not in document.text[document.zones[i - 1].span.end:zone.span.start]:
            last = out[-1]
            out[-1] = last._replace(kind=zone.kind, pieces=(*last.pieces, *pieces), notes=(*last.notes, *own))
            continue
        line = str(document.source.place(zone.span.start)[0]) if document.source.unit == "line" else _short_label(document.source.label(zone.span.start))
        region = document.source.region(zone.span.start)
        kind = "heading" if region is not None and region.kind == "heading" else "body" if zone.kind == "dateline" else zone.kind
        out.append(Block(kind, {"headline": "h3", "heading": "h4"}.get(kind, "p"), line, pieces, own))
    return tuple(out)


def _short_label(label: str) -> str:
    return re.sub(r"^paragraph (\d+)$", r"¶ \1", label)


class _Cut(NamedTuple):
    start: int
    end: int
    number: int
    nth: int
    severity: str
    target: str


def _cuts(document: Document, found: Sequence[tuple[int, Finding]]) -> list[_Cut]:
    """The places of all findings in this article, in its order; a click leads to a finding's next place, or to its note."""
    path = document.source.path
    out = []
    for number, f in found:
        own = [i for i, e in enumerate(f.evidence) if e.path == path]
        for n, i in enumerate(own):
            target = f"f{number}-{own[(n + 1) % len(own)]}" if len(own) > 1 else f"n{number}"
            out.append(_Cut(*f.evidence[i].span, number, i, f.severity, target))
    return sorted(out)


def _pieces(text: str, zone: Zone, cuts: Sequence[_Cut]) -> tuple[Piece, ...]:
    start, end = zone.span
    own = [c for c in cuts if c.start < end and c.end > start]
    edges = sorted({start, end, *(min(max(x, start), end) for c in own for x in (c.start, c.end))})
    out: list[Piece] = []
    begun: set[tuple[int, int]] = set()
    for a, b in zip(edges, edges[1:], strict=False):
        words = "\n".join(map(safe, re.split(r"\r\n|\r|\n", text[a:b])))
        over = sorted((c for c in own if c.start <= a and c.end >= b), key=lambda c: (_RANK[c.severity], c.number))
        if not over:
            out.append(Piece(words))
            continue
        new = [c for c in over if (c.number, c.nth) not in begun]
        begun |= {(c.number, c.nth) for c in new}
        ended = dict.fromkeys(c.number for c in over if b == min(c.end, end))
        out.append(Piece(words, tuple(dict.fromkeys(c.number for c in over)), over[0].severity, (new or over)[0].target,
                         tuple(f"f{c.number}-{c.nth}" for c in new), tuple(ended)))
    return tuple(out)
