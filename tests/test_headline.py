"""Names of a headline: what only the headline names is told, what is no name or stands in the text in another form is not."""

from __future__ import annotations

import pytest

from checker import engine, rulebook
from checker.read.source import Source

RULE = [r for r in rulebook.builtin(False) if r.id == "structure/headline"]
ABOUT = """
The mayor wants a second boat. Ruth Dunmore said on Monday that one was not enough in Bremen.

“People wait for an hour,” Dunmore told the council. Dunmore has until May to find the money for Bremen, she said. All of Bremen has waited since 2009.
"""


def found(headline: str, text: str = ABOUT) -> list[tuple[str, ...]]:
    findings = engine.check_source(Source("t", headline + "\n" + text), RULE).findings
    return [tuple(e.text for e in f.evidence) for f in findings]


@pytest.mark.parametrize("headline", [
    "Hallam's long wait for a second ferry", "Mayor Hallam wants more boats at once", "A second ferry is what Ruth Hallam wants",
    "Hallam says one boat cannot do it", "Hallam: We need more boats at once",
])
def test_a_person_whom_only_the_headline_names(headline: str) -> None:
    assert found(headline) == [("Hallam", "Ruth Dunmore")]


def test_a_city_that_only_the_headline_names() -> None:
    assert found("Long wait for boats goes on in Hamburg") == [("Hamburg", "Bremen")]


@pytest.mark.parametrize("headline", [
    "Dunmore's long wait for a second ferry", "DUNMORE WANTS MORE BOATS AT ONCE", "Frustrated voters wait for more boats",
    "Internal papers show need for boats", "Jane Hallam: Why we need more boats", "Long Wait for More Boats to Go On",
    "Libs, Greens call for more boats", "A boat on the Humber will not do", "Boats wanted on Monday, and on Tuesday", "WaPo: More boats wanted at once",
    "What Washington can learn from boats", "Bremen's boats are not enough",
])
def test_what_is_no_stranger(headline: str) -> None:
    assert found(headline) == []


def test_a_name_in_another_form_is_none() -> None:
    assert found("China builds a longer bridge than any", "\nThe Chinese bridge is longer than that in Japan. Japan built its in 1998, and Japan held the record.\n") == []
    assert found("O'Neill wants more boats at once", ABOUT.replace("Dunmore", "O’Neill")) == []
