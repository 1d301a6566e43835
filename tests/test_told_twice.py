"""What an article counts, quotes or dates and then tells again otherwise, in the words of drafts; and the same told rightly, which stays silent."""

from __future__ import annotations

import pytest

from checker import engine, rulebook
from checker.read.source import Source

RULES = {r.id: r for r in rulebook.builtin(False)}
SLIPS = {
    "numbers/list-count": """\
The cuts fall hardest on four coastal mayors from towns with old harbours that the ministry closed in May: Selby’s Mara Lowe, Whitby’s Colm Reeve and Hythe’s Tam Fell.
The three finalists are Mara Lowe, Colm Reeve, Tam Fell and Rosa Venn.
The two suspects, named as Mara Lowe, Colm Reeve and Tam Fell, will appear in court.
His three sons, Tom, Will, Jack and Piers, run the yard.
The pair, Mara Lowe, Colm Reeve and Tam Fell, were released on Sunday.
The duo of Mara Lowe, Colm Reeve and Tam Fell won the cup.
Only four states — Ohio, North Dakota, Utah, Maine and Iowa — have one.
It has offices in at least four towns — Selby, Whitby and Hythe — and a boat.
The race has three candidates: Mara Lowe and Colm Reeve.
The six men who died were identified by the Post as Sgt. Colm Reeve and Pvt. Tam Fell on May 3; Sgt. Mark Venn on June 8; and 2nd Lt. Dan Lowe and Pfc. Joe Hart on June 9.
The mayor has two demands. First, the harbour must stay open. Second, the crane must be sold. Third, the board must resign.
The board gave these four reasons in a letter:\\n\\n1) Steel was late.\\n\\n2) The crane was sold.\\n\\n3) The mayor left.""",
    "quotes/repeated": """\
“It was the best day of my whole life,” Ms. Lowe told the Post.\\n\\n“It was the worst day of my whole life,” Ms. Lowe said, laughing.
Mr Reeve called it “a slap in the face of every fisherman”.\\n\\n“This is a slap in the face for every farmer,” Mr Reeve had said.
"The board has never once told us the truth about the crane," said Mara Lowe, a baker.\\n\\nColm Reeve said: "The board has never once told us the truth about the crane.\"""",
    "time/event": """\
The fire broke out on Sunday in a barn.\\n\\nSaturday's fire left two people in hospital.
The strike began on May 3, the union says.\\n\\nIt has cost the yard dear since the strike started May 8.
Ms. Lowe said at a council hearing in March that she had seen the letters.\\n\\nThen Ms. Lowe said at the April 9 hearing of the council that she had not.""",
    "time/span": """\
It is a two-month window that opens Nov. 15 and closes Feb. 15.
The six-week season from June 1 to August 30 is short.
The strike began on May 3 and ended on May 9, a four-week stoppage.""",
    "facts/place": """\
The trial in Leeds opened in May.\\n\\nAt the trial in Harwick in June he wept.""",
    "numbers/share": """\
Half of the members (38 percent) stayed away.
One in four homes — 41 percent — has no drain.
Four out of five dentists (60%) agree.""",
    "numbers/direction": """\
Turnout rose to 54 percent from 61 percent in 2004.
The number of boats fell to 410 in May from 340 a year earlier.
It was a slowdown to 3.1 percent from 2.4 percent.
The bank cut its rate to 3.5 percent from 3.25 percent.""",
    "numbers/percent": """\
Profit was $80 million, a 35 percent increase over the $77 million of last year.
Sales rose from 340 in May to 410 in June, a 45 percent increase.""",
}
RIGHT = {
    "numbers/list-count": """\
Three mayors, Mara Lowe of Selby, Colm Reeve of Hythe, and Tam Fell, left.
Three mayors — Mara Lowe, a baker from Selby, Colm Reeve and Tam Fell — left.
Two brothers, Tom and Will Lowe, own three hotels, one in Leeds and two in York.
He has won two Oscars. First, he must rest. Second, he must eat. Third, he must sleep.
The statues show the president and the treasurer of the Lowland States, Colm Reeve and Tam Fell – both of whom were jailed.
The board gave these three reasons in a letter:\\n\\n1) Steel was late.\\n\\n2) The crane was sold.\\n\\n3) The mayor left.""",
    "quotes/repeated": """\
One formula is called “value-added measure,” and it is dear.\\n\\nMs. Lowe said that “value-added measures are the mark of the devil.”
"The board has never once told us the truth about the crane," said Mara Lowe, a baker.\\n\\nLowe said, "The board has never once told us the truth about the crane.\"""",
    "time/event": """\
A hearing in May was short, Mr. Reeve said.\\n\\nThe next hearing on June 4 was long. Mr. Reeve spoke.""",
    "time/span": """\
Enrolment opens on Nov. 15 and closes Feb. 15, a three-month window.
The five-day fair, from May 1 to May 5, was not dear.""",
    "numbers/share": """\
Three in four farmers said so (76 percent).
More than a third of the homes (36 percent) are dry.""",
    "numbers/direction": """\
Turnout rose to 61 percent from 54 percent in 2004.""",
    "numbers/percent": """\
The yard employs 410 people, up from 340 in 2009, a rise of 21 percent.
The town has 410 boats, a 20 percent increase on the 340 of 2009.""",
}


def lines(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(rule, line.replace("\\n", "\n")) for rule, text in table.items() for line in text.split("\n")]


def found(rule: str, text: str) -> int:
    return len(engine.check_source(Source("t", text + "\n"), [RULES[rule]]).findings)


@pytest.mark.parametrize(("rule", "text"), lines(SLIPS))
def test_a_slip_is_found(rule: str, text: str) -> None:
    assert found(rule, text) == 1


@pytest.mark.parametrize(("rule", "text"), lines(RIGHT))
def test_what_is_right_is_silent(rule: str, text: str) -> None:
    assert found(rule, text) == 0
