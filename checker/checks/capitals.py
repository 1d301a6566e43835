"""Check `variants`, capitals: one name in two patterns of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import filterfalse, permutations

from checker.checks.base import Check, occurrences
from checker.checks.toldapart import told_apart
from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.people import PARTICLES, TITLES
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Name, Span
from checker.records import NamedTuple
from checker.structure.cited import cited_alone, told_as_such
from checker.structure.document import Document


class Params(NamedTuple):
    """Nothing to set."""


def _case(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        yield from _capitals(number, analysis)
        yield from _particles(number, analysis.document)
        yield from _shouted(number, analysis)


def _capitals(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """One word in two patterns of capitals ("McKeon", "Mckeon"), headlines and words all in capitals aside."""
    document = analysis.document
    found = names(analysis)
    doubtful = _doubtful(found.words)
    if not doubtful:
        return
    openings = document.sentence_openings
    by_letters: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for m in found.holding({word for word in found.words if word.lower() in doubtful}):
        if not isinstance(m.value, Name) or document.zone_at(m.span.start).kind in _HEADS or _of_slides(document, m.span.start):
            continue
        at = m.span.start
        for word in m.value.parts:
            start = document.text.find(word, at, m.span.end)
            at = max(at, start + len(word))
            if "-" in word and document.quotation_at(max(0, start)) is not None:  # a title in quotation marks
                continue
            if word.lower() in doubtful and not word.isupper() and start >= 0 and (word[1:] != word[1:].lower() and _SITE.match(document.text, at) or not re.match(r"\.\w", document.text[at:at + 2])):
                opens = start in openings or start - 1 in openings
                by_letters[word.lower()]["?" + word[1:] if opens else word].append(Span(start, at))
    for forms in by_letters.values():
        yield from _patterns(number, document, forms)


_SITE = re.compile(r"\.(?:com|net|org|co)\b")
_PROSE = frozenset({"body", "list"})
_LEAST = 4  # letters of a word all in capitals
_IN_CAPITALS = re.compile(r"[A-Z]{2}|\.\.")  # or dots of a table
_TOP = 400  # characters in which an article may open with a word in capitals
_GOES_ON = re.compile(r"(?:[’']s)? [a-z]+,? [a-z]")
_CLOSE = 24  # characters beside a word in capitals that have others


def _shouted(number: int, analysis: Analysis) -> Iterator[Conflict]:
    """A name all in capitals inside a sentence that the text has in small letters but for the first ("QANTAS", "Qantas"; "NATO", "Nato")."""
    document = analysis.document
    text, found = document.text, names(analysis)
    for word in [w for w in found.capitals if len(w) >= _LEAST and w.isalpha()]:
        loud, usual = found.written.get((word,), ()), found.written.get((word.capitalize(),), ())  # alone: "Aids Forschung" is another name
        big = [m.span for m in loud if usual and _is_plain(document, m.span) and not _is_loud(text, m.span)]
        small = [m.span for m in usual if big and _is_plain(document, m.span)]
        if small and not told_as_such(document, (big, small)) and not told_apart(document, (big, small)):
            fewer, more = sorted((big, small), key=lambda s: (len(s), -s[0].start))
            yield Conflict((Place(number, fewer[0]), Place(number, more[0])), {"count": str(len(fewer)), "total": str(len(more))}, likely=True)


def _is_plain(document: Document, span: Span) -> bool:
    """Does the article's own prose have it, not at the opening of a paragraph near the top or before a mark (a dateline)?"""
    zone = document.zone_at(span.start)
    return zone.kind in _PROSE and (zone.span.start != span.start or span.start > _TOP and _GOES_ON.match(document.text, span.end) is not None) and document.quotation_at(span.start) is None


def _is_loud(text: str, span: Span) -> bool:
    """Are there more capitals beside it, as in a headline or a caption, or is it in brackets, a speaker in a transcript, a row of a table?"""
    return text[span.start - 1] in "(<[@#" or text.startswith((":", ".."), span.end) or text.endswith("— ", 0, span.start) or any(map(_IN_CAPITALS.search, (text[max(0, span.start - _CLOSE):span.start], text[span.end:span.end + _CLOSE])))


_HEADS = frozenset({"headline", "credit", "byline"})
_STOPS = frozenset(".!?”\"")  # at the end of a paragraph that is no line like a headline


def _of_slides(document: Document, offset: int) -> bool:
    """Does it lie in the captions of a show of pictures, which run into one another, so that nothing tells where a sentence begins?"""
    return document.text.find("Hide Caption", *document.zone_at(offset).span) >= 0


def _doubtful(words: Collection[str]) -> frozenset[str]:
    """The words, in small letters, that stand in two patterns at least."""
    small = list(map(str.lower, words))
    if len(set(small)) == len(small):
        return frozenset()
    return frozenset(word for word, n in Counter(map(str.lower, filterfalse(str.isupper, words))).items() if n > 1 and len(word) > 3)


def _patterns(number: int, document: Document, forms: dict[str, list[Span]]) -> Iterator[Conflict]:
    """Two patterns behind the first letter, or two first letters of a name with inner capitals ("eBay", "EBay")."""
    if any(w[0].islower() for w in forms):  # "eBay" opens a sentence as "Ebay" at many a desk
        forms = {w: spans for w, spans in forms.items() if w[0] != "?" or w[1:] != w[1:].lower()}
    patterns: dict[str, list[Span]] = defaultdict(list)
    tails = {w[1:] for w in forms}
    for word, spans in forms.items():
        if len(tails) > 1:
            patterns[word[1:]] += spans
        elif word[0] != "?" and word[1:] != word[1:].lower():
            patterns[word] += spans
    if len(patterns) != 2:
        return
    odd, usual = sorted(patterns.values(), key=lambda s: (len(s), -min(s).start))
    words = [document.text[s[0].start:s[0].end] for s in (odd, usual)]
    if ("-" not in words[0] or words[0][:3].lower() in ("al-", "el-") or _is_one_name(document, words[0], words[1], len(usual))) and len(odd) <= 2 and not told_as_such(document, (odd, usual)) and not told_apart(document, (odd, usual)):
        quoted = cited_alone(document, (odd, usual))
        yield Conflict((Place(number, min(odd)), Place(number, min(usual))), {"count": str(len(odd)), "total": str(len(usual))}, tuple(filter(None, [quoted])),
                       likely=bool(quoted))


def _is_one_name(document: Document, odd: str, usual: str, times: int) -> bool:
    """Is it a name of parts that are no words ("Tel-Mor"), the second of which has its capital elsewhere, more than once?"""
    parts = odd.lower().split("-")
    return times > 1 and len(parts) == 2 and odd[1:].islower() and usual.partition("-")[2][:1].isupper() \
        and document.distinct.isdisjoint(parts) and FUNCTION_WORDS.isdisjoint(parts)


_INNER = frozenset("of for do das des dei los las les zum zur".split())  # words of names and of sentences: looked for behind the same name
_SMALL = sorted(PARTICLES - {"ten"} | _INNER)  # parts of names that one text has with a capital or without
_CAPITALISED = {part: part.capitalize() for part in _SMALL}
_PART = re.compile(rf"(?<=[a-z,”\"] )({'|'.join(_SMALL)}) (?=[A-Z])", re.I)
_BEHIND = re.compile(r"[A-Z][\w’-]*")
_BEFORE = re.compile(r"(?:[A-Z][\w.’]+(?:-[A-Z]\w+)*|(?<![\w.])[B-HJ-Z]) $")  # a name, or an initial without its point
_ARABIC = frozenset({"al", "el"})  # an article, with or without a given name before it


def _particles(number: int, document: Document) -> Iterator[Conflict]:
    """ "von der Leyen" and "Von der Leyen", "Bank of Ruritania" and "Bank Of Ruritania" inside sentences.

    Some desks give a bare particle a capital that it has not behind a given name ("Pieter van Aalten", "Mr Van Aalten"); none does it the other way round.
    """
    text = document.text
    printed = document.lowercase
    both = [p for p, capital in _CAPITALISED.items() if capital in printed and p in printed and f" {capital} " in text and f" {p} " in text]
    uses: dict[str, dict[tuple[str, bool], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for at in sorted(at for p in both for at in _places(document, p)):
        m = _PART.match(text, at)
        after = m and _BEHIND.match(text, m.end())
        if not m or not after or document.zone_at(at).kind in _HEADS or _of_slides(document, at) or _is_titled(document, at):
            continue
        if m[1].lower() in _INNER and (document.quotation_at(at) is not None or text[document.zone_at(at).span.end - 1] not in _STOPS):
            continue
        before = _BEFORE.search(text, max(0, at - 24), at)
        named = before is not None and before[0].rstrip(" .") not in TITLES and before[0].rstrip().lower() not in CALENDAR \
            and not (before.start() in document.sentence_openings and before[0].rstrip().lower() in FUNCTION_WORDS)
        name = f"{before[0] if before and m[1].lower() in _INNER else ''}{m[1].lower()} {after[0].removesuffix('’s')}"
        uses[name][m[1], named and m[1].lower() not in _ARABIC].append(Span(at, after.end()))
    for forms in uses.values():
        yield from _two_patterns(number, forms)


def _is_titled(document: Document, at: int) -> bool:
    """Is it in quotation marks, among words most of which have a capital, as in the title of a book? What somebody says is spelt by the desk."""
    quoted = document.quotation_at(at)
    words = [w for w in document.text[slice(*quoted.span)].split() if len(w) > _LEAST - 1] if quoted is not None else []
    return sum(w.lstrip("\"'“‘")[:1].isupper() for w in words) * 2 > len(words)


def _places(document: Document, part: str) -> Iterator[int]:
    """Where a part of a name may stand with a capital or without; a word of sentences only in names that have it with a capital somewhere."""
    text = document.text
    capitals = [at + 1 for at in occurrences(text, f" {part.capitalize()} ")]
    if part not in _INNER:
        yield from capitals
        yield from (at + 1 for at in occurrences(text, f" {part} "))
        return
    for name in {found[0] for at in capitals if (found := _NAMED.match(text, max(text.rfind(" ", 0, at - 1), text.rfind("\n", 0, at - 1)) + 1))}:
        first, _, last = name.partition(f" {part.capitalize()} ")
        size = len(first) + 1
        yield from (at + size for word in (part, part.capitalize()) for at in occurrences(text, f"{first} {word} {last}"))


_NAMED = re.compile(r"[A-Z][\w’-]* [A-Z][a-z]+ [A-Z][\w’-]*")


def _two_patterns(number: int, forms: dict[tuple[str, bool], list[Span]]) -> Iterator[Conflict]:
    """The rarer pattern against the other, both behind a given name, both without one, or small alone where the full name has a capital."""
    for one, other in permutations(forms, 2):
        small, big = one[0], other[0]
        if small.islower() and not big.islower() and (one[1] == other[1] or other[1]):
            odd, usual = sorted((forms[one], forms[other]), key=lambda s: (len(s), -s[0].start))
            yield Conflict((Place(number, odd[0]), Place(number, usual[0])), {"count": str(len(odd)), "total": str(len(usual))})
            return


CHECKS = {"case": Check(Params, _case)}
