"""Two forms that lie near each other and are two names all the same: what each of them is elsewhere in the text says so."""

from __future__ import annotations

import re

from checker.checks.forms import Form, Use
from checker.data.people import COUNTRIES, GIVEN
from checker.data.places import REGIONS
from checker.link.names import is_common, sex
from checker.structure.document import Document

# the other contributors' names between, and nothing else
_CONTRIBUTED = re.compile(r"(?:,? (?:and )?[A-Z][\w.’'-]*){0,20}(?: in [A-Z]\w+)?,? (?:also )?contributed(?:[.)\]]|$| (?:reporting|research|from)\b| to (?:this|the) )", re.M)
_FIRM = frozenset("Corp Corporation Inc Ltd LLC Co Company Plc plc PLC Group Holdings Industries AG SA NV Automotive Motors Airlines Bank".split())
_TEASER = " MORE"  # where a page has cut a related headline into its sentence
_RELATIVE = re.compile(r"(?i:\b(?:twin|(?:half-|step)?(?:brother|sister)|son|daughter|cousin|father|mother|wife|husband|uncle|aunt|niece|nephew)s?),? $")
_LISTED = 40  # words from which a sentence of capitals is a list to choose from, not a headline
_CAPITALS = 0.8  # share of capitals in it, at least
_REGIONS = frozenset(w.lower() for full in REGIONS.values() for w in (full, *full.split()) if len(w) > 4)


def stand_apart(document: Document, a: Form, b: Form) -> bool:
    """Does the place where one of them stands speak against one name?

    Contributors named below an article are no people in it, a page's related headlines are other articles, a list to choose from (the
    countries of a form) holds each name once, "her twin, Carla" is another than Clara, and a sentence that has both names in full, with
    two first letters or two known given names, tells two people.
    """
    if _listed(document, a.uses[0]) and all(_listed(document, u) for u in (*a.uses, *b.uses) if u.position == len(u.parts) - 1):
        return True
    if any(all(_teaser(document, u) for u in f.uses) for f in (a, b)):
        return True
    if (a.folded[0] != b.folded[0] or {a.folded, b.folded} <= GIVEN) and a.others() & b.others() and _in_full_together(document, a, b):
        return True
    if "given" in a.roles() | b.roles() and any(_related(document, u) for f in (a, b) for u in f.uses if u.position == 0):
        return True
    if any(two.folded in (one.folded + "y", one.folded + "ie") and all(document.quotation_at(u.span.start) for u in two.uses) for one, two in ((a, b), (b, a))):
        return True  # what a player is called by his captain
    return not a.others() & b.others() and any(all(_contributor(document, u) for u in f.uses) for f in (a, b))


def _contributor(document: Document, use: Use) -> bool:
    return _CONTRIBUTED.match(document.text, use.span.end) is not None


def _teaser(document: Document, use: Use) -> bool:
    end = min(document.sentence_at(use.span.start).end, document.zone_at(use.span.start).span.end)
    return document.text.find(_TEASER, use.span.end, end) >= 0


def _in_full_together(document: Document, a: Form, b: Form) -> bool:
    """Is there a sentence with both forms, each a part of a given name with a surname?"""
    one, two = ({document.sentence_at(u.span.start) for u in f.uses if len(u.parts) > 1 and sex(u.parts[0]) is not None} for f in (a, b))
    return not one.isdisjoint(two)


def _related(document: Document, use: Use) -> bool:
    """Is the given name introduced as somebody's relative?"""
    at = use.span.start
    return _RELATIVE.search(document.text, max(0, at - 24), at) is not None


def _listed(document: Document, use: Use) -> bool:
    words = document.text[slice(*document.sentence_at(use.span.start))].split()
    return len(words) >= _LISTED and sum(w[0].isupper() for w in words) >= _CAPITALS * len(words)


def two_names(a: Form, b: Form) -> bool:
    """Are two forms that share no other word two names by what they are: two given names, a given name and a surname, a place and a person?"""
    x, y = a.folded, b.folded
    if (x in GIVEN and y in GIVEN) or (a.roles() == b.roles() == {"given"} and _is_given(x) and _is_given(y)):
        return True
    return any(_opens(one) and _closes(two) or _place_and_person(one, two) or _is_firm(one) and _closes(two) for one, two in ((a, b), (b, a)))


def common_surnames(a: Form, b: Form) -> bool:
    """Do so many people bear either that both in one text are no wonder?"""
    return is_common(a.folded) and is_common(b.folded)


def surname_shared(a: Form, b: Form) -> bool:
    """Does a word after the one stand after the other too, as a surname after two spellings of a given name does?"""
    after = [{p for parts, at in f.runs for p in parts[at + 1:]} for f in (a, b)]
    return not after[0].isdisjoint(after[1])


def half_given(a: Form, b: Form) -> bool:
    """Is one of them only ever the half of a given name with a hyphen ("Jean-Marie"), and the other a whole word?"""
    return any(all(at == 0 and _half(one, parts[at]) and len(parts) > 1 for parts, at in one.runs) and not any(_half(two, parts[at]) for parts, at in two.runs)
               for one, two in ((a, b), (b, a)))


def _half(form: Form, part: str) -> bool:
    return "-" in part and "-" not in form.word


def _is_given(folded: str) -> bool:
    return folded in GIVEN or sex(folded) is not None


def _opens(form: Form) -> bool:
    """Is it a given name that we know, the first word of a full name and never the last of one?"""
    longer = [at for parts, at in form.runs if len(parts) > 1]
    return bool(longer) and not any(longer) and _is_given(form.folded)


def _closes(form: Form) -> bool:
    """Is it always the last word, and somewhere that of a person's full name?"""
    return all(at == len(parts) - 1 for parts, at in form.runs) and _of_person(form)


def _is_firm(form: Form) -> bool:
    """Does it open the name of a company and close nobody's?"""
    return not _of_person(form) and any(word.rstrip(".") in _FIRM for word in form.last_words)


def _of_person(form: Form) -> bool:
    """Is it the surname in a person's full name anywhere?"""
    return any(_is_given(word.lower()) for word in form.first_words)


def _place_and_person(one: Form, two: Form) -> bool:
    """Is the one a country or state of our tables, and the other a person's name?"""
    if one.folded not in COUNTRIES and one.folded not in _REGIONS or _of_person(one):
        return False
    return _of_person(two) or (two.folded in GIVEN and "given" in two.roles())
