"""In which town something of which there is one takes place or stands: "the convention in Leeds", "St. Anne's Hospital in York"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.data.people import COUNTRIES, GIVEN
from checker.data.places import CITIES, REGIONS
from checker.extract.times import MONTHS, WEEKDAYS
from checker.model import Mention, Name, Relation, Span
from checker.relate.gaps import occurrences
from checker.structure.document import Document

_EVENTS = frozenset("""convention summit trial funeral parade fair festival ceremony bombing explosion wedding crash massacre congress inauguration headquarters
siege vigil synod premiere derailment conference tournament regatta exhibition marathon""".split())
_HOUSES = frozenset("Hospital Church Cathedral Congregation Synagogue Mosque Temple College Museum Theatre Theater Stadium Arena Prison Courthouse Airport Zoo "
                    "Academy Library Seminary Institute Clinic Hotel Brewery Shipyard".split())
# named events that are held in one town, with what may stand between the name and the town
_CUPS = frozenset("Cup Open Games Championship Championships Classic Masters Trophy Festival Fair Expo Conference Forum Convention Marathon Regatta Carnival Summit".split())
_SEVERAL = frozenset("World Davis Fed Olympic Olympics Commonwealth European Asian Winter Summer National Grand".split())  # held elsewhere each time, or in several towns
_OTHER_TIME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:last|next|previous|following|every) (?:year|season|time|edition)|years? (?:ago|later|before)|\b(?:will move|moved|moves|first held)\b")
# houses in small letters behind a name of their own ("the Westfield mall")
_SMALL = frozenset("mall stadium prison jail hospital airport arena theatre theater church mosque synagogue cathedral museum cinema school college hotel factory mill barracks cemetery brewery".split())
_OWNED = _HOUSES | _SMALL
# names that each town's house may have
_COMMON = frozenset("""General Regional Central City County Town National State District Municipal Memorial University Community International Royal Public Children’s Children's
Women’s Women's Veterans Medical Federal Catholic Presbyterian Methodist Baptist Lutheran Anglican Jewish First Grand Central High Old New North South East West Main Crown Supreme
Olympic Military Army Navy Air Force Police Fire Central Technical Technology Art Arts Science History Natural Modern Contemporary Design Christian Islamic Hilton Marriott
Sheraton Hyatt Holiday Inn Ritz Westin Radisson Intercontinental InterContinental Novotel Kempinski Baptist Bible""".split())
_NEAR = 40  # characters to "in" and its town
_NOUNS = _EVENTS | _HOUSES | _CUPS
_PLAIN = frozenset({"", "upcoming", "annual", "coming", "recent", "latest", "planned", "big", "national", "party", "party's"})  # what tells no two apart
_TO_ALL = frozenset("the their its his her this that these our".split())


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = r"(?: (?:[a-z]+ )?(?:campaign|tournament|event|series|final|finals|match|tie|title|draw))?(?: (?:on |this |last |next )?[A-Z][a-z]+\.?(?: \d\d?(?:[-–]\d\d?)?)?| (?:this|last|next) (?:week|month|year|summer|spring|fall|winter))?"
    town = r" in ((?:[A-Z][a-z’'-]{2,}|St\.)(?: [A-Z][a-z’'-]+){0,2})(?![\w-])(?!’s|'s)"
    before = re.compile(r"(?<![\w-])([Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Oo]ur|[Aa]n?) ((?:[\w’'-]+ ){0,3}?)$")
    return re.compile(day + town), before


def venues(document: Document) -> Iterator[Relation]:
    """Relations venue (what, place): `facts` has the thing, the modifiers of its noun, and whether the text points to it."""
    text = document.text
    within, before = _patterns()
    for noun in sorted(_NOUNS & document.lowercase):
        for at in document.places(noun.lower()):
            end = at + len(noun)
            place = within.match(text, end) if text.startswith(noun, at) and text.find(" in ", end, end + _NEAR) >= 0 else None
            if place is None or not _is_town(place[1]):
                continue
            start = max(document.sentence_at(at).start, at - 60)
            if noun in _HOUSES or noun in _CUPS:
                named = _NAMED.search(text, start, at)
                if named and noun in _CUPS and (not _SEVERAL.isdisjoint(named[0].split()) or _OTHER_TIME.search(text, *document.sentence_at(at))):
                    continue
                thing, modifiers, pointed, first = (f"{named[0].removeprefix('The ')}{noun}", "", True, named.start() + 4 * named[0].startswith("The ")) if named else ("", "", False, 0)
            else:
                told = before.search(text, start, at)
                thing, modifiers, pointed, first = (noun, told[2].strip(), told[1].lower() in _TO_ALL, told.start()) if told else ("", "", False, 0)
            if thing and not (noun in _HOUSES and _COMMON.issuperset(thing.split()[:-1])):
                span = Span(first, place.end())
                what = Mention("name", span, text[span.start:span.end], Name((thing,)))
                where = Mention("name", Span(*place.span(1)), place[1], Name((place[1],), "place"))
                yield Relation("venue", (("what", what), ("place", where)), {"thing": thing, "modifiers": modifiers, "pointed": "yes" if pointed else ""})


def owned(document: Document) -> Iterator[Relation]:
    """ "Leeds' upscale Carver mall", "York's St. Anne's Hospital": a house that has a name of its own, behind the town that owns it.

    A house in small letters is told with "the" as well: "the Carver mall in York".
    """
    text, words = document.text, document.lowercase
    told: list[tuple[str, str, Span, Span]] = []
    for noun in sorted(_OWNED & words):
        for at in document.places(noun.lower()):
            if not text.startswith(noun, at) or text[at - 1:at] != " " or (named := _NAMED.search(text, max(document.sentence_at(at).start, at - 60), at)) is None:
                continue
            end, first = at + len(noun), named.start()
            name = named[0]
            if (owner := _OWNER.match(name)) is not None and owner.end() < len(name):
                town, name = owner[1], name[owner.end():]
                where = Span(first, first + len(town))
            elif (before := _OWNER_BEFORE.search(text, max(0, first - 50), first)) is not None:
                town, first = before[1], before.start(1)
                where = Span(first, first + len(town))
            elif noun in _SMALL and (behind := _patterns()[0].match(text, end)) is not None and text[first - 4:first].lower() == "the ":
                town, where, end = behind[1], Span(*behind.span(1)), behind.end()
            else:
                continue
            if _is_town(town) and not _COMMON.issuperset(name.split()) and not _is_person(document, town):
                told.append((f"{name}{noun.capitalize()}", town, where, Span(first, end)))
    for thing, town, place, span in sorted(told, key=lambda t: t[3]):
        what, owner_of = Mention("name", span, text[span.start:span.end], Name((thing,))), Mention("name", place, town, Name((town,), "place"))
        yield Relation("venue", (("what", what), ("place", owner_of)), {"thing": thing, "modifiers": "", "pointed": "yes", "guessed": "" if town.lower() in CITIES or " in " + town in text else "yes"})


_OWNER = re.compile(r"([A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)(?:['’]s|(?<=s)['’]) ")
_OWNER_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)(?:['’]s|(?<=s)['’]) (?:[a-z][a-z-]+,? ){1,2}$")
_NAMED = re.compile(r"(?:[A-Z][\w’'.&-]+ ){1,5}$")


def _is_town(name: str) -> bool:
    """A name that is no state, country, month or day."""
    first = name.split()[0].lower()
    return name not in REGIONS and name.lower() not in COUNTRIES and first not in COUNTRIES and first not in MONTHS and first not in WEEKDAYS


def _is_person(document: Document, name: str) -> bool:
    """Is the owner a person or a firm: a given name, or one that stands behind another name, or before a legal form?"""
    text = document.text
    return name.lower() in GIVEN or any(
        text[at - 1:at] == " " and _FULL.search(text, max(0, at - 20), at) is not None or text.startswith((" said", " says", " Inc", " Co", " Corp", " Ltd"), at + len(name))
        for at in occurrences(text, name))


_FULL = re.compile(r"(?<![.!?] )(?<!\n)(?<![\w’'-])[A-Z][\w.]+ $")


def plain(modifiers: str) -> bool:
    """Do the words before the noun tell no two of them apart?"""
    return all(w in _PLAIN for w in modifiers.split(" "))
