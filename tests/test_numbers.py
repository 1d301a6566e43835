"""Quantities, totals and percentages: what is read, where it stands, and what must not be taken for a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine import ledger
from checker.extract import hedges, numbers
from checker.model import Quantity
from checker.read.source import Source

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def say(n: int) -> str:
    """The number in English words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {say(n % 100)}" if n % 100 else "")
    for scale, name in ((10 ** 12, "trillion"), (10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand")):
        if n >= scale:
            return f"{say(n // scale)} {name}" + (f" {say(n % scale)}" if n % scale else "")
    raise AssertionError


def read(text: str) -> list[tuple[str, Quantity]]:
    return [(m.text, m.value) for m in numbers.find(text) if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(("text", "span", "low", "high", "dimension", "unit"), [
    ("after a three-hour meeting with him", "three-hour meeting", 3, 3, "duration", "hour"),
    ("They met for four hours.", "four hours", 4, 4, "duration", "hour"),
    ("some 4.5 million people", "4.5 million people", 4050000, 4950000, "count", "person"),
    ("11 million undocumented immigrants", "11 million undocumented immigrants", 11000000, 11000000, "count", "immigrant"),
    ("a 20-week ban on it", "20-week ban", 20, 20, "duration", "week"),
    ("the 60-vote threshold", "60-vote", 60, 60, "count", "vote"),
    ("between them 10 or 15 candidates on a stage", "10 or 15 candidates", 10, 15, "count", "candidate"),
    ("cost $4 or $5 million", "$4 or $5 million", 4000000, 5000000, "money", "USD"),
    ("a vote after 12 weeks or 20 weeks", "12 weeks", 12, 12, "duration", "week"),
    ("bans it after 12 or 20 weeks", "20 weeks", 20, 20, "duration", "week"),
    ("he never paid less than 13 percent", "13 percent", 13, 26, "percent", "percent"),
    ("it did not sell more than 40 cars", "40 cars", 20, 40, "count", "car"),
    ("not only more than 40 cars", "40 cars", 40, 50, "count", "car"),
    ("the 12 most wanted men", "12 most wanted men", 12, 12, "count", "man"),
    ("12 members, most of them", "12 members", 12, 12, "count", "member"),
    ("Storm Leaves 26 Dead Along Coast", "26 Dead", 26, 26, "count", "dead"),
    ("Mill Cuts 500 Jobs in Ostmark", "500 Jobs", 500, 500, "count", "job"),
    ("ticked up to 7.4 percent", "7.4 percent", Decimal("7.4"), Decimal("7.4"), "percent", "percent"),
    ("pays up to 40 percent", "40 percent", 20, 40, "percent", "percent"),
    ("all four Texas judges left", "four Texas judges", 4, 4, "count", "judge"),
    ("three Holm police officers", "three Holm police officers", 3, 3, "count", "officer"),
    ("the two women told police", "two women", 2, 2, "count", "woman"),
    ("12 Republicans voted", "12 Republicans", 12, 12, "count", "republican"),
    ("killed four Americans", "four Americans", 4, 4, "count", "american"),
    ("three other Americans", "three other Americans", 3, 3, "count", "american"),
    ("rose 12 percent", "12 percent", 12, 12, "percent", "percent"),
    ("rose 12 per cent", "12 per cent", 12, 12, "percent", "percent"),
    ("rose 12pct", "12pct", 12, 12, "percent", "percent"),
    ("by 12.5 percentage points", "12.5 percentage points", Decimal("12.5"), Decimal("12.5"), "points", "point"),
    ("voted 51-44 to pass it", "51-44", 51, 44, "vote", ""),
    ("by 218 votes to 210", "218 votes to 210", 218, 210, "vote", ""),
    ("The bill passed 315 to 109.", "315 to 109", 315, 109, "vote", ""),
    ("won 3-2 on Sunday", "3-2", 3, 2, "score", ""),
    ("between 5 and 7 people", "5 and 7 people", 5, 7, "count", "person"),
    ("3 to 4 percent", "3 to 4 percent", 3, 4, "percent", "percent"),
    ("for 5-10 years", "5-10 years", 5, 10, "duration", "year"),
    ("more than 40 houses", "40 houses", 40, 50, "count", "house"),
    ("at least 100 people", "100 people", 100, 200, "count", "person"),
    ("a 34-year-old man", "34-year-old", 34, 34, "age", "year"),
    ("John Smith, 34, said", "34", 34, 34, "age", "year"),
    ("aged 34", "34", 34, 34, "age", "year"),
    ("two-thirds of them", "two-thirds", Decimal(2) / 3, Decimal(2) / 3, "number", ""),
    ("one and a half million homes", "one and a half million homes", 1500000, 1500000, "count", "home"),
    ("half an hour", "half an hour", Decimal("0.5"), Decimal("0.5"), "duration", "hour"),
    ("100 square miles", "100 square miles", 100, 100, "area", "square mile"),
    ("at 70 mph", "70 mph", 70, 70, "speed", "mile per hour"),
    ("the 21st century", "21st", 21, 21, "ordinal", "century"),
    ("1.07 mln tonnes", "1.07 mln tonnes", 1070000, 1070000, "mass", "tonne"),
])
def test_reads(text: str, span: str, low: Decimal, high: Decimal, dimension: str, unit: str) -> None:
    found = dict(read(text))
    assert span in found, found
    q = found[span]
    assert (q.low, q.high, q.dimension, q.unit) == (low, high, dimension, unit)


@pytest.mark.parametrize("text", [
    "In 2013 it closed.", "Flash 90", "a Boeing 747 landed", "the G-20 met", "after 9/11", "one of them", "on Dec. 6, 2013", "at 3:30 p.m.",
    "call 555-123-4567", "page 5", "Flight 370", "No. 10", "route 66", "the 1980s", "2013-12-05", "A4 paper", "Covid-19",
])
def test_is_no_quantity(text: str) -> None:
    assert read(text) == []


def test_from_and_to_share_a_unit() -> None:
    assert [(t, int(q.low), str(q.dimension)) for t, q in read("rose from 70 to 75 percent")] == [("70", 70, "percent"), ("75 percent", 75, "percent")]


@pytest.mark.parametrize(("text", "value"), [
    ("3 million and a half", 3500000), ("a million and a half", 1500000), ("one hundred and three quarters", Decimal("100.75")),
    ("nine point nought four", Decimal("9.04")), ("a hundred and two", 102), ("5 and a half", Decimal("5.5")), ("a fifth of the", Decimal("0.2"))])
def test_spoken_forms(text: str, value: Decimal) -> None:
    assert [q.low for _, q in read(f"There were {text} voters.")] == [value]


def test_step_is_the_last_printed_digit() -> None:
    assert read("0.1 million people")[0][1].step == 100000
    assert read("12.5 percent")[0][1].step == Decimal("0.1")


@given(st.integers(2, 10 ** 13))
def test_spelled_numbers_come_back(n: int) -> None:
    found = read(f"There were {say(n)} of them.")
    assert [q.low for _, q in found] == [n]


@given(st.integers(2, 10 ** 12))
def test_digits_come_back(n: int) -> None:
    assert [q.low for _, q in read(f"There were {n:,} voters.")] == [n]


@given(st.sampled_from(["about", "at least", "more than", "nearly", "up to", "fewer than", "just over"]), st.integers(2, 10 ** 6))
def test_a_hedge_can_be_taken_off(hedge: str, n: int) -> None:
    (_, q), = read(f"with {hedge} {n:,} voters")
    assert q.low <= n <= q.high
    assert [round(x) for x in hedges.printed(q)] == [n, n]


FRAGMENTS = st.sampled_from(["1", "one", "twenty", "hundred", "million", "and", "a", "half", "-", "–", " ", ", ", "$", "€", "%", "percent", "to", "from",
                             "3.5", "1,000", "st", "votes", "people", "(", ")", ".", "/", ":", "year", "old", "May", "2013", "p.m.", "dollars", "½", "\n", "+", "k", "m"])


@settings(max_examples=300)
@given(st.lists(FRAGMENTS, max_size=14).map(" ".join) | st.lists(FRAGMENTS, max_size=20).map("".join) | st.text(max_size=40))
def test_spans_hold_their_text_and_never_overlap(text: str) -> None:
    end = 0
    for m in numbers.find(text):
        assert text[m.span.start:m.span.end] == m.text
        assert m.span.start >= end
        assert m.text == m.text.strip()
        end = m.span.end


@pytest.mark.parametrize("unit", ["1", "1,", "one ", "1-", "$1 ", "one hundred ", "1 to ", "twenty-", "half a ", "1/", "(", "about "])
def test_time_is_linear_in_the_text(unit: str) -> None:
    from time import perf_counter

    def seconds(size: int) -> float:
        best = 9.0
        for _ in range(2):
            start = perf_counter()
            numbers.find(unit * (size // len(unit)))
            best = min(best, perf_counter() - start)
        return best

    assert seconds(80_000) < 30 * seconds(8_000) + 0.2


def relations(text: str, kind: str) -> list[list[tuple[str, str]]]:
    analysis = ledger([Source("t", text)]).analyses[0]
    return [[(role, m.text) for role, m in r.roles] for r in analysis.relations if r.kind == kind]


@pytest.mark.parametrize("text", [
    "It left 20 children and six adults dead, 24 overall.", "It was 232 Republicans and 200 Democrats, 422 combined.", "The vote was 58-42, or 90 votes in total.",
    "The bus carried 31 people: 12 children and 17 adults.", "The boat held 31 people (12 children and 17 adults).", "They sent six men and two women, making nine.",
])
def test_totals_are_read(text: str) -> None:
    assert len(relations(text, "total")) == 1


@pytest.mark.parametrize("text", [
    "The bus carried 31 people, including 12 children and 17 adults.", "There are 79 women and 20 others, out of a total of 535 seats.",
    "He bought 12 apples and 3 pears. In all, 40 people came.",
])
def test_no_total_is_told(text: str) -> None:
    assert relations(text, "total") == []


@pytest.mark.parametrize("text", [
    "It rose from 50 to 65, a rise of 30 percent.", "It rose 30 percent from 50 to 65.", "It came to $65m, up 30% from $50m.",
    "It rose by 30 pct to 65,000 tonnes from 50,000.", "It fell from 65 percent in 2004 to 50 percent in 2008 (15 percentage points).",
])
def test_changes_are_read(text: str) -> None:
    (found,) = relations(text, "change")
    assert sorted(role for role, _ in found) == ["by", "from", "to"]


def test_a_possessive_owns_a_figure_and_labels_none() -> None:
    assert [m.text for m in numbers.find("They read Holm’s 82,500 pages of letters and flew in a Boeing 747.")] == ["82,500 pages"]
