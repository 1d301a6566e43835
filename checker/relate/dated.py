"""On which day, in which month or year something happened, told as a verb or as a noun, with whom it happened to.

"The tanker ran aground on Tuesday", "since the tanker ran aground Wednesday", "his arrest in May". Beside `checker.relate.deeds`, which asks for a
noun that calls back ("Tuesday's vote"), this reads all dates, and those of whom or what it is told, so that two verbs can be held against each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import combinations

from checker.data.english import FUNCTION_WORDS
from checker.data.happened import FAMILY, NOUNS
from checker.data.units import ONES
from checker.extract.times import MONTHS, WEEKDAYS
from checker.model import Date, Mention, Relation, Span
from checker.records import NamedTuple
from checker.relate.gaps import occurrences
from checker.relate.stems import stem
from checker.structure.document import Document

_EVENTS = frozenset(FAMILY)
_WINDOW, _AFTER, _NEXT = 70, 30, 4  # characters around a date in which its event is told; words behind it
_BEFORE = 150  # characters before a date in which is told of whom, too
_REACH = 9  # words between a verb and its date
_SUBJECT = 9  # words before a verb that tell of whom it is told
_TOKEN = re.compile(r"[A-Za-z][\w’'-]*|\d[\d,.]*|[,;:()“”\"—–]|--")
_MARKS = frozenset(",;:()“”\"—–") | {"--"}
_CLAUSE = frozenset("""and but or nor than which who whom that when since after before as while until where if because said says though although whose
amid despite""".split())
_ANTECEDENT = frozenset({"which", "who", "that", ","})
_TO_DATE = frozenset("""on in of late early last this since by the mid , morning night evening afternoon back at about around for until held place
scheduled set due past played staged be is was will were are has been planned slated took happened occurred not""".split())
_AUXILIARIES = frozenset("was were is are has had have will would be been to".split())
_DETERMINERS = frozenset("the this these his her its their a an our my your".split())
_OWNING = ("'s", "’s", "s'", "s’")
_OWNERS = frozenset("his her its their".split())
_LEADING = frozenset("in at with by of on for to from against near outside between over about into through".split())
_NO_PHRASE = _LEADING | _CLAUSE | _AUXILIARIES | _DETERMINERS | {"not", "could", "should", "may", "might", "must", "said"}
_OF_ANOTHER = frozenset({"of", "to", "from", "about", "near"})  # "the scene of the crash on Monday": the day may be another's
_TAKES_PLACE = frozenset("held scheduled planned set slated".split())
_PHRASE_END = re.compile(r"[.,;:!?—–)\n]")
_HOURS = frozenset("morning afternoon evening night late early".split())
_MONTH_BEFORE = re.compile(r"\b(?:in|in (?:early|late|mid)|of|since|last|until|by|this|past|the|from|(?:mid|early|late)-?) ?$")
_DAY_BEHIND = re.compile(r"\.? \d|,? (?:of )?\d{4}|[-–]")
_NO_ARGUMENT = FUNCTION_WORDS | MONTHS.keys() | WEEKDAYS.keys() | frozenset("""say says said tell told week month year early late morning afternoon evening night day last first
mr mrs ms new time later earlier people years months days today two three four five six seven eight nine ten one made took come came get got make take run ran go went""".split())
_OTHER = re.compile(r"\b(?:second|another|third|fourth|fifth|first|previous\w*|next(?! (?:week|month|year))|other|separate\w*|again|anniversar\w+|postponed|rescheduled|"
                    r"moved|delayed|originally|initially|weekly|daily|each|every|both|once|twice|(?:days?|weeks?|months?|years?|hours?|decades?) (?:ago|before|after|earlier|"
                    r"later|since)|former|earlier (?!in the day|on |this |[A-Z]))\b")
_OTHER_BEHIND = re.compile(r"\b(?:again|instead|respectively|and (?:again )?(?:on|in)|(?:days?|weeks?|months?|years?|hours?|decades?) (?:ago|before|after|earlier|later))\b")
_FUTURE = re.compile(r"\b(?:will|would|to be|to|expected|scheduled|planned|plans|slated|set|due|upcoming|ahead of|could|may|might|should)\b")

_Token = tuple[str, int, int]  # a word or mark, where it starts and ends


class _Told(NamedTuple):
    """`form` is "verb", "noun" ("his arrest in May") or "of" ("Monday's arrest"); `head` the word right before the verb's; `owner` "his", "she" …"""

    form: str
    family: str
    start: int
    end: int
    arguments: Sequence[str]
    head: str = ""
    owner: str = ""
    behind: Sequence[str] = ()


def dated(document: Document, dates: Sequence[Mention]) -> Iterator[Relation]:
    """Relation dated (day, what): facts "family", "form", "arguments" (stems of whom or what it is told), "head", "owner", "tense".

    Only of families of events that are told with two dates, and not in quotations.
    """
    days = _rivalled([*dates, *bare_months(document), *relative(document)])
    if not days:
        return
    plain = document.plain
    near = [plain[max(0, start - _WINDOW):end + _AFTER].split() for (start, end) in [m.span for m in days]]
    by_family: dict[str, list[Mention]] = defaultdict(list)
    for m, told in zip(days, near, strict=True):
        for word in _EVENTS.intersection(told):
            found = by_family[FAMILY[word]]
            if not found or found[-1] is not m:
                found.append(m)
    for family, found in by_family.items():
        if len(found) > 1:
            yield from _family(document, family, found, _members()[family])
    for noun in _called_nouns(document, days) - _EVENTS:
        yield from _family(document, noun, [m for m, told in zip(days, near, strict=True) if noun in told], frozenset({noun}))


def _rivalled(days: Sequence[Mention]) -> list[Mention]:
    """Those of the dates that may differ from another: of what each tells, the others tell something else, too."""
    kinds: dict[str | int, set[int | tuple[int | None, ...]]] = {}
    keyed: list[tuple[Mention, str | int]] = []
    for m in days:
        assert isinstance(m.value, Date)
        year, month, day, weekday, _ = m.value
        kind: str | int = "year" if month is None and weekday is None else "month" if month is not None else (weekday or 0) // _STEP
        kinds.setdefault(kind, set()).add((year, month, day) if kind == "month" else (year or 0) if kind == "year" else weekday or 0)
        keyed.append((m, kind))
    years = len(kinds.get("year", ())) > 1
    return [m for m, kind in keyed if len(kinds[kind]) > 1 or (years and kind == "month")]


def _family(document: Document, family: str, found: Sequence[Mention], members: Set[str]) -> Iterator[Relation]:
    """The relations of one family, if it is told with two dates."""
    if len(found) < 2 or not any(differ(a.value, b.value) for a, b in combinations(found, 2)):
        return
    read = [(m, event) for m in found if (event := _read(document, m, family, members)) is not None]
    if len(read) > 1:
        for m, event in read:
            tense = _tense(document, event)
            if tense != "other":
                yield _relation(document, m, event, tense)


@cache
def _members() -> dict[str, Set[str]]:
    """The words of each family."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, family in FAMILY.items():
        found[family].add(word)
    return dict(found)


def _called_nouns(document: Document, days: Sequence[Mention]) -> set[str]:
    """Nouns of no family that are called back with a date ("the June conference", "the Aug. 8 straw poll"), told more than once."""
    text, counts = document.text, document.counts
    found: set[str] = set()
    for m in days:
        end = m.span.end
        if text[m.span.start - 4:m.span.start] in ("the ", "The ") and text[end:end + 1] == " " or text[end:end + 3] in ("'s ", "’s "):
            mark = _PHRASE_END.search(text, end, end + 50)
            told = document.plain[end:mark.start() if mark else end + 50].removeprefix("'s").split()[:5]
            stop = next((i for i, w in enumerate(told) if w in _NO_PHRASE or w.endswith("ed")), len(told) if mark else 0)
            if stop and counts.get(told[stop - 1], 0) > 1 and len(told[stop - 1]) > 3:
                found.add(told[stop - 1])
    return found


def _relation(document: Document, m: Mention, event: _Told, tense: str) -> Relation:
    what = Mention("date", Span(event.start, event.end), document.text[event.start:event.end], m.value)
    return Relation("dated", (("day", m), ("what", what)), {"family": event.family, "form": event.form, "head": event.head, "owner": event.owner, "tense": tense,
                                                            "behind": " ".join(sorted(_stems(event.behind))), "arguments": " ".join(sorted(_stems(event.arguments))),
                                                            "counts": " ".join(w for w in event.arguments if w[0].isdigit() or w.lower() in ONES)})


def _stems(told: Sequence[str]) -> set[str]:
    return {stem(w) for w in told if len(w) > 2 and w[0].isalpha() and w.lower() not in _NO_ARGUMENT}


def differ(a: object, b: object) -> bool:
    """Are they surely two dates? Two weekdays, or what both tell of year, month and day differs."""
    if not isinstance(a, Date) or not isinstance(b, Date):
        return False
    if (a.day is None or b.day is None) and (a.weekday is not None or b.weekday is not None):
        return a.day is None and b.day is None and a.weekday is not None and b.weekday is not None and a.weekday != b.weekday \
            and a.weekday // _STEP == b.weekday // _STEP
    if a.year and b.year and a.year != b.year:
        return True
    if not (a.month and b.month):
        return False
    return a.month != b.month or bool(a.day and b.day and a.day != b.day)


def bare_months(document: Document) -> Iterator[Mention]:
    """Months without a day or year ("in March", "the June conference")."""
    text = document.text
    for word in _MONTHS & document.lowercase:
        for start in occurrences(text, word):
            end = start + len(word)
            if not text[end:end + 1].isalpha() and not _DAY_BEHIND.match(text, end) and not text[start - 2:start - 1].isdigit() \
                    and (text[end:end + 2] in ("'s", "’s") or _MONTH_BEFORE.search(text, max(0, start - 12), start)):
                yield Mention("date", Span(start, end), word, Date(month=MONTHS[word.lower()]))


_STEP = 10
_MONTHS = frozenset(name.capitalize() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_UNITS = ("week", "month", "year")
_WHICH = ("last", "this", "next")


def relative(document: Document) -> Iterator[Mention]:
    """ "last month", "next year"; a number stands for each in the place of a weekday: "last week" is 10, "next week" 12, "last month" 20."""
    text, words = document.text, document.lowercase
    for i, unit in enumerate(_UNITS, 1):
        if unit in words:
            for at in occurrences(text, f" {unit}"):
                end = at + len(unit) + 1
                which = text[at - 4:at].lower()
                if which in _WHICH and not text[end:end + 1].isalpha() and not text[at - 5].isalpha():
                    yield Mention("date", Span(at - 4, end), text[at - 4:end], Date(weekday=_STEP * i + _WHICH.index(which)))


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def _read(document: Document, m: Mention, family: str, members: Set[str]) -> _Told | None:
    """The event of a family, of these words, that a date is told of."""
    text, plain = document.text, document.plain
    start, end = m.span
    sentence = document.sentence_at(start)
    before = _tokens(text, max(sentence.start, start - _BEFORE), start)
    if not members.isdisjoint(plain[end:end + _AFTER].split()[:_NEXT]):
        after = _tokens(text, end, min(sentence.end, end + 2 * _AFTER))
        if (found := _called(text, m, before, after, family, members) or _behind(m, before, after, family, members)) is not None:
            return found
    return _before(m, before, family, members)


def _called(text: str, m: Mention, before: Sequence[_Token], after: Sequence[_Token], family: str, members: Set[str]) -> _Told | None:
    """ "Tuesday's arrest of two men", "the June conference"."""
    owned = text.startswith(("'s ", "’s "), m.span.end)
    if not owned and not (before and before[-1][0].lower() in _DETERMINERS and before[-1][2] + 1 == m.span.start and text[m.span.end:m.span.end + 1] == " "):
        return None
    behind = [t for t in after if t[0] != "s"]
    for j, (word, _, end) in enumerate(behind[:4]):
        if word.lower() in members and not _is_verb(word):
            rest = [t[0] for t in behind[j + 1:j + 8]]
            stop = next((k for k, w in enumerate(rest) if w in _CLAUSE or w in _MARKS or w in _AUXILIARIES), len(rest)) if rest and rest[0] in _LEADING else 0
            return _Told("of", family, m.span.start, end, [t[0] for t in behind[:j]] + rest[:stop])
        if word.lower() in _CLAUSE or word in _MARKS or word in _LEADING:
            return None
    return None


def _is_verb(word: str) -> bool:
    return word in FAMILY and word not in NOUNS


def _behind(m: Mention, before: Sequence[_Token], after: Sequence[_Token], family: str, members: Set[str]) -> _Told | None:
    """ "The board on Tuesday suspended her"; "In May, the treaty was signed"."""
    words = [t for t in after if t[0] not in _HOURS and not (t[0].endswith("ly") and t[0].islower())]
    if words and words[0][0] in members and _is_verb(words[0][0]) and before:
        j = len(before)
        while j and before[j - 1][0] in ("on", "in", "late", "early"):
            j -= 1
        subject = _subject(before, j)
        rest = _clause([t[0] for t in words[1:8]])
        return _Told("verb", family, m.span.start, words[0][2], subject + rest, *_head(subject))
    return None


def _clause(told: Sequence[str]) -> list[str]:
    """The words up to the end of their clause."""
    return list(told[:next((i for i, w in enumerate(told) if w.lower() in _CLAUSE or w in _MARKS), len(told))])


def _before(m: Mention, before: Sequence[_Token], family: str, members: Set[str]) -> _Told | None:
    """ "arrested at the airport on Monday", "his arrest on Monday"."""
    last = len(before) - 1
    while last >= 0 and before[last][0].lower() in _TO_DATE:
        last -= 1
    for j in range(last, max(-1, last - _REACH), -1):
        word, start, _ = before[j]
        of_family = word.lower() in members
        if of_family and _is_verb(word):
            subject = _subject(before, j)
            return _Told("verb", family, start, m.span.end, [*subject, *(t[0] for t in before[j + 1:last + 1])], *_head(subject))
        if of_family and (j == last or before[j + 1][0] in _LEADING or before[j + 1][0] in _AUXILIARIES or before[j + 1][0] in _TAKES_PLACE):
            return _noun(m, before, j, last, family)
        if word.lower() in _CLAUSE or word in _MARKS or _is_verb(word) or word in _AUXILIARIES - {"to", "be", "been"} or (word.endswith("ed") and word.islower() and len(word) > 4):
            return None
    return None


def _noun(m: Mention, before: Sequence[_Token], j: int, last: int, family: str) -> _Told | None:
    """ "the collapse of the bridge in May": with an article or an owner; none where it is itself another's ("the scene of the crash on Monday")."""
    modifiers: list[str] = []
    for k in range(j - 1, max(-1, j - 5), -1):
        word = before[k][0]
        if word.lower() in _DETERMINERS or word.endswith(_OWNING):
            if k and before[k - 1][0] in _OF_ANOTHER:
                return None
            told = [*modifiers, *([] if word.lower() in _DETERMINERS else [word]), *(t[0] for t in before[j + 1:last + 1])]
            return _Told("noun" if word.lower() not in ("a", "an") else "new", family, before[k][1], m.span.end, told, "", word.lower() if word.lower() in _OWNERS else "",
                         [t[0] for t in before[j + 1:last + 1]])
        if word.lower() in _CLAUSE or word in _MARKS or word in _LEADING:
            return None
        modifiers.append(word)
    return None


def _subject(before: Sequence[_Token], verb: int) -> list[str]:
    """The words before a verb that tell of whom it is told, the nearest first; those before "which" and "who", too."""
    found: list[str] = []
    crossed = False
    for k in range(verb - 1, -1, -1):
        word = before[k][0]
        if word.lower() in _CLAUSE or word in _MARKS:
            if any(w.lower() not in _NO_ARGUMENT for w in found):
                break
            if found and word.lower() in _CLAUSE and (crossed or word.lower() not in _ANTECEDENT):
                break  # "since they disappeared"
            crossed = True
            continue
        found.append(word)
        if len(found) == _SUBJECT:
            break
    return found


_PRONOUNS = frozenset("he she it they".split())


def _head(subject: Sequence[str]) -> tuple[str, str]:
    """The head noun of a subject, its stem, and a pronoun in its place."""
    told = [w for w in subject if w.lower() not in _NO_ARGUMENT or w.lower() in _PRONOUNS]
    pronoun = told[0].lower() if told and told[0].lower() in _PRONOUNS else ""
    of = next((i for i, w in enumerate(subject) if w in _LEADING and w != "to"), -1)
    head = subject[of + 1] if 0 <= of < len(subject) - 1 else told[0] if told else ""
    return ("", pronoun) if pronoun or not head else (stem(head), "")


def _tense(document: Document, event: _Told) -> str:
    """ "future" or "past", "" where it cannot be told, "other" where the words around speak of other times."""
    text = document.text
    sentence = document.sentence_at(event.start)
    start, end = max(sentence.start, event.start - 50), min(sentence.end, event.end + 25)
    if _OTHER.search(text, start, event.end) or _OTHER_BEHIND.search(text, event.end, end):
        return "other"
    if event.form == "of":
        return ""
    near = text[max(start, event.start - 22):event.end]
    return "future" if _FUTURE.search(near) else "past" if event.form == "verb" else ""
