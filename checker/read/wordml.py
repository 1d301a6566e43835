"""WordprocessingML → blocks: paragraphs in reading order with the text elements that they are made of.

Works on the elements of any library with ElementTree's interface, so that the Word report finds again, in the document it writes into,
exactly the characters that were read. Element and attribute names: ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.records import NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_HYPHENS = {W + "noBreakHyphen": "\u2011", W + "softHyphen": "", W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "ptab": "\t"}
_SKIPPED = frozenset({W + "instrText", W + "delInstrText", W + "pPr", W + "rPr", W + "tblPr", W + "trPr", W + "tcPr", W + "sectPr",
                      W + "sdtPr", W + "annotationRef", _MC + "Fallback", W + "rubyPr", W + "rt", W + "del", W + "moveFrom"})
_ADDED, _REMOVED = frozenset({W + "ins", W + "moveTo"}), frozenset({W + "del", W + "moveFrom"})


class Piece(NamedTuple):
    """Characters of a block and the element that holds them (`w:t`, or `w:tab` and the like)."""

    words: str
    element: Any


class Block(NamedTuple):
    """A paragraph: its style's id, what it is in ("body", "cell", "box", "note"), its pieces, its place in words and its number.

    `notes` are the ids of footnotes and endnotes that it refers to; `listed` tells that it is an item of a list; `elements` are the
    `w:p` it was made of, several where a tracked change joins them.
    """

    style: str
    kind: str
    pieces: tuple[Piece, ...]
    number: int
    label: str
    notes: tuple[tuple[str, str], ...]
    listed: bool
    elements: tuple[Any, ...]

    @property
    def words(self) -> str:
        """The paragraph's text, without white space around it."""
        return "".join(p.words for p in self.pieces).strip()


class _Paragraph:
    """What is collected of a paragraph while its runs are walked."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        self.elements: list[Any] = []


class Walker:
    """Walks a part's root; `rejected` reads tracked changes as rejected, numbers go on from part to part."""

    def __init__(self, rejected: bool = False) -> None:
        self.rejected = rejected
        self.number = 0
        self.tables = 0
        self.boxes = 0
        self.open: _Paragraph | None = None

    def blocks(self, root: Any, kind: str = "body", label: str = "") -> Iterator[Block]:
        """The blocks below an element in reading order; text boxes follow the paragraph that they hang on."""
        for element in root:
            tag = element.tag
            if tag == W + "p":
                yield from self._paragraph(element, kind, label)
            elif tag == W + "tbl":
                self.tables += 1
                yield from self._table(element, label, self.tables)
            elif tag == W + "sdt":
                content = element.find(W + "sdtContent")
                if content is not None:
                    yield from self.blocks(content, kind, label)
            elif tag in _ADDED and not self.rejected or tag in (W + "customXml", W + "smartTag") or (tag in _REMOVED and self.rejected):
                yield from self.blocks(element, kind, label)

    def _table(self, table: Any, label: str, number: int) -> Iterator[Block]:
        for row, line in enumerate(table.iter(W + "tr"), 1):
            if self._gone(line.find(W + "trPr")):
                continue
            for column, cell in enumerate(_cells(line), 1):
                yield from self.blocks(cell, "cell", label or f"table {number}, row {row}, column {column}")

    def _gone(self, properties: Any) -> bool:
        """Is a row or a paragraph's mark taken out by the tracked changes, as they are read?"""
        if properties is None:
            return False
        return properties.find(W + ("ins" if self.rejected else "del")) is not None

    def _paragraph(self, element: Any, kind: str, label: str) -> Iterator[Block]:
        found = self.open or _Paragraph()
        self.open = None
        found.elements.append(element)
        self._runs(element, found)
        properties = element.find(W + "pPr")
        if self._gone(properties.find(W + "rPr") if properties is not None else None):
            self.open = found  # the paragraph's end is not there, so the next one goes on with this
            return
        style, listed = "", False
        if properties is not None:
            name = properties.find(W + "pStyle")
            style = name.get(W + "val", "") if name is not None else ""
            listed = properties.find(W + "numPr") is not None
        words = "".join(p.words for p in found.pieces)
        if words.strip():
            if kind in ("body",):
                self.number += 1
            yield Block(style, kind, tuple(found.pieces), self.number, label or f"paragraph {self.number}", tuple(found.notes), listed,
                        tuple(found.elements))
        for box in found.boxes:
            self.boxes += 1
            yield from self.blocks(box, "box", f"text box {self.boxes}")

    def _runs(self, element: Any, found: _Paragraph) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str):
                continue
            if tag in _REMOVED and self.rejected:
                self._runs(child, found)
            elif tag in _SKIPPED or (tag in _ADDED and self.rejected) or (tag == W + "r" and _hidden(child)):
                continue
            elif tag == W + "t" or (tag == W + "delText" and self.rejected):
                found.pieces.append(Piece(child.text or "", child))
            elif tag in _HYPHENS:
                found.pieces.append(Piece(_HYPHENS[tag], child))
            elif tag == W + "txbxContent":
                found.boxes.append(child)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                found.notes.append(("footnote" if tag == W + "footnoteReference" else "endnote", child.get(W + "id", "")))
            else:
                self._runs(child, found)


def _hidden(run: Any) -> bool:
    properties = run.find(W + "rPr")
    mark = properties.find(W + "vanish") if properties is not None else None
    return mark is not None and mark.get(W + "val", "1") not in ("0", "false", "off")


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from _cells(content)


def transitional(root: Any) -> Any:
    """The root with the strict form's element names (ISO 29500 strict) turned into the usual ones."""
    if root.tag.startswith(_STRICT):
        for e in root.iter():
            if isinstance(e.tag, str) and e.tag.startswith(_STRICT):
                e.tag = W + e.tag[len(_STRICT):]
            for k in [k for k in e.attrib if k.startswith(_STRICT)]:
                e.set(W + k[len(_STRICT):], e.attrib.pop(k))
    return root
