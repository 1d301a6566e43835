"""Check `mixed`, the terms: one word with and without hyphen, as one word and two, with and without capital, British and American."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import compress, count, islice

from checker.checks.base import Check, occurrences
from checker.data.english import FUNCTION_WORDS
from checker.data.spelling import system, words_of_a_system
from checker.findings import Conflict, Place, Repair
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Mention, Span
from checker.records import NamedTuple
from checker.structure.document import Document, Token

_CAPITAL = re.compile(r" [A-Z]").match
_NEXT = re.compile(r"[A-Za-zÀ-ÿ]+(?:[-’'][A-Za-zÀ-ÿ]+)*")
# of words that are British or American
_ENDING = re.compile(r"(?:i[sz](?:e[sdr]?|ers|ing|ations?)|y[sz]e[sd]?)(?![a-z])")
_LETTERS = {"z": 1, "isi": 0, "ise": 0, "isa": 0, "yse": 0}  # in such an ending, each with what stands before it there: one letter is looked for in no time
_PARTICLES = frozenset("up out off down over in on away back by through around along apart aside ahead together under about after to be of "
                       "at for with as is it one where more thing body time how what ever day way times".split())
_OPEN_FIRST = frozenset("any some every no may can on in a all over under out an be for with up down to so mean more there no non else it what when "
                        "who how after before off not the his her cross extra half self sub super multi pre post re co anti".split())
_NO_FIRST = FUNCTION_WORDS | _OPEN_FIRST
_OFFICE = frozenset("president mayor senator governor minister secretary chancellor ambassador sheriff congressman congresswoman premier".split())
_TITLED = re.compile(r"(?<!the)(?<! a)(?<! as)(?<!elected) (?:[A-Z][a-z]+ )?[A-Za-z]+ $")
_THE = ("The ", "the ")
_OPENED = (". ", ": ")
_MARKS = ("“", '"')
_LONGEST = 40  # letters; what is longer is no word
_LEAST_PART = 3  # letters of each of two words in one
_SHORTEST = 6  # letters than which a word of two has more
_PART = 4  # letters that a part of a word with a hyphen has more than, for its spelling
_FEW = 24  # pairs that are looked for one by one first
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
    if sum(map(wanted.count, "- ")) > 1:
        return None
    letters, at = wanted.replace(mark, "") if mark else wanted, wanted.index(mark) if mark else 0
    edits = []
    for form in order[:-1]:
        for span in forms[form]:
            bare = text[span.start:span.end].replace("-", "").replace(" ", "")
            if len(forms[form]) >= len(forms[wanted]) or _singular(bare.lower()) != letters:
                return None
            edits.append((Place(number, span), bare[:at] + mark + bare[at:] if mark else bare[:1] + bare[1:].lower()))
    return Repair(tuple(edits), False, f"{wanted} throughout") if edits else None


def _hyphens(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """ "bi-partisan" and "bipartisan"; "white collar crime" and "white-collar crime"."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        words = document.hyphened
        if any(word.count("-") > 1 for word in words):
            from checker.checks.joints import joints  # compounds of three words, which few texts have

            for several in joints(document, words):
                yield from _one(number, document.text, several, params.least)
        keys = _hyphened_otherwise(document, words)
        if not keys:
            continue
        hyphened: dict[str, list[Token]] = defaultdict(list)
        other: list[tuple[str, str, Token]] = []
        counts = document.counts
        wanted = {form: (key, "-" if "-" in form else " " if " " in form else "") for key in keys
                  for form in _forms(key, key.replace("-", ""), key.replace("-", " ")) if all(map(counts.__contains__, form.split(" ")))}
        for t in document.uses(wanted):
            key, mark = wanted[document.plain[t.start:t.end]]
            if mark != "-":
                other.append((key, mark, t))
            elif not t.word.isupper():
                hyphened[key].append(t)
        nouns = {k: _nouns(document.text, ts) for k, ts in hyphened.items()}
        found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for key, mark, t in other:
            if key in hyphened and (not mark or _attributive(document.text, t, nouns[key])):
                found[key][key.replace("-", mark)].append(Span(t.start, t.end))
        for key, forms in found.items():
            yield from _one(number, document.text, {**forms, key: [Span(t.start, t.end) for t in hyphened[key]]}, params.least)


def _hyphened_otherwise(document: Document, words: Collection[str]) -> set[str]:
    """The words with a hyphen, in the singular, that also stand without it, as one or as two: asked with sets, as most texts have none."""
    unique = document.counts
    found = set()
    pairs = {}
    for key in set(map(_singular, words)):
        first, _, second = key.partition("-")
        whole = first + second
        if whole.isalpha():
            if whole in unique or whole + "s" in unique:
                found.add(key)
            elif first in unique and (second in unique or second + "s" in unique):
                pairs[f"{first} {second}"] = key
    return found | {pairs[pair] for pair in document.together(pairs)}


def _forms(*terms: str) -> Iterator[str]:
    """Each term in the singular and in the plural of its last word."""
    for term in terms:
        yield term
        last = term.rpartition(" ")[2]
        if _singular(last + "s") == last:
            yield term + "s"


def _nouns(text: str, hyphened: list[Token]) -> set[str]:
    """The words behind the uses of a form with a hyphen."""
    return {_singular(m[0].lower()) for t in hyphened if (m := _NEXT.match(text, t.end + 1))} - FUNCTION_WORDS


def _attributive(text: str, t: Token, nouns: set[str]) -> bool:
    """Does the pair stand before a noun, as the form with the hyphen does: the same noun, or any after a pair of capitals?"""
    after = text[t.end:t.end + 24]
    following = _NEXT.match(after, 1) if after[:1] == " " else None
    if following is None or following[0].lower() in FUNCTION_WORDS or not _spaced(t):
        return False
    first, second = t.word.split()
    plural = following[0].endswith("s") and not following[0].endswith("ss")
    return bool(nouns) and (_singular(following[0].lower()) in nouns or (first[0].isupper() and second[0].isupper()) or (plural and not second.endswith("ly")))


def _spaced(t: Token) -> bool:
    """Is it a space that parts the pair, no line's end and no mark?"""
    return " " in t.word


def _compounds(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """ "task force" and "taskforce"."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        wanted = {form: key for key, pairs in _in_two(document).items() for form in _forms(key, *pairs)}
        if not wanted:
            continue
        words: dict[str, list[Token]] = defaultdict(list)
        pairs: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for t in document.uses(wanted):
            key = wanted[document.plain[t.start:t.end]]
            if _spaced(t):
                first, second = t.word.lower().split()
                if len(second) > 2 and second not in _PARTICLES:
                    pairs[key][f"{first} {_singular(second)}"].append(Span(t.start, t.end))
            elif len(t.word) > 6 and t.word.isalpha() and not t.word.isupper():
                words[key].append(t)
        for key, forms in pairs.items():
            if not all(t.word[0].isupper() and not t.first for t in words[key]):  # a brand ("YouTube") is no term
                yield from _one(number, document.text, {**forms, key: [Span(t.start, t.end) for t in words[key]]}, params.least)


def _in_two(document: Document) -> dict[str, set[str]]:
    """The words, in the singular, that also stand as two which may be a term, with the two: asked of all words at once, as most texts have none."""
    unique, pairs = document.counts, {}
    for first, word in _begun(sorted(unique)):
        second = word[len(first):]
        if _is_second(second, unique) or _is_second(second + "s", unique) or second[-1] == "s" and _is_second(second[:-1], unique):
            key = _singular(word)
            pairs[f"{first} {key[len(first):]}"] = key
    found: dict[str, set[str]] = defaultdict(set)
    for pair in document.together(pairs):
        found[pairs[pair]].add(pair)
    return found


def _is_second(word: str, words: Collection[str]) -> bool:
    """May it be the second of two words?"""
    return word in words and word not in _PARTICLES


def _begun(words: list[str]) -> Iterator[tuple[str, str]]:
    """The words, of some in order, with another that they begin with and that may be the first of two, at least three letters being left: what begins with a word stands behind it."""
    for i in compress(count(), map(str.startswith, islice(words, 1, None), words)):
        first = words[i]
        size = len(first)
        if size < _LEAST_PART or first in _NO_FIRST:
            continue
        at = i + 1
        while at < len(words) and (word := words[at]).startswith(first):
            if _SHORTEST < len(word) < _LONGEST and len(word) - size >= _LEAST_PART:
                yield first, word
            at += 1


def _capitals(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """ "the High Court" and "the high court"; "the Associated Press" and "The Associated Press"; "President Ruiz" and "president Ruiz"."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        text, openings = document.text, document.sentence_openings
        terms: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for forms in _behind_adjectives(analysis):
            yield from _one(number, text, forms, params.least)
        small, articles, offices = _small(analysis), _articles(text), _offices(document)
        if not (small or articles or offices):
            continue
        known = names(analysis)
        big = {m.text for parts in known.full for m in known.written[parts] if m[1][0] - 4 in articles} if articles else ()  # with a capital article
        if not (small or big or offices):
            continue
        for m in sorted((m for parts in known.full for m in known.written[parts] if offices or m.text in big or m.text.lower() in small), key=_start):
            at, end = m.span
            article = text[at - 4:at]
            if article in _THE and text[max(0, at - 6):at - 4].strip(" ").islower():
                if m.text in big and document.zone_at(at).kind in _PROSE:
                    terms[f"the {m.text}"][f"{article[:3]} {m.text}"].append(Span(at - 4, end))
            elif offices and article[-1:] == " " and (office := _office(text, at)) and document.zone_at(at).kind in _PROSE:
                terms[f"{office.lower()} …"][f"{office} …"].append(Span(at - 1 - len(office), end))
            if small and (lower := small.get(m.text.lower())) and m.text.istitle() and at not in openings and text[max(0, at - 2):at] not in _OPENED \
                    and article[-1:] not in _MARKS and not re.match(r" [A-Z]", text[end:end + 2]) and document.zone_at(at).kind in _PROSE:
                terms[m.text.lower()][m.text].append(m.span)
                terms[m.text.lower()][m.text.lower()] = lower
        for forms in terms.values():
            if len(forms) > 1:
                yield from _one(number, text, dict(forms), params.least)


def _behind_adjectives(analysis: Analysis) -> Iterator[dict[str, list[Span]]]:
    """ "the Republican Party" and "the Republican party": a word behind an adjective that is always a capital's, and no part of a name with it."""
    document, known = analysis.document, names(analysis)
    text, lowercase = document.text, document.lowercase
    pairs: dict[str, list[Span]] = defaultdict(list)
    for word, mentions in known.alone.items():
        if word.lower() not in lowercase or not word.istitle():
            continue
        for m in mentions:
            start, end = m.span
            adjective = text[max(0, start - _LONGEST):start - 1].rpartition(" ")[2] if text[start - 1:start] == " " else ""
            if adjective.istitle() and adjective.lower() not in FUNCTION_WORDS and adjective.lower() not in lowercase and not _CAPITAL(text, end) and document.zone_at(start).kind in _PROSE:
                pairs[f"{adjective} {m.text}"].append(Span(start - 1 - len(adjective), end))
    small = {pair.lower(): pair for pair in pairs if len(pairs) > _FEW or f"{pair.partition(' ')[0]} {pair.partition(' ')[2].lower()}" in text}
    found: dict[str, list[Span]] = defaultdict(list)
    for t in document.uses(small) if small else ():
        first, _, second = t.word.partition(" ")
        if second.islower() and first.istitle() and not _CAPITAL(text, t.end):
            found[small[t.word.lower()]].append(Span(t.start, t.end))
    for pair, spans in found.items():
        yield {pair: pairs[pair], text[spans[0].start:spans[0].end]: spans}


def _start(m: Mention) -> int:
    return m.span.start


def _articles(text: str) -> set[int]:
    """Where an article with a capital stands inside a sentence."""
    return {at for at in occurrences(text, "The ") if text[max(0, at - 2):at].strip(" ").islower()}


def _offices(document: Document) -> bool:
    """Does an office stand before a name in small letters, and with a capital somewhere?"""
    text = document.text
    printed = document.lowercase
    small = [w for w in _OFFICE & printed if w.capitalize() in printed and any(text[at + len(w) + 2:at + len(w) + 3].isupper() for at in occurrences(text, f" {w} "))]
    return any(f"{office.capitalize()} " in text for office in small)


def _office(text: str, at: int) -> str:
    """The office that stands before a name, behind nothing that makes it a description ("the president Ruiz")."""
    before = text[max(0, at - 24):at]
    office = before[:-1].rpartition(" ")[2]
    return office if office.lower() in _OFFICE and _TITLED.search(before) else ""


def _small(analysis: Analysis) -> dict[str, list[Span]]:
    """Pairs of words that the text has capitalised as a name of two words, where the second stands in small letters: pair → places."""
    document = analysis.document
    text, lowercase = document.text, document.lowercase
    found: dict[str, list[Span]] = defaultdict(list)
    known = names(analysis)
    pairs = {m.text for parts in known.full if len(parts) == 2 and len(parts[1]) > 2 and parts[1].lower() in lowercase for m in known.written[parts]}
    wanted = {pair for pair in map(str.lower, pairs) if len(pairs) > _FEW or pair[1:] in text}
    for t in document.uses(wanted) if wanted else ():
        pair = t.word.lower()
        if t.word in (pair, pair.capitalize()) and not t.first and not re.match(r" [A-Z]", text[t.end:t.end + 2]):
            found[pair].append(Span(t.start, t.end))
    return found


def _spellings(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """British and American spelling in one text, quotations and names left out: one finding for a document."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        words = words_of_a_system().intersection(document.counts)
        words |= _ended(" ".join(document.distinct))
        systems = {w: found for w in words if len(w) > 4 and (found := system(w)) is not None}
        systems |= {w: found for w in document.hyphened if w not in systems and (found := _within(w)) is not None}
        if len({side for side, _ in systems.values()}) < 2:
            continue
        forms: dict[str, list[Span]] = defaultdict(list)
        pairs: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for t in document.uses(systems):
            if t.word.islower() and document.quotation_at(t.start) is None:
                side, word = systems[t.word]
                forms[side].append(Span(t.start, t.end))
                pairs[word][side].append(Span(t.start, t.end))
        both = next((p for p in pairs.values() if len(p) > 1), None)
        yield from _one(number, document.text, dict(both or forms), params.least)


def _ended(words: str) -> set[str]:
    """The words with such an ending, of words with spaces between."""
    ends = [at for letters, size in _LETTERS.items() for last in occurrences(words, letters) if _ENDING.match(words, at := last - size)]
    return {words[words.rfind(" ", 0, at) + 1:end if (end := words.find(" ", at)) >= 0 else None] for at in ends}


def _within(hyphened: str) -> tuple[str, str] | None:
    """The system of a part of a word with a hyphen ("newly-organized"), and its common form."""
    return next((found for part in hyphened.split("-") if len(part) > _PART and (found := system(part)) is not None), None)


CHECKS: dict[str, Check] = {
    "hyphen": Check(Params, _hyphens),
    "compound": Check(Params, _compounds),
    "capitals": Check(Params, _capitals),
    "spelling": Check(Params, _spellings),
}
