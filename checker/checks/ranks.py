"""A rank or an office before one person's name in full and in short: "General Marsh", "Gen. Marsh".

Many desks shorten it before the full name and spell it out before the surname, so only names of one shape are held against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.data.offices import SHORT_TITLES
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Span

_PROSE = frozenset({"body", "list"})


def ranks(analysis: Analysis) -> Iterator[dict[str, list[Span]]]:
    """The two forms of a rank, each with its places, that the article's own prose has before a surname, or before a full name."""
    found, document = names(analysis), analysis.document
    last = {title: title.rpartition(" ")[2].rstrip(".") for title in found.kinds}
    ends = set(last.values())
    both = {short for short in ends if SHORT_TITLES.get(short) in ends}
    if not both:
        return
    wanted = both.union([SHORT_TITLES[short] for short in both])
    told: dict[tuple[str, str, bool], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for at, title in found.titles.items():
        if (end := last[title]) in wanted and document.quotation_at(at) is None and document.zone_at(at).kind in _PROSE:
            bearer = found.bearers[at]
            start = document.text.rfind(end, max(0, at - len(end) - 3), at)
            if start >= 0:
                told[SHORT_TITLES.get(end, end), bearer[-1], len(bearer) > 1][f"{end}." if end in both else end].append(Span(start, at + len(" ".join(bearer))))
    seen: set[tuple[str, str]] = set()
    for (rank, surname, _), forms in told.items():
        if len(forms) > 1 and (rank, surname) not in seen:
            seen.add((rank, surname))
            yield forms
