"""Values told in several units are one quantity in the larger one; parts, scales and marks in the notations of print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.data.units import STEPS, UNITS
from checker.extract import numbers, times
from checker.model import Date, Quantity


def read(text: str) -> list[tuple[str, Decimal, str, str]]:
    return [(m.text, m.value.low, str(m.value.dimension), m.value.unit) for m in numbers.find(text) if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(("text", "span", "value", "dimension", "unit"), [
    ("The door is 6 feet 3 inches high", "6 feet 3 inches", "6.25", "length", "foot"),
    ("the 6-foot-6 goalkeeper", "6-foot-6", "6.5", "length", "foot"),
    ("the 6-foot-6-inch keeper", "6-foot-6-inch keeper", "6.5", "length", "foot"),
    ("She is 5'9\" tall", "5'9\"", "5.75", "length", "foot"),
    ("A wall of 2 yards, 1 foot and 6 inches", "2 yards, 1 foot and 6 inches", "2.5", "length", "yard"),
    ("The speech ran two hours and fifteen minutes", "two hours and fifteen minutes", "2.25", "duration", "hour"),
    ("It took 1h30m", "1h30m", "1.5", "duration", "hour"),
    ("He was out in 2 hours, 30 minutes, 36 seconds.", "2 hours, 30 minutes, 36 seconds", "2.51", "duration", "hour"),
    ("They waited an hour and a half for it", "an hour and a half", "1.5", "duration", "hour"),
    ("after an hour-and-a-half debate", "an hour-and-a-half debate", "1.5", "duration", "hour"),
    ("about three years and a half", "three years and a half", "3.15", "duration", "year"),
    ("It lasted an hour and 45 minutes", "an hour and 45 minutes", "1.75", "duration", "hour"),
    ("a boy of 4 years and 6 months old", "4 years and 6 months old", "4.5", "age", "year"),
    ("The baby weighed 6 lb 4 oz at birth", "6 lb 4 oz", "6.25", "mass", "pound"),
    ("He weighs 12 stone 7 pounds", "12 stone 7 pounds", "12.5", "mass", "stone"),
    ("A ticket is $15 and 50 cents", "$15 and 50 cents", "15.50", "money", "USD"),
    ("A ticket is 15 dollars 50.", "15 dollars 50", "15.50", "money", "USD"),
    ("Bread is a dollar and 20 cents", "a dollar and 20 cents", "1.20", "money", "USD"),
    ("Bread is a euro and 20 cents", "a euro and 20 cents", "1.20", "money", "EUR"),
    ("Stamps cost ten pounds and 50 pence", "ten pounds and 50 pence", "10.50", "money", "GBP"),
    ("three quarters of an hour later", "three quarters of an hour", "0.75", "duration", "hour"),
    ("It rose a tenth of a percentage point", "a tenth of a percentage point", "0.1", "points", "point"),
    ("two-thirds of a million", "two-thirds of a million", "666666.6666666666666666666667", "number", ""),
    ("12 feet, 6 inches (3.81 m) high", "3.81 m", "3.81", "length", "meter"),
    ("Losses of 30 MUSD", "30 MUSD", "30000000", "money", "USD"),
    ("a bill of 75 USD million", "75 USD million", "75000000", "money", "USD"),
    ("from 3km-5km away", "3km-5km", "3", "length", "kilometer"),
    ("a dozen dozens", "a dozen dozens", "144", "number", ""),
    ("prices fell by a fifth.", "a fifth", "0.2", "number", ""),
    ("one hundred and five thousand", "one hundred and five thousand", "105000", "number", ""),
    ("three lakh crore rupees", "three lakh crore rupees", "3000000000000", "money", "INR"),
    ("five and fifty-four hundredths", "five and fifty-four hundredths", "5.54", "number", ""),
    ("the one hundred twenty-fifth time", "one hundred twenty-fifth", "125", "ordinal", "time"),
])
def test_reads(text: str, span: str, value: str, dimension: str, unit: str) -> None:
    assert (span, Decimal(value), dimension, unit) in read(text)


@pytest.mark.parametrize(("text", "spans"), [
    ("between two hours and ten minutes", ["two hours", "ten minutes"]),
    ("for 2 hours and 90 minutes", ["2 hours", "90 minutes"]),
    ("After 2 hours 10 people had left", ["2 hours", "10 people"]),
    ("for 3 days and 20 nights", ["3 days", "20 nights"]),
    ("It grew 6 feet 10 in places", ["6 feet", "10"]),
    ("ran half an hour and 45 minutes more", ["half an hour", "45 minutes"]),
    ("a day and 10 people", ["10 people"]),
    ("between 10 dollars and 50.", ["10 dollars", "50"]),
    ("for an hour and half the crowd", ["half"]),
    ("They arrested a fifth.", ["fifth"]),
    ("several hundred miles", []),
    ("It was all for naught.", []),
    ("one thirty-second spot", ["one thirty-second spot"]),
    ("worth 3 hundred and 2 thousand", ["3 hundred", "2 thousand"]),
])
def test_stays_apart(text: str, spans: list[str]) -> None:
    assert [s for s, *_ in read(text)] == spans


@pytest.mark.parametrize(("text", "date"), [
    ("2015/08/12", Date(2015, 8, 12)), ("21-04-2016", Date(2016, 4, 21)), ("5-Dec-2013", Date(2013, 12, 5)), ("2015.5.13", Date(2015, 5, 13)),
    ("the twenty-second of June 2017", Date(2017, 6, 22)), ("on May twenty-first.", Date(None, 5, 21)), ("the Fourth of July weekend", Date(None, 7, 4)),
    ("3-7-2017", Date(2017, 3, 7, None, (7, 3)))])
def test_dates(text: str, date: Date) -> None:
    assert [m.value for m in times.find(text)] == [date]


@pytest.mark.parametrize("text", ["In June third parties met", "a March second half", "the record is 3-7-07", "version 10.0.0.1"])
def test_no_dates(text: str) -> None:
    assert [m for m in times.find(text) if isinstance(m.value, Date) and m.value.day] == []


_PAIRS = [(large, small) for large, steps in STEPS.items() for small in steps if steps[small] % 1 == 0 and large not in ("century", "decade")]
_WRITTEN = {"foot": "feet", "inch": "inches"}
_JOINTS = st.sampled_from([" ", ", ", " and ", ", and "])


@given(st.sampled_from(_PAIRS), st.integers(2, 90), st.data(), _JOINTS)
def test_two_units_are_one_quantity(pair: tuple[str, str], whole: int, data: st.DataObject, joint: str) -> None:
    large, small = pair
    part = data.draw(st.integers(2, min(999, max(2, int(STEPS[large][small]) - 1))))
    if part >= STEPS[large][small]:
        return
    first, second = (f"{n} {_WRITTEN.get(u, u + 's' if u + 's' in UNITS else u)}" for n, u in ((whole, large), (part, small)))
    found = read(f"It is {first}{joint}{second}.")
    assert [(s, u) for s, _, _, u in found] == [(f"{first}{joint}{second}", large)]
    assert abs(found[0][1] - whole - part / STEPS[large][small]) < Decimal("0.000001")


FRAGMENTS = st.sampled_from(["an", "hour", "and", "a", "half", "5", "feet", "3", "inches", "two", "hours", "ten", "minutes", "$15", "cents", "dollar", "'", '"',
                             "-", ",", " of ", "quarter", "third", "million", "MUSD", "June", "first", "2013", "between", "lb", "oz", "km", "fifths", "twenty"])


@settings(max_examples=400)
@given(st.lists(FRAGMENTS, max_size=16).map(" ".join) | st.lists(FRAGMENTS, max_size=16).map("".join))
def test_spans_hold_their_text_and_never_overlap(text: str) -> None:
    end = 0
    for m in numbers.find(text):
        assert text[m.span.start:m.span.end] == m.text
        assert m.span.start >= end
        end = m.span.end


@pytest.mark.parametrize("unit", ["2 hours ", "5 feet 3 ", "an hour and a ", "1 hour and ", "3km-", "one and ", "a half ", "hundred ", "first of ", "5'3"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    from time import process_time

    def seconds(size: int) -> float:
        best = 9.0
        for _ in range(3):
            text = unit * (size // len(unit))
            start = process_time()
            numbers.find(text)
            best = min(best, process_time() - start)
        return best

    assert seconds(80_000) < 16 * seconds(10_000) + 0.05
