"""Choose a slip for each article and kind, write the set in the scoreboard's form, and score it in process."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from checker import engine, rulebook
from checker.findings import Evidence, Finding
from checker.read.source import Source
from planting.article import Article, Slip
from planting.kinds import Kind

_WIDEST = 300  # characters of one place, as the scoreboard has it
_LONGEST = 30_000
_OFTEN = 2  # items of a kind that contradict the same words


class Item(NamedTuple):
    """A planted article and its twin, with their row of `planted.jsonl`."""

    row: dict[str, Any]
    copy: list[str]
    twin: list[str]


def _is_sound(slip: Slip, article: Article, copy: list[str], twin: list[str]) -> bool:
    """Do the labels name words that stand there, and does the twin differ?"""
    ends = [e for e in (slip.a, slip.b) if e]
    return copy != twin and len(copy) == len(twin) and all(e.text and e.text in copy[e.line] for e in ends) and (not slip.dated or bool(article.date))


def _item(kind: Kind, number: int, article: Article, slip: Slip) -> Item | None:
    copy, twin = article.edited(slip.edits), article.edited(slip.twin)
    if not _is_sound(slip, article, copy, twin):
        return None
    name = f"{kind.rule.replace('/', '-')}-{''.join(c if c.isalnum() else '-' for c in kind.name)[:24]}-{number:03}"
    row = {"id": name, "file": f"planted/{name}.txt", "twin": f"twins/{name}.txt", "rule": kind.rule, "label": "error",
           "a": {"line": slip.a.line + 1, "text": slip.a.text}, "b": {"line": slip.b.line + 1, "text": slip.b.text} if slip.b else None,
           "why": slip.why, "date": article.date, "natural": kind.natural, "kind": kind.name, "certainty": "certain" if slip.certain else "likely",
           "needs_date": slip.dated, "subtle": False, "source": article.name}
    return Item(row, copy, twin)


def _about(slip: Slip) -> str:
    """What a slip contradicts: a set of thirty Trumps would measure one name."""
    return slip.b.text if slip.b else " "


def plant(articles: Sequence[Article], kinds: Sequence[Kind], each: int, seed: int) -> Iterator[Item]:
    """Up to so many items of each kind, one an article; the same for the same seed, whatever other kinds there are."""
    for kind in kinds:
        rng = Random(f"{seed} {kind.rule} {kind.name}")
        n, told = 0, Counter[str]()
        for article in rng.sample(articles, len(articles)):
            if n >= each:
                break
            if len(article.text) > _LONGEST:
                continue
            slips = [s for s in kind.plant(article, rng) if told[_about(s)] < _OFTEN]
            item = _item(kind, n + 1, article, rng.choice(slips)) if slips else None
            if item:
                n += 1
                told[item.row["b"]["text"] if item.row["b"] else ""] += 1
                yield item


def write(root: Path, items: Sequence[Item]) -> None:
    """`planted.jsonl`, `planted/` and `twins/` in a folder."""
    for folder in ("planted", "twins"):
        (root / folder).mkdir(parents=True, exist_ok=True)
        for old in (root / folder).glob("*.txt"):
            old.unlink()
    for item in items:
        for name, lines in (("file", item.copy), ("twin", item.twin)):
            (root / item.row[name]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (root / "planted.jsonl").write_text("".join(json.dumps(i.row, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")


def _reach(e: Evidence, line: int, repeated: bool) -> tuple[int, int] | None:
    if e.line is None or e.end_line is None or e.column is None or e.end_column is None or not e.line <= line <= e.end_line:
        return None
    first, last = e.column if e.line == line else 1, e.end_column if e.end_line == line else 10**9
    return None if not repeated and (e.line != e.end_line or last - first > _WIDEST) else (first, last)


def _touches(e: Evidence, end: dict[str, Any], lines: list[str], repeated: bool) -> bool:
    reach, line, words = _reach(e, end["line"], repeated), lines[end["line"] - 1], end["text"]
    return reach is not None and any(reach[0] < i + 1 + len(words) and i + 1 < reach[1] for i in range(len(line)) if line.startswith(words, i))


def _matches(row: dict[str, Any], found: Sequence[Finding], lines: list[str]) -> Iterator[str]:
    """The rules of findings at warning or above that meet the label."""
    ends = [row[k] for k in ("a", "b") if row[k]]
    for f in found:
        met = [any(_touches(e, end, lines, f.rule == "structure/repeated") for e in f.evidence) for end in ends]
        if f.severity != "info" and (all(met) or any(met) and len(f.evidence) > 1):
            yield f.rule


def _spots(copy: list[str], twin: list[str]) -> Iterator[tuple[int, int, int]]:
    """Line, first and last column of what the twin has otherwise."""
    for n, (p, t) in enumerate(zip(copy, twin, strict=True), 1):
        if p != t:
            start = next((i for i, (x, y) in enumerate(zip(p, t, strict=False)) if x != y), min(len(p), len(t)))
            tail = next((i for i, (x, y) in enumerate(zip(p[start:][::-1], t[start:][::-1], strict=False)) if x != y), min(len(p), len(t)) - start)
            yield n, start + 1, max(start + 2, len(t) - tail + 1)


def _alarms(item: Item, found: Sequence[Finding]) -> Iterator[Finding]:
    """Findings on the twin: the same rule on a labelled line, or any rule on the words put right."""
    spots, lines = list(_spots(item.copy, item.twin)), {item.row[k]["line"] for k in ("a", "b") if item.row[k]}
    for f in found:
        if f.severity != "info" and any(f.rule == item.row["rule"] and any(_reach(e, n, True) for n in lines)
                                        or any((c := _reach(e, n, True)) and c[0] < last and first < c[1] for n, first, last in spots) for e in f.evidence):
            yield f


def score(items: Sequence[Item], show: int = 0) -> None:
    """The table of each kind: items, found by the rule, found by any rule, twins flagged."""
    rules = rulebook.builtin()
    count: dict[str, Counter[str]] = defaultdict(Counter)
    lines: list[str] = []
    for item in items:
        row = item.row
        date = row["date"] if row["rule"].startswith(("money/", "time/")) else None
        copy, twin = (engine.check_source(Source("text", "\n".join(x) + "\n"), rules, date).findings for x in (item.copy, item.twin))
        met, alarms = set(_matches(row, copy, item.copy)), list(_alarms(item, twin))
        told = {"n": 1, "exact": row["rule"] in met, "any": bool(met), "twins": bool(alarms)}
        for key in (f"{row['rule']}, {row['kind']}", "ALL natural" if row["natural"] else "ALL inserted", "ALL"):
            count[key].update({k: int(v) for k, v in told.items()})
        ends = " | ".join(f"{e['line']}: {e['text']}" for e in (row["a"], row["b"]) if e)
        lines += [f"missed {row['id']}  {ends}"] * (row["rule"] not in met) + [f"twin {row['id']}  {f.rule}: {f.message}" for f in alarms[:1]]
    print(f"{'':<72} {'n':>4} {'exact':>6} {'any':>5} {'twins':>6}")
    for key in sorted(count, key=lambda k: (k.startswith("ALL"), k)):
        c = count[key]
        print(f"{key:<72} {c['n']:>4} {c['exact'] / c['n']:>6.0%} {c['any'] / c['n']:>5.0%} {c['twins']:>6}")
    print("\n".join(lines[:show]))
