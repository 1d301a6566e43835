"""Markdown → Source by markdown-it-py: block lines are the parser's own, places within a line are kept while it parses.

The parser says from which lines a block came, but not where its inline words stand; so the inline state notes the position of every
text it pushes. Nothing is recovered by searching.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from checker.read.build import OBJECT, Builder, iso_date
from checker.read.plain import ReadError, decode
from checker.read.readers import Choices
from checker.read.source import Source

_LINE = re.compile(r"\r\n|\r|\n")
_KEY = re.compile(r"([A-Za-z_][\w-]*)\s*[:=]\s*")
_DATES = ("date", "published", "pubdate", "publishdate", "publish_date", "publication_date", "lastmod")
_FRONT = {"title": "headline", "headline": "headline", "description": "summary", "summary": "summary", "subtitle": "summary",
          "dek": "summary", "standfirst": "summary", "excerpt": "summary", "author": "byline", "byline": "byline", "caption": "caption"}


class _State(StateInline):
    """An inline state whose text tokens know where in the block's content they begin (`meta["at"]`)."""

    _from = 0

    def append_pending(self, text: str) -> None:
        """Note where pending text begins."""
        if not self.pending:
            self._from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        """Hand the noted place to the token."""
        token = super().pushPending()
        token.meta = {"at": self._from}
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        """Note where a token begins; markers of emphasis come several at one position, one character each."""
        token = super().push(ttype, tag, nesting)
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        again = ttype == "text" and before is not None and before.type == "text" and before.meta.get("pos") == self.pos
        token.meta = {"pos": self.pos, "at": before.meta["at"] + 1 if again and before else self.pos}
        return token


class _Inline(ParserInline):
    """The inline parser with that state."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse one block's content."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    inline = _Inline()
    inline.ruler.__dict__.update(md.inline.ruler.__dict__)
    inline.ruler2.__dict__.update(md.inline.ruler2.__dict__)
    md.inline = inline
    md.disable(["text_join", "fragments_join"])
    return md


class _Lines:
    """The file's lines and where they begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in _LINE.finditer(text))]

    def line(self, n: int) -> str:
        """A line (0-based) without its end."""
        if n >= len(self.starts):
            return ""
        end = self.starts[n + 1] if n + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[n]:end].rstrip("\r\n")

    def columns(self, content: str, first: int) -> list[int]:
        """Where in the file each line of a block's content begins: its lines are the ends of the file's lines.

        What markdown-it cuts off a line is on its left (markers, indentation) and white space on its right; the closing marks of a
        heading are the one thing more.
        """
        out = []
        for i, words in enumerate(content.split("\n")):
            line = self.line(first + i).rstrip()
            words = words.rstrip()
            if not line.endswith(words):
                line = line.rstrip("#").rstrip()
            out.append(self.starts[min(first + i, len(self.starts) - 1)] + max(0, len(line) - len(words)))
        return out


def front_matter(text: str, lines: _Lines, build: Builder) -> tuple[int, str | None, str]:
    """Read YAML or TOML front matter: how many lines it takes, the article's date, and its title; title and the like become blocks."""
    fence = lines.line(0).lstrip("\ufeff").rstrip()
    if fence not in ("---", "+++"):
        return 0, None, ""
    last = next((n for n in range(1, min(len(lines.starts), 400)) if lines.line(n).rstrip() in (fence, "...")), 0)
    date, title = None, ""
    for n in range(1, last):
        line = lines.line(n)
        m = _KEY.match(line)
        if not m:
            continue
        key, value, at = m[1].lower(), line[m.end():].rstrip(), lines.starts[n] + m.end()
        if value[:1] in ("'", '"') and len(value) > 1 and value.rstrip()[-1] == value[0]:
            value, at = value[1:-1], at + 1
        if key in _DATES and (date is None or key != "lastmod"):
            date = iso_date(value) or date
        kind = _FRONT.get(key)
        if kind and value and value[0] not in "[{|>&*!":
            build.add(value, at)
            build.close(kind)
            title = value if kind == "headline" else title
    return (last + 1 if last else 0), date, title


def read(data: bytes, path: str, choices: Choices) -> Source:
    """A Source of a Markdown file; front matter gives date, title and author, code and addresses are no prose."""
    text = decode(data, path)
    lines = _Lines(text)
    build = Builder()
    skipped, date, title = front_matter(text, lines, build)
    body = "\n" * skipped + "\n".join(lines.line(n) for n in range(skipped, len(lines.starts)))
    _blocks(_parser().parse(body), lines, build, bool(title))
    if not build.regions:
        raise ReadError(f"{path}: holds no text; code, addresses and comments are not checked")
    return Source(path, build.text, original=text, segments=build.segments, regions=build.regions, date=date,
                  date_from="front matter" if date else "", title=title)


def _blocks(found: Sequence[Token], lines: _Lines, build: Builder, titled: bool) -> None:
    """Blocks in order; the first heading of the first level is the headline, items are a list, tables are set aside."""
    open_: list[str] = []
    cell = (-1, 0)
    level, first = "", not any(r.kind == "headline" for r in build.regions)
    for token in found:
        kind = token.type
        if token.nesting > 0:
            open_.append(kind)
        elif token.nesting < 0 and open_:
            open_.pop()
        if kind == "heading_open":
            level = token.tag
        elif kind == "tr_open":
            cell = ((token.map or [0])[0], -1)
        elif kind in ("td_open", "th_open"):
            cell = (cell[0], cell[1] + 1)
        elif kind == "html_block" and token.map and not open_:
            _html(token.map, lines, build)
        elif kind == "inline" and "tr_open" in open_:
            _cell(token, cell, lines, build)
        elif kind == "inline" and token.map:
            starts = lines.columns(token.content, token.map[0])
            _inline(token, starts, build)
            zone = "list" if "list_item_open" in open_ else ""
            if "heading_open" in open_:
                zone = "headline" if level == "h1" and (first or (titled and len(build.regions) < 5)) else "heading"
                first = first and zone != "headline"
            elif not zone and len(build.words) < 300 and any(c.type == "image" for c in token.children or ()):
                zone = "caption"
            build.close(zone)


def _inline(token: Token, starts: Sequence[int], build: Builder) -> None:
    """Put a block's words into the text; `starts` are the places of its content's lines in the file."""
    content = token.content
    begins = [0, *(m.end() for m in re.finditer("\n", content))]
    line = 0
    tag = 0
    for child in token.children or ():
        at = (child.meta or {}).get("at", 0)
        while line + 1 < len(begins) and begins[line + 1] <= at:
            line += 1
        where = starts[min(line, len(starts) - 1)] + at - begins[line]
        if child.type == "html_inline":
            name = re.match(r"</?([a-z]+)", child.content.lower())
            tag += (0 if name is None or child.content.endswith("/>") else -1 if child.content.startswith("</") else 1) \
                if name and name[1] in ("script", "style", "code", "kbd", "samp") else 0
        elif tag > 0:
            continue
        elif child.type == "text":
            build.add(child.content, where)
        elif child.type == "text_special":
            build.add(child.content, where, where + len(child.markup))
        elif child.type in ("softbreak", "hardbreak"):
            build.add("\n" if child.type == "hardbreak" else " ", where, where + 1)
        elif child.type == "code_inline":
            build.add(OBJECT, where, where + len(child.content) + 2 * len(child.markup))


def _cell(token: Token, cell: tuple[int, int], lines: _Lines, build: Builder) -> None:
    """A table's cell: found in its row by counting the bars that are not escaped."""
    row, column = cell
    line = lines.line(row)
    lead = len(line) - len(line.lstrip(" \t>"))
    cuts = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
    if not cuts or line[lead:lead + 1] != "|":
        cuts = [lead - 1, *cuts]
    if column >= len(cuts):
        return
    start = cuts[column] + 1
    start += len(line[start:]) - len(line[start:].lstrip())
    if "\\|" in line:  # an escaped bar is one character in the cell and two in the file; such a cell is placed as a whole
        end = cuts[column + 1] if column + 1 < len(cuts) else len(line)
        build.add(token.content, lines.starts[row] + start, lines.starts[row] + len(line[:end].rstrip()))
    else:
        _inline(token, [lines.starts[row] + start], build)
    build.close("aside")


def _html(span: Sequence[int], lines: _Lines, build: Builder) -> None:
    """A block of HTML within Markdown is read as HTML is; its comments are none of the copy."""
    from checker.read import html

    page = html.Page()
    start = lines.starts[span[0]]
    end = lines.starts[span[1]] if span[1] < len(lines.starts) else len(lines.text)
    html.feed(page, lines.text[start:end])
    for kind, pieces, *_ in page.blocks:
        html.put(build, kind, [(w, a + start, b + start) for w, a, b in pieces])
