"""Two forms that lie near each other and are two names all the same: what each of them is elsewhere in the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.forms import Form, Use, fold
from checker.data.people import COUNTRIES, GENERIC, GIVEN, LEGAL_FORMS, OFFICES, PARTICLES
from checker.data.places import REGIONS
from checker.link.names import is_common, sex
from checker.model import Name, Span
from checker.structure.document import Document

# the other contributors' names between, and nothing else
_CONTRIBUTED = re.compile(r"(?:,? (?:and )?[A-Z][\w.’'-]*){0,20}(?: in [A-Z]\w+)?,? (?:also )?contributed(?:[.)\]]|$| (?:reporting|research|from)\b| to (?:this|the) )", re.M)
_FIRM = frozenset("Corp Corporation Inc Ltd LLC Co Company Plc plc PLC Group Holdings Industries AG SA NV Automotive Motors Airlines Bank".split())
_OF_BODIES = GENERIC | {w.lower() for w in LEGAL_FORMS}
_OFFICES = frozenset(w.lower() for w in OFFICES - {"Mr", "Mrs", "Ms", "Dr"})
_LETTERS = re.compile(r"[a-z]+")
_PEOPLES = ("an", "ese", "ish", "ch")
_NEAR = 50  # characters between a full name and the office that introduces it
_NONE: frozenset[tuple[str, str]] = frozenset()
_EXPANSION = 100  # characters before an acronym in brackets
_FEW = 3  # uses of the rarer of two names that are looked for in lists
_ITEM = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_ITEMS = re.compile(rf"(?:,|,? and) (?:{_ITEM}(?:,|,? and) ){{1,12}}")  # what stands between two of a list
_PAIR = re.compile(r",? (?:and|or) |/")
_TEASER = " MORE"  # where a page has cut a related headline into its sentence
_RELATIVE = re.compile(r"(?i:\b(?:twin|(?:half-|step)?(?:brother|sister)|son|daughter|cousin|father|mother|wife|husband|uncle|aunt|niece|nephew)s?),? $")
_LISTED = 40  # words from which a sentence of capitals is a list to choose from, not a headline
_CAPITALS = 0.8  # share of capitals in it, at least
_REGIONS = frozenset(w.lower() for full in REGIONS.values() for w in (full, *full.split()) if len(w) > 4)


def stand_apart(document: Document, a: Form, b: Form) -> bool:
    """Does the place where one of them stands speak against one name?

    Contributors named below an article are no people in it, a page's related headlines are other articles, a list to choose from (the
    countries of a form, the towns of a row) holds each name once, "her twin, Carla" is another than Clara, and a sentence that has both
    names in full, with two first letters or two known given names, tells two people, as do two offices and the line-ups of teams. Letters in brackets are a name of
    their own, and a name in another language is spelt by that.
    """
    from checker.checks.foreign import in_another_language  # most texts have no two forms to ask about
    from checker.checks.lineups import in_lineup

    if any(_expands(document, one, two) for one, two in ((a, b), (b, a))) or in_another_language(document, a, b) or _by_office(document, a, b):
        return True
    if any(one.folded + "s" in document.lowercase and not _of_person(one) and _of_person(two) for one, two in ((a, b), (b, a))):
        return True  # "Central Banker", where the text has "bankers"
    if sorted(a.folded) != sorted(b.folded) and any(_in_row(document, u, v) for u, v in _alone(a, b)):
        return True
    if all(any(in_lineup(document, u.span) for u in f.uses) for f in (a, b)):
        return True
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


def shared_names(a: Form, b: Form) -> set[str]:
    """The words that stand with both and link them: none that many names share, none behind two others ("Seng" and "Kong" before "Index"), and no
    particle before two others ("Di").
    """
    shared = {w for w in a.others() & b.others() if w not in GENERIC and not (w in PARTICLES and _parted(a, b, w))}
    return {w for w in shared if any(not (between := _between(x, w)) or not (other := _between(y, w)) or not between.isdisjoint(other)
                                     for x in a.runs for y in b.runs if _has(x, w) and _has(y, w))}


def _parted(a: Form, b: Form, particle: str) -> bool:
    """Does the particle stand behind both, and before a word of its own each time ("Ponto Di Mare", "Pontro Di Luna")?"""
    behind = [{fold(parts[at + 2]) for parts, at in f.runs if len(parts) > at + 2 and fold(parts[at + 1]) == particle} for f in (a, b)]
    return all(behind) and behind[0].isdisjoint(behind[1])


_Run = tuple[tuple[str, ...], int]


def _has(run: _Run, word: str) -> bool:
    return any(fold(p) == word for p in run[0])


def _between(run: _Run, word: str) -> set[str]:
    """The words of a name between the form and another word, but for a company's legal form."""
    parts, at = run
    there = min((i for i, p in enumerate(parts) if fold(p) == word), key=lambda i: abs(i - at))
    return {fold(p) for p in parts[min(at, there) + 1:max(at, there)] if p not in LEGAL_FORMS}


def _expands(document: Document, short: Form, word: Form) -> bool:
    """Is the one an acronym in small letters, and the other a word of what it stands for?"""
    text, letters = document.text, f"({short.folded.upper()})"
    at = next((at for at in document.places(short.folded) if text.startswith(letters, at - 1)), 0)
    return at > 0 and word.word in text[max(0, at - 1 - _EXPANSION):at]


def _alone(a: Form, b: Form) -> Iterator[tuple[Use, Use]]:
    """The uses of both as whole names, those of the rarer one by one; none where both stand often."""
    few, many = sorted(([u for u in f.uses if len(u.parts) == 1] for f in (a, b)), key=len)
    return ((u, v) for u in few for v in many) if len(few) <= _FEW else iter(())


def _in_row(document: Document, one: Use, two: Use) -> bool:
    """Are both items of one list of names, with no more between them than others of it, or two that "and" or "or" joins?"""
    first, last = sorted((one.span, two.span))
    text, between = document.text, (first.end, last.start)
    if last.start - first.end >= 200:
        return False
    if text[slice(*between)] == ", ":  # an apposition, but for a longer list's
        return text[first.start - 2:first.start] == ", " and text.startswith((", ", " and "), last.end)
    return (_ITEMS.fullmatch(text, *between) or _PAIR.fullmatch(text, *between)) is not None


def _by_office(document: Document, a: Form, b: Form) -> bool:
    """Is the one known by an office that is never the other's, whose full name has an office of its own beside it ("chief of staff Don Regan")?

    An office that stands once is a reporter's slip as well; in one sentence with the full name it is not.
    """
    for one, two in ((a, b), (b, a)):
        titled = [(u, title) for u in two.uses if (title := _title(u))] if one.first_words and not two.first_words else []
        offices = {office for _, title in titled for office in _offices(title)}
        for full in (u for u in one.uses if offices and 0 < u.position == len(u.parts) - 1):
            sentence = document.sentence_at(full.span.start)
            if len(two.uses) < 2 and not any(sentence.start <= u.span.start < sentence.end for u, _ in titled):
                continue
            near = _offices(_around(document, full.mention.span, two.word))
            if near and not any(_one_office(x, y) for x in near for y in offices):
                return True
    return False


def _one_office(x: str, y: str) -> bool:
    """May two words be of one office: "Sen." and "Senator", "Rep." and "Congressman"?"""
    known = offices_by_word()
    return x.startswith(y) or y.startswith(x) or not known.get(x, _NONE).isdisjoint(known.get(y, _NONE))


@cache
def offices_by_word() -> dict[str, set[tuple[str, str]]]:
    """The offices by the last word of their forms, in small letters."""
    from checker.data import offices

    found: dict[str, set[tuple[str, str]]] = {}
    for form, office in offices.OFFICES.items():
        found.setdefault(form.rpartition(" ")[2].rstrip(".").lower(), set()).add(office)
    return found


def _title(use: Use) -> str:
    value = use.mention.value
    return (value.title or "") if isinstance(value, Name) else ""


def is_introduced(document: Document, span: Span) -> bool:
    """Does an office stand beside the full name?"""
    return bool(_offices(_around(document, span, "")))


def _offices(words: str) -> frozenset[str]:
    return _OFFICES.intersection(_LETTERS.findall(words.lower()))


def _around(document: Document, span: Span, but: str) -> str:
    """The words before and behind a full name in its sentence, without those before the other name."""
    (start, end), (first, last) = span, document.sentence_at(span.start)
    text = document.text[max(first, start - _NEAR):start] + " | " + document.text[end:min(last, end + _NEAR)]
    return re.sub(rf"[A-Z][a-z]+ {re.escape(but)}\b", "", text) if but and but in text else text


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
    if all(_amid(parts, at) for f in (a, b) for parts, at in f.runs) or all(_half_of_two(f, parts[at]) for f in (a, b) for parts, at in f.runs):
        return True  # what stands around both, or the other halves, would be shared
    if any(one.word.endswith("o") and (two.folded in COUNTRIES or two.word.endswith(_PEOPLES)) and all(parts[at].startswith(one.word + "-") for parts, at in one.runs) for one, two in ((a, b), (b, a))):
        return True  # "Franco-British"
    if (x in GIVEN and y in GIVEN) or (a.roles() == b.roles() == {"given"} and _is_given(x) and _is_given(y)):
        return True
    return any((_opens(one) or _is_amid(one)) and _closes(two) or _place_and_person(one, two) or _is_firm(one) and _closes(two) for one, two in ((a, b), (b, a)))


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


def _amid(parts: tuple[str, ...], at: int) -> bool:
    """Does it stand between two words of a name, which is no office and does not end as a body's does ("Muslim Hamid Karsan")?"""
    return 0 < at < len(parts) - 1 and _OF_BODIES.isdisjoint(map(str.lower, parts[at:]))


def _half_of_two(form: Form, part: str) -> bool:
    """Is it one of two words with a hyphen between ("Abdul-Rahim"), where the other is no article ("Al-Amin")?"""
    return _half(form, part) and sum(len(half) > 2 and half[0].isupper() for half in part.split("-")) > 1


def _is_given(folded: str) -> bool:
    return folded in GIVEN or sex(folded) is not None


def _opens(form: Form) -> bool:
    """Is it a given name that we know, the first word of a full name and never the last of one?"""
    longer = [at for parts, at in form.runs if len(parts) > 1]
    return bool(longer) and not any(longer) and _is_given(form.folded)


def _is_amid(form: Form) -> bool:
    """Does it never stand alone or last, as in the name of a school or a street ("Hartford High School")?"""
    return all(at < len(parts) - 1 and not parts[-1].isupper() for parts, at in form.runs)


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


def one_head(a: Form, b: Form) -> bool:
    """Does each open a name of two words that ends in the same common one?"""
    heads = [{parts[1] for parts, at in f.runs if at == 0 and len(parts) == _PAIRED and parts[1].lower() in GENERIC} for f in (a, b)]
    return not heads[0].isdisjoint(heads[1])


_PAIRED = 2
