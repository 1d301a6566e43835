"""An amount pointed at with no noun, a thousand times what was told: "another $500 million for clinics … The whole $500 billion has been argued over"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention
from checker.relate.gaps import quantity

_ZONES = 4  # paragraphs back to what is pointed at
_BACK = 24  # amounts before it among which it is looked for
_SCALES = (1000, 1_000_000)
_MILLION = 10 ** 6
_POINTS = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose) (?:whole |full |entire |same |extra )?$")
_BARE = re.compile(r" (?:figure|sum|amount|total|number|question)?(?=[,.;)—–]|$)|(?=[,.;)—–])| (?:figure |sum |amount |total )?(?:has|have|had|is|was|were|will|would|could|did|made|came|drew|raised|got|remains?|went|and|but)\b")
# what tells of another sum: "compared with the $5 billion", "of the $5 billion"
_AGAINST = re.compile(r"\b(?:than|from|with|against|of|over|above|below|to|beyond|exceed(?:s|ed)?|including) (?:the|that|this) (?:whole |full |entire |same |extra )?$")


def scaled_back(analysis: Analysis) -> Iterator[tuple[Mention, Mention]]:
    """Such an amount, told nowhere else, and the only one before it with its digits and currency."""
    amounts = [m for m in names(analysis).figures if quantity(m).dimension == "money" and quantity(m).high >= _MILLION]
    if len(amounts) < 2:
        return
    told = Counter(quantity(m).high for m in amounts)
    for i, m in enumerate(amounts):
        if told[quantity(m).high] == 1 and any(told.get(quantity(m).high / scale) or told.get(quantity(m).high * scale) for scale in _SCALES) and _points(analysis, m) \
                and (found := _other(analysis, amounts[max(0, i - _BACK):i], m)) is not None:
            yield m, found


def _points(analysis: Analysis, m: Mention) -> bool:
    text, (start, end), q = analysis.document.text, m.span, quantity(m)
    before = text[max(0, start - 40):start]
    return not q.ranged and not q.hedge and not q.per and _POINTS.search(before) is not None and _AGAINST.search(before) is None and _BARE.match(text, end) is not None


def _other(analysis: Analysis, before: Sequence[Mention], m: Mention) -> Mention | None:
    """The amount that is a thousand or a million times more or less, if there is just one; nothing else within reach may be meant."""
    document, q = analysis.document, quantity(m)
    zone = document.zone_index(m.span.start)
    near = [x for x in before if quantity(x).unit == q.unit and zone - document.zone_index(x.span.start) <= _ZONES
            and any(quantity(x).high * scale == q.high or q.high * scale == quantity(x).high for scale in _SCALES)]
    return near[-1] if len({quantity(x).high for x in near}) == 1 else None
