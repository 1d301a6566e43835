"""HTML → Source: the article's prose, with entities resolved; scripts, navigation and related boxes set aside.

Where a page has an `<article>` or `<main>` that holds most of its paragraphs, what stands outside is the page's own and no copy; on other pages
`checker.read.copy` tells the article from what is around it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from checker.read.build import OBJECT, Builder, iso_date
from checker.read.copy import Block, article
from checker.read.plain import ReadError, decode
from checker.read.readers import Choices
from checker.read.source import Source
from checker.read.tags import Attribute, Close, Open, Words, resolved, tokens
from checker.records import NamedTuple

_DROPPED = frozenset({"script", "style", "template", "noscript", "svg", "math", "nav", "footer", "form", "button", "select", "iframe",
                      "object", "video", "audio", "canvas", "textarea", "dialog", "menu", "head"})
_BLOCKS = frozenset({"p", "div", "section", "article", "main", "header", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
                     "dt", "dd", "blockquote", "figure", "figcaption", "table", "tr", "td", "th", "caption", "pre", "address", "body", "hr",
                     "details", "summary"})
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "source", "wbr", "col", "base", "embed", "area", "track", "param"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
# words of class and id that name a part of a page; whole words between hyphens, so that "shared" is not "share"
_FURNITURE = frozenset("nav navbar navigation menu breadcrumb breadcrumbs share sharing social newsletter advert advertisement ad ads comments "
                       "cookie cookies skip pagination toolbar paywall subscribe".split())
_BESIDE = frozenset("related promo recommended recommendations recirc sidebar readmore correction corrections clarification "
                    "infobox pullquote pull-quote".split())
_EMBEDS = frozenset({"twitter-tweet", "instagram-media", "tiktok-embed", "fb-post"})
_CLASSES = {"byline": "byline", "author": "byline", "authors": "byline", "caption": "caption", "figcaption": "caption", "credit": "credit",
            "standfirst": "summary", "dek": "summary", "subtitle": "summary", "subheadline": "summary", "summary": "summary",
            "dateline": "byline", "timestamp": "byline"}
_TAGS = {"h1": "headline", "figcaption": "caption", "caption": "caption", "li": "list", "dt": "list", "dd": "list", "aside": "aside",
         **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading")}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_PUBLISHED = ("article:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publication_date",
              "dc.date.issued", "dc.date", "dcterms.date", "sailthru.date", "date")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_SITE = re.compile(r"\s+(?:[|–—·]|-|::)\s+[^|–—·]{2,40}$")


class _Element(NamedTuple):
    """An open element: its name, the kind of the blocks in it, whether it is left out, the number of the container it is in, its own, whether it is a link."""

    name: str
    kind: str
    dropped: bool
    container: int
    number: int = 0
    link: bool = False


class Page:
    """Reads tokens into blocks, each with the container and the element it stands in, so that the article can be chosen at the end."""

    def __init__(self) -> None:
        self.stack: list[_Element] = [_Element("", "", False, 0)]
        self.blocks: list[Block] = []
        self.pieces: list[tuple[str, int, int]] = []
        self.linked = 0  # characters of the pieces that are links
        self.parents = [-1]  # container number → the one around it
        self.around = [-1]  # element number → the one around it
        self.dates: dict[str, tuple[str, str]] = {}
        self.title: tuple[str, int] | None = None
        self.breaks = 0

    def flush(self) -> None:
        if any(w.strip() for w, _, _ in self.pieces):
            top = self.stack[-1]
            self.blocks.append(Block(top.kind, self.pieces, top.container, top.number, self.linked))
        self.pieces = []
        self.linked = self.breaks = 0

    def words(self, token: Words) -> None:
        top = self.stack[-1]
        if top.dropped or not token.words:
            return
        if top.name in _CODE:
            if not (self.pieces and self.pieces[-1][0] == OBJECT):
                self.pieces.append((OBJECT, token.at, token.at + len(token.words)))
            return
        if token.words.strip():
            self.breaks = 0
        if top.link:
            self.linked += len(token.words)
        self.pieces += resolved(token.words, token.at)

    def open(self, tag: Open) -> None:
        name = tag.name
        if name == "title" and self.title is None:
            self.title = (tag.raw, tag.raw_at)
        if name == "meta":
            self._meta(tag)
        if name == "script" and "ld+json" in tag.get("type") and (m := _JSON_DATE.search(tag.raw)):
            self._dated(0, m[1], "JSON-LD datePublished")
        if name == "time" and (tag.get("itemprop").lower() == "datepublished" or "pubdate" in tag.attributes):
            self._dated(2, tag.get("datetime"), "<time>")
        if name == "br":
            self.breaks += 1
            if self.breaks == 2:
                self.flush()
            elif self.pieces:
                self.pieces.append(("\n", tag.at, tag.at + 4))
            return
        if name in _BLOCKS:
            self.flush()
        if name in _VOID or tag.closed:
            return
        self._implied(name)
        self.stack.append(self._element(tag))

    def _implied(self, name: str) -> None:
        """A new paragraph, item or cell ends the one that was left open."""
        top = self.stack[-1].name
        if (name in _BLOCKS and top == "p") or (name == top and name in ("li", "td", "th", "tr", "dt", "dd")) \
                or (name in ("td", "th") and top in ("td", "th")) or (name in ("dt", "dd") and top in ("dt", "dd")):
            self.stack.pop()

    def _element(self, tag: Open) -> _Element:
        top = self.stack[-1]
        name = tag.name
        marks = [w for a in ("class", "id") for w in tag.get(a).lower().replace("__", " ").replace("_", "-").split()]
        parts = {p for w in marks for p in w.split("-")} | set(marks)
        role = tag.get("role").lower()
        dropped = top.dropped or (name in _DROPPED and not (name == "footer" and top.name == "blockquote")) \
            or "hidden" in tag.attributes or role in ("navigation", "search", "banner", "menu", "dialog") \
            or (name not in ("body", "html", "article", "main") and bool(parts & _FURNITURE) and not parts & {"article", "story", "content"}) \
            or (name == "pre" and "code" in parts)
        kind = _TAGS.get(name, top.kind)
        if name in ("td", "th"):
            kind = "cell"
        if named := next((_CLASSES[w] for w in marks if w in _CLASSES), None):
            kind = named if name != "h1" else kind
        if "headline" in (tag.get("itemprop").lower(), *marks) and name in ("h1", "h2"):
            kind = "headline"
        if top.kind == "aside" or (name not in ("body", "html", "article", "main") and (parts & _BESIDE or set(marks) & _EMBEDS)) \
                or role == "complementary":
            kind = "aside"
        container = top.container
        if name in ("article", "main") or role == "main" or tag.get("itemprop").lower() == "articlebody":
            container = len(self.parents)
            self.parents.append(top.container)
        self.around.append(top.number)
        return _Element(name, kind, dropped, container, len(self.around) - 1, top.link or name == "a")

    def close(self, name: str) -> None:
        if name in _BLOCKS:
            self.flush()
        for i in range(len(self.stack) - 1, max(0, len(self.stack) - 40), -1):
            if self.stack[i].name == name:
                del self.stack[i:]
                return

    def _meta(self, tag: Open) -> None:
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop")).lower()
        if name in _PUBLISHED:
            self._dated(1, tag.get("content"), f"<meta {name}>")

    def _dated(self, rank: int, words: str, origin: str) -> None:
        if found := iso_date(words):
            self.dates.setdefault(str(rank), (found, origin))

    def copy(self) -> int:
        """The container that holds the copy: the innermost with most of the prose; 0 is the whole page."""
        prose = [0] * len(self.parents)
        for b in self.blocks:
            prose[b.container] += b.size if b.kind == "" and b.size > 60 else 0
        for i in range(len(prose) - 1, 0, -1):  # a container's number is higher than that of the one around it
            prose[self.parents[i]] += prose[i]
        best = 0
        for i in range(1, len(prose)):
            if prose[i] > prose[0] * 0.5 and prose[i] >= prose[best] * 0.8:
                best = i
        return best

    def within(self, wanted: int) -> list[bool]:
        """By number: is a container the wanted one, or inside it?"""
        out = [wanted == 0]
        for i in range(1, len(self.parents)):
            out.append(i == wanted or out[self.parents[i]])
        return out


def html_text(data: bytes, path: str) -> str:
    """The decoded file: by its byte-order mark, UTF-8, then what it declares, then Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        m = _CHARSET.search(data[:2048])
        if m and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            try:
                return data.decode(m[1].decode())
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data, path)


def read(data: bytes, path: str, choices: Choices) -> Source:
    """A Source of an HTML page; ReadError where it is no text or holds no prose."""
    text = html_text(data, path)
    page = Page()
    feed(page, text)
    build = Builder()
    within = page.within(page.copy())
    inside = article([b for b in page.blocks if within[b.container]], page.around)
    headlines = [b for b in inside if b.kind == "headline"] or [b for b in page.blocks if b.kind == "headline"][:1]
    if headlines and headlines[0] not in inside:
        inside = [headlines[0], *inside]
    elif not headlines and page.title and inside:
        _title(build, *page.title)
    prose = False
    for b in inside:
        put(build, "heading" if b.kind == "headline" and prose else b.kind, b.pieces)
        prose = prose or (b.kind == "" and b.size > 60)
    if not build.regions:
        raise ReadError(f"{path}: holds no text that a reader would see; save the page with its article, or check the text of it")
    when = page.dates[min(page.dates)] if page.dates else (None, "")
    return Source(path, build.text, original=text, segments=build.segments, regions=build.regions, date=when[0], date_from=when[1],
                  title=(page.title[0].strip() if page.title else ""))


def feed(page: Page, text: str) -> None:
    """Read a whole file, or an HTML block of another format, into the page."""
    for token in tokens(text):
        if isinstance(token, Words):
            page.words(token)
        elif isinstance(token, Close):
            page.close(token.name)
        else:
            page.open(token)
    page.flush()


def put(build: Builder, kind: str, pieces: Sequence[tuple[str, int, int]]) -> None:
    """Put a block's pieces into the text, white space squeezed; a table's cell with a sentence in it is prose, another is set aside."""
    for words, at, to in pieces:
        if len(words) == to - at:
            build.squeeze(words, at)
        elif words == "\n":
            build.add("\n", at, to)
        elif words.strip():
            build.add(words, at, to)
        else:
            build.add(" ", at, to)
    if kind == "cell":
        kind = "" if len(build.words) > 160 else "aside"
    build.close(kind)


def _title(build: Builder, raw: str, at: int) -> None:
    """The page's title without the site's name, where it has no headline of its own."""
    site = _SITE.search(raw)
    for words, start, end in resolved(raw[:site.start()] if site else raw, at):
        if len(words) == end - start:
            build.squeeze(words, start)
        else:
            build.add(words, start, end)
    build.close("headline")


__all__ = ["Attribute", "feed", "html_text", "put", "read"]
