"""How old a person was when one thing was done, told twice: "was 24 when she founded the firm … founded the firm at age 34"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from checker.checks.yearold import age_of, slip
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis
from checker.model import Name, Span
from checker.records import NamedTuple
from checker.relate.since import stems
from checker.structure.document import Document

_ENOUGH = 2  # words in common that tell one act
_FURTHEST = 15
_WIDE = 70  # characters of a clause


class _Act(NamedTuple):
    """An age at which something was done, where it is told, the stems of what was done, and the names in its sentence."""

    age: int
    span: Span
    stems: frozenset[str]
    names: frozenset[str]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "was when": re.compile(r"\b(?:[Ww]as|[Ww]ere|just|only|barely) (?:(?:just|only|barely|about|all of) )?(\d{1,2}|[a-z]+(?:-[a-z]+)?)(?: years? old)? when (?:he|she|[A-Z][\w’'-]+|the [a-z]+) "),
        "when was": re.compile(r" when (?:he|she|[A-Z][\w’'-]+) was (?:just |only |barely )?(\d{1,2}|[a-z]+(?:-[a-z]+)?)(?: years old)?(?=[,.;)]| and\b|$)"),
        "at age": re.compile(r"(?: at (?:just |only )?(?:(?:the )?age (?:of )?)?|, aged )(\d{1,2}|[a-z]+(?:-[a-z]+)?)(?=[,.;)]| and\b|$)(?![.,]\d)"),
        "cut": re.compile(r"[,;:()—–“”\"]|\b(?:and|but|who|which|that|when|while|after|before|where)\b|\. "),
        "other": re.compile(r"\b(?:second|third|another|again|other|different|last|next|previous|later)\b"),
        "name": re.compile(r"(?<=\w )[A-Z][\w’-]+|(?<=, )[A-Z][\w’-]+"),
        "kin": re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ )?(?:son|daughter|father|mother|brother|sister|wife|husband|parents)\b"),
    }


def conflicts(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """Two ages at which one person did one thing, in the document of this number."""
    document = analysis.document
    acts = list(_acts(document))
    for a, b in combinations(acts, 2):
        shared = a.stems & b.stems - {n.lower() for n in a.names | b.names}
        if a.age != b.age and abs(a.age - b.age) <= _FURTHEST and slip(a.age, b.age) and len(shared) >= _ENOUGH and (a.stems <= b.stems or b.stems <= a.stems or len(shared) > _ENOUGH) \
                and document.sentence_index(a.span.start) != document.sentence_index(b.span.start) and _one(analysis, a, b):
            yield Conflict((Place(number, b.span), Place(number, a.span)), {"computed": f"{a.age} and {b.age}", "expected": str(a.age), "tolerance": "none"},
                           ("the same is told of one person at two ages",), likely=True)
            return


def _one(analysis: Analysis, a: _Act, b: _Act) -> bool:
    """Do the two sentences name nobody, or one person both?"""
    from checker.checks.yearold import people

    persons, named = people(analysis), []
    for act in (a, b):
        start, end = analysis.document.sentence_at(act.span.start)
        named.append({m.value.parts[-1] for m in persons if start <= m.span.start < end and isinstance(m.value, Name)})
    return not all(named) or bool(named[0] & named[1])


def _acts(document: Document) -> Iterator[_Act]:
    """What is told with the age at which it was done, in order."""
    text, p = document.text, _patterns()
    cues = sorted({document.sentence_at(at) for word in ("when", "age", "aged") for at in document.places(word)} | {document.sentence_at(at) for at in document.places("at") if text[at + 3:at + 5].isdecimal()}, key=_first)
    for sentence in cues:
        for way in ("was when", "when was", "at age"):
            for m in p[way].finditer(text, *sentence):
                age = age_of(m[1])
                if age < 3:
                    continue
                if way == "was when":
                    cut = p["cut"].search(text, m.end(), sentence.end)
                    act = text[m.end():min(cut.start() if cut else sentence.end, m.end() + _WIDE)]
                else:
                    start = sentence.start
                    for cut in p["cut"].finditer(text, max(sentence.start, m.start() - _WIDE), m.start()):
                        start = cut.end()
                    act = text[start:m.start()]
                if p["other"].search(act) or p["kin"].search(text, *sentence):
                    continue
                yield _Act(age, Span(m.start() + len(text[m.start():m.start(1)]) - len(text[m.start():m.start(1)].lstrip(" ,")), m.end(1)), stems(act), frozenset(p["name"].findall(text[slice(*sentence)])))


def _first(s: Span) -> int:
    return s.start
