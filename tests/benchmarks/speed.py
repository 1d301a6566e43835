"""Start-up, throughput, growth and memory of the installed command, side by side with codespell in one run.

    python tests/benchmarks/speed.py [ARTICLE] [--corpus FOLDER] [--traps CHARACTERS]

ARTICLE is one article (default: the example), FOLDER holds articles as .txt for throughput and growth (about a megabyte or more; without
it these two are left out). Growth is told of whole processes, as a user sees it, and of one process whose caches know the words. Times are medians of interleaved runs; both programs read their compiled bytecode. `--traps` runs texts that are
no prose (one letter, marks, capitals, figures, a sentence again and again) at that length and at twice that: the growth, which should be about 2, and the time
of a character against prose's.
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import checker
from checker import engine, rulebook
from checker.findings import Rule
from checker.read.source import Source

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
ROUNDS = 25


def whole_process(article: Path) -> dict[str, float]:
    """Median milliseconds of a process, the commands taking turns."""
    commands = {"python -c pass": [sys.executable, "-c", "pass"], "codespell": [str(BIN / "codespell"), str(article)],
                "check": [str(BIN / "check"), str(article)]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(t) for name, t in times.items()}


def memory(article: Path) -> float:
    """Peak resident megabytes of `check ARTICLE`: of a fresh child of a fresh process, since the figure is that of the largest child so far."""
    code = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],capture_output=True);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    out = subprocess.run([sys.executable, "-c", code, str(BIN / "check"), str(article)], capture_output=True, text=True, check=True)
    return int(out.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def seconds(text: str, rules: Sequence[Rule]) -> float:
    """Least of three runs over one text."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        engine.check_source(Source("text", text), rules)
        best = min(best, time.process_time() - start)
    return best


def growth(texts: list[str]) -> dict[str, float]:
    """Seconds of `check` on a line, on 100 KB and on 1 MB of text run together, all rules and levels: medians of processes that take turns."""
    times: dict[str, list[float]] = {"a line": [], "100 KB": [], "1 MB": []}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in zip(times, ("A line.\n", "\n\n".join(texts)[:100_000], "\n\n".join(texts)[:1_000_000]), strict=True):
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        for _ in range(7):
            for name, taken in times.items():
                start = time.perf_counter()
                subprocess.run([str(BIN / "check"), str(Path(folder) / f"{name}.txt"), "--level", "info", "--quiet"], capture_output=True, check=False)
                taken.append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def throughput(texts: list[str]) -> float:
    """Megabytes a second on one core, article by article, with all rules: the median of three passes, as a machine's clock swings."""
    rules = rulebook.builtin(False)
    for t in texts[:5]:
        engine.check_source(Source("warm", t), rules)
    taken = []
    for _ in range(3):
        start = time.process_time()
        for t in texts:
            engine.check_source(Source("text", t), rules)
        taken.append(time.process_time() - start)
    return sum(len(t.encode()) for t in texts) / 1e6 / statistics.median(taken)


TRAPS = {"one letter": "a", "one capital": "A", "one digit": "7", "digits": "7 ", "spaces": " ", "lines": "\n", "short lines": "Ab cd\n",
         "straight marks": '"', "open marks": "“", "closed marks": "”", "single marks": "'", "words quoted": '"a" ', "elisions": " 'a", "brackets": "(",
         "stops": ". ", "dashes": " - ", "said": "said ", "speaker": "Ruth Okafor said ", "told": "told AFP ", "quotation lines": "“The plan is good for all.”\n",
         "open lines": "“The plan is good for all.\n", "close lines": "The plan is good for all.”\n", "one word": "the ", "adverbs": "also x ",
         "hyphens": "a-", "apostrophes": "a'", "amounts": "$5 ", "ranges": "5-", "commas": "5,", "shares": "5 percent and ",
         "conversions": "$12 million (9 million euros) ", "dates": "Dec. 5, 2013, ", "weekdays": "Monday ", "hours": "10:30 a.m. ", "hundreds": "one hundred ",
         "lists": "four areas: a, b and c; ", "acronyms": "National Security Council (NSC) ", "initials": "A.", "particles": "Van der van Der ",
         "ages": "Ruth Ellery, 54, born in 1958, ", "accents": "café cafe ", "sentence": "The council voted to spend $4.5 million on 12 bridges. "}


def traps(size: int) -> None:
    """Print how each trap grows; made names, too, since a thousand different ones are another matter than one."""
    import random

    rules, draw = rulebook.builtin(False), random.Random(1)

    def name(letters: str, length: int) -> str:
        return "".join(draw.choice(letters) for _ in range(length)).capitalize()

    wide = "abcdefghijklmnoprstuvw"
    texts = {k: v * (2 * size // len(v)) for k, v in TRAPS.items()} | {
        "names": " ".join(name(wide, 7) for _ in range(size // 4)), "bearers": " ".join(f"{name(wide, 5)} Smith met them." for _ in range(size // 8)),
        "like names": " ".join(f"he met {name('ab', 12)} there." for _ in range(size // 10)),
        "figures": " and ".join(f"{draw.randint(2, 999)} bridges" for _ in range(size // 6))}
    prose = (HERE.parent.parent / "examples" / "council.txt").read_text(encoding="utf-8")
    usual = seconds(prose, rules) / len(prose)
    for k, text in texts.items():
        one, two = seconds(text[:size], rules), seconds(text[:2 * size], rules)
        print(f"{k:<16} {two / one:6.1f} times the time for twice the text, {two / min(len(text), 2 * size) / usual:4.1f} of prose")


def main() -> None:
    """Print the table."""
    import gc

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=HERE.parent.parent / "examples" / "council.txt")
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--traps", type=int, default=0, metavar="CHARACTERS")
    o = parser.parse_args()
    compileall.compile_dir(str(Path(checker.__file__).parent), quiet=2)
    gc.set_threshold(100_000)
    times = whole_process(o.article)
    for name, ms in times.items():
        print(f"{name:<16} {ms:6.0f} ms   {ms / times['codespell']:.2f} of codespell")
    print(f"memory           {memory(o.article):6.1f} MB")
    if o.corpus:
        texts = [p.read_text(encoding="utf-8") for p in sorted(o.corpus.glob("*.txt"))]
        print(f"throughput       {throughput(texts[:500]):6.2f} MB/s on one core, {len(rulebook.builtin(False))} rules")
        took = growth(texts)
        print(f"growth           {(took['1 MB'] - took['a line']) / (took['100 KB'] - took['a line']):6.1f} times the time for 10 times the text, start-up "
              f"taken off ({took['100 KB']:.2f} s, {took['1 MB']:.2f} s)")
        long, rules = "\n\n".join(texts), rulebook.builtin(False)
        print(f"  caches warm    {seconds(long[:1_000_000], rules) / seconds(long[:100_000], rules):6.1f} times, the same text again and again in one process")
    if o.traps:
        traps(o.traps)


if __name__ == "__main__":
    main()
