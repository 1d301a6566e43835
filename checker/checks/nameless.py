"""An office without a name that can only mean somebody who is told to hold another: "the Ohio senator said" of a governor."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from checker.checks.base import occurrences
from checker.checks.ladders import held, low_forms
from checker.checks.spoken import like_a_person
from checker.data.english import SPEECH
from checker.data.offices import LOWER
from checker.data.people import COUNTRIES
from checker.data.places import REGIONS
from checker.link.ledger import Analysis
from checker.link.names import alike
from checker.model import Mention, Name, Referent, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_PROSE = frozenset({"body", "list"})
_LADDERS = frozenset({"elected", "chamber", "cabinet", "secretaries", "law", "police"})
_ONE_BODY = frozenset({"chamber", "secretaries"})  # ladders of one chamber, of one cabinet
_NEAR = 4  # paragraphs before it in which somebody who holds the office would be named
_WORDS = 40  # characters of an office before its noun or before a name
_THE = re.compile(r"([Tt]he )((?:[Ff]ormer )?)((?:(?!(?:other|only|then|current|late|new|state|city|two|lieutenant|deputy|vice|acting|assistant|junior|senior|former|next) )"
                  r"[\w.’'-]+ ){0,3}?)$")
_NEXT = re.compile(r",? (?!(?:of|from|race|elect|candidate|general|and|or|for|at)\b)([a-z’']+)")
# what one who holds an office says or does: "The secretary's comments"
_DEEDS = frozenset("""comment comments remark remarks statement speech address words announcement testimony appearance visit trip letter suit lawsuit spokesman spokeswoman aides office""".split())
_OWN = re.compile(rf"[’']s ({'|'.join(sorted(_DEEDS))})\b")
# what may stand before it in its sentence: a word that links it to what came before, a day
_OPENING = re.compile(r"(?:However|But|Still|Yet|Meanwhile|Instead|Later|Earlier|Nevertheless|Nonetheless|Then|(?:On|Last) [A-Z][a-z]+day),? ")
_LINKS = frozenset({"But", "Yet", "ill", "hen"})  # the ends of "But", "Yet", "Still", "Then"
_BEFORE_CLAUSE = frozenset("”\"’',")
_CLAUSE = re.compile(r"(?:While|Although|Though|If|When|Because|Since|After|Before) [^,;“”\"]+, ")
_AUXILIARIES = frozenset("is was has had will would could did does said says".split())
_PRINTED = {"senator": (" senator ", " sen ", " sens ", " senators "), "governor": (" governor", " gov ", " govs "), "mayor": (" mayor",),
            "representative": (" congressm", " congresswom", " representative", " rep ", " reps ")}  # as `Document.plain` has them
_ALSO = {"defense secretary": (" pentagon chief ", " defense chief "), "secretary of state": (" top diplomat ", " chief diplomat ")}
# a bill, a seat or a race that somebody wants: what puts the person near the office after all
_SOUGHT = {"senator": r"\b(?:Senate (?:seat|race|campaign|candidate|bid|run|nominee|hopeful|election|primary)|(?:for|to) the (?:U\.S\. |state )?Senate|(?:served|serving|years) in the "
                      r"(?:U\.S\. |state )?Senate|senator)\b",
           "governor": r"\b(?:governor(?:ship)?\b|gubernatorial\b|Gov\.)", "mayor": r"\b[Mm]ayor(?:al|alty)?\b",
           "representative": r"\b(?:House (?:seat|race|campaign|candidate|bid|run|nominee|hopeful|election|primary)|(?:for|to) (?:the (?:U\.S\. |state )?House|Congress)|[Cc]ongress(?:wo)?man)\b"}
_BEFORE = re.compile(r"\b(?:([Ff]ormer |[Tt]hen-|[Ee]x-)(?:[A-Z][\w.]* ){0,3})?(?:([Ss]enator|Sen\.|Senate (?:Majority|Minority) (?:Leader|Whip))|([Gg]overnor|Gov\.)|"
                     r"([Cc]ongress(?:wo)?man|[Rr]epresentative|Rep\.|House (?:Speaker|(?:Majority|Minority) (?:Leader|Whip)))|([Mm]ayor)) $")
_BEHIND = re.compile(r", (?:who is )?(?:the|an?) ((?:former |then-|ex-)?)(?:(?!(?:of|to|for|with|by|and|lieutenant) )[\w.’'-]+ ){0,3}?(?:(senator)|(governor)|(congress(?:wo)?man)|(mayor))\b")
_ORDER = ("senator", "governor", "representative", "mayor")
_UNTELLING = frozenset("Republican Democratic Democrat GOP Conservative Labour".split())


_ELECTED_NOUNS = frozenset({"senator", "governor", "congressman", "congresswoman", "mayor"})
_FORMERS = frozenset(f"ex-{noun}" for noun in _ELECTED_NOUNS)
_ELECTED_WORDS = _ELECTED_NOUNS | {"gov", "sen", "rep", "then-gov", "then-sen", "then-rep"}


class Bare(NamedTuple):
    """An office without a name: its place, ladder, name, whether a former one, and the capitalised words before it."""

    span: Span
    ladder: str
    office: str
    former: bool
    words: tuple[str, ...]
    sure: bool  # it stands apart by a word of its own, so that a paragraph's one person must be meant


class Told(NamedTuple):
    """An office told beside a name, whether a former one, and where the two stand."""

    office: str
    former: bool
    span: Span


class _Person(NamedTuple):
    """A person named somewhere: `start` and `end` of the name, the surname, the mention."""

    start: int
    end: int
    surname: str
    mention: Mention


def pointed(analysis: Analysis, referents: Sequence[Referent], number: int, titled: Mapping[str, Set[str]]) -> Iterator[tuple[Span, Span, str]]:
    """Where "the senator" can only mean a person who is told to be a governor: its place, the other office with its name, the name.

    `titled` are the offices that titles tell, by ladder.
    """
    document = analysis.document
    words = document.distinct
    told = {ladder: offices for ladder, offices in titled.items() if ladder in _LADDERS}
    if "chamber" in told:
        told["elected"] = told["chamber"] | told.get("elected", frozenset())
    elif "elected" not in told and len(words & _ELECTED_WORDS) > 1:
        told["elected"] = frozenset()
    if not told:
        return
    pointing = _pointing()
    by_noun: dict[str, list[tuple[str, str, str]]] = {}
    for _, form, _, last, ladder, office in low_forms(document):
        if ladder in told and told[ladder] != {office} and form in pointing:
            by_noun.setdefault(last, []).append((form, ladder, office))
    for form in _FORMERS & words:
        ladder, office = LOWER[form.removeprefix("ex-")]
        if ladder in told and told[ladder] != {office}:
            by_noun[form] = [(form, ladder, office)]
    found = [bare for last, forms in by_noun.items() for bare in _bare(document, last, forms)]
    if not found:
        return
    people = _people(referents, number)
    for bare in sorted(found):
        surname = _meant(document, bare, people)
        asked = [surname] if surname is not None else _near(document, bare, people) if bare.sure and bare.ladder in _ONE_BODY else ()
        held_too = [(name, other) for name in asked if (other := _official(analysis, bare, [p for p in people if p.surname == name])) is not None]
        if len(held_too) == 1:
            yield bare.span, held_too[0][1].span, held_too[0][0]


def _near(document: Document, bare: Bare, people: Sequence[_Person]) -> list[str]:
    """Who is named in its paragraph before it and in the one before, by the surname: of several one may alone hold an office of the kind."""
    start = document.zones[max(0, document.zone_index(bare.span.start) - 1)].span.start
    return list(dict.fromkeys(p.surname for p in _within(people, start, bare.span.start)))


@cache
def _pointing() -> frozenset[str]:
    """The offices in small letters that may stand for a name."""
    return frozenset(form for form, (ladder, office) in LOWER.items()
                     if form.islower() and ladder in _LADDERS and (ladder != "police" or office in ("sheriff", "police chief")))


def _bare(document: Document, last: str, forms: Sequence[tuple[str, str, str]]) -> Iterator[Bare]:
    """Where one of the offices that end in a word stands without a name as the subject of a clause, and nobody near is told to hold it."""
    text, plain = document.text, document.plain
    for found in (at - 1 for word in (last, f"{last}'s") for at in document.places(word)):
        end = found + 1 + len(last)
        start = plain.rfind(" the ", max(0, found - _WORDS), found + 1)
        if start < 0 or text[start + 1] == "t" and text[start - 1:start] not in _BEFORE_CLAUSE and text[max(0, start - 3):start] not in _LINKS:
            continue
        form, ladder, office = next((x for x in forms if plain.endswith(f" {x[0]}", start + 4, end)), ("", "", ""))
        if not form:
            continue
        at = end - len(form) - 1
        behind = _OWN.match(text, end) or _NEXT.match(text, end)
        the = _THE.match(text, start + 1, at + 1) if behind is not None else None
        if the is None or behind is None or document.quotation_at(at) is not None or document.zone_at(at).kind not in _PROSE:
            continue
        capitals = tuple(w for w in the[3].split() if w[0].isupper())
        place = _place(document, the, behind[1], bool(capitals) or ladder == "chamber" or form.startswith("ex-"))
        if place and not _held_near(document, office, start, at, bare=place < 2):
            yield Bare(Span(the.start(), end), ladder, office, bool(the[2]) or form.startswith("ex-"), capitals, place > 1)


def _place(document: Document, the: re.Match[str], behind: str, apart: bool) -> int:
    """0 where it is no subject that we know, 1 behind a quotation or a clause or as one who speaks, 2 at the start of a sentence with a word of its own."""
    text, at = document.text, the.start()
    if the[0][0] == "T":
        return 2 if apart or the[2] or the[3] else 1 if behind in SPEECH or behind in _DEEDS else 0
    if behind in SPEECH and text[at - 2:at - 1] in ("”", '"', "’", "'", ","):
        return 1
    opening = document.sentence_at(at).start
    if apart and _OPENING.fullmatch(text, opening, at):
        return 2
    return 1 if behind in _AUXILIARIES and _CLAUSE.fullmatch(text, opening, at) else 0


def _held_near(document: Document, office: str, at: int, noun: int, bare: bool) -> bool:
    """Is anybody near before it, or anybody at all before it where it has no word of its own, told to hold the office?"""
    plain, text = document.plain, document.text
    zone = document.zone_index(at)
    start = 0 if bare else document.zones[max(0, zone - _NEAR)].span.start
    for form in (*_PRINTED.get(office, (f" {office} ",)), *_ALSO.get(office, ())):
        for found in occurrences(plain, form, start, at + len(form) - 1) if office in _PRINTED else occurrences(plain, form):
            if (start <= found < at or found != noun) and (document.quotation_at(found + 1) is None or text[found + len(form):found + len(form) + 1].isupper()):
                return True
    return False


def _people(referents: Sequence[Referent], number: int) -> list[_Person]:
    """Where people are named, in order; of those named by the surname alone, whose full name the text has."""
    full = [r for r in referents if r.name.lower() not in COUNTRIES and (r.kind == "person" or " " in r.name and like_a_person(tuple(r.name.split())))]
    surnames = {_surname(r.name.split()) for r in full}
    found = [m for r in (*full, *(r for r in referents if r.kind == "other" and r.name in surnames)) for d, m in r.mentions if d == number]
    return sorted(_Person(*m.span, _surname(m.value.parts), m) for m in found if isinstance(m.value, Name))


def _surname(parts: Sequence[str]) -> str:
    return next((p for p in reversed(parts) if p not in _SUFFIXES), "")


_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})


def _within(people: Sequence[_Person], start: int, end: int) -> Sequence[_Person]:
    return people[bisect_left(people, start, key=_start):bisect_left(people, end, key=_start)]


def _start(p: _Person) -> int:
    return p.start


def _meant(document: Document, bare: Bare, people: Sequence[_Person]) -> str | None:
    """Whom the office can only mean, by the surname.

    The subject of the sentence before, who alone is named in its own sentence before it, who alone speaks in the next paragraph, or who alone is named in its paragraph and the one before.
    """
    at = bare.span.start
    zone = document.zone_index(at)
    found = _subject_before(document, at, people) or (_speaker_behind(document, zone, people) if bare.ladder == "chamber" and bare.sure else None)
    if found is not None:
        return found
    sentence = document.sentence_at(at)
    named = {p.surname for p in _within(people, sentence.start, at)}
    for first in range(zone, max(-1, zone - _NEAR), -1):
        if named:
            break
        named = {p.surname for p in _within(people, document.zones[max(0, first - 1)].span.start, at)}
    others = {p.surname for p in _within(people, bare.span.end, document.zone_at(at).span.end)}
    return next(iter(named)) if len(named) == 1 and others <= named else None


def _subject_before(document: Document, at: int, people: Sequence[_Person]) -> str | None:
    """The person with whose office the sentence before begins, in the same paragraph, where it names nobody else in full."""
    sentence, zone = document.sentence_at(at), document.zone_at(at).span
    if sentence.start <= zone.start:
        return None
    before = document.sentence_at(sentence.start - 2)
    named = _within(people, before.start, sentence.start)
    if before.start < zone.start or not named or named[0].start - before.start > _WORDS + 10 or not _BEFORE.search(document.text, before.start, named[0].start):
        return None
    first = named[0]
    behind = document.text[first.end:first.end + 2]
    told = behind[:1] == " " and behind[1:].islower() and not any(p.surname != first.surname and " " in p.mention.text for p in named)
    return first.surname if told else None


def _speaker_behind(document: Document, zone: int, people: Sequence[_Person]) -> str | None:
    """Whoever alone is named in the next paragraph, as the one who speaks."""
    if zone + 1 >= len(document.zones):
        return None
    named = _within(people, *document.zones[zone + 1].span)
    return named[0].surname if len({p.surname for p in named}) == 1 and any(_SAYS.match(document.text, p.end) for p in named) else None


_SAYS = re.compile(rf" (?:{'|'.join(sorted(SPEECH))})\b")


def _official(analysis: Analysis, bare: Bare, named: Sequence[_Person]) -> Told | None:
    """The office told of the person that goes against this one; None where none is told, or this one too, or it is sought, or two people bear the name."""
    document = analysis.document
    mentions = [p.mention for p in named if document.quotation_at(p.start) is None]
    given = [p.mention.value.parts[0] for p in named if p.start < bare.span.start and isinstance(p.mention.value, Name) and len(p.mention.value.parts) > 1]
    if not given or not all(alike(given[0], g) for g in given):
        return None
    told = [t for m in mentions for t in (_elected(document, m) if bare.ladder == "elected" else _held(analysis, m, bare.ladder))]
    current = [t for t in told if not t.former]
    if len({t.office for t in told}) != 1 or told[0].office == bare.office or (bool(current) == bare.former):
        return None
    sought = _SOUGHT.get(bare.office)
    sentences = {document.sentence_at(m.span.start) for m in mentions if m.span < bare.span} if sought else set()
    if sought and any(re.search(sought, document.text[s.start:s.end]) for s in sentences if not s.start <= bare.span.start < s.end):
        return None
    beside = document.text[max(0, told[0].span.start - _WORDS):told[0].span.end]
    return told[0] if all(_agrees(word, beside) for word in bare.words) else None


def _agrees(word: str, beside: str) -> bool:
    """May a word before the office be said of the person: a party, a state where no other state is told, else a word that stands beside the name?"""
    if word in ("Senate", "House"):
        return not re.search(r"\b(?:Senate|House)\b", beside) or word in beside
    states = {REGIONS[w] for w in re.findall(r"[A-Z][\w.]*", beside) if w in REGIONS}
    return word in _UNTELLING or word in beside or (word in REGIONS and not states) or REGIONS.get(word) in states


def _elected(document: Document, m: Mention) -> Iterator[Told]:
    text = document.text
    before = _BEFORE.search(text, max(0, m.span.start - _WORDS), m.span.start)
    if before is not None:
        yield Told(_ORDER[(before.lastindex or 2) - 2], before[1] is not None, Span(before.start(), m.span.end))
    behind = _BEHIND.match(text, m.span.end)
    if behind is not None:
        yield Told(_ORDER[(behind.lastindex or 2) - 2], bool(behind[1]), Span(m.span.start, behind.end()))


def _held(analysis: Analysis, m: Mention, ladder: str) -> Iterator[Told]:
    found = held(analysis, m) if isinstance(m.value, Name) else None
    if found is not None and found[0] == ladder:
        yield Told(found[1], False, found[2])
