"""Amounts of money and conversions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check
from checker.checks.conversion import assess
from checker.data.rates import reference
from checker.engine import ledger
from checker.extract import numbers
from checker.model import Quantity
from checker.read.source import Source

M = 10 ** 6


@pytest.mark.parametrize(("text", "span", "low", "high", "code"), [
    ("worth $1.2bn now", "$1.2bn", 1200 * M, 1200 * M, "USD"), ("EUR 300 million", "EUR 300 million", 300 * M, 300 * M, "EUR"),
    ("its 300 million Euros", "300 million Euros", 300 * M, 300 * M, "EUR"), ("£3m-£4m", "£3m-£4m", 3 * M, 4 * M, "GBP"),
    ("A $5m plan", "$5m", 5 * M, 5 * M, "USD"), ("for A$5m", "A$5m", 5 * M, 5 * M, "AUD"), ("NIS 40m", "NIS 40m", 40 * M, 40 * M, "ILS"),
    ("half a million dollars", "half a million dollars", M // 2, M // 2, "USD"), ("for 50p", "50p", Decimal("0.5"), Decimal("0.5"), "GBP"),
    ("¥3tn", "¥3tn", 3 * M * M, 3 * M * M, "JPY"), ("Rs 5 crore", "Rs 5 crore", 50 * M, 50 * M, "INR"),
    ("20 cents", "20 cents", Decimal("0.2"), Decimal("0.2"), "USD"), ("a $10-million deal", "$10-million", 10 * M, 10 * M, "USD"),
    ("US$5", "US$5", 5, 5, "USD"), ("C$7", "C$7", 7, 7, "CAD"), ("3 mln dlrs", "3 mln dlrs", 3 * M, 3 * M, "USD"),
    ("R$20", "R$20", 20, 20, "BRL"), ("CHF 30", "CHF 30", 30, 30, "CHF"), ("$3-4 billion", "$3-4 billion", 3000 * M, 4000 * M, "USD"),
    ("12 Canadian dollars", "12 Canadian dollars", 12, 12, "CAD"), ("900 Danish kroner", "900 Danish kroner", 900, 900, "DKK"),
    ("1.3 trillion pounds", "1.3 trillion pounds", 1300000 * M, 1300000 * M, "GBP"), ("$15 an hour", "$15", 15, 15, "USD"),
])
def test_reads(text: str, span: str, low: Decimal, high: Decimal, code: str) -> None:
    (m,) = numbers.find(text)
    q = m.value
    assert isinstance(q, Quantity)
    assert (m.text, q.low, q.high, q.unit, q.dimension) == (span, low, high, code, "money")


def test_pounds_of_weight_are_no_money() -> None:
    (m,) = numbers.find("20 pounds of flour")
    assert isinstance(m.value, Quantity)
    assert m.value.dimension == "mass"


@given(st.sampled_from([("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("A$", "AUD"), ("NIS ", "ILS")]), st.integers(2, 10 ** 9), st.integers(0, 99))
def test_amounts_come_back(sign: tuple[str, str], whole: int, part: int) -> None:
    (m,) = numbers.find(f"It cost {sign[0]}{whole:,}.{part:02} to build.")
    assert isinstance(m.value, Quantity)
    assert (m.value.low, m.value.unit) == (Decimal(f"{whole}.{part:02}"), sign[1])


def test_reference_rates() -> None:
    week = reference("EUR", "USD", "2013-12-05")
    assert week is not None
    assert Decimal("1.35") < week.low <= week.high < Decimal("1.37")
    history = reference("EUR", "USD", None)
    assert history is not None
    assert (history.low, history.high) == (Decimal("0.8252"), Decimal("1.599"))
    assert reference("EUR", "CUP", None) is None


AID = "The union gives 300 million Euros ({} million) a year."


@pytest.mark.parametrize(("amount", "date", "found"), [
    ("$407.7", None, 0), ("$407.7", "2013-12-05", 0), ("$470.7", "2013-12-05", 1), ("$40.77", None, 1), ("$407.7", "2000-10-26", 1)])
def test_conversions_are_held_against_the_rates(amount: str, date: str | None, found: int) -> None:
    assert [f.rule for f in check(AID.format(amount), date=date) if f.rule == "money/conversion"] == ["money/conversion"] * found


def test_every_conversion_is_assessed() -> None:
    (a,) = assess(ledger([Source("t", AID.format("$407.7"))], "2013-12-05"))
    assert round(a.rate, 3) == Decimal("1.359")
    assert a.fits
    assert a.reference is not None


@pytest.mark.parametrize(("pair", "date", "quoted"), [("USDIDR", "2001-12-03", False), ("USDIDR", "2005-04-04", True), ("USDIDR", None, True),
                                                     ("USDGBP", "1987-03-03", False), ("USDGBP", "1999-02-01", True), ("EURILS", "2010-12-31", False)])
def test_there_is_no_reference_before_the_first_rate(pair: str, date: str | None, quoted: bool) -> None:
    assert (reference(pair[:3], pair[3:], date) is not None) == quoted
