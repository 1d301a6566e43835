"""Findings between outlets that tell one story, drawn at random to be read, and the share of those read that an editor wants to know.

    python tests/benchmarks/clusters.py FOLDER [--draw 60] [--seed 1] [--known]

FOLDER holds a folder for each story with a text file for each outlet; none of them is in this repository. Every document is held
against those behind it in the alphabet. Findings above info of the family `sources` are drawn; what has been read and judged stands in
`clusters.tsv` beside this file (story, article, line, rule, verdict, reason), without the words. With --known only the judged ones are counted.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from checker import engine, rulebook
from checker.findings import Finding
from checker.read.plain import read

JUDGED = Path(__file__).parent / "clusters.tsv"


def findings(folder: Path) -> Iterator[tuple[str, Finding]]:
    """(story, finding) of every story's documents, each against those behind it."""
    rules = [r for r in rulebook.builtin(False) if r.id.startswith("sources/")]
    for story in sorted(p for p in folder.iterdir() if p.is_dir()):
        files = sorted(story.glob("*.txt"))
        for i, file in enumerate(files[:-1]):
            others = []
            for other in files[i + 1:]:
                source = read(str(other))
                source.role = "source"
                others.append(engine.analyse(source))
            report = engine.check_against(read(str(file)), others, rules)
            yield from ((story.name, f) for f in report.findings if f.severity != "info")


def _key(story: str, f: Finding) -> tuple[str, ...]:
    return story, Path(f.evidence[0].path).stem, str(f.evidence[0].line), f.rule


def judged() -> dict[tuple[str, ...], str]:
    """What has been read → its verdict, "wanted" or "not"."""
    if not JUDGED.exists():
        return {}
    with JUDGED.open(encoding="utf-8") as file:
        return {(r["story"], r["article"], r["line"], r["rule"]): r["verdict"] for r in csv.DictReader(file, delimiter="\t")}


def main() -> None:
    """Draw and print, judged ones with their verdict."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=Path)
    p.add_argument("--draw", type=int, default=60)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--known", action="store_true")
    o = p.parse_args()
    known = judged()
    every = list(findings(o.folder))
    every.sort(key=lambda x: sha256("|".join([str(o.seed), *_key(*x)]).encode()).digest())  # a draw that other findings do not upset
    drawn = every[:o.draw]
    read_already = [known[_key(s, f)] for s, f in drawn if _key(s, f) in known]
    for story, f in [] if o.known else drawn:
        print("\t".join([*_key(story, f), known.get(_key(story, f), "?"), f.severity]))
        for e in f.evidence[:2]:
            at = e.context_column - 1
            print(f"      {Path(e.path).stem[:12]:<12} …{e.context[max(0, at - 90):at]}>>{e.text}<<{e.context[at + len(e.text):at + len(e.text) + 70]}…")
    print(f"{len(every)} findings; of {len(drawn)} drawn {len(read_already)} were read: {sum(v == 'wanted' for v in read_already)} are wanted")


if __name__ == "__main__":
    main()
