"""The ledger as an editor's fact-checking list: names, figures, amounts, dates, quotations, each with line and voice."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks.conversion import assess, currency
from checker.extract.addresses import addresses
from checker.link.ledger import Analysis, Ledger
from checker.model import Address, Clock, Date, Mention, Name, Quantity, Voice
from checker.records import NamedTuple
from checker.report.shown import cell, safe, short


class Section(NamedTuple):
    """One table of the list: a title, the column heads, the rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sections(ledger: Ledger) -> list[Section]:
    """The tables of one ledger; a section without rows is left out."""
    found = [_names(ledger)]
    for a in ledger.analyses:
        found += [_figures(a, False), _figures(a, True)]
    found.append(_conversions(ledger))
    for a in ledger.analyses:
        found += [_dates(a), _addresses(a), _quotations(a)]
    return [s for s in found if s.rows]


def render(ledger: Ledger, form: str = "text") -> str:
    """The list as text, markdown, csv or json; all but text and json with an empty column to tick off."""
    tables = sections(ledger)
    return {"text": _text, "markdown": _markdown, "csv": _csv, "json": _json}[form](tables)


def _who(v: Voice) -> str:
    if v.kind == "article":
        return "article"
    return f"{v.name} to {v.via}" if v.name and v.via else v.name or v.via or ""


def _line(a: Analysis, m: Mention) -> str:
    return _place(a, m.span.start)


def _place(a: Analysis, offset: int) -> str:
    """The number of the line, or where it is in a format without lines."""
    source = a.document.source
    return str(source.place(offset)[0]) if source.unit == "line" else source.label(offset)


def _names(ledger: Ledger) -> Section:
    rows = []
    for r in ledger.referents:
        lines: dict[str, None] = {}
        spellings: dict[str, None] = {}
        titles: dict[str, None] = {}
        for number, m in r.mentions:
            lines[_line(ledger.analyses[number], m)] = None
            spellings[m.text] = None
            if isinstance(m.value, Name):
                titles |= {t: None for t in (m.value.title, m.value.apposition) if t}
        others = [s for s in spellings if s != r.name]
        rows.append((r.kind, r.name, "; ".join(titles), ", ".join(others), ", ".join(lines)))
    return Section("Names", ("kind", "name", "title", "also as", "lines"), tuple(rows))


def _figures(a: Analysis, money: bool) -> Section:
    rows = []
    for m in a.mentions:
        q = m.value
        if isinstance(q, Quantity) and (q.dimension == "money") == money:
            value = f"{_number(q.low)}–{_number(q.high)}" if q.low != q.high and q.dimension not in ("vote", "score") else \
                f"{_number(q.low)}–{_number(q.high)}" if q.low != q.high else _number(q.low)
            rows.append((_line(a, m), m.text, value, currency(a.document, q.unit) or q.dimension, q.hedge, _who(a.document.voice_at(m.span.start))))
    return Section("Amounts" if money else "Figures", ("line", "as printed", "value", "unit", "hedge", "voice"), tuple(rows))


def _number(n: object) -> str:
    words = f"{n:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _conversions(ledger: Ledger) -> Section:
    rows = []
    for x in assess(ledger):
        a = ledger.analyses[x.document]
        amount, converted = x.relation.get("amount"), x.relation.get("converted")
        if amount is None or converted is None:
            continue
        held = "no reference rate for this pair"
        if x.reference is not None:
            r = x.reference
            held = f"{r.low:.4f}–{r.high:.4f}, {r.source}"
        rows.append((_line(a, amount), amount.text, converted.text, f"1 {x.base} = {x.rate:.4f} {x.other}", held,
                     "not known" if x.reference is None else "fits" if x.fits else "does not fit"))
    return Section("Conversions", ("line", "amount", "converted", "implied rate", "held against", "result"), tuple(rows))


def _dates(a: Analysis) -> Section:
    rows = [(_line(a, m), m.text, _date(m.value), _who(a.document.voice_at(m.span.start)))
            for m in a.mentions if isinstance(m.value, Date | Clock)]
    return Section("Dates and times", ("line", "as printed", "read as", "voice"), tuple(rows))


def _addresses(a: Analysis) -> Section:
    rows = [(_line(a, m), m.text, m.value.kind) for m in addresses(a.document) if isinstance(m.value, Address)]
    return Section("Addresses", ("line", "as printed", "kind"), tuple(rows))


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _date(value: object) -> str:
    if isinstance(value, Clock):
        return f"{value.hour:02d}:{value.minute:02d}"
    assert isinstance(value, Date)
    parts = [f"{value.year:04d}" if value.year else "????", f"{value.month:02d}" if value.month else "??",
             f"{value.day:02d}" if value.day else "??"]
    day = _DAYS[value.weekday] if value.weekday is not None else ""
    return f"{day} {'-'.join(parts)}".strip() if value.year or value.month or value.day else day


def _quotations(a: Analysis) -> Section:
    rows = [(_place(a, q.span.start), short(a.document.text[q.inner.start:q.inner.end], 90), _who(q.voice))
            for q in a.document.quotations if q.level == 0 and q.opening]
    return Section("Quotations", ("line", "words", "speaker"), tuple(rows))


def _text(tables: Sequence[Section]) -> str:
    out = []
    for s in tables:
        cells = [[short(c, 72) for c in r] for r in (s.heads, *s.rows)]
        widths = [max(len(r[i]) for r in cells) for i in range(len(s.heads))]
        lines = ["  ".join(c.ljust(w) for c, w in zip(r, widths, strict=True)).rstrip() for r in cells]
        out.append("\n".join([f"{s.title} ({len(s.rows)})", *(f"  {line}" for line in lines)]))
    return "\n\n".join(out) + "\n"


def _markdown(tables: Sequence[Section]) -> str:
    def cell(words: str) -> str:
        return safe(words).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")

    out = []
    for s in tables:
        rows = ["| " + " | ".join([*(cell(c) for c in r), ""]) + "|" for r in s.rows]
        out.append("\n".join([f"## {s.title}", "", "| " + " | ".join([*s.heads, "checked"]) + " |", "|---" * (len(s.heads) + 1) + "|", *rows]))
    return "\n\n".join(out) + "\n"


def _csv(tables: Sequence[Section]) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for s in tables:
        writer.writerow(["section", *s.heads, "checked"])
        writer.writerows([s.title, *map(cell, r), ""] for r in s.rows)
    return out.getvalue()


def _json(tables: Sequence[Section]) -> str:
    import json

    out = [{"section": s.title, "rows": [dict(zip(s.heads, r, strict=True)) for r in s.rows]} for s in tables]
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"
