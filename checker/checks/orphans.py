"""Two forms a letter apart that explain each other: a person's full name, and a surname alone that nobody else in the text bears."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.checks.forms import Form, Use, edits, fold, undoubled
from checker.checks.strangers import has_office, speaks
from checker.data.lexicon import is_known, is_town
from checker.data.people import COUNTRIES
from checker.data.places import REGIONS
from checker.link.names import is_common, sex
from checker.model import Name, Span
from checker.structure.document import Document

_SHORT = 3  # letters of a form that is a slip only where it stands as a surname does
_CALLED = re.compile(r"\b(?:known as|called|nicknamed|dubbed|named|alias|aka|a\.k\.a\.) [“‘\"']?$")
_COURTESIES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
_MARKS = frozenset("“‘\"'")
_CLOSING = frozenset("”’\"'")
_REACH = 12  # characters of what says so


def orphaned(document: Document, a: Form, b: Form) -> str:
    """ "certain", "likely" or "" for a full name and a surname alone, where nobody is introduced by the surname.

    A form that stands once, and that no word, name or town is spelt as, is a slip. Where it is known, stands often, is as short as letters that mean
    something else, or opens a firm's name as well, the surname has to be a speaker's, or to stand behind an honorific.
    """
    x, y = a.folded, b.folded
    if _is_half(a) or _is_half(b) or x[0] != y[0] or not (undoubled(x) == undoubled(y) or edits(x, y) == 1):
        return ""
    for full, bare in ((a, b), (b, a)):
        if borne := {u.parts[u.position - 1] for u in full.uses if _is_full(u)}:
            alone = [u for u in bare.uses if len(u.parts) == 1]
            if alone and not _is_another(document, full, bare, alone, borne):
                return _weight(document, full, bare, alone, borne)
    return ""


def _is_half(form: Form) -> bool:
    """Is it half of a word with a hyphen, which is a form as well?"""
    return "-" not in form.word and any("-" in u.parts[u.position] for u in form.uses)


def _is_full(use: Use) -> bool:
    """Does it close a full name, behind a given name that we know?"""
    return 0 < use.position == len(use.parts) - 1 and sex(use.parts[use.position - 1]) is not None


def _is_another(document: Document, full: Form, bare: Form, alone: Sequence[Use], borne: set[str]) -> bool:
    """Is the surname a place, another person's, another part of the full name, or what its bearer is called?"""
    if bare.folded in COUNTRIES or bare.word in REGIONS or any(_is_full(u) and u.parts[u.position - 1] not in borne for u in bare.uses):
        return True
    if any(u.position == 0 and len(u.parts) > 1 for u in bare.uses) and sex(bare.folded) is not None:
        return True
    if any(bare.folded in map(fold, part.split("-")) for parts, at in full.runs for i, part in enumerate(parts) if i != at or "-" in part):
        return True
    return all(_is_nickname(document.text, u.span) for u in alone)


def _is_nickname(text: str, span: Span) -> bool:
    """Is it told as what somebody is called, or does it stand between marks with nothing else?"""
    start, end = span
    return _CALLED.search(text, max(0, start - _REACH), start) is not None or (start > 0 and text[start - 1] in _MARKS and text[end:end + 1] in _CLOSING)


def _weight(document: Document, full: Form, bare: Form, alone: Sequence[Use], borne: set[str]) -> str:
    odd = min((full, bare), key=lambda form: (len(form.uses), is_usual(form)))
    plain = len(odd.uses) == len(borne) == 1 and min(len(full.folded), len(bare.folded)) > _SHORT
    if plain and not is_usual(odd) and (not is_town(bare.folded) or is_common(bare.folded)) and all(len(u.parts) == 1 or _is_heading(u) for u in bare.uses):
        return "certain"
    if not is_usual(odd) and len(odd.uses) == 1 and any(map(_is_full, bare.uses)):
        return "likely"  # the same given name before both
    if any(_title(u) in {_title(v) for v in full.uses if _is_full(v)} - {""} for u in alone) and all(len(u.parts) == 1 for u in bare.uses):
        return "likely"  # "Judge Catherine Daly", and "Judge Daley" whom nothing introduces
    spoken = any(speaks(document, u.mention) for u in alone) and not any(has_office(u.mention) for u in alone)
    return "likely" if spoken else ""


def _title(use: Use) -> str:
    value = use.mention.value
    title = value.title if isinstance(value, Name) else None
    return "" if title is None or title.rstrip(".") in _COURTESIES else title


def _is_heading(use: Use) -> bool:
    return use.parts[-1].isupper()


def is_usual(form: Form) -> bool:
    """Is it a word, or the name of a person, place or firm that others bear?"""
    return is_known(form.folded) or is_common(form.folded) or sex(form.folded) is not None
