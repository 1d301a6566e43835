"""A weekday behind its date, or of the day beside it, is right or told, whatever the date is."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from checker import engine, rulebook
from checker.read.source import Source

RULES = [r for r in rulebook.builtin(False) if r.id == "time/weekday"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DATES = st.dates(datetime.date(1800, 1, 1), datetime.date(2090, 12, 30))


@given(DATES, st.integers(0, 6), st.sampled_from([("It was built on {date}, a {day}, by the harbour.", 0), ("It stood on {date} ({day}) for good.", 0),
                                                 ("On {date} the quay was built. The next morning, a {day}, it fell.", 1), ("On {date} the quay fell. The day before, a {day}, it stood.", -1)]))
def test_a_weekday_told_apart_from_its_date(day: datetime.date, weekday: int, told: tuple[str, int]) -> None:
    text, off = told
    printed = f"{day:%B} {day.day}, {day.year}"
    found = engine.check_source(Source("a", text.format(date=printed, day=DAYS[weekday]) + "\n"), RULES).findings
    assert bool(found) == ((day + datetime.timedelta(off)).weekday() != weekday)
