"""Participles that open a sentence before a name: "Citing" is no part of "Citing Hale's plan", "Rolling" is of "Rolling Stone"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from checker.data.people import GIVEN
from checker.model import Mention, Name, Span

_SHORTEST = 6  # letters


def cut(found: list[Mention], numbers: Iterable[int], opens: Callable[[int], bool], heads: Callable[[int], bool]) -> None:
    """Take the participle off those of the names found, by their numbers, that begin with one where a capital may be due to its place, and which the text has
    nowhere within a sentence; `opens` and `heads` tell of an offset whether a sentence or a line like a headline stands there.
    """
    from checker.data.lexicon import is_word  # most texts have no such opening

    written: set[str] | None = None
    for i in numbers:
        m = found[i] if i < len(found) else None
        first, _, rest = m.text.partition(" ") if m else ("", "", "")
        if m is None or not rest or first[-3:] != "ing" or len(first) < _SHORTEST or heads(m.span.start) or not opens(m.span.start):
            continue
        if written is None:  # as late as may be: of every name is asked where it stands
            written = {m.text for m in found if not opens(m.span.start)}
        if m.text in written:
            continue
        if first.lower() not in GIVEN and is_word(first.lower()) and isinstance(m.value, Name) and m.value.parts[0] == first:
            found[i] = m._replace(span=Span(m.span.start + len(first) + 1, m.span.end), text=rest, value=m.value._replace(parts=m.value.parts[1:]))
