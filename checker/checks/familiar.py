"""Two forms that lie near each other and are two known words or names ("Flour" and "Floor"), for all that the text tells."""

from __future__ import annotations

import re

from checker.checks.forms import Form, Use, edits, fold, undoubled
from checker.data.lexicon import is_known, is_town
from checker.data.people import COUNTRIES, GENERIC, LEGAL_FORMS, OFFICES, PARTICLES
from checker.data.places import REGIONS
from checker.data.spelling import system
from checker.link.names import alike, is_common, sex
from checker.model import Name
from checker.structure.document import Document

_MOST = 8  # uses of each form that are looked at
_BEFORE = re.compile(r"\b([A-Z][\w.’'-]*,) $")
_AND = re.compile(r" and ([A-Z][\w.’'-]*)")
_REACH = 24  # characters of the word before
_LONG = 6  # letters of a neighbour that may be misspelt itself
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_INITIAL = re.compile(r"\b[A-Z]\. $")
_PARTNERS = re.compile(r",? (?:[A-Z][\w.’'-]*,? ){0,3}(?:and|&) (?:Co|Cie|Bros|Brothers|Sons?)\b")


def two_words(document: Document, a: Form, b: Form) -> bool:
    """Are both spelt as a known word or name is, and does nothing make them one? Or is the one a place, and the other borne by a person?

    What makes them one: the same word before or behind both, with none on the other side that tells them apart ("Hill Dairy", "Hall Dairy"; not
    "Brown Trout Club", "Grown Troll Club"), or that the one only ever stands alone, and first after a full name that the other closes. Neighbours
    in the wrong order and a letter doubled are slips that make words of words ("trial", "trail"), and of the halves of compounds the other halves tell.
    """
    x, y = a.folded, b.folded
    if sorted(x) == sorted(y) or undoubled(x) == undoubled(y):
        return False
    if any(_is_place(one) and _is_borne(two) and not _is_borne(one) for one, two in ((a, b), (b, a))):
        return not a.others() & b.others()
    if not _are_known(x, y) or all("-" in parts[at] for f in (a, b) for parts, at in f.runs):
        return False
    return not (any(_in_one_frame(document, u, v) for u in a.uses[:_MOST] for v in b.uses[:_MOST])
                or _is_surname_of(document, a, b) or _is_surname_of(document, b, a))


def _are_known(x: str, y: str) -> bool:
    """Are both known, or one of two that begin with other letters, where hardly a slip is made, or two spellings of one word?"""
    if x[0] != y[0]:
        return is_known(x) or is_known(y)
    return is_known(x) and is_known(y) or _is_of_both(x, y)


def _is_of_both(x: str, y: str) -> bool:
    """Are they one word as the British and as the Americans spell it? Names keep their own, and `style/spelling` tells the rest."""
    one, two = system(x), system(y)
    return one is not None and two is not None and one[1] == two[1]


def _in_one_frame(document: Document, u: Use, v: Use) -> bool:
    """Do the words beside both make them one? Where more than a letter differs they do so for given names only."""
    x, y = u.parts[u.position], v.parts[v.position]
    if edits(fold(x), fold(y)) > 1 and (sex(x) is None or sex(y) is None):
        return False
    before, behind = (_before(document, u), _before(document, v)), (_behind(document, u), _behind(document, v))
    if u.position > 1 and u.parts[:u.position] == v.parts[:v.position]:
        return True
    return _same(*before) and not _clash(*behind) or _same(*behind) and not _clash(*before)


def _before(document: Document, use: Use) -> str:
    """The word before: of the name, the last of an office, or another name with a comma behind it."""
    if use.position:
        return use.parts[use.position - 1]
    value = use.mention.value
    if isinstance(value, Name) and value.title:
        title = value.title.split()[-1].rstrip(".")
        return title if title in OFFICES and title not in _COURTESY else ""
    at = use.span.start
    near = _BEFORE.search(document.text, max(0, at - _REACH), at)
    return near[1] if near else ""


def _behind(document: Document, use: Use) -> str:
    """The word behind in the name, but for a company's legal form, or another name that "and" joins."""
    rest = [p for p in use.parts[use.position + 1:] if p not in LEGAL_FORMS]
    near = None if rest else _AND.match(document.text, use.span.end)
    return rest[0] if rest else near[1] if near else ""


def _same(x: str, y: str) -> bool:
    """Are both one word, but for a letter of a long one, and no word that many names share?"""
    near = fold(x) == fold(y) or (min(len(x), len(y)) >= _LONG and edits(fold(x), fold(y)) == 1)
    return x != "" and near and (fold(x) not in GENERIC or x in OFFICES or sex(x) is not None) and x not in PARTICLES and x not in LEGAL_FORMS


def _clash(x: str, y: str) -> bool:
    return x != "" and y != "" and not _same(x, y) and not alike(x, y)


def _is_surname_of(document: Document, one: Form, two: Form) -> bool:
    """Does the one only ever stand alone, as a surname does, and first after a full name that the other closes?

    A town does not, nor a given name that stands as often as the other.
    """
    if _is_place(one) or not all(_is_alone(document, u) for u in one.uses):
        return False
    if sex(one.folded) is not None and len(one.uses) >= len(two.uses):
        return False
    first = next((u.span for u in one.uses if document.zone_at(u.span.start).kind != "headline"), one.uses[0].span)
    return any(_is_full(u) and u.span < first for u in two.uses)


def _is_alone(document: Document, use: Use) -> bool:
    """Does it stand with no other name, no initial before it and no partner of a firm behind it?"""
    start, end = use.span
    return len(use.parts) == 1 and not _INITIAL.search(document.text, max(0, start - 4), start) and not _PARTNERS.match(document.text, end)


def _is_place(form: Form) -> bool:
    return form.folded in COUNTRIES or form.word in REGIONS or is_town(form.folded)


def _is_borne(form: Form) -> bool:
    """Does it close a person's full name anywhere, or stand before a common surname and nothing else?"""
    return any(_is_full(u) or (u.position == 0 and len(u.parts) == 2 and is_common(u.parts[1]) and fold(u.parts[1]) not in GENERIC) for u in form.uses[:_MOST])


def _is_full(use: Use) -> bool:
    """Does it close a person's full name, or a company's of initials and a surname?"""
    value, first = use.mention.value, use.parts[0]
    if not isinstance(value, Name) or not use.position:
        return False
    if _INITIALS.fullmatch(first) is not None:
        return use.position == 1
    return use.position == len(use.parts) - 1 and (bool(value.title or value.age or value.apposition) or sex(first) is not None)
