"""The account behind a name, whose letters are another given name and the same surname: "Helen Hale (@AnnHale)" beside "Ann Hale"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.base import occurrences
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import alike, sex
from checker.model import Mention, Span

_LONGEST = 40  # characters of a name before its account
_BEHIND = re.compile(r"(?<![\w’'.-])([A-Z][\w’'-]+) ([A-Z][\w’'-]+) $")
_ACCOUNT = re.compile(r"\(@(\w+)\)")


def handled(analysis: Analysis) -> Iterator[tuple[Span, Mention]]:
    """A name with the account of another whom the text names in full, and that other's first mention."""
    text = analysis.document.text
    for at in occurrences(text, "(@"):
        name, account = _BEHIND.search(text, max(0, at - _LONGEST), at), _ACCOUNT.match(text, at)
        if not name or not account or sex(name[1]) is None:
            continue
        written = names(analysis).written
        for parts in names(analysis).full:
            if len(parts) == 2 and parts[1] == name[2] and not alike(parts[0], name[1]) and parts[1] not in parts[0] \
                    and "".join(parts).lower() in account[1].replace("_", "").lower():
                yield Span(name.start(1), name.end(2)), written[parts][0]
                break
