"""Rows told beside their number in one sentence: "four issues, namely a, b and c", "the top four marks were …ing, …ing and …ing", "it was dear, it was slow and it was ugly", "five witnesses, all pilots: A, who …; B, …; and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.data.english import FUNCTION_WORDS
from checker.model import Mention, Relation, Span
from checker.relate.enumerated import SHELLS
from checker.relate.gaps import quantity
from checker.relate.lists import bounds
from checker.structure.document import Document

_REACH = 160  # characters from a number to its colon
_FEWEST = 3


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "namely": re.compile(r"(?: (?!and |or )[A-Za-z’'-]+){0,5}?(?:,|:| [—–]| --?) namely:? (?:the )?"),
        "were": re.compile(r"(?: (?:of|for|to|in|behind|against)(?: [a-z’'-]+){1,6})? (?:are|were):? (?=[a-z]+ing )"),
        "top": re.compile(r"\b(?:top|main|biggest|best|worst|key|chief|most [a-z]+) $"),
        "aside": re.compile(r"(?P<noun>(?: (?!and |or )[a-z’'-]+){0,5}?)(?P<aside>, (?:all|each|both|every one|most|some)(?: (?:of (?:them|whom)|who|with))? [^.;:()“”\"\d]{3,100})?: (?=[A-Z])"),
        "colon": re.compile(r"(?: [a-z’'-]+){0,6}?(?::| [—–]| --) (?=(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[Ww]e) )"),
        "part": re.compile(r"\b(?:of|least|most|than|another|other|first|last|next|about|some|nearly|over|to) (?:the |its |their |his |her |these |those )?$", re.I),
        "some": re.compile(r"\b(?:includ\w+|such as|among|etc|for example|for instance|notably|especially|one of)\b", re.I),
        "named": re.compile(r"(?:and |or )?(?:(?!he |she |it |they |in |on |at |for |when )[a-z’'-]+ ){0,4}[A-Z]"),
        "ing": re.compile(r"[a-z]{2,}ing (?=\S)"),
        "and": re.compile(r",? (?:and|or) (?=[a-z]+ing )"),
        "end": re.compile(r"[;?!:]|[—–]| --?(?= )|$"),
        "of them": re.compile(r"(?:(?<=, )|(?<= and )|^)(?:its|his|her|their|the|an?) "),
        "next": re.compile(r", (?:and |or )?| (?:and|or) "),
    }


def rows(document: Document, announced: Sequence[Mention], taken: set[Span]) -> Iterator[Relation]:
    """Relation "list" (announced, items) of counts that nothing else answers; `taken` are those that something does."""
    for m in announced:
        q = quantity(m)
        if q.hedge or not q.noun or m.span in taken or _patterns()["part"].search(document.text, max(0, m.span.start - 22), m.span.start):
            continue
        sentence = document.sentence_at(m.span.start)
        found = _namely(document.text, m, sentence.end) or _deeds(document.text, m, sentence.end) or _described(document.text, m, sentence.end) or _clauses(document.text, m, sentence.end)
        if found is not None:
            span, (least, most) = found
            items = Mention("quantity", span, document.text[span.start:span.end], m.value)
            yield Relation("list", (("announced", m), ("items", items)), {"least": str(least), "most": str(most)})


def _stretch(text: str, start: int, end: int) -> str:
    """What stands from an offset up to the end of the sentence, or the mark before it that closes a list."""
    found = _patterns()["end"].search(text, start, end)
    return text[start:found.start() if found else end].rstrip(" .,\n”\"")


def _namely(text: str, m: Mention, end: int) -> tuple[Span, tuple[int, int]] | None:
    """ "four issues, namely wages, hours and pensions"."""
    opened = _patterns()["namely"].match(text, m.span.end, end) if text.find(" namely", m.span.end, m.span.end + 60) >= 0 else None
    if opened is None:
        return None
    words = _stretch(text, opened.end(), end)
    told = bounds(_patterns()["of them"].sub("", words))
    return (Span(opened.end(), opened.end() + len(words)), told) if told and words else None


def _deeds(text: str, m: Mention, end: int) -> tuple[Span, tuple[int, int]] | None:
    """ "the top four marks of a good boss were keeping calm, paying on time and making plans": things to do, of a noun that is no person's."""
    if text.find("ing ", m.span.end, end) < 0 or (opened := _patterns()["were"].match(text, m.span.end, end)) is None \
            or quantity(m).unit not in SHELLS and not _patterns()["top"].search(text, max(0, m.span.start - 20), m.span.start):
        return None
    words = _stretch(text, opened.end(), end)
    if _patterns()["some"].search(words) or any(mark in words for mark in "(“\""):
        return None
    *first, last = words.split(", ")
    items = [*first, *_patterns()["and"].split(last.removeprefix("and "))]
    if len(items) < _FEWEST or not all(map(_patterns()["ing"].match, items)) or not (last.startswith("and ") or len(items) > len(first) + 1):
        return None
    more = sum(item.count(" and ") for item in items)
    return Span(opened.end(), opened.end() + len(words)), (len(items), len(items) + more)


def _described(text: str, m: Mention, end: int) -> tuple[Span, tuple[int, int]] | None:
    """ "five strong witnesses, all veterans of the port: A B, a pilot; C D, who ran it for years; and E F": names with what they are, parted by semicolons."""
    if text.find("; and ", m.span.end, end) < 0 or text.find(":", m.span.end, m.span.end + _REACH) < 0:
        return None
    opened = _patterns()["aside"].match(text, m.span.end, end)
    if opened is None or _patterns()["some"].search(opened[0]):
        return None
    words = text[opened.end():end].rstrip(" .\n”\"")
    pieces = words.split("; ")
    if len(pieces) < _FEWEST or not pieces[-1].startswith("and ") or any(p.startswith("and ") for p in pieces[:-1]) or not all(map(_patterns()["named"].match, pieces)) or ":" in words:
        return None
    return Span(opened.end(), opened.end() + len(words)), (len(pieces), len(pieces) + sum(p.removeprefix("and ").count(" and ") for p in pieces))


def _clauses(text: str, m: Mention, end: int) -> tuple[Span, tuple[int, int]] | None:
    """ "three flaws: It was dear, it was slow and it was ugly": clauses that all begin with the same two words."""
    opened = _patterns()["colon"].match(text, m.span.end, end)
    if opened is None or quantity(m).unit not in SHELLS:
        return None
    words = _stretch(text, opened.end(), end)
    items = _patterns()["next"].split(words)
    begins = {" ".join(item.split()[:2]).lower() for item in items}
    if len(items) < _FEWEST or len(begins) > 1 or next(iter(begins)).split()[0] not in FUNCTION_WORDS or any(mark in words for mark in "(“\""):
        return None
    return Span(opened.end(), opened.end() + len(words)), (len(items), len(items))
