"""Dates, weekdays and times of day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extract import times
from checker.model import Clock, Date


@pytest.mark.parametrize(("text", "span", "value"), [
    ("on Thursday, December 6, 2013, in", "Thursday, December 6, 2013", Date(2013, 12, 6, 3)),
    ("on 6 December 2013", "6 December 2013", Date(2013, 12, 6)), ("on the 6th of December 2013", "6th of December 2013", Date(2013, 12, 6)),
    ("by Feb. 5, he", "Feb. 5", Date(None, 2, 5)), ("by June 31", "June 31", Date(None, 6, 31)), ("on 2013-12-05", "2013-12-05", Date(2013, 12, 5)),
    ("on 12/5/2013", "12/5/2013", Date(2013, 12, 5, None, (5, 12))), ("on 25/12/2013", "25/12/2013", Date(2013, 12, 25)),
    ("in March 2014", "March 2014", Date(2014, 3)), ("on Friday night", "Friday", Date(weekday=4)), ("in 1987", "1987", Date(1987)),
    ("Wednesday, April 25", "Wednesday, April 25", Date(None, 4, 25, 2)), ("Monday 4 July 2006", "Monday 4 July 2006", Date(2006, 7, 4, 0)),
    ("at 10:90 p.m. he", "10:90 p.m.", Clock(10, 90, "pm")), ("at 3 p.m.", "3 p.m.", Clock(3, 0, "pm")), ("at 18:30", "18:30", Clock(18, 30)),
    ("from 9am", "9am", Clock(9, 0, "am")), ("at 25:00", "25:00", Clock(25, 0)), ("at 0600 on", None, None), ("in May 20 people", None, None),
    ("He may march 10 miles", None, None), ("Psalm 118:74", None, None), ("a 3:2 ratio", None, None),
])
def test_reads(text: str, span: str | None, value: Date | Clock | None) -> None:
    found = [(m.text, m.value) for m in times.find(text)]
    assert found == ([(span, value)] if span else [])


FORMS = ["%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%A, %B %d, %Y", "%Y-%m-%d", "%a., %b. %d, %Y"]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(FORMS))
def test_dates_come_back(day: datetime.date, form: str) -> None:
    (m,) = times.find(f"It closed on {day.strftime(form)} for good.")
    d = m.value
    assert isinstance(d, Date)
    assert (d.year, d.month, d.day) == (day.year, day.month, day.day)
    if "%A" in form:
        assert d.weekday == day.weekday()


PIECES = st.sampled_from(["May", "Dec.", "Thursday", "5", "12", "2013", ",", ".", "-", "/", ":", "p.m.", "am", " ", "the", "of", "at", "GMT", "(", "31st"])


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=20).map("".join))
def test_spans_hold_their_text_and_never_overlap(text: str) -> None:
    end = 0
    for m in times.find(text):
        assert text[m.span.start:m.span.end] == m.text
        assert m.span.start >= end
        end = m.span.end
