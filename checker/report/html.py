"""The copy-desk report: one self-contained page with the article, its places marked, a note beside each and the ledger under it.

What comes from an article or a rule is escaped by the template engine; a content security policy lets only this page's own script run, so
that even a mistake there would run nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from checker.findings import Finding
from checker.link.ledger import Ledger
from checker.records import NamedTuple
from checker.report import Run
from checker.report.facts import Section, sections
from checker.report.marked import KINDS, Block, Note, blocks, note, numbered
from checker.report.text import summary

_FILES = Path(__file__).parent / "page"
_TABS = {"People and places": ("Names",), "Figures": ("Figures",), "Amounts": ("Amounts", "Conversions"), "Dates": ("Dates and times",),
         "Quotations": ("Quotations",)}
_SEVERITIES = ("error", "warning", "info")


class Tab(NamedTuple):
    """A tab of the ledger: its title, the number of its rows, its tables."""

    title: str
    rows: int
    sections: tuple[Section, ...]


class Article(NamedTuple):
    """One article as the page shows it; `counts` are (severity, findings)."""

    path: str
    title: str
    words: int
    compared: str
    counts: tuple[tuple[str, int], ...]
    blocks: tuple[Block, ...]
    tabs: tuple[Tab, ...]


def report(run: Run) -> str:
    """The page."""
    titles = {r.id: r.title for r in run.rules}
    all_ = numbered(run.findings)
    by_path: dict[str, list[tuple[int, Finding]]] = {}
    for number, f in all_:
        by_path.setdefault(f.evidence[0].path, []).append((number, f))
    articles = [_article(book, path, words, dict(checked), by_path.get(path, []), titles)
                for book, (path, words, checked) in zip(run.ledgers, run.documents, strict=True)]
    count: Counter[str] = Counter(f.severity for f in run.findings)
    rules = Counter(f.rule for f in run.findings)
    worst = {f.rule: f.severity for f in sorted(run.findings, key=lambda f: -_SEVERITIES.index(f.severity))}
    script, style = ((_FILES / name).read_text(encoding="utf-8") for name in ("script.js", "style.css"))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string((_FILES / "page.jinja").read_text(encoding="utf-8"))
    return template.render(
        version=run.version, digest=b64encode(sha256(script.encode()).digest()).decode(), script=Markup(script), style=Markup(style),
        title=f"{len(articles)} articles" if len(articles) != 1 else articles[0].title or articles[0].path, articles=articles, count=len(run.findings), remarks=run.notes,
        totals=[(s, f"{count[s]} {KINDS[s]}{'' if count[s] == 1 else 's'}") for s in _SEVERITIES if count[s]],
        severities=[(s, KINDS[s] + "s") for s in _SEVERITIES if count[s]],
        rules=[(r, titles.get(r, r)) for r in sorted(rules)], voices=sorted({v for n, f in all_ for v in note(n, f, titles).voices}),
        by_rule=[(titles.get(r, r), n, worst[r]) for r, n in rules.most_common(15)],
        widest=max((sum(n for _, n in a.counts) for a in articles), default=1) or 1, widest_rule=max(rules.values(), default=1)) + "\n"


def _headline(shown: Sequence[Block]) -> str:
    head = next((b for b in shown if b.kind == "headline"), None)
    return "".join(p.words for p in head.pieces) if head else ""


def _article(book: Ledger, path: str, words: int, checked: dict[str, int], found: Sequence[tuple[int, Finding]], titles: dict[str, str]) -> Article:
    notes: dict[int, list[Note]] = {}
    document = book.analyses[0].document
    for number, f in found:
        notes.setdefault(document.zone_index(f.evidence[0].span.start), []).append(note(number, f, titles))
    tables = {s.title: s for s in sections(book)}
    tabs = []
    for title, names in _TABS.items():
        own = tuple(tables[n] for n in names if n in tables)
        if own:
            tabs.append(Tab(title, sum(len(s.rows) for s in own), own))
    told = summary(path, words, checked, [f for _, f in found]).removeprefix(f"{path}: ")
    counts: Counter[str] = Counter(f.severity for _, f in found)
    shown = blocks(document, found, notes)
    return Article(path, _headline(shown), words, told[:1].upper() + told[1:], tuple((s, counts[s]) for s in _SEVERITIES), shown, tuple(tabs))
