"""A relative named by the given name alone, and in full by another: "his wife, Dana", then "Diana Rollins" of the Rollinses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.checks.forms import edits
from checker.data.words import KIN
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Span
from checker.structure.words import alternatives

_CALLED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ )?(?:" + alternatives(KIN) + r"),? ([A-Z][a-z]+)(?![\w’'-]| [A-Z])")
_LEAST = 4  # letters of a given name


def of_a_family(analysis: Analysis) -> Iterator[tuple[Span, Span]]:
    """Where the full name stands, and where the other given name does."""
    document, found = analysis.document, names(analysis)
    given = {m[1]: Span(*m.span(1)) for m in _CALLED.finditer(document.text)}
    if not given:
        return
    full = [parts for parts in found.written if len(parts) == 2]
    borne = {parts[0] for parts in full}
    surnames = Counter(parts[-1] for parts in full)
    for name, place in given.items():
        if name in borne or len(name) < _LEAST:
            continue
        near = [parts for parts in full if parts[0] != name and parts[0][0] == name[0] and edits(parts[0].lower(), name.lower()) == 1 and surnames[parts[-1]] > 1]
        if len(near) == 1 and len(found.written[near[0]]) == 1 and (near[0][0],) not in found.written:
            m = found.written[near[0]][0]
            if document.quotation_at(m.span.start) is None:
                yield m.span, place
