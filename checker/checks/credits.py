"""A credit that stands twice in one line with two given names: "Ann Hale/Lynx Helen Hale/Lynx"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.base import occurrences
from checker.link.names import alike, sex
from checker.model import Span
from checker.structure.document import Document

_LONGEST = 60  # characters of a credited name
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2}$")
_AGAIN = re.compile(r"/([A-Z]\w+(?: [A-Z]\w+)?) (([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,2})/\1)(?![\w/])")


def credited(document: Document) -> Iterator[tuple[Span, Span]]:
    """The name in the second credit and that in the first: one agency, one surname, another given name."""
    text = document.text
    for at in occurrences(text, "/"):
        again = _AGAIN.match(text, at)
        first = again and _NAME.search(text, max(0, at - _LONGEST), at)
        if not again or not first:
            continue
        one, two = first[0].split(), again[3].split()
        one = one[-len(two):]  # a credit's own words in capitals may stand before it ("Photo Ann Hale/Lynx")
        odd = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
        if len(one) == len(two) and one[-1] == two[-1] and len(odd) == 1 and sex(odd[0][1]) is not None and not alike(*odd[0]):
            yield Span(again.start(3), again.end(3)), Span(at - len(" ".join(one)), at)
