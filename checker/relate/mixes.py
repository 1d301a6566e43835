"""The shares of what one thing is made of: "a mix of 50 percent stocks, 35 percent bonds and 25 percent cash"; more than 100 percent together cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity

# what the words before such a series have in it
_CUES = ("mix", "blend", "alloy", "weight", "portfolio", "split", "alloc", "divid", "compos", "compris", "consist", "made up", "made of", "breakdown", "contain", "composition", "recipe", "ratio", "make-up", "makeup")
_FEWEST = 3
_NEAR = 40
_FULL = 90  # percent: what is told to be less is some of the parts


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    part = r"(?: (?!and |or |of the |of those |of all |of its |of their |in |among |from |to |more |less |higher |lower )[A-Za-z’'-]+){1,3}"
    joint = re.compile(rf"{part}(,|,? and|;|; and|,? plus) {HEDGE}")
    opens = re.compile(rf"\b(?:(?:mix(?:ture)?|blend|alloy|weightings?|portfolio|split|allocation|breakdown|composition|ratio|make-?up)(?: (?:of|is|was|at|to|be|will be|into)|:)|divided (?:into|between|up)|split (?:into|between)|"
                       rf"(?:composed|comprised|made up|made) of|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|contain(?:s|ed|ing)?|(?:is|was|are|were) split|allocates?|weighted)(?: (?:by|as|at|as follows))?:? {HEDGE}$", re.I)
    closed = re.compile(rf"{part}(?=[,.;)]| versus| vs| against| compared| from| instead| and (?!\d)|\s?[—–]| --|$)| [A-Za-z’'-]+$")
    return joint, opens, closed


def mixes(text: str, figures: Sequence[Mention], sentence: str) -> Iterator[Relation]:
    """Relations answers (part, …) of a sentence, given in small letters."""
    if not any(map(sentence.__contains__, _CUES)):
        return
    joint, opens, closed = _patterns()
    shares = [m for m in figures if quantity(m).dimension == "percent" and not quantity(m).ranged]
    i = 0
    while i + _FEWEST <= len(shares):
        parts, joints = [shares[i]], list[str]()
        for m in shares[i + 1:]:
            found = joint.fullmatch(text, parts[-1].span.end, m.span.start) if m.span.start - parts[-1].span.end <= _NEAR else None
            if found is None or joints and "and" in joints[-1]:
                break
            parts.append(m)
            joints.append(found[1])
        i += len(parts)
        first, last = parts[0].span.start, parts[-1].span.end
        if len(parts) >= _FEWEST and "and" in joints[-1] and opens.search(text, max(0, first - _NEAR), first) and closed.match(text, last) \
                and sum(quantity(p).low for p in parts) >= _FULL:
            yield Relation("answers", tuple(("part", p) for p in parts))
