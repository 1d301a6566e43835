"""Surnames that are titles elsewhere: "King" where the text has Peter King, so that "King said" and "Sen. King" are names there."""

from __future__ import annotations

from collections.abc import Sequence

from checker.data.people import GIVEN, TITLES
from checker.model import Mention, Name, Span
from checker.structure.words import occurrences

# titles that many bear as a surname; "White" stands among the titles for the House's sake
SURNAMES = frozenset({"King", "Bishop", "Pope", "Prince", "Judge", "Duke", "Baron", "White", "Major", "Marshal"})
_BEHIND = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def surnames(text: str, words: frozenset[str]) -> frozenset[str]:
    """Those of `SURNAMES` that stand behind a known given name, with no capital behind them ("Peter King said", not "Martin King Hall"); `words` are the text's."""
    return frozenset(word for word in SURNAMES & words if any(_is_full(text, at, len(word)) for at in occurrences(text, f" {word}")))


def _is_full(text: str, at: int, size: int) -> bool:
    end = at + 1 + size
    if text[end:end + 1].isalnum() or text[end:end + 1] == " " and text[end + 1:end + 2] in _BEHIND:
        return False
    before = text[max(0, at - 24):at].rpartition(" ")[2].strip("“\"(")
    return before[:1] in _BEHIND and before.lower() in GIVEN and before not in TITLES


def bare(run: str) -> str:
    """A run less its full stop and possessive."""
    return run.removesuffix(".").removesuffix("'s").removesuffix("’s")


def lone(run: str) -> tuple[int, str, str, bool, Name, bool]:
    """What a run of one such surname is, in the order of `names._lone`."""
    word = bare(run)
    return len(word), word, "", False, Name((word,), "other", None, None, None, run.endswith(("'s", "’s"))), word == run


def with_titles(parts: Sequence[str]) -> int:
    """The number of the first word of the titles that stand right before the last word; that of all words where none does."""
    first = len(parts) - 1
    while first and parts[first - 1].removesuffix(".") in TITLES:
        first -= 1
    return first if first < len(parts) - 1 else len(parts)


def behind_titles(parts: Sequence[str], first: int, start: int) -> Mention:
    """The surname behind those titles, of a run that starts at an offset."""
    word, last = bare(parts[-1]), parts[-1]
    at = start + sum(len(part) + 1 for part in parts[:-1])
    title = " ".join(part.removesuffix(".") for part in parts[first:-1])
    return Mention("name", Span(at, at + len(word)), word, Name((word,), "other", title, None, None, last.endswith(("'s", "’s"))))
