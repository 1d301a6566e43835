"""A beginning in one sentence and its end in the next: "was jailed in June 1995 … But he was released in November 1994"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.model import Date, Mention, Relation
from checker.structure.document import Document
from checker.structure.words import alternatives

_WAS = r"(?:was |were |has been |have been )?"
# what comes first and what can only come behind it, of one person, office, body or thing
_FAMILIES = {name: (frozenset(first.split()), frozenset(then.split())) for name, first, then in (
    ("custody", "sentenced jailed imprisoned convicted arrested detained charged sentence kidnapped captured abducted guilty", "released freed paroled acquitted pardoned executed hanged"),
    ("office", "appointed elected named inaugurated hired joined", "resigned retired stepped ousted fired sacked dismissed"),
    ("thing", "began begun opened started founded launched established introduced imposed enacted broke", "closed ended finished completed folded dissolved lifted repealed scrapped abolished shut demolished expired"),
    ("decree", "issued signed passed enacted imposed adopted granted approved decreed", "blocked overturned repealed rescinded stayed revoked struck suspended withdrawn annulled quashed scrapped "
               "reversed voided nullified lifted"),
    ("marriage", "married wed", "divorced separated"),
    ("charge", "arrested", "charged convicted sentenced"),
    ("life", "born", "died married went joined began left moved"))}
_FIRST = frozenset().union(*(first for first, _ in _FAMILIES.values()))
_VERB = re.compile(r"[a-z]+")
_BEFORE = 80  # characters of a clause before its date
_SUBJECT = re.compile(rf"\s*(?:But |And |Then |Yet |Still, |However, )?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:The )?[A-Z]?[a-z’'-]+),? (?:later |then |only |finally )?{_WAS}([a-z]+)(?= |,)")
_IN = re.compile(r"(?: (?:on|in|early in|late in))?(?: the)?(?: summer| spring| autumn| fall| winter)?(?: of)? $")
_MARKS = re.compile(r"[.;:()—–]|\b(?:who|which|when|after|before|until|since|had|would|will|was to|planned|expected|from)\b")
_STOP = re.compile(r"(?:[.!?][”\"]?|\n)\s+(?=[A-Z])")  # sentences that end in a year may not be parted
_FAR = 400
_MADE_WORDS, _UNMADE_WORDS = _FAMILIES["decree"]
_MADE, _UNMADE = (alternatives(words) for words in _FAMILIES["decree"])
# "the order, issued Jan. 27, stood until it was blocked by a judge on Feb. 3"
_WAS_MADE = re.compile(rf"\b(?:{_MADE})(?: by (?:the )?[A-Z][\w ]{{0,30}}| into law)?,?(?: on)? $")
_WAS_UNMADE = re.compile(rf"[^.;\n]{{0,160}}?(?:,| until| before| and| but) (?:it |they |which |that )?(?:was |were )(?:then |later |finally |eventually |soon |temporarily )?(?:{_UNMADE})\b[^.;,\n]{{0,90}}? on $")
_HAD = re.compile(r"\s*(?:But |And )?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:The )?[A-Z]?[a-z’'-]+) had (?:only |first )?(?:been )?([a-z]+)(?= |,)")
_AND = re.compile(r",? (?:and|but) (?:he |she |was |were |they )*(?:only |then |later |finally )?([a-z]+)(?: [a-z]+){0,3}? in $")
_NEXT = 2  # sentences on


def sequels(document: Document, dates: Sequence[Mention]) -> Iterator[Relation]:
    """Relations ending (start, end) over two sentences that follow each other, the second about the one that the first begins with."""
    if len(dates) < 2 or _FIRST.isdisjoint(document.lowercase):
        return
    text, decree = document.text, not (_MADE_WORDS.isdisjoint(document.lowercase) or _UNMADE_WORDS.isdisjoint(document.lowercase))
    for a, b in pairwise([m for m in dates if isinstance(m.value, Date) and (m.value.year is not None or m.value.month and m.value.day)]):
        if (found := _in_one(document, a, b, decree=decree)) is not None:
            yield found
            continue
        stops = list(_STOP.finditer(text, a.span.end, b.span.start)) if b.span.start - a.span.end < _FAR else []
        if not 0 < len(stops) <= _NEXT or document.zone_index(b.span.start) - document.zone_index(a.span.start) > 1:
            continue
        start = stops[-1].end()
        if (had := _HAD.match(text, start, b.span.start)) is not None and _IN.search(text, had.end(), b.span.start) and not _MARKS.search(text, had.end(), b.span.start) \
                and any(had[1] in begins and _verbs(document, a) & ends for begins, ends in _FAMILIES.values()):
            yield Relation("ending", (("start", b), ("end", a)), {"across": "yes"})
            continue
        opened = _SUBJECT.match(text, start, b.span.start)
        if opened is None or not _IN.search(text, opened.end(), b.span.start) or _MARKS.search(text, opened.end(), b.span.start):
            continue
        first = _verbs(document, a)
        if any(first & begins and opened[1] in ends for begins, ends in _FAMILIES.values()) and not _VERB_HAD.search(text, document.sentence_at(a.span.start).start, a.span.start):
            yield Relation("ending", (("start", a), ("end", b)), {"across": "yes"})


def _in_one(document: Document, a: Mention, b: Mention, *, decree: bool) -> Relation | None:
    """ "was sentenced to five years in 1990 and freed in 1988", in one clause; "the order, issued on Jan. 9, stood until it was blocked on Jan. 3"."""
    if decree and b.span.start - a.span.end < _FAR and _WAS_MADE.search(document.text, max(0, a.span.start - _BEFORE), a.span.start) and _WAS_UNMADE.fullmatch(document.text, a.span.end, b.span.start):
        return Relation("ending", (("start", a), ("end", b)), {"across": "yes"})
    found = _AND.fullmatch(document.text, a.span.end, b.span.start)
    if found is None or _VERB_HAD.search(document.text, document.sentence_at(a.span.start).start, a.span.start):
        return None
    first = _verbs(document, a)
    custody = _FAMILIES["custody"]
    return Relation("ending", (("start", a), ("end", b)), {"across": "yes"}) if first & custody[0] and found[1] in custody[1] else None


_VERB_HAD = re.compile(r"\b(?:had|would|will|until|before)\b")


def _verbs(document: Document, m: Mention) -> set[str]:
    """The words in small letters of the clause right before a date, where "in" or "on" leads to it."""
    text = document.text
    start = max(document.sentence_at(m.span.start).start, m.span.start - _BEFORE)
    stretch = re.split(r"[.;:()—–]| (?:and|but) ", text[start:m.span.start])[-1]
    return set(_VERB.findall(stretch)) if _IN.search(stretch) else set()
