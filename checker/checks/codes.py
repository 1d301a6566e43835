"""Check `variants`, codes: "G-7" and "G7", "Airbus A320" and "Airbus 320"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.link.ledger import Analysis
from checker.model import Conflict, Place, Span
from checker.structure.words import digits

_CODE = re.compile(r"(?<![\w.,$/#&+-])([A-Z]{1,5})(-?)([0-9]{1,4})(?![\w-]|[.,]\d)")
_BEFORE = re.compile(r"([A-Z][a-z]{2,}) $")
_LETTERS = 5
_MOST = 100  # named codes of one text that are looked for without their letters
_SKIPPED = frozenset({"headline", "byline", "credit", "aside"})


def codes(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Letters and a number with a hyphen and without, or behind one name with the letters and without; the rarer form is the place to look at."""
    text = analysis.document.text
    places = _places(text)
    if not places:
        return
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    named: dict[tuple[str, str], Span] = {}
    for m in _codes(text, places):
        if analysis.document.zone_at(m.start()).kind not in _SKIPPED:
            found[m[1] + m[3]][m[2]].append(Span(*m.span()))
            before = _BEFORE.search(text, max(0, m.start() - 24), m.start())
            if before and len(m[3]) > 1 and not m[2] and len(named) < _MOST:
                named.setdefault((before[1], m[3]), Span(before.start(), m.end()))
    for (name, figures), span in named.items():
        bare = re.search(rf"(?<!\w){name} {figures}(?![\w-]|[.,]\d)", text) if f"{name} {figures}" in text else None
        if bare:
            yield _conflict(number, Span(*bare.span()), span, "the letters are missing once")
    for forms in found.values():
        if len(forms) > 1:
            odd, usual = sorted(forms.values(), key=lambda spans: (len(spans), -spans[0].start))
            yield _conflict(number, odd[0], usual[0], "the same letters and figures", (str(len(odd)), str(len(usual))))


def _places(text: str) -> list[int]:
    """Where a capital stands before a figure, with a hyphen between or without: asked of the figures, which are known and few."""
    before = (start - 2 if text[start - 1:start] == "-" else start - 1 for start, _ in digits(text))
    return [at for at in before if at >= 0 and "A" <= text[at] <= "Z"]


def _codes(text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """What `_CODE.finditer` finds, tried only at those places."""
    for place in places:
        at = place
        while at and place - at < _LETTERS and "A" <= text[at - 1] <= "Z":
            at -= 1
        if m := _CODE.match(text, at):
            yield m


def _conflict(number: int, odd: Span, usual: Span, why: str, counts: tuple[str, str] = ("1", "1")) -> Conflict:
    return Conflict((Place(number, odd), Place(number, usual)), {"count": counts[0], "total": counts[1]}, (why,), likely=True)
