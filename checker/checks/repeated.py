"""Check `repeated`: the same words twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from checker.checks.alike import alike
from checker.checks.base import Check, occurrences
from checker.checks.briefly import told_twice
from checker.checks.doubled import begun, groups
from checker.checks.kinds import ALREADY, ALSO, AN, PARTICLE, STILL, THE, A, kinds, recurring
from checker.data.english import FUNCTION_WORDS
from checker.findings import Conflict, Place, Repair
from checker.link.ledger import Ledger
from checker.model import Span
from checker.records import NamedTuple
from checker.structure.document import Document

_DOUBLED = re.compile(r"(?<![\w’'.-])([A-Za-z]+)[ \t]+\1(?![\w’'-])", re.I)
_WHOSE_TITLE = re.compile(r"(?<![\w’'.-])(?:the|an?) [\"“‘](?:The|An?)(?= [^\"“”\n]{1,60}[.,;!?]?[\"”’](?:\n|[.,;:!?]|$| [^a-z]))")  # no noun behind it that takes the first article
# the subject again behind its apposition: "Smith, R-Ohio, Smith said"
_SUBJECT_AGAIN = re.compile(r", ([A-Z][\w’'-]{3,}) [a-z]")
_BETWEEN_SUBJECTS = 70  # characters
_SUBJECT = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]{3,}), (?:[DRI]-[^,\n]{2,20}|\d\d|(?:who|the|an?) [^,.;:()–—\n]{3,60}), (\1 [a-z]+)")
_ARTICLES = re.compile(r"(?<![\w’'.-])(?:the|an?) (?:the|an)(?= [A-Za-z])")
# an adverb on both sides of a verb, a verb on both sides of its particle: what is left when a sentence is turned round
_STRADDLED = re.compile(r"(?<![\w’'.-])(?:(also|enough|already|still|additional)((?: [a-z]+| [$£€]?\d[\d,.]*){1,3}) \1|([a-z]{3,}) (?:up|out|off|down|away) \3)(?![\w’'-])")
_JOINING = frozenset("but and or is if so in of for to than as that the with".split())
_ARTICLE_PAIRS = {f"{a} {b}": bytes((one, two)) for a, one in (("the", THE), ("a", A), ("an", AN)) for b, two in (("the", THE), ("an", AN))}
_ARTICLE = bytes(code in (THE, A, AN) for code in range(256))
_TWO = bytes((True, True))
_TWICE = {"also": bytes((ALSO,)), "already": bytes((ALREADY,)), "still": bytes((STILL,)), "enough": b"", "additional": b""}
_LITTLE = 300_000  # words times characters up to which each word is looked for in the whole text
_ASIDE = 16  # words from an adverb to its repetition, at most; a figure is several
_PARTICLE_KIND = bytes((PARTICLE,))
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# right in English, or said twice on purpose
_RIGHT = frozenset("had that very no so bye ha really many much far long more never ever again now again yes well please "
                   "blah knock go there big old too what who win over on in and up is was".split())
_STRICT = frozenset("the a an of to and in is was for with on at by from or but be it he they we this his her their as are "
                    "were has have will would not which who its than into".split())
_PARTICLE = frozenset("in on over up is was it".split())
_STRANDED = frozenset("in on for with at".split())
_LEFT = re.compile(r"(?:ing|ed|en|ught|ood|eld)$")  # a verb's form that leaves its preposition at the end of a clause
_BEFORE_OBJECT = frozenset("on of at to for with about from by in over through see saw do did".split())
_FINITE = frozenset("is was will would can could has had may might must should does did isn't wasn't won't".split())
_SUBJECTS = frozenset("he she they we I it there the a an his her their its our these those".split())  # behind "that", not behind "that that"
_NEXT_WORD = re.compile(r" ([A-Za-z’']+)")
# verbs that take "in" or "on" as a particle, before a time or place with the same word
_PHRASAL = frozenset("sworn swore brought broke broken took taken gave given went gone held kept caught hung stuck cut let kick set come go turn log check step move cash hand phas phase break tun tune chime chim weigh settle opt "
                     "plug sink fill join start hold carry drag hang pass go tak take put sign pour clos close zero hon cav vot decid".split())
_CLEFT = re.compile(r"\b(?:what|whatever|how|all|thing|problem|question|point|reason|truth|fact|issue|answer)\b[^,;:.]{0,60}$", re.I)  # "what it is is"
# what a page says to its readers, not the article
_PAGE = re.compile(r"\b(?:your inbox|newsletters?|our journalism|best photos|sign up|subscribe)\b", re.I)
# labels of a page's pictures, and whose they are
_PICTURES = re.compile(r"(?<!\w)(?:(?:hide|toggle|show) caption|view slideshow|enlarge this image)(?!\w)|\((?:photo|image|picture|credit)s?:|\| ?(?:getty|ap|afp|reuters)(?!\w)", re.I)
_ON = 5  # paragraphs
_MOST = 2 / 3  # of an article's paragraphs, each of one sentence
_TOP = 3  # paragraphs in which a page's teaser stands
_NUMBERED = re.compile(r"\s*(?:[IVXLC]+|\d{1,2}|[a-zA-Z])[.)]\s|\s*[•·*–—-]\s")  # items of a list are built alike
_ADDRESS = re.compile(r"\w@\w+\.\w|https?:|www\.")
_TITLE_OPENS = ("The", "A")
_GAPS = (" ", "  ", "   ")


class Params(NamedTuple):
    """`words`: length from which a sentence is no refrain; `share`: how much of two sentences agrees when one is the other's update;

    `begun`: how many words of their beginning when the rest is other.
    """

    words: int = 8
    share: float = 0.75
    begun: int = 12


def _words(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        for m in _straddled(document):
            if m[3] not in FUNCTION_WORDS if m[3] else not (_JOINING - {"in", "of"} if m[1] == "additional" else _JOINING) & set(m[2].split()):
                yield Conflict((Place(number, Span(m.start(), m.end())),), {"kind": "word"}, likely=True)
        for m in (*_titles(document), *_subjects(document.text)):
            yield Conflict((Place(number, Span(m.start(), m.end())),), {"kind": "word"}, likely=True)
        for found in filter(None, (_doubled(document), _two_articles(document))):
            often = Counter(m[0].lower() for m in found)
            spoken = {z for z, n in Counter(document.zone_index(m.start()) for m in found).items() if n > 2}  # as it was said, written down
            for m in found:
                if document.zone_index(m.start()) in spoken or document.zone_at(m.start()).kind in ("credit", "byline") or not _slip(document, m) or _on_purpose(document, m, often):
                    continue
                likely = m.group().split()[0].lower() not in _STRICT or _is_stranded(document, m)
                yield Conflict((Place(number, Span(m.start(), m.end())),), {"kind": "word"}, likely=likely, repair=_once(number, m, likely))


def _once(number: int, m: re.Match[str], likely: bool) -> Repair | None:
    """The word once; which of two different articles is meant is for the editor to say."""
    one, two = m.group().split()
    if one.lower() != two.lower():
        return None
    return Repair(((Place(number, Span(m.end() - len(m.group()) + len(one), m.end())), ""),), not likely, "the word once")


def _on_purpose(document: Document, m: re.Match[str], often: Counter[str]) -> bool:
    """A word three times running is emphasis, and one doubled all over the text is a label of the page."""
    word = m[0].split()[0].lower()
    before, after = document.text[max(0, m.start() - 30):m.start()].lower().split(), document.text[m.end():m.end() + 30].lower().split()
    return word not in _STRICT and (often[m[0].lower()] > 2 or before[-1:] == [word] or after[:1] == [word])


def _straddled(document: Document) -> Iterator[re.Match[str]]:
    """What `_STRADDLED.finditer` finds, tried only where its middle stands or its adverb stands twice."""
    plain, counts, row = document.plain, document.counts, kinds(document)
    twice = [w for w, kind in _TWICE.items() if counts.get(w, 0) > 1 and (not kind or any(b - a <= _ASIDE for a, b in pairwise(occurrences(row, kind))))]
    starts = [at for w in twice for at in document.places(w)]
    words = document.plain_words
    between = {words[i] for i in occurrences(row, _PARTICLE_KIND) if words[i - 1:i] == words[i + 1:i + 2]}
    for word in (between | {"away"} if "away" in counts else between):
        middle = f" {word} "
        for at in occurrences(plain, middle):
            start = plain.rfind(" ", max(0, at - 40), at) + 1
            if at - start > 2 and plain.startswith(plain[start:at], at + len(middle)):
                starts.append(start)
    return _matches(_STRADDLED, document.text, starts)


def _titles(document: Document) -> Iterator[re.Match[str]]:
    """What `_WHOSE_TITLE.finditer` finds, tried only where a quotation inside a sentence begins with an article."""
    text = document.text
    places = [q.span.start - 1 for q in document.quoted if text.startswith(_TITLE_OPENS, q.inner.start)]
    return _matches(_WHOSE_TITLE, text, [at - len(word) for at in places for word in ("the", "an", "a") if text.endswith(word, 0, at)])


def _subjects(text: str) -> Iterator[re.Match[str]]:
    """What `_SUBJECT.finditer` finds, tried only where a name stands between commas and the same name before it."""
    starts: set[int] = set()
    for again in _SUBJECT_AGAIN.finditer(text):
        name = again[1] + ", "
        at = text.rfind(name, max(0, again.start() - _BETWEEN_SUBJECTS - len(name)), again.start() + 1)
        while at >= 0:
            starts.add(at)
            at = text.rfind(name, max(0, again.start() - _BETWEEN_SUBJECTS - len(name)), at)
    return _matches(_SUBJECT, text, starts)


def _doubled(document: Document) -> list[re.Match[str]]:
    """What `_DOUBLED.finditer` finds, tried only where a word, by its number, has itself for a neighbour, whatever marks between: of many such words in their paragraphs."""
    every = document.plain_words
    twice = [at - 1 for at in occurrences(recurring(document, 1), b"\0", 1) if every[at] == every[at - 1]]
    if not twice:
        return []
    plain, zones = document.plain, document.zones
    starts: set[int] = set()
    words = {word for i in twice if (word := every[i]).isalpha()}
    if len(words) * len(plain) <= _LITTLE:
        starts.update(at for word in words for gap in _GAPS for at in occurrences(plain, word + gap + word))
        return list(_matches(_DOUBLED, document.text, starts))
    firsts = document.words_before(z.span.start for z in zones)
    for i in twice:
        word, (start, end) = every[i], zones[max(0, bisect_right(firsts, i) - 1)].span
        starts.update(at for gap in _GAPS for at in occurrences(plain, word + gap + word, start, end))
    return list(_matches(_DOUBLED, document.text, starts))


def _two_articles(document: Document) -> list[re.Match[str]]:
    """What `_ARTICLES.finditer` finds."""
    row = kinds(document)
    if _TWO not in row.translate(_ARTICLE):
        return []
    found = [at for pair, both in _ARTICLE_PAIRS.items() if both in row for at in occurrences(document.plain, pair)]
    return list(_matches(_ARTICLES, document.text, found)) if found else []


def _matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches at those offsets, in order, none over another."""
    end = 0
    for start in sorted(starts):
        if start >= end and (m := pattern.match(text, start)):
            end = m.end()
            yield m


def _slip(document: Document, m: re.Match[str]) -> bool:
    one, two = m.group().split()
    if one.lower() != two.lower():
        return True  # two articles
    word = one.lower()
    if one != one.lower() and two[0].isupper():
        return False  # a name ("Bora Bora") or a headline
    if two[0].isupper() and one[0].islower():
        return False  # "in In These Times"
    if word in _STRICT:
        return word not in _PARTICLE or not _parts(document, m)
    if word == "that":
        return (after := _NEXT_WORD.match(document.text, m.end())) is not None and after[1] in _SUBJECTS
    if word in _RIGHT or len(word) < 3:
        return False
    return word not in _RIGHT and document.quotation_at(m.start()) is None


def _parts(document: Document, m: re.Match[str]) -> bool:
    """May a particle end one phrase and open the next ("what it is is", "logged on on Monday")?"""
    text = document.text
    if m[1].lower() in ("is", "was"):
        return _CLEFT.search(text, document.sentence_at(m.start()).start, m.start()) is not None
    before = text[max(0, m.start() - 12):m.start()].split()
    if m[1].lower() == "it":  # "when we look back on it it will be a lot"
        after = _NEXT_WORD.match(text, m.end())
        return bool(before) and before[-1].lower() in _BEFORE_OBJECT and after is not None and after[1].lower() in _FINITE
    return bool(before) and before[-1].lower().removesuffix("s").removesuffix("ed").removesuffix("ing") in _PHRASAL or \
        bool(before) and before[-1].lower() in ("it", "he", "she", "this", "that", "problem", "logged", "turned", "moved",
                                                   "go", "goes", "going", "went", "come", "comes", "came", "get", "tune", "tuned")


def _is_stranded(document: Document, m: re.Match[str]) -> bool:
    """May a verb have left the first of the two behind ("what she has been waiting for for years")? Most such pairs are slips all the same."""
    before = document.text[max(0, m.start() - 12):m.start()].split()
    return m.group().split()[0].lower() in _STRANDED and bool(before) and _LEFT.search(before[-1]) is not None


def _sentences(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """A sentence that stands twice; evidence is cut at the paragraph when whole paragraphs repeat."""
    for number, analysis in enumerate(ledger.analyses):
        document = analysis.document
        for later, first in told_twice(document, params.words):
            yield Conflict((Place(number, later), Place(number, first)), {"kind": "sentence"}, likely=True)
        same, near = alike(document, params.words, params.share)
        ended = [pair for pair in begun(document, params.begun) if pair not in near]
        if not same and not near and not ended:
            continue
        page = _shown_twice(document, {document.zone_index(x.start) for pair in (*same, *near, *ended) for x in pair})
        told = set(page)
        for line, before in same:
            zone = document.zone_index(line.start)
            if zone not in told and document.zone_index(before.start) not in page and (not _apart(document, line, before) or _line_by_line(document) or _told_on(document, line, before)):
                told.add(zone)
                yield Conflict((Place(number, line), Place(number, before)), {"kind": "sentence"}, likely=True)
        for line, before in (*near, *ended):
            zone = document.zone_index(line.start)
            if zone not in told and document.zone_index(before.start) not in page | {zone} and ((line, before) in ended or not _apart(document, line, before) or not _may_be_pulled(document, line, before)) \
                    and not _names_differ(document, line, before) and not _items(document, line, before):
                told.add(zone)
                yield Conflict((Place(number, line), Place(number, before)), {"kind": "sentence, reworded"},
                               (f"{round(100 * _share(document, line, before))}% of their words agree",), likely=True)


def _apart(document: Document, a: Span, b: Span) -> bool:
    """Is one of them a paragraph of its own and the other not, as a sentence pulled out of the text is?"""
    alone = [zone.end - x.end < 3 and x.start - zone.start < 3 for x in (a, b) for zone in [document.zone_at(x.start).span]]
    return alone[0] != alone[1]


def _line_by_line(document: Document) -> bool:
    """Are most paragraphs of one sentence, as on the wire? Where they are, one that stands alone is not set off by it."""
    known: bool | None = document.memo.get(_line_by_line)
    if known is None:
        own = [z.span for z in document.zones if z.kind == "body"]
        known = document.memo[_line_by_line] = sum(document.sentence_index(start) == document.sentence_index(end - 1) for start, end in own) >= _MOST * len(own)
    return known


def _told_on(document: Document, later: Span, earlier: Span) -> bool:
    """Is the earlier one the paragraph of its own and the later one near it? What is pulled out of a text stands farther off, or behind."""
    here = document.zone_at(earlier.start).span
    return here.end - earlier.end < 3 and document.zone_index(later.start) - document.zone_index(earlier.start) <= _ON


def _may_be_pulled(document: Document, a: Span, b: Span) -> bool:
    """Has one of two sentences a word more at its head or names its people in full, as a sentence pulled out of the text must stand by itself?"""
    one, two = (document.text[slice(*x)].split() for x in (a, b))
    return one[:1] != two[:1] or all(w[0].isupper() for w in set(one) ^ set(two))


def _shown_twice(document: Document, asked: set[int]) -> set[int]:
    """Of those paragraphs the ones that are the page's, not the article's: notices to the reader, and captions that all stand twice running."""
    zones = document.zones
    page = {z for z in asked if any(p.search(document.text, *zones[z].span) for p in (_PAGE, _ADDRESS, _PICTURES))}
    page |= {z for z in asked if 0 < z <= _TOP and _teaser(document, z)}
    texts = [document.text[z.span.start:z.span.end] for z in zones]
    twice = [i for i in range(1, len(zones)) if texts[i] == texts[i - 1]]
    return page | set(twice if len(twice) > 1 else ())


def _teaser(document: Document, zone: int) -> bool:
    """Does the paragraph end in the headline, said in other words, as what a page shows of an article elsewhere does?"""
    span = document.zones[zone].span
    last = document.sentence_at(span.end - 1)
    words, head = (set(document.plain[x.start:x.end].split()) for x in (last, document.zones[0].span))
    open_end = document.text[span.end - 1] not in ".!?”\"’)" or document.text.endswith(("...", "…"), span.start, span.end)
    return document.zones[0].kind == "headline" and open_end and last.start > span.start and len(words) > 2 and len(words & head) > 0.6 * len(words)


def _items(document: Document, a: Span, b: Span) -> bool:
    """Do both stand in numbered or bulleted paragraphs?"""
    return all(_NUMBERED.match(document.text, document.zone_at(x.start).span.start) for x in (a, b))


def _names_differ(document: Document, a: Span, b: Span) -> bool:
    """Do both have a name that the other lacks, as lists of parallel sentences do?"""
    names = [{w.group() for w in _WORD.finditer(document.text, x.start + 1, x.end) if w.group()[0].isupper()} for x in (a, b)]
    return bool(names[0] - names[1]) and bool(names[1] - names[0])


def _share(document: Document, a: Span, b: Span) -> float:
    """How much of the content words of both each has."""
    one, two = (frozenset(document.plain[x.start:x.end].split()) - FUNCTION_WORDS for x in (a, b))
    return len(one & two) / max(1, len(one | two))


def _run(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    yield from _words(ledger, params)
    for number, analysis in enumerate(ledger.analyses):
        yield from groups(number, analysis.document)
    yield from _sentences(ledger, params)


CHECKS = {"words": Check(Params, _run)}
