"""Check `mixed`, the terms: one word with and without hyphen, as one word and two, with and without capital, British and American."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.checks.base import Check
from checker.data.english import FUNCTION_WORDS
from checker.data.spelling import of_a_system, system
from checker.link.ledger import Analysis, Ledger
from checker.model import Conflict, Name, Place, Repair, Span, Zone
from checker.structure.document import Document, Token

_NEXT = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-’'][A-Za-zÀ-ÿ]+)*")
_PARTICLES = frozenset("up out off down over in on away back by through around along apart aside ahead together under about after to be of "
                       "at for with as is it one where more thing body time how what ever day way times".split())
_OPEN_FIRST = frozenset("any some every no may can on in a all over under out an be for with up down to so mean more there no non else it what when "
                        "who how after before off not the his her cross extra half self sub super multi pre post re co anti".split())
_OFFICE = frozenset("president mayor senator governor minister secretary chancellor ambassador sheriff congressman congresswoman premier".split())
_TITLED = re.compile(r"(?<!the)(?<! a)(?<! as)(?<!elected) (?:[A-Z][a-z]+ )?[A-Za-z]+ $")
_FEW = 50  # terms that are looked for one by one in the whole text: an article's; more are looked for paragraph by paragraph
_PROSE = frozenset({"body", "summary", "list", "caption"})


class Params(NamedTuple):
    """`least`: how often each form must stand."""

    least: int = 1


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith("ss") else word


def _one(number: int, text: str, forms: dict[str, list[Span]], least: int) -> Iterator[Conflict]:
    """One finding for a term that stands in several forms: the first place of the rarest against the first of the commonest."""
    if len(forms) < 2 or min(len(v) for v in forms.values()) < least:
        return
    order = sorted(forms, key=lambda f: (len(forms[f]), -forms[f][0].start))
    minority, majority = order[0], order[-1]
    shown = {f: text[forms[f][0].start:forms[f][0].end] if forms[f] else f for f in (minority, majority)}
    yield Conflict((Place(number, forms[minority][0]), Place(number, forms[majority][0])),
                   {"minority": f"{shown[minority]} ({len(forms[minority])})", "majority": f"{shown[majority]} ({len(forms[majority])})"},
                   repair=_repair(number, text, forms, order))


def _repair(number: int, text: str, forms: dict[str, list[Span]], order: list[str]) -> Repair | None:
    """The hyphen or space of the commoner form put into the rarer ones, letters kept; nothing where two are equally common, or words differ."""
    wanted = order[-1]
    mark = next((c for c in wanted if c in "- "), "")
    letters, at = wanted.replace(mark, "") if mark else wanted, wanted.index(mark) if mark else 0
    edits = []
    for form in order[:-1]:
        for span in forms[form]:
            bare = text[span.start:span.end].replace("-", "").replace(" ", "").replace("\u00a0", "")
            if len(forms[form]) >= len(forms[wanted]) or _singular(bare.lower()) != letters:
                return None
            edits.append((Place(number, span), bare[:at] + mark + bare[at:] if mark else bare[:1] + bare[1:].lower()))
    return Repair(tuple(edits), False, f"{wanted} throughout") if edits else None


def _hyphens(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """ "bi-partisan" and "bipartisan"; "white collar crime" and "white-collar crime"."""
    for number, analysis in enumerate(ledger.analyses):
        wanted = _hyphened_otherwise(analysis.document)
        if not wanted:
            continue
        tokens = analysis.document.tokens_in(_zones_with(analysis.document, wanted))
        hyphened: dict[str, list[Token]] = defaultdict(list)
        for t in tokens:
            if "-" in t.word and t.word.count("-") == 1 and "’" not in t.word and "'" not in t.word and not t.word.isupper():
                hyphened[_singular(t.word.lower())].append(t)
        joined = {k.replace("-", ""): k for k in hyphened}
        nouns = {k: _nouns(analysis.document.text, ts) for k, ts in hyphened.items()}
        found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for i, t in enumerate(tokens):
            key = _singular(t.word.lower())
            if key in joined and "-" not in t.word:
                found[joined[key]][key].append(Span(t.start, t.end))
            elif i and (pair := _pair(analysis, tokens, i)) in hyphened and _attributive(analysis, tokens, i, nouns[pair]):
                found[pair][pair.replace("-", " ")].append(Span(tokens[i - 1].start, t.end))
        for key, forms in found.items():
            yield from _one(number, analysis.document.text, {**forms, key: [Span(t.start, t.end) for t in hyphened[key]]}, params.least)


def _hyphened_otherwise(document: Document) -> set[str]:
    """The words with a hyphen that also stand without it, run together: asked with sets, as most texts have none."""
    unique, joined = document.distinct, document.joined
    found = set()
    for word in unique:
        if "-" in word and word.count("-") == 1:
            whole = word.replace("-", "")
            for form in {whole, whole + "s", whole.removesuffix("s")}:
                if form in joined or form in unique:
                    found |= {whole.removesuffix("s"), whole, whole + "s"}
    return found


def _zones_with(document: Document, wanted: set[str]) -> Iterator[Zone]:
    """The zones that have one of the words as one, as two or with a hyphen."""
    for z in document.zone_words:
        if not wanted.isdisjoint(z.words) or not wanted.isdisjoint(z.joined()) or any("-" in w and w.replace("-", "") in wanted for w in z.words):
            yield z.zone


def _nouns(text: str, hyphened: list[Token]) -> set[str]:
    """The words behind the uses of a form with a hyphen."""
    return {_singular(m[0].lower()) for t in hyphened if (m := _NEXT.match(text, t.end + 1))} - FUNCTION_WORDS


def _pair(analysis: Analysis, tokens: list[Token], i: int) -> str:
    """Two words with one space between them, as they would be with a hyphen."""
    a, b = tokens[i - 1], tokens[i]
    return f"{a.word.lower()}-{_singular(b.word.lower())}" if b.start - a.end == 1 and analysis.document.text[a.end] in " \u00a0" else ""


def _attributive(analysis: Analysis, tokens: list[Token], i: int, nouns: set[str]) -> bool:
    """Does the pair stand before a noun, as the form with the hyphen does: the same noun, or any after a pair of capitals?"""
    after = analysis.document.text[tokens[i].end:tokens[i].end + 24]
    following = _NEXT.match(after, 1) if after[:1] == " " else None
    if following is None or following[0].lower() in FUNCTION_WORDS:
        return False
    capitals = tokens[i - 1].word[0].isupper() and tokens[i].word[0].isupper()
    plural = following[0].endswith("s") and not following[0].endswith("ss")
    return bool(nouns) and (_singular(following[0].lower()) in nouns or capitals or (plural and not tokens[i].word.endswith("ly")))


def _compounds(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """ "task force" and "taskforce"."""
    for number, analysis in enumerate(ledger.analyses):
        wanted = _in_two(analysis.document)
        if not wanted:
            continue
        tokens = analysis.document.tokens_in(_zones_with(analysis.document, wanted))
        words: dict[str, list[Token]] = defaultdict(list)
        for t in tokens:
            if len(t.word) > 6 and t.word.isalpha() and not t.word.isupper():
                words[_singular(t.word.lower())].append(t)
        found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for i in range(1, len(tokens)):
            a, b = tokens[i - 1], tokens[i]
            key = a.word.lower() + _singular(b.word.lower())
            if key in words and b.start - a.end == 1 and analysis.document.text[a.end] in " \u00a0" and len(a.word) > 2 and len(b.word) > 2 \
                    and a.word.lower() not in _OPEN_FIRST and b.word.lower() not in _PARTICLES and a.word.lower() not in FUNCTION_WORDS:
                found[key][f"{a.word.lower()} {_singular(b.word.lower())}"].append(Span(a.start, b.end))
        for key, forms in found.items():
            if not all(t.word[0].isupper() and not t.first for t in words[key]):  # a brand ("YouTube") is no term
                yield from _one(number, analysis.document.text, {**forms, key: [Span(t.start, t.end) for t in words[key]]}, params.least)


def _in_two(document: Document) -> set[str]:
    """The words that also stand as two which may be a term, each with its plural: asked with sets, as most texts have none."""
    unique, joined = document.distinct, document.joined
    found = set()
    for word in unique:
        if len(word) > 6 and (word in joined or word + "s" in joined or (word[-1] == "s" and word[:-1] in joined)) and any(
                word[:k] in unique and word[:k] not in _OPEN_FIRST and word[:k] not in FUNCTION_WORDS and _second(word[k:], unique)
                for k in range(3, len(word) - 1)):
            found |= {word.removesuffix("s"), word, word + "s"}
    return found


def _second(part: str, unique: frozenset[str]) -> bool:
    """Does the text have the second half of a word, or its plural or singular, and is that no particle?"""
    return any(f in unique and f not in _PARTICLES for f in (part, part + "s", part.removesuffix("s")))


def _capitals(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """ "the High Court" and "the high court"; "the Associated Press" and "The Associated Press"; "President Ruiz" and "president Ruiz"."""
    for number, analysis in enumerate(ledger.analyses):
        text = analysis.document.text
        terms: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        starts = {s.start for s in analysis.document.sentences}
        small = _small(analysis)
        for m in analysis.mentions:
            if not isinstance(m.value, Name) or analysis.document.zone_at(m.span.start).kind not in _PROSE:
                continue
            parts = len(m.value.parts)
            before = text[max(0, m.span.start - 24):m.span.start]
            if parts > 1 and before[-4:] in ("The ", "the ") and before[-6:-4].strip(" ").islower():
                terms[f"the {m.text}"][f"{before[-4:-1]} {m.text}"].append(Span(m.span.start - 4, m.span.end))
            elif parts > 1 and before[-1:] == " " and (office := before[:-1].rpartition(" ")[2]).lower() in _OFFICE and _TITLED.search(before):
                terms[f"{office.lower()} …"][f"{office} …"].append(Span(m.span.start - 1 - len(office), m.span.end))
            if parts == 2 and m.text.lower() in small and m.span.start not in starts and not before.endswith(("“", '"', ". ", ": ")) and m.text.istitle() \
                    and (lower := small[m.text.lower()]) and not re.match(r" [A-Z]", text[m.span.end:m.span.end + 2]):
                terms[m.text.lower()][m.text].append(m.span)
                terms[m.text.lower()][m.text.lower()] = lower
        for forms in terms.values():
            yield from _one(number, analysis.document.text, dict(forms), params.least)


def _small(analysis: Analysis) -> dict[str, list[Span]]:
    """Pairs of words that the text has capitalised as a name of two words, where the second stands in small letters: pair → places."""
    lower = analysis.document.lowercase
    found: dict[str, list[Span]] = defaultdict(list)
    wanted = {m.text.lower() for m in analysis.mentions if isinstance(m.value, Name) and len(m.value.parts) == 2
              and m.value.parts[1].lower() in lower}
    text = analysis.document.text
    if len(wanted) < _FEW:
        wanted = {w for w in wanted if _is_small(text, Span(0, len(text)), w)}
    if not wanted:
        return found
    together = {w.replace(" ", ""): w for w in wanted}
    tokens = analysis.document.tokens_in(z.zone for z in analysis.document.zone_words if any(
        _is_small(text, z.zone.span, together[t]) for t in together.keys() & set(z.joined())))
    for a, b in itertools.pairwise(tokens):
        if b.word.islower() and not a.first and (pair := f"{a.word.lower()} {b.word}") in wanted and b.start - a.end == 1 \
                and not re.match(r" [A-Z]", analysis.document.text[b.end:b.end + 2]):
            found[pair].append(Span(a.start, b.end))
    return found


def _is_small(text: str, span: Span, words: str) -> bool:
    """Does that stretch have the words with the last one, or all, in small letters?"""
    return text.find(words, *span) >= 0 or text.find(words.capitalize(), *span) >= 0


def _spellings(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """British and American spelling in one text, quotations and names left out: one finding for a document."""
    for number, analysis in enumerate(ledger.analyses):
        if len({found[0] for w in of_a_system(analysis.document.distinct) if (found := system(w)) is not None}) < 2:
            continue
        forms: dict[str, list[Span]] = defaultdict(list)
        pairs: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for t in analysis.document.tokens:
            if t.word.isalpha() and t.word[0].islower() and len(t.word) > 4 and (found := system(t.word)) is not None \
                    and analysis.document.quotation_at(t.start) is None:
                forms[found[0]].append(Span(t.start, t.end))
                pairs[found[1]][t.word].append(Span(t.start, t.end))
        both = next((p for p in pairs.values() if len(p) > 1), None)
        yield from _one(number, analysis.document.text, dict(both or forms), params.least)


CHECKS: dict[str, Check] = {
    "hyphen": Check(Params, _hyphens),
    "compound": Check(Params, _compounds),
    "capitals": Check(Params, _capitals),
    "spelling": Check(Params, _spellings),
}
