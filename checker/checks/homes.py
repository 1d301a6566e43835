"""An office told with its state and no name: "the Ohio senator" where the only Ohioan who is told to hold a seat is the governor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.checks.base import occurrences
from checker.checks.seats import region_of
from checker.data.places import REGIONS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import with_title
from checker.model import Mention, Name, Span
from checker.records import NamedTuple

_NOUNS = {"senator": "senator", "governor": "governor", "congressman": "representative", "congresswoman": "representative"}
_TITLES = {"sen": "senator", "senator": "senator", "gov": "governor", "governor": "governor", "rep": "representative", "representative": "representative",
           "congressman": "representative", "congresswoman": "representative"}
_PROSE = frozenset({"body", "list"})
_BEFORE = re.compile(r"(?:[Tt]he ((?:former|then) |then-|ex-)?((?:[A-Z][\w.]* ){1,2})|((?:[A-Z]\w+ )?[A-Z]\w+)[’']s (former )?)(?:Republican |Democratic |GOP |junior |senior )?$")
_BEHIND = re.compile(r"(?![\w-])(?! (?:race|candidate|hopeful|contest|primary|election|seat|mansion|from|of|and|or|who|elect)\b|[’']s (?:race|mansion|office|seat|election|contest|primary)\b"
                     r"| [A-Z]|, (?:who|[A-Z]))")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ee]x)[ -]+(?:[A-Z][\w.]* ){0,3}$")
_HOME_BEFORE = re.compile(r"((?:[A-Z][\w.]* ){1,3})(?:[A-Z][\w.]*\.?) $")
_HOME_BEHIND = re.compile(r",? \(?[DRI]-((?:[NSW]\. ?)?[A-Z][\w.]*(?: [A-Z][\w.]+)?)|,? of ([A-Z]\w+(?: [A-Z]\w+)?)|, (?:an? )?(?:Republican|Democrat) (?:of|from) ([A-Z]\w+(?: [A-Z]\w+)?)")


class _Holder(NamedTuple):
    """Who is told to hold or have held a seat: surname, office, state ("" where it is not told), whether formerly, where."""

    surname: str
    office: str
    state: str
    former: bool
    span: Span


def strays(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """Where an office with a state can only mean somebody who is told to hold another: its place, the other's, the surname."""
    document = analysis.document
    words = document.distinct
    met = [noun for noun in _NOUNS if noun in words or f"{noun}'s" in words]
    if not met or not any(map(_office_of, names(analysis).kinds)):
        return
    told = _all_told(analysis)
    if not told:
        return
    holders = list(_holders(analysis))
    for at, (span, office, state, former) in enumerate(told):
        of_state = [h for h in holders if h.state == state and h.span < span]
        if not of_state and not former and at:  # "the Ohio governor" before, of whom the name is told without the state
            of_state = [_Holder("", o, s, f, x) for x, o, s, f in told[:at] if s == state and o != office and not f and any(h.office == o for h in holders)]
        if len({h.surname for h in of_state}) != 1 or any(h.office == office and h.state in ("", state) for h in holders):
            continue
        if all(h.former == former for h in of_state):
            yield span, of_state[0].span, of_state[0].surname or document.text[of_state[0].span.start:of_state[0].span.end]


_SEAT_WORDS = {"senator": ("senator", "senators", "sen", "sens", "senate's"), "governor": ("governor", "governors", "gov", "govs", "governor's", "governorship"),
               "representative": ("congressman", "congressmen", "congresswoman", "congresswomen", "representative", "representatives", "rep", "reps", "speaker", "whip", "congressman's")}
_LEADERS = frozenset({"leader", "whip", "speaker"})
_MEANT = re.compile(r"(?:[Tt]he|[.”\"] An?|\nAn?) (?:[\w’.-]+ ){0,2}?(?:Republican|Democratic|GOP|[a-z]+-term|junior|senior|outspoken|conservative|liberal) (?:[A-Z][\w.]+ )?$")


def lone(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """ "The Republican congressman" where the text knows one holder of a seat, a senator, and has no other word of a congressman."""
    document = analysis.document
    plain, words = document.plain, document.distinct
    met = [noun for noun in _NOUNS if noun in words]
    if not met or not names(analysis).titles or not words.isdisjoint(_LEADERS):
        return
    counts = document.counts
    for noun in met:
        office = _NOUNS[noun]
        if sum(counts.get(word, 0) for word in _SEAT_WORDS[office]) != 1:
            continue
        at = plain.find(f" {noun} ") + 1
        found = _MEANT.search(document.text, max(0, at - 60), at) if at else None
        if found is None or document.quotation_at(at) is not None or document.zone_at(at).kind not in _PROSE or not _BEHIND.match(document.text, at + len(noun)):
            continue
        holders = list(_holders(analysis))
        told = [h for h in holders if h.span.start < at]
        if told and len({h.surname for h in holders}) == 1 and not any(h.former or h.office == office for h in holders):
            yield Span(found.start() + (found[0][0] in '.”"\n') * (1 + (found[0][1] == " ")), at + len(noun)), told[0].span, told[0].surname


_APPOSED = ("governor", "senator", "congressman", "congresswoman")
_LONGEST = 60  # characters of a name, and of the words between one and its office
_OF_STATE = re.compile(rf"([A-Z][\w’'-]+), (?:who is )?(?:the|an?) (?:[\w-]+ ){{0,2}}?({'|'.join(_APPOSED)}) (?:of|from) ([A-Z]\w+(?: [A-Z]\w+)?)")
_MEMBER = re.compile(r"(?<![\w-])[Tt]he ((?:[A-Z][\w.]* ){1,2})(?:Republican|Democrat)(?= [a-z]|[’']s [a-z]|,)(?! (?:of|and|or|who|candidate|nominee)\b)")


def others(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """ "The Ohio governor" where the only governor told is Iowa's, and the text has nothing else of Ohio: its place, that of the other, the surname."""
    document = analysis.document
    words = document.distinct
    met = [noun for noun in _NOUNS if noun in words]
    members = "republican" in words or "democrat" in words
    if not (met or members) or not any(map(_office_of, names(analysis).kinds)) and not any(f" {noun} of " in document.text for noun in met):
        return
    told = [*(_all_told(analysis) if met else ()), *(_of_a_party(analysis) if members else ())]
    holders = [*_holders(analysis), *_apposed(analysis)] if told else []
    for span, office, state, former in sorted(told):
        held = [h for h in holders if office in ("", h.office)]
        if former or not held or any(h.former or h.state in ("", state) for h in held) or len({h.surname for h in held}) != 1 or min(h.span for h in held) > span:
            continue
        forms = [form for form, region in REGIONS.items() if region == state and len(form) > 2]
        if all(span.start <= at < span.end for form in forms for at in occurrences(document.text, form)) and _is_alone(analysis, span.start, held[0].surname):
            yield span, held[-1].span, held[-1].surname


def _is_alone(analysis: Analysis, at: int, surname: str) -> bool:
    """Is the person the only one named in the paragraph before an offset and in the one before that, as whoever else is may be meant?"""
    document = analysis.document
    start = document.zones[max(0, document.zone_index(at) - 1)].span.start
    known = {parts[-1] for parts in names(analysis).full}
    near = [m.value.parts for m in analysis.mentions if isinstance(m.value, Name) and start <= m.span.start < at and m.text not in REGIONS]
    return any(parts[-1] == surname for parts in near) and all(parts[-1] == surname or len(parts) == 1 and parts[0] not in known for parts in near)


def _apposed(analysis: Analysis) -> Iterator[_Holder]:
    """Who is told behind the name to hold the seat of a state ("Ann Hale, the governor of Ohio,")."""
    document = analysis.document
    text = document.text
    for at in sorted(at for noun in _APPOSED for at in document.places(noun)):
        comma = text.rfind(", ", max(0, at - _LONGEST), at)
        m = _OF_STATE.search(text, max(0, comma - _LONGEST), at + _LONGEST) if comma > 0 else None
        if m is not None and m.start(2) == at and (state := region_of(m[3])):
            yield _Holder(m[1], _NOUNS[m[2]], state, False, Span(*m.span()))


def _of_a_party(analysis: Analysis) -> Iterator[tuple[Span, str, str, bool]]:
    """Where prose has "the Ohio Democrat", who may hold any seat."""
    document = analysis.document
    for at in (at for word in ("Republican", "Democrat") if word.lower() in document.distinct for at in occurrences(document.text, word)):
        before = document.text[max(0, at - 16):at].split()[-1:]
        m = _MEMBER.search(document.text, max(0, at - 40), at + 40) if before and before[0] in REGIONS else None
        state = region_of(m[1].strip()) if m and m.end() >= at else ""
        if m and state and document.quotation_at(m.start()) is None and document.zone_at(m.start()).kind in _PROSE:
            yield Span(*m.span()), "", state, False


def _all_told(analysis: Analysis) -> list[tuple[Span, str, str, bool]]:
    """All offices told with a state and no name, in the order of the text; worked out once."""
    memo, text, words = analysis.document.memo, analysis.document.text, analysis.document.distinct
    known: list[tuple[Span, str, str, bool]] | None = memo.get(_all_told)
    if known is None:
        met = [noun for noun in _NOUNS if noun in words or f"{noun}'s" in words]
        known = memo[_all_told] = sorted(found for noun in met for at in occurrences(text, noun) if (found := _told(analysis, at, noun)) is not None)
    return known


def _told(analysis: Analysis, at: int, noun: str) -> tuple[Span, str, str, bool] | None:
    """The place of "the STATE noun" or "STATE's noun" in prose, the office, the state, whether a former one."""
    document = analysis.document
    text, end = document.text, at + len(noun)
    found = _BEFORE.search(text, max(0, at - 50), at) if text[at - 1:at] == " " and _BEHIND.match(text, end) else None
    state = region_of((found[2] or found[3]).strip()) if found is not None else ""
    if found is None or not state or document.quotation_at(at) is not None or document.zone_at(at).kind not in _PROSE:
        return None
    return Span(found.start(), end), _NOUNS[noun], state, bool(found[1] or found[4])


def _holders(analysis: Analysis) -> Iterator[_Holder]:
    """Everybody who stands behind the title of a seat."""
    found, text = names(analysis), analysis.document.text
    full: dict[str, str] = {}
    for at, title in found.titles.items():
        office = _office_of(title)
        m = next((m for m in found.written.get(found.bearers[at], ()) if m.span.start == at), None) if office else None
        if m is not None:
            surname = found.bearers[at][-1]
            state = _state(text, m) or full.get(surname, "")
            full.setdefault(surname, state)
            span = with_title(text, m)
            yield _Holder(surname, office, state, _FORMER.search(text, max(0, span.start - 30), at) is not None, span)


@lru_cache(maxsize=1024)
def _office_of(title: str) -> str:
    """The office that a title tells, "" where it is none that has a state."""
    return _TITLES.get(title.rpartition(" ")[2].rstrip(".").lower(), "")


def _state(text: str, m: Mention) -> str:
    """The state beside a name with a title: "Ohio Gov. John Kasich", "Rep. Jim Jordan (R-Ohio)", "Senator Ann Hale of Texas"."""
    behind = _HOME_BEHIND.match(text, m.span.end)
    if behind is not None and (state := region_of(behind[1] or behind[2] or behind[3])):
        return state
    before = _HOME_BEFORE.search(text, max(0, m.span.start - 50), m.span.start)
    words = before[1].split() if before else []
    return next((REGIONS[w] for n in (2, 1) for i in range(len(words)) if (w := " ".join(words[i:i + n])) in REGIONS), "")
