"""The words after a figure: what it counts. No parser: function words end the phrase, the first plural is its head."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.data.units import ONES
from checker.data.words import NOT_PLURAL, PLURALS, STOP, STREETS, SUBSTANTIVES
from checker.records import NamedTuple

_W = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]*"
_TAIL = re.compile(rf"([ \n-]?)({_W})(?:([ \n-])({_W}))?(?:([ \n-])({_W}))?(?:([ \n-])({_W}))?(?:([ \n-])({_W}))?")


# of the words in STOP those that begin no unit and no sum ("10 more years", "5 per cent", "3 million")
_ENDS = frozenset("of and to the that with for on at was is were are who from by have has had but when after before while which he she they it".split())
_JOINS = frozenset({"and", "or"})
_new = tuple.__new__  # a named tuple is made at half the price
# "one-time", "one-way": kinds, not counts
_NOT_COUNTED = frozenset({"time", "way", "off", "on", "stop", "sided", "size", "to"})
_PERIODS = frozenset("seconds minutes hours days weeks fortnights months quarters years decades centuries times per percent".split())
_NOUNS = frozenset("hearing meeting building spending funding speed deed seed training briefing sitting ruling".split())


class Word(NamedTuple):
    """A word after a figure: what joins it to the word before ("" glued, " ", "-"), its form, where it ends, its small letters."""

    joint: str
    text: str
    end: int
    low: str


def after(text: str, end: int) -> list[Word]:
    """Up to five words that follow, joined by one space or hyphen each; none behind one that ends what a figure counts or measures."""
    m = _TAIL.match(text, end)
    if m is None:
        return []
    groups = m.groups()
    out: list[Word] = []
    at = end
    for i in (0, 2, 4, 6, 8):
        joint, word = groups[i], groups[i + 1]
        if word is None:
            break
        at += len(joint) + len(word)
        low = word.lower()
        out.append(_new(Word, (joint, word, at, low)))
        if low in _ENDS and not (low in _JOINS and len(out) - 1 > 0 and _may_join(out)):
            break
    return out


def _may_join(words: list[Word]) -> bool:
    """May "and" be between two adjectives or nouns in front of what is counted ("2,600 production and maintenance workers")?"""
    return words[-2].text.islower() and words[-2].joint == " " == words[-1].joint and not any(many or stops for stops, many in (_part(w.low) for w in words[:-1]))


@lru_cache(maxsize=4096)
def plural(low: str) -> bool:
    """Whether the word (lower case) is the plural of a noun, by its form."""
    if low in PLURALS:
        return True
    return (len(low) > 3 and low.endswith("s") and low not in NOT_PLURAL and low not in STOP
            and not low.endswith(("ss", "us", "is", "'s", "’s")))


@lru_cache(maxsize=4096)
def singular(low: str) -> str:
    """The singular of a noun in lower case: people → person, countries → country."""
    if low in PLURALS:
        return PLURALS[low]
    for ending, put in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"), ("men", "man")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low[:-len(ending)] + put
    if low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


@lru_cache(maxsize=4096)
def _part(low: str) -> tuple[bool, bool]:
    """What a word does in a phrase: whether the phrase stops before it, and whether it is a plural."""
    return low in STOP or low.endswith(("'s", "’s")), plural(low.rstrip("'’"))


def counted(words: list[Word], one: bool) -> tuple[str, str, int] | None:
    """The noun phrase a count counts: (unit, phrase, end), None where no noun follows.

    A hyphen makes it singular ("three-person quorum"). Without, the head is the first plural within four words (five with an adverb or
    a compound among them: "three highly competitive state senate races"), or for the figure one the last word before a function word.
    """
    if not words:
        return None
    first = words[0]
    if first.joint == "-":
        if first.low in STOP or not first.low.isalpha() or (one and (first.low in _NOT_COUNTED or first.low.endswith("ed"))):
            return None
        return singular(first.low), first.text, first.end
    if first.joint == "":
        return None
    if first.low in ONES and len(words) > 1 and words[1].joint == " " and words[1].low in _PERIODS:
        return None  # "1,848 five years ago"
    if first.low in SUBSTANTIVES:
        return first.low, first.text, first.end
    if first.low == "most" and len(words) > 1 and words[1].low not in STOP:  # "the 12 most wanted men"
        words = words[1:]
    taken: list[Word] = []
    reach = 4 if len(words) < 5 or not (words[0].low.endswith("ly") or any(w.joint == "-" for w in words)) else 5
    for i, word in enumerate(words[:reach]):
        stops, many = _part(word.low)
        if stops and i and not one and i + 1 < len(words) and word.low in _JOINS and words[i + 1].low not in ONES and not _part(words[i + 1].low)[0]:
            taken.append(word)
            continue
        if stops or word.joint == "\n":
            break
        taken.append(word)
        if many and not one and not (i + 1 < reach and i + 1 < len(words) and _leads(word, words[i + 1])):
            return _phrase(taken)
    if one and taken and taken[-1].low.isalpha() and not taken[-1].low.endswith(("ing", "ed")) and not plural(taken[-1].low) and len(taken) < 4:
        return _phrase(taken)
    return None


def _leads(word: Word, then: Word) -> bool:
    """Does what looks like a plural only lead up to the head: "four Texas nominees", "two police officers"?"""
    return (word.low in PLURALS or word.text[0].isupper()) and then.joint == " " and then.text.islower() and then.low not in STOP and plural(then.low)


def _phrase(taken: list[Word]) -> tuple[str, str, int] | None:
    head = taken[-1]
    if any(w.low in STREETS for w in taken) and taken[0].text[0].isupper():
        return None
    bare = head.text.rstrip("'’")
    phrase = ""
    for w in taken[:-1]:
        phrase += (w.joint if phrase else "") + w.text
    phrase = f"{phrase}{head.joint}{bare}" if phrase else bare
    return singular(bare.lower()), phrase, head.end - len(head.text) + len(bare)


def modified(words: list[Word]) -> tuple[str, int] | None:
    """The noun that an adjectival figure stands before ("three-hour meeting", "$5 million settlement"): (phrase, end)."""
    taken: list[Word] = []
    for word in words[:3]:
        if word.joint not in (" ", "-") or word.low in STOP or not word.low.replace("'", "").isalpha():
            break
        if word.low.endswith(("'s", "ly")) or (taken and word.low.endswith(("ed", "ing")) and word.low not in _NOUNS):
            break
        taken.append(word)
        if plural(word.low):
            break
    if not taken:
        return None
    phrase = taken[0].text + "".join(w.joint + w.text for w in taken[1:])
    return phrase, taken[-1].end
