"""The Arabic article in two spellings before one name: "al-Adnani", "el-Adnani"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.forms import fold
from checker.checks.toldapart import told_apart
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.structure.cited import cited_alone, told_as_such

_SHORTEST = 3  # letters behind the article
_NAME = re.compile(r"(?<![\w-])([AaEe])l-([A-Z][\w’'-]*\w)")


def articles(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Names with both, the rarer (or later) one first."""
    document = analysis.document
    hyphened = document.hyphened
    rests = [{word[3:].removesuffix("'s").removesuffix("’s") for word in hyphened if word.startswith(article)} for article in ("al-", "el-")]
    if not all(rests) or rests[0].isdisjoint(rests[1]):
        return
    found: dict[str, tuple[list[Span], list[Span]]] = {}
    for m in _NAME.finditer(document.text):
        rest = fold(m[2].removesuffix("’s").removesuffix("'s"))
        if len(rest) >= _SHORTEST:
            found.setdefault(rest, ([], []))[m[1].lower() == "e"].append(Span(m.start(), m.start() + 3 + len(m[2].removesuffix("’s").removesuffix("'s"))))
    for sides in found.values():
        if not all(sides) or told_as_such(document, sides) or told_apart(document, sides):
            continue
        odd, usual = sorted(sides, key=lambda s: (len(s), -s[0].start))
        quoted = cited_alone(document, (odd, usual))
        before = [s for s in usual if s < odd[0]]
        yield Conflict((Place(number, odd[0]), Place(number, before[-1] if before else usual[0]), *(Place(number, s) for s in odd[1:])), {"count": str(len(odd)), "total": str(len(usual))},
                       tuple(filter(None, ("the Arabic article in two spellings", quoted))), likely=bool(quoted))
