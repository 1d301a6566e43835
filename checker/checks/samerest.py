"""Three-word names that differ in the first alone: "Ann Voss Hale", later "Helen Voss Hale"; "the Ann Hale Bridge"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import alike, sex
from checker.model import Mention, Name

_KIN = frozenset("""brother brothers sister sisters daughter daughters son sons wife husband widow mother father cousin cousins twin twins
siblings parents family niece nephew aunt uncle""".split())


def same_rest(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """The name that stands once, and later than the first mention of the other: two given names of one sex before the same two words."""
    known = names(analysis)
    by_rest: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for parts in known.full:
        if len(parts) == 3 and parts[0] not in parts[1:]:
            by_rest.setdefault(parts[1:], []).append(parts)
    for rest, held in by_rest.items():
        if len(held) != 2 or not _KIN.isdisjoint(analysis.document.lowercase):
            continue
        first, odd = held  # in the order of the text
        one, two = sex(first[0]), sex(odd[0])
        if one and one == two and sex(rest[0]) in (None, one) and not alike(first[0], odd[0]) and len(known.written[odd]) == 1 and _bare(known.written[odd][0]):
            yield known.written[odd][0], known.written[first][0]


def _bare(m: Mention) -> bool:
    return isinstance(m.value, Name) and not (m.value.age or m.value.apposition)
