"""The benchmark of planted slips: each planter plants what it says, and a wordings file is held to its spec."""

import json
import re
from pathlib import Path
from random import Random

import pytest
from planting import article, planted, wordings
from planting.article import Article, in_quotes, sentences
from planting.figures import nearby, scaled, written
from planting.inserted import behind
from planting.kinds import Kind, kinds

HARBOUR = """\
Mayor: 'We will never close the harbor at Tampa' as 14 ferries stay
Anna Whitcombe speaks to dockers on Tuesday about the new harbor budget (Photo: Tom Reed)
The city council of Tampa voted on Tuesday to keep all 14 ferries running for another year, whatever the new bridge may cost in the end.
“We will never close the harbor at Tampa,” Mayor Daniel McAllister said on Tuesday. The mayor, who is a former pilot, has been in charge since the storm.
The council passed the plan 26-10 after a three-hour debate, and the plan would cost $128 million over four years. Police arrested 21 people at the door.
Costs rose from $40 million to $60 million in a year, and 53 percent of voters approve of the plan, up from 41 percent, while 38 percent disapprove.
Anna Whitcombe, a dock worker who lives in Fairview, Ohio, spoke to dockers on Tuesday about the new harbor budget, and she said that she was glad.
Whitcombe said that the work had been hard. “I know every family on this quay, and it was a terribly long winter for all of us,” Whitcombe said.
Three ports – Bilbury, Corton and Selham – have closed since 2003. Fares are between $20 and $30, and 25 percent of passengers pay less than that.
Mayor McAllister, 53, said the harbor had 120 employees and 84 lockers. “It was a terribly long winter for all of us,” he heard people say in Fairview, Ohio.
The Harbor Workers Association (HWA) met from 2005 to 2013 in Tampa. The repairs cost $21.8 million, and the association said on May 4 that the $21.8 million was spent.
The line is six miles long and opened at 7:30 a.m. on Tuesday, May 7, 2013, when 20 children and six teachers were on board the first of the ferries.
The number of the crew doubled from 20 to 40 in May. Quimbleton University counted them, and a study of Quimbleton University is due in the autumn of the year.
The 84 lockers will be sold in May, the mayor said, and the harbor will have 120 employees again when the summer is over and the tourists have gone."""

RIVER = """\
Orlen Falls waits for its bridge
The bridge over the river cost 5 million pounds ($7.7 million) and is 30 miles (48 kilometers) from the sea, as the engineers like to say in their talks.
Martin Kessler, 44, a pilot from Bilbury, wrote to the desk: press@orlenfalls.org is the address, and the people at press@orlenfalls.org did not answer him.
Mr. Kessler joined the harbor board in 2009 and has never been heard of since. Nobody knows what Mr. Kessler thinks, and the council does not say anything.
It was built by the late Edgar Tolliver, and nobody has forgotten him. The council met for three hours on Monday in a small room behind the town hall.
Senator Rosa Delmonico said on Monday that she would wait. Senator Delmonico has been in the senate for a long time, and people in Orlen Falls like her.
The debt of the town fell from 60 percent to 40 percent, and it left the fund in 2011 after a flood in 2008, when the river stood in the market square.
On the 50th anniversary of the 1963 flood, 300 prisoners were sent home. The fair was opened in 1998 and closed in 2004, on Tuesday, May 7, in the evening.
The district of al-Hamra sent a bell, and the people of al-Hamra came to ring it. The clock stopped at 3:40 p.m., and no one has mended it since that day."""

STORM = """\
Hargrove: 'We will never give up this old lighthouse'
The storm of last winter took the roof of the lighthouse, said Laura Hargrove, a painter who has lived in its shadow for a quarter of a century or so.
“We will never give up this old lighthouse to the sea or to the council,” Hargrove said. She has a petition, and it has more names than the town has people.
The work would cost $31.5 million, and nobody has it. Seven in ten would pay for it, as 54 percent approve of a new tax, while 35 percent disapprove of it.
The House passed the bill by a vote of 235-191 on Monday after a long night. “I think that every old stone of it should stay,” Laura Hargrove said in tears.
The tower was painted white in 2004 for a film. Emma Venters, a nurse who saw it, liked it. Rooms cost between $20 and $30 in the winter months, and 25 percent of the guests are from the other side of the sea.
Four towns – Bilbury, Corton, Selham and Orlen – sent help. Gordon Tillman, 61, a mason from the north, has repaired lighthouses all over the coast of the land.
The late Edgar Tolliver built it. “I think that every old stone of it should stay,” people say with Hargrove, and they mean it. Tillman said that he would come.
The $31.5 million is more than the town has ever spent on anything. Gordon Tillman, 61, was asked about it, and he laughed. The 90-minute meeting went well.
Venters said that it is red today, and Venters paints. Craig Farrow became harbor master in 2006 and knows the sea. “You must go before the tide comes in and takes everything,” Farrow said as he looked at the clouds."""


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [Article("harbour", HARBOUR, "2013-05-08"), Article("river", RIVER, "2013-05-08"), Article("storm", STORM, "2013-05-08")]


@pytest.fixture(scope="module")
def all_kinds() -> list[Kind]:
    good, wrong = wordings.read(wordings.FOLDER / "editors.json")
    assert not wrong
    return kinds(good)


def test_each_slip_is_what_its_row_says(articles: list[Article], all_kinds: list[Kind]) -> None:
    made = set()
    texts = {a.name: a for a in articles}
    for seed in range(4):
        for item in planted.plant(articles, all_kinds, 2, seed):
            row, source = item.row, texts[item.row["source"]]
            made.add((row["rule"], row["kind"]))
            assert len(item.copy) == len(item.twin) == len(source.lines)
            for end in (row["a"], row["b"]):
                assert end is None or end["text"] in item.copy[end["line"] - 1], row
            differ = [n for n, (x, y) in enumerate(zip(item.copy, item.twin, strict=True), 1) if x != y]
            assert differ, row
            if not row["natural"]:  # of what is put in, only the value is wrong
                assert differ == [row["a"]["line"]], row
                assert len(set(item.copy[differ[0] - 1].split()) ^ set(item.twin[differ[0] - 1].split())) < 9, row
            changed = [n for n, (x, y) in enumerate(zip(item.copy, source.lines, strict=True), 1) if x != y]
            assert row["a"]["line"] in changed, row
    missing = sorted({(k.rule, k.name) for k in all_kinds} - made)
    assert missing == [], "each planter has a place in our own articles"


def test_the_set_is_written_as_the_scoreboard_reads_it(articles: list[Article], all_kinds: list[Kind], tmp_path: Path) -> None:
    items = list(planted.plant(articles, all_kinds, 1, 1))
    planted.write(tmp_path, items)
    rows = [json.loads(line) for line in (tmp_path / "planted.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len({r["id"] for r in rows}) == len(items)
    for row in rows:
        lines = (tmp_path / row["file"]).read_text(encoding="utf-8").split("\n")
        assert row["a"]["text"] in lines[row["a"]["line"] - 1]
        assert (tmp_path / row["twin"]).exists()


def test_the_same_seed_plants_the_same(articles: list[Article], all_kinds: list[Kind]) -> None:
    assert [i.row for i in planted.plant(articles, all_kinds, 2, 5)] == [i.row for i in planted.plant(articles, all_kinds, 2, 5)]


def test_articles_of_a_set_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for name in ("one", "two"):
        (tmp_path / "articles" / f"{name}.txt").write_text(RIVER, encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text('{"file": "articles/two.txt", "date": "2013-05-08"}\n', encoding="utf-8")
    (tmp_path / "planted.jsonl").write_text('{"source": "one"}\n', encoding="utf-8")
    assert [(a.name, a.date) for a in article.read(tmp_path / "articles", tmp_path / "planted.jsonl")] == [("two", "2013-05-08")]


@pytest.mark.parametrize(("kind", "wording", "told"), [
    ("amount over years", ", an average of {rate} a year", "stand in marks"),
    ("amount over years", ", an average a year,", "{rate} is missing"),
    ("amount over years", ", {rate} a year, {rate} every year,", "2 times"),
    ("amount over years", ", {rate} for each of the 4 years,", "figure of its own"),
    ("amount over years", ", or {rate},", "a year"),
    ("votes", ", {total} votes of {all},", "no slot of this kind"),
    ("age told again", "{name}, {age}, did not answer", "full stop"),
    ("headline rewritten round a quotation", "{speaker}: {quote}", "quotation marks"),
])
def test_a_wording_is_held_to_its_spec(kind: str, wording: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "marsh.json"
    file.write_text(json.dumps({kind: [wording]}), encoding="utf-8")
    good, wrong = wordings.read(file)
    assert good == {kind: []}
    assert any(told in w and f"marsh.json: {kind}, number 1" in w for w in wrong), wrong


def test_the_spec_names_every_kind_and_slot() -> None:
    spec = (wordings.FOLDER / "README.md").read_text(encoding="utf-8")
    for kind, told in wordings.KINDS.items():
        line = next(x for x in spec.split("\n") if x.startswith(f"| `{kind}`"))
        assert all(f"{{{slot}}}" in line for slot in told.slots), kind


def test_places() -> None:
    assert behind("It cost $5, they said.", 10, ", or about {x},") == ", or about {x}"
    assert behind("It cost $5 then.", 10, ", or about {x},") == ", or about {x},"
    assert behind("It cost $5.", 10, "– {x} –") == " – {x}"
    assert behind("It cost $5 (a lot).", 10, "({x})") is None
    assert [x[0] for x in sentences("Sen. Hale left. He said so at 5 p.m. on Friday.")] == [0, 16]
    assert in_quotes('He said "it is so" and left.', 9, 11)
    assert not in_quotes('He said "it is so" and left.', 19, 22)


def test_figures() -> None:
    assert [written(7), written(12), written(8, "Seven"), written(1200, "1,100")] == ["seven", "12", "Eight", "1,200"]
    assert [scaled(2.36e9, "$"), scaled(31500, "$"), scaled(5.72e6 / 4, "$")] == ["$2.36 billion", "$31,500", "$1.43 million"]
    assert all(re.fullmatch(r"\d0000", str(nearby(30_000, Random(n)))) and nearby(30_000, Random(n)) != 30_000 for n in range(9))
