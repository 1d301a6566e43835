"""The holder of an office: a headline names one whom the text has nowhere, and the text another."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.ladders import held
from checker.data.people import BODIES, GENERIC
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span


def holders(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Names of the headline of the document of this number behind an office that the text gives to one other alone."""
    text = analysis.document.text
    known = names(analysis)
    if not any(head.start <= at < head.end for at in known.titles):
        return
    titled = [m for parts in known.told for m in known.written[parts] if m.span.start in known.titles]
    below = text[head.end:].lower()
    for m in (m for m in titled if head.start <= m.span.start < head.end):
        surname, office = _surname(m), held(analysis, m)
        if office is None or not surname or surname.lower() in below:
            continue
        others = [x for x in titled if x.span.start >= head.end and (told := held(analysis, x)) is not None and told[:2] == office[:2]]
        bearers = {_surname(x) for x in others}
        if len(bearers) == 1 and (bearer := next(iter(bearers))) and bearer.lower() not in text[head.start:head.end].lower():
            yield Conflict((Place(number, m.span), Place(number, others[0].span)), {"kind": "name"}, (f"both are told to be {office[1]}", f"the text has no {surname}"), likely=True)


def _surname(m: Mention) -> str:
    """The last word of a person's name; "" of what is a body's."""
    assert isinstance(m.value, Name)
    last = m.value.parts[-1]
    return "" if last.endswith(".") or last.lower() in BODIES or last.lower() in GENERIC or last == "Dept" else last
