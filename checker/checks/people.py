"""Checks on who and where: a title against another, a town in two states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, permutations

from checker.checks.apart import offices_by_word
from checker.checks.base import Check
from checker.checks.compass import has_opposite_sides, sides
from checker.checks.homes import lone, others, strays
from checker.checks.ladders import held, low_forms, told_low
from checker.checks.nameless import pointed
from checker.checks.natives import natives
from checker.checks.offices import Office, deputies, voices
from checker.checks.seats import places, seats
from checker.checks.toldapart import told_as_two
from checker.checks.venues import venues
from checker.checks.within import is_other_kind, within
from checker.data.offices import BOTH, OFFICES
from checker.data.people import COUNTRIES, GENERIC, GIVEN
from checker.data.places import LANDS, PARTS, REGIONS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_LAST_WORDS = frozenset(form.rpartition(" ")[2] for form in OFFICES)
_REGION = re.compile(r", ((?:[A-Z][A-Za-z.]*)(?: [A-Z][a-z.]+){0,2})")
# "became" only of an office: "became the third to vote against it" changes nothing
_CHANGED = re.compile(rf"\b(?:promoted|promotion to|resign\w*|succeed\w*|successor|replac(?:e[sd]?|ing|ements?)(?= (?:by|for|him|her|[A-Z]))|became(?= (?:[\w-]+ ){{0,3}}(?i:{'|'.join(w.rstrip('.') for w in sorted(_LAST_WORDS))})\b)|sworn|appointed|(?<!first )elected to|"
                      r"ran for|running for|bid for)\b|, then (?:an?|the) |\b(?:then|at the time|at that time|in those days)(?=[,.;])")

_SHORT = 3  # letters of a word in capitals that is no town
_PAIR = 2  # places of one name, each told once
_FULL = 2  # parts of a full name that a line in capitals may run on


class Params(NamedTuple):
    """Nothing to set."""


def _titles(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """One person with two offices that exclude each other; a warning, since offices change."""
    titles = [names(a).titles for a in ledger.analyses]
    offices = [_by_ladder(names(a).kinds) for a in ledger.analyses]
    ladders = [_may_exclude(known, a.document) for known, a in zip(offices, ledger.analyses, strict=True)]
    known: list[Conflict] = []
    for conflict in chain(_of_names(ledger, titles, ladders) if any(ladders) else (), _otherwise(ledger, offices)):
        place = conflict.places[0]
        if not any(place.document == o.document and place.span.start < o.span.end and o.span.start < place.span.end for o in (c.places[0] for c in known)):
            known.append(conflict)
            yield conflict


def _of_names(ledger: Ledger, titles: Sequence[Mapping[int, str]], ladders: Sequence[Mapping[str, Set[str]]]) -> Iterator[Conflict]:
    """Two offices beside one person's name."""
    low = [told_low(a, known) if known else {} for a, known in zip(ledger.analyses, ladders, strict=True)]
    several = any(low) or _any_twice(ledger, titles)
    near = [{at for at, title in t.items() if _of_title(title)} | x.keys() for t, x in zip(titles, low, strict=True)] if several else []
    longer = _run_on(ledger, near) if several else {}
    told_of: dict[str, list[tuple[int, Mention]]] = {}
    for referent in ledger.referents if several else ():
        told = [(number, m) for number, m in referent.mentions if m[1][0] in near[number]]
        told += longer.get(referent.name, ())
        if told:
            told_of.setdefault(referent.name, []).extend(told)
    for told in _joined(told_of):
        by_ladder: dict[str, list[tuple[int, Mention, Span, str]]] = {}
        for number, m in told:
            before = held(ledger.analyses[number], m) if m.span.start in titles[number] else None
            small = low[number].get(m.span.start)  # "the foreign minister, Senator Hale," has both
            for found in filter(None, (before, small if before is None or small and small[0] != before[0] else None)):
                ladder, office, span = found
                for one in (ladder, BOTH[office]) if office in BOTH else (ladder,):
                    by_ladder.setdefault(one, []).append((number, m, span, office))
        for entries in by_ladder.values():
            yield from _two_offices(ledger, entries)


def _joined(told_of: dict[str, list[tuple[int, Mention]]]) -> Iterator[list[tuple[int, Mention]]]:
    """What is told of one person twice; a bare surname that several bear is theirs of whom alone an office is told by the full name, and of two such nobody knows whose."""
    full: dict[str, list[str]] = {}
    for name in told_of:
        if " " in name:
            full.setdefault(name.rpartition(" ")[2], []).append(name)
    for name, told in told_of.items():
        bearers = full.get(name, ()) if " " not in name else ()
        both = [*told_of[bearers[0]], *told] if len(bearers) == 1 else told
        if len(both) > 1 and len(bearers) <= 1:
            yield both


def _run_on(ledger: Ledger, near: Sequence[Set[int]]) -> dict[str, list[tuple[int, Mention]]]:
    """Full names that a line in capitals runs on behind an office ("Mayor Ann Hale Leaves"), by the name that the text has elsewhere."""
    found: dict[str, list[tuple[int, Mention]]] = {}
    for number, (analysis, held_at) in enumerate(zip(ledger.analyses, near, strict=True)):
        known = names(analysis)
        for at, parts in known.bearers.items():
            if len(parts) > _FULL and at in held_at and parts[:_FULL] in known.written:
                name = " ".join(parts[:_FULL])
                found.setdefault(name, []).append((number, Mention("name", Span(at, at + len(name)), name, Name(parts[:_FULL]))))
    return found


def _otherwise(ledger: Ledger, offices: Sequence[Mapping[str, Set[str]]]) -> Iterator[Conflict]:
    """An office without a name, a seat or a town of two, a head and its deputy, a voice of two bodies."""
    for number, analysis in enumerate(ledger.analyses):
        for span, beside, name in pointed(analysis, ledger.referents, number, offices[number]):
            yield _offices_told(number, span, beside, name, "nobody else is named near, and nobody near is told to hold that office")
        for span, beside, name in strays(analysis):
            yield _offices_told(number, span, beside, name, "nobody else of that state is told to hold a seat")
        for span, beside, name in lone(analysis):
            yield _offices_told(number, span, beside, name, "nobody else is told to hold a seat")
        for span, beside, name in others(analysis):
            yield _offices_told(number, span, beside, name, "nobody of that state is told to hold the office, and the text has the state nowhere else")
        for seat, earlier, name in seats(analysis):
            yield _offices_told(number, seat.span, earlier.span, name, "one person has one seat")
        for span, beside, name in natives(analysis):
            yield _offices_told(number, span, beside, name, "one person of one state")
        for span, beside, name in places(analysis):
            yield _offices_told(number, span, beside, name, "one person has one such office")
        words = analysis.document.distinct
        if len(_PARTIES & words) > 1 or "r" in words or any(word.startswith("r-") for word in analysis.document.hyphened):
            from checker.checks import parties
            for span, beside, name in parties.two(analysis):
                yield _offices_told(number, span, beside, name, "one person of one party")
        if "judge" in words and "justice" in words:
            from checker.checks.bench import bench
            for span, beside, name in bench(analysis):
                yield _offices_told(number, span, beside, name, "one judge of one court")
        if len(_COMPANY & words) > 1:
            from checker.checks.posts import posts
            for span, beside, name in posts(analysis):
                yield _offices_told(number, span, beside, name, "the post before a surname alone is one that was told")
        for one, other in (*deputies(analysis), *voices(analysis), *_heads(analysis)):
            yield _offices_told(number, one.span, other.span, one.holder.text, f"both stand beside {one.holder.text}")


_PARTIES = frozenset("republican democrat democratic gop labour conservative tory".split())
_COMPANY = frozenset("chairman chairwoman president executive director officer treasurer spokesman spokeswoman analyst economist lawyer attorney editor".split())
_LED = frozenset("committee subcommittee commission ministry department agency bank university bureau caucus".split())


def _heads(analysis: Analysis) -> Iterator[tuple[Office, Office]]:
    """One person at the head of two bodies of one kind; read where the text speaks of such a kind twice."""
    counts = analysis.document.counts
    if any(counts.get(kind, 0) > 1 for kind in _LED):
        from checker.checks.heads import heads

        yield from heads(analysis)


def _any_twice(ledger: Ledger, titles: Sequence[Mapping[int, str]]) -> bool:
    """Does any surname stand behind two titles, one of an office?"""
    known: dict[str, set[str]] = {}
    for analysis, told in zip(ledger.analyses, titles, strict=True):
        bearers = names(analysis).bearers
        for at, title in told.items():
            if _of_title(title):
                parts = bearers[at]
                for surname in {parts[-1], parts[:_FULL][-1]}:  # a line in capitals may run on; a name may have an initial
                    known.setdefault(surname, set()).add(title)
    return any(len(told) > 1 for told in known.values())


def _offices_told(number: int, span: Span, other: Span, name: str, why: str) -> Conflict:
    return Conflict((Place(number, span), Place(number, other)), {"name": name}, (why,), likely=True, by_voice=True)


def _by_ladder(titles: Collection[str]) -> dict[str, set[str]]:
    """The offices that titles may tell, by ladder."""
    told: dict[str, set[str]] = {}
    for title in titles:
        for ladder, office in _of_title(title):
            told.setdefault(ladder, set()).add(office)
    return told


def _may_exclude(told: Mapping[str, set[str]], document: Document) -> dict[str, set[str]]:
    """The ladders of which a document tells two offices, with those that titles tell; asked before any name is looked at."""
    low: dict[str, set[str]] = {}  # those that it may have in small letters
    for form in low_forms(document):
        low.setdefault(form.ladder, set()).add(form.office)
    found = {ladder: offices for ladder, offices in told.items() if len(offices) > 1 or not offices.issuperset(low.get(ladder, ()))}
    for ladder in low.keys() - found.keys():
        if len(low[ladder]) > 1:
            found[ladder] = told.get(ladder, set())
    return found


@lru_cache(maxsize=1024)
def _of_title(title: str) -> frozenset[tuple[str, str]]:
    """The offices that the words of a title may tell."""
    told = frozenset(office for word in title.split() for office in offices_by_word().get(word.rstrip(".").lower(), ()))
    return told.union((BOTH[office], office) for _, office in told if office in BOTH)


def _two_offices(ledger: Ledger, entries: list[tuple[int, Mention, Span, str]]) -> Iterator[Conflict]:
    offices = [e[3] for e in entries]
    if len(set(offices)) < 2:
        return
    minority = min(set(offices), key=lambda o: (offices.count(o), -offices.index(o)))
    odd = next(e for e in entries if e[3] == minority)
    other = next(e for e in entries if e[3] != minority)
    if odd[0] == other[0] and any(_CHANGED.search(_around(ledger.analyses[e[0]], e[2])) for e in (odd, other)):
        return
    if not _same_person(odd[1], other[1], [e[1] for e in entries]) or any(told_as_two(ledger.analyses[e[0]].document, e[2]) for e in (odd, other)):
        return
    if {odd[3], other[3]} <= _RANKS and entries[0] is odd and offices.count(other[3]) > 1:
        return  # a colonel by now, a captain in what is told of then
    facts = {"name": other[1].text, "computed": f"{odd[3]} and {other[3]}"}
    yield Conflict((Place(odd[0], odd[2]), Place(other[0], other[2])), facts, (f"both stand before {other[1].text}",), likely=True, by_voice=True)


def _same_person(a: Mention, b: Mention, entries: list[Mention]) -> bool:
    """Alike in given name where both have one; a surname alone joins only one full name."""
    full = {tuple(m.value.parts) for m in entries if isinstance(m.value, Name) and len(m.value.parts) > 1}
    return len({f[0] for f in full}) <= 1 and isinstance(a.value, Name) and isinstance(b.value, Name)


_RANKS = frozenset("general brigadier colonel major captain lieutenant sergeant corporal admiral commander".split())
_CHANGE_NEAR = 50  # characters between a name and the words that tell of a change of office


def _around(analysis: Analysis, span: Span) -> str:
    """The words of the sentence around a name: a change told farther off is another's."""
    sentence = analysis.document.sentence_at(span.start)
    return analysis.document.text[max(sentence.start, span.start - _CHANGE_NEAR):min(sentence.end, span.end + _CHANGE_NEAR)]


def _places(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """One town (or member of a state) with two states; a warning, as there are towns of one name."""
    for number, analysis in enumerate(ledger.analyses):
        text = analysis.document.text + "\n"  # so that all names have a character behind them
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        beside = []
        written = names(analysis).written
        for parts, mentions in written.items():
            if parts[0].isupper() and len(parts[0]) > _SHORT:  # a dateline's town
                mentions = [*mentions, *written.get(tuple([p.capitalize() for p in parts]), ())]
            if len(mentions) > 1:  # a name that stands once is told of one place
                near = [m for m in mentions if text.startswith(_OPENERS, m[1][1]) or text.startswith(" of ", m[1][0] - len(" of "))]
                if len(near) > 1:
                    beside += near
        surnames = {parts[-1] for parts in names(analysis).full} if beside else set()
        for m in beside:
            if (told := _whereabouts(text, m, surnames)) is not None:
                found[m.text.title() if m.text.isupper() else m.text].append(told)
        for name, entries in found.items():
            states = [s for _, s in entries]
            if len(set(states)) != 2 or any(b in (LANDS.get(a), PARTS.get(a)) or is_other_kind(a, b) for a, b in permutations(set(states))):
                continue
            if all(states.count(s) > 1 for s in set(states)) or len(states) == _PAIR and _beside(analysis.document, *(span for span, _ in entries)):
                continue  # two towns, told apart
            if f" {name} and " in text and all(_may_be_listed(text, span, name) for span, _ in entries):
                continue
            minority = min(set(states), key=lambda s: (states.count(s), -states.index(s)))
            odd = next(e for e in entries if e[1] == minority)
            other = next(e for e in entries if e[1] != minority)
            yield Conflict((Place(number, odd[0]), Place(number, other[0])), {"name": name, "computed": f"{odd[1]} and {other[1]}"},
                           (f"both stand behind {name}",), likely=True)
        yield from venues(number, analysis)
        if has_opposite_sides(analysis.document):
            yield from sides(number, analysis)


def _beside(document: Document, one: Span, two: Span) -> bool:
    """Do both stand in one sentence of a paragraph or in the next, as two do that are told apart?"""
    return document.zone_index(one.start) == document.zone_index(two.start) and abs(document.sentence_index(two.start) - document.sentence_index(one.start)) <= 1


def _may_be_listed(text: str, span: Span, name: str) -> bool:
    """May the name and what stands behind its comma be two of a list? A short form with a point ("Ill.") is no item of one, nor is what closes behind "in"."""
    return not (_AFTER_ONE.search(text, max(0, span.start - 6), span.start) and _CLOSES.match(text, span.end)) and text[span.start + len(name)] == "," and text[span.start + len(name) + 2].isupper() and text[span.end - 1] != "."


_AFTER_ONE = re.compile(r"\b(?:in|near|at|from) $")
_CLOSES = re.compile(r"\.[”\"]?(?:\s|$)|, (?!and\b|or\b)[a-z]")  # a list of two has no second comma


def _whereabouts(text: str, m: Mention, surnames: Collection[str]) -> tuple[Span, str] | None:
    """The name with the state or country that stands beside it, and which that is."""
    start, end = m.span
    if not isinstance(m.value, Name) or m.value.possessive or m.text in REGIONS or m.text in PARTS and not (text[end] == "," and _region(text, end)):
        return None
    if text.startswith(_WHERE, end) and (text[(at := end + (2 if text[end] == "," else 4)):at + 1].isupper() or text.startswith(_SIDES, at)):
        region = _region(text, end) if text[end] == "," else None
        if region is not None or (region := _elsewhere(text, m)) is not None:
            return Span(start, region[0]), region[1]
    return within(text, m, text[end] == "," and not (text[start:end] in surnames or m.text.lower() in GIVEN or m.text.endswith("s"))) if not _is_there(m) else None


_STATES = frozenset(part for part in PARTS if PARTS[part] == "Australia")  # parts that stand behind a town and its comma; a list may have the others


def _region(text: str, at: int) -> tuple[int, str] | None:
    """Where a state behind a name ends, and which it is."""
    m = _REGION.match(text, at)
    if m is None:
        return None
    parts = m[1].split(" ")
    for words in (" ".join(parts[:size]) for size in range(len(parts), 0, -1)):
        for form in (words, words.rstrip(".")):
            if form in REGIONS or form in _STATES:
                return m.start(1) + len(form), REGIONS.get(form, form)
    return None


_OPENERS = ", ", " in ", " on ", " and "
_WHERE = ", ", " in "  # between a place and where it is
_SIDES = "northern ", "southern ", "eastern ", "western ", "central "
_TO_PLACE = re.compile(r"\b(?:in|near|at|from|to|of) (?:the (?:[a-z]+ )?(?:town|city|village|resort|port|suburb) of )?$")
_COUNTRY = re.compile(r"(?:, | in )(?:(?:(?:north|south)?(?:north|south|east|west)ern|central) )?((?:(?:East|West|North|South|New) )?[A-Z][a-z]+)(?![\w’'-]| [A-Z]| and )")


def _elsewhere(text: str, m: Mention) -> tuple[int, str] | None:
    """The country behind a place, or the state in which the text says it is: where it ends and which it is ("in Millbrook, France", "at Millbrook in Ohio")."""
    end = m.span.end
    if (found := _COUNTRY.match(text, end)) is None:
        return None
    where = REGIONS.get(found[1]) if text[end] == " " else None
    if where is None and (found[1] in REGIONS or found[1].lower() not in COUNTRIES):
        return None
    return (found.end(), where or found[1]) if _TO_PLACE.search(text, max(0, m.span.start - 40), m.span.start) and not _is_there(m) else None


def _is_there(m: Mention) -> bool:
    """Is the name a country itself, or a word for more than a town?"""
    return isinstance(m.value, Name) and (m.text.lower() in COUNTRIES or any(p.lower() in GENERIC for p in m.value.parts))


CHECKS: dict[tuple[str, str], Check] = {
    ("disagree", "title"): Check(Params, _titles),
    ("disagree", "place"): Check(Params, _places),
}
