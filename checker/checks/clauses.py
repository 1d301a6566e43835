"""What the words around a name or a pronoun make of it: a subject, a speaker, the opening of a sentence, one half of "he or she"."""

from __future__ import annotations

import re

from checker.data import gender
from checker.model import Mention, Span
from checker.structure.document import Document

SAY = (r"(?:said|says|told|tells|added|adds|noted|notes|explained|explains|argued|argues|wrote|writes|continued|continues|recalled|recalls|asked|"
        r"asks|insisted|insists|warned|warns|believes|believed|thinks|thought|claims|claimed|contends|contended|asserts|asserted|remembers|"
        r"acknowledged|predicted|predicts|suggested|suggests|declared|admitted|admits|complained|tweeted|testified|replied|concluded|observed|"
        r"stressed|charged|joked|promised|vowed|maintains|maintained|estimated|estimates|expects|hopes|hoped|announced|conceded|concedes|"
        r"countered|cautioned|cautions|reports|reported)")
_OF = r"(?: (?:of|from|with|at|in) (?:the )?(?:[A-Z][\w.’'-]*|[a-z]+)(?: [A-Z][\w.’'-]*| [a-z]+){0,3}?)?"
_ASIDE = r"(?:, (?!which|where)(?:[^.;\n“\"]|(?<=[A-Z])\.|\.(?=,)){2,110}?,| [—–-] [^.;\n“\"—–]{2,110}? [—–-])?"
_ACTS = re.compile(rf"{_OF}{_ASIDE}(?: [—–-]+)? (?:(?:also|has|had|later|then|himself|herself|who) )?(?:{SAY}|was|is|has|had|will|would|did|"
                   r"does|could|can|may|[a-z]+ed|went|took|made|got|came|won|lost|ran|led|left|began|wants?|works|plans|knows|lives|grew|spoke|"
                   r"gave|sat|stood|met|kept)\b")
VERB = re.compile(rf"{_OF}{_ASIDE}(?: [—–-]+)? [a-z]+(?:s|ed)\b")
_SAID_BY = re.compile(rf"\b{SAY} (?:[a-z-]+ ){{0,5}}(?:[A-Z][\w.]+ ){{0,4}}$")
_INVERTED = re.compile(r"(?:[,.?!][”\"’']|[,”\"’'] (?:said|says|added|adds|wrote|writes)) (?:[a-z-]+ ){0,3}(?:[A-Z][\w.]+ ){0,4}$")
_EITHER = re.compile(r" (?:or|and) (?:he|she|his|her)\b")
_OR = re.compile(r"\b(?:he|she|his|her|him|s?/) ?(?:or|and) $")
_THEN_SAID = re.compile(rf" {SAY}\b")
_SAID = re.compile(rf"[”\",’'] {SAY} $")
_DAY = r"(?: (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|last (?:week|month|year)))?"
_WHERE_SAID = r"(?: (?:in an? (?:[a-z]+ )?(?:statement|interview|e-?mail|letter|memo|speech|tweet|post|filing)|at an? (?:news conference|press conference|briefing|rally|hearing)))?"
_SAID_THAT = re.compile(rf" {SAY}{_DAY}{_WHERE_SAID}{_DAY}(?: that| when| if| because| the (?:first|last|next|only) time|,)? $")
NAME_SAID = re.compile(rf"{_OF}{_ASIDE}{_SAID_THAT.pattern}")
BARE_SAID = re.compile(_SAID_THAT.pattern)
_CLAUSE = re.compile(r" (?:[a-z]{2,}ing|that|whether) (?:[A-Z][\w.]+ ){0,4}$")  # "saying Hale is": another is the subject of the sentence
_UNNAMED = rf"[”\"’'] (?:sa(?:id|ys) (?:an?|one|another) |(?:an?|one|another) (?:[\w-]+ ){{1,4}}?{SAY}\b)"  # “…,” said a trader; “…,” one trader said
SOMEBODY = re.compile(rf"(?<!, )\b(?:an?|one|another|each|every|any|some|no|the|this|that|whose|his|their|its) (?:[a-z-]+ ){{0,3}}(?:{gender.SOMEBODY}|[a-z-]+,? who)\b|"
                      rf"\b(?:some|any|every|no) ?(?:one|body)\b|\bwho(?:ever)\b|{_UNNAMED}", re.I)
THE_ONE = re.compile(rf"(?:[.!?][”\"’']? |\n)(?:The|An?|One|Another|His|Her) (?:[a-z-]+ ){{0,3}}{gender.SOMEBODY} [a-z]|{_UNNAMED}")  # "The police chief urged", and he said
IN = re.compile(r"\b(?:in|of|from|at|to|near) $")
# "men’s rights" is nobody whom a pronoun means
NOUNS = {word: re.compile(rf"\b(?!(?:wo)?men[’']s)(?:{nouns})\b", re.I) for word, nouns in gender.NOUNS.items()}
_TITLED = re.compile(rf",(?: who [^,.;\n]{{3,60}},)? {SAY}\b")  # behind a name that stands between commas: "The head of the union, Ann Hale, said"
_OPENING = frozenset(("", "But", "And", "Still,", "Also,", "Then", "However,", "So", "Yet", "Later,", "In addition,"))


def has_verb(text: str, name: Span, last: str) -> bool:
    """Is the name the subject of a verb behind it, or of one of saying before it? `last` is its last word."""
    return (_THEN_SAID if last.endswith("s") else _ACTS).match(text, name.end) is not None or _INVERTED.search(text, max(0, name.start - 60), name.start) is not None


def either(document: Document, start: int, end: int) -> bool:
    """Is it one half of "he or she"?"""
    return _OR.search(document.text, max(0, start - 9), start) is not None or _EITHER.match(document.text, end) is not None


def is_subject(document: Document, m: Mention) -> bool:
    """Does the name open its sentence, stand before a verb or behind "said"?"""
    text = document.text
    start = document.sentence_at(m.span.start).start
    opens = text[start:m.span.start].strip(' “"') in _OPENING and text[m.span.end:m.span.end + 1] in (" ", ",")
    if opens:
        return True
    if text.startswith(", ", m.span.start - 2) and _TITLED.match(text, m.span.end):
        return True
    acts = _ACTS.match(text, m.span.end) or VERB.match(text, m.span.end)
    return acts is not None and not _CLAUSE.search(text, max(0, m.span.start - 60), m.span.start) or _SAID_BY.search(text, max(0, m.span.start - 60), m.span.start) is not None


def slot(document: Document, at: int, end: int) -> str:
    """Does the pronoun say something, open a sentence or stand right behind "said"?"""
    text = document.text
    behind = _SAID_THAT.search(text, max(0, at - 34), at)
    if not behind and _THEN_SAID.match(text, end) or _SAID.search(text, max(0, at - 16), at):
        return "speech"
    start = document.sentence_at(at).start
    if text[at].isupper():
        return "opening" if text[start:at].strip(' “"') in _OPENING else ""
    if behind:
        return "clause"
    return "opening" if at - start < 14 and text[start:at].strip(' “"') in _OPENING else ""
