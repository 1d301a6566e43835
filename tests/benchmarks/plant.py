"""Plant slips in published articles, each with a clean twin, in wordings of any author; and measure what is found of them.

    python tests/benchmarks/plant.py FOLDER ROOT [--wordings FILE ...] [--leave-out planted.jsonl] [--each 30] [--kind WORDS ...] [--seed 1] [--score] [--show 20]

FOLDER holds articles as text files, the title first, one paragraph a line; none of them is in this repository. ROOT gets `planted.jsonl`,
`planted/` and `twins/` in the scoreboard's form. Half of the kinds change words of the article itself, the other half put a fragment or a
sentence in, in the wordings of `tests/benchmarks/wordings/` (its README is the spec). A slip is found when a finding of its rule, at warning or
above, stands on a labelled end and on a second place; a twin is flagged when the rule, or any rule on the words put right, has a finding there.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the package stands beside the command, whence ever it is run

from planting import article, planted, wordings
from planting.kinds import kinds


def _wordings(files: list[Path]) -> dict[str, list[str]]:
    """What the files have of each kind; a file that is not in order ends it."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        good, wrong = wordings.read(file)
        if wrong:
            raise SystemExit("\n".join(wrong))
        for kind, told in good.items():
            found[kind] += told
    return found


def main() -> None:
    """Plant, write, and measure."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=Path)
    p.add_argument("root", type=Path)
    p.add_argument("--wordings", type=Path, nargs="+", default=[wordings.FOLDER / "editors.json"])
    p.add_argument("--leave-out", type=Path, metavar="PLANTED.JSONL", help="leave out the articles that this set uses as source")
    p.add_argument("--each", type=int, default=30, help="items of a kind at most")
    p.add_argument("--kind", nargs="+", default=[], help="only kinds whose rule and name hold one of these words")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--score", action="store_true")
    p.add_argument("--show", type=int, default=0)
    o = p.parse_args()
    chosen = [k for k in kinds(_wordings(o.wordings)) if not o.kind or any(w in f"{k.rule} {k.name}" for w in o.kind)]
    items = list(planted.plant(article.read(o.folder, o.leave_out), chosen, o.each, o.seed))
    planted.write(o.root, items)
    print(f"{len(items)} slips of {len({(i.row['rule'], i.row['kind']) for i in items})} kinds (of {len(chosen)}) in {o.root}")
    if o.score:
        planted.score(items, o.show)


if __name__ == "__main__":
    main()
