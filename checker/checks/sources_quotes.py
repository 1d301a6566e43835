"""Check `quoted` between documents: words altered inside quotation marks, another speaker, quotations joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.base import AcrossParams, Check
from checker.checks.forms import fold
from checker.checks.sources import other_speakers
from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.people import GIVEN, TITLES
from checker.findings import Conflict, Place
from checker.link.across import Pair
from checker.link.ledger import Ledger
from checker.link.quotes import Change, Found, Spoken, find, index, spoken
from checker.model import Quotation, Span
from checker.structure.document import Document

_CUT = re.compile(r"…|\.\s?\.|[\[\]()]|--|—")
_SAYS = re.compile(r"\b(?:said|says|told|tells|added|adds|wrote|writes|asked|argued|explained|insisted|replied|warned|tweeted)\b")
_CAPITAL = re.compile(r"\b[A-Z]")
_PEOPLE = "Mr\\.?|Mrs\\.?|Ms\\.?|Sen\\.|Senator|Rep\\.|President|Gov\\.|Mayor|Dr\\.?"
_SHOWN = 6  # words that differ, up to which all of them are shown
_GAP = 240  # characters between two quotations of the source from which an article that runs them together hides something


def _run(ledger: Ledger, params: AcrossParams) -> Iterator[Conflict]:
    held: dict[int, tuple[Spoken, dict[tuple[str, str], list[int]]]] = {}
    for pair in ledger.across.pairs if ledger.across else ():
        for n in (pair.a, pair.b):
            if n not in held:
                s = spoken(ledger.analyses[n])
                held[n] = s, index(s.words)
        yield from _pair(ledger, pair, held[pair.a][0], *held[pair.b], params)


def _pair(ledger: Ledger, pair: Pair, one: Spoken, two: Spoken, places: dict[tuple[str, str], list[int]], params: AcrossParams) -> Iterator[Conflict]:
    at = 0
    while at < len(one.words):
        q = one.quotations[at]
        end = at
        while end < len(one.words) and one.quotations[end] is q:
            end += 1
        words, first, at = one.words[at:end], at, end
        if len(words) < params.words:
            continue
        found = find(words, two.words, places)
        if found is not None and (found.same >= params.words or _whole(words, two, found)):
            yield from _compare(ledger, pair, one, two, first, words, found, params)


def _whole(words: list[str], two: Spoken, found: Found) -> bool:
    """Is a short quotation the other one word for word, but for one?"""
    q = two.quotations[found.b[0]]
    length = sum(1 for o in two.quotations[max(0, found.b[0] - 6):found.b[1] + 6] if o is q)
    return found.differ == 1 and found.same >= 3 and length == len(words)


def _compare(ledger: Ledger, pair: Pair, one: Spoken, two: Spoken, first: int, words: list[str], found: Found,
             params: AcrossParams) -> Iterator[Conflict]:
    content = sum(1 for w in words[found.a[0]:found.a[1]] if w not in FUNCTION_WORDS)
    if content < 2 or found.same < 0.6 * len(words) or found.differ > params.share * (found.same + found.differ):
        return
    source = two.quotations[found.b[0]:found.b[1]]
    why = (f"{found.same} words agree, {found.differ} differ",)
    text, other = (ledger.analyses[n].document.text for n in (pair.a, pair.b))
    altered = tuple(c for c in found.changes if not _between_quotations(two, c) and not _same_words(one.words[first + c.a:first + c.a_end], two.words[c.b:c.b_end])
                    and not _marked(text, one, first + c.a, first + c.a_end) and not _marked(other, two, c.b, c.b_end))
    if altered:
        found = found._replace(changes=altered)
        spans = _at_issue(one, two, first, found)
        yield Conflict((Place(pair.a, spans[0]), Place(pair.b, spans[1])), {"kind": "words", "reason": "the words differ inside the quotation marks"},
                       why, likely=found.same < 6 or found.differ > 2)
        return
    if found.same >= 6 and content >= 3 and other_speakers(one.quotations[first].voice, source[0].voice) and \
            says(ledger.analyses[pair.a].document, one.quotations[first]) and says(ledger.analyses[pair.b].document, source[0]):
        here, there = (Span(s.start, e.end) for s, e in ((one.spans[first], one.spans[first + min(7, len(words) - 1)]),
                                                         (two.spans[found.b[0]], two.spans[min(found.b[0] + 7, found.b[1] - 1)])))
        yield Conflict((Place(pair.a, here), Place(pair.b, there)), {"kind": "speaker", "reason": f"{one.quotations[first].voice.name} says it here, "
                       f"{source[0].voice.name} there"}, why, likely=True)
        return
    for k in range(found.b[0] + 1, found.b[1]):
        before, after = two.quotations[k - 1], two.quotations[k]
        at = first + k - found.b[0] + found.a[0]
        if before is not after and after.span.start - before.span.end > _GAP and not _marked(text, one, at, at):
            yield Conflict((Place(pair.a, Span(one.spans[first].start, one.spans[first + len(words) - 1].end)), Place(pair.b, before.inner), Place(pair.b, after.inner)),
                           {"kind": "joined", "reason": "two quotations are run together"}, why, likely=True)
            return


def says(document: Document, q: Quotation) -> bool:
    """Does the speaker of a quotation stand beside it with a verb of saying, and is it a person?

    A voice that is carried on from an earlier sentence may be another's.
    """
    if not q.voice.name:
        return False
    surname = q.voice.name.split()[-1]
    line = document.zone_at(q.span.start).span
    for near in (document.text[q.span.end:min(line.end, q.span.end + 60)], document.text[max(line.start, q.span.start - 60):q.span.start]):
        m = re.search(rf"\b{re.escape(surname)}\b", near)
        if m and _SAYS.search(near[max(0, m.start() - 30):m.end() + 14]) and len(_CAPITAL.findall(near)) <= 4:
            return surname[0].isupper() and bool(re.search(rf"\b(?:{_PEOPLE}) (?:[A-Z][\w.-]+ )?{re.escape(surname)}\b", document.text)
                                                 or _given(document, surname))
    return False


def _given(document: Document, surname: str) -> bool:
    """Does a known given name stand before the surname anywhere in the document?"""
    return any(m.group(1).lower() in GIVEN for m in re.finditer(rf"\b([A-Z][a-z]+) (?:[A-Z]\.? )?{re.escape(surname)}\b", document.text))


def _marked(text: str, spoken: Spoken, first: int, last: int) -> bool:
    """Do brackets, dots or dashes say that something was put in or left out at these words?"""
    start = spoken.spans[max(0, first - 1)].start
    return bool(_CUT.search(text, start, spoken.spans[min(last, len(spoken.spans) - 1)].end))


def _between_quotations(two: Spoken, c: Change) -> bool:
    """Do the words of the other document reach into another quotation, with nothing or one word for them here? Then one of the two cut there."""
    if c.b == c.b_end:
        return False
    whole = two.quotations[max(0, c.b - 1):min(len(two.quotations), c.b_end + 1)]
    return c.a_end - c.a <= 1 and any(q is not whole[0] for q in whole) and (c.a == c.a_end or c.a == 0)


_WHOLE = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'s": "is"}
_CONTRACTED = re.compile("|".join(_WHOLE))
_SAYING = frozenset("he she they said says told added adds mr ms mrs".split())
_SHORT = frozenset(w.lower() for w in TITLES) | CALENDAR


def _same_words(mine: list[str], others: list[str]) -> bool:
    """Do the words differ in hyphens, accents, contraction or abbreviation only, or by an attribution that lost its marks?"""
    a, b = (fold("".join(_CONTRACTED.sub(lambda m: _WHOLE[m[0]], w) for w in x)) for x in (mine, others))
    if a == b or (not mine and set(others) <= _SAYING):
        return True
    short, long = sorted((a, b), key=len)
    return len(mine) == len(others) == 1 and len(short) > 2 and short in _SHORT and long.startswith(short[:3])


def _at_issue(one: Spoken, two: Spoken, first: int, found: Found) -> tuple[Span, Span]:
    """The words that differ with two that agree on either side, in both documents; where much differs, the first of them."""
    if sum(c.size for c in found.changes) > _SHOWN:
        found = found._replace(changes=found.changes[:1])
    low, high = min(c.a for c in found.changes), max(c.a_end for c in found.changes)
    down, up = min(c.b for c in found.changes), max(c.b_end for c in found.changes)
    a = first + max(found.a[0], low - 2), first + min(found.a[1], high + 2)
    last = max(found.b[1], up)
    b = max(found.b[0], down - 2), min(last, up + 2)
    return Span(one.spans[a[0]].start, one.spans[a[1] - 1].end), Span(two.spans[b[0]].start, two.spans[b[1] - 1].end)


CHECKS = {"quotation across documents": Check(AcrossParams, _run)}
