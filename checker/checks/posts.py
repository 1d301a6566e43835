"""A post before a name that is none of those told of the person: "chairman Ann Hale said", "treasurer Hale said".

News copy puts a post before a name a second time to point back to what it told, so that another post there is a slip; of posts that one
person often has at once all that stand in a sentence with the name count as told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.structure.document import Document
from checker.structure.words import alternatives

_PROSE = frozenset({"body", "list"})
# form → post; those that share a word may be one post told shortly
_POSTS = {form: post for post, forms in {
    "chairman": ("chairman", "chairwoman", "chair"), "president": ("president",), "vice president": ("vice president",), "chief executive": ("chief executive", "chief executive officer"),
    "managing director": ("managing director",), "finance director": ("finance director", "chief financial officer"), "operating officer": ("chief operating officer",),
    "treasurer": ("treasurer",), "director": ("director",), "spokesman": ("spokesman", "spokeswoman", "spokesperson"), "analyst": ("analyst",),
    "economist": ("economist", "chief economist"), "lawyer": ("lawyer", "attorney"), "editor": ("editor",)}.items() for form in forms}
_WORDS = frozenset(form.rpartition(" ")[2] for form in _POSTS)
_AKIN = frozenset({"analyst", "economist"})
_BESIDE = 40  # characters before a full name in which its post stands
_CHANGED = re.compile(r"\b(?:named|appoint(?:ed|s|ment)|elected|becom(?:e|es|ing)|became|promot(?:ed|es|ion)|succeed\w*|successor|replac(?:e[sd]?|ing)|resign\w*|retir\w*|nominat\w*|"
                      r"former(?:ly)?|then|ex|acting|interim|incoming|outgoing|designate|previously|once|stepp?\w* (?:down|aside))\b", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    post = rf"(?i:{alternatives(_POSTS)})"
    return (re.compile(rf"(?<![\w’'-])(?<!\b[Vv]ice )(?<!\b[Dd]eputy )(?<!\b[Aa]ssistant )({post}) (?:[A-Z][a-z]+ (?:[A-Z]\. )?)?(?P<name>(?:Mc|Mac|O[’'])?[A-Z][a-z]+)(?![\w’'-]|\.? [A-Z])"),
            re.compile(rf"(?<![\w’'-])({post}) $"),
            re.compile(rf", (?:who is )?(?:(?:the|its|their|an?|[A-Z]\w+[’']s) )?(?:(?!of |to |for |with |by |and |at |from |in |on |vice |deputy |assistant )[\w’'&.-]+ ){{0,3}}?({post})\b"))


def posts(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """Where a post stands before a name, the place of the other that was told with the full name, and the name."""
    document = analysis.document
    text = document.text
    lone, before, behind = _patterns()
    seen: set[str] = set()
    for m in _lone(document, lone):
        surname, post = m["name"], _POSTS[m[1].lower()]
        if surname in seen or document.quotation_at(m.start()) is not None or document.zone_at(m.start()).kind not in _PROSE:
            continue
        found = [x for x in names(analysis).holding({surname}) if isinstance(x.value, Name) and x.value.parts[-1] == surname and x.span.end != m.end("name")]
        full = {x.value.parts[:-1] for x in found if isinstance(x.value, Name) and len(x.value.parts) > 1}
        if len({parts[0] for parts in full}) != 1:
            continue
        told = next((t for x in found if x.span.start < m.start() and (t := _told(text, x, before, behind)) is not None), None)
        if told is not None and not _are_one(told[0], post) and not any(_are_one(known, post) for x in found for known in _near(document, x)) \
                and not any(_CHANGED.search(text, *document.sentence_at(at)) for at in (m.start(), told[1].start)):
            seen.add(surname)
            yield Span(m.start(), m.end("name")), told[1], surname


def _lone(document: Document, lone: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a post stands right before a surname, alone or with a given name, in the order of the text."""
    words = _WORDS & document.distinct
    if len(words) < 2:
        return
    text = document.text
    for at in sorted(at for word in words for at in document.places(word) if text[at + len(word) + 1:at + len(word) + 2].isupper()):
        start = max(0, at - 20)
        m = next((m for m in lone.finditer(text, start, at + 60) if m.start("name") - 1 >= at >= m.start()), None)
        if m is not None:
            yield m


def _told(text: str, m: Mention, before: re.Pattern[str], behind: re.Pattern[str]) -> tuple[str, Span] | None:
    """The post told with a full name, and the place of both."""
    start, end = m.span
    if not isinstance(m.value, Name) or len(m.value.parts) < 2:
        return None
    if (found := before.search(text, max(0, start - _BESIDE), start)) is not None:
        return _POSTS[found[1].lower()], Span(found.start(), end)
    if (found := behind.match(text, end)) is not None:
        return _POSTS[found[1].lower()], Span(start, found.end())
    return None


def _near(document: Document, m: Mention) -> Iterator[str]:
    """All posts told in the sentence of a mention."""
    sentence = document.sentence_at(m.span.start)
    words = document.text[sentence.start:sentence.end].lower()
    return (post for form, post in _POSTS.items() if form in words)


def _are_one(a: str, b: str) -> bool:
    """May two posts be one, told more and less exactly, or a head and its deputy, of which others speak?"""
    return a == b or {a, b} <= _AKIN or a.rpartition(" ")[2] == b.rpartition(" ")[2]
