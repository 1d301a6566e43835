"""Check `mixed`, compounds of three words and more: "law-and-order" and "law and order", "36-year-old" and "21-year old"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from itertools import product

from checker.checks.base import occurrences
from checker.data.english import FUNCTION_WORDS
from checker.model import Span
from checker.structure.document import Document

_LONGEST = 12  # characters of a number in words and the mark behind it
_MOST = 5  # words of a compound
_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute"})
_DETERMINERS = frozenset("a an the this that his her its their our my your every each another any no".split())
_QUOTES = frozenset("“‘\"'")
_WORD = re.compile(r" ([a-z][\w’'-]*)")


def joints(document: Document, words: Collection[str]) -> Iterator[dict[str, list[Span]]]:
    """The places of each form of a compound that stands in several; `words` are those with a hyphen, in small letters."""
    ages = set()
    compounds: list[list[str]] = []
    for word in words:
        parts = word.split("-")
        if not 2 < len(parts) <= _MOST or not all(parts) or parts[-1] in FUNCTION_WORDS:
            continue
        if parts[-1] == "old" and parts[-2] in _UNITS:
            ages.add(parts[-2])
        elif word.replace("-", "").isalpha():
            compounds.append(parts)
    counts = document.counts
    pairs = {_first_two(form) for parts in compounds for form in _written(parts) if " " in form}
    beside = document.together({pair for pair in pairs if all(map(counts.__contains__, pair.split(" ")))})
    for parts in compounds:
        forms = _forms(document, parts, beside)
        if len(forms) > 1:
            yield forms
    for unit in sorted(ages):
        forms = _ages(document, unit)
        if len(forms) > 1:
            yield forms


def _written(parts: list[str]) -> Iterator[str]:
    """The words with each way to join them."""
    for marks in product("- ", repeat=len(parts) - 1):
        yield "".join(map("".join, zip(parts, (*marks, ""), strict=True)))


def _first_two(form: str) -> str:
    return " ".join(form.split(" ", 2)[:2])


def _forms(document: Document, parts: list[str], beside: Collection[str]) -> dict[str, list[Span]]:
    """Where the words stand with other joints; without any hyphen only where the form with all of them would stand: "a law and order man".

    `beside` are the pairs of words that stand side by side: asked before the whole text is looked through.
    """
    found: dict[str, list[Span]] = {}
    for form in _written(parts):
        if " " in form and _first_two(form) not in beside:
            continue
        spans = [Span(at, at + len(form)) for at in document.places(form) if _apart(document, at, at + len(form))]
        if "-" not in form and spans:
            nouns = any(_led(document, s.start) and not _before_noun(document, s.end) for s in found.get("-".join(parts), ()))
            spans = [s for s in spans if _led(document, s.start) and (nouns or _before_noun(document, s.end))]
        if spans:
            found[form] = spans
    return found


def _apart(document: Document, start: int, end: int) -> bool:
    """Is it a word of its own, in one paragraph, and as the text has it?"""
    lower = document.lower
    return not any(c.isalnum() or c == "-" for c in (lower[start - 1:start], lower[end:end + 1]) if c) and lower[start:end] == document.plain[start:end]


def _led(document: Document, start: int) -> bool:
    """Does an article, a pronoun or an opening mark stand before it?"""
    before = document.lower[max(0, start - 12):start]
    return before[-1:] in _QUOTES or (before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1] in _DETERMINERS)


def _before_noun(document: Document, end: int) -> bool:
    m = _WORD.match(document.lower, end)
    return m is not None and m[1] not in FUNCTION_WORDS


@cache
def _age(unit: str) -> re.Pattern[str]:
    numbers = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    return re.compile(rf"(?<![\w.,-])(?:\d{{1,3}}|{numbers})([ -]){unit}([ -])old(?![\w-])")


def _ages(document: Document, unit: str) -> dict[str, list[Span]]:
    """Ages by how their three words are joined; the unit in the singular is an adjective's or a person's, never "is 21 years old"."""
    found = defaultdict(list)
    lower = document.lower
    for at in sorted(at for joint in "- " for at in occurrences(lower, f"{unit}{joint}old")):
        if m := _age(unit).search(lower, max(0, at - _LONGEST), at + len(unit) + len(" old.")):
            found[f"#{m[1]}{unit}{m[2]}old"].append(Span(*m.span()))
    return dict(found)
