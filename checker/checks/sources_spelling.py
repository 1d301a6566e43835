"""One name in a form that only the one document has and in another that only the other has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks import variants
from checker.checks.forms import Form, near_pairs
from checker.model import Span
from checker.structure.document import Document


def _foreign(folded: str) -> str:
    """The form with the vowels that transliterations choose between made alike ("Osama", "Usama"; "Qaeda", "Qaida")."""
    if re.sub(r"(.)\1", r"\1", re.sub(r"[aeiou]", "", folded)) in ("mhmd", "mhmt"):
        return "muhammad"
    return folded.replace("ae", "ai").replace("ou", "u").replace("o", "u") if folded[0] in "ou" or "ai" in folded or "ae" in folded else folded


def across(mine: dict[str, Form], others: dict[str, Form], documents: tuple[Document, Document],
           same_story: bool) -> Iterator[tuple[Span, Span, bool]]:
    """Forms of one name of which the first document has only the one and the second only the other: their places, and whether it is certain.

    Two documents about other stories have people of like names, so there another part of the name must agree.
    """
    one, two = documents
    alone = {w: f for w, f in mine.items() if w not in others and w not in two.text}
    theirs = {w: f for w, f in others.items() if w not in mine and w not in one.text}
    lower = one.lowercase | two.lowercase
    for a, b in sorted(p for p in near_pairs(alone | theirs, lower) if (p[0] in alone) != (p[1] in alone)):
        odd, usual = (alone[a], theirs[b]) if a in alone else (alone[b], theirs[a])
        if _foreign(odd.folded) == _foreign(usual.folded):
            continue  # an accent, or one of two usual ways to spell a foreign name: the desk's own choice, not a slip
        link = variants.one_name(odd, usual, lower, variants.Params())
        if link and (same_story or odd.others() & usual.others()):
            yield odd.uses[0].span, usual.uses[0].span, link == "certain"
