"""Addresses in running text: e-mail, handles, sites, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import analyse
from checker.extract.addresses import addresses
from checker.model import Address
from checker.read.source import Source


def _read(text: str) -> list[tuple[str, str, str]]:
    document = analyse(Source("a.txt", text)).document
    return [(m.value.kind, m.text, m.value.folded) for m in addresses(document) if isinstance(m.value, Address)]


@pytest.mark.parametrize(("text", "found"), [
    ("Write to Desk@Harwick-Herald.co.uk.", [("email", "Desk@Harwick-Herald.co.uk", "desk@harwick-herald.co.uk")]),
    ("(@Ruth_Ellery), @tom.", [("handle", "@Ruth_Ellery", "ruth_ellery"), ("handle", "@tom", "tom")]),
    ("See www.Selby.gov/tickets, https://www.ferry.se or Ferry.com.", [
        ("site", "www.Selby.gov", "selby.gov"), ("site", "https://www.ferry.se", "ferry.se"), ("site", "Ferry.com", "ferry.com")]),
    ("It ends here.In may be a slip, the No.com too.Or not", [("site", "No.com", "no.com")]),
    ("5 @ 3, a@b, @@x, “@ruthelle… it is”, x.company", []),
])
def test_read(text: str, found: list[tuple[str, str, str]]) -> None:
    assert _read(text) == found


@given(st.text(alphabet="ab@.-_/:w com…\n", max_size=60))
def test_spans_are_the_text(text: str) -> None:
    document = analyse(Source("a.txt", text)).document
    for m in addresses(document):
        assert document.text[m.span.start:m.span.end] == m.text
        assert isinstance(m.value, Address)
        assert m.text.lower().endswith(m.value.folded)
