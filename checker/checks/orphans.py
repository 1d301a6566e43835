"""Two forms a letter apart that explain each other: a full name, and a surname alone that nobody else in the text bears."""

from __future__ import annotations

from checker.checks.forms import Form, Use, edits, undoubled
from checker.data.lexicon import is_known
from checker.data.people import GIVEN, PARTICLES
from checker.link.names import is_common, sex
from checker.model import Name
from checker.structure.document import Document


def orphans(document: Document, a: Form, b: Form) -> str:
    x, y = a.folded, b.folded
    if x[0] != y[0] or not (edits(x, y) == 1 or undoubled(x) == undoubled(y)):
        return ""
    for full, bare in ((a, b), (b, a)):
        givens = {u.parts[u.position - 1] for u in full.uses if _is_full(u)}
        if len(givens) != 1:
            continue
        if not all(len(u.parts) == 1 or u.parts[-1].isupper() for u in bare.uses) or not any(len(u.parts) == 1 for u in bare.uses):
            continue
        odd, usual = (full, bare) if len(full.uses) < len(bare.uses) or (len(full.uses) == len(bare.uses) and is_known(bare.folded)) else (bare, full)
        if len(odd.uses) > 1:
            continue
        if not _is_strange(odd):
            continue
        return "likely"
    return ""


def _is_strange(form: Form) -> bool:
    return not is_known(form.folded) and sex(form.folded) is None and not is_common(form.folded) and form.folded not in GIVEN


def _is_full(use: Use) -> bool:
    return use.position > 0 and use.position == len(use.parts) - 1 and sex(use.parts[use.position - 1]) is not None
