"""Check `variants`, capitals: one name in two patterns of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import filterfalse

from checker.checks.base import Check, occurrences
from checker.data.english import FUNCTION_WORDS
from checker.data.people import PARTICLES, TITLES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Name, Span
from checker.records import NamedTuple
from checker.structure.cited import cited_alone, told_as_such
from checker.structure.document import Document


class Params(NamedTuple):
    """Nothing to set."""


def _case(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        yield from _capitals(number, analysis)
        yield from _particles(number, analysis.document, names(analysis).words)


def _capitals(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One word in two patterns of capitals ("McKeon", "Mckeon"), headlines and words all in capitals aside."""
    document = analysis.document
    found = names(analysis)
    doubtful = _doubtful(found.words)
    if not doubtful:
        return
    openings = document.sentence_openings
    by_letters: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for m in found.holding({word for word in found.words if word.lower() in doubtful}):
        if not isinstance(m.value, Name) or document.zone_at(m.span.start).kind in ("headline", "credit", "byline"):
            continue
        at = m.span.start
        for word in m.value.parts:
            start = document.text.find(word, at, m.span.end)
            at = max(at, start + len(word))
            if word.lower() in doubtful and not word.isupper() and start >= 0 and not re.match(r"\.\w", document.text[at:at + 2]):
                opens = start in openings or start - 1 in openings
                by_letters[word.lower()]["?" + word[1:] if opens else word].append(Span(start, at))
    for forms in by_letters.values():
        yield from _patterns(number, document, forms)


def _doubtful(words: Collection[str]) -> frozenset[str]:
    """The words, in small letters, that stand in two patterns at least."""
    small = list(map(str.lower, words))
    if len(set(small)) == len(small):
        return frozenset()
    return frozenset(word for word, n in Counter(map(str.lower, filterfalse(str.isupper, words))).items() if n > 1 and len(word) > 3)


def _patterns(number: int, document: Document, forms: dict[str, list[Span]]) -> Iterator[Conflict]:
    """Two patterns behind the first letter, or two first letters of a name with inner capitals ("eBay", "EBay")."""
    patterns: dict[str, list[Span]] = defaultdict(list)
    tails = {w[1:] for w in forms}
    for word, spans in forms.items():
        if len(tails) > 1:
            patterns[word[1:]] += spans
        elif word[0] != "?" and word[1:] != word[1:].lower():
            patterns[word] += spans
    if len(patterns) != 2:
        return
    odd, usual = sorted(patterns.values(), key=lambda s: (len(s), -min(s).start))
    words = [document.text[s[0].start:s[0].end] for s in (odd, usual)]
    if "-" not in words[0] and len(odd) <= 2 and not told_as_such(document, (odd, usual)):
        quoted = cited_alone(document, (odd, usual))
        yield Conflict((Place(number, min(odd)), Place(number, min(usual))), {"count": str(len(odd)), "total": str(len(usual))}, tuple(filter(None, [quoted])),
                       likely=bool(quoted))


_PARTICLES = sorted(PARTICLES - {"ten", "la", "le", "da", "al", "el"})
_BIG = [(p.capitalize(), p) for p in _PARTICLES]
_PARTICLE = re.compile(rf"(?<=[a-z,] )({'|'.join(_PARTICLES)}) (?=[A-Z])", re.I)


def _particles(number: int, document: Document, words: Collection[str]) -> Iterator[Conflict]:
    """ "von der Leyen" and "Von der Leyen" inside sentences."""
    text = document.text
    both = [p for big, p in _BIG if big in words and f" {big} " in text and (f" {p} " in text or f" {p.upper()} " in text)]
    if not both:
        return
    uses: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for at in sorted(at for p in both for at in occurrences(document.lower, f" {p} ")):
        m = _PARTICLE.match(document.text, at + 1)
        if m is None:
            continue
        after = re.match(r"[\w’-]+", document.text[m.end():m.end() + 40])
        named = re.search(r"[A-Z][\w.’-]+ $", document.text[max(0, m.start() - 24):m.start()])
        if after and named and named[0].rstrip(" .") not in TITLES and named[0].rstrip().lower() not in FUNCTION_WORDS and document.zone_at(m.start()).kind != "headline":
            uses[m.group(1).lower() + " " + after.group()][m.group(1)].append(Span(m.start(), m.end() + after.end()))
    for forms in uses.values():
        if len(forms) == 2:
            odd, usual = sorted(forms.values(), key=lambda s: (len(s), -s[0].start))
            yield Conflict((Place(number, odd[0]), Place(number, usual[0])), {"count": str(len(odd)), "total": str(len(usual))})


CHECKS = {"case": Check(Params, _case)}
