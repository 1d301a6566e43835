"""What the headline says is done and the lead that it is not, or the reverse: "will sign", "won't sign"; and the chamber that voted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks.headline_words import Token, beside, said, tokens
from checker.data.english import FUNCTION_WORDS
from checker.link.ledger import Analysis
from checker.model import Conflict, Place, Span
from checker.relate.stems import stem

_LEAD = 4  # paragraphs behind the headline
_SHARED = 3  # words in common of the headline and the sentence
_NOT = re.compile(r"(?:not|never|cannot|\w+n[’']t)$")
LOOSE = re.compile(r"(?:no|nor|neither|without|none|nobody|nothing|hardly|fail\w*|refus\w*|declin\w*|reject\w*|den(?:y|ies|ied)|if|unless|until|whether|against|or|only|just|yet|why|should|ever|previously|earlier|originally|initially|once|asked)$")
_ASIDE = frozenset("say says said tell tells told could would may might should need needs want wants think thinks know knows get gets make makes let lets".split())
_NOT_ALL = frozenset("all only every just everyone so because to".split())  # "not all spying is bad" denies no spying
AUXILIARIES = frozenset("will is are was were can has have did does would".split())
_VOTED = re.compile(r"(?<!White )\b(?P<chamber>Senate|House)(?! of Commons)(?: of Representatives)?(?: (?!and |or |but )[\w-]+){0,2}? "
                    r"(?P<verb>votes?|voted|pass(?:es|ed)|approve[sd]|reject(?:s|ed)|adopt(?:s|ed)|block(?:s|ed)|confirm(?:s|ed)|OKs|defeat(?:s|ed)|advance[sd]|clear(?:s|ed))(?![\w-])")


def negations(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of a verb or adjective of the headline with the same one under "not" in the lead, or the reverse; likely, never certain."""
    document = analysis.document
    zones = document.zones
    end = zones[min(len(zones) - 1, document.zone_index(head.start) + _LEAD)].span.end
    if _NOT_IN.search(document.text, head.start, end) is None:
        return
    words = tokens(document, head)
    if len(words) < _SHARED + 1 or "?" in document.text[head.start:head.end] or any(LOOSE.match(w.word) for w in words):
        return
    stems = {stem(w.word) for w in words if len(w.word) > 2} - FUNCTION_WORDS
    turned = any(_NOT.match(w.word) for w in words)
    if not turned and not any(stem(word.lower()) in stems for m in _NOT_IN.finditer(document.text, head.end, end) for word in document.text[m.end():m.end() + _REACH].split()[:2]):
        return
    lead = tokens(document, Span(head.end, end))
    for i, w in enumerate(words):
        if len(w.word) < 3 or w.word in FUNCTION_WORDS or w.word in _ASIDE or turned != is_denied(words, i):
            continue
        same = [k for k, token in enumerate(lead) if stem(token.word) == stem(w.word)]
        if not same or any(is_denied(lead, k) == turned for k in same) or document.text[lead[same[0]].start].isupper():
            continue
        if turned and lead[same[0] - 1].word not in AUXILIARIES:
            continue
        token = lead[same[0]]
        sentence = document.sentence_at(token.start)
        others = any(LOOSE.match(t.word) or turned and _NOT.match(t.word) for t in tokens(document, sentence))
        common = stems & said(document, token)
        if not others and (common == stems or len(common) >= _SHARED and beside(words, i) & beside(lead, same[0])):
            yield Conflict((Place(number, Span(*with_not(words, i))), Place(number, Span(*with_not(lead, same[0])))), {"kind": "negation"},
                           ("one says that it is so, the other that it is not",), likely=True)
            return


_REACH = 30  # characters that hold the two words behind "not"
_NOT_IN = re.compile(r"\b(?:not|never|cannot)\b|n[’']t\b")


def is_denied(words: Sequence[Token], i: int) -> bool:
    """Does "not" stand right before, with at most one word between?"""
    return any(_NOT.match(w.word) for w in words[max(0, i - 2):i]) and words[i - 1].word not in _NOT_ALL


def with_not(words: Sequence[Token], i: int) -> tuple[int, int]:
    """The word with the "not" before it."""
    first = next((k for k in range(max(0, i - 2), i) if _NOT.match(words[k].word)), i)
    return words[first].start, words[i].end


def chambers(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of the chamber that votes in the headline with the only one that votes in the text."""
    document = analysis.document
    text, zones = document.text, document.zones
    if "Senate" not in text or "House" not in text:
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
