"""Who does it in the headline: a Republican where the text knows a Democrat only, and one who beats the other where the text has it the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.checks.headline_words import Token, headline, letters, tokens
from checker.checks.parties import members
from checker.data.english import FUNCTION_WORDS, IRREGULAR_PASTS, SPEECH
from checker.data.opposites import SIDES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Span
from checker.relate.stems import stem
from checker.structure.document import Document

_LEAD = 4  # paragraphs behind the headline
_PARTY = re.compile(r"(?<![\w-])(?:(Republican|Democrat)|(GOP|Republican|Democratic) (?i:senator|congressman|congresswoman|governor|lawmaker|candidate|mayor|strategist|nominee|rep\.|sen\.|gov\.)) ([A-Za-z]+)(?![\w’'-])")
_SIDES = {"Republican": ("republican", "gop", "(r-", "(r)"), "GOP": ("republican", "gop", "(r-", "(r)"), "Democrat": ("democrat", "(d-", "(d)"), "Democratic": ("democrat", "(d-", "(d)")}
_NAMES = {"Republican": "Republican", "GOP": "Republican", "Democrat": "Democrat", "Democratic": "Democrat"}
_ACTS = SPEECH | IRREGULAR_PASTS | frozenset("wins loses quits backs wants votes joins leads beats runs vows seeks holds takes gets faces".split())
_DONE = _ACTS | SIDES.keys()
_FAR, _CLOSE = 3, 2  # words from who does it to the verb, and from the verb to whom it is done
_TITLED = 7  # words behind "against" that hold a name with its titles
_TURNED = frozenset("by after was were been being said says after over from".split())
_PASSIVE = frozenset("by to from with over not after when was were is are be been being have has and or".split())


def actors(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """Conflicts of the party or of the order of the two in the headline with those of the lead; likely, never certain."""
    told = analysis.document.text[head.start:head.end]
    if "Republican" in told or "Democrat" in told or "GOP " in told:
        yield from _of_party(number, analysis, head)
    yield from _swapped(number, analysis.document, head)
    if " against " in analysis.document.lower[head.start:head.end]:
        yield from _aimed(number, analysis.document, head)


def _lead(document: Document, head: Span) -> Span:
    return Span(head.end, document.zones[min(len(document.zones) - 1, document.zone_index(head.start) + _LEAD)].span.end)


def _of_party(number: int, analysis: Analysis, head: Span) -> Iterator[Conflict]:
    """ "Republican says …" where the text has no word of that party and tells of somebody of the other."""
    document = analysis.document
    m = _PARTY.search(document.text, *head)
    if m is None:
        return
    party = m[1] or m[2]
    if m[3].lower() not in _ACTS or any(document.lower.find(word, head.end) >= 0 for word in _SIDES[party]):
        return
    lead = _lead(document, head)
    told = [x for x in members(analysis) if lead.start <= x.span.start < lead.end]
    if told and all(x.party != _NAMES[party] for x in told):
        yield Conflict((Place(number, Span(m.start(), m.end(2) if m[2] else m.end(1))), Place(number, told[0].span)), {"kind": "party"},
                       ("the text has no word of the headline's party",), likely=True)


def _swapped(number: int, document: Document, head: Span) -> Iterator[Conflict]:
    """ "Reds beat Blues" where the lead has "the Blues beat the Reds"."""
    if _DONE.isdisjoint(letters(document, head)):
        return
    words = headline(document, head)
    for i in range(1, len(words) - 1):
        verb = words[i]
        if verb.word not in _DONE or verb.parted or words[i + 1].parted or document.text[verb.start:verb.end].isupper():
            continue
        one, two = words[i - 1], words[i + 1]
        if not (_is_name(document, one) and _is_name(document, two)) or one.word == two.word:
            continue
        lead = _lead(document, head)
        found = _order(document, lead, (two.word, one.word), verb.word)
        if found is not None and _order(document, lead, (one.word, two.word), verb.word) is None:
            yield Conflict((Place(number, Span(one.start, two.end)), Place(number, found)), {"kind": "order"}, ("the text has the two the other way round",), likely=True)
        return


def _aimed(number: int, document: Document, head: Span) -> Iterator[Conflict]:
    """ "Orr aide to sue … against Hale" where the lead has Hale's aide do it against Orr, and nobody do it against Hale."""
    words = headline(document, head)
    at = next((k for k, w in enumerate(words) if w.word == "against"), 0)
    one = next((w for w in words[:2] if _is_name(document, w)), None) if at > 1 else None
    two = next((w for w in words[at + 1:at + 1 + _FAR] if _is_name(document, w)), None)
    if one is None or two is None or one.word == two.word or any(w.word in _PASSIVE or w.word == two.word for w in words[:at] if w.word != "to"):
        return
    found = None
    lead = _lead(document, head)
    for sentence in document.sentences[document.sentence_index(lead.start):]:
        if sentence.start >= lead.end:
            break
        told = tokens(document, sentence) if sentence.start >= lead.start and document.lower.find(" against ", *sentence) >= 0 else []
        for k in (k for k, t in enumerate(told) if t.word == "against"):
            behind = [t.word for t in told[k + 1:k + 1 + _TITLED]]
            if two.word in behind:
                return
            if found is None and one.word in behind and any(t.word == two.word for t in told[:k]) and not any(t.word in _TURNED for t in told[:k]):
                found = Span(next(t.start for t in told[:k] if t.word == two.word), next(t.end for t in told[k + 1:] if t.word == one.word))
    if found is not None:
        yield Conflict((Place(number, Span(one.start, two.end)), Place(number, found)), {"kind": "order"}, ("the text has the two the other way round",), likely=True)


def _is_name(document: Document, word: Token) -> bool:
    """Is it written with a capital, here and throughout the text?"""
    return document.text[word.start].isupper() and len(word.word) > 2 and word.word not in FUNCTION_WORDS and word.word not in document.lowercase


def _order(document: Document, lead: Span, names: tuple[str, str], verb: str) -> Span | None:
    """Where a sentence of the lead has the one, the verb, and the other right behind it."""
    for sentence in document.sentences[document.sentence_index(lead.start):]:
        if sentence.start >= lead.end:
            return None
        if sentence.start < lead.start or any(document.lower.find(name, *sentence) < 0 for name in names):
            continue
        told = tokens(document, sentence)
        for k, token in enumerate(told):
            if _same_act(token.word, verb):
                before, behind = _within(told, k - 1, k - 1 - _FAR, -1, names[0]), _within(told, k + 1, k + 1 + _CLOSE, 1, names[1])
                if before is not None and behind is not None:
                    return Span(told[before].start, told[behind].end)
    return None


def _within(told: Sequence[Token], first: int, last: int, step: int, name: str) -> int | None:
    """Where the name stands among these words, none between that turns who does it round."""
    for k in range(first, last, step):
        if not 0 <= k < len(told) or step > 0 and told[k].parted or told[k].word in _PASSIVE or step < 0 and told[k + 1].parted:
            return None
        if told[k].word == name:
            return k
    return None


def _same_act(a: str, b: str) -> bool:
    return stem(a) == stem(b) or any(where in SIDES.get(b, ()) for where in SIDES.get(a, ()))
