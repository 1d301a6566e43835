"""A birth, an age of a year and an age of today go together or not, whatever the years are."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from checker import engine, rulebook
from checker.read.source import Source

RULES = [r for r in rulebook.builtin(False) if r.id == "time/age"]
BORN, AGE = st.integers(1920, 1990), st.integers(18, 70)


def found(text: str, date: str | None = None) -> list[str]:
    return [f.rule for f in engine.check_source(Source("a", text), RULES, date).findings]


@given(BORN, AGE, st.sampled_from([0, 1]))
def test_an_age_of_a_year_that_the_birth_gives_is_right(born: int, age: int, birthday: int) -> None:
    assert not found(f"When Piet Hansgar -- a boatwright born in {born} -- took over the yard in {born + age + birthday} at age {age}, the quay stood.\n")


@given(BORN, AGE, st.integers(3, 20), st.sampled_from([-1, 1]))
def test_an_age_of_a_year_that_the_birth_does_not_give_is_told(born: int, age: int, off: int, way: int) -> None:
    year = born + age + off * way
    assume(year > born + 5 and year < 2090)
    assert found(f"When Piet Hansgar -- a boatwright born in {born} -- took over the yard in {year} at age {age}, the quay stood.\n") == ["time/age"]


@given(BORN, AGE, st.integers(-20, 20))
def test_the_age_of_today_is_held_against_the_birth(born: int, age: int, off: int) -> None:
    today = born + age + off
    assume(born + 5 < today < 2090)
    told = found(f"Signe Orwin, {age}, runs the yard.\n\nOrwin, a Selby native born in {born}, built it.\n", f"{today}-06-01")
    assert bool(told) == (off not in (-1, 0, 1, 2))
