"""The people of an article: only those are used of whom one given name and one bearer of the surname is certain."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from planting.article import Article
from planting.lexicon import COUNTRIES, DAYS, GIVEN, MEN, MONTHS, NO_SURNAME, STATES, TOWNS

TITLES = ("President Senator Sen. Representative Rep. Governor Gov. Mayor Justice Judge Gen. General Col. Colonel Lt. Capt. Captain Sgt. Dr. Mr. Mrs. Ms. Secretary Leader Speaker "
          "Minister Chairman Chairwoman Director Chief Attorney Professor Prof. Rev. Ambassador Congressman Congresswoman Democrat Republican Commissioner Sheriff Officer Chancellor "
          "Premier Prime Whip Adm. CEO King Queen Prince Princess Pope Lord Sir Dame Coach Councilman Detective Deputy Counsel Treasurer Spokesman Spokeswoman").split()
_OPENERS = frozenset("""But When If As And While For Like Since After In On That The With Both Even Now Then So Though Although Before Because By To At From Did Does Is Was Will Would Could
What Why How Who Where Yet Until Once Instead Still Only Or Also Today Yesterday Meanwhile Unlike Among Under Over Of It He She They Says Said Asked""".split())
_ENTITIES = frozenset(COUNTRIES) | frozenset(TOWNS) | frozenset(STATES) | frozenset(DAYS) | frozenset(MONTHS) | GIVEN
_FULL = re.compile(r"\b([A-Z][a-z]+) (?:([A-Z]\.) )?((?:Mc|O['’]|De|Mac)?[A-Z][a-z]{2,})\b(?! (?:[A-Z][a-z]|[A-Z]\.)|-)")
_KIN = re.compile(r"\b(?:wife|husband|brother|sister|son|daughter|father|mother|family|widow|couple|parents|sons|daughters|brothers|sisters|uncle|aunt|cousin|niece|nephew|née)\b", re.I)


_TOLD = re.compile(r", [1-9]\d,|, who (?:is|has|was|had)\b")


class Person(NamedTuple):
    """Somebody who has the surname to himself."""

    given: str
    surname: str
    full: str
    woman: bool | None  # None, where the given name tells nothing

    @property
    def mention(self) -> str:
        """A pattern for the surname."""
        return rf"(?<![\w@#/.-]){re.escape(self.surname)}(?![\w@-]|\.\w)"


def _alone(article: Article, given: str, surname: str) -> bool:
    """Does nothing else go by the surname?"""
    for m in re.finditer(rf"(?:(?<=\s)|^|(?<=[\"“‘(]))([A-Z][\w.’'-]*\.?) (?:[A-Z]\. )?{re.escape(surname)}\b", article.text, re.M):
        if m[1] != given and m[1] not in TITLES and m[1] not in _OPENERS:
            return False
    return not re.search(rf"\b{re.escape(surname)} (?:family|Street|Avenue|University|County|Center|Foundation|Institute|Inc|Act|School|Group|Jr|brothers)|\b{re.escape(surname)}-|-{re.escape(surname)}\b|"
                         rf"\b{re.escape(surname)}s\b|\b{re.escape(surname)},? (?:[A-Z]\. )?(?:Jr|Sr)\b|{re.escape(surname)}(?: and|, [A-Z]\w+ and) [A-Z]\w+ {re.escape(surname)}", article.text)


@lru_cache(maxsize=4096)
def people(article: Article) -> tuple[Person, ...]:
    """Everybody of whom that much is certain."""
    found: dict[str, Person | None] = {}
    for i in article.prose:
        for m in _FULL.finditer(article.lines[i]):
            given, surname = m[1], m[3]
            told = given in GIVEN or _TOLD.match(article.lines[i], m.end())
            if not told or given in _ENTITIES - GIVEN or given in TITLES or given in _OPENERS or surname in NO_SURNAME or surname in _ENTITIES or surname in TITLES:
                continue
            person = Person(given, surname, m[0], given not in MEN if given in GIVEN else None)
            before = found.get(surname, person)
            found[surname] = before if before and before.given == given else None
    return tuple(p for p in found.values() if p and _alone(article, p.given, p.surname))


def kin(words: str) -> bool:
    """Do the words tell of relatives, whose surname or sex may be meant?"""
    return bool(_KIN.search(words))


def only_person(article: Article, line: int, person: Person) -> bool:
    """Does a paragraph name nobody but the person?"""
    text = article.lines[line]
    bare = re.sub(rf"\b(?:{person.given} )?(?:[A-Z]\. )?{re.escape(person.surname)}\b", "", text)
    others = {p.surname for p in people(article)} - {person.surname}
    if re.search(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt)\.|\b(?:" + "|".join(TITLES[i] for i in (0, 1, 3, 5, 7)) + r") [A-Z]", bare):
        return False
    words = set(re.findall(r"\b[A-Z][a-z]+\b", bare))
    surnames = set(re.findall(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?([A-Z][a-z]+)\b", article.text))
    return not (words & (GIVEN | others) or words & surnames - _ENTITIES or kin(text)
                or re.search(r"\b(?:man|woman|boy|girl|lady|gentleman|actor|actress|guy|girlfriend|boyfriend|king|queen|husband|wife|whoever|someone|anyone|everyone|himself or|he or she|person|"
                         r"president|governor|senator|aide|reporter|correspondent|doctor|lawyer|leader|candidate|official|nominee|secretary|minister|officer|judge|critic|rival|opponent|predecessor|successor|"
                         r"colleague|friend|boss|partner|member|host|witness|neighbor|student|victim|suspect|gunman|teacher|adviser|spokesman|spokeswoman|who\b(?! has| is| was))\b", text, re.I))
