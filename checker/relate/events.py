"""Whose length or toll a figure is: "three-hour meeting" and "met for four hours" are figures of one event."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data.english import FUNCTION_WORDS, IRREGULAR_PASTS, LASTING, TOLLS
from checker.model import Quantity
from checker.relate.words import Words

DEFINITE = ("the", "this", "that", "these", "those")
_FAR = 5  # words between "death toll" and its figure
_REACH = 14  # words between a verb and its "for N hours"
_PREPOSITIONS = frozenset("of at in on for between with over about to from by against near outside".split())
_AUXILIARIES = frozenset("has had have also only eventually finally then itself would will".split())
_ENDED = frozenset("ended finished closed concluded adjourned stopped broke dispersed".split())
_TO_BE = frozenset("were was are is been be had have has people others who reportedly feared".split())
_WORDS_BETWEEN = 4  # "people who are feared dead"
_OBJECTS = frozenset("a an the his her its their some two three four five six seven eight nine ten one".split())  # "two guards killed a boy"


def event(q: Quantity, words: Words, first: int, last: int) -> tuple[str, bool]:
    """The stem of the event and whether the figure points back to it; ("", False) when it tells no event's size.

    `first` and `last` are the figure's own words among the sentence's words.
    """
    lower, stems = words.lower, words.stems
    before = first - 1
    definite = before >= 0 and lower[before] in DEFINITE
    if q.dimension == "duration":
        head = stems[last] if q.noun and 0 <= last < len(stems) else ""
        return (head, definite) if head else _lasting(words, first, last)
    if q.dimension == "count":
        return _toll(q, lower, stems, first, last), definite
    return "", False


def _skip_hedge(lower: Sequence[str], at: int) -> int:
    while at >= 0 and lower[at] in ("than", "more", "less", "nearly", "about", "almost", "some", "over", "at", "least", "around",
                                    "just", "roughly", "only", "approximately", "under", "up", "to"):
        at -= 1
    return at


def _lasting(words: Words, first: int, last: int) -> tuple[str, bool]:
    """ "met … for four hours", "the strike lasted four days", "the strike ended after four days", "after four days, the strike was over"."""
    lower, stems = words.lower, words.stems
    at = _skip_hedge(lower, first - 1)
    if last + 1 < len(lower) and lower[last + 1] == "before" or (at >= 0 and lower[at] == "after"):
        found = _ended(words, last + 1 + (lower[last + 1:last + 2] == ["before"]))
        if found[0]:
            return found
    if at < 1:
        return "", False
    if lower[at] in LASTING:
        return _subject(words, at)
    if lower[at] not in ("for", "after"):
        return "", False
    verb = at - 2 if lower[at - 1] in ("on", "out") else at - 1
    if verb > 0 and lower[verb] in LASTING:
        return _subject(words, verb)
    if lower[at] == "after":
        return "", False
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if not lower[i][0].isalpha():
            break
        if words.in_name[i]:
            continue  # "the United States"
        if lower[i] in IRREGULAR_PASTS or (lower[i].endswith("ed") and len(lower[i]) > 4 and lower[i] not in FUNCTION_WORDS):
            return stems[i], False
    return "", False


def _ended(words: Words, start: int) -> tuple[str, bool]:
    """The head noun of what "was over" or "ended" in the clause that begins at `start` with an article."""
    lower = words.lower
    if start >= len(lower) or lower[start] not in DEFINITE:
        return "", False
    for i in range(start + 2, min(len(lower), start + 9)):
        if i in words.behind_commas or not lower[i][0].isalpha():
            break
        over = lower[i] in ("was", "were") and lower[i + 1:i + 2] == ["over"]
        if over or lower[i] in _ENDED:
            return _head(words, start, i), True
    return "", False


def _head(words: Words, start: int, verb: int) -> str:
    """The head noun of the words from `start` up to a verb: what stands before the first preposition."""
    lower = words.lower
    head = next((i - 1 for i in range(start + 1, verb) if lower[i] in _PREPOSITIONS), verb - 1)
    while head > start and lower[head] in _AUXILIARIES:
        head -= 1
    return "" if head < start or lower[head] in FUNCTION_WORDS else words.stems[head]


def _subject(words: Words, verb: int) -> tuple[str, bool]:
    """The head noun of the verb's subject ("the strike at the port lasted": strike), and whether it points back."""
    lower = words.lower
    start = verb
    while start > 0 and verb - start < 10 and start not in words.behind_commas and lower[start - 1][0].isalpha() \
            and lower[start - 1] not in ("and", "but", "which", "that"):
        start -= 1
    if start and lower[start - 1] in ("which", "that"):
        return "", False
    head = _head(words, start, verb)
    return (head, lower[start] in DEFINITE) if head else ("", False)


def _toll(q: Quantity, lower: Sequence[str], stems: Sequence[str], first: int, last: int) -> str:
    """ "killed 49 people", "49 people were killed", "the 49 deaths", "49 arrests"."""
    if 0 <= last < len(stems) and stems[last] in TOLLS and lower[last] not in ("victims", "lives"):
        return stems[last]
    at = _skip_hedge(lower, first - 1)
    if at >= 0 and stems[at] in TOLLS:
        return stems[at]
    if at >= 1 and lower[at] == "of" and (stems[at - 1] in TOLLS or lower[at - 1] == "lives"):
        return stems[at - 1] if stems[at - 1] in TOLLS else "kill"
    if "toll" in (toll := lower[max(0, at - _FAR):at]) and toll[toll.index("toll") - 1] == "death":
        return "kill"  # "the death toll rose to 16"
    i = last + 1
    while i < len(stems) and lower[i] in _TO_BE and i <= last + _WORDS_BETWEEN:
        i += 1
    if lower[i:i + 1] == ["lost"] and lower[i + 1:i + 3] == ["their", "lives"]:
        return "kill"
    if i >= len(stems) or stems[i] not in TOLLS:
        return ""
    active = i == last + 1 and lower[i].endswith("ed") and (lower[i + 1:i + 2] or ["."])[0] in _OBJECTS
    return "" if active else stems[i]
