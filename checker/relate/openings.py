"""On which day a meeting, a match or a show begins: "the first Test, which starts on Friday", "begins a four-day match in Sydney on Thursday", "Thursday's first Test"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.model import Date, Mention, Relation, Span
from checker.structure.document import Document
from checker.structure.words import alternatives

# what is set for a day; of these one text often tells several, so that only those called by the same words, or said to begin, are held together
_NOUNS = frozenset("""match Test test game final semi-final semifinal quarter-final quarterfinal race derby opener bout fight tie fixture replay playoff play-off
tournament championship championships series festival fair exhibition show congress convention conference summit inquest inquiry trial strike walkout
parade carnival concert auction regatta marathon rally tour campaign referendum election ballot expo symposium hearing hearings cup""".split())
_BEGIN = "begin begins beginning began start starts starting started open opens opening opened kick kicks kicking kicked commence commences get gets got".split()
_BEGINS = frozenset(_BEGIN)
_COMPOUNDS = frozenset(noun for noun in _NOUNS if "-" in noun)
_BEFORE = 110  # characters before a weekday in which its event is told
_ORDERED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth final last opening closing next previous earlier another other new decisive deciding".split())
_PLAIN = re.compile(r"[A-Za-z][\w’'-]*")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    noun = rf"(?P<noun>{alternatives(_NOUNS)})(?![\w-])"
    mods = r"(?P<mods>(?:(?!and |or |of |in |at |for |the |on )[A-Za-z0-9][\w’'-]* ){0,4}?)"
    det = r"(?<![\w-])(?P<det>[Tt]he|[Tt]his|[Aa]n?|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[A-Z][\w-]+[’']s?|[a-z]+[’']s?) "
    begins = r"(?:(?:will |would |to |due to |set to |scheduled to |is |was |are |were |that |which |who |it |and )*(?:begins?|beginning|began|starts?|starting|started|opens?|opening|opened|" \
             r"kicks? off|kicking off|kicked off|commences?|gets? under way|got under way))"
    place = r"(?:(?: (?:in|at|here|there|against|with|between|of|for|into|to|on the|near)(?: (?!and |but |who |which |that |when |after |before )[\w.’'-]+){0,5}){0,3})"
    held = r"(?:,? (?:is|was|are|were|will be|takes place|took place|will take place|is to be held|will be held|was held)(?: set| due| scheduled| planned)?(?: for)?)"
    day = r",?(?: here| there)?(?: early| late)?(?: on)? $"
    return (re.compile(rf"(?:['’]s)? {mods}{noun}"),
            re.compile(rf"{det}{mods}{noun}{place},? {begins}{place}{day}"),
            re.compile(rf"{begins} (?P<det>the|an?|their|its|his|her) {mods}{noun}{place}{day}"),
            re.compile(rf"{det}{mods}{noun}{place}(?P<held>{held})?{place}{day}"))


def openings(document: Document, dates: Sequence[Mention]) -> Iterator[Relation]:
    """Relations opening (day, what): `facts` has the noun, the words before it, "the", "a" or "of" for how it is pointed at, and whether it begins then."""
    nouns = _NOUNS & document.lowercase
    if not nouns and "Test" not in document.text:
        return
    text = document.text
    days = [m for m in dates if isinstance(m.value, Date) and m.value.weekday is not None and m.value.day is None]
    if len({m.value.weekday for m in days if isinstance(m.value, Date)}) < 2:
        return
    of, begun, begins, on = _patterns()
    for m in days:
        sentence = document.sentence_at(m.span.start)
        if text.startswith(("'s ", "’s "), m.span.end) and (found := of.match(text, m.span.end, sentence.end)) is not None:
            yield _relation(text, m, found, Span(m.span.start, found.end()), "of", "yes" if _FIRST.search(found["mods"]) else "")
            continue
        start = max(sentence.start, m.span.start - _BEFORE)
        stretch = text[start:m.span.start]
        if not any(map(stretch.__contains__, (*nouns, *_COMPOUNDS))):
            continue
        words = _PLAIN.findall(stretch)
        if _NOUNS.isdisjoint(words):
            continue
        found, way = None, ""
        if not _BEGINS.isdisjoint(words):
            found, way = begun.search(text, start, m.span.start) or begins.search(text, start, m.span.start), "yes"
        if found is None:
            found = on.search(text, start, m.span.start)
            way = "yes" if found is not None and found["held"] else ""
        if found is not None:
            yield _relation(text, m, found, Span(found.start("mods"), m.span.end), "a" if found["det"] in ("a", "an", "A", "An") else "the", way)


_FIRST = re.compile(r"\b(?:start|opening) of\b")


def _relation(text: str, day: Mention, found: re.Match[str], where: Span, how: str, begins: str) -> Relation:
    words = [w.lower() for w in found["mods"].split()]
    kept = [w for w in words if w not in ("start", "of", "the")]
    what = Mention("date", where, text[where.start:where.end], day.value)
    order = " ".join(sorted(w for w in kept if w in _ORDERED))
    return Relation("opening", (("day", day), ("what", what)), {
        "noun": found["noun"].lower(), "modifiers": " ".join(kept), "order": order, "how": how, "begins": begins})
