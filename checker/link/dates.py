"""When a document was written: what the user said, else a whole date in its dateline, byline or a line of its own near the top."""

from __future__ import annotations

from checker.link.ledger import Analysis
from checker.model import Date

_HEADS = frozenset({"dateline", "byline", "credit"})
_TOP = 5  # blocks from the top in which a line of its own may hold the date
_SHORT = 60  # characters of such a line


def written(analysis: Analysis) -> str:
    """The date as YYYY-MM-DD (with the time where the user told one), "" where none is known."""
    document = analysis.document
    if document.source.date:
        return document.source.date
    for m in analysis.mentions:
        number = document.zone_index(m.span.start)
        if number >= _TOP:
            break
        zone = document.zones[number]
        d = m.value
        if isinstance(d, Date) and d.year and d.month and d.day and not d.swapped and \
                (zone.kind in _HEADS or zone.span.end - zone.span.start <= _SHORT):
            return f"{d.year:04d}-{d.month:02d}-{d.day:02d}"
    return ""
