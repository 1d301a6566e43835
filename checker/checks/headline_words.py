"""A member of a closed set in the headline where the lead has another of the same thing: "men's choir", "the women's choir"; "Senate votes", "the House voted".

The words right beside both tell that it is one thing. Silent where the text has the headline's word anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from checker.checks.base import occurrences
from checker.data.english import FUNCTION_WORDS
from checker.data.opposites import CLOSED, MEMBERS, NOT_MEMBERS, SIDES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.records import TYPE_CHECKING, NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

if TYPE_CHECKING:
    from typing import Protocol

    class Worded(Protocol):
        """What has a word."""

        @property
        def word(self) -> str:
            """In small letters."""

_new = tuple.__new__  # a named tuple is made at half the price
_LEAD = 5  # paragraphs behind the headline
_NEAR = 4  # words to the one that tells of what
_FAR = 6  # words before one of the lead in which "not" or "refuse" turns it round
_MARKS = frozenset(",;:.!?—–|()\n")
_BEGIN, _AROUND = 3, 60  # letters of a word beside it, and characters in which that stands: asked first, being quick
_COMPARED = 10  # words behind "than" that tell of what it is compared with ("a better second half than the first")
_SHARED = 2  # words in common of the headline and the sentence, the one beside included
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:e?s|e?d|ing|e)$")
_ENDINGS = re.compile(r"(?:e|e?s|e?d|ing)?")
_PLAIN = re.compile(r"[a-z]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NOT = re.compile(r"(?:not|no|never|nor|neither|without|cannot|hardly|\w+n[’']t|fail\w*|refus\w*|declin\w*|stop\w*|halt\w*|end|ends|ended|ending|prevent\w*|avoid\w*|"
                  r"against|lift\w*|overturn\w*|overrul\w*|slow\w*|less|unlikely|instead|rather|if|unless|despite|deny|denies|denied|ban|bans|block\w*|oppos\w*|revers\w*|threat\w*|than|or)$")


class Token(NamedTuple):
    """A word in small letters, where it stands, and whether a mark parts it from the word before."""

    word: str
    start: int
    end: int
    parted: bool


def members(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of a word of the headline with another of its set in the lead, said of the same; likely, never certain."""
    document = analysis.document
    told = MEMBERS.keys() & letters(document, head)
    if not any(stands(document, NOT_MEMBERS[row][side]) for word in told for row, side in MEMBERS[word]):
        return
    lead, near = near_words(document, head)
    if all(NOT_MEMBERS[row][side].isdisjoint(near) for word in told for row, side in MEMBERS[word]) or len(words := headline(document, head)) < _SHARED + 1:
        return
    for i, w in enumerate(words):
        if w.word in MEMBERS and (other := _counterpart(document, words, i, Span(head.end, lead))) is not None:
            yield Conflict((Place(number, Span(w.start, w.end)), Place(number, Span(other.start, other.end))), {"kind": "word"},
                           ("the two words exclude each other", "the same words stand beside both"), likely=True)
            return


def headline(document: Document, head: Span) -> list[Token]:
    """The words of the headline, kept."""
    found: list[Token] | None = document.memo.get(headline)
    if found is None:
        found = document.memo[headline] = tokens(document, head)
    return found


def stands(document: Document, words: Set[str]) -> bool:
    """Has the text any of the words, perhaps with 's behind it? Asked before the lead is read for them."""
    distinct = document.distinct
    return not distinct.isdisjoint(words) or not distinct.isdisjoint([f"{word}'s" for word in words])


def near_words(document: Document, head: Span) -> tuple[int, frozenset[str]]:
    """Where the lead ends, and its words in small letters without "'s"; kept, as it is what most headlines are held against."""
    found: tuple[int, frozenset[str]] | None = document.memo.get(near_words)
    if found is None:
        zones = document.zones
        end = zones[min(len(zones) - 1, document.zone_index(head.start) + _LEAD)].span.end
        found = document.memo[near_words] = end, frozenset(document.plain[head.end:end].replace("'s ", " ").split())
    return found


def letters(document: Document, head: Span) -> frozenset[str]:
    """The runs of ASCII's letters in the headline, in small letters; kept, as several ask whether it has one of their words."""
    found: frozenset[str] | None = document.memo.get(letters)
    if found is None:
        found = document.memo[letters] = frozenset(_PLAIN.findall(document.lower, *head))
    return found


def tokens(document: Document, span: Span) -> list[Token]:
    """The words of a stretch."""
    text, last, found = document.text, span.start, []
    for m in _WORD.finditer(document.lower, *span):
        word, (start, end) = m[0], m.span()
        if word[-1] == "s":
            word = word.removesuffix("’s").removesuffix("'s")
        between = text[last:start]
        found.append(_new(Token, (word, start, end, between != " " and not _MARKS.isdisjoint(between))))
        last = end
    return found


def _counterpart(document: Document, words: Sequence[Token], i: int, lead: Span) -> Token | None:
    """The word of the lead that the headline's excludes; None where the text bears the headline out anywhere, or tells of another thing."""
    word = words[i].word
    for row, side in MEMBERS[word]:
        others = frozenset([w for w in NOT_MEMBERS[row][side] if w in document.lower])
        if not others or _has(words, i, others) or any(_stands(document, w, lead.start) for w in CLOSED[row][side]):
            continue
        if not beside(words, i) or negated(words, i, _NEAR):
            break
        best = _likest(document, words, i, others, lead)
        if best is not None and not _is_told_too(document, word, best, lead):
            return best
    return None


def _has(words: Sequence[Token], i: int, others: frozenset[str]) -> bool:
    """Does the headline itself have one of them near the word ("refuses to accept")?"""
    near = range(max(0, i - _NEAR), min(len(words), i + _NEAR + 1))
    return any(words[k].word in others and not any(t.parted for t in words[min(k, i) + 1:max(k, i) + 1]) for k in near)


def _stands(document: Document, word: str, start: int) -> bool:
    """Does the word stand anywhere behind an offset?"""
    lower = document.lower
    return any(not lower[at - 1].isalpha() and not lower[at + len(word):at + len(word) + 1].isalpha() for at in occurrences(lower, word, start))


def _likest(document: Document, words: Sequence[Token], i: int, others: frozenset[str], lead: Span) -> Token | None:
    """The first of these words in the lead that has most of what stands beside the headline's word."""
    anchors, next_to = beside(words, i), _next_to(words, i)
    stems = {stem(w.word) for k, w in enumerate(words) if len(w.word) > 2 and k != i} - FUNCTION_WORDS
    best, most = None, 0
    lower, begins = document.lower, {anchor[:_BEGIN] for anchor in anchors}
    for at in sorted(at for word in others for at in occurrences(lower, word, *lead)):
        around = lower[max(lead.start, at - _AROUND):at + _AROUND]
        if lower[at - 1].isalpha() or not any(map(around.__contains__, begins)):
            continue
        told = tokens(document, document.sentence_at(at))
        k = next((k for k, t in enumerate(told) if t.start == at), -1)
        if k < 0 or told[k].word not in others or any(t.word == "than" for t in told[max(0, k - _COMPARED):k]) or document.quotation_at(at) is not None or negated(told, k, _FAR):
            continue
        shared = len(anchors & beside(told, k))
        common = stems & {stem(t.word) for t in told}
        if shared > most and (len(common) >= _SHARED or common and next_to & _next_to(told, k)):
            best, most = told[k], shared
    return best


def _is_told_too(document: Document, word: str, other: Token, lead: Span) -> bool:
    """Has the lead the headline's own word, of whatever, or the other word its own year ("was shut for six days in 2021")?"""
    if _YEAR.search(document.text, *document.sentence_at(other.start)):
        return True
    root = _ENDING.sub("", word)
    return any(t.word.startswith(root) and _ENDINGS.fullmatch(t.word, len(root)) for t in tokens(document, lead))


def _near(words: Sequence[Token], i: int, most: int) -> list[tuple[int, Token]]:
    """The words that say something within reach, each with its distance; no mark stands between."""
    found, count = [], 0
    for k in range(i - 1, max(-1, i - 1 - most), -1):
        if words[k + 1].parted:
            break
        count += words[k].word not in FUNCTION_WORDS
        found.append((-count, words[k]))
    count = 0
    for k in range(i + 1, min(len(words), i + 1 + most)):
        if words[k].parted:
            break
        count += words[k].word not in FUNCTION_WORDS
        found.append((count, words[k]))
    return [(n, w) for n, w in found if len(w.word) > 2 and w.word not in FUNCTION_WORDS and w.word not in SIDES]


def beside(words: Sequence[Token], i: int) -> set[str]:
    """The stems of the words that say something within reach."""
    return {stem(w.word) for _, w in _near(words, i, _NEAR)}


def _next_to(words: Sequence[Token], i: int) -> set[tuple[int, str]]:
    """The words right before and right behind, none that says something between."""
    return {(n, stem(w.word)) for n, w in _near(words, i, _NEAR) if abs(n) == 1}


def negated(words: Sequence[Worded], i: int, reach: int) -> bool:
    """Does one of so many words before turn it round? "Not only" does not."""
    return any(_NOT.match(words[k].word) and not (words[k].word == "not" and words[k + 1].word == "only") for k in range(max(0, i - reach), i))


def said(document: Document, token: Token) -> set[str]:
    """The stems of the sentence around a word."""
    return {stem(w.word) for w in tokens(document, document.sentence_at(token.start))}
