"""One result told in two ways: an innings, a half-time, a set, a margin, a match against one opponent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from checker.checks.base import occurrences
from checker.data.units import ONES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Quantity, Span
from checker.records import NamedTuple
from checker.structure.document import Document


class Result(NamedTuple):
    """A result as it is printed: its two figures, where it stands, and the words that tell of which match or innings it is."""

    figures: tuple[int, int]
    span: Span
    of: str = ""


_CONTESTS = frozenset({"score", "vote"})
_CRICKET = frozenset("wicket wickets innings batsman batsmen cricket stumps".split())
_RUNS = frozenset("runs wickets run wicket".split())
_WORDS = "|".join(w for w in ONES if 0 < ONES[w] < 11)
_ORDER = r"first|second|third|fourth|fifth|sixth|seventh|final|last|opening|deciding"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    game = rf"({_ORDER})(?: [a-z-]+)? (?:Test|one-day|one-dayer|international|ODI|Twenty20|T20|match|game|final)"
    name = r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
    return {
        "innings": re.compile(r"(?<![\w-])(\d) for (\d{2,3})(?![\w-]|[,.]\d)"),
        "turned": re.compile(r"(?<![\w-])(\d{2,3})(?:-| for )(\d)(?: (?:dec|declared|at stumps|overnight|at the close))"),
        "took": re.compile(r"\b(?:took|tak\w+|claim\w+|finish\w+ with|return\w*|figures of|best of|grabb\w+|bagg\w+|captur\w+|spell of|haul of|analysis of)\b[^.;]{0,25}$"),
        "team": re.compile(r"\b(?:innings|declar\w+|scor\w+|made|reach\w*|reply|replied|total|stumps|overnight|close|resum\w+|slump\w*|collaps\w+|are|were|at)\b"),
        "close": re.compile(r"\b(?:stumps|overnight|close|resum\w+|end of (?:the )?(?:day|play))\b"),
        "inning": re.compile(r"\b(first|second)[ -]innings?\b"),
        "scorer": re.compile(r"(?:\b([A-Z][\w’-]{2,})(?: \([^()]*\))?,? (?:who )?(?:was |had |has |is |then )?(?:scored|made|hit|struck|contributed|out for|dismissed for|bowled for|caught for|finished on|finished with|reached) "
                             r"(?:an? |his )?(?:[a-z-]+ )?|\b([A-Z][\w-]{2,})(?:[’']s|[’']) (?:[a-z-]+ )?)(\d{2,3})(?![\w%-]|[,.:]\d| (?:balls|minutes|wickets|overs|catches|Tests|matches|years|fours|sixes|times|days|hours))"),
        "margin": re.compile(rf"\bby (\d{{1,3}}|{_WORDS}) (runs?|wickets?)\b|(?<![\w-])(\d{{1,3}}|{_WORDS})-(run|wicket) (?:win|victory|triumph|success|loss|defeat|margin|thrashing|hiding|drubbing)\b"),
        "game": re.compile(game),
        "so many": re.compile(r"\bin (two|three|four|five) sets,? (?:by )?$"),
        "half": re.compile(r"(?<![\d-])(\d{1,3})[-–](\d{1,3})(?: up| ahead| down| lead| advantage)?(?: at (?:the )?| )(?:half[- ]?time|the break|break|interval)\b|"
                           r"\bat (?:half[- ]?time|the break|the interval),? (?:the score was|it was|they led|[A-Z][a-z]+ led) (\d{1,3})[-–](\d{1,3})\b|"
                           r"\bhalf[- ]?time (?:score|lead|advantage) (?:of|was|at) (\d{1,3})[-–](\d{1,3})\b", re.I),
        "sets": re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?: \(\d+[-/]\d+\))?(?:,? (?:and )?\d{1,2}-\d{1,2}(?: \(\d+[-/]\d+\))?)+(?![\d-])"),
        "won": re.compile(r"\b(beat|beats|beating|defeated|defeating|overcame|downed|outlasted) (?:[A-Z][\w’'-]*,? |of |the |[a-z]+ ){1,7}?"
                          r"(\d{1,2}-\d{1,2}(?: \(\d+[-/]\d+\))?(?:,? (?:and )?\d{1,2}-\d{1,2}(?: \(\d+[-/]\d+\))?)+)(?![\d-])"),
        "set": re.compile(r"\b(first|opening|second|third|fourth|fifth|final|deciding|last) set,? (?:by |on |with |in )?(?:a )?(\d{1,2})-(\d{1,2})(?![\d-])"),
        "beat": re.compile(rf"\b(?:beat|beats|beating|defeated|defeating|edged|downed|thrashed|thrashing|hammered|overcame|lost to|losing to) {name} (\d{{1,3}})[-–](\d{{1,3}})(?![\d-])|"
                           rf"\b(?:lost|losing|won|winning|went down|drew) (\d{{1,3}})[-–](\d{{1,3}}) (?:to|against|at|over|with) {name}|"
                           rf"\b(?:[Tt]he|[Tt]hat|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[’']s|[Aa]) (\d{{1,3}})[-–](\d{{1,3}}) (?:[a-z]+ )?(?:win|victory|triumph|success|loss|defeat|thrashing|draw) (?:over|against|by|to|at the hands of|at|with) {name}"),
        "otherwise": re.compile(r"\b(?:last (?:week|month|year|season)|earlier|previous\w*|first leg|second leg|half[- ]?time|years? ago|in (?:19|20)\d\d|(?:January|February|March|April|June|July|August|September|October|November|December)|"
                                r"aggregate|again|reverse|return|another|also|ago|since|when|record|series|best-of)\b", re.I),
    }


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Results in the document of this number that stand there in two ways."""
    document = analysis.document
    words, text = document.lowercase, document.text
    found: list[tuple[Result, Result]] = []
    if not _CRICKET.isdisjoint(words):
        found += [*_innings(document), *_scorers(document)]
    if not _RUNS.isdisjoint(words) and (not _CRICKET.isdisjoint(words) or any(text[at - 1:at].isdigit() for at in occurrences(text, " run"))) and ("Test" in text or "match" in words or "final" in words or "game" in words):
        found += _margins(document)
    contests = sorted({document.sentence_index(m.span.start) for m in names(analysis).others
                       if isinstance(q := m[3], Quantity) and q.dimension in _CONTESTS})
    told = [document.sentences[i] for i in contests]  # the rest of the text has no results
    if told and any(map(document.lower.__contains__, _PAUSES)):
        found += _halves(text, told)
    if told and ("sets" in words or "set" in words and any(map(text.__contains__, _SET_WORDS))):
        found += _sets(text, told)
    if told and not _PLAYED.isdisjoint(words):
        found += _matches(document, told)
    if told and not _WON.isdisjoint(words):
        for m in _within(_patterns()["won"], text, told):
            sets = [tuple(map(int, g.split("-"))) for g in re.findall(r"(?<![(\d])\d{1,2}-\d{1,2}(?!\d*\))", m[2])]
            taken = sum(a > b for a, b in sets)
            if all(max(s) >= _GAMES for s in sets) and taken * 2 <= len(sets):
                kind = f"but the sentence has the first side win (“{m[1]}”): {taken} of {len(sets)} sets?"
                yield Conflict((Place(number, Span(*m.span(2))),), {"kind": kind, "expected": kind, "tolerance": "none"}, ("the sentence tells who won",), likely=True, by_voice=True)
    found += [(Result((0, 0), one), Result((0, 0), two)) for one, two in _told_otherwise(document, bool(told))]
    for one, two in found:
        yield Conflict((Place(number, two.span), Place(number, one.span)), {"kind": f"but “{' '.join(text[one.span.start:one.span.end].split())}” elsewhere", "expected": text[one.span.start:one.span.end], "tolerance": "none"},
                       ("the text tells one result twice",), likely=True, by_voice=True)


_PLACED = frozenset({"came", "finished", "placed", "finisher", "runner"})
_STANDING = frozenset("ranked rated seeded seed season champion champions record overall unbeaten undefeated victory win winning triumph goalless scoreless".split())


def _told_otherwise(document: Document, scores: bool) -> Iterator[tuple[Span, Span]]:
    """The earlier and the later of two results that are no plain scores; read where a word of theirs stands, as few texts have one."""
    words = document.lowercase
    if scores and "aggregate" in words:
        from checker.checks.aggregates import aggregates
        yield from aggregates(document)
    if not words.isdisjoint(_PLACED):
        from checker.checks.placings import placings
        yield from placings(document)
    if not words.isdisjoint(_STANDING):
        from checker.checks.standings import barren, beaten, standings
        yield from ((there, here) for here, there in (*standings(document), *beaten(document), *barren(document)))


_PAUSES = ("half-time", "halftime", "half time", "the break", "interval")
_SET_WORDS = tuple(f"{word} set" for word in "first opening second third fourth fifth final deciding last".split())
_WON = frozenset("beat beats beating defeated defeating overcame downed outlasted".split())
_GAMES = 6  # at least so many games make a set
_PLAYED = frozenset("beat beats beating defeated defeating defeat win victory triumph loss lost won losing winning thrashed edged downed".split())


def _within(pattern: re.Pattern[str], text: str, sentences: Sequence[Span]) -> Iterator[re.Match[str]]:
    """The matches in these sentences."""
    for start, end in sentences:
        yield from pattern.finditer(text, start, end)


def _slip(a: int, b: int) -> bool:
    """Do two figures of as many digits differ in one of them, or in the order of two?"""
    one, two = str(a), str(b)
    if len(one) != len(two) or one == two:
        return False
    return sum(x != y for x, y in zip(one, two, strict=True)) == 1 or sorted(one) == sorted(two)


def _innings(document: Document) -> Iterator[tuple[Result, Result]]:
    """ "2 for 17 at stumps … 2 for 27 overnight": as many wickets, the runs but for a digit."""
    text, p = document.text, _patterns()
    told: dict[int, list[Result]] = {}
    for m in p["innings"].finditer(text):
        sentence = document.sentence_at(m.start())
        before, behind = text[max(sentence.start, m.start() - 60):m.start()], text[m.end():min(sentence.end, m.end() + 40)]
        if p["took"].search(before) or " overs" in behind[:20] or not p["team"].search(before + " " + behind):
            continue
        inning = p["inning"].search(before + " " + behind)
        kind = "close" if p["close"].search(before + " " + behind) else inning[1] if inning else ""
        told.setdefault(int(m[1]), []).append(Result((int(m[1]), int(m[2])), Span(*m.span()), kind))
    for results in told.values():
        for a, b in pairwise(results):
            if a.of and b.of and (a.of == b.of or "close" in (a.of, b.of)) and _slip(a.figures[1], b.figures[1]) and len({r.figures for r in results}) == 2:
                yield a, b
                break


def _scorers(document: Document) -> Iterator[tuple[Result, Result]]:
    """ "Hayden scored 131 … Hayden's 113": two figures of one player's, in the same digits."""
    told: dict[str, list[Result]] = {}
    for m in _patterns()["scorer"].finditer(document.text):
        told.setdefault(m[1] or m[2], []).append(Result((int(m[3]), 0), Span(*m.span(3))))
    for results in told.values():
        for a, b in pairwise(results):
            if a.figures != b.figures and sorted(str(a.figures[0])) == sorted(str(b.figures[0])):
                yield a, b
                break


def _margins(document: Document) -> Iterator[tuple[Result, Result]]:
    """ "won the first Test by 246 runs … a first Test won by eight wickets"."""
    text, p = document.text, _patterns()
    told: dict[str, list[Result]] = {}
    beside = sorted({document.sentence_index(at) for word in ("run", "wicket") for mark in " -" for at in occurrences(text, mark + word)})
    for m in _within(p["margin"], text, [document.sentences[i] for i in beside]):
        sentence = document.sentence_at(m.start())
        games = {g[1] for g in p["game"].finditer(text, sentence.start, sentence.end)}
        if len(games) != 1 or p["otherwise"].search(text, sentence.start, sentence.end) or text[m.end() + 1:m.end() + 4] == "and" or "innings and" in text[max(0, m.start() - 15):m.end()]:
            continue
        word = (m[1] or m[3]).lower()
        number = int(word) if word.isdigit() else int(ONES[word])
        told.setdefault(games.pop(), []).append(Result((number, int((m[2] or m[4]).startswith("w"))), Span(*m.span())))
    for results in told.values():
        for a, b in pairwise(results):
            if a.figures != b.figures and len({r.figures for r in results}) == 2:
                yield a, b
                break


def _halves(text: str, told: Sequence[Span]) -> Iterator[tuple[Result, Result]]:
    """The score at half-time, told twice, one side the same in both."""
    results = [Result((int(m[1] or m[3] or m[5]), int(m[2] or m[4] or m[6])), Span(*m.span())) for m in _within(_patterns()["half"], text, told)]
    if len({tuple(sorted(r.figures)) for r in results}) == 2 and len(results) < 4:
        first = results[0]
        other = next(r for r in results if sorted(r.figures) != sorted(first.figures))
        if set(first.figures) & set(other.figures):
            yield first, other


def _sets(text: str, told: Sequence[Span]) -> Iterator[tuple[Result, Result]]:
    """ "6-3, 4-6, 6-2 … took the first set 6-4"."""
    p = _patterns()
    lists = list(_within(p["sets"], text, told))
    single = [m for m in _within(p["set"], text, told) if not any(s.start() <= m.start(2) < s.end() for s in lists)]
    for m in lists:
        said = p["so many"].search(text, max(0, m.start() - _BEFORE), m.start())
        if said is not None and _NUMBERS[said[1]] != m[0].count("-"):
            yield Result((0, 0), Span(*said.span(1))), Result((0, 0), Span(*m.span()))
    if len(lists) != 1 or not single:
        return
    games = [tuple(sorted(map(int, g.split("-")))) for g in re.findall(r"(?<![(\d])\d{1,2}-\d{1,2}(?!\d*\))", lists[0][0])]
    numbers = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "final": -1, "deciding": -1, "last": -1}
    for m in single:
        at = numbers[m[1]]
        if at < len(games) and tuple(sorted((int(m[2]), int(m[3])))) != games[at] and abs(m.start() - lists[0].start()) < _NEAR:
            yield Result((0, 0), Span(*lists[0].span())), Result((int(m[2]), int(m[3])), Span(*m.span()))


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_BEFORE = 24  # characters before the sets in which their number is told
_NEAR = 1200


def _matches(document: Document, told: Sequence[Span]) -> Iterator[tuple[Result, Result]]:
    """ "beat Melton 3-1 … the 4-1 win over Melton": one opponent, the second time called back."""
    text, p = document.text, _patterns()
    games: dict[str, list[Result]] = {}
    for m in _within(p["beat"], text, told):
        sentence = document.sentence_at(m.start())
        if p["otherwise"].search(text, sentence.start, sentence.end) or document.quotation_at(m.start()) is not None:
            continue
        groups: Sequence[str] = [g for g in m.groups() if g is not None]
        name = next(g for g in groups if not g.isdigit())
        a, b = (int(g) for g in groups if g.isdigit())
        start = m.start(next(i for i in range(1, (m.lastindex or 0) + 1) if (m[i] or "").isdigit()))
        games.setdefault(name.split()[-1], []).append(Result((a, b), Span(start, start + len(f"{a}-{b}")), m[0].split()[0].lower()))
    for results in games.values():
        if len(results) == 2 and sorted(results[0].figures) != sorted(results[1].figures) and set(results[0].figures) & set(results[1].figures) \
                and results[1].of in ("the", "that", "their", "its", "his", "her", "'s", "’s"):
            yield results[0], results[1]
