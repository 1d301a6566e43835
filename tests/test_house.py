"""House style: its file, what is said of a bad one, the draft, and the checks on the command line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from test_cli import EXAMPLES, check

from checker.read import house

STYLE = EXAMPLES / "sources" / "desk.toml"


def test_both_ways_of_reading_give_the_same() -> None:
    text = STYLE.read_text(encoding="utf-8")
    slow = house.parse(text.replace('["Marburg"]', '[\n"Marburg"]'), "x")
    quick = house.parse(text, "x")
    assert [e[:2] for e in quick.names] == [e[:2] for e in slow.names]
    assert [t[:4] for t in quick.titles] == [t[:4] for t in slow.titles] == [
        ("Ruth Vance", "Fire Chief", "2012-05-01", ""), ("Ruth Vance", "Mayor", "", "2012-04-30")]
    assert all(text[e.span.start:e.span.end] == e.right for e in (*quick.names, *quick.places, *quick.acronyms, *quick.terms))


@pytest.mark.parametrize(("text", "told"), [
    ("[nams]\nA = []\n", "unknown key “nams”; did you mean “names”?"),
    ("[names]\nA = 'b'\n", "line 2: [names] “A” is 'b'; expected a list of wrong forms"),
    ("[names]\nA = [1]\n", "expected a list of wrong forms"),
    ("[acronyms]\nA = []\n", "expected its words in quotation marks"),
    ("[names]\nA = []\nA = []\n", "not valid TOML"),
    ("[names]\nA = [\"B\"]\nC = [\"B\"]\n", "line 3: [names] “B” is wrong for “C”, but line 2 has it too"),
    ("[names]\nA = [\"A\"]\n", "right and wrong at once"),
    ("[titles]\nA = \"mayor until 2014-13-01\"\n", "“2014-13-01” is no date; write it as 2016-07-13"),
    ("[titles]\nA = \"mayor from 2015-01-01 until 2014-01-01\"\n", "from 2015-01-01 is after until 2014-01-01"),
    ("[titles]\nA = \"mayor;\"\n", "empty title"),
    ("names = 3\n", "expected a table"),
    ("what is this", "not valid TOML"),
])
def test_a_bad_file_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(house.HouseError, match=r"^desk\.toml: ") as e:
        house.parse(text, "desk.toml")
    assert told in str(e.value)


def test_a_thousand_entries_are_quick() -> None:
    text = "[names]\n" + "".join(f'"Given{i} Surname{i}" = ["Sirname{i}"]\n' for i in range(700)) + \
        "[titles]\n" + "".join(f'"Given{i} Surname{i}" = "mayor until 2016-07-13"\n' for i in range(300))
    best = 1.0
    for _ in range(5):
        start = time.process_time()
        house.parse(text, "x")
        best = min(best, time.process_time() - start)
    assert best < 0.02  # 4 ms on a quiet machine


def test_titles_hold_for_their_days(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mayor Ruth Vance opened the hall.\n", encoding="utf-8")
    late = check("a.txt", "--house", str(STYLE), "--date", "2014-03-03", cwd=tmp_path)
    assert late.returncode == 1 and "a.txt:1:1: error: “Mayor Ruth Vance” here, the house has “Fire Chief, Ruth Vance”" in late.stdout
    assert "desk.toml:" in late.stdout
    assert check("a.txt", "--house", str(STYLE), "--date", "2011-03-03", cwd=tmp_path).returncode == 0


def test_a_house_file_that_cannot_be_used_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.\n", encoding="utf-8")
    got = check("a.txt", "--house", "gone.toml", cwd=tmp_path)
    assert got.returncode == 2 and "draft one with “check house FILES…”" in got.stderr


def test_a_draft_is_a_house_file(tmp_path: Path) -> None:
    got = check("house", str(EXAMPLES / "sources" / "story.txt"), "-o", str(tmp_path / "d.toml"), cwd=tmp_path)
    assert got.returncode == 0
    drafted = house.read(str(tmp_path / "d.toml"))
    assert "Ruth Vance" in {e.right for e in drafted.names}
    assert ("Ruth Vance", "Fire Chief") in {(t.person, t.title) for t in drafted.titles}
