"""A courtesy title, a given name and a role that tell one person's sex in two ways: "Ms. Hagen" and "Mr. Hagen", "Ann Lake" and "Mr. Lake".

Two people share a surname often, so the text must know one full name of the surname at most, and speak of no family beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from checker.checks.beside import Role, roles
from checker.checks.spoken import COURTESY, given, titled
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import alike, with_title
from checker.model import Mention, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_MOST = 2  # uses of the odd one; beyond that there are two people
_PROSE = frozenset({"body", "list"})
_FAMILY = re.compile(r"\b(?:wife|husband|widow|widower|spouse|couple|married|marry|brothers?|sisters?|sons?|daughters?|father|mother|parents?|family|families|siblings?|"
                     r"cousins?|twins?|in-law|uncle|aunt|nephew|niece|first lady|maiden|transgender|trans)\b", re.I)
_NOBLE = re.compile(r"\b(?:Sir|Lady|Lord|Dame|King|Queen|Prince|Princess) $")  # the wife of Sir Alan is Lady Hale
_SAYS = re.compile(r"[,.?!][\"”] (?:said |says )?(?:M[rs]s?|Miss)\.? $")  # behind a quotation, also one of which a mark is lost
_BOTH = re.compile(r"(?:\bM(?:r|rs|s)\.? and M(?:r|rs|s)\.? |\b[A-Z][a-z]+ (?:and|&) )$")
_MRS = re.compile(r"\bMrs\.? $")
_SPOUSES = frozenset({"wife", "husband", "widow", "widower"})


class _Told(NamedTuple):
    """What tells a person's sex: where the name stands with it, whether it is the given name alone, and the noun where it is a role."""

    sex: str
    span: Span
    by_name: bool
    noun: str = ""


def two_sexes(analysis: Analysis) -> Iterator[tuple[str, Span, Span]]:
    """The name, where one of them stands, and where the other."""
    titles, bearers = titled(analysis)
    if not titles:
        return
    found = names(analysis)
    sexes: dict[str, set[str]] = {}
    for at, sex in titles.items():
        sexes.setdefault(bearers[at][-1], set()).add(sex)
    by_surname: dict[str, list[tuple[str, ...]]] = {}
    for parts in found.written:
        if parts[-1] in sexes:
            by_surname.setdefault(parts[-1], []).append(parts)
    for surname, forms in by_surname.items():
        told = sexes[surname].union(map(given, forms)) - {""}
        if len(told) > 1 and (conflict := _conflict(analysis, surname, {p: found.written[p] for p in forms}, titles)) is not None:
            yield conflict


def _conflict(analysis: Analysis, surname: str, written: Mapping[tuple[str, ...], Iterable[Mention]], titled: Mapping[int, str]) -> tuple[str, Span, Span] | None:
    document = analysis.document
    full = [parts for parts in written if len(parts) > 1]
    if any(not alike(parts[0], full[0][0]) for parts in full) or document.counts[f"{surname.lower()}s"]:
        return None
    mentions = [(m, parts) for parts, found in written.items() for m in found
                if document.zone_at(m.span.start).kind in _PROSE and (document.quotation_at(m.span.start) is None or _SAYS.search(document.text, max(0, m.span.start - 16), m.span.start))]
    beside = roles(analysis)
    told = sorted((t for m, parts in mentions for t in _told(document.text, m, parts, titled.get(m.span.start, ""), beside.get(m.span.start))), key=lambda t: t.span)
    odd = _odd(told)
    other = next((t for by_name in (False, True) for t in told if odd and t.sex != odd[0].sex and t.by_name == by_name and not _meet(t.span, odd[0].span)), None)
    if other is None or _family(document, told, (odd[0].span, told[0].span, other.span)) or _couple(document.text, surname, [m for m, _ in mentions]):
        return None
    return " ".join(full[0]) if full else surname, odd[0].span, other.span


def _told(text: str, m: Mention, parts: tuple[str, ...], title: str, role: Role | None) -> Iterator[_Told]:
    """What one mention of a name tells."""
    if role is not None:
        yield _Told(role.sex, role.span, False, role.noun)
    elif title and not _NOBLE.search(text, max(0, m.span.start - 10), m.span.start):
        courtesy = COURTESY.search(text, max(0, m.span.start - 6), m.span.start)
        yield _Told(title, with_title(text, m)._replace(start=courtesy.start()) if courtesy else with_title(text, m), False)
    if sex := given(parts):
        yield _Told(sex, m.span, True)


def _odd(told: list[_Told]) -> list[_Told]:
    """Those of the sex that is told the less often, the given name deciding; none where two people are meant."""
    named = {t.sex for t in told if t.by_name}
    counts = Counter(t.sex for t in told)
    if len(named) > 1 or len(counts) < 2:
        return []
    sex = ({"he", "she"} - named).pop() if named else min(counts, key=lambda s: (counts[s], s == told[0].sex))
    odd = [t for t in told if t.sex == sex]
    if len(odd) > _MOST or (not named and len(odd) > 1):
        return []
    if named and odd[0].span.end < next(t.span.end for t in told if t.by_name):
        return []  # before the full name was told
    return odd


def _family(document: Document, told: list[_Told], places: Iterable[Span]) -> bool:
    """Is anybody's family spoken of in the paragraphs of these places, so that another of the surname may be meant? A role is the person's own."""
    for place in places:
        for m in _FAMILY.finditer(document.text, *document.zone_at(place.start).span):
            if m[0].lower() in _SPOUSES or not any(s.noun == m[0].lower() and s.span.start <= m.start() < s.span.end for s in told):
                return True
    return False


def _couple(text: str, surname: str, mentions: Iterable[Mention]) -> bool:
    """Do two bear it: "Mr. and Mrs. Hale", "Mrs. Norman Hale" beside "Mr. Hale", "Joan and Norman Hale", or "Mrs. Hale" and "Mr. Hale"?"""
    if all(re.search(rf"\b{courtesy}\.? {re.escape(surname)}\b", text) for courtesy in ("Mr", "Mrs")):
        return True
    for m in mentions:
        before = text[max(0, m.span.start - 24):m.span.start]
        if _BOTH.search(before) or _MRS.search(before) and given(tuple(m.text.split())) == "he":
            return True
    return False


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
