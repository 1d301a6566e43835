"""What an article shows of other people's writing: quotations, embedded posts, and paragraphs that a line with a colon gives whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Span
from checker.structure.document import Document

# who wrote a post, the account and the date, as pages print them below it
POST = re.compile(r"(?:\s*(?:https?:|pic\.)\S+)*\s*(?:—|–|--|-)\s?([^—()\n]{2,60}) \(@\w+\),? (?:on )?[A-Z][a-z]+\.? \d{1,2}, \d{4}")

_SPELT = re.compile(r"\b(?:pronounced|spelled|spelt|transliterated)(?: as)? [“\"‘']?$")
_WORD = 24  # characters of such a word and what stands between it and the name


def is_post(document: Document, offset: int) -> bool:
    """Does the offset lie in an embedded post, which the desk reprints as it was written?"""
    known: bool | None = document.memo.get(is_post)
    if known is None:
        known = document.memo[is_post] = "(@" in document.text
    if not known:
        return False
    start, end = document.zone_at(offset).span
    return "(@" in document.text[start:end] and POST.search(document.text, start, end) is not None


def is_cited(document: Document, offset: int) -> bool:
    """Does the offset lie in what may be another's writing: a quotation, a post, or the paragraph behind a line that ends in a colon?"""
    if document.quotation_at(offset) is not None or is_post(document, offset):
        return True
    zone = document.zone_index(offset)
    end = document.zones[zone - 1].span.end if zone else 0
    return document.text[max(0, end - 2):end].rstrip().endswith(":") and document.zones[zone].kind == "body"


def cited_alone(document: Document, forms: Sequence[Sequence[Span]]) -> str:
    """Why the writer may not be free to choose: of two forms one stands in cited text alone, and the other in the article's own, or in other people's; else ""."""
    inside = [[is_cited(document, span.start) for span in spans] for spans in forms]
    if not any(map(all, inside)):
        return ""
    voices = [{name for span, cited in zip(spans, told, strict=True) if cited and (name := document.voice_at(span.start).name)}
              for spans, told in zip(forms, inside, strict=True)]
    if not voices[0].isdisjoint(voices[1]):
        return ""  # one voice has both
    first = forms[0 if all(inside[0]) else 1][0]
    return f"“{document.text[first.start:first.end]}” stands in quotations alone"


def told_as_such(document: Document, forms: Sequence[Sequence[Span]]) -> bool:
    """Has each form a quotation that holds a name and nothing else (`once as “Ana Vell” and again as “Anna Vell”`), or one a word that says so ("spelt Vel")?"""
    if any(_SPELT.search(document.text, max(0, span.start - _WORD), span.start) for spans in forms for span in spans[:1]):
        return True
    held = [{q.span for span in spans if (q := document.quotation_at(span.start)) is not None and _is_name(document.text[slice(*q.inner)])} for spans in forms]
    return all(held) and held[0] != held[1]


def _is_name(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())
