"""Word documents → Source: paragraphs, tables, text boxes and notes; comments, headers and hidden text are none of the copy.

Places are paragraphs, counted as a reader does (those with words in them), or "table 1, row 2, column 3", "footnote 2", "text box 1".
The date of the file is not the article's, so it is not used.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from checker.read.archive import opened, part
from checker.read.build import Builder
from checker.read.plain import ReadError
from checker.read.readers import Choices
from checker.read.source import Source
from checker.read.wordml import Block, W, Walker, transitional

if TYPE_CHECKING:
    from zipfile import ZipFile

_OFFICE = "/officeDocument"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STYLES = {"title": "headline", "headline": "headline", "subtitle": "summary", "standfirst": "summary", "byline": "byline", "author": "byline",
           "caption": "caption", "date": "byline"}


def main_part(archive: ZipFile, path: str) -> str:
    """The name of the part that holds the text, as the package's relations tell; word/document.xml where they do not."""
    relations = part(archive, "_rels/.rels", path)
    for r in relations.iter(_RELATION) if relations is not None else ():
        if r.get("Type", "").endswith(_OFFICE):
            return posixpath.normpath(r.get("Target", "").lstrip("/"))
    return "word/document.xml"


def styles(root: Any) -> dict[str, str]:
    """Style ids → names in small letters; the names are the same in every language's Word for the built-in ones."""
    if root is None:
        return {}
    out = {}
    for style in transitional(root).iter(W + "style"):
        name = style.find(W + "name")
        if name is not None:
            out[style.get(W + "styleId", "")] = name.get(W + "val", "").lower()
    return out


def document_blocks(body: Any, notes: dict[str, Any], rejected: bool = False) -> Iterator[Block]:
    """The blocks of a document's body and then its notes, numbered in the order in which the text refers to them."""
    walker = Walker(rejected)
    referred: dict[tuple[str, str], None] = {}
    for block in walker.blocks(body):
        referred |= dict.fromkeys(block.notes)
        yield block
    count: dict[str, int] = {}
    for kind, key in referred:
        count[kind] = count.get(kind, 0) + 1
        root = notes.get(kind)
        for note in root.iter(W + kind) if root is not None else ():
            if note.get(W + "id") == key:
                yield from walker.blocks(note, "note", f"{kind} {count[kind]}")


def zone(block: Block, names: dict[str, str], headed: bool, first: bool) -> str:
    """What a block is by its style; "" where its words have to tell."""
    style = names.get(block.style, block.style.lower())
    if block.kind == "cell":
        return "" if len(block.words) > 160 else "aside"
    if style.startswith("heading 1") and first and not headed:
        return "headline"
    if style.startswith("heading"):
        return "heading"
    if style in _STYLES:
        return _STYLES[style]
    if block.listed or style.startswith("list"):
        return "list"
    return ""


def read(data: bytes, path: str, choices: Choices) -> Source:
    """A Source of a .docx; ReadError where it is none, is damaged, encrypted or hostile, or holds no words."""
    archive = opened(data, path, "a Word document", "[Content_Types].xml")
    name = main_part(archive, path)
    root = part(archive, name, path)
    if root is None:
        raise ReadError(f"{path}: is a zip archive, but not a Word document ({name} is missing); save the article again as .docx")
    body = transitional(root).find(W + "body")
    if body is None:
        raise ReadError(f"{path}: {name}: holds no text of a Word document; save the article again as .docx")
    folder = posixpath.dirname(name)
    notes = {kind: transitional(found) for kind in ("footnote", "endnote")
             if (found := part(archive, f"{folder}/{kind}s.xml", path)) is not None}
    names = styles(part(archive, f"{folder}/styles.xml", path))
    build = Builder()
    blocks = list(document_blocks(body, notes, choices.tracked == "rejected"))
    headed = any(names.get(b.style, b.style.lower()) in ("title", "headline") for b in blocks)
    for block in blocks:
        _put(build, block, zone(block, names, headed, not build.regions))
    if not build.regions:
        raise ReadError(f"{path}: holds no words; pictures and comments are not read")
    return Source(path, build.text, original=None, segments=(), regions=build.regions, unit="paragraph")


def _put(build: Builder, block: Block, kind: str) -> None:
    for p in block.pieces:
        build.add(p.words, 0)
    build.close(kind, block.number, block.label)
