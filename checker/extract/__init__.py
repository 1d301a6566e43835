"""Document → Mentions: what the text names and measures."""

from __future__ import annotations

from operator import itemgetter

from checker.extract import names, numbers, times
from checker.model import Mention
from checker.structure.document import Document

_SPAN = itemgetter(Mention._fields.index("span"))


def extract(document: Document) -> tuple[Mention, ...]:
    """All mentions of a document in the order of the text; a later one never starts before an earlier one."""
    found = [*numbers.extract(document), *times.extract(document), *names.extract(document)]
    found.sort(key=_SPAN)
    return tuple(found)
