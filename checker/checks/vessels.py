"""A ship is "she": a pronoun that may mean one says nothing of a person's sex."""

from __future__ import annotations

from checker.checks.pronouns import Reader
from checker.model import Span

_SHIPS = frozenset("ship ships boat boats yacht yachts vessel vessels ferry ferries sloop schooner ketch trawler tanker frigate destroyer submarine liner tug "
                   "steamer cruiser lifeboat warship barge catamaran clipper dinghy".split())
_FEMALE = frozenset({"she", "She", "her", "Her"})


def may_be_a_ship(reader: Reader, pronoun: Span) -> bool:
    """Is a pronoun "she" in a text of ships, behind a sentence, or in one, that opens with a name that is no person's ("Southern Rival blew out a sail.")?"""
    document = reader.document
    if document.text[pronoun.start:pronoun.end].partition(" ")[0] not in _FEMALE or _SHIPS.isdisjoint(document.lowercase):
        return False
    here = document.sentence_index(pronoun.start)
    for sentence in (here, here - 1):
        start = document.sentences[max(sentence, 0)].start
        opens = reader.names_from(start, start + 5)  # "The Petrel sank."
        if opens and opens[0].span.start < pronoun.start:
            return not reader.people_named(opens[0].span.start, pronoun.start)
    return False
