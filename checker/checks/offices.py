"""Offices told of one person that do not go together: the deputy and the head of one office, the voice of two bodies.

Both are read beside the name, in capitals or not: "Deputy Secretary Ann Hale", "Hale, the deputy secretary,".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.checks.base import occurrences
from checker.checks.beside import apposed
from checker.data.offices import HEADS
from checker.data.people import COUNTRIES, GENERIC, GIVEN
from checker.data.places import CITIES, REGIONS
from checker.link.ledger import Analysis
from checker.link.named import names
from checker.link.names import alike
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.document import Document

_PROSE = frozenset({"body", "list"})
_RANKS = ("deputy", "vice", "assistant", "lieutenant", "lt")
_OPENINGS = ("deputy-", "vice-")
_VOICES = ("spokesman", "spokeswoman", "spokesperson")
_PRESS = "press secretary"
_REACH = 80  # characters between a name and an office
_CAPITALS = re.compile(r"(?:[A-Z][\w.&’'-]* (?:(?:and|of|for|the|on) )*)+$")
_BODY = r" (?:of|for|at|on) (?:the )?(?:[A-Z][\w.&’'-]* (?:(?:and|of|for|the|on) )*)+"
_BETWEEN = re.compile(rf" |{_BODY}|, (?:[A-Z][a-z]+\.? )?")
_BEHIND = re.compile(r" (?:of|for|at|with) ((?:the |an? )?(?:[\w&’'-]+ )?(?:[A-Z][\w.&’'-]*(?: (?:(?:and|of|for|the|on) )*(?=[A-Z]))?)+)")
# what makes an office another one, of another time or rank: "former", "acting", "a"
_OTHER = re.compile(r"\b(?:former|then|ex|late|future|incoming|outgoing|acting|onetime|ousted|shadow|interim|next|would-be|elect|an?|no|deputy|vice|assistant|"
                    r"lieutenant|lt\.?|under|associate|co|sub|first|executive|regional|senior|to(?: the)?)[ -]+(?:[\w.’'-]+ ){0,3}$", re.I)
_OTHER_TITLE = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ee]x|[Ll]ate|[Ff]uture|[Ii]ncoming|[Oo]utgoing|[Aa]cting|[Oo]netime|[Oo]usted|[Ss]hadow|[Ii]nterim|[Nn]ext|[Dd]eputy|[Vv]ice|[Aa]ssistant|"
                          r"[Ll]ieutenant|Lt\.?|Under|[Aa]ssociate|[Cc]o|[Ss]ub|[Ee]xecutive|[Rr]egional|[Ss]enior|as)[ -]+(?:[A-Z][\w.’'-]+ ){0,3}$")
_CHANGED = re.compile(r"\b(?:promoted|promotion to|resign\w*|succeed\w*|successor|replac\w*|became|sworn|appointed|nominat\w*|ran for|running for|bid for|served as|took over)\b")


_LAST_WORDS = frozenset(form.rpartition(" ")[2] for form in HEADS)


_FORMS = "|".join(sorted(HEADS, key=len, reverse=True))
_RANKED = re.compile(rf"(?:deputy|vice|assistant|lieutenant|lt\.?)[ -](?:(?!of |to |for |and )[a-z]+ ){{0,2}}?({_FORMS})\b\.?(?![- ](?:elect|designate))", re.I)
_RIGHT_BEFORE = re.compile(rf"(?<![\w-])((?i:{_FORMS}))\b\.?(?: |{_BODY}|, (?:M[rs]s?\.? )?)$")
_RIGHT_BEHIND = re.compile(rf", (?:who is )?(?:(?:the|its|their|[A-Z]\w+[’']s) )?((?:(?!of |to |for |with |by |and |whose |at |from |in |on )[\w’'.-]+ ){{0,3}}?)"
                           rf"((?i:{_FORMS}))\b(?! of staff)")


class Office(NamedTuple):
    """An office told of a person: its `head` and the words of the `body` that it belongs to, where it stands with the name, the name."""

    head: str
    body: frozenset[str]
    span: Span
    holder: Mention


def deputies(analysis: Analysis) -> Iterator[tuple[Office, Office]]:
    """One person as the head of an office, and as the deputy of that head; the later first."""
    document = analysis.document
    plain, words = document.plain, document.distinct
    hyphened = [word for word in document.hyphened if word.startswith(_OPENINGS)]
    told = [rank + " " for rank in _RANKS if rank in words] + [opening for opening in _OPENINGS if hyphened and any(word.startswith(opening) for word in hyphened)]
    ranked = [(at, m) for rank in told for at in occurrences(plain, rank) if (not at or plain[at - 1] == " ") and (m := _RANKED.match(document.text, at)) is not None]
    seen: set[str] = set()
    for at, m in sorted(ranked):
        lower = held_by(analysis, at, m.end(), HEADS[m[1].lower()])
        surname = lower.holder.text.rpartition(" ")[2] if lower else ""
        if lower is None or surname in seen or not is_now(document, at):
            continue
        seen.add(surname)
        head = next((h for h in _heads(analysis, lower) if not two_bodies(h.body, lower.body)), None)
        if head:
            yield (lower, head) if head.span < lower.span else (head, lower)


def voices(analysis: Analysis) -> Iterator[tuple[Office, Office]]:
    """One person who speaks for two bodies; the later first."""
    document = analysis.document
    plain, counts = document.plain, document.counts
    press = min(counts.get("press", 0), counts.get("secretary", 0))
    if sum([counts.get(voice, 0) for voice in _VOICES]) + press < 2:
        return
    told: list[Office] = []
    for at in sorted(at for voice in (*_VOICES, *(_PRESS,) * bool(press)) for at in occurrences(plain, voice)):
        end = plain.find(" ", at + len(_PRESS) - 1 if plain.startswith(_PRESS, at) else at)
        if not is_now(document, at) or (office := held_by(analysis, at, end, "spokesman")) is None or not office.body:
            continue
        other = next((o for o in told if one_person(o.holder, office.holder) and two_bodies(o.body, office.body)), None)
        if other is not None and not any(_is_person(analysis, o.body) for o in (office, other)):
            yield office, other
        told.append(office)


def held_by(analysis: Analysis, at: int, end: int, head: str) -> Office | None:
    """The office whose words stand there, with whoever holds it: the name right behind, or the one that the apposition is about."""
    text, mentions = analysis.document.text, analysis.mentions
    i = bisect_left(mentions, end, key=_start)
    holder = next((m for m in mentions[i:i + 3] if isinstance(m.value, Name) and m.value.parts[-1].lower() not in GENERIC and not _is_place(m.value)
                   and m.span.start - end < _REACH and _BETWEEN.fullmatch(text, end, m.span.start)), None)
    if holder is not None:
        before = _CAPITALS.search(text, max(0, at - _REACH), at)
        start = before.start() if before else at
        return Office(head, telling(text[start:at] + text[end:holder.span.start]), Span(start, holder.span.end), holder)
    last = apposed(text, mentions, at)
    if last is None or isinstance(last.value, Name) and _is_place(last.value):
        return None
    behind = _BEHIND.match(text, end)
    return Office(head, telling(behind[1] if behind else text[last.span.end:at]), Span(last.span.start, behind.end() if behind else end), last)


def _is_place(name: Name) -> bool:
    """Is it a city or a country, which holds no office?"""
    word = name.parts[-1]
    return len(name.parts) == 1 and (word.lower() in CITIES or word.lower() in COUNTRIES or word in REGIONS)


def _heads(analysis: Analysis, lower: Office) -> Iterator[Office]:
    """Where the same person is told to be the head itself."""
    document = analysis.document
    text = document.text
    for m in _others(analysis, lower.holder):
        near = text[max(0, m.span.start - 20):m.span.start].split()[-1:]
        if near and near[0].rstrip(".,").lower() not in _LAST_WORDS and text[m.span.end:m.span.end + 1] != "," and not near[0][0].isupper():
            continue
        before = _RIGHT_BEFORE.search(text, max(0, m.span.start - _REACH), m.span.start)
        if before is not None and HEADS[before[1].lower()] == lower.head and is_now(document, before.start()) \
                and not (_OTHER_TITLE if before[1][0].isupper() else _OTHER).search(text, max(0, before.start() - 40), before.start()):
            capitals = _CAPITALS.search(text, max(0, before.start() - _REACH), before.start())
            start = capitals.start() if capitals else before.start()
            yield Office(lower.head, telling(text[start:m.span.start]), Span(start, m.span.end), m)
            continue
        behind = _RIGHT_BEHIND.match(text, m.span.end)
        if behind is not None and HEADS[behind[2].lower()] == lower.head and is_now(document, behind.start()) and not _OTHER.search(behind[1]):
            body = _BEHIND.match(text, behind.end())
            yield Office(lower.head, telling(behind[1] + (body[1] if body else "")), Span(m.span.start, behind.end()), m)


def _others(analysis: Analysis, holder: Mention) -> list[Mention]:
    """The other mentions of the person, by the full name or by a surname that nobody else bears."""
    assert isinstance(holder.value, Name)
    found = [m for m in names(analysis).holding({holder.value.parts[-1]}) if isinstance(m.value, Name) and m.value.parts[-1] == holder.value.parts[-1]]
    return [m for m in found if m.span != holder.span] if all(one_person(m, holder) for m in found) else []


def one_person(a: Mention, b: Mention) -> bool:
    """Have they one surname, and given names that one person may have?"""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    x, y = a.value.parts, b.value.parts
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or alike(x[0], y[0]))


def is_now(document: Document, at: int) -> bool:
    """Does the article itself say so, of these days?"""
    text = document.text
    sentence = document.sentence_at(at)
    return document.quotation_at(at) is None and document.zone_at(at).kind in _PROSE and not _PAST.search(text, max(0, at - 50), at) \
        and not _CHANGED.search(text, sentence.start, sentence.end)


_PAST = re.compile(r"\b(?:former|then|ex|late|future|incoming|outgoing|acting|onetime|ousted|shadow|interim|next|as)[ -]+(?:[\w.’'-]+ ){0,4}$", re.I)
_PART = re.compile(r"[^\W\d_]+")


def telling(body: str) -> frozenset[str]:
    """The words that tell a body from others, acronyms in capitals: "state" of the State Department, "FBI"."""
    return frozenset(w if w.isupper() else w.lower() for w in _PART.findall(body.replace("’s", "").replace("'s", "")) if w[0].isupper() and w.lower() not in _UNTELLING)


_UNTELLING = frozenset(HEADS) | {"the"} | GENERIC - frozenset("state justice treasury defense defence health education energy labor labour homeland senate house police".split())
_ALIASES = (frozenset({"pentagon", "defense", "DOD"}), frozenset({"white", "house", "NSC"}))  # one body, or one within the other


def two_bodies(a: frozenset[str], b: frozenset[str]) -> bool:
    """Are they surely two bodies: no word in common, and neither the letters of the other?"""
    return bool(a and b) and a.isdisjoint(b) and not _letters(a, b) and not _letters(b, a) and not any(a & x and b & x for x in _ALIASES)


def _letters(short: frozenset[str], long: frozenset[str]) -> bool:
    return any(s.isupper() and {w[0].upper() for w in long} <= set(s) for s in short)


def _is_person(analysis: Analysis, body: frozenset[str]) -> bool:
    """Is it somebody's own spokesman, not a body's?"""
    written = names(analysis)
    return any(m.span.start in written.titles or len(m.value.parts) > 1 and m.value.parts[0].lower() in GIVEN
               for m in written.holding({w.capitalize() for w in body}) if isinstance(m.value, Name) and m.value.parts[-1].lower() in body)


def _start(m: Mention) -> int:
    return m.span.start
