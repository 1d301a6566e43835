"""The matrix of several documents as text, Markdown, HTML, CSV or JSON: pure functions that return text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from checker.link.matrix import Cell, Matrix, Row
from checker.model import Voice
from checker.report.shown import safe, short

_ABSENT = "–"
_WIDTH = 34  # characters of a cell in text
_FIRST = 44  # characters of the first column in text


def render(matrix: Matrix, form: str = "text", units: Sequence[str] = ()) -> str:
    """The matrix in one of the forms text, markdown, html, csv and json; `units` are what the documents are counted in ("line", "paragraph")."""
    if form == "html":
        from checker.report.matrixpage import page

        return page(matrix, _summary(matrix), units)
    return FORMS[form](matrix)


def _voice(v: Voice) -> str:
    if v.kind == "article":
        return ""
    return v.name or v.via or ""


def _state(r: Row) -> str:
    """In a word: do the documents differ, agree, or does one tell it alone?"""
    if r.values > 1:
        return f"{r.values} values"
    return "one only" if r.told == 1 else "agree"


def _cell(c: Cell | None, most: int) -> str:
    if c is None:
        return _ABSENT
    mark = "≠ " if c.group else ""
    voice = _voice(c.voice)
    return f"{mark}{short(c.text, most)} ({c.line}{', ' + safe(voice) if voice else ''})"


def _focused(row: Row, most: int) -> Row:
    """The row with quotations that differ cut to where they do, so that what is shown of a long one is the difference."""
    if row.kind != "quotation" or row.values < 2:
        return row
    split = [c.text.split() if c else [] for c in row.cells]
    usual = next(w for w, c in zip(split, row.cells, strict=True) if c and not c.group)
    odd = next(w for w, c in zip(split, row.cells, strict=True) if c and c.group)
    cells = tuple(c and c._replace(text=_cut(words, odd if words == usual else usual, most)) for words, c in zip(split, row.cells, strict=True))
    return row._replace(cells=cells)


def _cut(words: list[str], other: list[str], most: int) -> str:
    """The words from two before the first that differs on, where all of them are too long to be shown."""
    whole = " ".join(words)
    if len(whole) <= most:
        return whole
    same = next((i for i, (a, b) in enumerate(zip(words, other, strict=False)) if a != b), min(len(words), len(other)))
    first = max(0, min(same, len(words) - 1) - 2)
    shown = ("… " if first else "") + " ".join(words[first:])
    return shown if len(shown) <= most else shown[:most - 1].rsplit(" ", 1)[0] + " …"


def _letters(n: int) -> str:
    return chr(65 + n) if n < 26 else f"{chr(64 + n // 26)}{chr(65 + n % 26)}"


def _text(matrix: Matrix) -> str:
    out = [f"{_letters(i)} = {safe(p)}" for i, p in enumerate(matrix.documents)]
    out += ["", "(line or paragraph, who says so); ≠ another value than most have, or than the first; – not told", ""]
    rows = [["", *(_letters(i) for i in range(len(matrix.documents)))]]
    rows += [[short(f"{r.kind} {r.subject}", _FIRST), *(_cell(c, _WIDTH) for c in _focused(r, _WIDTH).cells)] for r in matrix.rows]
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    lines = ["  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)).rstrip() for r in rows]
    return "\n".join([*out, *lines, "", _summary(matrix)]) + "\n"


def _summary(matrix: Matrix) -> str:
    differ = sum(1 for r in matrix.rows if r.values > 1)
    alone = sum(1 for r in matrix.rows if r.told == 1)
    return f"{len(matrix.rows)} claims compared: {differ} differ, {len(matrix.rows) - differ - alone} agree, {alone} told by one document only."


def _markdown(matrix: Matrix) -> str:
    def cell(words: str) -> str:
        return safe(words).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")

    heads = ["claim", *map(cell, matrix.documents), "result"]
    out = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for r in matrix.rows:
        cells = [f"**{cell(_cell(c, 90))}**" if c and c.group else cell(_cell(c, 90)) for c in _focused(r, 90).cells]
        out.append("| " + " | ".join([cell(f"{r.kind} {r.subject}"), *cells, _state(r)]) + " |")
    return "\n".join([*out, "", _summary(matrix)]) + "\n"


def _csv(matrix: Matrix) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kind", "subject", "result", *_harmless(matrix.documents)])
    writer.writerows([*_harmless([r.kind, r.subject]), _state(r), *_harmless([c.text if c else "" for c in r.cells])] for r in matrix.rows)
    return out.getvalue()


def _harmless(cells: Sequence[str]) -> Iterator[str]:
    """A cell that a spreadsheet would run as a formula is shown as text."""
    for c in map(safe, cells):
        yield "'" + c if c and c[0] in "=+-@\t\r" and not c[1:2].isdigit() else c


def _json(matrix: Matrix) -> str:
    rows = [{"kind": r.kind, "subject": r.subject, "values": r.values,
             "cells": [_json_cell(c) for c in r.cells]} for r in matrix.rows]
    return json.dumps({"schema": 1, "documents": list(matrix.documents), "rows": rows}, ensure_ascii=False, indent=1) + "\n"


def _json_cell(c: Cell | None) -> dict[str, Any] | None:
    if c is None:
        return None
    voice = {"kind": c.voice.kind, **({"name": c.voice.name} if c.voice.name else {}), **({"via": c.voice.via} if c.voice.via else {})}
    return {"text": c.text, "line": c.line, "voice": voice, "group": c.group}


FORMS: dict[str, Callable[[Matrix], str]] = {"text": _text, "markdown": _markdown, "csv": _csv, "json": _json}
