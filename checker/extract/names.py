"""Proper names: runs of capitalised words, cut free of sentence openers, titles, possessives and calendar words.

A capital proves a name only inside a sentence: at its start, and in headlines, a word counts when it also stands
capitalised inside a sentence, or when the text never has it in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.data.english import CALENDAR, FUNCTION_WORDS
from checker.data.people import OFFICES, PARTICLES, TITLES
from checker.model import Acronym, Mention, Name, Span
from checker.structure.document import Document

_UPPER = "A-ZÀ-ÞĀ-Ž"  # the last range holds small letters too; no English word starts with one
_WORD = rf"(?:[{_UPPER}][\w]*|[a-z](?=[{_UPPER}])\w+|(?:al|el|d)(?=[-’'][{_UPPER}]))(?:[-’'][\w]+)*"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}\.?(?:[ \u00a0](?:(?:{'|'.join(sorted(PARTICLES))})[ \u00a0-]){{0,2}}{_WORD}\.?){{0,7}}")
_TOKEN = re.compile(rf"{_WORD}|[a-z]+")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z.]{1,9})\)")
_BEFORE = re.compile(r"[\w’'&]+")
_CONNECTORS = frozenset("of and for the on in to de du des la & against".split())
_AGE = re.compile(r",? \(?(?:aged? )?(\d{1,2})(?:,|\)| years)|, (?:aged )?(\d{1,2})(?=[.;]\s| \(| who\b| of [A-Z]| from [A-Z])")
_AGE_BEGINS = frozenset("0123456789(a")
_APPOSITION = re.compile(r",\s((?:the|an?|who|his|her|their|whose|president|chief|director|head|leader|former|senior)\s[^,.;\n]{3,70})[,.;\n]")
_OPENERS = frozenset(w.capitalize() for w in FUNCTION_WORDS) | frozenset(
    "However Meanwhile Earlier Later Instead Perhaps Maybe Indeed Moreover Although Though Despite Because Since Let Yes Oh Well "
    "Please Thanks Dear Hello Ok Okay Thus Therefore Hence Otherwise Finally Recently Today Here There Nobody Somebody Everyone "
    "Everybody Someone Anyone Nothing Something Everything Unlike According Like".split())
_NO_NAMES = frozenset(w.capitalize() for w in FUNCTION_WORDS | CALENDAR)  # alone they never are one
_ABBREVIATED = TITLES | {"Jr", "Sr", "St", "Mt", "Ft", "Wm", "Chas", "Geo", "Jas"}
_HEADS = frozenset({"headline", "byline", "credit"})


class Token(NamedTuple):
    """One word of a run: `open` when its capital may be due to its place (start of a sentence, a headline)."""

    start: int
    end: int
    word: str
    open: bool


def extract(document: Document) -> list[Mention]:
    """Names and acronyms with their expansions, in the order of the text."""
    lower = document.lowercase
    openings = document.sentence_openings
    zones = document.zones
    found: list[Mention] = []
    zone, border, head = -1, 0, False
    for m in _RUN.finditer(document.text):
        run = m.group()
        if run in _NO_NAMES:
            continue
        start = m.start()
        while start >= border:  # runs and zones go side by side
            zone += 1
            head = bool(zones) and zones[zone].kind in _HEADS
            border = zones[zone + 1].span.start if zone + 1 < len(zones) else len(document.text) + 1
        opens = head or start in openings or _starts_sentence(document.text, start)
        if " " in run or "\u00a0" in run:
            for tokens in _split(_tokens(document.text, m, head, opens)):
                mention = _name(document.text, tokens, lower)
                if mention is not None:
                    found.append(mention)
            continue
        word = run.removesuffix(".")
        if word[-1] == "s" and word[-2] in "'’":
            word = word[:-2]
        if (mention := _lone(document.text, start, word, opens, lower)) is not None:
            found.append(mention)
    found += _acronyms(document)
    found.sort(key=_place)
    return found


def _place(m: Mention) -> Span:
    return m.span


def _tokens(text: str, m: re.Match[str], head: bool, opens: bool) -> list[Token]:
    out: list[Token] = []
    for t in _TOKEN.finditer(text, m.start(), m.end()):
        word, end = t.group(), t.end()
        if word.endswith(("'s", "’s")):
            word, end = word[:-2], end - 2
        out.append(Token(t.start(), end, word, head or (opens and not out)))
    return out


def _starts_sentence(text: str, at: int) -> bool:
    i = at - 1
    while i >= 0 and text[i] in " \u00a0“\"‘'([":
        i -= 1
    return i < 0 or text[i] in ".!?:\n\r;•–—-…" or (i < at - 1 and text[i + 1:at].strip(" \u00a0") != "" and text[i] != ",")


def _split(tokens: list[Token]) -> Iterator[list[Token]]:
    """Runs without openers and calendar words; a possessive ends a name ("Kerry's State Department")."""
    run: list[Token] = []
    for i, t in enumerate(tokens):
        if t.word.lower() in CALENDAR or (t.word in _OPENERS and (t.open or t.word.lower() in FUNCTION_WORDS)):
            if run:
                yield run
            run = []
            continue
        run.append(t)
        gap = tokens[i + 1].start - t.end if i + 1 < len(tokens) else 0
        if gap > 2 or (gap == 2 and len(t.word) > 2 and t.word not in _ABBREVIATED):
            yield run
            run = []
    if run:
        yield run


def _lone(text: str, start: int, word: str, opens: bool, lower: frozenset[str]) -> Mention | None:
    """The name that a run of one word is, by the rules of `_split` and `_name`: most runs are of one word."""
    small = word.lower()
    if len(word) < 2 or (opens and small in lower) or small in CALENDAR or (word in _OPENERS and (opens or small in FUNCTION_WORDS)) \
            or word in TITLES or small == word:
        return None
    return _mention(text, start, start + len(word), (word,), None)


def _name(text: str, tokens: list[Token], lower: frozenset[str]) -> Mention | None:
    titles: list[str] = []
    last = max((i for i, t in enumerate(tokens[:-1]) if t.word.rstrip(".") in OFFICES), default=-1)
    if 0 < last < len(tokens) - 2 or (last > 0 and len(tokens) - last == 2):
        titles = [t.word for t in tokens[:last + 1]]  # "Russian President Vladimir Putin"
        tokens = tokens[last + 1:]
    while len(tokens) > 1 and tokens[0].word.split("-")[0] in TITLES:
        titles.append(tokens.pop(0).word)
    while tokens and not tokens[-1].word[0].isupper() and not any(c.isupper() for c in tokens[-1].word):
        tokens.pop()
    if not tokens or (len(tokens) == 1 and tokens[0].word in TITLES):
        return None
    if len(tokens) == 1 and (len(tokens[0].word) < 2 or (tokens[0].open and tokens[0].word.lower() in lower)):
        return None
    return _mention(text, tokens[0].start, tokens[-1].end, tuple(t.word for t in tokens), " ".join(titles) or None)


def _mention(text: str, start: int, end: int, parts: tuple[str, ...], title: str | None) -> Mention:
    """The name with the age and the apposition behind it, looked for only where a mark lets one begin."""
    age, apposition = None, None
    behind = text[end:end + 3]
    if behind and behind[0] in ", ":
        if (behind[1:2] if behind[0] == " " else behind[2:3]) in _AGE_BEGINS:
            age = _AGE.match(text, end, end + 90)
        if behind[0] == ",":
            apposition = _APPOSITION.match(text, end, end + 90)
    value = Name(parts, "other", title, apposition[1] if apposition else None,
                 int(age[1] or age[2]) if age else None, behind[:2] in ("'s", "’s"))
    return Mention("name", Span(start, end), text[start:end], value)


def _acronyms(document: Document) -> Iterator[Mention]:
    """ "National Security Council (NSC)": the capitalised words before the bracket, as many as the acronym has letters."""
    text = document.text
    for m in _ACRONYM.finditer(text):
        short = m.group(1).replace(".", "")
        start = _expansion(text, m.start(), len(short.rstrip("s")))
        if start is not None and (text[start].lower() == short[0].lower() or len(short) > 2):
            long = text[start:m.start()].rstrip()
            yield Mention("acronym", Span(start, m.end()), text[start:m.end()], Acronym(short, long))


def _expansion(text: str, end: int, letters: int) -> int | None:
    """Where the capitalised words before a bracket begin, so many as the acronym has letters; None for fewer than two."""
    start, count = None, 0
    for w in reversed(list(_BEFORE.finditer(text, max(0, end - 120), end))):
        gap = text[w.end():start if start is not None else end]
        if gap.strip(" \u00a0-") or count >= letters:
            break
        if w[0][0].isupper():
            if w[0] == "The":
                break
            start, count = w.start(), count + 1
        elif w[0] not in _CONNECTORS or start is None:
            break
        else:
            gapless = start
            start = w.start()
            if not re.search(r"[A-Z][\w’'&]*[ -]$", text[max(0, w.start() - 30):w.start()]) and \
                    not re.search(r"(?:of|and|for|on|in) $", text[max(0, w.start() - 5):w.start()]):
                start = gapless
                break
    return start if count >= 2 else None
