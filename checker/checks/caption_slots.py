"""The words of a caption that may be wrong, each with the places of the text where the same stands, and where another stands that excludes it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from checker.checks.base import occurrences
from checker.checks.headline_acts import AUXILIARIES, is_denied, is_loose, is_not
from checker.checks.headline_words import Token, tokens
from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.opposites import CLOSED, MEMBERS, NOT_MEMBERS, NOT_ON_SIDE, SCALES, SIDES
from checker.data.people import COUNTRIES
from checker.data.places import CITIES, REGIONS
from checker.link import figures
from checker.link.group import quantity
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import sex
from checker.model import Claim, Date, Span
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april june july august september october november december".split())
_STATES = frozenset(w.lower() for w in REGIONS if len(w) > 3) | frozenset(COUNTRIES)
_ALL = (("day", _DAYS), ("date", _MONTHS), ("place", _STATES), ("place", CITIES | {"washington"}))
_COUNTED = frozenset({"count", "number", "money", "percent", "duration", "points"})
_STEM = 4  # letters by which a word is looked for in another form
_NOTS = ("not ", "never ", "n’t ", "n't ")
_LIKE = 3  # words in common, the one at issue among them
_PARTS = 3  # of the longest name that is one person's
_REACH = 30  # characters that hold the two words behind "not"
_KNOWN = _STATES | CITIES
_WHERE = re.compile(r"\b(?:in|at|near|outside) ((?:St\. )?[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)(?![\w’'-]| [A-Z])")
_DAY = re.compile(r"\.? \d{1,2}\b").match


def _by_first(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Names by their first words as printed."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(known):
        first = re.split(r"[\W_]", name)[0]
        for form in (first.capitalize(), first.upper()):
            found[form] = (*found.get(form, ()), name)
    return found


_CLASSES = tuple((kind, known, _by_first(known)) for kind, known in _ALL)


class Slot(NamedTuple):
    """A word or figure of a caption: its place among the words, where the text has the same and where another that excludes it; `stems` are its own."""

    at: int
    kind: str
    span: Span
    stems: frozenset[str]
    same: Sequence[Span]
    others: Sequence[Span]


class Told(NamedTuple):
    """The dates (months with a day, and years alone) and the full names of a text, in order; where a "not" ends, with the two words behind."""

    dates: Sequence[tuple[Span, Date]]
    names: Sequence[tuple[Span, tuple[str, ...]]]
    denied: Sequence[tuple[int, list[str]]]


def told(analysis: Analysis) -> Told:
    """What the slots of all captions of a text are held against."""
    known = names(analysis)
    dates = [(m.span, m.value) for m in known.dates if isinstance(m.value, Date) and (m.value.day and m.value.month or _is_year(m.value))]
    full = sorted((m.span, parts) for parts in known.full if len(parts) <= _PARTS for m in known.written[parts])
    lower = analysis.document.lower
    ends = sorted(at + len(word) for word in _NOTS for at in occurrences(lower, word))
    return Told(dates, full, [(end, lower[end:end + _REACH].split()[:2]) for end in ends])


def _is_year(date: Date) -> bool:
    return date.year is not None and date.month is None and date.weekday is None


def slots(analysis: Analysis, known: Told, sentence: Span, words: Sequence[Token]) -> Iterator[Slot]:
    """The slots of a caption's sentence for which the text has others."""
    document = analysis.document
    found: Iterable[Slot] = chain(_classed(document, words), _towns(document, sentence, words), _opposed(document, words), _dates(known, sentence, words), _names(document, known, sentence, words),
                                  _negations(document, known, sentence, words), _figures(analysis.claims, sentence, words))
    return (slot for slot in found if slot.others)


def _classed(document: Document, words: Sequence[Token]) -> Iterator[Slot]:
    """Days, months without a day, states and countries, cities."""
    said = frozenset(w.word for w in words)
    for i, w in enumerate(words):
        if not document.text[w.start].isupper() or w.word in _MONTHS and _DAY(document.text, w.end):
            continue
        pair = f"{w.word} {words[i + 1].word}" if i + 1 < len(words) else ""
        for kind, known, firsts in _CLASSES:
            word = pair if pair in known else w.word
            if word in known:
                span = Span(w.start, words[i + 1].end if word is pair else w.end)
                there = {name for first in document.lowercase.intersection(firsts) for name in firsts[first]}
                yield _slot(document, i, kind, span, {word}, there - said - {word}, True)


def _towns(document: Document, sentence: Span, words: Sequence[Token]) -> Iterator[Slot]:
    """Where the caption is ("in Marsh End"), which the text names nowhere else, against where else the text says that something is."""
    text = document.text
    if not _tells_names(document, words):
        return
    for m in _WHERE.finditer(text, *sentence):
        name, first = m[1], m[1].split()[0]
        if first.lower() in CALENDAR or text.count(first) != text.count(first, *sentence) or all(w.word in _KNOWN for w in words if m.start(1) <= w.start < m.end(1)):
            continue
        others = [Span(*x.span(1)) for x in _WHERE.finditer(text) if x[1].split()[0].lower() not in CALENDAR and text.find(x[1], *sentence) < 0]
        span = Span(*m.span(1))
        yield Slot(index(words, span), "place", span, frozenset(map(stem, name.lower().split())), (), others)


def _opposed(document: Document, words: Sequence[Token]) -> Iterator[Slot]:
    """Words that have an opposite, and members of closed sets ("GOP-controlled")."""
    for i, w in enumerate(words):
        for kind, where, rows, others in (("word", SIDES, SCALES, NOT_ON_SIDE), ("set", MEMBERS, CLOSED, NOT_MEMBERS)):
            for row, side in where.get(w.word if w.word in where else w.word.partition("-")[0], ()):
                yield _slot(document, i, kind, Span(w.start, w.end), rows[row][side], others[row][side], False)


def _slot(document: Document, i: int, kind: str, span: Span, same: Collection[str], others: Collection[str], capital: bool) -> Slot:
    there = sorted(_stand(document, others, capital))
    own = sorted(_stand(document, same, capital)) if there else []
    return Slot(i, kind, span, frozenset(map(stem, document.lower[span.start:span.end].split())), own, there)


def _stand(document: Document, wanted: Collection[str], capital: bool) -> Iterator[Span]:
    """Where these words stand in the text."""
    lower, runs = document.lower, document.lowercase
    for word in wanted:
        if not capital and len(word) > 2 and word not in runs and word.capitalize() not in runs and word.upper() not in runs:
            continue
        for at in occurrences(lower, word):
            end = at + len(word)
            if not lower[at - 1:at].isalpha() and not lower[end:end + 1].isalpha() and (not capital or document.text[at].isupper()):
                yield Span(at, end)


def read(document: Document, sentence: Span) -> list[Token]:
    """The words of a sentence, which captions ask for again and again."""
    key = read, sentence.start
    if key not in document.memo:
        document.memo[key] = tokens(document, sentence)
    words: list[Token] = document.memo[key]
    return words


def openings(words: Sequence[Token]) -> list[str]:
    """How the words that say something begin: looked for in a sentence before all its words are read."""
    return list({w.word[:_STEM] for w in words if len(w.word) > 2 and w.word not in FUNCTION_WORDS})


def is_like(document: Document, sentence: Span, begun: Sequence[str], least: int) -> bool:
    """May a sentence have so many of the words?"""
    said = document.lower[sentence.start:sentence.end]
    return sum(map(said.__contains__, begun)) >= least


def index(words: Sequence[Token], span: Span) -> int:
    """The first word in a stretch; the last before it where it has only digits."""
    i = next((i for i, w in enumerate(words) if w.end > span.start), len(words))
    return i if i < len(words) and words[i].start < span.end else max(0, i - 1)


def _dates(known: Told, sentence: Span, words: Sequence[Token]) -> Iterator[Slot]:
    """Days of a month, where others are another day of that month or that day of another, and years."""
    for span, date in known.dates:
        if sentence.start <= span.start < sentence.end:
            i = index(words, span)
            if _is_year(date):
                same = [s for s, d in known.dates if d.year == date.year and s != span]
                others = [s for s, d in known.dates if _is_year(d) and d.year != date.year]
            else:
                same = [s for s, d in known.dates if (d.month, d.day) == (date.month, date.day) and s != span]
                others = [s for s, d in known.dates if d.day and (d.month == date.month) != (d.day == date.day)]
            yield Slot(i, "year" if _is_year(date) else "date", span, frozenset() if _is_year(date) else frozenset({stem(words[i].word)}), same, others)


def _tells_names(document: Document, words: Sequence[Token]) -> bool:
    """Do capitals tell names, as they do not in a line that has them everywhere?"""
    return any(document.text[w.start].islower() and len(w.word) > 3 and w.word not in FUNCTION_WORDS for w in words)


def _names(document: Document, known: Told, sentence: Span, words: Sequence[Token]) -> Iterator[Slot]:
    """Persons whom the text names nowhere else; photographers ("Ruth Orwin/AP") and words of a line in capitals are none."""
    if not _tells_names(document, words):
        return
    text = document.text
    for span, parts in known.names:
        if sentence.start <= span.start < sentence.end and text[span.end:span.end + 1] != "/" and text.count(parts[-1]) == text.count(parts[-1], *sentence) \
                and sex(parts[0]) is not None:
            others = [s for s, p in known.names if text.find(p[-1], *sentence) < 0 and sex(p[0]) is not None]
            yield Slot(index(words, span), "name", span, frozenset(stem(p.lower()) for p in parts), (), others)


def _negations(document: Document, known: Told, sentence: Span, words: Sequence[Token]) -> Iterator[Slot]:
    """Words that the text has under "not" where the caption has not, or the reverse."""
    said = [w.word for w in words]
    if any(map(is_loose, said)):
        return
    if any(map(is_not, said)) and (denied := [i for i in range(1, len(words)) if is_denied(words, i) and _says(words[i])]):
        yield _turned(document, words, denied[0], True)
        return
    begun = openings(words)
    begin, stems, found = frozenset(begun), dict[str, int](), dict[int, bool]()
    for end, behind in known.denied:
        for word in behind:
            if word[:_STEM] in begin and not sentence.start < end <= sentence.end and is_like(document, document.sentence_at(end - 1), begun, _LIKE):
                stems = stems or {stem(w.word): i for i, w in enumerate(words) if _says(w)}
                if (i := stems.get(stem(word.strip(",.;:")))) is not None:
                    found[i] = True
    for i in found:
        yield _turned(document, words, i, False)


def _says(w: Token) -> bool:
    return len(w.word) >= _STEM and w.word not in FUNCTION_WORDS


def _turned(document: Document, words: Sequence[Token], i: int, denied: bool) -> Slot:
    """The slot of a word that is denied, or not; sentences with "refuse", "if", "only" may mean either."""
    same, others, wanted, begun = list[Span](), list[Span](), stem(words[i].word), openings(words)
    for at in occurrences(document.lower, words[i].word[:_STEM]):
        if document.lower[at - 1:at].isalpha() or not is_like(document, sentence := document.sentence_at(at), begun, _LIKE):
            continue
        there = read(document, sentence)
        k = next((k for k, t in enumerate(there) if t.start == at), -1)
        if k >= 0 and stem(there[k].word) == wanted:
            loose = any(is_loose(t.word) for t in there) or denied and there[k - 1].word not in AUXILIARIES
            (same if loose or is_denied(there, k) == denied else others).append(Span(at, there[k].end))
    return Slot(i, "negation", Span(words[i].start, words[i].end), frozenset({wanted}), same, others)


def _figures(claims: Sequence[Claim], sentence: Span, words: Sequence[Token]) -> Iterator[Slot]:
    """Figures, against those of the same dimension that are said of the same noun."""
    for c in claims:
        one = quantity(c)
        if c.value.span.start >= sentence.end:
            return
        if c.value.span.start < sentence.start or one.dimension not in _COUNTED:
            continue
        like = [x for x in claims if x.sentence != c.sentence and quantity(x).dimension == one.dimension and figures.comparable(one, quantity(x), 10)
                and (x.noun == c.noun or c.noun in x.near or x.noun in c.near)]
        others = [x.value.span for x in like if figures.disjoint(one, quantity(x))]
        yield Slot(index(words, c.value.span), "figure", c.value.span, frozenset(), [x.value.span for x in like if not figures.disjoint(one, quantity(x))], others)
