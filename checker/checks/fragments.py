"""Check `quoted`, short quotations: few words quoted that a longer quotation has in a row but for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from checker.checks.quotewords import Quote, names_apart, one_speaker, quotes_of, span
from checker.data.english import FUNCTION_WORDS
from checker.data.units import ONES
from checker.findings import Conflict, Place
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_CUT = re.compile(r"…|\.\s?\.|[\[\]()—]|--")  # where the writer has left something out, or put it in
TWO_WORDINGS = "One quotation in two wordings"
_LONGEST = 8  # words of the longest quotation that is held as a whole against longer ones
_WHOLE = 5  # words from which another word may stand in it, not only another spelling
_SURE = 6  # words from which one other that says something is enough
_EDGED = 8  # words from which the first may be another: what governs a quotation is often the writer's
_ADVERB = 6  # letters than which an adverb has more that two do not both happen to use
_SAYING_LITTLE = FUNCTION_WORDS | frozenset("years year days day months month weeks week hours hour minutes percent million billion thousand people times time".split())
_LEAST = 3
_COMMONEST = 24  # quotations that have one word; a commoner word finds nothing


class _Odd(NamedTuple):
    """Which word of the short quotation differs (-1 where none does), and the words of the longer that stand for it all."""

    at: int
    reach: tuple[int, int]


def fragments(number: int, document: Document) -> Iterator[Conflict]:
    """Few words quoted, and a longer quotation that has them in a row but for one word, or its spelling or ending."""
    quotes = quotes_of(document)
    few = [q for q in quotes if len(q.words) <= _LONGEST and not q.head and _may_recur(q.words, document.counts)]
    if not few:
        return
    anchored = [(short, _anchors(short.words, document.counts)) for short in few]
    holders = _holders(quotes, frozenset(chain.from_iterable(anchors for _, anchors in anchored)))
    for short, anchors in anchored:
        least = len(short.words) - 1
        apart = short.zone if least < _SURE - 1 else -1  # in one paragraph few words set one thing against another
        longer = [q for q in {q.number: q for word in anchors for q in holders.get(word, ())}.values()
                  if q.zone != apart and q.number != short.number and sum(map(q.distinct.__contains__, short.words)) >= least]
        if not longer:
            continue
        found = list(_found(short, anchors, longer).values())
        if len(found) == 1:
            q, (i, reach) = found[0]
            if any(w[0].isdigit() or w in ONES for w in short.words) and short.distinct.intersection(q.distinct) <= _SAYING_LITTLE:
                continue  # "In 13 years", "in two years"
            if q.zone == short.zone and abs(q.number - short.number) == 1 and document.text[span(document, short, (0, 1)).start].isupper():
                continue  # "We thought it was little," she said. "It was big.": one statement goes on
            if q.zone == short.zone and (i < 1 or reach[1] - reach[0] != len(short.words)):
                continue
            first = reach[0] + i - 1
            if i >= 0 and not (_said_by_two(short, q) or names_apart(document, (short, (i - 1, i + 1)), (q, (first, first + 2)))):
                both = [span(document, short, (0, len(short.words))), span(document, q, reach)]
                if any(_CUT.search(document.text, *place) for place in both):
                    continue
                yield Conflict(tuple(Place(number, s) for s in sorted(both, reverse=True)), {"count": "1", "what": TWO_WORDINGS},
                               ("the short quotation is part of the longer but for one word",), likely=True)


def _holders(quotes: Iterable[Quote], words: frozenset[str]) -> dict[str, list[Quote]]:
    """The quotations of the text that have each of these words, commoner ones left out."""
    found: dict[str, list[Quote]] = {}
    for q in quotes:
        for word in () if q.head else words & q.distinct:
            found.setdefault(word, []).append(q)
    return {word: having for word, having in found.items() if len(having) <= _COMMONEST}


def _found(short: Quote, anchors: list[str], longer: list[Quote]) -> dict[tuple[int, int], tuple[Quote, _Odd]]:
    """The quotations that have its words but for one in a row, by their number and where; `longer` are those that have them anywhere."""
    found = {}
    for word in anchors:
        anchor = short.words.index(word)
        for q in longer:
            at = -1
            for _ in range(q.words.count(word)):
                at = q.words.index(word, at + 1)
                if (odd := _odd(short, q, at - anchor)) is not None:
                    found[q.number, odd.reach[0]] = q, odd
    return found


def _anchors(words: list[str], counts: Counter[str]) -> list[str]:
    """The two longest words that the text has again, as the rarest mostly are: the one may be the word that differs."""
    return sorted([w for w in words if counts.get(w, 2) > 1], key=len)[-2:]


def _may_recur(words: list[str], counts: Counter[str]) -> bool:
    """Does the text have all the words of a short quotation again but one, and more than function words?"""
    if list(map(counts.get, words)).count(1) > 1:
        return False
    return len(words) > _LEAST or any(w not in FUNCTION_WORDS for w in words if counts.get(w, 2) > 1)


def _said_by_two(a: Quote, b: Quote) -> bool:
    """Do two people speak? To whom somebody spoke is no speaker."""
    return all(_named(q) for q in (a, b)) and not one_speaker(a, b)


def _named(q: Quote) -> bool:
    """Is the speaker told by name?"""
    voice = q.voice
    return bool(voice.name) and voice.name != voice.via and str(voice.name).split()[-1][0].isupper()


def _odd(short: Quote, q: Quote, start: int) -> _Odd | None:
    """Where the longer quotation has another word than the short one, which begins in it at `start`; None where more differ."""
    n = len(short.words)
    if 0 <= start <= len(q.words) - n and n <= _WHOLE and (odd := _few_apart(short, q, start)) is not None:
        return odd
    if not -1 <= start <= len(q.words) - n + 1 or len(q.words) < n or (len(q.words) == n and q.number > short.number):
        return None
    there = q.words[start:start + n] if start >= 0 else []
    if there == short.words:
        return _Odd(-1, (start, start + n))
    same = sum(map(str.__eq__, short.words, there)) if len(there) == n else 0
    if same == n - 1:
        i = next(k for k, (a, b) in enumerate(zip(short.words, there, strict=True)) if a != b)
        changed = _another_ending(short, i, there[i]) if len(q.words) > n and n <= _SURE else False
        return _Odd(i, (start, start + n)) if changed or _another_word(short, q, start, i, there[i]) else None
    return _one_more(short, q, start)


def _few_apart(short: Quote, q: Quote, start: int) -> _Odd | None:
    """Where one word that says something is another among very few, the rest of which the text has these two times only.

    Behind an adverb ("completely botched"), within ("a total disgrace"), at the end of five, or anywhere where both quotations are no longer, these of one speaker.
    """
    n = len(short.words)
    there = q.words[start:start + n]
    odd = [k for k, (a, b) in enumerate(zip(short.words, there, strict=True)) if a != b]
    if len(odd) != 1 or n == len(q.words) and q.number > short.number:
        return None
    k = odd[0]
    a, b, counts = short.words[k], there[k], short.document.counts
    same = [w for w in there[:k] + there[k + 1:] if w not in FUNCTION_WORDS]
    if not same or any(counts[w] > 2 for w in same) or a in FUNCTION_WORDS or b in FUNCTION_WORDS or stem(a) == stem(b) or a in b or b in a:
        return None
    adverb = k == n - 1 and there[k - 1].endswith("ly") and len(there[k - 1]) > _ADVERB
    within = 0 < k < n - 1 and there[-1] in same
    tail = k == n - 1 and n >= _WHOLE
    if not adverb and not within and not tail and n != len(q.words):
        return None
    speakers = {_caller(short), _caller(q)}
    return _Odd(k, (start, start + n)) if len(speakers) == 1 and "" not in speakers or (adverb or within) and "" in speakers else None


_CALLS = re.compile(r"([A-Z][\w’'-]+) (?:(?:has|had|also|later|then) )?(?:call|label|describ|dubb?|deem|brand|denounc|dismiss|character[iz]+|term)(?:ed|s|es)? ")


def _caller(q: Quote) -> str:
    """The surname of whoever speaks or calls something so, "" where nobody is named."""
    if _named(q):
        return str(q.voice.name).split()[-1]
    found = _CALLS.search(q.document.text, q.document.sentence_at(q.inner.start).start, q.inner.start)
    return found[1] if found else ""


def _another_ending(short: Quote, i: int, other: str) -> bool:
    """Is it the same word in another spelling or with another ending?"""
    a = short.words[i]
    if not a.isalpha() or not other.isalpha() or a[:3] != other[:3] or \
            len(short.words) <= _LEAST and (a.rstrip("s") == other.rstrip("s") or a.startswith(other) or other.startswith(a)):
        return False
    from rapidfuzz.distance import OSA

    agreed = [w for w in short.words if w != a]
    return min(len(a), len(other)) >= (4 if len(agreed) > 2 else 7) and OSA.distance(a, other) <= 2 and \
        (len(agreed) >= 3 or any(w not in FUNCTION_WORDS for w in agreed))


def _another_word(short: Quote, q: Quote, start: int, i: int, other: str) -> bool:
    """Does another word that says something stand for one that does, in words enough to be no saying of everybody's?"""
    a, n = short.words[i], len(short.words)
    if n < _WHOLE or (i == 0 and start and n < _EDGED) or a in FUNCTION_WORDS or other in FUNCTION_WORDS or stem(a) == stem(other) or a.startswith(other) or other.startswith(a):
        return False
    says = len({w for j, w in enumerate(short.words) if j != i and w not in FUNCTION_WORDS})
    return says > 1 or bool(says) and (n >= _SURE or len(q.words) == n and (_named(short) or _named(q)))


def _one_more(short: Quote, q: Quote, start: int) -> _Odd | None:
    """Where one of the two has a word more between words that both have."""
    n = len(short.words)
    if n < _WHOLE or len({w for w in short.words if w not in FUNCTION_WORDS}) < 2:
        return None
    words, there = short.words, q.words
    for first in (start, start - 1, start + 1):  # the anchor may stand before or behind the word
        if first < 0 or there[first:first + 1] != words[:1]:
            continue
        i = next((k for k, (a, b) in enumerate(zip(words, there[first:], strict=False)) if a != b), n)
        if i < n and words[i:] == there[first + i + 1:first + n + 1]:
            return _Odd(i, (first, first + n + 1))
        if i < n - 1 and words[i + 1:] == there[first + i:first + n - 1]:
            return _Odd(i, (first, first + n - 1))
    return None
