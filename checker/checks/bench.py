"""One judge as "Judge Hale" and as "Justice Hale": a court has the one or the other, and where nobody is nominated or confirmed, nobody changes courts."""

from __future__ import annotations

from collections.abc import Iterator

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import with_title
from checker.model import Mention, Name, Span

_PROSE = frozenset({"body", "list"})
_MOVES = frozenset("nominated nominee nomination nominees confirmed confirmation confirm confirming hearings elevated elevation promoted promotion former then-judge retired appointed appointment sworn".split())
_BENCH = ("Judge", "Justice")


def bench(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """The later and the earlier of a judge's two titles, and the surname."""
    found, document = names(analysis), analysis.document
    ends = {title: last for title in found.kinds if (last := title.rpartition(" ")[2]) in _BENCH}
    if len(set(ends.values())) < len(_BENCH) or not document.distinct.isdisjoint(_MOVES):
        return
    told: dict[str, dict[str, list[int]]] = {}
    for at, title in found.titles.items():
        if title in ends and document.quotation_at(at) is None and document.zone_at(at).kind in _PROSE:
            told.setdefault(found.bearers[at][-1], {}).setdefault(ends[title], []).append(at)
    for surname, forms in told.items():
        mentions = [m for m in found.holding({surname}) if isinstance(m.value, Name) and m.value.parts[-1] == surname]
        given = {m.value.parts[0] for m in mentions if isinstance(m.value, Name) and len(m.value.parts) > 1}
        if len(forms) == len(_BENCH) and len(given) == 1:
            fewer, more = sorted(forms.values(), key=lambda places: (len(places), -places[0]))
            yield _titled(document.text, mentions, fewer[0]), _titled(document.text, mentions, more[0]), surname


def _titled(text: str, mentions: list[Mention], at: int) -> Span:
    return with_title(text, next(m for m in mentions if m.span.start == at))
