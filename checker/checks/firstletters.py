"""A surname that nobody in the text bears, and the surname of somebody introduced from which only its first letter differs: "Eileen Parr", "Mrs Carr".

A slip of the first letter makes another known surname as a rule, so that the words around must say that no other person is meant: nobody of that name is
introduced, and it stands once, alone, behind a courtesy title that the other bears, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import sex
from checker.model import Mention

_COURTESY = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr)\.? $")
_LEAST = 4  # letters
_USES = 2  # of the surname that the odd one is a slip of
_REACH = 6  # characters of a courtesy title


def first_letters(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """The surnames with one letter wrong, the first."""
    document, known = analysis.document, names(analysis)
    alone = {parts[0]: found[0] for parts, found in known.written.items() if len(parts) == 1 and len(found) == 1 and len(parts[0]) >= _LEAST and parts[0][1:].replace("-", "").isalpha() and not parts[0].isupper()}
    if not alone:
        return
    full: dict[str, list[Mention]] = {}
    for parts, found in known.written.items():
        if len(parts) in (2, 3) and sex(parts[0]) is not None:
            full.setdefault(parts[-1], []).extend(found)
    by_rest: dict[str, list[str]] = {}
    for surname in full:
        by_rest.setdefault(surname[1:], []).append(surname)
    for odd, m in alone.items():
        meant = [s for s in by_rest.get(odd[1:], ()) if s[0] != odd[0]]
        if len(meant) != 1 or odd in full or document.counts.get(odd.lower(), 0) != 1 or document.zone_at(m.span.start).kind != "body" or document.quotation_at(m.span.start) is not None:
            continue
        surname = meant[0]
        uses = sorted([*full[surname], *known.written.get((surname,), ())], key=lambda x: x.span)
        before = [x for x in uses if x.span.end < m.span.start]
        if len(uses) >= _USES and before and _stands_for(document.text, m, uses):
            yield Conflict((Place(number, m.span), Place(number, before[-1].span)), {"count": "1", "total": str(len(uses))},
                           ("one letter apart, the first", f"nobody called {odd} is introduced"), likely=True)


def _stands_for(text: str, m: Mention, uses: list[Mention]) -> bool:
    """Does the odd surname stand behind a courtesy title that the other bears, too?"""
    courtesy = _COURTESY.search(text, max(0, m.span.start - _REACH), m.span.start)
    return courtesy is not None and any((own := _COURTESY.search(text, max(0, x.span.start - _REACH), x.span.start)) is not None and own[1] == courtesy[1] for x in uses)
