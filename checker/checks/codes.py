"""Check `variants`, codes and acronyms: "G-7" and "G7", "Airbus A320" and "Airbus 320"; "LWCR" where the text has "LCWR"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.checks.forms import edits
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Span
from checker.structure.words import digits

_CODE = re.compile(r"(?<![\w.,$/#&+-])([A-Z]{1,5})(-?)([0-9]{1,4})(?![\w-]|[.,]\d)")
_BEFORE = re.compile(r"([A-Z][a-z]{2,}) $")
_LETTERS = 5
_MOST = 100  # named codes of one text that are looked for without their letters
_SKIPPED = frozenset({"headline", "byline", "credit", "aside"})
_SHORTEST, _LONGEST = 4, 8  # letters of an acronym; of three, two bodies may well have the same
_OFTEN = 3  # uses of the other from which two swapped letters are certain


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
    found = []
    for at, _ in digits(text):
        before = text[at - 1:at]
        if before == "-" and at > 1 and "A" <= text[at - 2] <= "Z":
            found.append(at - 2)
        elif "A" <= before <= "Z":
            found.append(at - 1)
    return found


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


def swapped(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Letters that stand once and, with two neighbours in the other order, several times; in brackets they would be explained."""
    found: dict[str, list[str]] = {}
    for word in names(analysis).capitals:
        if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
            found.setdefault("".join(sorted(word)), []).append(word)
    for pair in found.values():
        if len(pair) != 2 or edits(*pair) != 1:
            continue
        odd, usual = sorted((_uses(analysis, word) for word in pair), key=len)
        if len(odd) == 1 < len(usual) and analysis.document.text[odd[0].start - 1] != "(":
            yield Conflict((Place(number, odd[0]), Place(number, usual[0])), {"count": "1", "total": str(len(usual))}, ("two letters are swapped",),
                           likely=len(usual) < _OFTEN)


def _uses(analysis: Analysis, word: str) -> list[Span]:
    """Where the letters stand in sentences that are not all capitals."""
    document = analysis.document
    starts = [document.text.find(word, *m.span) for m in names(analysis).holding({word}) if document.zone_at(m.span.start).kind not in _SKIPPED]
    return [Span(at, at + len(word)) for at in starts if at >= 0 and not document.text[slice(*document.sentence_at(at))].isupper()]
