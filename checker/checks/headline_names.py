"""The names of a headline against the text: who or where only the headline names, and whom or where the text names instead.

Published headlines hardly ever name what their text has in no form, so that such a name is most of the evidence; what remains is to tell
a name from a word with a capital, and to find what stands in its place. In title case, where all words have capitals, only known places,
surnames behind a given name or an office, and subjects of a verb of speech are names for sure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from checker.data.english import CALENDAR, FUNCTION_WORDS, IRREGULAR_PASTS, SPEECH
from checker.data.people import COUNTRIES, GENERIC, GIVEN, OFFICES, TITLES
from checker.data.places import CITIES, REGIONS
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.names import is_common, sex
from checker.model import Mention, Name, Referent, Span
from checker.records import NamedTuple
from checker.relate.stems import stem
from checker.structure.document import Document

_WORD = re.compile(r"[A-Za-z][\w’'.-]*[\w]|[A-Za-z]")
_CAPITALISED = re.compile(r"(?=[^a-z]*[a-z])[A-Z][A-Za-z'’]{3,}").fullmatch
_POSSESSIVE = re.compile(r"['’]s?$")
_BESIDE = re.compile(r"[ ‘'“\"]+|, ").fullmatch
_STATES = (frozenset(p.lower() for p in REGIONS if len(p) > 3) | frozenset(COUNTRIES)) - {"washington"}  # which stands for a government
_PLACES = _STATES | CITIES
_IN = re.compile(r"(?<![A-Za-z])(?:in|at|near|outside|across|from) $", re.I).search
_INNER = re.compile(r"(?!(?:Mc|Mac|De|Di|La|Le|Van|Fitz)[A-Z])[A-Za-z]+[A-Z]").match  # "WaPo"
_ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:al|ive|ous|ic|ed|ing|ly|ful|less|able|ible|ary|ent|ant|ish|ern)$").match  # "Internal notes"
_OF_A_PLACE = re.compile(r"[A-Z][a-z]+(?:ish|ese)$").match  # "an English plaque" names no place
_COMMON = re.compile(r" [a-z]").match
_FUNCTION = re.compile(r" (?:" + "|".join(sorted(FUNCTION_WORDS)) + r")(?![\w-])").match
_VERBS = IRREGULAR_PASTS | frozenset("""will would can could may might must should shall to is was has had does did not said left won lost got gave came hit cut
put beat set saw says""".split())
_NO_VERB = frozenset("as this his its us plus yes news".split())
_SPOKEN = SPEECH - {"wrote", "writes", "posted"}
_CLOSES = re.compile(r"[,:]|$| (?:and|&) ").match
_LISTED = re.compile(r"(?:,| and| &) ([A-Z][a-z]{3,})").match  # another name beside it
_COMPASS = frozenset("North South East West New Northern Southern Eastern Western Central".split())
_NEVER_BEFORE = frozenset({"the", "a", "an", "this", "that", "these", "those", "by"})  # a person's name; "by" heads the line of an author
_NATIONS = frozenset(COUNTRIES) | {"britain", "england", "scotland", "wales", "ireland", "america", "europe", "africa", "asia"}
_SEVERAL = 3  # mentions from which somebody or some place is what the text is about


class _Headline(NamedTuple):
    """A headline, its words, their stems, and whether it is in title case, where capitals tell no names."""

    text: str
    words: list[re.Match[str]]
    stems: set[str]
    title_case: bool


class _Stranger(NamedTuple):
    """A name of the headline that the text has not.

    `kind` is "person", "speaker" (before a colon), "place", or "name" where the words around it do not tell; `given` is the given name
    before it, which the text knows with another surname.
    """

    word: str
    kind: str
    given: str = ""


def names(ledger: Ledger, number: int, head: Span, within: int, shared: int) -> Iterator[Conflict]:
    """A person or place that only the headline names, where the text names another in its stead.

    That other stands in the first `within` paragraphs of the text, in a sentence that shares `shared` words with the headline, or is
    what the text is about.
    """
    document = ledger.analyses[number].document
    words = list(_WORD.finditer(document.text[head.start:head.end]))
    strange = [(i, word) for i, w in enumerate(words) if (printed := w[0])[0].isupper()
               and _is_absent(word := _POSSESSIVE.sub("", printed) if printed[-1] in "s'’" else printed, document, head.end)]
    if not strange or len(words) < 4:
        return
    found = _headline(document.text[head.start:head.end], words)
    for i, word in strange:
        stranger, start = _stranger(found, i, word, document, head.end), head.start + words[i].start()
        last = document.zones[min(len(document.zones) - 1, document.zone_index(head.end) + within)].span.end
        other = stranger and _counterpart(ledger, number, found, stranger, Span(head.end, last), shared)
        if other is None:
            from checker.checks.headline_strangers import met

            other = met(ledger.analyses[number], head, start, word)
        if other is not None and word.lower() in _NATIONS and other.text not in REGIONS and other.text.lower().split()[-1] not in _NATIONS:
            other = None  # a town of the text is no other country
        there = other and other.span
        if there is None and word.lower() in _PLACES:
            from checker.checks.headline_places import placed

            there = placed(ledger.analyses[number], head, word, start)
        if there is not None:
            yield Conflict((Place(number, Span(start, start + len(word))), Place(number, there)),
                           {"kind": "place" if word.lower() in _PLACES else "name"},
                           ("the text never has what the headline names", "the text names another in its stead"), likely=True)


def _headline(text: str, words: list[re.Match[str]]) -> _Headline:
    long = [w[0] for w in words[1:] if len(w[0]) > 3 and w[0].lower() not in FUNCTION_WORDS]
    stems = {stem(w[0].lower()) for w in words} - FUNCTION_WORDS
    return _Headline(text, words, stems, sum(w[0].islower() for w in long) * 4 < len(long))


def _is_absent(word: str, document: Document, body: int) -> bool:
    """Is the capitalised word one that the text has in no form, short, long or derived ("China", "Chinese")?"""
    if document.text.find(word, body) >= 0 or not _CAPITALISED(word) or word == "Washington":
        return False
    small = word.lower()
    if "'" in word or "’" in word:  # O'Neill with either mark
        return all(document.lower.find(form, body) < 0 for form in (small.replace("’", "'"), small.replace("'", "’")))
    least = (4 if len(word) < 7 else 5) if small in _PLACES else max(5, len(word) - 1)
    if document.lower.find(small, body) >= 0 or document.text.find(word[:least], body) >= 0:
        return False
    if document.text.find(word[:5], body) >= 0:  # Obamacare, Obama
        shorter = "|".join(word[:n] for n in range(5, len(word)))
        if re.search(rf"\b(?:{shorter})\b", document.text[body:]):
            return False
    return word not in TITLES and not any(small in words for words in (FUNCTION_WORDS, CALENDAR, GENERIC, document.lowercase))


def _stranger(head: _Headline, i: int, word: str, document: Document, body: int) -> _Stranger | None:
    """What kind of name the word is, None where it may be no name at all or part of a longer one."""
    w, small = head.words[i], word.lower()
    before = head.words[i - 1][0] if i and head.text[head.words[i - 1].end():w.start()] in (" ", ". ") else ""
    after = head.text[w.start() + len(word):]
    if after.startswith(". ") or _INNER(word) or (small not in _PLACES and _OF_A_PLACE(word) and _COMMON(after, 0)):
        return None
    named = before[:1].isupper() and before.lower() not in FUNCTION_WORDS
    if small in _PLACES:
        return None if named and i > 1 and not head.title_case and before not in _COMPASS else _Stranger(word, "place")
    if before.lower() in _NEVER_BEFORE or (after[:1] == " " and after[1:2].isupper() and (not head.title_case or small in GIVEN)):
        return None
    acts = _acts(after, head, i)
    if before.rstrip(".") in OFFICES:
        return _Stranger(word, "person") if acts or not head.title_case else None
    if named and before not in TITLES and (sex(before) is not None or not head.title_case):
        known = document.text.find(before + " ", body) >= 0
        return _Stranger(word, "person", before) if known and (acts or not head.title_case or _CLOSES(after)) else None
    if _is_many(small):
        return None
    first = i == 0 or not _BESIDE(head.text[head.words[i - 1].end():w.start()])
    if first:
        listed = _LISTED(after)
        if i == 0 and not head.title_case and not listed and _is_word(small):
            return None  # its capital is the line's ("Watchdog probes …")
        if acts or (listed and document.text.find(listed[1], body) >= 0):
            return _Stranger(word, "person")
        return _Stranger(word, "speaker") if after.startswith(":") else None
    if head.title_case or not acts and _COMMON(after, 0) and not _IN(head.text, 0, w.start()) and not _FUNCTION(after, 0) and not is_common(small):
        return None  # before a noun it tells of what kind that is ("a Tory campaign", "the Aussie title")
    return _Stranger(word, "place" if _IN(head.text, 0, w.start()) else "person" if acts and before not in FUNCTION_WORDS else "name")


def _is_word(small: str) -> bool:
    """Is it an ordinary word, and no name that many bear?"""
    if is_common(small) or sex(small) is not None:
        return False
    from checker.data.lexicon import is_word  # large, and few headlines come to it

    return is_word(small)


def _is_many(small: str) -> bool:
    """May the word name many ("Dems", "Congressmen")?"""
    return (small[-1] == "s" or small.endswith(("smen", "nmen", "cemen"))) and not is_common(small)


def _acts(after: str, head: _Headline, i: int) -> bool:
    """Does what follows the word tell a name: a possessive, a verb? In title case only verbs of speech do."""
    if after[:1] in ("'", "’") and re.match(r"['’]s\b", after):
        return True
    verb = head.words[i + 1][0] if i + 1 < len(head.words) and after[:1] == " " else ""
    small = verb.lower()
    if head.title_case and small != verb:
        return small == "will" or small in SPEECH
    if small in _VERBS:
        return small != "to" or not head.title_case or is_common(head.words[i][0])
    if len(verb) <= 3 or verb in _NO_VERB or _ADJECTIVE(head.words[i][0]):
        return False
    return verb.endswith("ed") or (verb[-1] == "s" and verb[-2] not in "su")


def _counterpart(ledger: Ledger, number: int, head: _Headline, stranger: _Stranger, lead: Span, least: int) -> Mention | None:
    """The name of the text that stands where the headline has its own."""
    analysis = ledger.analyses[number]
    document = analysis.document
    told = [(m, m.value) for m in analysis.mentions if isinstance(m.value, Name) and lead.start <= m.span.start < lead.end]
    small = head.text.lower()
    missing = [m for m, name in told if not any(p.lower() in small for p in name.parts if len(p) > 2 and p != stranger.given)
               and (m.text.lower() in _PLACES or not (_OF_A_PLACE(m.text) and _COMMON(document.text, m.span.end)))]
    people = _people(ledger, number)
    if stranger.given:
        full = {m.span for m, name in told if len(name.parts) > 1 and name.parts[0] == stranger.given}
        return next((m for m in missing if m.span in people and m.span in full), None)
    persons = [m for m in missing if m.span in people and not _is_in(_PLACES, m)]
    state = stranger.word.lower() in _STATES  # a city of it is no other place
    places = [m for m in missing if m.span not in people and _is_place(m, document) and _is_in(_STATES, m) == state]
    if stranger.kind == "place":
        known = [m for m in places if _is_in(_PLACES, m)]  # a village may lie in the county that the headline names
        return _likest(document, head, known, least) or _leading(analysis, places) or (_echoed(document, head, missing) if stranger.word.lower() in CITIES else None)
    if stranger.kind == "name":
        return _likest(document, head, persons, least) or _likest(document, head, places, least) or _echoed(document, head, missing)
    if stranger.kind == "speaker":
        persons = [m for m in persons if _speaks(document, m)]
    return _likest(document, head, persons, least) or _main(people, persons)


def _people(ledger: Ledger, number: int) -> dict[Span, int]:
    """Where persons are named, and how often each is."""
    text = ledger.analyses[number].document.text
    return {m.span: len(r.mentions) for r in ledger.referents if len(r.mentions) > 1 and _is_person(r, text)
            for n, m in r.mentions if n == number}


def _is_person(r: Referent, text: str) -> bool:
    """Is it a person, and no office or body that a title made one?"""
    parts = r.name.split()
    if len(parts) == 1 and r.kind == "other":
        return len(r.mentions) > _SEVERAL + 1 and (f"{r.name} said" in text or f"{r.name} says" in text)
    if parts[-1].lower() in GENERIC:
        return False
    return r.kind == "person" or (len(parts) in (2, 3) and r.kind == "other" and sex(parts[0]) is not None)


def _likest(document: Document, head: _Headline, known: Sequence[Mention], least: int) -> Mention | None:
    """The name in the sentence that shares most words with the headline, at least `least`."""
    best: tuple[int, Mention] | None = None
    for m in known:
        shared = len(head.stems & {stem(w) for w in _said(document, m)})
        if shared >= least and (best is None or shared > best[0]):
            best = shared, m
    return best[1] if best else None


def _echoed(document: Document, head: _Headline, missing: Sequence[Mention]) -> Mention | None:
    """Any name of a sentence that says the headline again: three in four of its other words."""
    return _likest(document, head, missing, max(3, math.ceil((len(head.stems) - 1) * 0.75)))


def _main(people: dict[Span, int], known: Sequence[Mention]) -> Mention | None:
    """The person whom the text names most of those that the headline does not name."""
    most = max([people[m.span] for m in known], default=0)
    return next((m for m in known if people[m.span] == most >= _SEVERAL), None)


def _leading(analysis: Analysis, known: Sequence[Mention]) -> Mention | None:
    """The first place that the text names again and again."""
    told = [m.text.lower() for m in analysis.mentions if m.kind == "name"]
    return next((m for m in known if told.count(m.text.lower()) >= _SEVERAL), None)


def _speaks(document: Document, m: Mention) -> bool:
    """Is the name the subject of a verb of speech: at the head of its sentence, or right before the verb?"""
    sentence = document.sentence_at(m.span.start)
    if len(document.text[sentence.start:m.span.start].split()) <= 2:
        return not _SPOKEN.isdisjoint(_said(document, m))
    return not _SPOKEN.isdisjoint(document.text[m.span.end:m.span.end + 25].lower().split()[:2])


def _is_in(known: frozenset[str], m: Mention) -> bool:
    return any(p.lower() in known for p in (m.text, *(m.value.parts if isinstance(m.value, Name) else ())))


def _is_place(m: Mention, document: Document) -> bool:
    """Is it a known place, or does the text tell somewhere that something is in it?"""
    if _is_in(_PLACES, m):
        return True
    return not _is_many(m.text.lower()) and (bool(_IN(document.text, max(0, m.span.start - 10), m.span.start))
                                             or f" in {m.text.lower()}" in document.lower)


def _said(document: Document, m: Mention) -> list[str]:
    """The words of the sentence around a name, in small letters."""
    sentence = document.sentence_at(m.span.start)
    return [w[0].lower() for w in _WORD.finditer(document.text, sentence.start, sentence.end)]
