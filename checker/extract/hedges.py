"""What loosens a figure, and by how much.

The widths are a copy desk's reading, not a law; they decide when two figures can be the same:
about x: x ± 10%; almost x: 0.9x to x; just over x: x to 1.1x; over x: x to 1.25x; at least x: x to 2x;
up to x: x/2 to x; under x: 0.75x to x.
"""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.words import HEDGE_WORDS, HEDGES
from checker.model import Quantity

_WIDTH = {"about": ("0.9", "1.1"), "almost": ("0.9", "1"), "over": ("1", "1.25"), "just over": ("1", "1.1"), "least": ("1", "2"),
          "most": ("0.5", "1"), "under": ("0.75", "1")}
_WIDTHS = {kind: (Decimal(low), Decimal(high)) for kind, (low, high) in _WIDTH.items()}
_AFTER = re.compile(r"\+|,? or (?:more|so|less|fewer)(?![a-z])|-plus(?![a-z])|-odd(?![a-z])| plus(?= [a-z])")
_BEHIND = frozenset({", o", " or", "-pl", "-od", " pl"})  # how what `_AFTER` takes begins
_AFTER_KIND = {"+": "least", "more": "least", "plus": "least", "so": "about", "odd": "about", "less": "most", "fewer": "most"}

_LASTS = frozenset(phrase.rpartition(" ")[2] for phrase in HEDGES) | {"a", "the"}  # what stands last before a hedged figure
_BOTH = frozenset({"about", "over"})  # "questions about the 21 deaths": before "the" a preposition
_NEVER = frozenset({"never", "not", "nor", "cannot"})
_ONLY = frozenset({"only", "just", "merely", "because"})  # "not only more than 30"
# "ticked up to 7.4 percent": where it went, no bound
_MOVED = frozenset("add adds added adding tick ticks ticked ticking inch inches inched inching edge edges edged edging creep creeps crept creeping go goes went going gone came climbed "
                   "climbs climbing moved moves moving nudged shot rose rises rising jumped jumps drove driven back all way".split())
_OPENING = "(\"'“”‘[—–"


def before(text: str, start: int) -> tuple[str, str]:
    """The hedge right before a figure: (as printed in lower case, its kind), ("", "") where there is none."""
    if text[start - 1:start] == " ":  # as nearly all; most words before a figure are none of a hedge
        at = text.rfind(" ", max(0, start - 20), start - 1)
        if at >= 0 and (last := text[at + 1:start - 1]).isalpha() and last.islower() and last not in _LASTS:
            return "", ""
    left = text[max(0, start - 44):start]
    if not left or not (left[-1].isspace() or left[-1] in "~<>"):
        return "", ""
    words = left.lower().split()[-4:]
    if not words:
        return "", ""
    last = words[-1].lstrip(_OPENING)
    if last not in _LASTS:
        return "", ""
    words = [w.lstrip(_OPENING) for w in words]
    if last in ("a", "the") and len(words) > 1:
        words = words[:-1]
        if last == "the" and words[-1] in _BOTH and words[-2:-1] not in (["well"], ["just"], ["from"]):
            return "", ""
    if words[-1] not in HEDGE_WORDS:
        return "", ""
    for size in (4, 3, 2, 1):
        phrase = " ".join(words[-size:])
        if (kind := HEDGES.get(phrase)) is not None:
            turned = f"never {phrase}"
            if turned in HEDGES and _denied(words[max(0, len(words) - size - 2):len(words) - size]):
                return turned, HEDGES[turned]
            return ("", "") if phrase == "up to" and not _MOVED.isdisjoint(words[-size - 1:-size]) else (phrase, kind)
    return "", ""


def _denied(words: list[str]) -> bool:
    """Does a "never" or "not" stand before the hedge: "never paid less than 13 percent" is at least that?"""
    return any(w in _NEVER or w.endswith(("n't", "n’t")) for w in words) and _ONLY.isdisjoint(words)


def behind(text: str, end: int) -> tuple[str, str, int]:
    """The hedge right after a numeral ("100+", "100 or so"): (words, kind, where it ends)."""
    near = text[end:end + 3]
    m = _AFTER.match(text, end) if near in _BEHIND or near[:1] == "+" else None
    if m is None or (m[0] == "+" and text[m.end():m.end() + 1].isdigit()):
        return "", "", end
    word = m[0].strip(" -,").split()[-1]
    return m[0].strip(" ,-"), _AFTER_KIND[word], m.end()


def widen(low: Decimal, high: Decimal, kind: str) -> tuple[Decimal, Decimal]:
    """The interval that a hedge of this kind makes of [low, high]."""
    if not kind or kind not in _WIDTHS:
        return low, high
    down, up = _WIDTHS[kind]
    return low * down, high * up


def printed(q: Quantity) -> tuple[Decimal, Decimal]:
    """The figure as printed, its hedge taken off again: the inverse of `widen`."""
    if not q.hedge:
        return q.low, q.high
    kind = HEDGES.get(q.hedge) or _AFTER_KIND.get(q.hedge.split()[-1] if q.hedge else "", "")
    if kind not in _WIDTHS:
        return q.low, q.high
    down, up = _WIDTHS[kind]
    return q.low / down, q.high / up


def kind_of(q: Quantity) -> str:
    """The kind of a quantity's hedge ("about", "over", …), "" without one."""
    return HEDGES.get(q.hedge) or _AFTER_KIND.get(q.hedge.split()[-1] if q.hedge else "", "")


def rounding(q: Quantity, share: str = "0.02") -> Decimal:
    """Half the last digit that counts: trailing zeros of a figure from 1,000 on count as rounded, up to `share` of the figure.

    Small whole counts are exact.
    """
    value = printed(q)[1]
    step = q.step
    if q.dimension in ("count", "number") and step == 1 and value < 1000:
        return Decimal(0)
    if value >= 1000 and step == 1:
        while step * 10 <= value * Decimal(share) * 2 and value % (step * 10) == 0:
            step *= 10
    return step / 2
