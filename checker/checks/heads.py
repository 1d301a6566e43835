"""One person at the head of two bodies of one kind: "Harbour Committee Chairman Ann Hale", "Hale, who heads the Bridge Committee,".

What a person leads is read behind a verb ("chairs", "heads") and behind or before the word for whoever leads. The words that tell two bodies of one kind
apart must have none in common; a person may well sit on two, so only a body of a kind that has one head each, and a head told for the article's own time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.checks.offices import Office, held_by, is_now, one_person, telling, two_bodies
from checker.data.people import GENERIC
from checker.link.ledger import Analysis
from checker.model import Mention, Name, Span

_KINDS = frozenset("committee subcommittee commission ministry department agency bank university bureau caucus".split())
_CHAMBERS = frozenset("house senate congressional parliamentary parliament joint select national federal us permanent standing special assembly common commons lords state".split())
_NOUNS = ("chairman", "chairwoman", "chair", "chairperson", "head", "director", "president", "commissioner")
_VERBS = ("heads", "chairs", "leads", "directs")
_BODY = r"((?:[A-Z][\w&’'-]*(?:\.[A-Z]\.?)*(?: (?:(?:and|of|for|the|on) )*(?=[A-Z]))?)+(?: (?:committee|subcommittee|commission|ministry|department|agency|bank|university|bureau)(?![\w-]))?)"
_LEADS = re.compile(rf" (?:the )?{_BODY}")
_WHO = re.compile(r",? (?:who )?(?:also |now |currently )?$")
_TITLED = re.compile(rf"(?<![\w])(?:M[rs]s?|Dr)\.? ([A-Z][\w’'-]+){_WHO.pattern}")
_AROUND = 400  # characters on either side of a word for a head, at most, in which its body and its holder stand
_NEAR = 24  # characters between a name and its verb


def heads(analysis: Analysis) -> Iterator[tuple[Office, Office]]:
    """One person who leads two bodies of one kind; the later first."""
    document = analysis.document
    words = document.distinct
    places = sorted([(at, word, True) for word in _VERBS if word in words for at in document.places(word)]
                    + [(at, word, False) for word in _NOUNS if word in words for at in document.places(word)])
    told: list[tuple[Office, frozenset[str]]] = []
    for at, word, verb in places if len(places) > 1 else ():
        end = at + len(word)
        around = document.lower[max(0, at - _AROUND):end + _AROUND]
        if not any(map(around.__contains__, _KINDS)):
            continue  # asked before whose it is
        office = _led(analysis, at, end) if verb else held_by(analysis, at, end, "chair")
        kind = _kind(document.text, office) if office is not None and is_now(document, at) else frozenset()
        if office is None or not kind or not office.body - _CHAMBERS:
            continue
        office = office._replace(body=office.body - _CHAMBERS)
        other = next((o for o, same in told if same == kind and one_person(o.holder, office.holder) and _apart(analysis, o, office)), None)
        if other is not None:
            yield office, other
        told.append((office, kind))


def _apart(analysis: Analysis, a: Office, b: Office) -> bool:
    """Are they two bodies, told in two sentences?"""
    return two_bodies(a.body, b.body) and analysis.document.sentence_at(a.span.start) != analysis.document.sentence_at(b.span.start)


def _led(analysis: Analysis, at: int, end: int) -> Office | None:
    """Who leads what, by a verb right behind a name: "Hale, who heads the Bridge Committee"."""
    text = analysis.document.text
    holder = _before(analysis, at)
    body = _LEADS.match(text, end) if holder is not None else None
    if holder is None or body is None:
        return None
    return Office("chair", telling(body[1]), Span(holder.span.start, body.end()), holder)


def _before(analysis: Analysis, at: int) -> Mention | None:
    """The name right before a verb, with "who" between or not; behind a courtesy title also one that is a title elsewhere ("Mr. Bishop")."""
    text = analysis.document.text
    if (titled := _TITLED.search(text, max(0, at - 2 * _NEAR), at)) is not None:
        return Mention("name", Span(*titled.span(1)), titled[1], Name((titled[1],)))
    i = bisect_left(analysis.mentions, at, key=_start) - 1
    m = analysis.mentions[i] if i >= 0 else None
    if m is None or not isinstance(m.value, Name) or m.value.parts[-1].lower() in GENERIC or at - m.span.end > _NEAR:
        return None
    return m if _WHO.fullmatch(text, m.span.end, at) else None


def _start(m: Mention) -> int:
    return m.span.start


def _kind(text: str, office: Office) -> frozenset[str]:
    return _KINDS.intersection(re.findall(r"[a-z]+", text[slice(*office.span)].lower()))
