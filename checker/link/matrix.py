"""Who says what: the claims of several documents in rows, the documents in columns.

A row is one claim (a toll, an amount, another figure, a day or time, a person, a quotation) with what each document has for it. Cells
of one `group` agree; the largest group is 0. Rows with most disagreement come first, then those that most documents tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from checker.data.people import COUNTRIES
from checker.data.places import REGIONS
from checker.link import agree
from checker.link.ledger import Ledger
from checker.link.names import alike, with_title
from checker.link.quotes import Spoken, find, index, spoken
from checker.link.verdicts import quoted, verdicts
from checker.model import Clock, Date, Mention, Name, Quantity, Referent, Span, Voice
from checker.records import NamedTuple

_LEAST = -0.5  # log-odds from which two figures in other words count as one claim
_PLACES = frozenset(p.lower() for p in REGIONS if len(p) > 3) | COUNTRIES
_TOLLS = {"kill": "dead", "injure": "injured", "arrest": "arrested"}
_ORDER = ("dead", "injured", "arrested", "how much", "figure", "when", "where", "who", "quotation")
_ALONE = 3  # mentions from which a person that only one document names is worth a row
_WORDS = 5  # of a quotation that is compared
_CLAUSE = re.compile(r"[;:—–“”\"()]\s*")
_BEFORE, _AFTER, _AROUND = 4, 3, 6  # words around a figure that name its row


class Cell(NamedTuple):
    """What one document has: the words, the line (1-based), who says it; cells of one `group` agree, and group 0 is the largest."""

    text: str
    line: int
    voice: Voice
    group: int


class Row(NamedTuple):
    """One claim: `kind` is "dead", "injured", "arrested", "how much", "figure", "when", "where", "who" or "quotation"; a cell is None where a document lacks it."""

    kind: str
    subject: str
    cells: tuple[Cell | None, ...]

    @property
    def told(self) -> int:
        """Documents that tell it."""
        return sum(1 for c in self.cells if c is not None)

    @property
    def values(self) -> int:
        """Different values among those documents; 1 where all agree."""
        return len({c.group for c in self.cells if c is not None})


class Matrix(NamedTuple):
    """The comparison: `documents` are the names of the columns."""

    documents: tuple[str, ...]
    rows: tuple[Row, ...]


class _Groups:
    """Joins what belongs together (union-find): each joined set is named by its first member."""

    def __init__(self) -> None:
        self.parent: dict[tuple[int, Span], tuple[int, Span]] = {}
        self.what: dict[tuple[int, Span], Mention] = {}

    def root(self, key: tuple[int, Span]) -> tuple[int, Span]:
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def add(self, number: int, m: Mention) -> tuple[int, Span]:
        key = number, m.span
        self.parent.setdefault(key, key)
        self.what[key] = m
        return self.root(key)

    def join(self, a: tuple[int, Mention], b: tuple[int, Mention]) -> None:
        one, two = sorted((self.add(*a), self.add(*b)))
        self.parent[two] = one

    def sets(self) -> Iterator[dict[int, list[Mention]]]:
        """For each joined set the mentions of every document, in order."""
        out: dict[tuple[int, Span], dict[int, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        for key in sorted(self.parent):
            out[self.root(key)][key[0]].append(self.what[key])
        yield from out.values()


def matrix(ledger: Ledger) -> Matrix:
    """The comparison of all documents of a ledger whose documents stand side by side."""
    rows = [*_figures(ledger), *_slots(ledger, "when", _dated, _same_time), *_slots(ledger, "where", _located, _same_place), *_people(ledger), *_quotations(ledger)]
    rows.sort(key=lambda r: (-r.values, -r.told, _ORDER.index(r.kind), next(c.line for c in r.cells if c), r.subject))
    return Matrix(tuple(a.document.source.path for a in ledger.analyses), tuple(rows))


def _row(ledger: Ledger, kind: str, subject: str, held: dict[int, Mention], same: Callable[[Mention, Mention], bool]) -> Row:
    groups: list[list[int]] = []
    for n, m in sorted(held.items()):
        home = next((g for g in groups if all(same(held[o], m) for o in g)), None)
        if home is None:
            groups.append([n])
        else:
            home.append(n)
    groups.sort(key=lambda g: (-len(g), g))
    number = {n: i for i, g in enumerate(groups) for n in g}
    cells = [None if n not in held else _cell(ledger, n, held[n], number[n]) for n in range(len(ledger.analyses))]
    return Row(kind, subject, tuple(cells))


def _cell(ledger: Ledger, number: int, m: Mention, group: int) -> Cell:
    document = ledger.analyses[number].document
    return Cell(" ".join(m.text.split()), document.source.place(m.span.start)[0], document.voice_at(m.span.start), group)


def _figures(ledger: Ledger) -> list[Row]:
    rows: list[tuple[Row, dict[int, Mention]]] = []
    groups = _Groups()
    for (number, m), held in verdicts(ledger, _LEAST).items():
        for v in held:
            groups.join((number, m), (v.document, v.mention))
    claims = {(n, c.value.span): c for n, a in enumerate(ledger.analyses) for c in a.claims}
    for n, a in enumerate(ledger.analyses):
        for c in a.claims:
            if c.event in _TOLLS:
                groups.add(n, c.value)
    for found in groups.sets():
        if all(ledger.analyses[n].document.quotation_at(m.span.start) for n, held in found.items() for m in held):
            continue  # the quotation has a row of its own
        shown = {n: min(held, key=lambda m: not _counts(m)) for n, held in found.items()}
        first = min(shown, key=lambda n: (not _counts(shown[n]), n))
        told = [claims[n, m.span].event for n, held in found.items() for m in held if (n, m.span) in claims]
        kind = next((_TOLLS[event] for event in told if event in _TOLLS), "how much" if _is_money(shown[first]) else "figure")
        rows.append((_row(ledger, kind, _around(ledger, first, shown[first]), shown, _same_figure), shown))
    return [row for row, shown in rows if not (len(shown) == 1 and row.kind in _TOLLS.values() and _told_again(row, shown, rows))]


def _told_again(row: Row, shown: dict[int, Mention], rows: list[tuple[Row, dict[int, Mention]]]) -> bool:
    """Is a toll of one document the one that it has in a row with others ("Twelve dead", "killed 12 people")?"""
    (number, m), = shown.items()
    return any(other.kind == row.kind and len(also) > 1 and number in also and _same_figure(also[number], m) for other, also in rows)


def _counts(m: Mention) -> bool:
    """Does the figure say of what it is one? A headline's often does not."""
    return isinstance(m.value, Quantity) and bool(m.value.unit)


def _is_money(m: Mention) -> bool:
    return isinstance(m.value, Quantity) and m.value.dimension == "money"


def _same_figure(a: Mention, b: Mention) -> bool:
    return isinstance(a.value, Quantity) and isinstance(b.value, Quantity) and not agree.differ(a.value, b.value)


def _around(ledger: Ledger, number: int, m: Mention) -> str:
    """The words around a figure, with dots in its place: "plant in Harwick killed … on Monday"."""
    document = ledger.analyses[number].document
    sentence, text = document.sentence_at(m.span.start), document.text
    before = _CLAUSE.split(text[sentence.start:m.span.start])[-1].split()[-_BEFORE:]
    after = _CLAUSE.split(text[m.span.end:sentence.end])[0].split()[:max(_AFTER, _AROUND - len(before))]
    return " ".join([*before, "…", *(w.rstrip(".,") for w in after)]).strip()


def _slots(ledger: Ledger, kind: str, wanted: Callable[[Mention], bool], same: Callable[[Mention, Mention], bool]) -> Iterator[Row]:
    """What stands in one slot of sentences that are the same but for little."""
    groups = _Groups()
    around: dict[tuple[int, Span], str] = {}
    for pair in ledger.across.pairs if ledger.across else ():
        for s in pair.slots:
            if s.firm and wanted(s.a) and wanted(s.b) and not quoted(ledger, pair, s):
                groups.join((pair.a, s.a), (pair.b, s.b))
                first = s.words[0][0]
                around[pair.a, s.a.span] = " ".join(s.parallel.a.shown[max(0, first - 5):first])
    for found in groups.sets():
        shown = {n: held[0] for n, held in found.items()}
        number = min(shown)
        yield _row(ledger, kind, around.get((number, shown[number].span), ""), shown, same)


def _dated(m: Mention) -> bool:
    return isinstance(m.value, Date | Clock)


def _located(m: Mention) -> bool:
    return isinstance(m.value, Name) and m.text.lower() in _PLACES


def _same_place(a: Mention, b: Mention) -> bool:
    return a.text.casefold() == b.text.casefold()


def _same_time(a: Mention, b: Mention) -> bool:
    return isinstance(a.value, Date | Clock) and isinstance(b.value, Date | Clock) and not agree.dates_differ(a.value, b.value)


def _people(ledger: Ledger) -> Iterator[Row]:
    for r in ledger.referents:
        held: dict[int, Mention] = {}
        for n, m in r.mentions:
            if isinstance(m.value, Name) and (n not in held or _fuller(m, held[n])):
                held[n] = m
        if r.kind == "person" and (len(held) > 1 or len(r.mentions) >= _ALONE):
            yield _row(ledger, "who", r.name, {n: _titled(ledger, n, m) for n, m in held.items()}, _same_person(r))


def _fuller(m: Mention, other: Mention) -> bool:
    assert isinstance(m.value, Name) and isinstance(other.value, Name)
    return (len(m.value.parts), bool(m.value.title)) > (len(other.value.parts), bool(other.value.title))


def _titled(ledger: Ledger, number: int, m: Mention) -> Mention:
    """The mention with its title in its words."""
    text = ledger.analyses[number].document.text
    span = with_title(text, m)
    return m._replace(text=text[span.start:span.end])


def _same_person(r: Referent) -> Callable[[Mention, Mention], bool]:
    def same(a: Mention, b: Mention) -> bool:
        assert isinstance(a.value, Name) and isinstance(b.value, Name)
        return a.value.parts[-1].casefold() == b.value.parts[-1].casefold() and (
            min(len(a.value.parts), len(b.value.parts)) < 2 or alike(a.value.parts[0], b.value.parts[0]))
    return same


def _quotations(ledger: Ledger) -> Iterator[Row]:
    """Quotations of the first document that has them, with the same words in the others."""
    all_spoken = [spoken(a) for a in ledger.analyses]
    indexes = [index(s.words) for s in all_spoken]
    taken: set[tuple[int, int]] = set()
    for number, s in enumerate(all_spoken):
        for first, end in _stretches(s):
            words = s.words[first:end]
            if len(words) < _WORDS or any((number, i) in taken for i in range(first, end)):
                continue
            held = {number: _said(ledger, number, s, first, end)}
            kept = {number: Counter(words)}
            for other in range(number + 1, len(all_spoken)):
                found = find(words, all_spoken[other].words, indexes[other])
                if found is None or found.same < max(4, len(words) // 2) or found.differ > found.same // 2:
                    continue
                taken |= {(other, i) for i in range(*found.b)}
                held[other] = _said(ledger, other, all_spoken[other], *found.b)
                kept[other] = Counter(words) if not found.differ else Counter(all_spoken[other].words[found.b[0]:found.b[1]])
            if len(held) > 1:
                yield _row(ledger, "quotation", s.quotations[first].voice.name or "", held, _same_words(held, kept))


def _same_words(held: dict[int, Mention], kept: dict[int, Counter[str]]) -> Callable[[Mention, Mention], bool]:
    number = {id(m): n for n, m in held.items()}
    return lambda a, b: kept[number[id(a)]] == kept[number[id(b)]]


def _stretches(s: Spoken) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(s.words):
        end = at
        while end < len(s.words) and s.quotations[end] is s.quotations[at]:
            end += 1
        yield at, end
        at = end


def _said(ledger: Ledger, number: int, s: Spoken, first: int, end: int) -> Mention:
    span = Span(s.spans[first].start, s.spans[end - 1].end)
    text = ledger.analyses[number].document.text[span.start:span.end]
    return Mention("name", span, text, Name((text,)))
