"""The article itself as a Word document with a comment at each place: formatting untouched for .docx, a clean document for other formats.

A comment needs whole runs, so a run is cut where marked words begin or end; the parts keep its formatting, and the page looks as before.
In footnotes and text boxes, where Word allows no comment of ours, it stands at the paragraph that they hang on.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.findings import Finding
from checker.link.ledger import Ledger
from checker.plugins import PluginError
from checker.report import Run
from checker.report.marked import Note, note
from checker.report.shown import safe

if TYPE_CHECKING:
    from checker.read.source import Source
    from checker.read.wordml import Block

_STYLES = {"headline": "Title", "summary": "Subtitle", "caption": "Caption", "credit": "Caption", "list": "List Bullet", "heading": "Heading 2"}
_NO_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\ufffd")


def report(run: Run) -> bytes:
    """The document's bytes; PluginError, which the front end shows, for several articles or where python-docx is missing."""
    try:
        import docx
    except ImportError:
        raise PluginError("--format docx: needs python-docx, which is not installed; pip install 'checker[docx]'") from None
    if len(run.ledgers) != 1:
        raise PluginError(f"--format docx: is a document of one article, not of {len(run.ledgers)}; name a folder for a document each: --format docx --output desk/")
    book = run.ledgers[0]
    source = book.analyses[0].document.source
    titles = {r.id: r.title for r in run.rules}
    found = [(n, f) for n, f in enumerate(run.findings, 1)]
    if source.unit == "paragraph" and source.path != "-" and source.path.lower().endswith((".docx", ".docm")):
        document = _commented(docx.Document(io.BytesIO(Path(source.path).read_bytes())), source, found, titles)
    else:
        document = _clean(docx.Document(), book, found, titles)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words_of(n: Note, index: int) -> str:
    """A comment's words: what is wrong, the other places, the working."""
    others = [p for i, p in enumerate(n.places) if i != index]
    lines = [f"{n.number}. {n.kind.capitalize()}: {n.message}"]
    lines += [f"{'Other place' if index == 0 else 'See'}: {p.where}: “{p.before}{p.words}{p.after}”" + (f" ({p.voice})" if p.voice else "") for p in others]
    lines += [f"{k[:1].upper()}{k[1:]}: {v}" for k, v in n.working]
    return "\n".join([*lines, f"[{n.rule}]"]).translate(_NO_XML)


def _comment(document: Any, runs: Any, words: str) -> None:
    comment = document.add_comment(runs, text=words, author="check", initials="ck")
    comment._comment_elm.date = None  # which a comment need not have: the same input gives the same bytes, as in every report


def _commented(document: Any, source: Source, found: list[tuple[int, Finding]], titles: dict[str, str]) -> Any:
    """Put the comments into the user's own document."""
    from docx.text.run import Run as WordRun

    from checker.read.docx import document_blocks

    blocks, rejected = _as_read(document, source)
    numbers = {r.span.start: n for n, r in enumerate(source.regions)}
    todo: list[tuple[int, int, int, str]] = []
    for number, f in found:
        made = note(number, f, titles)
        for i, e in enumerate(f.evidence):
            if e.path == source.path and (region := source.region(e.span.start)) is not None:
                start, end = (offset - source.origin(region.span.start) for offset in source.file_span(e.span))
                at = numbers[region.span.start]
                if blocks[at].kind in ("note", "box"):
                    at = next((n for n in range(at - 1, -1, -1) if blocks[n].kind not in ("note", "box")), 0)
                    start, end = 0, len(blocks[at].words)
                todo.append((at, start, end, words_of(made, i)))
    edges: dict[int, set[int]] = {}
    for at, start, end, _ in todo:
        edges.setdefault(at, set()).update((start, end))
    for at, own in edges.items():  # first every run is cut at every edge, then the comments are put in: several may be at one run
        _cut(blocks[at], own)
    blocks = list(document_blocks(document.element.body, _notes(document), rejected))
    for at, start, end, words in sorted(todo, reverse=True):
        runs = _runs(blocks[at], start, end)
        if runs:
            _comment(document, [WordRun(r, document) for r in (runs[0], runs[-1])], words)
    return document


def _as_read(document: Any, source: Source) -> tuple[list[Block], bool]:
    """The document's blocks as the article was read, and whether its tracked changes were rejected then: the way whose words are the source's."""
    from checker.read.docx import document_blocks

    blocks: list[Block] = []
    rejected = False
    for rejected in (False, True):
        blocks = list(document_blocks(document.element.body, _notes(document), rejected))
        if [b.words for b in blocks] == [source.printed(r.span) for r in source.regions]:
            break
    return blocks, rejected


def _notes(document: Any) -> dict[str, Any]:
    """The roots of the parts of footnotes and endnotes."""
    from lxml import etree

    found = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in ("footnotes", "endnotes") and not relation.is_external:
            found[kind[:-1]] = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return found


def _lead(block: Block) -> int:
    """Characters of white space before the block's first word, which its words are without."""
    text = "".join(p.words for p in block.pieces)
    return len(text) - len(text.lstrip())


def _runs(block: Block, start: int, end: int) -> list[Any]:
    """The runs that hold the block's characters from `start` to `end`."""
    from checker.read.wordml import W

    at = -_lead(block)
    found: list[Any] = []
    for piece in block.pieces:
        if max(start, at) < min(end, at + len(piece.words)):
            run = piece.element.getparent()
            if run is not None and run.tag == W + "r" and (not found or found[-1] is not run):
                found.append(run)
        at += len(piece.words)
    return found


def _cut(block: Block, edges: Collection[int]) -> None:
    """Cut the runs of the block at the edges (characters of its words), where words are all that a run has; the parts keep its formatting."""
    from checker.read.wordml import W

    at = -_lead(block)
    for piece in block.pieces:
        inside = sorted(e - at for e in edges if 0 < e - at < len(piece.words))
        at += len(piece.words)
        element, run = piece.element, piece.element.getparent()
        if not inside or run is None or run.tag != W + "r" or element.tag != W + "t" or len([c for c in run if c.tag != W + "rPr"]) != 1:
            continue
        words = element.text or ""
        for start, end in reversed(list(zip(inside, [*inside[1:], len(words)], strict=True))):
            other = deepcopy(run)
            _say(other.find(W + "t"), words[start:end])
            run.addnext(other)
        _say(element, words[:inside[0]])


def _say(element: Any, words: str) -> None:
    element.text = words
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _clean(document: Any, book: Ledger, found: list[tuple[int, Finding]], titles: dict[str, str]) -> Any:
    """A new document of a text, Markdown or HTML article: styles for headline and summary, a paragraph a block."""
    read = book.analyses[0].document
    text = read.text
    wanted = sorted({(e.span.start, e.span.end) for _, f in found for e in f.evidence if e.path == read.source.path})
    runs: dict[tuple[int, int], list[Any]] = {w: [] for w in wanted}
    previous = None
    paragraph: Any = None
    for zone in read.zones:
        start, end = zone.span
        joined = previous is not None and previous.kind == "dateline" and "\n" not in text[previous.span.end:start]
        if not joined or paragraph is None:
            paragraph = document.add_paragraph(style=_STYLES.get(zone.kind, "Normal"))
        else:
            start = previous.span.end if previous else start
        edges = sorted({start, end, *(min(max(x, start), end) for span in wanted if span[0] < end and span[1] > start for x in span)})
        for a, b in zip(edges, edges[1:], strict=False):
            run = paragraph.add_run(safe(text[a:b]).translate(_NO_XML))
            for span in wanted:
                if span[0] <= a and b <= span[1]:
                    runs[span].append(run)
        previous = zone
    for number, f in found:
        made = note(number, f, titles)
        for i, e in enumerate(f.evidence):
            own = runs.get((e.span.start, e.span.end)) if e.path == read.source.path else None
            if own:
                _comment(document, [own[0], own[-1]], words_of(made, i))
    document.core_properties.title = read.source.title or ""
    return document
