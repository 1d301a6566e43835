"""The published accuracy table: for each rule what it finds of planted errors, what it flags of clean twins and of published copy.

    python tests/benchmarks/accuracy.py --root FOLDER [--elsewhere ROOT] [--write]

FOLDER holds `planted.jsonl` (an error planted in an article: file, twin, rule, date, and the places a and b with line and text) and
`articles/*.txt` with `articles.jsonl` (date). An error is found when a finding of the same rule stands on a line of one of its places;
a twin (the same article without the error) is flagged when it does there too. Findings on published copy are counted with the
article's date told; which of those drawn and read were true is in `judgements.tsv` beside this file, and those that are still made today
count. ROOT is a set that `plant.py` made of other articles in the wordings of other authors, for rules that the first has no labels for as well. With --write the table goes into the README, and into the file that `check explain` reads.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from checker import engine, rulebook
from checker.findings import Finding, Rule
from checker.read.source import Source

HERE = Path(__file__).parent
TOP = HERE.parent.parent
DATA = TOP / "checker" / "data" / "accuracy.tsv"
COLUMNS = ("rule", "planted", "found", "twins_flagged", "published_per_100000_words", "judged", "judged_true", "elsewhere", "found_elsewhere", "twins_elsewhere")
START, END = "<!-- accuracy -->\n", "<!-- /accuracy -->\n"


class Row(NamedTuple):
    """One rule's figures; counts, but `published`, which is findings per 100,000 words."""

    rule: str
    planted: int
    found: int
    twins: int
    published: float
    judged: int
    true: int
    elsewhere: int
    found_elsewhere: int
    twins_elsewhere: int


def findings(path: Path, rules: tuple[Rule, ...], date: str | None) -> tuple[Finding, ...]:
    """All findings on one file."""
    return engine.check_source(Source(str(path), path.read_text(encoding="utf-8")), rules, date).findings


def on_lines(found: tuple[Finding, ...], label: dict[str, Any]) -> bool:
    """Does a finding of the label's rule stand on a line of one of its places?"""
    lines = {label[k]["line"] for k in ("a", "b") if label.get(k)}
    return any(f.rule == label["rule"] and any(e.line in lines for e in f.evidence) for f in found)


def planted(root: Path, rules: tuple[Rule, ...]) -> dict[str, tuple[int, int, int]]:
    """Rule → (planted, found, twins flagged)."""
    n, hit, twin = Counter[str](), Counter[str](), Counter[str]()
    for line in (root / "planted.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        rule = label["rule"]
        mine = tuple(r for r in rules if r.id == rule)
        if mine:
            n[rule] += 1
            date = label.get("date") if rule.startswith(("time/", "money/")) else None
            hit[rule] += on_lines(findings(root / label["file"], mine, date), label)
            twin[rule] += on_lines(findings(root / label["twin"], mine, date), label)
    return {k: (n[k], hit[k], twin[k]) for k in n}


def published(root: Path, rules: tuple[Rule, ...]) -> tuple[dict[str, float], set[tuple[str, str, str]]]:
    """Rule → findings per 100,000 words of published copy, each article with its date; and where they stand (article, line, rule)."""
    dates = {Path(x["file"]).name: x.get("date") for x in map(json.loads, (root / "articles.jsonl").read_text(encoding="utf-8").splitlines())}
    count, words, places = Counter[str](), 0, set()
    for path in sorted((root / "articles").glob("*.txt")):
        words += len(path.read_text(encoding="utf-8").split())
        found = findings(path, rules, dates.get(path.name))
        count.update(f.rule for f in found)
        places |= {(path.stem, str(e.line), f.rule) for f in found for e in f.evidence}
    return {r.id: count[r.id] * 100_000 / words for r in rules}, places


def judged(places: set[tuple[str, str, str]]) -> dict[str, tuple[int, int]]:
    """Rule → (findings drawn from published copy and read, those that were true), of those that stand in these places."""
    with (HERE / "judgements.tsv").open(encoding="utf-8") as f:
        rows = [x for x in csv.DictReader(f, delimiter="\t") if (x["article"], x["line"], x["rule"]) in places]
    return {r: (sum(x["rule"] == r for x in rows), sum(x["rule"] == r and x["verdict"] == "true" for x in rows)) for r in {x["rule"] for x in rows}}


def table(rows: list[Row]) -> str:
    """The table as Markdown."""
    out = ["| rule | planted errors found | clean twins flagged | the same in other articles, in other authors' words | twins | findings in 100,000 words of published copy | true of those read |",
           "|---|---|---|---|---|---|---|"]
    for r in rows:
        share = f"{r.found} of {r.planted} ({r.found / r.planted:.0%})" if r.planted else "no labels"
        other = f"{r.found_elsewhere} of {r.elsewhere} ({r.found_elsewhere / r.elsewhere:.0%})" if r.elsewhere else ""
        out.append(f"| {r.rule} | {share} | {f'{r.twins} of {r.planted}' if r.planted else ''} | {other} | {f'{r.twins_elsewhere} of {r.elsewhere}' if r.elsewhere else ''} | {r.published:.1f} | "
                   f"{f'{r.true} of {r.judged}' if r.judged else ''} |")
    return "\n".join(out) + "\n"


def main() -> None:
    """Print the table; with --write put it where it is published."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--elsewhere", type=Path, metavar="ROOT")
    parser.add_argument("--write", action="store_true")
    o = parser.parse_args()
    gc.set_threshold(100_000)
    rules = rulebook.builtin(False, rulebook.ACROSS)  # the others need sources: tests/benchmarks/altered.py
    made, (seen, places) = planted(o.root, rules), published(o.root, rules)
    read = judged(places)
    other = planted(o.elsewhere, rules) if o.elsewhere else {}
    rows = [Row(r.id, *made.get(r.id, (0, 0, 0)), seen[r.id], *read.get(r.id, (0, 0)), *other.get(r.id, (0, 0, 0))) for r in rules]
    print(table(rows))
    if o.write:
        with DATA.open("w", encoding="utf-8", newline="") as f:
            writer = csv.writer(f, delimiter="\t", lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([*r[:4], f"{r.published:.1f}", *r[5:]] for r in rows)
        page = TOP / "README.md"
        text = page.read_text(encoding="utf-8")
        before, after = text.partition(START)[0], text.partition(END)[2]
        page.write_text(before + START + table(rows) + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
