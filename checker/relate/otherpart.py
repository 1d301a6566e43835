"""The rest of a whole whose other share stands in the sentence before: "Oil is 90 percent of exports. Timber makes up the other 30 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation, Span
from checker.relate.fractional import told
from checker.relate.gaps import quantity
from checker.relate.near import within
from checker.structure.document import Document

OTHERS = frozenset({"other", "remaining"})
_CHANGED = (" more", " less", " higher", " lower", " increase", " rise", " drop", " decline", " chance", " in 1", " in 2", " a year", " interest")


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){told()}|\b[a-z]+ [a-z]+ in (?:three|four|five|six|seven|eight|nine|ten)\b")


def other_part(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Relations sides (part, part) of "the other 30 percent" and the only share of the sentence before."""
    lower = document.lower
    for word in sorted(OTHERS & document.lowercase):
        for at in document.places(word):
            end = at + len(word) + 1
            rest = next(iter(within(mentions, Span(end, end + 1))), None)
            if rest is None or not lower.endswith("the ", 0, at) or quantity(rest).dimension != "percent" or quantity(rest).ranged:
                continue
            index, sentence = document.sentence_index(at), document.sentence_at(at)
            if not index or document.zone_index(document.sentences[index - 1].start) != document.zone_index(at) or sum(_is_share(m) for m in within(mentions, sentence)) > 1 or _fraction().search(lower, sentence.start, at):
                continue
            before = [m for m in within(mentions, document.sentences[index - 1]) if _is_share(m)]
            if len(before) == 1 and not quantity(before[0]).ranged and _EACH.search(lower, *document.sentences[index - 1]) is None and not lower.startswith(_CHANGED, before[0].span.end):
                earlier = Span(document.sentences[max(0, index - 2)].start, document.sentences[index - 1].start)
                alone = not any(_is_share(m) for m in within(mentions, earlier)) and not _fraction().search(lower, earlier.start, sentence.start)
                first = alone and at - len("the ") == sentence.start and not lower.startswith(" of ", rest.span.end)
                yield Relation("answers", (("part", before[0]), ("part", rest)), {"all": "yes"}) if first else Relation("sides", (("part", before[0]), ("part", rest)))


_EACH = re.compile(r"\b(?:each|apiece|both)\b")  # "The town and the state will each bear 20%": two such shares


def _is_share(m: Mention) -> bool:
    return quantity(m).dimension in ("percent", "points")
