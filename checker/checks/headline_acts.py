"""What the headline says is done and the lead that it is not, or the reverse: "will sign", "won't sign"; and the chamber that voted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from checker.checks.base import occurrences
from checker.checks.headline_words import Token, beside, headline, said, tokens
from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.relate.stems import stem
from checker.structure.document import Document

_KEPT = 8192  # words of which the answers are kept from text to text
_LEAD = 4  # paragraphs behind the headline
_FAR = 10  # words behind a verb in which "since" stands
_PERFECT = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't", "hasn’t", "haven’t", "hadn’t"})
_SHARED = 3  # words in common of the headline and the sentence
_NOT = re.compile(r"(?:not|never|cannot|\w+n[’']t)$")
_LOOSE = re.compile(r"(?:no|nor|neither|without|none|nobody|nothing|hardly|fail\w*|refus\w*|declin\w*|reject\w*|den(?:y|ies|ied)|if|unless|until|whether|against|or|only|just|yet|why|should|ever|previously|earlier|originally|initially|once|asked)$")
_ASIDE = frozenset("say says said tell tells told could would may might should need needs want wants think thinks know knows get gets make makes let lets".split())
_NOT_ALL = frozenset("all only every just everyone so because to".split())  # "not all spying is bad" denies no spying
_RESOLVED = frozenset("decided agreed chose vowed pledged promised voted opted elected resolved decides agrees chooses vows pledges promises votes opts".split())  # "not to" do it
_AROUND = 10  # words on each side of one in which another may turn it round
AUXILIARIES = frozenset("will is are was were can has have did does would".split())
_VOTED = re.compile(r"(?<!White )\b(?P<chamber>Senate|House)(?! of Commons)(?: of Representatives)?(?: (?!and |or |but )[\w-]+){0,2}? "
                    r"(?P<verb>(?i:votes?|voted|pass(?:es|ed)|approve[sd]|reject(?:s|ed)|adopt(?:s|ed)|block(?:s|ed)|confirm(?:s|ed)|OKs|defeat(?:s|ed)|advance[sd]|clear(?:s|ed)))(?![\w-])")


def negations(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of a verb or adjective of the headline with the same one under "not" in the lead, or the reverse; likely, never certain."""
    document = analysis.document
    zones = document.zones
    end = zones[min(len(zones) - 1, document.zone_index(head.start) + _LEAD)].span.end
    nots = [at + len(word) for word, end_of in _NOTS.items() if end_of in document.distinct or end_of in document.lowercase for at in occurrences(document.lower, word, head.start, end)]
    told_in = document.lower[head.start:head.end]
    if not nots or min(nots) > head.end and not any(len(word) > 2 and word[:4].lower() in told_in for at in nots for word in document.text[at:at + _REACH].split()[:2]):
        return  # the quick question first
    if "?" in document.text[head.start:head.end] or len(words := headline(document, head)) < _SHARED + 1:
        return
    denied = {stem(word.lower()) for at in nots for word in document.text[at:at + _REACH].split()[:2]}
    turned = any(is_not(w.word) for w in words)
    told = [i for i, w in enumerate(words) if len(w.word) > 2 and w.word not in FUNCTION_WORDS and w.word not in _ASIDE and (turned or stem(w.word) in denied)
            and turned == is_denied(words, i) and (turned or not _is_affirmed(document.lower, w.word, head.end, end))]
    if not told or any(is_loose(w.word) for w in words) or turned and not _is_asserted({stem(words[i].word) for i in told}, document.plain[head.end:end].split()):
        return
    stems = {stem(w.word) for w in words if len(w.word) > 2} - FUNCTION_WORDS
    lead = _told(document, {stem(words[i].word) for i in told}, Span(head.end, end))
    for i in told:
        w = words[i]
        same = [k for k, token in enumerate(lead) if stem(token.word) == stem(w.word)]
        if not same or any(is_denied(lead, k) == turned for k in same) or document.text[lead[same[0]].start].isupper():
            continue
        if turned and lead[same[0] - 1].word not in AUXILIARIES:
            continue
        token = lead[same[0]]
        others = _is_till_now(lead, same[0]) or any(is_loose(t.word) or turned and is_not(t.word) for t in _near(document, token, lead[same[0] - 1].word == "to"))
        common = stems & said(document, token)
        if not others and (common == stems or len(common) >= _SHARED and beside(words, i) & beside(lead, same[0])):
            yield Conflict((Place(number, Span(*with_not(words, i))), Place(number, Span(*with_not(lead, same[0])))), {"kind": "negation"},
                           ("one says that it is so, the other that it is not",), likely=True)
            return


def _near(document: Document, token: Token, resolved: bool) -> list[Token]:
    """The words of the sentence of one; of what is decided not to be done only those around it, as the rest tells of more."""
    told = tokens(document, document.sentence_at(token.start))
    k = next((k for k, t in enumerate(told) if t.start == token.start), 0)
    return told[max(0, k - _AROUND):k + _AROUND] if resolved else told


_WHY = frozenset({"because", "until", "unless", "only", "merely", "solely", "simply"})
_REACH = 30  # characters that hold the two words behind "not"
_BEFORE = 60  # characters that hold the two words before a word
_NOTS = {" not ": "not", "n't ": "t", "n’t ": "t", " never ": "never", " cannot ": "cannot"}  # each with its last letters, to be asked for first
_NO = ("not", "n't", "n’t", "never")
_INNER = frozenset("-'’")


def _is_till_now(words: Sequence[Token], k: int) -> bool:
    """Is it denied of the time before only ("has not been ahead since April"), or of one reason?"""
    if any(v.word == "response" and w.word == "to" for v, w in pairwise(words[k + 1:k + _FAR])) or any(w.word in _WHY for w in words[k + 1:k + 3]):
        return True  # "is not being adopted in response to a bid"
    perfect = any(w.word in _PERFECT for w in words[max(0, k - 3):k])
    return perfect and any(w.word == "since" for w in words[k + 1:k + _FAR])


def _is_affirmed(lower: str, word: str, start: int, end: int) -> bool:
    """Does the word as it is stand between two offsets with no "not" anywhere near before it? The quick form of `is_denied`."""
    for at in occurrences(lower, word, start, end):
        before, behind = lower[at - 1], lower[at + len(word):at + len(word) + 1]
        if not (before.isalpha() or behind.isalpha() or before in _INNER or behind in _INNER):
            around = lower[max(start, at - _BEFORE):at]
            if not any(map(around.__contains__, _NO)):
                return True
    return False


def _told(document: Document, stems: set[str], lead: Span) -> list[Token]:
    """The words of those sentences of the lead that have one of these."""
    found: list[Token] = []
    for sentence in document.sentences[document.sentence_index(lead.start):]:
        if sentence.start >= lead.end:
            break
        if sentence.start >= lead.start and not stems.isdisjoint(map(stem, document.plain[sentence.start:sentence.end].split())) and (words := tokens(document, sentence)):
            found += (words[0]._replace(parted=True), *words[1:])
    return found


def _is_asserted(stems: set[str], words: Sequence[str]) -> bool:
    """Does one of them stand behind an auxiliary anywhere?"""
    return any(word in AUXILIARIES and stem(following) in stems for word, following in pairwise(words))


@lru_cache(maxsize=_KEPT)
def is_not(word: str) -> bool:
    """Is it "not", or a word with it?"""
    return _NOT.match(word) is not None


@lru_cache(maxsize=_KEPT)
def is_loose(word: str) -> bool:
    """May it turn a sentence round, or make it a question, with no "not"?"""
    return _LOOSE.match(word) is not None


def is_denied(words: Sequence[Token], i: int) -> bool:
    """Does "not" stand right before, with at most one word between?"""
    if not i or words[i].parted or not (is_not(words[i - 1].word) or i > 1 and not words[i - 1].parted and is_not(words[i - 2].word)):
        return False  # "as never before, the minister"
    return words[i - 1].word not in _NOT_ALL or i > 2 and words[i - 1].word == "to" and words[i - 3].word in _RESOLVED


def with_not(words: Sequence[Token], i: int) -> tuple[int, int]:
    """The word with the "not" before it."""
    first = next((k for k in range(max(0, i - 2), i) if is_not(words[k].word)), i)
    return words[first].start, words[i].end


def chambers(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of the chamber that votes in the headline with the only one that votes in the text."""
    document = analysis.document
    text, zones = document.text, document.zones
    if text.find("Senate", *head) < 0 and text.find("House", *head) < 0:
        return
    found = [*_VOTED.finditer(text, head.start, head.end)]
    if len(found) != 1 or found[0]["verb"].endswith("vote"):
        return
    end = zones[min(len(zones) - 1, document.zone_index(head.start) + _LEAD)].span.end
    told = [m for m in _VOTED.finditer(text, head.end) if not m["verb"].endswith("vote")]
    if not told or told[0].start() > end or any(m["chamber"] == found[0]["chamber"] for m in told):
        return
    yield Conflict((Place(number, Span(*found[0].span())), Place(number, Span(*told[0].span()))), {"kind": "chamber"},
                   ("in the text only the other chamber votes",), likely=True)
