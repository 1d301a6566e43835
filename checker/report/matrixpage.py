"""The matrix of several documents as one self-contained page, in the style of the copy-desk report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from checker.link.matrix import Cell, Matrix, Row
from checker.records import NamedTuple
from checker.report.shown import safe, short

_FILES = Path(__file__).parent / "page"


class _Shown(NamedTuple):
    """A cell: its words, where they stand and who says them; `kind` is "odd" for another value, "same" where all agree, "" else."""

    words: str
    where: str
    kind: str


class _Line(NamedTuple):
    kind: str
    subject: str
    cells: tuple[_Shown, ...]


def page(matrix: Matrix, summary: str, units: Sequence[str] = ()) -> str:
    """The page; `units` are what each document is counted in. What comes from the documents is escaped by the template engine, and no script runs."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string((_FILES / "matrix.jinja").read_text(encoding="utf-8"))
    rows = [_Line(r.kind[:1].upper() + r.kind[1:], safe(r.subject), tuple(_shown(c, r, u) for c, u in zip(r.cells, units or ["line"] * len(r.cells), strict=True))) for r in matrix.rows]
    return template.render(style=Markup((_FILES / "style.css").read_text(encoding="utf-8")), summary=summary,
                           documents=[safe(d) for d in matrix.documents], rows=rows) + "\n"


def _shown(c: Cell | None, r: Row, unit: str) -> _Shown:
    if c is None:
        return _Shown("", "", "none")
    voice = "" if c.voice.kind == "article" else safe(c.voice.name or c.voice.via or "")
    kind = "odd" if c.group else "same" if r.told > 1 and r.values == 1 else ""
    return _Shown(short(c.text, 240), f"{unit} {c.line}" + (f", {voice}" if voice else ""), kind)
