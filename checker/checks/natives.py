"""The state told right behind a name: "Ann Hale of Ohio" here, "Hale of Iowa" or "Hale (R-Iowa)" there, are not one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from checker.checks.seats import region_of
from checker.data.people import GENERIC, GIVEN
from checker.data.places import REGIONS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.model import Mention, Name, Span
from checker.records import NamedTuple

_OF = re.compile(r" of ((?:(?:North|South|New|West|Rhode|British|Nova) )?[A-Z][a-z]+\.?)(?!\w| [A-Z]|[’']s|-| and (?:[A-Z][a-z]+ )?[A-Z][a-z]+[,.;]| (?:state|university|college|office|chapter|branch)\b)")
_PARTY = re.compile(r",? \(?[DRI]-((?:[NSW]\. ?)?[A-Z][\w.]*(?: [A-Z][\w.]+)?)")
_WHOSE = re.compile(r"(?<![\w-])((?:[A-Z]\w+ )?[A-Z]\w+)(?:[’']s|s[’']) (?:own )?(?:(?:Sens?|Reps?|Gov)\. |Senator |Governor |Representative )?$")
_OTHER_TIME = re.compile(r"(?:\b(?:[Tt]hen|[Ff]ormer(?:ly)?|[Ee]x|[Ll]ate|born|native)\b[^.;]{0,30})$")
_AMBIGUOUS = frozenset({"Washington", "Georgia", "Victoria"})  # a city, a country or a queen behind "of"
_ENDS = frozenset(form.rpartition(" ")[2] for form in REGIONS)
_REACH = 40  # characters before a name in which its state stands


class _Home(NamedTuple):
    """A state told of a person, and where."""

    state: str
    span: Span


def natives(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """The later and the earlier of two states told of one person in two sentences, one of them behind "of"; the surname."""
    document, found = analysis.document, names(analysis)
    text = document.text
    if _ENDS.isdisjoint(found.words):
        return
    regions = [mentions for parts, mentions in found.written.items() if parts[-1] in _ENDS and (parts[-1] in REGIONS or " ".join(parts) in REGIONS)]
    if not any(text.startswith(" of ", m.span.start - len(" of ")) for m in chain.from_iterable(regions)):
        return
    before = [m for mentions in found.written.values() for m in mentions if text.startswith(" of ", m[1][1])]
    told = {m[3][0][-1]: None for m in before if isinstance(m[3], Name) and m[3][0][-1] not in REGIONS and m[3][0][-1].lower() not in GENERIC and _of(text, m)}
    for surname in told:
        mentions = [m for m in found.holding({surname}) if isinstance(m.value, Name) and m.value.parts[-1] == surname]
        given = {m.value.parts[:-1] for m in mentions if isinstance(m.value, Name) and len(m.value.parts) > 1}
        known = any(parts and parts[0].lower() in GIVEN for parts in given) or any(isinstance(m.value, Name) and m.value.title for m in mentions)
        if len(mentions) > 1 and len(given) == 1 and known and (pair := _two_homes(analysis, mentions)) is not None:
            yield pair[0].span, pair[1].span, surname


def _two_homes(analysis: Analysis, mentions: Sequence[Mention]) -> tuple[_Home, _Home] | None:
    """The first state that another before it goes against, with that other; of three states nobody knows whose they are."""
    document = analysis.document
    homes = [home for m in mentions if document.quotation_at(m.span.start) is None and (home := _home(document.text, m)) is not None]
    if len({home.state for home in homes}) != 2:
        return None
    first = homes[0]
    other = next(home for home in homes if home.state != first.state)
    return None if document.sentence_at(first.span.start) == document.sentence_at(other.span.start) else (other, first)


def _of(text: str, m: Mention) -> _Home | None:
    """ "Hale of Ohio"."""
    behind = _OF.match(text, m.span.end)
    state = REGIONS.get(behind[1], "") or REGIONS.get(behind[1].rstrip("."), "") if behind is not None else ""
    return _Home(state, Span(m.span.start, behind.end(1))) if behind is not None and state and state not in _AMBIGUOUS else None


def _home(text: str, m: Mention) -> _Home | None:
    """The state behind a name, with "of" or its party, or before it as whose it is."""
    start, end = m.span
    if _OTHER_TIME.search(text, max(0, start - _REACH), start):
        return None
    if text.startswith(" of ", end):
        return _of(text, m)
    if (party := _PARTY.match(text, end)) is not None and (state := region_of(party[1])):
        return _Home(state, Span(start, party.end(1)))
    before = _WHOSE.search(text, max(0, start - _REACH), start)
    state = next(_regions((before[1], before[1].rpartition(" ")[2])), "") if before is not None else ""
    return _Home(state, Span(before.start() + before[0].rindex(before[1]), end)) if before is not None and state and state not in _AMBIGUOUS else None


def _regions(forms: Iterable[str]) -> Iterator[str]:
    return (REGIONS[form] for form in forms if form in REGIONS)
