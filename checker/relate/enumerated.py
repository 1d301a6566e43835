"""What is announced by number and told one by one: "three steps. The first … The second …", "12 myths" over 1. to 10., "all four of whom" behind three names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from checker.data.units import ONES, ORDINALS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.groups import names_before
from checker.relate.stems import stem
from checker.structure.document import Document
from checker.structure.words import occurrences

_FAR = 1  # sentences from the announcement to the first
_BEHIND = 1500  # characters behind the last told in which one more may come
_UNTOLD = re.compile(r"(?<![\w-])(?:finally|lastly|last|final|another|others?|also|plus|meanwhile|in addition)(?![\w-])", re.I)
_NO_ITEMS = frozenset("time day hour week month year minute person people percent point seat vote decade game match round term inning quarter set race".split())
_NUMBER = re.compile(r"[#(]?(\d{1,2})(?:[.)](?=\s)|: )")
_NUMBER_BEGINS = frozenset("#(123456789")
_LEAST_NUMBERED = 3
_BEFORE_COLON = 60  # characters from the announcement to the colon before the first number
_HEADS = frozenset({"", "the", "top", "the top", "here are", "these are"})
_ONES = "|".join(w for w in ONES if ONES[w] in range(2, 10))
_OF_THEM = re.compile(r" of (?:whom|which|them)(?![\w-])")
_ALL_NINE = 9  # characters of "all seven"
_AGAIN = ("hese ", "hose ")
_SOME = ("irst ", "last ", "next ", "ther ")  # of more
_FIRST = ("The first ", "First")
# what is counted off with "first, … second, …": nouns that stand for what is said, done or thought
SHELLS = frozenset("""reason thing way problem question point step option factor goal lesson rule condition demand argument issue fact idea proposal suggestion
possibility explanation claim mistake principle challenge theory scenario choice objection fault flaw lie myth takeaway change action measure task aim
area priority advantage benefit concern consideration message response cause sign requirement""".split())
# nouns that stand for each other when what was told is counted again
_SAME = {stem(w): words.split()[0] for words in ("reason factor cause argument explanation", "step action measure move", "condition demand requirement",
                                                 "question issue problem topic challenge", "option choice alternative scenario", "lesson principle rule point")
         for w in words.split()}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    ordinals = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth"
    step = re.compile(rf"[“\"]?(?:(?:The ({ordinals.lower()})(?= (?!(?:time|lady|half|quarter|day|year|week|round|term|amendment|place|of|{_ONES})(?![\w-]))[a-z]+(?![\w-]))|({ordinals})(?:ly)?(?=, |: |, “| is that ))"
                      r"|(Finally|Lastly|The (?:last|final)(?= (?:is|was|would|will|has|one|[a-z]+(?:s|ed))(?![\w-])))(?=[, ]))")
    every = re.compile(rf"(?:all ({_ONES})|both)$")
    again = re.compile(r"(?:all |all of )?(?:these|those) $", re.I)
    return step, every, again


def enumerated(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items) of what is told in sentences or lines of its own, or counted behind its names."""
    words = document.lowercase
    if "whom" in words or ("them" in words and "both" in words):
        yield from _counted_behind(document)
    counts = [m for m in announced if isinstance(m.value, Quantity) and m.value.dimension == "count" and not m.value.hedge and m.value.unit not in _NO_ITEMS]
    if not counts:
        return
    yield from _numbered(document, counts)
    if ("second" in words or "Second" in words or "Secondly" in words) and ("first" in words or "First" in words or "Firstly" in words):
        yield from _in_sentences(document, counts)
    yield from _told_again(document, counts)


def _relation(announced: Mention, items: Mention, count: int) -> Relation:
    return Relation("list", (("announced", announced), ("items", items)), {"least": str(count), "most": str(count)})


def _counted_behind(document: Document) -> Iterator[Relation]:
    """ "A, B and C, both of whom"."""
    text = document.text
    for of in _OF_THEM.finditer(text):
        m = _patterns()[1].search(text, max(0, of.start() - _ALL_NINE), of.start())
        if m is None:
            continue
        number = ONES[m[1]] if m[1] else 2
        found = names_before(document, len(text[:m.start()].rstrip(" -—–,")))
        if found is not None:
            value = Quantity(Decimal(number), Decimal(number), "count")
            span, names = Span(m.start(), of.end()), found[0]
            roles = (("announced", span), ("items", names))
            yield Relation("list", tuple((role, Mention("quantity", s, text[s.start:s.end], value)) for role, s in roles),
                           {"least": str(found[1][0]), "most": str(found[1][1])})


def _in_sentences(document: Document, counts: Sequence[Mention]) -> Iterator[Relation]:
    """ "three steps. The first … The second …": each in a sentence of its own, the first soon after the announcement."""
    text, step, opens = document.text, _patterns()[0], document.sentence_openings
    if not any(at in opens or at - 1 in opens for first in _FIRST for at in occurrences(text, first)):
        return
    steps = [(i, m) for i, s in enumerate(document.sentences) if text[s.start:s.start + 1] in "FSTEL“\"" and (m := step.match(text, s.start))]
    for at, (index, m) in enumerate(steps):
        if _ordinal(m) != 1:
            continue
        before = [c for c in counts if index - _FAR <= document.sentence_index(c.span.start) < index and not text.endswith(_SOME, 0, c.span.start)]
        if not before:
            continue
        told, last = 1, m
        for _, then in steps[at + 1:]:
            if then.start() - last.start() > _BEHIND or _ordinal(then) not in (told + 1, 0):
                break
            told, last = told + 1, then
            if _ordinal(then) == 0:
                break
        q = before[-1].value
        assert isinstance(q, Quantity)
        if told > 1 and (m[1] or q.unit in SHELLS) and (told > q.low or _ordinal(last) == 0 or _none_behind(document, last, told)):
            yield _relation(before[-1], Mention("quantity", Span(*last.span()), last[0], q), told)


def _ordinal(m: re.Match[str]) -> int:
    """The ordinal with which a sentence begins; 0 for the last."""
    word = m[1] or m[2]
    return int(ORDINALS[word.lower()]) if word else 0


def _none_behind(document: Document, last: re.Match[str], told: int) -> bool:
    """Does nothing behind the last item look like one more?"""
    text, at = document.text, last.end()
    following = next(w for w, n in ORDINALS.items() if n == told + 1)
    zone = document.zone_index(at)
    end = document.zones[zone].span.end
    if zone + 1 < len(document.zones):
        end = document.sentence_at(document.zones[zone + 1].span.start).end
    return following not in text[at:at + _BEHIND].lower() and not _UNTOLD.search(text, at, end)


def _told_again(document: Document, counts: Sequence[Mention]) -> Iterator[Relation]:
    """ "four reasons … those three factors"."""
    text, again = document.text, _patterns()[2]
    for i, m in enumerate(counts):
        q = m.value
        assert isinstance(q, Quantity)
        if not text.endswith(_AGAIN, 0, m.span.start) or (noun := stem(q.unit)) not in _SAME:
            continue
        for other in reversed(counts[:i]):
            p = other.value
            assert isinstance(p, Quantity)
            if m.span.start - other.span.end > _BEHIND:
                break
            start = again.search(text, max(0, m.span.start - 14), m.span.start)
            if start is not None and _SAME.get(stem(p.unit)) == _SAME[noun]:
                span = Span(start.start(), m.span.end)
                yield _relation(other, Mention("quantity", span, text[span.start:span.end], q), int(q.low))
                break


def _numbered(document: Document, counts: Sequence[Mention]) -> Iterator[Relation]:
    """ "12 myths" in the headline or right before the first, and paragraphs numbered from 1 to 10, or from 10 down to 1."""
    text = document.text
    for announced in counts:
        zone = document.zone_index(announced.span.start)
        kind, (start, end) = document.zones[zone]
        told = kind == "headline" and text[start:announced.span.start].strip(" “\"‘'").lower() in _HEADS
        found = _paragraphs(document, zone + 1) if told or text[end - 1:end] == ":" and end - announced.span.end < _BEFORE_COLON else None
        if found is not None:
            mark, number = found
            yield _relation(announced, Mention("quantity", Span(*mark.span()), mark[0], announced.value), number)
            return


def _paragraphs(document: Document, first: int) -> tuple[re.Match[str], int] | None:
    """The number of the last of the numbered paragraphs, and how many they are; None where one of them is missing."""
    text = document.text
    marks = [m for z in document.zones[first:] if text[z.span.start:z.span.start + 1] in _NUMBER_BEGINS and (m := _NUMBER.match(text, z.span.start, z.span.end))]
    numbers = [int(m[1]) for m in marks]
    wanted = list(range(1, len(marks) + 1))
    if len(marks) < _LEAST_NUMBERED or numbers not in (wanted, wanted[::-1]):
        return None
    last, following = marks[-1], str(len(marks) + 1)
    if any(text.startswith(following, z.span.start) and not text[z.span.start + len(following)].isalnum() for z in document.zones[first:] if z.span.end - z.span.start > len(following)):
        return None  # goes on in another form: "5 (and 6 and 7)"
    questions = [text[m.start():text.find("\n", m.end()) + 1 or len(text)].rstrip().endswith("?") for m in marks]
    if questions[-1] and not any(questions[:-1]):
        return None  # turns to the reader at the end
    return last, len(marks)
