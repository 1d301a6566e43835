"""Ages in "-year-old" that tell who a person is: "Trent, the 26-year-old head of the mill", "the mill's 26-year-old foreman Ola Trent"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from checker.model import Mention, Name
from checker.structure.document import Document

_NEAR = 40  # characters between the age and the name
_CLAUSE = 90  # characters that tell whether another clause begins before the name


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    no_noun = (r"(?!(?:of|from|in|with|who|whom|and|or|to|by|at|for|on|than|as|when|while|after|over|under|like|but|not|told|said|met|saw|beat|was|is|has|had|will|won|led|lost|took|gave|left|ran|got|came|went|made|held|put|hit|"
               r"[a-z]+ed|[a-z]{2,}ing|[a-z]+(?<!s)s)\b)")
    noun = rf"(?:{no_noun}[a-z’'-]+ ){{0,2}}{no_noun}[a-z’'-]{{3,}} (?:[A-Z][a-z]+\.? ){{0,2}}"
    return {
        "noun": re.compile(rf" {noun}"),
        "place": re.compile(rf" {noun}"),
        "owner": re.compile(r"\b(?:the|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[A-Z][\w.]*[’']s?) $|\bThe $"),
        "the": re.compile(r"(?:,|,? ?(?:—|–|--)) ?(?:now )?the (?:now[ -])?"),
        "is noun": re.compile(rf" (?:(?:[A-Z][\w’'-]+ ){{0,3}}{no_noun}[a-z]{{3,}}|(?:at|behind|from|of|who|whose|whom) )"),
        # what opens a clause whose own subject follows the comma: "After a talk with Trent, the 26-year-old …"
        "opens": re.compile(r"(?:^|[,;:“”\"—–] ?|\b(?:and|but|that) )(?:when|after|as|while|before|with|without|since|although|though|if|because|until|once|like|unlike|despite|against|for|in|on|at|by|from|to|of|under|over|during|among|alongside|according|"
                            r"[a-z]+ing|[a-z]+ed)\b", re.I),
    }


def apposed(document: Document, start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The name that "the N-year-old" with a noun stands behind as an apposition, `start` and `end` being those of the age."""
    text, p = document.text, _patterns()
    i = bisect_left(starts, start) - 1
    if i < 0 or mentions[i].span.end < start - len(" -- now the now ") or not p["the"].fullmatch(text, mentions[i].span.end, start) or not p["is noun"].match(text, end):
        return None
    opens = document.sentence_at(mentions[i].span.start).start
    return None if p["opens"].search(text[max(opens, mentions[i].span.start - _CLAUSE):mentions[i].span.start]) else mentions[i]


def described(text: str, start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The full name right behind the noun of an age that an article or an owner stands before, or of an age and a place."""
    p, i = _patterns(), bisect_left(starts, end)
    if i < len(starts) and starts[i] == end + 1 and i + 1 < len(starts) and _is_full(mentions[i + 1]) and not _is_full(mentions[i]) \
            and starts[i + 1] < end + _NEAR and p["place"].fullmatch(text, mentions[i].span.end, starts[i + 1]):
        return mentions[i + 1]
    if i == len(starts) or starts[i] > end + _NEAR or not _is_full(mentions[i]) or not p["owner"].search(text, max(0, start - _NEAR), start):
        return None
    return mentions[i] if p["noun"].fullmatch(text, end, starts[i]) else None


def _is_full(m: Mention) -> bool:
    return isinstance(m.value, Name) and len(m.value.parts) > 1
