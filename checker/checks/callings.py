"""Check `quoted`, speakers told by what they are: one quotation of "a senior economist" here and of "the diplomat who called it so" there."""

from __future__ import annotations

import re
from functools import cache

from checker.checks.quotewords import Quote
from checker.data.english import SPEECH
from checker.model import Span
from checker.structure.words import alternatives

# callings that one person seldom has two of; "official", "analyst", "aide" go with any
_CALLINGS = {word: line.split()[0] for line in """diplomat ambassador envoy consul
economist
banker
trader dealer broker
farmer grower rancher
lawyer attorney barrister solicitor prosecutor
doctor physician surgeon
nurse midwife
scientist physicist chemist biologist geologist
soldier general colonel sergeant
policeman policewoman detective constable
priest bishop pastor imam rabbi vicar
politician senator congressman congresswoman lawmaker legislator mayor governor councillor minister
teacher headmaster headteacher
student pupil
driver
pilot
judge
historian
engineer
fisherman
miner
shopkeeper
coach
firefighter""".splitlines() for word in line.split()}
_NEAR = 110  # characters beside a quotation in which its speaker is told
_CALLS = "called|calls|labelled|labeled|described|describes|dubbed|deemed|branded|denounced|dismissed|derided|praised|hailed|characterised|characterized|termed|summed"
_NAME = r"(?:[A-Z][\w’'.-]*\.? ){0,3}[A-Z][\w-]+"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    role = rf"(?:the|an?|one|another|her|his|its|their) (?:[\w’'-]+ ){{0,4}}?({alternatives(_CALLINGS)})(?![\w’'-])"
    verb, also = rf"(?:{alternatives(SPEECH)})", r"(?:,? who )?(?:has |had |later |also )*"
    behind = re.compile(rf"[,.?!]?[”\"’']{{1,2}}\s(?:(?i:{role}) {also}{verb}(?![\w-])|{verb} (?i:{role})|{verb} {_NAME}, (?i:{role}))")
    before = re.compile(rf"(?:^|[.?!,:] |\n|[a-z] )(?i:{role})(?: [a-z][\w’'-]*){{0,4}}?,? (?:who )?(?:has |had |later |also )*(?:(?:{_CALLS}) [^.;:“”\"\n]{{0,60}}|{verb}(?: [\w’' -]{{1,30}}?)?(?: that|,|:)?\s)[“‘\"]$")
    return behind, before


def _called(q: Quote) -> tuple[str, Span] | None:
    """What kind of person is told right beside a quotation to have said it, and where."""
    text = q.document.text
    behind, before = _patterns()
    m = behind.match(text, q.inner.end - 1 if text[q.inner.end - 1] in ",.?!" else q.inner.end, q.inner.end + _NEAR) \
        or before.search(text, max(0, q.document.zones[q.zone].span.start - 1, q.inner.start - _NEAR), q.inner.start)
    if m is None:
        return None
    group = next(i for i, found in enumerate(m.groups(), 1) if found)
    return _CALLINGS[m[group].lower()], Span(*m.span(group))


def two_callings(a: Quote, b: Quote) -> tuple[Span, Span] | None:
    """Where one quotation is given to two kinds of people; None where either is not told or both may be one."""
    if a.document.lowercase.isdisjoint(_CALLINGS):
        return None
    one, two = _called(a), _called(b)
    return (one[1], two[1]) if one is not None and two is not None and one[0] != two[0] else None
