"""Live updates: posts that each begin with an hour, whose figures go on from post to post."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.structure.document import Document

_HOUR = re.compile(r"(?:Update(?:d)? )?\d{1,2}(?:[.:h]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?:\s*(?::|[–—-]{1,2})\s|\n)")
_POSTS = 3  # paragraphs with an hour before them from which a text is live updates


def posts(document: Document) -> list[int]:
    """The numbers of the paragraphs that begin a post; none where the text is no live updates."""
    found = [i for i, zone in enumerate(document.zones) if (m := _HOUR.match(document.text, zone.span.start)) is not None and any(c in m[0] for c in ".:hm")
             and (m.end() < zone.span.end or m[0].endswith("\n"))]
    return found if len(found) >= _POSTS else []


def of_two_posts(document: Document, one: int, two: int) -> bool:
    """Do two paragraphs, by their numbers, stand in two posts of live updates?"""
    begun = posts(document)
    return bool(begun) and bisect_right(begun, one) != bisect_right(begun, two)
