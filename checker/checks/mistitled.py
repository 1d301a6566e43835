"""A courtesy title of the other sex before somebody's surname, with the pronoun that follows it: "Ms Hale says he"."""

from __future__ import annotations

from checker.checks.clauses import NOUNS
from checker.checks.pronouns import Reader
from checker.checks.spoken import COURTESY
from checker.model import Span


def mistitled(reader: Reader, person: int) -> tuple[Span, Span] | None:
    """A title with its name, and the pronoun behind it: "Ms Hale says he", where the given name is a man's and nobody else is spoken of."""
    document, text = reader.document, reader.document.text
    names = reader.mentions(person)
    told = {s for m in names if (s := reader.given(m))}
    odd = [m for m in names if (t := reader.titled.get(m.span.start)) and {t} != told and len(m.value.parts) == 1] if len(told) == 1 else []  # type: ignore[union-attr]
    if len(odd) != 1:
        return None
    here = document.zone_index(odd[0].span.start)
    around = Span(document.zones[max(0, here - 1)].span.start, document.zones[min(here + 1, len(document.zones) - 1)].span.end)
    behind = next((p.span for p in reader.spoken.between(odd[0].span.end, document.zones[here].span.end) if document.quotation_at(p.start) is None), None)
    usual = next(iter(told))
    if behind is None or reader.in_zone(here)[0] != {person} or {p.word for p in reader.spoken.between(*around)} != {usual}:
        return None
    if NOUNS["he" if usual == "she" else "she"].search(text, *around) or reader.named_behind(behind.end, person):
        return None
    start = COURTESY.search(text, max(0, odd[0].span.start - 6), odd[0].span.start)
    return Span(start.start() if start else odd[0].span.start, odd[0].span.end), behind
