"""Which ordinals and ages are claims, and what they are compared by."""

from __future__ import annotations

import pytest

from checker.engine import analyse
from checker.link import people
from checker.link.group import quantity
from checker.read.source import Source


def claims(text: str) -> list[tuple[str, str, str]]:
    """Figures of the text that are claims: words, dimension, unit."""
    return [(c.value.text, quantity(c).dimension, quantity(c).unit) for c in analyse(Source("t", text)).claims]


@pytest.mark.parametrize(("text", "unit"), [
    ("It is the second-largest city of the coast.", "largest"), ("It is the third biggest bank here.", "largest"),
    ("Ours is the fourth-most populous county of all.", "most populous"), ("It was the fifth least visited park.", "least visited"),
    ("It was the second-worst winter of all.", "worst")])
def test_a_rank_is_told_by_its_superlative(text: str, unit: str) -> None:
    """A rank's unit is what it is counted by."""
    assert [(d, u) for _, d, u in claims(text)] == [("ordinal", unit)]


@pytest.mark.parametrize("text", ["It was the second protest of the day.", "It was the third forest fire.", "This is the fourth request now.", "Her third arrest came then.",
                                  "His second term began.", "It was the fifth contest.", "He passed the second test."])
def test_other_ordinals_number_things_in_turn(text: str) -> None:
    """An ordinal without a superlative is no claim."""
    assert claims(text) == []


def test_only_ages_of_people_without_a_name_are_claims() -> None:
    """Named people have a rule of their own."""
    assert claims("The 29-year-old gunman ran away.") == [("29-year-old", "age", "year")]
    for named in ("Ilse Amann, 29, ran away.", "The 29-year-old Amann ran away.", "Ilse Amann, a 29-year-old baker, ran away.", "Her 29-year-old son Emil ran away."):
        assert claims(named) == [], named


def test_a_compound_counts_no_people() -> None:
    """ "A 12-juror panel" is no number of people that another noun could stand for."""
    text = ("The panel of the court of Amis heard {} about the harbour law on Friday in the old hall.\n\n"
            "On Saturday the court of Amis said that 14 people of the panel heard the harbour law on Friday in the old hall.\n")
    found = [len(list(people.links(analyse(Source("t", text.format(told))).claims, 0.0))) for told in ("12 jurors", "a 12-juror panel")]
    assert found == [1, 0]
