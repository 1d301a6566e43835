"""Totals: a whole and its parts, where the sentence says that the parts make it up.

Said by a closing cue ("X and Y, 26 in all", "a total of 26", "making 26"), by a colon, dash or bracket after the whole
("12 people: five children and seven adults"), or by "of the 100 senators" after a vote. "Including", "among" and "such as"
announce some of the parts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Mention, Relation
from checker.relate.gaps import HEDGE, quantity

_PARTS = frozenset({"count", "number", "money"})
_LONG = frozenset({"year", "month", "week", "day", "season", "term"})  # units of times that are told with a total
_AFTER_CUE = re.compile(r"(?:,? of them| votes| people| in [a-z]+)?,? (?:combined|overall|in all|in total|all told|altogether|all in all|together)(?![a-z])")
_PARTIAL = re.compile(r"(?<![a-z])(?:includ(?:ing|es?|ed)|among|such as|of whom|of which|some of|mostly|mainly|at least|as well|more than|other|others|"
                      r"another|each|per(?! cent)|every|from|than|compared|versus|against|out of|average|between|by|instead|rather|not)(?![a-z])", re.I)
OVERLAP = re.compile(r"[^.;\n]{0,60}?\b(?:twice|in both|overlap\w*|more than once)\b")
_IN_ALL = (" in all:", " in total:", " altogether:", " all told:")
_SUMMED = ("total", "toll", "sum", "number", "count", "mak", "add", "comb", "comes")  # what a cue before the whole has in it
_SINGLE = re.compile(r"(?:[,;]|,? and) (?:one |an? (?![a-z]+ (?:of|worth) [$£€]))")
_CLOSED = re.compile(r"[^.;:()\d]{0,60}?(?:[.;)\n]|\s?(?:[—–]|--)|$)")
_OF_CHAMBER = re.compile(r"(?: vote| votes)?,? (?:out )?of (?:the |all |its )?(?:chamber[’']s |body[’']s )?")
_OF_A_TOTAL = re.compile(r"(?:out|up|share|part) of|of an? total|(?:from|among|than|with) (?:a|the) total")
_A_TOTAL = re.compile(r"\b(?:total|toll|sum|number|tally) (?:to|at|of) (?:the )?$")  # a whole of its own: "taking the total to 54, and four more"
ABSTAIN = re.compile(r"abst(?:ain|ention)|present|absent|not voting|did not vote|didn[’']t vote", re.I)


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    before_cue = re.compile(
        r"[^.;:\n\d]{0,45}?[\s,(—–-]+(?:or |for |in |and |with |making |bringing |taking |to |that is |which is )*"
        r"(?:(?:a|the|their|its) (?:combined |grand |overall |final |[a-z]+-[a-z]+ )?(?:total|toll|sum|number|count) (?:of|to|at)|(?:a )?total [a-z]+ of|making|totall?ing|which (?:makes?|totals?)|"
        r"add(?:ing|s|ed)? up to|a combined|totall?ed|which comes to) (?:all |up )?" + HEDGE)
    of = r"(?:an? )?(?:(?!total|sum|combined|average|record|maximum|minimum|loss|gain|profit|rise|fall|drop|more|over|less|some|about)[a-z]+ ){1,2}(?:of|worth) "  # "a salary of", "stock worth"
    joint = re.compile(r"[^.;:()\n\d%$£€—–]{0,40}?(,? and|,? plus|,? as well as|,|, along with|;)(?: (?!and )[a-z]{4,})? (?:" + of + ")?" + HEDGE)
    plain = re.compile(r"[^.;:\n\d]{0,45}?[\s,(—–-]+(?:or |for |so )?" + HEDGE)
    opens = re.compile(r"(?: [a-zA-Z’'-]+){0,4}(?::|\s?(?:[—–]|--)| -|\s?\(|,? (?:made up|composed|comprised|consisting|consists|consisted) of) ?(?:" + of + ")?" + HEDGE)
    return before_cue, joint, plain, opens


def totals(text: str, figures: Sequence[Mention]) -> Iterator[Relation]:
    """Totals among the figures of one sentence."""
    figures = [m for m in figures if "-" not in m.text or quantity(m).dimension != "duration"]  # "a two-month total"
    for k, whole in enumerate(figures):
        q = quantity(whole)
        if q.dimension == "duration" and q.unit in _LONG and not q.ranged and (served := _closing(text, figures, k)) is not None:
            yield served
        if q.dimension not in _PARTS or q.ranged:
            continue
        found = _closing(text, figures, k) or _opening(text, figures, k) or _paid(text, figures, k)
        if found is not None and not OVERLAP.match(text, max(m.span.end for _, m in found.roles)):
            yield found


def _closing(text: str, figures: Sequence[Mention], k: int) -> Relation | None:
    """X and Y, N in all."""
    if k == 0:
        return None
    before_cue, _, plain, _ = _compiled()
    whole, last = figures[k], figures[k - 1]
    if quantity(whole).dimension == "money" and text.startswith(" per ", whole.span.end):
        return None
    between = text[last.span.end:whole.span.start]
    if len(between) > 90:
        return None
    of = quantity(last).dimension == "vote" and _OF_CHAMBER.fullmatch(between)
    cued = any(map(between.__contains__, _SUMMED)) and before_cue.fullmatch(between) or (_AFTER_CUE.match(text, whole.span.end) and plain.fullmatch(between))
    if not of and (not cued or _OF_A_TOTAL.search(between)):
        return None
    parts = [last] if quantity(last).dimension == "vote" else chain(text, figures, k - 1, whole)
    if not parts or (quantity(parts[0]).dimension != "vote" and len(parts) < 2):
        return None
    if quantity(last).dimension == "vote" and not of and quantity(whole).unit not in ("", "vote", "senator", "member", "lawmaker", "ballot"):
        return None
    facts = {"bound": "at most"} if of or ABSTAIN.search(text, last.span.start, whole.span.end + 80) else {}
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "told", **facts})


def chain(text: str, figures: Sequence[Mention], k: int, whole: Mention) -> list[Mention]:
    """The parts that end with figures[k], read backwards while "and" or a comma joins them."""
    _, joint, _, _ = _compiled()
    parts = [figures[k]]
    if not is_part(figures[k], whole):
        return []
    for i in range(k - 1, -1, -1):
        m = joint.fullmatch(text[figures[i].span.end:figures[i + 1].span.start]) if \
            figures[i + 1].span.start - figures[i].span.end < 80 else None
        if m is None or not is_part(figures[i], whole) or _A_TOTAL.search(text, max(0, figures[i].span.start - 24), figures[i].span.start) or (len(parts) == 1 and m[1] in (",", ";")):
            break
        if _PARTIAL.search(m[0]) and not re.search(r"(?:by|from|against|for) [A-Za-z]+,? and $", m[0]):
            break
        parts.insert(0, figures[i])
    return parts


def is_part(m: Mention, whole: Mention) -> bool:
    """Can the figure be a part of the whole: both counts, or amounts in one currency?"""
    p, w = quantity(m), quantity(whole)
    if w.dimension == "duration":
        return not p.ranged and not p.hedge and (p.dimension == "number" or p.dimension == "duration" and p.unit == w.unit)
    if p.dimension not in _PARTS or p.ranged or p.per:
        return False
    return (p.dimension == "money") == (w.dimension == "money") and (p.dimension != "money" or p.unit == w.unit)


def _opening(text: str, figures: Sequence[Mention], k: int) -> Relation | None:
    """12 people: five children and seven adults."""
    _, joint, _, opens = _compiled()
    whole = figures[k]
    if quantity(whole).dimension != "count" and not text.startswith((" of ", "orth "), whole.span.start - len(" of ") - text.startswith("orth ", whole.span.start - len("orth "))) and not text.startswith(_IN_ALL, whole.span.end) or k + 2 >= len(figures) or quantity(whole).per:
        return None
    between = text[whole.span.end:figures[k + 1].span.start]
    if len(between) > 60 or not opens.fullmatch(between) or _PARTIAL.search(between):
        return None
    parts = [figures[k + 1]]
    last_joint = ""
    for m in figures[k + 2:]:
        found = joint.fullmatch(text[parts[-1].span.end:m.span.start])
        if found is None or _PARTIAL.search(found[0]):
            break
        parts.append(m)
        last_joint = found[1]
    if len(parts) < 2 or last_joint in (",", ";") or not all(is_part(p, whole) for p in parts):
        return None
    if _SINGLE.search(text, parts[0].span.end, parts[-1].span.end + 60):
        return None  # "and one in Leeds" is a part too
    closed = _CLOSED.match(text, parts[-1].span.end)
    if closed is None or _PARTIAL.search(text, parts[-1].span.end, min(parts[-1].span.end + 25, closed.end())):
        return None
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "colon"})


@cache
def _payers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    who = r"(?:[A-Za-z’'.-]+ ){1,5}?"
    first = re.compile(rf",? (?:with|of which) {who}(?:to pay|pay|paying|pays|paid|to contribute|contributing|to provide|providing|putting up|covering|giving) {HEDGE}")
    return first, re.compile(rf",?( and)? {who}(?:(?:pay|paying|pays|paid|contributing|providing|putting up|covering|giving) )?{HEDGE}")


def _paid(text: str, figures: Sequence[Mention], k: int) -> Relation | None:
    """$48 million, with the state paying $28 million, the county $12 million and the town $8 million.

    Two payers need not be all of them, so that only a sum over the whole is wrong; three that end with "and" are.
    """
    whole = figures[k]
    if quantity(whole).dimension != "money" or quantity(whole).per or k + 2 >= len(figures):
        return None
    first, other = _payers()
    if not first.fullmatch(text[whole.span.end:figures[k + 1].span.start][:120]):
        return None
    parts, ended = [figures[k + 1]], False
    for m in figures[k + 2:]:
        found = other.fullmatch(text[parts[-1].span.end:m.span.start][:90])
        if found is None or ended or _PARTIAL.search(found[0]):
            break
        parts.append(m)
        ended = bool(found[1])
    if len(parts) < 2 or not ended or not all(is_part(p, whole) for p in parts) or re.match(r"[^.;]{0,40}(?:the rest|remain|balance)", text[parts[-1].span.end:]):
        return None
    return Relation("total", (("whole", whole), *(("part", p) for p in parts)), {"cue": "told", **({"bound": "at most"} if len(parts) < 3 else {})})
