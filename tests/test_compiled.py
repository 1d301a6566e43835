"""What is kept from the build: patterns that are the patterns, rules that are the rules, and nothing where it does not fit."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker import compiled, rulebook
from checker.kept import HEAD, Kept, write

ROOT = Path(__file__).parent.parent
WARMED = """
import json, re, sys
from checker import compiled
compiled.FILE = sys.argv[1]
compiled.warm()
import re._compiler
del re._compiler.compile  # whatever is asked for is kept
known = getattr(re, '_cache2', re._cache)
print(json.dumps([[p, flags, c.flags, c.groups, dict(c.groupindex), [m.span() for m in c.finditer(sys.argv[2])]]
                  for p, flags in {**known._often, **known._seldom()} for c in (re.compile(p, flags),)]))
"""
TEXT = "Mr. Ode said on Dec. 5, 2013, that “12 people”, not 1,300, paid $4.5 million (3.1 million euros) at 10:30 a.m."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory.mktemp("kept")) / "compiled.bin"


def _built(folder: Path, **env: str) -> Path:
    code = "import sys; from checker import compiled; compiled.make_room(); from checker import compiling; compiling.build(sys.argv[1], True, sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(folder)], check=True, env=env or None)
    return folder


def test_a_kept_pattern_finds_what_the_pattern_finds(kept: Path) -> None:
    out = subprocess.run([sys.executable, "-c", WARMED, str(kept), TEXT], capture_output=True, text=True, check=True).stdout
    patterns = json.loads(out)
    assert len(patterns) > 500
    for pattern, asked, flags, groups, named, spans in patterns:
        fresh = re.compile(pattern, asked)
        assert (fresh.flags, fresh.groups, dict(fresh.groupindex)) == (flags, groups, named)
        assert [list(m.span()) for m in fresh.finditer(TEXT)] == spans


def test_nothing_is_compiled_at_start_up_that_was_kept(kept: Path) -> None:
    """`re` keeps 512 patterns by itself; with more of them the first module to ask for a new one would have all others compiled again."""
    code = """
import sys
from checker import compiled
compiled.FILE = sys.argv[1]
compiled.warm()
import re._compiler
made = []
compiling = re._compiler.compile
re._compiler.compile = lambda p, flags=0: made.append(p) or compiling(p, flags)
from checker import cli, engine, rulebook
from checker.read.source import Source
engine.check_source(Source("council", open("examples/council.txt", encoding="utf-8").read()), rulebook.builtin(False))
print(len(made))
"""
    out = subprocess.run([sys.executable, "-c", code, str(kept)], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert int(out) < 2


def test_the_same_patterns_are_asked_for_in_every_run(kept: Path, tmp_path: Path) -> None:
    """Words of a set come in another order with another seed of hashes; a pattern made of them is then not the one that was kept."""
    other = _built(tmp_path, PYTHONHASHSEED="7") / "compiled.bin"
    one, two = (Kept(str(f), compiled.KIND) for f in (kept, other))
    assert one.table["patterns"].keys() == two.table["patterns"].keys()
    assert len(one.table["patterns"]) > 500
    rare, also = (marshal.loads(k.piece(*k.table["rare"])) for k in (one, two))
    assert rare.keys() == also.keys()


def test_kept_rules_are_the_rules(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "FILE", str(kept))
    compiled._kept.cache_clear()
    try:
        texts = [rulebook.head(p.read_text(encoding="utf-8")) for p in sorted(Path(rulebook.home()).rglob("*.toml"))]
        assert all(compiled.table(t) == rulebook._table(t, "") for t in texts)
        assert compiled.table(texts[0] + "\n# changed since") is None
    finally:
        compiled._kept.cache_clear()


def _file(table: bytes, size: int | None = None) -> bytes:
    return (len(table) if size is None else size).to_bytes(HEAD, "little") + table


@pytest.mark.parametrize("content", [
    b"", b"no marshal", _file(b"no marshal"), _file(marshal.dumps({"form": "another Python"})), _file(marshal.dumps({})), _file(marshal.dumps([1])),
    _file(marshal.dumps({"form": 1}), 2**63),
])
def test_a_file_that_does_not_fit_is_left_aside(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "compiled.bin"
    file.write_bytes(content)
    monkeypatch.setattr(compiled, "FILE", str(file))
    compiled._kept.cache_clear()
    try:
        compiled.warm()
        assert compiled.table("") is None
    finally:
        compiled._kept.cache_clear()


def test_a_file_gives_what_was_written(tmp_path: Path) -> None:
    """Pieces read at the start, those behind them, and one over both."""
    write(str(tmp_path / "kept.bin"), "letters", {"told": [1, 2]}, b"abcdefgh", 3)
    kept = Kept(str(tmp_path / "kept.bin"), "letters")
    assert kept.table["told"] == [1, 2]
    assert [bytes(kept.piece(*at)) for at in ((0, 3), (1, 1), (3, 5), (2, 3), (7, 1))] == [b"abc", b"b", b"defgh", b"cde", b"h"]
    with pytest.raises(ValueError, match="another Python"):
        Kept(str(tmp_path / "kept.bin"), "figures")
    with (tmp_path / "kept.bin").open("r+b") as f:
        f.truncate((tmp_path / "kept.bin").stat().st_size - 1)
    with pytest.raises(ValueError, match="cut short"):
        Kept(str(tmp_path / "kept.bin"), "letters")


LAZY = """
import copy, json, pickle, re, sys
from checker import compiled
compiled.FILE = sys.argv[1]
compiled.warm()
made = []
make = compiled._Patterns.make
compiled._Patterns.make = lambda self, *told: made.append(told[0]) or make(self, *told)
from checker.checks import spans
asked = len(made)
name = next(n for n, v in vars(spans).items() if type(v) is compiled._Pattern)
lazy = getattr(spans, name)
fresh = re.compile("(?:)" + lazy.pattern, lazy.flags & ~re.UNICODE)
assert lazy.sub("", sys.argv[2]) == fresh.sub("", sys.argv[2])
assert pickle.loads(pickle.dumps(lazy)).pattern == copy.copy(lazy).pattern == lazy.pattern
once = len(made)
lazy.search(sys.argv[2])
print(json.dumps([asked, once, len(made), type(re.compile(lazy.pattern, lazy.flags & ~re.UNICODE)).__name__]))
"""


def test_a_pattern_is_made_when_it_is_first_used(kept: Path) -> None:
    out = subprocess.run([sys.executable, "-c", LAZY, str(kept), TEXT], capture_output=True, text=True, check=True).stdout
    asked, once, after, _ = json.loads(out)
    assert asked < 60
    assert once > asked
    assert after == once


def test_no_module_asks_a_kept_pattern_for_more_than_it_has() -> None:
    """A pattern that is made when it is first used is not the one that a match tells as its own, and no function of `re` takes it."""
    found = []
    for path in (ROOT / "checker").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        patterns = "|".join(re.findall(r"^(\w+) = re\.compile\(", text, re.M)) or "none"
        asks = re.compile(rf"\.re (?:is|==|!=)|\bre\.\w+\((?:{patterns})\b(?!\.)")
        found += [f"{path.name}: {line.strip()}" for line in text.splitlines() if asks.search(line)]
    assert not found
