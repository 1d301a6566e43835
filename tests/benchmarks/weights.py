"""Fit the weights of `checker.link.weights` and tell how they do on pairs that were held out.

    python tests/benchmarks/weights.py --root DIR [--trade DIR] [--write]

`--root` is the labelled set: `figures.jsonl` (two figures of one article, said of one thing or of two) and `articles/` (published
copy). `--trade` is published copy of another kind, full of like figures: the weights in the package saw 3,000 stories of the business wire of 1987
(Reuters-21578: those of 120 words and more that hold no table, title first, one paragraph a line). Needs numpy and scipy, which nothing else here does.

In published copy an equal figure in two sentences of an article is mostly one claim told again, and two unequal figures
of a unit hardly ever are. Such pairs are weighed by how much they look like the labelled ones of their kind (the
odds of a logistic regression on a few of their features), so that easy repetitions do not drown the hard cases; the
labelled pairs count one each, and half as much do the pairs of `pairs.tsv`, which were read one by one: equal ones and the unequal ones that
earlier weights held for one claim. How far two unequal values lie apart is learnt from unequal pairs alone. A quadratic penalty keeps the weights small, and each sign is held to what its evidence means.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker.checks.disagree import Params
from checker.engine import analyse
from checker.link import events, figures
from checker.link.evidence import SIZES, evidence
from checker.link.group import Group, quantity, value
from checker.link.ledger import Analysis
from checker.model import Claim
from checker.read.plain import read

HERE = Path(__file__).parent
TARGET = HERE.parent.parent / "checker/link/weights.py"
FOR = frozenset({"cross", "rest", "near", "shared", "same sentence", "noun same", "noun elsewhere", "event same", "pointed at", "points back",
                 "points back to new", "complement", "words before", "leader same", "top",
                 "display", "one digit", "names around"})
AGAINST = frozenset({"template", "modifiers one", "modifiers apart", "told as new", "complement elsewhere", "leaders apart", "voice same", "per one",
                     "years apart", "months one", "roles apart", "addition", "company", "beside apart", "rivals", "a rival", "crowd",
                     "same paragraph", "adjacent", "complement names apart", "sexes apart", "figures apart", "part", "toll one", "window", "polls apart", "poll", "times", "one of", "the two", "dense",
                     "price"})
SHAPE = frozenset({"shared", "near", "cross", "rest", "noun same", "same sentence", "same paragraph", "company", "display", "words before"})
PENALTY, FLOOR, UNLABELLED = 20.0, 0.04, {1: 40.0, 0: 120.0}
# too rare among the labelled pairs to be fitted; what they mean sets them: of two numbers of four digits 1 pair in 250 differs by a slip alone,
# of any two numbers one pair in 400 by two digits that changed places
LOGIC = {"part": -0.4, "toll one": -1.5, "window": -0.6, "one digit of many": 1.5, "swapped": 1.0,
         "crammed": -4.0, "years apart": -3.0, "sexes apart": -2.0, "complement names apart": -1.5}
HAND = 0.35
FEW = 8  # labelled pairs of a dimension that it takes for a weight of its own
WANTED = 0.58  # share of the claims, held out, that the threshold of numbers/quantity is to find: the bias is moved to it
NEGATIVE = 0.2  # what every unequal pair of published copy counts besides
TRADE, TRADE_NEGATIVE, TRADE_FILES = 30.0, 0.01, 3000  # the same of copy full of figures, and how many of its files are read


class Pair(NamedTuple):
    """Evidence of a pair: `same` is what it is (or, unlabelled, what equal values suggest), `sure` that a sieve links it before."""

    file: str
    same: bool
    given: dict[str, float]
    sure: bool = False


def _apart(a: Claim, b: Claim, group: Group) -> bool:
    return figures.disjoint(quantity(a), quantity(b)) and figures.comparable(quantity(a), quantity(b), 5) and not figures.told_apart(a, b, group)


def published(folder: Path, most: int | None = None) -> list[Pair]:
    """Pairs of published copy, told by their values alone, of all files or of a drawing of so many."""
    found = []
    paths = sorted(folder.glob("*.txt"))
    random.Random(1).shuffle(paths)
    for path in paths[:most]:
        for group in figures.groups(analyse(read(str(path))).claims):
            for a, b in figures.candidates(group):
                if value(a) == value(b) or _apart(a, b, group):
                    given = evidence(a, b, group)
                    if value(a) == value(b):  # its values tell nothing
                        given = {k: v for k, v in given.items() if k not in SIZES}
                    found.append(Pair(path.name, value(a) == value(b), given))
    return found


def _at(analysis: Analysis, end: dict[str, Any]) -> list[Claim]:
    source = analysis.document.source
    found = []
    for c in analysis.claims:
        line, column = source.place(c.value.span.start)
        words = str(end["text"])
        at = source.context(c.value.span.start)[0].find(words) + 1
        if line == end["line"] and at and column < at + len(words) and at < column + c.value.span.end - c.value.span.start:
            found.append(c)
    return found


def labelled(root: Path) -> tuple[list[Pair], int, int]:
    """Labelled pairs that get as far as being weighed, and how many there are in all of one claim and of two."""
    found: list[Pair] = []
    total: Counter[bool] = Counter()
    for row in map(json.loads, (root / "figures.jsonl").read_text(encoding="utf-8").splitlines()):
        same = row["label"] == "error"
        total[same] += 1
        analysis = analyse(read(str(root / row["file"])))
        sure = {(x.a.value.span, x.b.value.span) for x in events.links(analysis.claims)}
        ends = _at(analysis, row["a"]), _at(analysis, row["b"])
        best: Pair | None = None
        for group in figures.groups(analysis.claims):
            for a, b in figures.candidates(group):
                if _apart(a, b, group) and ((a in ends[0] and b in ends[1]) or (a in ends[1] and b in ends[0])):
                    best = best or Pair(row["file"], same, evidence(a, b, group), (a.value.span, b.value.span) in sure)
        if best:
            found.append(best)
    return found, total[True], total[False]


def read_pairs(root: Path) -> list[Pair]:
    """Pairs of equal figures in published copy, each read by hand: `pairs.tsv` tells where they stand and the verdict."""
    wanted = {(f, a, b): verdict == "one" for f, a, b, verdict in
              (line.split("\t") for line in (HERE / "pairs.tsv").read_text(encoding="utf-8").splitlines()[2:])}
    found = []
    for file in sorted({f for f, _, _ in wanted}):
        analysis = analyse(read(str(root / "articles" / file)))
        place = analysis.document.source.place
        for group in figures.groups(analysis.claims):
            for a, b in figures.candidates(group):
                at = [":".join(map(str, place(c.value.span.start)[:2])) for c in (a, b)]
                if (same := wanted.get((file, at[0], at[1]))) is not None:
                    given = evidence(a, b, group)
                    if value(a) == value(b):
                        given = {k: v for k, v in given.items() if k not in SIZES}
                    found.append(Pair(file, same, given))
    return found


def blank(known: list[Pair]) -> dict[str, float]:
    """What an equal pair gets for the evidence of its values, of which it tells nothing: the mean of the labelled unequal pairs of one claim."""
    same = [p for p in known if p.same]
    return {n: sum(p.given[n] for p in same) / len(same) for n in SIZES}


class Fit(NamedTuple):
    """Weights by name, and the bias."""

    weights: dict[str, float]
    bias: float


def _regress(np: Any, x: Any, y: Any, w: Any, penalty: float, signs: Sequence[int]) -> Any:
    from scipy.optimize import minimize  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def loss(p: Any) -> Any:
        z = x @ p[1:] + p[0]
        slope = w * (1 / (1 + np.exp(-z)) - y)
        return np.sum(w * (np.logaddexp(0, z) - y * z)) + penalty * np.sum(p[1:] ** 2) / 2, np.r_[slope.sum(), x.T @ slope + penalty * p[1:]]

    bounds = [(None, None), *((0, None) if s > 0 else (None, 0) if s < 0 else (None, None) for s in signs)]
    return minimize(loss, np.zeros(len(signs) + 1), jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 500}).x


def alike(np: Any, easy: list[Pair], hard: list[Pair]) -> Any:
    """For each unlabelled pair the odds, up to 5, that it is one of the labelled kind; they sum to 1."""
    names = sorted(n for n in {k for p in hard for k in p.given} if n in SHAPE or n.startswith("is "))
    x = np.array([[p.given.get(n, 0.0) for n in names] for p in [*easy, *hard]])
    y = np.r_[np.zeros(len(easy)), np.ones(len(hard))]
    x = (x - x.mean(0)) / (x.std(0) + 1e-9)
    p = _regress(np, x, y, np.where(y == 1, len(easy) / len(hard), 1.0), 20.0, [0] * len(names))
    odds = np.clip(np.exp(x[:len(easy)] @ p[1:] + p[0]), 0, 5)
    return odds / odds.sum()


def fit(np: Any, names: list[str], plain: list[Pair], plain_weight: Any, known: list[Pair], hand: list[Pair]) -> Fit:
    """Weights on all three kinds of pairs; those read by hand count more, as their verdict is sure."""
    pairs = [*plain, *known, *hand]
    x = np.array([[p.given.get(n, 0.0) for n in names] for p in pairs])
    y = np.array([float(p.same) for p in pairs])
    mean, spread = x[len(plain):len(plain) + len(known)].mean(0), x.std(0) + 1e-9
    signs = [(n in FOR or n.startswith("near ")) - (n in AGAINST) for n in names]
    p = _regress(np, (x - mean) / spread, y, np.r_[plain_weight, np.ones(len(known)), np.full(len(hand), HAND)], PENALTY, signs)
    weights = p[1:] / spread
    return Fit({n: float(w) for n, w in zip(names, weights, strict=True)} | LOGIC, float(p[0] - weights @ mean))


def score(f: Fit, p: Pair) -> float:
    """Log-odds of a pair."""
    return 99.0 if p.sure else f.bias + sum(f.weights.get(k, 0.0) * v for k, v in p.given.items())


def curve(scored: list[tuple[float, bool]], same: int, two: int) -> list[tuple[float, float, float]]:
    """(threshold, share of claims found, share of look-alikes flagged) where 58 to 70% of the claims are found."""
    ones = sorted((s for s, y in scored if y), reverse=True)
    out = []
    for share in (WANTED, 0.60, 0.65, 0.70):
        least = ones[min(len(ones) - 1, int(share * same))]
        out.append((least, share, sum(s > least and not y for s, y in scored) / two))
    return out


def main() -> None:
    """Fit, tell the figures on held-out pairs, and with --write put the weights into the package."""
    import numpy as np  # type: ignore[import-not-found,import-untyped,unused-ignore]

    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--root", type=Path, required=True)
    options.add_argument("--trade", type=Path)
    options.add_argument("--write", action="store_true")
    o = options.parse_args()
    known, same, two = labelled(o.root)
    empty = blank(known)
    trade = [p for p in published(o.trade, TRADE_FILES) if not p.same] if o.trade else []
    ordinary = published(o.root / "articles")
    plain, hand = ([p._replace(given=empty | p.given) for p in found] for found in ([*ordinary, *trade], read_pairs(o.root)))
    weight = np.zeros(len(plain))
    for kind, business in ((True, False), (False, False), (False, True)):
        at = [i for i, p in enumerate(plain) if p.same == kind and (i >= len(ordinary)) == business]
        if at:
            weight[at] = (TRADE if business else UNLABELLED[int(kind)]) * alike(np, [plain[i] for i in at], [p for p in known if p.same == kind])
            weight[at] += TRADE_NEGATIVE if business else 0.0 if kind else NEGATIVE
    dimensions = Counter(k.removeprefix("is ") for p in known for k in p.given if k.startswith("is "))
    enough = {f"{kind} {d}" for d, n in dimensions.items() if n >= FEW for kind in ("is", "near")}
    names = sorted(k for k in {k for p in [*plain, *known] for k in p.given} if k in (FOR | AGAINST) - LOGIC.keys() or k in enough)
    whole = fit(np, names, plain, weight, known, hand)
    spread = {n: float(np.std([p.given.get(n, 0.0) for p in [*plain, *known]])) for n in names}
    kept = [n for n in names if abs(whole.weights[n] * spread[n]) >= FLOOR]
    whole = fit(np, kept, plain, weight, known, hand)
    held: list[tuple[float, bool]] = []
    unseen: list[float] = []
    files, articles = sorted({p.file for p in known}), sorted({p.file for p in plain})
    rounds = 3
    for r in range(rounds):
        random.Random(r).shuffle(files)
        random.Random(r).shuffle(articles)
        for k in range(6):
            out = {*files[k::6], *articles[k::6]}
            kept_in = np.array([p.file not in out for p in plain])
            part = fit(np, names, [p for p in plain if p.file not in out], weight[kept_in], [p for p in known if p.file not in out],
                       [p for p in hand if p.file not in out])
            held += [(score(part, p), p.same) for p in known if p.file in out]
            unseen += [score(part, p) for p in plain if p.file in out and not p.same]
    for title, scored, times in (("held out, in six folds by article", held, rounds), ("fitted", [(score(whole, p), p.same) for p in known], 1)):
        for least, found, flagged in curve(scored, same * times, two * times):
            noise = sum(s > least for s in (unseen if scored is held else [score(whole, p) for p in plain if not p.same])) / times
            print(f"{title}: from {least:.2f} on {found:.1%} found, {flagged:.1%} flagged; {noise:.0f} unequal pairs of published copy")
    if o.write:
        least = next(least for least, found, _ in curve(held, same * rounds, two * rounds) if found >= WANTED)
        whole = whole._replace(bias=whole.bias + Params().least - least)
        body = "".join(f'    "{n}": {whole.weights[n]:.3f},\n' for n in sorted(whole.weights))
        head = TARGET.read_text(encoding="utf-8").split("BIAS =")[0]
        TARGET.write_text(f"{head}BIAS = {whole.bias:.3f}\nWEIGHTS = {{\n{body}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
